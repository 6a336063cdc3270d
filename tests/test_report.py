"""The report: its sentences, and its three files in both languages, from folders with everything and with the text alone."""

import re
import zipfile
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from analysis.cli import main
from analysis.codings import write_coding
from analysis.errors import InputError
from analysis.figures import FIGURES, draw_who_speaks
from analysis.labels import label, percent
from analysis.report import Report, make_report
from analysis.report.findings import coding_note, disagreement, findings
from analysis.report.material import gather
from analysis.report.page import font_subset, inline_svg, write_html
from analysis.report.printed import write_pdf
from analysis.report.sections import lexicons_sha256
from analysis.stance.explain import rule_words
from tests.example_coding import TEXT, example


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return an article's folder with two codings and a translation."""
    path = tmp_path_factory.mktemp("corpus") / "example"
    (path / "codings").mkdir(parents=True)
    (path / "article.txt").write_text(TEXT, encoding="utf-8")
    (path / "article.yml").write_text('title: "هدنة <b>"\noutlet: A & B\ndate: "2020-01-01"\nrules_written_on: true\n', encoding="utf-8")
    (path / "translation.tsv").write_text("sentence_id\tgloss\n1\tBoth stressed the “truce”.\n3\tBut <Northland> broke it.\n", encoding="utf-8")
    write_coding(example(coder="tester"), path / "codings" / "tester.json")
    labelled = example(coder="labelled")
    write_coding(labelled.changed(stances=[s._replace(rule="label") for s in labelled.stances]), path / "codings" / "labelled.json")
    coding = example(coder="reference", coder_type="model", status="made").changed(coder_note="Read by a model, sentence by sentence.")
    write_coding(coding.changed(stances=[s._replace(optional=s.source == "president") for s in coding.stances[:3]]), path / "codings" / "reference.json")
    return path


@pytest.fixture(scope="module")
def arabic(folder, tmp_path_factory):
    return make_report(folder, language="ar", out=tmp_path_factory.mktemp("ar"), coder="tester")


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Return the report on a text alone, by the program's own coding."""
    path = tmp_path_factory.mktemp("plain") / "text_alone"
    path.mkdir()
    (path / "article.txt").write_text("قال الوزير الروسي إن الأمر “انتهى” تماما. وغادر <b>المكان</b>.", encoding="utf-8")
    return make_report(path, language="en", out=tmp_path_factory.mktemp("en"))


class Page(HTMLParser):
    """Collect ids, links and addresses of a page."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.links, self.outside, self.tags, self.root = set(), set(), [], [], {}
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append(tag)
        self.root = attrs if tag == "html" else self.root
        if attrs.get("id"):
            self.ids.add(attrs["id"])
        for name in ("href", "src", "xlink:href"):
            address = attrs.get(name) or ""
            if address.startswith("#"):
                self.links.add(address[1:])
            elif address and not address.startswith("data:"):
                self.outside.append(address)


def drawn(paths):
    """Count the figures whose table has a row under its head."""
    return sum(len(paths[name].with_suffix(".csv").read_text(encoding="utf-8").splitlines()) > 1 for name in FIGURES)


def by_start(sentences, start):
    return next(f for f in sentences if f.text.startswith(start))


def test_findings_are_computed_from_the_tables(folder):
    found = [f.text for f in findings(gather(folder, coder="tester"))]
    assert "All coded criticism of Northland is in the outlet's own voice (2 evidence spans); no quoted source voices any." in found
    assert "All coded criticism of the Gang Coalition comes from the sources: Omar (1 evidence span); the outlet's own voice has none." in found
    assert "Favourable evidence is found for Southland (1 evidence span, from سامي [Sami])." in found
    assert "Judged but never given a voice as a source: the Gang Coalition (1 evidence span)." in found


def test_a_finding_says_how_it_was_coded_and_whether_the_reference_agrees(folder):
    material = gather(folder, coder="tester")
    found = findings(material)
    made = "made by a language model by reading, on the article on which the rules were written"
    assert coding_note(by_start(found, "All coded criticism of Northland"), material) == f"Machine-coded; agrees with the reference coding ({made}); not double-coded by people."
    assert material.reference.coder == "reference" and material.people == 0


def test_the_note_says_it_in_arabic_too_and_no_more_than_is_known(folder):
    material = gather(folder, "ar", coder="tester")
    material.rules_written_on = False
    notes = [coding_note(f, material) for f in findings(material)]
    assert "ترميز آلي؛ يتفق مع الترميز المرجعي (صنعه نموذج لغوي بالقراءة)؛ لم يرمّزه أكثر من شخص واحد." in notes


def test_every_finding_leads_to_what_it_rests_on(folder):
    material = gather(folder, coder="tester")
    report, labelled = Report(folder, coder="tester"), [n.sentence_id for n in material.coding.namings if n.tone != "neutral"]
    for finding in findings(material):
        assert 'href="#' in report._places(finding), finding.text
        assert not finding.text.startswith("Labels") or set(finding.sentences) == set(labelled)


def test_a_finding_and_the_figure_give_the_same_number(folder):
    material = gather(folder, coder="tester")
    narrator = draw_who_speaks(material.coding)[1].query("source == 'narrator'")["share"].sum()
    assert f"own voice has {percent(narrator)} of the article's words" in findings(material)[0].text
    assert percent(0.455041) == "45.5%"


def test_the_report_of_a_persons_coding_says_whose_it_is(folder, tmp_path):
    (tmp_path / "codings").mkdir()
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "article.yml").write_text("title_en: Truce <in the valley>\nrules_written_on: true\n", encoding="utf-8")
    huda = example(tmp_path.name, coder="huda", coder_type="person")
    stances = [huda.stances[0]._replace(polarity=-1, score=-1.0, status="edited"), huda.stances[1]._replace(status="accepted"), *huda.stances[2:]]
    write_coding(huda.changed(stances=stances), tmp_path / "codings" / "huda.json")
    html = Report(tmp_path, coder="huda").reference().html
    assert label("reference.none.person", coder="huda") in html
    write_coding(example(tmp_path.name, coder="reference", coder_type="model", status="made"), tmp_path / "codings" / "reference.json")
    report = Report(tmp_path, coder="huda")
    html = unescape(report.reference().html)
    assert label("section.reference.person", coder="huda") in html and "<th>huda</th>" in html
    assert label("column.got") not in re.findall("<th>(.*?)</th>", html) and label("reference.written_on") not in html
    assert "of 8 rows (statements and stances) a person has confirmed 1 and changed 1" in coding_note(findings(report.material)[0], report.material)
    assert "Truce &lt;in the valley&gt;" in report.title().html and "Truce" not in Report(tmp_path, "ar", coder="huda").title().html
    assert "الوسيلة: غير معروفة" in Report(tmp_path, "ar", coder="huda").title().html


def test_fewer_rows_than_evidence_spans_are_explained(folder):
    report = Report(folder, coder="tester")
    assert "share a row" not in report.evidence().html
    first = report.coding.stances[0]
    report.coding = report.coding.changed(stances=[*report.coding.stances, first._replace(stance_id=9, target="north")])
    assert "The 5 evidence spans stand in 4 rows" in report.evidence().html


def test_optional_rows_of_the_reference_may_be_there_or_not():
    coding = example()
    reference = coding.changed(stances=[coding.stances[1]._replace(optional=True)])

    def pairs(coding):
        return frozenset((s.source, s.target) for s in coding.stances)

    assert disagreement(pairs, coding.changed(stances=[]), reference) == (0, 0)
    assert disagreement(pairs, coding.changed(stances=[coding.stances[1]]), reference) == (0, 1)
    assert disagreement(pairs, coding, reference) == (2, 3)


def test_an_article_without_stances_or_speech_says_so(folder):
    material = gather(folder, coder="tester")
    material.coding = material.coding.changed(statements=[], stances=[])
    found = [f.text for f in findings(material)]
    assert found[0].startswith("No quoted source was found") and found[-1] == label("no_stances")


@pytest.mark.parametrize("made", ["arabic", "plain"])
def test_the_page_stands_alone(made, request):
    paths = request.getfixturevalue(made)
    page, html = Page(paths["html"]), paths["html"].read_text(encoding="utf-8")
    assert page.outside == [] and "script" not in page.tags
    assert not re.search(r"url\((?!data:|#)", html) and "http" not in re.sub(r"base64,[\w+/=]+", "", html)
    assert page.links <= page.ids, "a link leads nowhere"
    assert page.tags.count("svg") == drawn(paths) > 0


def test_the_page_is_no_wider_than_a_telephone(folder, arabic, plain, browser, tmp_path):
    write_html(Report(folder, coder="tester").reference().html + Report(folder, coder="tester").evidence().html, tmp_path / "tables.html", "en", tmp_path)
    page = browser.new_page(viewport={"width": 390, "height": 800})
    for path in (arabic["html"], plain["html"], tmp_path / "tables.html"):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 390, path
    page.close()


def test_the_page_escapes_what_comes_from_files(arabic, plain):
    html = arabic["html"].read_text(encoding="utf-8")
    assert "<script>" not in html and "هدنة &lt;b&gt;" in html and "A &amp; B" in html
    assert "&lt;b&gt;المكان&lt;/b&gt;" in plain["html"].read_text(encoding="utf-8").replace("</span><span>", "")


def test_the_arabic_report_is_arabic_and_runs_right_to_left(arabic):
    page, html = Page(arabic["html"]), arabic["html"].read_text(encoding="utf-8")
    assert (page.root["lang"], page.root["dir"]) == ("ar", "rtl")
    assert label("section.findings", "ar") in html and label("section.findings", "en") not in html
    assert arabic["html"].name == "report.ar.html"


def test_the_arabic_report_has_no_english_sentence(folder, arabic):
    html = re.sub(r"<(svg|style|code|title)\b.*?</\1>", "", arabic["html"].read_text(encoding="utf-8"), flags=re.DOTALL)
    shown = [unescape(t) for t in re.split("<[^>]*>", html)] + [unescape(t) for t in re.findall(r'title="([^"]*)"', html)]
    assert [t for t in shown if re.search("[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}", t)] == []
    assert rule_words("label", "ar") in Report(folder, "ar", coder="labelled").evidence().html
    note = Report(folder, "ar", coder="tester").reference().html
    assert label("reference.note", "ar") in note and "Read by a model" not in note
    assert "Read by a model" in Report(folder, coder="tester").reference().html


def test_the_figures_command_draws_what_the_report_does(folder, tmp_path):
    assert main(["figures", str(folder), "--out", str(tmp_path / "figures")]) == 0
    report = Report(folder, "en", figures=tmp_path / "report")
    report.figure("who_speaks")
    drawn, shown = (next((tmp_path / name).rglob("who_speaks.png")) for name in ("figures", "report"))
    assert drawn.read_bytes() == shown.read_bytes()


def test_what_is_not_there_is_a_sentence_and_no_empty_figure(plain):
    html = plain["html"].read_text(encoding="utf-8")
    for figure, sentence in (("stance_matrix", "no_stances"), ("stances_along", "no_stances")):
        assert f'<section><h2 id="figure-{figure}">{label(f"ask.{figure}")}</h2><p>{label(sentence)}</p></section>' in html
        assert figure in plain, "the figures' folder has it all the same"


def test_in_print_a_sentence_stays_with_its_evidence(folder, tmp_path, monkeypatch):
    source = {}
    monkeypatch.setattr("analysis.report.printed.typst.compile", lambda path, **_: source.update(typst=Path(path).read_text(encoding="utf-8")))
    report = Report(folder, coder="tester")
    write_pdf(report.evidence().html + report.reference().html, tmp_path / "x.pdf", "en", tmp_path)
    assert source["typst"].count("table.header(level: 2, repeat: false, table.cell(colspan: 5") == 2
    assert source["typst"].count("#block(width: 100%, breakable: false)[#table(") == 2, "small tables stay whole"


def test_the_reference_is_said_to_be_no_measure_of_accuracy(folder):
    html = Report(folder, coder="tester").reference().html
    assert label("reference.written_on") in html and "100%" in html and "tester" not in html
    assert "stance not in the reference" not in html or "narrator" in html


def test_without_a_reference_the_report_says_so(plain):
    html = plain["html"].read_text(encoding="utf-8")
    assert label("reference.none") in html and "reference coding;" not in html


@pytest.mark.parametrize("made", ["arabic", "plain"])
def test_the_pdf_opens_with_its_fonts(made, request):
    pdf = PdfReader(request.getfixturevalue(made)["pdf"])
    assert 3 <= len(pdf.pages) <= 12
    fonts = {f.get_object()["/BaseFont"] for page in pdf.pages for f in page["/Resources"].get("/Font", {}).values()}
    assert any("Amiri" in f for f in fonts) and all(re.match(r"/[A-Z]{6}\+", f) for f in fonts), "a font is not embedded"
    assert all(round(float(page.mediabox.width)) == 595 for page in pdf.pages)


def test_the_word_file_is_right_to_left_in_arabic(arabic, plain):
    assert len(Document(str(arabic["docx"])).inline_shapes) == drawn(arabic) == len(FIGURES)
    assert len(Document(str(plain["docx"])).inline_shapes) == drawn(plain) < len(FIGURES)
    xml = {made["docx"].name: zipfile.ZipFile(made["docx"]).read("word/document.xml").decode() for made in (arabic, plain)}
    assert xml["report.ar.docx"].count("<w:bidiVisual") == len(Document(str(arabic["docx"])).tables) > 0
    assert "<w:bidi" in xml["report.ar.docx"] and "w:fill=" in xml["report.ar.docx"]
    assert "<w:bidiVisual" not in xml["report.docx"]


def test_word_keeps_a_sentence_with_its_evidence(arabic):
    document = Document(str(arabic["docx"]))
    rows = [row for table in document.tables for row in table.rows]
    bands = [row for row in rows if len(row._tr.tc_lst) == 1]
    assert bands and all(p.paragraph_format.keep_with_next for row in bands for p in row.cells[0].paragraphs)
    assert all("w:cantSplit" in row._tr.xml for row in rows)
    assert document.styles["Small Lead"].paragraph_format.keep_with_next


def test_csv_files_are_the_same_bytes_on_every_run(folder, arabic, tmp_path):
    again = Report(folder, "ar", figures=tmp_path, coder="tester")
    for name in FIGURES:
        again.figure(name)
        assert (tmp_path / "example" / "ar" / f"{name}.csv").read_bytes() == arabic[name].with_suffix(".csv").read_bytes()


def test_provenance_names_text_lexicons_codebook_and_command(folder):
    report = Report(folder, coder="tester")
    html = report.provenance("isnad report x").html
    assert report.coding.article.sha256 in html and lexicons_sha256() in html and "isnad report x" in html and "camel-tools" in html


def test_glosses_stand_in_the_english_evidence_table(folder):
    html = Report(folder, coder="tester").evidence().html
    assert "But &lt;Northland&gt; broke it." in html and html.count('class="band"') == 2


def test_the_font_in_a_page_holds_no_time_of_day(monkeypatch):
    first = font_subset("Amiri-Regular.ttf", "سامي")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    assert font_subset("Amiri-Regular.ttf", "سامي") == first


def test_svg_in_a_page_names_no_address(tmp_path):
    (tmp_path / "a.svg").write_text('<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "http://x"><svg xmlns="http://w" viewBox="0 0 10 5"><metadata>http://p</metadata><g/></svg>')
    assert inline_svg(tmp_path / "a.svg", "A").startswith('<svg viewBox="0 0 10 5"') and "http" not in inline_svg(tmp_path / "a.svg", "A")


def test_bad_input_is_one_clear_error(folder, tmp_path):
    with pytest.raises(InputError, match="holds no article.txt"):
        make_report(tmp_path)
    with pytest.raises(InputError, match="no coding by this coder .'nobody'.; use one of labelled, reference, tester"):
        make_report(folder, coder="nobody", out=tmp_path)
    with pytest.raises(InputError, match="use en or ar"):
        make_report(folder, language="fr", out=tmp_path)


@pytest.mark.parametrize("line, error", [("99\tToo far", "the article has no such sentence .'99'."), ("1", "needs the columns")])
def test_a_malformed_translation_is_said_with_its_line(folder, tmp_path, line, error):
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "translation.tsv").write_text(f"sentence_id\tgloss\n{line}\n", encoding="utf-8")
    (tmp_path / "codings").mkdir()
    write_coding(example(tmp_path.name, coder="tester"), tmp_path / "codings" / "tester.json")
    with pytest.raises(InputError, match=f"line 2: {error}"):
        gather(tmp_path, coder="tester")
