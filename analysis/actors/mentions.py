"""Find every place where an article names or means an actor: one pass over its tokens, the longest reading wins."""

import re
from functools import cache

from analysis.actors.calling import called_features
from analysis.actors.descriptions import describe, note, read_document
from analysis.actors.home import HEAD, home_of
from analysis.actors.institutions import read_institution
from analysis.actors.holders import read_owned, resolve_office
from analysis.actors.offices import AND, BY, read_office
from analysis.actors.newcomers import is_dotted_name, may_be_name, nationality_as_surname, new_namesake, new_subject, read_name, unlisted_first_name, unlisted_surname
from analysis.actors.scan import Found, Scan, cut_length, demonym_at, match_name
from analysis.actors.terms import definite, in_context, is_a, members
from analysis.cues import FINITE_CUES
from analysis.datelines import dateline_end
from analysis.records import Actor, Mention
from analysis.wordlists import rule_words
from analysis.words import WORD

_DATE = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?|\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Mentions(list):
    """The mentions of an article in text order, not overlapping, with what else was found on the way.

    tokens      (first, last + 1) token of each mention
    introduced  id → Actor whom the text introduces and the registry does not know
    issuers     token of a document (`البيان`) → the actor for whom it speaks
    """

    def __init__(self, rows=(), tokens=(), introduced=None, issuers=None, called=None):
        super().__init__(rows)
        self.tokens, self.introduced, self.issuers = list(tokens), introduced or {}, issuers or {}
        self._called = called or {}

    def features(self, mention):
        """Return (gender, number) with which a verb or pronoun agrees here (`قال البيان`, `قالت الوزارة`); None where nobody says."""
        return self._called.get(mention.start, (None, None))


def find_mentions(article, sentences, tokens, registry):
    """Return the article's Mentions.

    Kinds: name, title (office without name), metonym, demonym, description (`المجلس` for the one named last) and new (an actor
    who is in no list). A mention's span leaves out proclitics. Pronouns are left to attribution.

        >>> from analysis.actors import load_registry
        >>> from analysis.segment import segment
        >>> from analysis.text import article_from_text
        >>> from analysis.words import tokenize
        >>> a = article_from_text("قال الرئيس الروسي فلاديمير بوتين إن موسكو تدعم الخطة التركية.")
        >>> s = segment(a)
        >>> [(m.text, m.actor, m.kind) for m in find_mentions(a, s, tokenize(a, s), load_registry())]
        [('الرئيس الروسي فلاديمير بوتين', 'putin', 'name'), ('موسكو', 'russia', 'metonym'), ('التركية', 'turkey', 'demonym')]
    """
    scan = Scan(tokens, registry, iso_date(article.date))
    scan.home = scan.main_state = home_of(scan, article.outlet)
    _read_all(scan)
    rows, mentions, called = merge(scan), [], {}
    rows = _surnames_in_headline(scan, rows, sentences)
    for found in rows:
        actor = scan.actor(found.actor)
        mention = _mention(article, sentences, scan, found, actor)
        mentions.append(mention)
        called[mention.start] = called_features(scan, found.first, actor)
    meant = {mention.actor for mention in mentions} | set(scan.issuers.values())
    introduced = {i: actor for i, actor in scan.introduced.items() if i in meant}
    return Mentions(mentions, [(found.first, found.last) for found in rows], introduced, scan.issuers, called)


def _read_all(scan):
    """Go through the tokens once; the memory fills with what is found."""
    keys, every, local, alone = scan.keys, scan.known, scan.local, _name_openers(scan.registry.given)
    last = 0
    for sentence, (first, n) in enumerate(scan.tokens.bounds):
        scan.n = n
        body = dateline_end(scan.tokens, first, n) if sentence < HEAD else first
        for i, known, key in zip(range(first, n), every[first:n], keys[first:n]):
            if known is None and key not in local and key not in alone or i < last:
                continue
            if known is None or known.seconds is None or i + 1 < n and keys[i + 1] in known.seconds or key in local or key in alone:
                found = read(scan, i, known)
                if found is not None:
                    if i >= body:
                        note(scan, found)
                    else:
                        # `دبي، الإمارات العربية المتحدة (CNN)-- طالب … السلطات`: not those of the dateline.
                        scan.rows.append(found)
                    last = found.last


def _learn_own_name(scan, office, listed):
    """`رئيس لجنة مكافحة الفساد سالم الزعابي`, listed as one name: the words behind the office that make a name are the person's own."""
    last = listed.last
    if office.last >= last or listed.cut or scan.type(listed.actor) != "person":
        return
    first = next((k for k in range(office.last, last - 1) if may_be_name(scan, k, False) and read_name(scan, k) == last), None)
    if first is not None and match_name(scan, first) is None:
        scan.call(listed.actor, tuple(scan.keys[first:last]))


@cache
def _name_openers(given):
    """Return the words with which a name of which nothing else is known can begin: the given names, and words with dots."""
    return given.union(members("dotted_name"), members("dotless_name"))


def read(scan, i, known):
    """Return the Found of the longest reading at token i, or None."""
    if i in scan.kept:
        return scan.kept[i]
    best = match_name(scan, i, known) if known is None or known.names or scan.local else None
    if best is not None and best.kind == "place":
        best = None
    if best is not None and best.last == i + 1 and not best.cut and scan.type(best.actor) == "person":
        best = unlisted_first_name(scan, i, best) or unlisted_surname(scan, i, best) or best
    if best is None and (scan.keys[i] in scan.registry.given or is_dotted_name(scan, i)):
        best = new_namesake(scan, i) or (known is None or not known.titles) and new_subject(scan, i) or None
    if known is None:
        return best
    if known.owned and best is None:
        return read_owned(scan, i, known)
    if known.titles and not _is_attribute(scan, i, known):
        office = read_office(scan, i, known)
        if office and best is not None:
            _learn_own_name(scan, office, best)
        found = office and (best is None or office.last >= best.last or scan.type(best.actor) == "person") and resolve_office(scan, i, known, office)
        if found and (best is None or found.last > best.last and (found.kind != "new" or found.last > best.last + 1)):
            best = found
    if known.nouns or known.bare:
        found = read_institution(scan, i, known)
        if found and (best is None or found.last > best.last):
            best = found
    if best is not None and scan.type(best.actor) == "medium" and not scan.prefix(best.last if best.last < scan.n else i):
        # `وكالة أنباء الأناضول التركية`
        after = demonym_at(scan, best.last)
        if after is not None and after[0].definite:
            best = best._replace(last=after[1])
    if best is not None:
        return None if best.kind == "metonym" and _is_place(scan, i, best) else best
    adjective = demonym_at(scan, i)
    if adjective is not None and not adjective[0].needs:
        demonym, last = adjective
        if last == i + 1 and (named := nationality_as_surname(scan, i, demonym)) is not None:
            return named
        people = demonym.number == "p" and demonym.gender == "m" and scan.type(demonym.actor) == "state" and (scan.registry.people_parties.get(demonym.actor) == "civilians" or _is_crowd(scan, i, last))
        return Found(i, last, _people(scan, i, demonym.actor) if people else demonym.actor, "demonym", known.cut)
    if known.nouns and known.nouns[-1].scope == "document":
        read_document(scan, i, known)
    return describe(scan, i, known)


def _is_attribute(scan, i, known):
    """`القوات | المسلحة`, `الجناح المسلح`, `المكتب الإعلامي`: behind a noun with ال one fighter, or what is of the press and no name follows, with ال is its adjective."""
    title = known.titles[0]
    if known.cut or title.number != "s" or not title.definite or title.tail or title.kind != "fighters" and not is_a(known.key, "press_adjective"):
        return False
    if title.kind != "fighters" and (title.gender == "f") != scan.keys[i - 1].endswith("ة") or title.kind != "fighters" and i + 1 < scan.n and may_be_name(scan, i + 1, False):
        return False
    return i > scan.tokens.bounds[scan.tokens.sentence_of[i]][0] and definite(scan.keys[i - 1]) and scan.kinds[i - 1] == WORD


def _is_place(scan, i, found):
    """`في موسكو`, `العاصمة الروسية موسكو`: the city, not the state."""
    if scan.type(found.actor) != "state":
        return False
    known = scan.words[scan.keys[i]]
    if known.cut and known.prefix[-1] == BY:
        return True
    if i > 0 and in_context(scan.keys[i - 1], "venue") and not _with_another(scan, found.last):
        # `اتفاق باريس للمناخ`, `قمة هلسنكي`: where it was signed or held.
        return True
    return i > 0 and in_context(scan.keys[i - 1], "locative") or i > 1 and in_context(scan.keys[i - 2], "locative") and scan.words[scan.keys[i - 1]] is not None and bool(scan.words[scan.keys[i - 1]].demonym)


def _with_another(scan, k):
    """`اتفاق موسكو | وأنقرة`, `اتفاق طهران | مع الغرب`, `اتفاق طهران | النووي`: say whether token k makes the city before it one side of the agreement."""
    if k >= scan.n or scan.kinds[k] != WORD:
        return False
    known = scan.words[scan.keys[k]]
    return is_a(scan.keys[k], "party_to") or known is not None and scan.prefix(k) == AND and bool(known.names)


def _is_crowd(scan, i, last):
    """`عشرات | العراقيين`, `الطلاب | العراقيين`, `العراقيين | المحتجين`: say whether people of a country are counted, or are what no state's servants are."""
    first = scan.tokens.bounds[scan.tokens.sentence_of[i]][0]
    before = i > first and scan.kinds[i - 1] == WORD and (in_context(scan.keys[i - 1], "counted") or in_context(scan.keys[i - 1], "populace"))
    among = i - 1 > first and scan.keys[i - 1] == "من" and in_context(scan.keys[i - 2], "counted")
    return before or among or last < scan.n and is_a(scan.keys[last], "populace")


def _people(scan, i, state):
    """Return the actor of `السوريون`: the people of a state whose party is its government."""
    party = scan.registry.people_parties.get(state) or "civilians"
    return scan.introduce(Actor(f"{state.removesuffix('_government')}_people", party, scan.phrase(i, i + 1), type="group", gender="m", number="p"))


def merge(scan):
    """Join neighbouring mentions of one actor (`ترامب، الرئيس`) only where the second is the first's name; return all in order."""
    rows, sentence_of = [], scan.tokens.sentence_of
    for found in scan.rows:
        last = rows[-1] if rows else None
        if last and last.actor == found.actor and last.last == found.first and sentence_of[last.first] == sentence_of[found.first] and found.kind in ("name", "new") and not found.cut and last.kind != "demonym":
            rows[-1] = Found(last.first, found.last, found.actor, "name", last.cut)
        else:
            rows.append(found)
    return rows


MOST_HALVES = 4
"""In how many sentences of a headline surnames are looked for."""


def _surnames_in_headline(scan, rows, sentences):
    """`العياري يتهم الحكومة.. والنصار: …`, `النائب العياري: …` above `سليم العياري`: return the rows with the surnames of the headline as the one person of that name further down."""
    halves = [bounds for bounds, sentence in zip(scan.tokens.bounds, sentences) if not sentence.paragraph][:MOST_HALVES]
    n = halves[-1][1] if halves else 0
    bearers, held, same, more = {}, {k: found for found in rows for k in range(found.first, found.last) if k < n}, {}, []
    for found in rows:
        if found.last - found.first > 1 and found.first >= n and found.kind in ("name", "new") and scan.type(found.actor) == "person":
            bearers.setdefault(scan.keys[found.last - 1], set()).add(found.actor)
    for first, last in halves:
        for k in range(first, last):
            joined = k == first > 0 and scan.keys[k][0] == "و" and scan.keys[k] not in bearers
            known = bearers.get(scan.keys[k][joined:], ())
            if len(known) == 1 and scan.kinds[k] == WORD:
                more += _surname_at(scan, first, k, last, next(iter(known)), held, same, joined)
    rows = [Found(found.first, found.last, same[found.actor], "name", found.cut) if found.actor in same else found for found in rows]
    return sorted(more + rows, key=lambda found: found.first) if more else rows


def _surname_at(scan, first, k, last, bearer, held, same, joined):
    """Return the row of a surname at token k of a half of the headline, which is tokens first … last - 1, or none where it is no name there; note in `same` who was introduced by it."""
    if k in held:
        if held[k].actor in scan.introduced and " " not in scan.introduced[held[k].actor].name:
            # `اللواء سالمي: …`, whom the headline introduced by his rank
            same[held[k].actor] = bearer
        return []
    if k > first and k - 1 not in held and (known := scan.words[scan.keys[k - 1]]) is not None and any(title.definite and title.number == "s" for title in known.titles):
        return [Found(k - 1, k + 1, bearer, "name", known.cut)]
    if k == first + 1 and k - 1 not in held and scan.keys[first] in rule_words("majesty"):
        # `سعادة الكواري: …`
        return [Found(first, k + 1, bearer, "name", 0)]
    if k == first + 2 and scan.tokens.forms[k - 1] == "." and len(scan.keys[first]) == 1:
        # `د. حداد: …`
        return [Found(k, k + 1, bearer, "name", 0)]
    if k == first and k + 1 < last and (scan.tokens.forms[k + 1] == ":" or scan.keys[k + 1][0] in "يت" and FINITE_CUES[scan.keys[k + 1]]):
        return [Found(k, k + 1, bearer, "name", int(joined))]
    return []


def _mention(article, sentences, scan, found, actor):
    tokens = scan.tokens
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    if found.cut:
        start += cut_length(tokens.forms[found.first], scan.keys[found.first], found.cut)
    sentence = sentences[tokens.sentence_of[found.first]].sentence_id
    return Mention(article.article_id, sentence, start, end, article.text[start:end], found.actor, actor.party, found.kind)


def iso_date(date):
    """Return the ISO day of an article's date (`2018-05-12`, `Sat, 12 May 2018 03:26:15 +0400`), or None.

        >>> iso_date("Sat, 12 May 2018 03:26:15 +0400"), iso_date("2017-01-01T10:00"), iso_date(None)
        ('2018-05-12', '2017-01-01', None)
    """
    found = _DATE.search(date) if date else None
    if found is None:
        return None
    if found[1]:
        return f"{found[1]}-{found[2]}-{found[3] or '01'}"
    return f"{found[6]}-{_MONTHS.index(found[5]) + 1:02d}-{int(found[4]):02d}"
