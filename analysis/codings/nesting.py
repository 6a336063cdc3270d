"""Nested speech: which statement stands inside which."""


def nest(statements):
    """Return the statements with `parent` and `depth` filled in from their spans.

    A statement's parent is the smallest other statement whose content covers its cue (its content where it has no cue)
    and all of its content. Statements that share their content (two cues, two sources) are not nested in each other.

        >>> from analysis.records import Statement
        >>> row = lambda i, cue, content: Statement("a", i, 0, "un", *[None] * 6, "قال", *cue, (content,), "indirect")
        >>> [(s.depth, s.parent) for s in nest([row(0, (0, 3), (8, 30)), row(1, (11, 15), (16, 30))])]
        [(0, None), (1, 0)]
    """
    inside = {s.statement_id: [o for o in statements if o is not s and covers(o, s)] for s in statements}
    parents = {i: min(outer, key=_length).statement_id if outer else None for i, outer in inside.items()}
    return [s._replace(parent=parents[s.statement_id], depth=_depth(parents, s.statement_id)) for s in statements]


def covers(outer, inner):
    """Say whether the outer statement's content covers the inner one's cue and content, and is longer."""
    spans = list(inner.content)
    if inner.cue_start is not None:
        spans.append((inner.cue_start, inner.cue_end))
    return _length(outer) > _length(inner) and all(any(a <= start and end <= b for a, b in outer.content) for start, end in spans)


def _length(statement):
    return sum(end - start for start, end in statement.content)


def _depth(parents, statement_id):
    depth = 0
    while (statement_id := parents[statement_id]) is not None:
        depth += 1
    return depth
