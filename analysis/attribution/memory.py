"""The sources of an article so far, and what tells whether one can be meant by a verb without a subject."""

from typing import NamedTuple

from analysis.attribution.features import phrase_features, speaking_nouns
from analysis.wordlists import common_nouns, rule_words


class Source(NamedTuple):
    """A resolved source: the actor's columns and the token range that names it here (None where it is implicit)."""

    actor: str
    name: str | None
    party: str | None
    type: str | None
    gender: str | None
    number: str | None
    span: tuple[int, int] | None
    head: str | None = None
    known: bool = True
    only_told: bool = False
    beside: tuple = ()
    """The others with whom it spoke, where they are taken together: `قال سامي وليلى …. وأضافا …`"""


class Memory:
    """The sources of an article so far, most recent last; nested sources and quoted ones never enter. `behind` holds who was only told of, as no subject, `spoken_in` the sentence in which somebody spoke last, and how many had spoken before it."""

    def __init__(self):
        self.entries, self.behind, self.spoken_in = [], [], None

    def add(self, sources):
        """Enter those who spoke as the most recent: each, and all together where they are several."""
        self.entries += [*sources, *together(sources)]

    def latest(self, gender, number, goes_on=False, most=12):
        """Return the most recent source that agrees, or None. Where the verb goes on (`وأضاف`), it is one who has spoken."""
        for source in reversed(self.entries[-most:]):
            if agree(gender, number, source) and not (goes_on and source.only_told):
                return source
        return None

    def same_head(self, head):
        """Return the most recent source whose phrase had this head noun (`المصدر` after `مصدر عسكري`), or None."""
        return next((s for s in reversed(self.entries) if s.head == head), None)


def agree(gender, number, source):
    """Say whether a source agrees with a dropped subject in gender and number; what is unknown agrees with everything."""
    if source.beside:
        # `وأعلنتا`: no man among them.
        women = gender != "f" or all(one.gender != "m" for one in (source._replace(beside=()), *source.beside))
        return number in ("d", "p") and (number == "p" or len(source.beside) == 1) and women
    if number == "p":
        return source.number == "p"
    if number == "d":
        return source.number in ("d", "p", None)
    if source.number == "p" and source.gender == "m":
        return False
    return gender is None or source.gender is None or gender == source.gender


def together(sources):
    """Return several sources as one that only a dual or plural verb can mean, in a list; an empty list for one alone."""
    return [sources[0]._replace(beside=tuple(sources[1:]))] if len(sources) > 1 else []


def by_cue(drafts):
    """Return the known sources of each cue, in order: joint sources are statements of their own that share their cue."""
    groups = {}
    for draft in drafts:
        if draft.resolved and draft.resolved[0].known:
            groups.setdefault(draft.cue or id(draft), []).extend(draft.resolved)
    return list(groups.values())


PASSED_ON = ("passed_on_words", "passed_on_from")


def outer(draft):
    """Return the statement that holds this one, or None; according-to statements are passed over: they hold whole sentences."""
    parent = draft.parent
    while parent is not None and parent.kind == "according":
        parent = parent.parent
    return parent


def as_its_phrase(reading, phrase, source):
    """Return a source as plural or dual where the head of its phrase is: `قادة الاتحاد`, `خصوم الحكومة`, `رئيسا البلدين`; as one where it is `أحد النواب`."""
    if source.number == "p" and reading.keys[phrase[0]] in rule_words("one_of"):
        gender, number = phrase_features(reading, phrase)
        return source._replace(gender=gender, number=number)
    number = "d" if _dual_construct(reading, phrase) else phrase_features(reading, phrase)[1]
    if number in ("d", "p") and source.number != "p" and (phrase[0] not in reading.mention_at or reading.mention_at[phrase[0]][0].kind == "title"):
        return source._replace(gender="m" if source.gender is None else source.gender, number=number)
    return source


def _dual_construct(reading, phrase):
    """Say whether a phrase is of two by its head: `رئيسا البلدين`, `وزيرا الخارجية`."""
    head, following = reading.words[phrase[0]], reading.words[phrase[0] + 1] if phrase[1] - phrase[0] > 1 else None
    return head is not None and following is not None and following.definite and head.stem.endswith("ا") and head.stem[:-1] in speaking_nouns()


def as_its_verb(reading, k, source):
    """Return a source as feminine where its verb at k is: `نشرت عضو المجلس …` (`عضو` alone does not tell), `نشرت ألوية العمالقة …`."""
    stem = reading.words[k].stem
    feminine = stem.startswith("ت") if reading.words[k].verb == "imperfect" else stem.endswith("ت")
    if feminine and source.type != "person":
        return source._replace(gender="f", number=None)
    return source._replace(gender="f") if feminine else source


def verb_by_place(reading, k):
    """An unknown word that opens a sentence right before a title or name is its verb: `وصعد وزير الخارجية …`; so is كان."""
    word = reading.words[k]
    if word.particle == "auxiliary":
        return True
    return word.particle is None and not word.prep and not word.definite and word.stem not in common_nouns() and word.stem not in speaking_nouns()
