"""Read the subject behind a cue: its conjuncts and appositions, and where the object behind it begins: `اتهم | الكرملين | واشنطن`."""

from functools import cache

from analysis.attribution.complements import is_cognate, is_complementizer, preposition_at
from analysis.attribution.features import actor_like, bare_noun, numerals, speaking_nouns, word_features
from analysis.cues import CUE_READINGS
from analysis.inflection import without_pronoun
from analysis.wordlists import WORDS, accusative_noun, addressees, adjectives, common_nouns, documents, human_titles, known_nouns, manner_nouns, name_links, named_heads, noun_features, plural_nouns, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, LATIN, NUMBER, QUOTE, WORD, FormCache


def subject_end(reading, p, limit, takes_object=False):
    """Return the token after the subject that begins at p.

    Where the verb takes an object, a second complete noun phrase right behind the first is that object:
    `اتهم | الكرملين | واشنطن`, `رفضت | وزارة الدفاع الروسية | صور ضحايا`.
    """
    end = reading.noun_phrase(p, limit) if reading.starts_noun_phrase(p) else reading.phrase_end(p + 1, limit, p) if reading.words[p] is not None and reading.words[p].prep == "ب" else p + 1
    return _before_object(reading, p, end) if takes_object else end


def _before_object(reading, p, end):
    """Return the token at which, in the run of nouns p … end - 1, a second complete noun phrase begins, or `end`."""
    while p + 1 < end and p not in reading.mention_at and reading.keys[p] in rule_words("majesty"):
        # `صاحب السمو الملكي | الأمير سلمان`
        p += 1
    if _national(reading, p, end):
        # `أكد الإسباني | خوان حداد`
        p += 1
    return next((k for k in range(p + 1, end) if not _bound(reading, p, k) and not _in_name(reading, p, k) and (is_cognate(reading, k) or reading.keys[k - 1] in rule_words("of_them") or not (k > p + 1 and _of_title(reading, k)) and _object_begins(reading, p, k))), end)


def _national(reading, p, end):
    """`انتقد | الألماني توماس شتيرن الحكم`: say whether a nationality of one man or woman stands at p, with his name of two words behind it."""
    held = reading.mention_at.get(p)
    if held is None or held[0].kind != "demonym" or held[1] != p + 1 or p + 2 >= end or not reading.words[p].definite or not reading.words[p].stem.endswith(("ي", "ية")):
        return False
    first, second, found = reading.words[p + 1], reading.words[p + 2], reading.mention_at.get(p + 1)
    if found is not None:
        return reading.is_person(found[0]) and found[0].kind in ("name", "new")
    return first is not None and second is not None and not first.definite and _unlisted(first) and not (second.prep or second.conj or second.particle or second.verb or is_possessive(second)) and (second.definite or second.stem not in known_nouns() and second.stem not in human_titles()) and (reading.keys[p + 1] in reading.registry.first_names or not second.definite and not first.verb)


def _in_name(reading, p, k):
    """`شبكة "سي بي إس | نيوز"`: say whether token k stands in marks that opened behind p."""
    held = reading.inside[k]
    return held >= 0 and p < reading.quotations[held].first < k


def _bound(reading, p, k):
    """Say whether token k, in a run of nouns, is bound to the word before it: a second field (`وزارة الصحة | والسكان`), a preposition or its noun (`مقرب | من الملف`)."""
    if _BOUND[reading.keys[k]] or _BINDS[reading.keys[k - 1]]:
        return True
    word, before = reading.words[k], reading.words[k - 1]
    if word is not None and (_of_office(reading, k) or k - 1 > p and reading.keys[k - 1] in name_links()):
        # `سامي آل | الشيخ`
        return True
    if before is not None and before.stem in rule_words("source_noun") and word is not None and not word.definite and not word.particle:
        # `مصدر | مسؤول في الوزارة`
        return True
    return False


def _is_between(key):
    """`وكالة "الضحى" | شبه | الرسمية`, `أكدت ميمونة | بنت سالم أن …`: say whether a folded form binds the words around it."""
    return WORDS[key].stem in rule_words("semi") or key in rule_words("child_of")


_BOUND = FormCache(lambda key: _is_between(key) or WORDS[key].conj or WORDS[key].particle == "preposition")
_BINDS = FormCache(lambda key: _is_between(key) or WORDS[key].particle in ("preposition", "quantifier"))
"""Folded form → whether in a run of nouns it is bound to the word before it, and whether the word behind it is to it, whatever stands there."""


def _of_office(reading, k):
    """`أوضح قائد سلاح | الجو أن …`: say whether the noun with ال at k closes a title and a bare noun, which are no phrase without it."""
    before, title = reading.words[k - 1], reading.words[k - 2] if k >= 2 else None
    if title is None or not reading.words[k].definite or before is None or before.definite or before.particle or before.prep or before.conj or before.stem.endswith("ا") or k in reading.mention_at or k - 1 in reading.mention_in:
        return False
    return title.stem in human_titles() and not title.definite and before.stem in common_nouns() and not is_adjective(before) and before.stem not in human_titles()


def _of_title(reading, k):
    """`أكد سامي حداد رئيس | مجلس النقابة أن …`: say whether a bare noun at k stands between a bare title, which needs it, and a noun with ال."""
    word, title, following = reading.words[k], reading.words[k - 1], reading.words[k + 1] if k + 1 < len(reading.words) else None
    if word is None or title is None or following is None or word.definite or title.definite or not following.definite or k in reading.mention_in or following.conj or following.prep:
        return False
    return title.stem in human_titles() and title.stem not in adjectives() and word.stem in common_nouns() and word.stem not in verbal_nouns() and not is_title(word)


def _object_begins(reading, p, k):
    """Say whether a new noun phrase begins at k inside the run of nouns that began at p."""
    word, before = reading.words[k], reading.words[k - 1]
    if len(reading.keys[k]) == 1 and reading.tokens.forms[k + 1:k + 2] == ["."] or k - 2 > p and reading.tokens.forms[k - 1] == "." and len(reading.keys[k - 2]) == 1:
        # `كشف وزير الري | د. سالم حداد عن …`: a short title goes on with the name.
        return False
    if reading.kinds[k] == NUMBER and before is not None and before.definite and reading.words[p] is not None and reading.words[p].stem not in human_titles() and k + 1 < len(reading.words) and (counted := reading.words[k + 1]) is not None and not (counted.definite or counted.particle or counted.prep or counted.conj or counted.stem in rule_words("years")) and (counted.stem in common_nouns() or counted.stem.endswith("ا") and counted.stem[:-1] in known_nouns() | speaking_nouns()):
        # `قابلت المنظمة | 14 شاهدا`
        return True
    if reading.keys[k - 1] == "عام" and k - 2 >= p and reading.words[k - 2] is not None and reading.words[k - 2].stem in rule_words("has_rank"):
        # `انتقد أمين عام | النقابة الخطة`
        return False
    if k == p + 1 and p > 0 and (reading.kinds[p - 1] == NUMBER or reading.words[p - 1] is not None and reading.words[p - 1].stem.removesuffix("ة") in numerals()) and word is not None and not is_adjective(word) and not word.stem.endswith("ا"):
        # `أيدت 12 دولة | مشروع القرار`: what is counted is complete.
        return True
    if word is not None and before is not None and p >= k - 2 and reading.words[p] is not None and reading.words[p].stem in rule_words("numeral") and reading.words[p].stem.endswith("ون"):
        # `أيد ثمانون | نائبا`, `أيد ثمانون نائبا | الخطة`
        return k == p + 2 and not is_adjective(word) and not word.stem.endswith("ا")
    if word is not None and before is not None and k == p + 2 and reading.words[p] is not None and reading.words[p].stem in rule_words("few") and actor_like(reading, (p, k)) and not (before.definite or before.particle or is_adjective(word) or word.stem.endswith("ين") or k in reading.mention_at and reading.mention_at[k][0].kind == "demonym"):
        # `رفض ثلاثة نواب | الخطة`: who is counted stands in no construct.
        return True
    if word is not None and reading.words[p] is not None and reading.words[p].stem in rule_words("source_noun") and not word.definite and not word.prep and k not in reading.mention_in and all(is_adjective(reading.words[t]) for t in range(p + 1, k) if reading.words[t] is not None) and (word.stem.endswith("ة") if word_features(reading.words[p].stem)[0] == "f" else word.stem in adjectives()):
        # `مصادر أمريكية | مسؤولة`, `مصدر أمني | مسؤول`
        return False
    if word is None or before is None:
        closed = reading.kinds[k - 1] == QUOTE and k - 1 not in reading.opens or reading.tokens.forms[k - 1] == ")"
        latin = reading.kinds[k - 1] == LATIN and word is not None and not (word.conj or word.prep or word.particle)
        # `أعلنت شركة Apple | إطلاق هاتف`
        return word is not None and (closed or latin) and not is_adjective(word) and not (closed and (_headed_by_title(reading, p) or p and reading.words[p - 1] is not None and reading.words[p - 1].particle == "preposition") and _person_begins(reading, k))
    if word.prep and k not in reading.mention_in:
        # `وكالة الأمم المتحدة للهجرة`
        return False
    if word.particle == "quantifier" and not word.conj and k not in reading.mention_in and (before.definite or k - 1 in reading.mention_in):
        # `نفى الوزير | أي ضلوع`
        return True
    mention, earlier = reading.mention_at.get(k), reading.mention_in.get(k - 1)
    if mention is not None and word.prep == "ل" and mention[0].start > reading.tokens.starts[k]:
        # `المكتب الإعلامي | لحزب الوفاق`: no object stands behind ل.
        return False
    if mention is not None and mention[0].kind == "demonym" and before.stem.endswith("ا") and word.stem.endswith("ا") and k >= 2 and reading.kinds[k - 2] == NUMBER:
        # `رفضت مجموعة من 12 حزبا | باكستانيا`
        return False
    if mention is not None and earlier is not None and mention[0].kind == earlier.kind == "title" and earlier.actor != mention[0].actor and earlier.party != mention[0].party:
        # `شكر الرئيس الأمريكي | أمير قطر`: nobody holds both offices.
        return True
    if mention is not None and earlier is not None and mention[0].kind == "name" and mention[1] > k + 1 and is_title(word) and reading.is_person(mention[0]) and reading.is_person(earlier) and reading.mention_in.get(k - 2) is earlier and earlier.actor != mention[0].actor and len({earlier.party, mention[0].party, "unaffiliated"}) == 3:
        # `أبلغ سامي حداد | وزير الخارجية الروسي سيرغي لافروف`: another country's minister.
        return True
    if k == p + 1 and word.stem in rule_words("title_or_name") and before.definite and is_title(before) and k + 1 < len(reading.words) and reading.words[k + 1] is not None and _unlisted(reading.words[k + 1]):
        # `أكد الدكتور | سيد حداد أن …`
        return False
    if is_title(word) and not word.definite and not is_possessive(word) and (earlier is None and not before.definite and not _nunated(before) or earlier is not None and reading.is_person(earlier)):
        return False
    if mention is not None and mention[0].kind == "name" and mention[1] == k + 1 and word.definite and word.stem.endswith("ية") and not word.prep and before.definite and earlier is None and _of_ministry(reading, p, k):
        # `وزارة الثقافة والإعلام السعودية`: the country's name is an adjective too.
        return False
    if mention is not None and mention[1] == k + 1 and word.definite and word.stem[2:] in adjectives() and before.definite and earlier is None and is_plural(before):
        # `دعا الوزراء | العرب إلى الحوار`
        return False
    if mention is not None and mention[0].kind != "demonym":
        return _mention_begins(reading, p, k, mention[0], earlier)
    if k in reading.mention_in and not (mention is not None and before.definite and word.stem.endswith("يين")):
        return False
    if word.definite and not word.prep and before.definite and word.stem[2:] in rule_words("numeral_adjective"):
        # `وأكد الوزراء | الثلاثة على التقارب`
        return False
    if word.definite:
        return _definite_begins(reading, p, k, earlier)
    return _indefinite_begins(reading, p, k, earlier)


def _person_begins(reading, k):
    """`طالب زعيم «التيار» | سامي حداد المجلس بـ…`, `| النائب سامي حداد`: say whether a personal name begins at token k, behind a title of his or not."""
    word = reading.words[k]
    k += is_title(word) and word.definite
    return k < len(reading.keys) and reading.keys[k] in reading.registry.first_names


def _of_ministry(reading, p, k):
    """Say whether the nouns p … k - 1 are those of a body with a feminine head and what it is for: `وزارة الثقافة والإعلام`."""
    head = reading.words[p]
    return head is not None and not head.definite and head.stem.endswith("ة") and head.stem in speaking_nouns() and all(reading.words[t] is not None and reading.words[t].definite for t in range(p + 1, k))


def _mention_begins(reading, p, k, mention, earlier):
    """A party's name begins the object, unless it is that of the person whose title stands before it."""
    before, is_person = reading.words[k - 1], reading.is_person(mention)
    after = reading.mention_at[k][1]
    after += after + 1 < len(reading.words) and reading.tokens.forms[after] in COMMAS
    if is_person and reading.keys[k] in rule_words("honorific") and _headed_by_title(reading, p) and (earlier is None or earlier.kind == "title") and after < len(reading.words) and reading.words[after] is not None and not reading.words[after].prep and (reading.starts_noun_phrase(after) or is_complementizer(reading.keys[after])):
        # `طالب قائد الشرطة | اللواء سامي حداد الحكومة`, `أكد متحدث الوزارة السفير سامي حداد، أهمية …`: his rank and name.
        return False
    if is_person and mention.kind in ("name", "new") and reading.words[p] is not None and reading.words[p].stem in rule_words("second_man") and is_title(reading.words[k]) and not reading.words[k].conj and after < len(reading.words) and reading.words[after] is not None and not reading.words[after].prep and reading.starts_noun_phrase(after):
        # `رفض نائب رئيس الوزراء | وزير الدفاع سامي حداد الخطة`: one man.
        return False
    if _nunated(before) and _nunated(reading.words[k]):
        # `محللون سياسيون`
        return False
    if before is not None and mention.kind == "new" and (earlier is None or earlier.kind == "new") and reading.words[k] is not None and before.stem.endswith("ان") and reading.words[k].stem.endswith("ان") and not before.definite and not reading.words[k].definite:
        # `مصدران دبلوماسيان`
        return False
    if earlier is not None:
        if is_person and mention.kind == "name" and earlier.kind == "title" and earlier.party == mention.party and before.definite and reading.words[p].stem in rule_words("ministers"):
            # `وزراء الخارجية الروسي | سيرغي لافروف والتركي …`
            return False
        titled = reading.is_person(earlier) and (earlier.kind in ("title", "description") or earlier.kind == "new" and not _has_first_name(reading, k - 1, earlier))
        return earlier.actor != mention.actor and not (titled and is_person and mention.kind in ("name", "new"))
    if k - 1 == p and is_title(before) and not _nunated(before):
        return before.definite and not is_person
    return _complete(reading, p, k)


def _definite_begins(reading, p, k, earlier):
    """A noun with the article begins the object where it can be neither adjective nor second part of a construct."""
    word, before = reading.words[k], reading.words[k - 1]
    if is_title(word) and _headed_by_title(reading, p) and k > p + 1 and reading.keys[k + 1:k + 2] and reading.keys[k + 1] in reading.registry.first_names:
        # `قائد الشرطة | اللواء سامي حداد`
        return False
    if word.stem in rule_words("members") and before.definite:
        # `دعت الدول | الأعضاء إلى الحوار`
        return False
    if before.definite and _participle_of(reading, p, k):
        # `نفى الفريق | المنافس ذلك`, `نفى مدير الشركة | المنفذة سامي حداد الخبر`
        return False
    named, following = earlier is not None and earlier.kind != "demonym", reading.words[k + 1] if k + 1 < len(reading.words) else None
    if k - 1 == p and before.definite and before.stem.endswith("ة") and word.stem[2:] in speaking_nouns() and not word.stem.endswith(("ة", "ي")):
        # `أدانت المحكمة | المتهم بالرشوة`: no adjective of hers.
        return True
    if word.stem[2:] in adjectives() and before.definite and following is not None and following.prep:
        # `أعلنت الفصائل السورية الموالية لأنقرة | توغلها`
        return False
    if before.stem in rule_words("improper") or word.stem in rule_words("of_name"):
        # `مسؤول رفيع المستوى`, `محمد السادس`
        return False
    if named and earlier.kind == "new" and not before.definite and not reading.is_person(earlier):
        # `محامو | الدفاع` are a construct, `مصدر أمني | المعارضة` and `معارضو بوتين | الانتخابات` are not.
        return k - 2 >= p and reading.mention_in.get(k - 2) is earlier and reading.keys[k - 1] in reading.registry.names or _complete(reading, p, k)
    if named and word.stem[2:] in adjectives() and before.definite and before.stem.endswith(("ين", "ون")):
        # `رئيس جمعية الإعلاميين العرب`
        return False
    if named and earlier.kind == "name" and word.stem.endswith("ة") and is_adjective(word) and not reading.is_person(earlier) and not reading.is_state(earlier) and reading.words[p] is not None and reading.words[p].stem.endswith("ة"):
        # `حركة الشباب | الإسلامية المتشددة`
        return False
    if named and earlier.kind == "name" and reading.is_medium(earlier) and before.definite and before.stem.endswith(("ي", "ية")) and is_adjective(word) and word.stem.endswith("ية") == before.stem.endswith("ية") and word.stem.endswith(("ي", "ية")):
        # `التلفزيون الروسي | الرسمي`
        return False
    if named and (earlier.kind in ("name", "new") or not is_adjective(word) or earlier.kind == "metonym" and word.stem.endswith(("ين", "ون")) or word.stem.endswith("ة") and reading.features(earlier)[0] == "m"):
        return True
    if before.definite and word.stem.endswith(("ين", "ون")) and not before.stem.endswith(("ين", "ون", "ات")) and not is_plural(before):
        # `دعا البطريرك | اللبنانيين`: no adjective of a singular noun is plural.
        return True
    if word.stem.endswith("ين") and len(word.stem) > 6 and not before.definite and earlier is None and before.stem not in common_nouns() and before.stem not in speaking_nouns() and word.stem[2:] not in known_nouns() and not _dual_construct(before) and not is_title(before) and before.stem not in verbal_nouns():
        # `انتقد راين | المدعين العامين`, not `أكدت نقابتا الصيادين`
        return True
    if is_plural(word) and reading.keys[k - 1] in reading.registry.first_names:
        # `حثت ليلى | العمال`: a surname is no plural.
        return True
    if not before.definite:
        # `سامي عادل مستشار الشؤون الدولية`: behind a title without article its office follows.
        return (earlier is None or earlier.kind == "demonym") and _complete(reading, p, k) and not is_adjective(word) and not is_title(before)
    if k - 1 == p and is_title(before) and is_title(word) and not {reading.keys[p], reading.keys[k]} & rule_words("honorific") and following is not None and (following.prep == "ب" or following.stem == "عن"):
        # `اتهم النائب | الوزير بالتقصير`, `سأل القاضي | المتهم عن العقد`
        return True
    if k - 1 == p and is_title(before) and not is_plural(before):
        # `الشيخ القرضاوي` is one man; `انتقد النائب | القرار`
        noun = word.stem[2:] in common_nouns() or word.stem[2:] in verbal_nouns() or word.stem.endswith("ات") or word.stem.endswith("ة") and not before.stem.endswith("ة")
        return noun and not is_title(word) and (not is_adjective(word) or word.stem.endswith("ة") and not before.stem.endswith("ة"))
    return not is_adjective(word)


def _participle_of(reading, p, k):
    """Say whether the word with ال at token k is shaped as a participle, agrees with the noun before it, and has another phrase behind it: `نفى الفريق | المنافس ذلك`."""
    word, before, following = reading.words[k], reading.words[k - 1], reading.words[k + 1] if k + 1 < len(reading.words) else None
    bare = word.stem[2:]
    if following is not None and following.particle == "demonstrative" and bare[0] == "م" and bare not in human_titles() and k not in reading.mention_in and word.stem.endswith("ة") == before.stem.endswith("ة") and not (k + 2 < len(reading.words) and reading.words[k + 2] is not None and reading.words[k + 2].definite):
        # `نفى الفريق المنافس ذلك`
        return True
    if following is None or bare[0] != "م" or len(bare) < 5 or bare in common_nouns() or bare in verbal_nouns() or bare in human_titles() or bare in documents() or is_possessive(word) or word.stem.endswith("ة") != before.stem.endswith("ة") or k in reading.mention_in or is_plural(before):
        return False
    if following.prep or following.conj or following.particle or following.verb:
        return False
    person = k - 1 == p and is_title(before)
    return not person and (_holder_begins(reading, k + 1) or not following.definite and following.stem in verbal_nouns() | common_nouns() and k + 2 < len(reading.words) and reading.words[k + 2] is not None)


def _dual_construct(word):
    """`نقابتا الصيادين`, `رئيسا البلدين`: say whether a word is two of a kind without their ن, so that a noun belongs to it."""
    return word.stem.endswith("تا") and word.stem[:-2] + "ة" in speaking_nouns() or word.stem.removesuffix("ا") in human_titles()


def _indefinite_begins(reading, p, k, earlier):
    """A noun without the article begins the object behind a complete phrase, where it cannot be part of a name."""
    word, before = reading.words[k], reading.words[k - 1]
    named = earlier is not None and earlier.kind != "demonym"
    if reading.words[p] is not None and reading.words[p].particle == "quantifier" and k == p + 2 and is_possessive(word) and not before.definite:
        # `تزعم عدة دول | سيادتها على الجزر`
        return True
    if k - 1 == p and earlier is None and not before.definite and (before.stem not in known_nouns() or reading.keys[p] in reading.registry.first_names) and any(r.form.pos == "noun" and r.form.pronoun for r in CUE_READINGS[reading.keys[k]]):
        # `كرر أناستاسيادس | مناشدته`: behind a lone name.
        return True
    if k > p + 1 and _headed_by_title(reading, p) and reading.keys[k - 1] in reading.registry.first_names and reading.words[k - 2] is not None and reading.words[k - 2].definite and not is_possessive(word):
        # `مدير المستشفى سامي | حداد`
        return False
    if k > p + 1 and _headed_by_title(reading, p) and reading.words[k - 1].definite and word.stem not in verbal_nouns() and reading.keys[k] in reading.registry.first_names and k + 1 < len(reading.words) and reading.words[k + 1] is not None and not (reading.words[k + 1].prep or reading.words[k + 1].conj or reading.words[k + 1].particle):
        # `رئيس اللجنة المالية | كريم حداد`
        return False
    if k - 1 == p and is_title(before) and reading.keys[k] in reading.registry.first_names and k + 1 < len(reading.keys) and (reading.keys[k + 1] in name_links() or reading.keys[k + 1] in rule_words("child_of")):
        # `أوضحت الدكتورة | أمل بنت خميس أن …`
        return False
    if k - 1 == p and before.definite and is_title(before) and not is_plural(before) and _unlisted(word) and not CUE_READINGS[reading.keys[k]]:
        # `رفض الوزير | زيدان الاقتراح`
        return False
    if word.stem.endswith("ان") and before.stem.endswith("ان") and k - 1 == p and not before.definite and (reading.mention_at.get(p) or (None, p + 1))[1] == k:
        # `مصدران | أمنيان`
        return False
    if word.stem.endswith("ون") and is_adjective(word) and not before.definite and (is_plural(before) or _nunated(before)):
        # `خبراء | اقتصاديون`
        return False
    if word.stem in rule_words("seniors") and named:
        # `طالب الرئيس سامي حداد | كبار التجار بـ…`
        return True
    if word.stem in rule_words("improper") or word.stem in adjectives() and not before.definite and (k - 1 == p and before.stem in speaking_nouns() or k == p + 2 and reading.words[p] is not None and (reading.words[p].stem in rule_words("source_noun") or reading.words[p].stem in documents() and is_adjective(before) and word.stem.endswith("ة") == before.stem.endswith("ة"))):
        # `مسؤول رفيع المستوى`, `مصدر مسؤول`, `مصدر أمني مسؤول`, `دراسة طبية حديثة`
        return False
    if k - 1 == p and before.definite and len(before.stem) > 5 and before.stem.endswith("ان") and earlier is None and word.stem in verbal_nouns() and before.stem[2:] not in known_nouns():
        # `أكد الجانبان | أهمية تضافر الجهود`
        return True
    if word.stem.endswith(("ي", "ية")):
        # An adjective of a definite noun is definite: `حذر الوزير | طرفي النزاع`, `بعث الملك | برقية تهنئة`, `أكد المدير | أهمية فتح السوق`.
        if word.stem in rule_words("noun_in_iya") and (named and reading.is_person(earlier) or _complete(reading, p, k)):
            return True
        return _closed(before) and (_construct(reading, k) or before.definite and (word.stem in common_nouns() or word.stem in speaking_nouns())) or named and word.stem in common_nouns()
    if accusative_noun(word):
        # `قال الرئيس | ردا على سؤال`
        return True
    if _nunated(before):
        return not is_adjective(word) and not word.stem.endswith(("ون", "ين"))
    if before.definite and len(before.stem) > 5 and before.stem.endswith("ون") and earlier is None:
        # `ردد المحتجون | شعارات`
        return True
    if named and not reading.is_person(earlier) or k - 1 > p and reading.is_place(k - 1) and word.stem in verbal_nouns():
        # `طلبت ولاية نيويورك | حل الشركة`
        return True
    if not (named or _closed(before) or before.stem.endswith("ي") and is_title(reading.words[p] or before) or _complete(reading, p, k)):
        return False
    return (before.definite and is_adjective(before) or word.stem in common_nouns() or word.stem in verbal_nouns() or _construct(reading, k) or is_possessive(word)
            or any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[k]]))


def _unlisted(word):
    """Say whether a word is in no list of nouns and looks like none, so that behind a title it is a name."""
    stem = word.stem
    return not (word.prep or word.conj or word.particle or is_possessive(word) or is_adjective(word) or stem.endswith(("ة", "ات", "ا", "اء"))) and stem not in known_nouns() and stem not in human_titles()


def _complete(reading, p, k):
    """Say whether the phrase p … k - 1 takes no further noun: it ends in a noun with article or pronoun, in a plural in ون, in an
    adjective of an indefinite noun (`مصدر أمني | موسكو`), or in a surname."""
    before = reading.words[k - 1]
    if _closed(before) or _nunated(before) or before.stem in adjectives() and k - 1 > p and reading.words[p] is not None and reading.words[p].stem in rule_words("source_noun"):
        # `نفى مصدر أمني مسؤول | صحة النبأ`
        return True
    if k - 1 > p and before.stem in rule_words("improper") and reading.words[k] is not None and not reading.words[k].definite:
        # `رفض مسؤول حكومي رفيع | خطة النقابة`, not `رفيع المستوى`
        return True
    noun, head = reading.words[k - 2] if k - 1 > p else None, reading.words[p]
    if k - 2 == p and noun is not None and not noun.definite and noun.stem in speaking_nouns() and not before.definite and (reading.words[k].definite or k in reading.mention_at) and (before.stem in rule_words("another") or before.stem in adjectives() and not is_title(before)):
        # `سأل نائب آخر | الوزير`, `اتهم مسؤول محلي | الحكومة`
        return True
    if noun is not None and head is not None and not head.definite and head.stem in named_heads() and not (reading.words[k] is not None and reading.words[k].definite) and all(reading.words[t] is not None and not (reading.words[t].definite or reading.words[t].verb) and _unlisted(reading.words[t]) for t in range(p + 1, k)):
        # `خفضت وكالة رينجو | تصنيف مصر`: a body with its unknown name.
        return True
    if noun is not None and not noun.particle and not noun.definite and before.stem.endswith(("ي", "ية") if noun.stem.endswith(("ة", "ات")) or noun.stem in _feminine_nouns() else "ي") and reading.keys[k - 1] not in reading.registry.first_names:
        return True
    if k - 2 == p and noun is not None and noun.definite and is_title(noun) and not before.definite and before.stem not in known_nouns() and before.stem not in verbal_nouns():
        # `السيدة كليفورد | مقابلة`
        return True
    if noun is not None and not noun.definite and noun.stem in documents() and is_adjective(before) and not before.definite:
        # `دراسة حديثة | الحكومة`
        return True
    # `سامي حداد وليلى نصار | أهمية الحوار`
    joined = head is not None and head.conj and head.stem in reading.registry.first_names
    return k - 2 >= p and any((reading.keys[t] in reading.registry.first_names or joined and t == p) and reading.keys[t + 1] not in rule_words("of_rank") and not reading.words[t].definite for t in range(p, k - 1) if reading.words[t] is not None)


def _has_first_name(reading, i, mention):
    """Say whether a first name is among the words of the mention that ends at token i, so that it is more than a title."""
    while i > 0 and reading.mention_in.get(i) is mention:
        if reading.keys[i] in reading.registry.first_names:
            return True
        i -= 1
    return False


def _nunated(word):
    """Say whether a word is a plural in ون, which takes no noun in construct state: `محتجون | الحكومة`."""
    return not word.definite and len(word.stem) > 4 and word.stem.endswith("ون") and word.stem not in rule_words("singular_un")


def _construct(reading, k):
    """An indefinite noun before a definite one is the head of a construct and no part of a name: `المحافظ | عودة الكهرباء`."""
    word, following = reading.words[k], reading.words[k + 1] if k + 1 < len(reading.words) else None
    if following is not None and following.particle == "demonstrative" and k + 2 < len(reading.words) and reading.words[k + 2] is not None and reading.words[k + 2].definite:
        # `أكد الوزير | أهمية هذا المشروع`
        return len(word.stem) > 3
    if following is None or not following.definite or k + 1 in reading.mention_at or is_adjective(following) or len(word.stem) < 4:
        return False
    return reading.registry is None or word.stem not in reading.registry.first_names


def is_possessive(word):
    """Say whether a noun ends in a possessive pronoun (زيارته)."""
    return _POSSESSED[word.stem]


_POSSESSED = FormCache(lambda stem: stem.endswith("هما") and len(stem) > 5 or stem.endswith(("ها", "هم", "ه")) and (len(stem) > 4 or stem[:-1] in common_nouns() or stem[-2] == "ت" and stem[:-2] + "ة" in common_nouns()))
"""Stem → whether it ends in a possessive pronoun."""


@cache
def _feminine_nouns():
    """Return the folded nouns that noun_features.tsv lists as feminine or plural (دول، مصادر)."""
    return frozenset(noun for noun, (gender, number) in noun_features().items() if gender == "f" or number == "p")


def is_plural(word):
    """Say whether a noun is a listed broken plural."""
    return (word.stem[2:] if word.definite else word.stem) in plural_nouns()


def _closed(word):
    """A noun with the article or a possessive pronoun takes no further noun in construct state: `أكد سموه | أهمية العمل`."""
    return word.definite or is_possessive(word) or word.stem in rule_words("his_honour")


def is_adjective(word):
    """A word in ي or ية, or one of the listed adjectives (الروسي، الخارجية، الأعلى)."""
    bare = word.stem[2:] if word.definite else word.stem
    if word.definite and bare[0] == "م" and bare.endswith(("ة", "ات", "ون", "ين")) and len(bare) > 5 and bare not in common_nouns() and bare not in verbal_nouns() and not is_title(word):
        # A participle: الأطراف المتحاربة.
        return True
    return bare in adjectives() or word.stem.endswith(("ي", "ية", "يين", "يون", "يتين", "يان", "يتان")) and bare not in plural_nouns() and bare not in verbal_nouns() and bare not in rule_words("noun_in_iya")


def of_nation(reading, i):
    """`رفض | روسي قاطع | للقرار`, `دعوة | فرنسية | إلى الحوار`: return the token behind the adjectives of a nation, all without ال, that stand behind token i, where a preposition follows; else None."""
    if i + 1 not in reading.mention_at or reading.mention_at[i + 1][0].kind != "demonym":
        return None
    return behind_adjectives(reading, i)


def behind_adjectives(reading, i):
    """Return the token of the preposition behind one to three adjectives without ال that stand behind token i, else None."""
    for k in range(i + 1, min(i + 5, reading.sentence_end(i))):
        word = reading.words[k]
        if word is not None and (word.particle == "preposition" or word.prep in ("ل", "ب")):
            return k if k > i + 1 else None
        nation = k in reading.mention_at and reading.mention_at[k][0].kind == "demonym"
        if word is None or word.definite or word.prep or word.conj or word.particle or not (nation or is_adjective(word) and not is_title(word) and word.stem not in speaking_nouns() or k > i + 1 and word.stem[0] not in "يت"):
            return None
    return None


def _headed_by_title(reading, p):
    return reading.words[p] is not None and is_title(reading.words[p])


def is_title(word):
    """Say whether a word can stand in apposition to a personal name (الرئيس، مدير، الشيخ)."""
    return (word.stem[2:] if word.definite else word.stem) in human_titles()


def read_subjects(reading, p, limit, takes_object, governed=frozenset()):
    """Read a noun phrase at p with its appositions and conjuncts; return (token ranges of the conjuncts, token after them).

    `governed` holds the prepositions that open the verb's content, with which nothing belongs to the subject.
    """
    listed = reading.words[p] is not None and reading.keys[p] in rule_words("each") and p + 2 < limit and reading.keys[p + 1] == "من"
    p += 2 * listed
    second = _second_of_two(reading, p, limit)
    if second:
        closing = second[1] < limit and reading.kinds[second[1]] == QUOTE
        return [(p, reading.mention_at[p][1]), second], second[1] + closing
    end = subject_end(reading, p, limit, takes_object) if p not in reading.opens else quoted_name_end(reading, p, limit, takes_object)
    if end == p:
        return [], p + 1
    end = of_body(reading, p, end, limit, takes_object, governed)
    named, end = end, publisher_end(reading, end if takes_object and (_object_behind(reading, p, end, limit) or _body_behind(reading, p, end, limit)) else apposition_end(reading, end, limit, governed), limit)
    subjects = [(p, end)]
    end = _behind_age(reading, end, limit)
    if end + 1 < limit and reading.tokens.forms[end] in COMMAS:
        end += _closes_apposition(reading, end, limit, end > named or listed or any(reading.tokens.forms[k] in COMMAS for k in range(p, end)))
    while end < limit and reading.words[end] is not None and (reading.words[end].conj or reading.keys[end] == "و") and _is_conjunct(reading, end, limit):
        if len(subjects) == 1 and (_second_office(reading, p, end) or second_trade(reading, p, end, limit)):
            # `قالت ليلى حداد، وزيرة الدولة والمتحدثة باسم الحكومة، إن …`: one person with two offices.
            end = max(subject_end(reading, end, limit, takes_object), end + 1)
            subjects[0] = (p, end)
            continue
        first = end + 1 if reading.keys[end] == "و" else end
        start = first + 1 if reading.kinds[first] == NUMBER and first + 1 < limit else first
        end = max(subject_end(reading, start, limit, takes_object), start + 1) if start not in reading.opens else quoted_name_end(reading, start, limit, takes_object)
        subjects.append((first, end))
        end += _closes_apposition(reading, end, limit, listed or any(reading.tokens.forms[k] in COMMAS for k in range(first, end)))
    return subjects, end


def _behind_age(reading, end, limit):
    """`أقر نيلسون | ، 58 عاما، بأنه …`: return the token behind an age between commas, or `end`."""
    aged = end + 4 < limit and reading.tokens.forms[end] in COMMAS and reading.kinds[end + 1] == NUMBER and reading.keys[end + 2] in rule_words("years") and reading.tokens.forms[end + 3] in COMMAS
    return end + 4 if aged else end


def _closes_apposition(reading, end, limit, apposed):
    """`أعلن سامي، نجل الرئيس، | وزوجته ليلى`, `وقال نشطاء، | ومصادر طبية`: say whether the comma at `end` stands before another subject; where it closes no apposition, one that can speak and is nobody's (`دانيلز، واسمها الحقيقي ليلى`)."""
    word = reading.words[end + 1] if end + 1 < limit else None
    if word is None or reading.tokens.forms[end] not in COMMAS or not word.conj or not _is_conjunct(reading, end + 1, limit):
        return False
    return apposed or not is_possessive(word) and (end + 1 in reading.mention_at and reading.mention_at[end + 1][0].kind != "title" or not word.definite and bare_noun(word) in speaking_nouns() and bare_noun(word) not in human_titles() and not (end + 2 < limit and reading.words[end + 2] is not None and reading.words[end + 2].definite))


def _second_of_two(reading, p, limit):
    """`الوزيران الأردني "كمال نصار"، | والمصري "وليد حداد"`: return the token range of the second holder of an office in the dual, behind a mark, or None."""
    found = reading.mention_at.get(p)
    if found is None or reading.words[p] is None or not reading.words[p].stem.endswith(("ا", "ان")) or not reading.is_person(found[0]) or found[0].kind not in ("name", "new"):
        return None
    k = found[1]
    while k < limit and (reading.kinds[k] == QUOTE or reading.tokens.forms[k] in COMMAS):
        k += 1
    other = reading.mention_at.get(k) if found[1] < k < limit else None
    if other is None or reading.words[k] is None or not reading.words[k].conj or not reading.is_person(other[0]) or other[0].kind not in ("name", "new") or reading.words[p].stem.removeprefix("ال").removesuffix("ن").removesuffix("ا") not in human_titles():
        return None
    return k, other[1]


def _second_office(reading, p, end):
    """Say whether a title with و at token end is a second office of the person whose name and first office stand before it, and no name follows it."""
    word = reading.words[end]
    if not is_title(word) or not (word.definite or end + 1 < len(reading.words) and reading.words[end + 1] is not None and (reading.words[end + 1].definite or is_title(reading.words[end + 1]))):
        return False
    limit = reading.sentence_end(end)
    comma = max(reading.noun_phrase(end, limit), end + 1)
    if comma + 1 < limit and reading.tokens.forms[comma] in COMMAS and not is_complementizer(reading.keys[comma + 1]) and (reading.keys[comma + 1] in reading.registry.first_names or comma + 1 in reading.mention_at and reading.mention_at[comma + 1][0].kind == "name" and reading.is_person(reading.mention_at[comma + 1][0])):
        # `وزير الخارجية، سامي حداد، | ووزيرة الدفاع، ليلى نصار`: the name behind the comma is another's.
        return False
    named = reading.mention_at.get(p)
    offices = [k for k in range(p + 2, end) if reading.words[k] is not None and is_title(reading.words[k])]
    # `الدكتور سامي حداد، عضو المجلس، | وأستاذ القانون`: a short title before the name, and the first office behind it.
    honoured = named is not None and named[0].kind in ("name", "new") and reading.tokens.forms[named[1]] in COMMAS and any(k > named[1] for k in offices)
    first = named is not None and reading.is_person(named[0]) and (honoured or not _headed_by_title(reading, p)) or reading.keys[p] in reading.registry.first_names
    mine = reading.mention_at.get(end)
    nameless = mine is None or mine[0].kind == "title" or not reading.is_person(mine[0]) or honoured and not any(reading.keys[k] in reading.registry.first_names for k in range(end + 1, mine[1]))
    return first and bool(offices) and nameless


def second_trade(reading, p, end, limit):
    """`قال الكاتب | والمحلل السياسي سامي حداد`, `نائب رئيس الوزراء | ووزير الري سامي حداد`: say whether two callings with ال, or a deputy's office and another, and no name between them, stand before one name."""
    first, second = reading.words[p], reading.words[end]
    if first is not None and first.stem in rule_words("second_man") and not second.definite and is_title(second):
        return not any(reading.keys[k] in reading.registry.first_names and k not in reading.mention_in or k in reading.mention_in and (reading.mention_in[k].kind == "demonym" or reading.is_person(reading.mention_in[k]) and reading.mention_in[k].kind != "title") for k in range(p + 1, end)) and any(
            reading.keys[k] in reading.registry.first_names for k in range(end + 2, reading.noun_phrase(end, limit)))
    if first is None or end - p > 3 or not first.definite:
        return False
    if second.definite and not (first.stem[2:] in rule_words("trade") and second.stem[2:] in rule_words("trade")) or not second.definite and not (first.stem[2:] in rule_words("trade") | rule_words("member") and is_title(second)):
        # `المحامي | وعضو هيئة الدفاع سامي حداد`
        return False
    if any(k in reading.mention_in and reading.is_person(reading.mention_in[k]) and reading.mention_in[k].kind == "name" or reading.keys[k] in reading.registry.first_names for k in range(p, end)):
        return False
    stop = reading.noun_phrase(end, limit) if reading.words[end] is not None else end
    return any(reading.keys[k] in reading.registry.first_names or k in reading.mention_in and reading.is_person(reading.mention_in[k]) for k in range(end + 1, stop))


def _object_behind(reading, p, end, limit):
    """`رفض الرئيس، سامي حداد، | الخطة الجديدة، متسائلا`: behind a name with its office and a second comma no third name begins, unless it is a title."""
    if end + 1 >= limit or reading.tokens.forms[end] not in COMMAS:
        return False
    apposed = any(reading.tokens.forms[k] in COMMAS for k in range(p, end))
    if not apposed and named_in_full(reading, p, end):
        # `انتقد الشيخ سامي بن حداد، | التصريحات التي …`: behind a title with its name no thing is another name of his.
        word = reading.words[end + 1]
        return word is not None and end + 1 not in reading.mention_at and word.definite and not is_title(word) and not is_adjective(word) and (word.stem[2:] in verbal_nouns() or word.stem.endswith("ات"))
    if not apposed:
        return False
    word, named = reading.words[end + 1], reading.mention_at.get(end + 1)
    return word is not None and not is_title(word) and not (named is not None and reading.is_person(named[0]))


def named_in_full(reading, p, end):
    """`الشيخ القطري سامي بن حداد`: say whether the words p … end - 1 are a title with a first name behind it."""
    return _headed_by_title(reading, p) and any(reading.keys[k] in reading.registry.first_names for k in range(p + 1, end))


def _body_behind(reading, p, end, limit):
    """`انتقد عميد الكلية سامي حداد، | الاتحاد الأوروبي`: say whether the name of a state or body stands behind the comma after somebody with a title."""
    found = reading.mention_at.get(end + 1) if end + 1 < limit and reading.tokens.forms[end] in COMMAS else None
    return found is not None and found[0].kind in ("name", "metonym") and not reading.is_person(found[0]) and not reading.is_medium(found[0]) and reading.words[p] is not None and is_title(reading.words[p])


def of_body(reading, first, end, limit, takes_object, governed):
    """Return the token after the body that somebody unnamed speaks for: `مصدر | في الدفاع المدني`, `مسؤولون | بالشرطة`, `نائب | عن حزب الوفاق`, `بيان | للنقابة`; else `end`."""
    head, titled = reading.words[first], _goes_on_from_title(reading, first, end, limit, governed)
    if titled > end:
        return titled
    if end == first + 1 < limit and head is not None and head.definite and head.stem[2:] in rule_words("member") and reading.keys[end] in ("في", "عن", "لدي") and reading.keys[end] not in governed and first not in reading.mention_in:
        return _member_end(reading, end, limit)
    if end + 3 < limit and reading.words[end] is not None and reading.words[end].stem in ("في", "لدي") and reading.words[end].stem not in governed and (name := _house_in_marks(reading, end + 1, limit)):
        # `كبير المحللين | لدى "أو سي بي" سامي حداد`
        return name
    if _office_of(reading, first, end, limit):
        # `المكتب الإعلامي | لرئيس الوزراء`, `القيادة المركزية | بالجيش الأمريكي`
        return reading.phrase_end(reading.mention_at[end][1], limit, end)
    if end >= limit or head is None or head.definite:
        return end
    word, at = reading.words[end], end
    if word is None or word.conj or not word.prep and word.particle != "preposition" or any(k in reading.mention_in and reading.mention_in[k].kind not in ("demonym", "new") for k in range(first, end)):
        return end
    if word.particle == "preposition" and (word.stem in ("في", "لدي") or word.stem == "عن" and head.stem in rule_words("member")):
        preposition, at = word.stem, end + 1
    else:
        preposition = word.prep
    if preposition not in (("ل",) if head.stem.removesuffix("ا") in documents() else ("في", "لدي", "ب", "عن")) or preposition in governed and not (preposition == "ل" and head.stem.removesuffix("ا") in documents()) or at >= limit or reading.is_place(at):
        return end
    if opens_name(reading, at) and actor_like(reading, (first, first + 1)):
        # `قيادي | في «كتلة الإصلاح»`
        return reading.opens[at].last + 1
    body = reading.words[at]
    bare = bare_noun(body) if body is not None and body.particle is None and not body.verb else ""
    if reading.keys[first] in reading.registry.given or not actor_like(reading, (first, first + 1)) or bare not in speaking_nouns() and not (at in reading.mention_in and reading.mention_in[at].actor.endswith("_ministry")) or bare in human_titles() or bare in documents() or bare in rule_words("news") or bare in rule_words("reviewer") or bare in named_heads() and bare in addressees():
        return end
    stop = max(reading.phrase_end(at + 1, limit, at), end)
    return _before_object(reading, at, stop) if takes_object else stop


def _goes_on_from_title(reading, first, end, limit, governed):
    """`رئيس لجنة الإدارة | بمجلس النواب`, `القيادي | بقوى الحرية سامي حداد`, `المدير الفني | لفريق النجوم`: return the token after what belongs to an office behind ب or ل
    and the name of its holder, or `end`. Without a name a comma, a clause or what the verb governs must follow."""
    word = reading.words[end] if end < limit else None
    if word is None or word.conj or word.prep not in ("ب", "ل") or reading.inside[end] != reading.inside[first] or is_complementizer(reading.keys[end]) or is_possessive(word):
        return end
    noun = word.stem.removeprefix("ال")
    head = reading.words[first]
    body = head is not None and bare_noun(head) in named_heads() and bare_noun(head) in speaking_nouns()
    if not (body or any(reading.words[k] is not None and is_title(reading.words[k]) for k in range(first, end))) or noun in addressees() and word.prep == "ل" or noun in manner_nouns() or noun in rule_words("occasion") or noun in verbal_nouns() or noun in documents() or reading.keys[end] in rule_words("led_by") or noun in human_titles() and not (body or reading.words[end - 1] is not None and reading.words[end - 1].definite and is_adjective(reading.words[end - 1])):
        return end
    named = reading.mention_at.get(end)
    if CUE_READINGS[reading.keys[end]] and named is None or named is not None and (reading.is_medium(named[0]) or body and reading.is_person(named[0]) and not (reading.words[end - 1] is not None and reading.words[end - 1].stem.removeprefix("ال") in rule_words("belonging"))):
        return end
    name = next((k for k in range(end + 1, min(end + 9, limit)) if _holder_begins(reading, k)), None)
    if name is not None and reading.tokens.forms[name - 1] in COMMAS:
        # `النائب | بمجلس نواب الشعب، سامي حداد`: he is named in apposition.
        name = None
    if name is not None and all(reading.words[k] is not None and not (reading.words[k].particle or reading.words[k].verb) and (k == end or not reading.words[k].prep) for k in range(end, name)):
        stop = reading.phrase_end(reading.mention_at[name][1] if name in reading.mention_at else name + 1, limit, name)
        if word.prep in governed and not any(reading.kinds[k] == WORD and (is_complementizer(reading.keys[k]) or preposition_at(reading, k, governed)) or reading.tokens.forms[k] == ":" or k in reading.opens for k in range(stop, min(stop + 8, limit))):
            # `أشاد المدير | بجهود أمير قطر`: what the verb governs.
            return end
        return next((k for k in range(name + 2, stop) if k in reading.mention_at and reading.is_person(reading.mention_at[k][0]) or _object_begins(reading, name, k)), stop)
    if word.prep in governed and not (body and word.prep == "ل") or name is not None:
        return end
    stop = reading.phrase_end(reading.mention_at[end][1] if end in reading.mention_at else end + 1, limit, end)
    seat = body and word.prep == "ل" or noun in named_heads() or noun in speaking_nouns() or end in reading.mention_in or reading.is_place(end)
    follows = stop < limit and (reading.tokens.forms[stop] in (*COMMAS, ":") or reading.kinds[stop] == WORD and (is_complementizer(reading.keys[stop]) or bool(preposition_at(reading, stop, governed))))
    return stop if seat and follows else end


def _holder_begins(reading, k):
    """Say whether the name of an office's holder begins at token k: a first name that is no other word here, or a form of address."""
    word = reading.words[k]
    if word is None or word.particle or word.prep or word.conj or reading.anonymity_end(k) > k:
        return False
    named = reading.mention_at.get(k)
    return reading.keys[k] in reading.registry.first_names and not word.definite and not (word.stem in common_nouns() or word.verb) or reading.keys[k] in rule_words("honorific") and k + 1 < len(reading.words) and reading.words[k + 1] is not None or named is not None and reading.is_person(named[0]) and named[0].kind in ("name", "new")


def _office_of(reading, first, end, limit):
    """Say whether a body with ال and its adjective, tokens first … end - 1, goes on with ل or ب and whose it is, named right behind."""
    head, named = reading.words[first], reading.mention_at.get(end) if end < limit else None
    if head is None or not head.definite or head.stem[2:] not in rule_words("bureau") or end != first + 2 or reading.words[first + 1] is None or not is_adjective(reading.words[first + 1]) or first in reading.mention_in or named is None or named[0].kind == "demonym" or reading.words[end] is None:
        return False
    word = reading.words[end]
    body = reading.registry.actor(named[0].actor)
    return word.prep == "ل" and not word.conj and (named[0].kind == "title" or is_title(word) or not reading.is_person(named[0])) or word.prep == "ب" and not reading.is_person(named[0]) and not (body is not None and body.type == "state")


def _house_in_marks(reading, at, limit):
    """`محلل لدى | "أو سي بي" سامي حداد`, `المدير في | شركة "نور" سامي حداد`: return the token after a house in marks at `at`, or behind its noun, and the name of two words or more behind it; None elsewhere."""
    house = reading.opens.get(at) or reading.words[at] is not None and reading.words[at].stem in named_heads() and reading.opens.get(at + 1)
    name = house.last + 1 if house else limit
    if name + 1 >= limit or not reading.is_name(house) or reading.words[name] is None or reading.words[name].particle:
        return None
    end = reading.mention_at[name][1] if name in reading.mention_at and reading.is_person(reading.mention_at[name][0]) else reading.phrase_end(name + 1, limit, name) if reading.keys[name] in reading.registry.first_names else name
    return end if end > name + 1 else None


def _member_end(reading, end, limit):
    """`القيادي | في تيار الحكمة سامي حداد`, `النائب | عن كتلة الوفاق`: return the token after the body and the name, or `end` where no name follows."""
    name = next((k for k in range(end + 2, min(end + 8, limit)) if reading.keys[k] in reading.registry.first_names and reading.words[k] is not None and not (reading.words[k].particle or reading.words[k].prep or reading.words[k].conj or reading.inside[k] != reading.inside[end])), None)
    if name is None:
        return end
    # `النائب | عن كتلة الوفاق، سامي حداد، …`
    comma = reading.tokens.forms[name - 1] in COMMAS and name > end + 2
    marked = next((q for k in range(end + 1, name) if (q := reading.opens.get(k)) is not None and reading.is_name(q)), None)
    if any((reading.words[k] is None or reading.words[k].particle or reading.words[k].verb) and not (marked is not None and marked.first <= k <= marked.last) for k in range(end + 1, name - comma)):
        return end
    stop = reading.phrase_end(name + 1, limit, name)
    return next((k for k in range(name + 2, stop) if _object_begins(reading, name, k)), stop)


_PUBLISHES = FormCache(lambda key: key in publishing_verbs() or any(r.form.pronoun and r.form.pos == "perfect" and r.cue.act in ("report", "write", "declare", "show", "say") for r in CUE_READINGS[key]))
"""Folded form → whether it can be a verb that tells who published what stands before it."""


def publisher_end(reading, end, limit):
    """دراسة نشرتها مجلة …, استطلاع أجراه معهد …: a document with the verb that published it and its publisher is one phrase."""
    if end + 2 < limit and reading.keys[end] in rule_words("received") and reading.words[end + 1] is not None and reading.words[end + 1].particle == "pronoun_prepositional" and reading.starts_noun_phrase(end + 2):
        # `شهادات | حصلت عليها الوكالة`
        reading.taken.add(end)
        return subject_end(reading, end + 2, limit, True)
    if end < limit and reading.kinds[end] == WORD and _PUBLISHES[reading.keys[end]]:
        stop = reading.noun_phrase(end + 1, limit)
        if stop > end + 1:
            reading.taken.add(end)
            return stop
    return end


def quoted_name_end(reading, p, limit, takes_object=False):
    """Return the token after a noun phrase that begins with a name in marks: `«الضحى» اليومية`; `رفضت «الضحى» | نشر الخبر`."""
    end = reading.opens[p].last + 1
    while end < limit and (step := reading._continues(end, limit)) > end and not _noun_of_saying(reading, end) and not (takes_object and _object_begins(reading, p, end)):
        end = step
    return end


def _noun_of_saying(reading, i):
    """`نقلت "سبوتنيك" قول القائد`: the noun begins what is passed on."""
    return any(r.form.pos == "noun" and r.cue.act == "say" and not r.form.definite for r in CUE_READINGS[reading.keys[i]])


def _is_conjunct(reading, p, limit):
    """A noun with و right after the subject is a second subject, unless it is itself a cue or a verb."""
    if p in reading.mention_at or p + 1 < limit and reading.mention_in.get(p) is not None:
        return True
    if reading.keys[p] == "و":
        named = reading.kinds[p - 1] == QUOTE and p + 1 in reading.opens and reading.is_name(reading.opens[p + 1])
        # `"حركة الأمل" و"مجموعة الدفاع"`
        return p + 1 < limit and (named or reading.kinds[p + 1] in (NUMBER, LATIN) or p + 1 in reading.mention_at)
    word = reading.words[p]
    if word.particle or word.verb or word.prep or reading.keys[p] in rule_words("seated"):
        return False
    if is_possessive(word) and any(r.form.pos == "noun" and r.form.pronoun for r in CUE_READINGS[reading.keys[p]]):
        # `إدانة النقابة | واستنكارها للقرار`
        return False
    return not any(r.form.pos in ("perfect", "imperfect", "passive", "participle") for r in CUE_READINGS[reading.keys[p]])


def apposition_end(reading, end, limit, governed=frozenset()):
    """Return the token after an apposition behind `end`, or `end`. `وزير الخارجية الروسي، سيرغي لافروف،`: a comma, then a name or title, then a comma or the complement."""
    if end < limit and reading.tokens.forms[end] in COMMAS and end + 1 < limit:
        start = end + 1
        if start in reading.mention_at and reading.words[start] is not None and reading.words[start].conj:
            # `الرئيس التركي، رجب طيب أردوغان، | والرئيس الروسي، …`: no apposition begins with و.
            return end
        if reading.anonymity_end(start) > start:
            # `أفاد مصدر في الحزب، | فضل عدم ذكر اسمه، بأن …`
            return end
        if reading.words[start] is not None and (reading.words[start].stem in rule_words("all") or any(base in rule_words("counterpart") for base, _ in without_pronoun(reading.words[start].stem))):
            # `حثت الوزارة، | جميع الأطراف على الحوار`, `أبلغ الرئيس، | نظيره السوري، بـ…`
            return end
        if start in reading.mention_at or reading.starts_noun_phrase(start) and reading.words[start] is not None and not reading.words[start].conj and not CUE_READINGS[reading.keys[start]]:
            stop = reading.noun_phrase(start, limit)
            word, held = reading.words[start], reading.mention_in.get(end - 1)
            if word is not None and start not in reading.mention_at and not word.definite and word.stem in verbal_nouns() and (held is not None and reading.is_person(held) or not is_title(word) and word.stem not in speaking_nouns()):
                # `واعتبر سامي حداد، | انسحاب الشركة "نتيجة طبيعية"`, `أكد المحافظ، | حرص المدينة على النظافة`
                return end
            if word is not None and start not in reading.mention_at and word.definite and not is_title(word) and not is_adjective(word) and word.stem[2:] in verbal_nouns() and word.stem[2:] not in speaking_nouns() | named_heads() | documents():
                # `استنكرت وزارة الخارجية، | القصف التركي على القرية`: no deed is another name of a body.
                return end
            if held is not None and reading.is_person(held) and word is not None and start not in reading.mention_at and word.definite and not is_title(word) and not is_adjective(word) and word.stem[2:] not in speaking_nouns() and (word.stem[2:] in verbal_nouns() or word.stem.endswith("ات") or word.stem[2:] in common_nouns() and word.stem[2:] not in human_titles()):
                # `اعتبر سامي حداد، | العقوبات على بلاده "طعنة"`
                return end
            if held is not None and start in reading.mention_at and (reading.is_person(held) or held.kind in ("name", "metonym") and not reading.is_medium(held) and not reading.is_medium(reading.mention_at[start][0]) and held.party != reading.mention_at[start][0].party) and reading.mention_at[start][0].kind in ("name", "metonym") and not reading.is_person(reading.mention_at[start][0]):
                # `واتهم وزير الخارجية الروسي، | أمريكا بأنها …`: neither a state nor a body is another name of a person.
                return end
            if governed and held is not None and start in reading.mention_at and reading.keys[start] in rule_words("head_of_state") and reading.is_person(held) and len({held.party, reading.mention_at[start][0].party, "unaffiliated"}) == 3:
                # `دعا وزير الري الفرنسي، سامي حداد، | الرئيس السوري إلى الحوار`: another country's president.
                return end
            longer = _long_title(reading, start, stop, limit, governed)
            if longer is not None:
                return longer
            if stop < limit and (start in reading.mention_at or stop - start >= 2):
                after = reading.tokens.forms[stop]
                if after in ("،", ",", ":", "(") or reading.kinds[stop] == QUOTE or reading.kinds[stop] == WORD and (is_complementizer(reading.keys[stop]) or reading.words[stop].particle in ("preposition", "adverb")):
                    return stop
    return end


def _long_title(reading, start, stop, limit, governed):
    """Return the token after a title that goes on behind a preposition (`سامي حداد، محلل الشؤون العسكرية بشبكة الضحى، إن …`), if a comma or إن closes it; else None."""
    after = reading.words[stop] if stop < limit else None
    if stop == start or reading.words[start] is None or not is_title(reading.words[start]) or after is None or (after.prep or after.stem) in governed:
        return None
    for k in range(stop, min(limit, start + 14)):
        word, mark = reading.words[k], reading.tokens.forms[k]
        if word is None:
            if reading.inside_mention(k):
                # `سامي حداد، مستشار الأمن للرئيس | ، ليلى فارس، …`
                return next((q for q in range(k + 1, limit) if reading.mention_in.get(q) is not reading.mention_in[k]), limit)
            if mark in COMMAS:
                behind = reading.words[k + 1] if k + 1 < limit else None
                return k if behind is not None and (behind.particle in ("complementizer", "preposition", "adverb") or behind.prep == "ب") else None
            if reading.kinds[k] not in (NUMBER, LATIN) and mark not in "()":
                return k if mark == ":" else None
        elif is_complementizer(reading.keys[k]):
            return k
        elif word.particle == "preposition" and word.stem not in rule_words("binding"):
            # `سامي حداد، مدير المركز | خلال المؤتمر`
            return k
        elif word.particle == "preposition" and k + 1 < limit and reading.words[k + 1] is not None and bool({bare_noun(reading.words[k + 1])} & (documents() | rule_words("occasion"))):
            # `سامي حداد، مدير المركز | في مؤتمر صحفي`
            return k
        elif word.verb or word.particle not in (None, "preposition") or k not in reading.mention_in and any(r.form.pos != "noun" for r in CUE_READINGS[reading.keys[k]]):
            return None
    return None


def opens_name(reading, j):
    """Say whether a name in marks opens at token j."""
    return reading.kinds[j] == QUOTE and j in reading.opens and reading.is_name(reading.opens[j])
