"""What evaluative words and phrases show of the party they are said of."""

from analysis.stance.finding import LIKELY, Finding, negator, with_party
from analysis.stance.holders import doing_so, evaluate, spelled
from analysis.stance.lexicon import VERBS, turns
from analysis.stance.page import NARRATOR_WHO
from analysis.stance.people import is_group, particle_at, who, whos
from analysis.stance.roles import verb_roles
from analysis.stance.subjects import ANY, subjects_before
from analysis.words import QUOTE


def evaluation_rule(page, i, trigger):
    """Yield what an evaluative adjective or noun says of the party it is attached to; in a name it says nothing (`طيب أردوغان`)."""
    form, evaluation = trigger.evaluations[0]
    inside = page.reading.inside[i]
    if inside >= 0 and i - 1 in page.mention_in and page.reading.is_name(page.reading.quotations[inside]) and page.voices[i] is None and page.reading.inside[i - 1] == inside:
        # `حزب "أرمينيا المزدهرة"` is a name.
        return
    if evaluation.cls == "noun" and form.definite and form.prefix.endswith("ب") and (page.voices[i] is None or page.cue_class(page.voices[i]) != "describe"):
        # `أسقطت الطائرة بالخطأ` tells how.
        return
    if evaluation.word in turns("also_verb") and _as_verb(page, i, form):
        return
    if evaluation.word in turns("free_of") and i + 2 in page.mention_at and page.keys[i + 1] == "من":
        # `الإسلام بريء من داعش`
        target = page.mention_at[i + 2][0]
        for teller in page.tellers(i) if is_group(page, target) else ():
            if target.party not in (teller.party, "civilians"):
                yield Finding(teller, who(target), -1, "evaluation", i, page.mention_at[i + 2][1] - 1, "evaluation adjective", LIKELY)
        return
    if evaluation.cls == "noun" and evaluation.word in turns("done_to") and i + 1 in page.mention_at and (page.words[i].prep or particle_at(page, i - 1) == "preposition"):
        # `تسعى إلى ابتزاز البرتغال`
        return
    if evaluation.cls == "noun" and i + 1 in page.mention_at and not page.preposition(i + 1) and any(f.pos == "noun" and p.object < 0 and not p.needed for f, p in trigger.forms):
        # `إهانة السعوديين`: what is done to them says nothing of them.
        return
    if not (trigger.labels and trigger.labels[0][1].place != "within") and i not in page.mention_in and i not in page.covered and spelled(page, i, evaluation.word):
        yield from evaluate(page, i, i + 1, evaluation, form)


def _as_verb(page, i, form):
    """`الحزب الذي قاتل من أجل الاستقلال`, `وقاتل مع حلفائه`: say whether a word that is also a verb goes on like one; `الأسد قاتل` ends with it."""
    if page.words[i].conj:
        return True
    following = page.words[i + 1] if i + 1 < page.sentence(i)[1] else None
    return not form.definite and following is not None and not following.conj


def pretext(page, i, trigger):
    """`منع الجيش الإسرائيلي وصولهم بحجة أنها منطقة عسكرية`: who calls the reason that somebody gives a pretext doubts him."""
    around = page.voices[i]
    passed_on = around is not None and around.rule in ("according_after", "told_by_another", "as_said")
    # `بدعوى اتصاله بالمحظورين، وفقا للوكالة`: the word is the narrator's choice.
    for teller in (NARRATOR_WHO,) if passed_on else page.tellers(i):
        for target in doing_so(page, i) or whos(subjects_before(page, i)):
            if target.party not in (teller.party, "civilians"):
                yield Finding(teller, target, -1, "evaluation", *with_party(page, i, target.party), "pretext", LIKELY)


def shortfall(page, i, trigger):
    """`لا تبذل البرتغال جهودا كافية`, `لا تتحرك بما يكفي`, `لم تقدم سوى القليل`: who says that a party does too little blames it."""
    first, exceptive = page.sentence(i)[0], page.keys[i] in turns("little")
    if trigger.turn != "enough" or page.voices[i] is None or exceptive and not any(page.keys[k] in turns("except") for k in range(max(first, i - 2), i)) or page.is_verb(i) and page.keys[i - 1] != "بما":
        return
    verb = next((j for j in range(i - 1, max(first, i - 9) - 1, -1) if page.is_verb(j)), None)
    form = VERBS[page.keys[verb]] or ANY if verb is not None else ANY
    if verb is None or page.voices[verb] is not page.voices[i] or negator(page, verb) == verb or form.lemma in ("undergoer", "receiver"):
        return
    for teller in page.tellers(i):
        for target in verb_roles(page, verb, form, ())[0] or ():
            if target.party not in (teller.party, "civilians"):
                yield Finding(teller, target, -1, "deed", *with_party(page, i, target.party), "duty deed", LIKELY)


def credit(page, i, trigger):
    """`قال الوزير إنه بفضل التحالف عاد السكان`: who says to whom a good outcome is owed speaks well of him."""
    found = page.mention_at.get(i + 1) if page.voices[i] is not None else None
    if found is None or found[0].kind == "demonym":
        return
    for teller in page.tellers(i):
        if found[0].party not in (teller.party, "civilians"):
            yield Finding(teller, who(found[0]), 1, "evaluation", i, found[1] - 1, "evaluation behind", LIKELY)


def idiom_rule(page, i, trigger):
    """Return what a fixed phrase says of a party."""
    following, idioms = page.keys[i + 1:i + 3], trigger.idioms
    if idioms.keys().isdisjoint(following):
        return ()
    return _idioms(page, i, [found for key in dict.fromkeys(following) for found in idioms.get(key, ())])


def _idioms(page, i, idioms):
    """Yield what those of the idioms that stand at token i say of a party; `شدد على حق إسرائيل`, `على حق بلاده` are not `إسرائيل على حق`."""
    for keys, evaluation in idioms:
        if evaluation.cls == "behind" and keys[-1] in turns("right") and keys[0] == "علي" and page.voices[i] is None:
            # `شدد على حق إسرائيل`: only in somebody's words.
            continue
        if keys[0] == "غير" and i and page.keys[i - 1] in turns("migrant") and keys[1] in turns("irregular"):
            # `مهاجر غير شرعي` is a term.
            continue
        end = _end_of(page, i, keys)
        if end is not None and i not in page.covered and not (evaluation.cls == "idiom" and keys[-1] in turns("right") and _goes_on(page, end)):
            page.covered.update(range(i, end))
            yield from evaluate(page, i, end, evaluation)


def _end_of(page, i, keys):
    """Return the token after a phrase that stands at token i, quotation marks and `هذا` in it passed over (`تجاوز "الخط الأحمر"`, `شريكة في هذا العدوان`), or None."""
    j, last = i + 1, page.sentence(i)[1]
    for key in keys[1:]:
        while j < last and page.keys[j] != key and (page.reading.kinds[j] == QUOTE or particle_at(page, j) == "demonstrative"):
            j += 1
        if j == last or page.keys[j] != key:
            return None
        j += 1
    return j


def _goes_on(page, j):
    """Say whether a noun or name at token j completes the phrase before it."""
    return j in page.mention_at or j < len(page.words) and page.words[j] is not None and not page.words[j].particle and not page.words[j].conj and not page.is_verb(j)
