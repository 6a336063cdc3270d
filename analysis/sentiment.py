"""Score the tone of sentences by a word list: how a sentence sounds, whatever it is about. For who evaluates whom see stance."""

from functools import cache
from math import sqrt

from analysis.inflection import imperfect_forms, noun_forms, participle_forms, perfect_forms, read_form
from analysis.lexicon import read_table
from analysis.records import Tone
from analysis.stance.lexicon import operators

SMOOTHING = 4.0
"""α of the formula: one strong word gives ±0.45, two ±0.71, many go to ±1."""

REACH = 3
"""Words before a word of tone in which a negation turns it."""


def sentence_sentiment(article, sentences, tokens):
    """Return the Tone of every sentence.

    score = S / sqrt(S² + α), S the sum of the word scores (sentiment.tsv: −1, −0.5, 0.5, 1), each turned where a negation stands
    in the three words before it (`لا خلاف`); α = 4. The form is that of VADER (Hutto & Gilbert 2014). A word list does not see
    irony, context or domain: `ضحايا` is sad news, not blame.

        >>> from analysis.segment import segment
        >>> from analysis.text import article_from_text
        >>> from analysis.words import tokenize
        >>> a = article_from_text("نجحت المحادثات. وقتل خمسة مدنيين في مجزرة. والتقى الوزيران.")
        >>> s = segment(a)
        >>> [(t.sentence_id, round(t.score, 2), t.n_words) for t in sentence_sentiment(a, s, tokenize(a, s))]
        [(0, 0.45, 1), (1, -0.71, 2), (2, 0.0, 0)]
    """
    keys, turning, tones, found = tokens.keys, operators(), [], {}
    for i in tokens.telling("tone"):
        score, index = tokens.written[i].tone, tokens.sentence_of[i]
        negated = "negation" in map(turning.get, keys[max(tokens.bounds[index][0], i - REACH):i])
        total, n = found.get(index, (0.0, 0))
        found[index] = total + (-score if negated else score), n + 1
    for index, sentence in enumerate(sentences):
        total, n = found.get(index, (0.0, 0))
        tones.append(Tone(article.article_id, sentence.sentence_id, total / sqrt(total * total + SMOOTHING), n))
    return tones


class _Scores(dict):
    """Folded form → score, 0.0 for the many words without tone; computed once per distinct form."""

    def __missing__(self, key):
        if len(self) > 100_000:
            self.clear()
        readings = read_form(key, _table())
        score = self[key] = readings[0].lemma if readings else 0.0
        return score


SCORES = _Scores()


def tone_of(written):
    """Return the score of a written form, 0.0 for the many without tone."""
    return SCORES[written.key]


@cache
def _table():
    """Return written form → Forms whose lemma is the word's score."""
    table = {}
    columns = {"word": str, "imperfect": None, "kind": ("noun", "adjective", "verb"), "score": float}
    for row in read_table("sentiment.tsv", columns):
        word, score = row["word"], row["score"]
        forms = {"noun": lambda: noun_forms(score, word), "adjective": lambda: participle_forms(score, word),
                 "verb": lambda: [*perfect_forms(score, word), *(imperfect_forms(score, row["imperfect"]) if row["imperfect"] else ())]}
        for form, reading in forms[row["kind"]]():
            table.setdefault(form, []).append(reading)
    return table
