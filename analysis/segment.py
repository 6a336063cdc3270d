"""Split an article into sentences. Nothing is lost: sentences and the white space between them make up the text."""

import re

from analysis.records import Sentence

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLANK = re.compile(r"[\s\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]*")
_END = re.compile(r"[.!؟?…](?<![.!؟?…]{2})[.!؟?…]*+(?:[\"”“„»«›‹’‘'\)\]\u200e\u200f\u202c]*+(?=\s|$)|(?<=[\u0621-\u064a0-9\"»”)]\.)(?=و[\u0621-\u064a]{3}))")
"""Stops before white space; and a full stop right before و and a word, where the space between was forgotten. A run of
stops is tried once, from its beginning: a hundred thousand dots took three minutes when every dot was a beginning. The
pattern starts with the stop itself, and looks back after it, because `re` then skips to the next stop in one go."""

_NO_END = re.compile(r"(?:^|[\s(«\"“])(?:[\u0621-\u064aA-Za-z]|د|م|أ\.د|ا\.د|St|Mr|Dr|No|vs|U\.S|ص)\.$")
"""An initial or abbreviation before the full stop: `د.` (Doctor), `أ.`, `U.S.`; the sentence goes on."""

_LETTERS = re.compile(r"[\"«“(](?:[\u0621-\u064a]{1,4}\.\s?){1,5}$"), re.compile(r"\s[\u0621-\u064a]{1,4}[.\"»”)]")
"""A name in marks that is spelled out by its letters, up to a full stop, and what follows there: `"بي. إف. إم"`."""

_LEFT_OUT = re.compile(r"[(\[](?:\.{2,}|…)[)\]]$")
"""What stands for words left out of a quotation ends no sentence: `نطالب بفتح (...) السوق`."""

LONGEST = 2000
"""Characters of a sentence at most. Rules look through a whole sentence, so text without any full stop must not be one of
a million words; the longest of 39,000 sentences of news had 839."""


def segment(article):
    """Return the article's sentences in order.

    Sentences end at . ! ؟ ? … before white space, at a full stop right before و, and at line ends; never at the Arabic
    comma, the colon, a full stop in an abbreviation or number, or (...) for words left out. Quotation marks are not needed to be paired. What runs
    on for more than 2,000 characters is cut at a space.

        >>> from analysis.text import article_from_text
        >>> a = article_from_text("قال د. سامي إن النسبة 3.5 بالمئة. وأضاف: \\"لا شك!\\"")
        >>> [a.text[s.start:s.end] for s in segment(a)]
        ['قال د. سامي إن النسبة 3.5 بالمئة.', 'وأضاف: "لا شك!"']
    """
    sentences, text, paragraph = [], article.text, 0
    for line in _LINE.finditer(text):
        if _BLANK.fullmatch(text, line.start(), line.end()):
            continue
        for start, end in _spans(text, line.start(), line.end()):
            sentences.append(Sentence(article.article_id, len(sentences), paragraph, start, end))
        paragraph += 1
    return sentences


def _spans(text, start, stop):
    """Yield the sentence spans of one line, without the white space around them."""
    for match in _END.finditer(text, start, stop):
        if _LEFT_OUT.search(text, max(start, match.start() - 1), match.end()):
            continue
        if match.group() == "." and _NO_END.search(text[max(start, match.end() - 8):match.end()]):
            continue
        if match.group() == "." and _LETTERS[1].match(text, match.end()) and _LETTERS[0].search(text[max(start, match.end() - 24):match.end()]):
            continue
        if text[start:match.end()].strip():
            yield from _pieces(text, *_trim(text, start, match.end()))
            start = match.end()
    if text[start:stop].strip():
        yield from _pieces(text, *_trim(text, start, stop))


def _pieces(text, start, end):
    """Yield a sentence's span; one longer than prose has them is cut at white space."""
    while end - start > LONGEST:
        space = text.rfind(" ", start, start + LONGEST)
        stop = space if space > start else start + LONGEST
        if text[start:stop].strip():
            yield _trim(text, start, stop)
        start = stop
    yield _trim(text, start, end)


def _trim(text, start, end):
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
