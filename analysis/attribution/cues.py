"""The cue lexicon: reporting verbs, verbal nouns and participles with what they govern, and according-to phrases."""

from functools import cache
from typing import NamedTuple

from analysis.inflection import Form, imperfect_forms, noun_forms, participle_forms, perfect_forms, read_form
from analysis.lexicon import read_table
from analysis.records import ENDORSEMENTS
from analysis.text import fold

STRENGTHS = ("always", "complement", "doubtful")
ACTS = ("say", "write", "declare", "ask", "demand", "promise", "threaten", "warn", "deny", "reject", "accept", "welcome", "praise", "criticise",
        "accuse", "condemn", "believe", "hope", "fear", "want", "report", "show", "agree", "thank", "condole", "mock", "swear", "other")


class Cue(NamedTuple):
    """One lemma of the cue lexicon.

    governs    what can introduce its content, best first: ان (clause), a preposition, obj, quote, bare, obj+preposition
    strength   always, complement (only with a governed complement) or doubtful (the codebook's ○ cases)
    """

    lemma: str
    governs: tuple[str, ...]
    strength: str
    endorsement: str
    act: str
    prepositions: frozenset[str]
    objects: frozenset[str]


class CueReading(NamedTuple):
    """One reading of a token as a cue."""

    cue: Cue
    form: Form


_COLUMNS = {"lemma": None, "perfect": None, "imperfect": None, "passive": None, "masdar": None, "participle": None, "governs": None,
            "strength": STRENGTHS, "endorsement": ENDORSEMENTS, "act": ACTS, "note": None}


@cache
def cues():
    """Return lemma → Cue."""
    table = {}
    for row in read_table("cues.tsv", _COLUMNS):
        governs = tuple(fold(g) for g in row["governs"].split("|"))
        prepositions = frozenset(g for g in governs if g not in ("ان", "obj", "quote", "bare") and not g.startswith("obj"))
        objects = frozenset(g[4:] for g in governs if g.startswith("obj"))
        table[row["lemma"]] = Cue(row["lemma"], governs, row["strength"], row["endorsement"], row["act"], prepositions, objects)
    return table


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


class _Readings(dict):
    """Folded form → tuple of CueReading, best first; computed once per distinct form."""

    def __missing__(self, key):
        if len(self) > 300_000:
            self.clear()
        lexicon, table = cues(), cue_forms()
        found = () if key in false_cues() else tuple(CueReading(lexicon[f.lemma], f) for f in read_form(key, table))
        self[key] = found
        return found


CUE_READINGS = _Readings()


@cache
def false_cues():
    """Return the folded written forms that look like a cue and are none."""
    return frozenset(fold(r["word"]) for r in read_table("false_cues.tsv", {"word": None, "unless": None}) if not r["unless"])


@cache
def according():
    """Return first folded word → list of according-to phrases as tuples of folded words, longest first."""
    table = {}
    for row in read_table("according.tsv", {"phrase": None}):
        words = tuple(fold(w) for w in row["phrase"].split())
        table.setdefault(words[0], []).append(words)
    return {k: sorted(v, key=len, reverse=True) for k, v in table.items()}
