"""`X: …` in headlines and in links to other articles."""

from analysis.actors.mentions import HEAD
from analysis.attribution.drafts import Draft
from analysis.actors.terms import portfolios
from analysis.attribution.objects import is_title, opens_name
from analysis.attribution.features import actor_like, speaking_nouns
from analysis.attribution.verbs import of_no_list
from analysis.cues import CUE_READINGS, FINITE_CUES
from analysis.datelines import by_line_end, credit_start, dateline_end
from analysis.inflection import without_pronoun
from analysis.wordlists import common_nouns, human_titles, known_nouns, name_links, rule_words, verbal_nouns
from analysis.words import COMMAS, NUMBER, PUNCT, QUOTE, WORD


def headline_colons(reading, skip):
    """Yield a Draft for `X: …` in the headline, in a headline of two halves (`X: … وY: …`) for each, and in links to other articles; a participle before the colon is added to `skip`, and so are by-lines."""
    short = reading.sentences and (reading.article.title is not None or reading.sentences[0].end - reading.sentences[0].start <= 160)
    for index, sentence in enumerate(reading.sentences):
        first, last = reading.tokens.bounds[index]
        end = dateline_end(reading.tokens, first, last) if index < HEAD else by_line_end(reading.tokens, first, last)
        signed = [k for k in range(first, end) if reading.keys[k] in rule_words("by_line")]
        skip.update(signed)
        if first in signed:
            continue
        if sentence.paragraph == 0:
            if short:
                yield from _colons(reading, index, _behind_flag(reading, end, last), last, skip)
        elif _is_link(reading, index, first, last):
            yield from _colons(reading, index, _behind_lead(reading, first, last), last, skip)


_LINK = 24
"""A paragraph of at most so many tokens without a closing mark is the headline of another article or a heading."""


def _is_link(reading, index, first, last):
    if last - first > _LINK or reading.kinds[last - 1] not in (WORD, QUOTE):
        return False
    above = index - 1 - _is_lead(reading, index - 1)
    around = [reading.sentences[k].paragraph for k in (above, index + 1) if 0 <= k < len(reading.sentences)]
    return reading.sentences[index].paragraph not in around


def _is_lead(reading, index):
    """Say whether a sentence is only the lead of a link: `شاهد..`, `اقرأ أيضا..`."""
    first, last = reading.tokens.bounds[index]
    return last - first <= 3 and reading.tokens.forms[last - 1] in ("..", "…", ".") and reading.kinds[first] == WORD


def _behind_flag(reading, first, last):
    """Return the token behind `عاجل |`, `بالفيديو..` at the head of a headline, or `first`."""
    if first + 2 < last and reading.tokens.forms[first] in ("•", "-", "–", "*", "●", "■"):
        # `• المدير: السوق مغلق`
        return first + 1
    if first + 2 < last and reading.keys[first] in rule_words("flag") and reading.tokens.forms[first + 1] in ("|", ":", "..", "…", "-", "–", "/"):
        return first + 2
    return first


def _behind_lead(reading, first, last):
    """Return the token behind the lead of a link: `للمزيد: …`, `اقرأ أيضا: …`."""
    colon = next((k for k in range(first, min(first + 4, last)) if reading.tokens.forms[k] in (":", "-")), None)
    named = colon is not None and any(k in reading.mention_in for k in range(first, colon))
    return first if colon is None or named else colon + 1


def _colons(reading, index, first, last, skip):
    colons = [k for k in range(first + 1, last - 1) if reading.tokens.forms[k] == ":"]
    for n, colon in enumerate(colons):
        start = first if n == 0 else _half(reading, colons[n - 1] + 1, colon)
        if start is None:
            continue
        source = _who_acts(reading, start, colon) or _headline_source(reading, start, colon)
        said = _saying(reading, source, colon) if source else None
        if said is not None:
            source = source[0], said[0]
        sources = _headline_conjuncts(reading, source) if source else []
        if source is None or colon + 1 >= last or said is None and reading.tokens.forms[last - 1] == "." and reading.is_place(colon - 1) and any(r.form.pos == "perfect" and r.form.person == 3 and r.cue.act in ("say", "declare") and not r.form.pronoun for r in CUE_READINGS[reading.keys[colon + 1]]):
            # `أسامة مهدي من لندن: | أكد الرئيس أن …`: who sends the report.
            continue
        stop = _half(reading, colon + 1, colons[n + 1]) if n + 1 < len(colons) else last
        stop = credit_start(reading.tokens, colon, last) if stop is None or stop == last else stop
        while stop > colon + 1 and reading.kinds[stop - 1] == PUNCT and reading.tokens.forms[stop - 1] not in (")", "]"):
            stop -= 1
        if stop > colon + 1:
            stop = _further_halves(reading, index, stop) if n + 1 == len(colons) else stop
            k, begin = said or (None, colon + 1)
            skip.update(() if k is None else (k,))
            yield Draft("headline_colon", index, None if k is None else (k, k + 1), None, sources, begin=begin, content=[(begin, stop)], kind="headline", confidence=0.85)


def _further_halves(reading, index, stop):
    """`حداد: السوق فارغ.. | والناس غاضبون.. ولا حل قريب`: return where the words end that a headline goes on with behind two points, or `stop`; from a speaker or a doer of its own on (`.. والنقابة ترد`) it is another's."""
    while (index := index + 1) < len(reading.sentences) and not reading.sentences[index].paragraph:
        first, last = reading.tokens.bounds[index]
        points = "".join(reading.tokens.forms[stop:first])
        if points.strip(".…") or len(points) < 2 and points != "…" or last == first + 1 and reading.keys[first] in rule_words("credit"):
            break
        behind = reading.mention_at[first][1] if first in reading.mention_at else first + 1
        if any(reading.tokens.forms[k] == ":" for k in range(first, last)) or behind < last and reading.words[first] is not None and reading.words[first].conj and reading.words[behind] is not None and reading.words[behind].verb == "imperfect" and not reading.keys[behind].startswith("س"):
            break
        stop = last
        while stop > first and reading.kinds[stop - 1] == PUNCT and reading.tokens.forms[stop - 1] not in (")", "]"):
            stop -= 1
    return stop


def _saying(reading, source, colon):
    """`حداد مخاطبا النقابة: …`, `حداد متهما | النقابة: …`: return (token of the participle behind a name, first token of its content), or None; whom somebody accuses or warns is in the content."""
    k = reading.mention_at[source[0]][1] if source[0] in reading.mention_at else colon
    if source[1] != colon or k >= colon or not reading.keys[k].endswith(("ا", "ة", "ين")):
        return None
    r = next((r for r in CUE_READINGS[reading.keys[k]] if r.form.pos == "participle" and not r.form.definite and not r.form.prefix), None)
    return None if r is None else (k, k + 1 if r.cue.act == "accuse" and k + 1 < colon else colon + 1)


def _headline_conjuncts(reading, source):
    """`باريس وواشنطن: …` has two sources."""
    first, last = source
    split = next((k for k in range(first + 1, last) if k in reading.mention_at and reading.words[k] is not None and reading.words[k].conj), None)
    return [source] if split is None or first not in reading.mention_at else [(first, split), (split, last)]


def _half(reading, first, colon):
    """Return where the second half of a headline begins: after the last .. or ; before its colon."""
    for k in range(colon - 1, first - 1, -1):
        if reading.kinds[k] == PUNCT and reading.tokens.forms[k] in (".", "..", "…", "؛", "-", "|", "،"):
            return k + 1
    return None


def _headline_source(reading, start, colon):
    """The source before a headline's colon: a noun phrase of at most seven words that can speak."""
    if opens_name(reading, start) and reading.opens[start].last + 1 == colon:
        return start, colon
    opens = reading.words[start]
    if opens is not None and start not in reading.mention_in and (opens.stem in rule_words("issued") or opens.stem in rule_words("summit") or reading.keys[colon - 1] in rule_words("desk")) or reading.keys[min(colon + 2, len(reading.keys) - 1)] in rule_words("desk") and colon + 3 == reading.sentence_end(start):
        # `صدر عن النقابة: …`; `قمة هلسنكي: …`, which tells where; `بيروت: الضحى نيوز`, which only tells who sends it
        return None
    if _sent_from(reading, start, colon):
        return None
    about = next((k for k in range(start + 1, min(start + 6, colon)) if reading.keys[k] in rule_words("about")), None)
    words = sum(reading.kinds[k] == WORD for k in range(start, colon))
    if words > (7 if about is None else 12) or any(FINITE_CUES[reading.keys[k]] and reading.keys[k] not in rule_words("afterwards") for k in range(start, colon) if reading.kinds[k] == WORD and k not in reading.mention_in):
        return None
    if (end := reading.mention_at[start][1] if start in reading.mention_at else reading.noun_phrase(start, colon)) < colon - 1 and _acts(reading, end):
        # `الجيش يتقدم في الجنوب: السيطرة على قريتين`
        return None
    addressed = next((k for k in range(start + 1, colon) if _leaves_speaker(reading, start, k)), None)
    if addressed is not None:
        # `فلان لـCNN:` can only be somebody who speaks.
        return start, addressed
    named = start
    while named + 2 < colon and len(reading.keys[named]) == 1 and reading.tokens.forms[named + 1] in (".", "/"):
        # `د. سامي حداد: …`
        named += 2
    if not (actor_like(reading, (named, colon)) or colon == start + 1 and (_named_later(reading, start) or _is_ministry(reading.words[start]) or _quoted_name(reading, start))) or _is_topic(reading, start, colon):
        return None
    return start, colon


def _sent_from(reading, start, colon):
    """`الخرطوم: الراكوبة`, `كسلا: سامي حداد`: say whether a place alone stands before the colon and nothing but a name behind it: who sends the report."""
    last = reading.sentence_end(start)
    town = start + 1 == colon and (reading.is_place(start) or start in reading.mention_at and reading.mention_at[start][0].kind == "metonym")
    return town and last - colon <= 4 and all(reading.words[k] is not None and not (reading.words[k].verb or reading.words[k].particle or reading.words[k].prep or reading.words[k].stem.removeprefix("ال") in known_nouns()) for k in range(colon + 1, last))


def _quoted_name(reading, start):
    """`سولزبرغر: "لن نغلق السوق"`: say whether a word that no list knows stands before the colon of what is surely said."""
    return start == reading.sentence_start(start) and not CUE_READINGS[reading.keys[start]] and of_no_list(reading, start) and start + 2 in reading.opens and not reading.is_name(reading.opens[start + 2])


def _who_acts(reading, start, colon):
    """`النقابة تدين القرار: لن نقبله`, `المدير يتفقد السوق: العمل مستمر`: who does or says something before the colon speaks behind it; None where nobody who can speak opens the headline, or the colon belongs to his verb."""
    found, marked = reading.mention_at.get(start), opens_name(reading, start)
    end = found[1] if found is not None else reading.opens[start].last + 1 if marked else reading.noun_phrase(start, colon)
    if end == start or end + 1 >= colon or reading.kinds[colon + 1:colon + 2] == [NUMBER] or found is not None and found[0].kind == "demonym" or any(reading.tokens.forms[k] in COMMAS or reading.kinds[k] == QUOTE for k in range(end if marked else start, colon)):
        return None
    if found is None and not (marked and _is_ministry(reading.words[start + 1])) and (reading.words[start] is None or not actor_like(reading, (start, end))):
        return None
    if FINITE_CUES[reading.keys[end]]:
        r = next((r for r in CUE_READINGS[reading.keys[end]] if r.form.pos == "imperfect" and not r.form.pronoun), None)
        # `النقابة تحذر التجار: السوق يغلق غدا`: what he warns of is the verb's own content.
        addresses = r is not None and bool(r.cue.objects) and r.cue.act in ("warn", "accuse", "threaten")
        more = any(FINITE_CUES[reading.keys[k]] and reading.words[k] is not None and reading.words[k].conj for k in range(end + 1, colon))
        return (start, end) if r is not None and r.cue.takes_object and not r.form.prefix and not addresses and not more else None
    person = reading.is_person(found[0]) if found is not None else not marked and is_title(reading.words[start])
    return (start, end) if _acts(reading, end) and (person or _of_himself(reading.words[_behind_negation(reading, colon + 1)])) else None


def _behind_negation(reading, k):
    """Return the token of the first word from k on that is no negation: `لا "| نخضع"`."""
    last = reading.sentence_end(k) - 1
    while k < last and (reading.kinds[k] == QUOTE or reading.words[k] is not None and reading.words[k].particle == "negation"):
        k += 1
    return k


def _leaves_speaker(reading, start, k):
    """Say whether the speaker's name ends before token k: `فلان | لـCNN: …`, `ماكرون | لأبطال العالم: …`, `ماكين | عن الأزمة: …`, `حداد | ردا على النقابة: …`."""
    key, word, named = reading.keys[k], reading.words[k], reading.mention_at.get(start)
    if k == start + 1 and key == "عن" and reading.keys[start] in rule_words("member"):
        # `نائب عن كتلة الوفاق: …`: for whom he sits.
        return False
    if key in ("ل", "لـ"):
        return True
    if key in rule_words("about") or key in rule_words("in_answer") and reading.keys[k + 1] == "علي":
        return actor_like(reading, (start, k))
    if word is not None and word.prep == "ل" and not word.definite and word.stem in human_titles() and (k == start + 1 and _named_later(reading, start) or reading.keys[start] in reading.registry.first_names and k == start + 2 or named is not None and named[1] == k and reading.is_person(named[0])):
        # `حداد | لرئيس الحكومة: …`
        return True
    if word is not None and word.prep == "ل" and any(base in rule_words("counterpart") for base, _ in without_pronoun(word.stem)):
        # `وزير الخارجية | لنظيره القبرصي: …`
        return True
    if word is not None and word.prep == "ل" and word.definite and reading.tokens.forms[k + 1] == ":" and word.stem[2:] in speaking_nouns():
        # `الخوالدة | للحكومة: …`, `سامي حداد | للحكومة: …`, not `الهيئة العامة للتجار: …`
        return k == start + 1 and (actor_like(reading, (start, k)) or _named_later(reading, start)) or k == start + 2 and reading.keys[start] in reading.registry.first_names
    if _tells_when(reading, start, k) or word is not None and word.prep == "ل" and k + 1 in reading.opens and reading.words[start] is not None and reading.words[start].definite:
        # `الوزير | لبرنامج «الصباح»: …`
        return True
    return word is not None and word.prep == "ل" and (k in reading.mention_at or named is not None and named[0].kind == "name" and named[1] == k)


def _tells_when(reading, start, k):
    """`حداد | بعد اللقاء: …`, `الوزير | أمام البرلمان: …`, `الوزير | في حوار مع الضحى: …`, `حداد | من بيروت: …`: say whether the preposition at token k, behind one who can speak, tells when, where or on what occasion he does."""
    key, found = reading.keys[k], reading.mention_at.get(start)
    occasion = key in rule_words("afterwards") | rule_words("said_in_time") | rule_words("context")
    if not occasion and key not in ("في", "من") or found is not None and reading.is_state(found[0]):
        return False
    if k != (found[1] if found is not None else reading.noun_phrase(start, k)) or not (actor_like(reading, (start, k)) or _named_later(reading, start)):
        return False
    if occasion:
        return True
    person, noun = reading.is_person(found[0]) if found is not None else is_title(reading.words[start]), reading.words[k + 1]
    if noun is None or not person:
        return False
    if not (rule_words("occasion") | rule_words("context")).isdisjoint((noun.stem, *(base for base, _ in without_pronoun(noun.stem)))):
        return True
    # Not `رئيس الوفد في جنيف`, `السفير الروسي في دمشق`: there he has his office.
    alone = found is not None and found[0].kind == "name" or key == "من" and reading.words[start].definite and reading.words[start].stem[2:] not in rule_words("member")
    return alone and (k + 1 in reading.mention_at or reading.is_place(k + 1))


def _named_later(reading, i):
    """Say whether the word at i is the surname of a person whom the article names in full: `المالكي: …` above `العقيد تركي المالكي`."""
    key = reading.keys[i]
    if any(reading.is_person(mention) and reading.keys[last - 1] == key for first, (mention, last) in reading.mention_at.items() if first > i and last - first > 1):
        return True
    # `فهد بن علي العازمي`, of whom no list knows anything.
    return reading.words[i] is not None and reading.words[i].definite and not reading.is_place(i) and any(reading.keys[k] == key and (reading.keys[k - 1] in reading.registry.given or reading.keys[k - 2] in name_links() and reading.keys[k - 3] in reading.registry.first_names) for k in range(i + 3, len(reading.keys)))


def _is_ministry(word):
    """`الصحة: الوضع مستقر`: say whether a word with ال is what a ministry is for."""
    return word is not None and word.definite and not word.conj and any(not tail for tail, _, _ in portfolios().get(word.stem[2:], ()))


def _is_topic(reading, start, colon):
    """`بريطانيا: اجتماع لمجلس الأمن`, `مصر: كيف تقيمون …؟`: a country before a noun phrase or question is where the news comes from."""
    mention = reading.mention_at.get(start)
    actor = reading.actor(mention[0]) if mention is not None else None
    word = reading.words[colon + 1] if colon + 1 < len(reading.words) else None
    if actor is None or actor.type != "state" or word is None:
        return False
    if word.definite and not word.prep and colon + 1 not in reading.mention_in and (word.stem[2:] in rule_words("goes_on_there") or word.stem[2:] in rule_words("own_bodies")):
        # `مصر: القبض على ناشط`, `فرنسا: السلطات تخلي جزيرة`
        return True
    if _another_says(reading, colon + 1) or colon == mention[1] and _acts_there(reading, colon + 1, actor):
        return True
    return word.particle == "interrogative" or reading.tokens.sentence_of[colon + 1] == reading.tokens.sentence_of[start] and _indefinite_noun(reading, colon + 1)


def _another_says(reading, i):
    """`سوريا: الأكراد يعلنون عن اتفاق`: behind the colon somebody else, who can speak, says something."""
    end = reading.noun_phrase(i, min(i + 5, len(reading.keys))) if i < len(reading.keys) else i
    return end > i and end < len(reading.keys) and actor_like(reading, (i, end)) and any(
        r.form.pos == "imperfect" and r.cue.act in ("say", "declare") and r.cue.strength == "always" for r in CUE_READINGS[reading.keys[end]])


def _acts_there(reading, i, country):
    """`العراق: الوزير يقيل المدير`, `فرنسا: قوات الأمن تفرق المتظاهرين`: behind the country's name its own people do something now; no state, nor what is named after another country or its people, stands there."""
    end = next((k for k in range(i + 1, min(i + 6, len(reading.keys))) if _acts(reading, k)), None)
    if end is None or any(reading.words[k] is None or reading.words[k].particle for k in range(i, end) if k not in reading.mention_in and reading.kinds[k] != QUOTE):
        return False
    named = [actor for k, (mention, _) in reading.mention_at.items() if i <= k < end and (actor := reading.actor(mention)) is not None]
    return not any(actor.type == "state" or actor.party != country.party and actor.party in reading.registry.states for actor in named)


def _acts(reading, k):
    """Say whether the word at k is an imperfect, or looks like one and is no known noun: `تستخدم`, `تقصف`."""
    word = reading.words[k]
    if word is None or word.conj or word.prep or word.definite or k in reading.mention_in or word.stem.startswith("ن"):
        return False
    return word.verb == "imperfect" or len(word.stem) > 3 and word.stem[0] in "يت" and word.particle is None and not word.stem.endswith("ة") and not any(word.stem in nouns() for nouns in (known_nouns, verbal_nouns, common_nouns))


def _of_himself(word):
    """`واشنطن: | نتعاون مع الرياض`, `إسرائيل: | أسقطنا طائرة`: say whether a word is a verb in the first person plural, or looks like one."""
    return word is not None and (word.stem.endswith("نا") and len(word.stem) > 4 or word.stem.startswith("ن") and len(word.stem) > 3 and word.stem not in common_nouns() and word.stem not in verbal_nouns())


def _indefinite_noun(reading, i):
    word, following = reading.words[i], reading.words[i + 1] if i + 1 < len(reading.words) else None
    if _of_himself(word):
        return False
    if not word.definite and word.stem in rule_words("goes_on_there"):
        # `سوريا: استمرار المفاوضات`
        return True
    return not (word.particle or word.verb or word.definite or word.prep or i in reading.mention_at) and following is not None and not following.definite and i + 1 not in reading.mention_at
