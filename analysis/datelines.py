"""Where the dateline of a report ends, which names a place and who sends it and says nothing: `بغداد - الوكالة: …`."""

from functools import cache

from analysis.cues import CUE_READINGS, FINITE_CUES
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.wordlists import WORDS, rule_words
from analysis.words import LATIN, NUMBER, PUNCT, WORD

REACH = 14
"""Tokens of a sentence among which its dateline must end."""

_MARKS = frozenset("-–—ـ:/")
_BEFORE_CREDIT = frozenset("-–—|/")
_SIGNED = 10
"""Tokens at most of the words that tell who wrote or sent an article."""
_WITHIN = frozenset("-–—ـ:/()،,.")


def dateline_end(tokens, first, last):
    """Return the token after a sentence's dateline; `first` where there is none.

    It stands in braces (`{بغداد: الوكالة} …`), ends in an agency in brackets and a dash (`دبي (وكالات)-- …`), or it is a place with who sends the report between
    marks: `بغداد - الوكالة: …`, `الكويت في 5 يناير / الوكالة / -- …`, `عدن – خاص – …`, or place, date and agency with no mark behind them:
    `القاهرة 5 مارس 2018 (الوكالة) …`. A by-line before it belongs to it.
    """
    if (end := by_line_end(tokens, first, last)) > first:
        return end
    if first < last and tokens.forms[first] == "{":
        return next((i + 1 for i in range(first + 1, min(first + REACH, last)) if tokens.forms[i] == "}"), first)
    for i in range(first + 1, min(first + 12, last - 1)) if ")" in tokens.forms[first + 1:first + 12] else ():
        if tokens.forms[i] == ")" and any(tokens.forms[k] == "(" for k in range(max(first, i - 4), i)) and (tokens.forms[i + 1][0] in "-–—" or _dated(tokens, first, i)):
            return i + 1
    return _behind_place(tokens, first, last)


def by_line_end(tokens, first, last):
    """`كتب: سامي حداد`, `كتبت - ريم عوض: أكد …`, `كتب سامي حداد: أكد …`, `المصدر: وكالات`: return the token behind who wrote or sent the article; `first` where nothing tells it."""
    if first + 2 >= last or tokens.keys[first] not in rule_words("by_line"):
        return first
    marked = tokens.forms[first + 1] in _MARKS
    begin = first + 1 + marked
    if WORDS[tokens.keys[begin]].particle or tokens.kinds[begin] != WORD and tokens.forms[first + 1] != ":":
        return first
    for k in range(begin, min(first + REACH, last)):
        if tokens.kinds[k] == WORD and FINITE_CUES[tokens.keys[k]]:
            return first
        if tokens.forms[k] == ":" and k > begin and (marked or k + 1 < last and any(r.form.pos == "perfect" for r in CUE_READINGS[tokens.keys[k + 1]])):
            return k + 1
    return last if marked and last - first <= _SIGNED and tokens.forms[last - 1] != "." else first


def credit_start(tokens, first, last):
    """`… السوق | (رويترز)`, `… السوق | - أ ف ب`, `… السوق | / فيديو`: return the token at which a sentence's credit begins, whose words or pictures it is; `last` where it has none."""
    end = last - (tokens.forms[last - 1] == ".")
    closed = tokens.forms[end - 1] == ")"
    k = begin = end - closed
    while k > first and begin - k < _SIGNED and _credits(tokens, k - 1, k < begin and len(tokens.keys[k]) == 1):
        k -= 1
    opening = tokens.forms[k - 1]
    return k - 1 if k < begin and k - 1 > first and (opening == "(" if closed else opening in _BEFORE_CREDIT) else last


def _credits(tokens, k, spelt):
    """Say whether the token at k can be part of a credit; `spelt` tells that a letter of an agency's name stands behind it."""
    if tokens.kinds[k] in (WORD, LATIN):
        return len(tokens.keys[k]) == 1 or tokens.keys[k] in rule_words("credit")
    return tokens.forms[k] in ("،", ",", "+") or spelt and tokens.forms[k] == "."


def _dated(tokens, first, last):
    """`القاهرة 5 مارس 2018 (الوكالة) …`: say whether a place and a number stand before brackets that close at token `last`."""
    return place_end(tokens, first) > first and any(tokens.kinds[k] == NUMBER for k in range(first + 1, last))


def place_end(tokens, first):
    """Return the token after the state, capital, city or region at `first`, or `first`."""
    for place in _places().get(tokens.keys[first], ()) if first < len(tokens.keys) else ():
        if tuple(tokens.keys[first:first + len(place)]) == place:
            return first + len(place)
    return first


def _behind_place(tokens, first, last):
    """Return the token after the last mark of a dateline that begins with a place, or `first`."""
    begin = place_end(tokens, first)
    if begin == first or begin >= last or tokens.forms[begin] not in _MARKS and tokens.kinds[begin] != NUMBER and tokens.keys[begin] != "في" or tokens.forms[begin] == ":":
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
            if words > 4 or FINITE_CUES[tokens.keys[k]] and tokens.keys[k] not in rule_words("by_line"):
                break
        elif tokens.kinds[k] == PUNCT and mark not in _WITHIN:
            break
    return end if marks > 1 and end < last else first


@cache
def _places():
    """Return first word → the folded words of each state, capital, city and region that begins with it, the longest first."""
    states = read_table("states.tsv", {"name": None, "capital": None})
    names = {name.split("?")[0] for row in states for name in (row["name"], *(row["capital"] or "").split(";"))}
    names |= {name.split("?")[0] for row in read_table("places.tsv", {"names": None}) for name in row["names"].split(";")}
    places = {}
    for place in sorted({tuple(fold(name).split()) for name in names if name}, key=len, reverse=True):
        places.setdefault(place[0], []).append(place)
    return places
