"""What coders are compared on: words by voice, statements paired into units, stances over a grid of cells."""

from typing import NamedTuple

from analysis.agreement.alpha import nominal, unitizing
from analysis.matching import Words, name_words, pair
from analysis.measures import kept, words
from analysis.records import NARRATOR

SIGNS = {frozenset([1]): "+", frozenset([-1]): "−", frozenset([1, -1]): "both"}


class Unit(NamedTuple):
    """One statement as its coders coded it: coder's number → Statement. `n` coders could have coded it."""

    article_id: str
    statements: dict
    n: int

    def values(self, field):
        """Return a field's value a coder, None for those who did not code the statement."""
        return [getattr(self.statements[i], field) if i in self.statements else None for i in range(self.n)]


class Cell(NamedTuple):
    """One cell of the stance grid: what each coder's sign is there (+, −, both), None where a coder has no stance."""

    article_id: str
    source: str
    target: str
    signs: list


def with_common_actors(codings):
    """Return the codings with one id for each actor: actors are the same by id, or by party and a name in common.

    Coders who add an actor of their own will not choose the same id; that is no disagreement about who speaks.
    """
    first = {}
    for coding in codings:
        own = {actor.id for actor in coding.actors}
        for actor in coding.actors:
            keys = [("id", actor.id)] + [(actor.party, *name_words(name)) for name in (actor.name, *actor.aliases) if name_words(name)]
            known = next((first[key] for key in keys if key in first and (key[0] == "id" or first[key] not in own)), actor.id)
            for key in keys:
                first.setdefault(key, known)
    return [_renamed(coding, lambda actor_id: first.get(("id", actor_id), actor_id)) for coding in codings]


def _renamed(coding, common):
    rows = {name: [row._replace(source=common(row.source)) for row in getattr(coding, name)] for name in ("statements", "stances")}
    return coding.changed(**rows)


def voices(codings):
    """Return the Tally of one article's words by source. A word that several sources say jointly has them all as its value."""
    return nominal(zip(*(["+".join(sorted(w.sources)) for w in words(coding)] for coding in codings)))


def spans(codings):
    """Return the Unitizing tallies of one article: the stretches of words that each coder gives to a source.

    The continuum is the article's words. A unit is an unbroken stretch of words with one innermost statement (or several
    joint ones), its value the source; the narrator's words are the gaps.
    """
    return unitizing([list(_units(coding)) for coding in codings])


def _units(coding):
    owner = None
    contents = sorted(((a, b, s) for s in kept(coding.statements) for a, b in s.content), key=lambda c: (c[2].depth, c[0] - c[1]))
    for word in words(coding):
        if word.sources == (NARRATOR,):
            yield None
            continue
        owner = [s.content for a, b, s in contents if a <= word.start < b][-1]
        yield owner, "+".join(sorted(word.sources))


def match_statements(codings):
    """Pair one article's statements across coders and return the Units, in the order of the text.

    Each coder's statements are paired with the units found so far: same cue, or where there is none half of the content.
    """
    shared, units = Words(codings[0].article.text), []
    for i, coding in enumerate(codings):
        own = kept(coding.statements)
        leading = [next(iter(unit.values())) for unit in units]
        taken = set()
        for p in pair(shared, leading, own, lambda a, b: a.source == b.source, symmetric=True):
            units[p.first][i] = own[p.second]
            taken.add(p.second)
        units += [{i: statement} for j, statement in enumerate(own) if j not in taken]
    units.sort(key=lambda unit: min(s.content[0][0] for s in unit.values()))
    return [Unit(codings[0].article.article_id, unit, len(codings)) for unit in units]


def grid(codings, parties):
    """Return (cells, outside) of one article: a Cell for each source and target, and the stances outside the grid.

    Sources are the parties and the narrator, targets the parties. Take the parties from a list made before coding (the
    article's actors.yml): a grid that grows with what coders find hides what they agree to leave empty.
    """
    signs = [_signs(coding) for coding in codings]
    article_id = codings[0].article.article_id
    cells = [Cell(article_id, source, target, [s.get((source, target)) for s in signs]) for source in (*parties, NARRATOR) for target in parties]
    inside = {(cell.source, cell.target) for cell in cells}
    return cells, sorted({(*key, sign) for s in signs for key, sign in s.items() if key not in inside})


def _signs(coding):
    found = {}
    for stance in kept(coding.stances):
        found.setdefault((party_of(stance), stance.target), set()).add(stance.polarity)
    return {key: SIGNS[frozenset(polarities)] for key, polarities in found.items()}


def party_of(stance):
    """Return the party whose stance it is; the source itself (the narrator, too) where it has none."""
    return stance.source_party or stance.source


