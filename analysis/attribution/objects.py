"""Where a subject ends and the object behind it begins: `اتهم | الكرملين | واشنطن`."""

from functools import cache

from analysis.cues import CUE_READINGS
from analysis.wordlists import adjectives, common_nouns, human_titles
from analysis.words import QUOTE


def subject_end(reading, p, limit, takes_object=False):
    """Return the token after the subject that begins at p.

    Where the verb takes an object, a second complete noun phrase right behind the first is that object:
    `اتهم | الكرملين | واشنطن`, `رفضت | وزارة الدفاع الروسية | صور ضحايا`.
    """
    end = reading.noun_phrase(p, limit) if reading.starts_noun_phrase(p) else p + 1
    if takes_object:
        for k in range(p + 1, end):
            if _object_begins(reading, p, k):
                return k
    return end


def _object_begins(reading, p, k):
    """Say whether a new noun phrase begins at k inside the run of nouns that began at p."""
    word, before = reading.words[k], reading.words[k - 1]
    if word is None or before is None:
        return word is not None and reading.kinds[k - 1] == QUOTE and k - 1 not in reading.opens and not _adjectival(word)
    mention, earlier = reading.mention_at.get(k), reading.mention_in.get(k - 1)
    if is_title(word) and not word.definite and (earlier is None and not before.definite or earlier is not None and reading.is_person(earlier)):
        return False
    if mention is not None and mention[0].kind != "demonym":
        if earlier is not None:
            return earlier.actor != mention[0].actor and not (reading.is_person(earlier) and earlier.kind in ("title", "description", "new") and reading.is_person(mention[0]) and mention[0].kind in ("name", "new"))
        return _closed(before) and not (k - 1 == p and is_title(before))
    if k in reading.mention_in:
        return False
    named = earlier is not None and earlier.kind != "demonym"
    if word.definite:
        if named and (earlier.kind in ("name", "new") or not _adjectival(word)):
            return True
        if before.definite and word.stem.endswith(("ين", "ون")) and not before.stem.endswith(("ين", "ون", "ات")) and not is_plural(before):
            # `دعا البطريرك | اللبنانيين`: no adjective of a singular noun is plural.
            return True
        return before.definite and not _adjectival(word) and not (k - 1 == p and is_title(before))
    if word.stem.endswith(("ي", "ية")):
        return False
    if named and not reading.is_person(earlier):
        return True
    if not (named or _closed(before) or before.stem.endswith("ي") and is_title(reading.words[p] or before)):
        return False
    return before.definite and _adjectival(before) or word.stem in common_nouns() or _construct(reading, k) or _possessive(word) or any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[k]])


def _construct(reading, k):
    """An indefinite noun before a definite one is the head of a construct and no part of a name: `المحافظ | عودة الكهرباء`."""
    word, following = reading.words[k], reading.words[k + 1] if k + 1 < len(reading.words) else None
    if following is None or not following.definite or k + 1 in reading.mention_at or _adjectival(following) or len(word.stem) < 4:
        return False
    return reading.registry is None or word.stem not in reading.registry.first_names


def _possessive(word):
    return word.stem.endswith(("ها", "هم", "ه")) and len(word.stem) > 4


@cache
def plural_nouns():
    """Return the folded broken plurals, as noun_features.tsv lists them."""
    from analysis.attribution.subjects import noun_features

    return frozenset(noun for noun, (_, number) in noun_features().items() if number == "p")


def is_plural(word):
    """Say whether a noun is a listed broken plural."""
    return (word.stem[2:] if word.definite else word.stem) in plural_nouns()


def _closed(word):
    """A noun with the article or a possessive pronoun takes no further noun in construct state."""
    return word.definite or _possessive(word)


def _adjectival(word):
    """A word in ي or ية, or one of the listed adjectives (الروسي، الخارجية، الأعلى)."""
    bare = word.stem[2:] if word.definite else word.stem
    return bare in adjectives() or word.stem.endswith(("ي", "ية", "يين", "يون", "يتين")) and bare not in plural_nouns()


def is_title(word):
    """Say whether a word can stand in apposition to a personal name (الرئيس، مدير، الشيخ)."""
    return (word.stem[2:] if word.definite else word.stem) in human_titles()
