"""The cue lexicon: reporting verbs, verbal nouns and participles with what they govern, and according-to phrases."""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from analysis.inflection import Form, imperfect_forms, noun_forms, participle_forms, perfect_forms, read_form
from analysis.lexicon import read_table
from analysis.records import ENDORSEMENTS
from analysis.text import fold
from analysis.words import FormCache, entry

FINITE = ("perfect", "imperfect")
STRENGTHS = ("always", "complement", "doubtful")
ACTS = ("say", "write", "declare", "ask", "demand", "promise", "threaten", "warn", "deny", "reject", "accept", "welcome", "praise", "criticise",
        "accuse", "condemn", "believe", "hope", "fear", "want", "report", "learn", "show", "agree", "thank", "condole", "mock", "swear", "other")


@entry
class Cue:
    """One lemma of the cue lexicon.

    governs    what can introduce its content, best first: ان (clause), a preposition, obj, quote, bare, question, obj+preposition;
               sorted into prepositions, objects (the prepositions behind an object), takes_object and takes_clause
    addressee  True where a noun behind the subject is only told (`أبلغ المجلس أن`)
    strength   always, complement (only with a governed complement) or doubtful (the codebook's ○ cases)
    """

    lemma: str
    governs: tuple[str, ...]
    strength: str
    endorsement: str
    act: str
    prepositions: frozenset[str]
    objects: frozenset[str]
    takes_object: bool
    takes_clause: bool
    addressee: bool = False

    def _replace(self, **fields):
        return replace(self, **fields)


@entry
class CueReading:
    """One reading of a token as a cue, which unpacks as (cue, form)."""

    cue: Cue
    form: Form

    def __iter__(self):
        return iter((self.cue, self.form))


_COLUMNS = {"lemma": None, "perfect": None, "imperfect": None, "passive": None, "masdar": None, "participle": None, "governs": None,
            "strength": STRENGTHS, "endorsement": ENDORSEMENTS, "act": ACTS, "addressee": {"", "yes"}}


@cache
def cues():
    """Return lemma → Cue."""
    table = {}
    for row in read_table("cues.tsv", _COLUMNS):
        governs = tuple(fold(g) for g in row["governs"].split("|"))
        cue = governing(row["lemma"], governs, row["strength"], row["endorsement"], row["act"])
        table[row["lemma"]] = cue._replace(addressee=row["addressee"] is not None)
    return table


@cache
def u_lemmas():
    """Return the lemmas whose active imperfect begins with u (`يُؤكد`, `تُعلن`, `يُطالب`, `تُدين`): their participle begins with م, or أ stands before three letters; and no ت or bare alef stands before the root."""
    rows = read_table("cues.tsv", _COLUMNS)
    return frozenset(row["lemma"] for row in rows if ((row["participle"] or "").startswith("م") or row["lemma"][0] == "أ" and len(row["lemma"]) == 4) and row["lemma"][0] not in "ام" and (row["lemma"][0] != "ت" or row["lemma"][1] == "ا"))


@cache
def cue_forms():
    """Return folded form → its Forms, over all lemmas."""
    table = {}
    for row in read_table("cues.tsv", _COLUMNS):
        lemma = row["lemma"]
        for maker, column in ((perfect_forms, "perfect"), (imperfect_forms, "imperfect"), (noun_forms, "masdar"), (participle_forms, "participle")):
            for form, reading in maker(lemma, row[column]) if row[column] else ():
                table.setdefault(form, []).append(reading)
        for form in (row["passive"] or "").split("|"):
            if form:
                table.setdefault(fold(form), []).append(Form(lemma, "passive", 3, "f" if form.endswith("ت") or form.startswith("ت") else "m", "s"))
    return table


def _readings(key):
    """Return the cue readings of a folded form, less those that the list of look-alikes rules out or narrows, and those that are not possible."""
    forms = read_form(key, cue_forms())
    return _possible(tuple(_told_apart(key, forms))) if forms else ()


def _told_apart(key, forms):
    """Yield the cue readings of the forms that a folded form may be, less those that the list of look-alikes rules out or narrows."""
    lexicon, looks_alike = cues(), false_cues()
    for form in forms:
        cue = lexicon[form.lemma]
        rest = key[len(form.prefix):] if form.prefix and key.startswith(form.prefix) else key
        narrowed = next((looks_alike[k, form.lemma] for k in (key, rest) if (k, form.lemma) in looks_alike), None)
        if narrowed is None:
            yield CueReading(cue, form)
        elif narrowed:
            yield CueReading(governing(cue.lemma, narrowed, "complement" if cue.strength == "always" else cue.strength, cue.endorsement, cue.act), form)


def governing(lemma, governs, strength, endorsement, act):
    """Return the Cue of a lemma with what it governs sorted into prepositions and objects."""
    prepositions = frozenset(g for g in governs if g not in ("ان", "obj", "quote", "bare", "question") and not g.startswith("obj"))
    objects = frozenset(g[4:] for g in governs if g.startswith("obj+"))
    return Cue(lemma, governs, strength, endorsement, act, prepositions, objects, bool(objects) or "obj" in governs, "ان" in governs)


def _possible(readings):
    """Return the readings less the verbs with an object pronoun of cues that take no object, where the word is their verbal noun: `تمسكها بالخطة`."""
    nouns = {r.cue.lemma for r in readings if r.form.pos == "noun" and r.form.pronoun}
    return tuple(r for r in readings if not (r.cue.lemma in nouns and r.form.pos in FINITE and r.form.pronoun and not r.cue.takes_object and r.cue.act != "report"))


CUE_READINGS = FormCache(_readings)
"""Folded form → its CueReadings, best first."""

FINITE_CUES = FormCache(lambda key: any(r.form.pos in FINITE for r in CUE_READINGS[key]))
"""Folded form → whether it can be a finite reporting verb (قال، تقول)."""


@cache
def false_cues():
    """Return (folded written form, lemma) → what it must govern to be that cue after all; empty: it never is."""
    return {(fold(r["word"]), r["lemma"]): tuple(fold(g) for g in (r["unless"] or "").split("|") if g)
            for r in read_table("false_cues.tsv", {"word": None, "unless": None, "lemma": None})}


class Phrase(NamedTuple):
    """An according-to phrase: its folded words, and what follows: before_source, before_verb, or whole (nothing).

    `joined` says that a last ل is written with the next word (`وفقا للبيان`).
    """

    words: tuple[str, ...]
    place: str
    joined: bool
    endorsement: str


@cache
def according():
    """Return first folded word → the Phrases that begin with it, longest first."""
    table = {}
    for row in read_table("according.tsv", {"phrase": None, "place": ("before_source", "before_verb", "whole"), "endorsement": ENDORSEMENTS}):
        words = tuple(fold(w) for w in row["phrase"].split())
        joined = len(words) > 1 and words[-1] == "ل"
        phrase = Phrase(words[:-1] if joined else words, row["place"], joined, row["endorsement"])
        table.setdefault(words[0], []).append(phrase)
    return {k: sorted(v, key=lambda p: (len(p.words), p.joined), reverse=True) for k, v in table.items()}


@cache
def attitudes():
    """Return folded noun or adjective of attitude → its Cue (`واثق من أن`, `ثقة بأن`)."""
    table = {}
    for row in read_table("attitudes.tsv", {"word": None, "kind": ("noun", "adjective"), "governs": None, "act": ACTS}):
        governs = tuple(fold(g) for g in (row["governs"] or "ان").split("|"))
        cue = governing(row["word"], governs, "complement", "neutral", row["act"])
        for form, _ in participle_forms(row["word"], row["word"]) if row["kind"] != "noun" else [(fold(row["word"]), None)]:
            table.setdefault(form, cue)
    return table


@cache
def false_phrases():
    """Return the pairs of folded words that look like a cue with content and are none (`طلب عدم` ذكر اسمه)."""
    return frozenset(tuple(fold(w) for w in r["phrase"].split()) for r in read_table("false_phrases.tsv", {"phrase": None}))


def _light_rows():
    return read_table("light_cues.tsv", {"verb": None, "noun": None, "act": ACTS, "participle": None})


@cache
def light_cues():
    """Return lemma of a light verb → [(folded words of the noun, Cue)]: `وجه انتقادات إلى`, `حمل مسؤولية`."""
    table = {}
    for row in _light_rows():
        noun = tuple(fold(w) for w in row["noun"].split())
        table.setdefault(row["verb"], []).append((noun, governing(row["verb"], ("obj",), "complement", "neutral", row["act"])))
    return table


LIGHT_READINGS = FormCache(lambda key: tuple((f, light_cues()[f.lemma]) for f in read_form(key, _light_forms()) if f.pos in FINITE or f.pos == "participle"))
"""Folded form → (Form, [(folded words of the noun, Cue)]) of light verbs and their participles."""


@cache
def _light_forms():
    """Return folded form → Forms of the light verbs and their participles, from the two lists of verbs and the list of light verbs."""
    table, wanted = {}, light_cues()
    for name, further in (("cues.tsv", {"participle": None}), ("verbs.tsv", {})):
        for row in read_table(name, {"lemma": None, "perfect": None, "imperfect": None, **further}):
            if row["lemma"] in wanted:
                # `رفع | شكره`: the lemma may be missing in the list of verbs, as it is elsewhere a noun.
                perfect = row["perfect"] if row["lemma"] in (row["perfect"] or "").split("|") else "|".join(filter(None, (row["lemma"], row["perfect"])))
                for maker, stems in ((perfect_forms, perfect), (imperfect_forms, row["imperfect"]), (participle_forms, row.get("participle"))):
                    for form, reading in maker(row["lemma"], stems) if stems else ():
                        table.setdefault(form, []).append(reading)
    for row in _light_rows():
        for form, reading in participle_forms(row["verb"], row["participle"]) if row["participle"] else ():
            table.setdefault(form, []).append(reading)
    return table
