"""Against whom a coalition stands, or what a party leads: `التحالف الدولي ضد داعش`, `الحملة التي تقودها كندا ضد القراصنة`."""

from analysis.stance.finding import SURE, Finding
from analysis.stance.lexicon import turns
from analysis.stance.page import NOBODY
from analysis.stance.people import is_victim, particle_at, who
from analysis.stance.pieces import named_by, pieces_after


def league_rule(page, i, trigger):
    """`التحالف الذي تقوده كندا ضد داعش`: a coalition, and who leads it, is against the party behind ضد, whoever tells of it."""
    targets = [m for m in against(page, i) if m.party not in (*NOBODY, "civilians") and not is_victim(page, m)]
    for leader in leaders(page, i) if targets else ():
        for target in targets:
            if leader.party not in (target.party, "civilians", *NOBODY):
                yield Finding(who(leader), who(target), -1, "relation", page.first_token(leader.start), page.last_token(target.end), "fight noun", SURE)


def against(page, i):
    """Return the mentions of the phrase behind ضد that opens with a name, and of those joined to it."""
    found = []
    for n, piece in enumerate(pieces_after(page, i)):
        if n and not (piece.joined and not piece.marker):
            break
        if not piece.mentions or page.first_token(piece.mentions[0].start) != piece.first:
            break
        found += named_by(piece)
    return found


def leaders(page, i):
    """Return the mentions of the coalition that ends right before token i, and of who leads it (`بقيادة كندا`, `الذي تقوده كندا`), or leads what is named before."""
    j = i - 1
    if page.keys[j - 1] == "في" and j in page.mention_in:
        # `تحالف تقوده كندا في سوريا ضد داعش`
        j -= 2
    mention = page.mention_in.get(j)
    if mention is None or mention.kind == "demonym" and not is_league(page, mention) or j < page.sentence(i)[0]:
        return []
    if is_league(page, mention):
        return [mention]
    start = page.first_token(mention.start)
    before = page.words[start - 1] if start > page.sentence(i)[0] else None
    led = before is not None and (before.prep == "ب" and before.stem in turns("leading") or page.keys[start - 1] in turns("waging"))
    return [*led_by(page, start - 1), mention] if led else []


def led_by(page, j):
    """Return the mention of the coalition that the words at token j (`بقيادة`, `تقوده`) tell of, as a list."""
    k = j - 1
    while k > page.sentence(j)[0] and (particle_at(page, k) == "relative" or page.words[k] is None and page.tokens.forms[k] in "،,"):
        k -= 1
    mention = page.mention_in.get(k)
    return [mention] if mention is not None and is_league(page, mention) else []


def is_league(page, mention):
    """Say whether a mention names a coalition."""
    word = page.words[page.first_token(mention.start)]
    return word is not None and word.stem.removeprefix("ال") in turns("league")
