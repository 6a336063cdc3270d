"""Which reading of an ambiguous form holds here: noun or verb, and which of several predicates."""

from analysis.inflection import pronoun_of
from analysis.stance.control import attempted, controllers
from analysis.stance.lexicon import TRIGGERS, operators, turns
from analysis.stance.people import particle_at
from analysis.stance.pieces import pieces_after
from analysis.stance.roles import VERBAL
from analysis.wordlists import verbal_nouns
from analysis.words import COMMAS, PUNCT, QUOTE

NEAR = 5
"""Words after a verb within which the word stands that makes it a predicate (`أطلق النار`)."""

LISTED = 12
"""The same for a list (`أدرج … على قائمة الإرهاب`)."""

DENIED = 6
"""Words before a noun within which the negation of what it names stands."""

BEFORE = 6
"""Words before a verb within which the noun that its pronoun takes up stands."""

_BEFORE_VERB = ("auxiliary", "negation", "relative", "complementizer", "subordinator", "adverb")


def choose(page, i, forms):
    """Return the (Form, Predicate) that fits the words around: noun or verb first, then the one whose object or needed word follows."""
    if len(forms) == 1:
        return forms[0]
    forms = [x for x in forms if x[1].needed and (needed_follows(page, i, x[1].needed) or needed_before(page, i, x[0], x[1].needed))] or [x for x in forms if not x[1].needed] or forms
    nouns, verbs = [x for x in forms if x[0].pos not in VERBAL], [x for x in forms if x[0].pos in VERBAL]
    fitting = nouns if nouns and (not verbs or reads_as_noun(page, i, nouns[0][0], verbs[0][0], nouns[0][1])) else verbs
    passive = [x for x in fitting if x[0].pos == "passive participle"]
    if passive and all(form.pos in ("noun", "passive participle") for form, _ in fitting) and _attributive(page, i):
        # `الغوطة المحاصرة` is besieged.
        fitting = passive
    if not _denied(page, i):
        fitting = [x for x in fitting if x[1].cls != "denial"] or fitting
    first = fitting[0][1]
    if any(predicate is not first and predicate != first for _, predicate in fitting):
        fitting = sorted(fitting, key=lambda x: not governs(page, i, *x))
    return fitting[0]


def _denied(page, i):
    """`لا | تورط لكندا`, `نفت كندا أي | صلة لها`, not `إلى | تورط مباشر لكندا`: say whether what the word at token i names is denied, by a negation not far before it or by who tells it."""
    return page.denying(page.voices[i]) or any(operators().get(key) in ("negation", "stop") for key in page.keys[max(page.sentence(i)[0], i - DENIED):i])


def reads_as_noun(page, i, noun, verb, predicate):
    """Say whether a form that can be both is a noun here: after a preposition or with ال; a verb after an auxiliary or at a clause start."""
    if noun.definite or noun.prefix.strip("وف") or page.opens_words(i):
        return True
    if i == page.sentence(i)[0]:
        return verb.pos == "perfect" and not verb.pronoun and _of_side(page, i + 1)
    if verb.pos == "perfect" and verb.person == 1 and verb.number == "p":
        # `طردت دبلوماسيين تضامنا مع لندن`: a form that can be a noun in the accusative too is one.
        return True
    if verb.pos == "perfect" and verb.pronoun and not page.words[i].conj and particle_at(page, i - 1) != "relative":
        # `أعلن رفضه`: with a pronoun the noun is meant; not `ناشطون قتلهم الجيش`.
        return not (_tells_of(page, i - 1) and i + 1 in page.mention_at and page.mention_at[i + 1][0].kind != "demonym" and not page.preposition(i + 1))
    if verb.pos == "perfect" and verb.pronoun and i + 1 < len(page.words) and page.words[i + 1] is not None and page.words[i + 1].prep == "ل" and "direct" in predicate.markers:
        # `دعمه للهدنة ورفضه للعقوبات`: a verb with its pronoun has no object behind ل.
        return True
    if verb.pos == "perfect" and verb.pronoun and page.words[i].conj and noun.pronoun and not noun.prefix.strip("وف"):
        # `تدخلات إيران ودعمها للإرهاب`, not `ودعمها الجيش`
        return not (i + 1 in page.mention_at and page.mention_at[i + 1][0].kind != "demonym" and not page.preposition(i + 1))
    if particle_at(page, i - 2) == "preposition":
        # `في ظل تعاون روسيا وإيران`
        return True
    before = page.words[i - 1]
    if before is None and page.tokens.forms[i - 1] in COMMAS and verb.pos == "perfect" and not page.words[i].conj:
        # `أعادت كندا، هذا الأسبوع، فرض عقوبات`: what the light verb before governs.
        return bool(controllers(page, i, True))
    if before is None:
        return page.reading.kinds[i - 1] not in (PUNCT, QUOTE)
    if before.particle == "complementizer" and verb.pos == "perfect" and predicate.cls in ("harm", "strike") and pronoun_of(page.keys[i - 1]) and i + 1 < len(page.words) and page.words[i + 1] is not None and not (page.words[i + 1].particle or page.words[i + 1].prep or page.words[i + 1].definite):
        # `أعلن الجيش أنه قصف مواقع`
        return False
    if before.particle == "complementizer" and verb.pos == "perfect":
        return not page.keys[i - 2] in turns("since")
    if before.particle in _BEFORE_VERB:
        return False
    if i - 1 in page.mention_in:
        # `يواصل النظام قصف المدينة`: the name is the subject of the light verb before it.
        # `قرار كندا فرض عقوبات`: what it is that it decides.
        return not page.words[i].conj and bool(controllers(page, i, True) or attempted(page, i))
    return not (i in page.cue_at and before.particle is None)


def _of_side(page, j):
    """`دعم كندي للنرويج`, `رفض كندي للخطة`: say whether an adjective of a state without ال stands at token j, before a phrase behind ل or another preposition: it tells whose the noun before is."""
    mention = page.mention_in.get(j)
    if mention is None or mention.kind != "demonym" or " " in mention.text or not mention.text.endswith("ي") or mention.text.startswith("ال"):
        return False
    return j + 1 < page.sentence(j)[1] and page.words[j + 1] is not None and (page.words[j + 1].prep == "ل" or particle_at(page, j + 1) == "preposition")


def _attributive(page, i):
    """Say whether token i has ال and stands right behind a name or noun with ال, as its adjective would."""
    word, before = page.words[i], page.words[i - 1] if i > page.sentence(i)[0] else None
    return word is not None and word.definite and not word.prep and not word.conj and (i - 1 in page.mention_in or before is not None and before.definite)


def _tells_of(page, j):
    """Say whether a verb with its pronoun right behind token j can tell of it: an indefinite noun that is no verb, or a comma."""
    word = page.words[j]
    if word is None:
        return page.tokens.forms[j] in COMMAS
    return word.particle is None and not word.definite and not word.prep and not word.verb and word.stem not in verbal_nouns() and not page.is_verb(j) and j not in page.mention_in


def governs(page, i, form, predicate):
    """Say whether what a predicate governs stands after it: `يكذب على` lies, `يكذب التقرير` denies."""
    markers = {piece.marker for piece in pieces_after(page, i)}
    if markers & set(predicate.markers) or "direct" in predicate.markers and "" in markers:
        return True
    return not predicate.markers and form.pos not in VERBAL


def is_wrong(page, i, trigger):
    """Say whether the trigger at token i tells of a wrong that its doer does, with what makes it one."""
    return trigger is not None and any(p.doer < 0 and not (p.needed and not needed_follows(page, i, p.needed)) for _, p in trigger.forms)


def needed_follows(page, i, needed):
    """Say whether one of the words that make a predicate of this verb follows."""
    if needed.isdisjoint(page.sentence_words(i)):
        return False
    # `أدرجت خمسة من كبار قادة الحزب وأنصاره على قائمة الإرهاب`: what is put on a list may be long.
    passed, near, keys = 0, LISTED if not needed.isdisjoint(turns("listing")) else NEAR, page.keys
    for j in range(i + 1, page.sentence(i)[1]):
        word = page.words[j]
        if word is None:
            continue
        if j > i + 1 and word.conj and word.prep and TRIGGERS[keys[j]] is not None:
            # `لدعم الحكومة ولدعم الإرهابيين`: what is joined has what follows.
            return False
        if (word.stem in needed or keys[j] in needed) and not (keys[j - 1] in turns("against") and keys[j - 1] not in needed) and not (j - 1 > i and _has_its_own(page, j - 1)):
            # not `دعم سوريا أمام الإرهابيين`
            return True
        # `استخدام الرئيس السوري بشار الأسد للأسلحة`: marks and the words of a name do not count.
        passed += j not in page.mention_in
        if passed == near:
            return False
    return False


def _has_its_own(page, j):
    """`علق على القرار | بقطع العلاقات`: say whether a verbal noun with its preposition, at token j, needs the word behind it itself."""
    word, trigger = page.words[j], TRIGGERS[page.keys[j]]
    return trigger is not None and word is not None and bool(word.prep) and any(form.pos == "noun" and not {page.keys[j + 1], page.words[j + 1].stem}.isdisjoint(predicate.needed) for form, predicate in trigger.forms)


def needed_before(page, i, form, needed):
    """`الصواريخ التي أطلقها الحوثيون`, `الضربات وجهتها واشنطن`: say whether the noun that the pronoun of a verb takes up is one of the words that make it a predicate."""
    if form.pos not in VERBAL or form.pronoun not in ("ه", "ها", "هما"):
        return False
    for j in range(i - 1, max(page.sentence(i)[0], i - BEFORE) - 1, -1):
        word = page.words[j]
        if word is None or page.is_verb(j):
            return False
        if (word.stem in needed or word.stem.removeprefix("ال") in needed) and not word.particle:
            return True
    return False
