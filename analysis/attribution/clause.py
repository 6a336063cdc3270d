"""Read the clause after a reporting word: who is its subject and where its content starts."""

from dataclasses import dataclass, field
from functools import cache

from analysis.attribution.objects import subject_end
from analysis.cues import CUE_READINGS, according
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.wordlists import common_nouns, publishing_verbs
from analysis.words import LATIN, NUMBER, PUNCT, QUOTE, WORD

FAR = 48
"""How many tokens after a cue its complement is looked for."""


_QUESTIONS = frozenset(("عما", "هل", "كيف", "لماذا", "متي", "ماذا", "اين", "عمن"))


_JOINED = {"عما": "عن", "عمن": "عن", "بما": "ب", "لما": "ل"}
"""Prepositions written together with ما or من."""


_SAYING = frozenset(("say", "write", "declare", "report", "show", "accuse", "criticise"))


_NOT_AFTER = frozenset(("بعد", "قبل", "منذ", "رغم", "دون", "غير", "الا", "كما", "حيث", "بما", "بدون", "لولا", "حتي", "مع", "عدا", "سوي", "يمكن", "يجب", "ينبغي", "شان", "قد"))


@dataclass(slots=True)
class Clause:
    """What stands after a cue: the subject's conjuncts as token ranges, and where the content begins and how."""

    subjects: list[tuple[int, int]] = field(default_factory=list)
    begin: int | None = None
    how: str | None = None
    end: int = 0


def is_complementizer(key, prepositions=()):
    """Say whether a folded form is أن، إن، بأن or one of them with a pronoun."""
    bare = key[1:] if key[:2] == "با" else key
    return bare in _COMPLEMENTIZERS


_COMPLEMENTIZERS = frozenset("ان" + suffix for suffix in ("", "ه", "ها", "هم", "هما", "نا", "ني", "ي", "ك", "كم", "هن", "ا", "نا"))


def starts_quotation(reading, i, limit):
    """Return the Quotation that opens at i, else None."""
    return reading.opens.get(i) if i < limit and reading.kinds[i] == QUOTE else None


def preposition_at(reading, i, wanted):
    """Return the governed preposition that stands at token i (its own word or a proclitic), else None."""
    word = reading.words[i]
    if word is None or not wanted:
        return None
    key = reading.keys[i]
    if word.particle == "preposition" and _JOINED.get(word.stem, word.stem) in wanted:
        return _JOINED.get(word.stem, word.stem)
    if word.particle in ("pronoun_prepositional",):
        return None
    if word.prep in wanted and word.prep and i not in reading.mention_at or word.prep in wanted and word.prep and reading.mention_at[i][0].start > reading.tokens.starts[i]:
        return word.prep if key not in according() else None
    if key in ("ب", "ل") and key in wanted:
        return key
    return None


def read_clause(reading, i, cue, form, limit=None, subject_first=False):
    """Read the clause after the cue at token i. Returns a Clause; `begin` is None where no content was found.

    `subject_first` says that the subject is already known (it stands before the verb): a noun phrase is then an object.
    """
    limit = min(limit or reading.sentence_end(i), i + FAR)
    clause, p = Clause(end=i + 1), i + 1
    if p < limit and form.pos in ("perfect", "imperfect") and reading.kinds[p] == WORD and reading.words[p].conj:
        twin = next((r for r in CUE_READINGS[reading.keys[p]] if r.form.pos == form.pos and not r.form.pronoun), None)
        if twin is not None:
            # `يرحب ويدعم جهود السلام`: two verbs share what follows.
            return read_clause(reading, p, twin.cue, twin.form, limit, subject_first or "obj" in twin.cue.governs)
    governs, prepositions = cue.governs, cue.prepositions
    takes_object = bool(cue.objects) or "obj" in governs
    known_subject = subject_first
    while p < limit:
        kind = reading.kinds[p]
        if kind == WORD:
            word, key = reading.words[p], reading.keys[p]
            if is_complementizer(key) and ("ان" in governs or key[0] == "ب" and "ب" in prepositions) and not _blocked(reading, p, i):
                return _found(clause, p, "clause")
            if "question" in governs and key in _QUESTIONS and p > i:
                return _found(clause, p, "clause")
            if any(r.cue.lemma == "قال" and r.form.pos == "noun" and r.form.prefix == "ب" for r in CUE_READINGS[key]):
                # `ختم كلمته بالقول إن`: the noun is the cue.
                break
            preposition = preposition_at(reading, p, prepositions)
            if preposition and _governed(reading, p, cue, clause, limit):
                behind = _object_of_preposition(reading, p + (reading.words[p].particle == "preposition"), limit) if "ان" in governs and preposition not in ("عن", "الي", "علي") else limit
                if behind < limit and reading.kinds[behind] == WORD and is_complementizer(reading.keys[behind]) and not is_complementizer(reading.keys[p + 1]):
                    p = behind
                    continue
                if "ان" in governs and cue.act in _SAYING and (preposition in ("ل", "في") or preposition == "علي" and cue.act == "say") and _speech_later(reading, p + 1, limit):
                    p = behind if p < behind < limit else p + 1
                    continue
                said = p + 1 < limit and reading.kinds[p + 1] == WORD and reading.words[p].particle == "preposition" and is_complementizer(reading.keys[p + 1])
                return _found(clause, p, "clause" if said else "preposition")
            if takes_object and (known_subject or clause.subjects) and (form.pronoun == "" or cue.act == "believe") and reading.starts_noun_phrase(p) and not _adverbial_noun(reading, p):
                if "ان" in governs and _clause_later(reading, p + 1, limit):
                    # The clause is what is said; the noun phrase belongs to the source: `أكد الشيخ فلان ولي العهد أن`.
                    p = reading.noun_phrase(p, limit)
                    continue
                return _found(clause, p, "object")
            if takes_object and (clause.subjects or known_subject) and (key == "ما" or word.particle == "demonstrative" and form.pronoun == "" and not word.conj):
                return _found(clause, p, "object")
            if not known_subject and not clause.subjects and (reading.starts_noun_phrase(p) or _unknown_name(reading, p, i, limit)) and not _adverbial_noun(reading, p):
                p = _read_subjects(reading, p, limit, clause, form, cue)
                clause.end = p
                continue
            step = skip_adverbial(reading, p, limit)
            if step == p:
                if word.particle == "pronoun" and word.conj or word.particle == "subordinator" and word.stem in ("عندما", "حينما", "بعدما", "لدي"):
                    step = _skip_relative(reading, p, limit, cue)
                elif word.particle == "relative":
                    step = _skip_relative(reading, p, limit, cue)
                elif CUE_READINGS[key] and all(r.form.pos == "participle" and r.cue.strength == "doubtful" for r in CUE_READINGS[key]):
                    step = p + 1
                elif CUE_READINGS[key] and _breaks(reading, p):
                    break
                elif word.verb and (clause.subjects or known_subject or not reading.words[p].conj):
                    step = p + 1
                elif word.particle in ("pronoun_prepositional", "conjunction", "negation", "auxiliary", "demonstrative", "pronoun") and not word.conj:
                    step = p + 1
                elif reading.starts_noun_phrase(p):
                    step = reading.noun_phrase(p, limit)
                else:
                    break
            p = step
        elif kind == QUOTE:
            quotation = reading.opens.get(p)
            if quotation is None:
                p += 1
                continue
            if not clause.subjects and not known_subject and reading.is_name(quotation) and _later_complement(reading, quotation.last + 1, limit, cue):
                p = _read_subjects(reading, p, limit, clause, form, cue)
                continue
            first = reading.words[p + 1] if p + 1 < limit else None
            if first is not None and first.particle == "complementizer" and "ان" in governs:
                return _found(clause, p, "quotation")
            if takes_object and not _later_complement(reading, quotation.last + 1, limit, cue, True) and (clause.subjects or known_subject) and "quote" not in governs[:1] and (clause.end == p or known_subject and p == i + 1):
                return _found(clause, p, "object")
            if reading.is_name(quotation) and (clause.subjects or known_subject) and _later_complement(reading, quotation.last + 1, limit, cue):
                p = quotation.last + 1
                continue
            if "quote" in governs or "ان" in governs:
                return _found(clause, p, "quotation")
            if takes_object and (clause.subjects or known_subject):
                return _found(clause, p, "object")
            p = quotation.last + 1
        elif kind == PUNCT:
            mark = reading.tokens.forms[p]
            if mark == ":" and ("quote" in governs or "ان" in governs or "bare" in governs):
                return _found(clause, p + 1, "colon")
            if mark in "؟!؛" or mark == "." and len(reading.keys[p - 1]) > 1:
                break
            if mark == "(":
                p = _close(reading, p, limit)
                continue
            p += 1
        elif kind == NUMBER and takes_object and (clause.subjects or known_subject) and p + 1 < limit and reading.starts_noun_phrase(p + 1):
            return _found(clause, p, "object")
        else:
            p += 1
    return clause


def _found(clause, begin, how):
    clause.begin, clause.how = begin, how
    return clause


def _blocked(reading, p, i):
    """أن after بعد، قبل، منذ، إلا … belongs to that word, not to the cue."""
    return p - 1 > i and (reading.keys[p - 1] in _NOT_AFTER or reading.keys[p - 1] in nouns_with_clause())


@cache
def nouns_with_clause():
    """Return the folded nouns that take an أن-clause of their own (ضرورة أن، احتمال أن)."""
    return frozenset(fold(r["noun"]) for r in read_table("nouns_with_clause.tsv", {"noun": None}))


def _governed(reading, p, cue, clause, limit):
    """Say whether the preposition at p is the governed one rather than the start of an adverbial."""
    key = reading.keys[p]
    if reading.words[p].prep == "ب" and reading.words[p].stem in manner_nouns():
        return False
    if key == "ب" and "ان" in cue.governs and p + 1 in reading.opens and reading.is_name(reading.opens[p + 1]):
        # `مدير الحملات بـ"غلوبال ويتنس"`: the name belongs to the source.
        return False
    return not (key.startswith("بوصف") and reading.words[p].particle is None)


@cache
def manner_nouns():
    """Return the folded nouns that with ب say how, not what (بشدة، بالإجماع)."""
    return frozenset(fold(r["noun"]) for r in read_table("manner_nouns.tsv", {"noun": None}))


def _clause_later(reading, p, limit):
    """Say whether an أن-clause follows before any comma, quotation or other cue."""
    for k in range(p, limit):
        if reading.kinds[k] != WORD:
            return False
        if is_complementizer(reading.keys[k]):
            return not _blocked(reading, k, p - 1)
        if CUE_READINGS[reading.keys[k]] or reading.words[k].verb or reading.words[k].particle in ("preposition", "relative", "subordinator"):
            return False
    return False


def _speech_later(reading, p, limit):
    """Say whether a clause or quotation that the cue can govern follows before any other cue verb."""
    for k in range(p, limit):
        if reading.kinds[k] == WORD:
            if is_complementizer(reading.keys[k]):
                return not _blocked(reading, k, p - 1)
            if any(r.form.pos in ("perfect", "imperfect", "participle") and not r.form.definite for r in CUE_READINGS[reading.keys[k]]) and k not in reading.mention_in:
                return False
        elif reading.kinds[k] == QUOTE and k in reading.opens:
            if not reading.is_name(reading.opens[k]):
                return True
        elif reading.tokens.forms[k] == ":":
            return True
    return False


def _breaks(reading, p):
    """A finite reporting verb with و, or a participle after a comma, begins another statement."""
    word = reading.words[p]
    return word.conj or reading.tokens.forms[p - 1] in ("،", ",") or any(r.form.pos == "participle" for r in CUE_READINGS[reading.keys[p]])


def _unknown_name(reading, p, i, limit):
    """A word that looks like an imperfect right between cue and content is a name: `واعتبر يزبك أن`."""
    if p != i + 1 or reading.words[p].verb != "imperfect" or p + 1 >= limit or CUE_READINGS[reading.keys[p]]:
        return False
    return is_complementizer(reading.keys[p + 1]) or reading.kinds[p + 1] == QUOTE or reading.tokens.forms[p + 1] == ":"


def _adverbial_noun(reading, p):
    return reading.words[p] is not None and reading.words[p].particle in ("adverb", "time_noun", "month")


def _later_complement(reading, p, limit, cue, clause_only=False):
    """Say whether a complement other than this quotation follows a name in marks."""
    for k in range(p, min(p + 14, limit)):
        if reading.kinds[k] == WORD and any(r.form.pos in ("perfect", "imperfect") and not r.form.pronoun for r in CUE_READINGS[reading.keys[k]]):
            return False
        if clause_only and not (reading.kinds[k] == WORD and is_complementizer(reading.keys[k])):
            continue
        if reading.kinds[k] == WORD and (is_complementizer(reading.keys[k]) or preposition_at(reading, k, cue.prepositions)):
            return True
        if reading.kinds[k] == QUOTE and k in reading.opens or reading.tokens.forms[k] == ":":
            return True
    return False


def _read_subjects(reading, p, limit, clause, form, cue):
    """Read a noun phrase with its appositions and conjuncts into the clause; return the token after them."""
    if reading.words[p] is not None and reading.keys[p] in ("كل", "كلا", "كلتا") and p + 1 < limit and reading.keys[p + 1] == "من":
        p += 2
    takes_object = (not form.pronoun or cue.act == "believe") and bool(cue.objects or "obj" in cue.governs or cue.addressee)
    end = subject_end(reading, p, limit, takes_object) if reading.kinds[p] != QUOTE else _quoted_name_end(reading, p, limit)
    if end == p:
        return p + 1
    end = _published(reading, _apposition(reading, end, limit), limit)
    clause.subjects.append((p, end))
    while end < limit and reading.words[end] is not None and reading.words[end].conj | (reading.keys[end] == "و") and _is_conjunct(reading, end, limit):
        first = end + 1 if reading.keys[end] == "و" else end
        start = first + 1 if reading.kinds[first] == NUMBER else first
        end = max(subject_end(reading, start, limit, takes_object), start + 1)
        clause.subjects.append((first, end))
    return end


def _published(reading, end, limit):
    """دراسة نشرتها مجلة …, استطلاع أجراه معهد …: a document with the verb that published it and its publisher is one phrase."""
    if end < limit and reading.kinds[end] == WORD and (reading.keys[end] in publishing_verbs() or any(
            r.form.pronoun and r.form.pos == "perfect" and r.cue.act in ("report", "write", "declare", "show", "say") for r in CUE_READINGS[reading.keys[end]])):
        stop = reading.noun_phrase(end + 1, limit)
        if stop > end + 1:
            reading.taken.add(end)
            return stop
    return end


def _quoted_name_end(reading, p, limit):
    end = reading.opens[p].last + 1
    while end < limit and reading._continues(end, limit) > end:
        end = reading._continues(end, limit)
    return end


def _is_conjunct(reading, p, limit):
    """A noun with و right after the subject is a second subject, unless it is itself a cue or a verb."""
    if p in reading.mention_at or p + 1 < limit and reading.mention_in.get(p) is not None:
        return True
    if reading.keys[p] == "و":
        return p + 1 < limit and (reading.kinds[p + 1] in (NUMBER, LATIN) or p + 1 in reading.mention_at)
    word = reading.words[p]
    if word.particle or word.verb or word.prep:
        return False
    return not any(r.form.pos in ("perfect", "imperfect", "passive", "participle") for r in CUE_READINGS[reading.keys[p]])


def _apposition(reading, end, limit):
    """`وزير الخارجية الروسي، سيرغي لافروف،`: a comma, then a name or title, then a comma or the complement."""
    if end < limit and reading.tokens.forms[end] in ("،", ",") and end + 1 < limit:
        start = end + 1
        if start in reading.mention_at or reading.starts_noun_phrase(start) and reading.words[start] is not None and not reading.words[start].conj and not CUE_READINGS[reading.keys[start]]:
            stop = reading.noun_phrase(start, limit)
            if stop < limit and (start in reading.mention_at or stop - start >= 2):
                after = reading.tokens.forms[stop]
                if after in ("،", ",", ":", "(") or reading.kinds[stop] == QUOTE or reading.kinds[stop] == WORD and (is_complementizer(reading.keys[stop]) or reading.words[stop].particle in ("preposition", "adverb")):
                    return stop
    return end


def _skip_relative(reading, p, limit, cue):
    """Go from الذي to the token where its clause ends: the comma, or the cue's own complement."""
    depth = 0
    for k in range(p + 1, limit):
        key = reading.keys[k]
        if reading.tokens.forms[k] in ("،", ",", "؛", ":") or reading.kinds[k] == QUOTE and k in reading.opens:
            return k
        if depth == 0 and "ان" not in cue.governs and reading.kinds[k] == WORD and k > p + 1 and preposition_at(reading, k, cue.prepositions):
            return k
        if reading.kinds[k] == WORD and is_complementizer(key):
            if depth == 0:
                return k - 1 if preposition_at(reading, k - 1, cue.prepositions) and reading.words[k - 1].particle == "preposition" else k
            depth -= 1
        elif any(r.form.pos in ("perfect", "imperfect") and not r.form.pronoun and "ان" in r.cue.governs for r in CUE_READINGS[key]):
            depth = 1
    return limit


def _close(reading, p, limit):
    for k in range(p + 1, min(p + 16, limit)):
        if reading.tokens.forms[k] == ")":
            return k + 1
    return p + 1


def skip_adverbial(reading, p, limit):
    """Return the token after an adverbial that begins at p, or p if none does.

    Adverbs, times and dates, and prepositional phrases (`في مؤتمر صحفي`, `لوكالة الأنباء`, `للصحفيين`).
    """
    word = reading.words[p]
    if word is None:
        return p
    if word.particle in ("adverb", "month", "time_noun"):
        return p + 1
    if word.particle == "pronoun_prepositional" and not word.conj:
        return p + 1
    if reading.keys[p] == "علي" and reading.keys[p + 1:p + 2] == ["لسان"] and p + 2 < limit:
        return _apposition(reading, max(reading.noun_phrase(p + 2, limit), p + 3), limit)
    if word.particle == "according":
        return _object_of_preposition(reading, p + 1 + (p + 1 < limit and reading.words[p + 1] is not None and reading.words[p + 1].particle == "preposition"), limit)
    if word.particle == "preposition" and not (word.conj and p + 1 >= limit):
        return _object_of_preposition(reading, p + 1, limit)
    if word.prep:
        return _object_of_preposition(reading, p, limit)
    if word.particle is None and word.stem.endswith("ا") and len(word.stem) > 4 and p not in reading.mention_at and not word.conj and word.verb is None and not CUE_READINGS[reading.keys[p]]:
        return p + 1
    return p


def _object_of_preposition(reading, p, limit):
    """Return the token after a preposition's noun phrase; it stops before a title or name that begins anew."""
    if p >= limit:
        return limit
    if reading.kinds[p] == QUOTE and p in reading.opens:
        return reading.opens[p].last + 1 if reading.is_name(reading.opens[p]) else p
    start, complete = p, False
    while p < limit:
        word, kind = reading.words[p], reading.kinds[p]
        if kind == QUOTE and p in reading.opens and reading.is_name(reading.opens[p]) and p > start:
            p = reading.opens[p].last + 1
            complete = True
            continue
        if kind in (LATIN, NUMBER):
            p += 1
            continue
        if word is None or p > start and (word.conj or word.prep or word.verb):
            break
        if p in reading.mention_at and p > start and reading.mention_at[p][0].kind != "demonym":
            if complete:
                break
            p, complete = reading.mention_at[p][1], True
            continue
        if word.particle in ("adverb", "time_noun", "month", "quantifier", "demonstrative"):
            p += 1
            continue
        if word.particle:
            if p == start and word.particle in ("preposition",):
                p += 1
                continue
            break
        if p in reading.mention_at:
            p, complete = reading.mention_at[p][1], True
            continue
        if complete and not word.definite and word.stem in common_nouns() and p + 1 < limit and reading.words[p + 1] is not None and reading.words[p + 1].definite:
            # `للصحافة | اعتقال المراسلين`: a construct begins behind a noun with the article.
            break
        complete = word.definite
        p += 1
    return max(p, start + 1) if p == start else p
