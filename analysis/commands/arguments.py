"""Checks of arguments that several commands take."""

import argparse
import re
from pathlib import Path

from analysis.errors import InputError

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://\S+")


def whole_number(text):
    """Return a number of an option, from 1 on; the parser reports what is none.

        >>> whole_number("12")
        12
    """
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 on ({text!r})")
    return number


def names(text):
    """Return the names of an option that takes several, with commas between them.

        >>> names("rules, camel-ner")
        ['rules', 'camel-ner']
    """
    return [name.strip() for name in text.split(",")]


def check_no_address(text):
    """Raise InputError where an address of the web stands in place of a file: nothing is fetched."""
    if ADDRESS.fullmatch(text):
        raise InputError("is an address, and addresses are not read", value=text, remedy="save the page (isnad run reads .html) or its text (.txt), and name that file")


def check_folder(path, option="--out"):
    """Raise InputError where a folder to write to is a file, or would lie in one: before the work, not after it."""
    for place in (Path(path), *Path(path).parents):
        if place.exists():
            if not place.is_dir():
                raise InputError(f"cannot be written: {place} is a file, and a folder is needed", where=option, value=str(path), remedy="name another folder")
            return
