"""Of whom an evaluative word is said: attribute, predicate, object of a verb of calling, example, owner."""

from analysis.attribution.objects import is_possessive
from analysis.inflection import pronoun_features, pronoun_of, without_pronoun
from analysis.stance.earlier import judged_again
from analysis.stance.finding import LIKELY, Finding, negator, with_party
from analysis.stance.lexicon import TRIGGERS, VERBS, turns, turns_against
from analysis.stance.page import NARRATOR_WHO
from analysis.stance.people import can_mean, features, is_state, meant, particle_at, who, whos
from analysis.stance.pieces import clause_start, group_slots, named_by, pieces_after
from analysis.stance.plans import owners
from analysis.stance.polarity import bearing
from analysis.stance.roles import accused, verb_roles
from analysis.stance.subjects import ANY, bound_to, by_phrase, carried_subject, held_under, names_attack, pronoun_subject, skip_back, subjects_before
from analysis.text import fold
from analysis.wordlists import common_nouns, manner_nouns, verbal_nouns
from analysis.words import QUOTE, FormCache

ATTACHED = 0.7
"""Certainty where the word is attached to the party itself; below it the narrator takes no stance."""

NEARBY = 0.55


def evaluate(page, i, end, evaluation, form=None):
    """Find the parties an evaluation holds for, and yield the tellers' stance toward them; it stands at tokens i … end - 1."""
    sign, stopped, _ = bearing(page, i)
    attacked = attacked_in_words(page, i, end) if evaluation.polarity < 0 < sign and page.voices[i] is not None else []
    if attacked:
        yield from (Finding(teller, target, 1, "evaluation", *with_party(page, i, target.party), "accusation dismissed", LIKELY) for teller in page.tellers(i) for target in attacked if target.party != "civilians")
        return
    if not sign or stopped and not _tells(page, i):
        return
    if sign < 0 and form is not None and evaluation.cls == "adjective" and form.definite and page.words[i - 1] is not None and (page.words[i - 1].definite or i - 1 in page.mention_in) and not page.words[i - 1].particle:
        # `لا نستغرب هذا التصعيد الأرعن`, `عدم إهمال سلوك كندا الضار`: an attribute is not denied.
        sign = 1
    if _only_how(page, i, evaluation) or evaluation.polarity > 0 and _owed_to(page, i):
        return
    targets, certainty = whos(exemplified(page, end)), ATTACHED
    if not targets:
        targets, certainty = holders(page, i, end, evaluation, form)
    value = evaluation.polarity * sign
    if value < 0 and accused_of(page, i):
        for teller in page.tellers(i):
            yield Finding(teller, teller, 1, "evaluation", i, end - 1, "accusation dismissed", LIKELY)
    reported = page.words[i] is not None and page.words[i].stem.removeprefix("ال") in turns("relational")
    for teller in page.tellers(i):
        if teller is NARRATOR_WHO and (reported or certainty < ATTACHED or value > 0 and evaluation.cls != "idiom"):
            # `الصحف الروسية المرموقة`, `بفضل دعم روسي`: in narration a word of praise describes more often than it praises.
            continue
        for target in targets:
            if value > 0 or target.party not in (teller.party, "civilians"):
                first, last = with_party(page, i, target.party)
                yield Finding(teller, target, value, "evaluation", first, max(last, end - 1), "evaluation " + evaluation.cls, certainty)


def attacked_in_words(page, i, end):
    """`رفض الاتهامات | الباطلة الموجهة إلى كندا`, `الحملة | الظالمة التي تتعرض لها كندا`: return the Whos against whom the charges or the campaign are that an adjective calls unjust: who calls them so stands up for them."""
    noun = next((k for k in range(i if end - i > 1 else i - 1, max(page.sentence(i)[0], i - 3) - 1, -1) if page.reading.kinds[k] != QUOTE), i)
    if page.words[noun] is None or page.words[noun].stem.removeprefix("ال") not in turns("attack_in_words"):
        return []
    k = next((k for k in range(end, page.sentence(i)[1] - 1) if page.reading.kinds[k] != QUOTE), None)
    if k is None:
        return []
    if particle_at(page, k) == "relative" and page.words[k + 1] is not None and page.words[k + 1].stem in turns("aims_at"):
        slots = group_slots(pieces_after(page, k + 1))
        return whos(slots[0]) if slots and slots[0] and slots[0][0].kind != "demonym" else []
    k += page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("directed")
    piece = next(iter(pieces_after(page, k - 1, k)), None)
    return whos(piece.mentions[:1]) if piece is not None and piece.mentions and piece.marker in turns("directed_at") and piece.mentions[0].kind != "demonym" and (piece.marker == "ضد" or k > end) else []


def _owed_to(page, i):
    """`لم تعد كندا قادرة على ذلك بفضل دماء الشهداء`: say whether a word of praise stands in a phrase behind بفضل that names nobody: it tells to whom the outcome is owed, not what the subject is like."""
    for k in range(i - 1, max(page.sentence(i)[0], i - 6) - 1, -1):
        if page.keys[k] in turns("credited"):
            return True
        if k in page.mention_in or page.words[k] is None or page.words[k].particle or page.is_verb(k):
            return False
    return False


def _only_how(page, i, evaluation):
    """`النفوذ التركي تاريخيا`, `تهديد استثنائي`: say whether an adjective is an adverb, or praises what is an evil."""
    if evaluation.cls != "adjective" or evaluation.polarity < 0 or i == 0 or page.words[i] is None:
        return False
    before = page.words[i - 1]
    if page.keys[i] in turns("well") and (i - 1 in page.mention_in or page.is_verb(i - 1) or before is not None and before.particle is not None):
        # `أدرك الرئيس الكندي جيدا`
        return True
    if page.tokens.forms[i].rstrip("ً").endswith("يا") and (i - 1 in page.mention_in or before is not None and before.definite):
        return True
    trigger = TRIGGERS[page.keys[i - 1]] if before is not None and not before.definite and i - 1 not in page.mention_in else None
    return trigger is not None and any(form.pos == "noun" and (p.doer < 0 or p.object < 0) and not p.needed for form, p in trigger.forms)


def _tells(page, i):
    """`إلغاء القمة مؤسف`: an indefinite word behind a definite noun is told of it; a noun of stopping before that is its subject, no operator."""
    word, before = page.words[i], page.words[i - 1] if i else None
    return word is not None and not word.definite and before is not None and (before.definite or i - 1 in page.mention_in)


def accused_of(page, i):
    """`أي إشارة إلى تورط روسيا سخيفة` in a Russian's words: say whether a claim about the teller's own side is what is called bad."""
    word = page.words[i]
    if page.voices[i] is None or word is None or word.definite or word.conj or word.prep and page.cue_class(page.voices[i]) != "describe":
        return False
    own, first, near, named = {teller.party for teller in page.tellers(i)}, max(page.sentence(i)[0], i - 12), False, False
    for j in range(i - 1, first - 1, -1):
        if page.voices[j] is not page.voices[i]:
            return False
        named = named or j in page.mention_in
        near = near or j in page.mention_in and page.mention_in[j].party in own
        if not named and page.keys[j] in turns("accusations") and own.isdisjoint(("media", "civilians", "un", "anonymous", "unaffiliated", None)) and clause_start(page, i) in (j, j - 1):
            # `هذه الاتهامات كاذبة`: those that nobody is named in are against who speaks.
            return True
        if near and page.words[j] is not None and page.words[j].stem.removeprefix("ال") in turns("charge"):
            return True
        if page.is_verb(j) and page.words[j].stem not in turns("being"):
            return False
    return False


def holders(page, i, end, evaluation, form):
    """Return (Whos of whom an evaluative word is said, certainty)."""
    if i in page.mention_in and page.mention_in[i].party != "anonymous" and not (pronoun_subject(page, i - 1) and not page.words[i].definite):
        # not `وصف خصومه بأنهم إرهابيون`, nor `روسيا مصدر عدم الاستقرار`, who is no source
        return [who(page.mention_in[i])], ATTACHED
    if evaluation.cls == "behind":
        # `لا مستقبل للأسد`, `من حق سوريا`
        if end < len(page.keys) and particle_at(page, end) == "pronoun_prepositional":
            # `إيران لا يحق لها`
            found = meant(page, i, pronoun_of(page.words[end].stem), ())
            return [who(found)] if found else [], ATTACHED
        pieces = pieces_after(page, end - 1)
        return whos(joined_mentions(pieces)) if pieces and pieces[0].marker in ("", "ل", "ب") else [], ATTACHED
    found = described(page, i) or subject_behind(page, i, end)
    if found:
        return found, ATTACHED
    manner = i if form is None and _is_manner(page, i) else i - 1
    if _is_manner(page, manner) and (manner == i or page.keys[i] == "غير" if form is None else evaluation.cls == "adjective" and not form.definite):
        # `تصرفت كندا بشكل غير مسؤول`
        return doing_so(page, manner), LIKELY
    if evaluation.cls == "adjective" and form.definite and form.prefix.endswith("ب"):
        # `وصفته الصحيفة بالمثمر`: what it calls so is not she.
        return [], ATTACHED
    behind = whose_deed(page, end)
    if behind:
        return behind, ATTACHED
    if evaluation.cls == "idiom" and page.words[i] is not None and page.words[i].prep == "ب" and page.words[i].stem in turns("all_of"):
        # `يعترف بكل وقاحة`
        return doing_so(page, i), LIKELY
    if evaluation.cls == "idiom":
        found, certainty = of_phrase(page, i)
        # `الدور السلبي لطهران`
        # `مصدر قلق للنرويج`: whom it worries.
        return (found, certainty) if found or i in page.mention_in else (after_it(page, i, end, evaluation), ATTACHED)
    if evaluation.cls == "adjective" and form.definite and not form.prefix.strip("و"):
        return partitive(page, i) or possessor(page, i) or modified(page, i) or after_it(page, i, end, evaluation), ATTACHED
    found = [] if _is_classed(page, i) else by_phrase(page, pieces_after(page, end - 1)[:1 if evaluation.cls == "adjective" else 3])
    if found:
        return found, ATTACHED
    found = whos(subjects_before(page, i)) if not _of_thing(page, i, evaluation) and not (evaluation.cls == "noun" and _done_to(page, i)) else []
    found = found or (amounting(page, i) if evaluation.cls == "noun" else been(page, i) if evaluation.cls == "adjective" else []) or spoken_of(page, i)
    if found:
        return found, LIKELY
    found = in_attempt(page, i) or near_before(page, i) or relative_subject(page, i) or conducted(page, i - 1) or what_one_does(page, i) or (owner_of_subject(page, i) if evaluation.cls == "adjective" else [])
    if found:
        return found, ATTACHED
    again = whos(judged_again(page, i, clause_start(page, i)))
    return (again, LIKELY) if again else (after_it(page, i, end, evaluation), NEARBY)


def spoken_of(page, i):
    """`قال الوزير عن كندا إنها | دولة فاشلة`: return the Who behind عن, before the words that begin with a pronoun for it, of whom no more than a noun and its adjective is said, as a list."""
    statement = page.voices[i]
    begin = page.first_token(statement.content[0][0]) if statement is not None and statement.content else i
    if i - begin not in (1, 2, 3) or not pronoun_subject(page, begin) or any(page.is_verb(k) or k in page.mention_in or page.words[k] is not None and (page.words[k].particle or page.words[k].definite) for k in range(begin + 1, i + 1)):
        return []
    cue = page.cue_token(statement)
    about = next((page.mention_at[k + 1][0] for k in range(begin - 2, max(page.sentence(i)[0], begin - 10) - 1, -1) if page.keys[k] == "عن" and k + 1 in page.mention_at and cue is not None and cue < k), None)
    return [who(about)] if about is not None and can_mean(features(page, about), *pronoun_features(pronoun_of(page.keys[begin]))) else []


def shown_by(page, i):
    """`قدم المنتخب الكندي | عرضا رائعا`, `قال إن الجيش أظهر | كفاءة عالية`: return the Whos of the subject of a verb of giving, showing or achieving, whose object, an indefinite noun, is judged."""
    word = page.words[i]
    if word is None or word.definite or word.prep or word.conj or word.stem not in turns("shown"):
        return []
    verb = next((k for k in range(i - 1, max(page.sentence(i)[0], i - 7) - 1, -1) if page.is_verb(k)), None)
    if verb is None or verb in page.cue_at or page.words[verb].stem not in turns("showing") or page.voices[verb] is not page.voices[i] or negator(page, verb) < verb or any(page.words[k] is None and page.reading.kinds[k] != QUOTE or particle_at(page, k) not in (None, "adverb") and k not in page.mention_in for k in range(verb + 1, i)):
        return []
    named = whos(subjects_before(page, verb, VERBS[page.keys[verb]] or ANY))
    slot = [page.mention_in[k] for k in range(verb + 1, i) if k in page.mention_in]
    return named or whos(slot[:1])


def in_attempt(page, i):
    """`قصفت كندا القرية في محاولة | يائسة`, `…، في خطوة | استفزازية`: return the Whos of the subject of the clause that an adverbial with في judges."""
    if page.keys[i - 2] != "في" or page.words[i - 1] is None or page.words[i - 1].definite or page.words[i - 1].stem not in turns("step") or i - 3 <= page.sentence(i)[0]:
        return []
    start = clause_start(page, i - 3)
    verb = next((k for k in range(start, i - 2) if page.is_verb(k) and page.words[k].stem not in turns("being")), None)
    if verb is None or page.voices[verb] is not page.voices[i] or verb in page.cue_at or negator(page, verb) < verb:
        return []
    return verb_roles(page, verb, VERBS[page.keys[verb]] or ANY, ())[0] or []


def subject_behind(page, i, end):
    """`من غير المقبول أن تضع واشنطن نفسها`: return the Whos of the subject of the clause with أن that a word of evaluation behind من judges."""
    first = next((k for k in range(i - 1, page.sentence(i)[0] - 1, -1) if page.reading.kinds[k] != QUOTE), 0)
    end = next((k for k in range(end, page.sentence(i)[1]) if page.reading.kinds[k] != QUOTE and particle_at(page, k) != "adverb"), end)
    if page.keys[first] != "من" or end + 1 >= page.sentence(i)[1] or particle_at(page, end) != "complementizer" or not page.is_verb(end + 1):
        return []
    slots = group_slots(pieces_after(page, end + 1))
    return whos(slots[0]) if slots and slots[0] and slots[0][0].kind != "demonym" else []


def whose_deed(page, end):
    """`الطريقة القاسية التي تعامل بها روما العمال`, `الدور الإيجابي الذي تلعبه مصر`: return the Whos of the subject of the relative clause behind the word of evaluation, whose verb takes up what is evaluated."""
    while end < len(page.keys) and page.reading.kinds[end] == QUOTE:
        end += 1
    if end + 1 >= len(page.keys) or particle_at(page, end) != "relative" or not page.is_verb(end + 1) or page.sentence(end)[1] <= end + 2:
        return []
    form, trigger = VERBS[page.keys[end + 1]], TRIGGERS[page.keys[end + 1]]
    if form is None or form.lemma in ("undergoer", "receiver", "other") or turns_against(trigger):
        # `الحرب المدمرة التي تشهدها سوريا`, `الخطط الإرهابية التي تكافحها تركيا`: not their doing.
        return []
    taken_up = form is not None and form.pronoun or particle_at(page, end + 2) == "pronoun_prepositional"
    slots = group_slots(pieces_after(page, end + 1)) if taken_up else []
    return whos(slots[0]) if slots and slots[0] and slots[0][0].kind != "demonym" else []


def _is_classed(page, i):
    """`تصنيف الحزب "إرهابيا" من قبل الوزارة`: say whether who stands behind من قبل calls somebody so."""
    return any(page.words[k] is not None and page.words[k].stem in turns("classing") for k in range(max(page.sentence(i)[0], i - 8), i))


def _of_thing(page, i, evaluation):
    """`واشنطن لديها معلومات موثوقة`: say whether a word of praise tells of an indefinite noun right before it that stands for no party (`شريك موثوق` does) nor for its conduct."""
    word, before = page.words[i], page.words[i - 1]
    if evaluation.cls != "adjective" or evaluation.polarity < 0 or word is None or before is None or before.particle or before.definite or word.definite or i - 1 in page.mention_in or page.is_verb(i - 1):
        return False
    bare = before.stem.removesuffix("ا")
    return (before.stem in common_nouns() or bare in common_nouns()) and not {before.stem, bare} & (turns("carrier") | turns("conduct") | turns("personage"))


def _done_to(page, i):
    """`معاقبة المعتدين`: say whether a noun with ال stands right behind a noun of acting against it."""
    trigger = TRIGGERS[page.keys[i - 1]] if page.words[i] is not None and page.words[i].definite and page.words[i - 1] is not None and not page.words[i - 1].definite else None
    return trigger is not None and any(form.pos == "noun" and predicate.object < 0 and not predicate.needed for form, predicate in trigger.forms)


def _is_manner(page, j):
    """Say whether the noun at token j begins an adverbial of how something is done (`بشكل`)."""
    return page.words[j] is not None and page.words[j].prep == "ب" and page.words[j].stem in manner_nouns()


def doing_so(page, manner):
    """`تتصرف بريطانيا بطريقة استفزازية`: return the Whos of the subject of the verb that the adverbial at a token tells of."""
    verb = next((j for j in range(manner - 1, max(page.sentence(manner)[0], manner - 10) - 1, -1) if page.is_verb(j)), None)
    if verb is None or page.voices[verb] is not page.voices[manner] or negator(page, verb) < verb:
        return []
    return verb_roles(page, verb, VERBS[page.keys[verb]] or ANY, ())[0] or []


def of_phrase(page, i):
    """Return (Whos of whom a fixed phrase is said, certainty): its owner, its subject, or who stands before it."""
    if i and page.keys[i - 1] in turns("we") or page.keys[i] in turns("ours"):
        # `نحن أقوى من أي وقت مضى`, `لدينا الحق`
        return page.tellers(i), LIKELY
    owner = owned(page, i)
    if owner is not None:
        return [who(owner)], LIKELY
    playing = conducted(page, i) or in_attempt(page, i) or shown_by(page, i)
    if playing:
        # `لعبت السودان دورا بارزا`
        return playing, ATTACHED
    return whos(subjects_before(page, i)) or amounting(page, i) or ([] if complement_before(page, i) or _within_relative(page, i) else near_before(page, i)) or relative_subject(page, i) or owner_of_subject(page, i) or spoken_of(page, i) or whos(judged_again(page, i, clause_start(page, i))), LIKELY


def what_one_does(page, i):
    """`ما تفعله كندا محاولة يائسة`, `ما جرى على يد كندا أمر مشين`: return the Whos of the subject of the relative clause with ما that opens the clause, where only an indefinite noun stands between them and the adjective, as a list."""
    start = clause_start(page, i)
    if page.keys[start] not in turns("what") or start + 2 >= i or not page.is_verb(start + 1) or any(page.is_verb(k) for k in range(start + 2, i + 1) if k not in page.mention_in):
        return []
    return whos(owners(page, start + 1))


def been(page, i):
    """`إن الانتخابات العراقية كانت نزيهة`, `علاقاتنا مع تركيا ليست جيدة`: return the Who right before a form of being and an adjective, as a list."""
    k = skip_back(page, i) + 1
    mention = page.mention_in.get(k - 1) if particle_at(page, i - 1) == "auxiliary" else None
    start = page.first_token(mention.start) if mention is not None else None
    if start is None or page.words[start] is not None and page.words[start].conj or page.preposition(start) and not bound_to(page, start, i):
        return []
    return near_before(page, k)


def amounting(page, i):
    """`البرنامج الكندي يشكل "مصدر قلق"`: return the Whos of the subject of a verb of being or amounting to right before the phrase, as a list."""
    verb = next((j for j in range(i - 1, page.sentence(i)[0], -1) if page.reading.kinds[j] != QUOTE), i)
    if not page.is_verb(verb) or page.words[verb - 1] is None or page.words[verb].stem not in turns("amounting") or page.voices[verb] is not page.voices[i] or page.words[verb - 1].stem == "ما":
        return []
    start = clause_start(page, verb)
    what = next((k for k in (start - 1, start) if page.sentence(i)[0] <= k < verb - 1 and page.words[k] is not None and page.words[k].stem == "ما"), None)
    if what is not None and page.is_verb(what + 1):
        # `ما قامت به كندا يمثل إهانة`
        return whos(owners(page, what + 1))
    behind = whos([m for piece in pieces_after(page, verb) for m in piece.mentions])
    return [who for who in verb_roles(page, verb, VERBS[page.keys[verb]] or ANY, ())[0] or [] if who not in behind]


def owner_of_subject(page, i):
    """`أكدت البحرين أن محاكماتها مستقلة`: return the Who that the pronoun of the noun that opens the clause means, where no verb and no other party stands between, as a list."""
    start = clause_start(page, i)
    word = page.words[start] if start < i else None
    if word is None or page.voices[i] is None or word.particle or word.definite or word.prep or not is_possessive(word) or any(page.is_verb(j) or j in page.mention_in for j in range(start, i)):
        return []
    owner = owned(page, start) if any(base in turns("conduct") | turns("carrier") | turns("matter_of_state") for base, _ in without_pronoun(word.stem)) else None
    return [who(owner)] if owner is not None else []


def complement_before(page, i):
    """`دعمه لبريطانيا في غير محله`: what stands behind a preposition is not the phrase's subject, unless it opens the clause (`للنظام سمعة سيئة`)."""
    mention = page.mention_in.get(i - 1)
    first = page.first_token(mention.start) if mention is not None else i - 1
    if first - 1 >= page.sentence(i)[0] and page.keys[first - 1] == "في":
        # `ما تفعله كندا في البرتغال جريمة حرب`
        start = clause_start(page, i)
        return page.keys[start] in turns("what") and page.is_verb(start + 1)
    return bool(page.preposition(first)) and clause_start(page, i) != first


def _within_relative(page, i):
    """`الأنباء التي نشرت عن طرد سفير كندا | لا أساس لها`: say whether the name before token i ends the relative clause of a noun with ال that names no party: that noun is meant."""
    start, first = clause_start(page, i), page.sentence(i)[0]
    head = page.words[start - 2] if start - 2 >= first and particle_at(page, start - 1) == "relative" and page.is_verb(start) else None
    return head is not None and head.definite and start - 2 not in page.mention_in


def possessor(page, i):
    """`سياساته المتهورة`, `تدخلاتها السافرة`: return the Who that the pronoun of the noun before an adjective means, as a list."""
    before = page.words[i - 1]
    if before is None or before.definite or i - 1 in page.mention_in or not is_possessive(before) or not any(base in turns("conduct") for base, _ in without_pronoun(before.stem)):
        return []
    owner = owned(page, i - 1)
    return [who(owner)] if owner is not None else []


def partitive(page, i):
    """`قطر من الشركاء الجيدين`: return the Who before من, of whose kind the adjective tells, as a list."""
    j = i - 2
    return near_before(page, j) if j > page.sentence(i)[0] and page.keys[j] == "من" and page.words[i - 1] is not None and page.words[i - 1].definite and i - 1 not in page.mention_in else []


def conducted(page, noun):
    """`تمارس روسيا أنشطة خبيثة`, `تلعب قطر دورا مهما`: the noun at a token, what a party does or keeps to, stands for it; return the subject of the verb."""
    first = page.sentence(noun)[0]
    word = page.words[noun] if noun > first else None
    if word is None or word.definite or word.stem not in turns("conduct"):
        return []
    verb = next((j for j in range(noun - 1, max(first, noun - 8) - 1, -1) if page.is_verb(j)), None)
    form = VERBS[page.keys[verb]] if verb is not None and page.voices[verb] is page.voices[noun] else None
    agents = verb_roles(page, verb, form, ())[0] or [] if form is not None and form.lemma in ("doer", "maker") else []
    # `ويقوم بدور فعال`: whose subject goes on may be another noun's.
    return [] if agents and page.words[verb].conj and agents == carried_subject(page, verb, form) else agents


def after_it(page, i, end, evaluation):
    """`الهجمة البربرية لقوات الأسد`, `جنون ترامب`: return the Whos of the phrase after ل, or of a name right after the noun."""
    while end < len(page.keys) and page.reading.kinds[end] == QUOTE:
        end += 1
    pieces = pieces_after(page, end - 1)
    if not pieces or not pieces[0].mentions or page.first_token(pieces[0].mentions[0].start) != pieces[0].first:
        return []
    first = pieces[0]
    if first.marker == "ل" and evaluation.cls == "adjective" and evaluation.polarity > 0 and page.words[i] is not None and not page.words[i].definite and not conducted(page, i - 1):
        # `قدم طلبا استثنائيا للبرتغال`: to whom it goes.
        return []
    if first.marker == "ل" and (evaluation.cls == "adjective" and _takes_for(page, i) or _marks(page, i, "direct") or evaluation.cls == "idiom" and (_marks(page, i - 1, "direct", ("noun",)) or page.keys[i] in turns("cleansing"))):
        # `العدو لإسرائيل`, `القتل غير القانوني للصحفي`, `التطهير العرقي للروهينغا`
        return []
    bare = evaluation.cls == "noun" and fold(evaluation.word) not in turns("suffered") | turns("relational") and not first.marker and not first.joined and first.first == end
    return whos(joined_mentions(pieces)) if first.marker == "ل" or bare else []


def _takes_for(page, i):
    """`تبعيتها العمياء | لروما`: say whether the noun before an adjective is a time, or one whose object stands behind ل: it is not that party's."""
    noun = next((k for k in range(i - 1, max(page.sentence(i)[0], i - 3) - 1, -1) if page.reading.kinds[k] != QUOTE), i)
    if particle_at(page, noun) == "time_noun":
        # `يوم حزين لروما`
        return True
    # `دعمه السخي | للعراق`
    return _marks(page, noun, "ل", ("noun",)) or page.words[noun] is not None and not page.words[noun].definite and is_possessive(page.words[noun])


def _marks(page, j, marker, kinds=("noun", "participle")):
    """Say whether token j is a predicate that marks its object with this preposition."""
    trigger = TRIGGERS[page.keys[j]]
    return trigger is not None and any(form.pos in kinds and marker in predicate.markers for form, predicate in trigger.forms)


def joined_mentions(pieces):
    """Return the parties of the first phrase and of those joined to it."""
    found = []
    for n, piece in enumerate(pieces):
        if n and not piece.joined:
            break
        found += named_by(piece)
    return found


def modified(page, i):
    """Return the Whos of the phrase that a definite adjective closes (`الميليشيات الحوثية الانقلابية`), or []."""
    for j in range(i - 1, max(page.sentence(i)[0], i - 5) - 1, -1):
        if j in page.mention_in and _place_of_incident(page, j):
            # `حادث لندن الإرهابي`
            return []
        if j in page.mention_in and page.keys[i].endswith("ة") and page.mention_in[j].text.endswith(("ين", "ون")):
            # `مطالب الفلسطينيين التاريخية`: the adjective is of the noun before.
            return []
        if j in page.mention_in and _of_group_before(page, j, i):
            # `منظمة شباب كندا الإرهابية`
            return []
        if j in page.mention_in:
            return [who(page.mention_in[j])]
        word = page.words[j]
        if word is None and page.reading.kinds[j] != QUOTE or word is not None and (word.particle or word.conj or word.prep or page.is_verb(j) or word.definite and i - 1 - (page.reading.kinds[i - 1] == QUOTE) == j and page.reading.kinds[j - 1] == QUOTE):
            # `الدول الأوروبية "العيوب الكارثية"`: another noun is meant.
            return []
        if names_attack(page, j):
            # `أدانت مصر الهجوم الإرهابي`: the deed is called so.
            return []
    return []


def _of_group_before(page, j, i):
    """Say whether the name at token j, right before an adjective with ة, is that of a state behind a word for a group and another noun, so that the group is called so."""
    start = page.first_token(page.mention_in[j].start)
    state = page.mention_in[j].kind == "name" and is_state(page, page.mention_in[j].actor) and j == i - 1 and page.keys[i].endswith("ة")
    return state and start - 2 >= page.sentence(j)[0] and any(page.words[k] is not None and "ال" + page.words[k].stem.removeprefix("ال") in turns("group_name") for k in (start - 2, start - 3) if k >= page.sentence(j)[0]) and start - 1 not in page.mention_in and page.words[start - 1] is not None and not page.words[start - 1].particle


def _place_of_incident(page, j):
    """Say whether the name at token j tells where something happened that the noun before it names."""
    noun = page.words[page.first_token(page.mention_in[j].start) - 1]
    return noun is not None and not noun.definite and noun.stem in turns("incident") and is_state(page, page.mention_in[j].actor)


def owned(page, i):
    """`وعلى حقوقه المشروعة`: return the mention that a pronoun on the first word of a phrase means, or None."""
    stem = page.words[i].stem if page.words[i] is not None else ""
    pronoun = pronoun_of(stem)
    return meant(page, i, pronoun, ()) if pronoun and len(stem) > len(pronoun) + 2 else None


def described(page, i):
    """`وصف أردوغان نتنياهو بالإرهابي`: what a verb of calling says near the start of its content is said of its object."""
    statement = page.voices[i]
    if statement is None or page.cue_class(statement) != "describe":
        return []
    begin, cue = page.first_token(statement.content[0][0]), page.first_token(statement.cue_start)
    form = page.cue_reading(statement)[0]
    if form.pronoun and cue - 3 > page.sentence(cue)[0] and " ".join(page.keys[cue - 2:cue]) in turns("whole") and page.tokens.forms[cue - 3] in "،,":
        called = _whole_called(page, cue - 3)
        if called:
            return called
    group = _group_before(page, cue) if form.pronoun else None
    if group is not None:
        return [who(group)]
    if i - begin > 7 and not any(particle_at(page, k) == "complementizer" for k in range(i - 4, i)) or form.pronoun and not form.prefix and (_noun_at(page, cue - 1) or page.words[cue - 1] is not None and page.words[cue - 1].stem == "ما" and particle_at(page, cue - 2) != "pronoun"):
        # `مشهد وصفه ناشطون بأنه`, `ما وصفه بالعيوب` (not `وهو ما وصفه`): the pronoun means the noun before.
        return []
    # `وصف الوزير معالجتها بأنها تهين مصر`: whose treatment it is.
    owner = owned(page, begin) if page.words[begin] is not None and is_possessive(page.words[begin]) else None
    return accused(page, statement) or ([who(owner)] if owner is not None else [])


def _whole_called(page, comma):
    """`بعد انسحاب كندا من الاتفاق، الأمر الذي | اعتبره خرقا`: return the Who of whom a verbal noun before the comma names as the doer, right behind it, as a list."""
    for k in range(comma - 1, max(page.sentence(comma)[0], comma - 9), -1):
        named = page.mention_at.get(k + 1)
        if named is not None and k not in page.mention_in and page.keys[k] in verbal_nouns() and not page.preposition(k + 1) and named[0].kind != "demonym":
            return [who(named[0])]
    return []


def _group_before(page, cue):
    """`حزب العمال، وهي مجموعة | وصفتها تركيا بالإرهابية`: return the mention before a pronoun and an indefinite noun that says what it is, right before the verb of calling; or None."""
    word = page.words[cue - 1] if cue > 3 else None
    if word is None or word.particle or word.definite or particle_at(page, cue - 2) != "pronoun" or not page.words[cue - 2].conj:
        return None
    j = cue - 3
    while j > page.sentence(cue)[0] and page.words[j] is None:
        j -= 1
    return page.mention_in.get(j)


def _noun_at(page, j):
    """Say whether token j is a noun that names no party."""
    word = page.words[j] if j >= 0 else None
    return word is not None and word.particle is None and word.verb is None and j not in page.mention_in


def relative_subject(page, i):
    """`هدنة اقترحتها روسيا لم تكن كافية`: a plan or deed stands for who is named in its relative clause."""
    start = clause_start(page, i)
    first = page.sentence(i)[0]
    if start <= first or particle_at(page, start - 1) != "relative" or not page.is_verb(start) or page.keys[start] in turns("regards"):
        return []
    if VERBS[page.keys[start]] is not None and not VERBS[page.keys[start]].pronoun and not _done_again(page, start, i):
        # `الجيب الذي تسيطر عليه المعارضة سيمثل انتصارا`: a place stands for nobody.
        return []
    slots = group_slots(pieces_after(page, start))
    return whos(slots[0]) if slots and slots[0] and page.first_token(slots[0][-1].start) < i else []


def _done_again(page, start, i):
    """`العقوبات التي | أعاد الرئيس فرضها`: say whether the verb at token `start` governs the noun of doing what its pronoun takes up."""
    return page.words[start].stem in turns("light_again") and any(page.words[k] is not None and any(base in verbal_nouns() and pronoun in ("ه", "ها") for base, pronoun in without_pronoun(page.words[k].stem)) for k in range(start + 2, min(start + 8, i)))


def near_before(page, i):
    """Return the Who of the mention right before token i, as a list; marks and one word (`روسيا لعب "دورا أساسيا"`) are passed over."""
    j, first, passed = i - 1, page.sentence(i)[0], False
    while j > first and (page.reading.kinds[j] == QUOTE or not passed and page.keys[j] in turns("playing") and not page.is_verb(j)):
        passed = passed or page.reading.kinds[j] != QUOTE
        j -= 1
    start = page.first_token(page.mention_in[j].start) if j >= first and j in page.mention_in else None
    if start is None or held_under(page, j) or page.words[i] is not None and (page.words[i].prep or page.words[i].definite) and page.voices[j] is not page.voices[i] or _where_it_is(page, start) or _met(page, start) or _regarded(page, start - 1) or page.words[i] is not None and page.words[i].conj:
        # `الأنشطة التي تراها روما تخريبية`: who calls it so.
        return []
    if page.mention_in[j].kind == "demonym" and page.mention_in[j].text.endswith("ي") and page.words[i] is not None and page.words[i].stem.endswith("ة") and not page.words[i].definite:
        # `خيارات الحل في النزاع السوري ضعيفة`
        return []
    return [who(page.mention_in[j])]


def _regarded(page, j):
    """`الأنشطة التي | تراها روما تخريبية`: say whether the verb at token j, a cue or one of regarding, takes by its pronoun what is judged: its subject judges."""
    form = VERBS[page.keys[j]] if j > 0 else None
    return j > 0 and (page.keys[j] in turns("regards") or j in page.cue_at and page.is_verb(j) and form is not None and bool(form.pronoun))


def _met(page, j):
    """`الاجتماع مع الوفد الروسي كان مخيبا`: say whether it is a meeting with the party named at token j of which something is said."""
    met = page.words[j - 2] if j > 1 and page.keys[j - 1] == "مع" else None
    return met is not None and met.stem.removeprefix("ال") in turns("encounter")


def _where_it_is(page, j):
    """`الوضع شمالي سوريا غير مقبول`, `العدوان على سوريا خرق فاضح`: say whether the name at token j only tells where or against whom something is."""
    return j > 0 and (page.keys[j - 1] in turns("whereabouts") or page.keys[j - 1] in turns("place") and is_state(page, page.mention_at[j][0].actor))


def exemplified(page, j):
    """Return the mentions that a general word stands for: `الجماعات الإرهابية مثل داعش وجبهة النصرة`, `دول، منها إيران`."""
    for k in range(j, min(page.sentence(j - 1)[1], j + 6)):
        word = page.words[k]
        opening = _opens_examples(page, k, k <= j + 1)
        if opening is not None:
            return joined_mentions(pieces_after(page, opening))
        if word is not None and (page.is_verb(k) or word.particle in ("complementizer", "relative", "auxiliary", "subordinator") or page.keys[k] == "علي"):
            # `الهجمات الدموية على أشخاص، من بينهم صحفيون`: of the people.
            return []
    return []


def examples_behind(page, mention):
    """`دول التحالف، وعلى رأسها كندا`, `حكومات غربية، بما في ذلك بريطانيا`: return the mentions given as examples right behind a name, or behind its comma."""
    j, last = page.last_token(mention.end) + 1, page.sentence(page.first_token(mention.start))[1]
    j += j < last and page.words[j] is None and page.tokens.forms[j] in "،,"
    for k in (j, j + 1) if j + 1 < last and particle_at(page, j) == "preposition" else (j,) if j < last else ():
        opening = _opens_examples(page, k, k == j)
        if opening is not None:
            # `لم تطرد دبلوماسيين مثل كندا` compares.
            return joined_mentions(pieces_after(page, opening)) if page.keys[opening] not in turns("like") else []
    return []


def _opens_examples(page, k, near):
    """Return the last token of the words at token k behind which examples stand (`مثل`; with `near` also `بما فيها`, `بما في ذلك`), or None."""
    if page.words[k] is not None and page.words[k].stem in turns("example"):
        return k
    return next((k + n - 1 for n in (2, 3) if " ".join(page.keys[k:k + n]) in turns("including")), None) if near and _BEGINS_EXAMPLES[page.keys[k]] else None


_BEGINS_EXAMPLES = FormCache(lambda key: any(key == phrase.split()[0] for phrase in turns("including")))
"""Folded form → whether it is the first of words behind which examples stand."""


def spelled(page, i, word):
    """Say whether the hamza as written allows the word: `إبطال` (annulment) is not `أبطال` (heroes)."""
    return not (word[0] == "أ" and "إ" in page.tokens.forms[i] or word[0] == "إ" and "أ" in page.tokens.forms[i])
