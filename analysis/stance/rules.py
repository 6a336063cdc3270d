"""The rules of stance in order. Each is tried at a trigger word and yields Findings; its name goes into the row."""

from analysis.stance.demands import demand, distance, obligation, permission
from analysis.stance.evaluations import evaluation_rule, idiom_rule, label_rule
from analysis.stance.polarity import asked
from analysis.stance.predicates import predicate_rule

RULES = (
    ("predicate", predicate_rule),
    ("demand", demand),
    ("obligation", obligation),
    ("permission", permission),
    ("distance", distance),
    ("label", label_rule),
    ("evaluation", evaluation_rule),
    ("idiom", idiom_rule),
)


def findings(page, i, trigger):
    """Yield the Findings at token i; a question shows nothing."""
    if asked(page, i):
        return
    for _, rule in RULES:
        yield from rule(page, i, trigger)
