"""The project's codebook, in English and Arabic, as text that the widget and the report quote."""

import re
from functools import cache
from importlib.resources import files

from analysis.errors import InputError

FILES = {"en": "codebook.md", "ar": "codebook.ar.md"}
"""The English text decides; the Arabic one says the same, rule by rule (a test holds them together)."""

SECTIONS = ("actors", "statements", "stances", "namings", "frames", "rulings", "procedure", "sources")
"""The names of the numbered sections, in order."""


def codebook_version():
    """Return the version of the codebook, as every coding's file names it.

        >>> codebook_version()
        '1.0'
    """
    return re.search(r"^Version (\S+),", codebook_text(), re.MULTILINE).group(1)


def codebook_section(name, language="en"):
    """Return a section's Markdown by its name (one of SECTIONS), its heading first, or one rule by its number (`S5`).

    Raises InputError for a name that is neither.

        >>> codebook_section("S10")
        '**S10** The headline is coded like any sentence.'
        >>> codebook_section("stances", "ar").splitlines()[0]
        '## 3 المواقف'
    """
    text = codebook_text(language)
    if name in SECTIONS:
        number = SECTIONS.index(name) + 1
        return re.search(rf"^## {number} .*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL).group().strip()
    rule = re.fullmatch(r"[A-Z]\d+", name) and re.search(rf"^- (\*\*{name}\b.*(?:\n  .*)*)", text, re.MULTILINE)
    if not rule:
        raise InputError("is no section or rule of the codebook", where="codebook", value=name, remedy="use a rule's number (S5) or one of " + ", ".join(SECTIONS))
    return rule.group(1)


@cache
def codebook_text(language="en"):
    """Return the whole codebook as Markdown."""
    if language not in FILES:
        raise InputError("is no language of the codebook", where="language", value=language, remedy="use en or ar")
    return (files("analysis") / FILES[language]).read_text(encoding="utf-8")
