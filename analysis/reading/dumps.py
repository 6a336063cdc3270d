"""Read XML dumps: one element an article, its parts named by a mapping file."""

import re
from html.entities import html5

from lxml import etree

from analysis.errors import InputError
from analysis.reading.encoding import FAULTS, LONGEST, NAMES, open_text
from analysis.reading.making import Record, make_record

CHUNK = 1 << 18
_LONE = re.compile("[\ud800-\udfff]")
_AMPERSAND = re.compile(r"&(?:(#\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot|apos);|(\w+;))?")


def read_xml(path, file, mapping):
    """Yield a Record for each element that `mapping.record` names.

    Dumps are often no XML as a whole: several roots, stray & and tags, a missing end. So the elements are cut out of the
    text and each is parsed by itself: what is broken in one (mended where it can be, with a warning) does not touch the
    next. An element that is not closed is no record. Entities other than HTML's letters are not resolved, and nothing is
    loaded from elsewhere. Known limits: elements of the same name inside one another, and records in a comment.
    """
    if mapping.record is None:
        raise InputError("is XML, and no element is named as the article", remedy="give a mapping with  record: NAME")
    stream, encoding = open_text(path)
    found = False
    with stream:
        for line, source in _cut_out(stream, mapping.record):
            found = True
            if isinstance(source, str):
                yield _record(source, line, file, mapping, encoding)
            else:
                yield Record(file, line, reason=str(source), encoding=NAMES[encoding])
    if not found:
        raise InputError(f"holds no element {mapping.record}", remedy="name the element of one article in the mapping")


def _cut_out(stream, name):
    """Yield (line, source) of each element of that name; in place of the source the InputError of one that is broken."""
    text, line, more, fault = "", 1, True, None
    while more:
        try:
            more = stream.read(CHUNK)
        except FAULTS as error:
            more, fault = "", f"the file breaks off here: {error}"
        text += more
        done = 0
        for start, end, source in _elements(text, name):
            line += text.count("\n", done, start)
            yield line, source
            line += text.count("\n", start, end)
            done = end
        start = _unfinished(text, done, name)
        line += text.count("\n", done, start)
        text = text[start:]
        if len(text) > LONGEST:
            yield line, InputError(f"is an element of more than {LONGEST:,} characters")
            line, text = line + text.count("\n"), ""
    if fault or _opening(name).match(text):
        yield line, InputError(fault or "is cut off by the end of the file")


def _elements(text, name):
    """Yield (start, end, source) of the elements that are whole, and of those whose end is missing before the next one."""
    opening, closing, place = _opening(name), re.compile(rf"</{re.escape(name)}\s*>"), 0
    while start := opening.search(text, place):
        end = start if start.group().endswith("/>") else closing.search(text, start.end())
        following = opening.search(text, start.end(), end.start() if end else len(text))
        if following:
            yield start.start(), following.start(), InputError(f"is not closed before the next <{name}>")
        elif end:
            yield start.start(), end.end(), text[start.start():end.end()]
        else:
            return
        place = following.start() if following else end.end()


def _opening(name):
    return re.compile(rf"<{re.escape(name)}(?=[\s/>])[^>]*>")


def _unfinished(text, done, name):
    """Return where the element begins that is still open, or the tag that the text's end cuts; else the text's end."""
    start = _opening(name).search(text, done)
    last = text.rfind("<", done)
    return start.start() if start else last if last >= 0 and ">" not in text[last:] else len(text)


def _record(source, line, file, mapping, encoding):
    parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False, no_network=True, load_dtd=False)
    element = etree.fromstring(_AMPERSAND.sub(_entity, _LONE.sub("\ufffd", source)), parser)
    if element is None:
        return Record(file, line, reason="is no XML", encoding=NAMES[encoding])
    fields = {field: "\n".join(part for place in places for part in _at(element, place)) for field, places in mapping.places().items()}
    record = make_record(fields, file, line, encoding)
    broken = record.article and next((error.message for error in parser.error_log if "Namespace" not in error.message), None)
    return record._replace(warning=record.warning or f"broken XML was mended: {broken}") if broken else record


def _entity(match):
    """Return an & that XML understands: HTML's letters resolved, a stray & as &amp;."""
    if match.group(1):
        return match.group()
    letter = html5.get(match.group(2) or "")
    return letter if letter else "&amp;" + match.group()[1:]


def _at(element, place):
    """Return the texts of a path below the element: elements (`body/p`), or an attribute of one (`@id`, `meta/@date`).

    A name stands for that element in any namespace (`encoded` for content:encoded).
    """
    nodes = [element]
    for name in place.split("/"):
        if name.startswith("@"):
            return [value for node in nodes if (value := node.get(name[1:]))]
        nodes = [child for node in nodes for child in node if isinstance(child.tag, str) and name in (child.tag, re.sub(r"^(\{.*\}|.*:)", "", child.tag))]
    return [text for node in nodes if (text := "".join(node.itertext()).strip())]
