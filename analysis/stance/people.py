"""Who is meant: mentions as actors with a party, their gender and number, and what a pronoun refers to."""

from analysis.attribution.features import word_features
from analysis.inflection import pronoun_features
from analysis.stance.lexicon import VICTIMS, turns
from analysis.stance.page import Who
from analysis.wordlists import rule_words


def who(mention):
    """Return the Who of a mention."""
    return Who(mention.actor, mention.party)


def whos(mentions):
    """Return the distinct Whos of mentions, in order."""
    return list(dict.fromkeys(who(m) for m in mentions))


def particle_at(page, j):
    """Return the particle class of token j, or None."""
    word = page.words[j] if 0 <= j < len(page.words) else None
    return word.particle if word is not None else None


def is_victim(page, mention):
    """Say whether a mention names civilians: harm to them is told, never blame on them. The first word of an institution is no place (`البيت الأبيض`, `جامعة الدول العربية`)."""
    actor = page.reading.registry.actor(mention.actor) if page.reading.registry else None
    if mention.kind == "metonym" or mention.kind == "name" and " " in mention.text and actor is not None and actor.type in ("institution", "organization", "state", "medium"):
        return mention.party == "civilians"
    return mention.party == "civilians" or VICTIMS[page.keys[page.first_token(mention.start)]]


def is_state(page, actor_id):
    """Say whether an actor is a country."""
    actor = page.reading.registry.actor(actor_id) if page.reading.registry else None
    return actor is not None and actor.type == "state"


def is_group(page, mention):
    """Say whether a mention names an armed group or body, by its name: no state, no person, no medium, nobody's institution."""
    return mention.kind == "name" and not is_state(page, mention.party) and not page.reading.is_person(mention) and not page.reading.is_medium(mention) and mention.party not in ("un", "eu", "nato", "arab_league", "gcc")


def features(page, mention):
    """Return (gender, number) of a mention: of the person it names, else of its head word, None where unclear."""
    if mention.kind == "demonym":
        return None, None
    actor = page.reading.registry.actor(mention.actor) if page.reading.registry else None
    if mention.kind in ("name", "metonym") and is_state(page, mention.actor):
        # `العراق يستدعي`, `العراق تستدعي`: usage differs.
        return None, "s"
    if " " not in mention.text and page.reading.features(mention)[0]:
        return page.reading.features(mention)
    word = page.words[page.first_token(mention.start)]
    if actor is not None and actor.type == "person" or word is None:
        return page.reading.features(mention)
    gender, number = word_features(word.stem)
    if word.stem.endswith("ان"):
        # `الطيران` is no dual.
        number = None
    return (gender, number) if gender or " " in mention.text else page.reading.features(mention)


def agrees(page, mention, form, before):
    """Say whether a mention can be the subject of a verb form: gender always, number only where the subject stands before the verb."""
    gender, number = features(page, mention)
    word = page.words[page.first_token(mention.start)]
    if gender is None or form.gender is None:
        return True
    if before and form.number == "s" and number == "p" and gender == "m":
        return False
    if before and form.number == "p" and number == "s":
        # `جماعة الحوثي لا يرفضون`: a group is spoken of as its people.
        return form.gender == "m" and word is not None and (word.stem.removeprefix("ال") in rule_words("collective") or word.stem.endswith(("ون", "ين")))
    # `الأمم المتحدة تتستر`: the list of actors says what the first word does not.
    return gender == form.gender or number == "p" and not before or mention.kind == "name" and page.reading.features(mention)[0] == form.gender


def meant(page, i, pronoun, barred):
    """Return the last mention before token i in its sentence that a third-person pronoun can mean; parties in `barred` and media are passed over."""
    gender, number = pronoun_features(pronoun)
    first = page.sentence(i)[0]
    if gender is None and number is None:
        return None
    for j in range(i - 1, first - 1, -1):
        mention = page.mention_in.get(j)
        starts = mention is not None and (j == first or page.mention_in.get(j - 1) is not mention)
        if starts and particle_at(page, j - 1) == "preposition" and page.keys[j - 1] in turns("place") and is_state(page, mention.actor) and not (page.words[j] is not None and page.words[j].stem in turns("carrier")):
            # `في سنغافورة`: where it happens.
            continue
        if starts and nameable(page, mention) and mention.party not in barred and mention.party != "media" and can_mean(features(page, mention), gender, number) and not (gender == "m" and number != "p" and _feminine_state(page, mention, j)):
            return mention
    return None


def _feminine_state(page, mention, j):
    """`كندا`, `واشنطن`, not `العراق`: say whether a state or capital that begins at token j is feminine, so that ه does not mean it."""
    if mention.kind not in ("name", "metonym") or not is_state(page, mention.actor) or page.words[j] is None or page.words[j].stem in turns("masculine_state") or page.words[j].prep or " " in mention.text:
        return False
    # `قرار واشنطن`, `الاتفاق مع إيران`: the noun before is meant.
    before = page.words[j - 1] if j > page.sentence(j)[0] else None
    return before is None or page.is_verb(j - 1) or before.particle in ("complementizer", "relative", "subordinator", "conjunction") or page.words[j].conj


def nameable(page, mention):
    """Say whether a pronoun can mean a mention: a demonym is an adjective, but that of a group with ال names it (`الحوثي`)."""
    return mention.kind != "demonym" or mention.text.startswith("ال") and not is_state(page, mention.party)


def can_mean(has, gender, number):
    """Say whether a mention with these features can be meant by a pronoun with those."""
    if number == "p":
        return has[1] == "p"
    return has[0] in (None, gender) and not (gender == "m" and has[1] == "p") or gender is None
