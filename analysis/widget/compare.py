"""Hold a coding against another one of the same article: on which items they differ, and what the other one has there."""

from typing import NamedTuple

from analysis.agreement.units import match_statements, party_of, with_common_actors
from analysis.codings.schema import anchor
from analysis.measures import kept


class Difference(NamedTuple):
    """One thing that two codings see differently: the row of the first and of the second, None where one has none."""

    table: str
    mine: object
    theirs: object

    @property
    def item(self):
        """Return the item to visit: the row of the first, else the sentence of the second's."""
        if self.mine is None:
            return f"sentences/{self.theirs.sentence_id}"
        return f"{self.table}/{self.mine[1]}"

    @property
    def place(self):
        """Return where in the text it stands."""
        return anchor(self.mine or self.theirs)


def differences(first, second):
    """Return the Differences of two codings of one article, in the order of the text. Rejected rows do not count.

        >>> from analysis.codings import read_coding
        >>> coding = read_coding("corpus/unsc_2336/codings/reference.json")
        >>> other = coding.changed(statements=coding.statements[1:], stances=[])
        >>> [d.table for d in differences(other, coding)][:1], differences(coding, coding)
        (['statements'], [])
    """
    codings = with_common_actors([first, second])
    found = [Difference("statements", *pair) for unit in match_statements(codings) if _differ(*(pair := [unit.statements.get(i) for i in (0, 1)]))]
    mine, theirs = (kept(coding.stances) for coding in codings)
    found += [Difference("stances", s, None) for s in mine if not any(_same(s, t) for t in theirs)]
    found += [Difference("stances", None, t) for t in theirs if not any(_same(s, t) for s in mine)]
    return sorted(found, key=lambda d: d.place)


def _differ(mine, theirs):
    return mine is None or theirs is None or any(getattr(mine, f) != getattr(theirs, f) for f in ("source", "content", "form"))


def _same(mine, theirs):
    """Say whether two stances are the same triple shown by the same words."""
    return (party_of(mine), mine.target, mine.polarity) == (party_of(theirs), theirs.target, theirs.polarity) and mine.start < theirs.end and theirs.start < mine.end
