"""Read an article's tokens as words with a function: particles, clitics, quotations, noun phrases and clause borders.

Attribution and stance share this reading. It knows no syntax tree: each question (where does this noun phrase end?
is this mark opening?) is answered from the words around it.
"""

from analysis.cues import CUE_READINGS
from analysis.phrase_words import joins_field, through_word
from analysis.quotations import find_quotations, inside
from analysis.wordlists import WORDS, adjectives, carries_on, common_nouns, human_titles, known_nouns, name_links, named_heads, publishing_verbs, quantities, rule_words, speaking_nouns, verbs
from analysis.words import COMMAS, LATIN, NUMBER, PUNCT, QUOTE, WORD, FormCache, token_spans


class Reading:
    """One article's tokens with what each may be.

    words        Word per token (None for marks and numbers)
    quotations   all Quotations in order; `opens` maps an opening mark's token to its Quotation, `inside` gives the
                 index of the innermost quotation that holds the token, −1 outside
    taken        tokens of reporting verbs that belong to a noun phrase (`دراسة نشرتها مجلة`)
    mention_at   first token of a mention → (Mention, token after its last)
    sentence_start, sentence_end   functions from a token to the first one of its sentence, and to the one after the last
    clauses      what attribution has read behind its cues (analysis.attribution.clause)
    page         the statements laid over it (analysis.stance.page.page_of), made once for all who ask
    """

    __slots__ = ("article", "sentences", "tokens", "keys", "kinds", "words", "quotations", "opens", "inside", "mentions", "mention_at", "mention_in", "registry", "names", "first_names", "given", "taken", "sentence_start", "sentence_end", "clauses", "page")

    def __init__(self, article, sentences, tokens, mentions, registry=None):
        self.article, self.sentences, self.tokens, self.mentions = article, sentences, tokens, mentions
        self.keys, self.kinds = tokens.keys, tokens.kinds
        self.words = [written.word for written in tokens.written]
        self.quotations = find_quotations(tokens, sentences)
        self.opens = {q.first: q for q in self.quotations}
        self.inside = inside(self.quotations, len(tokens))
        self.mention_at, self.mention_in = _place_mentions(tokens, mentions)
        # A coding that stands in for a registry knows actors and no lists of names.
        self.names, self.first_names, self.given = (getattr(registry, name, {}) for name in ("names", "first_names", "given"))
        self.registry, self.taken, self.clauses, self.page = registry, set(), {}, None
        # Look-ups of lists: no method is called for what is asked a thousand times an article.
        starts, ends = [], []
        for first, last in tokens.bounds:
            starts += [first] * (last - first)
            ends += [last] * (last - first)
        self.sentence_start, self.sentence_end = starts.__getitem__, ends.__getitem__

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

    def is_state(self, mention):
        """Say whether a mention means a state."""
        actor = self.actor(mention)
        return actor is not None and actor.type == "state"

    def is_medium(self, mention):
        """Say whether a mention means an agency, a paper or a channel."""
        actor = self.actor(mention)
        return actor is not None and actor.type == "medium"

    def features(self, mention):
        """Return (gender, number) of a mention's actor as it is called here, (None, None) where nobody says."""
        if hasattr(self.mentions, "features"):
            return self.mentions.features(mention)
        actor = self.actor(mention)
        return (actor.gender, actor.number) if actor is not None else (None, None)

    def is_place(self, i):
        """Say whether token i is the name of a city or region, which is no mention of anybody."""
        names = self.names.get(self.keys[i])
        return names is not None and any(name.kind in ("place", "metonym") and not name.tail for name in names)

    def starts_noun_phrase(self, i):
        """Say whether a noun phrase can begin at token i: a mention, or a word that is no particle and no verb."""
        if i in self.mention_at:
            word, proclitic = self.words[i], self.mention_at[i][0].start > self.tokens.starts[i]
            return not (self.keys[i].startswith(("لل", "ولل")) or proclitic and word is not None and (bool(word.prep) or self.governed_name(i)))
        if i >= len(self.kinds):
            return False
        word = self.words[i]
        if word is None:
            return self.kinds[i] == LATIN
        if (begins := _BEGINS[self.keys[i]]) is not None:
            return begins
        if word.prep or word.verb and not self._son_of(i):
            return False
        if word.particle == "demonstrative":
            return i + 1 < len(self.words) and self.words[i + 1] is not None and self.words[i + 1].definite
        if word.stem == "ام":
            # `أم أحمد`: elsewhere it is *or*.
            return not word.conj and i + 1 < len(self.keys) and self.keys[i + 1] in self.first_names
        if word.particle == "adverb" and word.stem.removesuffix("ا") in quantities() and self.keys[i + 1:i + 2] == ["من"]:
            # `لكن كثيرا من الخبراء يقولون`
            return True
        if word.particle is None:
            if word.stem.endswith("ا") or word.stem.endswith("ة") and i and self.tokens.forms[i - 1] in COMMAS:
                return not carries_on(self.keys[i]) or self.keys[i + 1:i + 2] == ["باسم"]
            return True
        return word.particle == "quantifier"

    def _of_rank(self, j):
        """`أمين | عام النقابة`, `مدير | تنفيذي`: say whether an adjective of rank stands at token j behind an office; عام is no year there."""
        before = self.words[j - 1]
        return before is not None and before.stem in rule_words("has_rank") and self.keys[j] in rule_words("of_rank")

    def _of_family(self, j):
        """`ميمونة | بنت سالم`: say whether a word for a child that looks like a verb stands at token j between two words of a name; but `الشركة | بنت جسرا`."""
        before, after = self.words[j - 1], self.words[j + 1] if j + 1 < len(self.words) else None
        if self.keys[j] not in rule_words("child_of") or before is None or after is None:
            return False
        return not any(word.definite or word.particle or word.prep or word.verb or (word.stem in common_nouns() or word.stem in speaking_nouns()) and self.keys[k] not in self.first_names for k, word in ((j - 1, before), (j + 1, after))) and not after.stem.endswith("ا")

    def _son_of(self, i):
        """`أضاف | ولد سيدي أن …`: say whether a link of names that looks like a verb stands right behind a verb of saying, with a name behind it."""
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        return i > 0 and self.keys[i] in name_links() and after is not None and not (after.particle or after.prep or after.conj or after.verb) and any(r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[self.keys[i - 1]])

    def inside_mention(self, i):
        """Say whether the mention that token i - 1 belongs to goes on at i: `وزير الخارجية الروسي | ، سيرغي لافروف`."""
        return i in self.mention_in and self.mention_in.get(i - 1) is self.mention_in[i]

    def comma_from(self, p, limit):
        """Return the token of the first comma from p on that stands in no mention, or None."""
        return next((k for k in range(p, limit) if self.tokens.forms[k] in COMMAS and not self.inside_mention(k)), None)

    def governed_name(self, i):
        """Say whether a name at token i has a preposition of its own, which its word may hide: `لبي بي سي`."""
        found = self.mention_at.get(i)
        before = found[0].start - self.tokens.starts[i] if found is not None else 0
        return before > 0 and self.tokens.forms[i][:before].lstrip("وف") in ("ل", "ب", "ك")

    def _counts(self, head, j):
        """Say whether a quantity stands at `head`, with nothing but an adjective of it between it and the من at token j."""
        word = self.words[head]
        if word is None or word.stem.removesuffix("ا") not in quantities() and word.stem not in quantities() and word.stem not in rule_words("numeral") or not head < j <= head + 2:
            return False
        adjective = self.words[j - 1]
        return j == head + 1 or adjective is not None and not adjective.definite and not adjective.particle and not adjective.verb and not adjective.conj and not adjective.prep and j - 1 not in self.mention_in

    def _of_them(self, head, j):
        """`كثير | منهم`, `عدد | منهم`: say whether those of whom a quantity at `head` is stand at token j."""
        return head == j - 1 and self.keys[j] in rule_words("of_them") and self._counts(head, j)

    def noun_phrase(self, i, limit):
        """Return the token after the noun phrase that begins at i (i itself if none does).

        It holds the head, its adjectives and construct state, names, short parentheses and names in quotation marks;
        it ends before particles, verbs, punctuation and words with a proclitic.
        """
        if i >= limit or not self.starts_noun_phrase(i):
            return i
        if self.keys[i] in rule_words("his_honour"):
            # `ألقى سموه | كلمة`
            return i + 1
        return self.phrase_end(self.mention_at[i][1] if i in self.mention_at else i + 1, limit, i)

    def phrase_end(self, j, limit, head=None):
        """Return the token after a noun phrase of which the tokens before j are read; `head` is its first token."""
        while j < limit:
            step = self._continues(j, limit, head)
            if step == j:
                break
            j = step
        return j if j < limit else limit

    def _continues(self, j, limit, head=None):
        """Return the token after the next piece of a noun phrase that goes on at j, or j if it ends."""
        if self.kinds[j] != WORD:
            return self._through_mark(j, limit, head)
        if j - 1 in self.mention_at and self._ends_in_plural(head, j):
            return j
        if j in self.mention_at:
            return self._through_mention(j, head)
        key = self.keys[j]
        if _IN_NAMES[key] and (self._of_rank(j) or self._name_not_time(j) or self._of_family(j) or self._of_them(head, j)):
            return j + 1
        course = _COURSE[key]
        if course == "on":
            return j + 1
        if course == "end" and self.keys[j - 1] not in name_links():
            return j
        if head is not None and self.tokens.forms[j].endswith("ةً"):
            # `وجه رشيد | رسالةً`
            return j
        return through_word(self, j, limit, head)

    def _through_mark(self, j, limit, head):
        """Return the token after a quotation mark, a number, a Latin word or punctuation with which a noun phrase goes on, or j."""
        kind = self.kinds[j]
        if kind == PUNCT:
            return self._through_punctuation(j, limit)
        if kind == QUOTE:
            return self._through_quotation(j, limit, head)
        if kind == LATIN:
            return j + 1
        if j + 2 < limit and self.tokens.forms[j + 1] == "+" and self.kinds[j + 2] == NUMBER:
            # `مجموعة | 5+1`
            return j + 3
        return j + 1 if j + 1 < limit and self.kinds[j + 1] == WORD and self.words[j + 1].particle is None and not self.words[j + 1].conj else j

    def _through_quotation(self, j, limit, head):
        """`صحيفة | "الضحى"`, `رئيس | "مجموعة العمل"`: a name in marks belongs to the phrase, behind what bodies are called by or a word in construct state."""
        quotation = self.opens.get(j)
        if quotation is None:
            held = self.quotations[self.inside[j - 1]] if head is not None and self.inside[j - 1] >= 0 else None
            # `الجنرال "سامي حداد | "`: the mark that closes a name.
            return j + 1 if held is not None and held.last == j and held.first > head else j
        return quotation.last + 1 if self._names_quoted(j, head) and self.is_name(quotation) and quotation.last < limit else j

    def _names_quoted(self, j, head):
        """Say whether the words before the marks at token j can have a name behind them."""
        if head is None or any(self.keys[k].lstrip("وفبلك").removeprefix("ال") in named_heads() or self.keys[k].removeprefix("ال") in named_heads() for k in (head, j - 1)) or self.keys[j - 1] in rule_words("several_named"):
            return True
        if self.keys[j - 1] in rule_words("leads") or self.keys[j - 1] in ("باسم", "ل") and j - 1 != head:
            return True
        # `منتقدو | "الحزب"`
        return head == j - 1 and len(self.keys[head]) > 4 and self.keys[head].endswith("و") and not self.words[head].definite

    def _through_mention(self, j, head):
        """Return the token after the mention at token j where it belongs to the noun phrase, or j."""
        (mention, end), word = self.mention_at[j], self.words[j]
        if mention.kind == "demonym" and word.conj and head is not None and (self._joins_nationality(head, j) or self.keys[j].endswith("ين") and joins_field(self, head, j)):
            # `مصادر إيرانية | وعراقية`, `وزير الهجرة | والمصريين بالخارج`
            return end
        if word.definite and j - 1 in self.mention_in and (self._other_people(j) or mention.kind == "demonym" and self._people_after_one(j)):
            return j
        if j - 1 == head and self._of_no_state(j) or self._of_another_state(j):
            # `طالب عباس | إسرائيل بـ…`, `هنأ ملك الأردن | رئيس تركيا`
            return j
        return end if not word.conj and (not word.prep or self._own_letter(j) or self._of_body(j, head)) else j

    def _other_people(self, j):
        """`انتقدت إسرائيل | الفلسطينيين`: say whether people of another party than the name right before them stand at token j."""
        before = self.mention_in[j - 1]
        return self.keys[j].endswith(("ين", "ون")) and before.kind in ("name", "metonym", "title") and before.party != self.mention_at[j][0].party

    def _own_letter(self, j):
        """`حزبا | باكستانيا`, `نواب | لبنانيون`: say whether the ب or ل of the mention at token j is the name's own."""
        mention, word = self.mention_at[j][0], self.words[j]
        return (word.prep == "ب" or word.prep == "ل" and mention.kind == "demonym" and not word.definite) and mention.start == self.tokens.starts[j]

    def _of_body(self, j, head):
        """`المكتب السياسي | لأنصار الله`, `خبراء تابعون | للأمم المتحدة`: say whether the body behind ل at token j is whose office stands before it, or to whom those at `head` belong."""
        mention, before = self.mention_at[j][0], self.words[j - 1]
        if self.words[j].prep != "ل" or before is None or mention.kind != "name" or self.is_state(mention) or self.is_person(mention) or self.is_medium(mention):
            return False
        if before.definite and before.stem[2:] in rule_words("of_rank"):
            return True
        people = self.words[head] if head is not None and before.stem in rule_words("belonging") else None
        return people is not None and people.stem.removesuffix("ون").removesuffix("ين") in speaking_nouns()

    def _people_after_one(self, j):
        """Say whether a people by a plural of its own (`الروس`, `الأتراك`) is named at token j, right behind the name or the nationality of one who is of another."""
        before = self.mention_in[j - 1]
        one = before.kind in ("name", "title") or before.kind == "demonym" and before.text.endswith("ي")
        return one and before.party != self.mention_at[j][0].party and not self.keys[j].endswith(("ي", "يه", "ية", "ين", "ون", "ان", "ات"))

    def _of_no_state(self, j):
        """`عباس | إسرائيل`: say whether a state's name stands at token j behind a first name that means nothing else; no person's name goes on with it."""
        return self.keys[j - 1] in self.given and j - 1 not in self.mention_in and self.mention_at[j][0].kind == "name" and self.is_state(self.mention_at[j][0])

    def _name_not_time(self, j):
        """`النائب | صباح الحمداني`, not `النائب صباح الجمعة`: say whether a first name that is an hour too stands at token j, before a surname with ال."""
        after = self.words[j + 1] if j + 1 < len(self.words) else None
        return self.words[j].particle == "adverb" and self.keys[j] in self.first_names and after is not None and after.definite and not after.particle and after.stem[2:] not in known_nouns() and j + 1 not in self.mention_at

    def _of_another_state(self, j):
        """`ملك الأردن | رئيس تركيا`: say whether an office of another state's stands at token j right behind an office: it is no apposition."""
        before, mention = self.mention_in.get(j - 1), self.mention_at[j][0]
        if before is None or not (before.kind in ("title", "new") and mention.kind in ("title", "new")) or before.party == mention.party or before.text.startswith("ال") or self.words[j].stem not in human_titles():
            return False
        return self.registry is not None and all(actor is not None and actor.type == "state" for actor in (self.registry.actor(m.party) for m in (before, mention)))

    def _ends_in_plural(self, head, j):
        """`طالب نواب أردنيون | الحكومة بـ…`: say whether a word with ال stands at token j right behind an adjective in ون without it, which governs no noun."""
        return self.words[j].definite and j - 1 != head and self.keys[j - 1].endswith("ون") and self.mention_at[j - 1][0].kind == "demonym" and not self.words[j - 1].definite

    def anonymity_end(self, j):
        """`قال مصدر | طلب عدم الكشف عن اسمه | إن …`: return the token after the clause that says that somebody will not be named, or j where none begins."""
        if self.words[j] is None or self.words[j].stem not in rule_words("declines") or self.words[j].conj or self.keys[j + 1:j + 2] == [] or self.keys[j + 1] not in rule_words("unnamed"):
            return j
        for k in range(j + 2, min(j + 6, len(self.keys))):
            word = self.words[k]
            if word is None or self.tokens.sentence_of[k] != self.tokens.sentence_of[j]:
                break
            if self.is_own_name(k) and not word.definite:
                return k + 1
        return j

    def blessing_end(self, j):
        """`قال جلالة الملك | حفظه الله ورعاه | إن …`, `| -رعاه الله-`, `| "أيدها الله"`: return the token after a prayer for whom the words before name, with the marks around it, or j where none begins."""
        k, last = j + (self.kinds[j] != WORD), len(self.keys)
        if k + 1 >= last or self.keys[k] not in rule_words("blesses") or self.keys[k + 1] != "الله":
            return j
        end = k + 2
        while end < last and self.kinds[end] == WORD and (self.words[end].conj and self.words[end].stem in rule_words("blesses") or self.keys[end] in rule_words("blessed")):
            end += 1
        return end + (k > j and end < last and self.kinds[end] in (PUNCT, QUOTE) and self.tokens.forms[end] not in (".", ":"))

    def is_own_name(self, k):
        """Say whether the word at k is one for what somebody is called: `اسمه`, `هويتها`."""
        return self.words[k] is not None and self.words[k].stem.startswith(tuple(rule_words("own_name")))

    def _joins_nationality(self, head, j):
        """`مصادر إيرانية | وعراقية`: a second nationality of the same noun without ال."""
        before, word = self.words[j - 1], self.words[j]
        if j - 1 <= head or before is None or before.definite != word.definite or word.prep:
            return False
        if word.definite:
            # `الإعلاميين العرب | والأتراك`
            return before.stem[2:] in adjectives() and word.stem[2:] in adjectives()
        return before.stem.endswith("ية") and word.stem.endswith("ية")

    def _through_punctuation(self, j, limit):
        """A short parenthesis or a hyphen inside a name belongs to the phrase."""
        mark, tokens = self.tokens.forms[j], self.tokens
        if mark == "(":
            for k in range(j + 1, min(j + 7, limit)):
                if tokens.forms[k] == ")":
                    # not `قال المدير | (لن نغلق السوق)`
                    return j if any(self.words[t] is not None and (self.words[t].particle == "negation" or self.surely_verb(t)) for t in range(j + 1, k)) else k + 1
        if mark == "." and len(self.keys[j - 1]) == 1 and j + 1 < limit and self.kinds[j + 1] == WORD:
            # `د. سامي حداد`
            return j + 1
        if mark == "/" and j + 1 < limit and self.kinds[j + 1] == WORD and self.words[j - 1] is not None and self.words[j - 1].definite and self.words[j - 1].stem[2:] in human_titles() and not self.words[j + 1].particle:
            # `المهندس/ سامي حداد`
            return j + 1
        if mark in "-–/" and j + 1 < limit and self.kinds[j + 1] != PUNCT and tokens.ends[j - 1] == tokens.starts[j] and tokens.ends[j] == tokens.starts[j + 1]:
            return j + 2
        return j

    def is_name(self, quotation):
        """Say whether a quotation is a name or a single term in marks: at most five words, closed, no particle, no verb."""
        if not quotation.closed or quotation.last - quotation.first > 6:
            return False
        inner = range(quotation.first + 1, quotation.last)
        if len(inner) > 1 and len(self.keys[inner[0]]) > 4 and self.keys[inner[0]].endswith("وا") and inner[0] not in self.mention_in:
            # `"كونوا على قدر المسؤولية"`
            return False
        if len(inner) <= 1:
            # A pair of marks with nothing between them (`" "`) says no more than a name does.
            return True
        if all(k in self.mention_in and self.mention_in[k].kind in ("name", "metonym") for k in inner):
            # `"سي أن أن"` is a name, whatever its words look like.
            return True
        head = self.words[quotation.first - 1] if quotation.first else None
        if len(inner) <= 3 and head is not None and not head.definite and not head.conj and head.stem in rule_words("of_press") and all(self.words[k] is None or self.words[k].particle is None for k in inner):
            # `وكالة "فرات نيوز"`
            return True
        if any(self.tokens.forms[k] == "." for k in inner) and all(len(self.keys[k]) < 5 for k in inner):
            # `"بي. إف. إم"`
            return True
        if self.keys[inner[0]] in rule_words("spelled") and all(self.keys[k] in rule_words("spelled") for k in inner):
            # `شركة "أو سي بي"`
            return True
        if self.words[inner[0]] is not None and self.words[inner[0]].particle == "preposition" and len(self.keys[inner[0]]) > 1:
            # `ببرنامج "على الرصيف"`
            return bool(inner[0] > 1 and self.words[inner[0] - 2] is not None and self.words[inner[0] - 2].stem.removeprefix("ال") in rule_words("broadcast")) and not any(self.surely_verb(k) for k in inner)
        return all(self.words[k] is None or len(self.keys[k]) == 1 or not self.surely_verb(k) and self.words[k].particle in (None, "preposition", "quantifier", "adverb", "time_noun", "month") for k in inner)

    def surely_verb(self, k):
        """Say whether token k is a listed verb, not one guessed by its first letter: names in marks begin with ي too."""
        return self.words[k] is not None and self.words[k].verb is not None and (self.words[k].stem in verbs() or bool(CUE_READINGS[self.keys[k]]))


def _begins(key):
    """Say whether a noun phrase can begin with a folded form that is no mention, whatever stands around it; None where more must be known."""
    word = WORDS[key]
    if word.prep or word.verb:
        return None if not word.prep and key in name_links() else False
    if word.particle in ("demonstrative", "adverb") or word.stem == "ام" or word.particle is None and word.stem.endswith(("ا", "ة")) and carries_on(key):
        return None
    return word.particle in (None, "quantifier")


_BEGINS = FormCache(_begins)


def _course(key):
    """Return what a folded form does to a noun phrase, whatever stands around it: "on" (it goes on with it), "end" (but for a link of names before it), or None where more must be known."""
    word = WORDS[key]
    if word.conj or key in ("من", "غير") or word.stem in rule_words("semi") or word.stem in quantities() or word.particle in ("demonstrative", "quantifier"):
        return None
    if word.particle:
        return None if word.particle == "preposition" and word.stem in ("من", "علي", "عن", "ل") else "end"
    if word.verb:
        return None if word.prep else "end"
    if word.prep or word.stem.endswith(("ا", "هم", "هما")) or word.stem.endswith("ة") and word.stem[:-1] in rule_words("in_a_mood") or carries_on(key) or word.stem in common_nouns() and not word.definite:
        return None
    if key in rule_words("blesses"):
        return "end"
    if word.stem in publishing_verbs() or word.stem in rule_words("declines") or word.stem in rule_words("own_words") or word.definite and word.stem[2:] in rule_words("situated"):
        return None
    return "on"


_COURSE = FormCache(_course)
_IN_NAMES = FormCache(lambda key: key in rule_words("of_rank") or key in rule_words("child_of") or key in rule_words("of_them") or WORDS[key].particle == "adverb")
"""Folded form → whether an office or a name can go on with it though other phrases end there."""


def _place_mentions(tokens, mentions):
    """Return first token → (Mention, token after), and token → Mention for every token of a mention."""
    at, held = {}, {}
    for mention, (first, last) in zip(mentions, token_spans(tokens, mentions)):
        at[first] = (mention, last)
        for k in range(first, last):
            held[k] = mention
    return at, held
