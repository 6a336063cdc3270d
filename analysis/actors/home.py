"""Which country a report comes from: that of the state agency or national paper in its dateline (`جدة - واس`, `مسقط (العمانية)`, `السومرية نيوز / بغداد`), of its outlet, where that reports for one country, of its ministry that voices its attitude (`أعربت وزارة الخارجية عن تقدير عمان`), or of its place (`الخرطوم: خاص`); and which one a text tells that names only its own head of state without it, or only its own cities."""

from analysis.actors.scan import demonym_at, match_name, match_tail
from analysis.actors.spelling import outlet_key
from analysis.actors.terms import is_a
from analysis.cues import CUE_READINGS, FINITE, attitudes
from analysis.datelines import place_end
from analysis.text import fold
from analysis.wordlists import WORDS, rule_words
from analysis.words import NUMBER, QUOTE, WORD, FormCache

HEAD = 6
"""Sentences at an article's head in which a dateline is looked for."""

REACH = 12
"""Tokens of a sentence among which its agency stands."""

PLACED = 3
"""Sentences at an article's head, its headline left out, that a place may begin; SHORT: tokens at most of a line with a place, a colon and a sender."""

SHORT = 6

_VOICES = FormCache(lambda key: any(fold(r.cue.lemma) in rule_words("voices_attitude") and r.form.pos in FINITE for r in CUE_READINGS[WORDS[key].stem]))
"""Folded form → whether it is a verb that voices an attitude."""

_MARKS = frozenset("-–—ـ/|()")
_DASHES = frozenset("-–—ـ/|")


def home_of(scan, outlet):
    """Return the id of the state whose own agency or paper sends the report, or from whose city it comes, or None: who is named in it without a state is of that state."""
    sender = _sender(scan) or outlet and scan.registry.outlets.get(outlet_key(outlet))
    return scan.registry.now(sender) if sender else _whose_attitude(scan) or _of_the_place(scan)


def _sender(scan):
    """Return the state of the agency or paper that a dateline names, or None."""
    homes, forms, bounds = scan.registry.homes, scan.tokens.forms, scan.tokens.bounds
    for first, last in bounds[:HEAD]:
        if homes.keys().isdisjoint(scan.keys[first:first + REACH]):
            continue
        for i in range(first, min(first + REACH, last)):
            for tail, state, agency in homes.get(scan.keys[i], ()):
                end = i + 1 + len(tail)
                if tuple(scan.keys[i + 1:end]) != tail or end > last:
                    continue
                marked = i > first and forms[i - 1] in _MARKS or end < last and forms[end] in _MARKS
                if agency and marked or _in_dateline(scan, first, i, end, last):
                    return state
    return None


def _in_dateline(scan, first, i, end, last):
    """`السومرية نيوز / بغداد`, `«عكاظ» (الرياض)`, `الخرطوم: الراكوبة`, `صنعاء | 17 يناير | المسيرة نت:`: say whether a medium of one country at tokens i … end - 1 has a place beside it, with marks between."""
    kinds, begin = scan.kinds, first + (scan.kinds[first] == QUOTE)
    if WORDS[scan.keys[i]].particle or place_end(scan.tokens, i) > i:
        # `الدمام - الخبر`: the city
        return False
    closed = end + (end < last and kinds[end] == QUOTE)
    if i == begin:
        return closed + 1 < last and scan.tokens.forms[closed] in _MARKS and place_end(scan.tokens, closed + 1) > closed + 1
    between = place_end(scan.tokens, begin)
    opened = i - (kinds[i - 1] == QUOTE)
    if between in (begin, opened) or not all(_beside_place(scan, k) for k in range(between, opened)):
        return False
    return closed >= last or scan.tokens.forms[closed] in _MARKS or scan.tokens.forms[closed] == ":"


def _beside_place(scan, k):
    """Say whether token k can stand between the place and the sender of a dateline: a mark, a number, a month or `في`."""
    return scan.tokens.forms[k] in _MARKS or scan.tokens.forms[k] == ":" or scan.kinds[k] == NUMBER or WORDS[scan.keys[k]].particle == "month" or is_a(scan.keys[k], "within")


def _of_the_place(scan):
    """`الجزائر - أعرب …`, `الخرطوم: خاص`: return the state of the place with which the report begins, or None.

    Not where a medium that reports of many countries sends it (`بيروت - رويترز`), nor from a city that is the seat of such media or of
    international bodies (`دبي`, `جنيف`).
    """
    for first, last in scan.tokens.bounds[1:PLACED]:
        begin = _place_of_line(scan, first, last)
        if begin is not None:
            return None if is_a(scan.keys[begin], "hub") or _sent_by_another(scan, first, min(first + REACH, last)) else _state_at(scan, begin)
    return None


def _place_of_line(scan, first, last):
    """`الجزائر - أعرب …`, `الخرطوم: خاص`, `العالم - ايران`: return the token of the place that begins a line, or ends a short one behind a mark; None where none does."""
    forms, end, short = scan.tokens.forms, place_end(scan.tokens, first), last - first <= SHORT
    if first < end < last - 1 and (forms[end] in _MARKS or forms[end] == ":" and short):
        return first
    return next((k for k in range(first + 2, last) if place_end(scan.tokens, k) == last and forms[k - 1] in _DASHES), None) if short else None


def _state_at(scan, i):
    """Return the state of which the place at token i is or whose it is, or None where nothing or more than one is."""
    tail = tuple(scan.keys[i + 1:place_end(scan.tokens, i)])
    states = {name.actor for name in scan.registry.names.get(scan.keys[i], ()) if name.tail == tail and scan.type(name.actor) == "state"}
    return states.pop() if len(states) == 1 else None


def _sent_by_another(scan, k, last):
    """Say whether a medium is named among the tokens k … last - 1 of a dateline's line."""
    return any(scan.type(found.actor) == "medium" for j in range(k, last) if (found := match_name(scan, j)) is not None)


def _whose_attitude(scan):
    """`أعربت وزارة الخارجية عن إدانة عمان للهجوم`: return the state whose attitude a ministry or minister without a state voices, or None where none or several do."""
    states, here = set(), scan.n
    for first, scan.n in scan.tokens.bounds:
        if True not in map(_VOICES.__getitem__, scan.keys[first:min(first + REACH, scan.n)]):
            continue
        voiced = next((k for k in range(first, min(first + REACH, scan.n)) if _VOICES[scan.keys[k]] and scan.kinds[k] == WORD), None)
        felt = voiced and next((k for k in range(voiced + 1, min(voiced + REACH, scan.n)) if WORDS[scan.keys[k]].stem in attitudes()), None)
        if felt and _is_bare_ministry(scan, voiced + 1, felt):
            states.add(_owner_of_attitude(scan, felt))
    scan.n = here
    states.discard(None)
    return states.pop() if len(states) == 1 else None


def _is_bare_ministry(scan, first, last):
    """Say whether the tokens first … last - 1 name a minister or ministry (`مصدر في وزارة الخارجية`) and no state or nationality."""
    known = [scan.known[k] for k in range(first, last)]
    if any(k is not None and (k.demonym or any(scan.type(name.actor) in ("state", "institution") for name in k.names if not name.tail)) for k in known):
        return False
    return any(k is not None and (k.bare or any(noun.scope == "portfolio" for noun in k.nouns) or any(title.portfolio and title.number == "s" for title in k.titles)) for k in known)


def _owner_of_attitude(scan, k):
    """`(عن بالغ) | تقدير دولة الكويت`, `(عن) إدانة واستنكار المملكة المغربية`: return the state whose the attitude named at token k is, or None."""
    while k < scan.n and WORDS[scan.keys[k]].stem in attitudes():
        k += 1
    found = match_name(scan, k) if k < scan.n else None
    return found.actor if found is not None and not found.cut and scan.type(found.actor) == "state" else None


def home_told(scan):
    """Return the id of the one state whose head the text names by the bare title (`الرئيس قيس سعيد`), while no title has that state's adjective (`الوزير التونسي`), else the one of which all its cities are; None where there is none such or several.

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
    return heads.pop() if len(heads) == 1 else None if heads else _of_all_places(scan)


def _of_all_places(scan):
    """`وصل وزير الصحة إلى وهران`: return the state of which all cities and regions are in a text that names no other state, or None."""
    if scan.main_state is not None:
        return None
    here, scan.n = scan.n, len(scan.tokens)
    places = [found for i, known in enumerate(scan.known) if known is not None and any(name.kind == "place" for name in known.names) and (found := match_name(scan, i, known)) is not None]
    scan.n = here
    states = {scan.registry.now(found.actor) for found in places if found.kind == "place"}
    states |= {state for state in scan.registry.states.values() if scan.names_party(state)} if len(states) == 1 else set()
    return states.pop() if len(states) == 1 else None


_HEADS = ("president", "king", "emir", "sultan")
"""Roles of titles that are of a state's head."""


def _headed(scan, i):
    """Return the ids of the states whose head, on the article's date, is the person named at token i: one or none."""
    found = match_name(scan, i) if i < len(scan.keys) else None
    offices = scan.registry.offices.get(found.actor, ()) if found is not None else ()
    now = [row for row in offices if row[0] in _HEADS and (scan.date is None or (row[2] or "") <= scan.date and (row[3] is None or scan.date <= row[3]))]
    return {scan.registry.now(now[-1][1])} if now else set()
