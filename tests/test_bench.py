"""The bench must measure the pipeline as it is."""

import re

from analysis.actors import load_registry
from analysis.pipeline import analyze
from tests import bench_run
from tests.bench import STEPS, WORDS, make_article, measure_steps


def test_every_step_of_the_pipeline_is_measured():
    seconds = measure_steps([make_article(1), make_article(2)], load_registry())
    assert all(seconds[step] > 0 for step in STEPS)
    assert 0.7 * seconds["analyze"] < sum(seconds[step] for step in STEPS) <= seconds["analyze"]


def test_articles_are_the_same_each_time_and_give_every_step_work():
    assert make_article(3) == make_article(3) != make_article(4)
    assert WORDS <= len(make_article(3).text.split()) <= 1.1 * WORDS
    coding = analyze(make_article(3))
    assert len(coding.statements) > 10 and coding.stances and coding.mentions


def test_whole_runs_are_measured_from_reading_to_writing(capsys, monkeypatch):
    monkeypatch.setattr(bench_run, "HARD", {"quotation marks": bench_run.HARD["quotation marks"]})
    bench_run.bench_edges(3)
    bench_run.bench_hard((500, 1000), load_registry())
    shown = capsys.readouterr().out
    for step in ("read JSON lines", "signatures for copies", "code", "columns", "write Parquet", "quotation marks"):
        assert re.search(rf"^{step} .*\d", shown, re.M), step
