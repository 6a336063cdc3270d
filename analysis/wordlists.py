"""What a written form is by itself: particle, proclitics, verb; and the word lists that tell where a noun phrase goes on."""

import re
from functools import cache

from analysis.cues import CUE_READINGS
from analysis.inflection import without_pronoun
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.words import WORD, FormCache, entry

PARTICLE_CLASSES = ("complementizer", "subordinator", "relative", "conjunction", "preposition", "pronoun_prepositional", "pronoun",
                    "demonstrative", "auxiliary", "negation", "adverb", "time_noun", "month", "quantifier", "interrogative", "vocative", "according")


@entry
class Word:
    """What a written form is by itself: its particle class, the proclitics in front, and the rest.

    conj   True with a proclitic و or ف; prep: the proclitic ب, ل or ك ("" if none)
    stem   the form without them; definite: the stem has the article ال
    verb   perfect or imperfect for forms that are a verb more often than not, else None
    """

    particle: str | None
    conj: bool
    prep: str
    stem: str
    definite: bool
    verb: str | None


def listed(name, column):
    """Return the folded words of one column of a word list."""
    return frozenset(fold(row[column]) for row in read_table(name, {column: None}))


class WordClasses(dict):
    """Class → its folded words, of a word list with the columns `word` and `class`; the list is read when a class is first asked for."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __missing__(self, cls):
        if not self:
            self.update(words_by_class(self.name))
            return self[cls]
        raise KeyError(cls)


rule_words = WordClasses("rule_words.tsv").__getitem__
"""Return the folded words of a class of rule_words.tsv, which says what each class is for: `"كيف" in rule_words("question")`."""


def words_by_class(name):
    """Return class → its folded words, of a word list with the columns `word` and `class`."""
    words = {}
    for row in read_table(name, {"word": None, "class": None}):
        words.setdefault(row["class"], set()).add(" ".join(fold(w) for w in row["word"].split()))
    return {cls: frozenset(found) for cls, found in words.items()}


@cache
def particles():
    """Return folded function word → class."""
    return {fold(r["word"]): r["class"] for r in read_table("particles.tsv", {"word": None, "class": PARTICLE_CLASSES})}


@cache
def whole_words():
    """Return the folded words that begin with و ف ب ل ك or ال as part of the word, those of known persons' names among them."""
    persons = read_table("persons.tsv", {"name": None, "aliases": None})
    names = {word for row in persons for word in re.findall(r"\w+", fold(f"{row['name']} {row['aliases']}"))} | given_names()
    return listed("whole_words.tsv", "word") | {w for w in names if len(w) > 3 and w[0] in "وفبلك" and w[1:] not in particles()}


def is_whole(key):
    """Say whether a form is a word of whole_words.tsv as it stands, with a possessive pronoun, or in the accusative.

        >>> is_whole("وقتها"), is_whole("وزيرا"), is_whole("وموسكو")
        (True, True, False)
    """
    known = whole_words()
    return key in known or key[-1:] == "ا" and key[:-1] in known or len(key) > 5 and key[-2:] in ("ان", "ين") and key[:-2] in known or len(key) > 4 and any(base in known for base, _ in without_pronoun(key))


def read_word(key):
    """Return the Word of a folded form.

        >>> read_word("وفي").particle, read_word("وفي").conj
        ('preposition', True)
        >>> read_word("بالهجوم").prep, read_word("بالهجوم").stem, read_word("بريطانيا").prep
        ('ب', 'الهجوم', '')
    """
    known = particles()
    if key in known:
        return Word(known[key], False, "", key, False, None)
    conj, stem = False, key
    if _whole_verb(key):
        return Word(None, False, "", key, False, _verb(key))
    if key[0] in "وف" and len(key) > 2 and not is_whole(key):
        if key[1:] in known:
            return Word(known[key[1:]], True, "", key[1:], False, None)
        if key[0] == "و" or is_whole(key[1:]) or _verb(key[1:]) or key.startswith(("فال", "فا")) and _verb(key[1:]):
            conj, stem = True, key[1:]
    prep, rest = _preposition(stem)
    verb = None if prep else _verb(rest)
    return Word(None, conj, prep, rest, rest.startswith("ال") and len(rest) > 3 and not verb and rest not in whole_words(), verb)


def _whole_verb(key):
    """Say whether a form that begins with و or ف is a verb as it stands: `وعدت`, `وصل`, `فرضت`."""
    return key[0] in "وفبلك" and (key in verbs() or any(not r.form.prefix and r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[key]))


def _preposition(stem):
    """Split a proclitic preposition off: (letter, rest)."""
    if len(stem) == 3 and stem[0] in "بل" and (particles().get(stem[1:]) == "quantifier" or stem[1:] in verbal_nouns() and not is_whole(stem)):
        # `لكل`, `بشن`
        return stem[0], stem[1:]
    if len(stem) < 4 or stem[0] not in "بلك" or is_whole(stem):
        return "", stem
    if stem[0] == "ل" and stem[1] == "ل":
        # `للوزارة`; `للجنة` is of اللجنة, whose three ل are written as two.
        return "ل", ("ال" if _is_listed(stem[1:]) and not _is_listed(stem[2:]) else "ا") + stem[1:]
    if stem[0] == "ك":
        return ("ك", stem[1:]) if stem.startswith("كال") else ("", stem)
    if stem[0] == "ب" and stem[1] in "وي" and len(stem) > 4 and not _is_listed(stem[1:]):
        # `بوتورا`, `بيغاسوس`: names from other scripts begin so far more often than ب stands before an unknown noun.
        return "", stem
    if stem[0] == "ب" and stem[1] in "نل" and stem[2:] in given_names():
        # `بنموسى`, `بلقاسم`: the son of, written together in the Maghreb.
        return "", stem
    return stem[0], stem[1:]


def without_li(words):
    """Return words that begin with ل and the article as a name begins: with the article alone.

        >>> without_li("للوزارة"), without_li("للجنة المنظمة"), without_li("لندن")
        ('الوزارة', 'اللجنة المنظمة', 'لندن')
    """
    if not words.startswith("لل"):
        return words
    return ("ال" + words[1:]) if WORDS[fold(words.split()[0])].stem.startswith("الل") else "ال" + words[2:]


def _is_listed(stem):
    """Say whether a form without its proclitic is a word of one of the lists, with or without a pronoun at its end."""
    bases = [stem, *(base for base, _ in without_pronoun(stem))]
    return any(base in nouns for base in bases for nouns in (common_nouns(), verbal_nouns(), adjectives(), _speaking())) or is_whole(stem) or stem in verbs() or bool(CUE_READINGS[stem])


@cache
def _speaking():
    return listed("speaking_nouns.tsv", "noun") | listed("manner_nouns.tsv", "noun")


def _verb(stem):
    tense = verbs().get(stem)
    if tense:
        return tense
    if stem in whole_words() or stem.startswith("ال") and stem[2:] in common_nouns():
        # `المحاكم` is no ألمح.
        return None
    cues = CUE_READINGS[stem]
    if cues and all(r.form.pos in ("perfect", "imperfect") for r in cues):
        return cues[0].form.pos
    body = stem[1:] if stem[0] == "س" and len(stem) > 4 else stem
    if body[0] in "ي" and len(body) > 3 and not _is_foreign(body) and not {body, stem} & whole_words() and not body.endswith(("ة", "ا", "ي", "اء", "ات", "ته", "تها", "تهم")):
        return "imperfect"
    if stem.endswith("وا") and len(stem) > 4 and not stem.startswith("ال"):
        return "perfect"
    # `عمال قابلتهم الصحيفة`: the feminine of a listed verb with its object; no noun in ة with its pronoun.
    base = next((stem.removesuffix(pronoun) for pronoun in ("هما", "هم", "هن") if stem.endswith(pronoun)), "")
    return "perfect" if len(base) > 4 and base[-1] == "ت" and verbs().get(base) == "perfect" and base[:-1] + "ة" not in common_nouns() | verbal_nouns() else None


def _is_foreign(body):
    """Say whether an unlisted word in ي is too long for an imperfect, or has a vowel letter early: `يكاترينبورغ`, `يادلين` are names.

        >>> _is_foreign("ياكوفليف"), _is_foreign("يتصافحان"), _is_foreign("يستقطبون")
        (True, False, False)
    """
    ending = next((ending for ending in ("ون", "ان", "ين", "ها", "هم", "ه") if body.endswith(ending)), "")
    length = len(body) - len(ending)
    return length > 6 and not body.startswith(("يست", "يت")) or body[1] in "اوي" and length > 5


WORDS = FormCache(read_word)
"""Folded form → its Word."""


def word_of(written):
    """Return the Word of a written form, None for marks and numbers."""
    return WORDS[written.key] if written.kind == WORD else None


@cache
def verbs():
    """Return folded verb form → tense for the general verbs; reporting verbs have their own list."""
    from analysis.inflection import imperfect_forms, perfect_forms

    table, names = {}, listed("given_names.tsv", "name")
    for row in read_table("verbs.tsv", {"lemma": None, "perfect": None, "imperfect": None}):
        for form, reading in perfect_forms(row["lemma"], row["perfect"]) if row["perfect"] else ():
            if form not in common_nouns():
                table.setdefault(form, reading.pos)
        for form, reading in imperfect_forms(row["lemma"], row["imperfect"]) if row["imperfect"] else ():
            # تقدم، تدخل، تحول are verbal nouns more often than verbs.
            if form[0] == "ي" or form.endswith(("ون", "ي", "و", "وا")):
                table.setdefault(form, reading.pos)
            if "س" + form not in names:
                # سامر is no *I shall order*.
                table.setdefault("س" + form, reading.pos)
    return table


def carries_on(key):
    """Say whether a form carries a statement on and so is no part of a name: an indefinite participle of a reporting verb (قائلا، مؤكدة)."""
    return _CARRIES_ON[key]


_CARRIES_ON = FormCache(lambda key: any(r.form.pos == "participle" and not r.form.definite and (r.cue.strength != "doubtful" or key.endswith("ا")) for r in CUE_READINGS[key]))


@cache
def speaking_nouns():
    """Return the folded nouns that can speak (وزير، مصدر، بيان، وكالة …)."""
    return frozenset(fold(r["noun"]) for r in read_table("speaking_nouns.tsv", {"noun": None}))


@cache
def human_titles():
    """Return the folded single words that can stand in apposition to a personal name (الرئيس، المدير، الشيخ)."""
    return frozenset(fold(r[c]) for r in read_table("titles.tsv", {"masculine": None, "feminine": None}) for c in r if r[c] and " " not in r[c])


@cache
def adjectives():
    """Return the folded adjectives without ي at their end."""
    return listed("adjectives.tsv", "adjective")


@cache
def addressees():
    """Return the folded nouns, without the article, that are told something (للصحفيين، للوكالة)."""
    return listed("addressees.tsv", "noun")


@cache
def named_heads():
    """Return the folded nouns behind which a name in quotation marks belongs to the phrase (صحيفة «الوطن»، حركة "فتح")."""
    return listed("named_heads.tsv", "noun")


@cache
def name_links():
    """Return the folded words after which a name always goes on (بن، أبو، عبد، آل)."""
    return listed("name_links.tsv", "word")


@cache
def common_nouns():
    """Return the folded nouns and adjectives that are no personal names."""
    return listed("common_nouns.tsv", "noun")


@cache
def quantities():
    """Return the folded words that stand for the phrase after them (`عدد من النواب`, `العديد من الدول`)."""
    return listed("quantities.tsv", "word")


@cache
def documents():
    """Return the folded nouns that name a document, and bodies that count and watch (تقرير، إحصائية، المرصد)."""
    rows = read_table("institutions.tsv", {"noun": None, "plural": None, "scope": None})
    named = {fold(w) for r in rows if r["scope"] == "document" for w in (r["noun"], *(r["plural"] or "").split(";")) if w}
    return frozenset(named | {fold(r["noun"]) for r in read_table("watching_bodies.tsv", {"noun": None})})


@cache
def given_names():
    """Return the folded first names that are in no person's row."""
    return listed("given_names.tsv", "name")


@cache
def verbal_nouns():
    """Return the folded verbal nouns (رفع، إعادة، وقف) that begin what a verb is about and are no part of a name: the listed ones, and those of cues and predicates."""
    told = [noun for table, column in (("cues.tsv", "masdar"), ("predicates.tsv", "noun")) for row in read_table(table, {column: None}) for noun in (row[column] or "").split("|")]
    names = given_names()
    # Three letters (نصر) are a verb or a name as well.
    return listed("verbal_nouns.tsv", "noun") | {fold(noun) for noun in told if len(noun) > 3 and " " not in noun} - names


def accusative_noun(word):
    """Say whether a Word is an indefinite noun in the accusative (بيانا، ردا), so that it can be no subject and no adjective of a noun with ال."""
    bare = word.stem[:-1]
    return word.stem[-1:] == "ا" and not word.definite and not bare.endswith("ي") and (bare in verbal_nouns() or bare in common_nouns()) and bare not in adjectives()


@cache
def double_offices():
    """Return the folded heads whose name may hold a conjunction (`وزير النفط والثروة المعدنية`)."""
    return listed("double_offices.tsv", "noun")


@cache
def title_links():
    """Return the folded words with a proclitic that go on inside a title or a name (باسم، للأنباء، لحقوق)."""
    return listed("title_links.tsv", "word")


@cache
def manner_nouns():
    """Return the folded nouns that with ب say how, not what (بشدة، بالإجماع)."""
    return listed("manner_nouns.tsv", "noun")


@cache
def not_sources():
    """Return the folded nouns that name a rule or measure (`وفقا للقانون`)."""
    return listed("not_sources.tsv", "noun")


@cache
def noun_features():
    """Return folded noun → (gender, number) where the ending does not tell (broken plurals, feminine nouns)."""
    return {fold(r["noun"]): (r["gender"], r["number"]) for r in read_table("noun_features.tsv", {"noun": None, "gender": ("m", "f"), "number": ("s", "d", "p")})}


@cache
def plural_nouns():
    """Return the folded broken plurals, as noun_features.tsv lists them."""
    return frozenset(noun for noun, (_, number) in noun_features().items() if number == "p")


@cache
def known_nouns():
    """Return the folded common and verbal nouns: words that are no name."""
    return common_nouns() | verbal_nouns()


@cache
def publishes():
    """Return the folded perfects of publishing: `أصدرت`, `نشر`."""
    return frozenset(fold(w) for r in read_table("publishing_verbs.tsv", {"perfect": None}) for w in r["perfect"].split("|"))


@cache
def publishing_verbs():
    """Return the folded perfects of publishing with their object in front of them (`استطلاع أجراه معهد …`, `وثيقة سربها موقع …`)."""
    return frozenset(perfect.removesuffix("ي") + long + pronoun for perfect in publishes() for pronoun in ("ه", "ها", "هم", "هما")
                     for long in (("ا",) if perfect.endswith("ي") else ("",)))
