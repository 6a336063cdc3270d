"""environment.yml (conda) and pyproject.toml (pip) must name the same packages in the same versions."""

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import rattler
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
CONDA_NAMES = {"dask": "dask-core", "duckdb": "python-duckdb"}
"""Packages that conda-forge names differently from PyPI."""
CONDA_ONLY = {"python", "pip", "pytorch-cpu"}
STARTED = {"dask", "fontpkg-amiri", "ipykernel", "jupyterlab", "lxml-html-clean", "nbconvert"}
"""Packages that are not imported by name: programs, a font, and the part of lxml that trafilatura needs."""
BROUGHT = {"fontpkg", "fonttools", "ipython", "traitlets"}
"""Packages that are imported and come with fontpkg-amiri, matplotlib, ipykernel and anywidget, which cannot do without them."""


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def declared():
    """The packages of pyproject.toml, all extras included: conda's name → version specifier."""
    lines = [*project()["dependencies"], *(line for extra in project()["optional-dependencies"].values() for line in extra)]
    requirements = map(Requirement, lines)
    return {CONDA_NAMES.get(r.name, canonicalize_name(r.name)): r.specifier for r in requirements}


def conda():
    """(conda specs, pip lines) of environment.yml, in order."""
    entries = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    specs = [e for e in entries if isinstance(e, str)]
    (pip,) = [e["pip"] for e in entries if isinstance(e, dict)]
    return specs, pip


def test_every_conda_entry_is_a_match_spec_with_a_name():
    for entry in conda()[0]:
        spec = rattler.MatchSpec(entry, strict=True)
        assert spec.name is not None and str(spec.name.normalized) == entry.split()[0], entry


def test_the_two_files_name_the_same_packages_in_the_same_versions():
    specs, pip = conda()
    found = {entry.split()[0]: SpecifierSet("".join(entry.split()[1:])) for entry in specs}
    found |= {canonicalize_name(r.name): r.specifier for r in map(Requirement, (line for line in pip if line != "-e ."))}
    assert {name: spec for name, spec in found.items() if name not in CONDA_ONLY} == declared()


def imported():
    """The packages that the program and its notebooks import."""
    programs = [path.read_text(encoding="utf-8") for path in (ROOT / "analysis").rglob("*.py")]
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        programs += ["".join(line for line in cell["source"] if not line.startswith("%")) for cell in cells if cell["cell_type"] == "code"]
    nodes = [node for program in programs for node in ast.walk(ast.parse(program))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    found, known = {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"analysis"}, packages_distributions()
    return {canonicalize_name(known[name][0]) for name in found}


def test_what_is_imported_is_declared_and_what_only_tests_need_is_in_their_extra():
    needed = {canonicalize_name(Requirement(line).name) for line in project()["dependencies"]}
    assert imported() - needed == BROUGHT
    assert needed - imported() == STARTED


def test_python_is_the_same_in_both():
    (python,) = [entry for entry in conda()[0] if entry.startswith("python ")]
    assert SpecifierSet(python.removeprefix("python ")) == SpecifierSet(project()["requires-python"])


def test_torch_comes_from_conda_before_camel_tools_from_pip():
    specs, pip = conda()
    (torch,) = [entry for entry in specs if entry.startswith("pytorch-cpu")]
    assert any(line.startswith("camel-tools") for line in pip)
    (pinned,) = re.findall(r"^torch==(.+)$", (ROOT / "constraints.txt").read_text(), re.M)
    assert rattler.MatchSpec(torch).version is not None and pinned in SpecifierSet(torch.split()[1])


def test_the_project_itself_is_installed_last():
    assert conda()[1][-1] == "-e ."
    assert project()["name"] == "isnad" and project()["scripts"] == {"isnad": "analysis.cli:main"}


def test_every_data_file_of_the_package_is_installed_with_it():
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    files = [path for path in (ROOT / "analysis").rglob("*.*") if path.is_file() and path.suffix not in (".py", ".pyc", ".tmp")]
    patterns = setuptools["package-data"]["*"]
    assert files and [path.name for path in files if not any(path.match(pattern) for pattern in patterns)] == []
