"""From an article to its coding: each step takes the tables before it and adds one; nothing is changed in place."""

from analysis.actors import find_mentions, load_registry
from analysis.attribution import attribute
from analysis.records import Coding
from analysis.segment import segment
from analysis.words import tokenize


def analyze(article, registry=None, frames=None):
    """Return the program's coding of an article.

    `registry`  the actors to look for; None: the built-in ones
    `frames`    a frame vocabulary; None: the built-in one

        >>> from analysis.text import article_from_text
        >>> coding = analyze(article_from_text("قال الوزير الروسي إن الأمر انتهى. وغادر."))
        >>> [(s.source_text, s.cue) for s in coding.statements]
        [('الوزير الروسي', 'قال')]
    """
    registry = registry or load_registry()
    sentences = segment(article)
    tokens = tokenize(article, sentences)
    mentions = find_mentions(article, sentences, tokens, registry)
    statements = attribute(article, sentences, tokens, mentions, registry)
    return Coding(article, sentences=sentences, mentions=list(mentions), statements=statements)
