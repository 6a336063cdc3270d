"""Score codings against gold: precision, recall and F1 of who says what and who stands where, with what went wrong.

Statements that the gold marks optional are neither required nor punished; rows that a person rejected do not count.
Sources are right by id, by the words that name them, or by name; content counts by the Dice overlap of its words. Two codings
may mark the same words and mean another speaker by them: `meant_actor` and `meant_party` say how often they mean the same.
A stance is right if the gold has its triple; a triple that several rules found counts once for each of them.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.errors import InputError
from analysis.matching import Words, about_span, cue_of, pair, same_name, source_of
from analysis.measures import kept
from analysis.records import NARRATOR
from analysis.resampling import interval
from analysis.stance.explain import family

LEVELS = (0.3, 0.8)
"""Overlaps from which content counts as right: loosely and closely."""

STATEMENT_MEASURES = ("cue", "source", "content_0.3", "content_0.8", "attribution_0.3", "attribution_0.8")
MEASURES = (*STATEMENT_MEASURES, "words", "stance", "stance_pair", "frame")
NO_PARTY = (None, "unknown", "unaffiliated", "anonymous")
GIVEN_CUE = ("source_given_cue", "implicit_source_given_cue")
"""Accuracies among statements whose cue was found; the second where the gold source has no words in the cue's clause."""

MEANT = ("meant_actor", "meant_party")
"""Shares of the statements whose cue was found whose source is the same actor, by id or name, and of the same party."""

CAUSES = ("missed", "spurious", "source", "speaker", "content", "stance missed", "stance spurious", "frame spurious")


@dataclass(frozen=True)
class Counts:
    """How many were coded, how many of them are right, how many there are in gold, how many of those were found.

    Right and found are equal unless counts are grouped by something in which coding and gold may differ.

        >>> counts = Counts(coded=4, right=3, gold=6, found=3)
        >>> counts.precision, counts.recall, counts.f1
        (0.75, 0.5, 0.6)
    """

    coded: int = 0
    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self):
        return self.right / self.coded if self.coded else None

    @property
    def recall(self):
        return self.found / self.gold if self.gold else None

    @property
    def f1(self):
        """The harmonic mean; 0 where nothing is right, None where there is nothing to find or nothing was coded and gold is empty."""
        if not self.coded or not self.gold:
            return 0.0 if self.coded or self.gold else None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other):
        return Counts(self.coded + other.coded, self.right + other.right, self.gold + other.gold, self.found + other.found)


class Error(NamedTuple):
    """One thing that went wrong. `expected` and `got` are source ids, overlaps or signs; `text` the words in question."""

    article_id: str
    cause: str
    start: int
    cue: str | None
    expected: str | None
    got: str | None
    rule: str | None
    text: str


@dataclass
class ArticleScore:
    """The counts of one article: by measure, and by measure within each form, rule, family of stance rules and frame; and its errors."""

    article_id: str
    counts: dict = field(default_factory=lambda: defaultdict(Counts))
    groups: dict = field(default_factory=lambda: defaultdict(Counts))
    errors: list = field(default_factory=list)

    def count(self, measure, gold, coded, right=True):
        """Count one row of a measure: a statement of the gold, one of the coding (either may be None), and whether they agree."""
        hit = bool(right and gold and coded)
        self.counts[measure] += Counts(bool(coded), hit, bool(gold), hit)
        if coded:
            self.groups["form", coded.form, measure] += Counts(coded=1, right=hit)
            self.groups["rule", coded.rule, measure] += Counts(coded=1, right=hit)
        if gold:
            self.groups["form", gold.form, measure] += Counts(gold=1, found=hit)


@dataclass
class Scores:
    """Scores of many articles. `scores["cue"].f1` is a share 0–1; `interval` bounds it by resampling articles."""

    articles: list
    gold_coders: tuple = ()

    def __getitem__(self, measure):
        return sum((a.counts[measure] for a in self.articles if measure in a.counts), Counts())

    def __contains__(self, measure):
        return any(measure in a.counts for a in self.articles)

    def interval(self, measure, figure="f1", level=0.95):
        """Return (low, high) of a figure of a measure from a bootstrap over articles, None for a single article."""
        rows = [[getattr(a.counts.get(measure, Counts()), name) for name in ("coded", "right", "gold", "found")] for a in self.articles]
        return interval(rows, lambda sums: getattr(Counts(*sums), figure), level)

    def by(self, kind):
        """Return {value: {measure: Counts}} for each form, rule, family or frame. A rule or family has no recall: gold knows no rules."""
        table = defaultdict(lambda: defaultdict(Counts))
        for article in self.articles:
            for (group, value, measure), counts in article.groups.items():
                if group == kind:
                    table[value][measure] += counts
        return {value: dict(row) for value, row in sorted(table.items(), key=lambda item: str(item[0]))}

    @property
    def errors(self):
        """All errors, sorted by cause; within a cause in the order of the articles."""
        return sorted((e for a in self.articles for e in a.errors), key=lambda e: CAUSES.index(e.cause))

    @property
    def causes(self):
        """How many errors each cause has."""
        return Counter(e.cause for e in self.errors)


def score(gold, codings):
    """Return the Scores of codings against gold codings of the same articles.

    Codings of other articles are passed over. Frames are scored where the gold has any, by sentence; words by party where
    the codings name parties. Raises InputError where an article has no coding, two codings, or another
    text.

    Example:
        >>> from analysis.codings import read_coding
        >>> reference = read_coding("corpus/unsc_2336/codings/reference.json")
        >>> score([reference], [reference])["attribution_0.8"].f1
        1.0
    """
    coded = _by_article(codings, "codings")
    reference = _by_article(gold, "gold codings")
    missing = [article_id for article_id in reference if article_id not in coded]
    if missing:
        raise InputError("has no coding", where=f"article {missing[0]}", value=missing, remedy="code these articles too, or take them out of the gold")
    frames = any(coding.frames for coding in gold)
    parties = any(s.source_party for article_id in reference for s in coded[article_id].statements)
    return Scores([score_article(g, coded[i], frames, parties) for i, g in reference.items()], tuple(dict.fromkeys((g.coder, g.coder_type) for g in gold)))


def _by_article(codings, what):
    found = {}
    for coding in codings:
        article = coding.article
        if article.article_id in found:
            raise InputError(f"two {what} of one article", where=f"article {article.article_id}", value=[found[article.article_id].coder, coding.coder], remedy="score one coder at a time")
        found[article.article_id] = coding
    return found


def score_article(gold, coding, frames=False, parties=True):
    """Return the ArticleScore of one coding against the gold coding of the same article."""
    article = gold.article
    if coding.article.sha256 != article.sha256:
        raise InputError("was coded on another text than the gold", where=f"article {article.article_id}", value=coding.coder, remedy="code the gold's text")
    result, words = ArticleScore(article.article_id), Words(article.text)
    names = {a.id: (a.name, *a.aliases) for a in gold.actors}
    _score_statements(result, words, gold, coding, names)
    if parties:
        _score_words(result, words, gold, coding)
    _score_stances(result, gold, coding)
    if frames:
        _score_frames(result, gold, coding)
    return result


def same_source(names):
    """Return the test whether a coded statement has the gold statement's source; `names` are the gold's by actor id."""
    return lambda gold, coded: (gold.source == coded.source or about_span(source_of(gold), source_of(coded))
                                or any(coded.source_name and same_name(name, coded.source_name) for name in names.get(gold.source, ())))


class Speakers:
    """Whom the sources of one coding mean. An id is what its actors say it is; a coding without them (JSON lines) is taken at its word."""

    def __init__(self, coding):
        self.actors = {a.id: a for a in coding.actors}

    def names(self, statement):
        actor = self.actors.get(statement.source)
        return (actor.name, *actor.aliases) if actor else (statement.source_name,)

    def party(self, statement):
        actor = self.actors.get(statement.source)
        return actor.party if actor else statement.source_party or statement.source

    def shown(self, statement):
        return f"{statement.source} ({self.party(statement)})"


def meant(gold, coded, speakers):
    """Say whether two statements mean the same actor, and whether actors of the same party; `speakers` are the Speakers of the two codings.

    Ids differ where two codings call one actor differently: then one name must be the other, or it with a title. Sources without
    a known party are of one party only if they are the same actor. Known limit: an actor who is one in the gold and two in the coding.
    """
    expected, found = speakers
    actor = gold.source == coded.source or any(a and b and same_name(a, b) for a in expected.names(gold) for b in found.names(coded))
    return actor, actor or expected.party(gold) == found.party(coded) not in NO_PARTY


def _score_statements(result, words, gold, coding, names):
    text, expected = gold.article.text, kept(gold.statements)
    coded = [s for s in kept(coding.statements) if s.source != NARRATOR]
    pairs, speakers = pair(words, expected, coded, same_source(names)), (Speakers(gold), Speakers(coding))
    paired = [{p.first for p in pairs}, {p.second for p in pairs}]
    for p in pairs:
        if not expected[p.first].optional:
            _score_pair(result, expected[p.first], coded[p.second], p, text)
            _score_meant(result, expected[p.first], coded[p.second], p, text, speakers)
    for i, statement in enumerate(expected):
        if i not in paired[0] and not statement.optional:
            _score_alone(result, statement, None, text)
    for j, statement in enumerate(coded):
        if j not in paired[1]:
            _score_alone(result, None, statement, text)


def _score_pair(result, gold, coded, p, text):
    result.count("cue", gold, coded)
    result.count("source", gold, coded, p.same_source)
    for measure in GIVEN_CUE[: 1 + (gold.source_start is None)]:
        result.counts[measure] += Counts(1, p.same_source, 1, p.same_source)
    for level in LEVELS:
        result.count(f"content_{level}", gold, coded, p.overlap >= level)
        result.count(f"attribution_{level}", gold, coded, p.same_source and p.overlap >= level)
    if not p.same_source:
        result.errors.append(_error(result, "source", gold, text, gold.source, coded.source_name or coded.source, coded.rule))
    elif p.overlap < LEVELS[-1]:
        result.errors.append(_error(result, "content", gold, text, said(gold, text), f"{p.overlap:.2f}: {said(coded, text)}", coded.rule))


def _score_meant(result, gold, coded, p, text, speakers):
    """Count who is meant; where the source counts as right and means another actor, it is an error of its own."""
    same = meant(gold, coded, speakers)
    for measure, hit in zip(MEANT, same):
        result.counts[measure] += Counts(1, hit, 1, hit)
    if p.same_source and not same[0]:
        result.errors.append(_error(result, "speaker", gold, text, speakers[0].shown(gold), speakers[1].shown(coded), coded.rule))


def _score_alone(result, gold, coded, text):
    """Count a statement that has no partner, in every measure of statements."""
    for measure in STATEMENT_MEASURES:
        result.count(measure, gold, coded)
    if gold:
        result.errors.append(_error(result, "missed", gold, text, expected=gold.source))
    else:
        result.errors.append(_error(result, "spurious", coded, text, got=coded.source_name or coded.source, rule=coded.rule))


def _error(result, cause, statement, text, expected=None, got=None, rule=None):
    return Error(result.article_id, cause, place(statement), statement.cue, expected, got, rule, said(statement, text))


def place(statement):
    """Return where a statement begins: at its cue, or where it has none at its content."""
    return statement.cue_start if cue_of(statement) else statement.content[0][0]


def said(statement, text, limit=60):
    """Return a statement's content on one line, each span cut to `limit` code points."""
    return " … ".join(" ".join(text[a:b].split())[:limit] for a, b in statement.content)


def _score_words(result, words, gold, coding):
    """Count each word once for each party that voices it."""
    expected = {(w, s.source_party or s.source) for s in kept(gold.statements) if s.source != NARRATOR for w in words.inside(s.content)}
    coded = {(w, s.source_party) for s in kept(coding.statements) if s.source != NARRATOR for w in words.inside(s.content)}
    both = len(expected & coded)
    result.counts["words"] += Counts(len(coded), both, len(expected), both)


def _score_stances(result, gold, coding):
    required = {triple(s) for s in kept(gold.stances) if not s.optional}
    allowed = {triple(s) for s in kept(gold.stances)}
    found = {triple(s) for s in kept(coding.stances)}
    counted = found - (allowed - required)
    for measure, view in (("stance", set), ("stance_pair", lambda triples: {t[:2] for t in triples})):
        both = len(view(found) & view(required))
        result.counts[measure] += Counts(len(view(counted)), both, len(view(required)), both)
    rows = [s for s in kept(coding.stances) if triple(s) in counted]
    for kind, name in (("rule", lambda s: s.rule), ("family", lambda s: family(s.rule))):
        for value, found_by in {(name(s), triple(s)) for s in rows}:
            result.groups[kind, value, "stance"] += Counts(coded=1, right=found_by in required)
    evidence = {triple(s): s for s in (*kept(coding.stances), *kept(gold.stances))}
    for cause, triples in (("stance missed", required - found), ("stance spurious", found - allowed)):
        for t in sorted(triples):
            stance, shown = evidence[t], f"{t[0]} → {t[1]} {t[2]:+d}"
            result.errors.append(Error(result.article_id, cause, stance.start, None, shown if "missed" in cause else None, None if "missed" in cause else shown, stance.rule, stance.evidence))


def triple(stance):
    """Return a stance as (party of the source, target, sign)."""
    return stance.source_party or stance.source, stance.target, stance.polarity


def _score_frames(result, gold, coding):
    """Count a frame once a sentence: hand coding marks frames, not single words."""
    expected, coded = ({(f.sentence_id, f.frame): f for f in rows.frames} for rows in (gold, coding))
    for key in expected.keys() | coded.keys():
        counts = Counts(key in coded, key in expected and key in coded, key in expected, key in expected and key in coded)
        result.counts["frame"] += counts
        result.groups["frame", key[1], "frame"] += counts
        if key not in expected:
            f = coded[key]
            result.errors.append(Error(result.article_id, "frame spurious", f.start, None, None, f.frame, f.rule, f.evidence))
