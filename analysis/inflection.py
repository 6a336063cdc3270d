"""Written forms of Arabic verbs, verbal nouns and participles, generated once from the stems of a word list.

Forms are folded (see `analysis.text.fold`). Proclitics (و ف ب ل ك س) are not generated: `analysis.words.clitics` strips
them when a written form is first seen; object and possessive pronouns are stripped by `without_pronoun`.
"""

from dataclasses import replace
from functools import lru_cache

from analysis.text import fold
from analysis.words import FormCache, clitics, entry


@entry
class Form:
    """One reading of a written form.

    lemma      the word list's lemma
    pos        perfect, imperfect, passive, noun (verbal noun) or participle
    person     1, 2, 3 or None; gender: m, f or None; number: s, d, p or None
    prefix     proclitics that were stripped ("" if none); pronoun: suffix that was stripped ("" if none)
    definite   True with the article ال
    """

    lemma: str
    pos: str
    person: int | None = None
    gender: str | None = None
    number: str | None = None
    prefix: str = ""
    pronoun: str = ""
    definite: bool = False

    def _replace(self, **fields):
        return replace(self, **fields)


_PERFECT = (("", 3, "m", "s"), ("ت", 3, "f", "s"), ("وا", 3, "m", "p"), ("نا", 1, None, "p"), ("ا", 3, "m", "d"), ("تا", 3, "f", "d"), ("ن", 3, "f", "p"))
_IMPERFECT = (("ي", "", 3, "m", "s"), ("ت", "", 3, "f", "s"), ("ا", "", 1, None, "s"), ("ن", "", 1, None, "p"),
              ("ي", "ون", 3, "m", "p"), ("ي", "وا", 3, "m", "p"), ("ت", "ون", 2, "m", "p"), ("ي", "ان", 3, "m", "d"), ("ت", "ان", 3, "f", "d"),
              ("ي", "ا", 3, "m", "d"), ("ت", "ا", 3, "f", "d"), ("ي", "ن", 3, "f", "p"))
_PARTICIPLE = (("", "m", "s"), ("ا", "m", "s"), ("ة", "f", "s"), ("ين", "m", "p"), ("ون", "m", "p"), ("ات", "f", "p"), ("ان", "m", "d"), ("تين", "f", "d"), ("تان", "f", "d"))
PRONOUNS = ("هما", "هم", "هن", "ها", "ني", "نا", "كم", "ه", "ك", "ي")
_PRONOUNS_ENDING_IN = {letter: tuple(pronoun for pronoun in PRONOUNS if pronoun.endswith(letter)) for pronoun in PRONOUNS for letter in pronoun[-1]}
_PRONOUN_FEATURES = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هن": ("f", "p"), "هما": (None, "d")}


def perfect_forms(lemma, written, pos="perfect"):
    """Yield (form, Form) for perfects, verbs parted by `;`, each given as alternatives: one stem is inflected, several are taken as they are.

        >>> [form for form, _ in perfect_forms("أكد", "أكد")]
        ['اكد', 'اكدت', 'اكدوا', 'اكدنا', 'اكدا', 'اكدتا', 'اكدن']
        >>> [(f.gender, f.number, f.person) for _, f in perfect_forms("قال", "قال|قالت|قلنا")]
        [('m', 's', 3), ('f', 's', 3), ('f', 'd', 3), (None, 'p', 1)]
        >>> {"منحت", "اعطت"} <= {form for form, _ in perfect_forms("أعطى", "منح;أعطى|أعطت|أعطوا")}
        True
    """
    for verb in written.split(";"):
        stems = [fold(s) for s in verb.split("|")]
        if len(stems) == 1:
            for ending, person, gender, number in _PERFECT:
                yield _joined(stems[0], ending), Form(lemma, pos, person, gender, number)
            continue
        for position, stem in enumerate(stems):
            # `دعت` → `دعتا`
            yield stem, Form(lemma, pos, 3, "f", "d") if position > 1 and stem == stems[1] + "ا" else _perfect_reading(lemma, stem, pos, position)
            if position == 1 and stem.endswith("ت") and stem + "ا" not in stems:
                # `ألقت` → `ألقتا`
                yield stem + "ا", Form(lemma, pos, 3, "f", "d")


def _joined(stem, ending):
    """Join a stem and its ending: قالا + وا gives one alef, أعلن + نا one ن."""
    return stem[:-1] + ending if ending == "وا" and stem.endswith("ا") or ending == "نا" and stem.endswith("ن") else stem + ending


def _perfect_reading(lemma, stem, pos, position):
    """Read person, gender and number off the ending of a listed perfect form; the fourth in ت is I, the sixth in ا they two."""
    if position == 3 and stem.endswith("ت"):
        return Form(lemma, pos, 1, None, "s")
    if position == 5 and stem.endswith("ا") and not stem.endswith("وا"):
        return Form(lemma, pos, 3, "m", "d")
    for ending, person, gender, number in (("وا", 3, "m", "p"), ("نا", 1, None, "p"), ("تا", 3, "f", "d"), ("ت", 3, "f", "s")):
        if stem.endswith(ending) and len(stem) > len(ending) + 1:
            return Form(lemma, pos, person, gender, number)
    return Form(lemma, pos, 3, "m", "s")


def imperfect_forms(lemma, written, pos="imperfect"):
    """Yield (form, Form) for an imperfect given as its third person masculine, alternatives separated by |.

        >>> {"يدعو", "تدعو", "ندعو", "يدعون", "يدع"} <= {form for form, _ in imperfect_forms("دعا", "يدعو|يدع")}
        True
        >>> {f.number for form, f in imperfect_forms("رأى", "يرى|يرون") if form == "يرون"}
        {'p'}
    """
    for position, stem in enumerate(written.split("|")):
        stem = fold(stem)
        body = stem[1:] if stem[0] == "ي" else stem
        if position and stem[0] == "ي" and stem.endswith(("ون", "وا")):
            # A plural of its own: `يرى|يرون`.
            yield stem, Form(lemma, pos, 3, "m", "p")
            yield "ت" + body, Form(lemma, pos, 2, "m", "p")
            continue
        short = body[:-1] if body[-1] in "ويا" and len(body) > 2 else body
        for first, ending, person, gender, number in _IMPERFECT:
            if ending in ("ا", "ن") and short != body:
                continue
            if first in "ان" and ending:
                continue
            yield first + (short if ending in ("ون", "وا") else body) + ending, Form(lemma, pos, person, gender, number)


def participle_forms(lemma, written):
    """Yield (form, Form) for an active participle in all genders and numbers."""
    for stem in written.split("|"):
        stem = fold(stem)
        for ending, gender, number in _PARTICIPLE:
            yield stem + ending, Form(lemma, "participle", None, gender, number)


def noun_forms(lemma, written):
    """Yield (form, Form) for verbal nouns and their listed plurals; the accusative alef included."""
    for stem in written.split("|"):
        stem = fold(stem)
        number = "p" if stem.endswith("ات") else "s"
        gender = "f" if stem.endswith(("ة", "ات")) else "m"
        yield stem, Form(lemma, "noun", None, gender, number)
        if not stem.endswith(("ة", "ات", "ا", "اء")):
            yield stem + "ا", Form(lemma, "noun", None, gender, number)


def with_construct(plural):
    """Return a plural, and the form that a sound one has before a noun.

        >>> with_construct("متمردون"), with_construct("متمردين"), with_construct("قادة")
        (('متمردون', 'متمردو'), ('متمردين', 'متمردي'), ('قادة',))
    """
    return (plural, plural[:-1]) if plural.endswith(("ون", "ين")) else (plural,)


def pronoun_features(pronoun):
    """Return (gender, number) of the third-person pronoun suffix, or (None, None)."""
    return _PRONOUN_FEATURES.get(pronoun, (None, None))


def pronoun_of(stem):
    """Return the third-person pronoun at the end of a word (`عليها`, `حقوقهم`), or ""."""
    return next((p for p in ("هما", "هم", "ها", "ه") if stem.endswith(p)), "")


def _without_pronoun(stem):
    """Yield (stem, pronoun) with each possible attached pronoun taken off (ة restored before it).

        >>> list(_without_pronoun("دعوته"))
        [('دعوت', 'ه'), ('دعوة', 'ه')]
    """
    for pronoun in _PRONOUNS_ENDING_IN.get(stem[-1:], ()):
        if stem.endswith(pronoun) and len(stem) - len(pronoun) >= 2:
            base = stem[:-len(pronoun)]
            yield base, pronoun
            if base.endswith("ت"):
                yield base[:-1] + "ة", pronoun
            elif base.endswith("و"):
                yield base + "ا", pronoun
            elif base.endswith("ا"):
                yield base[:-1] + "ي", pronoun
            elif base.endswith(("ئ", "ؤ")):
                yield base[:-1] + "ء", pronoun


without_pronoun = FormCache(lambda stem: tuple(_without_pronoun(stem))).__getitem__
"""Return (stem, pronoun) with each possible attached pronoun taken off, as a tuple."""


def read_form(key, table):
    """Return all readings of a folded written form as Forms, looked up in `table` (form → list of Form).

    The bare form first, then with proclitics, then with an attached pronoun. A reading keeps what was stripped.
    """
    if table.keys().isdisjoint(stripped(key)):
        return ()
    readings = []
    for prefix, stem, bases in _splits(key):
        if stem in table:
            _look_up(stem, prefix, "", table, readings)
        if stem.startswith("ال") and len(stem) > 4:
            readings += [Form(form.lemma, form.pos, form.person, form.gender, form.number, prefix, form.pronoun, True) for form in table.get(stem[2:], ()) if form.pos in ("noun", "participle")]
        for base, pronoun in bases:
            if base in table:
                _look_up(base, prefix, pronoun, table, readings)
    return tuple(readings)


@lru_cache(4096)
def stripped(key):
    """Return all that a form may be, with or without proclitics, the article and a pronoun; most forms are in none of the lists whatever is taken off.

        >>> stripped("والكتابه")
        ('والكتابه', 'والكتاب', 'الكتابه', 'الكتاب', 'كتابه', 'كتاب')
    """
    words = []
    for _, stem in clitics(key):
        for word in (stem, stem[2:]) if stem.startswith("ال") else (stem,):
            words.append(word)
            if word[-1:] in _PRONOUNS_ENDING_IN:
                words += [base for base, _ in without_pronoun(word)]
    return tuple(words)


@lru_cache(4096)
def _splits(key):
    """Return (prefix, stem, what the stem is without a pronoun) of a form; half a dozen word lists ask for it one after the other."""
    return tuple([(prefix, stem, without_pronoun(stem)) for prefix, stem in clitics(key)])


def _look_up(stem, prefix, pronoun, table, readings):
    readings += [Form(form.lemma, form.pos, form.person, form.gender, form.number, prefix, pronoun, form.definite) for form in table[stem] if fits(form, prefix, pronoun)]


def fits(form, prefix, pronoun):
    """Say whether a reading may carry these clitics: س and ل before imperfects, ب and ك before nouns, ي after nouns."""
    letters = prefix.lstrip("وف") if len(prefix) > 1 else prefix.strip("وف")
    if "س" in letters:
        return form.pos == "imperfect"
    if "ب" in letters or "ك" in letters:
        return form.pos in ("noun", "participle")
    if "ل" in letters and form.pos in ("perfect", "passive"):
        return False
    if pronoun == "ي":
        return form.pos == "noun"
    if pronoun == "ني":
        return form.pos in ("perfect", "imperfect")
    if pronoun and form.pos == "participle":
        return False
    return True
