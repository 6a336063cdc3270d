"""What a written form may be: a name's first word, a demonym, a title, a noun of institutions; computed once per form."""

from functools import cache
from typing import NamedTuple

from analysis.actors.terms import definite, nouns, portfolios, titles, without_article
from analysis.cues import CUE_READINGS
from analysis.inflection import without_pronoun
from analysis.lexicon import read_table
from analysis.words import clitics, entry

FUTURE, ACCUSATIVE, AND = "س", "ا", "و"
ITS = {"ه": "m", "ها": "f"}
"""Pronouns of one, with the gender of whom they mean."""

LENGTHS = (4, 3, 2, 1)
"""Lengths of the endings of demonyms, longest first."""

LIMIT = 200_000

MARKS = frozenset("،,()-–—.:/[]\"“”„«»‘’'‹›")
"""Marks that may stand inside a name: `حركة المقاومة الإسلامية (حماس)`, `أ.ف.ب`, `وكالة «فارس»`."""


class Demonym(NamedTuple):
    """A demonym: its stem, of which actor it is, its form, and the conditions of which one must hold."""

    stem: str
    actor: str
    gender: str
    number: str
    definite: bool
    needs: tuple[str, ...]


@entry
class Known:
    """What is known of a folded form; `cut` is how many letters of proclitics stand before it, `prefix` which ones.

    seconds   the words of which one must follow, where the form only begins longer names (`بي` of بي بي سي); else None
    alone     True where the form is a whole name by itself; foreign where it is so of another than its demonym's
    pair      True where it begins a demonym of two words
    sure      the actors that the form names or means without conditions; longer: second word → its longer names without conditions (None: all of them)
    bare      True where it is a portfolio that alone means its ministry (`الخارجية`)
    owned     the offices that it is with a pronoun (`رئيسها`)
    by_second   second word → the names that can be meant before it; at None those of one word, which can be meant before any other
    """

    cut: int
    prefix: str
    key: str
    names: tuple
    demonym: Demonym | None
    titles: tuple
    nouns: tuple
    seconds: frozenset[str] | None = None
    alone: bool = False
    foreign: bool = False
    pair: bool = False
    sure: tuple[str, ...] = ()
    longer: dict | None = None
    bare: bool = False
    owned: tuple = ()
    by_second: dict | None = None


class Words(dict):
    """Folded form → Known, or None for the many that mean nothing here."""

    def __init__(self, registry):
        super().__init__()
        self.registry = registry

    def __missing__(self, key):
        if len(self) > LIMIT:
            self.clear()
        found = self[key] = look_up(self.registry, key)
        return found


def look_up(registry, key):
    """Return the Known of a folded form, the whole form before its splits, or None.

        >>> from analysis.actors import load_registry
        >>> look_up(load_registry(), "وللروس").demonym[1:5], look_up(load_registry(), "كتب")
        (('russia', 'm', 'p', True), None)
    """
    for prefix, stem in clitics(key):
        if prefix.endswith(FUTURE):
            continue
        names, demonym = registry.names.get(stem, ()), find_demonym(registry, stem)
        title, noun = titles().get(stem, ()), nouns().get(stem, ())
        if names or demonym or title or noun or _stands_alone(stem):
            return _known(prefix, stem, tuple(names), demonym, title, noun)
    if key.endswith(ACCUSATIVE) and len(key) > 4 and not any(r.form.pos == "participle" for r in CUE_READINGS[key]):
        # The accusative of an indefinite noun: `أصدرت بيانا`; `ترامب، معلقا على الخبر` is no commentator.
        title, noun = titles().get(key[:-1], ()), nouns().get(key[:-1], ())
        if title or noun:
            return Known(0, "", key[:-1], (), None, title, noun)
    for prefix, stem in clitics(key) if key.endswith(tuple(ITS)) else ():
        office = tuple(title for base, pronoun in without_pronoun(stem) if pronoun in ITS for title in titles().get(base, ()) if title.kind == "office" and not title.tail and not title.definite and title.number == "s")
        if office and prefix in ("", AND):
            return Known(len(prefix), prefix, stem, (), None, (), (), owned=office)
    return None


def _known(prefix, stem, names, demonym, title, noun):
    alone, bare = any(not name.tail for name in names), _stands_alone(stem)
    foreign = any(not name.tail and not name.needs and (not demonym or name.actor != demonym.actor) for name in names)
    longer = names and not (alone or demonym or title or noun or bare)
    seconds = frozenset(name.tail[0] for name in names) | MARKS if longer else None
    sure = [name.actor for name in names if not name.needs and not name.tail]
    if demonym and not demonym.needs:
        sure.append(demonym.actor)
    by_second = {second: tuple(name for name in names if name.tail[:1] in ((), (second,))) for second in (None, *(name.tail[0] for name in names if name.tail))}
    return Known(len(prefix), prefix, stem, names, demonym, title, noun, seconds, alone, foreign, any(name.kind == "demonym" for name in names),
                 tuple(sure), _by_second([name for name in names if not name.needs and name.tail]), bare, by_second=by_second)


def _by_second(names):
    """Return second word → the names of several words with it, None → all of them; None where there are no names."""
    return {second: tuple(name for name in names if second in (None, name.tail[0])) for second in (None, *(name.tail[0] for name in names))} if names else None


def _stands_alone(stem):
    """Say whether a form is a portfolio that alone means its ministry: `الخارجية`."""
    return definite(stem) and any(bare and not tail for tail, _, bare in portfolios().get(without_article(stem), ()))


def find_demonym(registry, stem):
    """Return the Demonym that a form without proclitics is, or None."""
    with_article, endings = definite(stem), demonym_endings()
    for bare in (without_article(stem), stem) if with_article else (stem,):
        if bare in registry.people:
            return Demonym(bare, registry.people[bare], "m", "p", with_article, ())
        for n in LENGTHS:
            if bare[-n:] in endings and bare[:-n] in registry.demonyms:
                actor, needs = registry.demonyms[bare[:-n]]
                return Demonym(bare[:-n], actor, *endings[bare[-n:]], with_article and bare is not stem, needs)
    return None


@cache
def demonym_endings():
    """Return ending → (gender, number) of the demonyms made with it."""
    rows = read_table("demonym_endings.tsv", {"ending": None, "gender": ("m", "f"), "number": ("s", "d", "p")})
    return {row["ending"]: (row["gender"], row["number"]) for row in rows}
