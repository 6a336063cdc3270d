"""Agreement: alpha against the published figures and a brute-force count, and units and labels counted by hand."""

import json
import random
from itertools import product

import krippendorff
import numpy as np
import pytest

from analysis import cli
from analysis.agreement import agree, validity
from analysis.agreement.alpha import alpha, nominal, unitizing
from analysis.agreement.units import with_common_actors
from analysis.codings import nest, write_coding
from analysis.errors import InputError
from analysis.records import Actor
from tests.example_coding import TEXT, example

PARTIES = ["gangs", "north", "president", "sami", "south"]


def person(name, article_id="example", **rows):
    return example(article_id, coder=name, coder_type="person", status="made").changed(**rows)


# The published examples of the package on the index: Krippendorff (2011) and the Wikipedia article on alpha.
PUBLISHED = [
    (0.691358, [[None, None, None, None, None, 3, 4, 1, 2, 1, 1, 3, 3, None, 3], [1, None, 2, 1, 3, 3, 4, 3, None, None, None, None, None, None, None],
                [None, None, 2, 1, 3, 4, 4, None, 2, 1, 1, 3, 3, None, 4]]),
    (0.743421, [[1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
                [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]]),
]


@pytest.mark.parametrize("expected, coders", PUBLISHED)
def test_alpha_gives_the_published_figures(expected, coders):
    assert alpha(nominal(zip(*coders))) == pytest.approx(expected, abs=1e-6)


def test_alpha_is_that_of_the_package():
    rng = random.Random(1)
    for _ in range(20):
        coders = [[rng.choice([1, 1, 1, 2, 3, None]) for _ in range(40)] for _ in range(rng.choice([2, 3, 4]))]
        known = krippendorff.alpha(np.array(coders, dtype=float), level_of_measurement="nominal")
        assert alpha(nominal(zip(*coders))) == pytest.approx(known)


def test_alpha_adds_up_over_articles():
    first, second = [(1, 1), (1, 2), (2, 2)], [(2, 2), (3, 1)]
    assert alpha(nominal(first) + nominal(second)) == alpha(nominal(first + second))


@pytest.mark.parametrize("units", [[], [(1, None)], [(1, 1), (1, 1)]])
def test_alpha_is_undefined_without_variation(units):
    assert alpha(nominal(units)) is None


def places(spans, length):
    return [next(((start, value) for start, end, value in spans if start <= i < end), None) for i in range(length)]


def chance(coders):
    """Return 1 - observed / expected disagreement of a continuum, with every pair of places counted one by one."""
    value = lambda place: place and place[1]
    points = [(i, p, place) for i, coder in enumerate(coders) for p, place in enumerate(coder)]
    observed = [value(a) != value(b) for row in zip(*coders) for i, a in enumerate(row) for j, b in enumerate(row) if i != j]
    expected = [value(a) != value(b) for (i, p, a), (j, q, b) in product(points, points) if not (i == j and (p == q or a is not None and a == b))]
    return 1 - np.mean(observed) / np.mean(expected)


def test_unitizing_alpha_is_what_counting_all_pairs_gives():
    rng = random.Random(2)
    for _ in range(5):
        coders = []
        for _ in range(3):
            cuts = sorted(rng.sample(range(40), 6))
            coders.append(places([(cuts[k], cuts[k + 1], rng.choice("ab")) for k in (0, 2, 4)], 40))
        u, bar_u, _ = unitizing(coders)
        assert alpha(u) == pytest.approx(chance(coders))
        assert alpha(bar_u) == pytest.approx(chance([[place and (place[0], "unit") for place in coder] for coder in coders]))


def test_unitizing_alpha_of_values_by_hand():
    # Three coders: (2–5: 1); (2–5: 1, 10–20: 2); (2–5: 2, 15–20: 2). Pairs meet at 3, 3 and 3 + 5 places, each counted both
    # ways and halved: n = 14, agreed 3 + 5, lengths 6 and 8, squares (4 · 9 + 2 · (9 + 25)) / 2 = 52.
    coders = [places(spans, 30) for spans in ([(2, 5, 1)], [(2, 5, 1), (10, 20, 2)], [(2, 5, 2), (15, 20, 2)])]
    assert alpha(unitizing(coders).cu) == pytest.approx(1 - (14 - 8) * (14 ** 2 - 52) / (14 * (14 ** 2 - 6 ** 2 - 8 ** 2)))


def test_unitizing_alpha_of_equal_units_is_one():
    coder = places([(2, 5, "a"), (7, 20, "b")], 30)
    assert [alpha(t) for t in unitizing([coder, coder])] == [1, 1, 1]


def test_coders_who_agree():
    found = agree([person("هدى"), person("عمر")], PARTIES)
    assert all(m.value == 1 for m in found.measures if m.name != "sources where spans meet")
    assert found.people and found.verdict(found["voice"]) == "reliable" and found.verdict(found["statements"]) is None
    assert found.disagreements == [] and found.unmatched == {"هدى": 0, "عمر": 0}


def test_units_come_first_and_unmatched_ones_are_counted_and_listed():
    other = person("عمر", statements=person("عمر").statements[:3], stances=[])
    found = agree([person("هدى"), other], PARTIES)
    assert found["statements"].value == 2 * 3 / (4 + 3) and found["statements"].n == 4
    assert found["source of statements"].n == 3
    assert found.unmatched == {"هدى": 1, "عمر": 0}
    alone = [d for d in found.disagreements if d.kind == "one coder only"]
    assert [(d.views, d.text) for d in alone] == [((("هدى", "president"), ("عمر", None)), "أعلن | أن العصابات لن تنجو")]


def test_labels_on_matched_units():
    statements = person("عمر").statements
    changed = [statements[0], statements[1], statements[2]._replace(source="president", form="direct"), statements[3]]
    found = agree([person("هدى"), person("عمر", statements=changed)], PARTIES)
    values = [("north", "north"), ("south", "south"), ("sami", "president"), ("president", "president")]
    assert found["source of statements"].value == alpha(nominal(values))
    assert {d.kind for d in found.disagreements} == {"source", "form"}


def test_voice_is_counted_word_by_word():
    statements = person("عمر").statements[:3]
    found = agree([person("هدى"), person("عمر", statements=statements)], PARTIES)
    # Four words of the president's are Sami's for the second coder; see test_measures for the other counts.
    n = found["voice"].n
    values = [("sami", "sami")] * 7 + [("president", "sami")] * 4 + [("north+south",) * 2] * 5 + [("narrator",) * 2] * (n - 16)
    assert found["voice"].value == pytest.approx(alpha(nominal(values)))


def test_stance_presence_sign_and_triples():
    stances = person("عمر").stances
    other = person("عمر", stances=[stances[0]._replace(polarity=-1, score=-1.0), stances[2]])
    found = agree([person("هدى"), other], PARTIES)
    presence = [(True, True)] * 2 + [(True, False)] + [(False, False)] * 27
    assert found["stance presence"].n == len(PARTIES) * (len(PARTIES) + 1)
    assert found["stance presence"].value == pytest.approx(alpha(nominal(presence)))
    assert found["stance presence"].prevalence == {"absent": 55 / 60, "present": 5 / 60}
    assert found["stance sign"].value == pytest.approx(alpha(nominal([("+", "−"), ("−", "−")]))) and found["stance sign"].n == 2
    assert found["stance triples"].value == 2 * 1 / (3 + 2)
    assert [d.kind for d in found.disagreements] == ["opposite sign", "stance of one coder only"]
    assert found.disagreements[0].views == (("هدى", "+ ترحب بالهدنة"), ("عمر", "− ترحب بالهدنة"))


def test_both_signs_are_a_value_of_their_own():
    stances = person("عمر").stances
    other = person("عمر", stances=[*stances, stances[0]._replace(stance_id=9, polarity=-1, score=-1.0)])
    assert agree([person("هدى"), other], PARTIES)["stance sign"].value == alpha(nominal([("+", "both"), ("−", "−"), ("−", "−")]))


def test_stances_outside_the_grid_are_listed_and_a_grid_from_the_codings_is_said():
    found = agree([person("هدى"), person("عمر")], ["south"])
    assert found.outside == [("narrator", "north", "−"), ("president", "gangs", "−"), ("sami", "south", "+")]
    assert found.notes == [] and "not of a list fixed before coding" in agree([person("هدى"), person("عمر")]).notes[0]


def test_three_coders_and_articles_that_not_all_coded():
    codings = [person("أ", a) for a in "abc"] + [person("ب", a) for a in "abc"] + [person("ج", "a", statements=person("ج").statements[:1])]
    found = agree(codings, PARTIES)
    assert found.coders == ("أ", "ب", "ج") and found.articles == ("a", "b", "c")
    # Article a: one statement has three coders (three pairs), three have two (one pair each), of 4 + 4 + 1 codings, each in two pairs.
    assert found["statements"].value == pytest.approx(2 * (3 + 3 + 4 + 4) / (2 * 9 + 8 + 8))
    assert found["statements"].low < found["statements"].value < found["statements"].high


def test_a_new_actor_is_the_same_by_party_and_name():
    renamed = [Actor("wazir", "south", "الوزير سامي", ("سامي",)) if a.id == "sami" else a for a in example().actors]
    statements = [s._replace(source="wazir") if s.source == "sami" else s for s in example().statements]
    first, second = with_common_actors([person("هدى"), person("عمر", actors=renamed, statements=statements)])
    assert [s.source for s in second.statements] == [s.source for s in first.statements]


def test_actors_of_one_coder_stay_apart():
    actors = [Actor("council", "un", "المجلس"), Actor("office", "un", "المجلس")]
    coding = with_common_actors([person("هدى", actors=actors, statements=[person("هدى").statements[0]._replace(source="office")])])[0]
    assert coding.statements[0].source == "office"


@pytest.mark.parametrize("codings, message", [
    ([person("هدى"), example()], "people and programs cannot be mixed"), ([person("هدى")], "no article was coded by two coders"),
    ([person("هدى"), person("هدى")], "two codings by one coder")])
def test_what_cannot_be_compared_is_refused(codings, message):
    with pytest.raises(InputError, match=message):
        agree(codings)


def test_a_verdict_says_when_the_interval_reaches_below_the_threshold():
    found = agree([person("هدى"), person("عمر")], PARTIES)
    measure = found["voice"]._replace(value=0.85, low=0.5, high=0.9)
    assert found.verdict(measure) == "reliable, but the interval reaches below 0.667"
    assert found.verdict(measure._replace(low=0.7)) == "reliable"
    assert found.verdict(measure._replace(value=0.7, low=0.68)) == "tentative conclusions only" and found.verdict(measure._replace(value=0.6)) == "not reliable"


def test_programs_get_no_verdict():
    found = agree([example(coder="rules"), example(coder="model", coder_type="model")], PARTIES)
    assert found.verdict(found["voice"]) is None


def test_validity_counts_confusions_of_source_and_sign():
    program = example().changed(
        statements=[example().statements[0], example().statements[2]._replace(source="gangs", source_party="gangs", source_name=None, source_start=None, source_end=None, source_text=None)],
        stances=[example().stances[0]._replace(polarity=-1, score=-1.0)])
    found = validity([person("هدى")], [program])
    assert found.sources == {("north", "north"): 1, ("sami", "gangs"): 1, ("south", "none"): 1, ("president", "none"): 1}
    assert found.signs == {("+", "−"): 1, ("−", "none"): 2}
    assert found.scores["cue"].recall == 0.5


def test_a_speaker_of_another_party_is_seen_where_the_source_words_stay():
    reference = example(coder="huda", coder_type="person")
    turned = [s._replace(source="gangs") if s.source == "sami" else s for s in reference.statements]
    found = validity([reference], [reference.changed(coder="rules", coder_type="rules", statements=turned)])
    assert found.scores["source"].f1 == 1.0 and found.scores["meant_party"].precision == 0.75
    assert found.sources["sami", "gangs"] == 1 and found.sources.total() == 4


@pytest.fixture
def folder(tmp_path):
    article = tmp_path / "example"
    (article / "codings").mkdir(parents=True)
    (article / "article.txt").write_text(TEXT, encoding="utf-8", newline="")
    (article / "actors.yml").write_text("".join(f"- id: {p}\n  party: {p}\n  name: {a.name}\n  aliases: []\n" for p, a in zip(sorted({a.party for a in example().actors}), example().actors)), encoding="utf-8")
    write_coding(person("هدى"), article / "codings" / "huda.json")
    omar = person("عمر")
    write_coding(omar.changed(statements=nest(omar.statements[:3]), namings=[], stances=[s for s in omar.stances if s.statement_id != 3]), article / "codings" / "omar.json")
    return article


def test_the_command_keeps_reliability_and_validity_apart(folder, capsys):
    write_coding(example(), folder / "codings" / "rules.json")
    assert cli.main(["agree", str(folder / "codings")]) == 0
    sections = capsys.readouterr().out.split("\n\n\n")
    assert [s.splitlines()[0] for s in sections] == [
        "Agreement between people: هدى, عمر on 1 article (example); no interval", "rules measured against هدى (a person)", "rules measured against عمر (a person)"]
    assert "alpha" not in sections[1] + sections[2] and "reliable" in sections[0] and "أن العصابات لن تنجو" in sections[0]


def test_the_command_as_json(folder, capsys):
    assert cli.main(["agree", str(folder / "codings" / "huda.json"), str(folder / "codings" / "omar.json"), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["validity"] == [] and data["agreement"][0]["unmatched"] == {"هدى": 1, "عمر": 0}
    assert data["agreement"][0]["notes"] == []


def test_one_coder_is_not_enough(folder, capsys):
    assert cli.main(["agree", str(folder / "codings" / "huda.json")]) == 2
    assert "there is only one coder (['هدى'])" in capsys.readouterr().err


def test_lines_need_coding_files_of_the_same_articles(tmp_path, capsys):
    from analysis.rows import as_json

    (tmp_path / "lines.jsonl").write_text(json.dumps(as_json(example())), encoding="utf-8")
    assert cli.main(["agree", str(tmp_path / "lines.jsonl")]) == 2
    assert "lines.jsonl: holds no coding of an article that the other files are about" in capsys.readouterr().err


def test_a_program_can_be_measured_against_a_model_by_name(folder, capsys):
    from analysis.rows import as_json

    write_coding(example(coder="reference", coder_type="model"), folder / "codings" / "reference.json")
    (folder / "lines.jsonl").write_text(json.dumps(as_json(example())), encoding="utf-8")
    assert cli.main(["agree", str(folder / "codings" / "reference.json"), str(folder / "lines.jsonl"), "--reference", "reference"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("rules measured against reference (a language model, not a person)") and "alpha" not in shown
    assert cli.main(["agree", str(folder / "codings"), "--reference", "nobody"]) == 2
