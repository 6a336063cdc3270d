"""isnad explain says why each row is there: in words, in both languages, of a sentence, a file, a folder or the standard input."""

import io
import re
from types import SimpleNamespace

import pytest

from analysis import cli
from analysis.labels import LANGUAGES

SENTENCE = "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده لا تدعم داعش."
ARTICLE = f"اتفاق على الهدنة\n\n{SENTENCE} وهطل المطر على المدينة أمس. «الطريق مفتوح. والجسر آمن»، قال المدير سامي حداد."


def run(capsys, *words):
    """Run the command; return (exit status, stdout, lines of stderr)."""
    try:
        status = cli.main(["explain", *map(str, words)])
    except SystemExit as stop:
        status = stop.code
    out, err = capsys.readouterr()
    return status, out, err.splitlines()


@pytest.fixture
def typed(monkeypatch):
    """Return a function that puts bytes on the standard input."""
    def put(data, terminal=False):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data), isatty=lambda: terminal))
    return put


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "خبر.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_sentence_is_explained_with_its_rules(capsys):
    status, out, err = run(capsys, SENTENCE)
    assert (status, err) == (0, []) and out.startswith(f"0  {SENTENCE}\n")
    assert "statement 0: Sergey Lavrov (Russia) · cue: قال · indirect · rule: verb_subject · confidence 0.9\n    إن بلاده لا تدعم داعش" in out
    assert re.search(r"stance 0: Sergey Lavrov → Islamic State −: .*لا تدعم داعش \(support, verb, negated\)\n    policy · rule: support verb, negated · certainty 0\.\d+ · told in statement 0\n", out)


def test_the_explanation_leads_to_the_pages(capsys):
    for language in LANGUAGES:
        assert all(f"docs/{page}.md" in run(capsys, SENTENCE, "--language", language)[1].splitlines()[-1] for page in ("attribution", "stance"))


def test_an_arabic_explanation_names_rules_in_words_and_as_the_tables_do(capsys):
    out = run(capsys, SENTENCE, "--language", "ar")[1]
    assert "القاعدة: فعل وبعده فاعله (verb_subject)" in out and "(تأييد، فعل، منفي)" in out and "القاعدة: تأييد، فعل، منفي (support verb, negated)" in out
    assert not re.search("statement|stance |told|certainty|→", out.replace("docs/stance.md", ""))


def test_words_without_quotation_marks_are_one_sentence(capsys):
    assert run(capsys, *SENTENCE.split()) == run(capsys, SENTENCE)


@pytest.mark.parametrize("words", [(), ("-",)])
def test_the_standard_input_is_read(capsys, typed, words):
    expected = run(capsys, SENTENCE)
    typed(SENTENCE.encode())
    assert run(capsys, *words) == expected


def test_an_article_is_explained_sentence_by_sentence(capsys, article):
    status, out, err = run(capsys, article)
    assert status == 0 and SENTENCE in out and "المطر" not in out
    assert "No statement and no stance in 2 sentences." in out, "the headline and the rain"
    assert "no cue stands here: statement 1 goes on" in out
    assert err[0].startswith("isnad: 1 source belongs to no known party") and "--actors" in err[0]


def test_one_sentence_of_an_article(capsys, article):
    out = run(capsys, article, "--sentence", "2")[1]
    assert out.startswith("2  وهطل المطر") and "no statement: these are the narrator's words" in out and "no stance is found here" in out
    assert run(capsys, article, "--sentence", "1")[2] == [], "only the sources of that sentence are asked about"


def test_the_actors_of_a_folder_and_of_the_option_are_used(capsys, tmp_path):
    (tmp_path / "article.txt").write_text("انتقد حداد إيران.", encoding="utf-8")
    (tmp_path / "actors.yml").write_text("- {id: haddad, party: port, party_name: المرفأ, party_name_en: Port authority, name: حداد, name_en: Haddad}\n", encoding="utf-8")
    found = run(capsys, tmp_path)
    assert "Haddad (Port authority)" in found[1] and "Haddad → Iran −" in found[1] and found[2] == []
    assert run(capsys, "انتقد حداد إيران.", "--actors", tmp_path / "actors.yml") == found


@pytest.mark.parametrize("words, message, remedy", [
    (["The minister said so."], "is neither an Arabic sentence nor a file", "quotation marks"),
    (["nothing.txt"], "nothing.txt: no such file", "check the path"),
    ([""], "WHAT: is empty", "quotation marks"),
    ([SENTENCE, "--sentence", "4"], "--sentence: no such sentence (4)", "one sentence: 0"),
    ([SENTENCE, "--sentence", "-1"], "--sentence: no such sentence (-1)", "one sentence: 0"),
    ([SENTENCE, "--actors", "nothing.yml"], "nothing.yml", "check the path"),
    ([SENTENCE, "--language", "fr"], "--language", "--help"),
])
def test_bad_input_is_one_line_with_its_remedy(capsys, words, message, remedy):
    status, out, err = run(capsys, *words)
    assert (status, out) == (2, "") and len(err) == 1
    assert err[0].startswith("isnad") and message in err[0] and remedy in err[0]


@pytest.mark.parametrize("data, terminal, message", [(b"", True, "there is nothing to explain"), (b" \n", False, "standard input: is empty"), (b"Rain fell.", False, "standard input: is not Arabic")])
def test_an_input_without_arabic_is_one_line(capsys, typed, data, terminal, message):
    typed(data, terminal)
    status, out, err = run(capsys)
    assert (status, out) == (2, "") and len(err) == 1 and message in err[0] and ";" in err[0]


def test_a_folder_without_an_article_says_what_to_do(capsys, tmp_path):
    status, _, err = run(capsys, tmp_path)
    assert status == 2 and len(err) == 1 and "article.txt" in err[0]
