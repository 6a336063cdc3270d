"""Where the narrator goes on: at which word, in or behind what somebody says, background begins. Each function is asked about one place."""

from functools import cache

from analysis.attribution.adverbials import is_adverb
from analysis.attribution.complements import has_pronoun, is_complementizer, preposition_at, said_therein
from analysis.attribution.objects import is_adjective, is_plural, is_possessive, is_title
from analysis.cues import CUE_READINGS
from analysis.inflection import without_pronoun
from analysis.lexicon import read_table
from analysis.text import fold
from analysis.wordlists import WORDS, common_nouns, documents, publishing_verbs, rule_words, verbal_nouns
from analysis.words import COMMAS, QUOTE, WORD, FormCache


@cache
def background():
    """Return first folded word → [(the phrase's folded words, the words behind it with which it is none)] of background.tsv."""
    table = {}
    for row in read_table("background.tsv", {"phrase": None, "unless": None}):
        words = tuple(fold(w) for w in row["phrase"].split())
        table.setdefault(words[0], []).append((words, frozenset(fold(w) for w in (row["unless"] or "").split(";"))))
    return table


def opens_background(reading, draft, p, begin, limit):
    """Say whether the journalist's background begins at p, behind a comma.

    A relative clause that closes with a comma of its own stands in the middle of what is said: `إن الشركة، التي …، طلبت`.
    """
    phrases = background().get(reading.keys[p])
    if not phrases or reading.tokens.forms[p - 1] not in ("،", ",", "-", "–") and reading.keys[p] not in ("وسط", "وذلك") and reading.keys[p:p + 2] != ["في", "خطوة"]:
        # `قال إنه "لن يغلق السوق" | وذلك بعدما …`, `أعلن الانسحاب | في خطوة أثارت جدلا`
        return False
    if reading.keys[p] == "في" and p + 1 < limit and reading.keys[p + 1] in rule_words("frame") and any(reading.tokens.forms[k] in COMMAS for k in range(p, limit)):
        # `إن روسيا قدمت، في إطار الاتفاق، تنازلات`
        return False
    last = reading.words[p - 2]
    if reading.words[p].particle is None and lacks_predicate(reading, begin, p) and (last is None or last.definite or p - 2 in reading.mention_in or reading.words[begin + 1] is not None and not reading.words[begin + 1].definite):
        # `إن الهجوم، ثاني أكبر هجوم في المدينة، نفذته أسرة`
        return False
    if reading.keys[p] == "الذين" and is_complementizer(reading.keys[begin]) and p - 2 not in reading.mention_in:
        # `قال إنه طرد الموظفين المتأخرين، | الذين رفضوا القرار`: who is meant.
        return False
    if reading.keys[p] == "بعد" and reading.keys[p + 1:p + 2] != ["ان"] and reading.kinds[p - 2] != QUOTE and (_is_clause(reading, begin) or draft.reading is not None and draft.reading.cue.act in ("declare", "report")):
        # `قال إن السوق مغلق، | بعد حريق صغير`
        return False
    if reading.words[p].particle == "relative" and (p - begin < 6 and is_complementizer(reading.keys[begin]) or p - begin < 2 or lacks_predicate(reading, begin, p) or _resumes(reading, p, limit)):
        return False
    return any(tuple(reading.keys[p:p + len(words)]) == words and not unless.intersection(reading.keys[p + len(words):p + len(words) + 1]) for words, unless in phrases)


def _is_clause(reading, begin):
    """Say whether a content that begins at `begin` is a clause with أن, behind a preposition of its own or not: `أن …`, `من أن …`."""
    return any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(begin, min(begin + 2, len(reading.keys))))


def _resumes(reading, p, limit):
    """`أن الشركة، | التي بدأت العمل أمس، طلبت قرضا`: say whether a comma, with more than a time behind it, closes the relative clause that begins at p."""
    return any(reading.tokens.forms[k] in COMMAS and k + 1 < limit and not is_adverb(reading, k + 1) for k in range(p, limit))


def comments_on(reading, p):
    """`صرح بأنه باق، | وهي التصريحات التي أثارت جدلا`, `أكدت أنها ملتزمة، | ولكن تلك التأكيدات لم تقنع أحدا`: say whether the journalist speaks at p of the words that were just told."""
    if reading.keys[p] not in rule_words("comments") or reading.tokens.forms[p - 1] not in COMMAS:
        return False
    pointed = p + 1 < len(reading.words) and reading.words[p + 1] is not None and reading.words[p + 1].particle == "demonstrative"
    k = p + 1 + pointed
    if k >= len(reading.words) or reading.words[k] is None or not reading.words[k].definite or not pointed and reading.keys[p] not in ("وهي", "وهو"):
        return False
    return reading.words[k].stem.removeprefix("ال") in rule_words("said_words")


def withholds(reading, p):
    """`قال إن الهجوم فشل | دون أن يحدد مكانه`, `| من دون الإدلاء بتفاصيل`: what he does not say."""
    k = p + (reading.keys[p] == "من")
    if k == len(reading.keys) or reading.keys[k] != "دون" or k > p and reading.keys[p - 1] in ("من", "و"):
        return False
    following = k + 1 + (reading.keys[k + 1:k + 2] == ["ان"])
    if following + 2 < len(reading.keys) and reading.keys[following] in rule_words("comes_to"):
        # `دون أن يأتي على ذكر السبب`
        return reading.keys[following + 1:following + 3] == ["علي", "ذكر"]
    inserted = following + 2 < len(reading.keys) and reading.tokens.forms[following + 1] in COMMAS and (word := reading.words[following + 2]) is not None and not word.conj and (word.particle == "preposition" or bool(word.prep))
    # not `دعا النقابة، دون أن يسميها، إلى الحوار`
    return following < len(reading.keys) and reading.keys[following] in rule_words("withheld") and not inserted


def describes_name(reading, draft, p, begin, limit):
    """Say whether a relative clause at the end of the content tells who or what a name is: `… من هضبة الجولان | التي احتلتها إسرائيل`.

    A common noun needs its clause to be understood (`الانتهاكات التي ارتكبتها`); a name does not.
    """
    word = reading.words[p]
    if draft.reading is not None and draft.reading.cue.act == "report" and draft.how == "preposition":
        # `نقلت الوكالة عن الوزير الذي يزور بيروت قوله إن …`
        return False
    if word is None or word.particle != "relative" or p - begin < 2 or any(reading.kinds[k] == QUOTE or reading.tokens.forms[k] in COMMAS for k in range(p, limit)):
        return False
    if draft.how == "clause" and not has_verb(reading, begin, p) and not _has_predicate(reading, begin, p):
        return False
    last = p - 1 - _described(reading, p - 1)
    held = reading.mention_in.get(last)
    if held is not None and not word.conj and (_is_description(reading, held, last + 1) or _of_a_group(reading, held, last + 1)):
        # `إن الطائرات نقلت القوات الأمريكية التي وصلت أمس`: there are others.
        return False
    named = held is not None and held.kind in ("name", "metonym") or reading.is_place(p - 1) or reading.kinds[p - 1] == QUOTE and reading.inside[p - 1] >= 0 and reading.quotations[reading.inside[p - 1]].first > begin + 1 and _is_long_name(reading, reading.quotations[reading.inside[p - 1]])
    return named


def _described(reading, k):
    """`حزب العمال | المحظور`: say whether an adjective with ال stands at k, behind a name."""
    word = reading.words[k]
    return k not in reading.mention_in and word is not None and word.definite and not word.prep and is_adjective(word) and k - 1 in reading.mention_in and reading.mention_in[k - 1].kind == "name" and not reading.is_person(reading.mention_in[k - 1])


def _has_predicate(reading, begin, p):
    """`إن الفصائل | مرتبطة بالحزب الذي …`: say whether an adjective without ال, behind the subject of an أن-clause, is its predicate."""
    end = reading.noun_phrase(begin + 1, p) if begin + 1 < p and is_complementizer(reading.keys[begin]) and reading.starts_noun_phrase(begin + 1) else p
    word = reading.words[end] if end + 1 < p else None
    return word is not None and not (word.definite or word.particle or word.prep or word.conj) and is_adjective(word)


def _is_description(reading, mention, p):
    """Say whether the mention before token p is a common noun in the plural with what describes it: `القوات الأمريكية`, `قوات المعارضة السورية`."""
    k, last = _first_token(reading, mention, p), reading.words[p - 1]
    word = reading.words[k]
    return word is not None and k < p - 1 and not reading.is_state(mention) and not reading.is_person(mention) and last is not None and last.definite and (word.stem.endswith("ات") or is_plural(word))


def _of_a_group(reading, mention, p):
    """`نواب | الحزب الجمهوري`, `قرارات | الأمم المتحدة`: say whether a noun in the plural holds the mention before token p, which is no person, state or place."""
    k = _first_token(reading, mention, p)
    before = reading.words[k - 1] if k else None
    if before is None or before.definite or before.particle or before.verb or before.prep or reading.is_person(mention) or reading.is_state(mention) or reading.is_place(p - 1):
        return False
    return is_plural(before) or before.stem in rule_words("collective") or before.stem.endswith("ات")


def _first_token(reading, mention, p):
    """Return the first token of the mention that ends before token p."""
    k = p - 1
    while k > 0 and reading.mention_in.get(k - 1) is mention:
        k -= 1
    return k


def end_of_noun(reading, draft, p, stops, limit):
    """`انتقد سامي حداد | الذي دعا إلى الإضراب، مؤكدا أن …`: where a content that is no clause ends in a name, a relative clause need only reach to the statement beside it; return the token up to which no comma may stand."""
    held = reading.mention_in.get(p - 1)
    named = held is not None and held.kind in ("name", "metonym") and draft.how in ("object", "preposition") and not said_therein(reading, p + 1)
    return min((s - 1 for s in stops if s > p), default=limit) if named else limit


def _is_long_name(reading, quotation):
    """A name of several words in marks (`"الصين الواحدة"`); one word alone may be a term, and so is what the content begins with (`أشارت إلى "النهج السلبي" الذي …`)."""
    return quotation.last - quotation.first > 2 and reading.is_name(quotation)


def lacks_predicate(reading, begin, p):
    """Say whether an أن-clause has only its subject before the comma at p - 1, with a relative clause or without: `أن بعض أحياء المدينة، التي …، ستبقى`."""
    if not is_complementizer(reading.keys[begin]):
        return False
    end = reading.noun_phrase(begin + 1, p)
    if end == p - 1:
        return True
    inserted = end + 1 < p - 1 and reading.tokens.forms[end] in COMMAS and reading.words[end + 1] is not None and reading.words[end + 1].particle == "relative"
    return inserted and not any(reading.tokens.forms[k] in COMMAS for k in range(end + 1, p - 1))


_JUDGING = frozenset(("accept", "condemn", "criticise", "defend", "deny", "praise", "reject", "thank", "welcome"))
"""Acts of judging: in spite of what somebody judges is told by the narrator."""


def _may_go_on(key):
    """Say whether the narrator may go on with a folded form that stands behind no comma."""
    word = WORDS[key]
    if word.conj or word.particle in ("relative", "adverb") or _CONTRASTS[key] or key in ("من", "في", "مع", "علي", "وذلك", "وهو", "وهي"):
        return True
    return word.stem in rule_words("turn") or any(key in rule_words(name) for name in ("told_on", "leaves_phrase", "said_in", "concession", "leaves_noun", "in_its_wake", "afterwards", "and_already"))


_MAY_GO_ON = FormCache(_may_go_on)


def narrator_goes_on(reading, draft, p, stops, limit):
    """Say whether a subordinate clause at p leaves a content that is a noun phrase: `انتقد الاتفاق بعدما انسحب منه`."""
    comma = reading.tokens.forms[p - 1] in COMMAS
    if not comma and draft.kind != "nested" and not _MAY_GO_ON[reading.keys[p]]:
        return False
    if comma and draft.kind == "nested" and _apposed_name(reading, p):
        return False
    if comma and _fronted(reading, draft, p):
        return True
    if comma and draft.how == "clause" and _explains(reading, p) or reading.keys[p] == "من" and _turns_to_another(reading, p) or comma and _adds(reading, draft, p):
        return True
    if draft.kind == "finite" and draft.how in ("clause", "preposition", "quotation") and reading.keys[p] in rule_words("told_on") and _told_on(reading, draft, p, min((k for k in stops if k > p), default=limit)):
        return True
    if draft.kind == "nested" and p > draft.begin and _main_predicate(reading, draft, p):
        return True
    if _meanwhile(reading, p) or draft.kind == "finite" and _while_saying(reading, p):
        return True
    if _says_no_more(reading, draft, p) or comma and (_had_been(reading, p) or draft.kind == "finite" and _tells_what_it_is(reading, draft, p)):
        return True
    if draft.how not in ("object", "preposition") or reading.words[p] is None:
        return False
    if reading.words[p].particle == "relative" and reading.words[p].conj and p - draft.begin > 2 and (p - 1 in reading.mention_in or reading.kinds[p - 1] == QUOTE or reading.is_place(p - 1)) and not any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(draft.begin, p)):
        # `كشفت عن تفاصيل العملية | والتي أثارت جدلا`
        return True
    if draft.kind == "finite" and reading.keys[p] in rule_words("leaves_phrase") and reading.inside[p] < 0 and not _has_clause(reading, draft, p) and _clause_begins(reading, p):
        # `انتقد القرار | لكن النقابة قبلته`, `رفض القرار | وهذا خطأ`, `تعهد بمبلغ | وتم صرف نصفه`
        return True
    if reading.keys[p] == "وذلك" and reading.keys[p + 1:p + 2] and reading.keys[p + 1] in rule_words("said_in_time"):
        # `طالب بإنهاء القتال | وذلك خلال خطبته`
        return True
    if draft.rule == "what_is_called" and reading.words[p].particle == "relative" and (reading.words[p].conj or reading.tokens.forms[p - 1] in COMMAS):
        # `ما وصفه بالخطأ، | الذي كلف الشركة غاليا`: the narrator tells more of it.
        return True
    if draft.how == "object" and draft.kind == "finite" and reading.keys[p] in rule_words("said_in") and _said_in(reading, draft, p):
        return True
    if draft.kind == "finite" and (_occasion(reading, p) or _new_subject(reading, p) and not any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(draft.begin, p))):
        return True
    if (draft.how == "object" or draft.kind == "finite" and draft.reading is not None and draft.reading.cue.act in _JUDGING and not _has_clause(reading, draft, p)) and p + 1 < len(reading.keys) and (reading.keys[p] in rule_words("concession") or reading.keys[p] == "علي" and reading.keys[p + 1] in rule_words("concession")):
        # `انتقد المنظمة | على الرغم من أن …`, `نفى التهمة | رغم اعترافه`
        return True
    if comma and reading.keys[p] in rule_words("becomes") and reading.inside[p] < 0:
        # `وافقوا على تعيين سامي حداد مديرا، | ليكون بذلك ثالث مدير`
        return True
    if draft.kind in ("finite", "participle") and _where_it_happened(reading, draft, p):
        return True
    if draft.how == "object" and reading.words[p].stem in rule_words("turn") and reading.words[p].particle == "subordinator" and not (p + 1 < len(reading.keys) and reading.keys[p + 1] in rule_words("concerning")):
        return True
    if draft.kind == "nested" and draft.rule.startswith("noun"):
        if reading.kinds[draft.begin + 1] == WORD and is_complementizer(reading.keys[draft.begin + 1]):
            return False
        return comma and p - 1 > draft.begin
    if draft.how == "preposition" and draft.kind in ("finite", "nested") and reading.keys[p] in rule_words("in_its_wake") and (draft.reading is None or draft.reading.cue.act not in ("declare", "report", "accept", "show", "learn")) and not _has_clause(reading, draft, p):
        # `تحدث عن الخطة | عقب اجتماع للوزراء`
        return True
    if draft.how == "object" and draft.kind != "nested" and (reading.keys[p] in rule_words("afterwards") and not (reading.words[p - 1] is not None and (reading.words[p - 1].particle == "preposition" or reading.keys[p - 1] in rule_words("even"))) or reading.words[p].particle == "adverb" and reading.tokens.forms[p - 1] in COMMAS and not _object_goes_on(reading, draft, p)):
        return True
    if draft.kind != "nested" and reading.keys[p] in rule_words("and_already") and p + 1 < len(reading.keys) and not any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in (draft.begin, draft.begin + 1)):
        # `اعترضوا على التطعيم | وقد أدى ذلك إلى تأخيره`
        return True
    if draft.how == "object" and draft.kind == "finite" and reading.words[p].conj and reading.words[p].stem in rule_words("not_in_past") and reading.words[p].particle == "negation":
        # `طلب تأجيل الجلسة | ولم يقدم أي تفسير`
        return True
    return reading.keys[p] in ("وهو", "وهي") or _second_verb(reading, draft, p) or reading.tokens.forms[p - 1] in COMMAS and draft.kind != "nested" and _leaves(reading, draft, p)


def _clause_begins(reading, p):
    """Say whether a clause follows the word at p: it has a pronoun of its own or a subject or verb behind it; not `لكن بشكل خاص`, `لكن ليس …`."""
    after = reading.words[p + 1] if p + 1 < len(reading.words) else None
    if reading.keys[p].removeprefix("و") != "لكن":
        return True
    if after is None or after.prep or after.conj:
        return False
    if after.particle == "demonstrative":
        noun = reading.words[p + 2] if p + 2 < len(reading.words) else None
        return noun is None or noun.particle != "time_noun"
    return after.particle is None and (after.definite or after.verb is not None or is_possessive(after) or p + 1 in reading.mention_at or bool(CUE_READINGS[reading.keys[p + 1]]))


def _tells_what_it_is(reading, draft, p):
    """`صادق على مشروع قانون، | والقانون هو الأول …`: say whether a noun of the content with ال and its pronoun begin a clause that tells what it is."""
    word, after = reading.words[p], reading.words[p + 1] if p + 1 < len(reading.words) else None
    if word is None or not (word.conj and word.definite) or word.particle or after is None or after.particle != "pronoun" or reading.keys[p + 1] not in ("هو", "هي") or reading.inside[p] >= 0:
        return False
    return any(reading.words[k] is not None and reading.words[k].stem.removeprefix("ال") == word.stem[2:] for k in range(draft.begin, p))


def _apposed_name(reading, p):
    """`إعلان المدير طرد نائبه السابق، | سامي حداد`, `تعليقا على وفاة سامي حداد، | المدير السابق`: say whether behind a comma a name stands beside its title."""
    word = reading.words[p]
    if word is None or word.conj or word.prep or word.particle or word.verb:
        return False
    if reading.keys[p] in reading.registry.first_names or p in reading.mention_at and reading.mention_at[p][0].kind in ("name", "new") and reading.is_person(reading.mention_at[p][0]):
        return any(reading.words[k] is not None and (is_title(reading.words[k]) or reading.words[k].stem.removeprefix("ال") in rule_words("man")) for k in range(max(p - 5, 0), p - 1))
    return word.definite and is_title(word) and p - 2 in reading.mention_in and reading.is_person(reading.mention_in[p - 2])


def has_verb(reading, first, last):
    """Say whether a verb or an auxiliary stands in tokens first … last - 1."""
    return any(reading.words[k] is not None and (reading.words[k].verb or reading.words[k].particle == "auxiliary") for k in range(first, last))


def _has_clause(reading, draft, p):
    """Say whether a verb or أن stands in the content before token p."""
    return any(reading.kinds[k] == WORD and (is_complementizer(reading.keys[k]) or reading.words[k].verb or reading.words[k].particle in ("relative", "auxiliary")) for k in range(draft.begin, p))


def _main_predicate(reading, draft, p):
    """`إعلان وقوفها مع إيران | يدل على أنها …`, `إن الجسر الذي قال المدير إنه آمن | سينهار`: say whether at p stands the verb of the clause whose subject holds the cue."""
    word, before = reading.words[p], reading.words[p - 1]
    if word is None or word.conj or reading.keys[p] in rule_words("un") or not (reading.surely_verb(p) or _looks_imperfect(reading, p) or word.particle in ("auxiliary", "negation")) or reading.kinds[p - 1] != QUOTE and (before is None or before.particle or not (before.definite or is_possessive(before) or p - 1 in reading.mention_in)):
        return False
    if draft.how == "clause" and not any(reading.words[k] is not None and (reading.words[k].verb or _looks_imperfect(reading, k)) for k in range(draft.begin + 1, p)):
        return False
    if draft.rule.startswith("noun"):
        return is_complementizer(reading.keys[draft.cue[0] - 1]) or draft.how != "clause" and word.verb == "imperfect" and reading.surely_verb(p) and before is not None and before.definite
    head = next((k for k in range(draft.cue[0] - 1, max(draft.cue[0] - 3, 0), -1) if reading.words[k] is not None and reading.words[k].particle == "relative"), None)
    opened = next((k for k in range(head - 1, reading.sentence_start(head) - 1, -1) if reading.kinds[k] == WORD and is_complementizer(reading.keys[k])), None) if head else None
    return opened is not None and all(reading.words[k] is None or not reading.words[k].verb and reading.words[k].particle in (None, "quantifier", "demonstrative") for k in range(opened + 1, head))


def _looks_imperfect(reading, p):
    """Say whether the word at p is an imperfect, or begins like one and is no known noun: `يدل`."""
    word = reading.words[p]
    return word.verb == "imperfect" or len(word.stem) > 2 and word.stem[0] in "يت" and not (word.particle or word.definite or word.prep or p in reading.mention_in or word.stem.endswith("ة") or word.stem in common_nouns() or word.stem in verbal_nouns())


def _meanwhile(reading, p):
    """`قال إن السوق مغلق | في وقت تتواصل الاحتجاجات`, `| في الوقت الذي تتواصل فيه`: the narrator tells what happens beside it."""
    if reading.keys[p] != "في" or p + 2 >= reading.sentence_end(p) or reading.words[p - 1] is not None and reading.words[p - 1].verb:
        # not `القرار يأتي في وقت …`
        return False
    after = reading.words[p + 2]
    if reading.keys[p + 1] == "الوقت":
        return after is not None and after.particle == "relative"
    return reading.keys[p + 1] == "وقت" and after is not None and not after.prep and (after.verb is not None or after.stem[0] in "يت" and after.stem not in common_nouns() and after.stem not in verbal_nouns() or after.particle == "auxiliary" or any(r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[reading.keys[p + 2]]))


def _while_saying(reading, p):
    """`نددوا بالظلم، | مع تأكيدهم أن …`: behind a comma مع tells what else is said."""
    word = reading.words[p + 1] if reading.keys[p] == "مع" and reading.tokens.forms[p - 1] in COMMAS and p + 1 < reading.sentence_end(p) else None
    return word is not None and any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[p + 1]])


def _explains(reading, p):
    """`أرسلت عناصر من فيلق القدس، | وهو ذراع الحرس في الخارج`: behind a name and a comma the journalist tells at the end of the sentence who or what that is."""
    word, after = reading.words[p], reading.words[p + 1] if p + 1 < reading.sentence_end(p) else None
    if word is None or not word.conj or word.particle != "pronoun" or after is None or after.particle not in (None, "relative") or after.verb or after.stem in rule_words("what") or after.stem == "الامر":
        return False
    if p - 2 not in reading.mention_in and not reading.is_place(p - 2) and not after.definite and after.particle != "relative":
        return False
    return not any(reading.kinds[k] == QUOTE or reading.tokens.forms[k] in COMMAS for k in range(p, reading.sentence_end(p)))


def _turns_to_another(reading, p):
    """`قال السفير إن الزيارة ناجحة | من جانبه أكد الوالي أن …`: say whether somebody else's turn to speak begins at p, comma or not."""
    k = p + 2
    if reading.keys[p] != "من" or k + 1 >= reading.sentence_end(p) or reading.keys[p + 1] not in rule_words("own_side"):
        return False
    k += reading.tokens.forms[k] in COMMAS
    return any(r.form.pos == "perfect" and not r.form.prefix for r in CUE_READINGS[reading.keys[k]]) and reading.starts_noun_phrase(k + 1)


def _adds(reading, draft, p):
    """`قال إن الجسر آمن، | قبل أن يضيف أن …`: say whether at p it is told, behind a comma, what the same source said next."""
    if reading.keys[p:p + 2] != ["قبل", "ان"] or p + 3 >= reading.sentence_end(p) or draft.reading is None or draft.kind == "nested":
        return False
    # `قبل أن يضيف مخاطبا الوزير: "…"`
    mark = next((k for k in range(p + 3, min(p + 8, reading.sentence_end(p))) if reading.words[k] is None), p)
    said = mark > p + 3 and (reading.tokens.forms[mark] == ":" or mark in reading.opens and not reading.is_name(reading.opens[mark])) or is_complementizer(reading.keys[p + 3]) or p + 3 in reading.opens or reading.tokens.forms[p + 3] == ":" or reading.words[p + 3] is not None and reading.words[p + 3].particle == "preposition" and p + 4 < len(reading.keys) and is_complementizer(reading.keys[p + 4])
    return said and any(r.form.pos == "imperfect" and r.form.gender == draft.reading.form.gender and r.form.number == draft.reading.form.number for r in CUE_READINGS[reading.keys[p + 2]])


def _where_it_happened(reading, draft, p):
    """`أعلن نتائج زيارته لبيروت | حيث التقى الوزير`, `رفضوا القرار، | كما أغلق التجار السوق`: a clause with a verb of the past leaves a content that has no clause."""
    if reading.keys[p] not in rule_words("leaves_noun") or draft.reading is not None and draft.reading.cue.act in ("show", "report") or p + 1 >= reading.sentence_end(p) or any(reading.kinds[k] == WORD and (is_complementizer(reading.keys[k]) or reading.keys[k] == "ما") for k in range(draft.begin, p)):
        return False
    word, comma = reading.words[p + 1], reading.tokens.forms[p - 1] in COMMAS
    if word is None or reading.keys[p - 1] == "من":
        return False
    if reading.keys[p] == "حيث":
        # what follows حيث is always a clause
        return not word.prep
    if word.prep or word.conj or not comma:
        return False
    return word.verb is not None or any(r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[reading.keys[p + 1]])


def _occasion(reading, p):
    """`اتهم المدير النقابة بالإهمال، | في خطابه أمام المجلس`: behind a comma an occasion tells where it was said."""
    word = reading.words[p + 1] if reading.tokens.forms[p - 1] in COMMAS and reading.keys[p] in rule_words("said_in") and p + 1 < len(reading.words) else None
    if word is None or word.definite or word.stem in rule_words("chain") or any(reading.tokens.forms[k] in COMMAS for k in range(p + 1, reading.sentence_end(p))):
        return False
    return not {word.stem, *(base for base, _ in without_pronoun(word.stem))}.isdisjoint(documents() | rule_words("occasion"))


def _told_on(reading, draft, p, end):
    """`قال إن الجسر آمن | خلال مؤتمر صحفي في بيروت`, `سخر من خصمه | في برنامج تلفزيوني`: before the end of the sentence or the next statement, with no verb of saying inside, an occasion without ال tells where it was said."""
    end -= reading.tokens.forms[end - 1] in ("،", ",", ".")
    if p + 1 >= end or reading.inside[p] >= 0 or reading.words[p - 1] is not None and reading.words[p - 1].particle == "auxiliary" or any(reading.tokens.forms[k] in COMMAS or reading.kinds[k] == QUOTE for k in range(p, end)):
        return False
    word, after = reading.words[p + 1], reading.words[p + 2] if p + 2 < end else None
    speech = word is not None and (word.stem in rule_words("words_of_one") or after is not None and reading.keys[p + 2] in rule_words("with_press"))
    if not speech or word.definite or after is not None and not after.prep and (after.definite or p + 2 in reading.mention_in):
        return False
    if draft.how == "clause" and not has_verb(reading, draft.begin, p):
        return False
    return not any(r.form.pos in ("perfect", "imperfect") for k in range(draft.begin, p) for r in CUE_READINGS[reading.keys[k]])


def _new_subject(reading, p):
    """`باريس تهدد بالمقاطعة | وروما تهدئ`: a name with و and a verb right behind it begin another clause."""
    found = reading.mention_at.get(p) if reading.words[p].conj else None
    after = reading.words[found[1]] if found is not None and found[1] < reading.sentence_end(p) else None
    if after is None or after.verb != "imperfect" or after.conj or not reading.surely_verb(found[1]):
        return False
    return not (reading.features(found[0])[0] == "f" and after.stem.startswith("ي"))


def issued(reading, draft, p, end):
    """`عبر عن أسفه | في تصريحات أدلى بها`, `نفى الخبر | في بيان أصدره`: a text that somebody gave or published tells where it was said, unless something stands in that text (`نفى ما ورد في بيان أصدرته النقابة`)."""
    word, verb = reading.words[p + 1] if p + 2 < reading.sentence_end(p) else None, reading.words[p + 2] if p + 2 < reading.sentence_end(p) else None
    if word is None or word.definite or word.stem not in documents() and word.stem not in rule_words("occasion") or verb is None or verb.conj or reading.inside[p] >= 0 and reading.inside[draft.anchor] != reading.inside[p]:
        return False
    if reading.tokens.forms[p - 1] not in COMMAS:
        end = next((k for k in range(p, end) if reading.tokens.forms[k] in COMMAS), end)
    if any(reading.kinds[k] == QUOTE or reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in range(p, end)):
        # `وصف السوق، في تغريدة نشرها، بأنه قديم`
        return False
    return (reading.keys[p + 2] in publishing_verbs() or reading.keys[p + 2] in rule_words("gave_it") | rule_words("issued")) and reading.keys[p - 1].removesuffix("ت") not in rule_words("held")


def _said_in(reading, draft, p):
    """`أعلن الزوجان انفصالهما | في بيان مشترك`: at the end of the sentence a document tells where it was said, not `حق الشعوب في تقرير مصيرها`."""
    end = reading.sentence_end(p)
    word, after = reading.words[p + 1] if p + 1 < end else None, reading.words[p + 2] if p + 2 < end else None
    if word is not None and reading.keys[p] == "في" and not word.definite and word.stem in rule_words("attempt") and (after is None or after.prep == "ل" or after.stem in ("من", "نحو")):
        # `خفض الأسعار | في محاولة لجذب الزبائن`
        return True
    if word is None or word.definite or word.stem not in documents() | rule_words("occasion") or end - p > 6 or reading.keys[draft.begin] == "ما":
        return False
    return after is None or not is_possessive(after)


def _second_verb(reading, draft, p):
    """`المدير يتحدث عن الخطة | ويزور السوق`: a verb with و, behind nouns alone, stands beside the cue, in its tense and gender."""
    word = reading.words[p]
    if not word.conj or word.verb is None or draft.reading is None or draft.kind != "finite" or p in reading.mention_in:
        return False
    form = draft.reading.form
    if word.verb != form.pos or word.verb == "imperfect" and (word.stem[0] == "ت") != (form.gender == "f") or word.verb == "perfect" and (word.stem.endswith("ت") != (form.gender == "f") or word.stem in common_nouns()):
        return False
    nouns = {word.stem, *(base for base, _ in without_pronoun(word.stem))} & verbal_nouns()
    if not (reading.surely_verb(p) or word.verb == "perfect" and len(word.stem) > 4 and word.stem.endswith("وا")) or nouns or any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[p]]):
        return False
    return all(reading.words[k] is None or not reading.words[k].verb and reading.words[k].particle in (None, "preposition", "quantifier", "time_noun", "adverb", "demonstrative") for k in range(draft.begin, p))


def _says_no_more(reading, draft, p):
    """`قالت إن الغاز استخدم، | لكنها لم تكشف عن نوعه`, `| إلا أنها لم تحدد مكانه`, `| رغم أنها لم توضح ذلك`, `قال الخبراء إنه استخدم، | لكن الخبراء لم يحددوا نوعه`: the narrator tells what was not said."""
    q = _behind_contrast(reading, draft, p) if _CONTRASTS[reading.keys[p]] else None
    if q is None or q + 1 >= len(reading.keys) or reading.keys[q] != "لم":
        return False
    if reading.keys[q + 1] in rule_words("managed"):
        # `لم يتمكن من تحديد …`
        return any(reading.keys[k] in rule_words("withheld_deed") for k in (q + 2, q + 3) if k < len(reading.keys))
    return reading.keys[q + 1] in rule_words("withheld") or any(r.form.pos == "imperfect" and r.cue.act in ("say", "declare", "show") for r in CUE_READINGS[reading.keys[q + 1]])


_CONTRASTS = FormCache(lambda key: WORDS[key].particle == "conjunction" or WORDS[key].stem in rule_words("but") or key == "علي" or key in rule_words("concession") or key in rule_words("adversative"))
"""Folded form → whether it is one with which what `_behind_contrast` is about begins."""


def _behind_contrast(reading, draft, p):
    """Return the token behind `لكنه`, `إلا أنه`, `رغم أنه` at p, or behind `لكن` with the noun of who speaks; None where nothing of the kind stands there."""
    word, keys = reading.words[p], reading.keys
    if word is None:
        return None
    if word.particle == "conjunction" and len(word.stem) > 3 and word.stem.endswith(("ه", "ها", "هم")):
        return p + 1
    if word.stem in rule_words("but") and draft.sources and p + 1 < len(keys):
        head, again = reading.words[draft.sources[0][0]], reading.words[p + 1]
        return p + 2 if head is not None and again is not None and again.definite and again.stem == "ال" + head.stem.removeprefix("ال") else None
    k = p + (keys[p] == "علي")
    if k < len(keys) and (keys[k] in rule_words("concession") or k == p and keys[p] in rule_words("adversative")):
        k += 1 + (keys[k + 1:k + 2] == ["من"])
        return k + 1 if k < len(keys) and keys[k] in rule_words("that_he") else None
    return None


def _had_been(reading, p):
    """`اعتذر عن تصريحاته، | وكانت الحكومة قد دعته إلى ذلك`: the narrator tells what was before."""
    return reading.words[p] is not None and reading.words[p].conj and reading.words[p].stem in rule_words("had") and "قد" in reading.keys[p + 1:p + 8]


def _object_goes_on(reading, draft, p):
    """Say whether a word between commas only parts the object from its preposition: `حذر الوزير الشركة، الثلاثاء، من …`."""
    after = p + 2
    while after < reading.sentence_end(p) and reading.tokens.forms[after - 1] not in COMMAS and reading.words[after - 1] is not None and reading.words[after - 1].particle in ("adverb", "time_noun") and after < p + 5:
        # `، اليوم الثلاثاء، من أن`
        after += 1
    if after < reading.sentence_end(p) and reading.tokens.forms[p + 1] in COMMAS and reading.words[after] is not None and reading.words[after].particle == "preposition" and not reading.words[after].conj and reading.words[after].stem in rule_words("goes_with"):
        # `أعلن إجراءات يبدأ تنفيذها، الجمعة، ضد الشركة`
        return True
    if after < reading.sentence_end(p) and reading.tokens.forms[after - 1] in COMMAS and reading.kinds[p - 2] == WORD and (any(r.form.pos == "noun" and preposition_at(reading, after, r.cue.prepositions) for r in CUE_READINGS[reading.keys[p - 2]])
            or draft.begin == p - 2 and reading.words[p - 2].stem.removeprefix("ال") in verbal_nouns() and preposition_at(reading, after, ("علي", "الي", "عن"))):
        # `رفض التعليق، الاثنين، على التقارير`, `جدد دعوته، أمس، إلى الحوار`
        return True
    return (draft.reading is not None and after < reading.sentence_end(p) and reading.tokens.forms[after - 1] in COMMAS and reading.words[after] is not None
            and preposition_at(reading, after, draft.reading.cue.objects) is not None)


def _fronted(reading, draft, p):
    """Say whether a cue stands in an adverbial at the head of its sentence, the main clause at p: `رغم تأكيد الوزير أن …، أغلق السوق`, `وفيما أعلنت …، رفضت`."""
    if draft.kind == "finite" or draft.rule == "relative_clause":
        return _when_fronted(reading, draft) and main_verb(reading, p)
    start = reading.sentence_start(draft.anchor)
    if draft.kind != "nested" or not draft.rule.startswith("noun"):
        return False
    return draft.anchor - start <= 3 and any(reading.words[k] is not None and reading.words[k].particle in ("preposition", "subordinator") for k in range(start, draft.anchor))


def _when_fronted(reading, draft):
    """Say whether nothing but its subject and an auxiliary stands between the cue and what opens its sentence, or what is said, as a clause beside: `منذ | أعلنت`, `رغم أن | واشنطن أعلنت`."""
    first = draft.anchor - 1
    start, before = reading.sentence_start(draft.anchor), {k for begin, end in draft.sources for k in range(begin, end)}
    while first >= start and reading.words[first] is not None and (reading.words[first].particle == "auxiliary" or first in before):
        first -= 1
    opens = next((k for k in range(max(start, first - 3), first + 1) if opener_end(reading, k) == first + 1), None)
    return opens is not None and (opens == start or reading.words[opens - 1] is not None and reading.words[opens - 1].particle == "complementizer")


def opener_end(reading, p):
    """`منذ |`, `بعد أن |`, `على الرغم من أن |`, `في حين |`, `في اليوم الذي |`: return the token behind the words at p that open a clause beside the main one, or p."""
    keys = [reading.keys[p].removeprefix("و"), *reading.keys[p + 1:p + 4], "", "", ""]
    if keys[0] == "في" and (keys[1] == "حين" or keys[1] in rule_words("moment")):
        relative = reading.words[p + 2] if p + 2 < len(reading.words) else None
        return p + 2 if keys[1] == "حين" else p + 3 if relative is not None and relative.particle == "relative" else p
    k = keys[0] == "علي" and keys[1] in rule_words("when_that")
    if keys[k] in rule_words("when_that") and "ان" in keys[k + 1:k + 2 + (keys[k + 1] == "من")]:
        return p + keys.index("ان") + 1
    word = reading.words[p]
    return p + (word is not None and keys[0] not in rule_words("likewise") and (word.particle == "subordinator" or keys[0] in rule_words("when_verb")))


def main_verb(reading, p):
    """Say whether the verb of a main clause stands at p, or behind لا, لم and لن there; or what resumes it: فإن، فقد، إلا أن."""
    word = reading.words[p]
    if reading.keys[p] in rule_words("apodosis"):
        return reading.keys[p] != "الا" or p + 1 < len(reading.keys) and is_complementizer(reading.keys[p + 1])
    if word is None or word.conj:
        return False
    if reading.keys[p] in rule_words("not_in_past"):
        return True
    k = p + (word.particle == "negation")
    if word.particle == "negation" and k < len(reading.words) and reading.words[k] is not None and reading.words[k].particle == "auxiliary":
        return True
    return k < len(reading.words) and reading.words[k] is not None and (reading.words[k].verb is not None or any(r.form.pos in ("perfect", "imperfect") for r in CUE_READINGS[reading.keys[k]]))


def _leaves(reading, draft, p):
    """Say whether a main clause begins behind the comma, beside a content that is no clause: `اتهم الوزير بالفساد، لكن …`, `أعلن طرد السفير، وغادر …`."""
    word, begin = reading.words[p], draft.begin
    if begin + 1 < len(reading.keys) and any(reading.kinds[k] == WORD and is_complementizer(reading.keys[k]) for k in (begin, begin + 1)):
        return False
    if word.conj and word.particle == "preposition" and p + 1 < len(reading.keys) and reading.keys[p + 1] in rule_words("expected"):
        # `نفى الوزير أي تورط، ومن المتوقع أن …`
        return True
    if word.stem in rule_words("adversative"):
        return draft.how == "object" or reading.keys[begin] == "عن" or draft.reading is not None and draft.reading.cue.act not in ("say", "declare", "report")
    if word.conj and word.particle is None and p not in reading.mention_in and _nominative(reading, p + 1):
        # `دعا إلى الحوار، ونشر ناشطون …`
        return True
    if word.conj and word.particle == "auxiliary" and word.stem in rule_words("had") and draft.how != "clause":
        # `أقرت بمهاجمة أهداف، وكانت أشد ضرباتها …`
        return True
    if word.conj and word.particle == "negation" and word.stem in rule_words("not_in_past") and p + 1 < len(reading.words) and reading.words[p + 1] is not None and not reading.words[p + 1].prep:
        # `أمر حراسه بالابتعاد، ولم يكتف بذلك`
        return True
    nouns = {base for base, _ in without_pronoun(word.stem)} & verbal_nouns()
    if nouns and p + 1 < len(reading.words) and reading.words[p + 1] is not None and reading.words[p + 1].prep == "ل":
        # `استنكر المؤتمرات، ودعمها للإضراب`
        return False
    return word.conj and word.verb == "perfect" and word.stem not in verbal_nouns() and not any(r.form.pos == "noun" for r in CUE_READINGS[reading.keys[p]])


def _nominative(reading, k):
    """Say whether a plural in ون stands at k, which is the subject of a verb right before it and in no construct."""
    word = reading.words[k] if k < len(reading.words) else None
    return word is not None and word.particle is None and not word.conj and not word.prep and not word.verb and len(word.stem) > 4 and word.stem.endswith("ون") and word.stem not in rule_words("singular_un")


def links(reading, k):
    """Say whether the word at k only leads to what follows: كما, بينما, التي, إلا أنه, وصولا إلى."""
    return _LINKS[reading.keys[k]] or reading.keys[k] == "الي" and bool(k) and reading.keys[k - 1] in rule_words("leading_to")


def _is_link(key):
    word = WORDS[key]
    return key in rule_words("leading_to") or key in rule_words("link") or word.particle == "relative" or has_pronoun(word) or word.stem in rule_words("adversative")


_LINKS = FormCache(_is_link)
