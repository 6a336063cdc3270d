"""Whose a deed or plan is that an object only takes up: `رفضت روما هذا القرار` after `القرار الكندي`, `قرار كندا`."""

from analysis.stance.lexicon import turns
from analysis.stance.people import is_victim, particle_at
from analysis.stance.pieces import pieces_after
from analysis.wordlists import WORDS
from analysis.words import QUOTE

BACK = 300
"""Tokens before a deed among which the words are looked for that say whose it is."""


def taken_up(page, i, predicate, agents):
    """Return the mention of whose the deed or plan is that the nameless object with ال names again, as a list; [] where that is the agents' own."""
    statement = page.cue_at[i][0] if i in page.cue_at else None
    begin = page.first_token(statement.content[0][0]) if statement is not None and statement.content else i + 1
    pieces = pieces_after(page, begin - 1, begin) if begin > i else ()
    piece = next((p for p in pieces[:2] if not p.mentions and (p.marker or "direct") in predicate.markers), None)
    first = _head(page, piece) if piece is not None else 0
    head = page.words[first] if piece is not None else None
    if head is None or not head.definite or head.stem[2:] not in turns("deed_noun") or piece.end - first > 2 or _told_whose(page, piece):
        return []
    return _whose_before(page, first, agents)


def judged_again(page, i, start):
    """`القرار الكندي … إن هذا القرار | خاطئ`: return the mention of whose the nameless deed with ال is that opens the clause, right before the word of evaluation that is said of it, as a list; [] where that is the tellers' own."""
    first = next((k for k in range(start, i) if page.reading.kinds[k] != QUOTE and particle_at(page, k) != "demonstrative"), i)
    head = page.words[first] if first < i and page.voices[i] is not None and first not in page.mention_in else None
    if head is None or not head.definite or head.prep or head.stem[2:] not in turns("deed_noun") or page.words[i].conj or page.words[i].prep:
        return []
    between = range(first + 1, i)
    if any(not (page.words[k] is None and page.reading.kinds[k] == QUOTE or particle_at(page, k) in ("auxiliary", "pronoun", "adverb", "negation") or page.keys[k] in turns("being")) for k in between):
        return []
    return _whose_before(page, first, page.tellers(i))


def _whose_before(page, first, agents):
    """Return the mention of whose the deed is that the noun with ال at token `first` names again, as a list; [] where it is the agents' own."""
    noun, keys = page.words[first].stem[2:], page.keys
    for k in range(first - 1, max(first - BACK, 0), -1):
        if noun not in keys[k] or page.words[k] is None or k in page.mention_in or page.words[k].stem.removeprefix("ال") != noun:
            continue
        owner = _owner(page, k)
        if owner is not None:
            return [] if any(owner.party == agent.party for agent in agents) or is_victim(page, owner) else [owner]
    return []


def _head(page, piece):
    """Return the token of a phrase's noun: behind a demonstrative with a preposition (`بهذا | القرار`), or the first."""
    word = page.words[piece.first]
    shown = word is not None and word.prep and WORDS[word.stem].particle == "demonstrative" and piece.first + 1 < piece.end
    return piece.first + bool(shown)


def _told_whose(page, piece):
    """Say whether the phrase goes on with a relative clause, or a phrase that says whose or of what it is."""
    after = piece.end
    if after >= len(page.keys) or page.words[after] is None or page.words[after].conj:
        return False
    return particle_at(page, after) == "relative" or particle_at(page, after) == "preposition" and page.keys[after] not in turns("place") | turns("when") or page.words[after].prep in ("ل", "ب")


def _owner(page, k):
    """Return the mention right behind the noun at token k, or its adjective, that says whose it is: a nationality, a name in the genitive, or one behind ل; or None."""
    noun = page.words[k]
    for j in (k + 1, k + 2):
        found = page.mention_at.get(j)
        if found is None:
            if j >= len(page.words) or page.words[j] is None or page.words[j].particle or page.words[j].prep or page.words[j].conj:
                return None
            continue
        mention, word = found[0], page.words[j]
        if word is not None and word.conj:
            return None
        if mention.kind == "demonym":
            return mention if word is not None and word.definite == noun.definite else None
        preposition = page.preposition(j)
        return mention if preposition == "ل" and noun.definite or not preposition and not noun.definite and j == k + 1 else None
    return None
