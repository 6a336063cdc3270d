"""Judge an article: rules at trigger words, one Stance for each piece of evidence."""

from analysis.phrases import Reading
from analysis.records import Stance
from analysis.stance.page import NOBODY, page_of
from analysis.stance.rules import findings
from analysis.text import fold
from analysis.wordlists import named_heads

THRESHOLD = 0.5
WEAK = 0.6

MOST_PIECES = 10_000
"""Phrases that are kept for the words after them; without a limit an article of 10 MB keeps all of its own."""


def judge(article, sentences, tokens, mentions, statements, registry, reading=None):
    """Return the article's stances in text order."""
    page = page_of(reading or Reading(article, sentences, tokens, mentions, registry), statements)
    found, seen, sentence_of, named, bodies = [], set(), tokens.sentence_of, page.named, _bodies(statements)
    for i in tokens.telling("trigger"):
        if sentence_of[i] not in named:
            continue
        if len(page.pieces) > MOST_PIECES:
            page.pieces.clear()
            page.ends.clear()
        for f in findings(page, i, tokens.keys[i], tokens.written[i].trigger):
            if f.certainty < THRESHOLD or not _has_a_side(page, f.source, bodies) or f.target.party in NOBODY or f.target.party == "anonymous":
                continue
            start, end = tokens.starts[f.first], tokens.ends[f.last]
            mark = (f.source.actor, f.target.party, f.sign, start, end)
            if mark in seen:
                continue
            seen.add(mark)
            statement = page.voices[i]
            found.append(Stance(article.article_id, len(found), tokens.sentence_of[i], statement.statement_id if statement else None, f.source.actor, f.source.party,
                                f.target.party, f.target.actor, f.kind, f.sign, f.sign * f.certainty, article.text[start:end], start, end, f.rule))
    return settled(found)


def _bodies(statements):
    """Return the ids of the sources of no known party that the text calls by what bodies are called (`نقابة الصيادين`)."""
    return {s.source for s in statements if s.source_party == "unaffiliated" and s.source_type in ("institution", "group") and s.source_name and fold(s.source_name.split()[0]).removeprefix("ال") in named_heads()}


def _has_a_side(page, source, bodies):
    """Say whether a source's stance can be told: of a party, or of somebody of no known party whom the text names: a body, or a person by more than one word."""
    if source.party not in NOBODY or source.actor in bodies:
        return True
    actor = page.reading.actor(source) if source.party == "unaffiliated" else None
    return actor is not None and actor.type == "person" and " " in actor.name


def settled(stances):
    """Drop evidence that other evidence holds, titles that praise nobody, and weak evidence that stronger evidence for the same source and party contradicts."""
    stances = _without_mere_titles(_once(stances))
    weight = {}
    for s in stances:
        key = (_side(s), s.target, s.polarity)
        weight[key] = weight.get(key, 0) + abs(s.score)
    kept = [s for s in stances if abs(s.score) > WEAK or weight[(_side(s), s.target, s.polarity)] >= weight.get((_side(s), s.target, -s.polarity), 0)]
    return [s if s.stance_id == n else s._replace(stance_id=n) for n, s in enumerate(kept)]


def _side(s):
    """Return who speaks with one voice: a source's party, or the source alone who belongs to none."""
    return s.source if s.source_party in NOBODY else s.source_party


def _without_mere_titles(stances):
    """`أدانت الجماعة | الحكومة الشرعية`: a favourable label is only a title where its user speaks against who bears it in the same sentence."""
    against = {(s.sentence_id, s.source, s.target) for s in stances if s.polarity < 0 and not s.rule.startswith("label")}
    return [s for s in stances if not (s.rule.startswith("label") and s.polarity > 0 and (s.sentence_id, s.source, s.target) in against)]


def _once(stances):
    """Count words once: of `تشديد العقوبات على إيران` and `العقوبات على إيران` the longer is kept; beside the deed of `خروقات خطيرة من النظام` its adjective is not another."""
    beside = {}
    for s in stances:
        beside.setdefault(_where(s), []).append(s)
    return [s for s in stances if not any(_holds(other, s) for other in beside[_where(s)])]


def _where(s):
    """What two stances have in common of which one may hold the other: no evidence crosses a sentence, so that a long article costs no more a sentence."""
    return s.sentence_id, s.source, s.target, s.polarity


def _holds(other, s):
    if other.start >= s.start or s.end > other.end:
        return False
    if s.rule == "evaluation adjective":
        return other.kind == "deed"
    alike = other.kind == s.kind or {other.kind, s.kind} == {"relation", "policy"}
    return alike and other.end == s.end and not other.rule.startswith("evaluation") and not s.rule.startswith(("label", "evaluation"))
