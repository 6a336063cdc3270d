"""Who is meant where the subject is dropped beside a speech, a text or a call: whoever gave, published or sent it."""

from analysis.attribution.dropped_subjects import clause_subject, mention_source, phrase_source
from analysis.attribution.features import actor_like, bare_noun, is_text
from analysis.attribution.memory import agree
from analysis.inflection import without_pronoun
from analysis.wordlists import documents, publishes, rule_words, verbal_nouns
from analysis.words import COMMAS


def whose_text_opens(reading, draft, identify):
    """`وفي رد | لوزير الخارجية، قال إن …`, `وفي أولى تصريحات | الوزير، قال …`, `وبسؤال | حارس السوق أكد أن …`: whose words the sentence opens with, behind في, or who is questioned, if he agrees; else None."""
    start, i = reading.sentence_start(draft.anchor), draft.anchor
    word = reading.words[start]
    if draft.rule == "verb_alone" and word is not None and word.prep == "ب" and word.stem in rule_words("questioning") and start + 1 < i:
        return mention_source(reading, start + 1, draft, identify) or phrase_source(reading, start + 1, draft, identify)
    if draft.kind != "finite" and draft.rule != "noun_demand" or word is None or word.particle != "preposition" or word.stem != "في" or i < start + 3:
        return None
    noun = start + 1 + (reading.keys[start + 1] in rule_words("first_or_last"))
    text = reading.words[noun]
    if text is None or text.definite or text.stem in rule_words("letter") or not {text.stem, text.stem.removesuffix("ا")} & (documents() | rule_words("spoken") | rule_words("reply")):
        return None
    for k in range(noun + 1, min(noun + 5, i)):
        if reading.words[k] is None or reading.words[k].particle or reading.words[k].conj:
            return None
        if reading.words[k].prep == "ل":
            return _behind_li(reading, k, draft, identify)
        if k == noun + 1 and k in reading.mention_at and not reading.words[k].prep:
            return mention_source(reading, k, draft, identify)
        if reading.words[k].prep:
            return None
    return None


def _behind_li(reading, k, draft, identify):
    """`رد | لوزير الخارجية`: the phrase behind ل at token k as a source, if it can speak and agrees; else None."""
    end = reading.mention_at[k][1] if k in reading.mention_at else reading.phrase_end(k + 1, draft.anchor, k)
    source = identify(k, end) if actor_like(reading, (k, end)) else None
    return source if source is not None and agree(draft.gender, draft.number, source) else None


def speaker_there(reading, draft, identify):
    """`خطاب ألقاه الرئيس، أشاد فيه بـ…`, `نشر الرئيس تغريدة يقول فيها …`: with a pronoun that points back to a speech or text, whoever gave it; else None."""
    i = draft.anchor
    if draft.kind != "finite" or i + 1 >= len(reading.keys) or reading.keys[i + 1] not in rule_words("therein"):
        return None
    if reading.words[i - 1] is not None and is_text(reading.words[i - 1]) and (source := _issuer(reading, draft, identify, i - 1)) is not None:
        return source
    caller = _caller(reading, draft, identify)
    if caller is not None:
        return caller
    for k in range(i - 2, reading.sentence_start(i) - 1, -1):
        word = reading.words[k]
        if word is not None and k not in reading.mention_in and not word.definite and {word.stem, *(base for base, _ in without_pronoun(word.stem))} & publishes():
            sent = any(reading.words[n] is not None and reading.words[n].stem.removesuffix("ا") in rule_words("letter") for n in range(k + 1, i))
            source = None if sent else _speaks_in(reading, draft, identify, k + 1)
            source = source or phrase_source(reading, k + 1, draft, identify)
            if source is not None and not (reading.words[k + 1] is not None and {reading.words[k + 1].stem, reading.words[k + 1].stem.removesuffix("ا")} & documents()):
                return source
        if word is not None and not word.definite and not word.prep and is_text(word):
            # `تصريحات أدلى بها الوزير أمس | قال فيها …`; `وكانت النقابة قد أصدرت بيانا قبل أيام، | دعت فيه …`
            owner = None if word.stem in rule_words("letter") else _speaks_in(reading, draft, identify, k) or _issuer(reading, draft, identify, k)
            source = owner or _maker(reading, draft, identify, k) or clause_subject(reading, draft, identify, reading.sentence_start(i))
            if source is not None and not (source.span is not None and source.span[0] <= k < source.span[1]):
                return source
    return _maker(reading, draft, identify, reading.sentence_start(i)) if reading.tokens.forms[i - 1] in COMMAS else None


def _issuer(reading, draft, identify, text):
    """`صدر عن | النقابة بيان أكدت فيه …`: who stands behind صدر عن before the noun for a text at token `text`, if she agrees; else None."""
    for k in range(text - 2, reading.sentence_start(text), -1):
        if reading.keys[k] == "عن" and reading.words[k - 1] is not None and reading.words[k - 1].stem in rule_words("issued"):
            return phrase_source(reading, k + 1, draft, identify)
    return None


def _caller(reading, draft, identify):
    """`تلقى الوزير اتصالا هاتفيا من | نظيره القبرصي، أكد خلاله …`, `رسالة من | الرئيس قال فيها …`: from whom a call or a letter comes, if he agrees; else None."""
    for k in range(draft.anchor - 2, reading.sentence_start(draft.anchor) + 1, -1):
        word = reading.words[k]
        if word is None or word.verb or word.particle in ("relative", "complementizer"):
            return None
        if reading.keys[k] == "من" and any(reading.words[n] is not None and reading.words[n].stem.removesuffix("ا") in rule_words("call") for n in range(k - 1, max(k - 3, 0), -1)):
            return mention_source(reading, k + 1, draft, identify) or phrase_source(reading, k + 1, draft, identify)
    return None


def _maker(reading, draft, identify, begin):
    """`خطاب ألقاه | الرئيس`, `تصريحات أدلى بها | الوزير`: the person right behind a verb with its pronoun, behind token `begin`, as a source that agrees; else None."""
    for k in range(draft.anchor - 2, begin, -1):
        found = reading.mention_at.get(k)
        if found is not None and reading.is_person(found[0]) and not (reading.words[k] is not None and reading.words[k].prep):
            maker = reading.words[k - 1]
            source = identify(k, found[1])
            if maker is not None and (maker.particle == "pronoun_prepositional" or maker.particle is None and any(without_pronoun(maker.stem))) and agree(draft.gender, draft.number, source):
                return source
    return None


def _speaks_in(reading, draft, identify, begin):
    """`نشرت الشرطة تسجيلا لليلى حداد قالت فيه …`: whose the published text is, behind ل, if she agrees; else None."""
    for k in range(draft.anchor - 1, begin, -1):
        word, before = reading.words[k], reading.words[k - 1]
        if word is not None and word.prep == "ل" and before is not None and not before.definite and bare_noun(before) not in verbal_nouns() and k in reading.mention_at:
            return mention_source(reading, k, draft, identify)
    return None
