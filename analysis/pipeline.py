"""From an article to its coding: each step takes the tables before it and adds one; nothing is changed in place."""

from analysis.actors import find_mentions, load_registry
from analysis.attribution import attribute
from analysis.camel import RULES, add_coders, check_coders
from analysis.frames import find_frames
from analysis.naming import name_parties
from analysis.phrases import Reading
from analysis.records import NARRATOR, Actor, Coding
from analysis.segment import segment
from analysis.sentiment import sentence_sentiment
from analysis.stance import judge
from analysis.words import tokenize


def analyze(article, registry=None, frames=None, coders=(RULES,), progress=None):
    """Return the program's coding of an article.

    `registry`  the actors to look for; None: the built-in ones
    `frames`    a frame vocabulary; None: the built-in one
    `coders`    the rules, and models that code beside them (analysis.camel); each row has its coder's name
    `progress`  progress(coder, done, n), called as a model goes through the sentences

        >>> from analysis.text import article_from_text
        >>> coding = analyze(article_from_text("قال الوزير الروسي إن الأمر انتهى. وغادر."))
        >>> [(s.source_text, s.cue) for s in coding.statements]
        [('الوزير الروسي', 'قال')]
    """
    further = check_coders(coders)
    registry = registry or load_registry()
    sentences = segment(article)
    tokens = tokenize(article, sentences)
    mentions = find_mentions(article, sentences, tokens, registry)
    reading = Reading(article, sentences, tokens, mentions, registry)
    statements = attribute(reading)
    stances = judge(article, sentences, tokens, mentions, statements, registry, reading)
    namings = name_parties(article, sentences, tokens, mentions, statements, reading)
    found = find_frames(article, sentences, tokens, statements, frames, reading)
    reading.page = None  # each holds the other; apart they need no collector of cycles
    actors = actors_named(mentions, statements, stances, registry)
    tones = sentence_sentiment(article, sentences, tokens)
    coding = Coding(article, actors=actors, sentences=sentences, mentions=list(mentions), statements=statements, stances=stances, namings=namings, frames=found, tones=tones)
    return add_coders(coding, tokens, further, frames, progress) if further else coding


def actors_named(mentions, statements, stances, registry):
    """Return the actors that the rows of a coding refer to by id, each once, sorted by id."""
    found = {}
    for s in statements:
        found.setdefault(s.source, (s.source_party, s.source_name, s.source_type))
    for s in stances:
        found.setdefault(s.source, (s.source_party, None, None))
        found.setdefault(s.target_actor or s.target, (s.target, None, None))
    for m in mentions:
        found.setdefault(m.actor, (m.party, m.text, None))
    found.pop(NARRATOR, None)
    introduced = getattr(mentions, "introduced", {})
    return [registry.actor(i) or introduced.get(i) or Actor(i, party or i, name or i, type=kind) for i, (party, name, kind) in sorted(found.items())]
