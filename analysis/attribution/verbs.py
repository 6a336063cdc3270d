"""Rules for finite reporting verbs, precise first. A rule's docstring is its template sentence."""

from dataclasses import replace

from analysis.attribution.adverbials import is_adverb, takes_noun
from analysis.attribution.clause import BY_SAYING, Clause, read_clause
from analysis.attribution.complements import follows_since, has_pronoun, is_complementizer, preposition_at, said_therein
from analysis.attribution.evidence import SPEECH, affirmed, draft_at, enough, goes_on_doing, impersonal, is_hollow, spoken_by
from analysis.attribution.nouns import needed
from analysis.attribution.features import actor_like, agrees, bare_noun, is_common, is_document, is_oblique_plural, is_text, phrase_features, speaking_nouns, word_features
from analysis.attribution.objects import is_adjective, is_possessive, is_title
from analysis.attribution.passives import agreed_on, announced, ascribed, done_to, done_to_it, held_to_be, indefinite_accusative, is_accused, is_considered, is_held, is_reckoned, is_this_held, one_of_them, published, subject_follows, told_of, told_of_it, without_object
from analysis.attribution.subjects import antecedent, pronoun_subject, relative_agrees, subject_before
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES
from analysis.inflection import pronoun_features, without_pronoun
from analysis.text import fold
from analysis.wordlists import accusative_noun, adjectives, carries_on, common_nouns, documents, human_titles, known_nouns, manner_nouns, named_heads, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, QUOTE, WORD


def relative_verb(reading, i, r):
    """الوزير الذي قال إن …: the source is what the relative pronoun refers to, unless a subject follows the verb."""
    if r.form.prefix.startswith(("و", "ف")):
        return None
    j = i - 1
    while j > 0 and reading.words[j] is not None and reading.words[j].particle in ("auxiliary", "adverb", "negation"):
        j -= 1
    if j < 0 or reading.words[j] is None or reading.words[j].particle != "relative":
        return _bare_relative(reading, i, r)
    if not affirmed(reading, i, r) or held_to_be(reading, i, j, r) or told_of_it(reading, i, j, r):
        return []
    takes_object = not r.form.pronoun and r.cue.takes_object
    limit = _inserted_end(reading, j, i)
    clause = read_clause(reading, i, r.cue, r.form, limit)
    called = fold(r.cue.lemma) in rule_words("calls") or _addresses(reading, j, r, clause)
    accused = called and not r.form.pronoun and clause.how == "preposition" and len(clause.subjects) == 1 and clause.subjects[0][1] <= clause.begin and not any(reading.words[k] is None or reading.words[k].particle == "pronoun_prepositional" for k in range(clause.subjects[0][1], clause.begin))
    # `الوزير الذي اتهم | المدير بالفساد`: the one noun is the object, but in `الذي تتهم الحكومة | بشنه` the subject of a passive.
    passive = accused and _takes_up(reading, clause.begin)
    if clause.subjects and not accused and not is_oblique_plural(reading, clause.subjects[0]) and clause.begin is not None and r.form.number == "s" and agrees(reading, clause.subjects[0], r.form) and actor_like(reading, clause.subjects[0]) and enough(reading, r, clause, clause.subjects[0]):
        drafts = spoken_by(reading, "relative_clause", i, r, clause, nested=True)
        for draft in drafts or ():
            draft.limit = _said_of_before(reading, j, i)
        return drafts
    if clause.subjects and clause.begin is None and (r.form.pronoun or reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional") and actor_like(reading, clause.subjects[0]) and not _shared(reading, i, r, clause):
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


def _before_author(reading, j):
    """`مشروع قرار للكويت | يدعو إلى`, `مشروع قرار قدمته الكويت | يدعو إلى`, `بلاغا من الأهالي | يفيد بأن`: return (last token of the document, token after it) where its author ends at j, else (j, None)."""
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
    phrase = (stop - 2 if text and reading.words[stop - 2].stem.removesuffix("ا") in documents() else _head(reading, j), stop or (i if j == i - 1 else j + 1))
    if reading.words[phrase[0]].stem in rule_words("side") and phrase[0] < j:
        # `من جانب | محافظين يدينون …`
        phrase = phrase[0] + 1, phrase[1]
    head = reading.words[phrase[0]]
    points_back = i + 1 < len(reading.words) and reading.words[i + 1] is not None and reading.words[i + 1].particle == "pronoun_prepositional" and not said_therein(reading, i)
    governed = head.prep or phrase[0] and (before := reading.words[phrase[0] - 1]) is not None and (before.particle == "preposition" or before.stem in rule_words("side"))
    if r.form.pos == "perfect" and (not governed or r.form.pronoun or head.stem in rule_words("side") or points_back or fold(r.cue.lemma) in rule_words("unheard") or subject_follows(reading, i, r)):
        # `مسؤولون انتقدوا القرار` is a clause, `رد على مسؤولين | انتقدوا القرار` describes them; not `من جهة أخرى | أعلنت الوزارة`, `اتفاق | أعلنت عنه الوزارة`.
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


def subject_verb(reading, i, r):
    """موسكو تأمل في …; لكن الوزير قال إن …: the subject stands before its verb in the same clause."""
    again = r.form.prefix == "و" and i > reading.sentence_start(i) + 1 and reading.keys[i - 1] in rule_words("did_again")
    if r.form.prefix.startswith("و") and not again or r.form.prefix.startswith("ف") and not set(reading.keys[reading.sentence_start(i):i]) & rule_words("as_for") or r.form.person in (1, 2) or i and reading.keys[i - 1] in rule_words("what") or said_therein(reading, i) and r.cue.act != "believe":
        # `نشر النائب تدوينة قال فيها`: what stands before the verb is where it is said.
        return None
    if r.form.pos == "perfect" and _i_feel(reading, i, r):
        return []
    # `الوزير سبق | وأكد أن …`: the subject stands before the first of the two verbs.
    subjects = subject_before(reading, i - again, r.form)
    if not subjects or _shown(reading, i, subjects[-1]) or not actor_like(reading, subjects[0]) and subject_follows(reading, i, r) or subjects[-1][1] < i and _its_own_subject(reading, i, r, subjects):
        # `وصل سامي مع ابنته إلى مدينة | تقول الشرطة إنها آمنة`: behind a verb without object stands its subject.
        return None
    if not affirmed(reading, i, r) or told_of(reading, i, r, subjects[0]):
        return []
    clause = read_clause(reading, i, r.cue, r.form, subject_first=True)
    if clause.begin is None and not clause.subjects:
        clause.subjects = subjects
        return _shared(reading, i, r, clause)
    if clause.begin is not None and clause.how not in SPEECH and r.cue.act == "threaten" and len(subjects) == 1 and _thing_acts(reading, subjects[0], i):
        return []
    if clause.begin is None or not (enough(reading, r, clause, subjects[0]) or len(subjects) == 1 and _lone_name(reading, subjects[0], i, r)):
        return None
    if _said_of_it(reading, i, r, clause, subjects[0]):
        return None
    if is_considered(reading, i, r, clause) or _shows_of_itself(reading, r, subjects[0]) or without_object(reading, i, r, clause) or _is_quoted_so(reading, i, r, clause) and not actor_like(reading, subjects[0]) or _has_object(reading, i, r, clause):
        return []
    drafts = [draft_at("subject_verb", reading, i, r, sources=[s], clause=clause, confidence=0.85) for s in subjects]
    # `لكن مكدوجل قالت إن …. وأضافت`
    drafts[0].sure = r.cue.act == "say" and clause.how in SPEECH and len(subjects) == 1 and _lone_name(reading, subjects[0], i, r)
    return drafts


def _said_of_it(reading, i, r, clause, phrase):
    """`شنت كندا، الخميس، غارات على أهداف | قالت إنها عسكرية`: say whether the pronoun of إن takes up the indefinite thing right before a verb of saying: it is said of it, by another."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return (r.cue.act == "say" and clause.begin == i + 1 and has_pronoun(reading.words[i + 1]) and phrase[0] > reading.sentence_start(i) and reading.tokens.forms[phrase[0] - 1] in COMMAS
            and before is not None and not before.definite and not before.particle and i - 1 not in reading.mention_in and not actor_like(reading, phrase))


def _shows_of_itself(reading, r, phrase):
    """`نوع السفينة يشير إلى أن …`: what a thing shows nobody says."""
    return r.form.pos == "imperfect" and r.cue.act in ("say", "declare") and is_common(reading, phrase) and not is_document(reading, phrase)


def _is_quoted_so(reading, i, r, clause):
    """`الضربات تعتبر "انتهاكا صارخا"`: say whether a noun in ا opens the quotation right behind a verb of holding."""
    word = reading.words[i + 2] if clause.begin == i + 1 and i + 1 in reading.opens and i + 2 < len(reading.words) else None
    return word is not None and fold(r.cue.lemma) in rule_words("considered") and not r.form.pronoun and r.form.pos == "imperfect" and not word.definite and word.stem.endswith("ا")


def _has_object(reading, i, r, clause):
    """`اعترضت القوات | صاروخين على ارتفاع كبير`: say whether a noun stands right behind a verb that takes none in its sense of saying."""
    if fold(r.cue.lemma) not in rule_words("without_object") or r.form.pronoun or clause.how not in ("preposition", "quotation") or clause.begin <= i + 1:
        return False
    word = reading.words[i + 1]
    return reading.kinds[i + 1] == NUMBER or word is not None and not word.particle and reading.starts_noun_phrase(i + 1) and not is_adverb(reading, i + 1)


def _opens_clause(reading, first):
    """Say whether token `first` stands right behind أن, لكن or the like, or at the head of its sentence."""
    before = reading.words[first - 1] if first > reading.sentence_start(first) else None
    return first == reading.sentence_start(first) or before is not None and before.particle in ("complementizer", "conjunction", "subordinator") and (before.particle != "subordinator" or before.stem in rule_words("against"))


def _thing_acts(reading, subject, i):
    """`لكن | الأمطار هددت بإفساد الحفل`: say whether a thing with ال opens the clause right before the verb; it says nothing."""
    word = reading.words[subject[0]]
    if subject[1] != i or word is None or not word.definite or subject[0] in reading.mention_in or actor_like(reading, subject) or not _opens_clause(reading, subject[0]):
        return False
    return bare_noun(word) in common_nouns() or bare_noun(word) in verbal_nouns()


def _lone_name(reading, subject, i, r):
    """`غير أن | كاردوسو رفض القرار`: say whether one or two words that no list knows stand between what opens the clause and its verb, so that they are a name."""
    if subject[1] != i or subject[1] - subject[0] > 2 or r.form.prefix or r.form.number == "d" or r.cue.strength == "doubtful" or not _opens_clause(reading, subject[0]) or r.form.pronoun or any(o.form.pos == "noun" for o in CUE_READINGS[reading.keys[i]]) and subject[0] == reading.sentence_start(i):
        return False
    return all(of_no_list(reading, k) for k in range(*subject))


def of_no_list(reading, k):
    """Say whether the word at token k is written like a name and is in no list of nouns."""
    word = reading.words[k]
    if word is None or len(word.stem) < 4 or word.stem.startswith(("ست", "سي", "سن")) or word.definite or word.particle or word.verb or word.prep or word.conj or is_possessive(word) or word.stem.endswith(("ة", "ات", "ين", "ون", "ت", "ان", "ية")):
        return False
    return not any(noun in known for noun in (word.stem, word.stem.removesuffix("ا")) for known in (known_nouns(), speaking_nouns(), adjectives()))


def _shown(reading, i, phrase):
    """`نشرت الوكالة صورا ومقاطع فيديو | قالت إنها …`: say whether the phrase right before the verb is what the pronoun of إن means: a thing without ال behind another noun."""
    head, behind = reading.words[phrase[0]], reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    if head is None or head.definite or phrase[1] != i or phrase[0] in reading.mention_in or behind is None or not is_complementizer(reading.keys[i + 1]) or not has_pronoun(behind):
        return False
    before = reading.words[phrase[0] - 1] if phrase[0] > reading.sentence_start(i) else None
    if before is None or head.conj and accusative_noun(before):
        return before is not None
    return reading.kinds[phrase[0] - 1] != QUOTE and not _opens_clause(reading, phrase[0]) and not actor_like(reading, phrase) and bare_noun(head) in known_nouns()


def in_byline(reading, i):
    """`ليلى حسن فرد تكتب لـCNN: …`: say whether the word at i stands in a headline right before another verb, so that it is of the name."""
    return reading.sentences[reading.tokens.sentence_of[i]].paragraph == 0 and i + 1 < len(reading.words) and reading.words[i + 1] is not None and any(r.form.pos == "imperfect" for r in CUE_READINGS[reading.keys[i + 1]])


def _her_relative(word):
    """`ووصفت | زوجها بأنه نزيه`: say whether a word is a man of her kin or circle, by her pronoun: not who speaks in the feminine."""
    return word is not None and not word.prep and not word.conj and any(pronoun == "ها" and base in rule_words("his_kin") for base, pronoun in without_pronoun(word.stem))


def _asked_it(reading, r, subject):
    """`الصحفي الذي سأله | هذا السؤال`: say whether what stands behind a verb of asking is the question."""
    return fold(r.cue.lemma) == "سال" and any(reading.keys[k] in rule_words("a_question") for k in range(*subject))


def _names_deed(reading, i, r, clause):
    """Say whether a perfect without و or pronoun that is a noun too has a thing with ال right behind it, and a verb behind that: `رفض الاقتراح | يترك انطباعا`."""
    phrase, word = clause.subjects[0], reading.words[clause.subjects[0][0]]
    if r.form.pos != "perfect" or r.form.prefix or r.form.pronoun or word is None or not any(o.form.pos == "noun" and not o.form.pronoun for o in CUE_READINGS[reading.keys[i]]):
        return False
    end = next((k for k in range(phrase[0] + 1, min(phrase[0] + 4, reading.sentence_end(i))) if reading.words[k] is not None and reading.words[k].verb == "imperfect"), None)
    thing = bare_noun(word) in known_nouns() and (word.definite or bare_noun(word) in documents())
    return end is not None and end <= phrase[1] + 1 and thing and phrase[0] not in reading.mention_in and (not actor_like(reading, phrase) or bare_noun(word) in documents())


def _its_own_subject(reading, i, r, before):
    """`… إلى مدينة | تقول الشرطة إنها آمنة`: say whether behind a verb without object, at some distance from the noun before it, somebody stands who agrees with it and says something."""
    if r.cue.takes_object or r.cue.addressee or r.form.number != "s" or any(reading.words[k] is not None and reading.words[k].particle == "auxiliary" for k in range(before[-1][1], i)):
        return False
    clause = read_clause(reading, i, r.cue, r.form)
    return clause.how in SPEECH and subject_follows(reading, i, r) and agrees(reading, clause.subjects[0], r.form)


def verb_subject(reading, i, r):
    """قال الوزير في مؤتمر صحفي إن …: verb, subject, content."""
    if r.form.person in (1, 2) or r.form.number in ("p", "d"):
        return None
    clause = read_clause(reading, i, r.cue, r.form)
    if not clause.subjects:
        return None
    first = clause.subjects[0][0]
    if r.form.gender == "f" and first == i + 1 and _her_relative(reading.words[first]) or _asked_it(reading, r, clause.subjects[0]):
        return None
    if is_this_held(reading, i, r) or _deals_with(reading, i, clause):
        return []
    if first == i + 1 and fold(r.cue.lemma) in rule_words("goes_on_doing") and clause.begin is not None and clause.begin > clause.subjects[-1][1] and bare_noun(reading.words[first]) in known_nouns() and goes_on_doing(reading, first) and not actor_like(reading, clause.subjects[0]):
        # `يتابع | نتائج الفحوص، ما يعني أنه …`
        return []
    if first in reading.opens and reading.words[first + 1] is not None and reading.words[first + 1].prep:
        # `ينظر "بجدية كبيرة" إلى المرشحين`
        return None
    if first == i + 1 and _names_deed(reading, i, r, clause):
        # `رفض الاقتراح يترك انطباعا`: a noun and what it is about.
        return []
    if first > i + 1 and (any(reading.words[k] is not None and reading.words[k].particle == "negation" for k in range(i + 1, first)) or r.form.pos == "imperfect" and i > reading.sentence_start(i) and reading.keys[i - 1] in rule_words("whoever")):
        # `لكن طرحه لم يقنع الوزير`, `من يتابع ما يقول الوزير`: another verb's subject.
        return [] if r.form.pronoun else None
    if fold(r.cue.lemma) in rule_words("considered") and r.form.pos == "imperfect" and not r.form.pronoun and clause.subjects[0][0] == i + 1 and indefinite_accusative(reading, i + 1):
        # `كان يعتبر | شريكا محتملا`
        return []
    if fold(r.cue.lemma) in rule_words("considered") and r.form.pos == "imperfect" and not r.form.pronoun and clause.how == "object" and clause.begin == clause.subjects[-1][1] and indefinite_accusative(reading, clause.begin):
        # `ويعتبر سامي حداد | مديرا ناجحا`: with one object the verb of holding is passive.
        return []
    if not affirmed(reading, i, r) or reading.words[i].particle == "preposition" and is_oblique_plural(reading, clause.subjects[0]):
        # `وبين المتهمين 35 شخصا`
        return []
    if r.form.pronoun and r.cue.endorsement == "distancing" and clause.subjects[0][0] in reading.opens:
        # `عملية سمتها "درع الشمال"`: a name that is given says nothing.
        return []
    if _is_object(reading, r, clause) or (r.cue.takes_object or r.cue.addressee) and not r.form.pronoun and pronoun_subject(reading, i):
        return None
    if clause.begin is None:
        return _paired(reading, i, r, clause) or _shared(reading, i, r, clause)
    if fold(r.cue.lemma) in rule_words("increases") and clause.begin > clause.subjects[-1][1] and not actor_like(reading, clause.subjects[0]) and bare_noun(reading.words[clause.subjects[0][0]]) in known_nouns():
        # `وزاد الغموض عندما قالت المديرة إن …`
        return []
    if fold(r.cue.lemma) in rule_words("carries") and clause.how == "preposition" and reading.keys[clause.subjects[-1][1]] == "الي":
        # `نقلت الشرطة إلى المدينة عشرين طفلا فصلوا عن أهلهم`
        return []
    if (clause.how == "object" or r.cue.act == "believe" and clause.how not in SPEECH) and is_common(reading, clause.subjects[0]):
        return None
    if clause.how == "preposition" and fold(r.cue.lemma) in rule_words("hangs") and reading.words[first] is not None and is_possessive(reading.words[first]) and not actor_like(reading, clause.subjects[0]):
        # `علقت معطفها | على الباب`: a thing is hung.
        return []
    if clause.how == "object" and (is_held(reading, i, r) or i > reading.sentence_start(i) and not r.form.pronoun and reading.keys[i - 1] in rule_words("what") and reading.keys[i - 2] not in rule_words("often")):
        # `ما يهدد أمن المنطقة`: ما is its subject.
        return []
    if _subject_behind_object(reading, r, clause):
        # `انتقدت بوتين | بعض الجماعات`
        clause.subjects, clause.begin = [(clause.begin, max(reading.noun_phrase(clause.begin, reading.sentence_end(i)), clause.begin + 1))], clause.subjects[0][0]
        draft = draft_at("verb_subject", reading, i, r, sources=clause.subjects[:1], clause=clause)
        draft.content = [(clause.begin, clause.subjects[0][0])]
        return [draft]
    if not (agrees(reading, clause.subjects[0], r.form) or _each_of(reading, clause.subjects[0]) or _has_age(reading, clause.subjects[0]) or _unknown_surname(reading, i, r, clause) or _slip(reading, i, r, clause)):
        return None
    if is_reckoned(reading, r, clause):
        return []
    answered = _answered(reading, i, r, clause)
    if answered is not None:
        return answered
    if not (enough(reading, r, clause, clause.subjects[0]) or _lone_name_behind(reading, r, clause)):
        if clause.how != "object" or "quote" not in r.cue.governs or r.cue.act != "criticise":
            return None
        # `هاجم الوزير الصحيفة قائلا إنها …`: with what he says, the attack is one of words.
        begin = clause.begin
        clause.begin, clause.end = None, max(reading.noun_phrase(begin, reading.sentence_end(i)), begin + 1)
        if not _shared(reading, i, r, clause) and not _says_later(reading, clause.end):
            return None
        clause.begin = begin
    if is_accused(reading, r, clause):
        return []
    drafts = spoken_by(reading, "verb_subject", i, r, clause)
    if drafts and _lone_name_behind(reading, r, clause):
        # `أشادت أوكونيل بدور الأردن. كما أثنت على …`
        drafts[0].sure = True
    return drafts


def _lone_name_behind(reading, r, clause):
    """`كشف | سولزبرغر عن تفاصيل اللقاء`, `حذر | سولزبرغر "لن نقبل بالقرار"`: say whether one or two words that no list knows, and so a name, stand between a perfect and its preposition or quotation."""
    first, last = clause.subjects[0]
    quoted = clause.how in ("object", "quotation") and clause.begin in reading.opens and not reading.is_name(reading.opens[clause.begin])
    if len(clause.subjects) > 1 or clause.how != "preposition" and not quoted or not FINITE_CUES[reading.keys[first - 1]] or clause.begin != last or last - first > 2 or r.form.pos != "perfect" or r.form.pronoun or r.cue.strength == "doubtful" or not quoted and preposition_at(reading, last, r.cue.objects):
        return False
    return all(of_no_list(reading, k) for k in range(first, last))


def _has_age(reading, phrase):
    """`قال أركان حداد (30 سنة) إن …`: an age in parentheses makes a person of whatever stands before it."""
    return any(reading.tokens.forms[k] == "(" and reading.kinds[k + 1] == NUMBER and reading.keys[k + 2] in rule_words("years") for k in range(phrase[0] + 1, phrase[1] - 2))


def _says_later(reading, p):
    """Say whether قائلا stands behind token p in its sentence."""
    return any(o.cue.lemma == "قال" and o.form.pos == "participle" for k in range(p, reading.sentence_end(p - 1)) for o in CUE_READINGS[reading.keys[k]])


def _answered(reading, i, r, clause):
    """`ردت الوزارة على النقابة معتبرة أن …`: what is answered is the participle's content; else None."""
    if fold(r.cue.lemma) not in rule_words("answers") or clause.how != "preposition" or reading.keys[clause.begin] != "علي":
        return None
    end = reading.noun_phrase(clause.begin + 1, reading.sentence_end(i))
    while end > clause.begin + 1 and end < reading.sentence_end(i) and reading.tokens.forms[end] in COMMAS:
        end += 1
    if end == clause.begin + 1 or end >= reading.sentence_end(i) or not any(o.form.pos == "participle" and not o.form.definite for o in CUE_READINGS[reading.keys[end]]):
        return None
    answer = Clause(list(clause.subjects), None, None, end)
    return _shared(reading, i, r, answer)


def _subject_behind_object(reading, r, clause):
    """Say whether a man's name behind a feminine verb is its object, and several or a body behind it, which can speak, its subject."""
    found = reading.mention_at.get(clause.subjects[0][0])
    if r.form.gender != "f" or r.form.pronoun or clause.how != "object" or len(clause.subjects) > 1 or found is None or found[1] != clause.subjects[0][1] or clause.begin != found[1] or found[0].kind != "name" or reading.words[clause.subjects[0][0]] is None or is_title(reading.words[clause.subjects[0][0]]) or not reading.is_person(found[0]) or reading.features(found[0])[0] != "m":
        return False
    phrase = clause.begin, max(reading.noun_phrase(clause.begin, reading.sentence_end(clause.begin)), clause.begin + 1)
    head = phrase[0] + (reading.words[phrase[0]] is not None and reading.words[phrase[0]].particle == "quantifier")
    return head < phrase[1] and actor_like(reading, (head, phrase[1])) and phrase_features(reading, (head, phrase[1]))[0] == "f"


def _unknown_surname(reading, i, r, clause):
    """`وقال العطية: …`, `وأكد شوامرة أن …`: right behind a masculine verb that takes no object, or right before أن, a lone word in ة that no list knows is a man's name."""
    first, last = clause.subjects[0]
    word = reading.words[first]
    if last - first > 1 or first != i + 1 or word is None or word.prep or word.conj or not word.stem.endswith("ة") or (r.cue.takes_object or r.cue.addressee) and not (clause.how == "clause" and clause.begin == last) or clause.how not in SPEECH:
        return False
    bare = word.stem.removeprefix("ال")
    return not any(bare in known for known in (common_nouns(), speaking_nouns(), adjectives(), verbal_nouns()))


def _slip(reading, i, r, clause):
    """`وقال القيادة العامة إنه …`: between a verb of saying and إن or a mark an actor is the subject, whatever the gender."""
    if r.cue.lemma == "قال" and clause.how in SPEECH and clause.subjects[0][0] == i + 1 and r.form.gender == "f" and reading.mention_at.get(i + 1, (None,))[0] is not None and reading.is_person(reading.mention_at[i + 1][0]):
        # `وقالت النائب العام ليلى حداد في بيان "…"`
        return True
    going_on = fold(r.cue.lemma) in rule_words("going_on") and clause.how == "clause"
    behind = clause.begin - 1 if (going_on or clause.how == "clause" and r.cue.lemma == "قال") and reading.tokens.forms[clause.begin - 1] in COMMAS else clause.begin
    if clause.subjects[0][0] != i + 1 or behind != clause.subjects[-1][1] or not actor_like(reading, clause.subjects[0]):
        return False
    return going_on or r.cue.act == "say" and (clause.how == "quotation" and fold(r.cue.lemma) in rule_words("going_on") or clause.how == "clause" and reading.tokens.forms[clause.begin][0] == "إ")


def _each_of(reading, phrase):
    """`دعا كل من روسيا وفرنسا`: the verb agrees with كل."""
    return phrase[0] >= 2 and reading.keys[phrase[0] - 1] == "من" and reading.keys[phrase[0] - 2] in rule_words("each")


def _paired(reading, i, r, clause):
    """أدانت كندا واستنكرت القرار: the subject between two joined verbs of one form is that of both, and what follows is their content; or None."""
    k = clause.subjects[0][1]
    if not r.cue.takes_object or r.form.pronoun or len(clause.subjects) > 1 or k >= reading.sentence_end(i) or reading.words[k] is None or not reading.words[k].conj or not actor_like(reading, clause.subjects[0]) or not agrees(reading, clause.subjects[0], r.form):
        return None
    for other in CUE_READINGS[reading.keys[k]]:
        if other.cue.takes_object and not other.form.pronoun and (other.form.pos, other.form.person, other.form.gender, other.form.number) == (r.form.pos, r.form.person, r.form.gender, r.form.number):
            inner = read_clause(reading, k, other.cue, other.form, subject_first=True)
            if inner.begin in (k + 1, k + 2) and (inner.begin == k + 1 or reading.words[k + 1] is not None and (reading.words[k + 1].prep == "ب" or reading.words[k + 1].particle == "adverb")) and not inner.subjects and inner.how == "object":
                # Also `أدانت كندا واستنكرت بشدة القرار`.
                return spoken_by(reading, "verb_subject", i, r, replace(inner, subjects=clause.subjects))
    return None


def _shared(reading, i, r, clause):
    """وعلق الوزير قائلا: «…»: the verb shares the content of the participle that follows it in its clause."""
    by_saying = r.cue.act != "deny" and clause.end < len(reading.keys) and BY_SAYING[reading.keys[clause.end]]
    if "quote" not in r.cue.governs and r.cue.strength != "always" and not by_saying or reading.words[i].particle is not None:
        return None
    if r.cue.takes_object and "quote" not in r.cue.governs and clause.subjects and reading.words[i].conj and _continues_sentence(reading, clause.subjects[0], r):
        # `دانت الشركة الحادث ونعت الضحايا، موضحة …`: the one noun behind the second verb is its object.
        return None
    if fold(r.cue.lemma) in rule_words("goes_on_doing") and clause.end < reading.sentence_end(i) and goes_on_doing(reading, clause.subjects[-1][1] if clause.subjects and clause.subjects[0][0] > i else i + 1):
        # `تتابع الوزارة الأوضاع، لافتة إلى …`
        return None
    if fold(r.cue.lemma) in rule_words("unheard") and not clause.subjects or i > reading.sentence_start(i) and reading.keys[i - 1] in rule_words("what"):
        # `رفض صورا نشرت على الإنترنت، واصفا إياها بأنها …`, `نفى ما تردد أمس، مؤكدا أن …`
        return None
    for k in range(clause.end, min(reading.sentence_end(i), clause.end + 14)):
        if reading.inside[i] >= 0 and reading.inside[k] != reading.inside[i]:
            return None
        if reading.keys[k] in rule_words("resumes") or reading.words[k] is not None and reading.words[k].particle == "relative" or r.form.pronoun and reading.keys[k] in rule_words("where") or reading.tokens.forms[k] in (".", "؛", ":") or reading.kinds[k] == QUOTE and k in reading.opens and not reading.is_name(reading.opens[k]):
            return None
        for other in CUE_READINGS[reading.keys[k]] if reading.kinds[k] == WORD else ():
            if other.cue.lemma == "قال" and other.form.pos in FINITE and (other.form.gender != r.form.gender or reading.keys[k - 1] in rule_words("what") or read_clause(reading, k, other.cue, other.form).subjects):
                # `ولما كتب سامي المقال، قالت المتحدثة: "…"`
                return None
            if other.form.pos == "participle" and not other.form.definite and reading.keys[k].endswith(("ا", "ة", "ين")) or other.cue.lemma == "قال" and (not other.form.prefix or BY_SAYING[reading.keys[k]]):
                inner = read_clause(reading, k, other.cue, other.form, subject_first=True)
                if inner.begin is None or r.cue.act == "show" and other.cue.act != "demand":
                    # not `تضمن الاتفاق موافقة الشركة على الخطة`
                    return None
                drafts = [draft_at("shared_content", reading, i, r, sources=s, clause=inner, confidence=0.8) for s in [[s] for s in clause.subjects] or [[]]]
                for draft in drafts:
                    draft.sure = inner.how in SPEECH and bool(clause.subjects) and clause.subjects[0][0] == i + 1
                return drafts
            if other.form.pos in FINITE and not (reading.tokens.forms[k].endswith("ى") and other.cue.endorsement == "distancing"):
                # not `كتب أحدهم، ويدعى سامي حداد، قائلا: "…"`
                return None
    return None


def _is_object(reading, r, clause):
    """Say whether the noun phrase after a verb that takes an object is the object of a dropped subject."""
    first = clause.subjects[0]
    head = reading.words[first[0]]
    if r.cue.act == "demand" and r.cue.objects and (verb := reading.words[first[0] - 1]) is not None and verb.conj and not r.form.pronoun and head is not None and head.stem in rule_words("all") and first[0] + 1 < first[1] and clause.how in ("preposition", "clause"):
        # `ودعا | جميع أطراف القتال إلى …`
        return True
    if _only_told(reading, r, clause):
        return True
    if not r.form.pronoun and r.cue.act == "want" and head is not None and not actor_like(reading, first) and bare_noun(head) in known_nouns() and (head.definite and clause.how == "object" or not head.definite and head.stem in verbal_nouns()):
        # `أرادت إثبات أنها صادقة`, `تريد الخلافة والحكم`
        return True
    if r.cue.objects and r.form.pos == "imperfect" and not r.form.pronoun and clause.how == "preposition" and _headline_goes_on(reading, first[0] - 1):
        # `بوتين يلتقي ميركل | ويدعو الاتحاد الأوروبي للمساهمة`
        return True
    if head is not None and head.stem in rule_words("oneself"):
        # `ويصف | نفسه بأنه …`
        return True
    if r.form.pronoun or not r.cue.takes_object:
        return False
    if r.cue.objects and clause.how in ("preposition", "clause") and reading.keys[first[0] - 1] in rule_words("wherein") and first[1] == clause.begin and _whose_text(reading, first[0] - 2, r.form):
        # `نشرت الوزارة بيانا دعت فيه | النقابة إلى الحوار`
        return True
    if clause.begin is None and head is not None and first[0] not in reading.mention_in and first[1] < len(reading.keys) and carries_on(reading.keys[first[1]]) and not (head.definite or head.particle or head.stem in known_nouns() or head.stem in verbal_nouns()):
        # `أوضحت كلارا بونتي | قائلة: "…"`: a name that nothing knows.
        return False
    if fold(r.cue.lemma) in rule_words("repeats") and head is not None and not head.definite and first[0] not in reading.mention_in and head.stem in common_nouns() and head.stem not in speaking_nouns() and head.stem not in documents() and head.stem not in human_titles():
        # `وكرر | موقف بلاده بأن …`
        return True
    if _each_of(reading, first) or r.cue.act in ("say", "declare", "show") and not r.cue.addressee and clause.how == "clause" and reading.keys[clause.begin] == "ان" and first[1] == clause.begin and head is not None and head.definite and agrees(reading, first, r.form):
        # `وذكر المؤشر أن …`
        return False
    if head is not None and not head.definite and head.particle is None and head.stem in verbal_nouns() and first[0] not in reading.mention_at and not actor_like(reading, (first[0], first[0] + 1)) and head.stem.endswith("ة") != (r.form.gender == "f"):
        # `وتؤكد عزم الرئيس سحب القوات`, `وأكد إدانة الهجوم`: a deed of the other gender is what she says.
        return True
    if r.cue.objects and not r.cue.takes_clause and "obj" not in r.cue.governs and "quote" in r.cue.governs and clause.how == "clause" and len(clause.subjects) == 1:
        # `كما وصف الرئيس بأنه تاجر`: it is he who is called so.
        return reading.keys[clause.begin][0] == "ب" and (not actor_like(reading, first) or not any(reading.kinds[k] == WORD and k not in reading.mention_in for k in range(first[1], clause.begin)))
    if fold(r.cue.lemma) in rule_words("calls") and "obj" not in r.cue.governs and len(clause.subjects) == 1 and clause.how in ("preposition", "quotation") and reading.keys[clause.begin][:1] != "و" and not any(reading.kinds[k] == WORD for k in range(first[1], clause.begin)):
        # `وكان قد وصف | الرئيس بـ"التاجر"`
        return True
    if not agrees(reading, first, r.form) or is_oblique_plural(reading, first):
        return True
    if clause.how == "clause" and (r.cue.objects or r.cue.addressee) and reading.keys[clause.begin][0] == "ب" and first[1] == clause.begin and _continues_sentence(reading, first, r):
        # `انتقد الوزير العقوبات وطمأن الشعب بأن …`
        return True
    if clause.how in SPEECH and not r.cue.objects:
        return False
    head = reading.words[first[0]]
    if fold(r.cue.lemma) in rule_words("calls") and head is not None and is_possessive(head) and head.particle is None and first[1] == clause.begin and reading.keys[clause.begin + (clause.begin in reading.opens)][:1] == "ب":
        # `يصف | خطابه "بالمضحك"`
        return True
    if clause.how not in SPEECH and head is not None and not head.definite and first[0] not in reading.mention_at and head.stem.endswith(("ه", "ها", "هم")) and head.stem not in speaking_nouns() and bare_noun(head) == head.stem and not actor_like(reading, (first[0], first[0] + 1)):
        # `وأعلن سيطرته على …`: his control is what he announced.
        return True
    if clause.how == "preposition" and r.cue.objects and clause.subjects[-1][1] == clause.begin and _continues_sentence(reading, first, r):
        return True
    if (clause.how == "preposition" or clause.how == "clause" and reading.keys[clause.begin][0] == "ب") and r.cue.lemma == "اتهم" and r.form.pos == "perfect" and _whose_clause_goes_on(reading, _before_therein(reading, first[0] - 1)) and _behind_phrases(reading, first[1], clause.begin) == clause.begin:
        return True
    return clause.how != "object" and r.cue.governs[0] not in r.cue.objects and not actor_like(reading, first) and not _lone_name_behind(reading, r, clause)


def _whose_text(reading, i, form):
    """`نشرت الوزارة بيانا، | دعت فيه …`: say whether the verb at i is of the gender of the one before it whose object is the text."""
    k = i - 1 - (reading.tokens.forms[i - 1] in COMMAS)
    start = reading.sentence_start(i)
    while k > start and reading.words[k] is not None and (reading.words[k].particle or reading.words[k].definite or is_adjective(reading.words[k]) or k in reading.mention_in or reading.words[k].prep):
        k -= 1
    if k <= start or reading.words[k] is None or not is_text(reading.words[k]):
        return False
    verb = next((t for t in range(k - 1, start - 1, -1) if reading.words[t] is not None and (reading.words[t].verb == "perfect" or reading.keys[t].removeprefix("و") in publishing_verbs() or any(f.form.pos == "perfect" for f in CUE_READINGS[reading.keys[t]]))), None)
    return verb is not None and reading.noun_phrase(verb + 1, k) == k and agrees(reading, (verb + 1, k), form)


def _only_told(reading, r, clause):
    """`وحث | المجتمع الدولي على دعم اللاجئين`, `وهنأ | أبناء المدينة بالفوز`: with و, the one noun between a verb that needs an addressee and its preposition is he."""
    first, last = clause.subjects[0]
    head, verb = reading.words[first], reading.words[first - 1]
    if verb is None or not verb.conj or r.form.pronoun or head is None or len(clause.subjects) > 1 or clause.how != "preposition" or last != clause.begin:
        return False
    if r.cue.objects and r.cue.act == "demand" and head.stem.removeprefix("ال") in rule_words("told_only"):
        return True
    named = reading.mention_at.get(first)
    return fold(r.cue.lemma) in rule_words("thanked") and not (named is not None and (reading.is_person(named[0]) or reading.is_state(named[0]))) and bare_noun(head) not in human_titles()


def _before_therein(reading, k):
    """`بيان أصدرته النقابة | واتهمت فيه الشركة بالإهمال`: return the verb's token where the word at k points back to a text, else k."""
    return k - 1 if reading.keys[k] in rule_words("therein") else k


def _behind_phrases(reading, k, limit):
    """`واتهم أعضاء في المجلس عن حزب العمال | بالكذب`: return the token behind phrases with في, عن or من that belong to a noun that ends at k."""
    while k < limit and reading.keys[k] in ("في", "عن", "من") and k + 1 < limit and reading.starts_noun_phrase(k + 1):
        k = max(reading.noun_phrase(k + 1, limit), k + 2)
    return k


def _whose_clause_goes_on(reading, i):
    """`قطعت السعودية علاقاتها … بعدما | اتهمت الدوحة بدعم …`: behind a subordinator, or with و, the one noun behind the verb is who is accused."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return before is not None and (before.particle == "subordinator" or reading.keys[i - 1] == "ان" and reading.keys[i - 2] in rule_words("when_said")) or reading.words[i] is not None and reading.words[i].conj


def _continues_sentence(reading, first, r):
    """و + verb behind a statement of the same gender in the sentence: `نددت الخارجية بـ…، وطالبت القوات بـ…`."""
    i = first[0] - 1
    if reading.words[i] is None or not reading.words[i].conj:
        return False
    return any(o.form.pos in FINITE and o.form.gender == r.form.gender and o.cue.strength != "doubtful" and o.form.pos == r.form.pos
               for k in range(reading.sentence_start(i), i) for o in CUE_READINGS[reading.keys[k]])


def verb_alone(reading, i, r):
    """وأضاف أن …; ودعا روسيا إلى …: the subject is dropped."""
    form = r.form
    if not affirmed(reading, i, r) or is_this_held(reading, i, r) or fold(r.cue.lemma) in rule_words("new") and subject_follows(reading, i, r) or _answers_no_word(reading, i, r) or _shown_by_matter(reading, i, r) or impersonal(reading, i, r) or _arrived(reading, i, r) or published(reading, i, r) or announced(reading, i, r):
        return []
    if form.pos == "imperfect" and (form.person == 2 or form.gender == "f" and form.number == "s" and reading.inside[i] >= 0 and reading.keys[i - 1] in rule_words("asks_you")):
        # `"هل تعتقد أنني …؟"`: the one spoken to.
        return []
    if form.number == "d" and _in_accusative(reading, i, form):
        return None
    if _is_feeling(reading, i, r):
        return []
    clause = read_clause(reading, i, r.cue, form, subject_first=(r.cue.takes_object or r.cue.addressee and pronoun_subject(reading, i)) and not form.pronoun)
    if clause.begin is None and not clause.subjects:
        return _shared(reading, i, r, clause)
    if fold(r.cue.lemma) in rule_words("ascribes") and clause.how == "preposition" and ascribed(reading, i):
        return []
    if _deals_with(reading, i, clause) or done_to(reading, i, clause) or without_object(reading, i, r, clause) or one_of_them(reading, i, r, clause) or clause.begin is not None and not clause.subjects and is_considered(reading, i, r, clause):
        return []
    if clause.how == "object" and form.pos == "perfect" and (_mid_clause_noun(reading, i) or _governed_in_marks(reading, i)) and not said_therein(reading, i):
        return None
    if clause.how == "object" and clause.begin == i + 1 and form.pos == "perfect" and _of_her(reading, i, form):
        return None
    if clause.how not in SPEECH and form.pos == "imperfect" and _tells_of_noun(reading, i) and not said_therein(reading, i):
        return []
    if i and (reading.keys[i - 1] == "ما" or reading.keys[i - 1] in rule_words("which") and form.pos == "imperfect") and not form.pronoun and (clause.how not in SPEECH or form.pos == "imperfect" and r.cue.lemma != "قال" and r.cue.act in ("say", "show", "declare")):
        # `ما يدعو للتفاؤل`, `لا يوجد ما يشير إلى أن`: what calls for something says nothing.
        return []
    if r.cue.addressee and r.cue.act == "say" and form.pos == "perfect" and not form.pronoun and clause.begin == i + 1 and clause.how == "clause" and reading.keys[i + 1].startswith("بان") and not reading.words[i].conj:
        # `حينما أخبر بأنه سيسافر`: with nobody told it is passive.
        return []
    if clause.how == "preposition" and not reading.words[i].conj and i > reading.sentence_start(i) and (before := reading.words[i - 1]) is not None and before.definite and before.stem[2:] in rule_words("meeting") and agrees(reading, (i - 1, i), form):
        # `إن المباحثات | تطرقت إلى الأزمة`: what was dealt with, nobody said.
        return []
    if r.cue.act in ("want", "believe") and form.pos == "imperfect" and i > reading.sentence_start(i) and reading.keys[i - 1] in rule_words("whoever"):
        # `من يريد أن يصرخ فليصرخ`, `يخطئ من يعتقد أن …`: anybody who does.
        return []
    if clause.how == "object" and clause.begin == i + 1 and not form.pronoun and _inanimate_subject(reading, i, form):
        return []
    if clause.how == "object" and clause.begin == i + 1 and (is_held(reading, i, r) or _with_adjective(reading, i, r)):
        return []
    if clause.begin is None or clause.subjects and not form.pronoun or not (enough(reading, r, clause) or _says_of_himself(reading, i, r, clause) or _follows_imperfect(reading, i, r) or _is_twin(reading, i, r) or _headline_goes_on(reading, i) or follows_since(reading, i) or form.pos == "imperfect" and form.person == 3 and said_therein(reading, i) and r.cue.strength != "doubtful" and r.cue.act != "believe"):
        return None
    draft = draft_at("verb_alone", reading, i, r, clause=clause, confidence=0.8)
    if (text := _text_before_comma(reading, i, form)) is not None:
        draft.sources = [text]
        return [draft]
    if form.prefix.endswith("ل") and i > reading.sentence_start(i) and reading.words[i - 1] is not None and reading.words[i - 1].verb:
        # `الوزير عاد ليؤكد …`: the subject of the verb right before.
        draft.sources = subject_before(reading, i - 1, form)[:1]
    elif said_therein(reading, i) and (author := _author(reading, i)) is not None:
        draft.sources = [author]
    draft.gender, draft.number, draft.person = form.gender, form.number, form.person
    return [draft]


def _in_accusative(reading, i, form):
    """`رفض الحاضرون | طلبا بأن …`, `قال إنه راض، | آملا أن …`: say whether what reads as a dual is a noun behind its verb's subject, or a participle."""
    others, before = {o.form.pos for o in CUE_READINGS[reading.keys[i]]}, reading.words[i - 1] if i > reading.sentence_start(i) else None
    if reading.tokens.forms[i].startswith("آ"):
        return "participle" in others
    return form.pos == "perfect" and "noun" in others and not reading.words[i].conj and before is not None and not (before.particle or before.verb or has_pronoun(before)) and i - 1 not in reading.mention_in


def _is_feeling(reading, i, r):
    """`أظن`, `أتمنى` in one's own words, `قال إنه | يعتقد أن …`: mere feelings, which belong to what is said (codebook, ruling 5)."""
    form = r.form
    written = reading.tokens.forms[i].lstrip("وف")
    # `آمل أن …`
    own = form.person == 1 and form.number == "s" or reading.inside[i] >= 0 and (written[:1] == "آ" or any(o.form.person == 1 and o.form.number == "s" for o in CUE_READINGS[reading.keys[i]]))
    if _i_feel(reading, i, r):
        return True
    if r.cue.act in ("believe", "want") and own or r.cue.act in ("hope", "fear") and form.pos in FINITE and not form.pronoun and (own or form.person == 1):
        return True
    k = i - 1 - (reading.kinds[i - 1] == QUOTE)
    k -= k > 0 and reading.keys[k] == "لا"
    if fold(r.cue.lemma) not in rule_words("feels") or form.pos != "imperfect" or form.person != 3 or form.pronoun or k <= reading.sentence_start(i) or not has_pronoun(reading.words[k]):
        return False
    behind = next((t for t in range(k - 1, max(reading.sentence_start(k), k - 20) - 1, -1) if FINITE_CUES[reading.keys[t]] or reading.words[t] is not None and (reading.words[t].verb or reading.words[t].particle == "complementizer")), k)
    return any(o.form.pos in FINITE and o.cue.act == "say" for o in CUE_READINGS[reading.keys[behind]])


def _i_feel(reading, i, r):
    """`أعتقد أن …`: written with hamza a verb of feeling is the first person, in marks or without them."""
    return reading.tokens.forms[i].lstrip("وف")[:1] == "أ" and fold(r.cue.lemma) in rule_words("feels") and any(o.form.person == 1 for o in CUE_READINGS[reading.keys[i]])


def _says_of_himself(reading, i, r, clause):
    """`قالت الوزيرة إنها | تؤيد الخطة`, `إنه | "يتطلع إلى اللقاء"`: the pronoun of أن is the subject of an attitude right behind it."""
    k = i - 1 - (reading.kinds[i - 1] == QUOTE)
    if k <= reading.sentence_start(i) or r.form.pos != "imperfect" or r.form.person != 3 or r.form.pronoun or r.cue.strength == "doubtful" or r.cue.act not in ("accept", "hope", "believe", "reject", "fear", "welcome") or clause.how not in ("object", "preposition"):
        return False
    if not has_pronoun(reading.words[k]) or not FINITE_CUES[reading.keys[k - 1]] and not any(CUE_READINGS[reading.keys[t]] for t in range(reading.sentence_start(i), k)):
        return False
    return pronoun_features(reading.words[k].stem[2:] if reading.words[k].stem.startswith("ان") else reading.words[k].stem[3:])[0] in (None, r.form.gender)


def _text_before_comma(reading, i, form):
    """`تبنى المجلس قرارا، | يدعو إلى هدنة`, `صدور قرار من المجلس، | يدعو إلى هدنة`: return the indefinite document before the comma that an imperfect goes on to tell of, or None."""
    start = reading.sentence_start(i)
    if i - 1 <= start or form.pos != "imperfect" or form.person != 3 or form.pronoun or reading.words[i].conj or reading.tokens.forms[i - 1] not in COMMAS:
        return None
    for k in range(i - 2, max(start, i - 8), -1):
        word = reading.words[k]
        if word is None or word.verb and k not in reading.mention_in:
            return None
        if not word.definite and word.stem.removesuffix("ا") in documents() and k not in reading.mention_in:
            behind = k + 1 == i - 1 or reading.keys[k + 1] == "من" and k + 2 in reading.mention_at and reading.mention_at[k + 2][1] == i - 1
            return (k, i - 1) if behind and agrees(reading, (k, k + 1), form) else None
    return None


def _author(reading, i):
    """`انتشر تسجيل | للوزير سامي حداد، | يتحدث فيه عن …`: return the phrase of the person whose text, behind ل, the words at token i stand in, or None."""
    for k in range(max(reading.sentence_start(i), i - 14), i):
        word = reading.words[k]
        if word is None or not is_text(word) or word.stem in rule_words("letter"):
            continue
        giver = next((t for t in range(max(reading.sentence_start(i), k - 6), k) if t in reading.mention_at and reading.mention_at[t][1] == k), None)
        if giver is not None and word.stem in rule_words("spoken") and reading.words[giver] is not None and reading.words[giver].prep == "ل":
            # `كان للوزير | تصريح قال فيه`
            return (giver, k)
        behind = next((t for t in range(k + 1, min(k + 7, i)) if reading.words[t] is None or reading.words[t].prep == "ل" or reading.surely_verb(t)), None)
        if behind is None or reading.words[behind] is None or reading.words[behind].prep != "ل" or word.stem.removesuffix("ا") not in rule_words("spoken") and any(reading.tokens.forms[t].rstrip("\u064b").endswith("ا") for t in range(k, behind)):
            # not `قدمت اللجنة تقريرا للمجلس تقول فيه`
            continue
        end = reading.mention_at[behind][1] if behind in reading.mention_at else reading.phrase_end(behind + 1, i, behind)
        if behind in reading.mention_at and reading.is_medium(reading.mention_at[behind][0]) or bare_noun(reading.words[behind]) in named_heads():
            # `تصريحا لقناة الضحى | أكد فيه`: whom it was made to.
            continue
        many = phrase_features(reading, (behind, end))[1] == "p"
        return (behind, end) if actor_like(reading, (behind, end)) and not (many and CUE_READINGS[reading.keys[i]][0].form.number == "s") else None
    return None


def _arrived(reading, i, r):
    """`في بيان ورد لوكالة الضحى أن …`, `ورد لـCNN`, `ورد إلى الصحيفة`: what has come to somebody says nothing."""
    following = reading.words[i + 1] if i + 1 < len(reading.words) else None
    return (fold(r.cue.lemma) in rule_words("received") or reading.keys[i] in rule_words("received")) and following is not None and (following.prep == "ل" or reading.keys[i + 1].rstrip("ـ") in ("ل", "الي"))


def _with_adjective(reading, i, r):
    """`دفع ثمن باهظ`: say whether a form that is a noun too has its adjective right behind it."""
    word, before = reading.words[i + 1], reading.words[i - 1] if i else None
    if word is None or word.definite or i + 1 in reading.mention_in or word.stem.endswith("ا") or before is None or before.particle or reading.words[i].conj:
        return False
    return r.form.pos == "perfect" and not reading.keys[i].endswith("ت") and not (word.particle or word.prep or word.conj or word.verb) and (word.stem in adjectives() or word.stem not in known_nouns())


def _headline_goes_on(reading, i):
    """`موسكو تستدعي سفير بريطانيا | وتطالب بعينة`: in a headline a second verb goes on with the party that opens it."""
    start = reading.sentence_start(i)
    named = reading.mention_at.get(start)
    if start != 0 or named is None or not reading.words[i].conj or not named[1] < i:
        return False
    return reading.keys[named[1]][:1] in ("ي", "ت") and reading.words[named[1]] is not None and not reading.words[named[1]].particle


def _tells_of_noun(reading, i):
    """`لا دلائل حسية تؤكد مقتله`: right behind an indefinite noun an imperfect tells of it, and a thing says nothing."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return (before is not None and not reading.words[i].conj and not before.particle and not before.definite and not before.verb and i - 1 not in reading.mention_in
            and (before.stem in common_nouns() or before.stem in verbal_nouns() or before.stem.endswith("ية")))


def _governed_in_marks(reading, i):
    """`دعا السلطات إلى «| كشف الجناة»`: say whether a mark opens right before token i, and a preposition stands before it, so that the word is a noun."""
    return i > 1 and i - 1 in reading.opens and reading.words[i - 2] is not None and (reading.words[i - 2].particle == "preposition" or reading.keys[i - 2] in ("ب", "ل"))


def _mid_clause_noun(reading, i):
    """Behind another word of its clause, with no subject, a form that is a noun too is one: `تدرس طلب هلسنكي`."""
    if i == reading.sentence_start(i) or reading.words[i].conj or reading.words[i - 1] is None or reading.words[i - 1].particle not in (None, "pronoun_prepositional"):
        return False
    return any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[i]])


def _of_her(reading, i, form):
    """`السبب هو رفض تونس | إعادة فتح الحدود`: say whether a masculine form that is a noun too has a feminine name and a verbal noun behind it, and so is the noun."""
    found = reading.mention_at.get(i + 1)
    if found is None or form.gender != "m" or reading.words[i].conj or found[1] >= len(reading.words) or reading.words[found[1]] is None or not any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[i]]):
        return False
    return reading.features(found[0])[0] == "f" and reading.words[found[1]].stem in verbal_nouns() and not reading.words[found[1]].definite


def _inanimate_subject(reading, i, form):
    """`كشفت الشمس عن الآثار`: at the head of its sentence a verb is followed by its subject, also by one that cannot speak."""
    start = reading.sentence_start(i)
    if form.person != 3 or form.number != "s" or reading.words[i].conj or i != start and not (i - start <= 2 and all(reading.words[k] is not None and reading.words[k].particle == "auxiliary" for k in range(start, i))):
        return False
    phrase = i + 1, reading.noun_phrase(i + 1, reading.sentence_end(i))
    return phrase[1] > phrase[0] and any(reading.words[k] is not None and reading.words[k].definite for k in range(*phrase)) and agrees(reading, phrase, form)


def _is_twin(reading, i, r):
    """يرحب ويدعم جهود …: the second of two verbs that share their object."""
    return reading.words[i].conj and i > reading.sentence_start(i) and any(o.form.pos == r.form.pos and o.cue.strength != "doubtful" and not o.form.pronoun for o in CUE_READINGS[reading.keys[i - 1]])


def _follows_imperfect(reading, i, r):
    """وتعتبر أنقرة …، وتخشى من …: an imperfect with و goes on from one of the same gender in its sentence."""
    if not reading.words[i].conj or r.cue.strength == "doubtful":
        return False
    return any(o.form.pos == "imperfect" and o.form.gender == r.form.gender and (o.form.number == "s" or o.form.number == r.form.number == "d") and o.cue.strength != "doubtful"
               for k in range(reading.sentence_start(i), i) for o in CUE_READINGS[reading.keys[k]])


def _deals_with(reading, i, clause):
    """`تطرق | الحديث إلى الأزمة`: say whether a talk or meeting, which says nothing itself, stands right behind the verb."""
    head = reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    return clause.how == "preposition" and head is not None and head.definite and not head.prep and (head.stem[2:] in rule_words("meeting") or head.stem[2:] in rule_words("talk"))


def _answers_no_word(reading, i, r):
    """`العملية | رد على القصف`, `معتبرا أنها | رد ملائم`: say whether what reads as `he replied` is said of a feminine noun, and so is the noun."""
    if fold(r.cue.lemma) not in rule_words("answers") or r.form.pos != "perfect" or r.form.gender != "m" or r.form.prefix or r.form.pronoun or i <= reading.sentence_start(i):
        return False
    before = reading.words[i - 1]
    if before is None:
        return False
    if before.particle == "complementizer":
        return before.stem.endswith("ها")
    return before.definite and not before.prep and word_features(bare_noun(before))[0] == "f"


def _shown_by_matter(reading, i, r):
    """`إن زيارة الوزير لمصر، | تؤكد عمق العلاقات`: say whether the verb tells what a deed or matter shows that stands right behind أن, or opens the quotation, with no verb between."""
    if r.cue.act not in ("declare", "show", "say") or r.form.person != 3 or r.form.number != "s" or r.form.pronoun or r.form.prefix or r.cue.lemma == "قال":
        return False
    for k in range(i - 1, max(reading.sentence_start(i) - 1, i - 26), -1):
        if reading.words[k] is not None and reading.words[k].particle == "complementizer" and not has_pronoun(reading.words[k]) or k in reading.opens and reading.inside[i] == reading.inside[k]:
            head = reading.words[k + 1]
            noun = bare_noun(head) if head is not None and not (head.particle or head.prep) else ""
            matter = noun in verbal_nouns() and noun not in speaking_nouns() and noun not in documents() and not CUE_READINGS[reading.keys[k + 1]]
            return k + 2 < i and k + 1 not in reading.mention_in and matter and phrase_features(reading, (k + 1, k + 2))[0] == r.form.gender
        if reading.surely_verb(k) or reading.words[k] is not None and reading.words[k].particle in ("relative", "subordinator", "complementizer", "conjunction"):
            return False
    return False
