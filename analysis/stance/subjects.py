"""Who is the subject: before the verb, before a relative pronoun, behind `من قبل`, or carried over from the verb before."""

from analysis.attribution.features import word_features
from analysis.attribution.objects import is_adjective, is_possessive, is_title
from analysis.inflection import Form
from analysis.stance.lexicon import TRIGGERS, VERBS, of_class, operators, turns
from analysis.stance.page import source_of
from analysis.stance.people import agrees, is_group, is_state, particle_at, whos
from analysis.stance.pieces import bars, clause_start, group_slots, joins, leads, parenthesis_end, pieces_after
from analysis.wordlists import quantities, rule_words, verbal_nouns
from analysis.words import LATIN, QUOTE

ANY = Form("", "perfect", 3)
"""A verb of which nothing is known."""


def happens_therein(page, verb):
    """`الهجوم الذي قتل فيه جنود`: say whether فيه or the like stands right behind a verb, so that the noun before is where it happened, not who did it."""
    return verb + 1 < len(page.keys) and page.keys[verb + 1] in rule_words("therein")


def skip_back(page, i):
    """Return the last token before i that is no auxiliary, negation or adverb, nor a mark right behind a pronoun (`أنها "حررت"`)."""
    j, first = i - 1, page.sentence(i)[0]
    while j >= first and (_passed_over(page, j) and j not in page.mention_in or page.reading.kinds[j] == QUOTE and pronoun_subject(page, j - 1)):
        j -= 1
    return j


def _passed_over(page, j):
    return page.words[j] is not None and page.words[j].particle in ("auxiliary", "negation", "adverb", "pronoun")


def subjects_before(page, i, form=ANY):
    """Return the mentions that are the subject before a verb (`إن روسيا وسوريا لم تسمحا`), or []."""
    j, found, passed = clause_start(page, i), [], False
    while j < i:
        word = page.words[j]
        if not found and word is not None and word.stem in quantities() and j + 1 < i and page.keys[j + 1] == "من" and particle_at(page, j - 1) == "complementizer":
            # `إن كلا من روسيا وسوريا`
            j += 2
            continue
        closing = parenthesis_end(page, j, True) if found and word is None else None
        if closing is not None and closing < i:
            j = closing + 1
            continue
        if j in page.mention_at and not adverb_of_side(page, j):
            mention, after = page.mention_at[j]
            if mention.kind == "demonym" and not mention.text.startswith("ال") and (pronoun_subject(page, j - 1) or page.reading.kinds[j - 1] == QUOTE and pronoun_subject(page, j - 2)):
                # `إنه "أمريكي مخلص"` says what he is.
                return []
            if not found and passed and mention.kind != "demonym" and (page.keys[j - 2] == "من" and f"من {page.keys[j - 1]}" in turns("by") or _issued(page, j - 1)):
                # `التصريحات المعادية من جانب موسكو تقوض السلام`, `التصريحات الصادرة عن موسكو تقوض السلام`
                return [mention]
            if _only_charged(page, j, after):
                return []
            if page.preposition(j):
                passed = True
            elif not found and passed and bound_to(page, j, i):
                # `الاتفاق مع إيران كارثي`
                return [mention]
            elif not found and not passed or found and word is not None and word.conj and not passed:
                found.append(mention)
            if not found:
                return []
            j = max(after, j + 1)
            if found[-1] is mention and mention.kind == "demonym" and j in page.mention_at and page.mention_at[j][0].kind == "demonym" and not joins(page, j):
                # `إن الاتفاق الروسي التركي`
                found.append(page.mention_at[j][0])
                j = max(page.mention_at[j][1], j + 1)
            continue
        if word is not None:
            if page.is_verb(j) and not _no_longer(page, j) or not found and bars(page, j):
                return []
            if word.particle == "preposition" or word.prep:
                passed = True
                if not found and not (page.keys[j] == "مع" and j + 1 in page.mention_at or _issued(page, j)):
                    return []
        j += 1
    return found if len(found) != 1 or agrees(page, found[0], form, True) or _owns_subject(page, found[0], form) else []


def behind_relative(page, i, form):
    """`إن الجماعة التي تدعمها إيران تهدد المنطقة`: return the mentions before the relative clause that ends right before a verb: its name there is the subject of the clause's own verb, which takes the antecedent up."""
    start = clause_start(page, i)
    if _main_verb(page, start, i):
        # `القوات التي تسيطر على المعبر | تمنع المدنيين من الخروج`
        found = antecedents(page, start - 1)
        return found if found and agrees(page, found[0], form, True) else []
    known = page.mention_in.get(skip_back(page, i))
    inner = VERBS[page.keys[start]] if known is not None and start > page.sentence(i)[0] and particle_at(page, start - 1) == "relative" and page.is_verb(start) else None
    if inner is None or not inner.pronoun and particle_at(page, start + 1) != "pronoun_prepositional" or any(page.is_verb(j) for j in range(start + 1, i)):
        return []
    slots = group_slots(pieces_after(page, start))
    taken = slots and known in slots[0]
    found = antecedents(page, start - 1) if taken else []
    return found if found and agrees(page, found[0], form, True) else []


def _main_verb(page, start, i):
    """Say whether a relative clause with its own verb, right behind its pronoun and without a pronoun, ends before the verb at token i, which nothing joins to it."""
    if start <= page.sentence(i)[0] or i - start < 3 or particle_at(page, start - 1) != "relative" or not page.is_verb(start) or page.words[i].conj or page.is_verb(i - 1) or page.words[i - 1] is None or not (page.words[i - 1].definite or i - 1 in page.mention_in or page.words[i - 1].particle == "negation"):
        return False
    inner = VERBS[page.keys[start]]
    if inner is None or inner.pronoun or particle_at(page, start + 1) == "pronoun_prepositional":
        return False
    return not any(page.is_verb(k) or page.words[k] is None for k in range(start + 1, i))


def _owns_subject(page, mention, form):
    """`إن استمرار تركيا في سياستها يهدد المنطقة`: say whether the verb agrees with a noun right before the name, at the head of the clause, which stands for what its owner does."""
    first = page.first_token(mention.start)
    head = page.words[first - 1] if first > page.sentence(first)[0] else None
    if head is None or head.particle or head.definite or head.prep or head.conj or first - 1 in page.mention_in or mention.kind == "demonym" or page.preposition(first) or page.voices[first - 1] is not page.voices[first]:
        return False
    gender, number = word_features(head.stem)
    if gender is not None and head.stem in turns("carrier") and (form.number == "p" and number == "p" or form.number == "s" and form.gender == "f" and (number == "p" or gender == "f")):
        # `عناصر داعش يقتلون`, `خلايا التنظيم تهاجم`
        return True
    gender = gender or ("f" if head.stem.endswith(("ة", "ات")) else "m")
    return (head.stem in verbal_nouns() or head.stem in turns("conduct") | turns("matter_of_state")) and form.number == "s" and form.gender in (gender, None)


def noun_subject(page, i, form):
    """`العملية استهدفت قيادات حوثية`, `ترسانة الحزب تهدد أمن لبنان`: say whether a noun with ال that names no party opens the clause of a verb as its subject, so that what stands behind the verb is its object."""
    start = clause_start(page, i)
    word = page.words[start] if start < i and not page.words[i].conj and not form.pronoun else None
    if word is None or word.particle or not word.definite or word.prep or word.conj or start in page.mention_in or page.is_verb(start):
        return False
    if any(page.words[j] is None or page.is_verb(j) or page.words[j].particle in ("relative", "complementizer", "subordinator") for j in range(start + 1, i)):
        return False
    gender, number = word_features(word.stem)
    return gender is None or form.gender is None or gender == form.gender or number == "p" and form.gender == "f"


def adverb_of_side(page, j):
    """`الفصائل المدعومة أمريكيا`: say whether a side is named by an adverb in يا at token j, right behind a passive participle of support."""
    mention = page.mention_in.get(j)
    if mention is None or not mention.text.endswith("يا") or " " in mention.text or page.words[j - 1] is None:
        return False
    return of_class(TRIGGERS[page.keys[j - 1]], "support", "help", pos=("passive participle",))


def _issued(page, j):
    """`التصريحات الصادرة | عن المسؤولين الكنديين`: say whether the preposition at token j stands right behind a participle of giving out."""
    return page.keys[j] in ("عن", "من") and page.words[j - 1] is not None and page.words[j - 1].stem.removeprefix("ال") in turns("given")


def _only_charged(page, j, after):
    """`اتهام روسيا بالتواطؤ غباء`: say whether the party named at tokens j … after - 1 is who is charged, by a noun before it."""
    return j > 0 and page.keys[j - 1].lstrip("وفبل") == "اتهام" and after < len(page.words) and page.words[after] is not None and page.words[after].prep == "ب"


def bound_to(page, j, i):
    """Say whether the party at token j, behind مع, stands for an agreement or tie that opens the clause of token i."""
    return page.keys[j - 1] == "مع" and any(page.words[k] is not None and page.words[k].stem in turns("bond") for k in range(clause_start(page, i), j - 1))


def _no_longer(page, j):
    """`لم تعد روسيا وسيطا`: say whether the verb at j only joins a subject to what it is not, or no longer."""
    return page.keys[j] in turns("anymore") and operators().get(page.keys[j - 1]) == "negation"


def names_attack(page, j):
    """Say whether token j is a noun with ال that is nothing but an attack, a harm or a crime (`الهجوم`)."""
    trigger = TRIGGERS[page.keys[j]] if page.words[j] is not None and page.words[j].definite else None
    return trigger is not None and bool(trigger.forms) and all(f.pos == "noun" and (p.needed or p.cls in ("strike", "harm", "breach", "crime")) for f, p in trigger.forms)


def antecedents(page, relative):
    """Return the mentions to which a relative pronoun refers: the last ones before it in the same noun phrase."""
    j, first, steps = relative - 1, page.sentence(relative)[0], 0
    earlier = _described_before(page, relative, first)
    if earlier is not None:
        return antecedents(page, earlier)
    if j > first and particle_at(page, j) == "pronoun":
        # `روسيا هي التي تقصف`, `الرئيس الروسي، فلان، هو المسؤول`
        named = page.mention_in.get(j - 1 - (page.tokens.forms[j - 1] in "،,"))
        if named is not None and (page.preposition(page.first_token(named.start)) or particle_at(page, page.first_token(named.start) - 1) == "preposition"):
            # `الوحدات المدعومة من واشنطن هي التي تقصف`
            return subjects_before(page, j) or [named]
        if named is not None:
            return [named]
    if j >= first and page.words[j] is not None and page.words[j].stem in turns("matter"):
        return []
    if _goes_further_back(page, relative):
        return []
    called = _called_before(page, relative, first)
    if called is not None:
        return [called]
    while j >= first and steps < 6:
        if j in page.mention_in:
            start = page.first_token(page.mention_in[j].start)
            if any(bars(page, k) for k in _same_phrase(page, max(first, j - 3), j) if k not in page.mention_in) or start > first and page.keys[start - 1] in turns("place") and is_state(page, page.mention_in[j].actor):
                # `الوباء في اليمن الذي أودى`: a place is no antecedent.
                return []
            return conjuncts_back(page, j) if page.keys[relative] in turns("dual") else [_named_whole(page, j)]
        word = page.words[j]
        if names_attack(page, j):
            # `أدانت مصر الهجوم الذي`: the deed is meant, not who stands before it.
            return []
        if word is not None and (page.is_verb(j) or word.particle or word.stem in turns("group")) or word is None and page.tokens.forms[j] not in "،,#\"()-–—" and page.reading.kinds[j] != LATIN:
            return []
        if word is not None and word.definite and not word.conj and particle_at(page, relative) == "relative" and not is_adjective(word) and not is_title(word):
            # `وطلب ممثل الاتحاد زيارة المدرسة التي تمولها دول`: the noun with ال is meant.
            return []
        if word is not None and word.conj and word.definite:
            # `بين جنود القلعة والمتمردين المدعومين من تونس`: the joined noun is meant.
            return []
        j -= 1
        steps += 1
    return []


def _called_before(page, relative, first):
    """`كندا، الطرف الآخر في الحرب البرتغالية، | والتي تدعم الحزب`: return the mention before the comma of a noun phrase with ال that says what it is, from which a joined relative pronoun goes on, or None."""
    if particle_at(page, relative) != "relative" or not page.words[relative].conj:
        return None
    for k in range(relative - 2, max(first, relative - 10), -1):
        if page.is_verb(k) or particle_at(page, k) in ("complementizer", "relative", "subordinator"):
            return None
        if page.words[k] is None and page.tokens.forms[k] in "،,":
            word, known = page.words[k + 1], page.mention_in.get(k - 1)
            plain = word is not None and word.definite and not word.conj and not word.prep and word.particle is None and k + 1 not in page.mention_in
            return known if plain and known is not None and known.kind != "demonym" else None
    return None


def _named_whole(page, j):
    """`وحدات حماية الشعب الكردية السورية`, `قوات حفتر الليبية (…)`: return the mention that ends at token j; a demonym right behind a name is only its adjective."""
    last = page.mention_in[j]
    start = page.first_token(last.start)
    named = page.mention_in.get(start - 1) if last.kind == "demonym" and page.words[start] is not None and not page.words[start].conj and not page.words[start].prep else None
    return named if named is not None and is_group(page, named) and named.party not in ("civilians", "anonymous") else last


def _described_before(page, relative, first):
    """`الوحدات المدعومة من واشنطن | والتي تصنفها أنقرة إرهابية`: return the participle with ال, or the relative pronoun, that a joined relative pronoun goes on from, or None."""
    if particle_at(page, relative) != "relative" or not page.words[relative].conj:
        return None
    for k in range(relative - 1, max(first, relative - 9) - 1, -1):
        if particle_at(page, k) == "relative":
            return k
        trigger = TRIGGERS[page.keys[k]]
        if trigger is not None and k not in page.mention_in and page.words[k] is not None and page.words[k].definite and page.keys[k + 1] == "من" and any(form.pos == "passive participle" for form, _ in trigger.forms):
            return k
    return None


def _goes_further_back(page, relative):
    """`اتفاق بوساطة روما والأردن | والذي دعمته`: say whether a joined relative pronoun stands behind a joined name, so that it goes on from something before both."""
    near = page.mention_in.get(relative - 1)
    return particle_at(page, relative) == "relative" and page.words[relative].conj and near is not None and joins(page, page.first_token(near.start))


def _same_phrase(page, first, j):
    """Yield token j and those before it, down to `first`, as long as neither verb nor particle stands between."""
    while j >= first and (j in page.mention_in or page.words[j] is not None and not page.is_verb(j) and not page.words[j].particle):
        yield j
        j -= 1


def conjuncts_back(page, j):
    """Return the two mentions joined by و that end at token j (`روسيا والصين اللتين`)."""
    last = page.mention_in[j]
    while page.mention_in.get(j) is last:
        j -= 1
    other = page.mention_in.get(j)
    return [other, last] if other is not None and other is not last else [last]


def share_conduct(page, j):
    """`موقف كندا والنرويج | الداعم للبلاد`: say whether a noun of conduct stands before the two names joined by و that end at token j, so that what describes it is of both."""
    pair = conjuncts_back(page, j) if j in page.mention_in else ()
    if len(pair) < 2:
        return False
    head = page.first_token(pair[0].start) - 1
    return head >= page.sentence(j)[0] and page.words[head] is not None and page.words[head].stem in turns("conduct")


def held_under(page, j):
    """`إن العملية التي تجري برعاية كندا والنرويج | معطلة`: say whether the name that ends at token j is joined to one behind a noun with ب, so that what is said next is said of something before."""
    last = page.mention_in[j]
    start = page.first_token(last.start)
    other = page.mention_in.get(start - 1) if joins(page, start) else None
    before = page.words[page.first_token(other.start) - 1] if other is not None else None
    return before is not None and (before.prep == "ب" or before.stem == "بين") and page.first_token(other.start) - 1 not in page.mention_in


def copula(page, relative):
    """`الطرف الذي يعرقل المساعدات هو النظام`: the name after the pronoun is meant, where no other party stands before it."""
    for j in range(relative + 2, min(relative + 12, page.sentence(relative)[1] - 1)):
        if particle_at(page, j) == "pronoun":
            return [page.mention_at[j + 1][0]] if j + 1 in page.mention_at else []
        if page.words[j] is None and page.tokens.forms[j] in "،؛:.":
            return []
    return []


def after_bare_noun(page, i, before):
    """`قرار يدين النظام`, `عمليات تسببت بمقتل مدنيين`: say whether an indefinite noun before the verb is its subject, and no party.

    `before` is the last token before the verb that is no auxiliary.
    """
    first = page.sentence(i)[0]
    if before != i - 1 or page.words[i].conj:
        return False
    while before > first and (page.reading.kinds[before] == QUOTE or page.words[before] is not None and page.words[before].prep == "ب"):
        # `قرارا بالإجماع يدعم`: marks and an adverbial are passed over.
        before -= 1
    word = page.words[before] if before > first else None
    if word is None or word.particle or word.definite or page.is_verb(before) or is_possessive(word) and before not in page.mention_in:
        return False
    if before in page.mention_in:
        # `عقوبات أمريكية على قراصنة إيرانيين سرقوا`: people by their nationality.
        return page.mention_in[before].kind == "demonym" and before - 1 > first and page.mention_in.get(before - 1) is None and _indefinite(page, before - 1)
    return word.stem in turns("resolution") or before - 1 not in page.mention_in


def _indefinite(page, j):
    """Say whether token j is a noun without ال."""
    word = page.words[j]
    return word is not None and not word.particle and not word.definite and not page.is_verb(j)


def carried_subject(page, i, form):
    """`… وتدعم المعارضة`: a verb without a subject goes on with that of the verb before it in the same sentence and voice."""
    here, first = page.voices[i], max(page.sentence(i)[0], i - 34)
    told = page.keys[i - 1] in turns("what")
    for j in range(i - 1, first - 1, -1):
        if page.voices[j] is not here and not told:
            continue
        if page.voices[j] is here and page.cue_at.get(j) and page.is_verb(j):
            sources = list(dict.fromkeys(source_of(s) for s in page.cue_at[j]))
            several = form.number in ("p", "d") and len(sources) > 1
            return sources if several or all(_fits(page, s, form) for s in page.cue_at[j]) else None
        if page.is_verb(j) and VERBS[page.keys[j]] is not None:
            subjects = subjects_before(page, j, VERBS[page.keys[j]])
            if not subjects and VERBS[page.keys[j]].number != "p":
                # `يعرضون المنطقة للخطر ويقومون بزعزعتها`: behind a verb in the plural stands its object.
                slots = group_slots(pieces_after(page, j))
                subjects = slots[0] if slots else []
                if len(slots) > 1 and not slots[0]:
                    # `بأن يفتح الاجتماع الأبواب ويخفف التوتر`: the subject is no party.
                    return None
            if form.number == "p" and len(subjects) == 1 and is_state(page, subjects[0].actor):
                # `تحارب مصر متشددين، نفذوا هجمات`
                return None
            if subjects:
                # `تقصف روسيا المدينة، ما أدى إلى مقتل مدنيين`: ما takes up the whole clause.
                return whos(subjects) if told and form.gender == "m" and _attacks(page, j, i) or agrees(page, subjects[0], form, True) or len(subjects) > 1 else None
    return _past_content(page, i, form)


def _attacks(page, j, i):
    """Say whether the verb at token j, or a noun before token i, is one of attacking."""
    if any(particle_at(page, k) == "relative" for k in range(j, i)) or any(page.words[k] is not None and page.words[k].stem in turns("fighter") for k in range(i + 1, min(i + 9, page.sentence(i)[1]))):
        # `ما أسفر عن مقتل عشرة عناصر`
        return False
    return any((trigger := TRIGGERS[page.keys[k]]) is not None and page.words[k] is not None and k not in page.mention_in and any(p.cls in ("strike", "harm", "fight") and not p.needed for _, p in trigger.forms) for k in range(j, i))


def _past_content(page, i, form):
    """`دعت روسيا إلى الحوار وانتقدت إيران`: words that govern no clause end before a verb; its subject is their source. None elsewhere."""
    statement = page.voices[i]
    if statement is None or form.pos != "perfect" or not page.words[i].conj or not statement.content or not _fits(page, statement, form):
        return None
    first = page.first_token(statement.content[-1][0])
    opened = page.words[first]
    plain = opened is not None and not page.is_verb(first) and opened.particle in (None, "preposition") and first < i and particle_at(page, first + 1) != "complementizer"
    return page.tellers(i) if plain and not any(page.is_verb(j) or particle_at(page, j) in ("complementizer", "relative") for j in range(first, i)) else None


def speaks_as(page, i, form):
    """Say whether the source whose words hold token i agrees with a verb form."""
    return page.voices[i] is not None and _fits(page, page.voices[i], form)


def _fits(page, statement, form):
    """Say whether the source of a statement, where its clause names it, agrees with a verb that follows."""
    mention = page.mention_in.get(page.first_token(statement.source_start)) if statement.source_start is not None else None
    return mention is None or agrees(page, mention, form, False)


def pronoun_subject(page, j):
    """`أنه`, `إنها`, `إننا` before the verb: the speaker speaks of himself more often than not; so does `وأنه` that goes on from `أنه`."""
    return j >= 0 and (page.keys[j] in turns("self") or _goes_on_of_self(page, j))


def _goes_on_of_self(page, j):
    """`قال إنه يدعم النرويج، وإنه يعارض كندا`, `… فإنه يعارض كندا`: say whether a joined أن at token j has the pronoun of the أن that the source's words begin with, or goes on behind ف."""
    word, key = page.words[j], page.keys[j]
    if word is None or not word.conj or word.particle != "complementizer" or key[1:] not in turns("self"):
        return False
    if key[0] == "ف":
        return page.voices[j] is not None
    statement = page.voices[j]
    first = page.first_token(statement.content[0][0]) if statement is not None and statement.content else j
    return first < j and page.keys[first] in turns("self") and page.keys[first][2:] == key[3:]


def goes_on(page, i):
    """Say whether the verb at token i can go on with an earlier subject: after و, a mark, `ما`, `بينما`, or at the sentence's start."""
    before = page.words[i - 1] if i > page.sentence(i)[0] else None
    return page.words[i].conj or before is None or page.keys[i - 1] in turns("what") or page.keys[i - 1] in turns("also") or before.particle == "subordinator" or before.conj and before.particle == "adverb"


def _of_noun(page, piece):
    """`فصل العائلات بعد انتقادات من الديمقراطيين`, `هجوما على الوحدات المدعومة من واشنطن`: say whether a phrase is a noun of doing, whose doer من names, or ends with a passive participle."""
    trigger, last = TRIGGERS[page.keys[piece.first]], TRIGGERS[page.keys[piece.end - 1]]
    if last is not None and any(form.pos == "passive participle" for form, _ in last.forms):
        return True
    return bool(piece.marker) and trigger is not None and any(form.pos == "noun" for form, _ in trigger.forms)


def _starting_point(page, pieces, n):
    """`انطلاقا من كندا`, `من كندا إلى البرتغال`, `نحو مليون من الروهينغا`: say whether من at the phrase only tells where something starts, or of whom a number is."""
    before = pieces[n].first - 2
    if before >= 0 and (page.keys[before] in turns("starting") or page.words[before] is not None and page.words[before].stem in quantities() | turns("number")):
        return True
    return n + 1 < len(pieces) and pieces[n + 1].marker == "إلى" and not pieces[n + 1].joined and bool(pieces[n + 1].mentions)


def by_phrase(page, pieces, strict=False):
    """Return the Whos in `من قبل X وY`, `من جانب X`, `على يد X`, unless `strict` also `من X`; None where there is none."""
    for n, piece in enumerate(pieces[:5 if strict else 3]):
        if not piece.mentions:
            continue
        lead = leads(page, piece)
        if (lead in turns("by") or lead == "من" and not strict and not (n and _of_noun(page, pieces[n - 1])) and not _starting_point(page, pieces, n)):
            found = list(piece.mentions[:1])
            for other in pieces[n + 1:]:
                if not other.joined:
                    break
                found += other.mentions[:1]
            return whos(found)
    return None
