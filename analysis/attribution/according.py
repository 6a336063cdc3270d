"""Statements without a reporting verb of their own: according-to phrases and the headline's colon."""

from functools import cache

from analysis.attribution.clause import is_complementizer, read_clause
from analysis.attribution.drafts import Draft
from analysis.attribution.subjects import actor_like
from analysis.cues import CUE_READINGS, according, governing
from analysis.inflection import Form, pronoun_features
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.words import PUNCT, QUOTE, WORD

_COMMAS = ("،", ",", "-", "–", "؛")


class _Phrases(dict):
    """Folded form → the according-to phrases that can begin with it, with or without و; None for nearly all words."""

    def __missing__(self, key):
        if len(self) > 300_000:
            self.clear()
        found = self[key] = according().get(key) or key[0] == "و" and according().get(key[1:]) or None
        return found


PHRASES = _Phrases()


def according_phrases(reading, skip):
    """Yield a Draft for each according-to phrase: `بحسب المرصد`, `وفقا لما ذكرته الوكالة`, `على حد قوله`.

    The content is the rest of the sentence where the phrase opens it, else the clause before it. Cues that the phrase
    takes in (`بحسب ما نقلته`) are added to `skip`, so that they are not tried again.
    """
    for i, phrases in enumerate([PHRASES[key] for key in reading.keys]):
        if phrases is None or reading.kinds[i] != WORD or i in reading.mention_in:
            continue
        for phrase in phrases:
            n = len(phrase.words)
            if tuple(reading.keys[i + 1:i + n]) == phrase.words[1:] and reading.sentence_end(i) > i + n - 1:
                yield from _according(reading, i, i + n, phrase, skip)
                break


def _according(reading, i, j, phrase, skip):
    """Read what follows the phrase at tokens i … j - 1: a verb with its subject, a source, or nothing."""
    limit = reading.sentence_end(i)
    if phrase.joined and not (j < limit and reading.words[j] is not None and reading.words[j].prep == "ل"):
        return
    if phrase.words[0] in _ADDITIVE:
        return
    cue_end, gender, number, sources = j, None, None, []
    verb = _verb_after(reading, j, limit, phrase)
    if verb is not None:
        skip.add(verb)
        form = CUE_READINGS[reading.keys[verb]][0].form
        gender, number = form.gender, form.number
        cue_end = j = verb + 1
    elif phrase.place == "before_verb":
        return
    if phrase.place == "whole":
        gender, number = pronoun_features(next(p for p in ("هم", "ها", "ه") if reading.keys[j - 1].endswith(p)))
        skip.add(j - 1)
    elif j < limit and _possessed(reading, j) and verb is None:
        gender, number = pronoun_features(next(r.form.pronoun for r in CUE_READINGS[reading.keys[j]] if r.form.pos == "noun" and r.form.pronoun))
        skip.add(j)
        cue_end = j = j + 1
    else:
        if verb is None and j + 1 < limit and _saying_noun(reading, j):
            cue_end = j = j + 1
        sources = _sources(reading, j, limit)
        if not sources and gender is None or sources and not _can_be_source(reading, sources[0], phrase, verb):
            return
    end = sources[-1][1] if sources else cue_end
    if sources and verb is None:
        sources, end = _issuer(reading, sources, end, limit, skip)
    if verb is not None and end < limit and reading.keys[end] == "عن":
        yield from _passed_on(reading, i, cue_end, sources, end, limit)
        return
    first = _opens_sentence(reading, i)
    if first and all(reading.kinds[k] == PUNCT for k in range(end, limit)):
        # A sentence of its own (`… . حسب رويترز.`) belongs to the sentence before.
        yield from _sentence_before(reading, i, cue_end, sources, phrase, skip)
        return
    content, rule = (_rest(reading, end, limit), "according_first") if first else (clause_before(reading, i, end, limit), "according_after")
    if rule == "according_after" and phrase.words[0] in _PASSING_ON and len(content) > 1:
        content = content[1:]
    if not content:
        return
    skip.update(range(i, cue_end))
    for source in sources or [None]:
        draft = Draft(rule, reading.tokens.sentence_of[i], (i, cue_end), None, [source] if source else [], content=list(content), kind="according", confidence=0.9)
        draft.gender, draft.number, draft.continues, draft.endorsement = gender, number, source is None, phrase.endorsement
        yield draft


def _sentence_before(reading, i, cue_end, sources, phrase, skip):
    index = reading.tokens.sentence_of[i]
    if index == 0 or reading.sentences[index - 1].paragraph != reading.sentences[index].paragraph:
        return
    begin, last = reading.tokens.bounds[index - 1]
    while last > begin and reading.kinds[last - 1] == PUNCT:
        last -= 1
    skip.update(range(i, cue_end))
    for source in sources:
        draft = Draft("according_alone", index, (i, cue_end), None, [source], content=[(begin, last)], kind="according", confidence=0.8)
        draft.endorsement = phrase.endorsement
        yield draft


PASSING = governing("نقل", ("ان", "quote"), "always", "neutral", "report")
"""What عن X leads to in passed-on speech: a clause or a quotation."""


def _passed_on(reading, i, cue_end, sources, about, limit):
    """بحسب ما نقلت الصحيفة عن الوكيل، أن …: the medium's content starts at عن, the other's behind his name."""
    form = Form("نقل", "perfect")
    clause = read_clause(reading, about, PASSING, form, limit)
    if clause.begin is None or not clause.subjects:
        return
    sentence = reading.tokens.sentence_of[i]
    for source in sources:
        yield Draft("according_first", sentence, (i, cue_end), None, [source], begin=about, kind="according", confidence=0.85)
    yield Draft("passed_on_from", sentence, (about, about + 1), None, clause.subjects[:1], begin=clause.begin, kind="nested", confidence=0.85)


def _issuer(reading, sources, end, limit, skip):
    """وفق حصيلة أوردها المرصد: the document's issuer, named behind a verb with the document as its object, is the source."""
    if end < limit and reading.kinds[end] == WORD and any(r.form.pronoun and r.form.pos == "perfect" for r in CUE_READINGS[reading.keys[end]]):
        stop = reading.noun_phrase(end + 1, limit)
        if stop > end + 1:
            skip.add(end)
            return [(end + 1, stop)], stop
    return sources, end


_PASSING_ON = frozenset(("نقلا", "استنادا"))
"""What stands behind these passes on only what the outer source says."""
_ADDITIVE = frozenset(("كما", "عن"))
"""كما before a verb mostly adds (`كما أكد أن`); rule `as_said` reads it. عن passes on only after نقل."""


def _saying_noun(reading, j):
    """بحسب زعم المسؤول: the noun of saying between the phrase and its source belongs to the cue."""
    return reading.kinds[j] == WORD and any(r.form.pos == "noun" and not r.form.pronoun and not r.form.definite and r.cue.act in ("say", "believe", "declare") for r in CUE_READINGS[reading.keys[j]])


def _verb_after(reading, j, limit, phrase):
    """Return the token of the reporting verb after the phrase (`بحسب ما نقلته`, `حسبما ذكرت`), or None."""
    if j < limit and reading.keys[j] in ("ما", "لما") and j + 1 < limit and _finite(reading, j + 1):
        return j + 1
    return j if j < limit and phrase.place == "before_verb" and _finite(reading, j) else None


@cache
def not_sources():
    """Return the folded nouns that name a rule or measure (`وفقا للقانون`)."""
    return frozenset(fold(r["noun"]) for r in read_table("not_sources.tsv", {"noun": None}))


def _can_be_source(reading, source, phrase, verb):
    """`وفقا للقانون` names a rule and `حسب الحاجة` a measure, not a source; `استنادا إلى` needs a source noun."""
    word = reading.words[source[0]]
    if word is not None and word.stem in not_sources():
        return False
    if verb is not None or source[0] in reading.mention_at:
        return True
    if phrase.words[0] not in ("بحسب", "حسب", "علي", "نقلا"):
        return actor_like(reading, source)
    return word is None or actor_like(reading, source) or word.definite or source[1] - source[0] > 1


def _finite(reading, i):
    return any(r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[reading.keys[i]])


def _possessed(reading, i):
    return reading.kinds[i] == WORD and any(r.form.pos == "noun" and r.form.pronoun for r in CUE_READINGS[reading.keys[i]])


def _sources(reading, j, limit):
    """Return the conjuncts of the noun phrase after the phrase; a proclitic ل (وفقا للمرصد) belongs to the phrase."""
    sources = []
    while j < limit and reading.words[j] is not None and reading.words[j].particle == "pronoun_prepositional":
        j += 1
    while j < limit:
        word = reading.words[j]
        if word is not None and word.prep and word.prep != "ل" and j not in reading.mention_at:
            break
        if word is not None and word.particle is not None and word.particle not in ("quantifier", "demonstrative"):
            break
        end = reading.noun_phrase(j + 1, limit) if j not in reading.mention_at and not _quoted(reading, j) else reading.noun_phrase(j, limit)
        if _quoted(reading, j):
            end = reading.opens[j].last + 1
            while end < limit and reading._continues(end, limit) > end:
                end = reading._continues(end, limit)
        elif end == j + 1 and j not in reading.mention_at and word is not None:
            end = max(end, _continued(reading, j + 1, limit))
        sources.append((j, max(end, j + 1)))
        j = sources[-1][1]
        if not (j < limit and reading.words[j] is not None and reading.words[j].conj and reading.words[j].particle is None and not reading.words[j].verb):
            break
        if not (j in reading.mention_at or actor_like(reading, (j, j + 1))):
            break
    return sources


def _quoted(reading, j):
    return reading.kinds[j] == QUOTE and j in reading.opens and reading.is_name(reading.opens[j])


def _continued(reading, j, limit):
    while j < limit:
        step = reading._continues(j, limit)
        if step == j:
            break
        j = step
    return j


def _opens_sentence(reading, i):
    """Say whether only a link word or a short adverbial stands before the phrase in its sentence."""
    start = reading.sentence_start(i)
    return all(reading.words[k] is None or reading.words[k].particle for k in range(start, i)) and i - start <= 4


def _rest(reading, end, limit):
    begin = end
    while begin < limit and reading.kinds[begin] == PUNCT:
        begin += 1
    # An apposition (`بحسب المرصد، ومقره لندن، …`) ends at its second comma.
    if begin < limit and reading.keys[begin] in ("ومقره", "ومقرها", "الذي", "التي"):
        begin = next((k + 1 for k in range(begin, limit) if reading.tokens.forms[k] in _COMMAS), limit)
    last = limit
    while last > begin and reading.kinds[last - 1] == PUNCT:
        last -= 1
    return [(begin, last)] if last > begin else []


def clause_before(reading, i, end, limit):
    """The clause that the phrase qualifies: back to the sentence's start, and on where the phrase only interrupts it."""
    start = reading.sentence_start(i)
    outer = reading.inside[i]
    if outer >= 0 and reading.quotations[outer].first >= start:
        start = reading.quotations[outer].first + 1
    last = i
    while last > start and reading.kinds[last - 1] == PUNCT:
        last -= 1
    while start < last and reading.kinds[start] == PUNCT:
        start += 1
    if last <= start:
        return []
    content = [(start, last)]
    if last - start <= 24 and _goes_on(reading, end, limit):
        return [(start, last)] + _rest(reading, end, limit)
    if end < limit and reading.kinds[end] == WORD and reading.kinds[i - 1] != PUNCT and not reading.words[end].conj and reading.words[end].particle != "relative":
        stop = limit
        while stop > end and reading.kinds[stop - 1] == PUNCT:
            stop -= 1
        if stop > end:
            content.append((end, stop))
    return content


def _goes_on(reading, end, limit):
    """Say whether the clause that the phrase interrupts goes on with what is said: `قال فلان، وفقا للوكالة، إن …`."""
    for k in range(end, min(end + 4, limit)):
        if reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) or reading.tokens.forms[k] == ":":
            return True
        if reading.kinds[k] == QUOTE and k in reading.opens:
            return not reading.is_name(reading.opens[k])
    return False


def headline_colons(reading):
    """Yield a Draft for `X: …` in the headline, in a headline of two halves (`X: … وY: …`) for each, and in links to other articles."""
    short = reading.sentences and (reading.article.title is not None or reading.sentences[0].end - reading.sentences[0].start <= 160)
    for index, sentence in enumerate(reading.sentences):
        first, last = reading.tokens.bounds[index]
        if sentence.paragraph == 0:
            if short:
                yield from _colons(reading, index, first, last)
        elif _is_link(reading, index, first, last):
            yield from _colons(reading, index, _behind_lead(reading, first, last), last)


_LINK = 24
"""A paragraph of at most so many tokens without a closing mark is the headline of another article or a heading."""


def _is_link(reading, index, first, last):
    around = [reading.sentences[k].paragraph for k in (index - 1, index + 1) if 0 <= k < len(reading.sentences)]
    return last - first <= _LINK and reading.sentences[index].paragraph not in around and reading.kinds[last - 1] == WORD


def _behind_lead(reading, first, last):
    """Return the token behind the lead of a link: `للمزيد: …`, `اقرأ أيضا: …`."""
    colon = next((k for k in range(first, min(first + 4, last)) if reading.tokens.forms[k] in (":", "-")), None)
    named = colon is not None and any(k in reading.mention_in for k in range(first, colon))
    return first if colon is None or named else colon + 1


def _colons(reading, index, first, last):
    colons = [k for k in range(first + 1, last) if reading.tokens.forms[k] == ":"]
    for n, colon in enumerate(colons):
        start = first if n == 0 else _half(reading, colons[n - 1] + 1, colon)
        if start is None:
            continue
        source = _headline_source(reading, start, colon)
        sources = _headline_conjuncts(reading, source) if source else []
        if source is None or colon + 1 >= last:
            continue
        stop = _half(reading, colon + 1, colons[n + 1]) if n + 1 < len(colons) else last
        stop = last if stop is None else stop
        while stop > colon + 1 and reading.kinds[stop - 1] == PUNCT and reading.tokens.forms[stop - 1] not in (")", "]"):
            stop -= 1
        if stop > colon + 1:
            yield Draft("headline_colon", index, None, None, sources, begin=colon + 1, content=[(colon + 1, stop)], kind="headline", confidence=0.85)


def _headline_conjuncts(reading, source):
    """`باريس وواشنطن: …` has two sources."""
    first, last = source
    split = next((k for k in range(first + 1, last) if k in reading.mention_at and reading.words[k] is not None and reading.words[k].conj), None)
    return [source] if split is None or first not in reading.mention_at else [(first, split), (split, last)]


def _half(reading, first, colon):
    """Return where the second half of a headline begins: after the last .. or ; before its colon."""
    for k in range(colon - 1, first - 1, -1):
        if reading.kinds[k] == PUNCT and reading.tokens.forms[k] in (".", "..", "…", "؛", "-", "|", "،"):
            return k + 1
    return None


def _headline_source(reading, start, colon):
    """The source before a headline's colon: a noun phrase of at most seven words that can speak."""
    if _quoted(reading, start) and reading.opens[start].last + 1 == colon:
        return start, colon
    if colon - start > 7 or any(_finite(reading, k) for k in range(start, colon) if reading.kinds[k] == WORD and k not in reading.mention_in):
        return None
    addressed = next((k for k in range(start + 1, colon) if reading.keys[k] in ("ل", "لـ") or reading.words[k] is not None and reading.words[k].prep == "ل" and k in reading.mention_at), None)
    if addressed is not None:
        # `فلان لـCNN:` can only be somebody who speaks.
        return start, addressed
    if not actor_like(reading, (start, colon)) or _is_topic(reading, start, colon):
        return None
    return start, colon


def _is_topic(reading, start, colon):
    """`بريطانيا: اجتماع لمجلس الأمن`, `مصر: كيف تقيمون …؟`: a country before a noun phrase or question is where the news comes from."""
    mention = reading.mention_at.get(start)
    actor = reading.actor(mention[0]) if mention is not None else None
    word = reading.words[colon + 1] if colon + 1 < len(reading.words) else None
    if actor is None or actor.type != "state" or word is None:
        return False
    return word.particle == "interrogative" or reading.tokens.sentence_of[colon + 1] == reading.tokens.sentence_of[start] and _indefinite_noun(reading, colon + 1)


def _indefinite_noun(reading, i):
    word, following = reading.words[i], reading.words[i + 1] if i + 1 < len(reading.words) else None
    return not (word.particle or word.verb or word.definite or word.prep or i in reading.mention_at) and following is not None and not following.definite and i + 1 not in reading.mention_at
