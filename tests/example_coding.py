"""A small constructed article with a coding by hand: what figures, reader, measures and report are tested on."""

from analysis.records import NARRATOR, Actor, Coding, Frame, Naming, Stance, Statement
from analysis.segment import segment
from analysis.text import article_from_text

TEXT = """هدنة في الوادي

أكدت الشمالية والجنوبية على ضرورة الحفاظ على الهدنة. وقال الوزير سامي إن بلاده “ترحب بالهدنة” وإن الرئيس أعلن أن العصابات لن تنجو.
لكن الشمالية <script>alert("x")</script> خرقت الهدنة أمس وقصفت حيا سكنيا.
"""

ACTORS = [
    Actor("north", "north", "الشمالية", name_en="Northland", party_name="الشمالية", party_name_en="Northland"),
    Actor("south", "south", "الجنوبية", name_en="Southland", party_name="الجنوبية", party_name_en="Southland"),
    Actor("sami", "south", "سامي", party_name="الجنوبية", party_name_en="Southland"),
    Actor("president", "south", "الرئيس", name_en="Omar", party_name="الجنوبية", party_name_en="Southland"),
    Actor("gangs", "gangs", "العصابات", name_en="Gang Coalition", party_name="العصابات", party_name_en="Gang Coalition"),
]


def example(article_id="example", coder="rules", coder_type="rules", status="suggested"):
    """Return the coding. Its words by innermost voice are counted by hand in test_measures.py."""
    article = article_from_text(TEXT, article_id, date="2020-01-01")
    sentences = segment(article)
    joint = [(sentences[1].start + TEXT[sentences[1].start:].index("على ضرورة"), sentences[1].end - 1)]
    said = [_span("إن بلاده"), _span("تنجو")]
    said = [(said[0][0], said[1][1])]
    announced = [(_span("أن العصابات")[0], said[0][1])]
    spoken = [
        ("north", "الشمالية", "أكدت", joint, "indirect", 0, None),
        ("south", "والجنوبية", "أكدت", joint, "indirect", 0, None),
        ("sami", "الوزير سامي", "وقال", said, "mixed", 0, None),
        ("president", "الرئيس", "أعلن", announced, "indirect", 1, 2),
    ]
    statements = [_statement(article, sentences, i, *row, coder=coder, status=status) for i, row in enumerate(spoken)]
    judged = [
        ("sami", "south", 2, "relation", +1, "ترحب بالهدنة"),
        ("president", "gangs", 3, "evaluation", -1, "العصابات لن تنجو"),
        (NARRATOR, "north", None, "deed", -1, "خرقت الهدنة"),
        (NARRATOR, "north", None, "deed", -1, "وقصفت حيا سكنيا"),
    ]
    stances = [_stance(article, sentences, i, *row, coder=coder, status=status) for i, row in enumerate(judged)]
    named = [
        ("north", "الشمالية", None, NARRATOR, NARRATOR, "neutral"),
        ("gangs", "العصابات", 3, "president", "indirect", "hostile"),
    ]
    namings = [Naming(article_id, _sentence(sentences, _span(label)[0]), statement, source, voice, party, label, tone, *_span(label))
               for party, label, statement, source, voice, tone in named]
    frames = [Frame(article_id, _sentence(sentences, _span(w)[0]), None, source, frame, w, *_span(w), rule="word", coder=coder)
              for w, source, frame in (("خرقت", NARRATOR, "conflict"), ("سكنيا", NARRATOR, "human_interest"), ("الحفاظ", "north", "conflict"))]
    return Coding(article, coder, coder_type, actors=ACTORS, sentences=sentences, statements=statements, stances=stances, namings=namings, frames=frames)


def _span(words):
    start = TEXT.index(words)
    return start, start + len(words)


def _sentence(sentences, place):
    return next(s.sentence_id for s in sentences if s.start <= place < s.end)


def _statement(article, sentences, i, source, source_text, cue, content, form, depth, parent, coder, status):
    start, end = _span(source_text)
    return Statement(article.article_id, i, _sentence(sentences, content[0][0]), source, source_text, source, "person", source_text, start, end,
                     cue, *_span(cue), tuple(content), form, depth, parent, rule="verb_source", coder=coder, status=status)


def _stance(article, sentences, i, source, target, statement, kind, polarity, evidence, coder, status):
    start, end = _span(evidence)
    return Stance(article.article_id, i, _sentence(sentences, start), statement, source, None, target, None, kind, polarity, float(polarity),
                  evidence, start, end, rule="predicate", coder=coder, status=status)
