"""Samples and corrected shares: on simulated corpora whose truth is known, and by hand."""

import numpy as np
import pytest

from analysis import cli
from analysis.correction import correct, corrected_shares, unfavourable_stances, words_by_party
from analysis.errors import InputError
from analysis.sampling import Listed, blind_codings, draw, read_sample, stratum_of, write_sample
from tests.example_coding import example

REPLICATES = 1000


def simulated(rng, outlets, stories=40):
    """Return (outlet, story, true part, program's part, whole) for each article of a made-up corpus.

    Outlets differ in what they print and in how the program errs on them; articles of one story go together.
    """
    level, error = np.linspace(0.15, 0.5, len(outlets)), np.linspace(0.2, -0.1, len(outlets))
    outlet = np.repeat(np.arange(len(outlets)), outlets)
    story = rng.integers(0, stories, len(outlet))
    whole = rng.integers(100, 700, len(outlet))
    share = np.clip(level[outlet] + rng.normal(0, 0.08, stories)[story] + rng.normal(0, 0.12, len(outlet)), 0, 1)
    true = rng.binomial(whole, share)
    program = rng.binomial(whole, np.clip(share + error[outlet] + rng.normal(0, 0.05, len(outlet)), 0, 1))
    return np.column_stack([outlet, story, true, program, whole])


def estimated(corpus, n, seed, by=None, **options):
    """Draw a sample of a simulated corpus and correct the program's share with it."""
    outlets = {i: f"outlet {row[0]:02d}" for i, row in enumerate(corpus)}
    sample = draw([Listed(i, outlet) for i, outlet in outlets.items()], n, seed, by)
    hand = {d.article_id: corpus[d.article_id, [2, 4]] for d in sample}
    return correct(dict(enumerate(corpus[:, [3, 4]])), hand, sample, strata=outlets if by else None, **options)


OUTLETS = (160, 80, 80, 60, 60, 40, 40, 30, 30, 20)
# Drawn by outlet, small outlets have two articles each and so far greater probabilities than large ones.


@pytest.mark.parametrize("n, by", [(60, None), (60, "outlet"), (120, "outlet")])
def test_coverage_for_a_corpus(n, by):
    """The interval holds the share that a person would have found in these articles, in 93 to 97 of 100 samples."""
    corpus = simulated(np.random.default_rng(1), OUTLETS)
    truth = corpus[:, 2].sum() / corpus[:, 4].sum()
    found = [estimated(corpus, n, seed, by) for seed in range(REPLICATES)]
    assert 0.93 <= np.mean([e.low <= truth <= e.high for e in found]) <= 0.97
    assert abs(np.mean([e.corrected for e in found]) - truth) < 0.002 < abs(found[0].raw - truth)
    assert np.mean([e.high - e.low for e in found]) < 0.8 * np.mean([e.hand_high - e.hand_low for e in found])


@pytest.mark.parametrize("by", [None, "outlet"])
def test_coverage_for_the_news_behind_a_corpus(by):
    """The interval holds the share in the news that such corpora come from: stories are drawn, outlets are fixed."""
    truths = [c[:, 2].sum() / c[:, 4].sum() for c in (simulated(np.random.default_rng(10_000 + i), OUTLETS) for i in range(2000))]
    truth, covered, as_corpus = np.mean(truths), [], []
    for seed in range(REPLICATES):
        corpus = simulated(np.random.default_rng(seed), OUTLETS)
        e = estimated(corpus, 60, seed, by, about="news", clusters=dict(enumerate(corpus[:, 1])))
        covered.append(e.low <= truth <= e.high)
        if seed < 200:
            narrow = estimated(corpus, 60, seed, by)
            as_corpus.append(narrow.low <= truth <= narrow.high)
    assert 0.93 <= np.mean(covered) <= 0.97
    assert np.mean(as_corpus) < 0.9


def test_coverage_where_outlets_are_the_clusters():
    """Forty outlets drawn from many, each with its own level and its own error."""
    covered = []
    for seed in range(REPLICATES):
        rng = np.random.default_rng(seed)
        outlet, whole = np.repeat(np.arange(40), 12), rng.integers(100, 700, 480)
        share = np.clip(rng.normal(0.3, 0.1, 40)[outlet] + rng.normal(0, 0.1, 480), 0, 1)
        true = rng.binomial(whole, share)
        program = rng.binomial(whole, np.clip(share + rng.normal(0.08, 0.08, 40)[outlet], 0, 1))
        e = estimated(np.column_stack([outlet, outlet, true, program, whole]), 80, seed, about="news", clusters=dict(enumerate(outlet)))
        covered.append(e.low <= 0.3 <= e.high)
    assert 0.93 <= np.mean(covered) <= 0.97


def test_the_figure_is_that_of_ppi_python_where_it_applies():
    """A plain mean from a simple random sample of many articles, with full trust."""
    from ppi_py import ppi_mean_ci, ppi_mean_pointestimate

    rng = np.random.default_rng(3)
    truth = rng.normal(1, 1, 5000)
    program = truth + rng.normal(0.3, 0.1, 5000)  # the best weight is close to 1, which both then use
    sample = draw([Listed(i) for i in range(5000)], 200, seed=1)
    rows = [d.article_id for d in sample]
    e = correct({i: (x, 1) for i, x in enumerate(program)}, {i: (truth[i], 1) for i in rows}, sample, about="news")
    known = ppi_mean_pointestimate(truth[rows], program[rows], program, lam=e.trust)[0]
    low, high = ppi_mean_ci(truth[rows], program[rows], program, alpha=0.05, lam=e.trust)
    assert e.corrected == pytest.approx(known, abs=1e-9)
    assert e.high - e.low == pytest.approx((high - low)[0], rel=0.02)


def test_a_useless_program_costs_nothing():
    rng = np.random.default_rng(4)
    corpus = simulated(rng, OUTLETS)
    corpus[:, 3] = rng.permutation(corpus[:, 3])
    e = estimated(corpus, 100, 1)
    assert e.trust < 0.3 and (e.high - e.low) < 1.05 * (e.hand_high - e.hand_low)


def test_the_corrected_figure_by_hand():
    # Two strata of 4 and 2, two articles drawn of each: weights 2 and 1. The program says 1 throughout, the person 1, 0, 0, 0.
    listed = [Listed(i, "a" if i < 4 else "b") for i in range(6)]
    sample = draw(listed, 4, seed=1, by="outlet")
    first = next(d.article_id for d in sample if d.stratum == "a")
    e = correct({i: (1, 1) for i in range(6)}, {d.article_id: (d.article_id == first, 1) for d in sample}, sample)
    assert (e.raw, e.trust) == (1.0, 0.0)
    assert e.corrected == e.hand == pytest.approx(2 * 1 / 6)


def test_a_program_that_finds_nothing_has_no_raw_figure():
    sample = draw([Listed(i) for i in range(8)], 4, seed=1)
    e = correct({i: (0, 0) for i in range(8)}, {d.article_id: (d.position % 2, 1) for d in sample}, sample)
    assert (e.raw, e.corrected) == (None, 0.5)


def hand_coded(article_id, **rows):
    return example(article_id, coder="هدى", coder_type="person", status="made").changed(blind=True, **rows)


def test_shares_of_codings_are_corrected():
    ids = [f"a{i}" for i in range(20)]
    sample = draw([Listed(i) for i in ids], 8, seed=1)
    hand = [hand_coded(d.article_id, statements=example(d.article_id).statements[: 4 if d.position > 2 else 3]) for d in sample]
    found = {e.name: e for e in corrected_shares((example(i) for i in ids), hand, sample, words_by_party)}
    assert sum(e.corrected for e in found.values()) == pytest.approx(1)
    assert found["president"].raw == 4 / found_words() and found["president"].corrected == pytest.approx(0.75 * 4 / found_words())
    assert found["north"].corrected == found["north"].raw
    signs = corrected_shares([example(i) for i in ids], hand, sample, unfavourable_stances)
    assert [(e.name, e.raw) for e in signs] == [("north", 0.5), ("gangs", 0.25), ("south", 0.0)]


def found_words():
    return words_by_party(example())[1]


@pytest.mark.parametrize("coding, message", [
    (hand_coded("a0").changed(blind=False), "was not coded blind"), (hand_coded("a0").changed(blind=None), "was not coded blind"),
    (hand_coded("elsewhere"), "1 of 2 drawn articles are not coded")])
def test_codings_that_cannot_stand_for_the_truth_are_refused(coding, message):
    sample = draw([Listed("a0"), Listed("a1")], 2, seed=1)
    with pytest.raises(InputError, match=message):
        blind_codings(sample, [coding, hand_coded("a1")])


def test_two_coders_of_one_article_are_refused():
    sample = draw([Listed("a0"), Listed("a1")], 2, seed=1)
    with pytest.raises(InputError, match="two codings of one article"):
        blind_codings(sample, [hand_coded("a0"), hand_coded("a0")])


def test_the_whole_corpus_is_needed():
    sample = draw([Listed(i) for i in range(10)], 4, seed=1)
    with pytest.raises(InputError, match="holds 9 articles, the sample was drawn from 10"):
        correct({i: (1, 1) for i in range(10) if i != min(set(range(10)) - {d.article_id for d in sample})}, {d.article_id: (1, 1) for d in sample}, sample)


def test_the_same_seed_draws_the_same_articles_in_any_order():
    listed = [Listed(f"a{i}", "صحيفة" if i % 3 else "قناة", f"2020-0{1 + i % 4}-02") for i in range(60)]
    assert draw(listed, 12, 5, "outlet") == draw(listed[::-1], 12, 5, "outlet") != draw(listed, 12, 6, "outlet")
    assert {d.stratum for d in draw(listed, 12, 5, "month")} == {"2020-01", "2020-02", "2020-03", "2020-04"}
    assert stratum_of(Listed("a"), "outlet") == "unknown"


def test_every_article_has_the_same_chance():
    counts = np.zeros(10)
    for seed in range(2000):
        for d in draw([Listed(i) for i in range(10)], 3, seed):
            counts[d.article_id] += 1
    assert np.allclose(counts / 2000, 0.3, atol=0.035)


@pytest.mark.parametrize("n, by, says", [(0, None, "is fewer than 2"), (1, None, "is fewer than 2"), (3, "outlet", "two from each of 2 strata"), (11, None, "more than the corpus has: 10 articles")])
def test_a_sample_too_small_or_too_large_is_refused(n, by, says):
    with pytest.raises(InputError, match=says):
        draw([Listed(i, outlet=f"صحيفة {i % 2}") for i in range(10)], n, 1, by)


def test_a_sample_file_comes_back_as_it_was(tmp_path):
    drawn = draw([Listed(f"مقال {i}", "=صحيفة") for i in range(9)], 4, seed=3, by="outlet")
    write_sample(drawn, tmp_path / "sample.csv")
    assert read_sample(tmp_path / "sample.csv") == drawn


def test_a_sample_file_with_a_changed_probability_is_refused(tmp_path):
    write_sample(draw([Listed(f"a{i}") for i in range(8)], 4, seed=3), tmp_path / "sample.csv")
    text = (tmp_path / "sample.csv").read_text(encoding="utf-8-sig").replace("0.5", "0.9", 1)
    (tmp_path / "sample.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="sample.csv, line 2: probability is not drawn / population"):
        read_sample(tmp_path / "sample.csv")


def test_the_command_draws_from_a_folder_and_never_overwrites(tmp_path, capsys):
    for i in range(8):
        (tmp_path / "corpus" / f"a{i}").mkdir(parents=True)
        (tmp_path / "corpus" / f"a{i}" / "article.txt").write_text("قال الوزير إن الأمر انتهى.", encoding="utf-8")
        (tmp_path / "corpus" / f"a{i}" / "article.yml").write_text(f"outlet: {'صحيفة' if i < 4 else 'قناة'}\ndate: 2020-01-0{i + 1}\n", encoding="utf-8")
    command = ["sample", str(tmp_path / "corpus"), "--n", "4", "--seed", "1", "--by", "outlet", "--out", str(tmp_path / "sample.csv")]
    assert cli.main(command) == 0
    assert "4 of 8 articles, by outlet" in capsys.readouterr().out
    assert {(d.stratum, d.probability) for d in read_sample(tmp_path / "sample.csv")} == {("صحيفة", 0.5), ("قناة", 0.5)}
    assert cli.main(command) == 2
    assert "exists already" in capsys.readouterr().err


def test_the_command_draws_from_what_a_run_reads_and_wrote(tmp_path, capsys):
    import csv

    with open(tmp_path / "corpus.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("article_id", "date", "text")] + [(f"n{i}", "2020-01-02" if i < 6 else "", f"قال الوزير رقم {i} إن الأمر انتهى.") for i in range(9)] + [("n9", "", "")])
    assert cli.main(["run", str(tmp_path / "corpus.csv"), "--out", str(tmp_path / "out"), "--workers", "1"]) == 0
    for corpus in ("corpus.csv", "out"):
        capsys.readouterr()
        assert cli.main(["sample", str(tmp_path / corpus), "--n", "5", "--seed", "1", "--by", "month", "--out", str(tmp_path / f"{corpus}.sample")]) == 0
    assert read_sample(tmp_path / "corpus.csv.sample") == read_sample(tmp_path / "out.sample")
    assert {(d.stratum, d.population) for d in read_sample(tmp_path / "out.sample")} == {("2020-01", 6), ("unknown", 3)}


def test_news_by_stratum_needs_the_strata_of_all_articles():
    listed = [Listed(i, "a" if i < 6 else "b") for i in range(12)]
    sample = draw(listed, 6, 1, "outlet")
    with pytest.raises(InputError, match="strata: are needed for all articles"):
        correct({i: (1, 1) for i in range(12)}, {i: (1, 1) for i in range(12)}, sample, about="news")
