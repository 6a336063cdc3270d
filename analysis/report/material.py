"""Gather what a report is made of: the article, its coding, the codings it is compared with, and the translation."""

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from analysis.codings import read_coding
from analysis.errors import InputError
from analysis.labels import Names, check_language
from analysis.records import Coding
from analysis.text import read_article


@dataclass
class Material:
    """One article's folder, read. `coding` is what the report is about, `others` the codings beside it."""

    folder: Path
    language: str
    coding: Coding
    others: list[Coding]
    glosses: dict[int, str]
    rules_written_on: bool = False
    title_en: str | None = None

    @property
    def article(self):
        return self.coding.article

    @cached_property
    def names(self):
        return Names([self.coding, *self.others], self.language)

    @property
    def reference(self):
        """The coding that the program is measured against: the one called reference, else a person's, else none."""
        ranked = sorted(self.others, key=lambda c: (c.coder != "reference", c.coder_type != "person", c.coder))
        return next((c for c in ranked if c.coder == "reference" or c.coder_type == "person"), None)

    @property
    def people(self):
        """How many people have coded the article."""
        return sum(c.coder_type == "person" for c in [self.coding, *self.others])


def gather(article_dir, language="en", coder=None):
    """Read an article's folder: article.txt, and article.yml, actors.yml, translation.tsv and codings/ where there are any.

    The report is about the program's coding, or that of `coder`, a name in codings/. Raises InputError for what is missing
    or malformed.
    """
    folder = Path(article_dir)
    if folder.is_file():
        raise InputError("is a file, and a folder is needed", where=str(article_dir), remedy="name a folder that holds the text as article.txt")
    if not folder.exists():
        raise InputError("no such folder", where=str(article_dir), remedy="name a folder that holds the text as article.txt")
    if not (folder / "article.txt").is_file():
        raise InputError("holds no article.txt", where=str(article_dir), remedy="put the text into article.txt in a folder of its own")
    article = read_article(folder / "article.txt")
    codings = {c.coder: c for c in (read_coding(path, article) for path in sorted(folder.glob("codings/*.json")))}
    if coder is not None and coder not in codings:
        raise InputError("no coding by this coder", where=str(folder / "codings"), value=coder, remedy="use one of " + ", ".join(codings) if codings else "leave --coder out: the folder holds no coding yet")
    coding = _machine(article, folder) if coder is None else codings.pop(coder)
    glosses = read_glosses(folder / "translation.tsv", coding)
    return Material(folder, check_language(language), coding, list(codings.values()), glosses, *_own(folder / "article.yml"))


def _own(path):
    """Return whether article.yml admits that the rules were written with this article in view, and its English title (read_article has checked the file)."""
    data = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}) if path.exists() else {}
    return bool(data.get("rules_written_on")), None if data.get("title_en") is None else str(data["title_en"])


def _machine(article, folder):
    # Here, not above: a report on a coding that is there needs no engine.
    from analysis.actors import load_registry
    from analysis.pipeline import analyze

    actors = folder / "actors.yml"
    return analyze(article, load_registry(actors if actors.exists() else None))


def read_glosses(path, coding):
    """Return {sentence_id: translation} of a translation.tsv (columns sentence_id and gloss); nothing where there is none.

    Raises InputError for a column that is missing or a sentence that the article has not.
    """
    if not Path(path).exists():
        return {}
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    known, glosses = {str(s.sentence_id) for s in coding.sentences}, {}
    for number, row in enumerate(rows, 2):
        if row.get("sentence_id") is None or row.get("gloss") is None:
            raise InputError("needs the columns sentence_id and gloss", where=f"{path} line {number}", remedy="see corpus/unsc_2336/translation.tsv")
        if row["sentence_id"] not in known:
            raise InputError("the article has no such sentence", where=f"{path} line {number}", value=row["sentence_id"], remedy=f"use 0 … {len(known) - 1}")
        glosses[int(row["sentence_id"])] = row["gloss"]
    return glosses
