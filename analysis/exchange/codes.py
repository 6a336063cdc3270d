"""What a row is called in a tool that knows codes on stretches of text and nothing else, and what such a code means."""

import json
import re

DATA = "isnad: "
"""What the line of a description begins with that holds data."""

SIGNS = {1: "+", -1: "-"}

_PATTERNS = {
    "cue": (re.compile(r"cue()"), ("role",)),
    "source_text": (re.compile(r"source words()"), ("role",)),
    "source": (re.compile(r"source: ([a-z0-9_]+)"), ("source",)),
    "content": (re.compile(r"form: (direct|indirect|mixed)"), ("form",)),
    "stance": (re.compile(r"stance: ([a-z0-9_]+) ([-+−])"), ("target", "polarity")),
    "frame": (re.compile(r"frame: (\S.*)"), ("frame",)),
    "naming": (re.compile(r"naming: ([a-z0-9_]+) (favourable|neutral|hostile)"), ("party", "tone")),
}


def codes_of(row, role):
    """Return the names of the codes that a part of a row bears: what it is, and whose words it is.

        >>> from analysis.records import Frame
        >>> codes_of(Frame("a", 0, None, "narrator", "conflict", "حرب", 5, 8), "evidence")
        ['frame: conflict', 'source: narrator']
    """
    if role in ("cue", "source_text"):
        return [role.replace("_text", " words")]
    return [_name(row), f"source: {row.source}"]


def _name(row):
    if hasattr(row, "form"):
        return f"form: {row.form}"
    if hasattr(row, "polarity"):
        return f"stance: {row.target} {SIGNS[row.polarity]}"
    return f"frame: {row.frame}" if hasattr(row, "frame") else f"naming: {row.party} {row.tone}"


def meaning_of(name):
    """Return (kind, fields) of a code's name, or None where it follows no pattern of this project.

        >>> meaning_of("stance: russia -"), meaning_of("interesting")
        (('stance', {'target': 'russia', 'polarity': -1}), None)
    """
    for kind, (pattern, fields) in _PATTERNS.items():
        match = pattern.fullmatch(name.strip())
        if match:
            values = dict(zip(fields, match.groups()))
            if "polarity" in values:
                values["polarity"] = 1 if values["polarity"] == "+" else -1
            return kind, {name: value for name, value in values.items() if name != "role"}
    return None


def described(words, data):
    """Return the text of a description: words for people, and a line of data."""
    return f"{words}\n{DATA}{json.dumps(data, ensure_ascii=False)}"


def data_in(description):
    """Return the data of a description, or None where it holds none (or none any more)."""
    line = next((line for line in (description or "").splitlines() if line.startswith(DATA)), None)
    try:
        return json.loads(line.removeprefix(DATA)) if line else None
    except json.JSONDecodeError:
        return None
