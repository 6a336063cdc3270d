"""What evaluative words and labels show of the party they are said of."""

from analysis.stance.finding import LIKELY, SURE, Finding, shown, with_party
from analysis.stance.lexicon import TRIGGERS, VERBS, Evaluation, turns
from analysis.stance.page import NARRATOR_WHO, Who
from analysis.stance.pieces import clause_start, group_slots, named_by, pieces_after
from analysis.stance.polarity import bearing
from analysis.stance.people import meant, particle_at, pronoun_of, who, whos
from analysis.stance.roles import cue_roles, pronoun_objects, verb_roles
from analysis.stance.subjects import ANY, by_phrase, subjects_before
from analysis.words import QUOTE


OCCUPIED = "محتل"


def label_rule(page, i, trigger):
    """A hostile or honouring label shows the stance of whoever uses it; on one's own side it is the narrator's wording."""
    if trigger.turn == "own":
        yield from own_side(page, i)
    if not trigger.labels or not trigger.labels[0][1].stance or not spelled(page, i, trigger.labels[0][1].word):
        return
    form, label = trigger.labels[0]
    for j in range(i - 1, max(page.sentence(i)[0], i - 3) - 1, -1):
        if page.words[j] is not None and page.words[j].stem in turns("listing"):
            yield from listed(page, i, j)
            return
    shown_by = exemplified(page, i + 1)
    targets = whos(shown_by) or [w for w in (labelled(page, i, form, label),) if w]
    if not targets:
        yield from evaluate(page, i, i + 1, Evaluation(label.word, "adjective" if label.place == "adjective" else "noun", label.stance), form)
        return
    last = page.last_token(shown_by[-1].end) if shown_by else i
    for teller in page.tellers(i):
        for target in targets:
            user = NARRATOR_WHO if teller.party == target.party and label.stance < 0 else teller
            yield Finding(user, target, label.stance, "evaluation", i, last, "label", SURE)


def exemplified(page, j):
    """Return the mentions that a general word stands for: `الجماعات الإرهابية مثل داعش وجبهة النصرة`, `دول، منها إيران`."""
    limit = min(page.sentence(j - 1)[1], j + 6)
    while j < limit:
        word = page.words[j]
        if word is not None and word.stem in turns("example"):
            pieces = pieces_after(page, j)
            found = []
            for n, piece in enumerate(pieces):
                if n and not piece.joined:
                    break
                found += named_by(piece)
            return found
        if word is not None and (page.is_verb(j) or word.particle in ("complementizer", "relative", "auxiliary", "subordinator")):
            return []
        j += 1
    return []


def spelled(page, i, word):
    """Say whether the hamza as written allows the word: `إبطال` (annulment) is not `أبطال` (heroes)."""
    return not (word[0] == "أ" and "إ" in page.tokens.forms[i] or word[0] == "إ" and "أ" in page.tokens.forms[i])


def listed(page, i, j):
    """`وضعت واشنطن حزب الله على لائحة المنظمات الإرهابية`: who lists a party so disapproves of it."""
    for k in range(j - 1, max(page.sentence(i)[0], j - 18) - 1, -1):
        if page.is_verb(k):
            agents, objects = verb_roles(page, k, VERBS[page.keys[k]] or ANY, ("direct",))
            for agent in agents or ():
                for mention in objects:
                    if agent.party != mention.party:
                        yield shown(page, agent, who(mention), -1, "evaluation", i, mention, "listing", SURE)
            return


def own_side(page, i):
    """`إخواننا في السعودية`, `شركائنا البريطانيين`: the name after it is a friend's."""
    for piece in pieces_after(page, i)[:2]:
        for mention in piece.mentions[:1]:
            for teller in page.tellers(i):
                if teller is not NARRATOR_WHO and teller.party != mention.party:
                    yield Finding(teller, who(mention), 1, "relation", i, page.last_token(mention.end), "own side", SURE)
            return


def labelled(page, i, form, label):
    """Return the Who that a label word stands for, or None."""
    if label.word == OCCUPIED and i and page.words[i - 1] is not None and page.words[i - 1].stem in turns("occupied"):
        return Who("israel", "israel")
    if i in page.mention_in:
        return who(page.mention_in[i])
    if label.place == "adjective":
        found = _modified(page, i) if form.definite else _near_before(page, i)
        return found[-1] if found else None
    after = page.mention_at.get(i + 1)
    if after is not None:
        return who(after[0])
    return None


def evaluation_rule(page, i, trigger):
    """Yield what an evaluative adjective or noun says of the party it is attached to."""
    if trigger.evaluations and not trigger.labels and i not in page.mention_in and i not in page.covered and spelled(page, i, trigger.evaluations[0][1].word):
        form, evaluation = trigger.evaluations[0]
        yield from evaluate(page, i, i + 1, evaluation, form)


def idiom_rule(page, i, trigger):
    """Yield what a fixed phrase says of a party."""
    following = page.keys[i + 1] if i + 1 < len(page.keys) else None
    for keys, evaluation in trigger.idioms:
        n = len(keys)
        if keys[1:2] == (following,) and tuple(page.keys[i + 1:i + n]) == keys[1:]:
            page.covered.update(range(i, i + n))
            yield from evaluate(page, i, i + n, evaluation)


def evaluate(page, i, end, evaluation, form=None):
    """Find the parties an evaluation holds for, and yield the tellers' stance toward them."""
    sign, stopped, doubted = bearing(page, i)
    if not sign or stopped:
        return
    targets, certainty = whos(exemplified(page, end)), 0.7
    if not targets:
        targets, certainty = holders(page, i, end, evaluation, form)
    value = evaluation.polarity * sign
    for teller in page.tellers(i):
        if teller is NARRATOR_WHO and certainty < 0.7:
            continue
        for target in targets:
            if value > 0 or target.party not in (teller.party, "civilians"):
                first, last = with_party(page, i, target.party)
                yield Finding(teller, target, value, "evaluation", first, max(last, end - 1), "evaluation " + evaluation.cls, certainty)


def holders(page, i, end, evaluation, form):
    """Return (Whos of whom an evaluative word is said, certainty)."""
    if i in page.mention_in:
        return [who(page.mention_in[i])], 0.8
    described = _described(page, i)
    if described:
        return described, 0.7
    if evaluation.cls == "adjective" and form.definite and not form.prefix.strip("و"):
        return _modified(page, i) or _holder_after(page, i, end, evaluation), 0.7
    if evaluation.cls != "idiom":
        doers = by_phrase(page, pieces_after(page, end - 1)[:1 if evaluation.cls == "adjective" else 3])
        if doers:
            return doers, 0.7
    owner = owned(page, i) if evaluation.cls == "idiom" else None
    if owner is not None:
        return [who(owner)], LIKELY
    subjects = subjects_before(page, i)
    if subjects:
        return whos(subjects), LIKELY
    found = _near_before(page, i) or _relative_subject(page, i)
    if found:
        return found, 0.7 if evaluation.cls != "idiom" else LIKELY
    return (_holder_after(page, i, end, evaluation) if evaluation.cls != "idiom" else []), 0.55


def _holder_after(page, i, end, evaluation):
    """`الهجمة البربرية لقوات الأسد`, `جنون ترامب`: the phrase after ل, or a name right after the noun."""
    pieces = pieces_after(page, end - 1)
    while end < len(page.keys) and page.reading.kinds[end] == QUOTE:
        end += 1
    if not pieces or not pieces[0].mentions or page.first_token(pieces[0].mentions[0].start) != pieces[0].first:
        return []
    first = pieces[0]
    if first.marker == "ل" or evaluation.cls == "noun" and not first.marker and not first.joined and first.first == end:
        return whos([m for n, p in enumerate(pieces) if n == 0 or p.joined and all(q.joined for q in pieces[1:n]) for m in p.mentions[:1]])
    return []


def _modified(page, i):
    """Return the Whos of the phrase that a definite adjective closes (`الميليشيات الحوثية الانقلابية`), or []."""
    for j in range(i - 1, max(page.sentence(i)[0], i - 5) - 1, -1):
        if j in page.mention_in:
            return [who(page.mention_in[j])]
        word = page.words[j]
        if word is None and page.reading.kinds[j] != QUOTE or word is not None and (word.particle or word.conj or page.is_verb(j)):
            return []
    return []


def owned(page, i):
    """`وعلى حقوقه المشروعة`: a pronoun on the first word of a phrase means the party named before, or None."""
    stem = page.words[i].stem if page.words[i] is not None else ""
    pronoun = next((p for p in ("هما", "هم", "ها", "ه") if stem.endswith(p) and len(stem) > len(p) + 2), "")
    return meant(page, i, pronoun, ()) if pronoun else None


def _described(page, i):
    """`وصف أردوغان نتنياهو بالإرهابي`: what a verb of calling says near the start of its content is said of its object."""
    statement = page.voices[i]
    if statement is None or page.cue_class(statement) != "describe":
        return []
    begin, cue = page.first_token(statement.content[0][0]), page.first_token(statement.cue_start)
    if i - begin > 7:
        return []
    if not TRIGGERS[page.keys[cue]].forms[0][0].prefix and cue and page.words[cue - 1] is not None and page.words[cue - 1].particle is None and page.words[cue - 1].verb is None and cue - 1 not in page.mention_in and TRIGGERS[page.keys[cue]].forms[0][0].pronoun:
        # `مشهد وصفه ناشطون بأنه`: the pronoun means the noun before.
        return []
    form, predicate = TRIGGERS[page.keys[cue]].forms[0]
    agents, objects = cue_roles(page, cue, form, predicate)
    return whos(objects or pronoun_objects(page, cue, form, (), {a.party for a in agents}))


def _relative_subject(page, i):
    """`هدنة اقترحتها روسيا لم تكن كافية`: a plan or deed stands for who is named in its relative clause."""
    start = clause_start(page, i)
    first = page.sentence(i)[0]
    if start <= first or particle_at(page, start - 1) != "relative" or not page.is_verb(start):
        return []
    slots = group_slots(pieces_after(page, start))
    return whos(slots[0]) if slots and slots[0] and page.first_token(slots[0][-1].start) < i else []


def _near_before(page, i):
    """Return the Who of the mention right before token i, or None; quotation marks and one noun (`روسيا لعب "دورا أساسيا"`) are passed over."""
    j, first, noun = i - 1, page.sentence(i)[0], False
    while j > first and (page.reading.kinds[j] == QUOTE or not noun and j not in page.mention_in and page.words[j] is not None and page.words[j].particle is None and not page.words[j].conj and not page.words[j].prep and not page.is_verb(j) and page.keys[j] in turns("playing")):
        noun = noun or page.reading.kinds[j] != QUOTE
        j -= 1
    return [who(page.mention_in[j])] if j >= first and j in page.mention_in else None
