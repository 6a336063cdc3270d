"""Who does what a verbal noun names where no name stands beside it: by what governs it, is said of it, or opens the clause."""

from analysis.attribution.objects import is_possessive
from analysis.cues import CUE_READINGS
from analysis.inflection import pronoun_features
from analysis.stance.control import controllers
from analysis.stance.holders import amounting, described
from analysis.stance.lexicon import TRIGGERS, VERBS, of_class, turns
from analysis.stance.page import NOBODY
from analysis.stance.people import can_mean, features, particle_at, who, whos
from analysis.stance.pieces import clause_start, group_slots, pieces_after
from analysis.stance.roles import accused, verb_roles
from analysis.stance.subjects import ANY, subjects_before
from analysis.stance.told import TOGETHER
from analysis.text import fold
from analysis.words import QUOTE


def persuades(page, i, form):
    """`أقنعت فرنسا واشنطن بدعم الأكراد`, `تحاول فرنسا إقناع واشنطن بالبقاء في الاتفاق`: return the Whos who persuade another of what the noun behind ب names, or None."""
    if not form.prefix.endswith("ب"):
        return None
    k = next((k for k in range(i - 1, max(page.sentence(i)[0], i - 7) - 1, -1) if page.words[k] is not None and page.words[k].stem in turns("persuading")), None)
    if k is None or page.voices[k] is not page.voices[i] or any(page.is_verb(n) or particle_at(page, n) is not None for n in range(k + 1, i)):
        return None
    if page.is_verb(k):
        return verb_roles(page, k, VERBS[page.keys[k]] or ANY, ())[0]
    return controllers(page, k, together=True)


def warned_of(page, i, predicate):
    """`حذرت فرنسا أوروبا من صواريخ إيران`: return the mentions of whom another is warned of, behind من, as a list."""
    if fold(predicate.lemma) not in turns("warning"):
        return []
    pieces = pieces_after(page, i)
    named = next((piece for piece in pieces[1:3] if piece.marker == "من" and piece.mentions), None)
    slots = group_slots(pieces)
    trigger = TRIGGERS[page.keys[named.first]] if named is not None else None
    deed = of_class(trigger, "support", "help", *TOGETHER)
    # `حذرت تركيا الحكومة من مساعدة الأكراد`: what she is not to do.
    return list(named.mentions[:1]) if named is not None and not deed and len(slots) > 1 and slots[1] else []


def as_means(page, i):
    """`حسمت روسيا المعركة عبر مساعدة الحكومة`, `من خلال قصف المدن`: say whether the noun at token i is by what the subject of the clause does the whole."""
    following = page.words[i + 1] if i + 1 < page.sentence(i)[1] else None
    if following is None or is_possessive(following):
        # `عبر إقدام عناصره على زرع الألغام`
        return False
    return i - 1 >= page.sentence(i)[0] and page.keys[i - 1] in turns("means") and not page.words[i].conj and (page.keys[i - 1] == "عبر" or page.keys[i - 2] in ("من", "عن"))


def paired_noun(page, i):
    """`قيام إيران بدعم وتدريب الحزب`: the noun joined to another right before it has the doers of that, where a noun of doing with its subject governs both; return their Whos, or None."""
    before = TRIGGERS[page.keys[i - 1]] if page.words[i].conj and i - 2 > page.sentence(i)[0] and i - 1 not in page.mention_in else None
    near = page.mention_in.get(i - 2) if before is not None and any(form.pos == "noun" and form.prefix.endswith("ب") for form, _ in before.forms) else None
    start = page.first_token(near.start) if near is not None else 0
    return [who(near)] if start and page.words[start - 1] is not None and page.words[start - 1].stem in turns("doing") else None


def had_by(page, i, form, predicate):
    """`لكندا علاقات جيدة مع النرويج`, `لدى كندا مخاوف من البرتغال`, `كندا على خلاف مع البرتغال`: return the Who that has what an indefinite noun names, right behind ل or لدى, or before على, as a list; or None."""
    if predicate.object and predicate.cls in ("ally", "hostile") and not (form.definite or form.prefix or form.pronoun) and page.keys[i - 1] == "علي":
        return whos(subjects_before(page, i - 1)) or None
    mention = page.mention_in.get(i - 1) if predicate.object and predicate.cls in ("ally", "blame", "hostile") and not form.definite and not form.prefix and not form.pronoun else None
    first = page.first_token(mention.start) if mention is not None and mention.kind != "demonym" else None
    held = first is not None and (page.preposition(first) == "ل" or page.words[first] is not None and page.words[first].prep == "ل" or page.keys[first - 1] in turns("having"))
    return [who(mention)] if held and (clause_start(page, i) >= first - 1 or page.words[first].conj) else None


def charged_with(page, i, form, named):
    """`اتهمت تركيا إسرائيل بقصف دمشق`: say whether the verbal noun at token i is what somebody is accused of, so that who is named behind it suffers it."""
    statement = page.voices[i]
    cue = page.cue_token(statement) if statement is not None else None
    if cue is None or not form.prefix.endswith("ب") or not any(r.cue.act == "accuse" for r in CUE_READINGS[page.keys[cue]]):
        return False
    first = page.first_token(statement.content[0][0])
    if any(page.is_verb(k) or particle_at(page, k) in ("complementizer", "relative", "subordinator") for k in range(first, i)):
        return False
    return not any(agent in (accused(page, statement) or ()) for agent in named)


def last_named(page, i, against):
    """`الأكراد، حلفاء واشنطن في الحرب على داعش`: return the Whos of those named last before a fight that they are in, or before those who back them, or None."""
    first = page.sentence(i)[0]
    # `تقاتل إيران إلى جانب دمشق في مواجهة المعارضة`: it is told of who fights, not of who is helped.
    named = (page.mention_in[j] for j in range(i - 1, max(first, i - 12) - 1, -1) if j in page.mention_in and not _stood_by(page, page.mention_in[j]))
    near = next((mention for mention in named if mention.party not in (*NOBODY, "civilians", "anonymous")), None)
    return [who(near)] if near is not None and near.party not in against else None


def _stood_by(page, mention):
    """`إلى جانب القوات الحكومية السورية`: say whether a name stands in the phrase behind a word for beside."""
    start = page.first_token(mention.start)
    for k in range(start, max(page.sentence(start)[0], start - 4) - 1, -1):
        if page.keys[k] in turns("beside"):
            return True
        if page.words[k] is None or page.words[k].particle or page.is_verb(k):
            return False
    return False


def backers(page, i):
    """`تدعم واشنطن الأكراد في الحرب على داعش`: return the Whos that support somebody in the fight at token i."""
    verb = page.verb_before(i, 12)
    trigger = TRIGGERS[page.keys[verb]] if verb is not None and page.voices[verb] is page.voices[i] else None
    if trigger is None or verb in page.cue_at or not any(p.cls in ("support", "help") and not p.needed for _, p in trigger.forms):
        return []
    return verb_roles(page, verb, trigger.forms[0][0], trigger.forms[0][1].markers)[0] or []


def stepped_in(page, i):
    """`تصاعد النزاع مع تدخل كندا دعما للنرويج`: return the Whos that take part in what somebody is backed with, right behind a noun of taking part before token i."""
    for k in range(i - 2, max(page.sentence(i)[0], i - 16) - 1, -1):
        if page.is_verb(k) or page.words[k] is not None and page.words[k].particle in ("complementizer", "relative", "subordinator"):
            return []
        if page.words[k] is not None and page.words[k].stem in turns("taking_part") and k + 1 in page.mention_at and page.mention_at[k + 1][1] <= i:
            return [who(page.mention_at[k + 1][0])]
    return []


def meant_to(page, i, form, predicate):
    """`تدخلت الرياض دعما للحكومة`, `استدعت سفيرها احتجاجا على القرار الأمريكي`, `أطلقت صاروخا في تحد لواشنطن`: say whether the noun is what its clause's subject does the whole for."""
    if predicate.cls in ("support", "help", "defend", "blame", "oppose", "hostile") and (not form.prefix or form.prefix == "و" and not form.pronoun) and page.tokens.forms[i].rstrip("\u064b").endswith("ا"):
        return True
    if predicate.cls in ("support", "rescue") and not (form.prefix or form.definite or form.pronoun) and page.tokens.forms[i].endswith("ة") and i + 1 < len(page.words) and page.words[i + 1] is not None and page.words[i + 1].prep == "ل":
        return _stands_free(page, i)
    if predicate.cls in ("support", "help", "hostile", "oppose") and form.prefix.endswith("ب") and not form.definite:
        # `ردت موسكو بطرد دبلوماسيين أمريكيين`
        verb = page.verb_before(i, 6)
        return verb is not None and page.words[verb].stem in turns("answering")
    return page.keys[i] in turns("defiance") and page.keys[i - 1] == "في"


def _stands_free(page, i):
    """`دخلت القوات المدينة | مساندة للحكومة`, `استخدمت الفيتو لوقفه | حماية لدمشق`: say whether an indefinite noun stands behind a comma, a name, or a noun with ال or a pronoun, so that nothing governs it."""
    before = page.words[i - 1] if i > page.sentence(i)[0] else None
    if before is None:
        return page.tokens.forms[i - 1] in "،,"
    trigger = TRIGGERS[page.keys[i - 1]]
    owned = is_possessive(before) or trigger is not None and any(form.pos == "noun" and form.pronoun for form, _ in trigger.forms)
    return i - 1 in page.mention_in or before.particle is None and (before.definite or owned)


def wrong_called(page, i, form, predicate):
    """`الغارات الأمريكية انتهاك للقانون`, `القرار الأمريكي هو انتهاك`, `تصرفات كندا تعد خرقا`, `وصف القرار الأمريكي بالعدوان`: return the Whos whose deed or plan is called a wrong, or None."""
    if predicate.doer >= 0 or predicate.object or form.pronoun or predicate.cls not in ("breach", "crime", "fault"):
        return None
    found = [w for w in described(page, i) if not _named_behind(page, i, w)] or _behind_marks(page, i)
    if found or form.definite or form.prefix.strip("وف") or page.words[i].conj or page.preposition(i):
        return found or None
    before = i - 2 if particle_at(page, i - 1) == "pronoun" else i - 1
    if page.voices[i] is None:
        return None
    return whos(subjects_before(page, i)) if before in page.mention_in else amounting(page, i) or None


def _named_behind(page, i, target):
    """`الأمر الذي اعتبره | خرقا لقرارات كندا`: say whether somebody is named in the phrase with ل behind token i: it is broken, not who breaks it."""
    return any(piece.marker == "ل" and target in whos(piece.mentions) for piece in pieces_after(page, i)[:1])


def _behind_marks(page, i):
    """`ما وصفته بـ"العدوان" التركي`: return the Who of a demonym right behind the quotation that ends with the noun, as a list."""
    last = page.sentence(i)[1]
    behind = page.mention_in.get(i + 2) if i + 2 < last and page.reading.kinds[i + 1] == QUOTE and page.voices[i + 2] is not page.voices[i] else None
    return [who(behind)] if behind is not None and behind.kind == "demonym" else []


def may_mean_source(page, i, form):
    """`وجه ترامب تحذيرا إلى روسيا لدعمها الأسد`: say whether the pronoun of a verbal noun can mean the source in whose words it stands."""
    statement = page.voices[i]
    source = page.mention_in.get(page.first_token(statement.source_start)) if statement is not None and statement.source_start is not None else None
    return source is None or can_mean(features(page, source), *pronoun_features(form.pronoun))
