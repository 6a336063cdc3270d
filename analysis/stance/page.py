"""An article as stance reads it: the shared reading, whose words each token is, and which statement a cue opens."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from analysis.actors.mentions import HEAD
from analysis.cues import CUE_READINGS
from analysis.datelines import credit_start, dateline_end
from analysis.records import NARRATOR, Mention
from analysis.stance.lexicon import TRIGGERS, VERBS, homographs, needed_words, of_class, turns
from analysis.text import fold
from analysis.wordlists import WORDS, verbal_nouns


class Who(NamedTuple):
    """An actor and its party: who speaks, acts or is meant."""

    actor: str
    party: str | None


NARRATOR_WHO = Who(NARRATOR, NARRATOR)

NOBODY = (None, "unknown", "unaffiliated")
"""Parties that are no target: nobody knows which side is meant."""

NEED = 5
"""Within how many tokens behind a cue the word stands that makes a predicate of it."""


class Page:
    """One article's reading with its statements laid over the tokens.

    voices     innermost Statement that holds the token in its content, or None for the narrator
    cue_at     token → Statements whose cue stands there
    named      the sentences that name a party
    silent     the sentences that show nothing, each with the token from which it does not: questions, and what tells of a match (`يستعد المنتخب لمواجهة روسيا`)
    played     tokens that name what is shown in a match, where no question is asked
    openers    tokens at the head of a sentence that are verbs, though their form is a noun more often
    verbs      tokens that are finite verbs, by the shared reading or by the verb lists; is_verb: function from a token to whether it is one
    sentence   function from a token to the (first, last + 1) token of its sentence
    covered    tokens that an evaluative phrase has taken; pieces, ends: phrases after a token and where they end, read once;
    sentence_sets: what `sentence_words` returns of a sentence
    """

    __slots__ = ("reading", "tokens", "keys", "words", "voices", "cue_at", "statements", "mention_at", "mention_in", "by_id", "joint", "covered", "pieces", "ends", "named", "silent", "openers", "verbs", "is_verb", "sentence", "sentence_sets", "played", "cue_readings")

    def __init__(self, reading, statements):
        self.reading, self.tokens = reading, reading.tokens
        self.keys, self.words = reading.keys, reading.words
        self.mention_at, self.mention_in = reading.mention_at, reading.mention_in
        self.sentence = list(map(self.tokens.bounds.__getitem__, self.tokens.sentence_of)).__getitem__
        self._leave_datelines()
        self._leave_others()
        self.statements = statements
        self.by_id = {s.statement_id: s for s in statements}
        self.covered = set()
        self.sentence_sets, self.cue_readings = {}, {}
        self.pieces, self.ends, self.named = {}, {}, {self.tokens.sentence_of[i] for i in self.mention_at}
        self.silent = {n: self._asks_from(first, last) for n, (first, last) in enumerate(self.tokens.bounds) if last and self.tokens.forms[last - 1] in "؟?"}
        self.played = {i for i in self.tokens.telling("trigger") if self.tokens.sentence_of[i] not in self.silent and self.words[i] is not None and self.words[i].stem in turns("shown")}
        self.silent.update((n, self.tokens.bounds[n][0]) for n in {self.tokens.sentence_of[i] for i in self.tokens.telling("sport")})
        self.openers = {first for first, last in self.tokens.bounds if last - first > 2 and self._opens_with_verb(first)}
        told = [s for s in statements if s.rule not in ("which_is_denied", "told_by_another", "allusion") and not self._wants_deed(s)]
        self.joint, self.voices, self.cue_at = _joint(told), paint(self.tokens, told), _cues(self.tokens, told)
        # `أكد الزعيمان عزمهما على التعاون`: the sources themselves are the parties.
        self.named.update(rows[0].sentence_id for rows in self.joint.values() if len({row.source_party for row in rows}) > 1)
        # `وأضاف أن القرار خاطئ`: a deed that is named again has been named with whose it is.
        self.named.update(s.sentence_id for s in told if s.content and self._names_deed(s))
        homes = [i for i in self.tokens.telling("home") if self.voices[i] is not None and self._alone(i) and self._opens_clause(i)]
        if homes:
            self._take_home(homes)
        self.verbs = self.openers.union(i for i in self.tokens.telling("finite") if i not in self.mention_in and self.words[i] is not None and not self._verbal_noun(i))
        self.is_verb = self.verbs.__contains__

    def _names_deed(self, statement):
        """`إن هذا القرار`, `بالقرار`: say whether a statement's words begin with a noun with ال for a deed or plan."""
        first = self.first_token(statement.content[0][0])
        near = (self.words[k] for k in range(first, min(first + 4, len(self.words))))
        return any(word is not None and word.definite and word.stem[2:] in turns("deed_noun") for word in near)

    def _asks_from(self, first, last):
        """`انتقد سياسة روما، متسائلا: "هل حفظت الدرس؟`: return the token at which a sentence that ends as a question begins to ask: its first word of asking, else its first."""
        return next((i for i in range(first, last) if self.words[i] is not None and self.words[i].particle == "interrogative"), first)

    def _leave_datelines(self):
        """Nobody is meant by the places of a dateline or by the agency of a credit: `دبي، الإمارات العربية المتحدة (CNN)-- أكد مفتي مصر …`, `يطالبون برحيل المدير (أ ف ب)`."""
        spans = [(first, dateline_end(self.tokens, first, last)) for first, last in self.tokens.bounds[:HEAD]]
        spans += [(credit_start(self.tokens, first, last), last) for first, last in self.tokens.bounds if ")" in self.tokens.forms[max(first, last - 2):last]]
        left = {i for first, end in spans for i in range(first, end) if i in self.mention_in}
        if left:
            self.mention_at = {i: found for i, found in self.mention_at.items() if i not in left}
            self.mention_in = {i: found for i, found in self.mention_in.items() if i not in left}

    def _leave_others(self):
        """`القوات الموالية للنظام`, `التحالف مع إيران`: a noun that stands for the last one called so means another where a participle tells which, and none before مع."""
        last = len(self.keys)
        others = [i for i, (mention, end) in self.mention_at.items() if end == i + 1 < last and (mention.kind == "description" and self.backs(end) and not self.words[end].conj or self.keys[end] == "مع" and self.words[i] is not None and self.words[i].stem in turns("tie"))]
        if others:
            self.mention_at = {i: found for i, found in self.mention_at.items() if i not in others}
            self.mention_in = {i: found for i, found in self.mention_in.items() if i not in others}

    def backs(self, j):
        """Say whether token j is an active participle of support with ال (`الداعمة للمعارضة`)."""
        trigger = TRIGGERS[self.keys[j]] if self.words[j] is not None and self.words[j].definite else None
        return of_class(trigger, "support", pos=("participle",))

    def _alone(self, i):
        """Say whether a word is in no longer mention; a list of actors may give `بلاده` as a country's alias."""
        return i not in self.mention_in or self.mention_at.get(i, (None, 0))[1] == i + 1

    def _opens_clause(self, i):
        """Say whether a word stands right after أن or at the start of a source's words; elsewhere `بلاده` may be another's."""
        word = self.words[i - 1] if i else None
        return word is None or word.particle == "complementizer" or self.voices[max(0, i - 2)] is not self.voices[i] or self._near_opening(i)

    def _near_opening(self, i):
        """`إن سياسة بلاده ثابتة`, `إن من حق بلاده الرد`: say whether only one noun, or من and a noun, stand between أن and a word: nobody else is named whose country it could be."""
        noun = self.words[i - 1]
        if i < 2 or noun is None or noun.particle or noun.definite or noun.conj or VERBS[self.keys[i - 1]] is not None or i - 1 in self.mention_in:
            return False
        opening = self.words[i - 2 - (self.keys[i - 2] == "من")]
        return opening is not None and opening.particle == "complementizer"

    def _take_home(self, places):
        """Let `بلاده`, `حكومتنا` inside a source's words name that source's party."""
        self.mention_at, self.mention_in = dict(self.mention_at), dict(self.mention_in)
        for i in places:
            source, tokens = source_of(self.voices[i]), self.tokens
            if self.keys[i] in turns("kingdom") and source.party not in turns("kingdoms"):
                # `المملكة` is home for who speaks for one.
                continue
            mention = Mention(self.voices[i].article_id, tokens.sentence_of[i], tokens.starts[i], tokens.ends[i], tokens.forms[i], source.actor, source.party, "pronoun")
            self.mention_at[i], self.mention_in[i] = (mention, i + 1), mention

    def teller(self, i):
        """Return who says token i: the innermost source, or the narrator."""
        statement = self.voices[i]
        return source_of(statement) if statement else NARRATOR_WHO

    def tellers(self, i):
        """Return all who say token i: the sources that share the innermost statement's content (`أكدت روسيا وإيران أن`)."""
        return self.tellers_of(self.voices[i])

    def tellers_of(self, statement):
        """Return the sources that share a statement's content; the narrator for None."""
        if statement is None:
            return [NARRATOR_WHO]
        joint = self.joint.get(statement.content, [statement])
        quoted = {s.cue_start for s in joint if s.source_party not in ("media", *NOBODY)}
        # `ذكرت الوكالة نقلا عن الوزارة أن`: the medium only passes it on.
        return list(dict.fromkeys(source_of(s) for s in joint if s.source_party != "media" or not quoted or s.cue_start in quoted))

    def verb_before(self, i, reach):
        """Return the nearest finite verb among the `reach` tokens before token i, in its sentence, or None."""
        for k in range(i - 1, max(self.sentence(i)[0], i - reach) - 1, -1):
            if k in self.verbs:
                return k
        return None

    def stopping(self, j):
        """`بعد وقف الاتصالات`: say whether a form of *standing* is the noun of *stopping*, right behind a preposition."""
        return self.words[j].stem == "وقف" and self._verbal_noun(j)

    def _opens_with_verb(self, j):
        """`تقدم إيران دعما`: at the head of a sentence, before a name and a noun, a form that is a noun more often is a verb."""
        if j + 1 not in self.mention_at or j in self.mention_in or self.words[j] is None or self.words[j].stem not in homographs():
            return False
        after = self.mention_at[j + 1][1]
        word = self.words[after] if after < self.sentence(j)[1] else None
        form = VERBS[self.keys[j]]
        return form is not None and form.pos == "imperfect" and word is not None and not word.particle and not word.prep and not word.conj

    def _verbal_noun(self, j):
        """`أيدت فرنسا | فرض عقوبات`, `إلى فرض عقوبات`: a form that is a verbal noun too is one at the head of a source's words and behind a preposition."""
        if j == 0:
            return False
        before = self.words[j - 1]
        if self.keys[j - 1] in turns("to_noun") and before is not None and not before.conj:
            # `عن رغبته`, `في رفضها`
            return True
        if self.keys[j] in turns("plan_nouns") and before is not None and not before.definite and before.particle is None and before.stem in verbal_nouns() and not before.stem.endswith("ات") and j + 1 < len(self.words) and (self.words[j + 1] is None or self.words[j + 1].particle is None):
            # `عرقلة خطط سفرهم`, not `هجمات خطط لها التنظيم`
            return True
        if self.keys[j] not in verbal_nouns():
            return False
        return self.opens_words(j) or self.tokens.forms[j - 1] == "إن" or before is not None and before.particle == "preposition"

    def preposition(self, j):
        """Return the proclitic preposition of token j ("" if none); a mention that begins inside the word has one, and so has `للنظام`."""
        word = self.words[j]
        if word is None or not word.prep:
            return ""
        at = self.mention_at.get(j)
        return word.prep if at is None or at[0].start > self.tokens.starts[j] or self.keys[j].lstrip("وف").startswith("لل") else ""

    def within(self, k, statement):
        """Say whether token k is said inside a statement, by its source or by one nested in it; all is inside the narrator's text (None)."""
        inner, steps = self.voices[k], 0
        while inner is not None and inner is not statement and steps < 6:
            inner, steps = self.by_id.get(inner.parent), steps + 1
        return inner is statement

    def demanding(self, statement):
        """Say whether a statement demands something: by its cue (`طالب`, `دعا`), or by the noun of demanding that its words begin with (`جددت مطالبتها بـ`)."""
        return statement is not None and (self.cue_class(statement) == "demand" or self.renewed(statement) is not None)

    def renewed(self, statement):
        """`جددت كندا | مطالبتها البرتغال بالانسحاب`: return the token of the noun of demanding, with its pronoun, that a statement's words begin with, or None."""
        begin = self.first_token(statement.content[0][0]) if statement.content else len(self.keys)
        trigger = TRIGGERS[self.keys[begin]] if begin < len(self.keys) else None
        return begin if trigger is not None and any(form.pos == "noun" and form.pronoun and predicate.cls == "demand" and not predicate.needed for form, predicate in trigger.forms) else None

    def denying(self, statement):
        """Say whether a statement denies what it tells: by its cue (`نفى`, `أنكر`)."""
        cue = self.cue_token(statement) if statement is not None and statement.rule not in ("which_is_denied", "told_by_another") else None
        return cue is not None and any(r.cue.act == "deny" and fold(r.cue.lemma) in turns("denial") for r in CUE_READINGS[self.keys[cue]])

    def cue_token(self, statement):
        """Return the last token of a statement's cue, or None where it has none."""
        return None if statement.cue_start is None else self.last_token(statement.cue_end)

    def cue_reading(self, statement):
        """Return the (Form, Predicate) of a statement's cue, or (None, None)."""
        cue = self.cue_token(statement)
        found = self.cue_readings.get(cue)
        if found is None:
            found = self.cue_readings[cue] = self._read_cue(cue)
        return found

    def _read_cue(self, cue):
        trigger = TRIGGERS[self.keys[cue]] if cue is not None else None
        if trigger is None or not trigger.forms:
            return None, None
        if not any([predicate.needed for _, predicate in trigger.forms]):
            return trigger.forms[0]
        near = {key for k in range(cue + 1, min(cue + 1 + NEED, len(self.keys))) for key in (self.keys[k], self.words[k].stem if self.words[k] else None)}
        # `وجه انتقادات`, not `وجه رسالة`
        with_it = next((reading for reading in trigger.forms if reading[1].needed and not near.isdisjoint(reading[1].needed)), None)
        return with_it or next((reading for reading in trigger.forms if not reading[1].needed), (None, None))

    def cue_class(self, statement):
        """Return the predicate class of a statement's cue, or None."""
        predicate = self.cue_reading(statement)[1]
        return predicate.cls if predicate else None

    def _wants_deed(self, statement):
        """`قال الوزير إن إيران تريد تدمير إسرائيل`: say whether what is wanted is a bare deed inside another's words: it is he who tells of it."""
        cue = self.cue_token(statement) if statement.depth else None
        return cue is not None and any(r.cue.act == "want" and r.form.pos == "imperfect" for r in CUE_READINGS[self.keys[cue]]) and cue + 1 < len(self.keys) and self.keys[cue + 1] in verbal_nouns()

    def opens_words(self, i):
        """Say whether a source's words begin at token i."""
        return self.voices[i] is not None and i > 0 and self.voices[i - 1] is not self.voices[i]

    def first_token(self, position):
        """Return the token that holds or follows a position in the text."""
        i = bisect_right(self.tokens.starts, position) - 1
        return i if i >= 0 and self.tokens.ends[i] > position else i + 1

    def last_token(self, position):
        """Return the last token that begins before a position."""
        return bisect_left(self.tokens.starts, position) - 1

    def sentence_words(self, i):
        """Return the words of which predicates need one, in the sentence that holds token i."""
        index = self.tokens.sentence_of[i]
        found = self.sentence_sets.get(index)
        if found is None:
            first, last = self.tokens.bounds[index]
            found = self.sentence_sets[index] = set().union(*[written.needed for written in self.tokens.written[first:last] if written.needed])
        return found


def page_of(reading, statements):
    """Return the Page of a reading with these statements; stance, namings and frames share one."""
    if reading.page is None or reading.page.statements is not statements:
        reading.page = Page(reading, statements)
    return reading.page


def is_finite(written):
    """Say whether a written form is a finite verb."""
    word = WORDS[written.key]
    return word.particle is None and word.stem not in homographs() and (word.verb is not None or VERBS[written.key] is not None)


def needed_of(written):
    """Return the words of which predicates need one that a written form may be: folded, its stem, and that without ال."""
    stem = written.word.stem if written.word is not None else written.key
    return needed_words().intersection((written.key, stem, stem[2:] if stem.startswith("ال") and written.word is not None else stem))


def tells_of_sport(written):
    """Say whether a written form tells of a match."""
    return written.word is not None and written.word.stem in turns("sport")


def means_home(written):
    """Say whether a written form means the country of who speaks (`بلاده`)."""
    return written.key in turns("home")


def source_of(statement):
    """Return the source of a statement as Who."""
    return Who(statement.source, statement.source_party or statement.source)


def paint(tokens, statements):
    """Paint the contents over the tokens, the outer ones first."""
    voices, starts = [None] * len(tokens), tokens.starts
    for statement in sorted(statements, key=lambda s: (s.depth, -sum(b - a for a, b in s.content))):
        for start, end in statement.content:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            voices[first:last] = [statement] * (last - first)
    return voices


def _joint(statements):
    """Return content → the statements with exactly this content."""
    joint = {}
    for statement in statements:
        joint.setdefault(statement.content, []).append(statement)
    return joint


def _cues(tokens, statements):
    cue_at, starts = {}, tokens.starts
    for statement in statements:
        if statement.cue_start is not None:
            for i in range(bisect_left(starts, statement.cue_start), bisect_left(starts, statement.cue_end)):
                cue_at.setdefault(i, []).append(statement)
    return cue_at
