"""Statements without a reporting verb of their own: according-to phrases."""

from analysis.attribution.according_content import clause_before, rest
from analysis.attribution.adverbials import copy_end, is_adverb, skip_adverbial
from analysis.attribution.clause import read_clause
from analysis.attribution.complements import is_complementizer
from analysis.attribution.drafts import Draft
from analysis.attribution.features import actor_like, bare_noun, counted_at, is_document, speaking_nouns
from analysis.attribution.objects import is_adjective, is_possessive, of_body, opens_name, quoted_name_end
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES, according, governing
from analysis.inflection import Form, pronoun_features, pronoun_of, without_pronoun
from analysis.text import fold
from analysis.wordlists import WORDS, addressees, documents, human_titles, known_nouns, not_sources, quantities, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, PUNCT, QUOTE, WORD


def phrases_of(written):
    """Return second word → the according-to phrases, the longest first, that can begin with a written form, with or without و; None for nearly all words.

    The phrases of one word are at each second word, and at None for all the others.
    """
    key = written.key
    phrases = according().get(key) or (key[0] == "و" or key[:2] in ("فب", "فو")) and according().get(key[1:]) or ()
    seconds = {phrase.words[1] for phrase in phrases if len(phrase.words) > 1}
    return {second: [phrase for phrase in phrases if phrase.words[1:2] in ((), (second,))] for second in (*seconds, None)} if phrases else None


def according_phrases(reading, skip):
    """Yield a Draft for each according-to phrase: `بحسب المرصد`, `وفقا لما ذكرته الوكالة`, `على حد قوله`.

    The content is the rest of the sentence where the phrase opens it, else the clause before it. Cues that the phrase
    takes in (`بحسب ما نقلته`) are added to `skip`, so that they are not tried again.
    """
    for i in reading.tokens.telling("phrases"):
        if reading.kinds[i] != WORD or i in reading.mention_in or i in skip and i and i - 1 in skip:
            # `على | حد قوله` is one phrase.
            continue
        phrases = reading.tokens.written[i].phrases
        following = reading.keys[i + 1] if i + 1 < len(reading.keys) else None
        for phrase in phrases.get(following, phrases[None]):
            n = len(phrase.words)
            if (n == 1 or tuple(reading.keys[i + 1:i + n]) == phrase.words[1:]) and reading.sentence_end(i) > i + n - 1:
                yield from _according(reading, i, i + n, phrase, skip)
                break


def _according(reading, i, j, phrase, skip):
    """Read what follows the phrase at tokens i … j - 1: a verb with its subject, a source, or nothing."""
    limit = reading.sentence_end(i)
    if any(case(reading, i, j, limit, phrase, skip) for case in _TELLS_OF_NOBODY):
        return
    cue_end, gender, number = j, None, None
    verb = _verb_after(reading, j, limit, phrase)
    if verb is not None:
        skip.add(verb)
        if reading.keys[verb] in rule_words("i_think"):
            # `سيغلق السوق على ما أعتقد`: who speaks, of his own words.
            return
        cue_end, j, gender, number = _behind_verb(reading, verb, limit)
    elif phrase.place == "before_verb":
        return
    sources = []
    if phrase.place == "whole":
        gender, number = pronoun_features(next(p for p in ("هم", "ها", "ه") if reading.keys[j - 1].endswith(p)))
        skip.add(j - 1)
    elif j < limit and _possessed(reading, j) and verb is None:
        gender, number = pronoun_features(next(r.form.pronoun for r in CUE_READINGS[reading.keys[j]] if r.form.pos == "noun" and r.form.pronoun))
        skip.add(j)
        cue_end = j + 1
    else:
        cue_end, sources = _named_behind(reading, j, limit, verb, cue_end)
        if not sources and gender is None or sources and not _can_be_source(reading, sources[0], phrase, verb):
            return
    sources, end = _source_end(reading, sources, verb, limit, phrase, skip) if sources else (sources, cue_end)
    if verb is not None and end < limit and reading.keys[end] == "عن":
        yield from _passed_on(reading, i, cue_end, sources, end, limit)
        return
    first = _opens_sentence(reading, i)
    if verb is not None:
        end = _where_it_stood(reading, end, limit)
    elif first and sources:
        sources, end = _before_what_is_told(reading, sources, end, limit)
    if sources and end + 1 < limit and reading.tokens.forms[end] in COMMAS:
        # `بحسب بيان للنقابة، | توصلت الصحيفة بنسخة منه، أغلق السوق`
        copied = copy_end(reading, end + 1, limit)
        end = copied if copied > end + 1 else end
    if first and all(reading.kinds[k] == PUNCT for k in range(end, limit)):
        # A sentence of its own (`… . حسب رويترز.`) belongs to the sentence before.
        yield from _sentence_before(reading, i, cue_end, sources, phrase, skip)
        return
    yield from _told_beside(reading, i, (cue_end, end), sources, phrase, skip, (gender, number), verb)


def _not_joined(reading, i, j, limit, phrase, skip):
    """`وفقا | للوزارة`: say whether ل is missing behind a phrase that needs it."""
    return phrase.joined and not (j < limit and reading.words[j] is not None and reading.words[j].prep == "ل")


def _adds(reading, i, j, limit, phrase, skip):
    """`| كما أكد أن`, `رحب الوزير | باعتراف فرنسا بـ…`: say whether the phrase only adds, or is the object of what stands before it; `أغلق السوق، | باعتراف الوزير` is according to him."""
    return phrase.words[0] in _ADDITIVE or phrase.words[0] in rule_words("set_apart") and i > reading.sentence_start(i) and reading.kinds[i - 1] == WORD


def _belongs_to_word_before(reading, i, j, limit, phrase, skip):
    """`علق المدير | على ما قاله النواب`: say whether على belongs to the word before it; the verb of saying is then no cue (see `skip`)."""
    if phrase.words != ("علي", "ما") or not _governs_upon(reading, i):
        return False
    if i + 2 < limit and any(r.cue.act in ("say", "write", "report", "show") for r in CUE_READINGS[reading.keys[i + 2]]):
        skip.add(i + 2)
    return True


def _tongue_of_speaker(reading, i, j, limit, phrase, skip):
    """`أعلنت الوزارة | على لسان الناطق باسمها أن …`: say whether the verb before it has told who speaks."""
    return phrase.words[-1] in rule_words("tongue") and _already_said(reading, i)


def _as_it_seems(reading, i, j, limit, phrase, skip):
    """`| على ما يظهر`: say whether it only seems so, to nobody named."""
    return phrase.place == "before_verb" and j < limit and reading.keys[j] in rule_words("seems") and not (j + 1 < limit and reading.starts_noun_phrase(j + 1))


_TELLS_OF_NOBODY = (_not_joined, _adds, _belongs_to_word_before, _tongue_of_speaker, _as_it_seems)
"""What shows that the phrase names no source, in the order tried."""


def _behind_verb(reading, verb, limit):
    """`بحسب ما قال أمس | سكان القرية`: return (end of the cue, token at which the verb's subject begins, its gender, its number)."""
    form = next((r.form for r in CUE_READINGS[reading.keys[verb]]), None)
    gender, number = (form.gender, form.number) if form is not None else ("m", "s")
    cue_end = j = verb + 1
    while j < limit and is_adverb(reading, j):
        j += 1
    if reading.words[verb].stem not in rule_words("held"):
        return cue_end, j, gender, number
    if reading.keys[j:j + 2] == ["علي", "لسان"]:
        # `حسبما جاء على لسان | الوزير`
        cue_end = j = j + 2
    # `حسبما جاء في صفحتها`: whose it is.
    return cue_end, j, *(_pronoun_behind(reading, j, limit) or (gender, number))


def _named_behind(reading, j, limit, verb, cue_end):
    """Return (end of the cue, the sources) of the phrase behind which token j stands, or of its verb."""
    if verb is not None:
        if _tells_whom(reading, j):
            # `حسبما قال للصحافيين`, `وفق ما أعلنت لرويترز | مصادر`
            j = skip_adverbial(reading, j, limit)
        return cue_end, _sources(reading, j, limit) or (_document(reading, j, limit) if reading.words[verb].stem in rule_words("held") else [])
    owner = _owner(reading, j, limit) if j + 1 < limit else None
    if owner is not None:
        return cue_end, [owner]
    if j + 1 < limit and _saying_noun(reading, j) and not any(r.form.pronoun and r.form.pos == "perfect" for r in CUE_READINGS[reading.keys[j + 1]]) and not _made_by(reading, j + 1):
        # `بحسب زعم | المسؤول`
        cue_end = j = j + 1
    return cue_end, _sources(reading, j, limit)


def _source_end(reading, sources, verb, limit, phrase, skip):
    """Return (the sources, the token behind all that belongs to the last of them)."""
    end = sources[-1][1]
    if end + 1 < limit and reading.keys[end] in ("عن", "من") and reading.words[end - 1] is not None and reading.words[end - 1].stem in rule_words("issued"):
        # `على ما أفاد بيان صادر | عن الشركة`
        end = max(reading.noun_phrase(end + 1, limit), end)
        sources[-1] = sources[-1][0], end
    aside = end + (end + 1 < limit and reading.tokens.forms[end] in COMMAS)
    if aside < limit and (unnamed := reading.anonymity_end(aside)) > aside:
        # `بحسب مصدر | رفض ذكر اسمه، فإن …`, `بحسب مصدر | ، طلب عدم ذكر اسمه`
        end = unnamed
    if verb is not None:
        # `وفق ما صرح به الوزير | للضحى، فإن …`
        return sources, skip_adverbial(reading, end, limit) if _tells_whom(reading, end) and end < limit else end
    body = of_body(reading, sources[-1][0], end, limit, False, frozenset()) if end < limit else end
    if body > end and (_passed_on_that(reading, phrase, body, limit) or body >= limit or reading.tokens.forms[body] in (*COMMAS, ".")):
        # `وبحسب مصدر | في الوزارة، أغلق السوق`
        sources[-1], end = (sources[-1][0], body), body
    sources, end = _issuer(reading, sources, end, limit, skip)
    if sources[-1][1] == sources[-1][0] + 2 and reading.keys[end - 1] in rule_words("received") and is_document(reading, sources[-1]):
        # `وفق بيان | ورد لوكالة الضحى`
        sources[-1] = sources[-1][0], end - 1
    return sources, end


def _passed_on_that(reading, phrase, body, limit):
    """`نقلا عن مصدر في مكتب المدير | أن …`: say whether the words that are passed on begin at token `body`."""
    return phrase.words[0] in rule_words("passing_on") and body < limit and is_complementizer(reading.keys[body])


def _before_what_is_told(reading, sources, end, limit):
    """Return (the sources, the token behind them) of a phrase that opens its sentence, so that something is left to be said."""
    shorter = _verbless(reading, sources[-1], limit)
    if shorter is not None:
        # `وفقا للمعارضة السورية | قصف النظام حلب`
        sources[-1], end = (sources[-1][0], shorter), shorter
    if end < limit and reading.words[end] is not None and reading.words[end].particle == "relative":
        # `بحسب المسؤولين | الذين لم يذكروا السبب، لم تصل الشاحنات`
        end = next((k for k in range(end, limit) if reading.tokens.forms[k] in COMMAS), end)
    if end < limit and reading.words[end] is not None and reading.words[end].stem in rule_words("talked") and (close := reading.comma_from(end, limit)) is not None:
        # `ووفقا لمصدر طبي | تحدث للصحيفة، وصلت ثلاث جثث`
        end = close
    return sources, end


def _told_beside(reading, i, ends, sources, phrase, skip, features, verb):
    """Yield a Draft for each source, with the rest of the sentence as its content where the phrase opens it, else the clause before it.

    `ends` are those of the cue and of all that belongs to the source; `features` are gender and number of a pronoun.
    """
    (cue_end, end), (gender, number) = ends, features
    first = _opens_sentence(reading, i)
    content, rule = (rest(reading, end, reading.sentence_end(i)), "according_first") if first else (clause_before(reading, i, end, reading.sentence_end(i)), "according_after")
    if rule == "according_after" and phrase.words[0] in rule_words("passing_on") and len(content) > 1:
        content = content[1:]
    if not content:
        return
    skip.update(range(i, cue_end))
    for source in sources or [None]:
        draft = Draft(rule, reading.tokens.sentence_of[i], (i, cue_end), None, [source] if source else [], content=list(content), kind="according", confidence=0.9)
        draft.gender, draft.number, draft.continues, draft.endorsement = gender, number, source is None, phrase.endorsement
        # `قال الوزير إن الخطة فاشلة، على حد تعبيره`: what he said.
        draft.echoes = source is None and not first and (phrase.place == "whole" or gender is not None and verb is None)
        yield draft


def _governs_upon(reading, i):
    """`علق المدير | على ما قاله النواب`, `للرد | على ما نشر`: say whether, with no comma before it, على belongs to the word before it, or the verb behind ما has an object."""
    if i == reading.sentence_start(i) or reading.kinds[i - 1] != WORD:
        return False
    said = [r.form for r in CUE_READINGS[reading.keys[i + 2]] if r.form.pos in FINITE] if i + 2 < reading.sentence_end(i) else []
    return bool(said) and all(form.pronoun for form in said) or any("علي" in r.cue.prepositions for key in (reading.keys[i - 1], reading.words[i - 1].stem.removeprefix("ال")) for r in CUE_READINGS[key])


def _already_said(reading, i):
    """`أعلنت الوزارة | على لسان الناطق باسمها أن …`, `نقلت الوكالة | على لسان الوزير قوله`: say whether a verb of saying or of passing on stands before the phrase at i with nothing said between them."""
    for k in range(i - 1, max(reading.sentence_start(i), i - 8) - 1, -1):
        if reading.kinds[k] == QUOTE and reading.inside[k] >= 0 and reading.is_name(reading.quotations[reading.inside[k]]):
            # `نقلت صحيفة "الضحى" | على لسان الوزير أن …`
            continue
        if reading.kinds[k] != WORD or is_complementizer(reading.keys[k]):
            return False
        if FINITE_CUES[reading.keys[k]]:
            return any(r.form.pos in FINITE and (r.cue.act != "report" or "عن" in r.cue.prepositions) for r in CUE_READINGS[reading.keys[k]])
    return False


def _verbless(reading, source, limit):
    """`وفقا للمعارضة السورية | قصف النظام حلب`: return where a source ends that leaves nothing to be said, or None.

    Behind a noun with ال a word without it is of another phrase; one that can be a verb begins what is said.
    """
    first, end = source
    if any(reading.kinds[k] != PUNCT for k in range(end, limit)):
        return None
    k = reading.mention_at[first][1] if first in reading.mention_at else first + 1
    before, word = reading.words[k - 1], reading.words[k] if k < end else None
    if word is None or before is None or not before.definite or word.definite or word.conj or word.prep:
        return None
    return k if end - k > 1 and word.stem in verbal_nouns() else None


def _sentence_before(reading, i, cue_end, sources, phrase, skip):
    index = reading.tokens.sentence_of[i]
    if index == 0 or reading.sentences[index - 1].paragraph != reading.sentences[index].paragraph:
        return
    begin, last = reading.tokens.bounds[index - 1]
    while last > begin and reading.kinds[last - 1] == PUNCT:
        last -= 1
    skip.update(range(i, cue_end))
    for source in sources or [None] * (phrase.place == "whole"):
        draft = Draft("according_alone", index, (i, cue_end), None, [source] if source else [], content=[(begin, last)], kind="according", confidence=0.8)
        draft.continues = draft.echoes = source is None
        draft.endorsement = phrase.endorsement
        yield draft


PASSING = governing("نقل", ("ان", "quote"), "always", "neutral", "report")
"""What عن X leads to in passed-on speech: a clause or a quotation."""


def _passed_on(reading, i, cue_end, sources, about, limit):
    """بحسب ما نقلت الصحيفة عن الوكيل، أن …: the medium's content starts at عن, the other's behind his name."""
    form = Form("نقل", "perfect")
    clause = read_clause(reading, about, PASSING, form, limit)
    sentence = reading.tokens.sentence_of[i]
    if clause.begin is None or not clause.subjects:
        yield from _passed_on_beside(reading, i, cue_end, sources, about, limit)
        return
    for source in sources:
        yield Draft("according_first", sentence, (i, cue_end), None, [source], begin=about, kind="according", confidence=0.85)
    yield Draft("passed_on_from", sentence, (about, about + 1), None, clause.subjects[:1], begin=clause.begin, kind="nested", confidence=0.85)


def _passed_on_beside(reading, i, cue_end, sources, about, limit):
    """`أغلق السوق، وفقا لما نقلته الوكالة عن | مصادر محلية`: both the medium and the other say the clause beside the phrase."""
    end = reading.noun_phrase(about + 1, limit) if about + 1 < limit and reading.starts_noun_phrase(about + 1) else about + 1
    if end == about + 1 or not sources or not actor_like(reading, (about + 1, end)):
        return
    first = _opens_sentence(reading, i)
    content = rest(reading, end, limit) if first else clause_before(reading, i, end, limit)
    if not content:
        return
    sentence = reading.tokens.sentence_of[i]
    yield Draft("according_first" if first else "according_after", sentence, (i, cue_end), None, sources[:1], content=list(content), kind="according", confidence=0.85)
    yield Draft("passed_on_from", sentence, (about, about + 1), None, [(about + 1, end)], content=list(content), kind="according", confidence=0.8)


def _issuer(reading, sources, end, limit, skip):
    """وفق حصيلة أوردها المرصد: the document's issuer, named behind a verb with the document as its object, is the source; behind ل it belongs to the document (وفق بيان للنقابة)."""
    if end < limit and reading.words[end] is not None and reading.words[end].prep == "ل" and reading.words[end].definite and _bare_document(reading, *sources[-1]) and reading.words[end].stem[2:] not in addressees():
        end = reading.phrase_end(end + 1, limit, end)
        return [*sources[:-1], (sources[-1][0], end)], end
    if end < limit and reading.kinds[end] == WORD and any(r.form.pronoun and r.form.pos == "perfect" for r in CUE_READINGS[reading.keys[end]]):
        stop = quoted_name_end(reading, end + 1, limit) if end + 1 in reading.opens and reading.is_name(reading.opens[end + 1]) else reading.noun_phrase(end + 1, limit)
        if stop > end + 1:
            skip.add(end)
            return [(end + 1, stop)], stop
    return sources, end


def _bare_document(reading, first, end):
    """`بيان | للنقابة`, `حصيلة جديدة | للنقابة`, `آخر حصيلة | للنقابة`: say whether a phrase is a document, with at most an adjective or what makes it the last one."""
    head, after = reading.words[first + (end - first == 2 and reading.words[first] is not None and reading.words[first].stem in rule_words("first_or_last"))], reading.words[end - 1]
    return head is not None and head.stem in documents() and end - first <= 2 and (after is head or after is not None and not (after.definite or after.prep or after.conj))


_ADDITIVE = frozenset(("كما", "عن"))
"""كما before a verb mostly adds (`كما أكد أن`); rule `as_said` reads it. عن passes on only after نقل."""


def _where_it_stood(reading, end, limit):
    """`أغلق السوق، حسبما جاء | في حسابها على موقع "تويتر"`, `كما قال الوزير | في مقابلة مع الضحى`: return the token behind where and when it was said."""
    begin = end
    while end < limit and reading.kinds[end] == WORD and (reading.keys[end] in rule_words("stood_in") or reading.words[end].particle in ("time_noun", "adverb") or reading.words[end].prep == "ب" and (end > begin or bare_noun(reading.words[end]) in documents())) and (after := skip_adverbial(reading, end, limit)) > end:
        end = after
        if end + 1 < limit and reading.kinds[end] == NUMBER and reading.words[end + 1] is not None and reading.words[end + 1].particle == "month":
            # `يوم الاثنين | 19 شباط/فبراير`
            end += 2
            while end + 1 < limit and reading.tokens.forms[end] == "/" and reading.words[end + 1] is not None and reading.words[end + 1].particle == "month":
                end += 2
    return end


def _saying_noun(reading, j):
    """بحسب زعم المسؤول: the noun of saying between the phrase and its source belongs to the cue."""
    saying = [r.cue for r in CUE_READINGS[reading.keys[j]] if r.form.pos == "noun" and not r.form.pronoun and not r.form.definite and r.cue.act in ("say", "believe", "declare")] if reading.kinds[j] == WORD else []
    # `بحسب تصريحات المدير`, but `بحسب تصريحات أدلى بها المدير`
    return bool(saying) and (fold(saying[0].lemma) not in rule_words("only_that") or actor_like(reading, (j + 1, max(reading.noun_phrase(j + 1, reading.sentence_end(j)), j + 2))))


def _made_by(reading, k):
    """`بحسب شهادات | جمعتها المنظمة`: say whether the word at k is a verb with the pronoun of the noun before it."""
    return reading.words[k] is not None and k not in reading.mention_in and any(pronoun == "ها" and WORDS[base].verb == "perfect" for base, pronoun in without_pronoun(reading.words[k].stem))


def _verb_after(reading, j, limit, phrase):
    """Return the token of the reporting verb after the phrase (`بحسب ما نقلته`, `حسبما ذكرت`), or None."""
    if phrase.place == "before_verb" and j < limit and reading.keys[j] in rule_words("passed_it_on"):
        # `وفقا لما نقله الموقع`: elsewhere نقله is more often a noun.
        return j
    if j < limit and reading.keys[j] in ("ما", "لما") and j + 1 < limit and FINITE_CUES[reading.keys[j + 1]] and not _calls(reading.keys[j + 1]) and not (phrase.words[0] == "علي" and all(r.cue.strength == "doubtful" for r in CUE_READINGS[reading.keys[j + 1]])):
        return j + 1
    if phrase.place == "before_verb" and phrase.words[0] != "علي" and j + 1 < limit and _has_object(reading, j) and reading.starts_noun_phrase(j + 1):
        # `وفقا لما ترجمته وكالة الضحى`
        return j
    return j if j < limit and phrase.place == "before_verb" and FINITE_CUES[reading.keys[j]] and not _calls(reading.keys[j]) else None


def _has_object(reading, j):
    """Say whether the word at j, behind ما, can only be a verb with its object: `ترجمته`, `عاينه`."""
    word = reading.words[j]
    if word is None or word.particle or word.definite or word.prep or word.conj or j in reading.mention_in or FINITE_CUES[reading.keys[j]]:
        return False
    return len(word.stem) > 4 and word.stem.endswith(("ه", "ها")) and word.stem[0] != "ي" and (word.stem[0] != "ت" or word.stem.endswith(("ته", "تها")))


def _tells_whom(reading, j):
    """Say whether ل at token j marks whom the verb before it tells, and no name begins with it."""
    word, found = reading.words[j] if j < len(reading.words) else None, reading.mention_at.get(j)
    return word is not None and word.prep == "ل" and (found is None or found[0].start > reading.tokens.starts[j] or reading.keys[j].startswith("لل"))


def _pronoun_behind(reading, j, limit):
    """Return (gender, number) of the pronoun on the noun behind في at token j (`في حسابها`), or None."""
    word = reading.words[j + 1] if j + 1 < limit and reading.keys[j] == "في" else None
    ending = pronoun_of(word.stem) if word is not None and not word.definite else ""
    return pronoun_features(ending) if ending and len(word.stem) > len(ending) + 2 else None


def _calls(key):
    """`اعتذر على ما وصفه بالكذب`: a verb that calls something by a name tells of no source of the clause."""
    return all(r.cue.objects and "ان" not in r.cue.governs for r in CUE_READINGS[key] if r.form.pos in FINITE)


def _can_be_source(reading, source, phrase, verb):
    """`وفقا للقانون` names a rule and `حسب الحاجة` a measure, not a source; `استنادا إلى` needs a source noun."""
    word = reading.words[source[0]]
    if word is not None and source[1] > source[0] + 1 and word.stem in rule_words("first_or_last"):
        # `بحسب آخر حصيلة`
        return _can_be_source(reading, (source[0] + 1, source[1]), phrase, verb)
    if counted_at(reading, source) is not None:
        # `بحسب عدد من النواب`
        return actor_like(reading, source)
    if word is not None and word.stem in not_sources():
        return False
    if verb is not None or source[0] in reading.mention_at:
        return True
    # `وفقا لكيربر، …`: a word that no list knows is a name.
    unknown = word is not None and not word.particle and len(word.stem) > 3 and word.stem not in known_nouns() and not is_possessive(word) and not _common_noun(reading, source[0])
    if phrase.words[0] not in rule_words("any_source"):
        return actor_like(reading, source) and not (source[0] in reading.opens and not reading.is_name(reading.opens[source[0]])) or unknown and not word.definite
    return word is None or actor_like(reading, source) or word.definite or source[1] - source[0] > 1 or unknown


def _owner(reading, j, limit):
    """`وفق المعلومات الأولية | للوزارة`, `بحسب تقديرات أولية | للنقابة`: return whose figures those at token j are, or None; behind a noun of saying he stands there by himself."""
    head = reading.words[j]
    if head is None or not {bare_noun(head), head.stem} & rule_words("unsigned"):
        return None
    k = j + 1
    if not head.definite and _saying_noun(reading, j) and not (reading.kinds[k] == WORD and (reading.words[k].prep == "ل" or is_adjective(reading.words[k]))):
        return None
    while k < limit and reading.kinds[k] == WORD and k not in reading.mention_at and not reading.words[k].prep and is_adjective(reading.words[k]):
        k += 1
    if k >= limit or reading.kinds[k] != WORD or reading.words[k].prep not in ("", None, "ل") or reading.words[k].conj or not (k in reading.mention_at or reading.starts_noun_phrase(k) or reading.words[k].prep):
        return None
    if k == j + 1 and reading.words[k].prep != "ل" and head.stem not in not_sources():
        # `بحسب أرقام النقابة` names the figures with her.
        return None
    end = reading.phrase_end(reading.mention_at[k][1] if k in reading.mention_at else max(reading.noun_phrase(k + 1, limit), k + 1), limit, k)
    return (k, end) if actor_like(reading, (k, end)) else None


def _common_noun(reading, i):
    """`وفقا لآليات دستورية`, `وفق أعلن بيان` (for أعلنه), `لأرقى النظم`: no unlisted name is a plural in ات, a verb or an elative."""
    stem = reading.words[i].stem
    elative = reading.tokens.forms[i].lstrip("ل")
    return stem.endswith("ات") or elative.startswith("أ") and elative.endswith("ى") or reading.surely_verb(i)


def _possessed(reading, i):
    return reading.kinds[i] == WORD and any(r.form.pos == "noun" and r.form.pronoun for r in CUE_READINGS[reading.keys[i]])


def _sources(reading, j, limit):
    """Return the conjuncts of the noun phrase after the phrase; a proclitic ل (وفقا للمرصد) belongs to the phrase."""
    sources = []
    while j < limit and reading.words[j] is not None and reading.words[j].particle == "pronoun_prepositional":
        j += 1
    while j < limit:
        word = reading.words[j]
        if reading.kinds[j] == PUNCT or word is not None and word.prep and word.prep != "ل" and j not in reading.mention_at:
            # `… وحسب، لكننا`, `وفقا لما ذكره.`: no source follows.
            break
        if word is not None and word.particle is not None and word.particle not in ("quantifier", "demonstrative") and j not in reading.mention_at:
            # but `حسبما قال علي حداد`
            break
        end = reading.noun_phrase(j + 1, limit) if j not in reading.mention_at and not opens_name(reading, j) else reading.noun_phrase(j, limit)
        if opens_name(reading, j):
            end = quoted_name_end(reading, j, limit)
        elif word is not None and word.stem in quantities() and reading.keys[j + 1:j + 2] == ["من"]:
            end = reading.noun_phrase(j, limit)
        elif j in reading.mention_at:
            end = reading.phrase_end(reading.mention_at[j][1], limit, j)
        elif end == j + 1 and j not in reading.mention_at and word is not None:
            end = max(end, reading.phrase_end(j + 1, limit))
        sources.append((j, _before_accusative(reading, j, max(end, j + 1))))
        j = sources[-1][1]
        if not (j < limit and reading.words[j] is not None and reading.words[j].conj and reading.words[j].particle is None and not reading.words[j].verb):
            break
        if not (j in reading.mention_at or actor_like(reading, (j, j + 1))):
            break
    return sources


def _before_accusative(reading, first, end):
    """`يعد سامي، بحسب الوزارة الكندية | ممولا رئيسيا`: return where a source's phrase ends before a noun in the accusative without ال behind one with ال."""
    for k in range(first + 1, end):
        before, word = reading.words[k - 1], reading.words[k]
        if before is None or word is None or not before.definite or word.definite or word.particle or word.prep or word.conj or k in reading.mention_in:
            continue
        after = reading.words[k + 1] if k + 1 < end else None
        agrees = after is not None and after.stem.endswith("ا") and not (after.definite or after.particle or after.conj)
        if "\u064b" in reading.tokens.forms[k][-2:] or word.stem.endswith("ا") and (agrees or word.stem[:-1] in known_nouns() | speaking_nouns() | human_titles()):
            return k
    return end


def _document(reading, j, limit):
    """وفقا لما جاء في البيان, لما ذكر بالبيان: the document behind the preposition, in a list; [] where none stands there."""
    first = j + 1 if reading.keys[j:j + 1] == ["في"] else j
    word = reading.words[first] if first < limit else None
    if word is None or first == j and word.prep != "ب":
        return []
    phrase = first, reading.phrase_end(first + 1, limit)
    return [phrase] if is_document(reading, phrase) else []


def _opens_sentence(reading, i):
    """Say whether only a link word or a short adverbial stands before the phrase in its sentence."""
    start = reading.sentence_start(i)
    return all(reading.words[k] is None or reading.words[k].particle for k in range(start, i)) and i - start <= 4
