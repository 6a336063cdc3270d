"""Definite descriptions: `المجلس`, `الحركة`, `النظام`, `المعارضة`, `العدو` mean the actor that was called so last."""

from functools import cache

from analysis.actors.holders import call_by
from analysis.actors.institutions import compose, heads, stands_alone
from analysis.actors.newcomers import is_verb
from analysis.actors.scan import Found, demonym_at, match_tail
from analysis.actors.terms import ARTICLE, MINISTRY, in_context, is_a, portfolios, titles, without_article
from analysis.cues import CUE_READINGS, FINITE, according
from analysis.text import fold
from analysis.wordlists import adjectives, known_nouns, particles
from analysis.words import COMMAS

DEFAULTS = (("regime", "syrian_government", "assad_regime"), ("opposition", "syrian_opposition", "syrian_opposition"), ("opposition", "syrian_government", "syrian_opposition"),
            ("coalition", "houthis", "arab_coalition"), ("coalition", "isis", "international_coalition"), ("observatory", "syrian_government", "sohr"))
"""What a noun means in an article that names a party, where nobody else was called so: النظام in an article about Syria."""


RELATIVES = ("الذي", "التي")


def describe(scan, i, known):
    """Return the Found of a definite noun that stands alone for an actor named before, or None."""
    if not known.nouns:
        return _ministry(scan, i, known) if known.bare else None
    noun = known.nouns[-1]
    if not noun.definite or noun.tail or noun.scope in ("document", "people", "force", "none") or noun.role == "state" or noun.scope == "state" and noun.number == "p":
        return None
    if i and in_context(known.key, "signed") and scan.keys[i - 1].lstrip("و").startswith((ARTICLE, "لل", "بال")):
        # `الاتفاق النووي | الموقع مع إيران`: no site.
        return None
    if is_a(known.key, "council") and i + 1 < scan.n and _definite_adjective(scan.keys[i + 1]):
        # `المجلس | الأعلى للانقلابيين`: another council's name.
        return None
    actor = scan.recent.get(noun.lemma) or _default(scan, i, noun)
    if actor and (is_a(known.key, "union") and _other_union(scan, i, actor) or noun.scope == "private" and _other_party(scan, i, actor)):
        return None
    return actor and Found(i, i + 1, actor, "description", known.cut)


def _other_union(scan, i, actor):
    """`الاتحاد | الدولي للصحفيين` in an article about the European Union: say whether the adjective behind a union is none of the actor's name."""
    after = scan.keys[i + 1] if i + 1 < scan.n else ""
    return after.startswith(ARTICLE) and after.endswith("ي") and not _is_named(scan, actor, after)


def _other_party(scan, i, actor):
    """`الحزب | الحر`, `الحركة | الاجتماعية`: say whether the adjective behind a party, as parties have in their names, is none of the actor's name."""
    after = scan.keys[i + 1] if i + 1 < scan.n else ""
    return after.startswith(ARTICLE) and is_a(without_article(after), "party_colour") and not _is_named(scan, actor, after)


def _is_named(scan, actor, key):
    """Say whether a folded word is one of an actor's names."""
    named = scan.actor(actor)
    return any(key in fold(name).split() for name in (named.name, *named.aliases))


def _definite_adjective(key):
    bare = key.removeprefix(ARTICLE)
    return bare != key and (bare.endswith("ي") or bare in adjectives())


def _ministry(scan, i, known):
    """`قالت الخارجية`, `قالت "الخارجية"`, `باسم الداخلية`: the ministry named last, else that of the state which the article is about."""
    role = next((role for tail, role, bare in portfolios()[without_article(known.key)] if bare == "alone" and not tail), None)
    before = scan.before(i)
    if role is None or before < 0 or not (is_a(scan.keys[before], "on_behalf") or is_verb(scan, before) or _within(scan, i)):
        return None
    seat = scan.main_state and scan.registry.seat(scan.main_state, f"{role}_ministry")
    actor = scan.recent.get(f"{role}_ministry") or seat in scan.registry.actors and seat
    if not actor and scan.home is not None and (head := next((h for h in heads(scan, i, known) if h.role == f"{role}_ministry"), None)):
        # `الكويت - كونا: دانت (الخارجية) الهجوم`
        actor = compose(scan, head, scan.home, scan.phrase(i, i + 1))
    return Found(i, i + 1, actor, "description", known.cut) if actor else None


def _within(scan, i):
    """`مصدر | بالخارجية`, `مسؤول في | الخارجية`: say whether somebody stands before the preposition who is in the ministry at token i."""
    before = i - 1 if scan.prefix(i) == "ب" else i - 2 if scan.keys[i - 1] == "في" else -1
    return before >= 0 and in_context(scan.keys[before], "insider")


def _default(scan, i, noun):
    about = scan.clear_state() if noun.role == "regime" else None
    for role, party, actor in DEFAULTS:
        # `النظام` in an article about Iran that names Syria too is Iran's.
        if noun.role == role and scan.names_party(party) and (about is None or scan.registry.now(about) == scan.registry.now(party)):
            return scan.registry.now(actor)
    state = stands_alone(scan, i, i + 1, noun) and (scan.main_state if noun.scope == "state" else scan.clear_state())
    return compose(scan, noun, state, scan.phrase(i, i + 1)) if state else None


def note(scan, found):
    """Enter what was found into the article's memory: who was named, and by which head noun it can be called again."""
    scan.rows.append(found)
    actor = scan.actor(found.actor)
    if actor is None:
        return
    scan.seen.add(found.actor)
    if actor.type == "state":
        scan.count_state(found.actor)
    known = scan.words[scan.keys[found.first]]
    if actor.type == "person":
        if found.kind == "name" and found.last - found.first > 1:
            _note_surname(scan, found)
        _note_offices(scan, found.actor, actor.gender)
    elif found.kind != "demonym" and known is not None:
        if known.nouns or known.bare:
            scan.recent[known.nouns[-1].lemma if known.nouns else MINISTRY] = found.actor
            if actor.party != found.actor and scan.type(actor.party) == "group":
                # `وفد حماس` … `الحركة`
                scan.call_again(actor.party)
        elif actor.type == "group" and found.kind == "name":
            # `داعش` … `التنظيم`
            scan.call_again(found.actor)
        elif known.titles and found.kind == "name":
            scan.recent[known.titles[-1].lemma] = found.actor


def _note_surname(scan, found):
    """Let a person whom the text names in full, in whichever spelling, be called by the last word of it, where nobody else is."""
    key = scan.keys[found.last - 1]
    if not scan.registry.given.isdisjoint(scan.keys[found.first:found.last - 1]) and key.isalpha() and len(key) > 2 and key not in particles() and key not in scan.local and key not in known_nouns() and key not in adjectives() and not any(not name.tail for name in scan.registry.names.get(key, ())) and scan.registry.actors.get(found.actor) is not None:
        scan.local[key] = [((), found.actor)]


def _note_offices(scan, person, gender):
    """A person of the registry can be called by each office held at the article's date, the last one where there is no date."""
    offices = scan.registry.offices.get(person, ())
    if scan.date:
        offices = [row for row in offices if (row[2] or "") <= scan.date and (row[3] is None or scan.date <= row[3])]
    for office, institution, _, _ in offices if scan.date else offices[-1:]:
        scan.incumbents.setdefault((office, institution), person)
        head = _heads().get("minister" if office.endswith("_minister") else office)
        if head:
            call_by(scan, head[gender == "f"], office, person)


@cache
def _heads():
    """Return role → (masculine, feminine) head noun of the title."""
    nouns = {(title.role, title.gender): title.lemma for rows in titles().values() for title in rows if title.number == "s" and not title.definite}
    return {role: (lemma, nouns.get((role, "f"), lemma)) for (role, gender), lemma in nouns.items() if gender == "m"}


def read_document(scan, i, known):
    """Find for whom a document speaks and keep it in `scan.issuers`: whose it is said to be, else who is named before it.

    `بيان صادر عن الخارجية`, `قرار لمجلس الأمن`; `قالت الوزارة في بيان`; then `البيان`, `التقرير`.
    """
    noun, last = next(((n, end) for n in known.nouns if (end := match_tail(scan, i + 1, n.tail))), (known.nouns[-1], i + 1))
    issuer = _stated_issuer(scan, i, last, noun) or noun.definite and scan.recent.get(noun.lemma) or _submitted_by(scan, i) or noun.role != "agreement" and (_issued_here(scan, i, known) or _only_published(scan, last, noun)) and _first_before(scan, i)
    if issuer:
        scan.issuers[i] = scan.recent[noun.lemma] = issuer


def _according_before(scan, i):
    """Return the token of the last according-to phrase behind a comma before token i in its sentence, or 0 where somebody spoke before it."""
    first = scan.tokens.bounds[scan.tokens.sentence_of[i]][0]
    k = next((k for k in range(i - 1, first, -1) if scan.keys[k] in according() and scan.keys[k - 1] in COMMAS), 0)
    return 0 if k and any(CUE_READINGS[scan.keys[j]] and any(r.form.pos in FINITE for r in CUE_READINGS[scan.keys[j]]) for j in range(first, k)) else k


def _issued_here(scan, i, known):
    """`قالت الوزارة في بيان`, `أصدرت الوزارة بيانا`: the document is of whom the sentence named; `قال تقرير` is of nobody."""
    return bool(known.cut) or known.key != scan.keys[i] or i > 0 and is_a(scan.keys[i - 1], "within")


def _submitted_by(scan, i):
    """`وزعت الكويت مشروع قرار`, `الكويت قدمت مشروع قرار`: return the actor who submits the document at token i, behind the verb or before it, or None."""
    last = scan.rows[-1] if scan.rows else None
    if last is None or last.kind == "demonym" or scan.type(last.actor) == "medium" or scan.tokens.sentence_of[last.first] != scan.tokens.sentence_of[i]:
        return None
    behind = last.last == i and last.first > 0 and in_context(scan.keys[last.first - 1], "submits")
    before = last.last == i - 1 and in_context(scan.keys[i - 1], "submits") and not scan.prefix(last.first)
    return last.actor if behind or before else None


def _only_published(scan, last, noun):
    """`وفق بيان نشرته الوكالة`: say whether a medium published a statement, which is somebody else's."""
    from analysis.actors.offices import read_party

    party = read_party(scan, last + 1) if noun.role == "statement" and last + 1 < scan.n and in_context(scan.keys[last], "issued") else None
    return party is not None and scan.type(party.actor) == "medium"


def _stated_issuer(scan, i, last, noun):
    """Return the actor whose the document at the tokens i … last - 1 is said to be, or None."""
    from analysis.actors.offices import TO, read_party

    j = last
    while j < min(last + 4, scan.n):
        # `صادر عن | المعارضة السورية`: behind عن stands whose it is, no adjective.
        owned = is_a(scan.keys[j - 1], "out_of")
        if not owned and (in_context(scan.keys[j], "issued") or in_context(scan.keys[j], "modifier") or is_a(scan.keys[j], "out_of")):
            j += 1
            continue
        adjective = demonym_at(scan, j)
        if adjective is not None and not scan.prefix(j):
            return adjective[0].actor
        if j == last and noun.definite and scan.keys[j] in RELATIVES and j + 1 < scan.n and in_context(scan.keys[j + 1], "issued"):
            # `مشروع القرار | الذي قدمته الكويت`
            j += 1
            continue
        if j == last and noun.definite and scan.prefix(j) != TO:
            return None
        party = read_party(scan, j)
        if party is not None and scan.type(party.actor) == "medium" and noun.role == "statement":
            # `وفق بيان نشرته الوكالة`: she only published it.
            return None
        return party.actor if party is not None and (not party.cut or scan.prefix(party.first) == TO) and scan.type(party.actor) != "anonymous" else None
    return None


def _first_before(scan, i):
    """Return the first actor named in the sentence of token i, or behind the last according-to phrase before it (`، وفق ما أعلنت الوزارة في بيان`), no demonym and no medium."""
    first, border = None, _according_before(scan, i)
    for found in reversed(scan.rows):  # in text order: from the end, since a long article has many
        if scan.tokens.sentence_of[found.first] != scan.tokens.sentence_of[i] or found.first < border:
            break
        if found.kind != "demonym" and scan.type(found.actor) != "medium":
            first = found.actor
    return first
