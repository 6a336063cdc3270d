"""Corpora as people have them: every format gives the same articles, and what is broken is said, not lost and not raised."""

import bz2
import csv
import gzip
import io
import json
import lzma
import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.reading import articles, read_corpus, read_mapping
from analysis.reading import encoding as encodings
from analysis.reading.copies import find_stories, group_copies, signature
from analysis.records import Article

TITLE, TEXT = "الوزير: الأمر انتهى", "قال الوزير، أمس، إن «الأمر» انتهى.\nوأضاف أن بلاده ترحب بالاتفاق."
ROWS = [{"article_id": f"a{i}", "title": TITLE, "text": f"{TEXT} {i}", "outlet": "الصحيفة", "date": "2031-05-0" + str(i + 1), "url": None} for i in range(3)]
WHOLE = [(row["article_id"], f"{TITLE}\n\n{row['text']}", TITLE, "الصحيفة", row["date"]) for row in ROWS]
COMPRESS = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstandard.ZstdCompressor().compress}


def as_jsonl(rows):
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"


def as_csv(rows, delimiter=","):
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, ROWS[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return sheet.getvalue()


def seen(path, mapping=None):
    return [(a.article_id, a.text, a.title, a.outlet, a.date) for a in articles(path, mapping)]


def rejects(path, mapping=None):
    return [(r.line, r.reason) for r in read_corpus(path, mapping) if r.article is None]


@pytest.mark.parametrize("ending", COMPRESS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
@pytest.mark.parametrize("kind", ["jsonl", "csv", "tsv"])
def test_every_encoding_and_compression_gives_the_same_articles(tmp_path, kind, encoding, ending):
    text = as_jsonl(ROWS) if kind == "jsonl" else as_csv(ROWS, "\t" if kind == "tsv" else ";")
    (tmp_path / f"news.{kind}{ending}").write_bytes(COMPRESS[ending](text.encode(encoding)))
    assert seen(tmp_path) == WHOLE
    assert {r.encoding for r in read_corpus(tmp_path)} == {encodings.NAMES[encoding]}


def test_parquet_gives_the_same_articles_and_names_the_column_that_is_missing(tmp_path):
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "news.parquet")
    assert seen(tmp_path) == WHOLE
    pq.write_table(pa.table({"body": ["قال"]}), tmp_path / "news.parquet")
    [(line, reason)] = rejects(tmp_path)
    assert line is None and "no column for text" in reason and "body" in reason and "text: COLUMN" in reason and "--mapping" in reason


def test_what_lies_beside_an_article_is_no_record(tmp_path):
    for name in ("article.yml", "actors.yml", "translation.tsv", "metadata.csv", "README.md", ".hidden.txt"):
        (tmp_path / name).write_text("outlet: الصحيفة\n" if name.endswith("yml") else "file\n", encoding="utf-8")
    (tmp_path / "codings").mkdir()
    (tmp_path / "codings" / "huda.json").write_text("{}", encoding="utf-8")
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    assert [(r.file, r.reason) for r in read_corpus(tmp_path)] == [("article.txt", None)]


def test_a_mapping_names_columns_keys_and_elements(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": 7, "body": ["قال الوزير", "إن الأمر انتهى."], "source": {"name": "الصحيفة"}}), encoding="utf-8")
    mapping = {"article_id": "id", "text": "body", "outlet": "source.name"}
    assert seen(tmp_path, mapping) == [("7", "قال الوزير\nإن الأمر انتهى.", None, "الصحيفة", None)]
    for wrong in ({"txt": "body"}, {"text": ""}, {"text": [3]}):
        with pytest.raises(InputError):
            read_mapping(wrong)
    (tmp_path / "mapping.yml").write_text("text: [", encoding="utf-8")
    with pytest.raises(InputError, match="YAML"):
        read_mapping(tmp_path / "mapping.yml")


XML = """<?xml version="1.0" encoding="windows-1256"?>
<dump><doc id="1" day="2031-05-01"><head>عنوان</head><body><p>قال الوزير إن الأمر انتهى.</p><p>وغادر.</p></body></doc>
<doc id="2"><head>آخر</head><body><p>قال & الوزير&nbsp;إن<br> الأمر انتهى.</p></body></doc></dump>
<dump><doc id="3"><body><p>جذر ثان في الملف نفسه.</p></body></doc>
<doc id="4"><body><p>قال الوزير إن"""
XML_MAPPING = {"record": "doc", "article_id": "@id", "title": "head", "text": "body/p", "date": "@day"}


def test_broken_xml_gives_every_whole_record_and_not_the_one_that_is_cut(tmp_path):
    (tmp_path / "dump.xml.gz").write_bytes(gzip.compress(XML.encode("cp1256")))
    *whole, cut = read_corpus(tmp_path, XML_MAPPING)
    assert [(r.article.article_id, r.article.text, r.article.date, r.line) for r in whole] == [
        ("1", "عنوان\n\nقال الوزير إن الأمر انتهى.\nوغادر.", "2031-05-01", 2),
        ("2", "آخر\n\nقال & الوزير\xa0إن الأمر انتهى.", None, 3),
        ("3", "جذر ثان في الملف نفسه.", None, 4)]
    assert [bool(r.warning) for r in whole[:2]] == [False, True]
    assert cut.article is None and "cut off" in cut.reason and cut.line == 5
    assert "record" in rejects(tmp_path)[0][1]


def test_xml_loads_no_entities(tmp_path):
    (tmp_path / "secret").write_text("سر", encoding="utf-8")
    bomb = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><d><doc id="1"><body><p>قال الوزير &x; إن الأمر انتهى.</p></body></doc></d>'
    (tmp_path / "dump.xml").write_text(bomb, encoding="utf-8")
    assert all("سر" not in r.article.text for r in read_corpus(tmp_path / "dump.xml", XML_MAPPING) if r.article)


def test_documents_and_their_metadata(tmp_path):
    from docx import Document

    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "01.txt").write_bytes(f"{TITLE}\r\n\r\n{TEXT}".encode())
    (tmp_path / "metadata.csv").write_text("file,outlet,date\npage.html,الوكالة,2031-05-09\nb/01.txt,الصحيفة,\n", encoding="utf-8")
    paragraphs = "".join(f"<p>{TEXT} وقال الوزير في المؤتمر الصحفي رقم {i} إن المحادثات مستمرة مع جميع الأطراف.</p>" for i in range(6))
    page = f'<html><head><meta charset="windows-1256"><title>{TITLE}</title></head><body><nav>الرئيسية</nav><article><h1>{TITLE}</h1>{paragraphs}</article><script>alert(1)</script></body></html>'
    (tmp_path / "page.html").write_bytes(page.encode("cp1256"))
    word = Document()
    word.add_heading(TITLE, 0)
    word.add_paragraph(TEXT)
    word.add_table(1, 1).cell(0, 0).text = "خلية"
    word.save(tmp_path / "w.docx")
    found = {a.article_id: a for a in articles(tmp_path)}
    assert list(found) == ["b/01", "page", "w"]
    assert found["b/01"].text == f"{TITLE}\r\n\r\n{TEXT}" and found["b/01"].title == TITLE and found["b/01"].outlet == "الصحيفة"
    assert (found["page"].outlet, found["page"].date, found["page"].title) == ("الوكالة", "2031-05-09", TITLE)
    assert "وأضاف أن بلاده" in found["page"].text and "الرئيسية" not in found["page"].text and "alert" not in found["page"].text
    assert found["w"].text == f"{TITLE}\n\n{TEXT}\nخلية"


BAD = {
    "empty.txt": b"", "empty.jsonl": b"", "binary.txt": bytes(range(256)) * 20, "binary.csv": b"\x00\x01\x02" * 999, "marks.txt": "ًٌٍَُ".encode() * 50,
    "quotes.txt": "«\"“”".encode() * 500, "latin.txt": b"The minister said that it is over. " * 9, "no.gz.jsonl.gz": b"no gzip", "no.docx": b"PK no zip",
    "no.parquet": b"PAR1 no", "no.xml": b"<a>", "page.html": "<html><body></body></html>".encode(), "photo.jpg": b"\xff\xd8", "head.csv": b"title,body\na,b\n",
    "cut.txt.gz": gzip.compress(TEXT.encode() * 40)[:-30], "cut.jsonl.zst": COMPRESS[".zst"](as_jsonl(ROWS * 9).encode())[:-9],
}


def test_what_cannot_be_read_is_a_reject_each_and_the_rest_goes_on(tmp_path):
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(TEXT, encoding="utf-8")
    records = list(read_corpus(tmp_path, {"record": "doc"}))
    assert {r.file for r in records if r.reason} == set(BAD)
    assert [r.file for r in records if r.article] == ["zz.txt"]
    assert all("\n" not in r.reason and len(r.reason) < 320 for r in records if r.reason)


def test_a_broken_line_costs_that_line_alone(tmp_path):
    lines = [*as_jsonl(ROWS).splitlines(), '{"text": "قال', "[1]", '{"body": "قال"}', '{"text": "' + "\\ud800" + 'قال"}', '{"text": 3}', "", as_jsonl(ROWS[:1]).strip()]
    data = "\n".join(lines).encode().replace("قال الوزير".encode(), b"\xd9\xff " * 1 + "قال الوزير".encode(), 1)
    (tmp_path / "a.jsonl").write_bytes(data)
    records = list(read_corpus(tmp_path))
    assert [r.line for r in records] == [1, 2, 3, 4, 5, 6, 7, 8, 10]
    assert [r.line for r in records if r.article] == [2, 3, 10]
    reasons = [r.reason for r in records if r.reason]
    for reason, words in zip(reasons, ["not UTF-8", "not JSON", "list", "no key text", "surrogate", "no text"], strict=True):
        assert words in reason


@pytest.mark.parametrize("kind", [".gz", ".xz", ".bz2", ".zst"])
def test_a_stream_that_breaks_off_gives_what_stands_before_and_says_so(tmp_path, kind):
    data = COMPRESS[kind](as_jsonl([{**row, "text": row["text"] + str(i * 7919 % 10007)} for i, row in enumerate(ROWS * 2000)]).encode())
    (tmp_path / f"a.jsonl{kind}").write_bytes(data[: len(data) // 2])
    *whole, last = read_corpus(tmp_path)
    assert last.article is None and ("breaks off" in last.reason or "ended before" in last.reason)
    assert all(r.article for r in whole[:-1])  # the last may be a line that is cut


def test_a_quotation_mark_never_closed_does_not_swallow_the_rows_after_it(tmp_path):
    good = as_csv(ROWS).split("\r\n", 1)
    (tmp_path / "a.csv").write_text(good[0] + '\r\nx,"عنوان,"نص\r\ny,عنوان,"نص لا ينتهي,,\r\n' + good[1], encoding="utf-8", newline="")
    records = list(read_corpus(tmp_path))
    assert [r.article.article_id for r in records if r.article] == ["a0", "a1", "a2"]
    assert [r.line for r in records if r.reason] == [2, 3]


def test_one_endless_line_is_passed_over_in_flat_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(encodings, "LONGEST", 100_000)
    line = as_jsonl(ROWS[:1])
    for name in ("a.jsonl", "b.csv"):
        head = ",".join(ROWS[0]) + "\n" if name == "b.csv" else ""
        rest = as_csv(ROWS[:1]).split("\n", 1)[1] if head else line
        (tmp_path / name).write_text(head + "قال " * 2_500_000 + "\n" + rest, encoding="utf-8")
        records = [r for r in read_corpus(tmp_path) if r.file == name]
        assert [bool(r.article) for r in records] == [False, True] and "characters" in records[0].reason


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.csv", "a.jsonl", "a.xml", "a.html", "a.docx", "a.parquet", "a.jsonl.gz", "a.csv.zst"]))
def test_no_bytes_crash_the_reader(tmp_path_factory, data, name):
    path = tmp_path_factory.mktemp("bytes") / name
    path.write_bytes(data)
    for record in read_corpus(path, {"record": "doc"}):
        assert (record.article is None) != (record.reason is None)


@given(st.lists(st.fixed_dictionaries({"title": st.text(max_size=20), "text": st.text(max_size=60).map(lambda t: "قال " + t)}), min_size=1, max_size=5))
def test_what_is_written_as_csv_or_jsonl_is_read_as_it_was(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("rows")
    rows = [{**row, "article_id": f"a{i}"} for i, row in enumerate(rows)]
    sheet = io.StringIO(newline="")
    csv.DictWriter(sheet, ["article_id", "title", "text"]).writerows([{k: k for k in ("article_id", "title", "text")}, *rows])
    (folder / "a.jsonl").write_text(as_jsonl([{k: v for k, v in row.items()} for row in rows]).replace("\u2028", "\\u2028"), encoding="utf-8", newline="")
    (folder / "b.csv").write_text(sheet.getvalue(), encoding="utf-8", newline="")
    for record in read_corpus(folder):
        row = rows[int(record.article.article_id[1:])] if record.article else None
        assert record.reason is None or "Arabic" in record.reason or "encoding" in record.reason, record
        assert row is None or record.article.text.endswith(row["text"])


def test_a_folder_without_files_and_a_path_that_is_not_there(tmp_path):
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(InputError):
            list(read_corpus(path))
    (tmp_path / "a.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="a.jsonl, line 1"):
        list(articles(tmp_path))


WIRE = [f"أعلن المتحدث رقم {i} أن القافلة {i * 7} وصلت إلى البلدة {i % 5} بعد مفاوضات دامت {i} يوما" for i in range(12)]


def test_copies_share_a_story_and_other_texts_do_not():
    wire, other = ". ".join(WIRE), ". ".join(w.replace("أعلن المتحدث", "نفت الوزيرة أمس") [::-1] for w in WIRE)
    texts = {"agency": wire, "cut": ". ".join(WIRE[:9]), "edited": wire.replace("القافلة 35", "المساعدات").replace("أعلن", "اعلن"), "other": other, "short": "قال الوزير", "short2": "قال الوزير"}
    made = [Article(name, None, None, None, None, "ar", text, "") for name, text in texts.items()]
    assert find_stories(made) == {"agency": "agency", "cut": "agency", "edited": "agency", "other": "other", "short": "short", "short2": "short2"}


def test_signatures_are_as_near_to_the_share_of_common_runs_as_datasketch():
    from datasketch import MinHash

    chance, errors = random.Random(1), []
    for common in (40, 100, 160) * 16:
        words = ["".join(chance.choices("ابتجدرسعفقلمنهوي", k=5)) for _ in range(400 - common)]
        one, other = words[:200], words[200 - common:]
        runs = [{tuple(t[i:i + 3]) for i in range(len(t) - 2)} for t in (one, other)]
        hashes = [MinHash(num_perm=60) for _ in runs]
        for made, some in zip(hashes, runs):
            made.update_batch([" ".join(run).encode() for run in some])
        exact = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        errors.append(((signature(" ".join(one)) == signature(" ".join(other))).mean() - exact, hashes[0].jaccard(hashes[1]) - exact))
    ours, theirs = (sum(error ** 2 for error in column) / len(errors) for column in zip(*errors))
    assert ours < 1.3 * theirs and ours ** 0.5 < 0.08


def test_grouping_is_the_same_in_a_memory_map(tmp_path):
    import numpy as np

    signatures = np.array([signature(". ".join(WIRE[i % 3:])) for i in range(30)])
    np.save(tmp_path / "s.npy", signatures)
    assert group_copies(np.load(tmp_path / "s.npy", mmap_mode="r")).tolist() == group_copies(signatures).tolist()
