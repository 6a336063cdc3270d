"""Where the dateline of a report ends, which names a place and who sends it and says nothing: `بغداد - الوكالة: …`."""

from functools import cache

from analysis.cues import FINITE_CUES
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.words import PUNCT, WORD

REACH = 14
"""Tokens of a sentence among which its dateline must end."""

_MARKS = frozenset("-–—ـ:/")
_WITHIN = frozenset("-–—ـ:/()،,.")


def dateline_end(tokens, first, last):
    """Return the token after a sentence's dateline; `first` where there is none.

    It stands in braces (`{بغداد: الوكالة} …`), ends in an agency in brackets and a dash (`دبي (وكالات)-- …`), or it is a place with who sends the report between
    marks: `بغداد - الوكالة: …`, `الكويت في 5 يناير / الوكالة / -- …`, `عدن – خاص – …`.
    """
    if first < last and tokens.forms[first] == "{":
        return next((i + 1 for i in range(first + 1, min(first + REACH, last)) if tokens.forms[i] == "}"), first)
    for i in range(first + 1, min(first + 12, last - 1)):
        if tokens.forms[i] == ")" and tokens.forms[i + 1][0] in "-–—" and any(tokens.forms[k] == "(" for k in range(max(first, i - 4), i)):
            return i + 1
    return _behind_place(tokens, first, last)


def _behind_place(tokens, first, last):
    """Return the token after the last mark of a dateline that begins with a place, or `first`."""
    place = next((n for n in (3, 2, 1) if tuple(tokens.keys[first:first + n]) in _places()), 0)
    begin = first + place
    if not place or begin >= last or tokens.forms[begin] not in _MARKS and tokens.keys[begin] != "في" or tokens.forms[begin] == ":":
        return first
    marks, end, words = 0, first, 0
    for k in range(begin, min(first + REACH, last)):
        mark = tokens.forms[k]
        if mark in _MARKS:
            marks, end, words = marks + (k == begin or tokens.forms[k - 1] not in _MARKS), k + 1, 0
            if mark == ":":
                break
        elif tokens.kinds[k] == WORD:
            words += 1
            if words > 4 or FINITE_CUES[tokens.keys[k]]:
                break
        elif tokens.kinds[k] == PUNCT and mark not in _WITHIN:
            break
    return end if marks > 1 and end < last else first


@cache
def _places():
    """Return the folded words of each state, capital, city and region."""
    states = read_table("states.tsv", {"name": None, "capital": None})
    names = {name for row in states for name in (row["name"], *(row["capital"] or "").split(";"))}
    names |= {name.split("?")[0] for row in read_table("places.tsv", {"names": None}) for name in row["names"].split(";")}
    return frozenset(tuple(fold(name).split()) for name in names if name)
