"""Codings to other tools and back: the same offsets on hard Arabic text, files that the standards allow, changes that count."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree as xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import cli
from analysis.codings import read_coding, write_coding
from analysis.errors import InputError
from analysis.exchange import dna, qdpx, webanno
from analysis.exchange.codes import codes_of, data_in, meaning_of
from analysis.exchange.parts import ROW_TABLES, parts_of
from analysis.exchange.plaintext import PlainText
from analysis.records import Actor, Coding, Frame, Naming, Stance, Statement
from analysis.segment import segment
from analysis.text import article_from_text
from tests.example_coding import TEXT, example

# A byte order mark, CRLF and lone CR, harakat, tatweel, direction marks, an emoji beyond the first plane, Latin, digits, hostile signs.
HARD = "\ufeffعاجل 🔴 <b>\r\n\r\nقَالَ الرَّئِيــس\u200f “سامي” إنّ 👨‍👩‍👧 الهدنة (Truce 2336) & السلام “باقيان”.\r\rوأضاف: =لا حرب]]> بعد اليوم!\u2028انتهى\r\n"


def hard_coding(coder="هدى"):
    """Return a coding of the hard text with one row of each kind, its spans found by their words."""
    article = article_from_text(HARD, "صعب", outlet="صحيفة", date="2020-01-02", url="https://example.org/a?b=1&c=2")
    at = lambda words: (HARD.index(words), HARD.index(words) + len(words))
    actors = [Actor("sami", "north", "سامي", ("الرئيس سامي",), party_name="الشمال"), Actor("gangs", "gangs", "العصابات")]
    first = Statement("صعب", 0, 0, "sami", "سامي", "north", "person", "الرَّئِيــس\u200f “سامي”", *at("الرَّئِيــس\u200f “سامي”"), "قَالَ", *at("قَالَ"),
                      (at("إنّ 👨‍👩‍👧 الهدنة"), at("& السلام “باقيان”")), "mixed", confidence=0.5, rule="verb_source", coder=coder)
    second = first._replace(statement_id=1, source_text=None, source_start=None, source_end=None, cue="وأضاف", cue_start=at("وأضاف")[0], cue_end=at("وأضاف")[1],
                            content=(at("=لا حرب]]> بعد اليوم!"),), form="direct", optional=True)
    stances = [Stance("صعب", 0, 0, 0, "sami", "north", "gangs", None, "policy", -1, -0.5, "👨‍👩‍👧 الهدنة", *at("👨‍👩‍👧 الهدنة"), coder=coder),
               Stance("صعب", 1, 0, None, "narrator", None, "north", None, "evaluation", 1, 1.0, "انتهى", *at("انتهى"), coder=coder)]
    namings = [Naming("صعب", 0, 0, "sami", "direct", "gangs", "Truce", "neutral", *at("Truce"))]
    frames = [Frame("صعب", 0, None, "narrator", "conflict", "حرب", *at("حرب"), rule="word", coder=coder)]
    data = Coding(article, coder, "person", "نص صعب", "1.0", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", True, actors, segment(article), [], [first, second], stances, namings, frames)
    return placed(data)


def placed(coding):
    """Return the coding with each row in the sentence where a coding's file puts it."""
    from analysis.codings.schema import with_sentence

    starts = [s.start for s in coding.sentences]
    return coding.changed(**{table: [with_sentence(row, starts) for row in getattr(coding, table)] for table in ROW_TABLES})


@pytest.mark.parametrize("module, ending", [(webanno, "jsonld"), (qdpx, "qdpx")])
@pytest.mark.parametrize("coding", [hard_coding(), placed(example(coder_type="person"))], ids=["hard", "example"])
def test_everything_comes_back(module, ending, coding, tmp_path):
    module.export(coding, tmp_path / f"out.{ending}")
    assert module.read(tmp_path / f"out.{ending}", {coding.article.article_id: coding.article}) == [coding]


@pytest.mark.parametrize("module, ending", [(webanno, "jsonld"), (qdpx, "qdpx")])
def test_several_articles_and_coders_go_into_one_file(module, ending, tmp_path):
    codings = [hard_coding("هدى"), hard_coding("عمر"), placed(example("other", coder="هدى"))]
    module.export(codings, tmp_path / f"out.{ending}")
    found = module.read(tmp_path / f"out.{ending}", {c.article.article_id: c.article for c in codings})
    assert sorted(found, key=lambda c: (c.article.article_id, c.coder)) == sorted(codings, key=lambda c: (c.article.article_id, c.coder))


@given(st.text(st.sampled_from("ابتَّـ\u200f\u202b\r\n \"“”🔴👨x1<&=\ufeff"), min_size=1, max_size=30), st.data())
def test_offsets_survive_any_text(text, data):
    """Through the plain text of a project and back, for every span that does not cut a line end in two."""
    plain = PlainText(text)
    cut = {i for i in range(1, len(text)) if text[i - 1:i + 1] == "\r\n"} | ({0} if text.startswith("\ufeff") else set())
    start = data.draw(st.integers(0, len(text)).filter(lambda i: i not in cut))
    end = data.draw(st.integers(start, len(text)).filter(lambda i: i not in cut or i == start))
    assert (plain.to_text(plain.to_plain(start)), plain.to_text(plain.to_plain(end))) == (start, end)
    assert plain.plain[plain.to_plain(start):plain.to_plain(end)] == text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    assert "\r" not in plain.plain


# What the standard's schema (QDA-XML 1.0) wants of the elements that are written: children in this order, attributes that must be there.
SCHEMA = {
    "Project": (["Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs", "Description", "NoteRef"], {"name"}),
    "Users": (["User"], set()), "User": ([], {"guid"}),
    "CodeBook": (["Codes"], set()), "Codes": (["Code"], set()), "Code": (["Description", "NoteRef", "Code"], {"guid", "name", "isCodable"}),
    "Variables": (["Variable"], set()), "Variable": (["Description"], {"guid", "name", "typeOfVariable"}),
    "Sources": (["TextSource"], set()),
    "TextSource": (["Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"], {"guid", "plainTextPath"}),
    "PlainTextSelection": (["Description", "Coding", "NoteRef"], {"guid", "startPosition", "endPosition", "creationDateTime"}),
    "Coding": (["CodeRef", "NoteRef"], {"guid"}), "CodeRef": ([], {"targetGUID"}),
    "VariableValue": (["VariableRef", "TextValue"], set()), "VariableRef": ([], {"targetGUID"}),
    "Description": ([], set()), "TextValue": ([], set()),
}
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def exported(tmp_path, codings):
    qdpx.export(codings, tmp_path / "out.qdpx")
    with zipfile.ZipFile(tmp_path / "out.qdpx") as archive:
        return xml.fromstring(archive.read("project.qde")), {name: archive.read(name) for name in archive.namelist()}


def tag(element):
    return element.tag.removeprefix("{urn:QDA-XML:project:1.0}")


def test_a_project_is_as_the_standard_wants_it(tmp_path):
    root, files = exported(tmp_path, [hard_coding(), example(coder="عمر")])
    assert tag(root) == "Project"
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(set(guids)) == len(guids) and all(map(GUID.fullmatch, guids))
    for element in root.iter():
        children, attributes = SCHEMA[tag(element)]
        order = [children.index(tag(child)) for child in element]
        assert order == sorted(order) and attributes <= element.attrib.keys(), tag(element)
        for name in ("targetGUID", "creatingUser"):
            assert element.get(name) in (None, *guids)
    names = [code.get("name") for code in root.iter("{urn:QDA-XML:project:1.0}Code")]
    assert len(set(names)) == len(names)  # QualCoder keeps code names unique
    assert set(files) == {"project.qde"} | {"sources/" + s.get("plainTextPath").removeprefix("internal://") for s in root.iter("{urn:QDA-XML:project:1.0}TextSource")}


def test_selections_stand_on_their_words_in_the_projects_text(tmp_path):
    root, files = exported(tmp_path, hard_coding())
    text = next(data for name, data in files.items() if name.startswith("sources/")).decode("utf-8")
    assert not text.startswith("\ufeff") and "\r" not in text
    shown = [text[int(s.get("startPosition")):int(s.get("endPosition"))] for s in root.iter("{urn:QDA-XML:project:1.0}PlainTextSelection")]
    words = [HARD[p.start:p.end] for table in ROW_TABLES for row in getattr(hard_coding(), table) for p in parts_of(row)]
    assert shown == words


def test_the_same_coding_gives_the_same_guids(tmp_path):
    first, second = (exported(tmp_path, hard_coding())[0] for _ in range(2))
    assert [e.get("guid") for e in first.iter()] == [e.get("guid") for e in second.iter()]


def changed_project(tmp_path, change):
    """Export the example, let `change(root, add)` work on the XML as another tool would, and read it back."""
    coding = placed(example(coder="هدى", coder_type="person"))
    root, files = exported(tmp_path, coding)
    space = "{urn:QDA-XML:project:1.0}"
    codes = {code.get("name"): code.get("guid") for code in root.iter(space + "Code")}
    source = next(root.iter(space + "TextSource"))

    def add(words, *names):
        start = PlainText(TEXT).plain.index(words)
        selection = xml.SubElement(source, space + "PlainTextSelection", guid="0" * 8, startPosition=str(start), endPosition=str(start + len(words)), creatingUser=next(root.iter(space + "User")).get("guid"))
        for name in names:
            if name not in codes:
                codes[name] = f"new {name}"
                xml.SubElement(next(root.iter(space + "Codes")), space + "Code", guid=codes[name], name=name, isCodable="true")
            xml.SubElement(xml.SubElement(selection, space + "Coding"), space + "CodeRef", targetGUID=codes[name])

    change(root, add, codes)
    with zipfile.ZipFile(tmp_path / "changed.qdpx", "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("sources/", "Sources/"), xml.tostring(root) if name == "project.qde" else b"\xef\xbb\xbf" + data)
    return coding, qdpx.read(tmp_path / "changed.qdpx", {"example": coding.article})[0]


def test_rows_made_in_another_tool_come_in(tmp_path):
    def change(root, add, codes):
        add("خرقت الهدنة أمس", "form: indirect", "source: witness")
        add("لكن", "cue")
        add("ترحب", "stance: gangs +")
        add("حيا سكنيا", "frame: human_interest", "source: north")

    coding, found = changed_project(tmp_path, change)
    new = found.statements[-1]
    assert (new.source, new.cue, new.status, new.coder, TEXT[slice(*new.content[0])]) == ("witness", "لكن", "made", "هدى", "خرقت الهدنة أمس")
    assert found.actor("witness").party == "witness"
    # Without a source code the stance is the source's in whose content it stands.
    assert (found.stances[-1].source, found.stances[-1].target, found.stances[-1].statement_id) == ("sami", "gangs", 2)
    assert (found.frames[-1].frame, found.frames[-1].source, found.frames[-1].evidence) == ("human_interest", "north", "حيا سكنيا")
    assert found.statements[:4] == coding.statements and found.stances[:4] == coding.stances


def test_a_code_changed_in_another_tool_wins(tmp_path):
    def change(root, add, codes):
        for ref in root.iter("{urn:QDA-XML:project:1.0}CodeRef"):
            if ref.get("targetGUID") == codes["source: sami"]:
                ref.set("targetGUID", codes["source: president"])

    _, found = changed_project(tmp_path, change)
    assert (found.statements[2].source, found.statements[2].source_name, found.statements[2].source_party) == ("president", "الرئيس", "south")
    assert found.stances[0].source == "president"


def test_a_statement_deleted_in_another_tool_is_gone(tmp_path):
    def change(root, add, codes):
        source = next(root.iter("{urn:QDA-XML:project:1.0}TextSource"))
        for selection in list(source):
            data = data_in(selection.findtext("{urn:QDA-XML:project:1.0}Description")) or {}
            if (data.get("table"), data.get("row")) == ("statements", 2):
                source.remove(selection)

    _, found = changed_project(tmp_path, change)
    assert [s.statement_id for s in found.statements] == [0, 1, 3] and found.statements[-1].parent is None
    assert found.stances[0].statement_id is None


def test_selections_without_our_codes_are_passed_over_with_a_warning(tmp_path, caplog):
    coding, found = changed_project(tmp_path, lambda root, add, codes: add("العصابات", "مهم"))
    assert found == coding and "1 selections bear no code of this project" in caplog.text


@pytest.mark.parametrize("name, meaning", [
    ("cue", ("cue", {})), ("form: direct", ("content", {"form": "direct"})), ("stance: russia −", ("stance", {"target": "russia", "polarity": -1})),
    ("naming: isis hostile", ("naming", {"party": "isis", "tone": "hostile"})), ("form: spoken", None), ("روسيا", None)])
def test_codes_say_what_they_mean(name, meaning):
    assert meaning_of(name) == meaning


def test_every_code_that_is_written_can_be_read():
    coding = hard_coding()
    assert all(meaning_of(name) for table in ROW_TABLES for row in getattr(coding, table) for part in parts_of(row) for name in codes_of(row, part.role))


@pytest.mark.parametrize("make, message", [
    (lambda path: path.write_bytes(b"no zip"), "not a zip file"),
    (lambda path: zipfile.ZipFile(path, "w").writestr("a.txt", ""), "holds no .qde file"),
    (lambda path: zipfile.ZipFile(path, "w").writestr("project.qde", "<Project"), "is not XML"),
    (lambda path: None, "no such file")])
def test_what_is_no_project_is_refused(make, message, tmp_path):
    make(tmp_path / "bad.qdpx")
    with pytest.raises(InputError, match=message):
        qdpx.read(tmp_path / "bad.qdpx")


@pytest.mark.parametrize("position", ["99999", None])
def test_a_selection_outside_the_text_is_refused(position, tmp_path):
    def change(root, add, codes):
        add("العصابات", "frame: conflict")
        selection = list(root.iter("{urn:QDA-XML:project:1.0}PlainTextSelection"))[-1]
        selection.attrib.pop("endPosition")
        if position:
            selection.set("endPosition", position)

    with pytest.raises(InputError, match="changed.qdpx, example: holds a selection that cannot be read"):
        changed_project(tmp_path, change)


def test_another_text_is_refused(tmp_path):
    coding = hard_coding()
    other = {"صعب": article_from_text(HARD + "!", "صعب")}
    for module, name in ((qdpx, "out.qdpx"), (webanno, "out.jsonld")):
        module.export(coding, tmp_path / name)
        with pytest.raises(InputError, match="another text"):
            module.read(tmp_path / name, other)


def test_annotations_select_code_points_and_quote_the_words(tmp_path):
    webanno.export(hard_coding(), tmp_path / "out.jsonld")
    data = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))
    assert data["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and data["total"] == len(data["first"]["items"]) == 6
    for item in data["first"]["items"]:
        assert item["type"] == "Annotation" and item["id"] and item["target"] and item["body"][0]["type"] == "TextualBody"
        for position, quote in (target["selector"] for target in item["target"]):
            assert HARD[position["start"]:position["end"]] == quote["exact"]
            assert HARD[:position["start"]].endswith(quote["prefix"]) and HARD[position["end"]:].startswith(quote["suffix"])


def test_positions_in_utf16_are_mended_by_the_quotation(tmp_path):
    coding = hard_coding()
    webanno.export(coding, tmp_path / "out.jsonld")
    data = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))
    for item in data["first"]["items"]:
        for position, _ in (target["selector"] for target in item["target"]):
            for name in ("start", "end"):
                position[name] = len(HARD[:position[name]].encode("utf-16-le")) // 2
    (tmp_path / "out.jsonld").write_text(json.dumps(data), encoding="utf-8")
    assert webanno.read(tmp_path / "out.jsonld", {"صعب": coding.article}) == [coding]


def test_a_quotation_that_is_not_in_the_text_is_refused(tmp_path):
    coding = hard_coding()
    webanno.export(coding, tmp_path / "out.jsonld")
    text = (tmp_path / "out.jsonld").read_text(encoding="utf-8").replace('"exact": "وأضاف"', '"exact": "وأعلن"')
    (tmp_path / "out.jsonld").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="is not at its position, nor once in the text"):
        webanno.read(tmp_path / "out.jsonld", {"صعب": coding.article})


def stance_fields(coding):
    return sorted((s.source, s.source_party, s.target, s.kind, s.polarity, s.evidence, s.start, s.end, s.status) for s in coding.stances)


@pytest.mark.parametrize("coding", [hard_coding(), example()], ids=["hard", "example"])
def test_stances_come_back_from_a_statement_table(coding, tmp_path):
    dna.export(coding, tmp_path / "out.csv")
    found = dna.read(tmp_path / "out.csv", {coding.article.article_id: coding.article})
    assert [stance_fields(c) for c in found] == [stance_fields(coding)]


def test_a_table_without_our_columns_is_read_by_names(tmp_path):
    coding = hard_coding()
    dna.export(coding, tmp_path / "out.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"), newline="")))
    with open(tmp_path / "dna.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows(row[:len(dna.STANDARD)] for row in rows)
    found = dna.read(tmp_path / "dna.csv", {"صعب": coding.article}, coding.actors)[0]
    assert [(s.source, s.target, s.polarity, s.start) for s in found.stances] == [(s.source, s.target, s.polarity, s.start) for s in coding.stances]
    with pytest.raises(InputError, match="dna.csv, line 2, person: is no known actor"):
        dna.read(tmp_path / "dna.csv", {"صعب": coding.article}, [])


@pytest.mark.parametrize("column, value, message", [
    ("agreement", "yes", "agreement: must be 0 or 1"), ("start", "x", "start: is not a whole number"), ("stop", "9999", "are not the words at")])
def test_a_wrong_cell_of_a_statement_table_is_named(column, value, message, tmp_path):
    coding = hard_coding()
    dna.export(coding, tmp_path / "out.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"), newline="")))
    rows[1][column] = value
    with open(tmp_path / "out.csv", "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(InputError, match=f"line 3, .*{message}"):
        dna.read(tmp_path / "out.csv", {"صعب": coding.article})


def test_a_statement_table_runs_no_formula(tmp_path):
    coding = hard_coding()
    start = HARD.index("=لا")
    coding = coding.changed(stances=[coding.stances[0]._replace(evidence="=لا حرب", start=start, end=start + 7)])
    dna.export(coding, tmp_path / "out.csv")
    assert "'=لا حرب" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert dna.read(tmp_path / "out.csv", {"صعب": coding.article})[0].stances[0].evidence == "=لا حرب"


@pytest.mark.parametrize("name, out", [("qdpx", "out.qdpx"), ("webanno", "out.jsonld"), ("dna", "out.csv")])
def test_the_commands_export_and_import(name, out, tmp_path, capsys):
    folder = tmp_path / "example"
    (folder / "codings").mkdir(parents=True)
    (folder / "article.txt").write_text(TEXT, encoding="utf-8", newline="")
    write_coding(example(coder="huda", coder_type="person"), folder / "codings" / "huda.json")
    assert cli.main(["export", str(folder / "codings"), "--to", name, str(tmp_path / out)]) == 0
    command = ["import", str(tmp_path / out), "--article", str(folder), "--out", str(tmp_path / "back")]
    assert cli.main(command) == 0
    back = read_coding(tmp_path / "back" / "example" / "codings" / "huda.json", read_coding(folder / "codings" / "huda.json").article)
    assert stance_fields(back) == stance_fields(example())
    assert cli.main(command) == 2 and "exists already" in capsys.readouterr().err
    assert cli.main(["export", str(folder / "codings"), "--to", name, str(tmp_path / "wrong.txt")]) == 2
