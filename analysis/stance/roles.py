"""Who does it and to whom, for verbs and reporting verbs: a shallow reading of the clause around a predicate.

Arabic news puts the verb first (`اتهم الكرملين واشنطن`) or the subject first (`روسيا خرقت الاتفاق`), or hides the doer in a
phrase (`من قبل`) or a relative clause (`الأسد الذي تدعمه موسكو`). Each case is one small function here; verbal nouns are read
in `nouns`, those without a doer in sight in `control`. No syntax tree is built. Parties are lists: `روسيا وإيران` are two.
"""

from analysis.attribution.objects import is_possessive
from analysis.inflection import pronoun_of, without_pronoun
from analysis.stance.earlier import taken_up
from analysis.stance.lexicon import TRIGGERS, VERBS, of_class, operators, turns
from analysis.stance.page import source_of
from analysis.stance.people import agrees, features, is_group, meant, particle_at, whos
from analysis.stance.pieces import clause_start, group_slots, named_by, pieces_after
from analysis.stance.plans import done_by
from analysis.stance.subjects import after_bare_noun, antecedents, behind_relative, by_phrase, carried_subject, copula, goes_on, names_attack, noun_subject, pronoun_subject, share_conduct, skip_back, speaks_as, subjects_before
from analysis.words import FormCache

VERBAL = ("perfect", "imperfect")


def verb_roles(page, i, form, markers):
    """Return (agents, objects) of the verb at token i as lists of Who and of mentions; agents is None where it has none in sight.

    `form` is the verb's Form, `markers` the prepositions that mark its object ("direct": a bare object).
    """
    before, pieces = skip_back(page, i), pieces_after(page, i)
    if form.person == 1:
        return page.tellers(i), objects_of(page, pieces, markers, 0)
    by = by_phrase(page, _own(page, pieces, markers), True)
    if particle_at(page, before) == "relative" and before >= page.sentence(i)[0]:
        return (by, antecedents(page, before)) if by else _relative_roles(page, before, form, pieces, markers)
    if after_bare_noun(page, i, before):
        slots = group_slots(pieces)
        if slots and slots[0] and particle_at(page, i + 1) == "pronoun_prepositional" and agrees(page, slots[0][0], form, False):
            # `عملا حربيا ضلعت فيه إيران`: the pronoun takes up the noun before, the subject follows.
            return whos(slots[0]), objects_of(page, pieces, markers, 1)
        kept = _keeps(page, i - 1) or _what_it_is(page, i)
        if kept:
            return kept, objects_of(page, pieces, markers, 0)
        if form.pronoun and slots and slots[0] and not by:
            # `طائرات أطلقها الحوثيون`: the pronoun means the noun before, the subject follows.
            return whos(slots[0]), []
        return by, objects_of(page, pieces, markers, 0)
    subordinate = subordinate_agents(page, i, before, form, pieces)
    if subordinate:
        return subordinate, objects_of(page, pieces, markers, 0)
    shared = paired_subject(page, i, form, pieces)
    if shared:
        return shared, objects_of(page, pieces, markers, 0)
    subjects = [] if page.words[i].conj else subjects_before(page, i, form) or behind_relative(page, i, form)
    if by:
        return by, subjects or (group_slots(pieces) or [[]])[0]
    if page.voices[i] is None and page.keys[before].lstrip("وف") in turns("going_on") and before == i - 1 and goes_on_here(page, before):
        return going_on(page, i, form, pronoun_of(page.keys[before])), objects_of(page, pieces, markers, 0)
    if pronoun_subject(page, before):
        return pronoun_agents(page, i, page.keys[before]), objects_of(page, pieces, markers, 0)
    explained = None if subjects else _taken_up_again(page, i)
    if explained is not None:
        return whos([explained]), objects_of(page, pieces, markers, 0)
    if subjects:
        return whos(subjects), objects_of(page, pieces, markers, 0)
    if noun_subject(page, i, form):
        return None, objects_of(page, pieces, markers, 0)
    slots = group_slots(pieces)
    if form.number == "p":
        # `يزعزعون المنطقة ويعرضون لبنان للخطر`: a verb in the plural stands before no subject of its own.
        return carried_subject(page, i, form) if goes_on(page, i) else None, objects_of(page, pieces, markers, 0)
    if slots and slots[0] and agrees(page, slots[0][0], form, False):
        carried = carried_subject(page, i, form) if len(slots) == 1 and markers == ("direct",) and _surely_verb(page, i, form) and particle_at(page, page.last_token(slots[0][-1].end) + 1) in ("preposition", None) else None
        if carried and not set(carried) & set(whos(slots[0])) and slots[0][0].party != "civilians":
            # `جرت البرتغال البلاد إلى الحرب وعزلت كندا`: one name alone behind a joined verb that has an object is that.
            return carried, slots[0]
        return whos(slots[0]), objects_of(page, pieces, markers, 1)
    if slots and not slots[0]:
        return None, objects_of(page, pieces, markers, 1)
    return carried_subject(page, i, form) if goes_on(page, i) else None, objects_of(page, pieces, markers, 0)


def _surely_verb(page, i, form):
    """Say whether a verb joined by و to another is nothing else in writing: `وعزلت`, `وتعزل`, not `وعزل`."""
    return page.words[i].conj and not form.pronoun and (form.pos == "imperfect" or form.gender == "f") and page.keys[i - 1] not in turns("what")


def _taken_up_again(page, i):
    """`كندا باقية، فهي | تدعم الحزب`, `النرويج، وهي | تدعم الحزب`: return the mention that an independent pronoun joined behind a comma, right before the verb at token i, means, or None."""
    j = i - 1
    if particle_at(page, j) != "pronoun" or not page.words[j].conj or j - 1 <= page.sentence(i)[0] or page.tokens.forms[j - 1] not in "،,":
        return None
    if not page.keys[j].startswith("ف") and j - 2 not in page.mention_in:
        # `وصل الوزير الكندي إلى روما، وهو يدعم الحزب` is seldom told of the name right before.
        return None
    if not page.keys[j].startswith("ف") and particle_at(page, page.first_token(page.mention_in[j - 2].start) - 1) == "preposition":
        return None
    return meant(page, j, {"هي": "ها", "هو": "ه", "هم": "هم"}.get(page.words[j].stem, ""), ())


def goes_on_here(page, j):
    """`لكنها`, `كما أنها`, not `قيل إنها`: say whether a particle with a pronoun at token j goes on with what the narrator tells, behind no verb."""
    return "لكن" in page.keys[j] or page.keys[j].startswith("فان") or particle_at(page, j - 1) is not None and not page.is_verb(j - 1)


def going_on(page, i, form, pronoun):
    """`كندا كبيرة، لكنها تدعم جارتها`, `كما أنها تدعم`: return whom the narrator means by the pronoun before the verb at token i: the subject of the clause before, else the last named that it can mean; or None."""
    found = meant(page, i, pronoun, ())
    return carried_subject(page, i, form) or (whos([found]) if found is not None else None)


def paired_subject(page, i, form, pieces):
    """`قطر تدعم وتمول المعارضة`, `دعمت إيران ومولت الحزب`: the second of two joined verbs right behind the first, or behind its subject, has that subject, where one name only follows; return its Whos, or None."""
    known = page.mention_in.get(i - 1)
    j = i - 1 if known is None else page.first_token(known.start) - 1
    if not page.words[i].conj or form.pronoun or j < page.sentence(i)[0] or not page.is_verb(j) or page.voices[j] is not page.voices[i] or page.words[j] is None:
        return None
    first = VERBS[page.keys[j]]
    if first is None or (first.pos, first.person, first.gender, first.number) != (form.pos, form.person, form.gender, form.number) or first.pronoun or len(group_slots(pieces)) != 1:
        return None
    before = skip_back(page, j)
    if known is not None:
        if subjects_before(page, j, first) or pronoun_subject(page, before) or particle_at(page, before) == "relative":
            # `بأنه يستهدف الصحفيين ويقيد الحرية`
            return None
        return whos([known]) if known.kind != "demonym" and not page.preposition(j + 1) and agrees(page, known, form, False) else None
    if after_bare_noun(page, j, before):
        return None
    return whos(antecedents(page, before) if particle_at(page, before) == "relative" else subjects_before(page, j, first)) or None


def _keeps(page, j):
    """`تلعب روسيا دورا يزعزع المنطقة`, `تقود كندا تحالفا عسكريا ينفذ ضربات`: return whose conduct the indefinite noun at j is, the subject of the verb before it, or None."""
    kept = turns("conduct") | turns("operation")
    j -= page.words[j] is not None and page.words[j - 1] is not None and not page.words[j].definite and page.words[j - 1].stem in kept
    verb = next((k for k in range(j - 1, max(page.sentence(j)[0], j - 7) - 1, -1) if page.is_verb(k)), None) if page.words[j] is not None and page.words[j].stem in kept else None
    form = VERBS[page.keys[verb]] if verb is not None and page.voices[verb] is page.voices[j] else None
    return verb_roles(page, verb, form, ())[0] if form is not None and form.lemma in ("doer", "maker") else None


def _what_it_is(page, i):
    """`إن إيران دولة مارقة تقتل الأطفال`, `الحشد قوة وطنية قدمت تضحيات`: return the subject of a clause that says in an indefinite noun, right before the verb at token i, what it is, or None."""
    j, first = i - 1, clause_start(page, i)
    while j > first and j not in page.mention_in and page.words[j] is not None and not page.words[j].definite and not page.words[j].prep and not page.words[j].conj and page.words[j].particle is None and not page.is_verb(j) and i - j < 4:
        j -= 1
    named = page.mention_at.get(first)
    return whos([named[0]]) if named is not None and named[1] == j + 1 < i and named[0].kind != "demonym" else None


def _own(page, pieces, markers):
    """`ندد لافروف بقصف المدينة من قبل إيران`: what follows the verb's own marked object belongs to that, not to the verb."""
    marked = next((n for n, piece in enumerate(pieces) if piece.marker in markers and piece.marker != "من"), None)
    return pieces if marked is None else pieces[:marked]


def subordinate_agents(page, i, before, form, pieces):
    """`تحاول روسيا أن تدعم الأسد`: a clause with أن and no subject of its own has that of the verb that governs it, or None."""
    if form.pos == "imperfect" and form.prefix.endswith("ل") and not page.words[i].conj and (slots := group_slots(pieces)) and len(slots) == 1 and slots[0]:
        return _subject_of_aim(page, i, form, slots[0][0])
    if form.pos != "imperfect" or before != i - 1 or page.tokens.forms[before] != "أن" or len(group_slots(pieces)) > 1:
        return None
    for j in range(before - 1, max(page.sentence(i)[0], before - 8) - 1, -1):
        if page.words[j] is None or particle_at(page, j) in ("complementizer", "relative", "subordinator"):
            return None
        if page.is_verb(j):
            if operators().get(page.keys[j]) == "necessity" and j == before - 1 and pronoun_subject(page, j - 1) and not page.keys[j - 1].endswith("ه"):
                # `إنها يجب أن تسيطر على الميناء`
                return pronoun_agents(page, i, page.keys[j - 1])
            impersonal = operators().get(page.keys[j]) is not None or page.demanding(page.cue_at[j][0] if j in page.cue_at else None)
            governor = VERBS[page.keys[j]]
            if governor is None or impersonal or governor.person != form.person or governor.gender != form.gender:
                return None
            return verb_roles(page, j, governor, ())[0]
    return None


def _subject_of_aim(page, i, form, named):
    """`ستسيطر كندا على الميناء | لتحرم الحزب من عائداته`: the verb behind ل goes on with the subject of the verb before it, which agrees; return its Whos, or None."""
    verb = page.verb_before(i, 14)
    governor = VERBS[page.keys[verb]] if verb is not None and page.voices[verb] is page.voices[i] else None
    if governor is None or (governor.person, governor.gender) != (form.person, form.gender) or governor.number == "p" != form.number or any(page.words[k] is None or particle_at(page, k) in ("complementizer", "relative", "subordinator") for k in range(verb + 1, i)):
        return None
    return [doer for doer in verb_roles(page, verb, governor, ())[0] or () if doer.party != named.party] or None


def _relative_roles(page, relative, form, pieces, markers):
    """`الأسد الذي تدعمه موسكو`: with a pronoun the antecedent is the object; `روسيا التي تدعم الأسد`: else the agent."""
    known, slots = antecedents(page, relative) or copula(page, relative), group_slots(pieces)
    if form.pronoun and slots and slots[0]:
        return whos(slots[0]), known
    if slots and slots[0] and particle_at(page, relative + 2) == "pronoun_prepositional" and agrees(page, slots[0][0], form, False):
        # `المدينة التي قصفت فيها روسيا المدنيين`: the pronoun takes up the noun before, the subject follows.
        return whos(slots[0]), objects_of(page, pieces, markers, 1)
    if form.pronoun and known and not (slots and slots[0]) and not (agrees(page, known[0], form, True) and _told_of(page, relative, form)):
        # `السائقين الذين خطفتهم`: the noun before is whom the pronoun means.
        return resumed_subject(page, relative, form), known
    if form.pronoun and not known and markers:
        # `ضمت روما الوادي الذي كانت تحتله`: the noun before is what it is done to.
        return carried_subject(page, relative, form), objects_of(page, pieces, markers, 0)
    return whos(known) or None, objects_of(page, pieces, markers, 0)


def _told_of(page, relative, form):
    """`الذي يدعمه`, not `الذي تدعمه`, `التي تصفها بالإرهابية`: say whether the noun before a relative pronoun can be the subject of the verb behind it, by its gender; nobody is told of as who describes himself."""
    if of_class(TRIGGERS[page.keys[relative + 1]], "describe"):
        return False
    return form.gender is None or page.words[relative].stem not in ("الذي", "التي") or form.gender == ("m" if page.words[relative].stem == "الذي" else "f")


def resumed_subject(page, relative, form):
    """`تحارب كندا الحزب الذي تصنفه إرهابيا`: return whose deed a relative clause without a subject of its own tells: of who speaks, else of the subject of the clause before; or None."""
    if page.voices[relative] is None:
        return carried_subject(page, relative, form)
    return page.tellers(relative) if speaks_as(page, relative, form) else None


def objects_of(page, pieces, markers, skipped):
    """Return the mentions that are the object: bare ones after `skipped` slots, or those behind one of the markers; joined ones too."""
    if "direct" in markers:
        slots = group_slots(pieces)
        if len(slots) > skipped and slots[skipped]:
            sent = envoys_of(page, pieces, slots[skipped][0])
            if sent:
                return sent
            return slots[skipped] + _leaders(page, pieces, slots[skipped])
        found = issued(page, pieces)
        if found:
            return found
    found, taking, phrases = [], None, " " in "".join(markers)
    for n, piece in enumerate(pieces):
        if page.keys[piece.first] in turns("adjunct"):
            # `العقوبات الليبية بالرغم من وساطة مالطا`
            break
        if piece.first and page.keys[piece.first - 1] in turns("headed_by"):
            # `لوحت دول غربية على رأسها فرنسا بضربة`: one of them.
            continue
        if _own_deed(page, piece):
            # `احتجاجات ضد زيارته | كندا`: whose deed it is.
            continue
        if n and backed(page, piece.first - 1):
            # `كبح الميليشيات الموالية لإيران`: the militias are meant.
            continue
        if n and piece.marker == "من" and "من" in markers and _given(page, piece.first - 2):
            # `انتزع الجيش القرية، بإسناد | من كندا`
            continue
        if taking is not None and piece.marker == "في" and n + 1 < len(pieces) and pieces[n + 1].joined and pieces[n + 1].marker == taking:
            # `بدعم الحزب | في لبنان | والحوثيين`
            continue
        if taking is not None and piece.joined and (piece.mentions[:1] and piece.mentions[0].kind != "demonym" and any(page.backs(j) and not share_conduct(page, j - 1) for j in range(piece.first + 1, piece.end)) or _goes_on_of(page, piece)):
            # `الداعمتان للنظام، وتركيا الداعمة للمعارضة`
            break
        if taking is not None and not (piece.marker == taking and (piece.joined or taking == "علي" and not found and not names_attack(page, pieces[n - 1].first))):
            break
        if taking is not None or piece.marker in markers or phrases and f"{piece.marker} {page.words[piece.first].stem if page.words[piece.first] else ''}" in markers:
            if taking is not None and _for_whom(page, piece):
                # `ضربات ضد الحزب | ودعما للحكومة`
                break
            if not found and not piece.mentions and any(j in page.mention_in for j in range(piece.first, piece.end)):
                # `مع سكان المدينة السورية وكندا`: who is joined to a name that is left out is left out too.
                break
            named = named_by(piece)
            found += named or _through(page, pieces, n)
            if not named and found:
                # `رسوم على السلع | من النرويج | وكندا`
                found += _joined_behind(pieces, n + 1)
            # `عقوبات "على مراحل" على طهران`: the first phrase that names nobody is passed over.
            taking = piece.marker
    return found + _leaders(page, pieces, found) if found else found


def _own_deed(page, piece):
    """`زيارته كندا`, `دعوته كندا`: say whether a phrase is a verbal noun with its pronoun and a name right behind it, to whom somebody else's deed is done."""
    word = page.words[piece.first]
    named = page.mention_at.get(piece.first + 1) if word is not None and piece.mentions and not word.definite and piece.first not in page.mention_in else None
    if named is None or named[0] is not piece.mentions[0] or named[0].kind in ("demonym", "new") or page.preposition(piece.first + 1):
        return False
    return is_possessive(word) and any(base in turns("visit") for base, _ in without_pronoun(word.stem))


def _given(page, j):
    """Say whether token j is a noun or participle of support, with the giver behind its من: `بإسناد | من كندا`, `مدعومة | من كندا`."""
    return j >= 0 and page.words[j] is not None and of_class(TRIGGERS[page.keys[j]], "support", "help", pos=("noun", "passive participle"))


def _for_whom(page, piece):
    """Say whether a joined phrase begins with a verbal noun in the accusative, which tells what the whole is done for (`ودعما للحكومة`)."""
    trigger = TRIGGERS[page.keys[piece.first]] if piece.joined and page.tokens.forms[piece.first].rstrip("\u064b").endswith("ا") and not is_possessive(page.words[piece.first]) else None
    return trigger is not None and any(form.pos == "noun" and not form.pronoun for form, _ in trigger.forms)


def envoys_of(page, pieces, mention):
    """`طردت كندا دبلوماسيين من البرتغال والنرويج`, `عشرة دبلوماسيين من 20 بلدا، بما فيها النرويج`: return the mentions of whose envoys an indefinite object is, or []."""
    first = page.first_token(mention.start)
    n = next((n for n, piece in enumerate(pieces) if mention in piece.mentions), None)
    word = page.words[first]
    if mention.party not in ("anonymous", "unaffiliated", None) or n is None or word is None or word.definite or word.stem not in turns("envoy") or n + 1 == len(pieces) or pieces[n + 1].marker != "من" or pieces[n + 1].joined:
        return []
    found = []
    for k, piece in enumerate(pieces[n + 1:]):
        if k and not piece.joined:
            break
        found += named_by(piece)
    return found


def backed(page, j):
    """Say whether token j is a participle of support (`الموالية لإيران`, `المدعومة من واشنطن`)."""
    return page.words[j] is not None and _BACKED[page.keys[j]]


_BACKED = FormCache(lambda key: of_class(TRIGGERS[key], "support", "help", pos=("participle", "passive participle")))
"""Folded form → whether it is a participle of support."""


def _goes_on_of(page, piece):
    """`الداعمتان لدمشق، وتركيا التي تساند المعارضة`: say whether a name joined behind a comma has a relative clause of its own."""
    return page.tokens.forms[piece.first - 1] in "،," and piece.end < len(page.keys) and particle_at(page, piece.end) == "relative"


def _leaders(page, pieces, objects):
    """`دعم التحالف بقيادة السعودية`: who leads the object is meant as well."""
    return [m for before, p in zip(pieces, pieces[1:]) if any(m in objects for m in before.mentions) and p.marker == "ب" and page.words[p.first] is not None and page.words[p.first].stem in turns("leading") for m in p.mentions[:1]]


def issued(page, pieces):
    """`رفض تقريرا لمجموعة من الخبراء`, `أدرج عشرة من قادة الحزب`, `انتقد الاتفاق مع إيران`: an object that names nobody is of whom the next phrase names."""
    for piece, after in zip(pieces, pieces[1:]):
        word = page.words[piece.first]
        if piece.marker or piece.mentions or piece.joined or word is None and not page.tokens.forms[piece.first].isdigit() or after.joined or after.first - piece.end > 1:
            continue
        if after.marker in ("من", "في") and _some(page, piece.first) and after.mentions and is_group(page, after.mentions[0]):
            # `صنفت عشر شخصيات في حزب الله`, `رفضت إعادة رجلين من داعش`
            return list(after.mentions[:1])
        if word is None:
            continue
        if after.marker in ("من", "في") and (word.stem.removeprefix("ال") in turns("number") or word.stem in turns("number")) or after.marker == "مع" and word.stem in turns("bond"):
            return list(after.mentions[:1])
        if after.marker == "ل" and word.definite and word.stem.endswith("ات") and not _gives(page, piece.first):
            # `أدان المغرب التحركات الأخيرة للجبهة`
            return list(after.mentions[:1])
        if after.marker == "ل" and word.stem in turns("site") and not word.definite:
            # `قصفت مواقع للجيش البرتغالي وأخرى لداعش`
            return [*after.mentions[:1], *_others_of(page, pieces, after)]
        if page.tokens.forms[piece.first].rstrip("\u064b").endswith("ا"):
            return list(after.mentions[:1]) if after.marker in ("ل", "من") else []
    return []


def _others_of(page, pieces, piece):
    """`مواقع للجيش | وأخرى للحزب`: return the mention of whose the others are that are joined to what the phrase names, as a list."""
    rest = pieces[pieces.index(piece) + 1:][:2]
    if not rest or not rest[0].joined or page.words[rest[0].first] is None or page.words[rest[0].first].stem not in turns("others"):
        return []
    whose = next((p for p in rest if p.mentions), None)
    word = page.words[page.first_token(whose.mentions[0].start)] if whose is not None else None
    return list(whose.mentions[:1]) if word is not None and word.prep == "ل" else []


def _some(page, j):
    """Say whether the phrase at token j is of a number of people: a figure, or a dual."""
    return page.tokens.forms[j].isdigit() or page.words[j] is not None and not page.words[j].definite and page.words[j].stem in turns("persons")


def _gives(page, j):
    """Say whether the noun at j is of something done for whom ل marks: `المساعدات لسوريا`, `التنازلات لروسيا`."""
    trigger = TRIGGERS[page.keys[j]]
    return trigger is not None and any(predicate.object for _, predicate in trigger.forms)


def _through(page, pieces, n):
    """`للتحاور مع ممثلين للنظام`, `فصائل من المعارضة`, `حلفائنا في أوروبا`: a head without a party hands on to the phrase after it."""
    if any(page.words[j] is not None and page.words[j].stem in turns("bond") for j in ((pieces[n].first, pieces[n].end - 1) if not pieces[n].joined else (pieces[n].first,))):
        # `دعمه للاتفاق مع إيران`, `ارتياحه لمستوى العلاقات مع إيران`
        # `أشاد بعلاقته بالرئيس`
        own = ("مع", "ب") if any(page.keys[j].endswith(("ته", "تها")) for j in range(pieces[n].first, pieces[n].end)) else ("مع",)
        return pieces[n + 1].mentions[:1] if n + 1 < len(pieces) and pieces[n + 1].marker in own and not pieces[n + 1].joined else ()
    head = page.words[pieces[n].first].stem if page.words[pieces[n].first] is not None else ""
    if head in turns("gathering") and n + 1 < len(pieces) and pieces[n + 1].marker == "بين":
        # `رحب بالاجتماع | بين زعيمي كندا والنرويج`
        return pieces[n + 1].mentions[:1] + tuple(m for p in pieces[n + 2:n + 3] if p.joined for m in p.mentions[:1])
    # `حظرا على إرسال العمال | إلى كندا`
    after = ("ل", "من", "في") if head in turns("friend") else ("ل", "من", "الي", "إلى") if head in turns("sending") else ("ل", "من")
    return pieces[n + 1].mentions[:1] if n + 1 < len(pieces) and pieces[n + 1].marker in after and not pieces[n + 1].joined else ()


def _joined_behind(pieces, n):
    """Return the mentions of the phrases joined to phrase n that share its preposition."""
    found = []
    for piece in pieces[n + 1:]:
        if not piece.joined or piece.marker != pieces[n].marker:
            break
        found += named_by(piece)
    return found


def pronoun_objects(page, i, form, markers, barred):
    """Return the mention meant by `عليه`, `ضدها` after a predicate or by its own pronoun (`محاسبتهم`); [] where none fits."""
    pronoun = form.pronoun
    if not pronoun and "direct" in markers and i + 1 < len(page.keys) and page.keys[i + 1].startswith("ايا"):
        # `متهمة إياها بدعم الإرهاب`
        pronoun = page.keys[i + 1][3:]
    if not pronoun:
        for j in range(i + 1, min(i + 5, page.sentence(i)[1])):
            if particle_at(page, j) == "pronoun_prepositional":
                key = page.words[j].stem
                if any(key.startswith(m[:2]) for m in markers if m != "direct"):
                    pronoun = pronoun_of(key)
                break
    found = meant(page, i, pronoun, barred) if pronoun else None
    return [found] if found else []


def cue_roles(page, i, form, predicate):
    """A reporting verb: its sources are the agents; the object is what its content begins with, or stands between the two."""
    statements = page.cue_at[i]
    agents = list(dict.fromkeys(source_of(s) for s in statements))
    names = {a.actor for a in agents}
    content = statements[0].content
    begin = page.first_token(content[0][0]) if content else i + 1
    # `رفض روسيا لمطالب إيران`: a verbal noun marks its object with ل.
    marked = predicate.markers + (("ل",) if form.pos == "noun" and "direct" in predicate.markers else ())
    objects = objects_of(page, pieces_after(page, begin - 1, begin), marked, 0) if begin > i and not (begin - 1 > i and page.is_verb(begin - 1)) else []
    if not objects:
        objects = objects_of(page, pieces_after(page, i), tuple(m for m in predicate.markers if m != "direct"), 0)
    if not objects and "direct" in predicate.markers and begin > i:
        between = [m for p in pieces_after(page, i) if not p.marker and p.first < begin for m in p.mentions]
        objects = [m for m in between if statements[0].source_start is None or m.end <= statements[0].source_start or m.start >= statements[0].source_end]
    if not objects and "direct" in predicate.markers and begin > i:
        objects = _right_before(page, begin, statements[0])
    relative = skip_back(page, i)
    if not objects and form.pos in VERBAL and form.pronoun and particle_at(page, relative) == "relative":
        # `الوحدات التي تصنفها أنقرة إرهابية`
        objects = antecedents(page, relative)
    return agents, [m for m in objects if m.actor not in names]


def _right_before(page, begin, statement):
    """`اتهم المالكي، المتحدث باسم التحالف الذي تقوده الرياض، الحوثيين بأنهم`: the accused stands far from the cue, right before its content."""
    mention = page.mention_in.get(begin - 1)
    apart = mention is not None and (statement.source_end is None or mention.start >= statement.source_end) and not page.preposition(page.first_token(mention.start))
    before = page.first_token(mention.start) - 1 if apart else -1
    return [mention] if apart and page.words[before] is None and mention.kind != "demonym" else []


def pronoun_agents(page, i, key=""):
    """Return whom `أنه` means inside somebody's words: the accused after a verb of blame, else the source itself where a man is not spoken of as `أنها`."""
    statement = page.voices[i]
    if statement is not None and page.cue_class(statement) in ("blame", "hostile", "describe"):
        return accused(page, statement)
    if statement is not None and key and statement.content and "عن" in page.keys[(page.cue_token(statement) or i) + 1:page.first_token(statement.content[0][0])]:
        # `قال الوزير عن الكاتبة إنها …`
        return None
    if key.endswith("ها") and statement is not None:
        source = next((mention for mention, _ in page.mention_at.values() if mention.actor == statement.source), None)
        if source is not None and page.reading.is_person(source) and features(page, source)[0] == "m":
            return None
    return page.tellers(i)


def accused(page, statement):
    """Return the Whos that a statement's cue blames or describes, or None."""
    cue, (form, predicate) = page.cue_token(statement), page.cue_reading(statement)
    if form is None or cue not in page.cue_at:
        return None
    agents, objects = cue_roles(page, cue, form, predicate)
    objects = objects or _tied(page, statement) or taken_up(page, cue, predicate, agents) or done_by(page, cue, page.first_token(statement.content[0][0]) if statement.content else cue + 1, predicate)
    return whos(objects or pronoun_objects(page, cue, form, (), {a.party for a in agents})) or None


def _tied(page, statement):
    """`وصف العلاقات مع الصين بأنها ممتازة`: return the mentions behind مع where the content begins with what binds the source to them."""
    begin = page.first_token(statement.content[0][0]) if statement.content else len(page.keys)
    pieces = pieces_after(page, begin - 1, begin) if begin < len(page.keys) else ()
    bound = len(pieces) > 1 and not pieces[0].marker and not pieces[0].mentions and pieces[1].marker == "مع" and pieces[1].first - pieces[0].end < 2
    return list(pieces[1].mentions[:1]) if bound else []
