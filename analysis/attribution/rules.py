"""The attribution rules in order, precise first, and the one way in which they are tried at cue words.

One rule wins a cue. What the rules leave open (where content ends, who a dropped subject is, what is nested in what) is
settled afterwards by `extents` and `sources`.
"""

from analysis.attribution.according import PASSING
from analysis.attribution.adverbials import talks_to
from analysis.attribution.clause import read_clause
from analysis.attribution.complements import is_cognate, is_complementizer, said_therein, spoken_by_tongue
from analysis.attribution.constructions import as_said, came_out, document_holds, done_thereby, passed_on, said_in_passing, told_by_another, verb_before_quotation_end, what_is_called, which_is_denied
from analysis.attribution.drafts import Draft
from analysis.attribution.features import actor_like, bare_noun, numerals, speaking_nouns
from analysis.attribution.light_verbs import attitude, light_verb
from analysis.attribution.lone_verbs import verb_alone
from analysis.attribution.noun_agents import noun_agent
from analysis.attribution.nouns import allusion, noun_demand, noun_from_passed_on
from analysis.attribution.objects import behind_adjectives, of_nation
from analysis.attribution.participles import by_saying, habitual, participle
from analysis.attribution.relatives import relative_verb
from analysis.attribution.subjects import happened_to
from analysis.attribution.verbs import in_byline, subject_verb, verb_subject
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES, LIGHT_READINGS, CueReading, attitudes, false_phrases, governing, u_lemmas
from analysis.inflection import pronoun_features
from analysis.text import fold
from analysis.wordlists import WORDS, carries_on, common_nouns, documents, human_titles, named_heads, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, QUOTE, WORD, FormCache

RULES = {passed_on: ("passive", "perfect"), document_holds: FINITE, verb_before_quotation_end: FINITE, done_thereby: FINITE, as_said: FINITE, said_in_passing: FINITE, what_is_called: FINITE, which_is_denied: FINITE, told_by_another: FINITE,
         relative_verb: FINITE, subject_verb: FINITE, verb_subject: FINITE, verb_alone: FINITE, participle: ("participle",), by_saying: ("noun",), habitual: ("noun",),
         noun_from_passed_on: ("noun",), allusion: ("noun",), noun_agent: ("noun",), noun_demand: ("noun",)}
"""Rules in the order in which they are tried at a cue, with the forms of a cue that each takes; an empty list of drafts says that the word is no cue here."""


def cues_of(written):
    """Return (cue readings, light verb?, attitude?) of a written form, or None for the great many that trigger no rule."""
    key = written.key
    word = WORDS[key]
    held = not word.definite and (word.stem in attitudes() or word.stem.removesuffix("ا") in attitudes())
    found = CUE_READINGS[key], bool(LIGHT_READINGS[key]) or word.stem in rule_words("comes_out"), held
    return found if any(found) else None


def apply_rules(reading, skip=()):
    """Try the rules at every cue word of the article but those in `skip`; return the drafts."""
    drafts, begun = [], {}
    for i in reading.tokens.telling("cues"):
        if reading.kinds[i] != WORD or i in reading.mention_in and not _calls_upon(reading, i) or i in skip or i in reading.taken or i - 1 in reading.opens and _is_quoted_name(reading, i):
            continue
        readings, is_light, is_attitude = reading.tokens.written[i].cues
        light = (came_out(reading, i) or light_verb(reading, i)) if is_light else []
        if light:
            drafts.extend(light)
            begun[light[0].begin] = light[0]
            continue
        if is_attitude and readings and i and reading.keys[i - 1] == "علي" and readings[0].cue.act == "believe" and (held := attitude(reading, i)):
            # `على يقين من أن`
            drafts.extend(held)
            continue
        if not readings:
            drafts.extend(attitude(reading, i) if is_attitude and i + 1 not in begun and not (i in begun and begun[i].rule == "light_verb") else [])
            continue
        if readings[0].cue.lemma == "مضى" and any(r.cue.lemma == "قال" for r in CUE_READINGS[reading.keys[i + 1] if i + 1 < len(reading.keys) else ""]):
            # `ومضى | يقول: "…"`: the verb of saying is the cue.
            continue
        if _IN_FALSE_PHRASE[reading.keys[i]] and ((reading.words[i].stem, reading.keys[i + 1] if i + 1 < len(reading.keys) else "") in false_phrases() or i and (reading.keys[i - 1], reading.words[i].stem) in false_phrases()):
            continue
        if _CASES_OF[reading.keys[i]] and _is_no_cue(reading, i):
            continue
        if i > 1 and reading.keys[i - 1] in rule_words("earnest") and reading.keys[i - 2] == "عن" and any(r.form.pos == "noun" and r.form.pronoun for r in readings):
            # `أعرب عن بالغ | شكره للحضور`
            continue
        if reading.words[i].conj and _AS_NOUN[reading.keys[i]][1] and (_joined_feeling(reading, i, readings) or _joined_deed(reading, i, readings)):
            continue
        outer = begun.get(i) or begun.get(i - 1) or i > 1 and reading.kinds[i - 1] == QUOTE and begun.get(i - 2) or None
        if outer is not None and _carried_by(readings, outer, reading, i):
            continue
        if reading.inside[i] >= 0 and reading.keys[i].endswith("نا"):
            # `رأينا التنظيم في دمشق` in somebody's words: we saw, not he showed us.
            readings = tuple(r for r in readings if r.form.person == 1 and r.form.pos in FINITE) or readings
        if reading.keys[i][0] == "ف" and any(r.form.prefix == "ف" for r in readings) and in_byline(reading, i):
            continue
        for draft in _first(reading, i, readings) or (_holds(reading, i) if is_attitude and readings[0].form.pos == "participle" else []):
            earlier = begun.get(draft.begin) if draft.begin is not None else None
            if earlier is not None and earlier.rule == "passed_on" and draft.rule == "passed_on_words":
                # `ونقل عن المدير | قوله إن …`: one and the same.
                continue
            if earlier is not None and draft.rule == "noun_agent" and earlier.reading.cue.lemma == "نقل" and earlier.cue[0] < i:
                # `نقلت الوكالة | قول المدير: "…"`: another's words are passed on.
                earlier.begin, earlier.how, earlier = i, "object", None
            if earlier is not None and i - earlier.cue[0] <= 8 and draft.kind != "participle" and draft.rule != "passed_on_words" and draft.reading.cue.lemma == "قال" and earlier.cue[0] != i:
                if not ((earlier.reading.cue.act == "write" or earlier.rule == "shared_content" and earlier.reading.cue.lemma != "قال") and said_therein(reading, i)):
                    # `وتابع فلان يقول: …`, `وأضاف قوله`: the second word of saying only carries the first one on.
                    continue
                # `كتب فلان منشورا يقول فيه …`: it is what he says there.
                drafts.remove(earlier)
                draft.sources = draft.sources or earlier.sources
            if earlier is not None and draft.rule.startswith("noun") and draft.how == "clause" and earlier.how == "clause" and earlier.kind == "finite" and earlier.cue[0] < i and earlier.reading.cue.act in ("say", "declare"):
                # `ذكرت تقارير استندت إلى روايات شهود أن …`: the clause is the verb's.
                continue
            if earlier is not None and earlier.cue[0] < i and (draft.reading.cue.act == "write" or talks_to(reading, i)) and not reading.words[i].conj and draft.rule in ("verb_alone", "relative_verb", "relative_clause"):
                # `قال المدير في مقابلة نشرت أمس إن …`, `قال في الرسالة التي نشرتها البلدية: "…"`: where it was published; `قال عمال تحدثوا إلى الصحيفة إن …`.
                continue
            if earlier is not None and draft.kind == "finite" and draft.reading.form.pronoun and reading.words[i].stem in publishing_verbs():
                # `قال الجيش في بيان نشره على موقعه إن …`: the pronoun is the document's; one and the same speaks.
                continue
            drafts.append(draft)
            if earlier is not None and draft.reading.form.pronoun and draft.kind == "finite":
                # `في تصريحات نقلتها الوكالات إن …`: who passes the words on is no subject for what follows.
                draft.kind = "aside"
            if draft.begin is not None:
                begun[draft.begin] = draft
            drafts.extend(_passed_from(reading, draft))
    return drafts


def _holds(reading, i):
    """`فرنسا | عازمة على الحوار`: the drafts of a doubtful participle that is an adjective of attitude, with who has it before it; not of one's own (`إنه مقتنع بأن …`)."""
    return [draft for draft in attitude(reading, i) if draft.sources and actor_like(reading, draft.sources[0])]


def _is_quoted_name(reading, i):
    """One word in marks behind a noun is its name: `تحالف "الأمل"`."""
    return i - 1 in reading.opens and reading.opens[i - 1].last == i + 1 and i >= 2 and reading.words[i - 2] is not None and reading.words[i - 2].stem.removeprefix("ال") in named_heads()


def _is_new(reading, i):
    """`وزراء | جدد`, `وزراء جدداً`: right behind an indefinite noun, or with a noun's ending, the word is an adjective, not a verb that renews."""
    if reading.tokens.forms[i].endswith(("ً", "ًا")) and all(r.form.pos in FINITE for r in CUE_READINGS[reading.keys[i]]):
        return True
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    return reading.keys[i] in rule_words("new") and before is not None and not before.definite and not before.particle and not before.verb and i - 1 not in reading.mention_in


def _calls_upon(reading, i):
    """`حذرت النقابة من الخطر، | داعية الحكومة إلى …`: behind a comma and before one who is called upon, the word for a preacher is a participle."""
    if reading.keys[i] not in rule_words("preacher") or reading.tokens.forms[i - 1 - (reading.kinds[i - 1] == QUOTE)] not in COMMAS or reading.words[i + 1] is None or not reading.words[i + 1].definite and i + 1 not in reading.mention_in:
        return False
    return any(reading.keys[k] == "الي" or reading.words[k] is not None and reading.words[k].prep == "ل" for k in range(i + 2, min(i + 10, reading.sentence_end(i))))


def _counted(reading, i):
    """`20 ألف | طالب`, `100 طالب`: behind a number that is no year the word for a student demands nothing."""
    if reading.keys[i] not in rule_words("counted") or i == reading.sentence_start(i):
        return False
    if reading.kinds[i - 1] == NUMBER:
        return len(reading.tokens.forms[i - 1]) != 4 or reading.tokens.forms[i - 1][:2] not in ("19", "20")
    return reading.words[i - 1] is not None and reading.words[i - 1].stem in numerals()


def _is_matter(reading, i):
    """`الاتفاق | أمر جيد`, `وهو | أمر ضروري`: before an adjective the word for an order is a matter."""
    return reading.words[i].stem in rule_words("matter_of") and i + 1 < reading.sentence_end(i) and reading.keys[i + 1] in rule_words("matter_is")


def _let_us(reading, i):
    """`دعونا | نفتح السوق`: before a verb in the first person plural the form says let us."""
    following = reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    return reading.keys[i] in rule_words("let_us") and following is not None and not following.particle and not following.definite and following.stem.startswith("ن")


def _is_half(reading, i):
    """`الوكالة | شبه الرسمية`, `شبه الجزيرة`: a verb only with و and somebody right behind it (`وشبه الوزير الخطة بـ…`)."""
    if reading.words[i].stem not in rule_words("semi"):
        return False
    held, following = reading.mention_at.get(i + 1), reading.words[i + 1] if i + 1 < len(reading.words) else None
    if held is not None and reading.is_person(held[0]) and held[1] in reading.mention_at and any(reading.words[k] is not None and reading.words[k].prep == "ب" for k in range(held[1], min(held[1] + 6, reading.sentence_end(i)))):
        # `شبه سامي حداد النقابة بـ…`
        return False
    return not reading.words[i].conj or not (held is not None and reading.is_person(held[0]) or following is not None and following.definite and bare_noun(following) in human_titles())


def _between(reading, i):
    """`بينهم | وبين المعارضة`, `بين الحكومة | وبين الأحزاب`: a second بين is none that shows."""
    return reading.keys[i] == "وبين" and any(key.startswith("بين") for key in reading.keys[max(reading.sentence_start(i), i - 8):i])


_CASES = (
    (lambda word, key: key in rule_words("counted"), _counted),
    (lambda word, key: key in rule_words("let_us"), _let_us),
    (lambda word, key: word.stem in rule_words("matter_of"), _is_matter),
    (lambda word, key: word.stem.endswith("ا") and not word.conj, is_cognate),
    (lambda word, key: key == "وبين", _between),
    (lambda word, key: key in rule_words("new") or all(r.form.pos in FINITE for r in CUE_READINGS[key]), _is_new),
    (lambda word, key: word.stem in rule_words("semi"), _is_half),
)
"""Which words a case is for, as they are by themselves; the case that shows that such a word is no cue here."""

_CASES_OF = FormCache(lambda key: tuple(case for applies, case in _CASES if applies(WORDS[key], key)))
"""Folded form → the cases that are tried at it."""


_IN_FALSE_PHRASE = FormCache(lambda key: any(WORDS[key].stem in phrase for phrase in false_phrases()))
"""Folded form → whether its stem stands in one of the phrases that look like a cue."""


def _is_no_cue(reading, i):
    """Say whether one of the cases shows that the word at token i is no cue here."""
    for case in _CASES_OF[reading.keys[i]]:
        if case(reading, i):
            return True
    return False


def _joined_deed(reading, i, readings):
    """`لمخاطبة الإدارة | وحثها على العمل`: behind ل with a verbal noun, another verbal noun with و and its object's pronoun goes on from it."""
    if not reading.words[i].conj or not any(r.form.pos == "noun" and r.form.pronoun for r in readings) or not any(r.form.pos == "perfect" and r.form.pronoun for r in readings):
        return False
    for k in range(i - 1, max(reading.sentence_start(i), i - 8) - 1, -1):
        word = reading.words[k]
        if word is None or word.verb or word.particle:
            return False
        if word.prep == "ل" and k not in reading.mention_in:
            return word.stem in verbal_nouns()
    return False


def _joined_feeling(reading, i, readings):
    """`أعرب عن قلقه البالغ | وأسفه للحادث`: the second noun with its pronoun goes on from the first, behind عن."""
    if not reading.words[i].conj or not any(r.form.pos == "noun" and r.form.pronoun for r in readings):
        return False
    pronoun = next(r.form.pronoun for r in readings if r.form.pos == "noun" and r.form.pronoun)
    first = next((k for k in range(i - 1, max(reading.sentence_start(i), i - 3), -1) if reading.words[k] is not None and reading.words[k].stem.endswith(pronoun)), None)
    if first is not None:
        first -= first > 1 and reading.keys[first - 1] in rule_words("earnest")
        return reading.keys[first - 1] == "عن"
    # `أعرب عن إدانة الدولة | واستنكارها الشديد للهجوم`
    return any(reading.keys[k - 1] == "عن" and not reading.words[k].definite and any(r.form.pos == "noun" and not r.form.pronoun for r in CUE_READINGS[reading.keys[k]]) for k in range(i - 2, max(reading.sentence_start(i), i - 6), -1) if reading.words[k] is not None)


def _carried_by(readings, outer, reading, i):
    """An attitude noun right after its verb (`جدد دعوته`, `أعرب عن أسفه`) is that verb's content, not a cue of its own.

    With an agent of its own (`ترفض كييف مزاعم موسكو`) it is one; who speaks for a country is no other (`أعرب عن رفض بلاده للحملة`).
    """
    if i and reading.keys[i - 1] in rule_words("what") and FINITE_CUES[reading.keys[i]]:
        # `انتقد ما وصفه بـ…`: behind ما it is a verb.
        return False
    before = reading.words[i - 1]
    if outer.begin == i - 1 and outer.how == "object" and before is not None and before.definite and any(r.form.pos == "participle" and not r.form.definite and outer.reading is not None and r.form.gender == outer.reading.form.gender for r in readings) and not reading.starts_noun_phrase(i + 1):
        # `رفضت البلدية العرض | مطالبة بزيادة`: behind the object the participle goes on from who refuses.
        return False
    if outer.reading is not None and outer.reading.cue.act == "report" and any(r.form.pos == "noun" and r.cue.act == "say" for r in readings):
        # `ونقلت عنه قوله إن …`
        return False
    if outer.begin == i and outer.reading is not None and outer.reading.cue.objects:
        # `وصف إعلان ترمب بأنه شجاع`: the clause is the verb's.
        return True
    if outer.begin == i and outer.rule == "light_verb":
        # `تبادلت الرياض والدوحة | الاتهامات`
        return True
    if i + 1 < len(reading.keys) and reading.kinds[i + 1] == WORD and reading.keys[i + 1] not in rule_words("own_country") and (i + 1 in reading.mention_at and reading.mention_at[i + 1][0].kind != "demonym" or actor_like(reading, (i + 1, i + 2))) and not any(r.form.pronoun for r in readings):
        return False
    governed = outer.begin == i - 1 and before is not None and before.particle == "preposition" and outer.rule != "passed_on_words" and any(r.form.pos == "noun" for r in readings)
    if (governed or outer.begin == i and outer.how == "object") and outer.cue is not None and outer.cue[0] != i and not reading.words[i].definite:
        return True
    return outer.cue is not None and outer.cue[0] != i and any(r.form.pos == "noun" and (r.form.pronoun or outer.begin == i - 1 or not r.form.definite) for r in readings) and not any(
        r.form.pos in FINITE and not r.form.pronoun for r in readings)


def _passed_from(reading, draft):
    """نقلت الوكالة عن مصدر أن …: the one after عن is a source too, with عن as its cue where there is no قوله."""
    if draft.reading.cue.act not in ("report", "learn") or draft.begin is None:
        return
    about = draft.cue[0] + 1
    if draft.begin >= len(reading.keys):
        return
    if draft.how == "clause" and not any(reading.words[k] is not None and reading.words[k].stem in rule_words("own_words") for k in range(about, draft.begin)) and reading.keys[about].startswith("عن") and reading.words[about] is not None and reading.words[about].particle == "pronoun_prepositional":
        # `ونقلت عنها وسائل إعلام أن …`
        inner = Draft("passed_on_from", draft.sentence, (about, about + 1), draft.reading, [], draft.begin, kind="aside", confidence=0.75)
        inner.gender, inner.number = pronoun_features(reading.keys[about][2:])
        yield inner
        return
    tongue = spoken_by_tongue(reading, draft.begin)
    if reading.keys[draft.begin] != "عن" and not tongue and (draft.reading.cue.act != "learn" or reading.keys[draft.begin] not in draft.reading.cue.prepositions):
        return
    limit = reading.sentence_end(draft.begin)
    clause = read_clause(reading, draft.begin + tongue, PASSING, draft.reading.form, limit)
    head = clause.subjects[0][0] if clause.subjects else draft.begin
    if reading.words[head] is not None and reading.words[head].stem in verbal_nouns() and reading.words[head].stem not in documents() and head not in reading.mention_at:
        # `أفادت الوكالة عن مقتل 20 شخصا`: what happened tells nothing.
        return
    if clause.subjects and clause.begin is not None and not any(
            r.form.pos == "noun" and (r.form.pronoun or r.form.definite and k == clause.begin - 1 and clause.how == "clause" and r.cue.lemma == "قال") for k in range(draft.begin, clause.begin) for r in CUE_READINGS[reading.keys[k]]):
        yield Draft("passed_on_from", draft.sentence, (draft.begin, draft.begin + 1 + tongue), draft.reading, [clause.subjects[0]], clause.begin, kind="nested", confidence=0.85)


def _first(reading, i, readings):
    """Return the drafts of the first rule that takes the cue at token i; an empty list where a rule says it is none, or none takes it."""
    if reading.words[i].particle == "preposition":
        readings = [CueReading(governing(r.cue.lemma, narrowed, "complement", r.cue.endorsement, r.cue.act), r.form) for r in readings
                    if (narrowed := tuple(g for g in r.cue.governs if g in r.cue.prepositions or g == "ان" and (reading.words[i].conj or "\u0651" in reading.tokens.forms[i] or i and (reading.keys[i - 1] in rule_words("border") or _own_side_before(reading, i))) or g == "quote" and _marks_behind(reading, i)))]
    # `في حديث تابعته الوكالة`: with an object these verbs go on with no speech.
    readings = [r for r in readings if not (r.form.pronoun and r.form.pos in FINITE and fold(r.cue.lemma) in rule_words("going_on"))]
    written, named_only = reading.tokens.forms[i], False
    begins_with_u = "\u064f" in written and written.lstrip("وفس")[1:2] == "\u064f"
    if begins_with_u or "\u064f" in written and ("\u064f" in written[1:3] or "\u064f" in written[1:5] and reading.words[i].stem[0] == "ا"):
        # Written with damma on its first letter, or on the one behind its alef, it is a passive: `وأُبلغت قيادات`, `واتُهم المدير`, `استُبعد`;
        # but `وتُصر الوزارة على …` can be active where a subject is named, and `وتُضيف` can be nothing else.
        active = [r for r in readings if r.form.pos == "imperfect" and r.form.person == 3 and r.cue.lemma in u_lemmas()]
        named_only = any(r.cue.lemma[0] != "أ" or r.cue.lemma[-2] != "ا" for r in active)
        readings = [r for r in readings if r.form.pos in ("passive", "noun", "participle") or r in active or fold(r.cue.lemma) in rule_words("hands_on")]
    if reading.tokens.forms[i].endswith("ى") and reading.keys[i + 1:i + 2] and not is_complementizer(reading.keys[i + 1]):
        # `رجل يدعى سامي` is called so; يدعي claims.
        readings = [r for r in readings if r.cue.endorsement != "distancing" or r.form.pos != "imperfect" or r.cue.takes_object and r.form.pronoun]
    if reading.tokens.forms[i].endswith("ي") and any(r.form.pos == "noun" for r in readings):
        # `منشور رأي` is no رأى.
        readings = [r for r in readings if r.form.pos != "perfect" or r.form.pronoun]
    if not _ONLY_SAID[verbs := _as_verbs(readings)] and _noun_here(reading, i) or _AS_NOUN[reading.keys[i]][1] and _possessed(reading, i, readings):
        # `على صعيد آخر قال الوزير`, `نائب القائد بروكس قال`: some forms can be nothing but a verb.
        nouns = [r for r in readings if r.form.pos == "noun"]
        readings = nouns or [r for r in readings if r.form.pos == "participle"]
        verbs = _as_verbs(readings)
    for rule, n in _PLANS[verbs]:
        if (found := rule(reading, i, readings[n])) is not None:
            if named_only and any(d.kind == "finite" and not d.sources for d in found):
                return []
            return [] if any(_is_evidence(reading, source, readings[n]) for d in found for source in d.sources) else found
    return []


def _own_side_before(reading, i):
    """`من جهته، | بين رئيس البلدية أن …`: say whether whose side it is and a comma stand right before token i, at the head of the sentence."""
    start = reading.sentence_start(i)
    return i == start + 3 and reading.tokens.forms[i - 1] in COMMAS and reading.keys[start].removeprefix("و") == "من" and reading.keys[start + 1] in rule_words("own_side")


def _marks_behind(reading, i):
    """`وعقب النائب: «…»`, `وعقب رئيس المجلس، قائلا: «…»`: say whether a colon and marks stand a few words behind the word with و at token i, that is mostly a preposition, or behind a participle of saying that goes on from it."""
    if not reading.words[i].conj:
        return False
    stop = reading.sentence_end(i)
    colon = next((k for k in range(i + 2, stop - 1) if reading.tokens.forms[k] == ":" and k + 1 in reading.opens), None)
    return colon is not None and (colon < i + 7 or carries_on(reading.keys[colon - 1]) and not any(FINITE_CUES[reading.keys[k]] for k in range(i + 1, colon)))


def _is_evidence(reading, source, r):
    """`المعلومات تشير إلى أن …`, `تظهر كل الأدلة أن …`, `تشير تقديرات إلى أن …`: facts that nobody speaks are no source (codebook, ruling 9)."""
    first = source[0] + (source[1] - source[0] > 1 and reading.words[source[0]] is not None and reading.words[source[0]].particle == "quantifier")
    word = reading.words[first]
    if word is not None and fold(r.cue.lemma) in rule_words("points_to") and source[1] == first + 1 and bare_noun(word) in rule_words("unsigned"):
        # not `تشير تقديرات المعهد إلى أن …`
        return True
    # `تفيد الأنباء بأن`, not `ذكرت أنباء أن`
    return word is not None and not rule_words("evidence").isdisjoint((bare_noun(word), word.stem))


_ONLY = {passed_on: lambda pronoun, lemma, act: fold(lemma) in rule_words("hands_on") or lemma == "قال",
         said_in_passing: lambda pronoun, lemma, act: act in ("say", "write") and not pronoun,
         what_is_called: lambda pronoun, lemma, act: pronoun}
"""What a rule asks of the verb alone (whether it has a pronoun, its lemma, its act), so that it is tried at no other."""


def _plan(readings):
    """Return (rule, which reading) in the order in which they are tried, for readings given by `_as_verbs`."""
    return tuple((rule, n) for rule, forms in RULES.items() for n, (form, *verb, _) in enumerate(readings)
                 if form in forms and (rule not in _ONLY or _ONLY[rule](*verb)) and (rule is document_holds or fold(verb[1]) not in rule_words("comes_in")))


def _as_verbs(readings):
    """Return (form, whether it has a pronoun, lemma, act, strength) of each reading."""
    return tuple([(r.form.pos, bool(r.form.pronoun), r.cue.lemma, r.cue.act, r.cue.strength) for r in readings])


_PLANS = FormCache(_plan)
_ONLY_SAID = FormCache(lambda readings: all(form in FINITE and act == "say" and strength == "always" for form, _, _, act, strength in readings))
"""Combinations of readings, each worked out once: the rules to try; whether all are finite verbs that always say something."""


def _possessed(reading, i, readings):
    """`خشيتهم`, `دعوته` are a noun in ة with its pronoun, where no relative pronoun makes a verb of them."""
    before = reading.words[i - 1] if i > reading.sentence_start(i) else None
    if before is None or before.particle == "relative" or before.stem in rule_words("what") or reading.words[i].conj:
        return False
    finite = [r.form for r in readings if r.form.pos in FINITE]
    return any(r.form.pos == "noun" and r.form.pronoun for r in readings) and bool(finite) and all(
        form.pronoun and reading.keys[i].removesuffix(form.pronoun).endswith("ت") for form in finite)


def _behind_whom(reading, i):
    """`نقلت الوكالة عن الوزارة | وصفها القتلى بأنهم …`: right behind عن and him whose words are passed on stands their noun."""
    about = next((k for k in range(i - 1, max(reading.sentence_start(i), i - 12), -1) if reading.keys[k] == "عن"), None)
    return about is not None and reading.noun_phrase(about + 1, i) == i and any(
        r.form.pos in FINITE and r.cue.act == "report" for k in range(max(reading.sentence_start(i), about - 8), about) for r in CUE_READINGS[reading.keys[k]])


def _bare_key(reading, i):
    """The form at token i without its conjunction: `وبعد` is `بعد`."""
    word = reading.words[i]
    return reading.keys[i] if word is None or not word.conj else reading.keys[i][1:]


_AS_NOUN = FormCache(lambda key: (any(r.form.pos == "noun" and not (r.form.pronoun or r.form.prefix) for r in CUE_READINGS[key]), any(r.form.pos == "noun" and r.form.pronoun for r in CUE_READINGS[key])))
"""Folded form → whether as a cue it can be a noun with neither pronoun nor proclitic, and whether it can be one with a pronoun."""


def _noun_here(reading, i):
    """After a preposition, a quantifier or another verb a form that could be a verb is a noun: `بعد رفض`, `رفضت طلب`.

    The parts of a name are none of these, though they look it: `محمد علي قال`, `محمد باقري طلب`.
    """
    bare, own = _AS_NOUN[reading.keys[i]]
    if bare and not reading.words[i].conj and (of_nation(reading, i) or reading.keys[i + 1:i + 2] and reading.keys[i + 1] in rule_words("of_many") and behind_adjectives(reading, i)):
        # `رفض روسي قاطع للقرار`, `مطالبة فرنسية بوقف القتال`
        return True
    if i == reading.sentence_start(i) or reading.words[i].conj:
        return False
    if own and _behind_whom(reading, i):
        return True
    if happened_to(reading, i) is not None:
        return False
    if reading.keys[i - 1] in ("ان", "بان") and _bare_key(reading, i - 2) not in rule_words("takes_clause") and _bare_key(reading, i - 2) not in rule_words("when_said") and any(r.form.pos == "noun" and not r.form.pronoun for r in CUE_READINGS[reading.keys[i]]) and not any(r.form.pos == "imperfect" for r in CUE_READINGS[reading.keys[i]]):
        # `شدد على أن رد أنقرة سيكون قاسيا`: right behind أن stands no perfect.
        return True
    if i - 1 in reading.mention_in or said_therein(reading, i):
        # `أدلى الوزير بتصريح قال فيه إن …`
        return False
    before = reading.words[i - 1]
    if before is None:
        # `طالب موسكو بـ"كشف دورها"`
        return i - 1 in reading.opens and i >= 2 and reading.keys[i - 2].rstrip("ـ") in ("ب", "ل") and any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[i]])
    if before.particle is None and not before.definite and not before.verb and before.stem in common_nouns() and before.stem not in speaking_nouns() and before.stem not in documents() and i + 1 < len(reading.words) and reading.words[i + 1] is not None and reading.words[i + 1].definite and any(r.form.pos == "noun" and not r.form.pronoun for r in CUE_READINGS[reading.keys[i]]):
        # `سبب رد الوسام`
        return True
    if before.stem in rule_words("first_or_last") and not before.conj and i >= 3 and reading.words[i - 3] is not None and reading.words[i - 3].particle == "preposition" and (noun := reading.words[i - 2]) is not None and not (noun.particle or noun.verb or noun.definite):
        # `في سياق آخر | أكد الوزير أن …`: an adjective, not the last.
        return False
    if before.stem in rule_words("first_or_last") and not before.conj and any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[i]]):
        # `في أول رد على القرار`
        return True
    if before.particle in ("preposition", "quantifier") and before.stem not in ("من", "حتي", "منذ") and before.stem not in rule_words("what"):
        return True
    if before.definite and i >= 2 and reading.keys[i - 2] in ("من", "ومن") and any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[i]]) or before.prep in ("ل", "ب") and not before.definite or before.stem in rule_words("done"):
        return True
    if before.verb and before.particle is None and reading.words[i].verb is None and not any(r.form.pos == "imperfect" and r.form.prefix.endswith("ل") for r in CUE_READINGS[reading.keys[i]]):
        # not `عاد ليعلن`
        return True
    return FINITE_CUES[reading.keys[i - 1]] and any(r.form.pos in FINITE and ("obj" in r.cue.governs) for r in CUE_READINGS[reading.keys[i - 1]]) and not any(
        r.form.pos == "imperfect" for r in CUE_READINGS[reading.keys[i]])
