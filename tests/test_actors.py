"""Actors: golden mentions and noun phrases, the registry's lists, actors files, and how the two are joined."""

from bisect import bisect_left, bisect_right
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors import actors_of, find_mentions, identify, load_registry, read_actors
from analysis.actors.terms import nouns, titles
from analysis.errors import InputError
from analysis.lexicon import read_table
from analysis.records import MENTION_KINDS, SOURCE_TYPES
from analysis.segment import segment
from analysis.text import article_from_text
from analysis.words import tokenize

GOLDEN = Path(__file__).parent / "data" / "actors.tsv"
KINDS = {*MENTION_KINDS, "none", "identify"}
ROWS = read_table("actors.tsv", {"text": None, "date": None, "phrase": None, "kind": KINDS, "actor": None, "party": None, "type": {"", *SOURCE_TYPES}}, path=GOLDEN)
TEXTS = [(key, list(rows)) for key, rows in groupby([r for r in ROWS if r["kind"] != "identify"], key=lambda r: (r["text"], r["date"]))]
PHRASES = [r for r in ROWS if r["kind"] == "identify"]


def read(text, registry=None, date=None):
    """Return (article, tokens, mentions) of a text."""
    article = article_from_text(text, date=date)
    sentences = segment(article)
    tokens = tokenize(article, sentences)
    return article, tokens, find_mentions(article, sentences, tokens, registry or load_registry())


def who(text, phrase, registry=None, date=None):
    """Return the Actor of the phrase's last occurrence in a text."""
    article, tokens, mentions = read(text, registry, date)
    start = text.rindex(phrase)
    first, last = bisect_right(tokens.starts, start) - 1, bisect_left(tokens.starts, start + len(phrase))
    return identify(tokens, first, last, mentions, registry or load_registry())


@pytest.mark.parametrize("key, rows", TEXTS, ids=[key[0][:40] for key, _ in TEXTS])
def test_golden_mentions(key, rows):
    article, _, mentions = read(key[0], date=key[1])
    assert all(article.text[m.start:m.end] == m.text for m in mentions)
    assert [(m.text, m.actor, m.party, m.kind) for m in mentions] == [(r["phrase"], r["actor"], r["party"], r["kind"]) for r in rows if r["kind"] != "none"]
    for row in rows:
        if row["kind"] == "none":
            start = key[0].rindex(row["phrase"])
            assert not [m for m in mentions if m.start < start + len(row["phrase"]) and m.end > start]


@pytest.mark.parametrize("row", PHRASES, ids=[r["phrase"][:40] for r in PHRASES])
def test_golden_phrases(row):
    actor = who(row["text"], row["phrase"], date=row["date"])
    assert (actor.id, actor.party, actor.type) == (row["actor"], row["party"], row["type"])


@pytest.mark.parametrize("opening, known", [
    ("المناعي يتهم الحكومة بالتقصير", True),
    ("المناعي: السوق لن يغلق", True),
    ("الهاشمي يتهم الحكومة بالتقصير", False),
    ("المناعي في السوق", False),
])
def test_a_surname_that_opens_the_headline_is_whom_the_text_names_in_full(opening, known):
    _, _, mentions = read(f"{opening}\n\nقال المدير سليم المناعي إن السوق مغلق. وقال المدير سليم الهاشمي ذلك. وقال المدير سامي الهاشمي ذلك.")
    full = next(m.actor for m in mentions if m.text.endswith("سليم المناعي"))
    assert [m.actor for m in mentions if m.start == 0] == ([full] if known else [])


def test_mentions_are_in_order_and_do_not_overlap():
    text = "\n".join(key[0] for key, _ in TEXTS)
    _, tokens, mentions = read(text, date="2018-05-12")
    assert all(a.end <= b.start for a, b in zip(mentions, mentions[1:]))
    assert all(tokens.starts[first] <= m.start < m.end == tokens.ends[last - 1] for m, (first, last) in zip(mentions, mentions.tokens))


WORDS = [w for key, _ in TEXTS for w in key[0].split()] + ["\"", "»", "(", "،", "12", "CNN", "باسم", "نائب", "وزير", "من", "في", "ال", "لل", "وب"]


@pytest.mark.parametrize("text", [
    "عاد ترامب\nترامب يغرد",
    "رحب نائب\nوزير الخارجية الروسي",
    "تحدث باسم\nروسيا",
    "زار موقع «الضحى\nاليوم» المدينة",
    "أذاعت CNN\nاللبنانية",
    "قال الوزير (\nلافروف)",
    "ذكرت صحيفة «",
    "رحب الرئيس\nالروسي بالقرار",
])
def test_a_mention_stays_in_its_line(text):
    article, _, mentions = read(text)
    assert not [m for m in mentions if "\n" in m.text]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_order_of_words_is_read(text):
    article, tokens, mentions = read(text)
    assert all(article.text[m.start:m.end] == m.text and m.kind in MENTION_KINDS for m in mentions)
    assert all(load_registry().actor(m.actor) or m.actor in mentions.introduced for m in mentions)
    for first in range(len(tokens)):
        actor = identify(tokens, first, min(first + 4, len(tokens)), mentions, load_registry())
        assert actor.id and actor.party and actor.type in SOURCE_TYPES


def test_every_office_names_a_known_person_and_a_known_place():
    registry = load_registry()
    roles = {t.role for rows in titles().values() for t in rows} | {n.role for rows in nouns().values() for n in rows}
    for row in read_table("offices.tsv", {"office": None, "institution": None, "person": None, "from": None, "to": None}):
        assert row["person"] in registry.actors, row
        state = next((s for s in registry.actors if row["institution"].startswith(s.removesuffix("_government"))), None)
        assert row["institution"] in registry.actors or state, row
        assert row["to"] is None or row["from"] < row["to"], row
        office = row["office"].removeprefix("deputy_").removeprefix("undersecretary_")
        assert office in roles or office.endswith("_minister") or office.startswith(("envoy_", "coordinator_")), row


def test_no_two_actors_share_an_unconditional_name():
    registry = load_registry()
    shared = {(first, *n.tail) for first, names in registry.names.items() for n in names for m in names if n.tail == m.tail and n.actor != m.actor and not n.needs and not m.needs}
    assert not shared


def test_conditions_are_known():
    registry = load_registry()
    classes = {r["context"] for r in read_table("contexts.tsv", {"context": None, "words": None})}
    used = {part.lstrip("!") for names in registry.names.values() for n in names for need in n.needs for part in need.split("&")}
    assert used <= classes | {"quoted", "seen", "party", "headline", "composed"} | set(registry.actors)


def test_every_party_has_a_name():
    registry = load_registry()
    for party in {actor.party for actor in registry.actors.values()}:
        assert registry.party_name(party, "ar") != party and registry.party_name(party, "en") != party, party


# Actors files


def test_actors_file(tmp_path):
    path = tmp_path / "actors.yml"
    path.write_text("- id: lavrov\n  party: russia\n  name: سيرغي لافروف\n  aliases: [لافروف]\n  from: 2004-03-09\n", encoding="utf-8")
    actor, = read_actors(path)
    assert (actor.id, actor.aliases, actor.valid_from, actor.valid_to) == ("lavrov", ("لافروف",), "2004-03-09", None)
    assert load_registry(str(path)).own == {"lavrov"}


GOOD = {"id": "a", "party": "p", "name": "اسم"}


@pytest.mark.parametrize("entries, message", [
    ({"id": "a"}, "actors.yml: must be a list of actors ('dict'); begin each actor with '- id: …'"),
    (["a"], "actors.yml, entry 1: must hold 'key: value' lines ('a'); begin each actor with '- id: …'"),
    ([GOOD, {**GOOD, "id": "b", "nmae": "س"}], "actors.yml, entry 2: unknown key ('nmae'); use id, party,"),
    ([{"id": "a", "name": "اسم"}], "actors.yml, entry 1: party is missing ('a'); add a line 'party: …'"),
    ([GOOD, GOOD], "actors.yml, entry 2: id is taken by entry 1 ('a'); give each actor its own id"),
    ([{**GOOD, "id": "اسم"}], "actors.yml, entry 1: id may hold only Latin letters, digits and _ ('اسم')"),
    ([{**GOOD, "id": "narrator"}], "actors.yml, entry 1: narrator is the article's own voice"),
    ([{**GOOD, "aliases": "س"}], "actors.yml, entry 1: aliases must be a list ('س'); write aliases:"),
    ([{**GOOD, "name": ["س"]}], "actors.yml, entry 1: name must be text"),
    ([{**GOOD, "type": "country"}], "actors.yml, entry 1: type is not one of person, institution,"),
    ([{**GOOD, "from": "March 2004"}], "actors.yml, entry 1: from is not a day ('March 2004'); write it as 2017-01-31"),
    ([{**GOOD, "from": "2020-01-01", "to": "2019-01-01"}], "actors.yml, entry 1: to is before from"),
    ([{**GOOD, "to": "2019-13-01"}], "actors.yml, entry 1: to is not a day"),
])
def test_bad_entries_are_refused(entries, message):
    with pytest.raises(InputError) as error:
        actors_of(entries)
    assert str(error.value).startswith(message)


def test_bad_files_are_refused(tmp_path):
    path = tmp_path / "actors.yml"
    with pytest.raises(InputError, match="no such file"):
        read_actors(path)
    path.write_bytes("- id: a\n  name: اسم".encode("cp1256"))
    with pytest.raises(InputError, match="is not UTF-8"):
        read_actors(path)
    path.write_text("- id: a\n  name: [اسم\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"actors.yml, line \d+: is not valid YAML"):
        read_actors(path)
    path.write_text("", encoding="utf-8")
    assert read_actors(path) == []


# The file and the registry together


def test_the_file_wins_and_inherits_the_other_names():
    registry = load_registry().with_actors(actors_of([{"id": "america", "party": "america", "name": "الولايات المتحدة"}, {"id": "boss", "party": "america", "name": "الرئيس الأميركي", "aliases": ["ترامب"]}]))
    text = "رد ترمب على الأميركيين، ودافع الرئيس الأمريكي عن واشنطن. وقال البنتاغون إنه مستعد."
    _, _, mentions = read(text, registry, "2018-05-12")
    assert [(m.actor, m.party) for m in mentions] == [("boss", "america"), ("america", "america"), ("boss", "america"), ("america", "america"), ("pentagon", "america")]
    assert load_registry().actor("trump").party == "usa"


def test_a_party_is_renamed_with_its_actors():
    registry = load_registry().with_actors(actors_of([{"id": "regime", "party": "assad_side", "name": "النظام السوري", "aliases": ["دمشق"]}]))
    assert {m.party for m in read("قال وليد المعلم إن سوريا ترفض. ورحبت دمشق.", registry)[2]} == {"assad_side"}


def test_a_group_that_the_file_keeps_apart_keeps_its_party():
    registry = load_registry().with_actors(actors_of([{"id": "isis", "party": "jihadists", "name": "داعش"}, {"id": "groups", "party": "jihadists", "name": "الجهاديون"}]))
    assert registry.actor("isis").party == "jihadists" and who("قال تنظيم الدولة إنه انسحب.", "تنظيم الدولة", registry).id == "isis"


def test_names_hold_between_their_days():
    registry = load_registry().with_actors(actors_of([{"id": "first", "party": "club", "name": "رئيس النادي الأزرق", "to": "2015-12-31"}, {"id": "second", "party": "club", "name": "رئيس النادي الأزرق", "from": "2016-01-01"}]))
    assert [read("قال رئيس النادي الأزرق إنه راض.", registry, day)[2][0].actor for day in ("2014-05-01", "2018-05-01")] == ["first", "second"]


@pytest.mark.parametrize("name", ["رئيس لجنة الأسعار سالم النعيمي", "رئيس لجنة الأسعار، سالم النعيمي", "المدير سالم النعيمي"])
@pytest.mark.parametrize("aliases", [[], ["النعيمي"]], ids=["name alone", "surname too"])
def test_a_name_listed_with_its_office_is_found_without_it(name, aliases):
    registry = load_registry().with_actors(actors_of([{"id": "naimi", "party": "town", "name": name, "aliases": aliases}]))
    assert [m.actor for m in read(f"قال {name} إنه راض. وأكد النعيمي أن السوق مفتوح. وأضاف سالم النعيمي أنه سيعود.", registry)[2]] == ["naimi"] * 3


def test_types_are_read_off_the_names_where_the_file_gives_none():
    registry = load_registry().with_actors(actors_of([{"id": "council", "party": "town", "name": "مجلس المدينة"}, {"id": "mayor", "party": "town", "name": "عزت رضوان", "aliases": ["الوزيرة رضوان"]}]))
    assert [(a.type, a.gender) for a in (registry.actor("council"), registry.actor("mayor"))] == [("institution", "m"), ("person", "f")]


def test_renamed_actors_are_found_by_every_rule():
    """Descriptions, oppositions and peoples are told by built-in ids, which a file may have renamed."""
    file = actors_of([{"id": "regime", "party": "side_a", "name": "سوريا", "aliases": ["النظام السوري"]}, {"id": "rebels", "party": "side_b", "name": "المعارضة السورية"}, {"id": "pal", "party": "pal", "name": "فلسطين"}])
    registry = load_registry().with_actors(file)
    text = "قالت سوريا إن المعارضة كذبت. وقال معارضون سوريون إن النظام كذب. ورحب الشعب الفلسطيني ومواطنون فلسطينيون ومبعوث دولي."
    mentions = read(text, registry)[2]
    assert [m.party for m in mentions][:4] == ["side_a", "side_b", "side_b", "side_a"]
    assert all(m.actor in registry.actors or m.actor in mentions.introduced for m in mentions)
