"""W3C Web Annotation (JSON-LD): one annotation a row, its words selected by position and by quotation. Keeps everything.

Positions are code points in logical order, end exclusive, as the Web Annotation Data Model wants them. Many browser tools
write UTF-16 code units instead, which differ after an emoji; a quotation that is not at its position is therefore looked
for by its words and surroundings.
"""

import json

from analysis.codings.schema import HEADER, to_data
from analysis.codings.store import load, write_atomically
from analysis.errors import InputError
from analysis.exchange.parts import ROW_TABLES, Part, article_of, as_list, coding_of, fields_of, parts_of, row_data

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"isnad": "urn:isnad:"}]
AROUND = 32
"""Code points of text before and after a quotation that are kept to find it again."""


def export(codings, path):
    """Write codings as one annotation collection each, in a list where there are several."""
    collections = [collection(coding) for coding in as_list(codings)]
    write_atomically(json.dumps(collections[0] if len(collections) == 1 else collections, ensure_ascii=False, indent=1) + "\n", path)


def collection(coding):
    """Return a coding as an AnnotationCollection with one page."""
    article = coding.article
    header = {name: getattr(coding, name) for name in HEADER} | {"actors": [to_data(actor, article.text) for actor in coding.actors]}
    items = [_annotation(coding, table, i, row) for table in ROW_TABLES for i, row in enumerate(getattr(coding, table))]
    return {
        "@context": CONTEXT, "id": f"urn:isnad:{article.sha256}:{coding.coder}", "type": "AnnotationCollection",
        "label": article.title or article.article_id, "creator": {"type": "Person" if coding.coder_type == "person" else "Software", "name": coding.coder},
        "isnad:article": article.article_id, "isnad:sha256": article.sha256, "isnad:coding": header, "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(coding, table, number, row):
    article, parts = coding.article, parts_of(row)
    tags = [str(value) for name in ("source", "target", "polarity", "party", "form", "frame", "tone") if (value := getattr(row, name, None))]
    return {
        "id": f"urn:isnad:{article.sha256}:{coding.coder}:{table}:{number}", "type": "Annotation", "motivation": "classifying",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags],
        "isnad:table": table, "isnad:row": fields_of(row, article.text),
        "target": [_target(article, part) for part in parts],
    }


def _target(article, part):
    text = article.text
    quote = {"exact": text[part.start:part.end], "prefix": text[max(0, part.start - AROUND):part.start], "suffix": text[part.end:part.end + AROUND]}
    return {
        "type": "SpecificResource", "source": article.url or f"urn:isnad:article:{article.sha256}", "isnad:role": part.role,
        "selector": [{"type": "TextPositionSelector", "start": part.start, "end": part.end}, {"type": "TextQuoteSelector", **quote}],
    }


def read(path, articles):
    """Return the codings of a file. Raises InputError for a file of another kind or a quotation that is not in the text."""
    data = load(path)
    return [_coding(item, articles, str(path)) for item in (data if isinstance(data, list) else [data])]


def _coding(data, articles, where):
    try:
        article = article_of(articles, data["isnad:article"], data["isnad:sha256"], where)
        tables = {table: [] for table in ROW_TABLES}
        for i, item in enumerate(data["first"]["items"]):
            parts = [_part(target, article.text, f"{where}, items[{i}]") for target in item["target"]]
            tables[item["isnad:table"]].append(row_data(item["isnad:table"], item["isnad:row"], parts, article.text))
        return coding_of(article, data["isnad:coding"], tables, where)
    except (KeyError, TypeError) as error:
        raise InputError(f"is not an annotation collection of this project: {type(error).__name__} {error}", where=where, remedy="import what isnad export wrote") from None


def _part(target, text, where):
    """Return the Part that a target selects: by its position, or where other words stand there by its quotation."""
    selectors = {selector["type"]: selector for selector in target["selector"]}
    quote, position = selectors["TextQuoteSelector"], selectors.get("TextPositionSelector", {})
    start, exact = position.get("start", -1), quote["exact"]
    if start < 0 or text[start:start + len(exact)] != exact:
        start = _find(quote, text, where)
    return Part(target["isnad:role"], start, start + len(exact))


def _find(quote, text, where):
    """Return where a quotation stands, by its words and what is before and after it."""
    before, exact, after = quote.get("prefix", ""), quote["exact"], quote.get("suffix", "")
    whole = before + exact + after
    if text.count(whole) != 1:
        raise InputError("is not at its position, nor once in the text with these surroundings", where=where, value=exact, remedy="give the text that was annotated")
    return text.index(whole) + len(before)
