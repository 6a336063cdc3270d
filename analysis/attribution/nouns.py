"""Rules for what a noun passes on (`نقلت الوكالة عنه قوله`), for allusions (`في إشارة إلى`) and for demands without an agent (`للمطالبة بـ`). A rule's docstring is its template sentence."""

from analysis.attribution.adverbials import is_adverb
from analysis.attribution.clause import Clause, read_clause
from analysis.attribution.complements import is_complementizer, preposition_at, spoken_by_tongue
from analysis.attribution.evidence import SPEECH, draft_at
from analysis.attribution.features import actor_like, bare_noun
from analysis.attribution.memory import verb_by_place
from analysis.attribution.objects import quoted_name_end
from analysis.attribution.subjects import antecedent
from analysis.cues import CUE_READINGS, FINITE
from analysis.inflection import pronoun_features
from analysis.text import fold
from analysis.wordlists import rule_words, verbal_nouns
from analysis.words import COMMAS, PUNCT


def noun_from_passed_on(reading, i, r):
    """نقلت الوكالة عن لافروف قوله إن …: the noun's pronoun means the one after عن."""
    if r.cue.lemma == "قال" and r.form.definite and not r.form.prefix and (ascribed := _ascribed(reading, i, r)) is not None:
        return [ascribed]
    if not r.form.pronoun or r.cue.act == "condole" or fold(r.cue.lemma) in rule_words("only_that"):
        # `عبر عن خالص | تعازيه`: nobody passes them on.
        return None
    window = range(i - 1, max(reading.sentence_start(i), i - 16), -1)
    given = ("عن", "وعن") if any(reading.keys[k] in ("عن", "وعن") for k in window) else ("الي",)
    for start in window:
        if reading.keys[start] in rule_words("tongue") and spoken_by_tongue(reading, start - 1):
            given = (*given, reading.keys[start])
        if reading.keys[start] == "عن" and reading.is_own_name(start + 1) and reading.words[start + 1].stem.endswith(("ه", "ها", "هم")):
            # `نقلت عن مصدر رفض الكشف عن اسمه | قوله إن …`
            continue
        if reading.keys[start][:2] == "عن" and reading.words[start] is not None and reading.words[start].particle == "pronoun_prepositional":
            # `ونقلت عنها الوكالة قولها إن …`
            clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
            if clause.begin is None:
                return None
            draft = draft_at("passed_on_words", reading, i, r, clause=clause, kind="aside")
            draft.gender, draft.number = pronoun_features(r.form.pronoun)
            return [draft]
        if r.cue.act not in ("say", "declare", "report") and (reading.keys[start] not in given or reading.noun_phrase(start + 1, i) != i and not _behind_aside(reading, start, i)):
            # Other nouns must follow at once: `عن الوزارة وصفها القتلى بأنهم`.
            continue
        if reading.keys[start] in given:
            # `عن الشيخ وصفه لإيران بالقوية`
            cue = r.cue._replace(prepositions=r.cue.prepositions | {"ل"}) if r.cue.objects else r.cue
            clause = read_clause(reading, i, cue, r.form, subject_first=True)
            end = _name_end(reading, start + 1, i)
            if clause.begin is None or end is None or r.cue.act not in ("say", "declare", "report") and start + 1 not in reading.mention_at and bare_noun(reading.words[start + 1]) in verbal_nouns():
                return None
            draft = draft_at("passed_on_words", reading, i, r, sources=[(start + 1, end)], clause=clause, kind="nested")
            # `نقلت الوكالة عن كيلي قوله …. وأضاف`: whose words are passed on speaks, whatever he is called.
            draft.sure = r.cue.act == "say" and clause.how in SPEECH
            return [draft]
    return None


def _ascribed(reading, i, r):
    """`نسبت الوكالة لسامي حداد | القول إن …`, `نقلت الوكالة عن سامي حداد | القول إن …`: the Draft of the noun behind a verb of ascribing and the one whose words they are; else None."""
    if i + 1 >= reading.sentence_end(i) or not is_complementizer(reading.keys[i + 1]):
        return None
    verb = next((k for k in range(i - 2, max(reading.sentence_start(i), i - 16) - 1, -1) if any(o.form.pos in FINITE and (fold(o.cue.lemma) in rule_words("ascribes") or o.cue.act == "report") for o in CUE_READINGS[reading.keys[k]])), None)
    if verb is None:
        return None
    told = not any(fold(o.cue.lemma) in rule_words("ascribes") for o in CUE_READINGS[reading.keys[verb]])
    for k in range(verb + 1, i):
        first = k + (reading.keys[k] == ("عن" if told else "الي"))
        if told and first == k:
            continue
        if first == k and (reading.words[k] is None or reading.words[k].prep != "ل"):
            continue
        end = reading.phrase_end(reading.mention_at[first][1] if first in reading.mention_at else first + 1, i, first)
        if all(is_adverb(reading, t) for t in range(end, i)) and actor_like(reading, (first, end)):
            return draft_at("passed_on_words", reading, i, r, sources=[(first, end)], clause=Clause(begin=i + 1, how="clause", end=i + 1), kind="nested")
    return None


def _behind_aside(reading, about, i):
    """`نقلت الوكالة عن الوزير، الذي يزور البلاد، | تنديده بـ…`: say whether only the name and a relative clause between commas stand between عن and token i."""
    end = reading.noun_phrase(about + 1, i)
    return (about + 1 < end < i - 2 and reading.tokens.forms[end] in COMMAS and reading.tokens.forms[i - 1] in COMMAS
            and reading.words[end + 1] is not None and reading.words[end + 1].particle == "relative")


def _name_end(reading, first, limit):
    """The end of the noun phrase (with an apposition) that begins at `first` and reaches to `limit`, or None."""
    end = quoted_name_end(reading, first, limit) if first in reading.opens else reading.noun_phrase(first, limit)
    if end == first:
        return None
    rest = limit
    while rest > end and reading.kinds[rest - 1] == PUNCT:
        rest -= 1
    if any(reading.words[k] is not None and (reading.words[k].verb or reading.words[k].particle == "relative") for k in range(end, rest)):
        # `عن جنود يعتقد أنهم …، قولهم`: the clause is no part of the name.
        return end
    return rest if rest - first <= 12 else end


def allusion(reading, i, r):
    """…، في إشارة إلى …: the noun after في carries the source on."""
    if r.form.pronoun or r.form.definite or i == 0 or reading.keys[i - 1] not in ("في", "وفي"):
        return None
    if "الي" not in r.cue.prepositions:
        return _hit_at(reading, i, r)
    after = i + 1 < reading.sentence_end(i) and reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional"
    # `في إشارة | على ما يبدو | إلى القضية`
    after = 3 if reading.keys[i + 1:i + 3] == ["علي", "ما"] and i + 3 < len(reading.keys) and reading.keys[i + 3] in rule_words("seems") else after
    clause, begin = read_clause(reading, i + after, r.cue, r.form, subject_first=True), i + 1 + after
    adjective = reading.words[begin] if begin + 1 < reading.sentence_end(i) else None
    begin += adjective is not None and not (adjective.definite or adjective.particle or adjective.prep or adjective.conj) and adjective.stem.endswith("ة")
    if r.cue.governs[0] == "الي" and begin < reading.sentence_end(i) and reading.words[begin] is not None and reading.words[begin].prep == "ل" and not reading.words[begin].conj:
        # `في إشارة | للقرار`, `في إشارة واضحة | لزيارته`
        clause.begin = begin
    if clause.begin is None or clause.begin > i + 3 + (after > 1):
        return None
    draft = draft_at("allusion", reading, i, r, clause=clause, kind="participle", confidence=0.8)
    draft.cue, draft.continues = (i - 1, i + 1), True
    return [draft]


def _take_doer(reading, draft, comma, limit):
    """`احتجاجا على القرار، | أضرب العمال`: give the draft the subject behind the verb behind the comma, where there is one."""
    if reading.words[comma + 1] is not None and reading.starts_noun_phrase(comma + 2) and (reading.words[comma + 1].verb == "perfect" or verb_by_place(reading, comma + 1)):
        draft.sources, draft.continues = [(comma + 2, reading.noun_phrase(comma + 2, limit))], False


def _hit_at(reading, i, r):
    """`قال المدير، في انتقاد | للبلدية، إن …`, `في اتهام لاذع | لها`: a noun of criticism behind في with ل, an adjective between, carries the source on; else None."""
    adjective = reading.words[i + 1] if i + 2 < reading.sentence_end(i) else None
    begin = i + 1 + (adjective is not None and not (adjective.prep or adjective.particle or adjective.definite or adjective.conj or adjective.verb))
    word = reading.words[begin] if begin < reading.sentence_end(i) else None
    if r.cue.act not in ("accuse", "criticise", "condemn") or r.form.number == "p" or word is None or word.prep != "ل" or begin > i + 1 and i + 1 in reading.mention_in:
        # not `في اتهامات المدير للنقابة`
        return None
    draft = draft_at("allusion", reading, i, r, clause=Clause(begin=begin, how="preposition", end=begin), kind="participle", confidence=0.8)
    draft.continues = True
    first, limit = reading.sentence_start(i), reading.sentence_end(i)
    comma = next((k for k in range(begin, limit - 2) if reading.tokens.forms[k] in COMMAS), None)
    if first == i - 1 and comma is not None:
        # `في انتقاد للبلدية، | نشر سامي حداد صورة`: the source is who does it.
        draft.limit = comma
        _take_doer(reading, draft, comma, limit)
    elif first < i - 1 and reading.noun_phrase(first, i - 1) == i - 1 and actor_like(reading, (first, i - 1)):
        # `البلدية في انتقاد للنقابة: …`
        draft.sources, draft.continues = [(first, i - 1)], False
    return [draft]


def noun_demand(reading, i, r):
    """مظاهرات للمطالبة بـ…: a verbal noun of demand or accusation with its content and no agent; or one that says why people act: تظاهروا احتجاجا على …."""
    form = r.form
    if reading.words[i].stem in rule_words("in_protest"):
        return _in_protest(reading, i, r)
    voiced = "ل" in form.prefix and not form.pronoun and bare_noun(reading.words[i]) in rule_words("voiced")
    if not voiced and (form.pronoun or r.cue.act not in ("demand", "accuse") or r.cue.strength == "doubtful"):
        return None
    if not voiced and (not (form.definite or "ل" in form.prefix) or not reading.words[i].stem.endswith(("ة", "ات"))):
        return None
    if form.definite and not form.prefix and reading.words[i - 1] is not None and i and reading.words[i - 1].stem in rule_words("rises"):
        # `تعالت الدعوات إلى الهدنة`: whose they are is not said.
        return []
    if form.definite and not form.prefix and i > 1 and reading.keys[i - 1] in rule_words("of_it") and reading.keys[i - 2] in rule_words("purpose_of"):
        # `جمعية الغرض منها | الدعوة إلى السلام`: what a thing is for, nobody says.
        return []
    begin = i + 1
    if begin >= reading.sentence_end(i) or not (preposition_at(reading, begin, r.cue.prepositions | r.cue.objects) or is_complementizer(reading.keys[begin])):
        return None
    found = antecedent(reading, i) if form.definite and not form.prefix and reading.words[i - 1] is not None and reading.words[i - 1].definite else None
    draft = draft_at("noun_demand", reading, i, r, sources=[found] if found else [], begin=begin, kind="nested", confidence=0.6)
    draft.continues = not found
    draft.gender = draft.number = None
    return [draft]


def _in_protest(reading, i, r):
    """`أضرب العمال احتجاجا على القرار`, `احتجاجا على القرار، أضرب العمال`: the source is who does it."""
    begin, first, limit = i + 1, reading.sentence_start(i), reading.sentence_end(i)
    if begin >= limit or not preposition_at(reading, begin, r.cue.prepositions):
        return None
    draft = draft_at("noun_demand", reading, i, r, begin=begin, kind="nested", confidence=0.6)
    draft.continues, draft.gender, draft.number = True, None, None
    if r.cue.act == "say":
        # `قال الوزير تعليقا على القرار إن …`: what he says of it is the other verb's.
        end = next((k for k in range(begin + 1, limit) if reading.tokens.forms[k] in ("،", ",", ":", ".", "؛", "..") or k in reading.opens and not reading.is_name(reading.opens[k])
                    or is_complementizer(reading.keys[k]) and reading.keys[k - 1] != "عن" or any(o.form.pos in FINITE and o.cue.lemma == "قال" for o in CUE_READINGS[reading.keys[k]])), limit)
        draft.begin, draft.content, draft.how = None, [(begin, end)], "preposition"
        if first < i and reading.noun_phrase(first, i) == i and actor_like(reading, (first, i)):
            # `المدير تعليقا على الإضراب: "…"`
            draft.sources, draft.continues = [(first, i)], False
    comma = next((k for k in range(begin, limit - 2) if reading.tokens.forms[k] in COMMAS), None) if i == first else None
    if comma is not None:
        _take_doer(reading, draft, comma, limit)
    return [draft]
