"""Comparing outlets: what was planted is found and nothing else, chance is taken for chance, and every point opens."""

import re

import numpy as np
import pytest
from scipy.stats import binom

from analysis.actors import load_registry
from analysis.compare.network import _place
from analysis.compare import compare, draw_dumbbell, draw_forest, draw_matrices, draw_network, draw_timeline, evidence, opened, outlet_values, over_time, points
from analysis.compare.contrasts import as_frame
from analysis.compare.evidence import anchor
from analysis.compare.matrices import cells
from analysis.errors import InputError
from analysis.figures.style import save
from analysis.measures import status
from analysis.pipeline import analyze
from analysis.reading import articles
from analysis.reading.copies import find_stories
from analysis.records import Article, Coding, Frame, Sentence, Stance, Statement
from analysis.sampling import Listed, draw

MANARA, DIFAF, MIZAN = "صحيفة المنارة", "صحيفة الضفاف", "وكالة الميزان"
GOVERNMENT, MOVEMENT = "merjan_government", "hills_movement"
PLANTED = {
    ("voice", GOVERNMENT): {(MANARA, MIZAN), (MIZAN, DIFAF), (MANARA, DIFAF)},
    ("voice", MOVEMENT): {(DIFAF, MIZAN), (MIZAN, MANARA), (DIFAF, MANARA)},
    ("narrator", GOVERNMENT): {(MANARA, DIFAF), (MIZAN, DIFAF)},
    ("narrator", MOVEMENT): {(DIFAF, MANARA), (MIZAN, MANARA)},
    ("naming", GOVERNMENT): {(DIFAF, MANARA), (DIFAF, MIZAN)},
    ("naming", MOVEMENT): {(MANARA, DIFAF), (MANARA, MIZAN)},
    ("frames", "human_interest"): {(DIFAF, MANARA), (DIFAF, MIZAN)},
    ("agency", GOVERNMENT): {(DIFAF, MANARA), (DIFAF, MIZAN)},
    ("agency", MOVEMENT): {(MANARA, DIFAF), (MANARA, MIZAN)},
}
"""What corpus/compare/README.md says was planted: measure and category → (outlet with more, outlet with less)."""


@pytest.fixture(scope="module")
def codings():
    registry = load_registry("corpus/compare/actors.yml")
    return [analyze(article, registry) for article in articles("corpus/compare")]


@pytest.fixture(scope="module")
def contrasts(codings):
    return compare(codings)


def test_the_corpus_is_three_outlets_of_eight_articles_and_one_shared_report(codings):
    outlets = [c.article.outlet for c in codings]
    assert {outlet: outlets.count(outlet) for outlet in outlets} == {MANARA: 8, DIFAF: 8, MIZAN: 8}
    assert {a: s for a, s in find_stories(c.article for c in codings).items() if a != s} == {"mizan/04": "manara/04"}
    assert "invented" in open("corpus/compare/README.md", encoding="utf-8").read()


def test_the_planted_differences_are_found_and_no_others(contrasts):
    found = {}
    for c in contrasts:
        if c.q < 0.05:
            pair = (c.first, c.second) if c.difference > 0 else (c.second, c.first)
            found.setdefault((c.measure, c.category), set()).add(pair)
    assert found == PLANTED


def test_contrasts_are_consistent(contrasts):
    assert all(c.low <= c.difference <= c.high and c.p <= c.q for c in contrasts)
    assert all((c.low > 0 or c.high < 0) == (c.p < 0.05) for c in contrasts)
    assert not any(c.corrected for c in contrasts)
    assert [c.q for c in contrasts] == sorted(c.q for c in contrasts)


def made(outlet, number, polarities, length=8, frames=()):
    """Make the coding of an article whose narrator judges party `p` so many times."""
    article_id = f"{outlet}-{number}"
    article = Article(article_id, None, outlet, f"2031-05-{1 + number % 28:02}", None, "ar", "قال " * length, "")
    stances = [Stance(article_id, i, 0, None, "narrator", None, target, None, "evaluation", sign, float(sign), "قال", 0, 3) for i, (target, sign) in enumerate(polarities)]
    sentences = [Sentence(article_id, i, i, 4 * i, 4 * i + 3) for i in range(length)]
    return Coding(article, sentences=sentences, stances=stances, frames=[Frame(article_id, i, None, "narrator", name, "قال", 4 * i, 4 * i + 3) for i, name in frames])


@pytest.mark.parametrize("stories", [5, 12])
def test_outlets_without_a_difference_are_told_apart_as_often_as_chance_says(stories):
    """Forty parties that two outlets judge by the same dice, five times over: p < 0.05 in about one of twenty."""
    chance, p = np.random.default_rng(7), []
    for _ in range(5):
        codings = [made(outlet, i, [(f"p{k}", sign) for k in range(40) for sign in (1, -1) for _ in range(chance.poisson(0.6))]) for outlet in "ab" for i in range(stories)]
        p += [c.p for c in compare(codings, stories={c.article.article_id: c.article.article_id for c in codings}, measures=["narrator"], replicates=300)]
    low, high = binom.ppf([0.001, 0.999], len(p), 0.05)
    assert len(p) > 150 and low <= sum(value < 0.05 for value in p) <= high


def test_copies_of_one_report_count_as_one():
    """Ten outlets' worth of the same wire report is one story: the interval must not shrink."""
    chance = np.random.default_rng(3)
    once = [made(outlet, i, [("p", 1)] * chance.poisson(2 if outlet == "a" else 1)) for outlet in "ab" for i in range(8)]
    copies = [c.changed(article=c.article._replace(article_id=f"{c.article.article_id}-{k}")) for c in once for k in range(5)]
    story = {c.article.article_id: "-".join(c.article.article_id.split("-")[:2]) for c in copies}
    [one] = compare(once, stories={c.article.article_id: c.article.article_id for c in once}, measures=["narrator"])
    [five] = compare(copies, stories=story, measures=["narrator"])
    [naive] = compare(copies, stories={i: i for i in story}, measures=["narrator"])
    assert (one.low, one.high) == pytest.approx((five.low, five.high))
    assert naive.high - naive.low < 0.6 * (five.high - five.low)


def test_complete_separation_is_not_certainty():
    codings = [made(outlet, i, [("p", -1)] if outlet == "a" else []) for outlet in "ab" for i in range(8)]
    [contrast] = compare(codings, stories={c.article.article_id: c.article.article_id for c in codings}, measures=["narrator"])
    assert contrast.difference == -1 and contrast.low < -1 < contrast.high < 0 and 0 < contrast.p < 0.001


def test_a_blind_sample_of_each_outlet_corrects_and_takes_the_stamp_off():
    """The program finds only half of what outlet `a` says against p; the hand coding of a sample says so."""
    chance = np.random.default_rng(5)
    truth, machine = [], []
    for outlet in "ab":
        for i in range(60):
            n = int(chance.poisson(2))
            truth.append(made(outlet, i, [("p", -1)] * n).changed(coder="person", coder_type="person", blind=True))
            machine.append(made(outlet, i, [("p", -1)] * (int(chance.binomial(n, 0.5)) if outlet == "a" else n)))
    sample = draw([Listed(c.article.article_id, c.article.outlet, c.article.date) for c in machine], 60, seed=1, by="outlet")
    drawn = {d.article_id for d in sample}
    stories = {c.article.article_id: c.article.article_id for c in machine}
    [raw] = compare(machine, stories=stories, measures=["narrator"])
    [corrected] = compare(machine, stories=stories, measures=["narrator"], sample=sample, hand=[c for c in truth if c.article.article_id in drawn])
    assert raw.p < 0.01 and not raw.corrected
    assert corrected.corrected and abs(corrected.difference) < abs(raw.difference) / 2 and corrected.low < 0 < corrected.high
    figure, _ = draw_forest([corrected], machine)
    assert "not corrected" not in text_of(figure)
    assert "not corrected for coding error" in text_of(draw_forest([raw], machine)[0])


def text_of(figure):
    from matplotlib.text import Text

    return " ".join(t.get_text() for t in figure.findobj(Text))


def test_values_and_time(codings):
    values = {(v.measure, v.category, v.outlet): v for v in outlet_values(codings)}
    value = values["voice", GOVERNMENT, MANARA]
    assert value.low < value.value < value.high and value.n == 8
    days = over_time(codings, "voice", GOVERNMENT)
    assert len(days) == 24 and set(days["period"]) == {f"2031-05-{d:02}" for d in range(4, 12)} and days["low"].isna().all()
    weeks = over_time(codings, "voice", GOVERNMENT, by="week")
    assert sorted(set(weeks["period"])) == ["2031-04-28", "2031-05-05"] and weeks.loc[weeks["n"] > 1, "low"].notna().all()
    for wrong in ({"by": "year"}, {"measure": "none"}):
        with pytest.raises(InputError):
            over_time(codings, **{"measure": "voice", "category": GOVERNMENT, **wrong})


def test_what_cannot_be_compared_is_said(codings):
    alone = [c for c in codings if c.article.outlet == MANARA]
    with pytest.raises(InputError, match="two outlets"):
        compare(alone)
    with pytest.raises(InputError, match="names no outlet.*metadata.csv"):
        compare([c.changed(article=c.article._replace(outlet=None)) for c in codings])
    with pytest.raises(InputError, match="no outlet of the corpus"):
        compare(codings, reference="nobody")
    with pytest.raises(InputError, match="has no story"):
        compare(codings, stories={})
    assert {(c.first, c.second) for c in compare(codings, reference=MIZAN, replicates=100)} == {(MANARA, MIZAN), (DIFAF, MIZAN)}


def test_every_point_opens_its_sentences(codings, contrasts):
    texts = {c.article.article_id: c.article.text for c in codings}
    for c in contrasts:
        rows = evidence(codings, c.measure, c.category)
        assert len(rows) > 0
        assert all(texts[row.article_id][row.start:row.end] == row.evidence and row.evidence in row.text for row in rows.itertuples())
    net = evidence(codings, "narrator", MOVEMENT, MANARA)["sign"].value_counts()
    value = next(v for v in outlet_values(codings, measures=["narrator"]) if (v.category, v.outlet) == (MOVEMENT, MANARA))
    assert net.get("+", 0) - net["−"] == 8 * value.value


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_figures_draw_and_their_links_lead_somewhere(codings, contrasts, language):
    dumbbell, network = draw_dumbbell(codings, language), draw_network(codings, language)
    both, outlets = ("narrator", "sources"), (MANARA, DIFAF, MIZAN)
    drawn = {
        "forest": (draw_forest(contrasts, codings, language), points(contrasts)),
        "matrices": (draw_matrices(codings, language), None),
        "dumbbell": (dumbbell, [(m, p, o) for m in both for p in dict.fromkeys(dumbbell[1]["category"]) for o in outlets]),
        "timeline": (draw_timeline(codings, "voice", GOVERNMENT, language, events={"2031-05-07": "هدنة"}), [("voice", GOVERNMENT, o) for o in outlets]),
        "network": (network, [(m, p, None) for m in both for p in dict.fromkeys(network[1]["target"])]),
    }
    for name, ((figure, table), opens) in drawn.items():
        assert len(table)
        page = opened(figure, opens or cells(table), codings, language).html
        links, ids = set(re.findall(r'<a href="#(evidence[^"]+)"', page)), set(re.findall(r'<div id="(evidence[^"]+)"', page))
        assert links and links <= ids, name
        assert label_of("stamp", language) in text_of(figure)


def test_a_click_on_a_point_opens_its_sentences(codings, contrasts, browser, tmp_path):
    chosen = [c for c in contrasts if (c.measure, c.category) == ("naming", MOVEMENT)]
    figure, _ = draw_forest(chosen, codings)
    (tmp_path / "page.html").write_text(f"<meta charset=utf-8>{opened(figure, points(chosen), codings).html}", encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    assert not page.locator("mark").first.is_visible()
    page.locator("svg a").first.click()
    assert page.locator(f"#{anchor('naming', MOVEMENT)} mark").first.is_visible()
    page.close()


def label_of(kind, language):
    from analysis.labels import label

    return label(f"{kind}.uncorrected", language)


def test_hostile_text_stays_text(tmp_path):
    script = '<script>alert("x")</script>'
    text = f"{script} =1+1 إن الأمر انتهى"
    rows = []
    for outlet in ("=cmd|calc", script):
        for i in range(4):
            article_id = f"{outlet}-{i}"
            article = Article(article_id, None, outlet, "2031-05-04", None, "ar", text, "")
            said = Statement(article_id, 0, 0, "x", "=x", "p", None, None, None, None, None, None, None, ((0, len(text)),), "direct")
            rows.append(Coding(article, sentences=[Sentence(article_id, 0, 0, 0, len(text))], statements=[said] if i % 2 or outlet == script else [],
                               stances=[Stance(article_id, 0, 0, None, "narrator", None, "p", None, "deed", -1, -1.0, script, 0, len(script))]))
    contrasts = compare(rows, stories={c.article.article_id: c.article.article_id for c in rows})
    figure, table = draw_forest(contrasts, rows)
    page = opened(figure, points(contrasts), rows).html
    assert "<script" not in page and "&lt;script" in page
    paths = save(figure, table, tmp_path, "forest")
    assert not re.search(r"(^|,)\"?=", paths["csv"].read_text(encoding="utf-8-sig"), re.M)
    assert status(rows).kind == "machine" and anchor("voice", "p", script).count("<") == 0
    assert set(as_frame(contrasts)["first"]) == {"=cmd|calc"}


def test_numbers_of_arrows_from_one_source_stand_clear_of_each_other():
    taken = [_place(1.5, 1.0, [])]
    taken.append(_place(1.5, 0.0, taken))
    (x, y), (a, b) = taken
    assert abs(x - a) > 0.09 or abs(y - b) > 0.3
