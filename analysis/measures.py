"""Sum up codings: the numbers behind every figure and finding.

Every function takes one Coding or several (which are pooled) and counts only rows that no person has rejected. One article
is a census: its counts and shares carry no interval. Shares are 0–1.
"""

from collections import Counter, defaultdict
from typing import NamedTuple

from analysis.records import NARRATOR, VOICES, Coding, Summary
from analysis.words import LATIN, NUMBER, WORD, tokenize

QUOTES = "\"“”„«»"
"""Marks that open and close speech. Which way a mark turns is not trusted: in news it is often wrong."""

AGENCIES = ("in_clause", "in_context", "absent")


class Word(NamedTuple):
    """One word of an article and whose words it is part of: several sources where they speak jointly."""

    article_id: str
    paragraph: int
    start: int
    end: int
    sources: tuple[str, ...]
    voice: str


class Cell(NamedTuple):
    """All evidence of one source toward one party. `sign` is favourable, unfavourable or both."""

    source: str
    target: str
    sign: str
    favourable: int
    unfavourable: int
    stances: tuple


class Step(NamedTuple):
    """One piece of stance evidence in the order of the article, with the totals up to and including it."""

    article_id: str
    position: float
    paragraph: int
    target: str
    voice: str
    polarity: int
    total: int


class Label(NamedTuple):
    """How often a label stands for a party in one voice; `share` of all namings of that party in that voice."""

    party: str
    label: str
    tone: str
    voice: str
    n: int
    share: float


class Agency(NamedTuple):
    """One harmful act and where its doer stands: in_clause, in_context or absent. `source` is whose words tell it, or the narrator."""

    article_id: str
    sentence_id: int
    start: int
    end: int
    act: str
    doers: tuple[str, ...]
    parties: tuple[str, ...]
    agency: str
    source: str


class Status(NamedTuple):
    """How far people have checked a coding: `kind` is machine, partly, confirmed or hand; `checked` of its `n` statements and stances.

    Of those checked, `changed` were corrected, rejected or made anew; the others were confirmed as they are.
    """

    kind: str
    checked: int
    n: int
    changed: int = 0

    @property
    def confirmed(self):
        return self.checked - self.changed


def as_list(codings):
    """Return a list of codings, whether one or several are given; of several coders of one article the first counts."""
    found = {}
    for coding in [codings] if isinstance(codings, Coding) else codings:
        found.setdefault(coding.article.article_id, coding)
    return list(found.values())


def kept(rows):
    """Return the rows that no person has rejected."""
    return [r for r in rows if r.status != "rejected"]


def status(codings):
    """Say how the coded rows came about: machine, partly (some confirmed by a person), confirmed, or hand.

    `hand` means that people made every row; a coding whose suggestions were all reviewed is `confirmed`. What a model has
    made, however careful, is machine-coded. Rows are statements and stances; the annotator also counts the sentences in which
    nothing is coded, which a person can mark as read.
    """
    codings = as_list(codings)
    rows = [(c.coder_type == "person", r.status) for c in codings for r in (*c.statements, *c.stances)]
    checked = sum(s in ("accepted", "edited", "rejected") or person and s == "made" for person, s in rows)
    if rows and all(person and s == "made" for person, s in rows):
        return Status("hand", len(rows), len(rows), len(rows))
    if not checked:
        return Status("machine", 0, len(rows))
    changed = checked - sum(s == "accepted" for _, s in rows)
    return Status("confirmed" if checked == len(rows) else "partly", checked, len(rows), changed)


def words(codings):
    """Return every word of the articles with its innermost voice.

    A word in nested speech belongs to the inner source alone; a word that several sources say jointly belongs to all of
    them. In `mixed` statements the words between quotation marks are direct speech. A name in quotation marks inside such a
    statement counts as direct too (known limit). Numbers and Latin words are words; punctuation is not.
    """
    return [word for coding in as_list(codings) for word in _words(coding)]


def _words(coding):
    text, tokens = coding.article.text, tokenize(coding.article, coding.sentences)
    owner = _innermost(coding, len(text))
    quoted = _quoted(coding, text)
    found = []
    for start, end, kind, sentence in zip(tokens.starts, tokens.ends, tokens.kinds, tokens.sentence_of):
        if kind not in (WORD, NUMBER, LATIN):
            continue
        statements = owner[start]
        sources = tuple(dict.fromkeys(s.source for s in statements)) or (NARRATOR,)
        voice = NARRATOR if not statements else _voice(statements[0], start, quoted)
        found.append(Word(coding.article.article_id, coding.sentences[sentence].paragraph, start, end, sources, voice))
    return found


def _innermost(coding, length):
    """Return, for every code point, the statements whose content is innermost there."""
    owner = [()] * length
    statements = kept(coding.statements)
    size = {s.statement_id: sum(end - start for start, end in s.content) for s in statements}
    for statement in sorted(statements, key=lambda s: (s.depth, -size[s.statement_id])):
        for start, end in statement.content:
            for i in range(start, end):
                joint = owner[i] and owner[i][0].content == statement.content and owner[i][0].depth == statement.depth
                owner[i] = (*owner[i], statement) if joint else (statement,)
    return owner


def _quoted(coding, text):
    """Return the places in `mixed` content that stand between quotation marks; a mark left open reaches to the content's end."""
    places = set()
    for statement in coding.statements:
        if statement.form == "mixed":
            for start, end in statement.content:
                inside = False
                for i in range(start, end):
                    if text[i] in QUOTES:
                        inside = not inside
                    elif inside:
                        places.add(i)
    return places


def _voice(statement, place, quoted):
    return "direct" if statement.form == "direct" or statement.form == "mixed" and place in quoted else "indirect"


def voice_shares(codings):
    """Return the share of words by innermost source and voice: Summary(source, voice, words, share).

    The shares sum to 1: a word said jointly by k sources counts 1/k for each, while `n` counts it whole for each.
    Sources come by falling share, the narrator last.
    """
    share, n = Counter(), Counter()
    all_words = words(codings)
    for word in all_words:
        for source in word.sources:
            share[source, word.voice] += 1 / len(word.sources)
            n[source, word.voice] += 1
    total = Counter()
    for (source, _), value in share.items():
        total[source] += value
    order = sorted(total, key=lambda s: (s == NARRATOR, -round(total[s], 6), s))
    return [Summary(s, v, n[s, v], share[s, v] / len(all_words)) for s in order for v in VOICES if n[s, v]]


def shares_by_coder(codings):
    """Return {source: (lowest, highest share of words)} over the coders of one article; nothing for several articles or one coder.

    How far coders part is what one article has in place of an interval.
    """
    codings = [codings] if isinstance(codings, Coding) else list(codings)
    if len(codings) < 2 or len(as_list(codings)) > 1:
        return {}
    totals = []
    for coding in codings:
        totals.append(Counter())
        for summary in voice_shares(coding):
            totals[-1][summary.group] += summary.value
    return {source: (min(t[source] for t in totals), max(t[source] for t in totals)) for source in {s for t in totals for s in t}}


def sources_by_words(codings):
    """Return the sources by falling number of words, the narrator last.

    Sources without words of their own come too: all their speech is nested, or they only act for or against a party.
    """
    order = list(dict.fromkeys(s.group for s in voice_shares(codings)))
    others = [row.source for c in as_list(codings) for row in kept([*c.statements, *c.stances])]
    return list(dict.fromkeys([s for s in order if s != NARRATOR] + others + [NARRATOR]))


def effective_sources(codings):
    """Return the effective number of quoted sources, 1 / Σ p², where p is a source's share of all quoted words.

    Laakso and Taagepera (1979). Four sources with equal space give 4; one that has nearly all gives about 1. The narrator is
    left out. None where nobody is quoted.
    """
    share = Counter()
    for summary in voice_shares(codings):
        if summary.group != NARRATOR:
            share[summary.group] += summary.value
    total = sum(share.values())
    return total ** 2 / sum(v * v for v in share.values()) if total else None


def stance_cells(codings, kind=None):
    """Return the stance matrix as one Cell for each source and party with evidence, in the order of the article.

    `kind` keeps one kind of stance alone: evaluation, relation, deed or policy.
    """
    found = defaultdict(list)
    for coding in as_list(codings):
        for stance in kept(coding.stances):
            if kind in (None, stance.kind):
                found[stance.source, stance.target].append(stance)
    return [_cell(source, target, stances) for (source, target), stances in found.items()]


def _cell(source, target, stances):
    good, bad = (sum(s.polarity == sign for s in stances) for sign in (1, -1))
    return Cell(source, target, "both" if good and bad else "favourable" if good else "unfavourable", good, bad, tuple(stances))


def accumulation(codings, kind=None):
    """Return stance evidence in order, each Step with the running total of its party, voice (quoted or narrator) and sign.

    `position` is the evidence's place in its article, 0 at the first word and 1 at the last.
    """
    totals, steps = Counter(), []
    for coding in as_list(codings):
        paragraph = {s.sentence_id: s.paragraph for s in coding.sentences}
        for stance in sorted(kept(coding.stances), key=lambda s: s.start):
            if kind not in (None, stance.kind):
                continue
            key = (stance.target, "narrator" if stance.source == NARRATOR else "quoted", stance.polarity)
            totals[key] += 1
            position = stance.start / max(1, len(coding.article.text))
            steps.append(Step(coding.article.article_id, position, paragraph[stance.sentence_id], *key, totals[key]))
    return sorted(steps, key=lambda s: s.position)


def label_shares(codings):
    """Return the labels of each party by voice, the most frequent party and label first."""
    namings = [n for c in as_list(codings) for n in c.namings]
    by_voice = Counter((n.party, n.voice) for n in namings)
    by_label = Counter((n.party, n.label) for n in namings)
    by_party = Counter(n.party for n in namings)
    count = Counter((n.party, n.label, n.tone, n.voice) for n in namings)
    rows = [Label(*key, n, n / by_voice[key[0], key[3]]) for key, n in count.items()]
    return sorted(rows, key=lambda r: (-by_party[r.party], r.party, -by_label[r.party, r.label], r.label, VOICES.index(r.voice)))


def frame_shares(codings):
    """Return the frame vocabulary by source: Summary(source, frame, places, places a word of that source).

    A place in what several say jointly counts for each of them. A lexicon sees words, not frames: exploratory until a hand-coded sample says how precise it is.
    """
    spoken, said, order = Counter(), {}, sources_by_words(codings)
    for word in words(codings):
        spoken.update(word.sources)
        said[word.article_id, word.start] = word.sources
    count = Counter((source, f.frame) for c in as_list(codings) for f in c.frames for source in _together(f, said))
    rows = sorted(count, key=lambda key: (order.index(key[0]) if key[0] in order else len(order), key[1]))
    return [Summary(source, frame, count[source, frame], count[source, frame] / max(1, spoken[source])) for source, frame in rows]


def _together(frame, said):
    """Return who says a place of the vocabulary: its source, with those who say it jointly."""
    sources = said.get((frame.article_id, frame.start), ())
    return sources if frame.source in sources else (frame.source,)


def agency(codings):
    """Return every harmful act with its doer as an Agency row, in text order: who bombs, kills, arrests, or nobody (`تم قصف المدينة`).

    An act is a verb, verbal noun or participle of the classes harm and strike (predicates.tsv without no_acts.tsv) that is told:
    not denied, asked, doubted, wanted or stopped (`وقف إطلاق النار`). The unit is the act; one told twice counts twice. Its doer stands

    in_clause    as the subject, the owner of the noun (`قصف روسيا`), a demonym (`غارة روسية`) or after `من قبل`, `على يد`;
                 `doers` is empty where no actor's name fits (`على يد مسلحين`)
    in_context   not there, but the subject is dropped and goes on from a verb before, or a pronoun means it; or another
                 harmful act, breach or crime with a doer in its clause stands in the same sentence (the nearest) or, failing
                 that, in the one before (the last)
    absent       nowhere of these

    Leaving the doer out is a choice of grammar that takes blame away: Trew (1979), Fairclough (1995). Known limits: an unvowelled verb
    with one noun after it is read as passive; the doer of the nearest other act is the likeliest one, not a certain one.

        >>> from analysis.pipeline import analyze
        >>> from analysis.text import article_from_text
        >>> coding = analyze(article_from_text("قصفت روسيا المدينة. وقتل خمسة مدنيين."))
        >>> [(row.act, row.parties, row.agency) for row in agency(coding)]
        [('قصفت', ('russia',), 'in_clause'), ('وقتل', ('russia',), 'in_context')]
    """
    return [row for coding in as_list(codings) for row in _agency(coding)]


def _agency(coding):
    # Here and not above: the other measures need no clause reading.
    from analysis.phrases import Reading
    from analysis.stance.deeds import harmful_acts
    from analysis.stance.page import Page

    tokens = tokenize(coding.article, coding.sentences)
    # A coding knows the actors that it names, as a registry does.
    page = Page(Reading(coding.article, coding.sentences, tokens, coding.mentions, coding), kept(coding.statements))
    for act in harmful_acts(page):
        i, doers = act.token, act.doers
        yield Agency(coding.article.article_id, coding.sentences[tokens.sentence_of[i]].sentence_id, tokens.starts[i], tokens.ends[i], tokens.words(i, i + 1),
                     tuple(d.actor for d in doers), tuple(dict.fromkeys(d.party for d in doers)), act.agency, page.teller(i).actor)


def agency_shares(codings):
    """Return how often the doer of a harmful act is named, by voice: Summary(narrator or quoted, agency, acts, share).

    share = acts of this agency in this voice / all acts in this voice. No row where a voice tells of no act.
    """
    count = Counter(("narrator" if row.source == NARRATOR else "quoted", row.agency) for row in agency(codings))
    total = Counter()
    for (voice, _), n in count.items():
        total[voice] += n
    return [Summary(v, a, count[v, a], count[v, a] / total[v]) for v in ("narrator", "quoted") for a in AGENCIES if total[v]]
