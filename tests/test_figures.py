"""Every figure in both languages: its numbers, its small type, its bytes, and that no label is cut off."""

import hashlib
import re
from pathlib import Path

import pandas as pd
import pytest
from pypdf import PdfReader

from analysis.compare import draw_dumbbell, draw_forest, draw_matrices, draw_network
from analysis.compare.contrasts import Contrast
from analysis.errors import InputError
from analysis.figures import FIGURES, draw_naming, draw_ribbon, draw_stance_matrix, draw_stances_along, draw_who_speaks, save, save_figures
from analysis.figures.style import WIDTH, shortened
from analysis.labels import LANGUAGES, LRM, count, label
from analysis.measures import words
from analysis.records import NARRATOR, Actor
from tests.example_coding import example


def crowd():
    """Return a coding in which fifteen sources with long names speak about twelve parties."""
    coding = example()
    actors = [Actor(f"a{i}", f"p{i}", f"رئيس لجنة المتابعة والتنسيق رقم {i} في المجلس الأعلى", name_en=f"Head of the committee for follow-up and coordination no. {i}",
                    party_name=f"الجبهة الوطنية الموحدة للإصلاح {i}", party_name_en=f"United National Front for Reform {i}") for i in range(15)]
    spans = [(w.start, w.end) for w in words(coding)]
    statements = [coding.statements[0]._replace(statement_id=i, source=f"a{i}", source_party=f"p{i}", content=(spans[i],)) for i in range(15)]
    stances = [coding.stances[0]._replace(stance_id=10 * i + j, source=f"a{i}", target=f"p{(i + j) % 12}", polarity=(-1) ** j) for i in range(15) for j in range(3)]
    namings = [coding.namings[0]._replace(party=f"p{i % 12}", label=f"تسمية طويلة جدا لهذا الطرف رقم {i}") for i in range(40)]
    frames = [coding.frames[0]._replace(source=f"a{i}", frame=f"a_frame_with_a_long_name_{i % 6}") for i in range(15)]
    return coding.changed(actors=actors, statements=statements, stances=stances, namings=namings, frames=frames)


def two_outlets():
    coding = [example("a"), example("b")]
    return [c.changed(article=c.article._replace(outlet=outlet)) for c, outlet in zip(coding, ("المنارة", "صحيفة الميزان"))]


def texts(figure):
    """Return every visible text of a figure with its box."""
    figure.draw_without_rendering()
    found = []
    for text in figure.findobj(lambda artist: hasattr(artist, "get_text") and artist.get_visible() and artist.get_text().strip()):
        found.append((text.get_text(), text.get_window_extent()))
    return found


CODINGS = {"example": example, "crowd": crowd, "nothing coded": lambda: example().changed(statements=[], stances=[], namings=[], frames=[]),
           "several articles": lambda: [example("a"), example("b")]}


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_no_label_is_cut_off_and_the_small_type_is_there(name, language, coding):
    figure, table = FIGURES[name](CODINGS[coding](), language=language)
    assert isinstance(table, pd.DataFrame) and figure.get_figwidth() in WIDTH.values()
    shown = texts(figure)
    assert any(label(f"title.{name if name != 'frame_vocabulary' else 'frames'}", language) in text for text, _ in shown)
    assert any(label("short.machine", language) in text for text, _ in shown)
    outside = [text for text, box in shown if box.x0 < -1 or box.y0 < -1 or box.x1 > figure.bbox.x1 + 1 or box.y1 > figure.bbox.y1 + 1]
    assert outside == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_one_axis_do_not_overlap(language):
    coding = crowd()
    figure, _ = draw_stance_matrix(coding.changed(stances=[s for s in coding.stances if s.target in ("p0", "p1", "p2", "p3")]), language=language)
    figure.draw_without_rendering()
    for ticks in (figure.axes[0].get_xticklabels(), figure.axes[0].get_yticklabels()):
        boxes = [t.get_window_extent() for t in ticks if t.get_text()]
        assert not any(a.padded(-1).overlaps(b.padded(-1)) for i, a in enumerate(boxes) for b in boxes[i + 1:])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name, sentence", [("stance_matrix", "no_stances"), ("stances_along", "no_stances"), ("naming", "no_namings"), ("frame_vocabulary", "no_frames")])
def test_a_figure_of_nothing_is_one_centred_sentence(name, sentence, language):
    figure, table = FIGURES[name](CODINGS["nothing coded"](), language=language)
    box = next(box for text, box in texts(figure) if label(sentence, language) in text)
    assert table.empty and figure.axes == []
    assert (box.x0 + box.x1) / 2 == pytest.approx(figure.bbox.width / 2, abs=1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_of_nothing_is_one_centred_sentence(language):
    nothing = [coding.changed(statements=[], stances=[], namings=[], frames=[]) for coding in two_outlets()]
    for draw in (draw_matrices, draw_dumbbell, draw_network):
        figure, table = draw(nothing, language=language)
        assert figure.axes == [] and table.empty and any(label("no_stances", language) in text for text, _ in texts(figure))
    assert any(label("no_contrasts", language) in text for text, _ in texts(draw_forest([], nothing, language=language)[0]))


def test_the_names_of_two_arabic_outlets_keep_their_order_in_english():
    contrast = Contrast("voice", "north", "المنارة", "صحيفة الميزان", 0.3, 0.2, 0.1, 0.0, 0.2, 0.5, 0.5, 1, 1, False)
    shown = [text for text, _ in texts(draw_forest([contrast], two_outlets())[0])]
    assert f"Northland: {LRM}المنارة [al-Mnara] − {LRM}صحيفة الميزان" in shown


def test_a_long_name_loses_its_transliteration_first():
    assert shortened("سامي [Sami]", 30) == LRM + "سامي [Sami]"
    assert shortened("وزارة الخارجية [Wzara al-Kharjiya]", 30) == LRM + "وزارة الخارجية"
    assert shortened("Head of the committee", 9) == "Head of…"


def test_the_same_coding_gives_the_same_bytes(tmp_path):
    def sums(folder):
        return {(name, ending): hashlib.sha256(path.read_bytes()).hexdigest() for name, paths in save_figures(example(), folder).items() for ending, path in paths.items()}

    first = sums(tmp_path / "one")
    assert {ending for _, ending in first} == {"png", "svg", "pdf", "csv"} and len(first) == 4 * len(FIGURES)
    assert sums(tmp_path / "two") == first


def test_pdf_carries_its_fonts(tmp_path):
    paths = save(*draw_who_speaks(example(), language="ar"), tmp_path, "who_speaks")
    fonts = [f.get_object() for f in PdfReader(paths["pdf"]).pages[0]["/Resources"]["/Font"].values()]
    descriptors = [d.get_object().get("/FontDescriptor") or d.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for d in fonts]
    assert any("Amiri" in f["/BaseFont"] for f in fonts)
    assert all("/FontFile2" in d.get_object() for d in descriptors)


def test_csv_reads_back_and_runs_no_formula(tmp_path):
    figure, table = draw_stance_matrix(example())
    table.loc[0, "evidence"] = "=HYPERLINK()"
    paths = save(figure, table, tmp_path, "matrix")
    assert paths["csv"].read_bytes().startswith("\ufeff".encode())
    assert pd.read_csv(paths["csv"], encoding="utf-8-sig")["evidence"].tolist()[0] == "'=HYPERLINK()"


def test_who_speaks_sums_to_one_with_more_sources_than_bars():
    _, table = draw_who_speaks(crowd())
    assert table["share"].sum() == pytest.approx(1)
    assert label("other_sources") in set(table["name"]) and table["source"].iloc[-1] == NARRATOR


def test_range_across_the_coders_of_one_article():
    coding = example()
    other = coding.changed(coder="other", statements=coding.statements[:2])
    figure, table = draw_who_speaks([coding, other])
    rows = table.set_index(["source", "voice"])
    total = len(words(coding))
    assert rows.loc[("sami", "direct"), ["low", "high"]].tolist() == pytest.approx([0, 7 / total])
    assert table["share"].sum() == pytest.approx(1), "of several coders the first gives the bars"
    small = " ".join(text for text, box in sorted(texts(figure), key=lambda found: -found[1].y0))
    assert label("note.range", coders="rules and other") in small
    assert draw_who_speaks(coding)[1]["low"].isna().all()


def test_words_said_jointly_are_explained_where_there_are_any():
    """Two sources of the same words: each has them all in brackets, and half of their share."""
    coding = example()
    said = coding.statements[0]
    joint = coding.changed(statements=[said, said._replace(statement_id=1, source="other", source_name="other", source_party="other")])

    def small(figure):
        return " ".join(text for text, box in sorted(texts(figure), key=lambda found: -found[1].y0))

    figure, table = draw_who_speaks(joint)
    assert table["words"].sum() > len(words(joint)) and label("note.joint")[:24] in small(figure)
    assert label("note.joint")[:24] not in small(draw_who_speaks(coding.changed(statements=[said]))[0])


def test_names_come_in_the_language_of_the_figure():
    assert "Northland" in set(draw_who_speaks(example(), language="en")[1]["name"])
    assert "سامي [Sami]" in set(draw_who_speaks(example(), language="en")[1]["name"]), "a name without an English form stays Arabic"
    assert "الشمالية" in set(draw_who_speaks(example(), language="ar")[1]["name"])


def test_every_cell_of_the_matrix_leads_to_its_evidence(tmp_path):
    figure, table = draw_stance_matrix(example())
    svg = save(figure, table, tmp_path, "matrix")["svg"].read_text()
    assert all(f'"#evidence-{row.source}-{row.party}"' in svg for row in table.itertuples())
    assert table["sentences"].str.contains("example:").all()


def test_kind_keeps_one_kind_of_stance():
    for draw in (draw_stance_matrix, draw_stances_along):
        assert set(draw(example(), kind="deed")[1]["party"]) == {"north"}
    assert (draw_ribbon(example(), kind="deed")[1]["party"].dropna() == "north").all()


def test_ribbon_holds_every_word_once():
    _, table = draw_ribbon(example())
    found = table.loc[table["what"] == "word", "word"].tolist()
    assert found == list(range(len(found)))


def test_stances_along_end_with_the_whole_count():
    _, table = draw_stances_along(example())
    last = table[table["paragraph"] == table["paragraph"].max()].set_index("party")
    assert last.loc["north", "narrator_unfavourable"] == 2 and last.loc["south", "quoted_favourable"] == 1


@pytest.mark.parametrize("name", FIGURES)
def test_every_column_of_a_figures_table_is_explained(name):
    sections = re.split(r"^## ", (Path(__file__).parents[1] / "docs" / "figures.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    section = next(s for s in sections if s.startswith(f"{name}:"))
    assert re.findall(r"^\| `(\w+)` \| \S", section, re.MULTILINE) == list(FIGURES[name](example())[1].columns)


def test_a_label_that_takes_sides_is_drawn_however_rare_it_is():
    coding = crowd()
    neutral = [n._replace(tone="neutral") for n in coding.namings]
    rare = neutral[0]._replace(party="p13", label="العصابة", tone="hostile")
    assert not any("العصابة" in text or "Reform 9" in text for text, _ in texts(draw_naming(coding.changed(namings=neutral))[0]))
    shown = [text for text, _ in texts(draw_naming(coding.changed(namings=[*neutral, rare]))[0])]
    assert any("العصابة" in text for text in shown)


def test_an_unknown_language_is_said():
    with pytest.raises(InputError, match="use en or ar"):
        draw_who_speaks(example(), language="fr")


def test_arabic_numbers_take_the_form_they_ask_for():
    assert [count("span", n, "ar") for n in (1, 2, 5, 11, 100, 103)] == ["شاهد واحد", "شاهدان", "5 شواهد", "11 شاهدا", "100 شاهد", "103 شواهد"]
