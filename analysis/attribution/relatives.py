"""Reporting verbs in relative clauses: `الوزير الذي قال إن`, `تقرير نشرته الصحيفة أن`."""

from analysis.attribution.adverbials import is_adverb, takes_noun
from analysis.attribution.affirmed import affirmed, is_hollow
from analysis.attribution.clause import Clause, read_clause
from analysis.attribution.complements import has_pronoun, is_complementizer, preposition_at, said_therein
from analysis.attribution.evidence import SPEECH, draft_at, enough, spoken_by
from analysis.attribution.features import actor_like, agrees, bare_noun, is_common, is_document, is_oblique_plural, phrase_features, speaking_nouns, word_features
from analysis.attribution.objects import is_adjective
from analysis.attribution.participles import needed
from analysis.attribution.passives import agreed_on, done_to_it, held_to_be, indefinite_accusative, is_considered, subject_follows, told_of, told_of_it, without_object
from analysis.attribution.subjects import antecedent, relative_agrees
from analysis.attribution.verb_tests import shared
from analysis.cues import CUE_READINGS, FINITE
from analysis.inflection import pronoun_features
from analysis.text import fold
from analysis.wordlists import WORDS, adjectives, common_nouns, documents, human_titles, known_nouns, manner_nouns, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, WORD, FormCache


def relative_verb(reading, i, r):
    """الوزير الذي قال إن …: the source is what the relative pronoun refers to, unless a subject follows the verb."""
    if r.form.prefix.startswith(("و", "ف")):
        return None
    j = i - 1
    while j > 0 and reading.words[j] is not None and reading.words[j].particle in ("auxiliary", "adverb", "negation"):
        j -= 1
    if j < 0 or reading.words[j] is None or reading.words[j].particle != "relative":
        return _bare_relative(reading, i, r)
    if not affirmed(reading, i, r) or held_to_be(reading, i, j, r) or told_of_it(reading, i, j, r) or _whoever(reading, i, j, r):
        return []
    takes_object = not r.form.pronoun and r.cue.takes_object
    limit = _inserted_end(reading, j, i)
    clause = read_clause(reading, i, r.cue, r.form, limit)
    if clause.how == "quotation" and clause.subjects and reading.tokens.forms[clause.begin - 1] in COMMAS and reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional" and not said_therein(reading, i):
        # `دعت إلى مقاطعة الجلسة التي | دعا إليها الرئيس غدا، “إذ …”`: the quotation is hers.
        clause = Clause(clause.subjects, end=clause.end, cue=i)
    called = fold(r.cue.lemma) in rule_words("calls") or _addresses(reading, j, r, clause)
    accused = called and not r.form.pronoun and clause.how == "preposition" and len(clause.subjects) == 1 and clause.subjects[0][1] <= clause.begin and not any(reading.words[k] is None or reading.words[k].particle == "pronoun_prepositional" for k in range(clause.subjects[0][1], clause.begin))
    # `الوزير الذي اتهم | المدير بالفساد`: the one noun is the object, but in `الذي تتهم الحكومة | بشنه` the subject of a passive.
    passive = accused and _takes_up(reading, clause.begin)
    if clause.subjects and not accused and not is_oblique_plural(reading, clause.subjects[0]) and clause.begin is not None and r.form.number == "s" and agrees(reading, clause.subjects[0], r.form) and actor_like(reading, clause.subjects[0]) and enough(reading, r, clause, clause.subjects[0]):
        drafts = spoken_by(reading, "relative_clause", i, r, clause, nested=True)
        for draft in drafts or ():
            draft.limit = _said_of_before(reading, j, i)
        return drafts
    if clause.subjects and clause.begin is None and (r.form.pronoun or reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional") and actor_like(reading, clause.subjects[0]) and not shared(reading, i, r, clause):
        return _of_antecedent(reading, i, j, r, clause)
    if r.form.pronoun and r.cue.act == "demand" and clause.subjects and clause.how == "preposition" and reading.keys[clause.begin] == "من":
        # `المساعدة التي طلبتها لندن من المنظمة`
        return _of_antecedent(reading, i, j, r, clause)
    clause = read_clause(reading, i, r.cue, r.form, limit, subject_first=takes_object)
    if r.cue.act == "believe" and r.form.pos == "imperfect" and r.form.person == 3 and r.form.number == "s" and not r.form.pronoun and clause.how == "clause" and clause.begin == i + 1 and has_pronoun(reading.words[i + 1]):
        # `المتمرد الذي يعتقد أنه مختبئ`: nobody is named who believes it.
        return []
    found = antecedent(reading, j) if relative_agrees(reading.words[j].stem, r.form) else None
    if clause.begin is None or not (enough(reading, r, clause, found) or r.form.pronoun and r.cue.act == "believe" and "obj" in r.cue.governs and clause.how == "object" and clause.begin == i + 1 and (i + 1 in reading.opens or indefinite_accusative(reading, i + 1) or reading.words[i + 1] is not None and reading.words[i + 1].stem.endswith("ة"))):
        # `السلطات التي يرونها غريبة عنهم`: with its pronoun the verb of holding needs no subject; not `النتائج التي نراها تتغير`.
        return None
    if found and r.cue.act in ("believe", "hope") and r.form.pos == "imperfect" and not r.form.pronoun and clause.how == "clause" and clause.begin == i + 1 and (is_document(reading, found) or is_common(reading, found)):
        # `الأمر الذي يرجح أن …`, `مشروع القرار الذي يتوقع أن …`: nobody is named who thinks so.
        return []
    if passive and found is None:
        # `الهجوم الذي تتهم الحكومة بشنه`: who accuses is not said.
        return []
    if found and told_of(reading, i, r, found):
        # `العرض الذي أعلن عنه بشكل مفاجئ`
        return []
    if is_considered(reading, i, r, clause) or agreed_on(reading, i, clause) or without_object(reading, i, r, clause):
        return []
    if found and r.form.pronoun and r.cue.act in ("believe", "declare") and clause.how in ("object", "preposition", "clause") and (not actor_like(reading, found) or _means(reading, r.form.pronoun, found)):
        # `التدريبات التي تعتبرها تهديدا`, `الوحدات التي تعتبرها إرهابية`, `خصمه الذي وصفه بأنه كاذب`: it is what is held to be one.
        found = None
    if r.cue.act == "want" and clause.how not in SPEECH and not (found and found[0] in reading.mention_at and r.form.number == "s"):
        # `الجهات التي ترغب بالحل`: tells who is meant; not `الذي يريد أن …`, nor a name, `واشنطن التي تريد حلا`.
        return []
    if found and clause.how == "object" and done_to_it(reading, i, clause, found):
        # `الاتفاق الذي أعلن التوصل إليه`
        return []
    if found and clause.how == "object" and not actor_like(reading, found):
        found = _within(reading, found)
    if found and clause.how == "object" and not (actor_like(reading, found) or _two_unknown(reading, found)):
        # `الهدنة التي أعلنت أمس`: what was declared declares nothing.
        return []
    if found and clause.how in SPEECH and is_common(reading, found):
        # `التحرك الذي قال إنه …`: he who spoke before says so of it.
        found = None
    draft = draft_at("relative_verb", reading, i, r, sources=[found] if found else [], clause=clause, kind="nested", confidence=0.8 if found else 0.6)
    if limit is not None and reading.kinds[limit] == WORD and (reading.noun_phrase(clause.begin, limit) == limit or limit == _said_of_before(reading, j, i)):
        # `قال الوزير الذي رفض الخطة | إن …`
        draft.limit = limit
    return [draft]


def _whoever(reading, i, j, r):
    """`نفتح المكاتب لمن | يرغب`: say whether anybody who wants or thinks so is meant."""
    return r.cue.act in ("want", "believe") and r.form.pos == "imperfect" and j == i - 1 and reading.keys[j] in rule_words("whoever")


def _of_antecedent(reading, i, j, r, clause):
    """`الخطة التي اقترحها الوزير`, `الإجراءات التي نددت بها النقابة`: what is demanded or judged stands before the relative pronoun; what is only told of (`التي كشف عنها الوزير`) says nothing."""
    said = antecedent(reading, j)
    if said is None or not (r.cue.act in _JUDGED and r.form.pos == "perfect" or r.cue.act == "reject") or reading.keys[said[0]] in rule_words("inquiry") or fold(r.cue.lemma) in rule_words("directs") or reading.words[said[1] - 1] is not None and reading.words[said[1] - 1].particle or not agrees(reading, clause.subjects[0], r.form):
        return []
    draft = draft_at("relative_object", reading, i, r, sources=clause.subjects[:1], kind="nested", confidence=0.7)
    draft.content, draft.how = [(_last_phrase(reading, *said), said[1])], "object"
    return [draft]


_JUDGED = frozenset(("demand", "condemn", "criticise", "welcome", "threaten", "mock"))


def _last_phrase(reading, first, last):
    """`الحكومة | تنفيذ الهدنة التي …`: return where the last noun phrase of first … last - 1 begins: behind a noun with ال nothing but its adjectives goes on."""
    for k in range(last - 1, first, -1):
        word, before = reading.words[k], reading.words[k - 1]
        if word is not None and before is not None and before.definite and not (word.definite and is_adjective(word)) and not (k in reading.mention_in and k not in reading.mention_at):
            return k
    return first


def _means(reading, pronoun, phrase):
    """Say whether a pronoun agrees with a noun phrase, by its head or by whom it names."""
    head = reading.words[phrase[0]]
    held = reading.mention_at.get(phrase[0])
    gender = word_features(bare_noun(head))[0] if head is not None else None
    if gender is None and head is not None and is_document(reading, phrase):
        # `القرار الذي وصفه بالمتأخر`
        gender = "f" if head.stem.endswith(("ة", "ات")) else "m"
    features = reading.features(held[0]) if held is not None else (None, None)
    return pronoun_features(pronoun)[0] in (gender, features[0]) and "s" in (pronoun_features(pronoun)[1], "s")


def _within(reading, phrase):
    """`لدعم | الحزب الذي نفى علمه`: who stands behind a verbal noun with ل; else the phrase as it is."""
    word, inner = reading.words[phrase[0]], (phrase[0] + 1, phrase[1])
    return inner if word is not None and word.prep == "ل" and word.stem in verbal_nouns() and inner[0] < inner[1] and actor_like(reading, inner) else phrase


def _two_unknown(reading, phrase):
    """`بيتر مولر الذي نفى …`: several words none of which is a noun of the language are a name."""
    words = [reading.words[k] for k in range(*phrase)]
    return len(words) > 1 and all(w is not None and not (w.definite or w.prep or w.particle or w.stem in common_nouns() or w.stem in verbal_nouns() or w.stem in adjectives() or w.stem.endswith(("ة", "ات", "ية"))) for w in words)


def _inserted_end(reading, relative, i):
    """Return where a relative clause ends: the comma behind one that stands behind a comma (`الرئيس، الذي تحدث إلى صحافيين، إلى أن …`), or the إن of the verb before it (`قال الوزير الذي رفض الخطة | إن …`); None where neither is known."""
    last = reading.sentence_end(i)
    if reading.tokens.forms[relative - 1] in COMMAS:
        return next((k for k in range(i + 1, last) if reading.tokens.forms[k] in COMMAS), None)
    if relative != i - 1:
        return None
    if takes_noun(reading, i) or _judges(reading, i):
        return next((k for k in range(i + 2, last) if is_complementizer(reading.keys[k]) or k in reading.opens), None)
    return _said_of_before(reading, relative, i)


def _said_of_before(reading, relative, i):
    """`قال الوزير الذي اتهم المدير بالفساد | إن …`: return the token of إن, spelled so, which only قال governs, if that verb stands before and none at i; else None."""
    found = antecedent(reading, relative)
    before = found[0] - 1 if found else relative
    said, says = (any(r.form.pos in FINITE and r.cue.lemma == "قال" for r in CUE_READINGS[reading.keys[k]]) for k in (before, i))
    if before < reading.sentence_start(i) or not said or says:
        return None
    return next((k for k in range(i + 2, reading.sentence_end(i)) if reading.tokens.forms[k].startswith("إن") and is_complementizer(reading.keys[k])), None)


def _addresses(reading, relative, r, clause):
    """`الوزير الذي حذر | المدير من التأخير`: say whether a verb with one noun and the preposition behind an object follows somebody who can be its subject: the noun is whom he addresses."""
    found = antecedent(reading, relative) if clause.how == "preposition" and preposition_at(reading, clause.begin, r.cue.objects) and relative_agrees(reading.words[relative].stem, r.form) else None
    return found is not None and actor_like(reading, found) and not _takes_up(reading, clause.begin)


def _takes_up(reading, begin):
    """`الوزير الذي طالب النائب | باستقالته`: say whether one of the first words of a content has a pronoun of the third person."""
    return any(reading.words[k] is not None and reading.words[k].stem.endswith(("ه", "ها", "هم")) for k in range(begin, min(begin + 3, reading.sentence_end(begin))))


def _judges(reading, i):
    """`قال الوزير الذي | انتقد المدير إن …`: say whether a verb at i judges whoever stands right behind it, so that أن belongs to the verb before."""
    return all(r.cue.act in _JUDGED and r.cue.governs[0] == "obj" and not r.form.pronoun for r in CUE_READINGS[reading.keys[i]] if r.form.pos in FINITE)


def _held_of_it(reading, i, r):
    """`… | يعتقد أنها …`: say whether a verb of holding in the third person has أن with a pronoun right behind it."""
    behind = reading.words[i + 1] if i + 1 < len(reading.words) else None
    return r.form.pos == "imperfect" and r.form.person == 3 and r.form.number == "s" and not r.form.pronoun and r.cue.act == "believe" and not is_hollow(reading.words[i].stem) and behind is not None and is_complementizer(reading.keys[i + 1]) and has_pronoun(behind)


def _taken_up(reading, i, j, r):
    """`اتهام | نفاه التحالف`, `إضراب عام | دعت إليه النقابة`: the drafts of a verb with the pronoun of the indefinite noun before it, and its subject behind it; None elsewhere."""
    own = i + 1 < len(reading.words) and reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional" and any(reading.keys[i + 1].startswith(p) for p in r.cue.prepositions)
    if r.form.pos != "perfect" or r.form.prefix or not (r.form.pronoun or own) or not (r.cue.act in _JUDGED or r.cue.act in ("deny", "reject")) or fold(r.cue.lemma) in rule_words("directs") or reading.words[j] is None:
        return None
    first = j if bare_noun(reading.words[j]) in known_nouns() and not is_adjective(reading.words[j]) and not reading.words[j].particle else j - 1
    head, p = reading.words[first], i + 1 + own
    if head is None or head.definite or head.particle or reading.words[j].particle not in (None, "time_noun") or reading.words[j].definite or head.prep == "ب" or head.stem not in known_nouns() or first < reading.sentence_start(i) or p >= reading.sentence_end(i) or not reading.starts_noun_phrase(p):
        return None
    pronoun = r.form.pronoun or next(reading.keys[i + 1][len(p):] for p in r.cue.prepositions if reading.keys[i + 1].startswith(p))
    subject = p, max(reading.noun_phrase(p, reading.sentence_end(i)), p + 1)
    if not actor_like(reading, subject) or not agrees(reading, subject, r.form) or (pronoun_features(pronoun)[0] == "f") != head.stem.endswith(("ة", "ات")):
        return None
    draft = draft_at("relative_object", reading, i, r, sources=[subject], kind="nested", confidence=0.7)
    draft.content, draft.how = [(first, i)], "object"
    return [draft]


def _before_day(reading, j, r):
    """`أصدر الوزراء بيانا مشتركا، اليوم الخميس، | يدين الهجوم`: return (last token of the text, token after it) where a day between two commas ends at j, for an imperfect without و behind it; else None."""
    if r.form.pos != "imperfect" or r.form.prefix or reading.tokens.forms[j] not in COMMAS:
        return None
    opened = next((k for k in range(j - 1, max(reading.sentence_start(j), j - 5), -1) if reading.tokens.forms[k] in COMMAS), None)
    if opened is None or opened - 2 < reading.sentence_start(j) or opened == j - 1 or not all(is_adverb(reading, k) for k in range(opened + 1, j)):
        return None
    text = any(reading.words[k] is not None and reading.words[k].stem.removesuffix("ا") in documents() for k in (opened - 2, opened - 1))
    return (opened - 1, opened) if text else None


_TEXTS = FormCache(lambda key: any(stem in documents() or stem in rule_words("news") for stem in (WORDS[key].stem, WORDS[key].stem.removesuffix("ا"))))
"""Folded form → whether it is a document or news."""


def _before_author(reading, j):
    """`مشروع قرار للكويت | يدعو إلى`, `مشروع قرار قدمته الكويت | يدعو إلى`, `بلاغا من الأهالي | يفيد بأن`: return (last token of the document, token after it) where its author ends at j, else (j, None)."""
    if True not in map(_TEXTS.__getitem__, reading.keys[max(j - 9, 0):j]):
        return j, None
    sender = next((k for k in range(j - 1, max(j - 6, reading.sentence_start(j)), -1) if reading.keys[k] == "من"), None)
    if sender is not None and reading.words[sender - 1] is not None and not reading.words[sender - 1].definite and reading.words[sender - 1].stem.removesuffix("ا") in documents() and reading.noun_phrase(sender + 1, j + 1) == j + 1:
        return sender - 1, j + 1
    held = reading.mention_in.get(j)
    first = next((k for k in range(j, max(j - 4, 0), -1) if reading.mention_at.get(k, (None,))[0] is held), None) if held is not None else None
    if first is None or held.kind == "demonym":
        named = next((k for k in range(j, max(j - 7, 1), -1) if (k not in reading.mention_in or k in reading.mention_at) and (reading.words[k] is None or reading.words[k].prep == "ل" or reading.words[k].verb or reading.words[k].particle)), None)
        first = None
        if named is not None and reading.words[named] is not None and reading.words[named].prep == "ل" and max(reading.mention_at[named][1] if named in reading.mention_at else named, reading.phrase_end(named + 1, j + 1, named)) == j + 1 and actor_like(reading, (named, j + 1)):
            # `تقرير سابق للمرصد السوري المعارض | أفاد بأن`, `تقرير لخبراء أمميين | أفاد بأن`
            first = named
    if first is None:
        # `قرار أصدرته المحكمة الدستورية | يعتبر …`
        first = next((k + 1 for k in range(j - 1, max(reading.sentence_start(j), j - 5), -1) if reading.keys[k] in publishing_verbs() and reading.noun_phrase(k + 1, j + 1) == j + 1), None)
    if first is None or first < 2 or reading.words[first] is None:
        return j, None
    last = first - 1 if reading.words[first].prep == "ل" else first - 2 if reading.keys[first - 1] in publishing_verbs() or reading.keys[first - 1] == "عن" else j
    document = last < j and any(reading.words[k] is not None and {reading.words[k].stem, reading.words[k].stem.removesuffix("ا")} & (documents() | rule_words("news")) for k in (last, last - 1))
    return (last, last + 1) if document and reading.words[last] is not None and not reading.words[last].definite else (j, None)


def _bare_relative(reading, i, r):
    """لافتات تطالب بـ…; تقرير يفيد بأن …: an indefinite noun that can speak, with its verb right behind it."""
    j = i - 1
    if i == reading.sentence_start(i) or said_therein(reading, i):
        # `في خطاب | قال فيه الوزير إن …`: who speaks therein is another than the text.
        return None
    taken_up = _taken_up(reading, i, j, r)
    if taken_up is not None:
        return taken_up
    if i > 1 and reading.words[j] is not None and reading.words[j].prep == "ب" and reading.words[j].stem in manner_nouns():
        j -= 1
    text = _before_day(reading, j, r)
    j, stop = text or _before_author(reading, j)
    word = reading.words[j] if i else None
    if word is not None and not word.definite and word.stem.endswith(("ات", "ة")) and r.form.gender == "m" and _held_of_it(reading, i, r):
        # `غارات يعتقد أنها روسية`: nobody is named who believes it.
        return []
    if r.form.pos not in ("imperfect", "perfect") or r.form.person != 3 or word is None or word.definite or word.particle or word.verb or j in reading.mention_in and reading.mention_in[j].kind not in ("new", "demonym") or _is_subject_of_all(reading, i):
        return None
    phrase = (stop - 2 if text and reading.words[stop - 2] is not None and reading.words[stop - 2].stem.removesuffix("ا") in documents() else _head(reading, j), stop or (i if j == i - 1 else j + 1))
    if reading.words[phrase[0]].stem in rule_words("side") and phrase[0] < j:
        # `من جانب | محافظين يدينون …`
        phrase = phrase[0] + 1, phrase[1]
    head = reading.words[phrase[0]]
    points_back = i + 1 < len(reading.words) and reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional" and not said_therein(reading, i)
    governed = head.prep or phrase[0] and (before := reading.words[phrase[0] - 1]) is not None and (before.particle == "preposition" or before.stem in rule_words("side"))
    text = phrase[0] == j == i - 1 and head.stem.endswith("ا") and head.stem[:-1] in documents() - rule_words("occasion") and r.form.gender == "m" and not r.form.pronoun and not points_back and not subject_follows(reading, i, r)
    if r.form.pos == "perfect" and not text and (not governed or r.form.pronoun or head.stem in rule_words("side") or points_back or fold(r.cue.lemma) in rule_words("unheard") or subject_follows(reading, i, r)):
        # `مسؤولون انتقدوا القرار` is a clause, `رد على مسؤولين | انتقدوا القرار` and `أصدرت الوزارة بيانا | أكد أن …` describe; not `من جهة أخرى | أعلنت الوزارة`, `اتفاق | أعلنت عنه الوزارة`.
        return None
    if r.form.pos == "perfect" and phrase[0] == reading.sentence_start(i) + 1 and reading.keys[phrase[0] - 1].removeprefix("و") == "في" and is_document(reading, phrase):
        # `وفي خطاب متلفز | قال إن …`: where he said it.
        return None
    if r.form.pronoun and pronoun_features(r.form.pronoun) == phrase_features(reading, phrase):
        # `مقاتلون أكراد تعتبرهم أنقرة …`: the pronoun is theirs.
        return None
    if r.form.gender == "f" and r.form.number == "s" and _surely_his(reading, phrase):
        # `ستطرد دبلوماسيا | تقول إنه جاسوس`, `سجن قس محلي | تتهمه بالتجسس`: somebody else's verb.
        return None
    if phrase[0] < j and head.stem in documents() and reading.words[j].stem in documents() and not agrees(reading, phrase, r.form):
        # `مسودة بيان | يدين الهجوم`
        phrase = j, phrase[1]
    if phrase[0] == j and _tells_of_thing(reading, j) or r.form.number == "s" and phrase_features(reading, phrase) == ("m", "p") and head.stem.endswith("ون"):
        # `مسلحون مجهولون يرجح أنهم …`: nobody is named who thinks so.
        return None
    if r.form.number == "p" and is_document(reading, phrase):
        # `بيان مشترك يدينون فيه الهجوم`: those who signed it.
        return None
    if not actor_like(reading, phrase) or not agrees(reading, phrase, r.form) or word_features(head.stem)[0] is None and head.stem.removesuffix("ا") not in speaking_nouns() and not (governed and head.stem.endswith("ين") and head.stem[:-2] in human_titles() | speaking_nouns()):
        return None
    clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
    if phrase[0] and reading.keys[phrase[0] - 1] in rule_words("any_one") or clause.begin is not None and is_considered(reading, i, r, clause):
        # `فشل المجلس في إصدار أي قرار | يدين الهجوم`, `معاهدة | تعتبر ركيزة للأمن`
        return []
    if clause.begin is None or not affirmed(reading, i, r) or not (enough(reading, r, clause, phrase) or is_document(reading, phrase)) or r.cue.strength == "doubtful" and needed(r.cue) and clause.how not in SPEECH:
        # not `بيان يحمل شعار النقابة`
        return None
    return [draft_at("bare_relative", reading, i, r, sources=[phrase], clause=clause, kind="nested", confidence=0.7)]


def _surely_his(reading, phrase):
    """`قس محلي`, `دبلوماسيا`: say whether an indefinite phrase is of a man by its ending."""
    words = [reading.words[k] for k in range(*phrase)]
    if any(word is None or word.prep and word is not words[0] or word.stem.endswith(("ة", "ات", "ى", "اء")) for word in words):
        return False
    head, last = words[0], words[-1]
    return head.stem.removesuffix("ا") in human_titles() | speaking_nouns() and head.stem.endswith("يا") or len(words) > 1 and last.stem.removesuffix("ا").endswith("ي") and is_adjective(last) and phrase_features(reading, phrase)[1] != "p"


def _tells_of_thing(reading, j):
    """`كلمات دبلوماسية | تؤكد`: say whether what looks like somebody is the adjective of a thing right before it."""
    before, word = reading.words[j - 1] if j else None, reading.words[j]
    if before is None or not word.stem.endswith(("ي", "ية")) or before.particle or before.definite or before.verb or before.prep:
        return False
    return before.stem.endswith("ات") and before.stem not in speaking_nouns() and before.stem not in documents() and j - 1 not in reading.mention_in


def _head(reading, j):
    """Return where the indefinite noun phrase that ends at j begins: at a noun that can speak, at most three words before (`ممثلة أفلام إباحية | تدعي`), else at j."""
    if reading.words[j].stem.endswith("ا") and reading.words[j].stem[:-1] in documents():
        # `تلقى مدير الأمن | إخطارا يفيد …`
        return j
    for k in range(j - 1, max(reading.sentence_start(j), j - 5), -1):
        word = reading.words[k]
        if word is None or word.particle or word.verb or word.definite or k in reading.mention_in and reading.mention_in[k].kind != "demonym" or reading.words[k + 1].conj or reading.words[k + 1].prep:
            break
        if word.stem in speaking_nouns() and k not in reading.mention_in:
            # `مشروع | قرار بريطاني يدعو`
            return k - 1 if k > reading.sentence_start(j) and reading.words[k - 1] is not None and reading.keys[k - 1] in rule_words("drafts") else k
    return j


def _is_subject_of_all(reading, i):
    """Say whether all before the verb at i in its sentence, or behind لكن, is its subject: `محللون سياسيون يرحبون`."""
    start = next((k + 1 for k in range(i - 1, max(reading.sentence_start(i), i - 6) - 1, -1) if reading.words[k] is not None and reading.words[k].stem in rule_words("against")), reading.sentence_start(i))
    return reading.noun_phrase(start, i) == i and actor_like(reading, (start, i))
