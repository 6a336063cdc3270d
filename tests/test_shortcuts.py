"""What is decided by a word's form alone, so that rules need not look at it, must be what the rules decide."""

from collections import defaultdict
from pathlib import Path

from analysis import phrases
from analysis.attribution import clause, extents
from analysis.lexicon import read_table
from analysis.pipeline import analyze
from analysis.reading import read_corpus
from analysis.rows import as_json
from analysis.text import article_from_text
from tests.bench import make_article

DATA = Path(__file__).parent / "data"


def articles():
    for name in ("attribution.tsv", "stance.tsv"):
        for sentence in dict.fromkeys(row["sentence"] for row in read_table(name, {"sentence": None}, path=DATA / name)):
            yield article_from_text(sentence.replace("\\n", "\n"), name)
    yield from (record.article for record in read_corpus(DATA.parents[1] / "corpus") if record.article)
    yield from map(make_article, range(5))


def test_words_that_rules_pass_over_change_nothing(monkeypatch):
    expected = [as_json(analyze(article)) for article in articles()]
    monkeypatch.setattr(extents, "_LEADS_OUT", defaultdict(lambda: True))
    monkeypatch.setattr(clause, "_LISTED", defaultdict(lambda: True))
    monkeypatch.setattr(phrases, "_COURSE", defaultdict(lambda: None))
    monkeypatch.setattr(phrases, "_IN_NAMES", defaultdict(lambda: True))
    assert [as_json(analyze(article)) for article in articles()] == expected
