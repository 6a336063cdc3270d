"""Codings: what is written is read back unchanged, on hard text too; what is wrong is named; nothing shifts in silence."""

import copy
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.codings import nest, read_coding, read_csv, read_gold, reanchor, write_coding, write_csv
from analysis.codings.schema import with_sentence
from analysis.codings.store import coding_from_data, coding_to_data
from analysis.errors import InputError
from analysis.records import ENDORSEMENTS, FORMS, NARRATOR, STANCE_KINDS, STATUSES, Actor, Coding, Frame, Mention, Naming, Stance, Statement
from analysis.segment import segment
from analysis.text import article_from_text

ARTICLE = Path(__file__).parent.parent / "corpus" / "unsc_2336"
REFERENCE = ARTICLE / "codings" / "reference.json"

PIECES = ["قال ", "بوتين", "وَقَالَ", "إِنَّ", "الســـلام", "ﷺ", "لا", "\u200f", "\u202b", "\u2069", "\u2066", "👩‍👧", "🇸🇾", "é", "x", "2017", "٣٫٥", "“", "”", '"', "،", ".", "؟", " ", "\u00a0", "\r\n", "\n", "\t", "=1+1", "+", "-", "@", "'", "#هدنة", "\ufeff", "\x00", " … "]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=3, max_size=40).map("".join)
WORDS = st.one_of(st.sampled_from(["=SUM(A1)", "@x", "'=", "'", "-1", "\t", "\rx", "NA", "null", "قيد", '"', "a;b", "a,b", "\r\n"]), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
ACTORS = [Actor("putin", "russia", "بوتين", ("=فلاديمير", "@p"), "Putin"), Actor("usa", "usa", "+أمريكا")]


@st.composite
def codings(draw):
    """Draw an article of awkward text and a coding with spans anywhere in it."""
    article = article_from_text(draw(TEXTS), "hard")
    text = article.text

    def span():
        start = draw(st.integers(0, len(text) - 1))
        return start, draw(st.integers(start + 1, len(text)))

    def optional_span():
        return span() if draw(st.booleans()) else (None, None)

    def words(a, b):
        return None if a is None else text[a:b]

    def statement(i):
        source, cue, first = optional_span(), optional_span(), span()
        content = (first,) if first[1] == len(text) or draw(st.booleans()) else (first, (first[1], len(text)))
        return Statement(article.article_id, i, 0, "putin", draw(st.none() | WORDS), "russia", None, words(*source), *source, words(*cue), *cue, content,
                         draw(st.sampled_from(FORMS)), endorsement=draw(st.sampled_from(ENDORSEMENTS)), confidence=draw(st.floats(0, 1)), rule=draw(st.none() | WORDS),
                         coder="سارة", status=draw(st.sampled_from(STATUSES)), optional=draw(st.booleans()))

    def stance(i, n):
        a, b = span()
        polarity = draw(st.sampled_from((1, -1)))
        return Stance(article.article_id, i, 0, draw(st.sampled_from([None, *range(n)])), draw(st.sampled_from(("putin", NARRATOR))), None, "usa", None,
                      draw(st.sampled_from(STANCE_KINDS)), polarity, float(polarity), text[a:b], a, b, coder="سارة", status="made")

    n = draw(st.integers(0, 4))
    a, b = span()
    statements, stances = [statement(i) for i in range(n)], [stance(i, n) for i in range(draw(st.integers(0, 3)))]
    others = dict(
        mentions=[Mention("hard", 0, a, b, text[a:b], "putin", "russia", "name")],
        namings=[Naming("hard", 0, None, NARRATOR, "narrator", "usa", text[a:b], "neutral", a, b)],
        frames=[Frame("hard", 0, None, NARRATOR, "conflict", text[a:b], a, b, "lexicon", "سارة")],
    )
    sentences = segment(article)
    placed = {name: [with_sentence(row, [s.start for s in sentences]) for row in rows] for name, rows in dict(statements=nest(statements), stances=stances, **others).items()}
    return Coding(article, "سارة", "person", draw(st.none() | WORDS), "1.0", "2026-11-25T08:30:00Z", None, draw(st.none() | st.booleans()), ACTORS, sentences, **placed)


@given(codings())
def test_json_round_trip(tmp_path_factory, coding):
    path = tmp_path_factory.mktemp("json") / "codings" / "سارة.json"
    write_coding(coding, path)
    assert read_coding(path, coding.article) == coding


@given(codings())
def test_csv_round_trip(tmp_path_factory, coding):
    folder = tmp_path_factory.mktemp("csv")
    write_csv(coding, folder)
    assert read_csv(folder, coding.article) == coding


@given(codings())
def test_reanchor_on_the_same_text_changes_nothing(coding):
    assert reanchor(coding, coding.article) == (coding, [])


@given(codings(), st.text(PIECES[0] + "\r\nط🇸ـ", max_size=30))
def test_reanchor_places_a_row_on_its_own_words_or_not_at_all(coding, added):
    article = article_from_text(added + coding.article.text, "hard")
    moved, lost = reanchor(coding, article)
    rows = lambda c: [*c.mentions, *c.statements, *c.stances, *c.namings, *c.frames]
    assert len(rows(moved)) + len(lost) == len(rows(coding))
    assert all(row.reason for row in lost)
    for row in moved.stances:
        assert article.text[row.start:row.end].split() == coding.stances[row.stance_id].evidence.split()


def test_reference_coding_is_complete():
    coding = read_coding(REFERENCE)
    assert coding.coder_type == "model" and "not double-coded" in coding.coder_note
    assert read_coding(REFERENCE, coding.article) == coding
    narrator = [(s.evidence, s.target, s.polarity) for s in coding.stances if s.source == NARRATOR and not s.optional]
    assert narrator == [
        ("خروقات خطيرة من النظام", "syrian_government", -1),
        ("خروقات النظام", "syrian_government", -1),
        ("خروقات من الجانب الروسي", "russia", -1),
        ("تم قصف مواقع خالية تماما من أي مظاهر مسلحة", "russia", -1),
    ]
    assert not [s for s in coding.stances if s.source != NARRATOR and s.polarity < 0 and s.target not in ("isis", "nusra")]


def test_json_is_for_people(tmp_path):
    text = REFERENCE.read_text(encoding="utf-8")
    assert "فلاديمير بوتين" in text and "\\u" not in text and text.count("\n") > 500
    write_coding(read_coding(REFERENCE), tmp_path / "again.json")
    assert (tmp_path / "again.json").read_text(encoding="utf-8") == text


def test_translation_covers_every_sentence():
    coding = read_coding(REFERENCE)
    rows = [line.split("\t") for line in (ARTICLE / "translation.tsv").read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["sentence_id", "start", "end", "gloss"]
    assert [tuple(map(int, row[:3])) for row in rows[1:]] == [(s.sentence_id, s.start, s.end) for s in coding.sentences]
    assert all(row[3].strip() for row in rows[1:])


# Each: what is done to the data of a good coding, and what the error must name.
WRONG = [
    (lambda d: d.update(schema=99), "schema", "99", "update the program"),
    (lambda d: d.pop("schema"), "schema", "is not a version", '"schema": 1'),
    (lambda d: d.update(article_id="other"), "article_id", "'other'", 'write "article_id": "'),
    (lambda d: d.update(sha256="0" * 64), "sha256", "has changed since it was coded", "re-anchor with analysis.codings.reanchor"),
    (lambda d: d.update(coder_type="robot"), "coder_type", "'robot'", "correct the value"),
    (lambda d: d.update(coder=None), "coder", "not empty", "write null"),
    (lambda d: d.update(blind="yes"), "blind", "'yes'", "correct the value"),
    (lambda d: d.update(created="yesterday"), "created", "'yesterday'", "2026-11-25T08:30:00Z"),
    (lambda d: d.update(colour="red"), "colour", "'red'", "use "),
    (lambda d: d.update(stances={}), "stances", "must be a list", "[…]"),
    (lambda d: d["statements"][3].update(cue_start=5000), "statements[3].cue_start", "5000", "count code points"),
    (lambda d: d["statements"][3].update(cue_start=-1), "statements[3].cue_start", "-1", "count code points"),
    (lambda d: d["statements"][3].update(cue_end=True), "statements[3].cue_end", "True", "correct the value"),
    (lambda d: d["statements"][3].update(cue_end=d["statements"][3]["cue_start"]), "statements[3].cue_end", "must lie after the start", "offsets end"),
    (lambda d: d["statements"][3].update(cue="وقال"), "statements[3].cue", "'ونص'", "reanchor"),
    (lambda d: d["statements"][3].update(cue=None), "statements[3].cue", "is missing", "null for all three"),
    (lambda d: d["statements"][3].update(cue=""), "statements[3].cue", "''", "write null"),
    (lambda d: d["statements"][3].update(form="spoken"), "statements[3].form", "'spoken'", "correct the value"),
    (lambda d: d["statements"][3].update(speaker="un"), "statements[3].speaker", "not a known field", "use "),
    (lambda d: d["statements"][3].pop("form"), "statements[3].form", "is missing", "add it"),
    (lambda d: d["statements"][3].update(source="nobody"), "statements[3].source", "'nobody'", "list it under actors"),
    (lambda d: d["statements"][3].update(source="مجلس"), "statements[3].source", "must be an id", "syrian_government"),
    (lambda d: d["statements"][3].update(statement_id=2), "statements[3].statement_id", "is there twice", "an id of its own"),
    (lambda d: d["statements"][3].update(depth=2), "statements[3].depth", "must be 0", "correct depth or parent"),
    (lambda d: d["statements"][3].update(parent=3), "statements[3].depth", "must be 1", "correct depth or parent"),
    (lambda d: d["statements"][3].update(parent=77), "statements[3].parent", "77", "or null"),
    (lambda d: d["statements"][3].update(confidence=1.5), "statements[3].confidence", "1.5", "correct the value"),
    (lambda d: d["statements"][3].update(confidence=float("nan")), "statements[3].confidence", "nan", "correct the value"),
    (lambda d: d["statements"][3].update(content=[]), "statements[3].content", "at least one span", "start"),
    (lambda d: d["statements"][3].update(content=[[1, 2]]), "statements[3].content[0]", "[1, 2]", "start"),
    (lambda d: d["statements"][3]["content"][0].update(text="x"), "statements[3].content[0].text", "'x'", "reanchor"),
    (lambda d: d["statements"][3].update(content=d["statements"][3]["content"] * 2), "statements[3].content[1].start", "overlaps", "order of the text"),
    (lambda d: d["statements"].append(7), "statements[18]", "7", "{…}"),
    (lambda d: d["stances"][0].update(polarity=0), "stances[0].polarity", "1, -1", "correct the value"),
    (lambda d: d["stances"][0].update(target="atlantis"), "stances[0].target", "'atlantis'", "list an actor of this party"),
    (lambda d: d["stances"][0].update(statement_id=99), "stances[0].statement_id", "99", "or null"),
    (lambda d: d["stances"][0].update(evidence=None), "stances[0].evidence", "must be a text", "correct the value"),
    (lambda d: d["actors"][1].update(id="security_council"), "actors[1].id", "is there twice", "an id of its own"),
    (lambda d: d["actors"][1].update(aliases=["المنظمة", ""]), "actors[1].aliases[1]", "''", "write null"),
]


@pytest.mark.parametrize("spoil, place, said, remedy", WRONG, ids=[w[1] + " " + w[2] for w in WRONG])
def test_errors_name_file_place_value_and_remedy(tmp_path, spoil, place, said, remedy):
    data = json.loads(REFERENCE.read_text(encoding="utf-8"))
    spoil(data)
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_coding(path, read_coding(REFERENCE).article)
    message = str(error.value)
    assert message.startswith(f"{path}, {place}: ") and said in message and remedy in message and "\n" not in message


@pytest.mark.parametrize("content, said", [(b"{", "line 1, column 2: is not JSON"), (b"\xff\xfe", "is not UTF-8"), (b"[]", "one JSON object"), (None, "no such file")])
def test_unreadable_files(tmp_path, content, said):
    path = tmp_path / "bad.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        read_coding(path, read_coding(REFERENCE).article)


def test_the_article_is_found_or_asked_for(tmp_path):
    path = tmp_path / "codings" / "sara.json"
    coding = read_coding(REFERENCE)
    write_coding(coding, path)
    with pytest.raises(InputError, match="its article is not found.*put the article's article.txt beside the coding"):
        read_coding(path)


def test_a_stopped_write_leaves_the_old_file_whole(tmp_path, monkeypatch):
    coding, path = read_coding(REFERENCE), tmp_path / "sara.json"
    write_coding(coding, path)
    before = path.read_bytes()

    def stop(*_):
        raise KeyboardInterrupt

    for name in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, name, stop)
            with pytest.raises(KeyboardInterrupt):
                write_coding(coding.changed(coder="other"), path)
        assert path.read_bytes() == before and [p.name for p in tmp_path.iterdir()] == ["sara.json"]


def test_what_could_not_be_read_is_not_written(tmp_path):
    coding, path = read_coding(REFERENCE), tmp_path / "sara.json"
    write_coding(coding, path)
    before = path.read_bytes()
    broken = coding.changed(statements=[coding.statements[0]._replace(cue_start=1)])
    with pytest.raises(InputError, match=r"statements\[0\].cue"):
        write_coding(broken, path)
    assert path.read_bytes() == before


def reanchored(change):
    """Return the reference coding moved to its article's changed text."""
    coding = read_coding(REFERENCE)
    text = change(coding.article.text)
    assert text != coding.article.text
    return coding, *reanchor(REFERENCE, article_from_text(text, "unsc_2336"))


@pytest.mark.parametrize("change", [
    lambda t: "عنوان جديد للمقال\n\n" + t,
    lambda t: t.replace("\n", "\r\n"),
    lambda t: t.replace("\n", "\n\nأعلن المحرر أن فقرة أضيفت هنا لاحقا وقال إن ذلك ضروري.\n"),
    lambda t: t.replace("دون المصادقة على تفاصيلها", "من غير أن يصادق على التفاصيل كلها"),
    lambda t: t.replace(" ", "  "),
], ids=["headline", "line ends", "paragraphs added", "wording elsewhere", "double spaces"])
def test_reanchor_finds_every_row(change):
    old, new, lost = reanchored(change)
    assert not lost
    for table in ("statements", "stances"):
        for before, after in zip(getattr(old, table), getattr(new, table), strict=True):
            assert before._replace(sentence_id=0)[3:7] == after._replace(sentence_id=0)[3:7]
    squeezed = lambda coding: [" ".join(coding.article.text[a:b].split()) for s in coding.statements for a, b in s.content]
    assert squeezed(old) == squeezed(new)
    assert [(s.depth, s.parent, s.cue) for s in old.statements] == [(s.depth, s.parent, s.cue and " ".join(s.cue.split())) for s in new.statements]


def test_reanchor_hands_back_what_is_gone():
    old, new, lost = reanchored(lambda t: t.replace("ورحب الرئيس الإيراني بوقف إطلاق النار في سوريا", "وأيد الرئيس الإيراني وقف القتال في سوريا"))
    assert [(u.table, u.row.get("cue") or u.row["evidence"]) for u in lost if u.table == "statements"] == [("statements", "ورحب")]
    assert "its words are gone" in lost[0].reason
    assert {u.reason for u in lost if u.table == "stances"} >= {"its statement found no place"}
    assert len(new.statements) == len(old.statements) - 1 and len(new.stances) + len([u for u in lost if u.table == "stances"]) == len(old.stances)


def test_reanchor_does_not_take_another_word_for_a_lost_one():
    """Of two cues, one is struck out with its words: the other must not become the place of both."""
    text = "قال سامي إن النهر فاض هذا الصباح. وقال نادر إن الجسر أغلق. وقال نادر إن الجسر فتح."
    article = article_from_text(text)
    places = [text.index("وقال"), text.rindex("وقال")]
    rows = [Statement("text", i, 0, "nader", *[None] * 6, "وقال", at, at + 4, ((at + 10, at + 22),), "indirect") for i, at in enumerate(places)]
    coding = Coding(article, "sara", actors=[Actor("nader", "civilians", "نادر")], sentences=segment(article), statements=rows)
    moved, lost = reanchor(coding, article_from_text(text.replace("وقال نادر إن الجسر أغلق. ", "")))
    assert [u.row["statement_id"] for u in lost] == [0]
    (kept,) = moved.statements
    assert kept.statement_id == 1 and moved.article.text[slice(*kept.content[0])] == text[slice(*rows[1].content[0])]


@pytest.mark.parametrize("data", [{"statements": [{"cue": "قال"}]}, {"statements": 7}, {"stances": ["x"]}, {"schema": 1}])
def test_reanchor_refuses_what_is_no_coding(data):
    with pytest.raises(InputError):
        reanchor(data, read_coding(REFERENCE).article)


def test_reanchor_takes_data_and_keeps_them_as_they_were():
    coding = read_coding(REFERENCE)
    data = coding_to_data(coding)
    before = copy.deepcopy(data)
    moved, lost = reanchor(data, article_from_text("عاجل\n\n" + coding.article.text, "unsc_2336"))
    assert data == before and not lost and len(moved.stances) == len(coding.stances)


def test_nesting_of_three_levels():
    text = "قالت الصحيفة إن الوزير أكد أن الحكومة ترفض العفو"
    spans = [("قالت", "إن الوزير"), ("أكد", "أن الحكومة"), ("ترفض", "العفو")]
    rows = [Statement("a", i, 0, "un", *[None] * 6, cue, text.index(cue), text.index(cue) + len(cue), ((text.index(content), len(text)),), "indirect") for i, (cue, content) in enumerate(spans)]
    assert [(s.depth, s.parent) for s in nest(rows[::-1])[::-1]] == [(0, None), (1, 0), (2, 1)]


def test_csv_is_safe_for_spreadsheets(tmp_path):
    coding = read_coding(REFERENCE)
    coding = coding.changed(coder_note="=HYPERLINK(A1)", statements=[s._replace(rule="@rule", source_name="+" + s.source_name) for s in coding.statements])
    write_csv(coding, tmp_path)
    assert (tmp_path / "coding.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "coder_note,'=HYPERLINK(A1)" in (tmp_path / "coding.csv").read_text(encoding="utf-8")
    rows = (tmp_path / "statements.csv").read_text(encoding="utf-8").splitlines()
    assert all(",'@rule," in row and ",'+" in row for row in rows[1:])
    assert read_csv(tmp_path, coding.article) == coding


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_saved_by_another_spreadsheet(tmp_path, delimiter):
    """A spreadsheet may write other delimiters, TRUE for True, and no mark at the start."""
    import csv

    coding = read_coding(REFERENCE)
    write_csv(coding, tmp_path)
    for path in tmp_path.glob("*.csv"):
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows([[c.upper() if c in ("True", "False") else c for c in row] for row in rows])
    assert read_csv(tmp_path, coding.article) == coding


@pytest.mark.parametrize("table, old, new, said", [
    ("statements", "وأكد,", "وأعلن,", "statements.csv, row 14.cue"),
    ("statements", '"[[', '"{[', "statements.csv, row 2.spans: is not a list"),
    ("statements", "قرارا بالإجماع", "قرار بالإجماع", "statements.csv, row 2.content: are not the words"),
    ("stances", ",policy,1,", ",policy,one,", "stances.csv, row 2.polarity: must be a whole number ('one')"),
    ("stances", "evidence", "words", "stances.csv: columns are missing ('evidence')"),
])
def test_csv_errors(tmp_path, table, old, new, said):
    coding = read_coding(REFERENCE)
    write_csv(coding, tmp_path)
    path = tmp_path / f"{table}.csv"
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_csv(tmp_path, coding.article)
    assert said in str(error.value)


GOLD = {
    "id": "g1",
    "actors": [{"id": "narrator", "party": "narrator", "names": []}, {"id": "minister", "party": "iraq", "names": ["وزير النفط", "الوزير"]}],
    "statements": [{"source": "minister", "type": "indirect", "cue_span": [0, 3], "source_text_span": [4, 14], "content_spans": [[15, 28]], "optional": False}],
    "stances": [{"source": "minister", "target": "opec", "polarity": 1, "evidence_span": [18, 28], "optional": True}],
}


def test_gold(tmp_path):
    (tmp_path / "g1.txt").write_text("قال وزير النفط إن أوبك منصفة.", encoding="utf-8")
    (tmp_path / "g1.json").write_text(json.dumps(GOLD), encoding="utf-8")
    coding = read_gold(tmp_path / "g1.json")
    (said,), (stance,) = coding.statements, coding.stances
    assert (said.cue, said.source_text, said.source_party, said.depth) == ("قال", "وزير النفط", "iraq", 0)
    assert (stance.evidence, stance.target, stance.kind, stance.optional) == ("أوبك منصفة", "opec", None, True)
    assert coding.actors == [Actor("minister", "iraq", "وزير النفط", ("الوزير",))] and coding.coder_type == "model"


@pytest.mark.parametrize("change, said", [
    (lambda g: g["statements"][0].update(cue_span=[0, 900]), r"statements\[0\].cue_span: lies outside the text"),
    (lambda g: g["statements"][0].pop("type"), "is not a gold coding: KeyError 'type'"),
])
def test_gold_errors(tmp_path, change, said):
    data = copy.deepcopy(GOLD)
    change(data)
    (tmp_path / "g1.txt").write_text("قال وزير النفط إن أوبك منصفة.", encoding="utf-8")
    (tmp_path / "g1.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_gold(tmp_path / "g1.json")


def test_an_empty_coding_of_any_article(tmp_path):
    article = article_from_text("قال الوزير نعم.")
    assert coding_from_data(coding_to_data(Coding(article)), article) == Coding(article, sentences=segment(article))
