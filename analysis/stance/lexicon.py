"""The words that can show a stance: predicates, evaluations, operators, victims; one cached look-up a written form."""

from functools import cache
from typing import NamedTuple

from analysis.errors import InputError
from analysis.inflection import Form, imperfect_forms, noun_forms, participle_forms, perfect_forms, read_form, stripped, with_construct
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.wordlists import WordClasses
from analysis.words import clitics, entry

CLASSES = ("praise", "blame", "support", "oppose", "ally", "talks", "hostile", "fight", "help", "rescue", "harm", "breach", "fault", "crime", "strike", "duty", "success", "effort",
           "demand", "describe", "removal", "relief", "denial", "defend", "permission", "distance")
SIGNS = {"+": 1, "-": -1, "0": 0}


@entry
class Predicate:
    """What a verb and its verbal nouns imply: `object` is the agent's sign toward the object, `doer` the teller's toward the agent.

    markers     prepositions that mark the object; "direct" for a bare object
    noun_takes  what a bare noun after the verbal noun is: agent, object or either
    needed      folded words of which one must follow within five words; empty: none
    """

    lemma: str
    cls: str
    object: int
    doer: int
    markers: tuple[str, ...]
    noun_takes: str
    kind: str
    needed: frozenset


class Evaluation(NamedTuple):
    """An adjective, noun or idiom that praises or blames what it is said of."""

    word: str
    cls: str
    polarity: int


class Label(NamedTuple):
    """A word in the label of a party, with its tone; `stance` is what the label shows by itself (codebook, ruling 15)."""

    word: str
    tone: str
    stance: int
    place: str


@entry
class Trigger:
    """All that a written form may be here. `forms` pairs a Form with its Predicate, the others likewise.

    `needs`: the words of which one must stand in the sentence for any of the predicates, or None where one needs none.
    `told`: those of the forms that are no noun of distance (`مزاعم لندن` are told of London; as a cue they are read elsewhere).
    `madda`: whether the alef as written tells which of them it can be.
    """

    forms: tuple[tuple[Form, Predicate], ...]
    evaluations: tuple[tuple[Form, Evaluation], ...]
    idioms: dict[str, list[tuple[tuple[str, ...], Evaluation]]]
    labels: tuple[tuple[Form, Label], ...]
    turn: str | None
    needs: frozenset[str] | None
    told: tuple[tuple[Form, Predicate], ...]
    madda: bool


@cache
def predicates():
    """Return the predicate rows as (Predicate, row) pairs."""
    columns = {"lemma": None, "perfect": None, "imperfect": None, "noun": None, "active": None, "passive": None, "with": None, "class": CLASSES,
               "object": SIGNS.keys(), "doer": SIGNS.keys(), "marker": None, "noun_takes": ("agent", "object", "either"), "kind": ("evaluation", "relation", "deed", "policy")}
    rows = read_table("predicates.tsv", {**columns, "object": tuple(SIGNS), "doer": tuple(SIGNS)})
    return [(Predicate(r["lemma"], r["class"], SIGNS[r["object"]], SIGNS[r["doer"]], tuple(fold(m) for m in (r["marker"] or "").split("|") if m),
                       r["noun_takes"], r["kind"], _whosever(fold(w) for w in (r["with"] or "").split("|") if w)), r) for r in rows]


def _whosever(words):
    """Return the words, those with the pronoun ها also with the others: `علاقاتها`, `علاقاته`, `علاقاتهما`, `علاقاتهم`."""
    words = frozenset(words)
    return words | {word[:-2] + ending for word in words if word.endswith("ها") and len(word) > 4 for ending in ("ه", "هم", "هما")}


@cache
def needed_words():
    """Return all words of which some predicate needs one."""
    return frozenset().union(*(predicate.needed for predicate, _ in predicates()))


@cache
def predicate_table():
    """Return written form → Forms whose lemma is the index of a predicate, ~index for its passive participle."""
    table = {}
    for index, (_, row) in enumerate(predicates()):
        for column, generate in (("perfect", perfect_forms), ("imperfect", imperfect_forms), ("noun", noun_forms), ("active", participle_forms), ("passive", participle_forms)):
            if row[column]:
                for form, reading in generate(index, row[column]):
                    if reading.pos == "participle" and reading.number == "d" and reading.gender == "m":
                        # `عدوان` is aggression, not two enemies.
                        continue
                    if column == "passive":
                        reading = reading._replace(lemma=~index)
                    if " " not in form and not (column == "perfect" and reading.number == "d" and reading.gender == "m"):
                        # The dual perfect (`تضامنا`) is nearly always the accusative noun in news.
                        table.setdefault(form, []).append(reading)
    return table


@cache
def evaluation_table():
    """Return (written form → (Form, Evaluation) pairs, first word → idioms)."""
    table, idioms = {}, {}
    for r in read_table("evaluations.tsv", {"word": None, "class": ("adjective", "noun", "phrase", "idiom", "behind"), "polarity": ("+", "-")}):
        evaluation = Evaluation(r["word"], r["class"], SIGNS[r["polarity"]])
        if r["class"] == "phrase":
            for keys in _phrase_forms(r["word"]):
                idioms.setdefault(keys[0], []).append((keys, evaluation._replace(cls="idiom")))
            continue
        if r["class"] in ("idiom", "behind"):
            for keys in _idiom_forms(r["word"]):
                idioms.setdefault(keys[0], []).append((keys, evaluation))
            continue
        generate = participle_forms if r["class"] == "adjective" else noun_forms
        for form, reading in generate(r["word"], r["word"]):
            table.setdefault(form, []).append((reading, evaluation))
    return table, idioms


def _phrase_forms(phrase):
    """Return the folded forms of nouns with their adjectives (`دور|أدوار مهم|بارز`): each pair with and without ال, in the accusative and the oblique plural."""
    nouns, adjectives = (word.split("|") for word in phrase.split())
    pairs = [(noun, adjective) for noun in nouns for adjective in adjectives]
    cases = [(noun, adjective) for noun, adjective in pairs] + [(_accusative(noun), _accusative(adjective)) for noun, adjective in pairs]
    return list(dict.fromkeys((fold(article + noun), fold(article + adjective)) for noun, adjective in cases for article in ("", "ال")))


def _accusative(word):
    if word.endswith("ون"):
        return word[:-2] + "ين"
    return word if word[-1] in "ةاىءه" or word.endswith("ين") else word + "ا"


def _idiom_forms(phrase):
    """Return an idiom's folded words; `غير X` also with ال and with the accusative alef."""
    keys = tuple(fold(w) for w in phrase.split())
    if len(keys) < 2:
        raise InputError("an idiom has at least two words", where="evaluations.tsv", value=phrase, remedy="make it a noun or an adjective")
    if keys[0] != "غير" or len(keys) != 2:
        # `خطأ فادحا`
        return [keys] + ([(*keys[:-1], keys[-1] + "ا")] if len(keys) == 2 and keys[-1][-1] not in "ةاهيء" else [])
    return [keys, ("غير", "ال" + keys[1])] + ([("غير", keys[1] + "ا")] if not keys[1].endswith("ة") else [])


class _Triggers(dict):
    """Folded form → Trigger, or None for the many words that show nothing; computed once per distinct form."""

    def __missing__(self, key):
        if len(self) > 100_000:
            self.clear()
        trigger = self[key] = read_trigger(key)
        return trigger


TRIGGERS = _Triggers()


def trigger_of(written):
    """Return the Trigger of a written form, or None."""
    return TRIGGERS[written.key]


def turns_against(trigger):
    """Say whether a trigger, whatever follows, sets its doer against its object."""
    return trigger is not None and any(p.object < 0 and not p.needed for _, p in trigger.forms)


def of_class(trigger, *classes, pos=None):
    """Say whether a trigger, or None, can be a predicate of one of the classes; with `pos` only as one of those parts of speech."""
    return trigger is not None and any(p.cls in classes and (pos is None or form.pos in pos) for form, p in trigger.forms)


def read_trigger(key):
    """Return the Trigger of a folded form, or None.

        >>> [(p.lemma, f.pos) for f, p in read_trigger("وتدعمه").forms]
        [('دعم', 'imperfect'), ('دعم الإرهاب', 'imperfect')]
        >>> read_trigger("الطاولة") is None
        True
    """
    table, listed = predicate_table(), predicates()
    forms = tuple([_told(f, listed) for f in read_form(key, table)])
    words, idioms = evaluation_table()
    found, labels = _words(key, words), _words(key, label_table())
    phrases = {}
    for start in (key, key[1:]) if key[0] in "وفبل" else (key,):
        for keys, evaluation in idioms.get(start, ()):
            phrases.setdefault(keys[1], []).append((keys, evaluation))
    turn = _rule_turns().get(key) or ("retaliation" if key[0] == "ف" and key[1:] in turns("retaliation") else None)
    if not (forms or found or phrases or labels or turn):
        return None
    needs = frozenset().union(*(p.needed for _, p in forms)) if forms and all(p.needed for _, p in forms) else None
    told = tuple(x for x in forms if x[1].cls != "distance" or x[0].pos != "noun")
    return Trigger(forms, found, phrases, labels, turn, needs, told, any("آ" in p.lemma for _, p in forms))


@cache
def _rule_turns():
    """Return folded word → class of the turns that have rules of their own, the first of several."""
    return {word: cls for cls in ("ally_of", "pretext", "retaliation", "own", "own_foe", "obligation", "against_whom", "enough", "credited") for word in turns(cls)}


def _told(form, listed):
    """Return a Form with its lemma's name and the Predicate; a passive participle is told from an active one."""
    predicate = listed[form.lemma if form.lemma >= 0 else ~form.lemma][0]
    pos = form.pos if form.lemma >= 0 else "passive participle"
    return Form(predicate.lemma, pos, form.person, form.gender, form.number, form.prefix, form.pronoun, form.definite), predicate


@cache
def label_table():
    """Return written form → (Form, Label) pairs."""
    table = {}
    columns = {"word": None, "tone": ("favourable", "neutral", "hostile"), "stance": tuple(SIGNS), "place": ("head", "adjective", "name", "within")}
    for r in read_table("labels_parties.tsv", columns):
        label = Label(r["word"], r["tone"], SIGNS[r["stance"]], r["place"])
        generate = participle_forms if r["place"] == "adjective" else noun_forms
        for form, reading in generate(r["word"], "|".join(with_construct(r["word"]))):
            table.setdefault(form, []).append((reading, label))
    return table


def _words(key, table):
    """Return the (Form, entry) pairs of a table that a form may be, with clitics and the article taken off, each entry once."""
    if table.keys().isdisjoint(stripped(key)):
        return ()
    found = {}
    for prefix, stem in clitics(key):
        for form in (stem, stem[2:]) if stem.startswith("ال") and len(stem) > 4 else (stem,):
            for reading, entry in table.get(form, ()):
                if entry.word not in found:
                    found[entry.word] = reading._replace(prefix=prefix, definite=form != stem), entry
    return tuple(found.values())


@cache
def operators():
    """Return folded word → class of the words that turn, cancel or demand a predicate."""
    rows = read_table("operators.tsv", {"word": None, "class": ("negation", "stop", "condition", "question", "possibility", "distance", "necessity", "readiness", "failure", "still", "any")})
    return {fold(r["word"]): r["class"] for r in rows}


@cache
def homographs():
    """Return the folded verb forms that are nouns or particles more often (`وقف`, `عمل`)."""
    return frozenset(fold(r["word"]) for r in read_table("verb_homographs.tsv", {"word": None}))


@cache
def governors(every=False):
    """Return written form → Form of other verbs; its lemma says whether the subject is the doer or the undergoer of the noun, or other.

    With `every`, forms that are nouns more often (`تقدم`) are among them.
    """
    table, barred = {}, frozenset() if every else homographs()
    for r in read_table("governors.tsv", {"lemma": None, "perfect": None, "imperfect": None, "class": ("doer", "maker", "undergoer", "receiver", "other")}):
        perfect = perfect_forms(r["class"], r["perfect"]) if r["perfect"] else ()
        imperfect = imperfect_forms(r["class"], r["imperfect"]) if r["imperfect"] else ()
        for form, reading in (*perfect, *imperfect):
            if form not in barred:
                table.setdefault(form, []).append(reading)
    return table


class _Verbs(dict):
    """Folded form → Form of a finite verb, or None; predicates count where they are nothing but a verb."""

    def __missing__(self, key):
        if len(self) > 100_000:
            self.clear()
        forms = read_form(key, governors())
        trigger = TRIGGERS[key]
        if not forms and trigger and trigger.forms and all(f.pos in ("perfect", "imperfect") for f, _ in trigger.forms):
            # `تقدم إيران دعما`: known as a verb, what it governs counts before what it means.
            forms = [f for f in read_form(key, governors(True)) if f.lemma == "doer" and f.pos == "imperfect"] or (trigger.forms[0][0],)
        # `أقدم` did something more often than it is what I present.
        verb = self[key] = min(forms, key=lambda form: form.person == 1 and form.number == "s") if forms else None
        return verb


VERBS = _Verbs()


turns = WordClasses("turns.tsv").__getitem__
"""Return the folded words of one class of turns.tsv."""


@cache
def heads():
    """Return the folded nouns in whose phrase a party is not the doer or the target (`الحدود التركية`)."""
    return frozenset(fold(r["word"]) for r in read_table("heads.tsv", {"word": None}))


class _Victims(dict):
    """Folded form → True where it names people or places whose harm is harm to civilians."""

    def __missing__(self, key):
        if len(self) > 100_000:
            self.clear()
        found = self[key] = not victims().isdisjoint(stripped(key))
        return found


VICTIMS = _Victims()


@cache
def victims():
    """Return the folded forms of the victims word list, with the feminine and the accusative alef."""
    words = [fold(w) for r in read_table("victims.tsv", {"word": None}) for w in r["word"].split("|")]
    return frozenset(words) | {w + "ا" for w in words if not w.endswith(("ا", "ة", "ء"))} | {w + "ة" for w in words if w.endswith("ي")}


@cache
def results():
    """Return the lemmas of predicates.tsv that tell what an act results in (`أسفر عن مقتل`): the act is their subject."""
    return frozenset(r["lemma"] for r in read_table("no_acts.tsv", {"lemma": None, "why": ("result", "weapon", "phenomenon")}) if r["why"] == "result")


@cache
def weapons():
    """Return the lemmas of predicates.tsv that name a weapon (`صاروخ`)."""
    return frozenset(r["lemma"] for r in read_table("no_acts.tsv", {"lemma": None, "why": ("result", "weapon", "phenomenon")}) if r["why"] == "weapon")
