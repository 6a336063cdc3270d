"""A program's coding measured against a person's: validity, to which the thresholds of agreement between people do not apply."""

from collections import Counter
from dataclasses import dataclass

from analysis.agreement.units import SIGNS, party_of
from analysis.matching import Words, pair
from analysis.measures import kept
from analysis.records import NARRATOR
from analysis.score import Scores, Speakers, meant, same_source, score

NONE = "none"
"""The row or column of a confusion table for what the other coding has and this one has not."""


@dataclass
class Validity:
    """A program against a reference. `reference_type` says whether a person or a language model made the reference.

    sources    Counter of (reference's party of the source, program's) over paired, missed and spurious statements
    signs      Counter of (reference's sign, program's) over the source × target cells that either has: +, −, both, none
    """

    reference: str
    reference_type: str
    program: str
    scores: Scores
    sources: Counter
    signs: Counter


def validity(reference, program):
    """Return the Validity of a program's codings against the reference codings of the same articles.

    Rows that the reference marks optional are neither required nor punished in the scores; in the confusion tables they
    count where the program has them too.

    Example:
        >>> from analysis.codings import read_coding
        >>> reference = read_coding("corpus/unsc_2336/codings/reference.json")
        >>> found = validity([reference], [reference.changed(coder="rules")])
        >>> all(expected == program for expected, program in found.signs)
        True
    """
    coded = {coding.article.article_id: coding for coding in program}
    scores = score(reference, program)
    sources, signs = Counter(), Counter()
    for expected in reference:
        found = coded[expected.article.article_id]
        sources += _sources(expected, found)
        signs += _signs(expected, found)
    return Validity(reference[0].coder, reference[0].coder_type, program[0].coder, scores, sources, signs)


def _sources(expected, found):
    """Return the confusion of the sources' parties, statement by statement."""
    names = {actor.id: (actor.name, *actor.aliases) for actor in expected.actors}
    first, second = kept(expected.statements), [s for s in kept(found.statements) if s.source != NARRATOR]
    pairs = pair(Words(expected.article.text), first, second, same_source(names))
    speakers = Speakers(expected), Speakers(found)
    same = {p: meant(first[p.first], second[p.second], speakers)[1] for p in pairs}
    both = Counter((party_of(first[p.first]), party_of(first[p.first]) if same[p] else speakers[1].party(second[p.second])) for p in pairs)
    missed = Counter((party_of(s), NONE) for i, s in enumerate(first) if not s.optional and i not in {p.first for p in pairs})
    spurious = Counter((NONE, party_of(s)) for j, s in enumerate(second) if j not in {p.second for p in pairs})
    return both + missed + spurious


def _signs(expected, found):
    """Return the confusion of signs, cell by cell."""
    cells = [{}, {}]
    for side, coding in enumerate((expected, found)):
        for stance in kept(coding.stances):
            cells[side].setdefault((party_of(stance), stance.target), []).append(stance)
    required = {key for key, stances in cells[0].items() if not all(s.optional for s in stances)}
    signs = [{key: SIGNS[frozenset(s.polarity for s in stances)] for key, stances in side.items()} for side in cells]
    return Counter((signs[0].get(key, NONE), signs[1].get(key, NONE)) for key in required | cells[1].keys())
