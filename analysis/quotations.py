"""Pair the quotation marks of an article; unpaired and wrongly turned marks lose nothing."""

from typing import NamedTuple

from analysis.words import LATIN, QUOTE

_OPENING, _CLOSING = "“«„‹‘", "”»’›"


class Quotation(NamedTuple):
    """Tokens first … last of a quotation, its marks included; `closed` is False where no closing mark was found."""

    first: int
    last: int
    closed: bool


def find_quotations(tokens, sentences):
    """Return the quotations of an article, paired within each paragraph; unpaired and wrongly turned marks lose nothing.

    A mark opens or closes by the white space around it, then by its shape, then by whether a quotation is open.
    A quotation that is never closed ends with its paragraph. Linear in the number of marks.
    """
    marks = [i for i in tokens.telling("quotes") if not _apostrophe(tokens, i)]
    if not marks:
        return []
    found, stack, paragraph, sentence_of = [], [], None, tokens.sentence_of
    for n, i in enumerate(marks):
        here = sentences[sentence_of[i]].paragraph
        if here != paragraph:
            _close_all(found, stack, tokens, sentences)
            paragraph = here
        side = _side(tokens, i)
        if side == "close" and not stack and _turned(tokens, sentences, marks, n):
            side = "open"
        elif side == "open" and stack and _turned_shapes(tokens, stack[-1], i):
            side = "close"
        if side == "open" and stack and tokens.starts[i] and tokens.text[tokens.starts[i] - 1] in ".!؟" and tokens.forms[i][0] not in _OPENING:
            # `قالت: "… السوق."مضيفة أن …`: a full stop right before the mark closes what is open.
            side = "close"
        if side == "open" or side is None and not stack:
            if stack and _shape(tokens.forms[stack[-1]]) == _shape(tokens.forms[i]):
                if side == "open" and i - stack[-1] == 2 and tokens.keys[i - 1] == "ان":
                    # `قالت:" أن "السوق مفتوح".`: opened once more behind أن.
                    continue
                if side is None or tokens.forms[i][0] not in _OPENING and tokens.sentence_of[stack[-1]] == tokens.sentence_of[i] and i - stack[-1] < 3:
                    found.append(Quotation(stack.pop(), i, True))
                    continue
                if not _nested(tokens, sentences, marks, n):
                    start = stack.pop()
                    found.append(Quotation(start, _unclosed_end(tokens, start, i), False))
            if len(stack) < 4:
                stack.append(i)
        elif stack:
            found.append(Quotation(stack.pop(), i, True))
    _close_all(found, stack, tokens, sentences)
    return sorted(found)


def is_mark(written):
    """Say whether a written form is a quotation mark."""
    return written.kind == QUOTE


def _turned(tokens, sentences, marks, n):
    """`أكد المدير: ” السوق مغلق”`, `أضاف المدير”السوق مغلق“`, `قال المدير" السوق مغلق"`: say whether a closing mark with nothing open, of which the space around it does not tell, must be an opening one: the next mark closes."""
    i = marks[n]
    free_before, free_after = _free(tokens, i)
    told = free_before == free_after and tokens.forms[i][0] in _CLOSING or tokens.forms[i][0] not in _OPENING + _CLOSING
    return (told and n + 1 < len(marks) and sentences[tokens.sentence_of[marks[n + 1]]].paragraph == sentences[tokens.sentence_of[i]].paragraph
            and (_side(tokens, marks[n + 1]) == "close" or _turned_shapes(tokens, i, marks[n + 1])) and _shape(tokens.forms[marks[n + 1]]) == _shape(tokens.forms[i]))


def _turned_shapes(tokens, first, last):
    """`وقال ” السوق مغلق “`: say whether the white space on both sides of two marks tells nothing, and their shapes the wrong way round."""
    return tokens.forms[first][0] in _CLOSING and tokens.forms[last][0] in _OPENING and all(_free(tokens, first)) and all(_free(tokens, last))


def _nested(tokens, sentences, marks, n):
    """`"رفعوا شعار "لن نرحل". هم باقون"`: say whether the opening mark n stands in a quotation whose own mark closes behind its own: two marks that close follow."""
    here = sentences[tokens.sentence_of[marks[n]]].paragraph
    return len(marks) > n + 2 and all(sentences[tokens.sentence_of[i]].paragraph == here and _side(tokens, i) == "close" and _shape(tokens.forms[i]) == _shape(tokens.forms[marks[n]]) for i in marks[n + 1:n + 3])


def _apostrophe(tokens, i):
    """Say whether a mark stands inside a Latin word: `Moody's`."""
    return 0 < i < len(tokens) - 1 and tokens.kinds[i - 1] == tokens.kinds[i + 1] == LATIN and tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] == tokens.starts[i + 1]


def _unclosed_end(tokens, start, following):
    """A quotation whose mark is never closed ends with the sentence before the next opening mark."""
    return max(start, min(tokens.bounds[tokens.sentence_of[start]][1], following) - 1)


def _shape(mark):
    return "angle" if mark[0] in "«»‹›" else "double" if mark[0] in "\"“”„" or len(mark) > 1 else "single"


def _close_all(found, stack, tokens, sentences):
    while stack:
        start = stack.pop()
        paragraph, s = sentences[tokens.sentence_of[start]].paragraph, tokens.sentence_of[start]
        while s + 1 < len(sentences) and sentences[s + 1].paragraph == paragraph:
            s += 1
        found.append(Quotation(start, tokens.bounds[s][1] - 1, False))


def _free(tokens, i):
    """Return whether there is white space, or a mark that stands for it, before and after a quotation mark."""
    before, after = tokens.text[tokens.starts[i] - 1:tokens.starts[i]] or " ", tokens.text[tokens.ends[i]:tokens.ends[i] + 1] or " "
    return before.isspace() or before in "([-–—:،؛,.#", after.isspace() or after in ")]-–—:،؛,.؟!?…"


def _side(tokens, i):
    """Return open or close from the space around a mark, else from its shape; None if neither tells."""
    start = tokens.starts[i]
    before = tokens.text[start - 1] if start else " "
    free_before, free_after = _free(tokens, i)
    attached = i > 0 and tokens.ends[i - 1] == start and tokens.keys[i - 1] in ("و", "ب", "ل", "ك", "ف", "وب", "ول")
    if attached and not (free_after and tokens.forms[i][0] in _CLOSING) or before == "ـ":
        # not `وكالة «ا ف ب»`
        return "open"
    if before == ":" and free_after and tokens.forms[i][0] not in _OPENING + _CLOSING:
        # `قال:" لن نغلق السوق "`
        return "open"
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    shape = tokens.forms[i][0]
    return "open" if shape in _OPENING else "close" if shape in _CLOSING else None


def inside(quotations, n):
    """Return, for each of n tokens, the index of the innermost quotation that holds it, −1 outside."""
    held = [-1] * n
    for index, q in enumerate(quotations):
        for k in range(q.first, q.last + 1):
            held[k] = index
    return held
