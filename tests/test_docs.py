"""What the documents say must be so: columns, commands, links."""

import re
import shlex
from pathlib import Path

import pytest

from analysis import cli
from analysis.rows import TABLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [line.split("  #")[0].strip() for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines() if line.strip()]


def test_every_column_of_every_table_is_explained_in_order():
    sections = re.split(r"^## ", (ROOT / "docs/columns.md").read_text(encoding="utf-8"), flags=re.M)[1:]
    explained = {section.split(":")[0]: re.findall(r"^\| `(\w+)` \| \S", section, re.M) for section in sections}
    assert explained == {table: list(record._fields) for table, record in TABLES.items()}


def test_the_readme_opens_with_the_two_commands():
    assert SHELL[:2] == ["make report", "make test"]


@pytest.mark.parametrize("line", [line for line in SHELL if line.startswith("make ")])
def test_make_targets_of_the_readme_exist(line):
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(shlex.split(line)[1:]) <= set(targets)


@pytest.mark.parametrize("line", [line for line in SHELL if line.startswith("isnad analyze")])
def test_analyze_commands_of_the_readme_run(line, monkeypatch, tmp_path, capsys):
    """Run as written from the project's folder; what the shell would do with `> file` is left to the capture."""
    monkeypatch.chdir(ROOT)
    words = shlex.split(line.split(">")[0])[1:]
    if "--out" in words:
        words[words.index("--out") + 1] = str(tmp_path / "out")
    assert cli.main(words) == 0
    assert capsys.readouterr().out or (tmp_path / "out" / "statements.csv").exists()


@pytest.mark.parametrize("line", [line for line in SHELL if line.startswith("isnad ")])
def test_commands_of_the_readme_exist(line):
    assert shlex.split(line)[1] in cli.COMMANDS


@pytest.mark.parametrize("document", [Path("README.md"), *sorted(p.relative_to(ROOT) for p in ROOT.glob("docs/*.md"))], ids=str)
def test_links_lead_somewhere(document):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", (ROOT / document).read_text(encoding="utf-8"))
    missing = [link for link in links if not (ROOT / document.parent / link).exists()]
    assert not missing
