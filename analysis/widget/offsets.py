"""Offsets between Python and the browser, and the words at which a selection snaps.

Python counts code points, a browser counts UTF-16 units: an emoji is one there and two here. Everything is converted on
this side, by one Utf16; the browser knows only its own units.
"""

import re
from bisect import bisect_left

from analysis.errors import InputError

WORD = re.compile(
    "[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*(?!\\w)"  # 3.5, 29/12
    "|[\\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c\u200d\u0300-\u036f]+"  # a word with its harakat and tatweel
    "|[^\\w\\s\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"  # one mark, or one emoji with all that belongs to it
    "(?:[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u20e3]|\u200d[^\\w\\s])*"
)
"""What Shift and an arrow takes in at a time. Direction controls and white space belong to no word."""


class Utf16:
    """Converts offsets of one text.

        >>> there = Utf16("قال 😀 نعم")
        >>> there.units(6), there.points(7)
        (7, 6)
    """

    def __init__(self, text):
        self.length = len(text)
        self._points = [i for i, c in enumerate(text) if c > "\uffff"]
        self._units = [i + n for n, i in enumerate(self._points)]

    def units(self, point):
        """Return the UTF-16 offset of a code point."""
        return point + bisect_left(self._points, point)

    def points(self, units):
        """Return the code point of a UTF-16 offset. Raises InputError for one outside the text or inside a character."""
        n = bisect_left(self._units, units) if type(units) is int else 0
        point = units - n if type(units) is int else -1
        if not 0 <= point <= self.length:
            raise InputError("lies outside the text", where="selection", value=units, remedy="select the words again")
        if n and units == self._units[n - 1] + 1:
            raise InputError("lies inside a character", where="selection", value=units, remedy="select whole characters")
        return point


def words(text):
    """Return (start, end) of every word and mark of a text.

        >>> [("قَالَ 3.5!"[a:b]) for a, b in words("قَالَ 3.5!")]
        ['قَالَ', '3.5', '!']
    """
    return [m.span() for m in WORD.finditer(text)]


def trim(text, start, end):
    """Return the span without white space and direction controls at its ends, and with the marks of its last letter.

    Raises InputError where nothing is left.

        >>> trim("قال  نعم ", 3, 9), trim("قَالَ", 0, 4)
        ((5, 8), (0, 5))
    """
    if not 0 <= start < end <= len(text):
        raise InputError("select some words first", where="selection", value=[start, end])
    while end < len(text) and _is_mark(text[end]):
        end += 1
    while start < end and (text[start].isspace() or _is_control(text[start])):
        start += 1
    while start < end and (text[end - 1].isspace() or _is_control(text[end - 1])):
        end -= 1
    if start == end:
        raise InputError("select some words first", where="selection", value=[start, end])
    return start, end


def _is_mark(character):
    return "\u064b" <= character <= "\u065f" or character == "\u0670" or "\u0300" <= character <= "\u036f"


def _is_control(character):
    return character in "\u200b\u200e\u200f\u2060\ufeff" or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
