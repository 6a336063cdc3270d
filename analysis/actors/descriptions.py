"""Definite descriptions: `المجلس`, `الحركة`, `النظام`, `المعارضة` mean the actor that was called so last."""

from analysis.actors.scan import Found

DEFAULTS = {"regime": "assad_regime", "opposition": "syrian_opposition"}
"""What النظام and المعارضة mean in an article about Syria that has not named another."""


def describe(scan, i, known):
    """Return the Found of a definite noun that stands alone for an actor named before, or None."""
    if not known.nouns:
        return None
    noun = known.nouns[-1]
    if not noun.definite or noun.tail or noun.scope == "document":
        return None
    actor = scan.recent.get(noun.lemma) or _default(scan, noun)
    return actor and Found(i, i + 1, actor, "description", known.cut)


def _default(scan, noun):
    if noun.role in DEFAULTS and scan.names_party("syrian_government"):
        return DEFAULTS[noun.role]
    if noun.scope == "state" and noun.role in ("government", "authorities"):
        return next((f.actor for f in reversed(scan.rows) if scan.type(f.actor) == "state"), None)
    return None
