"""CAMeL Tools as coders: the real classes, on tiny models with random weights that are made here; nothing is downloaded."""

import json
import subprocess
import sys

import pytest

from analysis import camel, cli
from analysis.camel import check_coders, lemma, load, missing, model_tones, propose_actors
from analysis.errors import InputError
from analysis.pipeline import analyze
from analysis.rows import as_json
from analysis.segment import segment
from analysis.tables import to_tables
from analysis.text import article_from_text
from analysis.words import tokenize

torch = pytest.importorskip("torch", reason="torch is not installed: camel-tools brings it, so the environment is not the project's")
transformers = pytest.importorskip("transformers", reason="transformers is not installed: camel-tools brings it, so the environment is not the project's")

TEXT = "قال الوزير سامي الحداد إن المحادثات نجحت.\n\nوغادر الوفد. وتعثرت المفاوضات في المدينة."
LABELS = ["B-LOC", "B-ORG", "B-PERS", "I-LOC", "I-ORG", "I-PERS", "O"]
CATALOGUE = {"version": "1.6.0", "packages": {}, "components": {
    data.component: {"default": data.dataset, "datasets": {data.dataset: {"path": coder}}} for coder, data in camel.DATA.items()}}

# A morphological database of one prefix, one suffix and two stems, in the format of CAMeL Tools.
DATABASE = """###DEFINES###
DEFINE pos pos:*open*
DEFINE diac diac:*open*
DEFINE lex lex:*open*
DEFINE pos_lex_logprob pos_lex_logprob:*open*
###DEFAULTS###
DEFAULT pos:verb diac:* lex:* pos_lex_logprob:*
###ORDER###
ORDER pos diac lex pos_lex_logprob
###TOKENIZATIONS###
TOKENIZATION diac
###STEMBACKOFF###
###PREFIXES###
\tPref-0\tdiac:
و\tPref-wa\tdiac:و
###SUFFIXES###
\tSuff-0\tdiac:
###STEMS###
تعثرت\tS1\tpos:verb diac:تَعَثَّرَت lex:فَشَل_1 pos_lex_logprob:-2.0
تعثرت\tS1\tpos:verb diac:تَعَثَّرَت lex:طاوِلَة_2 pos_lex_logprob:-9.0
###TABLE AB###
Pref-0 S1
Pref-wa S1
###TABLE BC###
S1 Suff-0
###TABLE AC###
Pref-0 Suff-0
Pref-wa Suff-0
"""


def tiny(model, folder, labels):
    """Save a BERT of 2 layers × 32 with random weights, and its vocabulary of letters."""
    torch.manual_seed(0)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *(mark + chr(c) for c in range(0x621, 0x64B) for mark in ("", "##")), ".", "،"]
    config = transformers.BertConfig(vocab_size=len(pieces), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32,
                                     id2label=dict(enumerate(labels)), label2id={label: i for i, label in enumerate(labels)})
    model(config).save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text('{"tokenizer_class": "BertTokenizer", "do_lower_case": false}')


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Name a data folder with all three coders to CAMeL Tools for these tests."""
    folder = tmp_path_factory.mktemp("camel")
    (folder / "catalogue.json").write_text(json.dumps(CATALOGUE))
    for coder in camel.DATA:
        (folder / "data" / coder).mkdir(parents=True)
    tiny(transformers.BertForSequenceClassification, folder / "data/camel-sentiment", ["positive", "negative", "neutral"])
    tiny(transformers.BertForTokenClassification, folder / "data/camel-ner", LABELS)
    (folder / "data/camel-morphology/morphology.db").write_text(DATABASE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAMELTOOLS_DATA", str(folder))
        yield folder


@pytest.fixture
def article():
    return article_from_text(TEXT, "خبر")


class Said:
    """A recognizer whose labels are known: what is tested is what we make of them."""

    tokenizer = type("Words", (), {"tokenize": staticmethod(lambda form: [form])})

    def __init__(self, labels):
        self.labels = labels

    def predict(self, sentences):
        return [[self.labels.get(form, "O") for form in sentence] for sentence in sentences]


def test_the_real_sentiment_analyzer_codes_every_sentence_beside_the_word_list(installed, article):
    coding = analyze(article, coders=["rules", "camel-sentiment"])
    mine, models = ([t for t in coding.tones if t.coder == coder] for coder in ("rules", "camel-sentiment"))
    assert [t.sentence_id for t in mine] == [t.sentence_id for t in models] == [s.sentence_id for s in coding.sentences]
    labels = load("camel-sentiment").predict([TEXT[s.start:s.end] for s in coding.sentences])
    assert [t.score for t in models] == [camel.POLARITY[label] for label in labels]
    assert mine == analyze(article).tones and {t.n_words for t in models} == {None}


def test_the_real_recognizer_gives_a_label_to_every_word(installed, article):
    tokens = tokenize(article, segment(article))
    words = [tokens.forms[first:last] for first, last in tokens.bounds]
    assert list(map(len, load("camel-ner").predict(words))) == list(map(len, words))
    coding = analyze(article, coders=["rules", "camel-ner"])
    assert all(TEXT[p.start:p.end] == p.text and p.kind in ("person", "organisation") and p.coder == "camel-ner" for p in coding.proposals)


def test_names_become_proposals_and_known_actors_do_not():
    text = "التقى سامي الحداد سيرغي لافروف في دمشق. ورحبت جمعية النور."
    article = article_from_text(text)
    coding, tokens = analyze(article), tokenize(article, segment(article))
    known = [m for m in coding.mentions if m.kind != "new"]
    assert "لافروف" in " ".join(m.text for m in known)
    labels = {"سامي": "B-PERS", "الحداد": "I-PERS", "سيرغي": "B-PERS", "لافروف": "I-PERS", "دمشق": "B-LOC", "جمعية": "B-ORG", "النور": "I-ORG"}
    found = propose_actors(coding, tokens, Said(labels))
    assert [(p.sentence_id, p.text, p.kind) for p in found] == [(0, "سامي الحداد", "person"), (1, "جمعية النور", "organisation")]
    assert all(text[p.start:p.end] == p.text for p in found)


def test_a_word_without_word_pieces_does_not_shift_the_names():
    article = article_from_text("التقى سامي الوفد.")
    recognizer = Said({"سامي": "B-PERS"})
    recognizer.tokenizer = type("Words", (), {"tokenize": staticmethod(lambda form: [] if form == "التقى" else [form])})
    assert [p.text for p in propose_actors(analyze(article), tokenize(article, segment(article)), recognizer)] == ["سامي"]


def test_the_real_analyzer_gives_the_lemma_of_the_most_frequent_analysis(installed):
    assert lemma("وتعثرت", load("camel-morphology")) == "فشل"
    assert lemma("قلَم", load("camel-morphology")) == "قلم"


def test_lemmas_widen_the_word_lists(installed, article):
    coding = analyze(article, coders=["rules", "camel-morphology"])
    by_coder = {coder: [t for t in coding.tones if t.coder == coder] for coder in ("rules", "camel-morphology")}
    # `تعثرت` is no word of the list; the database says that its lemma is `فشل`, which is.
    assert (by_coder["rules"][2].n_words, by_coder["camel-morphology"][2].n_words) == (0, 1)
    assert by_coder["camel-morphology"][2].score < 0
    assert by_coder["camel-morphology"][:2] == [t._replace(coder="camel-morphology") for t in by_coder["rules"][:2]]


def test_lemmas_add_frames_and_leave_those_of_the_rules(installed, article, tmp_path):
    from analysis.frames import read_vocabulary

    path = tmp_path / "frames.tsv"
    path.write_text("frame\tword\tkind\nfailure\tفشل\tnoun\nsuccess\tنجحت\tword\n", encoding="utf-8")
    coding = analyze(article, frames=read_vocabulary(path), coders=["rules", "camel-morphology"])
    assert [(f.frame, f.evidence, f.coder) for f in coding.frames] == [("success", "نجحت", "rules"), ("failure", "وتعثرت", "camel-morphology")]


def test_tables_and_json_have_the_rows_of_every_coder(installed, article):
    coding = analyze(article, coders=["rules", "camel-sentiment"])
    assert to_tables(coding)["tones"].groupby("coder", sort=False).size().to_dict() == {"rules": 3, "camel-sentiment": 3}
    assert to_tables(coding)["tones"]["n_words"].isna().sum() == 3
    assert len(as_json(coding)["tones"]) == 6


def test_progress_is_told_chunk_by_chunk(installed, article, monkeypatch):
    seen = []
    monkeypatch.setattr(camel, "CHUNK", 2)
    analyze(article, coders=["rules", "camel-sentiment"], progress=lambda *told: seen.append(told))
    assert seen == [("camel-sentiment", 2, 3), ("camel-sentiment", 3, 3)]


def test_an_article_without_sentences_asks_no_model(installed):
    coding = analyze(article_from_text(""), coders=["rules", *camel.DATA])
    assert (coding.tones, coding.proposals) == ([], [])
    assert model_tones(coding, load("camel-sentiment")) == []


# what it says where something is missing

@pytest.mark.parametrize("coder, package", [("camel-sentiment", "sentiment-analysis-arabert"), ("camel-ner", "ner-arabert"), ("camel-morphology", "morphology-db-msa-r13")])
def test_a_missing_model_says_which_command_installs_it(coder, package, tmp_path, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    with pytest.raises(InputError, match=f"^{coder}: the model is not installed; run: camel_data -i {package}$"):
        analyze(article_from_text("غادر الوفد."), coders=["rules", coder])
    (tmp_path / "catalogue.json").write_text(json.dumps(CATALOGUE))
    assert str(missing(coder)) == f"{coder}: the model is not installed; run: camel_data -i {package}"


def test_a_broken_model_says_so(installed, tmp_path, monkeypatch):
    (tmp_path / "catalogue.json").write_text(json.dumps(CATALOGUE))
    (tmp_path / "data" / "camel-ner").mkdir(parents=True)
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    with pytest.raises(InputError, match="camel-ner: the model cannot be read .*run: camel_data"):
        load("camel-ner")


def test_nothing_is_missing_where_it_is_installed(installed):
    assert [missing(coder) for coder in camel.DATA] == [None, None, None]


def test_coders_are_checked():
    assert check_coders(["rules", "camel-ner", "camel-ner"]) == ["camel-ner"]
    with pytest.raises(InputError, match="no such coder .'bert'.; use rules, camel-sentiment"):
        check_coders(["rules", "bert"])
    with pytest.raises(InputError, match="add rules"):
        check_coders(["camel-ner"])


def test_the_command_line_takes_coders(installed, tmp_path, capsys):
    path = tmp_path / "خبر.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert cli.main(["analyze", "--coders", "rules,camel-sentiment", "--format", "jsonl", str(path)]) == 0
    assert {t["coder"] for t in json.loads(capsys.readouterr().out)["tones"]} == {"rules", "camel-sentiment"}
    assert cli.main(["analyze", "--coders", "rules, camel-morphology", str(path)]) == 0
    out = capsys.readouterr().out
    assert "tone of the sentences" in out and "camel-morphology" in out


def test_the_command_line_names_the_missing_model_once(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    path = tmp_path / "خبر.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert cli.main(["analyze", "--coders", "rules,camel-ner", str(path), str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.splitlines() == ["isnad: camel-ner: the model is not installed; run: camel_data -i ner-arabert"]


def test_a_run_takes_coders_and_goes_on_only_with_the_same(installed, tmp_path, capsys):
    from analysis.run import open_run

    path, out = tmp_path / "خبر.txt", tmp_path / "out"
    path.write_text(TEXT, encoding="utf-8")
    assert cli.main(["run", str(path), "--out", str(out), "--workers", "2", "--coders", "rules, camel-morphology"]) == 0
    assert set(open_run(out).table("tones")["coder"]) == {"rules", "camel-morphology"}
    capsys.readouterr()
    assert cli.main(["run", str(path), "--out", str(out)]) == 2
    assert "begun with other coders" in capsys.readouterr().err


def test_a_run_stops_at_a_missing_model_before_it_begins(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "none"))
    path, out = tmp_path / "خبر.txt", tmp_path / "out"
    path.write_text(TEXT, encoding="utf-8")
    assert cli.main(["run", str(path), "--out", str(out), "--coders", "rules,camel-ner"]) == 2
    assert capsys.readouterr().err.splitlines() == ["isnad: camel-ner: the model is not installed; run: camel_data -i ner-arabert"] and not out.exists()


def test_the_rules_import_neither_torch_nor_camel_tools():
    code = ("import sys, analysis, analysis.camel; from analysis.pipeline import analyze; from analysis.text import article_from_text\n"
            "analyze(article_from_text('قال الوزير إن الأمر انتهى.'))\n"
            "print(sorted({m.split('.')[0] for m in sys.modules} & {'torch', 'transformers', 'camel_tools', 'pandas'}))")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
