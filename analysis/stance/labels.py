"""What the label of a party shows: hostile and honouring words, lists of terrorists, names of one's own side."""

from analysis.stance.finding import SURE, Finding, shown
from analysis.stance.holders import evaluate, exemplified, modified, near_before, spelled
from analysis.stance.lexicon import VERBS, Evaluation, turns
from analysis.stance.page import NARRATOR_WHO, Who
from analysis.stance.people import who, whos
from analysis.stance.pieces import pieces_after
from analysis.stance.roles import verb_roles
from analysis.stance.subjects import ANY


def label_rule(page, i, trigger):
    """A hostile or honouring label shows the stance of whoever uses it; on one's own side it is the narrator's wording (ruling 15)."""
    if trigger.turn == "own":
        yield from own_side(page, i)
    if not trigger.labels or not trigger.labels[0][1].stance or not spelled(page, i, trigger.labels[0][1].word):
        return
    form, label = trigger.labels[0]
    listing = on_list(page, i)
    if listing is not None:
        yield from listed(page, i, listing)
        return
    examples = exemplified(page, i + 1)
    targets = whos(examples) or labelled(page, i, form, label)
    if not targets:
        yield from evaluate(page, i, i + 1, Evaluation(label.word, "adjective" if label.place == "adjective" else "noun", label.stance), form)
        return
    last = page.last_token(examples[-1].end) if examples else i
    for teller in page.tellers(i):
        for target in targets:
            user = NARRATOR_WHO if teller.party == target.party and label.stance < 0 else teller
            yield Finding(user, target, label.stance, "evaluation", i, last, "label", SURE)


def labelled(page, i, form, label):
    """Return the Whos that a label word stands for, or []."""
    if label.word in turns("occupation") and i and page.words[i - 1] is not None and page.words[i - 1].stem in turns("occupied"):
        # `القدس المحتلة` blames the occupier.
        return [Who("israel", "israel")]
    if i in page.mention_in:
        return [who(page.mention_in[i])]
    if label.place == "adjective":
        return modified(page, i) if form.definite else near_before(page, i)
    after = page.mention_at.get(i + 1)
    return [who(after[0])] if after is not None else []


def on_list(page, i):
    """Return the token of a word for a list within three words before token i, or None."""
    near = range(i - 1, max(page.sentence(i)[0], i - 3) - 1, -1)
    return next((j for j in near if page.words[j] is not None and page.words[j].stem in turns("listing")), None)


def listed(page, i, j):
    """`وضعت واشنطن حزب الله على لائحة المنظمات الإرهابية`: who lists a party so disapproves of it."""
    for k in range(j - 1, max(page.sentence(i)[0], j - 18) - 1, -1):
        if page.is_verb(k):
            agents, objects = verb_roles(page, k, VERBS[page.keys[k]] or ANY, ("direct",))
            for agent in agents or ():
                for mention in objects:
                    if agent.party != mention.party:
                        yield shown(page, agent, who(mention), -1, "evaluation", i, mention, "listing", SURE)
            return


def own_side(page, i):
    """`إخواننا في السعودية`, `شركائنا البريطانيين`: the name after it is a friend's."""
    for piece in pieces_after(page, i)[:2]:
        for mention in piece.mentions[:1]:
            for teller in page.tellers(i):
                if teller is not NARRATOR_WHO and teller.party != mention.party:
                    yield Finding(teller, who(mention), 1, "relation", i, page.last_token(mention.end), "own side", SURE)
            return
