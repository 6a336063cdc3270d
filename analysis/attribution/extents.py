"""Where the content of a statement starts and ends."""

from functools import cache

from analysis.attribution.adverbials import is_adverb, is_cognate
from analysis.attribution.clause import BY_SAYING
from analysis.attribution.features import bare_noun, is_document, phrase_features
from analysis.attribution.complements import has_pronoun, is_complementizer, preposition_at, said_therein
from analysis.attribution.objects import is_plural, is_possessive, is_title
from analysis.cues import CUE_READINGS
from analysis.inflection import without_pronoun
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.wordlists import WORDS, common_nouns, documents, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, PUNCT, QUOTE, WORD, FormCache


def run_on(reading, drafts):
    """Add to each draft the quotations that go on in marks of their own, with no new cue: `"…". "…".`"""
    by_last = {d.content[-1][1] - 1: d for d in drafts if d.kind in ("finite", "participle") and d.content[-1][0] in reading.opens}
    taken = {d.sentence for d in drafts}
    _quoted_behind(reading, drafts)
    for quotation in reading.quotations:
        draft = by_last.get(quotation.last)
        if draft is None or not quotation.closed:
            continue
        following = reading.tokens.sentence_of[quotation.last] + 1
        while following < len(reading.sentences) and following not in taken:
            first, last = reading.tokens.bounds[following]
            more = reading.opens.get(first)
            if more is None or more.last < last - 2 or not more.closed or reading.is_name(more):
                break
            draft.content.append((more.first, more.last + 1))
            following = reading.tokens.sentence_of[more.last] + 1


def _quoted_behind(reading, drafts):
    """`أوضح المدير أن الجسر قديم. | "بني قبل مئة عام".`: add a quotation without a cue of its own, in sentences of its own, to the content that ends the sentence before it in its paragraph."""
    last_in = {d.sentence: d for d in drafts if d.kind in ("finite", "participle") and d.how == "clause"}
    outside = {d.sentence for d in drafts if reading.inside[d.anchor] < 0}
    for index, draft in last_in.items():
        if index + 1 >= len(reading.sentences) or index + 1 in outside or reading.sentences[index + 1].paragraph != reading.sentences[index].paragraph:
            continue
        more = reading.opens.get(reading.tokens.bounds[index + 1][0])
        if more is None or not more.closed or reading.is_name(more) or more.last < reading.sentence_end(more.last) - 2:
            continue
        if all(reading.kinds[k] == PUNCT for k in range(draft.content[-1][1], reading.tokens.bounds[index][1])):
            draft.content = [*draft.content, (more.first, more.last + 1)]


@cache
def background():
    """Return first folded word → [(the phrase's folded words, the words behind it with which it is none)] of background.tsv."""
    table = {}
    for row in read_table("background.tsv", {"phrase": None, "unless": None}):
        words = tuple(fold(w) for w in row["phrase"].split())
        table.setdefault(words[0], []).append((words, frozenset(fold(w) for w in (row["unless"] or "").split(";"))))
    return table


def end_contents(reading, drafts):
    """Give every draft its content ranges and its form. Drafts must be in text order."""
    by_sentence = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for draft in drafts:
        if draft.content is None and draft.begin is not None:
            draft.content = _content(reading, draft, by_sentence[draft.sentence])
    for draft in drafts:
        if draft.echoes:
            said = [d for d in by_sentence[draft.sentence] if d.anchor < draft.anchor and not d.echoes and d.content]
            if not said and draft.content and draft.content[-1][1] <= reading.sentence_start(draft.anchor):
                # `قال الوزير إن الخطة جاهزة. وهو ما نفاه المدير.`
                said = [d for d in by_sentence.get(draft.sentence - 1, ()) if not d.echoes and d.content]
            if draft.kind == "according":
                # What closes with `على حد تعبيره` is what he said, not what is told in it.
                said = [d for d in said if not any(a <= d.anchor < b for other in said if other is not d for a, b in other.content)]
            last = said[-1] if said else None
            if last is not None and draft.kind == "according" and last.content[-1][1] <= draft.anchor:
                # `وأضاف، في إشارة إلى الاتفاق، إن النقابة ستصمد، على حد تعبيره`: what ends right before it.
                last = max((d for d in said if d.content[-1][1] <= draft.anchor), key=lambda d: (d.content[-1][1], d.anchor))
            draft.content = list(last.content) if last is not None else draft.content
    for draft in drafts:
        if draft.rule == "according_first" and draft.content:
            _end_at_participle(reading, draft, by_sentence[draft.sentence])
    kept = [d for d in drafts if d.content]
    run_on(reading, kept)
    for draft in kept:
        draft.form = form_of(reading, draft)
    return kept


def _end_at_participle(reading, draft, siblings):
    """`بحسب الشرطة فإن رجلا نقل إلى المستشفى، | مشيرة إلى أنه …`: a participle behind a comma, with no reporting verb before it, goes on from the source."""
    behind = [d for d in siblings if d.anchor > draft.anchor and d.kind != "according"]
    first, last = draft.content[-1]
    if behind and behind[0].kind == "participle" and behind[0].continues and first < behind[0].anchor < last and reading.tokens.forms[behind[0].anchor - 1] in COMMAS:
        draft.content[-1:] = _trimmed(reading, first, behind[0].anchor) or [(first, last)]


def _content(reading, draft, siblings):
    begin = draft.begin
    while begin < len(reading.tokens) and reading.kinds[begin] == PUNCT and reading.tokens.forms[begin] in (":", "،", ",", "-", "–"):
        begin += 1
    if begin >= len(reading.tokens):
        return None
    sentence_end = reading.sentence_end(draft.anchor)
    quotation = reading.opens.get(begin)
    if quotation is not None and draft.how == "object" and quotation.last + 2 < sentence_end and reading.tokens.forms[quotation.last + 1] == ":":
        # `النقابة تحذر "الخصوم": لن نغلق السوق`
        quotation = None
    if begin >= sentence_end and (quotation is None or reading.tokens.forms[begin - 1] != ":" and reading.tokens.forms[begin - 2] != ":"):
        # Only `قال:` at a line's end reaches into the next line, and only to a quotation.
        return None
    if quotation is not None:
        end = _quotation_end(reading, draft, quotation, siblings)
        content = _trimmed(reading, begin, end)
        return content + _joined(reading, quotation, sentence_end) if content and end == quotation.last + 1 else content
    limit = min(sentence_end, draft.limit or sentence_end)
    if draft.rule.startswith("relative") and reading.tokens.forms[max(draft.cue[0] - 2, 0)] in COMMAS:
        limit = next((k for k in range(begin + 1, limit) if reading.tokens.forms[k] in COMMAS), limit)
    if (draft.rule == "what_is_called" or draft.reading is not None and draft.reading.form.pronoun and "ب" in draft.reading.cue.objects and draft.reading.cue.act == "declare") and begin + 1 in reading.opens and reading.tokens.forms[begin].rstrip("ـ") in ("ب", "ل"):
        return [(begin, reading.opens[begin + 1].last + 1)]
    outer = reading.inside[draft.anchor]
    if outer >= 0 and not _breaks_off(reading, reading.quotations[outer], begin, sentence_end):
        limit = min(limit, max(reading.quotations[outer].last, begin + 1)) if reading.quotations[outer].closed else limit
    content = _trimmed(reading, begin, _clause_end(reading, draft, begin, limit, siblings))
    if content and draft.how == "object":
        content = [(begin, _before_day(reading, begin, content[0][1]))]
    behind = _behind_phrase(reading, begin, content[0][1], siblings) if content else None
    if behind is not None and behind < limit:
        content += _trimmed(reading, behind, _clause_end(reading, draft, behind, limit, siblings)) or []
    return content


def _before_day(reading, begin, last):
    """`أعلن استقالته | العام الماضي`, `أعلن إغلاق السوق في نهاية العام الماضي |`: return where an object ends before the adverbs of time, or the noun of the verb, behind it; a time that another word governs belongs to it."""
    if last - 2 > begin and is_cognate(reading, last - 2):
        last -= 2
    while last - 1 > begin and reading.words[last - 1] is not None and reading.words[last - 1].particle == "adverb":
        last -= 1
        time = reading.words[last - 1]
        if last - 2 >= begin and time is not None and (time.particle == "time_noun" or reading.keys[last - 1] in rule_words("the_year")):
            before = reading.words[last - 2]
            comma = reading.tokens.forms[last - 2] in COMMAS
            if time.prep or not comma and (before is None or not (before.definite or is_possessive(before) or last - 2 in reading.mention_in)):
                return last + 1
            last -= 1 + comma
    return last


def _behind_phrase(reading, begin, end, siblings):
    """`رفض إغلاق السوق سريعا، برأيه، | قبل العيد`, `قال إن السوق، بحسب الشرطة، | سيغلق`: return where a content goes on behind the according-to phrase that interrupts it at `end`, or None."""
    comma = end < len(reading.kinds) and reading.tokens.forms[end] in COMMAS
    draft = next((d for d in siblings if d.kind == "according" and d.cue and d.cue[0] == end + comma), None)
    if draft is None:
        return None
    after = max([draft.cue[1], *(last for _, last in draft.sources)])
    if after + comma >= reading.sentence_end(end) or comma != (reading.tokens.forms[after] in COMMAS):
        return None
    word = reading.words[after + comma]
    opinion = not rule_words("view").isdisjoint(reading.words[k].stem for k in range(*draft.cue))
    goes_on = word is not None and not word.conj and word.particle != "relative" and (opinion and (not comma or word.particle == "preposition" or word.prep) or comma and _lacks_predicate(reading, begin, end + 1))
    return after + comma if goes_on else None


def _joined(reading, quotation, limit):
    """Return the ranges of further quotations joined with و: `قال "…" و"…"`."""
    more, after = [], quotation.last + 1
    while quotation.closed and after + 1 < limit and reading.keys[after] == "و" and after + 1 in reading.opens and not reading.is_name(reading.opens[after + 1]):
        quotation = reading.opens[after + 1]
        more.append((quotation.first, quotation.last + 1))
        after = quotation.last + 1
    return more


def _breaks_off(reading, quotation, begin, limit):
    """Say whether a few quoted words break off in the middle of their clause: `“يرحب ويدعم جهود” السلام التي …`."""
    after = quotation.last + 1
    return quotation.closed and quotation.last - begin <= 2 and quotation.last - quotation.first <= 5 and after < limit and reading.words[after] is not None and not reading.words[after].conj


def _quotation_end(reading, draft, quotation, siblings):
    """A quotation ends at its closing mark, unless its clause goes on after a short one: `قال "لا خطط" لشن عملية`."""
    end = quotation.last + 1
    limit = reading.sentence_end(quotation.last)
    if not quotation.closed:
        return min((d.anchor for d in siblings if d.anchor > quotation.first and _coordinate(reading, draft, d, quotation.first, siblings)), default=end)
    if end >= limit:
        return end
    word = reading.words[end]
    goes_on = word is not None and not word.conj and (word.particle == "preposition" or word.prep) and not any(d.anchor == end or d.cue and d.cue[0] == end for d in siblings)
    if draft.how in ("object", "quotation") and quotation.last - quotation.first == 2 and word is not None and word.definite and not word.particle:
        # `أعلنت الفصائل "فشل" المفاوضات`
        return _clause_end(reading, draft, end, limit, siblings)
    if draft.how == "object" and reading.tokens.forms[end] == ":" and quotation.last - quotation.first < 5 and draft.reading is not None and draft.reading.cue.objects:
        # `النقابة تحذر "المخربين" | : السوق في خطر`
        return _clause_end(reading, draft, end, limit, siblings)
    goes_on = goes_on and not _tells_where(reading, end)
    if goes_on and draft.how == "quotation":
        # `قال "لن نغلق السوق" | في هذه الظروف`
        return _clause_end(reading, draft, end, limit, siblings)
    said = reading.words[quotation.first + 1]
    if said is not None and (said.particle == "complementizer" or said.verb):
        return end
    if (goes_on or draft.how in ("object", "preposition") and word is not None and word.particle == "relative" and not word.conj) and quotation.last - quotation.first < 12:
        return _clause_end(reading, draft, end, limit, siblings)
    return end


def _tells_where(reading, p):
    """`قال "لن نغلق السوق" | في مقابلة أمس`, `| خلال زيارة`: say whether the preposition at p, behind a quotation, leads to when and where it was said."""
    word = reading.words[p + 1] if p + 1 < len(reading.words) else None
    if reading.keys[p] in rule_words("context") or reading.keys[p] in ("من", "دون") and _withholds(reading, p) or reading.keys[p] == "في" and word is not None and word.stem in rule_words("attempt") | rule_words("context"):
        # `قال "لن نغلق السوق" | في إشارة إلى خصومه`, `| من دون الكشف عن موعد`
        return True
    if reading.keys[p] not in rule_words("said_in") and not reading.words[p].prep and reading.words[p].stem not in rule_words("told_on"):
        return False
    noun = reading.words[p] if reading.words[p].prep else word
    return reading.keys[p] in rule_words("said_in") - {"في"} or noun is None or noun.particle in ("time_noun", "month") or not {noun.stem.removeprefix("ال"), *(base for base, _ in without_pronoun(noun.stem))}.isdisjoint(documents() | rule_words("occasion"))


def _clause_end(reading, draft, begin, limit, siblings):
    """Return the token at which the content stops: a coordinate cue, an according-to phrase, background, or the limit."""
    limit = _before_earlier(reading, draft, siblings, limit)
    stops = {_first_word(reading, d) for d in siblings if d.anchor > begin and _coordinate(reading, draft, d, begin, siblings)} | _joined_subjects(reading, draft, siblings, begin)
    p, backgrounds, behind = begin, background(), begin + (not _is_whole(reading, begin)) if begin < limit else begin
    keys, forms = reading.keys, reading.tokens.forms
    while p < limit:
        if p in stops:
            return p
        if p in reading.opens:
            if p + 1 in stops:
                return p
            quotation = reading.opens[p]
            if not quotation.closed and any(p < k <= quotation.last for k in stops):
                p += 1
                continue
            if quotation.last >= limit:
                # An إن-clause whose quotation runs on over the sentence's end goes on with it.
                return quotation.last + 1 if quotation.closed else limit
            p = quotation.last + 1
            continue
        if p == begin or not _LEADS_OUT[keys[p]] and forms[p] != ":" and forms[p - 1] not in COMMAS:
            p += 1
            continue
        key, word = keys[p], reading.words[p]
        if BY_SAYING[key] and p + 2 < limit and (forms[p + 1] == ":" or is_complementizer(keys[p + 1]) or p + 1 in reading.opens):
            # `رد على سؤال زميله | بقوله: "…"`
            return p
        if forms[p] == ":" and draft.kind == "participle" and draft.how == "preposition" and p + 1 in reading.opens and not reading.is_name(reading.opens[p + 1]):
            # `قال الوزير مشيرا إلى اللاعب | : "…"`
            return p
        if forms[p] == ":" and any(d.kind == "headline" and d.content and d.content[0][0] == p + 1 for d in siblings):
            # `النقابة تدين القرار | : لن نقبله`
            return p
        if (word is not None and word.particle in ("complementizer", "relative") and _leaves_here(reading, draft, p, begin, stops, limit, siblings)
                or _comments_on(reading, p)
                or key in rule_words("said_in") and _issued(reading, draft, p, min((k for k in stops if k > p), default=limit))
                or key in backgrounds and _background(reading, draft, p, begin, min((k for k in stops if k > p), default=limit))
                or key in ("من", "دون") and _withholds(reading, p)
                or p > behind and _turns(reading, draft, p, stops, limit)):
            return p
        p += 1
    return limit


def _leads_out(key):
    """Say whether a content can end before a folded form; before other forms it does only behind a comma, or at a colon."""
    word = WORDS[key]
    if word.particle or word.conj or word.verb or BY_SAYING[key] or key in background() or len(word.stem) > 2 and word.stem[0] in "يت" and not word.definite:
        return True
    return any(key in rule_words(name) for name in ("comments", "told_on", "said_in", "concession", "leaves_noun", "in_its_wake", "afterwards", "and_already"))


_LEADS_OUT = FormCache(_leads_out)


def _leaves_here(reading, draft, p, begin, stops, limit, siblings):
    """Say whether أن or the relative pronoun at p leaves the content: `دعت إلى الإضراب، | وأن …`, `من بيروت | التي زارها أمس`."""
    if reading.words[p].particle == "complementizer":
        return _goes_on_outside(reading, draft, p, siblings)
    return _held_by_another(reading, draft, p, siblings) or _describes_name(reading, draft, p, begin, _end_of_noun(reading, draft, p, stops, limit))


def _before_earlier(reading, draft, siblings, limit):
    """`قال المدير قبل الجلسة التي طلبت النقابة عقدها، | إن …`: return where, inside `limit`, the content of a cue before this one begins, with this cue between the two."""
    begins = [d.begin for d in siblings if d.cue and draft.cue and d.begin is not None and d.cue[0] < draft.cue[0] and draft.begin < d.begin and d.how == "clause" and reading.tokens.forms[d.begin - 1] in COMMAS]
    return min([limit, *begins])


def _goes_on_outside(reading, draft, p, siblings):
    """`قال إن النقابة دعت إلى الإضراب، | وأن العمال يؤيدونها`: a second أن goes on from the clause that holds a content without one."""
    if draft.how == "clause" or reading.keys[p][0] not in "وف" or reading.tokens.forms[p - 1] not in COMMAS and reading.tokens.forms[p][1:2] != "إ":
        return False
    if any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(draft.begin, p)):
        return False
    return any(d.how == "clause" and d.begin < draft.cue[0] and d.anchor < draft.anchor for d in siblings if d.begin is not None and draft.cue)


def _held_by_another(reading, draft, p, siblings):
    """`طالب بإغلاق الميناء | الذي تقول النقابة إنه آمن`, `بحل الحزب | الذي تعتبره متطرفا`: what somebody says or holds of what is named last is told by the narrator."""
    word = reading.words[p]
    if word is None or word.particle != "relative" or draft.kind not in ("finite", "participle") or p - draft.begin < 2 or draft.reading is not None and draft.reading.cue.act == "report":
        return False
    if draft.how == "clause" and not _has_verb(reading, draft.begin, p):
        # `أن الجسر الذي قال المدير إنه آمن سينهار`: its verb is still to come.
        return False
    behind = range(p + 2, reading.sentence_end(p))
    if any(reading.tokens.forms[k - 1] in COMMAS and reading.words[k] is not None and reading.words[k].conj and reading.words[k].stem in verbal_nouns() for k in behind):
        # `طالب بوقف الأعمال التي وصفها بالخطيرة، ووضع حد لها`
        return False
    held = next((d for d in siblings if d.kind == "nested" and d.rule.startswith("relative") and p < d.anchor <= p + 2), None)
    if held is None or held.reading is None or draft.reading is not None and "ب" in draft.reading.cue.objects and any(reading.kinds[k] == WORD and reading.keys[k][0] == "ب" and is_complementizer(reading.keys[k]) for k in behind if k != held.begin):
        # `وصف الحكم الذي أكدته المحكمة بأنه ظالم`
        return False
    ends = (held.how == "clause" and held.reading.cue.act in ("say", "believe", "declare", "hope") or held.reading.form.pronoun != "" and (held.reading.cue.act == "believe" or held.reading.cue.act == "declare" and "ب" in held.reading.cue.objects))
    before = reading.words[p - 1]
    if not held.reading.form.pronoun and (said_therein(reading, held.anchor) or before is not None and (bare_noun(before) in documents() or any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[p - 1]]))):
        # `نفى المزاعم التي تقول إن …`, `كرر تصريحاته التي قال فيها إن …`: it tells what they say.
        return False
    # `طالب بفتح الجسر الذي قال إنه آمن`: he who demands says so.
    held.continues = held.continues or ends and not held.sources and (bool(held.reading.form.pronoun) or p - 1 not in reading.mention_in or reading.mention_in[p - 1].kind == "demonym")
    return ends


def _is_whole(reading, begin):
    """Say whether the content's first word needs no other: a noun with its pronoun (`استقالته | خلال كلمة`)."""
    word = reading.words[begin]
    return word is not None and not word.particle and is_possessive(word)


def _joined_subjects(reading, draft, siblings, begin):
    """Where in a headline another's statement is joined to a content that is no clause: `يؤيدان الاتفاق | وطهران تحذر ترامب`."""
    if draft.how == "clause" or reading.sentences[draft.sentence].paragraph != 0:
        return set()
    places = {d.sources[0][0] for d in siblings if d.rule == "subject_verb" and d.sources and begin < d.sources[0][0] < d.anchor}
    return {k for k in places if reading.words[k] is not None and reading.words[k].conj}


def _coordinate(reading, draft, other, begin, siblings):
    """Say whether `other` is a statement beside `draft` rather than one inside its content."""
    i = other.anchor
    if i - 1 in reading.opens and i >= 2 and reading.keys[i - 2] == "و" and other.kind != "nested" and draft.how != "clause":
        # و before a mark of its own: `يرحب بـ… و”يأخذ علما” بـ…`.
        return True
    held = reading.quotations[reading.inside[i]] if reading.inside[i] >= 0 else None
    if held is not None and held.first >= begin and (held.closed or other.kind != "participle" or reading.tokens.forms[i - 1] not in COMMAS):
        # `قال إنه "لن يغلق السوق، | مضيفا …`: a mark that is never closed holds no participle behind a comma.
        return False
    if other.kind == "according":
        return other.rule != "according_first"
    if other.kind == "participle":
        # `إنه ما زال مصرا على …`: behind an auxiliary it is what is said.
        return reading.words[i - 1] is None or reading.words[i - 1].particle != "auxiliary"
    if other.kind == "nested":
        # `دان التصريحات التي أدلى بها، | والتي اعتبرتها الوزارة …`
        relative = reading.words[i - 1] if i > begin + 1 else None
        return relative is not None and relative.particle == "relative" and relative.conj and reading.tokens.forms[i - 2] in COMMAS
    form = other.reading.form if other.reading else None
    if form is None:
        return False
    if form.person == 1 and reading.words[i].conj and reading.inside[i] >= 0 and reading.inside[i] == reading.inside[draft.anchor] and draft.reading is not None and draft.reading.form.person == 3:
        # `"تعهدت النقابة بإنهاء الإضراب، | ونحذرها من التأخير"`: we are who is quoted.
        return True
    if form.pos == "imperfect" and (draft.reading is None or draft.reading.form.pos != "imperfect"):
        # `نفت تلك الاتهامات، وتصر على أن …`: beside a noun phrase, behind a comma, a verb of the same gender goes on.
        return draft.how == "object" and draft.kind == "finite" and reading.words[i].conj and reading.tokens.forms[i - 1] in COMMAS and draft.reading is not None and draft.reading.form.gender == form.gender
    before = reading.words[i - 1] if i else None
    if before is not None and before.particle in ("complementizer", "relative"):
        if has_pronoun(before) and reading.words[i - 2] is not None and reading.words[i - 2].stem in rule_words("adversative"):
            # `أعلن الوزير أن …، إلا أنه أوضح أن …`
            return draft.reading is not None and draft.reading.form.gender == form.gender and form.pos == draft.reading.form.pos
        return has_pronoun(before) and reading.keys[i - 2] in ("كما", "فيما")
    if other.rule == "subject_verb" and reading.keys[i - 1] in rule_words("did_again") or _goes_on_inside(reading, draft, other, begin, siblings):
        # `قال إن المدير سبق وأكد أن …`
        return False
    if _of_inner_subject(reading, draft, other) and not any(d.kind == "finite" and d.anchor < draft.anchor and d.content and d.content[-1][1] > draft.anchor and d.reading is not None and d.reading.form.gender == form.gender for d in siblings):
        return False
    if reading.words[i].conj or before is not None and before.particle == "conjunction" and len(before.stem) > 3:
        return True
    if _main_clause_answers(reading, draft, other):
        return True
    if other.rule == "subject_verb":
        return bool(other.sources) and _set_against(reading, min(s[0] for s in other.sources))
    return _after_border(reading, i) and not _awaits_verb(reading, draft, i)


def _goes_on_inside(reading, draft, other, begin, siblings):
    """`ذكر البيان أن الوزير أشاد بالنقابة | وقال إنها …`: a perfect with و and no comma goes on from a cue inside the clause that has its subject before it."""
    i, form = other.anchor, other.reading.form
    if draft.how == "quotation" or other.rule != "verb_alone" or form.pos != "perfect" or form.pronoun or not reading.words[i].conj or reading.words[i - 1] is None or fold(other.reading.cue.lemma) in rule_words("going_on"):
        return False
    return any(d.rule == "subject_verb" and begin < d.anchor < i and d.reading.form.pos == "perfect" and (d.reading.form.gender, d.reading.form.number) == (form.gender, form.number) for d in siblings)


def _of_inner_subject(reading, draft, other):
    """`قالت الشركة إن المدير زار الميناء | وأبلغ العمال بأن …`: a perfect of another gender than the cue's goes on from the subject inside the clause; so does `إن المحكمة قبلت الطعن، | ورفضت التسليم`."""
    if draft.how != "clause" or draft.kind not in ("finite", "participle") or draft.rule == "what_is_called" or other.rule != "verb_alone" or draft.reading is None:
        return False
    mine, its = draft.reading.form, other.reading.form
    if its.pos != "perfect" or its.number == "p" or its.person != 3 or mine.person == 1 or fold(other.reading.cue.lemma) in rule_words("going_on"):
        return False
    if mine.number == "s" and (its.gender != mine.gender or its.number == "d"):
        return not draft.sources or not is_document(reading, draft.sources[0]) and phrase_features(reading, draft.sources[0])[0] in (None, mine.gender)
    return other.reading.cue.act == "reject" and reading.keys[other.anchor + 1] not in rule_words("withheld") and _inner_perfect(reading, draft, its)


def _inner_perfect(reading, draft, form):
    """Say whether the clause's own subject and a perfect of this gender right behind it open the content."""
    begin = draft.begin + (not is_complementizer(reading.keys[draft.begin]))
    p = reading.noun_phrase(begin + 1, reading.sentence_end(begin))
    word = reading.words[p] if begin + 1 < p < reading.sentence_end(begin) else None
    return word is not None and word.verb == "perfect" and word.stem.endswith("ت") == (form.gender == "f")


def _first_word(reading, draft):
    """The token at which a statement beside another begins: its subject where that stands right behind لكن, else its cue."""
    first = min([draft.anchor, *(first for first, _ in draft.sources)])
    if draft.rule == "verb_alone" and reading.keys[draft.anchor - 1] in rule_words("did_again"):
        # `… | ثم عاد وقال إن …`
        return draft.anchor - 1 - (reading.keys[draft.anchor - 2] in ("ثم", "و"))
    return first if draft.rule == "subject_verb" and _set_against(reading, first) else draft.anchor


def _set_against(reading, first):
    """`أكدت أنقرة معارضتها، لكن | موسكو أعلنت …`: a new subject right behind لكن begins a statement of its own."""
    before = reading.words[first - 1] if first > reading.sentence_start(first) else None
    return before is not None and before.stem in rule_words("against")


def _main_clause_answers(reading, draft, other):
    """`وعندما طلبت الصحيفة منه التعليق على الخبر | قال "لا أعرفه"`: say whether the main verb, with its words right behind it, closes the clause of time that opens the sentence and holds the draft's noun phrase."""
    i, start = other.anchor, reading.sentence_start(draft.anchor)
    if draft.how not in ("object", "preposition") or other.rule != "verb_alone" or other.reading.form.pos != "perfect" or reading.keys[start].removeprefix("و") not in rule_words("when_opens"):
        return False
    before = reading.words[i - 1]
    return start + 1 == draft.anchor and before is not None and before.particle is None and not reading.words[i].prep and (i + 1 in reading.opens or reading.tokens.forms[i + 1] == ":" or is_complementizer(reading.keys[i + 1]) and not has_pronoun(reading.words[i + 1]))


def _awaits_verb(reading, draft, i):
    """Say whether the verb at i, behind a comma, is the one that the أن-clause still lacks: `إن الشركة، كبرى شركات البلاد، طلبت …`."""
    if draft.how != "clause" or reading.words[i].conj or reading.tokens.forms[i - 1] not in COMMAS:
        return False
    before = reading.words[draft.cue[0] - 1] if draft.cue[0] > reading.sentence_start(draft.cue[0]) else None
    if before is not None and before.particle in ("subordinator", "conjunction"):
        # `بينما تؤكد بيونغ يانغ أن …، تعتبرها سيول …`: the main clause begins behind the comma.
        return False
    return not _has_verb(reading, draft.begin + 1, i)


def _after_border(reading, i):
    """A comma, or كما, فيما, بينما, حيث before the cue."""
    if i == 0:
        return True
    return reading.tokens.forms[i - 1] in ("،", ",", ".", "؛") or reading.keys[i - 1] in rule_words("border")


def _background(reading, draft, p, begin, limit):
    """Say whether the journalist's background begins at p, behind a comma.

    A relative clause that closes with a comma of its own stands in the middle of what is said: `إن الشركة، التي …، طلبت`.
    """
    phrases = background().get(reading.keys[p])
    if not phrases or reading.tokens.forms[p - 1] not in ("،", ",", "-", "–") and reading.keys[p] not in ("وسط", "وذلك"):
        # `قال إنه "لن يغلق السوق" | وذلك بعدما …`
        return False
    if reading.keys[p] == "في" and p + 1 < limit and reading.keys[p + 1] in rule_words("frame") and any(reading.tokens.forms[k] in COMMAS for k in range(p, limit)):
        # `إن روسيا قدمت، في إطار الاتفاق، تنازلات`
        return False
    last = reading.words[p - 2]
    if reading.words[p].particle is None and _lacks_predicate(reading, begin, p) and (last is None or last.definite or p - 2 in reading.mention_in or reading.words[begin + 1] is not None and not reading.words[begin + 1].definite):
        # `إن الهجوم، ثاني أكبر هجوم في المدينة، نفذته أسرة`
        return False
    if reading.keys[p] == "الذين" and is_complementizer(reading.keys[begin]) and p - 2 not in reading.mention_in:
        # `قال إنه طرد الموظفين المتأخرين، | الذين رفضوا القرار`: who is meant.
        return False
    if reading.keys[p] == "بعد" and reading.keys[p + 1:p + 2] != ["ان"] and reading.kinds[p - 2] != QUOTE and (_is_clause(reading, begin) or draft.reading is not None and draft.reading.cue.act in ("declare", "report")):
        # `قال إن السوق مغلق، | بعد حريق صغير`
        return False
    if reading.words[p].particle == "relative" and (p - begin < 6 and is_complementizer(reading.keys[begin]) or p - begin < 2 or _lacks_predicate(reading, begin, p) or _resumes(reading, p, limit)):
        return False
    return any(tuple(reading.keys[p:p + len(words)]) == words and not unless.intersection(reading.keys[p + len(words):p + len(words) + 1]) for words, unless in phrases)


def _is_clause(reading, begin):
    """Say whether a content that begins at `begin` is a clause with أن, behind a preposition of its own or not: `أن …`, `من أن …`."""
    return any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(begin, min(begin + 2, len(reading.keys))))


def _resumes(reading, p, limit):
    """`أن الشركة، | التي بدأت العمل أمس، طلبت قرضا`: say whether a comma, with more than a time behind it, closes the relative clause that begins at p."""
    return any(reading.tokens.forms[k] in COMMAS and k + 1 < limit and not is_adverb(reading, k + 1) for k in range(p, limit))


def _comments_on(reading, p):
    """`صرح بأنه باق، | وهي التصريحات التي أثارت جدلا`, `أكدت أنها ملتزمة، | ولكن تلك التأكيدات لم تقنع أحدا`: say whether the journalist speaks at p of the words that were just told."""
    if reading.keys[p] not in rule_words("comments") or reading.tokens.forms[p - 1] not in COMMAS:
        return False
    pointed = p + 1 < len(reading.words) and reading.words[p + 1] is not None and reading.words[p + 1].particle == "demonstrative"
    k = p + 1 + pointed
    if k >= len(reading.words) or reading.words[k] is None or not reading.words[k].definite or not pointed and reading.keys[p] not in ("وهي", "وهو"):
        return False
    return reading.words[k].stem.removeprefix("ال") in rule_words("said_words")


def _withholds(reading, p):
    """`قال إن الهجوم فشل | دون أن يحدد مكانه`, `| من دون الإدلاء بتفاصيل`: what he does not say."""
    k = p + (reading.keys[p] == "من")
    if k == len(reading.keys) or reading.keys[k] != "دون" or k > p and reading.keys[p - 1] in ("من", "و"):
        return False
    following = k + 1 + (reading.keys[k + 1:k + 2] == ["ان"])
    return following < len(reading.keys) and reading.keys[following] in rule_words("withheld")


def _describes_name(reading, draft, p, begin, limit):
    """Say whether a relative clause at the end of the content tells who or what a name is: `… من هضبة الجولان | التي احتلتها إسرائيل`.

    A common noun needs its clause to be understood (`الانتهاكات التي ارتكبتها`); a name does not.
    """
    word = reading.words[p]
    if draft.reading is not None and draft.reading.cue.act == "report" and draft.how == "preposition":
        # `نقلت الوكالة عن الوزير الذي يزور بيروت قوله إن …`
        return False
    if word is None or word.particle != "relative" or p - begin < 2 or any(reading.kinds[k] == QUOTE or reading.tokens.forms[k] in COMMAS for k in range(p, limit)):
        return False
    if draft.how == "clause" and not _has_verb(reading, begin, p):
        return False
    held = reading.mention_in.get(p - 1)
    if draft.how == "clause" and held is not None and not word.conj and _is_description(reading, held, p):
        # `إن الطائرات نقلت القوات الأمريكية التي وصلت أمس`: there are others.
        return False
    named = held is not None and held.kind in ("name", "metonym") or reading.is_place(p - 1) or reading.kinds[p - 1] == QUOTE and reading.inside[p - 1] >= 0 and reading.quotations[reading.inside[p - 1]].first > begin + 1 and _is_long_name(reading, reading.quotations[reading.inside[p - 1]])
    return named


def _is_description(reading, mention, p):
    """Say whether the mention before token p is a common noun in the plural with its adjective: `القوات الأمريكية`, `الفصائل المعارضة`."""
    k = p - 1
    while k > 0 and reading.mention_in.get(k - 1) is mention:
        k -= 1
    word = reading.words[k]
    return word is not None and k < p - 1 and not reading.is_state(mention) and word.definite and reading.words[p - 1].definite and (word.stem.endswith("ات") or is_plural(word))


def _end_of_noun(reading, draft, p, stops, limit):
    """`انتقد سامي حداد | الذي دعا إلى الإضراب، مؤكدا أن …`: where a content that is no clause ends in a name, a relative clause need only reach to the statement beside it; return the token up to which no comma may stand."""
    held = reading.mention_in.get(p - 1)
    named = held is not None and held.kind in ("name", "metonym") and draft.how in ("object", "preposition") and not said_therein(reading, p + 1)
    return min((s - 1 for s in stops if s > p), default=limit) if named else limit


def _is_long_name(reading, quotation):
    """A name of several words in marks (`"الصين الواحدة"`); one word alone may be a term, and so is what the content begins with (`أشارت إلى "النهج السلبي" الذي …`)."""
    return quotation.last - quotation.first > 2 and reading.is_name(quotation)


def _lacks_predicate(reading, begin, p):
    """Say whether an أن-clause has only its subject before the comma at p - 1, with a relative clause or without: `أن بعض أحياء المدينة، التي …، ستبقى`."""
    if not is_complementizer(reading.keys[begin]):
        return False
    end = reading.noun_phrase(begin + 1, p)
    if end == p - 1:
        return True
    inserted = end + 1 < p - 1 and reading.tokens.forms[end] in COMMAS and reading.words[end + 1] is not None and reading.words[end + 1].particle == "relative"
    return inserted and not any(reading.tokens.forms[k] in COMMAS for k in range(end + 1, p - 1))


def _turns(reading, draft, p, stops, limit):
    """Say whether a subordinate clause at p leaves a content that is a noun phrase: `انتقد الاتفاق بعدما انسحب منه`."""
    comma = reading.tokens.forms[p - 1] in COMMAS
    if comma and draft.kind == "nested" and _apposed_name(reading, p):
        return False
    if comma and _fronted(reading, draft) and (draft.kind != "finite" or _main_verb(reading, p)):
        return True
    if comma and draft.how == "clause" and _explains(reading, p):
        return True
    if draft.kind == "finite" and draft.how in ("clause", "preposition", "quotation") and reading.keys[p] in rule_words("told_on") and _told_on(reading, draft, p, min((k for k in stops if k > p), default=limit)):
        return True
    if draft.kind == "nested" and p > draft.begin and _main_predicate(reading, draft, p):
        return True
    if _meanwhile(reading, p) or draft.kind == "finite" and _while_saying(reading, p):
        return True
    if _says_no_more(reading, draft, p) or comma and _had_been(reading, p):
        return True
    if draft.how not in ("object", "preposition") or reading.words[p] is None:
        return False
    if reading.words[p].particle == "relative" and reading.words[p].conj and p - draft.begin > 2 and (p - 1 in reading.mention_in or reading.kinds[p - 1] == QUOTE or reading.is_place(p - 1)) and not any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(draft.begin, p)):
        # `كشفت عن تفاصيل العملية | والتي أثارت جدلا`
        return True
    if reading.keys[p] == "وذلك" and reading.keys[p + 1:p + 2] and reading.keys[p + 1] in rule_words("said_in_time"):
        # `طالب بإنهاء القتال | وذلك خلال خطبته`
        return True
    if draft.rule == "what_is_called" and reading.words[p].particle == "relative" and (reading.words[p].conj or reading.tokens.forms[p - 1] in COMMAS):
        # `ما وصفه بالخطأ، | الذي كلف الشركة غاليا`: the narrator tells more of it.
        return True
    if draft.how == "object" and draft.kind == "finite" and reading.keys[p] in rule_words("said_in") and _said_in(reading, draft, p):
        return True
    if draft.kind == "finite" and (_occasion(reading, p) or _new_subject(reading, p) and not any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(draft.begin, p))):
        return True
    if draft.how == "object" and p + 1 < len(reading.keys) and (reading.keys[p] in rule_words("concession") or reading.keys[p] == "علي" and reading.keys[p + 1] in rule_words("concession")):
        # `انتقد المنظمة | على الرغم من أن …`, `نفى التهمة | رغم اعترافه`
        return True
    if comma and reading.keys[p] in rule_words("becomes") and reading.inside[p] < 0:
        # `وافقوا على تعيين سامي حداد مديرا، | ليكون بذلك ثالث مدير`
        return True
    if draft.kind in ("finite", "participle") and _where_it_happened(reading, draft, p):
        return True
    if draft.how == "object" and reading.words[p].stem in rule_words("turn") and reading.words[p].particle == "subordinator" and not (p + 1 < len(reading.keys) and reading.keys[p + 1] in rule_words("concerning")):
        return True
    if draft.kind == "nested" and draft.rule.startswith("noun"):
        if reading.kinds[draft.begin + 1] == WORD and is_complementizer(reading.keys[draft.begin + 1]):
            return False
        return comma and p - 1 > draft.begin
    if draft.how == "preposition" and draft.kind in ("finite", "nested") and reading.keys[p] in rule_words("in_its_wake") and (draft.reading is None or draft.reading.cue.act not in ("declare", "report", "accept", "show", "learn")) and not _has_clause(reading, draft, p):
        # `تحدث عن الخطة | عقب اجتماع للوزراء`
        return True
    if draft.how == "object" and draft.kind != "nested" and (reading.keys[p] in rule_words("afterwards") and not (reading.words[p - 1] is not None and (reading.words[p - 1].particle == "preposition" or reading.keys[p - 1] in rule_words("even"))) or reading.words[p].particle == "adverb" and reading.tokens.forms[p - 1] in COMMAS and not _object_goes_on(reading, draft, p)):
        return True
    if draft.kind != "nested" and reading.keys[p] in rule_words("and_already") and p + 1 < len(reading.keys) and not any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in (draft.begin, draft.begin + 1)):
        # `اعترضوا على التطعيم | وقد أدى ذلك إلى تأخيره`
        return True
    if draft.how == "object" and draft.kind == "finite" and reading.words[p].conj and reading.words[p].stem in rule_words("not_in_past") and reading.words[p].particle == "negation":
        # `طلب تأجيل الجلسة | ولم يقدم أي تفسير`
        return True
    return reading.keys[p] in ("وهو", "وهي") or _second_verb(reading, draft, p) or reading.tokens.forms[p - 1] in COMMAS and draft.kind != "nested" and _leaves(reading, draft, p)


def _apposed_name(reading, p):
    """`إعلان المدير طرد نائبه السابق، | سامي حداد`, `تعليقا على وفاة سامي حداد، | المدير السابق`: say whether behind a comma a name stands beside its title."""
    word = reading.words[p]
    if word is None or word.conj or word.prep or word.particle or word.verb:
        return False
    if reading.keys[p] in reading.registry.first_names or p in reading.mention_at and reading.mention_at[p][0].kind in ("name", "new") and reading.is_person(reading.mention_at[p][0]):
        return any(reading.words[k] is not None and (is_title(reading.words[k]) or reading.words[k].stem.removeprefix("ال") in rule_words("man")) for k in range(max(p - 5, 0), p - 1))
    return word.definite and is_title(word) and p - 2 in reading.mention_in and reading.is_person(reading.mention_in[p - 2])


def _has_verb(reading, first, last):
    """Say whether a verb or an auxiliary stands in tokens first … last - 1."""
    return any(reading.words[k] is not None and (reading.words[k].verb or reading.words[k].particle == "auxiliary") for k in range(first, last))


def _has_clause(reading, draft, p):
    """Say whether a verb or أن stands in the content before token p."""
    return any(reading.kinds[k] == WORD and (is_complementizer(reading.keys[k]) or reading.words[k].verb or reading.words[k].particle in ("relative", "auxiliary")) for k in range(draft.begin, p))


def _main_predicate(reading, draft, p):
    """`إعلان وقوفها مع إيران | يدل على أنها …`, `إن الجسر الذي قال المدير إنه آمن | سينهار`: say whether at p stands the verb of the clause whose subject holds the cue."""
    word, before = reading.words[p], reading.words[p - 1]
    if word is None or word.conj or reading.keys[p] in rule_words("un") or not (reading.surely_verb(p) or _looks_imperfect(reading, p) or word.particle in ("auxiliary", "negation")) or reading.kinds[p - 1] != QUOTE and (before is None or before.particle or not (before.definite or is_possessive(before) or p - 1 in reading.mention_in)):
        return False
    if draft.how == "clause" and not any(reading.words[k] is not None and (reading.words[k].verb or _looks_imperfect(reading, k)) for k in range(draft.begin + 1, p)):
        return False
    if draft.rule.startswith("noun"):
        return is_complementizer(reading.keys[draft.cue[0] - 1]) or draft.how != "clause" and word.verb == "imperfect" and reading.surely_verb(p) and before is not None and before.definite
    head = next((k for k in range(draft.cue[0] - 1, max(draft.cue[0] - 3, 0), -1) if reading.words[k] is not None and reading.words[k].particle == "relative"), None)
    opened = next((k for k in range(head - 1, reading.sentence_start(head) - 1, -1) if reading.kinds[k] == WORD and is_complementizer(reading.keys[k])), None) if head else None
    return opened is not None and all(reading.words[k] is None or not reading.words[k].verb and reading.words[k].particle in (None, "quantifier", "demonstrative") for k in range(opened + 1, head))


def _looks_imperfect(reading, p):
    """Say whether the word at p is an imperfect, or begins like one and is no known noun: `يدل`."""
    word = reading.words[p]
    return word.verb == "imperfect" or len(word.stem) > 2 and word.stem[0] in "يت" and not (word.particle or word.definite or word.prep or p in reading.mention_in or word.stem.endswith("ة") or word.stem in common_nouns() or word.stem in verbal_nouns())


def _meanwhile(reading, p):
    """`قال إن السوق مغلق | في وقت تتواصل الاحتجاجات`, `| في الوقت الذي تتواصل فيه`: the narrator tells what happens beside it."""
    end = reading.sentence_end(p)
    if reading.keys[p] != "في" or p + 2 >= end or reading.words[p - 1] is not None and reading.words[p - 1].verb:
        # not `القرار يأتي في وقت …`
        return False
    after = reading.words[p + 2]
    if reading.keys[p + 1] == "الوقت":
        return after is not None and after.particle == "relative"
    return reading.keys[p + 1] == "وقت" and after is not None and not after.prep and (after.verb is not None or after.stem[0] in "يت" and after.stem not in common_nouns() and after.stem not in verbal_nouns() or after.particle == "auxiliary" or any(r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[reading.keys[p + 2]]))


def _while_saying(reading, p):
    """`نددوا بالظلم، | مع تأكيدهم أن …`: behind a comma مع tells what else is said."""
    word = reading.words[p + 1] if reading.keys[p] == "مع" and reading.tokens.forms[p - 1] in COMMAS and p + 1 < reading.sentence_end(p) else None
    return word is not None and any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[p + 1]])


def _explains(reading, p):
    """`أرسلت عناصر من فيلق القدس، | وهو ذراع الحرس في الخارج`: behind a name and a comma the journalist tells at the end of the sentence who or what that is."""
    word, after = reading.words[p], reading.words[p + 1] if p + 1 < reading.sentence_end(p) else None
    if word is None or not word.conj or word.particle != "pronoun" or after is None or after.particle not in (None, "relative") or after.verb or after.stem in rule_words("what") or after.stem == "الامر":
        return False
    if p - 2 not in reading.mention_in and not reading.is_place(p - 2) and not after.definite and after.particle != "relative":
        return False
    return not any(reading.kinds[k] == QUOTE or reading.tokens.forms[k] in COMMAS for k in range(p, reading.sentence_end(p)))


def _where_it_happened(reading, draft, p):
    """`أعلن نتائج زيارته لبيروت | حيث التقى الوزير`, `رفضوا القرار، | كما أغلق التجار السوق`: a clause with a verb of the past leaves a content that has no clause."""
    if reading.keys[p] not in rule_words("leaves_noun") or draft.reading is not None and draft.reading.cue.act in ("show", "report") or p + 1 >= reading.sentence_end(p) or any(reading.kinds[k] == WORD and (is_complementizer(reading.keys[k]) or reading.keys[k] == "ما") for k in range(draft.begin, p)):
        return False
    word, comma = reading.words[p + 1], reading.tokens.forms[p - 1] in COMMAS
    if word is None or reading.keys[p - 1] == "من":
        return False
    if reading.keys[p] == "حيث":
        # what follows حيث is always a clause
        return not word.prep
    if word.prep or word.conj or not comma:
        return False
    return word.verb is not None or any(r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[reading.keys[p + 1]])


def _occasion(reading, p):
    """`اتهم المدير النقابة بالإهمال، | في خطابه أمام المجلس`: behind a comma an occasion tells where it was said."""
    word = reading.words[p + 1] if reading.tokens.forms[p - 1] in COMMAS and reading.keys[p] in rule_words("said_in") and p + 1 < len(reading.words) else None
    if word is None or word.definite or word.stem in rule_words("chain") or any(reading.tokens.forms[k] in COMMAS for k in range(p + 1, reading.sentence_end(p))):
        return False
    return not {word.stem, *(base for base, _ in without_pronoun(word.stem))}.isdisjoint(documents() | rule_words("occasion"))


def _told_on(reading, draft, p, end):
    """`قال إن الجسر آمن | خلال مؤتمر صحفي في بيروت`, `سخر من خصمه | في برنامج تلفزيوني`: before the end of the sentence or the next statement, with no verb of saying inside, an occasion without ال tells where it was said."""
    end -= reading.tokens.forms[end - 1] in ("،", ",", ".")
    if p + 1 >= end or reading.inside[p] >= 0 or any(reading.tokens.forms[k] in COMMAS or reading.kinds[k] == QUOTE for k in range(p, end)):
        return False
    word, after = reading.words[p + 1], reading.words[p + 2] if p + 2 < end else None
    speech = word is not None and (word.stem in rule_words("words_of_one") or after is not None and reading.keys[p + 2] in rule_words("with_press"))
    if not speech or word.definite or after is not None and not after.prep and (after.definite or p + 2 in reading.mention_in):
        return False
    if draft.how == "clause" and not _has_verb(reading, draft.begin, p):
        return False
    return not any(r.form.pos in ("perfect", "imperfect") for k in range(draft.begin, p) for r in CUE_READINGS[reading.keys[k]])


def _new_subject(reading, p):
    """`باريس تهدد بالمقاطعة | وروما تهدئ`: a name with و and a verb right behind it begin another clause."""
    found = reading.mention_at.get(p) if reading.words[p].conj else None
    after = reading.words[found[1]] if found is not None and found[1] < reading.sentence_end(p) else None
    if after is None or after.verb != "imperfect" or after.conj or not reading.surely_verb(found[1]):
        return False
    return not (reading.features(found[0])[0] == "f" and after.stem.startswith("ي"))


def _issued(reading, draft, p, end):
    """`عبر عن أسفه | في تصريحات أدلى بها`, `نفى الخبر | في بيان أصدره`: a text that somebody gave or published tells where it was said, unless something stands in that text (`نفى ما ورد في بيان أصدرته النقابة`)."""
    word, verb = reading.words[p + 1] if p + 2 < reading.sentence_end(p) else None, reading.words[p + 2] if p + 2 < reading.sentence_end(p) else None
    if word is None or word.definite or word.stem not in documents() | rule_words("occasion") or verb is None or verb.conj or reading.inside[p] >= 0 and reading.inside[draft.anchor] != reading.inside[p]:
        return False
    if reading.tokens.forms[p - 1] not in COMMAS:
        end = next((k for k in range(p, end) if reading.tokens.forms[k] in COMMAS), end)
    if any(reading.kinds[k] == QUOTE or reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(p, end)):
        # `وصف السوق، في تغريدة نشرها، بأنه قديم`
        return False
    return (reading.keys[p + 2] in publishing_verbs() or reading.keys[p + 2] in rule_words("gave_it") | rule_words("issued")) and reading.keys[p - 1].removesuffix("ت") not in rule_words("held")


def _said_in(reading, draft, p):
    """`أعلن الزوجان انفصالهما | في بيان مشترك`: at the end of the sentence a document tells where it was said, not `حق الشعوب في تقرير مصيرها`."""
    end = reading.sentence_end(p)
    word, after = reading.words[p + 1] if p + 1 < end else None, reading.words[p + 2] if p + 2 < end else None
    if word is not None and reading.keys[p] == "في" and not word.definite and word.stem in rule_words("attempt") and (after is None or after.prep == "ل" or after.stem in ("من", "نحو")):
        # `خفض الأسعار | في محاولة لجذب الزبائن`
        return True
    if word is None or word.definite or word.stem not in documents() | rule_words("occasion") or end - p > 6 or reading.keys[draft.begin] == "ما":
        return False
    return after is None or not is_possessive(after)


def _second_verb(reading, draft, p):
    """`المدير يتحدث عن الخطة | ويزور السوق`: a verb with و, behind nouns alone, stands beside the cue, in its tense and gender."""
    word = reading.words[p]
    if not word.conj or word.verb is None or draft.reading is None or draft.kind != "finite" or p in reading.mention_in:
        return False
    form = draft.reading.form
    if word.verb != form.pos or word.verb == "imperfect" and (word.stem[0] == "ت") != (form.gender == "f") or word.verb == "perfect" and (word.stem.endswith("ت") != (form.gender == "f") or word.stem in common_nouns()):
        return False
    nouns = {word.stem, *(base for base, _ in without_pronoun(word.stem))} & verbal_nouns()
    if not reading.surely_verb(p) or nouns or any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[p]]):
        return False
    return all(reading.words[k] is None or not reading.words[k].verb and reading.words[k].particle in (None, "preposition", "quantifier", "time_noun", "adverb") for k in range(draft.begin, p))


def _says_no_more(reading, draft, p):
    """`قالت إن الغاز استخدم، | لكنها لم تكشف عن نوعه`, `| إلا أنها لم تحدد مكانه`, `| رغم أنها لم توضح ذلك`, `قال الخبراء إنه استخدم، | لكن الخبراء لم يحددوا نوعه`: the narrator tells what was not said."""
    q = _behind_contrast(reading, draft, p)
    if q is None or q + 1 >= len(reading.keys) or reading.keys[q] != "لم":
        return False
    if reading.keys[q + 1] in rule_words("managed"):
        # `لم يتمكن من تحديد …`
        return any(reading.keys[k] in rule_words("withheld_deed") for k in (q + 2, q + 3) if k < len(reading.keys))
    return reading.keys[q + 1] in rule_words("withheld") or any(r.form.pos == "imperfect" and r.cue.act in ("say", "declare", "show") for r in CUE_READINGS[reading.keys[q + 1]])


def _behind_contrast(reading, draft, p):
    """Return the token behind `لكنه`, `إلا أنه`, `رغم أنه` at p, or behind `لكن` with the noun of who speaks; None where nothing of the kind stands there."""
    word, keys = reading.words[p], reading.keys
    if word is None:
        return None
    if word.particle == "conjunction" and len(word.stem) > 3 and word.stem.endswith(("ه", "ها", "هم")):
        return p + 1
    if word.stem in rule_words("but") and draft.sources and p + 1 < len(keys):
        head, again = reading.words[draft.sources[0][0]], reading.words[p + 1]
        return p + 2 if head is not None and again is not None and again.definite and again.stem == "ال" + head.stem.removeprefix("ال") else None
    k = p + (keys[p] == "علي")
    if k < len(keys) and (keys[k] in rule_words("concession") or k == p and keys[p] in rule_words("adversative")):
        k += 1 + (keys[k + 1:k + 2] == ["من"])
        return k + 1 if k < len(keys) and keys[k] in rule_words("that_he") else None
    return None


def _had_been(reading, p):
    """`اعتذر عن تصريحاته، | وكانت الحكومة قد دعته إلى ذلك`: the narrator tells what was before."""
    return reading.words[p] is not None and reading.words[p].conj and reading.words[p].stem in rule_words("had") and "قد" in reading.keys[p + 1:p + 8]


def _object_goes_on(reading, draft, p):
    """Say whether a word between commas only parts the object from its preposition: `حذر الوزير الشركة، الثلاثاء، من …`."""
    after = p + 2
    while after < reading.sentence_end(p) and reading.tokens.forms[after - 1] not in COMMAS and reading.words[after - 1] is not None and reading.words[after - 1].particle in ("adverb", "time_noun") and after < p + 5:
        # `، اليوم الثلاثاء، من أن`
        after += 1
    if after < reading.sentence_end(p) and reading.tokens.forms[p + 1] in COMMAS and reading.words[after] is not None and reading.words[after].particle == "preposition" and not reading.words[after].conj and reading.words[after].stem in rule_words("goes_with"):
        # `أعلن إجراءات يبدأ تنفيذها، الجمعة، ضد الشركة`
        return True
    return (draft.reading is not None and after < reading.sentence_end(p) and reading.tokens.forms[after - 1] in COMMAS and reading.words[after] is not None
            and preposition_at(reading, after, draft.reading.cue.objects) is not None)


def _fronted(reading, draft):
    """Say whether a cue stands in an adverbial at the head of its sentence: `رغم تأكيد الوزير أن …، أغلق السوق`, `وفيما أعلنت …، رفضت`."""
    start = reading.sentence_start(draft.anchor)
    if draft.kind == "finite":
        return draft.anchor == start + 1 and reading.words[start] is not None and reading.words[start].particle == "subordinator"
    if draft.kind != "nested" or not draft.rule.startswith("noun"):
        return False
    return draft.anchor - start <= 3 and any(reading.words[k] is not None and reading.words[k].particle in ("preposition", "subordinator") for k in range(start, draft.anchor))


def _main_verb(reading, p):
    """Say whether the verb of a main clause stands at p, or behind لا, لم and لن there."""
    word = reading.words[p]
    if word is None or word.conj:
        return False
    k = p + (word.particle == "negation")
    return k < len(reading.words) and reading.words[k] is not None and (reading.words[k].verb is not None or any(r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[reading.keys[k]]))


def _leaves(reading, draft, p):
    """Say whether a main clause begins behind the comma, beside a content that is no clause: `اتهم الوزير بالفساد، لكن …`, `أعلن طرد السفير، وغادر …`."""
    word, begin = reading.words[p], draft.begin
    if begin + 1 < len(reading.keys) and any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in (begin, begin + 1)):
        return False
    if word.conj and word.particle == "preposition" and p + 1 < len(reading.keys) and reading.keys[p + 1] in rule_words("expected"):
        # `نفى الوزير أي تورط، ومن المتوقع أن …`
        return True
    if word.stem in rule_words("adversative"):
        return draft.how == "object" or reading.keys[begin] == "عن" or draft.reading is not None and draft.reading.cue.act not in ("say", "declare", "report")
    if word.conj and word.particle is None and p not in reading.mention_in and _nominative(reading, p + 1):
        # `دعا إلى الحوار، ونشر ناشطون …`
        return True
    if word.conj and word.particle == "auxiliary" and word.stem in rule_words("had") and draft.how != "clause":
        # `أقرت بمهاجمة أهداف، وكانت أشد ضرباتها …`
        return True
    if word.conj and word.particle == "negation" and word.stem in rule_words("not_in_past") and p + 1 < len(reading.words) and reading.words[p + 1] is not None and not reading.words[p + 1].prep:
        # `أمر حراسه بالابتعاد، ولم يكتف بذلك`
        return True
    nouns = {base for base, _ in without_pronoun(word.stem)} & verbal_nouns()
    if nouns and p + 1 < len(reading.words) and reading.words[p + 1] is not None and reading.words[p + 1].prep == "ل":
        # `استنكر المؤتمرات، ودعمها للإضراب`
        return False
    return word.conj and word.verb == "perfect" and word.stem not in verbal_nouns() and not any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[p]])


def _nominative(reading, k):
    """Say whether a plural in ون stands at k, which is the subject of a verb right before it and in no construct."""
    word = reading.words[k] if k < len(reading.words) else None
    return word is not None and word.particle is None and not word.conj and not word.prep and not word.verb and len(word.stem) > 4 and word.stem.endswith("ون") and word.stem not in rule_words("singular_un")


def _links(reading, k):
    """Say whether the word at k only leads to what follows: كما, بينما, التي, إلا أنه, وصولا إلى."""
    word = reading.words[k]
    if reading.keys[k] in rule_words("leading_to") or reading.keys[k] == "الي" and k and reading.keys[k - 1] in rule_words("leading_to"):
        return True
    return reading.keys[k] in rule_words("link") or word.particle == "relative" or has_pronoun(word) or word.stem in rule_words("adversative")


def _trimmed(reading, begin, end):
    """Take punctuation and link words off the end; None if nothing is left."""
    while end > begin:
        if end - 1 in reading.opens or reading.kinds[end - 1] == PUNCT and reading.tokens.forms[end - 1] not in (")", "]"):
            end -= 1
        elif reading.kinds[end - 1] == WORD and end - 1 > begin and end < len(reading.tokens) and _links(reading, end - 1) and end < reading.sentence_end(end - 1):
            end -= 1
        else:
            break
    return [(begin, end)] if end > begin else None


def form_of(reading, draft):
    """Return direct, indirect or mixed: direct where the whole content is in marks, mixed where only a part is."""
    first, last = draft.span
    held = reading.quotations[reading.inside[draft.anchor]] if reading.inside[draft.anchor] >= 0 and draft.cue else None
    if held is not None and (held.closed or draft.kind != "participle") and reading.inside[first] == reading.inside[draft.anchor] and first not in reading.opens:
        return "direct"
    if all(a in reading.opens and reading.opens[a].last >= b - 1 for a, b in draft.content):
        return "direct"
    for a, b in draft.content:
        for k in range(a, b):
            if k in reading.opens and not reading.is_name(reading.opens[k]):
                return "mixed"
            if k in reading.opens and reading.opens[k].last - k > 1:
                return "mixed"
    return "indirect"
