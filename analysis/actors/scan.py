"""The state of one article's reading: its tokens, and whom it has named so far."""

from functools import lru_cache
from typing import NamedTuple

from analysis.actors.lookup import LENGTHS, MARKS, Demonym, demonym_endings
from analysis.actors.spelling import joined_variants, name_keys
from analysis.actors.terms import contexts, definite, in_context, is_a, members, nouns, without_article
from analysis.records import Actor
from analysis.text import MARKS as HARAKAT
from analysis.wordlists import WORDS, name_links, without_li
from analysis.words import LATIN, QUOTE, WORD

class Found(NamedTuple):
    """Someone named at the tokens first … last - 1. `cut` is how many letters of proclitics come before."""

    first: int
    last: int
    actor: str
    kind: str
    cut: int = 0


class Scan:
    """Reading one article: `keys`, `kinds` and `words` of its tokens, and the memory of what was named.

    n           the token after the last of the sentence that is read: no name goes beyond it
    rows        Found so far, in text order
    introduced  id → Actor of those whom the registry does not know
    local       first word → [(other words, actor)] of the names that the text introduces
    seen        ids named so far; recent: head noun (وزير, مجلس) → the actor last called so; presides: those by which a president was called;
                own: (head noun, office) → the person whom the text names with it and no state
    incumbents  (office, institution) → the person whom the text puts there
    issuers     token of a document → the actor for whom it speaks; last_role: the office named last (نظيره);
                main_state: the state named most so far, or home: the state whose own agency sends the report
    kept        token → the Found that an earlier phrase has read there (`الوزيران السوري سامي حداد | والأردني كريم نصار`)
    """

    __slots__ = ("tokens", "keys", "kinds", "n", "registry", "words", "date", "rows", "introduced", "local", "seen", "recent", "presides", "own", "incumbents", "issuers", "kept", "last_role", "main_state", "home", "_states", "_evidence", "_dotless", "_known", "_told", "depth")

    def __init__(self, tokens, registry, date=None):
        self.tokens, self.keys, self.kinds, self.n = tokens, tokens.keys, tokens.kinds, len(tokens)
        self.registry, self.words, self.date = registry, registry.words, date
        self.rows, self.introduced, self.local, self.seen = [], {}, {}, set()
        self.recent, self.presides, self.own, self.incumbents, self.issuers, self.kept, self._evidence, self.depth = {}, set(), {}, {}, {}, {}, None, 0
        self.last_role = self.main_state = self.home = None
        self._states, self._dotless, self._known, self._told = {}, None, None, None

    @property
    def known(self):
        """What each token may be: its Known or None."""
        if self._known is None:
            self._known = list(map(self.words.__getitem__, self.keys))
        return self._known

    def actor(self, actor_id):
        """Return the Actor of an id, whether the registry or the text introduced it."""
        return self.registry.actors.get(actor_id) or self.introduced.get(actor_id)

    def party(self, actor_id):
        """Return the party of an actor."""
        actor = self.actor(actor_id)
        return actor.party if actor else actor_id

    def type(self, actor_id):
        """Return the source type of an actor, or None."""
        actor = self.actor(actor_id)
        return actor.type if actor else None

    @property
    def writes_dotless(self):
        """Whether the text writes a last ى without dots, as most do, so that علي is no preposition: it has على, or nowhere الي or حتي."""
        if self._dotless is None:
            self._dotless = "على" in self.tokens.forms or not any(key in members("dotless_preposition") and form.endswith("ي") for form, key in zip(self.tokens.forms, self.keys))
        return self._dotless

    def phrase(self, first, last):
        """Return the text of the tokens first … last - 1 without the proclitics of the first."""
        known, words = self.words[self.keys[first]], self.tokens.words(first, last)
        return without_li(words[cut_length(self.tokens.forms[first], self.keys[first], known.cut):] if known is not None and known.cut else words)

    def prefix(self, i):
        """Return the proclitics that stand before the known word at token i, "" where there are none."""
        known = self.words[self.keys[i]]
        return known.prefix if known is not None else ""

    def introduce(self, actor):
        """Take up an actor whom the text introduces; return its id. A person is found again by surname or full name."""
        if actor.id not in self.registry.actors and actor.id not in self.introduced:
            self.introduced[actor.id] = actor
            if actor.type == "person" and actor.name:
                self.call(actor.id, name_keys(actor.name))
        return actor.id

    def call(self, actor_id, keys):
        """From here on the text means this person by a full name, given as its folded words, and by its surname."""
        for form in (*joined_variants(keys), *surnames(keys)):
            self.local.setdefault(form[0], []).append((form[1:], actor_id))

    def call_again(self, actor_id):
        """Let a body be meant by the head noun of its name alone (`المرصد`), a group by that of any of its names (`جماعة الحوثي`)."""
        actor = self.actor(actor_id)
        if actor is None or actor.type == "state":
            return
        for lemma in _head_nouns((actor.name,)):
            self.recent[lemma] = actor_id
        for lemma in _head_nouns(actor.aliases) if actor.type == "group" else ():
            # Who is called so in the text itself goes before one who only may be.
            self.recent.setdefault(lemma, actor_id)

    def names_party(self, actor_id):
        """Say whether the article names a state or party by an unconditional name, a capital or a demonym."""
        if self._evidence is None:
            found = set()
            for known in self.known:
                if known is not None and known.sure:
                    found.update(known.sure)
            found.update(self._longer_names())
            found.update(self.registry.party_of(a) for a in tuple(found))
            self._evidence = found
        return self.registry.now(actor_id) in self._evidence

    def _longer_names(self):
        """Yield the actors that the article names by an unconditional name of several words."""
        here, every = self.n, self.known
        for first, self.n in self.tokens.bounds:
            for i, known in enumerate(every[first:self.n - 1], first):
                if known is not None and known.longer and (known.seconds is None or self.keys[i + 1] in known.seconds):
                    following = self.keys[i + 1]
                    marked = following in MARKS or self.kinds[i + 1] == QUOTE
                    for name in known.longer.get(None if marked else following, ()):
                        if match_tail(self, i + 1, name.tail):
                            yield name.actor
        self.n = here

    def count_state(self, actor_id):
        """Count a mention of a state; `main_state` is the one named most so far."""
        count = self._states[actor_id] = self._states.get(actor_id, 0) + 1
        if self.home is None and count > self._states.get(self.main_state, 0):
            self.main_state = actor_id

    def clear_state(self):
        """Return the home of the article, else the state that it is about so far; where none is named yet, or another more than half as often, whose head it names by his bare title, or None."""
        main = self.main_state
        if self.home is not None:
            return main
        if main is not None and not self._only_by_capital(main) and all(2 * n <= self._states[main] for state, n in self._states.items() if state != main):
            return main
        if self._told is None:
            from analysis.actors.home import home_told

            self._told = home_told(self) or ""
        return self._told or None

    def _only_by_capital(self, state):
        """Say whether an earlier sentence has named a state by its capital (`رسالة إلى أنقرة`) and nothing has named it otherwise so far."""
        named = [found for found in self.rows if found.actor == state]
        return len(named) == 1 and named[0].kind == "metonym" and named[0].last <= self.tokens.bounds[self.tokens.sentence_of[self.n - 1]][0]

    def before(self, i):
        """Return the last token before i that is no quotation mark or opening parenthesis, or −1."""
        j = i - 1
        while j >= 0 and (self.kinds[j] == QUOTE or self.keys[j] == "("):
            j -= 1
        return j

    def after_marks(self, j, comma=True):
        """Return the next token from j that is no mark which may stand between a title and a name, and no short title (`النائب | د. فهد العازمي`)."""
        while j < self.n and (self.kinds[j] == QUOTE or comma and self.keys[j] in ("،", ",", "(")):
            j += 1
        return j + 2 if comma and j + 2 < self.n and self.keys[j + 1] in (".", "/") and in_context(self.keys[j], "short_title") else j


@lru_cache(4096)
def _head_nouns(names):
    """Return the lemmas of the nouns in the singular with which names begin.

        >>> sorted(_head_nouns(("طالبان", "حركة طالبان", "مقاتلو طالبان")))
        ['حركة']
    """
    firsts = (nouns().get(name_keys(name)[0]) for name in names)
    return frozenset(found[-1].lemma for found in firsts if found and found[-1].number == "s")


def surnames(keys):
    """Yield the forms by which a full name is repeated: its last word, with the particles before it.

        >>> list(surnames(("عمر", "ابو", "خضير"))), list(surnames(("سامي", "حداد")))
        ([('ابو', 'خضير'), ('ابوخضير',)], [('حداد',)])
    """
    i = len(keys) - 1
    if i < 1:
        return
    while i > 1 and "name_particle" in contexts().get(keys[i - 1], ()):
        i -= 1
    yield from joined_variants(keys[i:])


def match_tail(scan, j, tail):
    """Return the token after a name's other words, read from token j, or None. Marks between them are passed over."""
    keys, kinds, n = scan.keys, scan.kinds, scan.n
    for key in tail:
        while j < n and keys[j] != key:
            if kinds[j] != QUOTE and keys[j] not in MARKS:
                return None
            j += 1
        if j >= n:
            return None
        j += 1
    return j


def match_name(scan, i, known=None):
    """Return the Found of the longest name that begins at token i and whose conditions hold, or None."""
    keys = scan.keys
    known = known or scan.words[keys[i]]
    key = known.key if known else keys[i]
    best = None
    for tail, actor_id in scan.local.get(key, ()) if scan.local else ():
        end = match_tail(scan, i + 1, tail)
        if end and (best is None or end > best.last):
            best = Found(i, end, actor_id, "name", known.cut if known else 0)
    if known is None or not known.names:
        return best
    following = keys[i + 1] if i + 1 < scan.n else None
    marked = following in MARKS or i + 1 < scan.n and scan.kinds[i + 1] == QUOTE
    for name in known.names if marked else known.by_second.get(following) or known.by_second[None]:
        if best is not None and i + 1 + len(name.tail) <= best.last:
            break
        end = match_tail(scan, i + 1, name.tail) if name.tail else i + 1
        if end and (name.actor in scan.registry.dated and not _valid(scan, name.actor) or _of_sport(scan, key, end) or _of_longer_party(scan, name.actor, end)):
            continue
        if end and (not name.needs or any(holds(scan, i, end, name.actor, need) for need in name.needs)):
            return _heir(scan, Found(i, _through_mark(scan, i, end) if name.tail else end, name.actor, name.kind, known.cut))
    return best


def _of_sport(scan, key, end):
    """`الاتحاد الأفريقي | لكرة القدم`: say whether a union's name goes on at token `end` to be that of a sport's union."""
    return end < scan.n and key.endswith("اتحاد") and is_a(scan.keys[end], "of_sport")


def _of_longer_party(scan, actor_id, end):
    """`حزب النهضة | والتنمية`, `حزب الإصلاح | والعدالة`: say whether a party's name goes on at token `end` with what another party stands for."""
    return end < scan.n and scan.keys[end].startswith("وال") and scan.type(actor_id) == "group" and is_a(scan.keys[end][1:], "party_aim")


def _heir(scan, found):
    """`ترامب الابن`, `دونالد ترامب جونيور`: behind a known person's name the word for a son makes it the son's, who is an actor of his own."""
    if found.last >= scan.n or not is_a(scan.keys[found.last], "heir") or scan.type(found.actor) != "person":
        return found
    heir = f"{found.actor}_junior"
    if scan.actor(heir) is None:
        father = scan.actor(found.actor)
        scan.introduced[heir] = Actor(heir, "unaffiliated", scan.tokens.words(found.first, found.last + 1), type="person", gender=father.gender, number="s")
    return found._replace(last=found.last + 1, actor=heir, kind="new")


def _valid(scan, actor_id):
    """Say whether an actor's names hold on the article's date; without a date they do."""
    actor = scan.registry.actors[actor_id]
    return scan.date is None or (actor.valid_from or "") <= scan.date and (actor.valid_to is None or scan.date[:len(actor.valid_to)] <= actor.valid_to)


def _through_mark(scan, i, end):
    """Take in the closing mark of a quotation that opens inside a name: `وكالة «فارس»`."""
    if end < scan.n and scan.kinds[end] == QUOTE and sum(scan.kinds[k] == QUOTE for k in range(i, end)) % 2:
        return end + 1
    return end


def holds(scan, i, end, actor_id, need):
    """Say whether one condition of a name holds for the tokens i … end - 1.

    A condition is `quoted`, `seen` (the actor was named before, or a title or first name stands before), `party` (the article
    names its party otherwise), `headline` (first sentence), `composed` (never alone), `home` (the report comes from it), an actor's id (the article names it), or a
    class of contexts.tsv to which the word before belongs; `!` before it turns it round, `&` joins two that must both hold.
    """
    if "&" in need:
        return all(holds(scan, i, end, actor_id, part) for part in need.split("&"))
    if need.startswith("!"):
        return not holds(scan, i, end, actor_id, need[1:])
    if need == "quoted":
        return i > 0 and end < scan.n and scan.kinds[i - 1] == QUOTE and scan.kinds[end] == QUOTE
    if need == "seen":
        # `الرئيس السوداني` is of Sudan, not the Iraqi of that surname.
        return actor_id in scan.seen or scan.words[scan.keys[i]].demonym is None and _called_so(scan, i, end, actor_id)
    if need == "headline":
        return scan.tokens.sentence_of[i] == 0 and (end > i + 1 or not _has_namesake(scan, i, actor_id))
    if need == "party":
        return scan.names_party(scan.party(actor_id))
    if need == "composed":
        return False
    if need == "home":
        return scan.home == scan.registry.now(actor_id)
    if scan.registry.now(need) in scan.registry.actors:
        # The home of a report is named by its dateline.
        return scan.names_party(need) or scan.home == scan.registry.now(need)
    j = scan.before(i)
    return j >= 0 and in_context(scan.keys[j], need)


def _called_so(scan, i, end, actor_id):
    """Say whether the title before a surname can be its listed bearer's.

    Not one of the other gender (`السيدة رسول`), nor a soldier's before a politician's name (`العقيد المالكي`); a surname is no surname
    where a name that nothing knows follows (`السيد رسول أوغلو`), nor this bearer's where the text has named another (`تركي المالكي`).
    """
    from analysis.actors.newcomers import unknown_surname

    titles = [title for title in _titles_before(scan, i) if title.kind in ("office", "rank") and not title.tail]
    titles = [title for title in titles if title.gender == scan.actor(actor_id).gender and not (is_a(title.lemma, "soldier") and _is_politician(scan, actor_id))]
    return bool(titles) and not unknown_surname(scan, end) and not _first_of_another(scan, i, end) and not any(name.actor in scan.seen for name in scan.words[scan.keys[i]].names if not name.tail and end == i + 1)


def _has_namesake(scan, i, actor_id):
    """`حداد: …` above `كريم حداد`: say whether the text gives a surname of its headline with the first name of somebody other than its listed bearer."""
    keys, key = scan.keys, scan.words[scan.keys[i]].key
    return any(keys[k] == key and keys[k - 1] in scan.registry.first_names and not WORDS[keys[k - 1]].particle and not any(name.actor == actor_id for name in scan.registry.names.get(keys[k - 1], ())) for k in range(i + 1, len(keys)))


def _first_of_another(scan, i, end):
    """`الشيخ صالح | العمران`, `الدكتور صالح | بن فهد`: say whether a surname that is a first name too goes on to be the name of somebody whom no list knows."""
    from analysis.actors.newcomers import may_be_name

    if scan.keys[i] not in scan.registry.first_names or end >= scan.n or scan.kinds[end] != WORD:
        return False
    key = scan.keys[end]
    return key in name_links() or definite(key) and scan.words[key] is None and may_be_name(scan, end, True)


def _titles_before(scan, i):
    j = scan.before(i)
    known = scan.words[scan.keys[j]] if j >= 0 else None
    return known.titles if known is not None else ()


def _is_politician(scan, person):
    """Say whether a listed person holds the office of a minister or head of government."""
    return any(office.endswith("minister") for office, *_ in scan.registry.offices.get(person, ()))


def demonym_at(scan, j):
    """Return (the Demonym at token j, the token after it), or None. `الكوري الشمالي` and `جنوب أفريقي` take two tokens."""
    known = scan.words[scan.keys[j]] if j < scan.n else None
    if known is None:
        return None
    for name in known.names if known.pair else ():
        end = match_tail(scan, j + 1, name.tail) if name.kind == "demonym" else None
        if end:
            return Demonym(known.key, name.actor, "m", "s", definite(known.key), ()), end
    found = known.demonym
    if found is None or known.foreign or _is_dotless_noun(scan, j, known):
        return None
    second = without_article(scan.keys[j + 1]) if found.needs and j + 1 < scan.n else ""
    for n in LENGTHS if second else ():
        if second[-n:] in demonym_endings() and (found.stem, second[:-n]) in scan.registry.pairs:
            return found._replace(actor=scan.registry.pairs[(found.stem, second[:-n])], needs=()), j + 2
    return found, j + 1


def _is_dotless_noun(scan, j, known):
    """`مجرى النهر` is no Hungarian: say whether token j is a noun in ى that is read like a demonym in ي; with ال only where the text writes ي with its dots."""
    return is_a(known.key, "dotless_noun") and scan.tokens.forms[j].endswith("ى") and (not known.demonym.definite or "في" in scan.tokens.forms)


def cut_length(form, key, n):
    """Return how many code points of a written form its first n letters take; `لل` stays whole, for its second ل is the article's."""
    if key.startswith("لل", n - 1):
        return n - 1
    at = 0
    for _ in range(n):
        at += 1
        while at < len(form) and (HARAKAT.match(form, at) or form[at].isspace()):
            at += 1
    return at


def is_word(scan, j):
    """Say whether token j is an Arabic or Latin word."""
    return j < scan.n and scan.kinds[j] in (WORD, LATIN)


def home(scan, key, actors):
    """Return the id of the state that `بلاده` or `بلدها` means: that of the first person among actors with the pronoun's gender, or None."""
    wanted = "f" if key.endswith("ها") else None if key.endswith(("هم", "هما", "نا", "ي")) else "m"
    for actor_id in actors:
        actor = scan.actor(actor_id)
        if actor is not None and actor.type == "person" and actor.party in scan.registry.states and wanted in (None, actor.gender):
            return scan.registry.states[actor.party]
    return None
