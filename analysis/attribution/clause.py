"""Read the clause after a reporting word: who is its subject and where its content starts."""

from dataclasses import dataclass, field

from analysis.attribution.adverbials import answer_end, is_adverb, object_of_preposition, skip_adverbial, skip_parenthesis, skip_relative, was_held
from analysis.attribution.clause_adverbials import according_to, among_others, another_governs, behind_addressee, clause_to_come, his_words, in_occasion, in_town, joined_to_addressee, passed_by_others, region_end, said_outright, said_to_be, tells_how, time_clause, whether, words_follow
from analysis.attribution.clause_subjects import accused_of_clause, apposition_end, begins_subject, clause_behind_comma, in_accusative, names_subject, own_words, ranked_end, right_behind, seat_end, thing_in_marks
from analysis.attribution.complements import behind_day, blocked, classes, clause_later, governed, is_cognate, is_complementizer, later_complement, names_platform, preposition_at, speech_later
from analysis.attribution.objects import is_adjective, is_possessive, is_title, named_in_full, read_subjects, subject_end
from analysis.attribution.features import about_end, actor_like, bare_noun, behind_numerals, numerals, speaking_nouns
from analysis.cues import CUE_READINGS, FINITE, FINITE_CUES, governing
from analysis.inflection import without_pronoun
from analysis.text import fold
from analysis.wordlists import WORDS, accusative_noun, carries_on, common_nouns, documents, human_titles, known_nouns, named_heads, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, LATIN, NUMBER, PUNCT, QUOTE, WORD, FormCache

FAR = 48
"""How many tokens after a cue its complement is looked for."""

BY_SAYING = FormCache(lambda key: any(r.cue.lemma == "قال" and r.form.pos == "noun" and r.form.prefix == "ب" for r in CUE_READINGS[key]))
"""Folded form → whether it is `بالقول` or `بقوله`."""

_SAYING = frozenset(("say", "write", "declare", "report", "show", "accuse", "criticise"))


@dataclass(slots=True)
class Clause:
    """What stands after a cue: the subject's conjuncts as token ranges, and where the content begins and how; `cue` is the cue's token where it was read from one."""

    subjects: list[tuple[int, int]] = field(default_factory=list)
    begin: int | None = None
    how: str | None = None
    end: int = 0
    cue: int | None = None


def read_clause(reading, i, cue, form, limit=None, subject_first=False):
    """Read the clause after the cue at token i. Returns a Clause; `begin` is None where no content was found.

    `subject_first` says that the subject is already known (it stands before the verb): a noun phrase is then an object.
    Looks at most FAR tokens ahead, and never past the sentence. A clause that an earlier rule has read so is not read again.
    """
    known = reading.clauses.get((i, limit, subject_first))
    if known is None or known[0] is not cue or known[1] is not form:
        clause = _read_clause(reading, i, cue, form, limit, subject_first)
        known = reading.clauses[i, limit, subject_first] = cue, form, tuple(clause.subjects), clause.begin, clause.how, clause.end
    return Clause(list(known[2]), *known[3:], i)


def _read_clause(reading, i, cue, form, limit, subject_first):
    limit = min(limit or reading.sentence_end(i), i + FAR)
    if i + 1 < limit and form.pos in FINITE and reading.kinds[i + 1] == WORD and reading.words[i + 1].conj:
        twin = next((r for r in CUE_READINGS[reading.keys[i + 1]] if r.form.pos == form.pos and not r.form.pronoun), None)
        if twin is not None:
            # `يرحب ويدعم جهود السلام`: two verbs share what follows.
            return read_clause(reading, i + 1, twin.cue, twin.form, limit, subject_first or "obj" in twin.cue.governs)
    if form.pronoun and form.pos in FINITE and (cue.act == "believe" or classes(cue) and i and reading.words[i - 1] is not None and reading.words[i - 1].particle == "relative") and _held_for(reading, i):
        # `واعتبرتها قوة احتلال`, `واعتبروه معاديا للدين`: what stands behind the pronoun is what she is held to be.
        return Clause(begin=i + 1, how="object", end=i + 1)
    if form.pronoun and form.pos in FINITE and cue.objects and (cue.act == "thank" or fold(cue.lemma) in rule_words("thanked")):
        # `شكره الوزير | على جهوده`, `وهنأه | بالفوز`: the pronoun is the object.
        cue = governing(cue.lemma, (*cue.governs, *cue.objects), cue.strength, cue.endorsement, cue.act)
    clause = _Walk(reading, i, cue, form, limit, subject_first).clause
    if clause.begin is None and form.pronoun and form.pos in FINITE and "obj" in cue.governs and (cue.act == "believe" or classes(cue)) and clause.subjects and _counted_among(reading, clause.end):
        # `أزمة تعتبرها الوكالة | من بين الأسوأ`
        clause.begin, clause.how = clause.end, "object"
    if clause.begin is None and cue.takes_clause and cue.strength != "doubtful" and form.pos in FINITE and not form.pronoun:
        _reach(reading, i, cue, clause, limit)
    if clause.begin is None and clause.subjects and cue.strength != "doubtful" and "obj" in cue.governs and form.pos in FINITE and not form.pronoun:
        _share_object(reading, form, clause, limit)
    return clause


def _share_object(reading, form, clause, limit):
    """`أدان وزير الإعلام، واستنكر بأشد العبارات | اختطاف الموظفين`: behind the subject a verb of the same form with و, and what both are about."""
    k = clause.end + (clause.end < limit and reading.tokens.forms[clause.end] in COMMAS)
    twin = next((r for r in CUE_READINGS[reading.keys[k]] if r.form.pos == form.pos and r.form.gender == form.gender and r.cue.takes_object and not r.form.pronoun), None) if k < limit and reading.kinds[k] == WORD and reading.words[k].conj else None
    shared = read_clause(reading, k, twin.cue, twin.form, limit, True) if twin is not None else None
    if shared is not None and shared.how == "object":
        clause.begin, clause.how = shared.begin, shared.how


def _reach(reading, i, cue, clause, limit):
    """`وقال المدير في واحدة من رسائل موجهة إلى عماله نشرت أمس، إن …`: however long the insertion, إن, a colon before marks and a quotation belong to the verb of saying.

    أن does only behind a comma: `شدد المتحدث، وربما لأول مرة، أن …`.
    """
    quotation, outright = None, cue.act == "say" and (cue.strength == "always" or fold(cue.lemma) in rule_words("going_on") and reading.words[i].conj)
    for p in range(clause.end, limit):
        form = reading.tokens.forms[p]
        if reading.kinds[p] == WORD and reading.inside[p] == reading.inside[i]:
            comma = reading.tokens.forms[p - 1] in COMMAS
            if is_complementizer(reading.keys[p]) and reading.keys[p - 1] not in rule_words("takes_clause") and (form[0] == "إ" and cue.act == "say" and reading.keys[p:p + 2] != ["ان", "لم"] or form[0] in "أا" and comma):
                clause.begin, clause.how = p, "clause"
                return
            if any((r.form.pos in FINITE or r.form.pos == "participle" and not r.form.definite and (r.cue.takes_clause or "quote" in r.cue.governs)) and (r.cue.act == "say" or not outright) and not r.form.pronoun and fold(r.cue.lemma) not in rule_words("displays") for r in CUE_READINGS[reading.keys[p]]):
                break
        elif outright and form == ":" and p + 1 < limit and p + 1 in reading.opens:
            clause.begin, clause.how = p + 1, "colon"
            return
        elif outright and quotation is None and p in reading.opens and not reading.is_name(reading.opens[p]):
            quotation = p
    if quotation is not None:
        clause.begin, clause.how = quotation, "quotation"
    elif outright and reading.words[i].conj and i + 3 < limit and reading.tokens.forms[i + 1] in COMMAS and (first := reading.words[i + 2]) is not None and first.particle != "according":
        # `وأضاف، رغم الحظر فتحنا السوق`: a comma for a colon.
        clause.subjects, clause.begin, clause.how, clause.end = [], i + 2, "colon", i + 1
    elif outright and reading.words[i].conj and clause.subjects and clause.end + 2 < limit and reading.tokens.forms[clause.end] in COMMAS and reading.keys[clause.end + 1] in rule_words("outright"):
        # `وقال المدير، لقد فتحنا السوق`
        clause.begin, clause.how = clause.end + 1, "colon"
    elif outright and clause.subjects and clause.end + 4 < limit and reading.tokens.forms[clause.end] in COMMAS and (begin := _told_bare(reading, i, clause, limit)) is not None:
        clause.begin, clause.how = begin, "colon"


def _told_bare(reading, i, clause, limit):
    """`وأضاف سامي حداد، خلال برنامجه، | بعد اللقاء بدأ الحزب البحث عن مقر`: return the token at which what somebody says begins, with nothing but a comma before it, or None.

    Only of a person named right behind a verb at the head of a sentence, and of words that hold a verb and no other cue.
    """
    first, begin = clause.subjects[0][0], clause.end + 1
    last = reading.sentence_end(i)
    person = next((m for k in range(*clause.subjects[0]) if (m := reading.mention_in.get(k)) is not None and reading.is_person(m)), None)
    if i != reading.sentence_start(i) or first != i + 1 or len(clause.subjects) > 1 or person is None or reading.inside[i] >= 0:
        return None
    while begin < last and reading.words[begin] is not None and (reading.words[begin].particle in ("preposition", "adverb", "time_noun") or is_adverb(reading, begin)) and (close := reading.comma_from(begin, last)) is not None:
        begin = close + 1
    words = [reading.words[k] for k in range(begin, last)]
    if begin + 4 > last or words[0] is None or words[0].particle in ("relative", "subordinator") or words[0].conj or is_title(words[0]) or bare_noun(words[0]) in speaking_nouns() or reading.comma_from(begin, last) == begin or reading.tokens.forms[last - 1] == ":":
        return None
    verbs = [k for k in range(begin, last) if reading.words[k] is not None and reading.words[k].verb and reading.words[k - 1] is not None and reading.words[k - 1].particle != "relative"]
    return begin if verbs and not any(FINITE_CUES[reading.keys[k]] for k in range(begin, last)) and not any(reading.kinds[k] == QUOTE and k in reading.opens and not reading.is_name(reading.opens[k]) for k in range(begin, last)) else None


def _is_listed(key):
    """Say whether a folded form is one of those of which `_Walk` takes special note."""
    listed = any(key in rule_words(name) for name in ("question", "in_what", "when_said", "again", "among", "un", "about_as_many", "led_by", "blesses", "his_honour"))
    return listed or is_complementizer(key) or BY_SAYING[key] or key in ("الي", "عن", "ما", "من", "بما") or WORDS[key].stem in rule_words("declines")


_LISTED = FormCache(_is_listed)
_BEHIND_SUBJECT = FormCache(lambda key: any(key in rule_words(name) for name in ("led_by", "held_as", "seated")))
"""Folded form → whether it may tell more of a subject right before it."""

_MAY_COUNT = FormCache(lambda key: key == "ما" or key in rule_words("about_as_many") or key in rule_words("more_than") or WORDS[key].stem.removesuffix("ة") in numerals())
"""Folded form → whether those who are counted may begin with it."""


class _Walk:
    """One walk over the tokens behind a cue. Each step returns the token from which to go on; `limit` ends the walk."""

    __slots__ = ("reading", "i", "cue", "form", "limit", "clause", "subject_known", "takes_object", "takes_clause")

    def __init__(self, reading, i, cue, form, limit, subject_first):
        self.reading, self.i, self.cue, self.form, self.limit = reading, i, cue, form, limit
        self.subject_known = subject_first or form.person in (1, 2) and form.pos in FINITE
        self.takes_object, self.takes_clause = cue.takes_object, cue.takes_clause
        self.clause, kinds, p = Clause(end=i + 1), reading.kinds, i + 1
        while p < limit:
            kind = kinds[p]
            if kind == WORD:
                step = self.word(p)
                p = step if step > p else p + 1
            elif kind == PUNCT:
                p = self._blessing(p) or self.punctuation(p)
            elif kind == QUOTE:
                p = (self._blessing(p) or self.quotation(p, reading.opens[p])) if p in reading.opens else p + 1
            elif kind == NUMBER and not self.subject_known and (share := self._share(p) or p == i + 1 and self._counted(p)) > p:
                p = share
            elif kind == LATIN and not self.subject_known and p == i + 1 and form.pos in FINITE:
                # `قالت | CNN | إن …`
                p = self.latin_subject(p)
            elif kind == NUMBER and self.takes_object and self.subject_known and p + 1 < limit and reading.starts_noun_phrase(p + 1) and not (self.takes_clause and reading.words[p - 1] is not None and reading.words[p - 1].definite and clause_later(reading, p, limit, cue)):
                # not `أكد قائد اللواء 19 سامي حداد أن …`
                p = self.found(p, "object")
            else:
                p += 1

    def found(self, begin, how):
        """Note where the content begins, and end the walk."""
        if how == "object" and self.cue.addressee and self.form.pos in FINITE and self.reading.kinds[begin] == WORD and begin == self.clause.end and (behind := behind_addressee(self, begin)) is not None:
            # `أبلغ الجيش | السلطات في الهضبة | بفتح الملاجئ`
            begin, how = behind
        self.clause.begin, self.clause.how = begin, how
        return self.limit

    def latin_subject(self, p):
        """Take the name in Latin letters at p for the subject; return the token behind it."""
        end = self.reading.mention_at[p][1] if p in self.reading.mention_at else p + 1
        while end < self.limit and self.reading.kinds[end] == LATIN:
            end += 1
        self.clause.subjects, self.clause.end, self.subject_known = [(p, end)], end, True
        return end

    def subjects(self, p):
        """Read the subject that begins at p."""
        if p > self.i + 1 and self.reading.keys[p] in rule_words("platform"):
            return p + 1
        takes_object = (not self.form.pronoun or self.cue.act == "believe" or classes(self.cue) and self.form.pos in FINITE) and (self.takes_object or self.cue.addressee or fold(self.cue.lemma) in rule_words("closing"))
        governed = self.cue.prepositions | self.cue.objects
        self.clause.subjects, self.clause.end = read_subjects(self.reading, p, self.limit, takes_object, governed)
        if self.takes_clause and self.reading.keys[self.clause.end:self.clause.end + 1] == ["في"] and "في" in governed and clause_to_come(self, self.clause.end):
            # `رأى مسؤول | في الوزارة | أن …`
            self.clause.subjects, self.clause.end = read_subjects(self.reading, p, self.limit, takes_object, governed - {"في"})
        if not takes_object and len(self.clause.subjects) == 1 and self.clause.subjects[0] == (p, self.clause.end) and self.clause.end > p + 1 and self.clause.end + 1 in self.reading.opens and self.reading.tokens.forms[self.clause.end] == ":":
            # `تشرح ليلى حداد | طريقة العمل: "…"`
            last = subject_end(self.reading, p, self.clause.end, True)
            word = self.reading.words[last]
            if last < self.clause.end and word is not None and not (word.conj or word.prep or word.particle or last in self.reading.mention_in) and bare_noun(word) in common_nouns() and not any(self.reading.tokens.forms[k] in COMMAS for k in range(p, self.clause.end)):
                self.clause.subjects = [(p, last)]
        if self.clause.subjects and self.clause.end < self.limit and self.reading.keys[self.clause.end] in rule_words("selfsame") and self.reading.words[self.clause.end - 1] is not None and self.reading.words[self.clause.end - 1].definite:
            # `طالب المتحدث | ذاته بـ…`, but `وصفت الجماعة | نفسها بأنها …`
            behind = self.clause.end + 1
            if not ("ب" in self.cue.objects and self.cue.act in ("declare", "believe") and behind < self.limit and self.reading.keys[behind][0] == "ب"):
                self.clause.subjects[-1], self.clause.end = (self.clause.subjects[-1][0], behind), behind
        if takes_object and self.clause.subjects and self.form.pos in FINITE and self.cue.act in ("say", "declare") and self.takes_clause and not self.cue.addressee:
            self._take_office(takes_object)
        elif takes_object and self.clause.subjects and self.form.pos in FINITE:
            self._take_office_before_object()
        if self.form.pos == "noun" and ("ل" in self.cue.prepositions or self.cue.act == "accuse") and self.clause.subjects:
            self._leave_complement()
        if takes_object and self.cue.objects and len(self.clause.subjects) == 1 and self.form.pos in FINITE:
            self._leave_office()
        self.subject_known = self.subject_known or bool(self.clause.subjects)
        return self.clause.end

    def _share(self, p):
        """`يعتقد 75% من السكان أن …`, `40 في المئة من السكان`: take those of whom a share is counted at p for the subject; return the token after them, or 0."""
        keys, limit, q = self.reading.keys, self.limit, p + 1
        q += q < limit and keys[q] in ("%", "٪")
        q += 2 if q == p + 1 and q + 1 < limit and keys[q] == "في" and keys[q + 1] in rule_words("percent") else q == p + 1 and q < limit and keys[q] in rule_words("percent")
        if q < limit and keys[q] in rule_words("only"):
            q += 1
        if q > p + 1 and q + 2 < limit and keys[q] in rule_words("of_whom") and self.reading.words[q + 1] is not None and self.reading.starts_noun_phrase(q + 2):
            # `قال 60 بالمئة فقط ممن شملهم الاستطلاع إنهم …`
            end = self.reading.noun_phrase(q + 2, limit)
            self.clause.subjects, self.clause.end, self.subject_known = [(p, end)], end, True
            return end
        if q + 1 >= limit or keys[q] != "من" or not self.reading.starts_noun_phrase(q + 1) or q == p + 1 and not actor_like(self.reading, (q + 1, q + 2)):
            # `قال خمسة من المسؤولين`, `قال 5 | من المسؤولين`
            return 0
        end = self.reading.noun_phrase(q + 1, limit)
        self.clause.subjects, self.clause.end, self.subject_known = [(p, end)], end, True
        return end

    def _leave_complement(self):
        """`انتقادات الرئيس | للحكومة`: what the noun governs with ل is no part of its agent's name."""
        first, last = self.clause.subjects[-1]
        for k in range(first + 1, last):
            if self.reading.kinds[k] == WORD and self.reading.words[k].prep == "ل" and k not in self.reading.mention_in:
                self.clause.subjects[-1], self.clause.end = (first, k), k
                return

    def _take_office(self, takes_object):
        """`أعلن سامي حداد | الأمين العام لاتحاد الإذاعات | عن …`: nobody is declared, so that an office with ال behind a person's name is the speaker's."""
        reading, (first, last) = self.reading, self.clause.subjects[-1]
        word, held = reading.words[last] if last < self.limit else None, reading.mention_in.get(last - 1)
        named = reading.keys[first] in reading.registry.first_names if held is None else held.kind in ("name", "new") and reading.is_person(held)
        if named and word is not None and word.definite and not (word.prep or word.conj) and is_title(word) and not (last + 1 < self.limit and reading.words[last + 1] is not None and reading.words[last + 1].prep == "ب"):
            end = subject_end(reading, last, self.limit, takes_object)
            self.clause.subjects[-1], self.clause.end = (first, end), end

    def _take_office_before_object(self):
        """`حذر سامي حداد | الأمين العام للحزب، من …`, `اتهم سامي حداد | المتحدث باسم الحركة | الحكومة بـ…`: with a comma before what the verb governs, or another noun phrase for its object, an office with ال behind a person's name is the speaker's."""
        reading, (first, last) = self.reading, self.clause.subjects[-1]
        word, held = reading.words[last] if last < self.limit else None, reading.mention_in.get(last - 1)
        named = reading.keys[first] in reading.registry.first_names and last > first + 1 if held is None else held.kind in ("name", "new") and reading.is_person(held)
        if not named or word is None or not word.definite or word.prep or word.conj or not is_title(word):
            return
        end = subject_end(reading, last, self.limit, True)
        comma = end + 1 < self.limit and reading.tokens.forms[end] in COMMAS and preposition_at(reading, end + 1, self.cue.prepositions | self.cue.objects)
        if comma or end + 1 < self.limit and reading.kinds[end] == WORD and reading.words[end].definite and not (reading.words[end].prep or reading.words[end].conj) and reading.starts_noun_phrase(end) and not is_title(reading.words[end]):
            self.clause.subjects[-1], self.clause.end = (first, end), end

    def _leave_office(self):
        """`اتهم الوزير سامي حداد | قائد الجيش بالفساد`: `| رئيس مجلس الوزراء`: with nobody else to accuse, an office behind the name is that of the accused."""
        reading, (first, last) = self.reading, self.clause.subjects[0]
        if last >= self.limit or not preposition_at(reading, last, self.cue.objects) or is_complementizer(reading.keys[last]):
            return
        for k in range(first + 2, last):
            word, behind = reading.words[k], reading.words[k + 1:min(k + 3, last)]
            of_body = len(behind) == 2 and None not in behind and bare_noun(behind[0]) in speaking_nouns() and behind[1].definite
            if word is not None and is_title(word) and not word.definite and behind and behind[0] is not None and (behind[0].definite or of_body) and (
                    k - 1 in reading.mention_in and reading.is_person(reading.mention_in[k - 1]) or reading.keys[k - 2] in reading.registry.first_names):
                if not self._own_office(first, k):
                    self.clause.subjects[0], self.clause.end = (first, k), k
                return

    def _own_office(self, first, k):
        """`حذر سامي حداد | رئيس هيئة الأرصاد من السيول`: say whether the office at k is the speaker's own: with a verb that needs nobody to be told, where no office stands before the name (`حذر النائب سامي حداد | وزير الري من …`) and no member of a government is asked to do something (`طالب سامي حداد | وزير الري بـ…`)."""
        reading = self.reading
        if self.cue.act not in ("demand", "warn") or not preposition_at(reading, self.clause.end, self.cue.prepositions) or is_possessive(reading.words[k]) or k in reading.mention_at and reading.mention_at[k][0].kind != "new":
            return False
        if reading.words[first] is not None and is_title(reading.words[first]) and reading.keys[first] not in rule_words("honorific"):
            return False
        return self.cue.act != "demand" or reading.words[k].stem not in rule_words("member_of_government") and reading.words[k + 1].stem not in rule_words("government_headed")

    def word(self, p):
        """Take the word at p for the content's beginning, the object, the subject, or something that stands between."""
        reading, cue, key = self.reading, self.cue, self.reading.keys[p]
        listed, tells_more = _LISTED[key], _BEHIND_SUBJECT[key]
        first, finite = p == self.i + 1 and not self.subject_known, self.form.pos in FINITE
        if tells_more and key in rule_words("led_by") and reading.tokens.forms[p - 1] in COMMAS and self.clause.subjects and (close := reading.comma_from(p, self.limit)) is not None and close + 1 < self.limit:
            # `قررت المحكمة، المنعقدة في بيروت، | برئاسة المستشار سامي حداد، | تأجيل المحاكمة`
            return close + 1
        if cue.act == "believe" and p > self.i + 1 and reading.words[p - 1] is not None and reading.words[p - 1].particle == "pronoun_prepositional" and reading.keys[p - 1].startswith("ايا"):
            # `معتبرا إياه | مخالفا للدستور`
            return self.found(p, "object")
        if tells_more and self.form.pronoun and self.subject_known and self.form.pos in FINITE and cue.act in ("believe", "declare") and p == self.clause.end and key in rule_words("held_as"):
            # `اعتبرها الوزير | غير كافية`, `يراه كثيرون | مجرد مناورة`
            return self.found(p, "object")
        if tells_more and p == self.clause.end and self.clause.subjects and key in rule_words("seated") and (end := seat_end(self, p)) > p:
            self.clause.end = end
            return end
        if first and _MAY_COUNT[key] and (end := self._counted(p)) > p:
            return end
        if listed and (step := self._opening(p, key)):
            return step
        if first and finite and not self.takes_object and tells_how(self, p):
            # `أضاف | موجها كلامه إلى خصومه: "…"`
            self.subject_known = True
            return p + 1
        if first and finite and (end := according_to(self, p)) > p:
            # `حيث قالت | وفقا لما نقلته الوكالة: "…"`: who speaks is not named here.
            self.subject_known = True
            return end
        if p == self.clause.end and said_outright(self, p):
            return self.found(p, "clause")
        if first and finite and self.takes_object and not self.form.pronoun and in_accusative(reading, p):
            # `تضمنت | اتفاقا أوسع`: behind its object no subject stands.
            self.subject_known = True
        if self.subject_known and p == self.clause.end and cue.act == "write" and reading.words[p].stem in rule_words("post") and words_follow(self, p):
            # `نشر الوزير تغريدة: "…"`
            return p + 1
        if listed and (step := self._beside(p, key)):
            return step
        letter = reading.words[p].prep == "ب"
        if letter and (end := region_end(self, p)) > p:
            self.clause.subjects[-1], self.clause.end = (self.clause.subjects[-1][0], end), end
            return end
        if letter and in_town(self, p):
            if p == self.clause.end:
                self.clause.subjects[-1], self.clause.end = (self.clause.subjects[-1][0], p + 1), p + 1
            return p + 1
        preposition = preposition_at(reading, p, cue.prepositions)
        if preposition == "ب" and (names_platform(reading, p) or reading.words[p].stem.removeprefix("ال") in rule_words("posted_on") and clause_later(reading, p, self.limit, cue)):
            # `غرد | بموقع التواصل الاجتماعي | إن …`
            preposition = None
        if preposition == "ل" and self.form.pos in FINITE and cue.act in ("say", "declare") and self.takes_clause:
            # `صرح الخبير لصحيفة الضحى`: whom he told; only the noun (`تأكيده لـ…`) governs it.
            preposition = None
        if preposition and p - 1 >= max(self.clause.end, self.i + 1) and not (fold(cue.lemma) in rule_words("closing") and preposition == "ب" and reading.keys[p - 1] in rule_words("own_words")) and any(r.form.pos == "noun" and preposition in r.cue.prepositions for r in CUE_READINGS[reading.keys[p - 1]]):
            # `أفاد دبلوماسيون، مفضلين عدم الكشف | عن أسمائهم، أن`: the noun governs it.
            preposition = None
        if preposition and (another_governs(self, p, preposition) or self.takes_clause and (p > self.clause.end or preposition == "في") and clause_to_come(self, p)):
            preposition = None
        if preposition == "عن" and cue.act == "write" and p > self.clause.end and self._words_after_comma(p):
            # `وكتب الوزير، إثر غياب الرئيس | عن القمة: "…"`
            preposition = None
        if preposition and governed(reading, p, cue):
            return self.preposition(p, preposition)
        if p > self.i + 2 and key in rule_words("was_held") and was_held(reading, p) and in_occasion(self, p):
            # `أعلن الوزير في مؤتمر صحفي | عقد في بيروت، | أن …`
            return skip_relative(reading, p, self.limit, cue)
        if p > self.clause.end and (self.subject_known or p > self.i + 2) and (key in publishing_verbs() or passed_by_others(self, p)):
            # `أعلن الجيش في بيان بثه التلفزيون | السيطرة على البلدة`
            return subject_end(reading, p + 1, self.limit, True) if p + 1 < self.limit and reading.starts_noun_phrase(p + 1) else p + 1
        if p == self.i + 1 and self.form.pos == "participle" and fold(cue.lemma) in rule_words("closing") and reading.words[p].stem in rule_words("own_words"):
            # `مختتما حديثه | بتوجيه الشكر إلى النواب`
            return p + 1
        if self.takes_object and self.subject_known:
            step = self.object(p)
            if step != p:
                return step
        if p == self.i + 1 and own_words(self, p):
            return reading.noun_phrase(p, self.limit)
        if not self.subject_known and his_words(self, p):
            # `ونقلت عنه قوله إن …`: what she passes on begins at عنه.
            return self.found(p - 1, "preposition")
        if reading.words[p].conj and joined_to_addressee(self, p):
            return max(reading.noun_phrase(p, self.limit), reading.mention_at[p][1] if p in reading.mention_at else p + 1)
        if not self.subject_known and begins_subject(self, p):
            return self.subjects(p)
        return self.between(p)

    def _opening(self, p, key):
        """Take a word of some lists at p for the content's beginning, or for what tells when it was said or that nobody is named; return the token from which to go on, or None."""
        reading, cue = self.reading, self.cue
        if is_complementizer(key) and p not in reading.mention_in and (self.takes_clause or key[0] == "ب" and "ب" in cue.prepositions) and not blocked(reading, p, self.i):
            return self.found(p, "clause")
        if key == "الي" and cue.act == "say" and self.takes_clause and p in (self.i + 1, self.clause.end) and p + 1 < self.limit and is_complementizer(reading.keys[p + 1]):
            # `أوضح المدير | إلى أن السوق مغلق`: as behind أشار.
            return self.found(p, "clause")
        if "question" in cue.governs and (key in rule_words("question") or whether(self, p, key)):
            return self.found(p, "clause")
        if self.reading.keys[p + 1:p + 2] == ["يلي"] and self.reading.tokens.forms[p + 2:p + 3] == [":"] and self.form.pos in FINITE and p + 3 <= self.limit and p + 3 < len(reading.keys):
            # `صرح الوزير بما يلي: | …`
            return self.found(p + 3, "colon")
        if "question" in cue.governs and key == "ما" and p + 1 < self.limit and reading.words[p + 1] is not None and reading.words[p + 1].definite:
            # `تساءل سامي ما الجدوى من القرار`
            return self.found(p, "clause")
        if BY_SAYING[key]:
            # `ختم كلمته بالقول إن`: the noun is the cue.
            return self.limit
        if key in rule_words("when_said") and (end := time_clause(self, p)) > p:
            return end
        if self.subject_known and (end := reading.anonymity_end(p)) > p and end < self.limit:
            self.clause.end = end if p == self.clause.end else self.clause.end
            return end
        if p == self.i + 1 and self.form.pos == "participle" and key in rule_words("his_honour"):
            # `مؤكدا | سموه | أن …`
            return p + 1
        return self._blessing(p)

    def _blessing(self, p):
        """`وجه | -أيده الله- | الوزراء بـ…`, `أكد الملك | حفظه الله | أن …`: return the token after a prayer at p, or None; right behind the verb it is for whom the verb does not name."""
        end = self.reading.blessing_end(p)
        if end == p:
            return None
        self.subject_known = self.subject_known or p == self.i + 1
        self.clause.end = end if p == self.clause.end else self.clause.end
        return end

    def _beside(self, p, key):
        """Take a word of some lists at p for what stands beside the subject, or before it; return the token from which to go on, or None."""
        reading, cue = self.reading, self.cue
        if p == self.i + 1 + bool(self.clause.subjects) * (self.clause.end - self.i - 1) and key == "من" and cue.act == "believe" and p + 1 < self.limit and reading.keys[p + 1] in rule_words("judged"):
            # `اعتبر من المبكر تأكيد النبأ`
            return self.found(p, "clause")
        if p == self.i + 1 and key == "ما" and self.takes_object and self.form.pos in FINITE and not self.form.pronoun:
            # `ووصف ما تقوم به الشركة بأنه …`
            return self.found(p, "object")
        if key in rule_words("again") and p > self.i + 1 and is_adverb(reading, p - 1):
            # `وتعرب مرة أخرى عن …`
            return p + 1
        if self.subject_known and p == self.clause.end and (step := among_others(self, p)) > p:
            self.clause.end = step
            return step
        if self.subject_known and p == self.clause.end and key in rule_words("un") and p + 1 < self.limit and reading.words[p + 1] is not None and reading.words[p + 1].definite:
            # `منظمة "الضحى" | غير الحكومية`
            self.clause.end = p + 2
            return p + 2
        if key in rule_words("about_as_many") and not self.subject_known and p + 1 < self.limit and reading.kinds[p + 1] == NUMBER:
            # `يرى نحو 40 في المئة من السكان أن …`
            return self._share(p + 1) or p + 1
        if key in rule_words("led_by") and self.subject_known and p == self.clause.end and any((preposition_at(reading, k, cue.prepositions) == "ب" or key != reading.keys[k] and reading.keys[k][0] == "ب" and is_complementizer(reading.keys[k])) and not reading.words[k].conj for k in range(p + 2, min(p + 14, self.limit)) if reading.words[k] is not None):
            # `أقر التحالف | بقيادة الوزير | بمقتل مدنيين`
            return max(reading.noun_phrase(p + 1, self.limit), p + 1)
        return None

    def _counted(self, p):
        """`أعلنت أكثر من عشرين دولة | طرد السفير`, `طالب نحو مئة نائب | بـ…`, `دعا 12 نائبا | إلى …`: take those who are counted at p for the subject; return the token after them, or p."""
        reading = self.reading
        if self.form.pos not in FINITE or self.form.pronoun:
            return p
        least = about_end(reading, p)
        q = behind_numerals(reading, least, self.limit)
        if q == least or q >= self.limit or least == p and not (reading.kinds[q] == WORD and reading.tokens.forms[q].endswith(("ا", "اً", "ًا"))) or not reading.starts_noun_phrase(q) or not actor_like(reading, (q, q + 1)):
            return p
        end = subject_end(reading, q, self.limit, self.takes_object)
        self.clause.subjects, self.clause.end, self.subject_known = [(p, end)], end, True
        return end

    def preposition(self, p, preposition):
        """Say whether the governed preposition at p opens the content, or an adverbial before a clause that does."""
        reading, cue, limit = self.reading, self.cue, self.limit
        if preposition == "ب" and "ب" in cue.objects and not is_complementizer(reading.keys[p]) and self.clause.subjects and p == self.clause.end and said_to_be(self, p):
            # `وصفه مسؤول | بالوزارة | بأنه خطير`
            return object_of_preposition(reading, p, limit)
        if preposition == "علي" and cue.act == "say" and self.takes_clause and p + 1 < limit and is_complementizer(reading.keys[p + 1]):
            # `لفت | على أن السوق مغلق`
            return self.found(p, "clause")
        behind, told = limit, preposition == "علي" and self.cue.act in ("demand", "hope") and self.takes_object
        if self.takes_clause and (told or preposition not in ("عن", "الي", "علي")):
            behind = object_of_preposition(reading, p + (reading.words[p].particle == "preposition"), limit)
        while told and behind < limit and not reading.starts_noun_phrase(behind) and (step := skip_adverbial(reading, behind, limit)) > behind:
            behind = step
        if told and behind + 1 < limit and reading.keys[behind] in rule_words("members"):
            # `اقترح على الدول الأعضاء في الحلف زيادة الميزانية`
            behind = skip_adverbial(reading, behind + 1, limit)
        if told and self.subject_known and behind < limit and reading.starts_noun_phrase(behind):
            # `اقترح المدير على النقابة فتح السوق`: the union is only told.
            return behind
        if behind < limit and reading.kinds[behind] == WORD and is_complementizer(reading.keys[behind]) and not blocked(reading, behind, self.i) and not is_complementizer(reading.keys[p + 1]) and not (preposition == "من" and cue.act in ("demand", "learn")) and not any(r.form.pos == "participle" for r in CUE_READINGS[reading.keys[behind - 1]]):
            # `قال للصحفيين إن` only tells them; `طلب من الأمين العام أن` asks it of him, `علمت من مصادر أن` names them.
            return behind
        adverbial = preposition in ("ل", "في") or preposition == "علي" and self.cue.act == "say" or preposition == "ب" and p in reading.mention_at and (p == self.clause.end or reading.is_state(reading.mention_at[p][0])) or preposition == "ب" and reading.words[p].stem in rule_words("place_noun")
        if (self.takes_clause or "quote" in cue.governs) and (self.cue.act in _SAYING or preposition == "في" and self.cue.act == "believe" and p + 1 < limit and not is_complementizer(reading.keys[p + 1]) and (clause_later(reading, p + 1, limit, cue) or self._in_apposition(p))) and adverbial and speech_later(reading, p + 1, limit, cue):
            return behind if p < behind < limit else p + 1
        said = p + 1 < limit and reading.kinds[p + 1] == WORD and reading.words[p].particle == "preposition" and is_complementizer(reading.keys[p + 1])
        return self.found(p, "clause" if said else "preposition")

    def _in_apposition(self, p):
        """`ترى سمر الفايز، الناشطة | في مجال الهجرة، أن …`: say whether the preposition at p goes on from an apposition that a comma before أن closes."""
        reading = self.reading
        if not self.clause.subjects or p != self.clause.end or not any(reading.tokens.forms[k] in COMMAS for k in range(*self.clause.subjects[-1])):
            return False
        close = next((k for k in range(p + 1, min(p + 9, self.limit - 1)) if reading.tokens.forms[k] in COMMAS), None)
        return close is not None and is_complementizer(reading.keys[close + 1]) and not any(reading.surely_verb(k) for k in range(p + 1, close))

    def object(self, p):
        """Take a noun phrase behind the subject for the content; return p where it is none."""
        reading, word = self.reading, self.reading.words[p]
        if is_cognate(reading, p) and p + 2 < self.limit:
            # `رفضت النقابة | رفضا قاطعا | الخطة`
            return p + 2
        if (end := answer_end(reading, p, self.limit)) > p:
            # `أوضح الوزير | ردا على سؤال صحفي | أن …`
            return end
        if self.form.gender == "f" and word.stem.endswith("ة") and carries_on(reading.keys[p]) and p + 1 < self.limit and (p + 1 in reading.opens or reading.tokens.forms[p + 1] == ":" or reading.kinds[p + 1] == WORD and (is_complementizer(reading.keys[p + 1]) or reading.words[p + 1].particle == "preposition")):
            # `أوضحت ليلى حداد | قائلة: "…"`: as `قائلا`, no object.
            return p
        if self.form.pos == "noun" and reading.words[self.i].stem.endswith(("ه", "ها", "هم")) and p == self.i + 1 and word.definite and p not in reading.mention_in and p + 1 < self.limit and preposition_at(reading, p + 1 + (reading.words[p + 1] is not None and reading.words[p + 1].conj), self.cue.prepositions):
            # `انتقاداته الحادة | للحكومة`
            return p + 1
        if self.form.pos == "noun" and self.clause.subjects and p == self.clause.end and word.definite and word.stem[2:] in rule_words("wholly") and p + 1 < self.limit and preposition_at(reading, p + 1, self.cue.prepositions):
            # `رفض الدولة القاطع | للعنف`
            return p + 1
        if self.form.pos == "noun" and self.form.definite and self.clause.subjects and p == self.clause.end and word.definite and is_adjective(word) and p not in reading.mention_in and p + 1 < self.limit and preposition_at(reading, p + 1, self.cue.prepositions):
            # `المطالب الفرنسية المتكررة | بفتح السوق`
            return p + 1
        if word.verb and p >= self.clause.end and right_behind(self, p) and (word.stem in verbal_nouns() or any(base in verbal_nouns() for base, _ in without_pronoun(word.stem))) and not word.conj and not self.form.pronoun:
            # `رفض الوزير قطع العلاقات`, `أكدت الوزارة، الاثنين، دعمها`: right behind the subject no second verb can stand.
            return self.found(p, "object")
        if (end := ranked_end(self, p)) > p:
            # `رفض قائد الشرطة في المدينة | اللواء سامي حداد | الخطة`
            self.clause.subjects, self.clause.end = [(self.clause.subjects[0][0], end)], end
            return end
        apposed = apposition_end(self, p)
        if apposed > p:
            return apposed
        if (not self.form.pronoun or self.cue.act == "believe" or classes(self.cue) and not word.definite) and reading.starts_noun_phrase(p) and not is_adverb(reading, p) and not word.conj:
            if self.takes_clause and clause_later(reading, p + 1, self.limit, self.cue) and not accused_of_clause(self, p):
                # The clause is what is said; the noun phrase belongs to the source: `أكد الشيخ فلان ولي العهد أن`.
                return reading.noun_phrase(p, self.limit)
            return clause_behind_comma(self, p) or self.found(p, "object")
        following = reading.words[p + 1] if p + 1 < self.limit else None
        if reading.keys[p] == "ما" or not self.form.pronoun and not word.conj and (word.particle == "demonstrative" and not is_adverb(reading, p) or reading.keys[p] in rule_words("like") and following is not None and following.particle == "demonstrative"):
            # `دانت المنظمة مثل هذه الترتيبات`
            return self.found(p, "object")
        return p

    def between(self, p):
        """Pass over what may stand between cue, subject and content; anything else ends the clause."""
        reading, word, limit = self.reading, self.reading.words[p], self.limit
        if self.subject_known and self.clause.subjects and word.conj and reading.keys[p] not in rule_words("link") and self._second_subject(p):
            self.clause.subjects.append((p, self.clause.end))
            return self.clause.end
        if self.form.pos == "noun" and word.conj and is_possessive(word) and p + 1 < limit and preposition_at(reading, p + 1, self.cue.prepositions) and any(r.form.pos == "noun" and r.form.pronoun for r in CUE_READINGS[reading.keys[p]]) and not FINITE_CUES[reading.keys[p]]:
            # `إدانة النقابة | واستنكارها | للقرار`
            return p + 1
        if word.prep == "ب" and p + 1 < limit and any(base in rule_words("capacity") for base, _ in without_pronoun(word.stem)):
            # `تعهداتها للمجلس بوصفها | راعيا للخطة`: what she is, not what is pledged.
            return max(reading.noun_phrase(p + 1, limit), p + 2)
        step = skip_adverbial(reading, p, limit)
        if step != p:
            return step
        if word.particle == "pronoun" and word.conj or word.particle == "subordinator" and word.stem in rule_words("when") or word.particle == "relative":
            return skip_relative(reading, p, limit, self.cue)
        cues = CUE_READINGS[reading.keys[p]]
        if cues and all(r.form.pos == "participle" and r.cue.strength == "doubtful" for r in cues):
            return p + 1
        if cues and (_begins_statement(reading, p, cues) or self.subject_known and any(r.cue.lemma == "قال" and r.form.pos == "perfect" for r in cues)):
            return limit
        if word.particle == "auxiliary" and reading.keys[p] in rule_words("resumes") and self.subject_known:
            # `التي كشف عنها الوزير، | فقد قال …`: another clause begins.
            return limit
        if self.form.pos == "noun" and word.particle == "auxiliary":
            # `الوعد الإيراني كان كذبة`: the noun's phrase ends where its clause goes on.
            return limit
        if word.verb and (self.subject_known or not word.conj):
            return p + 1
        if word.particle == "negation" and word.stem in rule_words("not_in_past") and not word.conj:
            # `استنادا إلى مصدرين لم تحدد هويتهما، أن …`: behind لم stands a verb.
            return p + 2
        if word.particle in ("pronoun_prepositional", "conjunction", "negation", "auxiliary", "demonstrative", "pronoun") and not word.conj:
            return p + 1
        return reading.noun_phrase(p, limit) if reading.starts_noun_phrase(p) else limit

    def _second_subject(self, p):
        """`أعلن مسؤولان بالوزارة ومصدر مطلع أن …`: a noun that can speak, behind an adverbial of the first subject and before the clause; moves `clause.end` behind it."""
        reading, word, after = self.reading, self.reading.words[p], self.reading.words[self.clause.end]
        if not self.takes_clause or after is None or after.prep == "ل" or any(reading.words[k] is None for k in range(self.clause.end, p)):
            return False
        if word.particle or word.verb or word.prep or word.definite or CUE_READINGS[reading.keys[p]] or not actor_like(reading, (p, p + 1)):
            return False
        end = reading.phrase_end(reading.mention_at[p][1] if p in reading.mention_at else p + 1, self.limit, p)
        if not speech_later(reading, end, self.limit, self.cue):
            return False
        self.clause.end = end
        return True

    def quotation(self, p, quotation):
        """Take the quotation at p for the subject's name, the content, or a name on the way."""
        reading, cue, limit = self.reading, self.cue, self.limit
        governs, after = cue.governs, quotation.last + 1
        is_name = reading.is_name(quotation)
        first = reading.words[p + 1] if p + 1 < limit else None
        if p in (self.i + 1, self.i + 2) and self.takes_object and quotation.last == p + 2 and first is not None and is_possessive(first) and any(base in verbal_nouns() for base, _ in without_pronoun(first.stem)):
            # `أكدت | "استهجانها" المواقف الأخيرة`
            return self.found(p, "object")
        if p > self.clause.end + 1 and after < limit and reading.keys[p - 1] in rule_words("told_to") and reading.keys[p - 2] in rule_words("occasion") and quotation.last < p + 5:
            # `استهجن النائب في حديث إلى | "صوت لبنان" | الحملة على الجيش`
            return after
        if quotation.last == p + 2 and reading.keys[p + 1] in rule_words("in_marks"):
            # `أدانت | "بشدة" | الوزارة القصف`
            return after
        inside = first is not None and cue.act not in ("accuse", "condemn") and preposition_at(reading, p + 1, cue.prepositions) and governed(reading, p + 1, cue)
        if p == self.i + 1 and first is not None and first.prep == "ب" and (inside or self.form.pronoun and "ب" in cue.objects):
            # `ووصفته "بالمنحاز"`, `يطالب "بالحد من الضرائب"`
            return self.found(p, "quotation")
        source = reading.words[after] if after < limit else None
        if is_name and not self.subject_known and cue.addressee and p == self.i + 1 and source is not None and source.stem in rule_words("source_noun"):
            # `أبلغت "الضحى" | مصادر مطلعة أن …`
            return after
        if governs[:1] == ("obj",) and p > self.i + 1 and self.clause.begin is None and not self.clause.subjects and first is not None and first.definite and bare_noun(first) in known_nouns() and (bare_noun(first) in documents() or not actor_like(reading, (p + 1, quotation.last))):
            # `رسالة انتقدت فيها | "التصريحات الجامحة" الصادرة عن خصمها`
            return self.found(p, "object")
        surname = p == self.i + 1 and quotation.last == p + 2 and cue.act == "say" and self.form.pos in FINITE and after < limit and reading.tokens.forms[after] in COMMAS
        if is_name and not self.subject_known and (surname or later_complement(reading, after, limit, cue) or p == self.i + 1 and names_subject(self, quotation)):
            # `وقال «حداد»، لقد أغلق السوق`
            return self.subjects(p)
        if self.takes_clause and first is not None and first.particle == "complementizer":
            return self.found(p, "quotation")
        if first is not None and first.particle == "preposition" and len(first.stem) > 1 and cue.strength == "doubtful" and first.stem not in cue.prepositions and not is_name:
            # `قضت الغارة "على تهديد ناشئ"`
            return after
        if inside and (p == self.i + 1 or self.subject_known and not is_name):
            # `عبر "عن تضامنه …"`
            return self.found(p, "quotation")
        behind = reading.words[after] if after < limit else None
        if is_name and self.form.pronoun and self.form.pos in FINITE and cue.act == "say" and p > self.clause.end:
            # `كل ما يقوله المدير منذ أشهر "مجرد أكاذيب"`
            return after
        if is_name and self.takes_object and p == self.clause.end > self.i + 1 and behind is not None and not (behind.definite or behind.conj or behind.prep) and behind.stem in verbal_nouns():
            # `أعلنت شرطة لندن "سكوتلاند يارد" | إصابة أربعة`
            return after
        if self.takes_object and self.subject_known and "quote" not in governs[:1] and p == self.clause.end and not later_complement(reading, after, limit, cue, True):
            return self.found(p, "object")
        if self.takes_object and self.subject_known and "quote" not in governs[:1] and first is not None and not first.particle and thing_in_marks(self, p, first) and self._behind_adverbials(p, COMMAS):
            # `أكد الوزير الاثنين | "حقه المطلق" في أن يغلق السوق`
            return self.found(p, "object")
        if is_name and self.subject_known and later_complement(reading, after, limit, cue):
            return after
        if quotation.closed and p == self.clause.end and self.takes_clause and reading.keys[p - 1].removeprefix("ال") in named_heads() and later_complement(reading, after, limit, cue, True):
            # `قالت مجموعة "العاملون من أجل السلام" إن …`
            return after
        before = reading.words[p - 1]
        told = before is not None and before.stem.rstrip("ـ") == "ل" and later_complement(reading, after, limit, cue, True)
        # `ذكر مصدر لـ"الضحى" | أن …`
        if told and quotation.closed or is_name and before is not None and before.particle == "preposition" and before.stem.rstrip("ـ") not in cue.prepositions and p > self.clause.end + 1:
            # `ترد التقارير عن القتال ضد "داعش"`
            return after
        if "quote" in governs or self.takes_clause:
            return self.found(p, "quotation")
        return self.found(p, "object") if self.takes_object and self.subject_known else after

    def punctuation(self, p):
        """Begin the content at a colon, end the clause at a full stop, pass over a parenthesis."""
        reading, governs, mark = self.reading, self.cue.governs, self.reading.tokens.forms[p]
        if mark == ":" and ("quote" in governs or self.takes_clause or "bare" in governs):
            return self.found(p + 1, "colon")
        if mark in "؟!؛" or mark == "." and len(reading.keys[p - 1]) > 1:
            return self.limit
        if mark in "،," and self.form.pos == "perfect" and self.clause.subjects and p == self.clause.end and p + 1 < self.limit and reading.words[p + 1] is not None and said_outright(self, p + 1):
            # `وتابع المدير، | لن نغلق السوق`
            return self.found(p + 1, "clause")
        if mark in "،," and p == self.i + 1 and self.form.pos in FINITE and self.cue.act == "say" and self._obliges(p + 1):
            # `وأضاف، | على الحكومة أن تفتح السوق`
            return self.found(p + 1, "colon")
        if mark in "،," and self.subject_known and (p == self.clause.end or self.clause.subjects and self._behind_adverbials(p)):
            return self.inserted(p + 1)
        if mark in "-–—" and p + 1 < self.limit and reading.words[p + 1] is not None and (reading.words[p + 1].particle == "relative" or reading.words[p + 1].conj):
            # `أكد المدير - والذي لم يذكر اسمه - أن …`
            return next((k + 1 for k in range(p + 2, min(p + 16, self.limit)) if reading.tokens.forms[k] in "-–—"), p + 1)
        if mark in "-–—" and self.clause.subjects and p == self.clause.end:
            # `أكد سامي حداد –المتحدث باسم الوزارة– أن …`, `دعا سامي حداد - وكيل اللجنة - إلى …`
            close = next((k + 1 for k in range(p + 2, min(p + 16, self.limit - 1)) if reading.tokens.forms[k] in "-–—"), None)
            return close if close is not None and (self._complement(close) or self.takes_object and reading.starts_noun_phrase(close)) else p + 1
        if mark == "(" and p == self.i + 1 and not self.subject_known and self.form.pos in FINITE and self.form.number == "s" and not self.form.pronoun and (end := skip_parenthesis(reading, p, min(p + 6, self.limit))) > p + 2 and (
                reading.noun_phrase(p + 1, end - 1) == end - 1):
            # `وذكرت | (كونا) | أن …`
            self.clause.subjects, self.clause.end, self.subject_known = [(p + 1, end - 1)], end, True
            return end
        if mark == "(" and self.cue.act == "say" and "quote" in governs and (p in (self.i + 1, self.clause.end) or self.form.pos in FINITE) and self._spoken_in_brackets(p):
            # `وأضاف | (الشرق خط أحمر ولن نسمح بتجاوزه)`, `قائلا | (لن نسمح بتجاوزه)`
            return self.found(p, "colon")
        return skip_parenthesis(reading, p, self.limit) if mark == "(" else p + 1

    def _words_after_comma(self, p):
        """Say whether p stands in what is inserted behind a comma, and a colon before marks follows."""
        reading = self.reading
        inserted = any(reading.tokens.forms[k] in COMMAS for k in range(self.clause.end, p))
        return inserted and any(reading.tokens.forms[k] == ":" and k + 1 in reading.opens for k in range(p + 1, self.limit - 1))

    def _obliges(self, p):
        """Say whether `على` with a noun phrase and أن right behind it stands at p: what somebody has to do."""
        reading = self.reading
        if p + 2 >= self.limit or reading.keys[p] != "علي" or not reading.starts_noun_phrase(p + 1):
            return False
        end = reading.noun_phrase(p + 1, self.limit)
        return end < self.limit and reading.keys[end] == "ان"

    def _spoken_in_brackets(self, p):
        """Say whether a sentence, with a verb or a particle of one in it, stands in the round brackets that open at p and close at the end of the sentence or before a comma."""
        reading, last = self.reading, self.reading.sentence_end(p)
        close = next((k for k in range(p + 1, last) if reading.tokens.forms[k] == ")"), None)
        words = [k for k in range(p + 1, close or p + 1) if reading.words[k] is not None]
        said = any(reading.surely_verb(k) or reading.words[k].particle in ("negation", "pronoun", "auxiliary", "complementizer") for k in words)
        if close is not None and close < last - 2:
            # Behind a name such a pair may hold its other name: `سامي حداد (إف إس إي)،`.
            said = said and reading.tokens.forms[close + 1] in COMMAS and (self.form.pos == "participle" or any(r.form.pos in ("perfect", "participle") for r in CUE_READINGS[reading.keys[close + 2]]))
        return close is not None and len(words) > 3 and said

    def _behind_adverbials(self, p, marks=()):
        """Say whether only adverbials, and these marks, stand between the subject and token p: `أفاد دبلوماسيون في تصريحات لصحافيين، …`."""
        k = self.clause.end
        while k < p and (step := k + 1 if self.reading.tokens.forms[k] in marks else skip_adverbial(self.reading, k, p)) > k:
            k = step
        return k == p

    def inserted(self, p):
        """Pass over what is inserted between commas behind the subject: `أكد مصدر، طلب عدم كشف اسمه، أن …`, `يعارض نواب، بينهم وزراء، القرار`."""
        reading, word = self.reading, self.reading.words[p] if p < self.limit else None
        if word is None or self.cue.act == "report" and reading.keys[p] == "عن":
            # `نقل الموقع، عن المدعي العام، قوله إن …`
            return p
        if p == self.clause.end + 1 and said_outright(self, p):
            return self.found(p, "clause")
        if reading.keys[p] in rule_words("led_by") and (close := reading.comma_from(p, self.limit)) is not None and close + 1 < self.limit:
            # `قررت المحكمة، | برئاسة المستشار سامي حداد، | تأجيل المحاكمة`
            return close + 1
        if word.particle == "according" and (close := reading.comma_from(p, self.limit)) is not None and close + 1 < self.limit and preposition_at(reading, close + 1, self.cue.prepositions):
            # `ودعا الوزير، | وفق بيان للوزارة، | إلى الهدوء`
            return close + 1
        if (end := answer_end(reading, p, self.limit)) > p:
            # `أكد الوزير، | إجابة عن سؤال، | أن …`
            return end
        if self.takes_object and self.form.gender == "m" and "quote" not in self.cue.governs[:1] and word.stem.endswith("ة") and not (word.definite or word.conj) and any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[p]]):
            # `استنكر الوزير سامي حداد، مطالبة النواب بـ…`
            return self.found(p, "object")
        if fold(self.cue.lemma) in rule_words("sets_out") and reading.starts_noun_phrase(p):
            # `استعرضت الوزارة، | أبرز الانتهاكات`
            return self.found(p, "object")
        if self._thing_behind_comma(p):
            # `رفض وزير الدفاع، سامي حداد، | أوامر الرئيس، ليلى فارس، …`
            return self.found(p, "object")
        apposed = self.clause.subjects and (any(reading.tokens.forms[k] in COMMAS for k in range(*self.clause.subjects[-1])) or word.stem.endswith("ات") and named_in_full(reading, *self.clause.subjects[-1]) or self._deed_behind_body(p))
        plural = word.stem.endswith("ين") and reading.comma_from(p, self.limit) is not None
        noun = not is_adjective(word) and p not in reading.mention_at
        if apposed and self.takes_object and word.definite and not is_title(word) and (noun or plural) and not any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(p, self._relative_from(p))):
            # `اعتبر الوزير، سامي حداد، | الحكم هزيمة للنقابة، بحسب …`, `انتقد سامي حداد، وزير الدولة، | المصدرين بشأن الأزمة، التي كان يجب أن …`
            return self.found(p, "object")
        if self.cue.objects and reading.starts_noun_phrase(p) and not (word.definite and is_adjective(word)) and (end := reading.noun_phrase(p, self.limit)) < self.limit and (preposition_at(reading, end, self.cue.objects) or "ب" in self.cue.objects and reading.keys[end][0] == "ب" and is_complementizer(reading.keys[end])):
            # `اتهمت وزيرة الدفاع، ليلى حداد، الشركة بالغش، ووصفتها بأنها …`
            return p
        if self._accused_between(p):
            # `اتهم مصدر في الوزارة، فرنسا، بدعم خصومه`
            return p
        among = word.stem in rule_words("among") or word.stem == "من" and any(reading.words[k] is not None and reading.words[k].conj and reading.words[k].stem in rule_words("up_to") for k in range(p + 2, min(p + 5, self.limit))) or reading.keys[p:p + 3] == ["بما", "في", "ذلك"] or word.stem in ("من", "على", "علي", "في") and p + 1 < self.limit and reading.keys[p + 1] in rule_words("among")
        if word.conj and (word.particle == "auxiliary" or any(r.form.pronoun and r.form.pos == "perfect" and r.cue.act in ("write", "report") for r in CUE_READINGS[reading.keys[p]])):
            # `قال سامي، وكان يتحدث للصحفيين، إن …`, `أشارت الرسالة، ونشرتها صحيفة الضحى، إلى أن …`
            close = reading.comma_from(p, self.limit)
            return close + 1 if close is not None and close + 1 < self.limit and self._complement(close + 1) else p
        if word.particle == "auxiliary" and not word.conj and self.clause.subjects and (head := reading.words[self.clause.subjects[-1][0]]) is not None and not head.definite:
            # `قال وزير سابق، كان عضوا في الحكومة، إن …`
            close = reading.comma_from(p, self.limit)
            return close + 1 if close is not None and close + 1 < self.limit and self._complement(close + 1) else p
        if word.conj and not among or word.particle == "complementizer":
            return p
        if word.stem[0] == "م" and len(word.stem) > 4 and word.stem.endswith("ا") and not word.conj and p + 1 < self.limit and reading.words[p + 1] is not None and reading.words[p + 1].particle == "preposition":
            # `نفى الوزير، متحدثا من بيروت، تقديم السلاح`
            close = reading.comma_from(p, self.limit)
            if close is not None and close + 1 < self.limit and (self._complement(close + 1) or self.takes_object and reading.starts_noun_phrase(close + 1)):
                return close + 1
        clause = (word.verb or any(r.form.pos == "perfect" for r in CUE_READINGS[reading.keys[p]])) and not word.conj
        if not clause and not among and not reading.starts_noun_phrase(p):
            return p
        close = reading.comma_from(p, self.limit)
        if self.takes_object and not self.cue.objects and word.definite and is_adjective(word) and not word.conj and close is not None and close + 1 < self.limit and reading.words[close + 1] is not None and reading.words[close + 1].particle == "demonstrative":
            # `وتنفي سوريا، الموقعة على المعاهدة، | ذلك`
            return self.found(close + 1, "object")
        if self.takes_object and word.definite and is_adjective(word) and not word.conj and p not in reading.mention_in and close is not None and close + 1 < self.limit and self._goes_on_to_object(close + 1):
            # `دان الوزير، المقرب من الرئيس، | في كلمته القرار`
            return close + 1
        opened = next((k for k in range(p, close or self.limit) if reading.kinds[k] == WORD and is_complementizer(reading.keys[k])), None)
        if self.takes_clause and word.definite and is_adjective(word) and opened is not None and not any(reading.words[k] is not None and reading.words[k].verb for k in range(p, opened)):
            # `توقعت صحيفة الضحى، المقربة من الحكومة أن …`
            return opened
        object_behind = self.takes_object and self.cue.objects and close is not None and close + 1 < self.limit and reading.starts_noun_phrase(close + 1) and actor_like(reading, (p, p + 1))
        object_behind = object_behind or close is not None and word.definite and not word.conj and later_complement(reading, close + 1, self.limit, self.cue)
        if close is not None and close + 1 < self.limit and (accusative_noun(word) or word.stem in rule_words("upon")) and not word.conj and reading.words[p + 1] is not None and reading.words[p + 1].particle == "preposition":
            # `سيطلب السفير، بناء على نصيحة الوزارة، لقاء …`
            return close + 1
        if close is None or close + 1 >= self.limit or not (clause or among) and not self._complement(close + 1) and not object_behind:
            return p
        return close + 1

    def _thing_behind_comma(self, p):
        """Say whether, behind a subject with an apposition of its own, a noun for a thing without ال and whose it is stand at p, as object."""
        reading, word, after = self.reading, self.reading.words[p], self.reading.words[p + 1] if p + 1 < self.limit else None
        if not self.takes_object or self.cue.objects or not self.clause.subjects or word.definite or word.conj or p in reading.mention_in or after is None or not after.definite or after.conj or after.prep:
            return False
        if bare_noun(word) not in common_nouns() or bare_noun(word) in speaking_nouns() | human_titles() or is_title(word) or not any(reading.tokens.forms[k] in COMMAS for k in range(*self.clause.subjects[-1])):
            return False
        return not any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(p, self._relative_from(p)))

    def _deed_behind_body(self, p):
        """`استنكرت وزارة الخارجية، | القصف على المدينة`: say whether a deed with ال stands behind the comma after a body, whose other name it cannot be."""
        reading, word, first = self.reading, self.reading.words[p], self.clause.subjects[-1][0]
        head = reading.words[first]
        body = head is not None and not is_title(head) and bare_noun(head) in speaking_nouns() and bare_noun(head) not in human_titles() and not (first in reading.mention_at and reading.is_person(reading.mention_at[first][0]))
        return body and p == self.clause.end + 1 and word.definite and not word.conj and p not in reading.mention_at and (word.stem[2:] in verbal_nouns() or word.stem[2:] in rule_words("news")) and word.stem[2:] not in speaking_nouns()

    def _relative_from(self, p):
        """Return the token of the first relative clause from p on, or the limit: what it tells is not what is said."""
        return next((k for k in range(p, self.limit) if self.reading.words[k] is not None and self.reading.words[k].particle == "relative"), self.limit)

    def _accused_between(self, p):
        """`اتهم مصدر في الوزارة، | فرنسا، الأحد، بدعم خصومه`, `اتهم الوزير، سامي حداد، | جهاز الأمن، بالإهمال`: say whether between commas stands who is accused: a state or body, or any, behind a subject with an apposition of its own."""
        reading, accused = self.reading, self.reading.mention_at.get(p) if self.cue.objects else None
        apposed = self.clause.subjects and any(reading.tokens.forms[k] in COMMAS for k in range(*self.clause.subjects[-1]))
        if accused is not None and not reading.is_person(accused[0]) and accused[0].kind in ("name", "metonym"):
            end = accused[1]
        elif self.cue.objects and apposed and reading.starts_noun_phrase(p) and not is_title(reading.words[p]):
            end = reading.noun_phrase(p, self.limit)
        else:
            return False
        if end + 1 >= self.limit or reading.tokens.forms[end] not in COMMAS:
            return False
        after = behind_day(reading, end, self.limit) or end + 1
        return bool(preposition_at(reading, after, self.cue.objects))

    def _goes_on_to_object(self, p):
        """Say whether a noun phrase begins at p, or behind the adverbial that begins there, and no reporting verb."""
        reading, k = self.reading, p
        while k < self.limit and reading.kinds[k] == WORD and not CUE_READINGS[reading.keys[k]] and (step := skip_adverbial(reading, k, self.limit)) > k:
            k = step
            k += k < self.limit and reading.tokens.forms[k] in COMMAS
        return k < self.limit and reading.kinds[k] == WORD and not reading.words[k].conj and not FINITE_CUES[reading.keys[k]] and reading.starts_noun_phrase(k)

    def _complement(self, p):
        """Say whether a clause, quotation or governed preposition begins at p, so that what stands before the comma was an apposition."""
        reading = self.reading
        if reading.kinds[p] != WORD:
            return reading.kinds[p] == QUOTE and p in reading.opens
        preposition = preposition_at(reading, p, self.cue.prepositions)
        return self.takes_clause and is_complementizer(reading.keys[p]) or bool(preposition) and governed(reading, p, self.cue)


def _begins_statement(reading, p, cues):
    """A finite reporting verb with و, or a participle after a comma, begins another statement."""
    return reading.words[p].conj or reading.tokens.forms[p - 1] in COMMAS or any(r.form.pos == "participle" for r in cues)


def _held_for(reading, i):
    """Say whether behind the verb at i something is held for what follows: a word without ال, in quotation marks or not (`تعتبرها "متمردة"`, `بمثابة`)."""
    k = i + 1 + (i + 1 < len(reading.kinds) and reading.kinds[i + 1] == QUOTE)
    if k == i + 2 and reading.words[i - 1] is not None and reading.words[i - 1].particle == "relative" and k < reading.sentence_end(i) and reading.words[k] is not None and not reading.words[k].definite and k not in reading.mention_at:
        # `الحزب الذي تصنفه "منظمة متمردة"`
        return True
    word = reading.words[k] if k < reading.sentence_end(i) else None
    if word is None or word.definite or actor_like(reading, (k, k + 1)) and not word.stem.endswith("ا") or k in reading.mention_at and reading.mention_at[k][0].kind != "demonym":
        return False
    return word.stem in rule_words("serving_as") or word.stem == "غير" or not (word.particle or word.prep or word.verb or word.conj)


def _counted_among(reading, p):
    """`تعتبرها طهران | من ضمن أمنها`, `يراها كثيرون | من أخطر الطرق`: say whether at p it is told among what something is counted."""
    if p + 1 >= len(reading.keys) or reading.keys[p] not in ("من", "ضمن"):
        return False
    return reading.keys[p] == "ضمن" or reading.keys[p + 1] in rule_words("counted_among") or reading.keys[p + 1] in rule_words("elative")
