"""Name parties: which label stands for each party, in whose words, and with what tone; keyness of labels over corpora."""

from collections import Counter
from math import log, sqrt
from typing import NamedTuple

from analysis.actors.terms import in_context, nouns, titles
from analysis.records import NARRATOR, Naming
from analysis.text import normal_label
from analysis.words import QUOTE

NAMED = ("name", "metonym", "description", "demonym", "new")
"""Kinds of mention that can be a label; a title or a person's name is one only with a word of tone (`الرئيس المخلوع`)."""

NEIGHBOURS = 2
"""Words before and after a mention that can belong to its label (`فلول صالح`, `ميليشيات الحوثي الانقلابية`)."""


def name_parties(article, sentences, tokens, mentions, statements, reading=None):
    """Return a Naming for every place where a label stands for a party, in text order.

    A label is the mention with the words of tone that stand beside it, without proclitics, harakat, tatweel, # and _.
    Its voice is the innermost one: in indirect speech the wording may be the outlet's. Its tone is that of the words alone
    (labels_parties.tsv); irony is not seen. A demonym alone (`الروسي`) names no party; it does with its noun (`الجانب الروسي`).

        >>> from analysis.pipeline import analyze
        >>> from analysis.text import article_from_text
        >>> coding = analyze(article_from_text("قصفت قوات النظام المدينة. وقال لافروف إن الجماعات الإرهابية انسحبت."))
        >>> [(n.label, n.voice, n.tone) for n in coding.namings]
        [('قوات النظام', 'narrator', 'neutral'), ('الجماعات الإرهابية', 'indirect', 'hostile')]
    """
    page = _page(article, sentences, tokens, mentions, statements, reading)
    found = []
    for i, (mention, after) in sorted(page.mention_at.items()):
        first, last, tone = label_of(page, i, after)
        if mention.kind not in NAMED or mention.kind == "demonym" and first == i or page.reading.is_person(mention):
            if tone == "neutral":
                continue
        if _is_country(page, i, mention) or _is_land(page, i) or mention.kind == "demonym" and first == i and page.reading.is_state(mention) and _of_a_thing(page, i):
            continue
        found.append(_naming(page, mention, first, last, tone))
    return found


def _page(article, sentences, tokens, mentions, statements, reading):
    from analysis.phrases import Reading
    from analysis.stance.page import page_of

    return page_of(reading or Reading(article, sentences, tokens, mentions), statements)


def _is_country(page, i, mention):
    """`في سوريا`: say whether a state's own name tells where something is; the land is no party (codebook, N4)."""
    return mention.kind == "name" and i > 0 and in_context(page.keys[i - 1], "locative") and page.reading.is_state(mention)


def label_of(page, i, after):
    """Return (first, last) token of the label around the mention that begins at token i, and its tone."""
    if i and i + 1 < after and page.words[i] is not None and in_context(page.keys[i], "on_the_part") and in_context(page.keys[i - 1], "before_part"):
        # `قصف من جانب | روسيا`, `إلى جانب | القوات`
        i += 1
    written = page.tokens.written
    first, last, tones = i, after - 1, set()
    for j in range(i, after):
        if written[j].label is not None:
            tones.add(_tone(page, j, after))
    for j in range(after, min(after + NEIGHBOURS, page.sentence(i)[1])):
        entry = written[j].label
        if entry is None or entry.place != "adjective" or page.words[j].prep or page.words[j].conj:
            break
        last = j
        tones.add(entry.tone)
    head, word = i - 1, page.words[i]
    if head >= page.sentence(i)[0] and not page.preposition(i) and not (word is not None and word.conj) and _heads(page, head):
        first = head
        tones.add(_tone(page, head, i + 1))
    return first, last, "hostile" if "hostile" in tones else "favourable" if "favourable" in tones else "neutral"


def _heads(page, head):
    """Say whether the word before a mention is a head of its label: a word of tone in the construct state (`فلول صالح`), or the demonym's noun."""
    word = page.words[head]
    if word is None or word.particle or head in page.mention_in or page.is_verb(head):
        return False
    entry = page.tokens.written[head].label
    if entry is not None:
        return entry.place in ("head", "name") and not word.definite
    mention = page.mention_in[head + 1]
    return mention.kind == "demonym" and word.definite and _acts(word.stem, page.reading.is_state(mention))


def _acts(stem, state):
    """Say whether a noun with ال is a body, people or office that an adjective makes a party's (`الجانب الروسي`, `الدبلوماسيين الروس`).

    A thing, event, place or team names nobody (`الانتخابات الأمريكية`), nor does an adjective whose noun stands before it
    (`الإسمنتية التركية`); a group or firm is no state's (`الشركات الأوروبية`), but a movement's own (`الجماعة الحوثية`).
    """
    others = ("document", "medium", "private") if state else ("document", "medium")
    return any(not noun.tail and noun.scope not in others for noun in nouns().get(stem, ())) or any(not title.tail for title in titles().get(stem, ()))


def _of_a_thing(page, i):
    """`الجولان السوري المحتل`: say whether the adjective at token i is of a noun with ال before it, which names nobody."""
    return i > page.sentence(i)[0] and page.words[i - 1] is not None and page.words[i - 1].definite and not page.preposition(i)


def _is_land(page, i):
    """`محافظة درعا`, `المحافظة`: say whether a mention begins with a district, which is no party's name."""
    return in_context(page.words[i].stem if page.words[i] is not None else "", "district")


def label_entry(written):
    """Return the Label of a written form, or None."""
    trigger = written.trigger
    return trigger.labels[0][1] if trigger is not None and trigger.labels and written.word is not None else None


def _tone(page, j, after):
    """Return the tone of a word inside a label; `نظام` is hostile only before a person's name (`نظام الأسد`, not `النظام السوري`)."""
    entry = page.tokens.written[j].label
    if entry is None:
        return "neutral"
    if entry.place == "name":
        follows = page.words[j + 1] if j + 1 < after else None
        named = follows is not None and not page.words[j].definite and j + 1 in page.mention_in and page.mention_in[j + 1].kind != "demonym"
        return entry.tone if named and not follows.stem.endswith(("ي", "ية")) else "neutral"
    return entry.tone


def _naming(page, mention, first, last, tone):
    start = max(page.tokens.starts[first], mention.start) if page.mention_in.get(first) is mention else page.tokens.starts[first] + _proclitics(page, first)
    end = page.tokens.ends[last]
    statement = page.voices[first]
    source = statement.source if statement else NARRATOR
    text = page.tokens.text
    return Naming(mention.article_id, mention.sentence_id, statement.statement_id if statement else None, source, voice_of(page, first), mention.party,
                  normal_label(text[start:end]), tone, start, end)


def _proclitics(page, j):
    """Return how many letters of token j are proclitics before its stem."""
    word = page.words[j]
    return len(page.tokens.forms[j]) - len(word.stem) if word is not None and (word.conj or word.prep) and len(page.keys[j]) == len(page.tokens.forms[j]) else 0


def voice_of(page, i):
    """Return direct, indirect or narrator for token i; within mixed content, direct is what stands between quotation marks."""
    statement = page.voices[i]
    if statement is None:
        return "narrator"
    if statement.form == "mixed":
        return "direct" if page.reading.inside[i] >= 0 and page.reading.kinds[page.reading.quotations[page.reading.inside[i]].first] == QUOTE else "indirect"
    return statement.form


class Keyness(NamedTuple):
    """How much more a label is used on one side than on the other. `z` beyond ±1.96 is unlikely by chance."""

    label: str
    n_first: int
    n_second: int
    log_odds: float
    z: float


def keyness(first, second, strength=None):
    """Return the Keyness of every label of two counts (label → n), those of the first side at the top.

    Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, "Fightin' Words", eq. 16 and 22): the prior
    of a label is its share in both counts together, times `strength` (default: as many as the labels are different).
    `log_odds` is in nats; z = log_odds / sqrt(1 / (n_first + prior) + 1 / (n_second + prior)).

        >>> [(k.label, round(k.log_odds, 2), round(k.z, 2)) for k in keyness({"النظام": 30, "الحكومة": 10}, {"النظام": 10, "الحكومة": 30})]
        [('النظام', 2.07, 5.9), ('الحكومة', -2.07, -5.9)]
    """
    first, second = Counter(first), Counter(second)
    pooled = first + second
    total = sum(pooled.values())
    strength = strength or len(pooled)
    rows = [_keyness(label, first, second, strength * n / total, strength) for label, n in pooled.items()]
    return sorted(rows, key=lambda k: (-k.z, k.label))


def _keyness(label, first, second, prior, strength):
    a, b = first[label] + prior, second[label] + prior
    log_odds = log(a / (sum(first.values()) + strength - a)) - log(b / (sum(second.values()) + strength - b))
    return Keyness(label, first[label], second[label], log_odds, log_odds / sqrt(1 / a + 1 / b))
