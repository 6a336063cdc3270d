"""Parties named a step away: whose plan or deed an object is, who receives a support, who denies a deed of his own."""

from analysis.attribution.features import bare_noun
from analysis.attribution.objects import is_possessive
from analysis.cues import CUE_READINGS
from analysis.inflection import read_form, without_pronoun
from analysis.stance.lexicon import TRIGGERS, VERBS, governors, of_class, operators, turns, turns_against
from analysis.stance.people import is_group, is_state, meant, particle_at, whos
from analysis.stance.pieces import Piece, bars, clause_start, group_slots, leads, pieces_after
from analysis.stance.subjects import antecedents, by_phrase, subjects_before
from analysis.text import fold
from analysis.wordlists import documents, speaking_nouns
from analysis.words import QUOTE, FormCache


def planned(page, i, form, predicate):
    """`رحب بالمبادرة التي أطلقتها الرياض`, `أدان هجوما شنه داعش`: return the mentions of whose plan or deed the nameless object is.

    The verb of the clause carries a pronoun for the object; a verb that judges or suffers (`انتقدتها`, `تلقتها`) makes nobody its owner.
    """
    statement = page.cue_at[i][0] if i in page.cue_at else None
    begin = page.first_token(statement.content[0][0]) if statement is not None and statement.content else i + 1
    pieces = pieces_after(page, begin - 1, begin) if begin > i else ()
    if statement is None and form.pos in ("perfect", "imperfect") and pieces:
        pieces = [*pieces[:-1], _behind_subject(page, pieces[-1])]
    last = page.sentence(i)[1]
    whole = done_by(page, i, begin, predicate)
    if whole is not None:
        return whole
    given = given_by(page, pieces, form, predicate) if predicate.cls in ("praise", "blame", "support", "oppose") and (form.pos in ("perfect", "imperfect") or form.pos == "noun" and (form.pronoun or fold(predicate.lemma) in turns("fearing"))) else []
    if given or not pieces or pieces[-1].mentions or not _is_object(pieces[-1], form, predicate) or predicate.object > 0 and any(bars(page, k) for k in range(pieces[-1].first, pieces[-1].end)):
        # `تعازيه لأسر ضحايا الغارة التي شنتها كندا`: they did not do it.
        return given
    j = pieces[-1].end
    while j < last and (page.reading.kinds[j] == QUOTE or particle_at(page, j) == "relative"):
        j += 1
    if j < last and page.is_verb(j) and predicate.cls in ("fight", "hostile") and page.words[j].stem in turns("controlling"):
        # `هجوما على جيب يسيطر عليه التنظيم`
        slots = group_slots(pieces_after(page, j))
        return slots[0] if slots else []
    return owners(page, j) if j < last and page.is_verb(j) and not page.words[j].conj else []


def _behind_subject(page, piece):
    """`أفشلت | روسيا مشروع قرار | قدمته بريطانيا`: return what stands behind the name that opens a bare phrase as a phrase of its own; else the phrase as it is."""
    if piece.marker or len(piece.mentions) != 1 or page.first_token(piece.mentions[0].start) != piece.first:
        return piece
    after = page.last_token(piece.mentions[0].end) + 1
    return Piece("", after, piece.end, piece.joined, ()) if after < piece.end and page.words[after] is not None and not page.words[after].definite else piece


def given_by(page, pieces, form, predicate):
    """`ثمنت كندا المساعدات المقدمة من النرويج`, `قلق من التصعيد من جانب البرتغال`: return the mentions of who does or gives what the nameless object is, behind its participle and من or a by-phrase."""
    found = next((n for n, piece in enumerate(pieces[:3]) if _is_object(piece, form, predicate)), None)
    if found is None or any(piece.mentions for piece in pieces[:found + 1]):
        return []
    for n, piece in enumerate(pieces[found + 1:found + 4], found + 1):
        last = page.words[pieces[n - 1].end - 1]
        if piece.mentions and (leads(page, piece) in turns("by") or piece.marker in ("من", "عن") and last is not None and last.stem.removeprefix("ال") in turns("given")):
            return [m for p in (piece, *pieces[n + 1:n + 2]) if p is piece or p.joined for m in p.mentions[:1]]
        if piece.mentions and n > found + 1:
            break
    return []


def done_by(page, i, begin, predicate):
    """`نددت بما أعلنته أنقرة`, `وصف ما قامت به كندا بأنه استفزاز`: return the mentions of whose the deed is that a clause with ما tells as the object, or None where there is no such clause."""
    whole = _whole_clause(page, i, begin, predicate)
    return None if whole is None else called_so(page, whole) or owners(page, whole) or _stands_in(page, whole)


def _whole_clause(page, i, begin, predicate):
    """`انتقدت ما بثته القناة`, `نددت بما أعلنته أنقرة`: return the verb of the clause with ما that is the predicate's object, or None."""
    j = next((j for j in range(i + 1, min(max(begin, i + 1) + 2, page.sentence(i)[1] - 1)) if page.keys[j] in turns("what") or page.keys[j] in turns("by_what") or page.words[j] is not None and page.words[j].stem == "ما"), None)
    if j is None or not page.is_verb(j + 1) and page.keys[j + 1] not in turns("stands_in"):
        return None
    marker = page.words[j].prep or (page.keys[j][0] if page.keys[j] in turns("by_what") else page.keys[j - 1] if particle_at(page, j - 1) == "preposition" else "direct")
    return j + 1 if marker in predicate.markers else None


def _stands_in(page, verb):
    """`رفضت ما ورد في بيان الخارجية الكندية`: return the mentions of whose text something is said to stand in by the verb of a clause with ما."""
    piece = next(iter(pieces_after(page, verb)), None) if page.words[verb].stem in turns("stands_in") else None
    return list(piece.mentions[:1]) if piece is not None and piece.marker in ("في", "علي") else []


def called_so(page, verb):
    """`أدان ما وصفه بالعدوان الكندي`, `نددت بما وصفته بتدخل كندا`: return the mentions of whose the deed is that a clause with ما calls a name."""
    trigger = TRIGGERS[page.keys[verb]]
    if not of_class(trigger, "describe"):
        return []
    piece = next(iter(pieces_after(page, verb)), None)
    return list(piece.mentions[:1]) if piece is not None and piece.marker == "ب" and piece.mentions else []


def _is_object(piece, form, predicate):
    """Say whether a phrase is what the predicate is about."""
    if not piece.marker:
        return "direct" in predicate.markers
    return piece.marker in predicate.markers or piece.marker == "ل" and form.pos == "noun"


def owners(page, j):
    """Return the subject of the relative clause's verb at token j where it has a pronoun and makes, does or leads what stands before it."""
    form, trigger = VERBS[page.keys[j]], TRIGGERS[page.keys[j]]
    if form is None:
        # `ما أعلنته أنقرة`
        form = next((r.form for r in CUE_READINGS[page.keys[j]] if r.form.pos in ("perfect", "imperfect")), None)
        form = form._replace(lemma="maker") if form is not None else None
    if form is None or not (form.pronoun or particle_at(page, j + 1) == "pronoun_prepositional") or form.person == 1:
        # `ما قامت به روسيا`
        return []
    judging = turns_against(trigger) or of_class(trigger, "distance", "describe")
    if form.lemma not in ("doer", "maker") and (trigger is None or not trigger.forms) or judging:
        return []
    pieces = pieces_after(page, j)
    slots = group_slots(pieces)
    if not slots or not slots[0] or form.lemma != "doer":
        return slots[0] if slots else []
    # `الضربات التي نفذتها واشنطن | مع فرنسا وبريطانيا`
    return slots[0] + [m for n, p in enumerate(pieces[1:3], 1) if p.marker == "مع" or p.joined and pieces[n - 1].marker == "مع" for m in p.mentions[:1]]


def between(page, i, form, predicate):
    """`ستفرض على إيران أشد العقوبات`: return the object that stands between the verb and the verbal noun it governs."""
    if form.pos != "noun":
        return []
    verb = page.verb_before(i, 9)
    if verb is None or VERBS[page.keys[verb]] is None or VERBS[page.keys[verb]].lemma != "doer":
        return []
    marked = [p for p in pieces_after(page, verb) if p.marker and p.marker != "من" and p.marker in predicate.markers]
    return [m for p in marked for m in p.mentions[:1] if page.last_token(m.end) < i]


def feared(page, i, predicate):
    """`قلق بالغ من أن تهاجم كندا النرويج`: return the mentions of the subject of the clause with أن behind a word of fear."""
    if fold(predicate.lemma) not in turns("fearing"):
        return []
    j = next((j for j in range(i + 1, min(i + 4, page.sentence(i)[1] - 2)) if page.keys[j] == "من" and particle_at(page, j + 1) == "complementizer"), None)
    if j is None:
        return []
    # `من أن تكون كندا قد أزالت الأدلة`
    j += particle_at(page, j + 2) == "auxiliary"
    if j + 2 in page.mention_at:
        return [page.mention_at[j + 2][0]]
    slots = group_slots(pieces_after(page, j + 2)) if page.is_verb(j + 2) else []
    return [m for m in slots[0] if m.kind != "demonym"][:1] if slots else []


def guilt_doubted(page, i, predicate):
    """`شكك في مسؤولية روسيا عن الهجوم`: say whether a predicate of doubt is about somebody's guilt: who doubts that does not blame."""
    near = range(i + 1, min(i + 4, page.sentence(i)[1])) if fold(predicate.lemma) in turns("doubting") else ()
    return any(page.words[j] is not None and page.words[j].stem.removeprefix("ال") in turns("guilt") for j in near)


def own_record(page, i):
    """`قال ترامب إن حملته لم ترتكب مخالفات`: return the tellers where a noun of their own, by its pronoun, opens the clause of a verb as its subject; or None."""
    start = clause_start(page, i)
    word = page.words[start] if page.voices[i] is not None and start < i else None
    if word is None or word.particle or word.definite or word.prep or not is_possessive(word) or start in page.mention_in or any(page.is_verb(j) or j in page.mention_in or page.words[j] is None for j in range(start, i)):
        return None
    own = any(base in turns("carrier") | turns("matter_of_state") | turns("conduct") | turns("own_body") for base, _ in without_pronoun(word.stem))
    return page.tellers(i) if own else None


def received(page, i, pieces, blame=False):
    """`الدعم الذي تلقاه الجيش من روسيا`, `تحظى المعارضة بدعم تركيا`, `تعرضت الحكومة لانتقادات من واشنطن`: return (agents, objects) of what somebody gets, or None."""
    j = next((j for j in range(i + 1, min(i + 5, page.sentence(i)[1])) if particle_at(page, j) == "relative"), None)
    if j is not None and j + 1 < page.sentence(i)[1] and page.is_verb(j + 1) and _receives(page, j + 1):
        clause = pieces_after(page, j + 1)
        slots, givers = group_slots(clause), _behind(clause, "من")
        return (whos(givers), slots[0]) if givers and slots and slots[0] else None
    verb = page.verb_before(i, 9)
    if verb is None or not _receives(page, verb) and not (blame and page.words[verb].stem in turns("suffering")):
        return None
    getters = _subject_of(page, verb, i)
    givers = by_phrase(page, pieces, True) or whos(_behind(pieces, "من") or [m for p in pieces[:1] if not p.marker for m in p.mentions])
    return (givers, getters) if givers and getters else None


def _subject_of(page, verb, i):
    """Return the mentions of the subject of the verb at token `verb`: behind it but before token i, else before it."""
    slots = group_slots([p for p in pieces_after(page, verb) if p.first < i])
    found = [m for m in slots[0] if page.last_token(m.end) < i] if slots and slots[0] else []
    # `الجيش، الذي يتلقى دعما من كندا`
    return found or subjects_before(page, verb) or (antecedents(page, verb - 1) if particle_at(page, verb - 1) == "relative" else [])


def sufferer(page, i, form):
    """`تعرضت القوات البرتغالية لهجوم من كندا`: return the mentions of whom a deed behind ل hits, the subject of a verb of suffering before it."""
    verb = page.verb_before(i, 9) if form.prefix.endswith("ل") else None
    if verb is None or page.words[verb].stem not in turns("suffering"):
        return []
    return _subject_of(page, verb, i)


def turned_to(page, i, form):
    """`توجه الوزير إلى كندا | بالشكر`, `وجه إلى كندا | التحية`: return the mentions behind إلى between a verb of turning to somebody and the noun of what he is given."""
    near = range(i - 1, max(page.sentence(i)[0], i - 12) - 1, -1) if form.prefix.endswith("ب") or form.definite else ()
    verb = next((k for k in near if page.words[k] is not None and page.words[k].stem in turns("turning_to")), None)
    if verb is None:
        return []
    return _behind([piece for piece in pieces_after(page, verb) if piece.end <= i], "الي")


def _receives(page, j):
    """Say whether the verb at token j can be one of getting (`تلقاه` can also be `ألقى`)."""
    return _RECEIVES[page.keys[j]]


_RECEIVES = FormCache(lambda key: VERBS[key] is not None and any(form.lemma == "receiver" for form in read_form(key, governors())))
"""Folded form → whether it is a verb whose subject receives what stands behind it."""


def _behind(pieces, marker):
    """Return the mentions of the phrases behind a preposition, and of those joined to it."""
    found, taking = [], False
    for piece in pieces:
        taking = piece.marker == marker and (taking or not piece.joined)
        found += piece.mentions if taking else ()
    return found


def denied(page, i):
    """`شدد على عدم استهداف المدنيين`: return the sources whose words open with a deed that is denied and has no doer; None for a demand."""
    statement = page.voices[i]
    if statement is None or page.demanding(statement) or all(page.voices[k] is statement for k in range(max(page.sentence(i)[0], i - 3), i)):
        return None
    return page.tellers(i)


def declares(page, i):
    """`أعلن الجيش السيطرة على البلدة`: say whether the cue of the words that hold token i tells it as done, not wanted."""
    cue = page.cue_token(page.voices[i])
    return cue is not None and any(r.cue.act in ("declare", "report", "say") for r in CUE_READINGS[page.keys[cue]])


def _somebody_elses(page, i, form, predicate):
    """`إن الحفاظ على الشفافية مهم`, `الحوار هو السبيل لإحلال السلام`, `بعد سيطرتها`: say whether a noun of merit without a doer is what something is said of, what something else leads to, or what its pronoun gives to another."""
    if particle_at(page, i - 1) == "complementizer" and not form.pronoun or any(page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("way") for k in range(max(page.sentence(i)[0], i - 3), i)):
        return True
    other = meant(page, i, form.pronoun, ()) if form.pronoun and predicate.noun_takes == "agent" else None
    return other is not None and other.party not in {teller.party for teller in page.tellers(i)}


def own_merit(page, i, form, predicate):
    """`ملتزمون بالعمل الإغاثي`, `أعلن سيطرته على المدينة`: return the sources of the words where a merit told without a doer is theirs, or None.

    It is theirs where their words name no other party before it in the clause, nor right behind it.
    """
    if predicate.doer <= 0 or predicate.object or predicate.cls not in ("effort", "success", "duty") or page.voices[i] is None:
        return None
    if form.pos == "noun" and (page.keys[i - 1] in turns("battle") or not form.pronoun and predicate.lemma in turns("own_only") and not (page.opens_words(i) and declares(page, i))):
        # `معركة السيطرة على المدينة`, `التصميم على السيطرة` is nobody's merit; `أعلن الجيش السيطرة عليها` is.
        return None
    if form.pronoun == "هما":
        # `أكد الزعيمان حرصهما على التعاون`: each speaks for the other.
        return None
    if form.pos == "noun" and predicate.cls == "effort" and _somebody_elses(page, i, form, predicate):
        return None
    if any(page.keys[k] in turns("generic") for k in range(max(clause_start(page, i), i - 5), i)):
        # `كل شخص قادر على المساعدة`
        return None
    announced = form.pos == "noun" and page.opens_words(i) and declares(page, i) and (predicate.cls == "success" or fold(predicate.lemma) in turns("fending_off"))
    if form.pos != "participle" and (form.pos != "noun" or predicate.cls != "effort" and form.pronoun != "نا" and not announced):
        return None
    tellers = page.tellers(i)
    own = {teller.party for teller in tellers}
    if "media" in own or page.demanding(page.voices[i]) or page.cue_class(page.voices[i]) in ("praise", "blame", "support", "oppose"):
        # `دعا إلى احترام القانون`: what is asked of others is nobody's merit yet.
        return None
    before = page.words[i - 1] if form.pos == "participle" and page.voices[i - 1] is page.voices[i] else None
    if before is not None and before.particle is None and not before.definite and not is_possessive(before) and i - 1 not in page.mention_in and not page.is_verb(i - 1):
        # `كان ناشطا ملتزما`, `صواريخ قادرة على الوصول`: somebody or something else is.
        return None
    if before is not None and before.definite and before.particle is None and not page.words[i].conj and i - 1 not in page.mention_in and (bare_noun(before) in documents() or bare_noun(before) not in speaking_nouns()) and not page.is_verb(i - 1):
        # `قالت روسيا إن الاتفاق | صامد`: it is the agreement that holds.
        return None
    if form.pos == "noun" and any(page.words[k] is not None and operators().get(page.words[k].stem) == "necessity" for k in range(max(page.sentence(i)[0], i - 2), i)):
        # `شدد على أهمية احترام القانون`: what is asked of everybody.
        return None
    if not (announced and predicate.cls == "effort") and any(j in page.mention_in and page.mention_in[j].party not in own for j in range(i + 1, min(i + 5, page.sentence(i)[1]))) or any(j in page.mention_in and page.mention_in[j].party not in own for j in range(clause_start(page, i), i)):
        return None
    return tellers


def own_forces(page, i, form, predicate, objects):
    """`قالت الوزارة الكندية إن قوات الأمن أحبطت الهجوم`, `إن الجيش سيسحق داعش`: return the sources of a state in whose words forces that no name tells apart, the subject of the clause, do what is a merit, or fight an armed group; or None."""
    merit = predicate.doer > 0 and predicate.cls in ("effort", "success", "rescue") and form.pos == "perfect"
    fight = (predicate.cls in ("fight", "strike") or predicate.lemma in turns("hitting")) and form.pos in ("perfect", "imperfect") and objects and all(is_group(page, mention) for mention in objects)
    if not merit and not fight or form.pronoun or page.voices[i] is None:
        return None
    start = clause_start(page, i)
    word = page.words[start] if start < i else None
    if word is None or word.particle or word.prep or word.stem.removeprefix("ال") not in turns("forces") or any(j in page.mention_in or page.is_verb(j) or page.words[j] is None for j in range(start, i)):
        return None
    tellers = page.tellers(i)
    return tellers if all(is_state(page, teller.party) for teller in tellers) else None
