"""Which country a report comes from: that of the state agency in its dateline (`جدة - واس`, `مسقط (العمانية)`), or of its outlet, where that reports for one country; and which one a text tells that names only its own head of state without it."""

from analysis.actors.scan import demonym_at, match_name, match_tail
from analysis.actors.spelling import outlet_key

HEAD = 6
"""Sentences at an article's head in which a dateline is looked for."""

REACH = 12
"""Tokens of a sentence among which its agency stands."""

_MARKS = frozenset("-–—ـ/|()")


def home_of(scan, outlet):
    """Return the id of the state whose own agency sends the report or whose own paper prints it, or None: who is named in it without a state is of that state."""
    registry, homes, forms, bounds = scan.registry, scan.registry.homes, scan.tokens.forms, scan.tokens.bounds
    for n, (first, last) in enumerate(bounds):
        if n == HEAD:
            break
        for i in range(first, min(first + REACH, last)):
            for tail, state in homes.get(scan.keys[i], ()):
                end = i + 1 + len(tail)
                if tuple(scan.keys[i + 1:end]) == tail and (i > first and forms[i - 1] in _MARKS or end < last and forms[end] in _MARKS):
                    return registry.now(state)
    home = registry.outlets.get(outlet_key(outlet)) if outlet else None
    return home and registry.now(home)


def home_told(scan):
    """Return the id of the one state whose head the text names by the bare title (`الرئيس قيس سعيد`), while no title has that state's adjective (`الوزير التونسي`); None where there is none such or several.

    A national paper never says whose president its own is. It is asked where the text has named no state, or several as often.
    """
    heads, adjectives, here = set(), set(), scan.n
    scan.n = len(scan.tokens)
    for i, known in enumerate(scan.known):
        for title in known.titles if known is not None else ():
            end = match_tail(scan, i + 1, title.tail) if title.definite and title.number == "s" else None
            adjective = demonym_at(scan, end) if end else None
            if adjective is not None and adjective[0].definite:
                adjectives.add(scan.registry.now(adjective[0].actor))
            elif end and title.role in _HEADS:
                heads |= _headed(scan, end)
    scan.n = here
    heads -= adjectives
    return heads.pop() if len(heads) == 1 else None


_HEADS = ("president", "king", "emir", "sultan")
"""Roles of titles that are of a state's head."""


def _headed(scan, i):
    """Return the ids of the states whose head, on the article's date, is the person named at token i: one or none."""
    found = match_name(scan, i) if i < len(scan.keys) else None
    offices = scan.registry.offices.get(found.actor, ()) if found is not None else ()
    now = [row for row in offices if row[0] in _HEADS and (scan.date is None or (row[2] or "") <= scan.date and (row[3] is None or scan.date <= row[3]))]
    return {scan.registry.now(now[-1][1])} if now else set()
