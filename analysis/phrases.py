"""Read an article's tokens as words with a function: particles, clitics, quotations, noun phrases and clause borders.

Attribution and stance share this reading. It knows no syntax tree: each question (where does this noun phrase end?
is this mark opening?) is answered from the words around it.
"""

from analysis.cues import CUE_READINGS
from analysis.quotations import find_quotations, inside
from analysis.wordlists import WORDS, accusative_noun, addressees, adjectives, carries_on, common_nouns, double_offices, human_titles, known_nouns, manner_nouns, name_links, named_heads, publishing_verbs, quantities, rule_words, speaking_nouns, title_links, verbal_nouns, verbs
from analysis.words import COMMAS, LATIN, NUMBER, PUNCT, QUOTE, WORD, FormCache, token_spans


class Reading:
    """One article's tokens with what each may be.

    words        Word per token (None for marks and numbers)
    quotations   all Quotations in order; `opens` maps an opening mark's token to its Quotation, `inside` gives the
                 index of the innermost quotation that holds the token, −1 outside
    taken        tokens of reporting verbs that belong to a noun phrase (`دراسة نشرتها مجلة`)
    mention_at   first token of a mention → (Mention, token after its last)
    clauses      what attribution has read behind its cues (analysis.attribution.clause)
    page         the statements laid over it (analysis.stance.page.page_of), made once for all who ask
    """

    __slots__ = ("article", "sentences", "tokens", "keys", "kinds", "words", "quotations", "opens", "inside", "mentions", "mention_at", "mention_in", "registry", "names", "first_names", "given", "taken", "clauses", "page")

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
        if self.kinds[i] == LATIN:
            return True
        word = self.words[i]
        if word is None or word.prep or word.verb and not self._son_of(i):
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

    def _begins_object(self, j, word):
        """`نشر الوزير | تغريدة`: say whether a common noun without ال stands behind one with ال, so that it is none of its phrase; no title (`الميجر جنرال`) and no name is meant."""
        if word.definite or word.conj or word.prep or word.stem not in common_nouns() or word.stem in human_titles():
            return False
        before = self.words[j - 1]
        if before is None or not before.definite or j - 1 in self.mention_in or j + 1 < len(self.kinds) and self.kinds[j + 1] == NUMBER:
            return False
        return word.stem not in self.first_names

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
        return min(j, limit)

    def _continues(self, j, limit, head=None):
        """Return the token after the next piece of a noun phrase that goes on at j, or j if it ends."""
        kind = self.kinds[j]
        if kind == WORD and j - 1 in self.mention_at and self._ends_in_plural(head, j):
            return j
        if kind == WORD and j not in self.mention_at:
            if _IN_NAMES[self.keys[j]] and (self._of_rank(j) or self._name_not_time(j) or self._of_family(j) or self._of_them(head, j)):
                return j + 1
            course = _COURSE[self.keys[j]]
            if course == "on":
                return j + 1
            if course == "end" and self.keys[j - 1] not in name_links():
                return j
            if head is not None and self.tokens.forms[j].endswith("ةً"):
                # `وجه رشيد | رسالةً`
                return j
        if kind == QUOTE:
            quotation = self.opens.get(j)
            named = head is None or any(self.keys[k].lstrip("وفبلك").removeprefix("ال") in named_heads() or self.keys[k].removeprefix("ال") in named_heads() for k in (head, j - 1))
            named = named or self.keys[j - 1] in rule_words("leads") or self.keys[j - 1] in ("باسم", "ل") and j - 1 != head
            # `رئيس "مجموعة العمل"`
            named = named or head == j - 1 and len(self.keys[head]) > 4 and self.keys[head].endswith("و") and not self.words[head].definite
            if quotation is None and head is not None and self.inside[j - 1] >= 0 and self.quotations[self.inside[j - 1]].last == j and self.quotations[self.inside[j - 1]].first > head:
                # `الجنرال "سامي حداد | "`: the mark that closes a name.
                return j + 1
            return quotation.last + 1 if quotation and named and self.is_name(quotation) and quotation.last < limit else j
        if kind == PUNCT:
            return self._through_punctuation(j, limit)
        if kind == NUMBER:
            if j + 2 < limit and self.tokens.forms[j + 1] == "+" and self.kinds[j + 2] == NUMBER:
                # `مجموعة | 5+1`
                return j + 3
            return j + 1 if j + 1 < limit and self.kinds[j + 1] == WORD and self.words[j + 1].particle is None and not self.words[j + 1].conj else j
        if kind == LATIN:
            return j + 1
        if j in self.mention_at and self.mention_at[j][0].kind == "demonym" and self.words[j].conj and head is not None and (self._joins_nationality(head, j) or self.keys[j].endswith("ين") and self._joins_field(head, j)):
            # `مصادر إيرانية | وعراقية`, `وزير الهجرة | والمصريين بالخارج`
            return self.mention_at[j][1]
        if j in self.mention_at and self.keys[j].endswith(("ين", "ون")) and self.words[j].definite and j - 1 in self.mention_in and self.mention_in[j - 1].kind in ("name", "metonym", "title") and self.mention_in[j - 1].party != self.mention_at[j][0].party:
            # `انتقدت إسرائيل | الفلسطينيين`
            return j
        if j in self.mention_at and self.mention_at[j][0].kind == "demonym" and self.words[j].definite and j - 1 in self.mention_in and self._people_after_one(j):
            # `اتهم الوزير الكندي | الروس`
            return j
        if j in self.mention_at and (j - 1 == head and self._of_no_state(j) or self._of_another_state(j)):
            # `طالب عباس | إسرائيل بـ…`, `هنأ ملك الأردن | رئيس تركيا`
            return j
        if j in self.mention_at:
            # In `حزبا باكستانيا`, `نواب لبنانيون` the ب or ل is the name's own.
            own = (self.words[j].prep == "ب" or self.words[j].prep == "ل" and self.mention_at[j][0].kind == "demonym" and not self.words[j].definite) and self.mention_at[j][0].start == self.tokens.starts[j]
            of_rank = self.words[j].prep == "ل" and self.words[j - 1] is not None and (self.words[j - 1].definite and self.words[j - 1].stem[2:] in rule_words("of_rank") or self.words[j - 1].stem in rule_words("belonging") and head is not None and self.words[head] is not None and self.words[head].stem.removesuffix("ون").removesuffix("ين") in speaking_nouns()) and self.mention_at[j][0].kind == "name" and not self.is_state(self.mention_at[j][0]) and not self.is_person(self.mention_at[j][0]) and not self.is_medium(self.mention_at[j][0])
            # `المكتب السياسي | لأنصار الله`, `خبراء تابعون | للأمم المتحدة`
            return self.mention_at[j][1] if not self.words[j].conj and (own or of_rank or not self.words[j].prep) else j
        word = self.words[j]
        if self.keys[j] == "من" and head is not None and j + 1 < limit and self._counts(head, j):
            # `عدد من النواب`, `مجموعة واسعة من النواب`
            return max(self.noun_phrase(j + 1, limit), j)
        if self.keys[j] == "ل" and self._office_of_body(j, limit):
            return self.opens[j + 1].last + 1
        if word.stem in quantities() and j + 1 < limit and self.keys[j + 1] == "من" and self.words[j - 1] is not None and self.words[j - 1].definite:
            # `يذكر اللبنانيون | العديد من الخطابات`
            return j
        if self.keys[j - 1] in name_links() and word.particle != "complementizer" and self.tokens.forms[j - 1][1:2] not in ("إ", "أ"):
            return j + 1
        if word.particle == "preposition" and not word.conj and j - 1 != head and self._binds(j - 1, word.stem):
            # `بيان صادر عن الوزارة`, `مصدر مقرب من الملف`
            return max(self.noun_phrase(j + 1, limit), j)
        if word.particle == "demonstrative" and j - 1 == head and not word.conj and (self.keys[j - 1][-1] == "و" or self.keys[j - 1][-1] == "ي" and (self.keys[j - 1][0] == "م" or self.keys[j - 1][:-1] in speaking_nouns())) and j + 1 < limit and self.words[j + 1] is not None and self.words[j + 1].definite:
            # `منتقدو هذا القرار`: a plural without its ن is in construct state.
            return j + 2
        if word.particle == "quantifier" and self.keys[j] in rule_words("several") and head is not None and j - head <= 3 and self.words[head] is not None and not self.words[head].definite:
            # `دول عدة`, `دول غربية عدة`
            return j + 1
        if self.anonymity_end(j) > j:
            # `مصدر أمني | طلب عدم كشف اسمه`
            return j
        if word.definite and word.stem[2:] in rule_words("situated") and self._ends_in_person(j):
            # `الناشط سامي حداد | الموجود في المدينة`
            return j
        if self.keys[j] == "غير" and j + 1 < limit and self.words[j + 1] is not None and self.words[j + 1].definite and j + 1 not in self.mention_at and (self.words[j - 1] is None or self.words[j - 1].definite):
            # `منظمة "الضحى" غير الحكومية`
            return j + 2
        if self.keys[j] == "غير" and j - 1 == head and self.words[head] is not None and j + 1 < limit and self.words[j + 1] is not None and self.words[j + 1].stem.endswith("ية") and not (self.words[j + 1].definite or self.words[head].definite or self.words[head].stem in common_nouns() and self.words[head].stem in verbal_nouns()):
            # `منظمات غير حكومية`
            return j + 2
        if self.keys[j] == "وغير" and head is not None and j - 1 > head and j + 1 < limit and self.words[j - 1] is not None and self.words[j + 1] is not None and self.words[j - 1].stem.endswith("ية") and self.words[j + 1].stem.endswith("ية") and self.words[j - 1].definite == self.words[j + 1].definite:
            # `منظمات دولية وغير حكومية`
            return j + 2
        if head is not None and j - 1 > head and word.stem.endswith(("هم", "هما")) and len(word.stem) > 4 and not (word.definite or word.conj or word.prep) and self.words[j - 1] is not None and self.words[j - 1].definite and j not in self.mention_in and word.stem not in rule_words("oneself"):
            # `الجيش الإسرائيلي | منعهم من العبور`
            return j
        if word.stem in rule_words("semi") and not word.conj and j + 1 < limit and self.words[j + 1] is not None and self.words[j + 1].definite:
            # `وكالة "الضحى" شبه الرسمية`
            return j + 2
        if self._begins_object(j, word) or word.stem in rule_words("post") and head is not None and (j - 1 > head or head in self.mention_at and self.is_person(self.mention_at[head][0])) and not (word.definite or word.conj or word.prep):
            # `كتب الإعلامي سامي حداد | تغريدة`
            return j
        if word.conj and head is not None and (self._joins_field(head, j) or self._joins_adjective(head, j)):
            return j + 1
        if word.conj and head is not None and word.stem in rule_words("compass") and j + 1 < limit and self.words[j + 1] is not None and (self.is_place(j + 1) or j + 1 in self.mention_at or self.words[j + 1].stem in rule_words("continent")):
            # `مديرة قسم الشرق الأوسط | وشمال أفريقيا`
            return j + 2
        if word.conj or word.verb or word.particle or self.keys[j] in rule_words("blesses") or word.stem in rule_words("own_words") or self.keys[j] in rule_words("held_as") or word.stem in publishing_verbs() or word.stem.endswith(("ا", "ة", "ين")) and (carries_on(self.keys[j]) or accusative_noun(word) and self._complete(j) or self._is_circumstance(j)):
            return j
        if word.prep:
            before = self.words[j - 1]
            named = before is not None and before.definite and self.keys[j].startswith("لل") and word.stem[2:] not in addressees() and (word.stem[2:] not in verbal_nouns() or self._names_body(head, j) or before.stem[2:] in rule_words("belonging")) and not self._ends_in_person(j) and not (before.stem.endswith("ين") and j - 1 in self.mention_at and self.mention_at[j - 1][0].kind == "demonym" and self.words[j - 2] is not None and not self.words[j - 2].definite)
            of_rank = word.prep == "ل" and before is not None and before.definite and before.stem.removeprefix("ال") in rule_words("of_rank")
            return j + 1 if named or of_rank or self.keys[j] in title_links() or self._surname_in_b(head, j, limit) else j
        return j + 1

    def _people_after_one(self, j):
        """Say whether a people by a plural of its own (`الروس`, `الأتراك`) is named at token j, right behind the name or the nationality of one who is of another."""
        before = self.mention_in[j - 1]
        one = before.kind in ("name", "title") or before.kind == "demonym" and before.text.endswith("ي")
        return one and before.party != self.mention_at[j][0].party and not self.keys[j].endswith(("ي", "يه", "ية", "ين", "ون", "ان", "ات"))

    def _office_of_body(self, j, limit):
        """`الأمين العام | لـ«حزب الوفاق» سامي حداد`: say whether ل at token j joins a name in marks to an adjective of rank: one that begins with what bodies are called by, or has a personal name behind it."""
        quotation, before = self.opens.get(j + 1), self.words[j - 1]
        if quotation is None or before is None or before.stem.removeprefix("ال") not in rule_words("of_rank") or quotation.last >= limit or not self.is_name(quotation):
            return False
        k = quotation.last + 1
        k += k < limit and self.words[k] is not None and self.words[k].definite and self.words[k].stem[2:] in human_titles()
        return self.keys[j + 2].removeprefix("ال") in named_heads() or k < limit and self.keys[k] in self.first_names

    def _surname_in_b(self, head, j, limit):
        """`سفيتلانا | بيلنكو المتحدثة`, `كارلو | بونتي حريمو`: say whether a word that begins with ب goes on from an unknown name at `head`, with its rest or an office behind it."""
        word, first, after = self.words[j], self.words[j - 1], self.words[j + 1] if j + 1 < limit else None
        if head is None or j - 1 != head or word.prep != "ب" or word.definite or len(word.stem) < 3 or first is None or first.definite or first.particle or first.verb or after is None:
            return False
        if j in self.mention_in or any(noun in known for noun in (word.stem, first.stem) for known in (common_nouns(), verbal_nouns(), speaking_nouns(), adjectives(), human_titles(), named_heads(), manner_nouns())) or word.stem.endswith(("ة", "ه", "ها", "ات")) or self.is_place(j):
            return False
        name = not (after.definite or after.particle or after.verb or after.prep or after.conj) and not any(after.stem in known for known in (common_nouns(), verbal_nouns(), speaking_nouns(), adjectives()))
        return name or after.definite and after.stem[2:] in human_titles()

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

    def _binds(self, j, preposition):
        """Say whether the word at j, of a noun phrase, is one that a preposition completes: صادر عن، مقرب من."""
        bare = self.words[j].stem.removeprefix("ال") if self.words[j] is not None else ""
        return preposition == "من" and bare in rule_words("close_to") or preposition == "علي" and bare in rule_words("informed") or preposition in ("عن", "من") and bare in rule_words("issued")

    def _names_body(self, head, j):
        """`وكالة الأمم المتحدة للهجرة`: a noun that bodies are called by stands before the mention that ends here."""
        word = self.words[head] if head is not None and j - head <= 4 else None
        return word is not None and not word.definite and word.stem in named_heads()

    def _complete(self, j):
        """Say whether the noun before token j is definite: an indefinite one in ا behind it is an object (`أصدرت الرابطة | بيانا`)."""
        before = self.words[j - 1]
        return before is not None and (before.definite or j - 1 in self.mention_in)

    def _is_circumstance(self, j):
        """`روحاني | موجها حديثه`: a participle in the accusative behind a person's name tells what he does."""
        stem = self.words[j].stem
        after = self.words[j + 1] if j + 1 < len(self.words) else None
        whose = after is not None and not after.prep and after.stem.endswith(("ه", "ها", "هم")) and self.words[j - 1] is not None and self.words[j - 1].definite
        if stem[-1] in "اة" and stem[:-1] in rule_words("in_a_mood"):
            # `علقت المتحدثة ليلى حداد | ساخرة على …`
            return not self.words[j].definite and (after is None or after.prep != "" or after.particle == "preposition") and self._ends_in_person(j)
        # `أضاف المدير | موجها كلامه إلى العمال`
        return stem[0] == "م" and len(stem) > 4 and stem.endswith(("ا", "اً")) and (self._ends_in_person(j) or whose)

    def _joins_field(self, head, j):
        """`وزارة الصحة والسكان`, `رئيس لجنة الأمن والدفاع`, `معهد الشرق للأبحاث ودراسة السياسات`: what a body is for has two parts, neither of which acts."""
        before, word = self.words[j - 1], self.words[j]
        bare = word.stem.removeprefix("ال")
        held = self.mention_in.get(j - 1)
        if held is not None and (held.kind == "demonym" and j - 2 > head or self.is_medium(held)):
            # `وكالة الأنباء السورية | والإعلام الحربي`
            return False
        if before is None or not before.definite or bare in human_titles() or bare in double_offices():
            return False
        if word.definite and bare in rule_words("ideal") and before.stem[2:] in rule_words("ideal") and self.words[j - 2] is not None and self.words[j - 2].stem in rule_words("party_head"):
            # `حزب العدل والبناء`
            return True
        purpose, of_two = before.prep == "ل" and j - 1 not in self.mention_in, any(self.words[k] is not None and self.words[k].stem.removeprefix("ال") in double_offices() for k in range(head, j - 1))
        if bare.endswith(("ون", "ين")) and bare not in common_nouns():
            # `وزارة الخارجية والمغتربين`: a plural in ين is no second subject.
            return of_two and word.definite and bare.endswith("ين")
        if not word.definite:
            # `وزارة الزراعة واستصلاح الأراضي`, `وزارة الخارجية وشؤون المغتربين`
            return (purpose or of_two and self.kinds[j + 1:j + 2] == [WORD] and self.words[j + 1].definite) and (bare in verbal_nouns() or bare in rule_words("affairs"))
        return purpose or of_two

    def _joins_adjective(self, head, j):
        """`الانتخابات الرئاسية | والبرلمانية`: a second adjective of the same noun."""
        before, word = self.words[j - 1], self.words[j]
        if j - 1 <= head or before is None or before.definite != word.definite or word.prep or before.prep:
            return False
        if not word.definite:
            # `مصادر عراقية | وغربية`, `نواب محليون | ودوليون`
            noun = word.stem in human_titles() or word.stem in rule_words("noun_in_iya") or word.stem in verbal_nouns() or word.stem in speaking_nouns()
            return not noun and any(before.stem.endswith(end) and word.stem.endswith(end) for end in ("ية", "يون"))
        return any(before.stem.endswith(end) and word.stem.endswith(end) for end in ("ي", "ية")) and not any(noun in human_titles() or noun in rule_words("noun_in_iya") for noun in (before.stem[2:], word.stem[2:]))

    def _joins_nationality(self, head, j):
        """`مصادر إيرانية | وعراقية`: a second nationality of the same noun without ال."""
        before, word = self.words[j - 1], self.words[j]
        if j - 1 <= head or before is None or before.definite != word.definite or word.prep:
            return False
        if word.definite:
            # `الإعلاميين العرب | والأتراك`
            return before.stem[2:] in adjectives() and word.stem[2:] in adjectives()
        return before.stem.endswith("ية") and word.stem.endswith("ية")

    def _ends_in_person(self, j):
        """Say whether a person's name ends right before token j: nothing in لل goes on from it."""
        held = self.mention_in.get(j - 1)
        return held is not None and held.kind in ("name", "new") and self.is_person(held)

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

    def sentence_end(self, i):
        """Return the token after the last of the sentence that holds token i."""
        return self.tokens.bounds[self.tokens.sentence_of[i]][1]

    def sentence_start(self, i):
        """Return the first token of the sentence that holds token i."""
        return self.tokens.bounds[self.tokens.sentence_of[i]][0]


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
