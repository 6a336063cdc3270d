"""Several who are called together: `أكد الزعيمان أن`, `اتفق الجانبان على`, `مشروع قرار بريطاني فرنسي يدعو`."""

from analysis.actors.mentions import HEAD
from analysis.attribution.features import is_document
from analysis.datelines import dateline_end
from analysis.wordlists import rule_words


def both(reading, phrase, identify):
    """Return the two Sources whom a dual noun with ال that stands alone means, in the order in which the text names them; [] where it means no two.

    They are the first two of different sides in the nearest sentence that names as many, the phrase's own up to it or an
    earlier one: people for `الزعيمان`, anybody for `الجانبان`.
    """
    first, last = phrase
    authors = _authors(reading, first, last, identify)
    if authors:
        return [source._replace(span=phrase) for source in authors]
    word = reading.words[first]
    if word is None or not word.definite or last != first + 1 or first in reading.mention_at and reading.mention_at[first][0].kind != "new":
        return []
    bare = word.stem[2:]
    leaders = bare in rule_words("two_leaders")
    if not leaders and bare not in rule_words("two_sides"):
        return []
    here = reading.tokens.sentence_of[first]
    for sentence in range(here, max(here - _BACK, -1), -1):
        found = _named(reading, sentence, first, leaders, identify)
        if len(found) > 1:
            return [source._replace(span=phrase) for source in found[:2]]
    return []


def _authors(reading, first, last, identify):
    """`مشروع قرار بريطاني أميركي فرنسي`: return the Sources of the states whose adjectives alone stand behind a document's noun, two or more; else []."""
    if not is_document(reading, (first, last)):
        return []
    behind = first + 1 + (reading.words[first].stem in rule_words("drafts"))
    found = [(k, reading.mention_at[k][1]) for k in range(behind, last) if k in reading.mention_at and reading.mention_at[k][0].kind == "demonym"]
    if len(found) < 2 or [k for span in found for k in range(*span)] != list(range(behind, last)):
        return []
    name = " ".join(reading.tokens.forms[first:last])
    return [identify(*span)._replace(name=name) for span in found]


_BACK = 8
"""Sentences, its own among them, in which the two are looked for."""


def _named(reading, sentence, limit, leaders, identify):
    """Return a Source for each side that a sentence names before token `limit`, names before adjectives of states."""
    begin, end = reading.tokens.bounds[sentence]
    if sentence < HEAD:
        begin = dateline_end(reading.tokens, begin, end)
    names, adjectives = {}, {}
    for k in range(begin, min(end, limit)):
        mention, after = reading.mention_at.get(k, (None, 0))
        if mention is None or mention.party in _NO_SIDE or leaders and not (reading.is_person(mention) and mention.kind != "demonym"):
            continue
        (adjectives if mention.kind == "demonym" else names).setdefault(mention.party, (k, after))
    spans = names if len(names) > 1 or leaders else {**adjectives, **names}
    return [identify(*span) for span in sorted(spans.values())]


_NO_SIDE = (None, "media", "anonymous", "civilians", "unaffiliated", "unknown", "un")
"""Parties that are no side of a meeting or an agreement between two."""
