"""Tokens of an article, with their places in the text, and the clitics that Arabic writes together with a word."""

import re
from array import array
from bisect import bisect_left
from copy import copy
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import accumulate

from analysis.text import fold

WORD, NUMBER, LATIN, QUOTE, PUNCT = range(5)
COMMAS = ("،", ",")

_AND = "(?:(?<![\u0621-\u065f])\u0648[ \u00a0](?=[\u0621-\u063f\u0641-\u064a]{2}))?"
"""The و that Maghrebi papers write apart (`و قال`, `الداخلية و الجماعات المحلية`): one token with its word, as everywhere else."""

_KINDS = (
    _AND + "\u0640*[\u0621-\u063f\u0641-\u065f\u066e-\u06d3\u06d5-\u06dc\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d]"
    "[\u0621-\u065f\u066e-\u06d3\u06d5-\u06dc\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d]*",
    "[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,٫٬:][0-9\u0660-\u0669]+)*",
    "[A-Za-z\u00c0-\u024f]+",
    "[\"“”„«»‘’'‹›]+",
    "[^\\s#_\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]",
)
_TOKEN = re.compile(f"({'|'.join(_KINDS)})")
_KIND = re.compile("|".join(f"({kind})" for kind in _KINDS))


entry = dataclass(slots=True, unsafe_hash=True)
"""Decorator of a class of plain fields, as NamedTuple is, for what rules look at all the time: reading a field takes a quarter of the time. Entries are never changed in place."""

READERS = {
    "word": "analysis.wordlists.word_of",
    "phrases": "analysis.attribution.according.phrases_of",
    "cues": "analysis.attribution.rules.cues_of",
    "trigger": "analysis.stance.lexicon.trigger_of",
    "finite": "analysis.stance.page.is_finite",
    "needed": "analysis.stance.page.needed_of",
    "bars": "analysis.stance.pieces.bars_party",
    "label": "analysis.naming.label_entry",
    "frames": "analysis.frames.frames_of",
    "tone": "analysis.sentiment.tone_of",
    "sport": "analysis.stance.page.tells_of_sport",
    "home": "analysis.stance.page.means_home",
    "quotes": "analysis.quotations.is_mark",
}
"""Slot of Written → the reader of forms that fills it, a function of the Written; one may look into the slots above its own."""

TELLING = ("phrases", "cues", "trigger", "finite", "frames", "tone", "sport", "home", "quotes")
"""Slots that say nothing of most forms, and for whose sake the others are looked at (Tokens.telling)."""


class Written:
    """A written form, with its key and kind, and what it is by itself.

    All readers of forms are asked when the form is first seen, and what they say then lies at hand: every step goes over all
    tokens of an article, and a look into a table of a hundred thousand forms takes several times as long.

    word       its Word, None for marks and numbers
    phrases    the according-to phrases that can begin with it
    cues       what it triggers of attribution; trigger: of stance
    finite     True where it is a finite verb; needed: the words of which predicates need one that it may be
    bars       True where it keeps the party named after it from being doer or target
    label      what it says in a party's label, or None
    frames     its entries in the built-in vocabulary of frames; tone: its score
    sport      True where it tells of a match; home: where it means the country of who speaks; quotes: of a quotation mark
    tells      the slots among TELLING that say something of it
    """

    __slots__ = ("form", "key", "kind", *READERS, "tells")

    def __init__(self, form, key, kind):
        self.form, self.key, self.kind = form, key, kind
        for slot, read in _readers():
            setattr(self, slot, read(self))
        self.tells = tuple([slot for slot in TELLING if getattr(self, slot)])


@cache
def _readers():
    """Return (slot, function) of the READERS, whose modules need this one and so are imported when the first form is read."""
    places = [(slot, *place.rsplit(".", 1)) for slot, place in READERS.items()]
    return [(slot, getattr(import_module(module), name)) for slot, module, name in places]


class Tokens:
    """All tokens of one article as parallel lists.

    written    the Written of each token
    forms      written forms; keys: the forms folded for matching
    starts, ends   code points in the article's text
    kinds      WORD, NUMBER, LATIN, QUOTE or PUNCT
    sentence_of    index of the sentence that holds the token
    bounds     (first, last + 1) token of each sentence
    """

    __slots__ = ("text", "written", "forms", "keys", "starts", "ends", "kinds", "sentence_of", "bounds", "_telling")

    def __init__(self, text):
        self.text = text
        self.written, self.forms, self.keys, self.kinds, self.sentence_of, self.bounds = [], [], [], [], [], []
        self._telling = None
        self.starts, self.ends = array("i"), array("i")  # four bytes a token instead of 36: an article may have a million

    def __len__(self):
        return len(self.forms)

    def span(self, first, last):
        """Return (start, end) in the text of the tokens first … last - 1."""
        return self.starts[first], self.ends[last - 1]

    def words(self, first, last):
        """Return the text of the tokens first … last - 1 as it is written."""
        return self.text[self.starts[first]:self.ends[last - 1]]

    def telling(self, slot):
        """Return the tokens of whose forms one of the slots TELLING says something, in order; all slots are looked through at once."""
        if self._telling is None:
            found = self._telling = {slot: [] for slot in TELLING}
            for i, written in enumerate(self.written):
                for told in written.tells:
                    found[told].append(i)
        return self._telling[slot]

    def with_keys(self, keys):
        """Return a copy in which each token has another key."""
        other = copy(self)
        other.keys, other._telling, other.written = keys, None, [Written(form, key, kind) for form, key, kind in zip(self.forms, keys, self.kinds)]
        return other


class FormCache(dict):
    """What a function says of each written form, computed once per distinct form; emptied when it holds 100,000 forms, so that a worker stays small."""

    __slots__ = ("function",)

    def __init__(self, function):
        self.function = function

    def __missing__(self, form):
        if len(self) > 100_000:
            self.clear()
        value = self[form] = self.function(form)
        return value


_NOT_THAT = re.compile("([وفبل]?)أ(لا|لّا|لاّ)")
"""أن لا written as one word, with or without a proclitic; the exception إلا folds to the same letters."""


def key_of(form):
    """Return the key of a written form: its folded form; `ألا` is أن لا, so that its key is that of أن.

        >>> key_of("بألا"), key_of("إلا")
        ('بان', 'الا')
    """
    together = "أل" in form and _NOT_THAT.fullmatch(form)
    return together[1] + "ان" if together else fold(form.replace(" ", "").replace("\u00a0", "")) or form


_SEEN = FormCache(lambda form: Written(form, key_of(form), _KIND.match(form).lastindex - 1))
"""Written form → its Written, which all tokens of that form share: a long article repeats few."""


def tokenize(article, sentences):
    """Return the Tokens of an article's sentences.

    '#', '_' and direction controls are no tokens, so a hashtag reads as its words. A tatweel that stands alone is a mark: a dash.

        >>> from analysis.text import article_from_text
        >>> from analysis.segment import segment
        >>> a = article_from_text("قالت #وزارة_الدفاع: «لا»")
        >>> tokenize(a, segment(a)).forms
        ['قالت', 'وزارة', 'الدفاع', ':', '«', 'لا', '»']
    """
    text = article.text
    tokens = Tokens(text)
    written, starts, ends, known = tokens.written, tokens.starts, tokens.ends, _SEEN.__getitem__
    for index, sentence in enumerate(sentences):
        # Each token between what stands before and behind it: their lengths tell where it begins and ends.
        parts, first = _TOKEN.split(text[sentence.start:sentence.end]), len(written)
        borders = list(accumulate(map(len, parts), initial=sentence.start))
        written += map(known, parts[1::2])
        starts.fromlist(borders[1:-1:2])
        ends.fromlist(borders[2::2])
        tokens.bounds.append((first, len(written)))
        tokens.sentence_of += [index] * (len(written) - first)
    tokens.forms = [w.form for w in written]
    tokens.keys = [w.key for w in written]
    tokens.kinds = [w.kind for w in written]
    return tokens


def token_spans(tokens, mentions):
    """Return the (first, last + 1) token of each mention; `find_mentions` has kept those of its own."""
    known = getattr(mentions, "tokens", ())
    if len(known) == len(mentions):
        return known
    return [(bisect_left(tokens.ends, mention.start + 1), bisect_left(tokens.starts, mention.end)) for mention in mentions]


def clitics(key):
    """Return the possible (prefix, stem) splits of a folded form, the whole form first.

    A stem keeps the article: `والقرار` → ("و", "القرار"). `للقرار` gives ("ل", "القرار").

        >>> clitics("وبالقرار")
        [('', 'وبالقرار'), ('و', 'بالقرار'), ('وب', 'القرار')]
        >>> clitics("للمجلس")[1]
        ('ل', 'المجلس')
    """
    splits = [("", key)]
    n = len(key)
    if n < 3 or key[0] not in "وفبلكسا":
        return splits
    first = key[0]
    if first == "ل" and key[1] == "ل" and n > 3:
        splits.append(("ل", "ا" + key[1:]))
    if first in "وفبلكس":
        splits.append((first, key[1:]))
    if first in "وف" and n > 3 and key[1] in "بلكس":
        second = key[1]
        if second == "ل" and key[2] == "ل":
            splits.append((first + second, "ا" + key[2:]))
        splits.append((first + second, key[2:]))
    return splits
