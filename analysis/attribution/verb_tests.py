"""What the rules of reporting verbs ask of a verb and the words around it."""

from analysis.attribution.clause import BY_SAYING, read_clause
from analysis.attribution.evidence import SPEECH, draft_at, goes_on_doing
from analysis.cues import CUE_READINGS, FINITE
from analysis.text import fold
from analysis.wordlists import rule_words
from analysis.words import QUOTE, WORD


def shared(reading, i, r, clause):
    """وعلق الوزير قائلا: «…»: the verb shares the content of the participle that follows it in its clause."""
    by_saying = r.cue.act != "deny" and clause.end < len(reading.keys) and BY_SAYING[reading.keys[clause.end]]
    if "quote" not in r.cue.governs and r.cue.strength != "always" and not by_saying or reading.words[i].particle is not None:
        return None
    if r.cue.takes_object and "quote" not in r.cue.governs and clause.subjects and reading.words[i].conj and continues_sentence(reading, clause.subjects[0], r):
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
                if inner.begin is None or r.cue.act == "show" and other.cue.act != "demand" or r.cue.act in ("criticise", "condemn") and inner.how not in SPEECH and other.cue.act == "demand":
                    # not `تضمن الاتفاق موافقة الشركة على الخطة`, `هاجم الوزير النقابة، مطالبا المدير بـ…`
                    return None
                drafts = [draft_at("shared_content", reading, i, r, sources=s, clause=inner, confidence=0.8) for s in [[s] for s in clause.subjects] or [[]]]
                for draft in drafts:
                    draft.sure = inner.how in SPEECH and bool(clause.subjects) and clause.subjects[0][0] == i + 1
                return drafts
            if other.form.pos in FINITE and not (reading.tokens.forms[k].endswith("ى") and other.cue.endorsement == "distancing"):
                # not `كتب أحدهم، ويدعى سامي حداد، قائلا: "…"`
                return None
    return None


def continues_sentence(reading, first, r):
    """و + verb behind a statement of the same gender in the sentence: `نددت الخارجية بـ…، وطالبت القوات بـ…`."""
    i = first[0] - 1
    if reading.words[i] is None or not reading.words[i].conj:
        return False
    return any(o.form.pos in FINITE and o.form.gender == r.form.gender and o.cue.strength != "doubtful" and o.form.pos == r.form.pos
               for k in range(reading.sentence_start(i), i) for o in CUE_READINGS[reading.keys[k]])


def i_feel(reading, i, r):
    """`أعتقد أن …`: written with hamza a verb of feeling is the first person, in marks or without them."""
    return reading.tokens.forms[i].lstrip("وف")[:1] == "أ" and fold(r.cue.lemma) in rule_words("feels") and any(o.form.person == 1 for o in CUE_READINGS[reading.keys[i]])


def headline_goes_on(reading, i):
    """`موسكو تستدعي سفير بريطانيا | وتطالب بعينة`: in a headline a second verb goes on with the party that opens it."""
    start = reading.sentence_start(i)
    named = reading.mention_at.get(start)
    if start != 0 or named is None or reading.words[i] is None or not reading.words[i].conj or not named[1] < i:
        return False
    return reading.keys[named[1]][:1] in ("ي", "ت") and reading.words[named[1]] is not None and not reading.words[named[1]].particle


def deals_with(reading, i, clause):
    """`تطرق | الحديث إلى الأزمة`: say whether a talk or meeting, which says nothing itself, stands right behind the verb."""
    head = reading.words[i + 1] if i + 1 < reading.sentence_end(i) else None
    return clause.how == "preposition" and head is not None and head.definite and not head.prep and (head.stem[2:] in rule_words("meeting") or head.stem[2:] in rule_words("talk"))
