"""What stands before a predicate and turns or cancels it: negation, stopping, condition, question, possibility, distance."""

from analysis.stance.lexicon import operators
from analysis.words import PUNCT

WINDOW = 5


def bearing(page, i):
    """Return +1 (as it stands), -1 (turned) or 0 (cancelled) for the predicate at token i, from the words before it in its clause."""
    table, sign, j, first = operators(), 1, i - 1, page.sentence(i)[0]
    steps = 0
    while j >= first and steps < WINDOW:
        word = page.words[j]
        if word is None:
            if page.reading.kinds[j] == PUNCT and page.tokens.forms[j] in "؛:.؟!،":
                break
            j -= 1
            continue
        operator = table.get(word.stem) or table.get(page.keys[j])
        if operator in ("negation", "stop"):
            sign = -sign
        elif operator in ("condition", "question", "distance"):
            return 0
        elif operator is None and (word.verb or word.particle in ("complementizer", "relative", "subordinator")):
            break
        steps += 1
        j -= 1
    return sign


def asked(page, i):
    """Say whether the sentence of token i is a question."""
    last = page.sentence(i)[1] - 1
    return page.tokens.forms[last] in "؟?"
