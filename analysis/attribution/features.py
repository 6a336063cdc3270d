"""What a noun phrase is: its gender and number, whether it can speak, whether it is a document."""

from functools import cache

from analysis.inflection import without_pronoun
from analysis.wordlists import adjectives, common_nouns, documents, human_titles, known_nouns, name_links, noun_features, plural_nouns, quantities, rule_words, speaking_nouns, verbal_nouns
from analysis.words import COMMAS, NUMBER, FormCache


def agrees(reading, phrase, form):
    """Say whether a noun phrase can be the subject of a verb form before it (gender only: such a verb is singular)."""
    gender, number = phrase_features(reading, phrase)
    if form.gender is None or gender is None:
        return True
    if number == "p" and gender == "m":
        return form.gender in ("m", "f")
    return gender == form.gender or form.gender == "f" and title_of_woman(reading, phrase)


def title_of_woman(reading, phrase):
    """`أكدت | النائب هند الشواورة`, `| النائب المهندسة رند حداد`: say whether a masculine title stands right before a first name, a woman's short title or a word of no list with another behind it; behind a feminine verb it is a woman's."""
    word = reading.words[phrase[0]]
    if phrase[1] - phrase[0] < 2 or word is None or (word.stem[2:] if word.definite else word.stem) not in human_titles():
        return False
    name, behind = reading.words[phrase[0] + 1], reading.words[phrase[0] + 2] if phrase[1] - phrase[0] > 2 else None
    if reading.keys[phrase[0] + 1] in reading.registry.first_names or name is not None and name.stem in rule_words("honorific") and name.stem.endswith("ة"):
        return True
    unknown = name is not None and not (name.definite or name.prep or name.conj or name.particle or name.verb or name.stem in known_nouns() or name.stem in adjectives() or name.stem in verbal_nouns())
    return unknown and word.definite and word.stem[2:] in rule_words("member") and behind is not None


def phrase_features(reading, phrase):
    """Return (gender, number) of a noun phrase: of its actor if known, else read off its head; None where unclear."""
    word = reading.words[phrase[0]]
    counts = word is not None and _COUNTS[word.stem]
    counted = counted_at(reading, phrase) if counts else None
    if counted is not None:
        # `عدد من الدول`, `عدد كبير من الدول`: as many as those who are counted; a verb agrees with the one or the other.
        return None, phrase_features(reading, (counted, phrase[1]))[1]
    if counts and word.stem in rule_words("crowd") and phrase[1] - phrase[0] > 1 and reading.words[phrase[0] + 1] is not None and reading.words[phrase[0] + 1].definite:
        # `قال عشرات العمال`, `قالت عشرات العاملات`
        return None, "p"
    if counts and word.stem in rule_words("few") and not word.conj:
        # `قال ثلاثة عمال`, `قالت ثلاث عاملات`
        return None, "p"
    if counts and word.stem in rule_words("either_gender"):
        return None, "s"
    if (listed := noun_features().get(bare_noun(word))) is not None:
        return listed
    if _ministry_left_out(reading, phrase):
        return "f", "s"
    mention = reading.mention_at.get(phrase[0])
    if mention is not None and word is not None and word.stem.endswith("ة") and (word.stem in human_titles() or word.definite) and (word.stem in human_titles() or mention[0].kind == "title" or not reading.is_person(mention[0])):
        return "f", "s"
    if mention is not None and word is not None and word.definite and word.stem.endswith(("ون", "ين")) and len(word.stem) > 6 and not reading.is_person(mention[0]) and not reading.is_state(mention[0]) and mention[0].kind in ("name", "demonym"):
        # `أعلن الإرهابيون`: they are called by a plural here, whatever their group's gender is.
        return "m", "p"
    if mention is not None:
        known = reading.features(mention[0])
        if phrase[1] - phrase[0] == 1 and reading.is_person(mention[0]) and mention[0].kind == "name":
            # A surname alone may be another bearer's; ماكرون is no plural.
            return None, "s"
        if known[0] == "f" and mention[0].kind == "name" and _masculine_name(reading, mention):
            # `أعلن الصليب الأحمر`, though the committee is feminine.
            return "m", "s"
        if known[0] or known[1] and mention[0].kind in ("name", "metonym") and reading.is_state(mention[0]):
            # `أعلن العراق`, `أعلنت العراق`: usage has both.
            return known
    word = reading.words[phrase[0]]
    if word is not None and word.particle in ("demonstrative", "quantifier") and phrase[0] + 1 < phrase[1] and reading.words[phrase[0] + 1] is not None:
        following = reading.words[phrase[0] + 1]
        if word.particle == "quantifier" and word.stem in rule_words("one_of"):
            # `قال أحد المحررين`
            return "f" if word.stem.endswith("ي") else "m", "s"
        if word.particle == "quantifier":
            # `نفى جميع الأطراف`, `نفت جميع الأطراف`: a verb agrees with the one word or the other.
            number = word_features(following.stem)[1]
            return None, number if number != "s" else None
        word = following
    return word_features(bare_noun(word) if not word.definite else word.stem) if word is not None else (None, None)


_COUNTS = FormCache(lambda stem: stem in quantities() or any(stem in rule_words(name) for name in ("crowd", "few", "either_gender")))
"""Stem → whether it may count those behind it, or mean one of either gender."""


def _masculine_name(reading, mention):
    """Say whether a body's name here is a noun with ال and its adjective, both masculine: `الصليب الأحمر`; a newspaper is feminine for all that."""
    found, end = mention
    first = next(i for i in range(end - 1, -1, -1) if reading.mention_at.get(i) is mention)
    words = reading.words[first:end]
    if len(words) != 2 or any(word is None or not word.definite or word.stem.endswith(("ة", "ا", "اء", "ات")) for word in words) or words[0].stem[2:] in plural_nouns():
        return False
    return (words[1].stem[2:] in adjectives() or words[1].stem.endswith("ي")) and not reading.is_medium(found) and not reading.is_state(found) and not reading.is_person(found)


def _ministry_left_out(reading, phrase):
    """`قالت الدفاع الروسية`: a feminine adjective right behind a masculine noun belongs to وزارة, which is left out."""
    head, after = reading.words[phrase[0]], reading.words[phrase[0] + 1] if phrase[0] + 1 < phrase[1] else None
    return head is not None and after is not None and head.definite and after.definite and after.stem.endswith("ية") and not after.conj and not head.stem.endswith(("ون", "ين", "ات", "ة")) and head.stem[2:] not in human_titles()


def counted_at(reading, phrase):
    """Return where those who are counted stand in `عدد من الدول`, `عدد كبير من الدول`, or None where the phrase counts nobody."""
    word = reading.words[phrase[0]]
    if word is None or word.stem not in quantities():
        return None
    return next((k for k in (phrase[0] + 2, phrase[0] + 3) if k < phrase[1] and reading.keys[k - 1] == "من"), None)


def word_features(stem):
    """Return (gender, number) of a noun by its listed value or its ending.

        >>> word_features("الوزيرة"), word_features("مسؤولون"), word_features("مصادر")
        (('f', 's'), ('m', 'p'), ('f', 's'))
    """
    bare = stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem
    listed = noun_features().get(bare)
    if listed:
        return listed
    if bare.endswith("ة"):
        # العقدة, نخلة may be surnames; a word known as a noun is feminine.
        return ("f", "s") if bare in common_nouns() or bare in speaking_nouns() or bare.endswith(("ية", "رة")) else (None, "s")
    if bare.endswith("ات"):
        # `وأشار حميدات إلى`: a word that nobody knows may be a surname.
        known = bare != stem or bare.endswith("هات") or any(noun in known_nouns() or noun in speaking_nouns() for noun in (bare, bare[:-2], bare[:-2] + "ة"))
        return ("f", "p") if known else (None, None)
    if bare.endswith("ون"):
        return "m", "p"
    if bare.endswith(("ين", "ان")) and stem.startswith("ال"):
        return "m", "p"
    if bare.endswith("ي") and stem.startswith("ال") and bare not in common_nouns():
        # الحديدي: a surname is of either gender.
        return None, "s"
    return (None, None) if len(bare) < 3 else ("m", "s") if stem.startswith("ال") else (None, None)


def is_oblique_plural(reading, phrase):
    """Say whether a phrase is a plural in ين, or in ي before its genitive, which cannot be the subject: `طالب المسلحين بـ…`, `دعا مراقبين دوليين إلى …`, `دعت مواطني المملكة إلى …`."""
    word = reading.words[phrase[0]]
    mention = reading.mention_at.get(phrase[0])
    if word is not None and phrase[1] - phrase[0] > 1 and word.stem.endswith("ي") and not word.definite and word.stem[:-1] in rule_words("of_many") and reading.words[phrase[0] + 1] is not None and (reading.words[phrase[0] + 1].definite or phrase[0] + 1 in reading.mention_at):
        # `دعت | مواطني المملكة إلى المغادرة`
        return True
    if mention is not None and mention[0].kind in ("name", "metonym", "title") and not (word is not None and word.stem.endswith("يين")):
        return False
    if word is None or not word.stem.endswith("ين") or word.stem == "القوانين":
        return False
    return len(word.stem) > 6 if word.definite else len(word.stem) > 5 and word.stem in speaking_nouns() and word.stem[:-2] in speaking_nouns()


@cache
def numerals():
    """Return the numerals from three on, without their ة."""
    return frozenset(word.removesuffix("ة") for word in rule_words("numeral"))


def actor_like(reading, phrase):
    """Say whether a noun phrase can speak: it holds a mention, or its head is a word for people, bodies or documents."""
    length = phrase[1] - phrase[0]
    if length == 2 and reading.keys[phrase[0] + 1] in rule_words("of_them"):
        # `كثير منهم`
        return True
    if phrase[0] in reading.mention_at and reading.mention_at[phrase[0]][0].kind != "demonym":
        return True
    if length > 1 and phrase[0] < (least := about_end(reading, phrase[0])) < phrase[1]:
        # `نحو مئة نائب`, `ما لا يقل عن عشرين نائبا`, `أكثر من عشرين دولة`
        return actor_like(reading, (min(behind_numerals(reading, least, phrase[1]), phrase[1] - 1), phrase[1]))
    word = reading.words[phrase[0]]
    counted = counted_at(reading, phrase) or (phrase[0] + 2 if reading.keys[phrase[0] + 1] == "من" else None) if length > 2 else None
    if counted is not None:
        # `عدد من النواب`: those who are counted.
        return actor_like(reading, (counted, phrase[1]))
    if word is not None and (word.particle in ("demonstrative", "quantifier") or word.stem in rule_words("crowd") or word.stem in rule_words("few") and not word.conj) and phrase[0] + 1 < phrase[1]:
        # `هذا الوزير`, `آلاف العمال`, `ثلاثة عمال`
        word = reading.words[phrase[0] + 1]
        if word is not None and word.definite and reading.keys[phrase[0]] in rule_words("one_of") and word.stem.endswith("ين") and word.stem[2:] not in verbal_nouns() and not {word.stem[2:-2], word.stem[2:-2] + "ة"} & common_nouns():
            # `أحد الناجين`
            return True
    if word is None or reading.registry is not None and phrase[0] + (phrase[0] in reading.mention_at) < len(reading.keys) and (phrase[1] - phrase[0] > 1 or bare_noun(word) not in known_nouns() and phrase[0] and reading.keys[phrase[0] - 1] not in name_links()) and reading.keys[phrase[0] + (phrase[0] in reading.mention_at)] in reading.registry.given:
        # `ليلى بنت حداد`, `الجزائرية ليلى حداد`, `ليلى` alone
        return True
    bare = bare_noun(word)
    if bare in speaking_nouns() or len(bare) == 1 and phrase[1] - phrase[0] > 2 and reading.tokens.forms[phrase[0] + 1] == "." or word.stem in rule_words("his_honour") or bare in name_links() or bare.endswith(("ون", "يين")) and bare not in verbal_nouns() or bare.endswith("ا") and bare[:-1] in speaking_nouns() or bare.endswith("ات") and bare[:-2] + "ة" in speaking_nouns() and verbal_nouns().isdisjoint((bare, bare[:-2])) or _inflected_speaker(bare):
        return True
    # `نيك دونوفان، مدير الحملات`: a title in apposition makes it a person.
    return length > 1 and any(reading.tokens.forms[k - 1] in COMMAS and bare_noun(reading.words[k]) in human_titles() for k in range(phrase[0] + 1, phrase[1]))


def about_end(reading, p):
    """`نحو | مئة`, `أكثر من | عشرين`, `ما لا يقل عن | عشرين`: return the token of the number that is only about so great, or p where none is counted so."""
    if reading.keys[p] in rule_words("about_as_many"):
        return p + 1
    if reading.keys[p] in rule_words("more_than") and reading.keys[p + 1:p + 2] == ["من"]:
        return p + 2
    return p + 4 if reading.keys[p:p + 4] == ["ما", "لا", "يقل", "عن"] else p


def behind_numerals(reading, p, limit):
    """`خمسة وعشرون | نائبا`, `12 | نائبا`: return the token behind the numerals and numbers that begin at p."""
    while p < limit and (reading.kinds[p] == NUMBER or reading.words[p] is not None and not reading.words[p].definite and reading.words[p].particle is None and reading.words[p].stem.removesuffix("ة") in numerals()):
        p += 1
    return p


def _inflected_speaker(bare):
    """Say whether a noun is a dual, or a plural in construct state, of one that can speak: وزيران، محامو."""
    if len(bare) > 4 and bare[0] == "م" and any(base.endswith("و") and base not in common_nouns() for base in (bare, *(base for base, _ in without_pronoun(bare)))):
        # `أعلن موظفو الشركة`, `يطالب موظفوها`
        return True
    stem = bare[:-2] if bare.endswith(("ان", "ين")) else bare[:-1] if bare.endswith(("و", "ي")) else None
    return stem is not None and len(stem) > 2 and bool({stem, stem + "ي", stem + "ة", stem.removesuffix("ت") + "ة"} & speaking_nouns())


def behind_rally(reading, i):
    """`مظاهرات في المدينة | للمطالبة بـ…`: say whether a rally stands among the six words before token i, in its sentence."""
    return any(reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") in rule_words("rally") for k in range(max(reading.sentence_start(i), i - 6), i))


def bare_noun(word):
    """Return a noun's stem without article and possessive pronoun: `الوزير`, `وزيره` → `وزير`; "" for a number or mark, which have no word."""
    if word is None:
        return ""
    if word.definite:
        return word.stem[2:]
    return _WITHOUT_POSSESSOR[word.stem]


def _without_possessor(stem):
    """Return the noun that can speak of which a stem without article is a form with a pronoun, else the stem."""
    if stem in speaking_nouns():
        return stem
    return next((base for base, _ in without_pronoun(stem) if base in speaking_nouns()), stem)


_WITHOUT_POSSESSOR = FormCache(_without_possessor)


def is_document(reading, phrase):
    """Say whether a noun phrase is a document or a body that documents."""
    word = reading.words[phrase[0]]
    if word is not None and word.stem in rule_words("drafts") and phrase[0] + 1 < phrase[1]:
        # `مشروع قرار`, not every project
        word = reading.words[phrase[0] + 1]
    return word is not None and (bare_noun(word) in documents() or bare_noun(word).removesuffix("ا") in documents())


def is_text(word):
    """Say whether a word is a noun for what is said or written."""
    bare = word.stem.removesuffix("ا")
    return word.stem in documents() or bare in documents() or word.stem in rule_words("spoken") or bare in rule_words("spoken")


def is_common(reading, phrase):
    """A common noun that can neither speak nor be a name is no source: `تعتبر أكثر أمنا`."""
    word = reading.words[phrase[0]]
    return word is not None and (word.particle == "quantifier" or (word.stem[2:] if word.definite else word.stem) in common_nouns() or not word.definite and word.stem in verbal_nouns()) and not actor_like(reading, phrase)
