"""Say a stance as one line: who comes down how on whom, by which words and which rule."""

from functools import cache

from analysis.lexicon import read_table

LONGEST = 60
"""Characters of the evidence that a line shows."""

FORMS = ("verb", "noun", "participle", "phrase", "adjective", "idiom", "behind")
"""The second word of a rule's name where it says which form of the words was read."""


def explain(stance, coding, language="en"):
    """Return the stance as a line: `Putin → ISIS −: لا نسمح … (permission denied)`. Language: en or ar.

        >>> from analysis.pipeline import analyze
        >>> from analysis.text import article_from_text
        >>> coding = analyze(article_from_text("اتهمت الولايات المتحدة إيران بخرق الاتفاق."))
        >>> explain(coding.stances[0], coding)
        'United States → Iran −: اتهمت الولايات المتحدة إيران (blame, verb)'
    """
    from analysis.labels import Names, sign

    names = Names([coding], language)
    arrow = "→" if language == "en" else "←"
    return f"{names.actor(stance.source)} {arrow} {names.party(stance.target)} {sign(stance.polarity)}: {shortened(stance.evidence)} ({rule_words(stance.rule, language)})"


def shortened(evidence, longest=LONGEST):
    """Return the evidence on one line, cut at a word where it is long."""
    words = " ".join(evidence.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


def rule_words(rule, language="en"):
    """Return a rule's name in words.

        >>> rule_words("support noun, negated"), rule_words("label", "ar")
        ('support, verbal noun, negated', 'تسمية')
    """
    if not rule:
        return "–"
    words = _words()
    if rule in words:
        return words[rule][language]
    parts = [p for part in rule.split(", ") for p in part.split(" ")]
    return ("، " if language == "ar" else ", ").join(words[p][language] if p in words else p for p in parts)


def family(rule):
    """Return the family of a rule: its name without the form of the words and what turned them; a deed and a rule of its own keep theirs.

        >>> family("support verb, negated"), family("support phrase"), family("harm deed"), family("demand to stop")
        ('support', 'support', 'harm deed', 'demand to stop')
    """
    if not rule:
        return None
    name = rule.split(", ")[0]
    first, _, form = name.partition(" ")
    return first if form in FORMS else name


@cache
def _words():
    return {r["key"]: {"en": r["en"], "ar": r["ar"]} for r in read_table("stance_rules.tsv", {"key": None, "en": None, "ar": None})}
