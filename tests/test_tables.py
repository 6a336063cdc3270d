"""Tables from hand-made codings: types, missing values, several coders, no rows."""

import csv
import io
import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.records import Coding, Naming, Stance, Statement
from analysis.rows import TABLES, as_json, csv_cell, csv_columns, csv_row, plain_text, safe_text
from analysis.segment import segment
from analysis.tables import to_table, to_tables
from analysis.text import article_from_text

TEXT = "اتفاق جديد\n\nقال الوزير إن الاتفاق جيد. وأضاف أن العمل بدأ."


def coding(coder="rules", text=TEXT, article_id="a1"):
    """A coding of two statements, one stance and one naming."""
    article = article_from_text(text, article_id)
    cue, said = text.index("قال"), text.index("إن")
    statements = [
        Statement(article_id, 0, 1, "minister", "الوزير", "gov", "person", "الوزير", cue + 4, cue + 10, "قال", cue, cue + 3, ((said, said + 15),), "indirect", coder=coder),
        Statement(article_id, 1, 2, "minister", None, None, None, None, None, None, None, None, None, ((text.index("أن العمل"), text.index("أن العمل") + 2), (text.index("العمل"), text.index("العمل") + 9)), "indirect", depth=1, parent=0, coder=coder),
    ]
    stance = Stance(article_id, 0, 1, 0, "minister", None, "usa", None, "evaluation", 1, 1.0, "جيد", text.index("جيد"), text.index("جيد") + 3, coder=coder)
    naming = Naming(article_id, 1, None, "narrator", "narrator", "gov", "الوزير", "neutral", cue + 4, cue + 10)
    return Coding(article, coder=coder, sentences=segment(article), statements=statements, stances=[stance], namings=[naming])


def test_columns_are_the_fields_of_the_records():
    tables = to_tables([coding()])
    assert {name: tuple(table.columns) for name, table in tables.items()} == {name: record._fields for name, record in TABLES.items()}


def test_missing_is_na_and_whole_numbers_stay_whole():
    statements = to_tables([coding()])["statements"]
    assert statements["source_start"].dtype == "Int64" and statements["source_start"].tolist()[1] is pd.NA
    assert statements["cue"].tolist()[1] is pd.NA and statements["parent"].tolist() == [pd.NA, 0]
    assert statements["optional"].dtype == "boolean" and statements["confidence"].dtype == "Float64"
    assert statements["content"].tolist()[1] == coding().statements[1].content


def test_a_table_without_rows_has_the_same_types():
    empty, full = to_tables([])["statements"], to_tables([coding()])["statements"]
    assert len(empty) == 0 and empty.dtypes.equals(full.dtypes)


def test_evidence_is_the_text_between_the_offsets():
    tables = to_tables([coding()])
    text = tables["articles"].set_index("article_id")["text"]
    for row in tables["stances"].itertuples():
        assert text[row.article_id][row.start:row.end] == row.evidence


def test_two_coders_of_one_article_share_its_sentences_but_not_their_statements():
    tables = to_tables([coding("rules"), coding("amal")])
    assert len(tables["articles"]) == 1 and len(tables["sentences"]) == 3 and len(tables["namings"]) == 1
    assert tables["statements"].groupby("coder").size().to_dict() == {"rules": 2, "amal": 2}


def test_two_texts_under_one_id_are_an_error():
    with pytest.raises(InputError, match="same article_id.*a1"):
        to_tables([coding(), coding(text=TEXT + " زيادة")])


def test_a_single_coding_needs_no_list():
    assert to_tables(coding())["stances"].equals(to_tables([coding()])["stances"])


def test_to_table_of_one_kind_of_record():
    assert to_table(coding().stances, Stance)["polarity"].tolist() == [1]


def test_json_has_lists_for_spans_and_null_for_missing():
    line = json.loads(json.dumps(as_json(coding()), allow_nan=False))
    assert line["article_id"] == "a1" and line["title"] == "اتفاق جديد"
    assert line["sentences"][0] == {"sentence_id": 0, "start": 0, "end": 10}
    assert line["statements"][1]["content"] == [list(span) for span in coding().statements[1].content]
    assert line["statements"][1]["cue"] is None and line["stances"][0]["evidence"] == "جيد"


def test_csv_cells_carry_no_formula_and_no_python():
    statement = coding().statements[1]
    row = dict(zip(csv_columns(Statement), csv_row(statement._replace(rule="=1+1"), TEXT), strict=True))
    assert row["rule"] == "'=1+1" and row["cue"] == "" and row["optional"] == "false"
    assert row["content"] == "أن … العمل بدأ" and json.loads(row["spans"]) == [list(span) for span in statement.content]


def test_negative_numbers_are_not_text():
    assert csv_row(coding().stances[0]._replace(polarity=-1, score=-0.5), TEXT)[9:11] == [-1, -0.5]


@given(st.text())
def test_safe_text_never_begins_a_formula_and_can_be_undone(text):
    safe = safe_text(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r")) and plain_text(safe) == text


@given(st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_text_survives_the_way_through_csv(text):
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerow([csv_cell("x"), csv_cell(text)])
    sheet.seek(0)
    assert plain_text(next(csv.reader(sheet))[1]) == text
