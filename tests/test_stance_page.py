"""docs/stance.md says what the program does: every family of rules and every part of a rule's name finds its sentence there."""

import ast
import doctest
import re
import shlex
from pathlib import Path

import pytest

from analysis import cli
from analysis.labels import LANGUAGES, Names, sign
from analysis.pipeline import analyze
from analysis.records import NARRATOR
from analysis.stance.explain import FORMS, family, rule_words
from analysis.stance.lexicon import evaluation_table, predicates
from analysis.stance.consequences import REPAID
from analysis.stance.predicates import READ_ELSEWHERE
from analysis.text import article_from_text

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "stance.md"
TEXT = PAGE.read_text(encoding="utf-8")
CODE = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "analysis" / "stance").glob("*.py"))]
PLACE = {"Finding": 6, "shown": 7, "attitude": 7}
"""What makes a row, or calls what makes one → which of its arguments is the rule's name."""

COMPOSED = {"name", "rule", "rule_name(predicate, form, sign, stopped)", "rule_name(predicate, form, sign, False)", "f'{predicate.cls} deed'", "'evaluation ' + evaluation.cls"}
"""The names that are not written out in the code: passed on, or made of a class."""

TURNS = ("negated", "refused")


def cells(section):
    """Return the rows of the tables of a section that begin with a name in backticks."""
    body = TEXT.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"^\| `.*$", body, re.M)]


PARTS, FAMILIES = cells("What the name of a rule says"), cells("The rules and how often they are right")
NAMED = [name for row in FAMILIES for name in re.findall(r"`([^`]+)`", row[0])]
SILENT = re.findall(r"^\| ([^`|]*[\u0621-\u064a][^|]*) \|", TEXT.split("\n## What is no stance\n")[1], re.M)


def names_in_code():
    """Return the names of rules that the code writes out, and the source of those that it composes."""
    calls = (node for tree in CODE for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PLACE)
    written, composed = set(), set()
    for call in calls:
        expanded = [None if isinstance(a, ast.Starred) else a for argument in call.args for a in ([argument, argument] if isinstance(argument, ast.Starred) else [argument])]
        name = expanded[PLACE[call.func.id]]
        written.add(name.value) if isinstance(name, ast.Constant) else composed.add(ast.unparse(name))
    return written, composed


def families_in_code():
    """Return every family that a rule can have: those written out, the classes with a view of the object, the deeds."""
    rows = [p for p, _ in predicates() if p.cls not in READ_ELSEWHERE]
    attitudes = {p.cls for p in rows if p.object}
    deeds = {f"{cls} deed" for cls in {p.cls for p in rows if p.doer} | set(REPAID) & attitudes}
    return {family(name) for name in names_in_code()[0]} | attitudes | deeds | {"evaluation"}


def readings(sentence):
    """Return {(reading as the page writes it, rule)} of a sentence."""
    coding = analyze(article_from_text(sentence))
    names = Names(coding)
    return {(f"{NARRATOR if s.source == NARRATOR else names.party(s.source_party)} → {names.party(s.target)} {sign(s.polarity)}, {s.kind}, `{s.rule}`", s.rule) for s in coding.stances}


def test_rules_are_named_in_no_other_way():
    """A name that is composed in another way has to be added here, and its family to the page."""
    written, composed = names_in_code()
    assert {"label", "demand to stop", "ally participle"} <= written and composed <= COMPOSED


def test_every_family_is_explained_once():
    assert families_in_code() <= set(NAMED), families_in_code() - set(NAMED)
    assert len(set(NAMED)) == len(NAMED)


def test_every_part_of_a_name_is_explained():
    assert {row[0].strip("`") for row in PARTS} == {*FORMS, "deed", *TURNS}
    evaluations, phrases = evaluation_table()
    assert {e.cls for found in evaluations.values() for _, e in found} | {e.cls for found in phrases.values() for _, e in found} <= set(FORMS)


@pytest.mark.parametrize("row", FAMILIES, ids=lambda row: row[0])
def test_a_rule_of_the_family_reads_its_sentence_so(row):
    rules = [rule for reading, rule in readings(row[1]) if reading == row[3]]
    assert rules and family(rules[0]) in re.findall(r"`([^`]+)`", row[0])


@pytest.mark.parametrize("row", PARTS, ids=lambda row: row[0])
def test_a_rule_with_the_part_reads_its_sentence_so(row):
    rules = [rule for reading, rule in readings(row[1]) if reading == row[3]]
    assert rules and row[0].strip("`") in re.split(",? ", rules[0])


@pytest.mark.parametrize("sentence", SILENT, ids=lambda sentence: sentence[:30])
def test_what_is_no_stance_gives_no_row(sentence):
    assert readings(sentence) == set()


def test_there_are_sentences_that_must_stay_silent():
    assert len(SILENT) >= 10


def test_the_worked_example():
    text = re.search("^> (.*[\u0621-\u064a].*)$", TEXT, re.M)[1]
    rows = re.findall(r"^\| (.+ → .+ [+−]) \| (\w+) \| (.+?) \| `(.+?)` \| ([\d.]+) \|", TEXT, re.M)
    coding = analyze(article_from_text(text))
    names = Names(coding)
    found = {(f"{NARRATOR if s.source == NARRATOR else names.party(s.source_party)} → {names.party(s.target)} {sign(s.polarity)}", s.kind, s.evidence, s.rule, f"{abs(s.score):g}") for s in coding.stances}
    assert len(rows) == 3 and set(rows) <= found


def test_the_commands_of_the_page_run(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    lines = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.S) for line in block.splitlines() if line.startswith("isnad explain")]
    for line in lines:
        assert cli.main(shlex.split(line)[1:]) == 0 and " → " in capsys.readouterr().out
    assert len(lines) == 2


def test_the_code_on_the_page_runs():
    assert doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8").failed == 0


def test_the_page_says_who_coded_the_gold():
    assert "coded by language models, not by people" in TEXT


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_has_its_words(language):
    """In an Arabic explanation no part of a rule's name stays English."""
    shown = {re.search("`(.+)`", row[3])[1] for row in (*FAMILIES, *PARTS)}
    for rule in names_in_code()[0] | shown | {f"{p.cls} verb" for p, _ in predicates() if p.object}:
        said = rule_words(rule, language)
        assert said and not (language == "ar" and re.search("[a-z]", said)), rule
