"""Who says what: statements with source, cue and content.

One way through: cached word analysis → clause reading → rules tried at cue words, one winner a cue → ends of contents
→ nesting → dropped subjects. See `rules.RULES` for the rules in order.
"""

from analysis.attribution.according import according_phrases, headline_colons
from analysis.attribution.extents import end_contents
from analysis.attribution.rules import apply_rules
from analysis.attribution.sources import Source, resolve
from analysis.phrases import Reading
from analysis.records import Statement

__all__ = ["attribute", "read_statements"]


def attribute(article, sentences, tokens, mentions, registry):
    """Return the article's statements in text order.

    `mentions`  what `find_mentions` found; `registry` the actors
    """
    return read_statements(Reading(article, sentences, tokens, mentions, registry), _identifier(tokens, mentions, registry))


def read_statements(reading, identify):
    """Return the statements of a Reading; `identify(first, last)` gives the Source of a noun phrase."""
    skip = set()
    drafts = list(headline_colons(reading))
    drafts += according_phrases(reading, skip)
    drafts += apply_rules(reading, skip)
    drafts.sort(key=lambda d: (d.anchor, d.begin or 0))
    drafts = end_contents(reading, drafts)
    nest(drafts)
    resolve(reading, drafts, identify)
    return _statements(reading, drafts)


def nest(drafts):
    """Set parent and depth: the innermost statement whose content holds the cue (the content where there is no cue)."""
    for draft in drafts:
        a, b = draft.cue or draft.span
        holders = [d for d in drafts if d is not draft and d.sentence <= draft.sentence and any(f <= a and b <= l for f, l in d.content) and d.content != draft.content]
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
    span = tokens.span(*source.span) if source is not None and source.span else (None, None)
    return Statement(
        reading.article.article_id, number, reading.sentences[draft.sentence].sentence_id,
        source.actor if source else "unknown", source.name if source else None, source.party if source else None, source.type if source else None,
        text[span[0]:span[1]] if span[0] is not None else None, span[0], span[1],
        text[cue[0]:cue[1]] if cue[0] is not None else None, cue[0], cue[1],
        tuple(tokens.span(a, b) for a, b in draft.content), draft.form, draft.depth,
        first_id.get(id(draft.parent)) if draft.parent is not None else None,
        draft.reading.cue.endorsement if draft.reading else "distancing" if draft.distancing else "neutral", draft.confidence, draft.rule)


def _identifier(tokens, mentions, registry):
    from analysis.actors import identify

    def find(first, last):
        actor = identify(tokens, first, last, mentions, registry)
        word = tokens.keys[first]
        return Source(actor.id, " ".join(tokens.words(first, last).split()[:10]), actor.party, actor.type, actor.gender, actor.number, (first, last), word[2:] if word.startswith("ال") else word)

    return find
