"""Read gold codings: ID.json with resolved spans beside ID.txt."""

from pathlib import Path

from analysis.codings.nesting import nest
from analysis.codings.schema import with_sentence
from analysis.codings.store import load
from analysis.errors import InputError
from analysis.records import NARRATOR, Actor, Coding, Stance, Statement
from analysis.segment import segment
from analysis.text import read_article

NOTE = "Coded by the codebook by language-model coders, by reading; not by people. Rows that only one of them marked are optional."


def read_gold(path, article=None):
    """Read a gold coding (actors with names; statements with cue_span, content_spans, source_text_span, type) as a Coding.

    `article` is ID.txt beside ID.json where it is not given. Depth and parent follow from the spans (`nest`); a stance's
    kind is None where the gold names none. Raises InputError for a span outside the text.
    """
    path = Path(path)
    data = load(path)
    article = article or read_article(path.with_suffix(".txt"))
    try:
        return _coding(data, article, path)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"is not a gold coding: {type(error).__name__} {error}", where=str(path), remedy="see gold/README.md") from None


def _coding(data, article, path):
    sentences = segment(article)
    starts = [s.start for s in sentences]
    actors = [_actor(a) for a in data["actors"] if a["id"] != NARRATOR]
    known = {a.id: a for a in actors}
    statements = [_statement(i, s, article, known, f"{path}, statements[{i}]") for i, s in enumerate(data["statements"])]
    stances = [_stance(i, s, article, known, f"{path}, stances[{i}]") for i, s in enumerate(data["stances"])]
    return Coding(
        article, coder="gold", coder_type="model", coder_note=NOTE, actors=actors, sentences=sentences,
        statements=nest([with_sentence(s, starts) for s in statements]), stances=[with_sentence(s, starts) for s in stances],
    )


def _actor(data):
    names = data["names"] or [data["id"]]
    return Actor(data["id"], data["party"], names[0], tuple(names[1:]))


def _words(span, article, where):
    """Return (words, start, end) of a span, or three times None."""
    if span is None:
        return None, None, None
    start, end = span
    if not 0 <= start < end <= len(article.text):
        raise InputError(f"lies outside the text of {len(article.text)} code points", where=where, value=span, remedy="check that ID.txt is the text that was coded")
    return article.text[start:end], start, end


def _statement(number, data, article, actors, where):
    source = actors.get(data["source"])
    content = tuple(_words(span, article, f"{where}.content_spans")[1:] for span in data["content_spans"])
    return Statement(
        article.article_id, number, 0, data["source"], source and source.name, source and source.party, None,
        *_words(data["source_text_span"], article, f"{where}.source_text_span"), *_words(data["cue_span"], article, f"{where}.cue_span"),
        content, data["type"], coder="gold", status="made", optional=data["optional"],
    )


def _stance(number, data, article, actors, where):
    source = actors.get(data["source"])
    words, start, end = _words(data["evidence_span"], article, f"{where}.evidence_span")
    return Stance(
        article.article_id, number, 0, None, data["source"], source and source.party, data["target"], None, data.get("kind"),
        data["polarity"], float(data["polarity"]), words, start, end, coder="gold", status="made", optional=data["optional"],
    )
