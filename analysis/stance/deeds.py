"""Harmful acts and who does them: the same reading of the clause as for stance, but acts without a doer in sight count too."""

from functools import cache
from typing import NamedTuple

from analysis.lexicon import read_table
from analysis.stance.finding import SURE
from analysis.stance.lexicon import TRIGGERS, turns
from analysis.stance.page import Who
from analysis.stance.people import agrees, is_victim, particle_at, who
from analysis.stance.pieces import group_slots, leads, pieces_after
from analysis.stance.polarity import asked, bearing, demanded
from analysis.stance.predicate_roles import predicate_roles
from analysis.stance.readings import choose, needed_follows
from analysis.stance.roles import VERBAL
from analysis.stance.subjects import carried_subject, goes_on, skip_back, subjects_before

HARMFUL = ("harm", "strike")
"""Classes of predicates.tsv: what is done to people and places."""

WRONG = (*HARMFUL, "breach", "crime")
"""Classes whose doer can be the doer of a harmful act nearby (`خروقات من النظام، حيث تم قصف`)."""


class Act(NamedTuple):
    """One harmful act: its token, who does it (empty: nobody by name), and whether the doer's place is in_clause, in_context or absent."""

    token: int
    doers: tuple[Who, ...]
    agency: str


def harmful_acts(page):
    """Return the Acts of an article in text order; what is denied, asked, doubted, wanted or stopped is no act (`لم تقصف`, `وقف إطلاق النار`)."""
    acts, others = [], []
    for i, key in enumerate(page.keys):
        trigger = TRIGGERS[key]
        read = act_at(page, i, trigger) if trigger and trigger.forms else None
        if read:
            (acts if read[1].cls in HARMFUL else others).append(in_clause(page, i, *read))
    named = sorted(act for act in acts + others if act.agency == "in_clause" and act.doers)
    return [_in_context(page, act, named) if act.agency == "absent" else act for act in acts]


def act_at(page, i, trigger):
    """Return (Form, Predicate) of the wrong that is told at token i, or None."""
    if i in page.mention_in or page.words[i] is None or page.words[i].particle:
        return None
    form, predicate = choose(page, i, trigger.forms)
    if predicate.cls not in WRONG or predicate.lemma in no_acts() or predicate.needed and not needed_follows(page, i, predicate.needed):
        return None
    sign, stopped, doubted = bearing(page, i)
    return None if sign <= 0 or stopped or doubted or asked(page, i) or demanded(page, i) else (form, predicate)


def in_clause(page, i, form, predicate):
    """Return the Act at token i by what stands in its own clause: a dropped subject and a pronoun point to the context."""
    doers, _, certainty = predicate_roles(page, i, form, predicate)
    # `استهدفت المدنيين غارات`: the object stands first.
    doers = [doer for doer in doers or () if doer.party != "civilians"] or subject_in_one(page, i, form)
    if doers:
        pointed = certainty < SURE and bool(form.pronoun) or carried(page, i, form, doers)
        return Act(i, tuple(doers), "in_context" if pointed else "in_clause")
    return Act(i, (), "in_clause" if unnamed(page, i, form) else "absent")


def carried(page, i, form, doers):
    """`… ثم قصفت المدينة`: say whether the verb's subject is dropped and goes on from an earlier verb."""
    if form.pos not in VERBAL or form.person == 1 or not goes_on(page, i) or subjects_before(page, i, form):
        return False
    after = {m.actor for piece in pieces_after(page, i) for m in piece.mentions}
    return not any(doer.actor in after for doer in doers) and doers == carried_subject(page, i, form)


def subject_in_one(page, i, form):
    """`قصفت روسيا المدينة`: return the Who of a state or body right after the verb where more words follow in what reads as one phrase."""
    pieces = pieces_after(page, i)
    if form.pos not in VERBAL or not pieces or pieces[0].marker or pieces[0].first not in page.mention_at:
        return []
    mention, after = page.mention_at[pieces[0].first]
    able = mention.kind != "demonym" and not is_victim(page, mention) and not page.reading.is_person(mention)
    return [who(mention)] if able and pieces[0].end > after and agrees(page, mention, form, False) else []


def unnamed(page, i, form):
    """Say whether a doer stands in the clause whom no actor's name fits.

    `على يد مسلحين`, `قصفت طائرات مجهولة المدينة`, `مسلحون قتلوا خمسة`.
    """
    pieces = pieces_after(page, i)
    if any(leads(page, piece) in turns("by") for piece in pieces):
        return True
    if form.pos not in VERBAL:
        return False
    bare, head = group_slots(pieces), pieces[0] if pieces and not pieces[0].marker else None
    if head is not None and page.words[head.first] is not None and page.words[head.first].stem in turns("carrier"):
        return True
    return len(bare) > (0 if form.pronoun or _noun_before(page, i) else 1)


def _noun_before(page, i):
    """Say whether a noun, or a relative pronoun that stands for one, is the subject before the verb at token i."""
    j = skip_back(page, i)
    word = page.words[j] if j >= page.sentence(i)[0] else None
    if word is None or page.words[i].conj or page.is_verb(j) or word.prep or particle_at(page, j - 1) == "preposition":
        return False
    return word.particle in (None, "relative")


def _in_context(page, act, named):
    """Give an act the doers of the nearest of the `named` acts in its sentence, else of the last one in the sentence before."""
    here = page.tokens.sentence_of[act.token]
    same = [a for a in named if page.tokens.sentence_of[a.token] == here]
    before = [a for a in named if page.tokens.sentence_of[a.token] == here - 1]
    nearest = min(same, key=lambda a: abs(a.token - act.token)) if same else before[-1] if before else None
    return act._replace(doers=nearest.doers, agency="in_context") if nearest else act


@cache
def no_acts():
    """Return the lemmas that name no act (no_acts.tsv)."""
    return frozenset(row["lemma"] for row in read_table("no_acts.tsv", {"lemma": str, "why": ("result", "weapon", "phenomenon")}))
