"""Who a source is: noun phrases become actors, and sentences fill the memory from which dropped subjects are taken."""

from analysis.attribution.adverbials import skip_adverbial
from analysis.attribution.dropped import implicit_source
from analysis.attribution.dropped_inner import first_person
from analysis.attribution.memory import PASSED_ON, Memory, agree, as_its_phrase, as_its_verb, by_cue, outer, verb_by_place
from analysis.attribution.features import actor_like, bare_noun, is_document, speaking_nouns
from analysis.attribution.objects import subject_end
from analysis.attribution.pairs import both
from analysis.cues import FINITE_CUES
from analysis.inflection import without_pronoun
from analysis.wordlists import common_nouns, documents, given_names, human_titles, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, PUNCT, WORD


def resolve(reading, drafts, identify):
    """Give every draft its resolved sources. Drafts must be in text order and have their contents and parents.

    `identify(first, last)` returns the Source of a noun phrase.
    """
    memory, sentence, here = Memory(), -1, []
    for draft in drafts:
        if draft.sentence != sentence:
            if here and not _is_link(reading, here):
                memory.spoken_in = sentence, len(memory.entries)
                _remember(memory, here)
            for between in range(sentence + 1, draft.sentence):
                told, behind = _told_of(reading, between, identify)
                memory.add(told)
                memory.behind += behind
            sentence, here = draft.sentence, []
        if draft.sources:
            draft.sources = [_as_draft(reading, phrase) for phrase in draft.sources]
            draft.resolved = both(reading, draft.sources[0], identify) if len(draft.sources) == 1 and (draft.gender, draft.number) != ("f", "s") else []
            draft.resolved = draft.resolved or [_named(reading, identify, memory, s, draft.sure) for s in draft.sources]
            if draft.gender == "f" and len(draft.resolved) == 1 and draft.resolved[0].type == "person":
                # `قالت عضو المجلس`: her verb tells.
                draft.resolved = [_her(reading, draft.resolved[0], identify)._replace(gender="f")]
            elif draft.sure and draft.gender == "m" and draft.rule == "verb_subject" and len(draft.resolved) == 1 and draft.resolved[0].type == "person" and draft.resolved[0].gender is None:
                draft.resolved = [draft.resolved[0]._replace(gender="m")]
        else:
            found = implicit_source(reading, draft, here, memory, identify)
            draft.resolved = [s._replace(span=None, only_told=False, beside=()) for s in (found, *found.beside)] if found else []
        here.append(draft)
    for draft in drafts:
        if not draft.resolved and draft.person == 1:
            # `"نطالب كندا بالاعتذار"، قال الوزير`: who says we is named behind his words.
            found = first_person(draft)
            draft.resolved = [found._replace(span=None, only_told=False, beside=())] if found else []
        elif not draft.resolved and draft.rule == "verb_alone" and not reading.sentences[draft.sentence].paragraph and draft.parent is None:
            draft.resolved = _named_in_next_half(reading, draft, drafts)


def _named_in_next_half(reading, draft, drafts):
    """`| أقر بخسائر.. الجيش: تصدينا للهجوم`: return the one who speaks in the next half of the headline, if he agrees, as a list."""
    said = next((d for d in drafts if d.kind == "headline" and d.anchor > draft.anchor and not reading.sentences[d.sentence].paragraph), None)
    return [s._replace(span=None, only_told=False, beside=()) for s in said.resolved[:1] if agree(draft.gender, draft.number, s)] if said is not None else []


def _as_draft(reading, phrase):
    """`مشروع | قرار يلقي باللوم على كندا`: return a document's phrase with the word that makes it a draft."""
    first = phrase[0]
    drafted = first > reading.sentence_start(first) and reading.words[first - 1] is not None and reading.words[first - 1].stem in rule_words("drafts") and first not in reading.mention_in and is_document(reading, phrase)
    return (first - 1, phrase[1]) if drafted else phrase


def _her(reading, source, identify):
    """`قالت حداد`, where the text names a man and a woman of that name: the woman; else the source as it is."""
    if source.gender != "m" or source.span is None or source.span[1] - source.span[0] > 1:
        return source
    surname = reading.keys[source.span[0]]
    for k, (mention, end) in reading.mention_at.items():
        if end - k > 1 and reading.keys[end - 1] == surname and mention.actor != source.actor and reading.is_person(mention) and reading.features(mention)[0] == "f":
            return identify(k, end)._replace(name=source.name, span=source.span, head=source.head)
    return source


def _named(reading, identify, memory, phrase, sure):
    source, known = identify(*phrase), sure or actor_like(reading, phrase)
    source = as_its_phrase(reading, phrase, source if source.known == known else source._replace(known=known))
    word = reading.words[phrase[0]]
    if word is not None and word.stem in rule_words("his_honour"):
        # `وأعرب سموه عن …`: whom the text gave that honour, else he who spoke or was told of before.
        honoured = _honoured(reading, phrase[0], memory, identify)
        if honoured is not None:
            return honoured._replace(span=phrase)
        earlier = next((e for e in reversed(memory.entries) if e.type == "person" and not e.beside), None)
        return earlier._replace(span=phrase) if earlier is not None else source
    bearer = _bearer(reading, phrase)
    if bearer is not None:
        return identify(*bearer)._replace(span=phrase)
    again = _selfsame(reading, phrase, memory, source) or _issuer(reading, phrase, memory, source)
    if again is not None:
        return again
    if word is not None and word.stem in rule_words("latter") and phrase[1] - phrase[0] == 1:
        latter = next((found for k in range(phrase[0] - 1, max(phrase[0] - 40, -1), -1) if (found := _latter(reading, k, word, identify)) is not None), None)
        return latter._replace(span=phrase) if latter is not None else source
    if word is not None and word.definite and phrase[1] == phrase[0] + 1 and word.stem[2:] in rule_words("source_noun") and source.party == "anonymous" and source.gender == "m" and memory.same_head(word.stem[2:]) is None and not _any_source(reading, phrase[0]):
        # `قال المرصد إن …. ووفقا | للمصدر`: with no source called so, who spoke last and is not told of here.
        last = reading.sentence_end(phrase[0])
        earlier = next((e for e in reversed(memory.entries) if not e.only_told and not e.beside and e.type != "state" and all(reading.mention_at[k][0].actor != e.actor for k in range(phrase[1], last) if k in reading.mention_at)), None)
        return earlier._replace(span=phrase) if earlier is not None else source
    if word is not None and word.definite and phrase[1] - phrase[0] <= 2 and phrase[0] not in reading.mention_at:
        earlier = memory.same_head(word.stem[2:])
        if earlier is not None:
            return earlier._replace(span=phrase, gender=source.gender or earlier.gender, number=source.number or earlier.number)
    return source


def _any_source(reading, i):
    """Say whether somebody is called a source before token i: `مصدر أمني`."""
    return any(word is not None and word.stem in rule_words("source_noun") for word in reading.words[max(i - _HONOURED, 0):i])


def _honoured(reading, i, memory, identify):
    """`استقبل سمو الأمير معالي وزير النقل. وأعرب | معاليه عن …`: the one last called by the honorific at token i, of those who spoke, else of those who are named before it; else None."""
    honours = {honour for base, _ in without_pronoun(reading.words[i].stem) for honour in (base, "ال" + base)}
    first = max(i - _HONOURED, 0)
    for earlier in reversed(memory.entries):
        if earlier.type == "person" and not earlier.beside and earlier.span is not None and (reading.keys[earlier.span[0]] == reading.keys[i] or not honours.isdisjoint(reading.keys[max(earlier.span[0] - 1, 0):earlier.span[1]])):
            return earlier
    for k in range(i - 2, first - 1, -1):
        word = reading.words[k]
        if word is not None and word.stem in honours and not word.conj:
            found = next(((n, reading.mention_at[n][1]) for n in (k - 1, k, k + 1) if n >= 0 and n in reading.mention_at and reading.mention_at[n][1] > k and reading.is_person(reading.mention_at[n][0])), None)
            return identify(*found) if found is not None else None
    return None


_HONOURED = 250
"""How many tokens before `معاليه` he who is called معالي is looked for, and before `البيان` who issued it."""


def _bearer(reading, phrase):
    """`السوداني: لن نتراجع` above `محمد السوداني`: return the token range that names in full the person whose surname is a nationality, or None."""
    alone = reading.mention_at.get(phrase[0])
    if phrase[1] - phrase[0] != 1 or alone is None or alone[0].kind != "demonym" or not reading.words[phrase[0]].definite:
        return None
    surname = reading.words[phrase[0]].stem
    return next(((k, end) for k, (mention, end) in reading.mention_at.items() if end - k > 1 and reading.keys[end - 1] == surname and mention.kind in ("name", "new") and reading.is_person(mention)), None)


def _selfsame(reading, phrase, memory, source):
    """`وأضاف المتحدث ذاته`, `المسؤول نفسه`, `ذات المصدر`: return who spoke last and agrees, where nobody was called by this noun before; else None."""
    head, last = reading.words[phrase[0]], reading.words[phrase[1] - 1]
    if head is not None and head.stem in rule_words("same_before"):
        head, last = last, head
    if phrase[1] - phrase[0] != 2 or head is None or last is None or not head.definite or last.stem not in rule_words("selfsame") and last.stem not in rule_words("same_before") or source.party not in (None, "unaffiliated", "anonymous"):
        return None
    if memory.same_head(head.stem[2:]) is not None or head.stem[2:] in documents():
        return None
    anyone = head.stem[2:] in rule_words("source_noun")
    earlier = next((e for e in reversed(memory.entries) if not e.only_told and not e.beside and (anyone or e.type in ("person", "anonymous") and agree(source.gender, "s", e))), None)
    return earlier._replace(span=phrase, gender=source.gender or earlier.gender) if earlier is not None else None


def _issuer(reading, phrase, memory, source):
    """`أكدت النقابة في بيان أن …. ونددت بالقرار، بحسب | نص البيان`: return who spoke in the sentence in which a communiqué without ال was named before; else None."""
    word = reading.words[phrase[1] - 1] if phrase[1] - phrase[0] <= 2 else None
    if word is None or not word.definite or word.stem[2:] not in rule_words("communique") or source.party not in (None, "unaffiliated") or phrase[1] - phrase[0] == 2 and (reading.words[phrase[0]] is None or reading.words[phrase[0]].stem not in rule_words("text_of")):
        return None
    for k in range(phrase[0] - 1, max(phrase[0] - _HONOURED, -1), -1):
        named = reading.words[k]
        if named is not None and not named.definite and named.stem == word.stem[2:]:
            first, last = reading.tokens.bounds[reading.tokens.sentence_of[k]]
            said = next((e for e in reversed(memory.entries) if e.span is not None and first <= e.span[0] < last and e.type != "medium" and not e.beside), None)
            return said._replace(span=phrase) if said is not None else None
    return None


def _latter(reading, k, word, identify):
    """`بين تونس والجزائر، لأن الأخيرة قالت إن …`: the party named at token k, if الأخير or الأخيرة agrees with it; else None."""
    found = reading.mention_at.get(k)
    if found is None or found[0].kind == "demonym" or reading.keys[k] == word.stem:
        return None
    source = identify(k, found[1])
    return source if source.gender == ("f" if word.stem.endswith("ة") else "m") and source.number != "p" else None


def _told_of(reading, sentence, identify):
    """Whom a sentence without statements is about: the person behind its first verb, and others named behind it (`أفرجت السلطات عن | سامي حداد`), as two lists."""
    first, last = reading.tokens.bounds[sentence]
    topic = _topic(reading, first, last, identify)
    if topic is not None:
        return [topic], [identify(j, found[1]) for j, found in _people_behind(reading, topic.span[1], last)]
    for k in range(first, min(last - 1, first + 6)):
        if reading.kinds[k] == WORD and k not in reading.mention_in and (reading.words[k].verb or (k == first or k == first + 1 and reading.words[first] is not None and reading.words[first].particle == "auxiliary" and reading.words[k].particle is None) and verb_by_place(reading, k) and (reading.words[k].stem not in verbal_nouns() or reading.words[k].stem in publishing_verbs() and _person_end(reading, k + 1, last) > k + 1)):
            end = _person_end(reading, k + 1, last)
            subject = [as_its_verb(reading, k, as_its_phrase(reading, (k + 1, end), identify(k + 1, end)))._replace(only_told=True)] if end > k + 1 else []
            return subject, [identify(j, found[1]) for j, found in _people_behind(reading, max(k + 1, end), last)]
    return [], []


def _topic(reading, first, last, identify):
    """`أم سالم فقدت بيتها`, `في آخر الشارع يجلس عادل حمدان`: the person with whom a sentence begins, or behind its opening adverbial and the word that is its verb by its place, as one only told of; else None."""
    start = first + (reading.keys[first] in rule_words("as_for") or reading.keys[first] in rule_words("but"))
    for _ in range(3):
        end = _person_end(reading, start, last) if start < last else start
        if end > start and end < last - 1 and reading.kinds[last - 1] == PUNCT and (reading.words[start] is None or not reading.words[start].prep):
            verb = next((k for k in range(end, min(end + 8, last)) if reading.words[k] is not None and (reading.words[k].verb or reading.words[k].particle == "pronoun")), None)
            source = as_its_phrase(reading, (start, end), identify(start, end))._replace(only_told=True)
            if source.party not in (None, "unaffiliated", "civilians", "anonymous"):
                # Whom the news is about anyway is not brought in by a sentence of its own.
                return None
            if verb is None or reading.words[verb].particle is None:
                return source if verb is None else as_its_verb(reading, verb, source)
            return source._replace(gender="f") if reading.words[verb].stem.endswith("ي") else source
        after = skip_adverbial(reading, start, last) if start < last and reading.kinds[start] == WORD else start
        if after == start:
            break
        start = after + (after < last and reading.tokens.forms[after] in COMMAS)
    while start < last - 1 and reading.words[start] is not None and reading.words[start].particle in ("auxiliary", "negation"):
        start += 1
    if start >= last - 1 or reading.kinds[start] != WORD or start in reading.mention_in or not verb_by_place(reading, start) or reading.words[start].stem in verbal_nouns() or reading.words[start].particle:
        return None
    end = _person_end(reading, start + 1, last)
    if end == start + 1 or reading.words[start + 1] is not None and reading.words[start + 1].prep:
        return None
    return as_its_verb(reading, start, as_its_phrase(reading, (start + 1, end), identify(start + 1, end)))._replace(only_told=True)


def _person_end(reading, i, limit):
    """Return the token after the name or title of a person that begins at i, or i."""
    found = reading.mention_at.get(i)
    if found is not None and found[0].kind == "demonym" and found[1] < limit and reading.words[i] is not None and reading.words[i].definite and found[1] in reading.mention_at and reading.mention_at[found[1]][0].kind in ("name", "new") and reading.is_person(reading.mention_at[found[1]][0]):
        # `نشر | الأسترالي سامي حداد صورة`
        return reading.mention_at[found[1]][1]
    if found is not None:
        return found[1] if found[0].kind in ("name", "title", "new") and reading.is_person(found[0]) else i
    word = reading.words[i]
    if word is None:
        return i
    if (reading.keys[i] in given_names() or reading.keys[i] in reading.registry.given or reading.keys[i] in rule_words("kunya")) and not (word.particle and reading.keys[i] not in rule_words("kunya") or word.verb or FINITE_CUES[reading.keys[i]] or word.stem in rule_words("elative")):
        return _unlisted_name_end(reading, i, limit)
    if not reading.starts_noun_phrase(i) or bare_noun(word) not in human_titles():
        return i
    return subject_end(reading, i, limit, True)


def _unlisted_name_end(reading, i, limit):
    """`هدى | فقدت`, `عادل حمدان | (45 عاما)`, `أم سالم | تروي`: the token after the name that no list knows and that begins with a first name or kunya at i; i where none ends there."""
    end, kunya = i + 1, reading.keys[i] in rule_words("kunya")
    while end < min(i + (2 if kunya else 3), limit) and _may_be_surname(reading, end):
        end += 1
    if end > i + 1:
        return end
    after = reading.words[end] if end < limit else None
    # `غيرت وجهه`, `أكبر وفد`: what is a name for foreigners only, and a word that takes a noun, are none by themselves.
    return i if kunya or reading.keys[i] not in given_names() or reading.keys[i] not in reading.registry.given or after is not None and not (after.definite or after.particle or after.prep or after.conj or after.verb or FINITE_CUES[reading.keys[end]] or any(without_pronoun(after.stem))) else end


def _may_be_surname(reading, k):
    """Say whether the word at k can go on a name that no list knows: it is no known noun, verb or particle and has no pronoun."""
    word = reading.words[k]
    if word is None or word.particle or word.prep or word.conj or word.verb or k in reading.mention_in or FINITE_CUES[reading.keys[k]]:
        return False
    bare = bare_noun(word)
    return not (bare in verbal_nouns() or bare in common_nouns() or bare in speaking_nouns() or bare.endswith("ة") or any(without_pronoun(word.stem)))


def _people_behind(reading, first, last):
    """The mentions of named people among the tokens first … last - 1, in order."""
    return [(j, found) for j in range(first, last) if (found := reading.mention_at.get(j)) is not None and found[0].kind in ("name", "new") and reading.is_person(found[0])]


def _told_by_medium(draft):
    """`أفادت الوكالة أن الوزير قال "…". وأضاف …`: the minister goes on."""
    holder = outer(draft)
    return holder is not None and bool(holder.resolved) and holder.resolved[0].type == "medium" and draft.rule in ("verb_subject", "subject_verb") and bool(draft.resolved) and draft.resolved[0].type == "person"


_LINK = 24
"""Tokens at most of a line that is a link to another article."""


def _is_link(reading, drafts):
    """`مواضيع ذات صلة` ⏎ `وزير النقل يعلن فتح الطريق` ⏎ `وأضاف …`: say whether a line is the headline of another article: in the present tense, and below another line without a mark at its end."""
    sentence = drafts[0].sentence
    if drafts[0].rule != "subject_verb" or drafts[0].reading.form.pos != "imperfect" or drafts[0].sources[0][0] != reading.tokens.bounds[sentence][0]:
        return False
    return _is_line(reading, sentence) and _is_line(reading, sentence - 1)


def _is_line(reading, sentence):
    """Say whether a sentence in the middle of an article is a short paragraph that ends without a mark."""
    if not 0 < sentence < len(reading.sentences) - 1:
        return False
    above, paragraph, below = (reading.sentences[k].paragraph for k in (sentence - 1, sentence, sentence + 1))
    first, last = reading.tokens.bounds[sentence]
    return above < paragraph < below and 0 < last - first <= _LINK and reading.kinds[last - 1] == WORD


def _remember(memory, drafts):
    """Enter the sources of a sentence: of its main statements, else of according-to phrases; those passed on last."""
    top = [d for d in drafts if outer(d) is None]
    main = [d for d in top if d.kind == "finite"] or [d for d in top if d.kind in ("according", "participle")] or [d for d in top if d.rule.startswith("relative") or d.rule == "document_holds"]
    last = max([d.anchor for d in main]) if main else -1
    # `قال الوزير إن …، كما يقول الخبير سامي حداد. وأضاف …`: he who is named last.
    main = main + [d for d in top if d.rule == "as_said" and d.kind == "according" and d.anchor > last >= 0 and d.resolved and d.resolved[0].type == "person"]
    said, passed_on = by_cue(main), by_cue(d for d in drafts if d.rule in PASSED_ON or _told_by_medium(d))
    if said:
        memory.behind += [d.resolved[0] for d in top if d.kind == "according" and d.resolved]
    by_person = said and said[-1][-1].type == "person"
    for sources in passed_on + said if by_person else said + passed_on:
        # `نقلت الوكالة عن الوزير قوله …. وأضاف`: he; `نقل الوزير عن شاهد قوله …. وأضاف`: the minister.
        memory.add(sources)
