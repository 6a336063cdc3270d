"""The noun phrases of a clause after a predicate, with the prepositions that mark them and the parties they name."""

from analysis.attribution.adverbials import object_of_preposition
from analysis.stance.lexicon import TRIGGERS, VICTIMS, heads, turns
from analysis.stance.people import is_group
from analysis.wordlists import manner_nouns, quantities, rule_words, verbal_nouns
from analysis.words import PUNCT, QUOTE, FormCache, entry

REACH = 18
"""Tokens to the right of a predicate among which its complements are looked for."""

LONGEST = 14
"""Tokens within which a parenthesis between two commas closes."""

CLAUSE_ENDS = frozenset(("complementizer", "subordinator", "relative", "interrogative"))


_NOBODY = ("anonymous", "unaffiliated")


@entry
class Piece:
    """A noun phrase: tokens first … end - 1, the preposition that marks it ("" if bare), whether و joins it to the one before, its mentions."""

    marker: str
    first: int
    end: int
    joined: bool
    mentions: tuple


def pieces_after(page, i, begin=None):
    """Return the noun phrases after token i (from token `begin`) up to the end of its clause."""
    found = page.pieces.get((i, begin))
    if found is None:
        found = page.pieces[i, begin] = _read_pieces(page, i, begin)
    return found


def _read_pieces(page, i, begin):
    limit, keys, words, voices = _limit(page, i), page.keys, page.words, page.voices
    found, j, marker, joined, here = [], begin or i + 1, "", False, voices[i]
    while j < limit:
        if here is not None and voices[j] is None:
            break
        closing = parenthesis_end(page, j) if found and words[j] is None else None
        if closing is not None:
            j = closing + 1
            continue
        step = _function_word(page, j, limit, found)
        if step is None:
            break
        kind, value = step
        if kind == "phrase" and marker == "في" and j not in page.mention_in and (date := _date_end(page, j, limit)) > j:
            # `اتهمت كندا في التاسع من أبريل | البرتغال`
            marker, joined, j = "", False, date
            continue
        if j + 1 < limit and keys[j + 1] == "من" and _is_quantity(page, j):
            # `كلا من روسيا وسوريا`, `العديد من الدول`: the phrase after من counts.
            marker, joined = marker or words[j].prep, joined or words[j].conj
            j += 2
        elif kind == "marker":
            marker, joined = value, joined or words[j].conj
            j += 1
        elif kind == "joined":
            joined = True
            j += 1
        elif kind == "pass":
            j += 1
        elif found and words[j] is not None and words[j].conj and value < limit and page.is_verb(value) and (value - 1 in page.mention_in or words[value - 1] is None or words[value - 1].definite or j not in page.mention_in):
            # `… وواشنطن تنفي`: a new clause with its subject first.
            break
        elif found and not marker and joins(page, j) and inside_between(page, i):
            # `بين الدول المطالبة بتنحي الأسد وروسيا`: و takes up بين.
            break
        else:
            if marker in turns("when") and j not in page.mention_at and TRIGGERS[keys[j]] is None:
                # `دعمت تركيا خلال السنوات الأخيرة | المعارضة`
                value = min(value, max(object_of_preposition(page.reading, j, limit), j + 1))
            piece = _piece(page, j, value, marker, joined, found)
            if not (_is_manner(page, j) and not piece.mentions and (found or page.keys[i - 1] in turns("self") or page.reading.kinds[i - 1] == QUOTE)):
                # `إنه يؤيد بشكل كامل الانسحاب`: how it is done is passed over.
                found.append(piece)
            marker, joined, j = "", False, value
    return found


def _date_end(page, j, limit):
    """`التاسع من نيسان/أبريل`: return the token after a day of a month at token j, or j."""
    if j + 2 >= limit or page.keys[j + 1] != "من" or page.words[j + 2] is None or page.words[j + 2].particle != "month":
        return j
    j += 3
    while j < limit and (page.words[j] is not None and page.words[j].particle == "month" or page.words[j] is None and page.tokens.forms[j] in "/()،" and j + 1 < limit and page.words[j + 1] is not None and page.words[j + 1].particle == "month"):
        j += 1
    return j


def _limit(page, i):
    """Return the token up to which complements of token i are looked for: a list of names goes on (`سفراء كندا والنرويج و…`)."""
    limit, last = i + REACH, page.sentence(i)[1]
    while limit < last and limit in page.mention_at and joins(page, limit) and limit - 1 in page.mention_in and joins(page, page.first_token(page.mention_in[limit - 1].start)):
        limit = page.mention_at[limit][1]
    return min(limit, last)


def _is_manner(page, j):
    """Say whether token j begins an adverbial of manner (`بشكل كامل`)."""
    word = page.words[j]
    return word is not None and word.prep == "ب" and word.stem in manner_nouns()


def parenthesis_end(page, j, before_verb=False):
    """`اتهمت روسيا، في بيان صدر اليوم، واشنطن`: return the comma that closes an adverbial or relative clause opened by the comma at j, or None.

    What goes on behind it is not joined, and a verb only with `before_verb` (`روسيا، التي …، تعرقل`).
    """
    if page.tokens.forms[j] not in "،," or j + 1 >= len(page.keys) or j + 1 in page.mention_at and not page.preposition(j + 1):
        return None
    word, last = page.words[j + 1], page.sentence(j)[1]
    if before_verb and _says_what_it_is(page, j):
        # `إسرائيل، حليفة واشنطن، شنت`
        return next(k for k in range(j + 2, last) if page.words[k] is None)
    if word is None or word.conj or not (word.prep or word.particle in ("preposition", "relative", "time_noun", "adverb")):
        return None
    for k in range(j + 2, min(j + LONGEST, last - 1)):
        if page.words[k] is None and page.tokens.forms[k] in "،,":
            after = page.words[k + 1]
            goes_on = k + 1 in page.mention_at or after is not None and (before_verb or not page.is_verb(k + 1)) and after.particle in (None, "preposition", "quantifier", *(("negation", "auxiliary") if before_verb else ()))
            return k if goes_on and after is not None and not after.conj else None
        if page.words[k] is None and page.tokens.forms[k] in "؛:.؟!…«»\"" or page.voices[k] is not page.voices[j]:
            return None
    return None


def _says_what_it_is(page, j):
    """Say whether a noun phrase without a verb stands between the comma at j, behind a name, and one before a verb."""
    word, last = page.words[j + 1], page.sentence(j)[1]
    if j - 1 not in page.mention_in or word is None or word.conj or word.prep or word.particle or word.definite or page.is_verb(j + 1):
        return False
    for k in range(j + 2, min(j + LONGEST, last - 1)):
        if page.words[k] is None:
            after = page.words[k + 1]
            return page.tokens.forms[k] in "،," and after is not None and not after.conj and (after.particle == "auxiliary" or page.is_verb(k + 1))
        if page.is_verb(k) or page.words[k].particle == "complementizer":
            return False
    return False


def joins(page, j):
    """Say whether token j is joined by a و of its own."""
    return page.words[j] is not None and page.words[j].conj


def inside_between(page, i):
    """Say whether a بين before token i still waits for its و."""
    for k in range(i - 1, max(page.sentence(i)[0], i - 9) - 1, -1):
        if page.keys[k] == "بين":
            return True
        if page.words[k] is None or page.words[k].conj:
            return False
    return False


def _function_word(page, j, limit, found):
    """Say what token j is for the clause: None (it ends), or (marker | joined | pass | phrase, value)."""
    kind = page.reading.kinds[j]
    if kind == QUOTE:
        return "pass", None
    if kind == PUNCT:
        return ("pass", None) if _passes(page, j, limit, found) else None
    word = page.words[j]
    if word is None or j in page.mention_at:
        return "phrase", phrase_end(page, j, limit)
    key, particle = page.keys[j], word.particle
    if _PASSING[key] and (kind := _passing(page, j, limit)) is not None:
        return kind, None
    if particle in CLAUSE_ENDS or j in page.verbs:
        return None
    if found and (j + 1 in page.mention_at or particle == "pronoun_prepositional") and word.stem in turns("example") and word.stem not in turns("like"):
        # `هاجم الفصائل وخاصة الحزب`, `قتل أربعة فلسطينيين بينهم طفل`
        return "joined", None
    if found and j + 1 < len(page.keys) and page.keys[j + 1] == "سيما":
        # `الفصائل، ولا سيما الحزب`
        return "pass", None
    if particle is None:
        return "phrase", phrase_end(page, j, limit)
    if word.conj and particle not in ("preposition", "quantifier", "demonstrative"):
        return None
    if particle == "preposition":
        return "marker", word.stem
    if particle == "conjunction":
        return ("joined", None) if key in ("و", "او") else None
    return "pass", None


_PASSING = FormCache(lambda key: key == "فيما" or any(key in turns(cls) for cls in ("belonging", "ally_of", "concerning")) or key in rule_words("issued") or any(key in phrase.split() for phrase in turns("in_full")))
"""Folded form → whether it is one of those that `_passing` is about."""


def _passing(page, j, limit):
    """Return "pass" or "joined" for a word at token j that stands in the clause without being a phrase of it, or None."""
    key, word = page.keys[j], page.words[j]
    if f"{key} {page.keys[j + 1]}" in turns("in_full") if j + 1 < limit else False or f"{page.keys[j - 1]} {key}" in turns("in_full"):
        # `رفضه جملة وتفصيلا التصريحات التركية`
        return "pass"
    if key in turns("belonging"):
        # `أموالا تعود للمخابرات`
        return "pass"
    if key in turns("ally_of") and j + 1 in page.mention_at and not word.prep:
        # `من النظام وحليفته روسيا`
        return "joined" if word.conj else "pass"
    if j in page.verbs and (before := page.words[j - 1]) is not None and not before.definite and before.stem in turns("occasion") and key in rule_words("issued"):
        # `انتقدت تركيا في بيان | صدر أمس روسيا`
        return "pass"
    if key == "فيما" and page.keys[j + 1:j + 2] and page.keys[j + 1] in turns("concerning") or key in turns("concerning") and page.keys[j - 1] == "فيما":
        # `قلقها فيما يتعلق | ببرنامج كندا`
        return "pass"
    return None


def _begins_anew(page, j):
    """`قصفت قوات النظام مدرسة`, `أدرجت السعودية عشرة من قادته`: say whether an indefinite noun stands at j, behind a name of whose phrase it is no part."""
    word = page.words[j]
    return j not in page.mention_in and word is not None and not word.definite and (VICTIMS[page.keys[j]] or word.stem in turns("number") or word.stem in turns("site"))


def _is_feeling(page, j):
    """`أثارت كندا | غضب النرويج`, `أثار دعم الحزب | غضب النرويج`: say whether an indefinite noun of anger stands at token j, behind a name or a noun with ال, of whose phrase it is no part."""
    word = page.words[j]
    return word is not None and not word.definite and not word.conj and word.stem in turns("anger") and (j - 1 in page.mention_in or page.words[j - 1] is not None and page.words[j - 1].definite)


def _after_occasion(page, j, end):
    """`في مؤتمر صحفي الرئيس الإيراني`: an indefinite occasion with its adjective, the tokens j and j + 1, ends where a definite phrase or a name begins."""
    if not j or j in page.mention_in or end - 1 in page.mention_in:
        return False
    head, adjective, word = page.words[j], page.words[end - 1], page.words[end]
    if word is None or head is None or adjective is None or adjective.definite or page.preposition(end):
        return False
    if _is_manner(page, j):
        # `يؤيد بشكل كامل | انسحاب واشنطن`
        return not word.conj
    if head.stem not in turns("occasion"):
        return False
    return end in page.mention_at or word.definite or word.particle == "demonstrative"


def _is_quantity(page, j):
    """Say whether token j stands for the phrase after it (`العديد من`, `كلا من`)."""
    return page.words[j] is not None and page.words[j].stem in quantities()


def _piece(page, j, end, marker, joined, found):
    """Make the Piece of the tokens j … end - 1."""
    word = page.words[j]
    marker = page.preposition(j) or marker
    joined = joined or word is not None and word.conj
    if not marker and word is not None and word.stem in turns("in_aid"):
        # `يقاتل الحزب | دعما للنظام`: for whom, no object.
        marker = "ل"
    if joined and not marker and found:
        marker = _taken_up(page, j, found)
    return Piece(marker, j, end, joined, _mentions(page, j, end, marker))


def _taken_up(page, j, found):
    """Return the preposition that a phrase joined by و shares: that of the phrase before it, or, where only a place stands between, of the one before that: `تدعم الحزب في لبنان | والحوثيين في اليمن`."""
    return found[-2].marker if found[-1].marker == "في" and len(found) > 1 and found[-2].mentions and j in page.mention_at and (page.mention_at[j][0].text.endswith(("ين", "ون")) or is_group(page, page.mention_at[j][0])) else found[-1].marker


def _passes(page, j, limit, found):
    """A comma does not end the clause before a name in apposition, a bare object or a prepositional complement."""
    form = page.tokens.forms[j]
    if form in "()[]-–—/…":
        return True
    if form not in "،,":
        return False
    following = page.words[j + 1] if j + 1 < limit else None
    if j + 1 in page.mention_at or following is not None and following.stem.removeprefix("ال") in turns("laid_on"):
        # `عقوبات واشنطن، المفروضة على موسكو`
        return True
    if following is not None and (page.keys[j + 2:j + 3] == ["سيما"] or j + 2 in page.mention_at and following.stem in turns("example") and following.stem not in turns("like") and not following.stem.endswith("هم")):
        # `الفصائل، ولا سيما الحزب`, `دولا، بينها كندا`
        return True
    return following is not None and not following.conj and (bool(following.prep) or following.particle in ("adverb", "time_noun") or page.keys[j + 1] in turns("against_or_on") and (j + 2 in page.mention_at or any(page.tokens.forms[k] in "،," for k in range(max(j - 3, 0), j))))


def phrase_end(page, j, limit):
    """Return the token after the noun phrase that begins at j, whatever proclitic its first word carries."""
    known = page.ends.get((j, limit))
    if known is None:
        known = page.ends[j, limit] = _read_phrase_end(page, j, limit)
    return known


def _read_phrase_end(page, j, limit):
    continues, keys = page.reading._continues, page.keys
    end = page.mention_at[j][1] if j in page.mention_at else j + 1
    while end < limit:
        # `قرار العديد من دول أوروبا`: the quantity and من stand inside the phrase.
        step = end + 2 if end + 1 < limit and keys[end + 1] == "من" and _is_quantity(page, end) and not page.words[end].prep and not page.words[end].conj else continues(end, limit)
        if step == end or end in page.verbs or end - 1 in page.mention_in and _begins_anew(page, end) or _is_feeling(page, end) or end == j + 2 and _after_occasion(page, j, end):
            break
        end = step
    return min(end, limit)


def _mentions(page, first, end, marker):
    """Return the mentions inside a noun phrase; those after a word for victims or a place (`سكان دمشق`, `الحدود التركية`) are left out.

    Behind على the land of a state stands for the state (`هجمات على الأراضي السعودية`).
    """
    found, j, barred, written = [], first, False, page.tokens.written
    while j < end:
        if j in page.mention_at:
            mention, after = page.mention_at[j]
            if not barred:
                found.append(mention)
            j = max(after, j + 1)
            continue
        barred = barred or written[j].bars and not (marker == "علي" and page.words[j] is not None and page.words[j].stem.removeprefix("ال") in turns("territory")) and not _of_its_parties(page, j, end, marker)
        j += 1
    # `الدبلوماسيين الروس`: people without a side are of the party named after them.
    return tuple(found[1:] if len(found) > 1 and found[0].party in _NOBODY else found)


def _of_its_parties(page, j, end, marker):
    """`دعم القضية الفلسطينية`, `العلاقات المصرية السودانية`: say whether the noun at token j, in a phrase that ends before `end`, is the cause of a people that somebody stands up for, or what two parties have with each other."""
    stem = page.words[j].stem if page.words[j] is not None and page.words[j].definite and j + 1 < end else ""
    if stem and f"{stem} {page.tokens.forms[j + 1]}" in turns("cause_of"):
        before = TRIGGERS[page.keys[j - 1]] if j else None
        return marker in ("ل", "مع") or before is not None and any(predicate.object > 0 for _, predicate in before.forms)
    if stem and stem[2:] in turns("territory") and j and page.words[j - 1] is not None and page.words[j - 1].stem in turns("sovereign"):
        # `دعم وحدة الأراضي السورية`
        return True
    if j and page.words[j - 1] is not None and page.words[j - 1].stem in turns("quality_of"):
        # `شكك في نزاهة الانتخابات الكندية`
        return True
    named = [k for k in range(j + 1, end) if k in page.mention_at] if stem[2:] in turns("bond") else ()
    return len(named) == 2 and named[1] == named[0] + 1 and all(page.mention_at[k][0].kind == "demonym" for k in named)


def bars(page, j):
    """Say whether the noun at token j keeps the party named after it from being doer or target."""
    return page.tokens.written[j].bars


def bars_party(written):
    """Say whether a written form keeps the party named after it from being doer or target: a word for victims or a place, or ل with a short verbal noun (`نعمل مع الأطراف لحث الروس`)."""
    word = written.word
    if word is not None and not word.prep and len(word.stem) == 3 and word.stem[0] == "ل" and word.stem[1:] in verbal_nouns():
        return True
    return VICTIMS[written.key] or word is not None and (word.stem[2:] if word.definite else word.stem) in heads()


def group_slots(pieces):
    """Group the bare phrases before the first marked one into slots: subject, then object; joined phrases share a slot.

    A phrase that names two parties holds two slots (`الكرملين واشنطن`); one without a party is an empty slot.
    """
    slots, before, placed = [], None, False
    for piece in pieces:
        if piece.marker == "في" and not placed:
            placed = True
            continue
        if slots and piece.marker in turns("when") and not piece.mentions:
            continue
        if piece.marker or placed and not (slots and piece.joined):
            break
        named = named_by(piece)
        # `النظام وداعميه، روسيا وإيران`: those named behind a comma are who is joined.
        named_after = before is not None and before.joined and not before.mentions and piece.first == before.end + 1
        before = piece
        if (piece.joined or named_after) and slots:
            slots[-1].extend(named)
        else:
            slots.append(list(named))
        for mention in piece.mentions[len(named):]:
            if not slots[-1] or mention.party != slots[-1][-1].party:
                slots.append([mention])
    return slots


def named_by(piece):
    """Return the mentions that a phrase is about: the first, with the demonyms that go on after a demonym (`الخطة الروسية التركية`)."""
    count = 1
    while piece.mentions and piece.mentions[0].kind == "demonym" and count < len(piece.mentions) and piece.mentions[count].kind == "demonym":
        count += 1
    return piece.mentions[:count]


def leads(page, piece):
    """Return the preposition of a phrase with the word that makes it a by-phrase: `من قبل`, `من جانب`, `على يد`, else the preposition."""
    key = page.keys[piece.first]
    before = page.keys[piece.first - 2:piece.first] if piece.first > 1 else []
    if piece.marker == "قبل" and before[:1] == ["من"]:
        return "من قبل"
    if piece.marker + " " + key in turns("by"):
        return piece.marker + " " + key
    return piece.marker if piece.first in page.mention_at or key in ("الجانب", "قوات", "النظام") else ""


def clause_start(page, i):
    """Return the first token of the clause that holds token i: after an opening particle, a mark, a change of voice, or a sentence start."""
    first, here, j = page.sentence(i)[0], page.voices[i], i
    while j > first:
        k = j - 1
        word = page.words[k]
        if word is None and page.reading.kinds[k] == PUNCT and page.tokens.forms[k] in "؛:.؟!…" or page.voices[k] is not here and not page.within(k, here):
            return j
        if word is None and page.tokens.forms[k] in "،," and not _in_apposition(page, k):
            opening = _parenthesis_start(page, k)
            following = page.words[k + 1]
            if opening is None and not (following is not None and following.particle == "auxiliary" and not following.conj):
                # not `كانت القوات، | قد شنت`
                return j
            j = opening if opening is not None else k
            continue
        if word is not None and (word.particle in CLAUSE_ENDS or word.particle == "conjunction" and page.keys[k] not in ("و", "او")):
            return j
        j = k
    return first


def _parenthesis_start(page, k):
    """Return the comma that opens the parenthesis which the comma at k closes, or None."""
    first = max(page.sentence(k)[0], k - LONGEST)
    return next((j for j in range(k - 2, first, -1) if page.words[j] is None and page.tokens.forms[j] in "،," and parenthesis_end(page, j, before_verb=True) == k), None)


def _in_apposition(page, k):
    """A comma before or after a name does not part a subject from its verb (`وزير الخارجية، سيرغي لافروف، يدعم`)."""
    name = page.mention_in.get(k - 1)
    if name is None or k + 1 in page.mention_at:
        return name is not None
    after, opening = page.words[k + 1] if k + 1 < page.sentence(k)[1] else None, page.first_token(name.start) - 1
    if after is None or after.conj or name.kind == "demonym":
        return False
    before = page.mention_in.get(opening - 1) if opening > page.sentence(k)[0] and page.tokens.forms[opening] in "،," else None
    return "،" in name.text or before is not None and name.actor == before.actor
