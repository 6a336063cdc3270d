"""What the tests of the widget share: an article of hard text, a coding that the program might suggest, and spans by their words."""

from analysis.codings.schema import with_sentence
from analysis.records import NARRATOR, Actor, Coding, Stance, Statement
from analysis.segment import segment
from analysis.text import article_from_text

HARD = (
    "عاجل 🕊️ هدنة في الوادي\r\n\r\n"
    "قَالَ الوزيرُ سامي إنَّ بلادَهُ «تُرحِّبُ بالهُدنة» 👨‍👩‍👧 وتدعمها بنسبة 3.5%.\r\n"
    "وأضـــاف أن \u2067NATO\u2069 و\u200fGCC خرقا الاتفاق\u200f، وأن ٢٠١٧ كانت سنة 𐤀 صعبة 😀😀.\r\n"
    "<b>زار</b> الوفد المدينة &amp; غادر.\r\n"
    "ونفت الشمالية ذلك."
)
"""Harakat, tatweel, direction controls, an emoji of several characters, letters beyond 16 bits, CRLF, digits of two scripts, HTML."""

ACTORS = [
    Actor("sami", "south", "سامي", ("الوزير سامي",), name_en="Sami", party_name="الجنوبية", party_name_en="Southland", type="person"),
    Actor("north", "north", "الشمالية", name_en="Northland", party_name="الشمالية", party_name_en="Northland", type="state"),
    Actor("nato", "nato", "الناتو", name_en="NATO", type="institution"),
]


def article(text=HARD, article_id="wadi"):
    return article_from_text(text, article_id)


def span(words, text=HARD):
    """Return (start, end) of some words that occur once."""
    start = text.index(words)
    assert text.find(words, start + 1) < 0, f"{words} occurs twice"
    return start, start + len(words)


def said(number, source, cue, content, *, named=None, text=HARD, **more):
    """Return a suggested statement; cue, content and the words of the source are given as words of the text."""
    actor = next(a for a in ACTORS if a.id == source)
    words = (named, *span(named, text)) if named else (None, None, None)
    start, end = span(cue, text)
    return Statement("wadi", number, 0, source, actor.name, actor.party, actor.type, *words, cue, start, end,
                     tuple(span(part, text) for part in ([content] if isinstance(content, str) else content)), more.pop("form", "indirect"), rule="verb_source", **more)


def judged(number, statement, source, target, polarity, evidence, *, text=HARD):
    """Return a suggested stance."""
    party = next((a.party for a in ACTORS if a.id == source), None)
    return Stance("wadi", number, 0, statement, source, party, target, target, "evaluation", polarity, 0.7 * polarity, evidence, *span(evidence, text), rule="predicate")


def suggested(text=HARD):
    """Return what the program might suggest: two statements, one stance of a source and one of the narrator."""
    the_article = article(text)
    statements = [
        said(0, "sami", "قَالَ", "إنَّ بلادَهُ «تُرحِّبُ بالهُدنة» 👨‍👩‍👧 وتدعمها بنسبة 3.5%", named="الوزيرُ سامي", form="mixed", confidence=0.9, text=text),
        said(1, "north", "ونفت", "ذلك", named="الشمالية", confidence=0.4, text=text),
    ]
    stances = [judged(0, 0, "sami", "south", 1, "تُرحِّبُ بالهُدنة", text=text), judged(1, None, NARRATOR, "nato", -1, "خرقا الاتفاق", text=text)]
    return placed(Coding(the_article, actors=list(ACTORS), sentences=segment(the_article), statements=statements, stances=stances))


def placed(coding):
    """Return a coding with each row in its sentence."""
    starts = [s.start for s in coding.sentences]
    return coding.changed(**{name: [with_sentence(row, starts) for row in getattr(coding, name)] for name in ("statements", "stances")})
