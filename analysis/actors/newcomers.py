"""Names that no list knows: where a person's name ends, and the actors that a text introduces."""

from difflib import SequenceMatcher

from analysis.actors.spelling import slug
from analysis.actors.terms import definite, in_context, is_a, members, without_article
from analysis.cues import CUE_READINGS, cue_forms
from analysis.inflection import without_pronoun
from analysis.wordlists import WORDS, adjectives, carries_on, common_nouns, given_names, known_nouns, plural_nouns, rule_words, verbal_nouns, verbs
from analysis.records import Actor
from analysis.text import fold
from analysis.words import LATIN, WORD, FormCache

ENDS = frozenset(".،,:()»”–-")
"""Marks that may follow a name that no list knows."""

COMMAS = frozenset("،,")
NOUN_ENDINGS = ("ة", "ه")
HAMZA = ("إ", "أ")
LONGEST = 4
"""Words of a name, particles (عبد، بن، آل) not counted."""


def read_name(scan, i):
    """Return the token after a person's name that begins at token i, or i where none begins.

    A name is one to four words that are no particle, no verb, no title and no known place or institution, and that carry no
    proclitic; it ends with a surname in ال. Its limit: written Arabic marks no names, so a noun after a name without a comma can be
    taken into it.
    """
    j, count, keys = i, 0, scan.keys
    while count < LONGEST and j < scan.n and may_be_name(scan, j, j > i):
        particle = _is_particle(keys[j])
        if count > 1 and not particle and not _is_particle(keys[j - 1]) and not _goes_on(scan, i, j):
            break
        count += not particle
        j += 1
        if j + 1 < scan.n and keys[j] in ("-", "–") and scan.tokens.ends[j - 1] == scan.tokens.starts[j] and may_be_name(scan, j + 1, True):
            j += 1
    while j > i and _is_particle(keys[j - 1]) and not is_a(keys[j - 1], "name_end"):
        j -= 1
    return j


def _is_particle(key):
    return is_a(key, "name_particle")


def _goes_on(scan, i, j):
    """Say whether the third or fourth word of a name that began at token i can still be of it.

    A first name, or a surname in ال after a first name, goes on; another word only where the name must end after it
    (`ليلى بن عيسى إغلاق المصنع` ends at عيسى).
    """
    key, keys = scan.keys[j], scan.keys
    if definite(keys[j - 1]) or _is_cue(key) and _governs(scan, j):
        return False
    if key in scan.registry.first_names or definite(key) and keys[i] in scan.registry.first_names and not _begins_another(scan, j):
        return True
    return not key.endswith(NOUN_ENDINGS) and not _is_verbal_noun(key) and ends(scan, j + 1)


def _governs(scan, j):
    """`سامي حداد | طالب بوقف القتال`, `… | دان القرار`: say whether a first name that is a reporting verb too has what a verb governs behind it, and no such verb stands right before the name."""
    after = WORDS[scan.keys[j + 1]] if j + 1 < scan.n and scan.kinds[j + 1] == WORD else None
    if after is None or any(_is_cue(scan.keys[k]) for k in range(max(j - 8, 0), j) if scan.keys[k] not in scan.registry.first_names):
        return False
    return after.prep == "ب" and after.stem in verbal_nouns() or after.definite and not after.conj and after.stem[2:] in known_nouns()


def _begins_another(scan, j):
    """Say whether somebody else's name, or a plural or body with ال, begins at token j: `سامي حداد | الولايات المتحدة`, `… | المعارضة`."""
    from analysis.actors.scan import match_name

    found = match_name(scan, j)
    bare = scan.keys[j].removeprefix("ال")
    return found is not None and scan.type(found.actor) != "person" or bare in verbal_nouns() or bare.endswith(("ة", "ات", "ين", "ون")) and (bare in common_nouns() or bare in adjectives())


def ends(scan, j):
    """Say whether a phrase must end before token j: the sentence ends, or a comma, a bracket or أن stands there."""
    return j >= scan.n or scan.keys[j] in ENDS or is_a(scan.keys[j], "clause_start")


def may_be_name(scan, j, inside):
    """Say whether token j can be a word of a person's name; `inside`: after its first word."""
    if scan.kinds[j] == LATIN:
        return True
    if scan.kinds[j] != WORD:
        return False
    key = scan.keys[j]
    if _is_particle(key):
        # `الوزير، فإن …` is no `فان`.
        return scan.tokens.forms[j][1:2] not in HAMZA
    if inside and definite(key) and (without_article(key) in rule_words("situated") or key in rule_words("not_told")):
        # `محمد إبراهيم | الموجود في المدينة`, `رفضت هند | الحديث عن زواجها`
        return False
    if inside and definite(key) and (scan.keys[j - 1] not in scan.registry.first_names and (key[2:] in verbal_nouns() or scan.words[key] is not None and scan.words[key].nouns) or key.endswith("ات") and key[2:] in common_nouns() or key[2:] in plural_nouns()):
        # `رفض الوزير زيدان | الاقتراح`, `حثت ليلى | العمال`; `أشرف القدرة` is a name.
        return False
    if key in members("dotted_name") or key in members("dotless_name"):
        return is_dotted_name(scan, j)
    known, first_name = scan.words[key], key in scan.registry.first_names and (inside or not is_a(key, "no_first"))
    if len(key) < 2 or WORDS[key].particle or in_context(key, "modifier") or not first_name and not _shaped_like_a_name(key, inside):
        return False
    if known is not None and known.cut and (inside or known.names and known.prefix in ("ل", "ب")) and not first_name:
        return False
    if known is not None and known.cut == 0:
        if known.titles or known.demonym and not inside or any(n.scope not in ("named", "private") for n in known.nouns):
            return False
        return not any(not name.tail and not name.needs and scan.type(name.actor) != "person" for name in known.names)
    return True


def is_dotted_name(scan, j):
    """`الوزير علي حسن`, where the text writes the preposition على without dots; `قالت منى حداد`, which is not مني: say whether token j is that first name, with a name behind it."""
    if not _MAY_BE_DOTTED[scan.keys[j]] or scan.kinds[j] != WORD or not (scan.keys[j] in members("dotted_name") and scan.tokens.forms[j].endswith("ي") and scan.writes_dotless or scan.keys[j] in members("dotless_name") and scan.tokens.forms[j].endswith("ى")):
        return False
    if j + 1 >= scan.n or scan.kinds[j + 1] != WORD or not may_be_name(scan, j + 1, True):
        return False
    key = scan.keys[j + 1]
    return key in scan.registry.first_names or key.removeprefix("ال") not in common_nouns() and key.removeprefix("ال") not in verbal_nouns()


_MAY_BE_DOTTED = FormCache(lambda key: key in members("dotted_name") or key in members("dotless_name"))
"""Folded form → whether it is one of the names that `is_dotted_name` is about."""


def _shaped_like_a_name(key, inside):
    """Say whether a word that is no known first name may be of a name: no verb, no pronoun at its end; first words neither with
    ال or a proclitic nor with the ending or shape of a noun."""
    word = WORDS[key]
    guessed = word.conj and key.startswith("في") and len(key) > 5 and word.verb == "imperfect" and word.stem not in verbs() and not CUE_READINGS[key]
    # `فينسينت` is written like *and he*; so is no verb that is listed.
    if key[0] == "ت" and len(key) > 3 and "ي" + key[1:] in verbs():
        # `قرارات الرئيس التركي | تشكل خطرا`
        return False
    if (word.verb or word.conj) and not guessed or _is_cue(key) or len(key) > 4 and key.endswith(members("pronoun_ending")):
        return False
    if key.endswith("ه") and any(base in verbal_nouns() for base, _ in without_pronoun(key)):
        # `أعلن المدير | عزمه الترشح`
        return False
    if key.endswith("ا") and len(key) > 3 and (key[:-1] in verbal_nouns() or key[:-1] in common_nouns()):
        # `شن النائب | هجوما لاذعا`
        return False
    if key.endswith(("ا", "ة")) and carries_on(key):
        # `علق سامي حداد | قائلا: …`, `أشاد بالفريق، | مؤكدا أن …`
        return False
    if inside:
        return key not in verbal_nouns() and not (word.prep and word.stem.removeprefix("ال") in known_nouns())
    return not (is_a(key, "no_first") or word.prep and not _only_looks_prefixed(key) or definite(key) or key.endswith(NOUN_ENDINGS[0]) or len(key) > 4 and key.endswith(NOUN_ENDINGS) or _is_verbal_noun(key))


def _only_looks_prefixed(key):
    """`بكير`, `بافل`, `لوكاس`: say whether a word that begins like a preposition with a noun is none: nothing knows what would be left."""
    word = WORDS[key]
    rest = word.stem.removeprefix("ال")
    return len(key) > 3 and word.prep in ("ب", "ل") and not word.conj and not word.definite and not key.startswith("لل") and len(rest) > 2 and not (rest in known_nouns() or rest in common_nouns() or rest in verbal_nouns() or rest in adjectives() or rest in given_names() or WORDS[rest].particle or WORDS[rest].verb or CUE_READINGS[rest] or rest.endswith(("ه", "ها", "هم", "نا")) or key.endswith(("ة", "ات", "ين", "ون")))


def _is_cue(key):
    """Say whether a form is a verb of the cue lexicon: `هدد` after `الرئيس الأميركي` is no name."""
    return any(form.pos in ("perfect", "imperfect") for form in cue_forms().get(key, ()))


def _is_verbal_noun(key):
    """Say whether a form is a listed verbal noun or has the shape of one: تقديم، إصدار، انسحاب، استقبال."""
    return key in verbal_nouns() or len(key) > 4 and (key[0] == "ت" and key[-2] == "ي" or key[0] == "ا" and key[-2] == "ا")


def credible(scan, first, end):
    """Say whether the tokens look like a name where no comma shows it: a first name is known, or what follows ends the phrase."""
    key = scan.keys[first]
    return key in scan.registry.first_names or key.startswith(members("servant")) or scan.kinds[first] == LATIN or ends(scan, end) or of_no_noun(scan, first, end)


def of_no_noun(scan, first, end):
    """Say whether two words that no list knows stand before a preposition, a clause or a verb of saying: `عضو البرلمان كلارا بونتي في بيان`, `… كلارا بونتي قالت`."""
    if end - first != 2 or end >= scan.n or scan.kinds[end] != WORD or not (WORDS[scan.keys[end]].particle in ("preposition", "complementizer", "adverb") or WORDS[scan.keys[end]].prep or _is_cue(scan.keys[end])):
        return False
    return all(scan.words[scan.keys[k]] is None and not definite(scan.keys[k]) and not scan.keys[k].endswith(("ين", "ون", "ات", "ان")) and not any(word in known_nouns() or word in adjectives() for word in (scan.keys[k], WORDS[scan.keys[k]].stem)) for k in range(first, end))


def new_person(scan, first, last, party, gender):
    """Introduce the person named by the tokens first … last - 1 and return the id."""
    name = scan.tokens.words(first, last)
    known = find_known(scan, first)
    if known is not None:
        return known
    return scan.introduce(Actor(free_id(scan, slug(name), name), party or "unaffiliated", name, type="person", gender=gender, number="s"))


def find_known(scan, first):
    """Return the id of an introduced person whose full name or surname begins at this token, or None."""
    from analysis.actors.scan import match_name

    found = match_name(scan, first)
    return found.actor if found is not None and scan.type(found.actor) == "person" else None


def free_id(scan, wanted, name):
    """Return an id that no other actor has."""
    found, n = wanted, 2
    while True:
        other = scan.actor(found)
        if other is None or other.name == name and found in scan.introduced:
            return found
        found, n = f"{wanted}_{n}", n + 1


def new_namesake(scan, i):
    """`عمر الحريري`: a first name before a surname that the registry knows of somebody else is a new person's name."""
    from analysis.actors.scan import Found, match_name

    if i + 1 >= scan.n or scan.kinds[i + 1] != WORD:
        return None
    known = scan.words[scan.keys[i]]
    if known is not None and any(not name.tail for name in known.names):
        return None
    if i == scan.tokens.bounds[scan.tokens.sentence_of[i]][0] and is_verb(scan, i):
        # `بارك ترامب الاتفاق`: at the head of its sentence the word is the verb.
        return None
    found = match_name(scan, i + 1)
    if found is None or found.cut or found.last != i + 2 or len(scan.keys[i + 1]) < 3 or scan.type(found.actor) != "person" or _has_name(scan, found.actor, scan.keys[i]):
        return None
    return Found(i, i + 2, new_person(scan, i, i + 2, None, None), "new")


def unlisted_first_name(scan, i, found):
    """`قال زيغمونت لافروف`: behind a verb of saying that takes no object (or أما) an unknown word before a known surname is another person's first name.

    One that resembles a first name of the known person (`سرغي`) is his. Returns the Found from the first name on, or None.
    """
    from analysis.actors.scan import Found

    first = i - 1
    if first < 1 or scan.tokens.bounds[scan.tokens.sentence_of[i]][0] >= first or scan.kinds[first] != WORD or scan.rows and scan.rows[-1].last > first:
        return None
    key, before = scan.keys[first], scan.keys[first - 1]
    if scan.words[key] is not None or len(key) < 3 or key.startswith("م") and key.endswith("ا") or not _shaped_like_a_name(key, False) or key in known_nouns() or key in adjectives() or key in scan.registry.first_names:
        return None
    if in_context(key, "household") or not _said_by(before):
        return None
    if found.actor in scan.introduced or any(_resembles(key, name) for name in _first_names(scan, found.actor, scan.keys[i])):
        return None
    return Found(first, i + 1, new_person(scan, first, i + 1, None, None), "new")


def _said_by(key):
    """Say whether a folded word can only have the speaker behind it: أما, or a verb of saying that takes no object."""
    return is_a(key, "as_for") or not WORDS[key].particle and any(r.form.pos == "perfect" and r.cue.act == "say" and not r.cue.takes_object and not r.form.pronoun for r in CUE_READINGS[key])


def unlisted_surname(scan, i, found):
    """`جوناثان غرينبلات`: a known person's name that is a first name too, with a word behind it that nothing knows, is another's. Returns the Found, or None."""
    from analysis.actors.scan import Found, match_name

    after = i + 1
    if scan.keys[i] not in scan.registry.first_names or after >= scan.n or scan.kinds[after] != WORD or found.actor in scan.introduced:
        return None
    if not i or scan.kinds[i - 1] != WORD or not _said_by(scan.keys[i - 1]):
        # `اتهم ظريف | نتنياهو`: two people.
        return None
    other = match_name(scan, after)
    if other is not None and not other.cut and other.last == after + 1 and scan.type(other.actor) == "person" and other.actor != found.actor and other.actor not in scan.introduced:
        # `جوناثان غرينبلات`: neither the one nor the other of the names is his.
        return Found(i, after + 1, new_person(scan, i, after + 1, None, None), "new")
    return Found(i, after + 1, new_person(scan, i, after + 1, None, None), "new") if unknown_surname(scan, after) else None


def nationality_as_surname(scan, i, demonym):
    """`قال سالم السويدي`, `المدير، نجاح المصري،`: a nationality of one man, with ال, right behind a first name that is a word too, is his surname; not `نجاح المصري محمد صلاح`. Returns the Found, or None."""
    from analysis.actors.scan import Found, match_name

    if not i or demonym.number != "s" or demonym.gender != "m" or not demonym.definite or scan.kinds[i - 1] != WORD or scan.rows and scan.rows[-1].last >= i:
        return None
    first = scan.keys[i - 1]
    if first not in scan.registry.first_names or len(first) < 3 or definite(first) or WORDS[first].particle or (other := match_name(scan, i - 1)) is not None and other.kind == "place":
        return None
    if i + 1 < scan.n and not WORDS[scan.keys[i + 1]].particle and (scan.keys[i + 1] in scan.registry.first_names or (after := match_name(scan, i + 1)) is not None and scan.type(after.actor) == "person"):
        return None
    return Found(i - 1, i + 1, new_person(scan, i - 1, i + 1, None, "m"), "new")


def unknown_surname(scan, j):
    """Say whether token j can only be the last word of a name that nothing knows: `رسول | أوغلو إن`."""
    if j >= scan.n or scan.kinds[j] != WORD or scan.words[scan.keys[j]] is not None:
        return False
    key = scan.keys[j]
    if not may_be_name(scan, j, True) or definite(key) or len(key) < 4 or is_verb(scan, j) or CUE_READINGS[key] or key in known_nouns() or key in adjectives() or WORDS[key].conj or WORDS[key].prep:
        return False
    return ends(scan, j + 1) or definite(scan.keys[j + 1]) or is_a(scan.keys[j + 1], "clause_start")


def _first_names(scan, actor_id, surname):
    """Yield the words that stand before the surname in the names of a known person."""
    for first, names in scan.registry.names.items():
        if any(name.actor == actor_id and name.tail and name.tail[-1] == surname for name in names):
            yield first


def _resembles(word, name):
    """Say whether two words can be one name in two spellings: `سرغي`, `سيرغي`."""
    return SequenceMatcher(None, word, name).ratio() >= 0.6


def _has_name(scan, actor_id, first_name):
    """Say whether somebody whom the text introduced can be of this first name: `سامي حداد` after `محمد سامي حداد` or `الوزير حداد`, not `ليلى حداد`."""
    if actor_id not in scan.introduced:
        return False
    words = [fold(word) for word in scan.introduced[actor_id].name.split()]
    return first_name in words or not any(word in scan.registry.first_names for word in words)


def new_subject(scan, i):
    """`قال أحمد الشيخو إن`, `تحدث علي حداد عن`: a first and a last name that no list knows, after a reporting verb."""
    from analysis.actors.scan import Found

    if i == 0 or not is_verb(scan, i - 1):
        return None
    end = read_name(scan, i)
    return Found(i, end, new_person(scan, i, end, None, None), "new") if end > i + 1 and (definite(scan.keys[i + 1]) or ends(scan, end) or is_dotted_name(scan, i)) else None


def is_verb(scan, i):
    """Say whether token i is a verb, a conjunction before it or not."""
    if scan.kinds[i] != WORD:
        return False
    word = WORDS[scan.keys[i]]
    return word.verb is not None or _is_cue(word.stem)


def new_name_before(scan, i, party, gender):
    """Introduce a person whom no list knows, named before the comma before token i: `سامي حداد، المتحدث باسم الجمعية`.

    Returns the id, or None where no name stands there.
    """
    from analysis.actors.scan import Found

    last = i - 1
    if i < 3 or scan.keys[last] not in COMMAS:
        return None
    first, floor = last, max(scan.rows[-1].last if scan.rows else 0, last - LONGEST - 1, scan.tokens.bounds[scan.tokens.sentence_of[i]][0])
    while first > floor and may_be_name(scan, first - 1, True):
        first -= 1
    while first < last and not may_be_name(scan, first, False):
        first += 1
    if last - first < 2 or scan.keys[first] not in scan.registry.first_names and not _starts_clause(scan, first):
        return None
    person = new_person(scan, first, last, party, gender)
    scan.rows.append(Found(first, last, person, "new"))
    return person


def _starts_clause(scan, first):
    """Say whether a verb, a particle or nothing stands before token first."""
    if first == scan.tokens.bounds[scan.tokens.sentence_of[first]][0]:
        return True
    return scan.kinds[first - 1] != WORD or WORDS[scan.keys[first - 1]].particle is not None or is_verb(scan, first - 1)
