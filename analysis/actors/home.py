"""Which country a report comes from: that of the state agency in its dateline (`جدة - واس`, `مسقط (العمانية)`), or of its outlet, where that reports for one country."""

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
