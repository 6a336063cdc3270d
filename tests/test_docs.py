"""What the documents say must be so: columns, commands, links."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from analysis import cli
from analysis.codings import read_coding
from analysis.run.schema import RUN_TABLES
from analysis.run.stories import SCHEMA as STORIES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [line.split("  #")[0].strip() for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines() if line.strip()]


def test_every_column_of_every_table_is_explained_in_order():
    sections = re.split(r"^## ", (ROOT / "docs/columns.md").read_text(encoding="utf-8"), flags=re.M)[1:]
    explained = {section.split(":")[0]: re.findall(r"^\| `(\w+)` \| \S", section, re.M) for section in sections}
    assert explained == {table: list(record._fields) for table, record in RUN_TABLES.items()} | {"stories": STORIES.names}


def test_the_readme_opens_with_the_two_commands():
    assert SHELL[:2] == ["make report", "make test"]


@pytest.mark.parametrize("line", [line for line in SHELL if line.startswith("make ")])
def test_make_targets_of_the_readme_exist(line):
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(shlex.split(line)[1:]) <= set(targets)


def test_the_commands_of_the_readme_run_one_after_the_other(monkeypatch, tmp_path, capsys):
    """As written, in a folder that holds the corpus; not the lab, nor the report, which has tests of its own."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    lines = [line for line in SHELL if line.startswith("isnad ") and not line.startswith(("isnad lab", "isnad report"))]
    for line in lines:
        command, _, file = line.partition(">")
        assert cli.main(shlex.split(command)[1:]) == 0, line
        out = capsys.readouterr().out
        if file:
            Path(file.strip()).write_text(out, encoding="utf-8")
    assert len(lines) >= 8 and {"codings.jsonl", "tables", "out", "outlets", "sample.csv", "out.qdpx"} <= {path.name for path in tmp_path.iterdir()}
    assert not (ROOT / "sample.csv").exists()


def test_the_python_of_the_readme_runs(monkeypatch, tmp_path, capsys):
    """With the folders that the commands before it leave; the widget's coding is kept in a copy."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path)
    assert cli.main(["run", "corpus/compare", "--actors", "corpus/compare/actors.yml", "--out", "outlets", "--workers", "1"]) == 0
    monkeypatch.chdir(tmp_path / "notebooks")
    blocks = [block for block in re.findall(r"```python\n(.*?)```", README, re.S) if "open_annotation" not in block]
    values = [_value(block) for block in blocks]
    assert len(values) == 2 and type(values[0]).__name__ == "Annotator" and len(values[1]) > 10
    values[0].annotation.store.release()


def test_the_corrections_of_the_readme_are_made(monkeypatch, tmp_path):
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    monkeypatch.chdir(tmp_path)
    [block] = [block for block in re.findall(r"```python\n(.*?)```", README, re.S) if "open_annotation" in block]
    exec(block, {})
    coding = read_coding("corpus/unsc_2336/codings/omar.json")
    statements, stances = {s.statement_id: s for s in coding.statements}, {s.stance_id: s for s in coding.stances}
    assert (statements[0].source, statements[0].status, statements[1].status) == ("lavrov", "edited", "accepted")
    assert (stances[0].polarity, stances[0].status, stances[1].status, stances[2].status) == (-1, "edited", "accepted", "rejected")


def _value(block):
    """Run a block and return the value of its last line."""
    *before, last = block.strip().splitlines()
    names = {}
    exec("\n".join(before), names)
    return eval(last, names)


def test_the_actors_of_the_readme_are_read(tmp_path):
    from analysis import analyze, article_from_text, load_registry

    (tmp_path / "actors.yml").write_text(re.search(r"```yaml\n(.*?)```", README, re.S)[1], encoding="utf-8")
    coding = analyze(article_from_text("قال حداد إن المرفأ مفتوح."), load_registry(tmp_path / "actors.yml"))
    assert [(s.source, s.source_party) for s in coding.statements] == [("haddad", "port")]
    both = article_from_text("قال سامي حداد إن المرفأ مفتوح. وانتقدت روسيا إدارة الميناء.")
    lines = (tmp_path / "actors.yml").read_text(encoding="utf-8").splitlines()
    found = []
    for n in (1, 2):
        (tmp_path / "actors.yml").write_text("\n".join(lines[:n]), encoding="utf-8")
        found.append([(s.source, s.target, s.polarity) for s in analyze(both, load_registry(tmp_path / "actors.yml")).stances])
    assert found == [[], [("russia", "port", -1)]], "a party is a target by a line of its own"


def test_every_public_name_is_there_and_none_hides_a_module():
    import analysis

    assert all(callable(getattr(analysis, name)) for name in analysis.PUBLIC) and set(analysis.PUBLIC) <= set(dir(analysis))
    assert not any((ROOT / "analysis" / name).exists() or (ROOT / "analysis" / f"{name}.py").exists() for name in analysis.PUBLIC)
    assert all(f"{name}(" in analysis.__doc__ for name in ("read_article", "analyze", "annotate", "open_run"))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        analysis.nothing


def test_import_analysis_loads_nothing_else():
    code = "import sys, analysis; print(sorted(m for m in sys.modules if m.startswith('analysis') or m in ('pandas', 'numpy', 'pyarrow')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip() == "['analysis']"


def test_the_citation_says_what_the_project_says():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert (citation["version"], citation["license"], citation["keywords"]) == (project["version"], project["license"], project["keywords"])
    assert citation["title"].endswith(project["description"][1:])


@pytest.mark.parametrize("line", [line for line in SHELL if line.startswith("isnad ")])
def test_commands_of_the_readme_exist(line):
    assert shlex.split(line)[1] in cli.COMMANDS


@pytest.mark.parametrize("document", [Path("README.md"), *sorted(p.relative_to(ROOT) for p in ROOT.glob("docs/*.md"))], ids=str)
def test_links_lead_somewhere(document):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", (ROOT / document).read_text(encoding="utf-8"))
    missing = [link for link in links if not (ROOT / document.parent / link).exists()]
    assert not missing
