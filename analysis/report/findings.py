"""Findings: sentences computed from the tables, each with its n, its evidence, and what is known about its coding.

A finding rests on claims: a function from a coding to a set of tuples, such as (source, party) of the criticism it speaks
of. The same function is applied to the reference coding, so that the sentence can say whether the two agree. Frames are not
among the findings: their vocabulary is exploratory.
"""

from collections.abc import Callable
from typing import NamedTuple

from analysis.labels import and_list, clauses, count, label, percent
from analysis.measures import effective_sources, kept, label_shares, stance_cells, status, voice_shares, words
from analysis.records import NARRATOR


class Finding(NamedTuple):
    """One sentence, what it rests on (stance cells, sentences or a figure), and what it claims (None where a reference coding cannot say)."""

    text: str
    cells: tuple = ()
    claims: Callable | None = None
    sentences: tuple[int, ...] = ()
    figure: str | None = None


def findings(material):
    """Return the findings about an article, in the order of RULES."""
    return [finding for rule in RULES for finding in rule(material)]


def coding_note(finding, material):
    """Say how the finding was coded, whether the reference coding agrees, and whether people have double-coded the article."""
    language, state = material.language, status(material.coding)
    parts = [label(f"short.{state.kind}", language, n=state.n, confirmed=state.confirmed, changed=state.changed)]
    if finding.claims is not None and material.reference is not None:
        wrong, total = disagreement(finding.claims, material.coding, material.reference)
        parts.append(label("reference.differs" if wrong else "reference.agrees", language, n=wrong, total=total, made=reference_made(material)))
    parts.append(double_coded(material))
    return clauses(parts, language) + "."


def reference_made(material):
    """Say who made the reference coding, and whether on the article on which the rules were written."""
    made = label(f"reference.made.{material.reference.coder_type}", material.language)
    return label("reference.made.here", material.language, made=made) if material.rules_written_on else made


def double_coded(material):
    """Say how many people have coded the article, where more than one."""
    return label("double.yes", material.language, n=material.people) if material.people > 1 else label("double.no", material.language)


def disagreement(claims, coding, reference):
    """Return (how many claims differ, how many there are); optional rows of the reference may be there or not."""
    made, allowed = claims(coding), claims(reference)
    required = claims(reference.changed(statements=[s for s in reference.statements if not s.optional], stances=[s for s in reference.stances if not s.optional]))
    needed = allowed & required
    return len(made - allowed - required) + len(needed - made), len(made | needed)


def _voices(material):
    """Who has how many of the words."""
    language, total = material.language, {}
    for row in voice_shares(material.coding):
        total[row.group] = total.get(row.group, 0) + row.value
    n = count("word", len(words(material.coding)), language)
    quoted = [s for s in total if s != NARRATOR]
    if not quoted:
        return [Finding(label("finding.no_source", language, n=n), claims=_largest_source, figure="who_speaks")]
    first = and_list([f"{material.names.within(material.names.actor(s))} ({percent(total[s])})" for s in quoted[:3]], language)
    return [Finding(label("finding.voices", language, narrator=percent(total.get(NARRATOR, 0)), n=n, sources=count("source", len(quoted), language), first=first),
                    claims=_largest_source, figure="who_speaks")]


def _largest_source(coding):
    return frozenset([row.group for row in voice_shares(coding) if row.group != NARRATOR][:1])


def _direct(material):
    """How much of what is quoted stands in the sources' own words, and over how many sources it is spread."""
    rows = [r for r in voice_shares(material.coding) if r.group != NARRATOR]
    quoted = sum(r.value for r in rows)
    if not quoted:
        return []
    direct = sum(r.value for r in rows if r.category == "direct")
    n = count("word", sum(w.voice != NARRATOR for w in words(material.coding)), material.language)
    return [Finding(label("finding.direct", material.language, n=n, share=percent(direct / quoted), effective=f"{effective_sources(material.coding):.1f}"), figure="who_speaks")]


def _narrator_alone(material):
    """Parties that only the outlet's own voice criticises, though others are quoted."""
    found = _critics(material.coding)
    parties = [p for p, cells in found.items() if not _quoted(cells)]
    if not parties or not kept(material.coding.statements):
        return []
    cells = [c for p in parties for c in found[p]]
    return [_sentence(material, "finding.narrator_alone", cells, _criticism_of(parties), parties=parties, n=_spans(cells, -1))]


def _sources_alone(material):
    """Parties that only quoted sources criticise; those with the same critics share a sentence."""
    found, groups = _critics(material.coding), {}
    for party, cells in found.items():
        if len(_quoted(cells)) == len(cells):
            groups.setdefault(frozenset(c.source for c in cells), []).append(party)
    made = []
    for parties in groups.values():
        cells = [c for p in parties for c in found[p]]
        made.append(_sentence(material, "finding.sources_alone", cells, _criticism_of(parties), parties=parties, sources=cells, n=_spans(cells, -1)))
    return made


def _all_critics(material):
    """Parties that both the outlet and quoted sources criticise."""
    made = []
    for party, cells in _critics(material.coding).items():
        quoted = _quoted(cells)
        if quoted and len(quoted) < len(cells):
            own = [c for c in cells if c.source == NARRATOR]
            made.append(_sentence(material, "finding.all_critics", cells, _criticism_of([party]), parties=[party], sources=quoted, n=_spans(quoted, -1), own=_spans(own, -1)))
    return made


def _contrast(material):
    """Parties that quoted sources only favour and the outlet only criticises, or the other way round."""
    made, cells = [], stance_cells(material.coding)
    for party in dict.fromkeys(c.target for c in cells):
        toward = [c for c in cells if c.target == party]
        quoted, own = _quoted(toward), [c for c in toward if c.source == NARRATOR]
        if ({c.sign for c in quoted}, {c.sign for c in own}) in (({"favourable"}, {"unfavourable"}), ({"unfavourable"}, {"favourable"})):
            made.append(_sentence(material, f"finding.contrast_{own[0].sign}", toward, _signs_toward(party), parties=[party], sources=quoted, n=_spans(quoted), own=_spans(own)))
    return made


def _praised(material):
    """Who speaks well of whom, the party with most evidence first."""
    language, found = material.language, {}
    for cell in stance_cells(material.coding):
        if cell.favourable:
            found.setdefault(cell.target, []).append(cell)
    order = sorted(found, key=lambda p: -_spans(found[p], 1))
    parts = [_fill(material, "finding.praised_part", parties=[p], sources=found[p], n=_spans(found[p], 1)) for p in order]
    cells = tuple(c for p in order for c in found[p])
    return [Finding(label("finding.praised", language, parts=clauses(parts, language)), cells, _praise)] if parts else []


def _unheard(material):
    """Parties that are evaluated but never speak."""
    unheard = _never_speak(material.coding)
    cells = [c for c in stance_cells(material.coding) if c.target in unheard]
    parties = list(dict.fromkeys(c.target for c in cells))
    return [_sentence(material, "finding.unheard", cells, lambda coding: _never_speak(coding) & unheard, parties=parties, n=_spans(cells))] if parties else []


def _labels(material):
    """Labels that honour or attack, by voice."""
    language = material.language
    parts = [label("finding.label_part", language, label=r.label, party=material.names.within(material.names.party(r.party)), tone=label(f"tone.{r.tone}", language),
                   voice=label(f"voice.{r.voice}", language), n=r.n) for r in label_shares(material.coding) if r.tone != "neutral"]
    sentences = sorted({n.sentence_id for n in material.coding.namings if n.tone != "neutral"})
    return [Finding(label("finding.labels", language, parts=clauses(parts, language)), sentences=tuple(sentences))] if parts else []


def _no_stances(material):
    return [] if stance_cells(material.coding) else [Finding(label("no_stances", material.language), claims=lambda c: frozenset((s.source, s.target) for s in stance_cells(c)))]


RULES = (_voices, _direct, _narrator_alone, _sources_alone, _all_critics, _contrast, _praised, _unheard, _labels, _no_stances)


def _sentence(material, key, cells, claims, **values):
    return Finding(_fill(material, key, **values), tuple(cells), claims)


def _fill(material, key, parties, sources=(), **numbers):
    """Fill a template of labels.tsv with names and numbers of evidence spans."""
    language, names = material.language, material.names
    return label(key, language, parties=and_list([names.within(names.party(p)) for p in parties], language),
                 sources=and_list(dict.fromkeys(names.within(names.actor(c.source)) for c in sources), language),
                 **{name: count("span", n, language) for name, n in numbers.items()})


def _critics(coding):
    """Return {party: cells with unfavourable evidence toward it}."""
    found = {}
    for cell in stance_cells(coding):
        if cell.unfavourable:
            found.setdefault(cell.target, []).append(cell)
    return found


def _quoted(cells):
    return [c for c in cells if c.source != NARRATOR]


def _spans(cells, polarity=None):
    """Count the evidence spans of some cells: all, or those of one sign."""
    return len({(s.article_id, s.start, s.end, s.source, s.target) for c in cells for s in c.stances if polarity in (None, s.polarity)})


def _criticism_of(parties):
    return lambda coding: frozenset((c.source, c.target) for c in stance_cells(coding) if c.unfavourable and c.target in parties)


def _signs_toward(party):
    return lambda coding: frozenset((c.source, c.target, c.sign) for c in stance_cells(coding) if c.target == party)


def _praise(coding):
    return frozenset((c.source, c.target) for c in stance_cells(coding) if c.favourable)


def _never_speak(coding):
    heard = {name for s in kept(coding.statements) for name in (s.source, s.source_party)}
    return frozenset(c.target for c in stance_cells(coding) if c.target not in heard)
