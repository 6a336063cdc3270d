"""What stands before a predicate and turns or cancels it: negation, stopping, condition, question, possibility, distance."""

from analysis.stance.finding import negator
from analysis.stance.lexicon import VERBS, operators, turns
from analysis.wordlists import WORDS
from analysis.words import PUNCT, FormCache

WINDOW = 5


_OPERATOR = FormCache(lambda key: operators().get(WORDS[key].stem) or operators().get(key))
"""Folded form → what its stem, or the form, does to a predicate behind it."""


def _is_plain(key):
    """Say whether a folded form, unless it is a verb, does nothing to a predicate behind it, and parts the two no more than a noun does."""
    word = WORDS[key]
    return word.particle is None and not _OPERATOR[key] and word.stem not in turns("objecting") and word.stem not in turns("claim") and word.stem.removeprefix("ال") not in turns("lack") and not key.endswith(("الا", "ان"))


_PLAIN = FormCache(_is_plain)


def bearing(page, i):
    """Return (sign, stopped, doubted) of the predicate at token i, from the words before it in its clause.

    sign       +1 as it stands, -1 negated (`لم يدعم`), 0 cancelled (`إذا`, `ما وصفه بـ`)
    stopped    True where a verb or noun of refusing or stopping governs it (`رفض إدانة روسيا`, `وقف دعمها`)
    doubted    True where it is only possible, alleged or tried in court (`احتمال`, `المشتبه في`, `أي ضربة`)
    """
    table, sign, stopped, doubted, near, verbs, objecting = operators(), 1, False, False, True, page.verbs, turns("objecting")
    first, words, keys = page.sentence(i)[0], page.words, page.keys
    for steps, j in enumerate(range(i - 1, max(first, i - 1 - WINDOW) - 1, -1)):
        word = words[j]
        if word is None:
            if page.reading.kinds[j] == PUNCT and page.tokens.forms[j] in "؛:.؟!،":
                break
            continue
        if _PLAIN[keys[j]] and j not in verbs:
            continue
        if j == i - 1 and word.stem in turns("claim") and j > first and page.is_verb(j - 1):
            # `تشمل الادعاءات استهداف المدنيين`
            doubted = True
        if j == i - 1 and word.stem.removeprefix("ال") in turns("lack") and words[i].stem in turns("lacked"):
            # `قلة ثقة الكنديين في حكومتهم`
            sign = -sign
            continue
        operator = _OPERATOR[keys[j]] or ("stop" if word.stem in objecting and "علي" in keys[j + 1:i] else None)
        if operator is None and not page.tokens.forms[j].endswith("ألا"):
            if j in verbs or word.particle in ("complementizer", "relative", "subordinator"):
                if word.particle == "complementizer" and (table.get(keys[j - 1]) == "condition" or keys[j - 1] in turns("belief") and table.get(keys[j - 2]) == "negation"):
                    # `لو أنه حافظ على الهدنة`, `لا أعتقد أنه يريد الحرب`
                    return 0, False, False
                if page.is_verb(j) and j - 1 >= first and table.get(keys[j - 1]) == "condition" and not page.words[i].conj and not page.words[i].definite:
                    # `إذا بقيت كندا ملتزمة`, `ما دامت كندا ملتزمة`
                    return 0, False, False
                doubted = doubted or claimed(page, j) or word.particle == "complementizer" and table.get(page.keys[j - 1]) == "possibility"
                # `لم تعد وسيطا نزيها`
                sign = -sign if keys[j] in turns("anymore") and table.get(keys[j - 1]) == "negation" or page.is_verb(j) and keys[j - 1] in turns("anymore") and table.get(keys[j - 2]) == "negation" else sign
                break
        elif operator == "negation" and (table.get(page.keys[j + 1]) == "still" or page.keys[j + 1] in turns("escape")):
            # `لا تزال تدعم`, `لا بد من دعم`
            continue
        elif operator == "negation" and word.stem == "غير" and (page.is_verb(i) or page.words[i].stem == "غير" or page.words[i].conj and j < i - 1 or page.words[i].prep == "ب" and j < i - 1):
            # `منظمة غير حكومية تشيد`, `غير متناسب وغير ملائم`, `غير مبررة واستفزازية`, `منظمات غير حكومية بالعنف`: it turns no verb, no other of its kind and nothing joined.
            continue
        elif operator == "negation" and not turns("not_only").isdisjoint(keys[i + 1:min(i + 12, page.sentence(i)[1])]):
            # `لا تنتقد كندا البرتغال فحسب`
            continue
        elif operator == "negation" and page.words[i].conj and page.is_verb(i):
            # `لم تعلق الوزارة وتتهم تركيا اليونان`: a joined verb has a negation of its own.
            break
        elif operator == "negation" and (near or word.stem not in ("لم", "لن", "لا")):
            sign = -sign
            if word.conj and page.is_verb(i):
                # `لن تكون حرب ولن نتفاوض`: what stands before و is another clause.
                break
        elif operator == "stop" and (near or _objects_on(page, i, j)) and not any(page.words[k] is not None and page.words[k].stem.removeprefix("ال") in turns("raised") for k in range(j + 1, i)):
            # not `رفع شعار الموت`, nor `رفضت موسكو إعلان واشنطن فرض عقوبات`: what stands in another's words.
            stopped = stopped if _inside_other(page, i, j) else not stopped
        elif operator == "distance" and page.voices[i] is not None and (page.voices[i] in page.cue_at.get(j, ()) or page.voices[j] is page.voices[i] and page.is_verb(j)):
            # `ما وصفته دمشق بالعدوان التركي`: in the words of who calls it so.
            break
        elif operator in ("condition", "question", "distance", "failure"):
            return 0, False, False
        elif operator == "possibility" or operator == "any" and not steps:
            doubted = True
        elif page.tokens.forms[j].endswith("ألا"):
            # `شدد على ألا تدعم موسكو دمشق`: أن لا in one word.
            sign = -sign
            break
        # `رفضت المهلة بشأن التسميم`: a prepositional phrase between parts the two.
        near = near and not (word.particle == "preposition" and word.stem not in ("عن", "من", "دون", "ل", "ب"))
    return sign, stopped, doubted


def _objects_on(page, i, j):
    """`اعترضت كندا على | إدانة البرتغال`: say whether the only preposition between a word of objecting at token j and token i is its own."""
    return page.words[j].stem in turns("objecting") and [page.keys[k] for k in range(j + 1, i) if page.words[k] is not None and page.words[k].particle == "preposition"] == ["علي"]


def _inside_other(page, i, j):
    """Say whether token i is told by a source whose cue stands between the operator at token j and it."""
    here = page.voices[i]
    cue = page.cue_token(here) if here is not None else None
    return cue is not None and j < cue < i and page.voices[j] is not here


def unwilling(page, i):
    """`لا تنوي إجراء محادثات`: say whether the verb of intention that governs the noun at token i is negated."""
    verb = next((j for j in range(i - 1, max(page.sentence(i)[0], i - 4), -1) if page.is_verb(j)), None)
    return verb is not None and page.words[verb].stem in turns("consent") and negator(page, verb) < verb


def idle(page, i):
    """`لا تعتزم روسيا قصف المدينة`, `لم تقم بقصفها`: say whether the verb of doing or meaning to do that governs the noun at token i is negated."""
    for j in range(i - 1, max(page.sentence(i)[0], i - 7) - 1, -1):
        word = page.words[j]
        if page.is_verb(j):
            form = VERBS[page.keys[j]]
            return form is not None and form.lemma == "doer" and negator(page, j) < j and page.keys[j - 1] not in turns("what") and operators().get(page.keys[j]) is None and page.voices[j] is page.voices[i]
        if j not in page.mention_in and (word is None and page.reading.kinds[j] == PUNCT or word is not None and word.particle in ("complementizer", "relative", "subordinator")):
            return False
    return False


def claimed(page, j):
    """`الادعاءات التي أشارت إلى استخدام`: say whether the verb or particle at token j belongs to a word for claims or reports."""
    claims = turns("claim")
    for word in page.words[max(page.sentence(j)[0], j - 4):j]:
        if word is not None and word.stem in claims:
            return True
    return False


def asked(page, i):
    """Say whether the sentence of token i is a question."""
    last = page.sentence(i)[1] - 1
    return page.tokens.forms[last] in "؟?"


def demanded(page, i, wanted=("necessity",)):
    """Say whether the predicate at i is wanted rather than told: `ضرورة تعزيز الضربات`, `يجب قصف`; or offered, with `readiness`."""
    table, here = operators(), page.voices[i]
    for k in range(i - 1, max(page.sentence(i)[0], i - 16) - 1, -1):
        if page.voices[k] is not here:
            return False
        if table.get(page.keys[k]) in wanted or k >= i - 2 and page.words[k] is not None and table.get(page.words[k].stem) in wanted:
            return True
        if page.words[k] is not None and (page.is_verb(k) or page.words[k].particle in ("complementizer", "relative")):
            return False
    return False


def due(page, i):
    """Say whether the verb at token i stands behind أن and a word of necessity: `يجب أن يفهم الغرب`."""
    return page.keys[i - 1] == "ان" and i - 2 >= page.sentence(i)[0] and operators().get(page.keys[i - 2]) == "necessity"
