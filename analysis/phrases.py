"""Read an article's tokens as words with a function: particles, clitics, quotations, noun phrases and clause borders.

Attribution and stance share this reading. It knows no syntax tree: each question (where does this noun phrase end?
is this mark opening?) is answered from the words around it.
"""

from functools import cache
from typing import NamedTuple

from analysis.cues import CUE_READINGS
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.words import LATIN, NUMBER, PUNCT, QUOTE, WORD

PARTICLE_CLASSES = ("complementizer", "subordinator", "relative", "conjunction", "preposition", "pronoun_prepositional", "pronoun",
                    "demonstrative", "auxiliary", "negation", "adverb", "time_noun", "month", "quantifier", "interrogative", "vocative", "according")


class Word(NamedTuple):
    """What a written form is by itself: its particle class, the proclitics in front, and the rest.

    conj   True with a proclitic و or ف; prep: the proclitic ب, ل or ك ("" if none)
    stem   the form without them; definite: the stem has the article ال
    verb   perfect or imperfect for forms that are a verb more often than not, else None
    """

    particle: str | None
    conj: bool
    prep: str
    stem: str
    definite: bool
    verb: str | None


@cache
def particles():
    """Return folded function word → class."""
    return {fold(r["word"]): r["class"] for r in read_table("particles.tsv", {"word": None, "class": PARTICLE_CLASSES})}


@cache
def whole_words():
    """Return the folded words that begin with و ف ب ل ك as part of the word."""
    return frozenset(fold(r["word"]) for r in read_table("whole_words.tsv", {"word": None}))


class _Words(dict):
    """Folded form → Word, computed once per distinct form."""

    def __missing__(self, key):
        if len(self) > 300_000:
            self.clear()
        word = self[key] = read_word(key)
        return word


WORDS = _Words()


def read_word(key):
    """Return the Word of a folded form.

        >>> read_word("وفي").particle, read_word("وفي").conj
        ('preposition', True)
        >>> read_word("بالهجوم").prep, read_word("بالهجوم").stem, read_word("بريطانيا").prep
        ('ب', 'الهجوم', '')
    """
    known = particles()
    if key in known:
        return Word(known[key], False, "", key, False, None)
    conj, stem = False, key
    if _whole_verb(key):
        return Word(None, False, "", key, False, _verb(key))
    if key[0] in "وف" and len(key) > 2 and key not in whole_words():
        if key[1:] in known:
            return Word(known[key[1:]], True, "", key[1:], False, None)
        if key[0] == "و" or key[1:] in whole_words() or _verb(key[1:]) or key.startswith(("فال", "فا")) and _verb(key[1:]):
            conj, stem = True, key[1:]
    prep, rest = _preposition(stem)
    return Word(None, conj, prep, rest, rest.startswith("ال") and len(rest) > 3, None if prep else _verb(rest))


def _whole_verb(key):
    """Say whether a form that begins with و or ف is a verb as it stands: `وعدت`, `وصل`, `فرضت`."""
    return key[0] in "وفبلك" and (key in verbs() or any(not r.form.prefix and r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[key]))


def _preposition(stem):
    """Split a proclitic preposition off: (letter, rest)."""
    if stem in whole_words() or len(stem) < 4 or stem[0] not in "بلك":
        return "", stem
    if stem[0] == "ل" and stem[1] == "ل":
        return "ل", "ا" + stem[1:]
    if stem[0] == "ك":
        return ("ك", stem[1:]) if stem.startswith("كال") else ("", stem)
    return stem[0], stem[1:]


def _verb(stem):
    tense = verbs().get(stem)
    if tense:
        return tense
    cues = CUE_READINGS[stem]
    if cues and all(r.form.pos in ("perfect", "imperfect") for r in cues):
        return cues[0].form.pos
    body = stem[1:] if stem[0] == "س" and len(stem) > 4 else stem
    if body[0] in "ي" and len(body) > 3 and body not in whole_words() and not body.endswith(("ة", "ا", "ي", "اء", "ات")):
        return "imperfect"
    return "perfect" if stem.endswith("وا") and len(stem) > 4 else None


@cache
def verbs():
    """Return folded verb form → tense for the general verbs; reporting verbs are added by attribution.cues."""
    from analysis.inflection import imperfect_forms, perfect_forms

    table = {}
    for row in read_table("verbs.tsv", {"lemma": None, "perfect": None, "imperfect": None}):
        for form, reading in perfect_forms(row["lemma"], row["perfect"] or ""):
            if form not in common_nouns():
                table.setdefault(form, reading.pos)
        for form, reading in imperfect_forms(row["lemma"], row["imperfect"]) if row["imperfect"] else ():
            # تقدم، تدخل، تحول are verbal nouns more often than verbs.
            if form[0] == "ي" or form.endswith(("ون", "ي", "و", "وا")):
                table.setdefault(form, reading.pos)
            table.setdefault("س" + form, reading.pos)
    table.pop("", None)
    return table


def _carries_on(key):
    """An indefinite participle of a reporting verb (قائلا، مؤكدة) carries a statement on; it is no part of a name."""
    return any(r.form.pos == "participle" and not r.form.definite and (r.cue.strength != "doubtful" or key.endswith("ا")) for r in CUE_READINGS[key])


class Quotation(NamedTuple):
    """Tokens first … last of a quotation, its marks included; `closed` is False where no closing mark was found."""

    first: int
    last: int
    closed: bool


class Reading:
    """One article's tokens with what each may be.

    words        Word per token (None for marks and numbers)
    quotations   all Quotations in order; `opens` maps an opening mark's token to its Quotation, `inside` gives the
                 index of the innermost quotation that holds the token, −1 outside
    taken        tokens of reporting verbs that belong to a noun phrase (`دراسة نشرتها مجلة`)
    mention_at   first token of a mention → (Mention, token after its last)
    """

    __slots__ = ("article", "sentences", "tokens", "keys", "kinds", "words", "quotations", "opens", "inside", "mentions", "mention_at", "mention_in", "registry", "taken")

    def __init__(self, article, sentences, tokens, mentions, registry=None):
        self.article, self.sentences, self.tokens, self.mentions = article, sentences, tokens, mentions
        self.keys, self.kinds = tokens.keys, tokens.kinds
        self.words = [WORDS[k] if kind == WORD else None for k, kind in zip(self.keys, self.kinds)]
        self.quotations = find_quotations(tokens, sentences)
        self.opens = {q.first: q for q in self.quotations}
        self.inside = _inside(self.quotations, len(tokens))
        self.mention_at, self.mention_in = _place_mentions(tokens, mentions)
        self.registry, self.taken = registry, set()

    def text(self, first, last):
        """Return the words of the tokens first … last - 1 as they stand."""
        return self.tokens.words(first, last)

    def actor(self, mention):
        """Return the Actor of a mention, of the registry or introduced by the text; None if nobody knows."""
        actor = self.registry.actor(mention.actor) if self.registry is not None else None
        return actor or getattr(self.mentions, "introduced", {}).get(mention.actor)

    def is_person(self, mention):
        """Say whether a mention means a person."""
        actor = self.actor(mention)
        return actor is not None and actor.type == "person"

    def features(self, mention):
        """Return (gender, number) of a mention's actor as it is called here, (None, None) where nobody says."""
        if hasattr(self.mentions, "features"):
            return self.mentions.features(mention)
        actor = self.actor(mention)
        return (actor.gender, actor.number) if actor is not None else (None, None)

    def starts_noun_phrase(self, i):
        """Say whether a noun phrase can begin at token i: a mention, or a word that is no particle and no verb."""
        if i in self.mention_at:
            word, proclitic = self.words[i], self.mention_at[i][0].start > self.tokens.starts[i]
            return not (self.keys[i].startswith(("لل", "ولل")) or proclitic and word is not None and bool(word.prep))
        if self.kinds[i] == LATIN:
            return True
        word = self.words[i]
        if word is None or word.prep or word.verb:
            return False
        if word.particle == "demonstrative":
            return i + 1 < len(self.words) and self.words[i + 1] is not None and self.words[i + 1].definite
        if word.particle is None:
            if word.stem.endswith("ا") or word.stem.endswith("ة") and i and self.tokens.forms[i - 1] in ("،", ","):
                return not _carries_on(self.keys[i]) or self.keys[i + 1:i + 2] == ["باسم"]
            return True
        return word.particle == "quantifier"

    def noun_phrase(self, i, limit):
        """Return the token after the noun phrase that begins at i (i itself if none does).

        It holds the head, its adjectives and construct state, names, short parentheses and names in quotation marks;
        it ends before particles, verbs, punctuation and words with a proclitic.
        """
        if i >= limit or not self.starts_noun_phrase(i):
            return i
        j = self.mention_at[i][1] if i in self.mention_at else i + 1
        while j < limit:
            step = self._continues(j, limit, i)
            if step == j:
                break
            j = step
        return j

    def _continues(self, j, limit, head=None):
        """Return the token after the next piece of a noun phrase that goes on at j, or j if it ends."""
        kind = self.kinds[j]
        if kind == QUOTE:
            quotation = self.opens.get(j)
            named = head is None or any(self.keys[k].lstrip("وفبلك").removeprefix("ال") in named_heads() or self.keys[k].removeprefix("ال") in named_heads() for k in (head, j - 1))
            return quotation.last + 1 if quotation and named and self.is_name(quotation) and quotation.last < limit else j
        if kind == PUNCT:
            return self._through_punctuation(j, limit)
        if kind == NUMBER:
            return j + 1 if j + 1 < limit and self.kinds[j + 1] == WORD and self.words[j + 1].particle is None and not self.words[j + 1].conj else j
        if kind == LATIN:
            return j + 1
        if j in self.mention_at:
            return self.mention_at[j][1] if not self.words[j].conj and not self.words[j].prep else j
        word = self.words[j]
        if self.keys[j - 1] in name_links():
            return j + 1
        if word.conj and word.definite and head is not None and self.keys[head].removeprefix("ال") in double_offices():
            return j + 1
        if word.conj or word.verb or word.particle or word.stem.endswith(("ا", "ة", "ين")) and _carries_on(self.keys[j]):
            return j
        if word.prep:
            before = self.words[j - 1]
            named = before is not None and before.definite and self.keys[j].startswith("لل") and word.stem[2:] not in addressees()
            return j + 1 if named or self.keys[j] in title_links() else j
        return j + 1

    def _through_punctuation(self, j, limit):
        """A short parenthesis or a hyphen inside a name belongs to the phrase."""
        mark, tokens = self.tokens.forms[j], self.tokens
        if mark == "(":
            for k in range(j + 1, min(j + 7, limit)):
                if tokens.forms[k] == ")":
                    return k + 1
        if mark in "-–/" and j + 1 < limit and tokens.ends[j - 1] == tokens.starts[j] and tokens.ends[j] == tokens.starts[j + 1]:
            return j + 2
        return j

    def is_name(self, quotation):
        """Say whether a quotation is a name or a single term in marks: at most five words, closed, no particle, no verb."""
        if not quotation.closed or quotation.last - quotation.first > 6:
            return False
        inner = range(quotation.first + 1, quotation.last)
        if len(inner) == 1:
            return True
        return all(self.words[k] is None or len(self.keys[k]) == 1 or not self._surely_verb(k) and self.words[k].particle in (None, "preposition", "quantifier") for k in inner)

    def _surely_verb(self, k):
        """A listed verb, not one guessed by its first letter: names in marks begin with ي too."""
        return self.words[k].verb is not None and (self.words[k].stem in verbs() or bool(CUE_READINGS[self.keys[k]]))

    def sentence_end(self, i):
        """Return the token after the last of the sentence that holds token i."""
        return self.tokens.bounds[self.tokens.sentence_of[i]][1]

    def sentence_start(self, i):
        """Return the first token of the sentence that holds token i."""
        return self.tokens.bounds[self.tokens.sentence_of[i]][0]


@cache
def human_titles():
    """Return the folded single words that can stand in apposition to a personal name (الرئيس، المدير، الشيخ)."""
    return frozenset(fold(r[c]) for r in read_table("titles.tsv", {"masculine": None, "feminine": None}) for c in r if r[c] and " " not in r[c])


@cache
def adjectives():
    """Return the folded adjectives without ي at their end."""
    return frozenset(fold(r["adjective"]) for r in read_table("adjectives.tsv", {"adjective": None}))


@cache
def addressees():
    """Return the folded nouns, without the article, that are told something (للصحفيين، للوكالة)."""
    return frozenset(fold(r["noun"]) for r in read_table("addressees.tsv", {"noun": None}))


@cache
def named_heads():
    """Return the folded nouns behind which a name in quotation marks belongs to the phrase (صحيفة «الوطن»، حركة "فتح")."""
    return frozenset(fold(r["noun"]) for r in read_table("named_heads.tsv", {"noun": None}))


@cache
def name_links():
    """Return the folded words after which a name always goes on (بن، أبو، عبد، آل)."""
    return frozenset(fold(r["word"]) for r in read_table("name_links.tsv", {"word": None}))


@cache
def common_nouns():
    """Return the folded nouns and adjectives that are no personal names."""
    return frozenset(r["noun"] for r in read_table("common_nouns.tsv", {"noun": None}))


@cache
def double_offices():
    """Return the folded heads whose name may hold a conjunction (`وزير النفط والثروة المعدنية`)."""
    return frozenset(fold(r["noun"]) for r in read_table("double_offices.tsv", {"noun": None}))


@cache
def title_links():
    """Return the folded words with a proclitic that go on inside a title or a name (باسم، للأنباء، لحقوق)."""
    return frozenset(fold(r["word"]) for r in read_table("title_links.tsv", {"word": None}))


def _place_mentions(tokens, mentions):
    """Return first token → (Mention, token after), and token → Mention for every token of a mention."""
    first_token = {start: i for i, start in enumerate(tokens.starts)}
    ends, at, held, n = tokens.ends, {}, {}, len(tokens)
    for mention in mentions:
        i = first_token.get(mention.start)
        if i is None:
            # The mention begins after a proclitic: `وموسكو`.
            i = _token_at(tokens.starts, mention.start)
        j = i + 1
        while j < n and ends[j - 1] < mention.end:
            j += 1
        at[i] = (mention, j)
        for k in range(i, j):
            held[k] = mention
    return at, held


def _token_at(starts, position):
    from bisect import bisect_right

    return bisect_right(starts, position) - 1


_OPENING, _CLOSING = "“«„‹‘", "”»’›"


def find_quotations(tokens, sentences):
    """Return the quotations of an article, paired within each paragraph; unpaired and wrongly turned marks lose nothing.

    A mark opens or closes by the white space around it, then by its shape, then by whether a quotation is open.
    A quotation that is never closed ends with its paragraph. Linear in the number of marks.
    """
    marks = [i for i, kind in enumerate(tokens.kinds) if kind == QUOTE]
    if not marks:
        return []
    found, stack, paragraph, sentence_of = [], [], None, tokens.sentence_of
    for i in marks:
        here = sentences[sentence_of[i]].paragraph
        if here != paragraph:
            _close_all(found, stack, tokens, sentences)
            paragraph = here
        side = _side(tokens, i)
        if side == "open" or side is None and not stack:
            if stack and _shape(tokens.forms[stack[-1]]) == _shape(tokens.forms[i]):
                if side is None or tokens.forms[i][0] not in _OPENING and tokens.sentence_of[stack[-1]] == tokens.sentence_of[i] and i - stack[-1] < 3:
                    found.append(Quotation(stack.pop(), i, True))
                    continue
                start = stack.pop()
                found.append(Quotation(start, _unclosed_end(tokens, start, i), False))
            if len(stack) < 4:
                stack.append(i)
        elif stack:
            found.append(Quotation(stack.pop(), i, True))
    _close_all(found, stack, tokens, sentences)
    return sorted(found)


def _unclosed_end(tokens, start, following):
    """A quotation whose mark is never closed ends with the sentence before the next opening mark."""
    return max(start, min(tokens.bounds[tokens.sentence_of[start]][1], following) - 1)


def _shape(mark):
    return "angle" if mark[0] in "«»‹›" else "double" if mark[0] in "\"“”„" or len(mark) > 1 else "single"


def _close_all(found, stack, tokens, sentences):
    while stack:
        start = stack.pop()
        paragraph, s = sentences[tokens.sentence_of[start]].paragraph, tokens.sentence_of[start]
        while s + 1 < len(sentences) and sentences[s + 1].paragraph == paragraph:
            s += 1
        found.append(Quotation(start, tokens.bounds[s][1] - 1, False))


def _side(tokens, i):
    """Return open or close from the space around a mark, else from its shape; None if neither tells."""
    text, start, end = tokens.text, tokens.starts[i], tokens.ends[i]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    free_before = before.isspace() or before in "([-–—:،؛,.#"
    free_after = after.isspace() or after in ")]-–—:،؛,.؟!?…"
    attached = i > 0 and tokens.ends[i - 1] == start and tokens.keys[i - 1] in ("و", "ب", "ل", "ك", "ف", "وب", "ول")
    if attached or before == "ـ":
        return "open"
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    shape = tokens.forms[i][0]
    return "open" if shape in _OPENING else "close" if shape in _CLOSING else None


def _inside(quotations, n):
    inside = [-1] * n
    for index, q in enumerate(quotations):
        for k in range(q.first, q.last + 1):
            inside[k] = index
    return inside
