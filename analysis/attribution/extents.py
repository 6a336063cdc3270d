"""Where the content of a statement starts and ends: its pieces, the statements beside it, and where the narrator goes on (background)."""

from analysis.attribution.affirmed import negation
from analysis.attribution.background import background, comments_on, describes_name, end_of_noun, has_verb, issued, lacks_predicate, links, narrator_goes_on, opens_background, withholds
from analysis.attribution.clause import BY_SAYING
from analysis.attribution.complements import follows_since, has_pronoun, is_cognate, is_complementizer, said_therein
from analysis.attribution.features import actor_like, bare_noun, is_document, phrase_features
from analysis.attribution.objects import is_adjective, is_possessive
from analysis.attribution.subjects import antecedent
from analysis.cues import CUE_READINGS
from analysis.datelines import credit_start
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import WORDS, adjectives, documents, known_nouns, rule_words, speaking_nouns, verbal_nouns
from analysis.words import COMMAS, PUNCT, QUOTE, WORD, FormCache


_QUESTION = ("؟", "?")

_BULLETS = frozenset("-–—•*●■")


_MARKS = frozenset((PUNCT,))
"""The kind of the tokens that may close a sentence behind what is said in it."""


def run_on(reading, drafts):
    """Add to each draft the quotations that go on in marks of their own, with no new cue: `"…". "…".`"""
    by_last = {d.content[-1][1] - 1: d for d in drafts if d.kind in ("finite", "participle") and d.content[-1][0] in reading.opens}
    taken = {d.sentence for d in drafts}
    _quoted_behind(reading, drafts)
    _unmarked_behind(reading, drafts)
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
    """`أوضح المدير أن الجسر قديم. | "بني قبل مئة عام".`: add a quotation without a cue of its own, in sentences of its own, or a clause that مما opens, to the content that ends the sentence before it in its paragraph."""
    last_in = {d.sentence: d for d in drafts if d.kind in ("finite", "participle") and d.how == "clause"}
    outside = {d.sentence for d in drafts if reading.inside[d.anchor] < 0}
    for index, draft in last_in.items():
        if index + 1 >= len(reading.sentences) or index + 1 in outside or reading.sentences[index + 1].paragraph != reading.sentences[index].paragraph:
            continue
        first, last = reading.tokens.bounds[index + 1]
        whole = _MARKS.issuperset(reading.kinds[draft.content[-1][1]:reading.tokens.bounds[index][1]])
        if whole and last - first > 2 and reading.keys[first] in rule_words("no_opener") and reading.inside[first] < 0:
            # `قال الوزير إن الطريق مقطوع. | مما أخر العمل.`: what cannot open a sentence goes on from the one before.
            draft.content = [*draft.content, (first, last - (reading.kinds[last - 1] == PUNCT))]
            continue
        more = reading.opens.get(first)
        if more is None or not more.closed or reading.is_name(more) or more.last < reading.sentence_end(more.last) - 2:
            continue
        if whole:
            draft.content = [*draft.content, (more.first, more.last + 1)]


def _unmarked_behind(reading, drafts):
    """`وأضاف المدير: ماذا نقول لأطفالنا؟ | هل نقول إن السوق مغلق؟`, `وتابع المدير: سلمنا النفط.. | ولم نستلم الرواتب.`: add the sentences of the paragraph in which speech behind a colon, without marks, goes on."""
    last_in = {d.sentence: d for d in drafts if d.kind in ("finite", "participle") and d.reading is not None and d.reading.form.person != 1 and _MARKS.issuperset(reading.kinds[d.content[-1][1]:reading.tokens.bounds[d.sentence][1]])}
    others = {d.sentence for d in drafts if d.kind in ("finite", "participle", "according") and (d.reading is None or d.reading.form.person != 1)}
    for index, draft in last_in.items():
        begin = draft.content[-1][0]
        if reading.tokens.forms[begin - 1] != ":" or begin in reading.opens or reading.inside[begin] >= 0:
            continue
        following = index + 1
        while following < len(reading.sentences) and following not in others and reading.sentences[following].paragraph == reading.sentences[index].paragraph and _speech_goes_on(reading, following):
            first, last = reading.tokens.bounds[following]
            draft.content[-1:] = _trimmed(reading, draft.content[-1][0], last) or draft.content[-1:]
            following += 1


def _speech_goes_on(reading, sentence):
    """Say whether the sentence goes on from speech without marks in the one before it: by dots between them, as a question behind a question, or in the first person."""
    first, last = reading.tokens.bounds[sentence]
    if first in reading.opens:
        return False
    before = reading.tokens.forms[first - 1]
    dots = before in ("..", "…", "...") or before == "." and reading.tokens.forms[first - 2] == "."
    if dots or before in _QUESTION and reading.tokens.forms[last - 1] in _QUESTION:
        return True
    return any(word is not None and (word.stem in rule_words("ours") or word.verb == "imperfect" and word.stem.startswith("ن")) for word in reading.words[first:last])


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
            whole = _interrupted_by(draft, by_sentence[draft.sentence])
            draft.content = list(whole.content) if whole is not None else draft.content
    for draft in drafts:
        if draft.rule == "according_first" and draft.content:
            _end_at_participle(reading, draft, by_sentence[draft.sentence])
    kept = [d for d in drafts if d.content]
    run_on(reading, kept)
    for draft in kept:
        draft.form = form_of(reading, draft)
    return kept


def _interrupted_by(draft, siblings):
    """`قال إن ما حدث | بحسب قوله | "محاولة يائسة"`: return the draft whose content goes on right behind an according-to phrase that repeats its first piece, or None."""
    if draft.kind != "according" or not draft.cue or not draft.content:
        return None
    return next((d for d in siblings if d.kind != "according" and d.content and len(d.content) > 1 and draft.content == d.content[:1] and any(begin == draft.cue[1] for begin, _ in d.content)), None)


def _end_at_participle(reading, draft, siblings):
    """`بحسب الشرطة فإن رجلا نقل إلى المستشفى، | مشيرة إلى أنه …`, `بحسب السكان فإن القصف تجدد، | وقالوا إن …`: a participle behind a comma, with no reporting verb before it, or a plural verb with و goes on from the source."""
    behind = [d for d in siblings if d.anchor > draft.anchor and d.kind != "according"]
    first, last = draft.content[-1]
    plural = bool(behind) and behind[0].rule == "verb_alone" and behind[0].number == "p" and reading.words[behind[0].anchor].conj and behind[0].reading.form.pos == "perfect"
    if behind and (behind[0].kind == "participle" and behind[0].continues or plural) and first < behind[0].anchor < last and reading.tokens.forms[behind[0].anchor - 1] in COMMAS:
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
        # Only `قال:` at a line's end reaches into the next line.
        return _printed_below(reading, draft, begin) if reading.tokens.forms[sentence_end - 1] == ":" and draft.kind == "finite" and _speaks(reading, draft) else None
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
    if content and draft.how == "preposition" and draft.reading is not None and draft.reading.cue.act == "report":
        # `نقلت الوكالة عن سالم، وهو صياد، | قوله إن …`: what is passed on belongs to it.
        passed_on = next((d for d in siblings if d.rule == "passed_on_words" and d.cue and content[0][1] <= d.cue[0] < min(content[0][1] + 14, limit) and d.begin), None)
        content = _trimmed(reading, begin, _clause_end(reading, passed_on, passed_on.begin, limit, siblings)) if passed_on is not None else content
    behind = _behind_phrase(reading, begin, content[0][1], siblings) if content else None
    if behind is not None and behind < limit:
        content += _trimmed(reading, behind, _clause_end(reading, draft, behind, limit, siblings)) or []
    return content


def _speaks(reading, draft):
    """Say whether somebody else than the narrator says the words below a colon: not `فنقول مثلا:`, `وتابع الفيديو:`."""
    return draft.reading is None or draft.reading.form.person == 3 and all(actor_like(reading, source) or (head := reading.words[source[0]]) is not None and not head.definite for source in draft.sources)


def _printed_below(reading, draft, begin):
    """`كتب الوزير على صفحته:` ⏎ `| لن نغلق السوق.`: return the paragraph without marks that stands below the colon, where points are listed each of them; None where the narrator or another speaks there."""
    first = reading.tokens.sentence_of[begin]
    bullet = reading.tokens.forms[reading.tokens.bounds[first][0]]
    pieces, last = [], len(reading.sentences)
    for index in range(first, last):
        paragraph, (start, stop) = reading.sentences[index].paragraph, reading.tokens.bounds[index]
        listed = reading.tokens.forms[start] in _BULLETS
        if pieces and paragraph != reading.sentences[index - 1].paragraph and not (listed and reading.tokens.forms[start] == bullet):
            break
        start += listed
        if start >= stop or not pieces and (reading.words[start] is None or any(r.form.pos == "perfect" and r.form.person == 3 for r in CUE_READINGS[reading.keys[start]])):
            break
        content = _trimmed(reading, start, stop) or []
        if pieces and content and paragraph == reading.sentences[index - 1].paragraph:
            pieces[-1] = (pieces[-1][0], content[0][1])
        else:
            pieces += content
    return pieces or None


def _before_day(reading, begin, last):
    """`أعلن استقالته | العام الماضي`, `أعلن إغلاق السوق في نهاية العام الماضي |`: return where an object ends before the adverbs of time, or the noun of the verb, behind it; a time that another word governs belongs to it."""
    whole = last
    if last - 2 > begin and is_cognate(reading, last - 2):
        last -= 2
    while last - 1 > begin and reading.words[last - 1] is not None and reading.words[last - 1].particle == "adverb" and reading.words[last - 1].stem not in rule_words("at_once"):
        # not `طالب بوقف القتال | فورا`
        last -= 1
        time = reading.words[last - 1]
        if last - 2 >= begin and time is not None and (time.particle in ("time_noun", "month") or reading.keys[last - 1] in rule_words("the_year")):
            before = reading.words[last - 2]
            comma = reading.tokens.forms[last - 2] in COMMAS
            if time.prep or not comma and (before is None or not (before.definite or is_possessive(before) or last - 2 in reading.mention_in)):
                return last + 1
            last -= 1 + comma
    governed = reading.words[last - 1] is not None and reading.words[last - 1].particle in ("preposition", "subordinator", "conjunction")
    # `أمهل المدير العمال حتى | مساء الخميس`, `دعا أنصاره إلى التظاهر | غدا`: no time of what has been said.
    return whole if governed or any(reading.keys[k] in rule_words("tomorrow") for k in range(last, whole)) else last


def _behind_phrase(reading, begin, end, siblings):
    """`رفض إغلاق السوق سريعا، برأيه، | قبل العيد`, `قال إن السوق، بحسب الشرطة، | سيغلق`: return where a content goes on behind the according-to phrase that interrupts it at `end`, or None."""
    comma = end < len(reading.kinds) and reading.tokens.forms[end] in COMMAS
    draft = next((d for d in siblings if d.kind == "according" and d.cue and d.cue[0] == end + comma), None)
    if draft is None:
        return None
    after = max([draft.cue[1], *(last for _, last in draft.sources)])
    if after + comma >= reading.sentence_end(end) or comma != (reading.tokens.forms[after] in COMMAS):
        return None
    if not comma and after in reading.opens and (lacks_predicate(reading, begin, end + 1) or is_complementizer(reading.keys[begin]) and reading.keys[begin + 1] == "ما"):
        # `قال إن ما حدث بحسب قوله | "محاولة يائسة"`
        return after
    word = reading.words[after + comma]
    opinion = not rule_words("view").isdisjoint(reading.words[k].stem for k in range(*draft.cue))
    goes_on = word is not None and not word.conj and word.particle != "relative" and (opinion and (not comma or word.particle == "preposition" or word.prep) or comma and lacks_predicate(reading, begin, end + 1))
    return after + comma if goes_on else None


def _joined(reading, quotation, limit):
    """Return the ranges of further quotations joined with و: `قال "…" و"…"`, `قال "…"، و"…"`."""
    more, after = [], quotation.last + 1
    while quotation.closed and after + 1 < limit:
        after += reading.tokens.forms[after] in COMMAS
        if after + 1 >= limit or reading.keys[after] != "و" or after + 1 not in reading.opens or reading.is_name(reading.opens[after + 1]):
            break
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
    if draft.how in ("object", "quotation") and quotation.last - quotation.first == 2 and (word is not None and word.definite and not word.particle or _noun_goes_on(reading, quotation.first + 1, end)):
        # `أعلنت الفصائل "فشل" المفاوضات`
        return _clause_end(reading, draft, end, limit, siblings)
    if draft.how in ("object", "quotation") and quotation.last - quotation.first < 6 and word is not None and word.definite and not (word.particle or word.conj or word.prep) and end not in reading.mention_in and is_adjective(word) and bool(head := reading.words[quotation.first + 1]) and head.definite and not head.particle:
        # `انتقد "التصريحات الجامحة" | الصادرة عن خصمه`
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


def _noun_goes_on(reading, p, end):
    """`أعلن الجيش "تحييد" ستة مسلحين`: say whether a verbal noun alone in marks, at token p, has what stands behind the marks for its object."""
    noun, word = reading.words[p], reading.words[end]
    if noun is None or noun.stem.removeprefix("ال") not in verbal_nouns():
        return False
    return end in reading.mention_at and not word.conj if word is not None and end in reading.mention_at else reading.tokens.forms[end].isdigit() if word is None else not (word.conj or word.prep or word.verb) and word.particle in (None, "quantifier")


def _tells_where(reading, p):
    """`قال "لن نغلق السوق" | في مقابلة أمس`, `| خلال زيارة`: say whether the preposition at p, behind a quotation, leads to when and where it was said."""
    word = reading.words[p + 1] if p + 1 < len(reading.words) else None
    if reading.keys[p] in rule_words("context") or reading.keys[p] in ("من", "دون") and withholds(reading, p) or reading.keys[p] == "في" and word is not None and word.stem in rule_words("attempt") | rule_words("context"):
        # `قال "لن نغلق السوق" | في إشارة إلى خصومه`, `| من دون الكشف عن موعد`
        return True
    if reading.keys[p] not in rule_words("said_in") and not reading.words[p].prep and reading.words[p].stem not in rule_words("told_on"):
        return False
    noun = reading.words[p] if reading.words[p].prep else word
    return reading.keys[p] in rule_words("said_in") - {"في"} or noun is None or noun.particle in ("time_noun", "month") or not {noun.stem.removeprefix("ال"), *(base for base, _ in without_pronoun(noun.stem))}.isdisjoint(documents() | rule_words("occasion"))


def _clause_end(reading, draft, begin, limit, siblings):
    """Return the token at which the content stops: a coordinate cue, an according-to phrase, background, or the limit."""
    limit = _main_clause_behind(reading, draft, begin, _before_earlier(reading, draft, siblings, limit))
    stops = {_first_word(reading, d) for d in siblings if d.anchor > begin and _coordinate(reading, draft, d, begin, siblings)} | _joined_subjects(reading, draft, siblings, begin)
    p, opens, backgrounds, behind = begin, reading.opens, background(), begin + (not _is_whole(reading, begin)) if begin < limit else begin
    keys, forms = reading.keys, reading.tokens.forms
    while p < limit:
        if p in stops:
            return p
        if p in opens:
            if p + 1 in stops:
                return p
            quotation = opens[p]
            if not quotation.closed and any(p < k <= quotation.last for k in stops):
                p += 1
                continue
            if quotation.last >= limit:
                # An إن-clause whose quotation runs on over the sentence's end goes on with it.
                return _clause_behind(reading, quotation.last + 1) if quotation.closed else limit
            p = quotation.last + 1
            continue
        if p == begin or not _LEADS_OUT[keys[p]] and forms[p - 1] not in COMMAS:
            p += 1
            continue
        key, word, comma = keys[p], reading.words[p], forms[p - 1] in COMMAS
        if comma and any(d.rule == "which_is_denied" and d.anchor in (p + 1, p + 2) for d in siblings):
            # `قال شهود إن صاروخا سقط، | ما أكدته الشرطة`
            return p
        if BY_SAYING[key] and p + 2 < limit and (forms[p + 1] == ":" or is_complementizer(keys[p + 1]) or p + 1 in reading.opens):
            # `رد على سؤال زميله | بقوله: "…"`
            return p
        if forms[p] == ":" and draft.kind == "participle" and draft.how == "preposition" and p > begin + 1 and p + 1 in reading.opens and not reading.is_name(reading.opens[p + 1]):
            # `قال الوزير مشيرا إلى اللاعب | : "…"`
            return p
        if forms[p] == ":" and any(d.kind == "headline" and d.content and d.content[0][0] == p + 1 for d in siblings):
            # `النقابة تدين القرار | : لن نقبله`
            return p
        if (word is not None and word.particle in ("complementizer", "relative") and _leaves_here(reading, draft, p, begin, stops, limit, siblings)
                or comma and comments_on(reading, p)
                or key in rule_words("said_in") and issued(reading, draft, p, min((k for k in stops if k > p), default=limit))
                or key in backgrounds and opens_background(reading, draft, p, begin, min((k for k in stops if k > p), default=limit))
                or key in ("من", "دون") and withholds(reading, p)
                or comma and _does_meanwhile(reading, draft, p)
                or p > behind and narrator_goes_on(reading, draft, p, stops, limit)):
            return p
        p += 1
    return limit


def _does_meanwhile(reading, draft, p):
    """`قال الوزير إن السوق آمنة، | موجها تحية إلى التجار`: say whether a masculine participle in the accusative behind a comma tells what he does who speaks."""
    word = reading.words[p]
    if word is None or reading.tokens.forms[p - 1] not in COMMAS or draft.kind != "finite" or draft.reading is None or (draft.reading.form.gender, draft.reading.form.number) != ("m", "s"):
        return False
    stem, opened, acts = word.stem, reading.words[draft.begin], reading.words[draft.begin + 1]
    if opened is not None and has_pronoun(opened) and acts is not None and acts.verb == "perfect":
        # `قال الحرس إنه أطلق صواريخ، مستهدفا …`: what he did.
        return False
    if stem[0] != "م" or len(stem) < 5 or not stem.endswith("ا") or word.conj or word.prep or word.definite or p in reading.mention_in or CUE_READINGS[reading.keys[p]]:
        return False
    return not word.particle and not any(s in listed for s in (stem, stem[:-1]) for listed in (known_nouns(), verbal_nouns(), adjectives()))


def _clause_behind(reading, p):
    """`قال إن "المصنع ... مغلق" | ، وإن العمال غادروا`: return where the clauses end that go on behind a quotation which holds a sentence's end."""
    if p + 1 >= len(reading.keys) or reading.tokens.forms[p] not in COMMAS or reading.keys[p + 1][:1] != "و" or not is_complementizer(reading.keys[p + 1][1:]):
        return p
    end = reading.sentence_end(p)
    return next((k - 1 for k in range(p + 2, end) if reading.tokens.forms[k - 1] in COMMAS and CUE_READINGS[reading.keys[k]]), end)


def _leads_out(key):
    """Say whether a content can end before a folded form; before other forms it does only behind a comma."""
    word = WORDS[key]
    if key == ":" or word.particle or word.conj or word.verb or BY_SAYING[key] or key in background() or len(word.stem) > 2 and word.stem[0] in "يت" and not word.definite:
        return True
    return any(key in rule_words(name) for name in ("leaves_phrase", "comments", "told_on", "said_in", "concession", "leaves_noun", "in_its_wake", "afterwards", "and_already"))


_LEADS_OUT = FormCache(_leads_out)


def _leaves_here(reading, draft, p, begin, stops, limit, siblings):
    """Say whether أن or the relative pronoun at p leaves the content: `دعت إلى الإضراب، | وأن …`, `من بيروت | التي زارها أمس`."""
    if reading.words[p].particle == "complementizer":
        return _goes_on_outside(reading, draft, p, siblings)
    return _held_by_another(reading, draft, p, siblings) or describes_name(reading, draft, p, begin, end_of_noun(reading, draft, p, stops, limit))


def _main_clause_behind(reading, draft, begin, limit):
    """`والنقابة التي تطالب بفتح السوق | أعلنت الإضراب`: return where, inside `limit`, the verb stands that a subject with a relative clause still lacks; words that begin no clause end there."""
    relative = draft.anchor - 1
    if draft.rule not in ("relative_verb", "relative_clause") or draft.how not in ("object", "preposition") or reading.words[relative] is None or reading.words[relative].particle != "relative":
        return limit
    found = antecedent(reading, relative)
    before = reading.words[found[0] - 1] if found is not None and found[0] > reading.sentence_start(relative) else None
    opens = found is not None and (found[0] == reading.sentence_start(relative) or before is not None and before.particle in ("complementizer", "conjunction") or found[0] in reading.opens)
    if not opens or reading.words[found[0]] is None or reading.words[found[0]].prep:
        return limit
    gender = phrase_features(reading, found)[0]
    for k in range(begin + 1, limit):
        word = reading.words[k]
        if word is None or k in reading.mention_in or not word.verb or word.conj or word.particle or word.prep or not reading.surely_verb(k):
            if word is not None and word.particle in ("relative", "complementizer", "subordinator", "pronoun"):
                return limit
            continue
        held = reading.words[k - 1]
        feminine = word.stem.endswith("ت") if word.verb == "perfect" else word.stem.removeprefix("س").startswith("ت")
        if held is None or held.particle not in (None, "pronoun_prepositional", "time_noun", "month") or gender is None or feminine != (gender == "f") or not (held.definite or is_possessive(held) or k - 1 in reading.mention_in or held.prep or held.particle):
            return limit
        return k
    return limit


def _before_earlier(reading, draft, siblings, limit):
    """`قال المدير قبل الجلسة التي طلبت النقابة عقدها، | إن …`, `معقبا على دعوة الوزير إلى الحوار | : "…"`: return where, inside `limit`, the content of a cue before this one begins, with this cue between the two."""
    begins = [d.begin for d in siblings if d.cue and draft.cue and d.begin is not None and d.cue[0] < draft.cue[0] and draft.begin < d.begin and (d.how == "clause" and reading.tokens.forms[d.begin - 1] in COMMAS or d.begin in reading.opens and (reading.tokens.forms[d.begin - 1] == ":" or draft.kind == "participle" and not _is_clause_before(reading, draft.begin, d.begin)))]
    return min([limit, *begins])


def _is_clause_before(reading, begin, p):
    """`معربا عن أمله أن يكون | "الفصل قد انتهى"`: say whether أن stands in a content before the token p."""
    return any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(begin, p))


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
    if draft.how == "clause" and not has_verb(reading, draft.begin, p):
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
    """Say whether the content's first word needs no other: a noun with its pronoun (`استقالته | خلال كلمة`), one with ال before a joined verb (`القرار | وغادروا القاعة`)."""
    word = reading.words[begin]
    return word is not None and not word.particle and (is_possessive(word) or word.definite and begin not in reading.mention_in and begin + 1 < len(reading.words) and reading.words[begin + 1] is not None and reading.words[begin + 1].conj and reading.words[begin + 1].verb == "perfect")


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
    if follows_since(reading, i):
        return True
    if form.pos == "imperfect" and draft.kind == "finite" and draft.how != "clause" and other.rule == "verb_alone" and i > 3 and reading.keys[i - 1] == "ان" and reading.keys[i - 2] in rule_words("when_said") and reading.tokens.forms[i - 3] in COMMAS:
        # `دعا إلى فتح السوق، | قبل أن يتهم النقابة بالكذب`
        return draft.reading is not None and draft.reading.form.gender == form.gender
    if other.rule == "subject_verb" and other.sources and _but(reading, min(s[0] for s in other.sources)):
        # `قال إن السوق آمنة، لكن | النقابة تنفي ذلك`
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
    joint = form.number == "d" and sum(d.anchor == draft.anchor for d in siblings) == 2
    if not joint and _of_inner_subject(reading, draft, other) and not any(d.kind == "finite" and d.anchor < draft.anchor and d.content and d.content[-1][1] > draft.anchor and d.reading is not None and d.reading.form.gender == form.gender for d in siblings):
        return False
    if reading.words[i].conj or reading.keys[i - 1] == "و" or before is not None and before.particle == "conjunction" and len(before.stem) > 3:
        # `قال إن …، و أضاف أن …`: و may stand apart.
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
    if draft.rule == "subject_verb" and _set_against(reading, first):
        return first
    return draft.anchor - (draft.kind == "finite" and draft.anchor > 0 and (reading.keys[draft.anchor - 1] == "و" or follows_since(reading, draft.anchor)))


def _set_against(reading, first):
    """`أكدت أنقرة معارضتها، لكن | موسكو أعلنت …`: a new subject right behind لكن begins a statement of its own."""
    before = reading.words[first - 1] if first > reading.sentence_start(first) else None
    return before is not None and (_but(reading, first) or before.stem in rule_words("against") or reading.keys[first - 1] in rule_words("as_for") and first - 1 > reading.sentence_start(first))


def _but(reading, first):
    """Say whether لكن, or إلا, غير or بيد with أن, stands right before token `first`."""
    if first <= reading.sentence_start(first) or reading.words[first - 1] is None:
        return False
    return reading.words[first - 1].stem == "لكن" or reading.keys[first - 1] == "ان" and reading.keys[first - 2] in rule_words("but_that")


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
    if before is not None and (before.particle in ("subordinator", "conjunction") or before.particle == "complementizer" and reading.keys[draft.cue[0] - 2].removeprefix("و") in rule_words("when_said")):
        # `بينما تؤكد بيونغ يانغ أن …، تعتبرها سيول …`: the main clause begins behind the comma.
        return False
    return not has_verb(reading, draft.begin + 1, i)


def _after_border(reading, i):
    """A comma, or كما, فيما, بينما, حيث, في حين before the cue."""
    if i == 0:
        return True
    return reading.tokens.forms[i - 1] in ("،", ",", ".", "؛") or reading.keys[i - 1] in rule_words("border") or reading.keys[i - 2:i] == ["في", "حين"]


def _trimmed(reading, begin, end):
    """Take a credit, punctuation and link words off the end; None if nothing is left."""
    if reading.kinds[end - 1] != QUOTE and end >= reading.sentence_end(end - 1) - 1:
        end = max(min(end, credit_start(reading.tokens, reading.sentence_start(end - 1), reading.sentence_end(end - 1))), begin)
    while end > begin:
        if end - 1 in reading.opens or reading.kinds[end - 1] == PUNCT and reading.tokens.forms[end - 1] not in (")", "]", "%", "٪"):
            end -= 1
        elif reading.kinds[end - 1] == WORD and end - 1 > begin and end < len(reading.tokens) and links(reading, end - 1) and end < reading.sentence_end(end - 1):
            end -= 1 + (reading.keys[end - 2:end] == ["في", "حين"])
        elif end - 2 > begin and reading.keys[end - 2] in ("لا", "ولا") and reading.keys[end - 1] in rule_words("un_especially"):
            # `بانتهاك العقوبات، | لا سيما بعد …`
            end -= 2
        elif end - 2 > begin and reading.keys[end - 1] == "ان" and reading.keys[end - 2] in rule_words("when_said") and reading.tokens.forms[end - 3] in COMMAS:
            end -= 2
        elif end - 2 > begin and end < len(reading.tokens) and _but(reading, end) and reading.keys[end - 1] == "ان":
            end -= 2
        else:
            break
    return [(begin, end)] if end > begin else None


def _in_first_person(reading, first, last):
    """`الوزير: | لن نغلق السوق`, `وأضاف: | علاقتي بالنقابة جيدة`: say whether the words first … last - 1 say I or we outside marks."""
    return any(reading.words[k] is not None and (_FIRST_PERSON[reading.keys[k]] or _i_shall(reading, k)) for k in range(first, last) if reading.inside[k] < 0)


def _says_i_or_we(key):
    """Say whether a folded form is a pronoun of the first person, ends in one, or is an imperfect of we."""
    word = WORDS[key]
    if word.stem in rule_words("ours") or word.stem in rule_words("first_person") or word.verb == "imperfect" and word.stem.startswith("ن") or any(r.form.person == 1 and r.form.pos == "imperfect" and r.form.number == "p" for r in CUE_READINGS[key]):
        return True
    if word.particle or word.stem in known_nouns() or word.stem in speaking_nouns():
        return False
    return any(pronoun == "نا" and len(base) > 2 for base, pronoun in without_pronoun(word.stem)) or word.stem.endswith("تي") and word.stem[:-2] + "ة" in known_nouns()


_FIRST_PERSON = FormCache(_says_i_or_we)
"""Folded form → whether it says I or we."""


def _i_shall(reading, k):
    """`| سأتحدث معه`, `لن | أخرس`, `| أعتقد أن`: say whether an imperfect of I stands at token k, by its hamza behind س or a negation, or of a verb that has none of its own."""
    form = reading.tokens.forms[k].lstrip("وف")
    if form.startswith("سأ") and len(form) > 4 or form.startswith("أ") and negation(reading, k) and reading.words[k].stem not in known_nouns():
        return True
    return form.startswith("أ") and any(r.form.person == 1 and r.form.pos == "imperfect" and r.cue.lemma.startswith("ا") for r in CUE_READINGS[reading.keys[k]])


def form_of(reading, draft):
    """Return direct, indirect or mixed: direct where the whole content is in marks or says I or we behind a colon, mixed where only a part is."""
    first, last = draft.span
    held = reading.quotations[reading.inside[draft.anchor]] if reading.inside[draft.anchor] >= 0 and draft.cue else None
    if held is not None and (held.closed or draft.kind != "participle") and reading.inside[first] == reading.inside[draft.anchor] and first not in reading.opens:
        return "direct"
    opened = [reading.opens[k] for a, b in draft.content for k in range(a, b) if k in reading.opens]
    colon = first > 0 and reading.tokens.forms[first - 1] == ":"
    if not opened and not colon:
        return "indirect"
    if all(a in reading.opens and reading.opens[a].last >= b - 1 for a, b in draft.content):
        return "direct"
    if colon and _in_first_person(reading, first, draft.content[0][1]):
        return "direct"
    return "mixed" if any(not reading.is_name(q) or q.last - q.first > 1 for q in opened) else "indirect"
