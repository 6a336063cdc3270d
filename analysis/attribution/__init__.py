"""Who says what: statements with source, cue and content.

One way through: cached word analysis → clause reading → rules tried at cue words, one winner a cue → ends of contents
→ nesting → dropped subjects. See `rules.RULES` for the rules in order.
"""

from bisect import bisect_left

from analysis.actors import identify
from analysis.attribution.according import according_phrases
from analysis.attribution.extents import end_contents
from analysis.attribution.features import speaking_nouns
from analysis.attribution.headlines import headline_colons
from analysis.attribution.memory import Source
from analysis.attribution.rules import apply_rules
from analysis.attribution.sources import resolve
from analysis.cues import CUE_READINGS
from analysis.records import Statement
from analysis.text import fold
from analysis.words import COMMAS, NUMBER
from analysis.wordlists import adjectives, common_nouns, human_titles, rule_words, without_li

__all__ = ["attribute", "read_statements"]

LONGEST_NAME = 10
"""Words of a source's name that are kept."""


def attribute(reading):
    """Return the statements of an article's Reading in text order; actors come from the reading's registry and mentions."""
    return read_statements(reading, _identifier(reading))


def read_statements(reading, identify):
    """Return the statements of a Reading; `identify(first, last)` gives the Source of a noun phrase."""
    skip = set()
    drafts = list(headline_colons(reading, skip))
    drafts += according_phrases(reading, skip)
    drafts += apply_rules(reading, skip)
    for draft in drafts:
        draft.settle()
    drafts.sort(key=lambda d: (d.anchor, d.begin or 0))
    drafts = end_contents(reading, drafts)
    nest(drafts)
    resolve(reading, drafts, identify)
    return _statements(reading, drafts)


def nest(drafts):
    """Set parent and depth: the innermost statement whose content holds the cue (the content where there is no cue)."""
    pieces = sorted((first, last, n) for n, draft in enumerate(drafts) for first, last in draft.content)
    longest = max((last - first for first, last, n in pieces), default=0)
    for draft in drafts:
        a, b = draft.cue or draft.span
        # A piece that holds a … b begins at most its length before b: looking at no others keeps a long article's cost linear.
        near = pieces[bisect_left(pieces, (b - longest,)):bisect_left(pieces, (a + 1,))]
        holders = [drafts[n] for n in sorted({n for first, last, n in near if b <= last})]
        holders = [d for d in holders if d is not draft and d.sentence <= draft.sentence and d.content != draft.content]
        holders = [d for d in holders if not (d.cue and draft.content[0][0] <= d.cue[0] < draft.content[-1][1])]
        if holders:
            draft.parent = min(holders, key=lambda d: d.content[-1][1] - d.content[0][0])
    for draft in drafts:
        seen, outer = 0, draft.parent
        while outer is not None and seen < 9:
            seen, outer = seen + 1, outer.parent
        draft.depth = seen


def _statements(reading, drafts):
    rows, first_id = [], {}
    for draft in drafts:
        first_id[id(draft)] = len(rows)
        for source in draft.resolved or [None]:
            rows.append((draft, source))
    return [_statement(reading, n, draft, source, first_id) for n, (draft, source) in enumerate(rows)]


def _statement(reading, number, draft, source, first_id):
    tokens, text = reading.tokens, reading.article.text
    cue = tokens.span(*draft.cue) if draft.cue else (None, None)
    if draft.cue and tokens.forms[draft.cue[0]][1:2].isspace():
        # `و | أضاف`
        cue = cue[0] + 2, cue[1]
    span = _named_span(reading, *source.span) if source is not None and source.span else (None, None)
    return Statement(
        reading.article.article_id, number, reading.sentences[draft.sentence].sentence_id,
        source.actor if source else "unknown", source.name if source else None, source.party if source else None, source.type if source else None,
        text[span[0]:span[1]] if span[0] is not None else None, span[0], span[1],
        text[cue[0]:cue[1]] if cue[0] is not None else None, cue[0], cue[1],
        tuple(tokens.span(a, b) for a, b in draft.content), draft.form, draft.depth,
        first_id.get(id(draft.parent)) if draft.parent is not None else None,
        draft.reading.cue.endorsement if draft.reading else draft.endorsement, draft.confidence, draft.rule)


def _named_span(reading, first, last):
    """Return the span of a source's words; a proclitic (و, ل, ب) before them is left out where it can be told apart, and the mark that closes behind its last word taken in."""
    held = reading.inside[last - 1]
    if held >= 0 and reading.quotations[held].closed and reading.quotations[held].last == last and first < reading.quotations[held].first:
        # `الوزير "سامي حداد"`
        last += 1
    start, end = reading.tokens.span(first, last)
    word, key = reading.words[first], reading.keys[first]
    if reading.tokens.forms[first][1:2].isspace():
        # `قال الوزير و | رئيس الحزب`: the و written apart
        return start + 2, end
    if word is None or first in reading.mention_at and reading.mention_at[first][0].start == start or len(reading.tokens.forms[first]) != len(key):
        return (reading.mention_at[first][0].start if first in reading.mention_at else start), end
    if word.prep == "ب" and not word.definite and first and CUE_READINGS[reading.tokens.keys[first - 1]] and word.stem not in common_nouns() and (last == first + 1 or word.stem not in speaking_nouns()):
        # `قال بروجردي`
        return start, end
    return start + len(key) - len(word.stem) if key.endswith(word.stem) else start, end


def _before_age(tokens, first, last):
    """Return the token after a name without the age in parentheses behind it: `سامي (45 عاما)`."""
    opened = next((k for k in range(first + 1, last) if tokens.forms[k] == "("), None) if last - first > 3 else None
    return opened if opened is not None and opened + 2 < last and tokens.kinds[opened + 1] == NUMBER and tokens.keys[opened + 2] in rule_words("years") else last


def _surname(actor, registry):
    """Return the folded last word of a person's name that no list knows, by which he can be called again; None for others."""
    words = actor.name.split() if actor.type == "person" and actor.name and actor.id not in registry.actors else ()
    last = fold(words[-1]) if len(words) > 1 else ""
    bare = last.removeprefix("ال")
    return last if last and bare not in common_nouns() and bare not in adjectives() and bare not in speaking_nouns() and bare not in human_titles() else None


def _apposed_surname(reading, actor, first, last):
    """`وزير الطاقة، يوفال حداد`: return the last word of a name that no list knows behind the title of one that it does, or None."""
    word, key = reading.words[last - 1], reading.keys[last - 1]
    if actor.type != "person" or last - first < 4 or word is None or word.definite or word.particle or last - 1 in reading.mention_in or reading.tokens.forms[last - 3] not in COMMAS:
        return None
    return key if key not in common_nouns() and key not in adjectives() and key not in speaking_nouns() and key not in human_titles() else None


def _identifier(reading):
    """Return a function from a token range to its Source, each range looked up once."""
    tokens, mentions, registry, known, surnames = reading.tokens, reading.mentions, reading.registry, {}, {}

    def find(first, last):
        """Return the Source that the tokens first … last - 1 name."""
        source = known.get((first, last))
        if source is None and last - first == 1 and tokens.keys[first] in surnames and first not in reading.mention_in:
            # `قال رامز قنديلو … . وأضاف قنديلو …`
            source = known[first, last] = surnames[tokens.keys[first]]._replace(span=(first, last), head=tokens.keys[first].removeprefix("ال"))
        if source is None:
            actor = identify(tokens, first, _before_age(tokens, first, last), mentions, registry)
            head = tokens.keys[first].removeprefix("ال")
            start, end = _named_span(reading, first, last)
            name = without_li(" ".join(reading.article.text[start:end].split()[:LONGEST_NAME]))
            source = known[first, last] = Source(actor.id, name, actor.party, actor.type, actor.gender, actor.number, (first, last), head)
            surname = _surname(actor, registry) or _apposed_surname(reading, actor, first, last)
            if surname:
                surnames.setdefault(surname, source)
        return source

    return find
