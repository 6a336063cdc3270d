"""Spellings of names: the alternatives and conditions that a word list writes, and the ids of actors that a text introduces."""

import re
from functools import cache, lru_cache
from itertools import product

from analysis.lexicon import read_table
from analysis.text import fold

_PIECE = re.compile(r"\(([^()]*)\)")
_TOKEN = re.compile(r"[^\W_]+")
_JOINED = ("عبد", "ابو")


def cells(value):
    """Return the parts of a cell that lists several values (`روسيا;روسيا الاتحادية`)."""
    return [part.strip() for part in value.split(";") if part.strip()] if value else []


def condition(name):
    """Split a name from its conditions.

        >>> condition("الحياة?paper/quoted"), condition("روسيا")
        (('الحياة', ('paper', 'quoted')), ('روسيا', ()))
    """
    bare, mark, needs = name.partition("?")
    return bare.strip(), tuple(needs.split("/")) if mark else ()


def spellings(name):
    """Return every spelling of a name that gives alternatives in parentheses.

        >>> spellings("(ديمتري/دمتري) بيسكوف")
        ['ديمتري بيسكوف', 'دمتري بيسكوف']
    """
    if "/" not in name:
        return [name]
    pieces = _PIECE.split(name)
    return ["".join(choice) for choice in product(*[piece.split("/") if i % 2 else [piece] for i, piece in enumerate(pieces)])]


def outlet_key(name):
    """Return what two ways of writing a medium's name share: its letters and digits, without an address's www and ending.

        >>> outlet_key("Al-Masry Al-Youm"), outlet_key("www.youm7.com"), outlet_key("اليوم السابع")
        ('almasryalyoum', 'youm7', 'اليومالسابع')
    """
    name = fold(name).lower().removeprefix("www.")
    head, dot, _ = name.partition(".")
    return "".join(c for c in (head if dot and " " not in name else name) if c.isalnum())


def name_keys(name):
    """Return the folded words of a name, its marks left out.

        >>> name_keys("وكالة «فارس»"), name_keys("العربية.نت")
        (('وكالة', 'فارس'), ('العربية', 'نت'))
    """
    return tuple(_TOKEN.findall(fold(name)))


def joined_variants(keys):
    """Return the word sequence and those that write عبد or أبو together with the next word, or apart from it.

        >>> joined_variants(("رامي", "عبد", "الرحمن"))
        [('رامي', 'عبد', 'الرحمن'), ('رامي', 'عبدالرحمن')]
    """
    variants = [keys]
    if len(keys) == 1 or not any(key.startswith(_JOINED) for key in keys):
        return variants
    for i, key in enumerate(keys):
        if key in _JOINED and i + 1 < len(keys):
            variants.append((*keys[:i], key + keys[i + 1], *keys[i + 2:]))
        elif key.startswith("عبدال") and len(key) > 6:
            variants.append((*keys[:i], "عبد", key[3:], *keys[i + 1:]))
    return variants


@cache
def _letters():
    return {row["arabic"]: (row["latin"] or "").strip("'") for row in read_table("transliteration.tsv", {"arabic": None, "latin": None})}


_LONG = {"w": "u", "y": "i"}


@lru_cache(4096)
def slug(name):
    """Return an id of ASCII letters for a name, the same at every run.

    و and ي before a consonant are read as vowels; short vowels are not written, so not in the id.

        >>> slug("دمتري بيسكوف"), slug("وزارة الصحة"), slug("CNN 24")
        ('dmtri_biskuf', 'wzara_alsha', 'cnn_24')
    """
    letters = _letters()
    words = ["".join(letters.get(c, c) for c in fold_light(word)) for word in _TOKEN.findall(name)]
    return "_".join(filter(None, (re.sub(r"[^a-z0-9]", "", _vowels(word.lower())) for word in words))) or "unnamed"


def fold_light(word):
    """Return a word without harakat and tatweel, its letters kept."""
    return "".join(c for c in word if c.isalnum() and c != "ـ")


def _vowels(latin):
    return latin[:1] + "".join(_LONG[c] if c in _LONG and after not in "aui" else c for c, after in zip(latin[1:], latin[2:] + " "))
