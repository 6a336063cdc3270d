"""From an article to its coding: each step takes the tables before it and adds one; nothing is changed in place."""

from analysis.records import Coding
from analysis.segment import segment


def analyze(article, registry=None, frames=None):
    """Return the program's coding of an article.

    `registry`  the actors to look for; None: the built-in ones
    `frames`    a frame vocabulary; None: the built-in one

        >>> from analysis.text import article_from_text
        >>> len(analyze(article_from_text("قال الوزير إن الأمر انتهى. وغادر.")).sentences)
        2
    """
    return Coding(article, sentences=segment(article))
