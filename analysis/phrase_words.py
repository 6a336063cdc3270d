"""How a noun phrase goes on at a word, or ends before it, as named cases.

A case returns the token behind what belongs to the phrase, the word's own token j where the phrase ends before it, or None
where the case is not met; `head` is the first token of the phrase, None where nobody says. `|` stands before token j.
"""

from analysis.wordlists import WORDS, accusative_noun, addressees, adjectives, carries_on, common_nouns, double_offices, human_titles, known_nouns, manner_nouns, name_links, named_heads, publishing_verbs, quantities, rule_words, speaking_nouns, title_links, verbal_nouns
from analysis.words import NUMBER, WORD, FormCache


def through_word(reading, j, limit, head):
    """Return the token after the next piece of a noun phrase that goes on at the word at token j, which no mention begins at, or j if it ends."""
    for case in _CASES_OF[reading.keys[j]]:
        end = case(reading, j, limit, head)
        if end is not None:
            return end
    return j + 1


def _those_counted(reading, j, limit, head):
    """`عدد | من النواب`, `مجموعة واسعة | من النواب`: who is counted belongs to the number."""
    return max(reading.noun_phrase(j + 1, limit), j) if head is not None and j + 1 < limit and reading._counts(head, j) else None


def _name_of_office(reading, j, limit, head):
    """`الأمين العام | لـ«حزب الوفاق» سامي حداد`: whose office it is belongs to the phrase."""
    return reading.opens[j + 1].last + 1 if _office_of_body(reading, j, limit) else None


def _quantity_as_object(reading, j, limit, head):
    """`يذكر اللبنانيون | العديد من الخطابات`: behind a noun with ال a quantity begins a phrase of its own."""
    return j if j + 1 < limit and reading.keys[j + 1] == "من" and reading.words[j - 1] is not None and reading.words[j - 1].definite else None


def _behind_link(reading, j, limit, head):
    """`أحمد بن | سالم`: what stands behind a link of names is of the name; `إن` and `أن` are none."""
    return j + 1 if reading.keys[j - 1] in name_links() and reading.tokens.forms[j - 1][1:2] not in ("إ", "أ") else None


def _preposition_bound(reading, j, limit, head):
    """`بيان صادر | عن الوزارة`, `مصدر مقرب | من الملف`: a preposition that completes the word before it."""
    return max(reading.noun_phrase(j + 1, limit), j) if j - 1 != head and _binds(reading, j - 1, reading.words[j].stem) else None


def _in_construct(reading, j, limit, head):
    """`منتقدو | هذا القرار`: a plural without its ن is in construct state."""
    before = reading.keys[j - 1]
    if j - 1 != head or not (before[-1] == "و" or before[-1] == "ي" and (before[0] == "م" or before[:-1] in speaking_nouns())):
        return None
    return j + 2 if j + 1 < limit and reading.words[j + 1] is not None and reading.words[j + 1].definite else None


def _several(reading, j, limit, head):
    """`دول | عدة`, `دول غربية | عدة`"""
    return j + 1 if head is not None and j - head <= 3 and reading.words[head] is not None and not reading.words[head].definite else None


def _will_not_be_named(reading, j, limit, head):
    """`مصدر أمني | طلب عدم كشف اسمه`"""
    return j if reading.anonymity_end(j) > j else None


def _where_he_is(reading, j, limit, head):
    """`الناشط سامي حداد | الموجود في المدينة`"""
    return j if _ends_in_person(reading, j) else None


def _other_than(reading, j, limit, head):
    """`منظمة "الضحى" | غير الحكومية`, `منظمات | غير حكومية`: غير with the adjective that it negates."""
    before, after = reading.words[j - 1], reading.words[j + 1] if j + 1 < limit else None
    if after is None:
        return None
    if after.definite:
        return j + 2 if j + 1 not in reading.mention_at and (before is None or before.definite) else None
    if j - 1 != head or before is None or before.definite or not after.stem.endswith("ية"):
        return None
    return None if before.stem in common_nouns() and before.stem in verbal_nouns() else j + 2


def _and_other_than(reading, j, limit, head):
    """`منظمات دولية | وغير حكومية`"""
    before, after = reading.words[j - 1], reading.words[j + 1] if j + 1 < limit else None
    if head is None or j - 1 <= head or before is None or after is None:
        return None
    return j + 2 if before.stem.endswith("ية") and after.stem.endswith("ية") and before.definite == after.definite else None


def _verb_with_them(reading, j, limit, head):
    """`الجيش الإسرائيلي | منعهم من العبور`: behind an adjective with ال no noun has a pronoun: it is a verb."""
    return j if head is not None and j - 1 > head and reading.words[j - 1] is not None and reading.words[j - 1].definite and j not in reading.mention_in else None


def _semi(reading, j, limit, head):
    """`وكالة "الضحى" | شبه الرسمية`"""
    return j + 2 if j + 1 < limit and reading.words[j + 1] is not None and reading.words[j + 1].definite else None


def _begins_object(reading, j, limit, head):
    """`نشر الوزير | تغريدة`: behind a noun with ال a common noun without it is none of its phrase; no title (`الميجر جنرال`) and no name is meant."""
    before = reading.words[j - 1]
    if before is None or not before.definite or j - 1 in reading.mention_in or j + 1 < len(reading.kinds) and reading.kinds[j + 1] == NUMBER:
        return None
    return j if reading.words[j].stem not in reading.first_names else None


def _thing_published(reading, j, limit, head):
    """`كتب الإعلامي سامي حداد | تغريدة`: behind a person, or an adjective, what he publishes begins a phrase of its own."""
    return j if head is not None and (j - 1 > head or head in reading.mention_at and reading.is_person(reading.mention_at[head][0])) else None


def _joined(reading, j, limit, head):
    """`وزارة الصحة | والسكان`, `الانتخابات الرئاسية | والبرلمانية`: a second part of what a body is for, or a second adjective."""
    return j + 1 if head is not None and (joins_field(reading, head, j) or _joins_adjective(reading, head, j)) else None


def _region_joined(reading, j, limit, head):
    """`مديرة قسم الشرق الأوسط | وشمال أفريقيا`"""
    after = reading.words[j + 1] if j + 1 < limit else None
    return j + 2 if head is not None and after is not None and (reading.is_place(j + 1) or j + 1 in reading.mention_at or after.stem in rule_words("continent")) else None


def _ends(reading, j, limit, head):
    """`وزير الخارجية | وقال`, `الوزير | أمس`: a word with و, a verb, a particle and the like is of no phrase."""
    return j


def _indefinite_object(reading, j, limit, head):
    """`أصدرت الرابطة | بيانا`: a noun in the accusative behind a definite one."""
    return j if _complete(reading, j) else None


def _circumstance(reading, j, limit, head):
    """`أضاف المدير | موجها كلامه إلى العمال`, `علقت المتحدثة ليلى حداد | ساخرة على …`"""
    return j if _is_circumstance(reading, j) else None


def _behind_letter(reading, j, limit, head):
    """`وكالة الأمم المتحدة | للهجرة`, `المدير العام | للشركة`: what ل joins to a body or an office belongs to it, and so does a surname in ب; else the phrase ends at a preposition."""
    word, before = reading.words[j], reading.words[j - 1]
    of_rank = word.prep == "ل" and before is not None and before.definite and before.stem.removeprefix("ال") in rule_words("of_rank")
    return j + 1 if of_rank or _named_for(reading, j, head) or reading.keys[j] in title_links() or _surname_in_b(reading, head, j, limit) else j


def _named_for(reading, j, head):
    """`المنظمة الدولية | للهجرة`: say whether لل at token j goes on from a noun with ال, and neither whom it is said to nor what is done stands there."""
    word, before = reading.words[j], reading.words[j - 1]
    if before is None or not before.definite or not reading.keys[j].startswith("لل") or word.stem[2:] in addressees():
        return False
    if word.stem[2:] in verbal_nouns() and not _names_body(reading, head, j) and before.stem[2:] not in rule_words("belonging") or _ends_in_person(reading, j):
        return False
    people = before.stem.endswith("ين") and j - 1 in reading.mention_at and reading.mention_at[j - 1][0].kind == "demonym"
    return not (people and reading.words[j - 2] is not None and not reading.words[j - 2].definite)


def _office_of_body(reading, j, limit):
    """`الأمين العام | لـ«حزب الوفاق» سامي حداد`: say whether ل at token j joins a name in marks to an adjective of rank: one that begins with what bodies are called by, or has a personal name behind it."""
    quotation, before = reading.opens.get(j + 1), reading.words[j - 1]
    if quotation is None or before is None or before.stem.removeprefix("ال") not in rule_words("of_rank") or quotation.last >= limit or not reading.is_name(quotation):
        return False
    k = quotation.last + 1
    k += k < limit and reading.words[k] is not None and reading.words[k].definite and reading.words[k].stem[2:] in human_titles()
    return reading.keys[j + 2].removeprefix("ال") in named_heads() or k < limit and reading.keys[k] in reading.first_names


def _binds(reading, j, preposition):
    """Say whether the word at j, of a noun phrase, is one that a preposition completes: صادر عن، مقرب من."""
    bare = reading.words[j].stem.removeprefix("ال") if reading.words[j] is not None else ""
    return preposition == "من" and bare in rule_words("close_to") or preposition == "علي" and bare in rule_words("informed") or preposition in ("عن", "من") and bare in rule_words("issued")


def _ends_in_person(reading, j):
    """Say whether a person's name ends right before token j: nothing in لل goes on from it."""
    held = reading.mention_in.get(j - 1)
    return held is not None and held.kind in ("name", "new") and reading.is_person(held)


def _names_body(reading, head, j):
    """`وكالة الأمم المتحدة للهجرة`: a noun that bodies are called by stands before the mention that ends here."""
    word = reading.words[head] if head is not None and j - head <= 4 else None
    return word is not None and not word.definite and word.stem in named_heads()


def _surname_in_b(reading, head, j, limit):
    """`سفيتلانا | بيلنكو المتحدثة`, `كارلو | بونتي حريمو`: say whether a word that begins with ب goes on from an unknown name at `head`, with its rest or an office behind it."""
    word, first, after = reading.words[j], reading.words[j - 1], reading.words[j + 1] if j + 1 < limit else None
    if head is not None and _surname_behind_given(reading, j, after):
        return True
    if head is None or j - 1 != head or word.prep != "ب" or word.definite or len(word.stem) < 3 or first is None or first.definite or first.particle or first.verb or after is None:
        return False
    if j in reading.mention_in or any(noun in known for noun in (word.stem, first.stem) for known in (common_nouns(), verbal_nouns(), speaking_nouns(), adjectives(), human_titles(), named_heads(), manner_nouns())) or word.stem.endswith(("ة", "ه", "ها", "ات")) or reading.is_place(j):
        return False
    name = not (after.definite or after.particle or after.verb or after.prep or after.conj) and not any(after.stem in known for known in (common_nouns(), verbal_nouns(), speaking_nouns(), adjectives()))
    return name or after.definite and after.stem[2:] in human_titles()


def _surname_behind_given(reading, j, after):
    """`رئيس الحزب عثمان | برمة صحة الخبر`: say whether a word that begins with ب, of which nothing else is known, goes on from a given name, with a noun or a clause behind it."""
    word = reading.words[j]
    if word.prep != "ب" or word.definite or len(word.stem) < 3 or reading.keys[j - 1] not in reading.registry.first_names or reading.words[j - 1].stem in known_nouns() or after is None or after.prep or after.conj or after.definite and after.stem[2:] in adjectives():
        return False
    return not (j in reading.mention_in or word.stem in known_nouns() or word.stem in verbal_nouns() or word.stem in adjectives() or word.stem.endswith(("ه", "ها", "هم", "ات")) or reading.is_place(j))


def _complete(reading, j):
    """Say whether the noun before token j is definite: an indefinite one in ا behind it is an object (`أصدرت الرابطة | بيانا`)."""
    before = reading.words[j - 1]
    return before is not None and (before.definite or j - 1 in reading.mention_in)


def _is_circumstance(reading, j):
    """`روحاني | موجها حديثه`: a participle in the accusative behind a person's name tells what he does."""
    stem = reading.words[j].stem
    after = reading.words[j + 1] if j + 1 < len(reading.words) else None
    whose = after is not None and not after.prep and after.stem.endswith(("ه", "ها", "هم")) and reading.words[j - 1] is not None and reading.words[j - 1].definite
    if stem[-1] in "اة" and stem[:-1] in rule_words("in_a_mood"):
        # `علقت المتحدثة ليلى حداد | ساخرة على …`
        return not reading.words[j].definite and (after is None or after.prep != "" or after.particle == "preposition") and _ends_in_person(reading, j)
    # `أضاف المدير | موجها كلامه إلى العمال`
    return stem[0] == "م" and len(stem) > 4 and stem.endswith(("ا", "اً")) and (_ends_in_person(reading, j) or whose)


def joins_field(reading, head, j):
    """`وزارة الصحة والسكان`, `رئيس لجنة الأمن والدفاع`, `معهد الشرق للأبحاث ودراسة السياسات`: what a body is for has two parts, neither of which acts."""
    before, word = reading.words[j - 1], reading.words[j]
    bare = word.stem.removeprefix("ال")
    held = reading.mention_in.get(j - 1)
    if held is not None and (held.kind == "demonym" and j - 2 > head or reading.is_medium(held)):
        # `وكالة الأنباء السورية | والإعلام الحربي`
        return False
    if before is None or not before.definite or bare in human_titles() or bare in double_offices():
        return False
    if word.definite and bare in rule_words("ideal") and before.stem[2:] in rule_words("ideal") and reading.words[j - 2] is not None and reading.words[j - 2].stem in rule_words("party_head"):
        # `حزب العدل والبناء`
        return True
    purpose, of_two = before.prep == "ل" and j - 1 not in reading.mention_in, any(reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in double_offices() for k in range(head, j - 1))
    if bare.endswith(("ون", "ين")) and bare not in common_nouns():
        # `وزارة الخارجية والمغتربين`: a plural in ين is no second subject.
        return of_two and word.definite and bare.endswith("ين")
    if not word.definite:
        # `وزارة الزراعة واستصلاح الأراضي`, `وزارة الخارجية وشؤون المغتربين`
        return (purpose or of_two and reading.kinds[j + 1:j + 2] == [WORD] and reading.words[j + 1].definite) and (bare in verbal_nouns() or bare in rule_words("affairs"))
    return purpose or of_two


def _joins_adjective(reading, head, j):
    """`الانتخابات الرئاسية | والبرلمانية`: a second adjective of the same noun."""
    before, word = reading.words[j - 1], reading.words[j]
    if j - 1 <= head or before is None or before.definite != word.definite or word.prep or before.prep:
        return False
    if not word.definite:
        # `مصادر عراقية | وغربية`, `نواب محليون | ودوليون`
        noun = word.stem in human_titles() or word.stem in rule_words("noun_in_iya") or word.stem in verbal_nouns() or word.stem in speaking_nouns()
        return not noun and any(before.stem.endswith(end) and word.stem.endswith(end) for end in ("ية", "يون"))
    return any(before.stem.endswith(end) and word.stem.endswith(end) for end in ("ي", "ية")) and not any(noun in human_titles() or noun in rule_words("noun_in_iya") for noun in (before.stem[2:], word.stem[2:]))


def _bare(word):
    """Say whether a word has neither ال nor a letter before it."""
    return not (word.definite or word.conj or word.prep)


_CASES = (
    (lambda word, key: key == "من", _those_counted),
    (lambda word, key: key == "ل", _name_of_office),
    (lambda word, key: word.stem in quantities(), _quantity_as_object),
    (lambda word, key: word.particle != "complementizer", _behind_link),
    (lambda word, key: word.particle == "preposition" and not word.conj, _preposition_bound),
    (lambda word, key: word.particle == "demonstrative" and not word.conj, _in_construct),
    (lambda word, key: word.particle == "quantifier" and key in rule_words("several"), _several),
    (lambda word, key: word.stem in rule_words("declines"), _will_not_be_named),
    (lambda word, key: word.definite and word.stem[2:] in rule_words("situated"), _where_he_is),
    (lambda word, key: key == "غير", _other_than),
    (lambda word, key: key == "وغير", _and_other_than),
    (lambda word, key: word.stem.endswith(("هم", "هما")) and len(word.stem) > 4 and _bare(word) and word.stem not in rule_words("oneself"), _verb_with_them),
    (lambda word, key: word.stem in rule_words("semi") and not word.conj, _semi),
    (lambda word, key: word.stem in common_nouns() and word.stem not in human_titles() and _bare(word), _begins_object),
    (lambda word, key: word.stem in rule_words("post") and _bare(word), _thing_published),
    (lambda word, key: word.conj, _joined),
    (lambda word, key: word.conj and word.stem in rule_words("compass"), _region_joined),
    (lambda word, key: word.conj or word.verb or word.particle or word.stem in rule_words("own_words") or word.stem in publishing_verbs(), _ends),
    (lambda word, key: key in rule_words("blesses") or key in rule_words("held_as") or word.stem.endswith(("ا", "ة", "ين")) and carries_on(key), _ends),
    (lambda word, key: word.stem.endswith(("ا", "ة", "ين")) and accusative_noun(word), _indefinite_object),
    (lambda word, key: word.stem.endswith(("ا", "ة", "ين")), _circumstance),
    (lambda word, key: word.prep, _behind_letter),
)
"""In the order tried: which words it is for, as they are by themselves; the case. With none of them met the phrase goes on."""

_CASES_OF = FormCache(lambda key: tuple(case for applies, case in _CASES if applies(WORDS[key], key)))
"""Folded form → the cases that are tried at it."""
