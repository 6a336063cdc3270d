"""The rules of stance in order. Each is tried at the words that can trigger it and yields Findings; its name goes into the row.

predicate     `اتهمت واشنطن طهران`, `دعم موسكو للأسد`, `خروقات من النظام`
anger         `أثارت واشنطن غضب طهران`
demand        `طالبت واشنطن موسكو بوقف دعمها`
release       `طالبت بإطلاق سراح القس المعتقل في تركيا`
distance      `زعمت إسرائيل أن`
threat        `هدد أردوغان بضرب العراق`, `دعا إلى تدمير إسرائيل`
permission    `لن نسمح لإيران بالتوسع`
condition     `تهدد إيران بالرد إذا انسحبت أميركا`
retaliation   `بلاده سترد إذا استمرت لندن`
obligation    `على روسيا أن تتعاون`
pretext       `منعت إسرائيل وصولهم بحجة أنها منطقة عسكرية`
shortfall     `لا تبذل روسيا جهودا كافية`
credit        `بفضل التحالف`
ally          `النظام وحليفته روسيا`
league        `التحالف الدولي ضد داعش`
label         `الميليشيات الانقلابية`, `إخواننا في قطر`
evaluation    `موقف روسيا مخز`
idiom         `الموقف الأمريكي غير مقبول`
"""

from analysis.stance.allies import ally_rule
from analysis.stance.angered import anger_rule
from analysis.stance.demands import condition, demand, distance, obligation, permission, release, retaliation, threat
from analysis.stance.evaluations import credit, evaluation_rule, idiom_rule, pretext, shortfall
from analysis.stance.labels import label_rule
from analysis.stance.leagues import league_rule
from analysis.stance.lexicon import TRIGGERS, turns
from analysis.stance.predicates import predicate_rule
from analysis.text import fold
from analysis.words import FormCache

RULES = (
    ("predicate", lambda t: t.forms, False, predicate_rule),
    ("anger", lambda t: any(fold(p.lemma) in turns("angering") for _, p in t.forms), False, anger_rule),
    ("demand", lambda t: any(p.cls == "demand" for _, p in t.forms), False, demand),
    ("release", lambda t: any(p.cls == "demand" for _, p in t.forms), True, release),
    ("distance", lambda t: any(p.cls == "distance" for _, p in t.forms), True, distance),
    ("threat", lambda t: any(p.cls in ("hostile", "demand") and not p.needed for _, p in t.forms), True, threat),
    ("permission", lambda t: any(p.cls == "permission" for _, p in t.forms), False, permission),
    ("condition", lambda t: any(p.cls == "hostile" for _, p in t.forms), True, condition),
    ("retaliation", lambda t: t.turn == "retaliation", False, retaliation),
    ("obligation", lambda t: t.turn == "obligation", False, obligation),
    ("pretext", lambda t: t.turn == "pretext", False, pretext),
    ("shortfall", lambda t: t.turn == "enough", False, shortfall),
    ("credit", lambda t: t.turn == "credited", False, credit),
    ("ally", lambda t: t.turn == "ally_of", False, ally_rule),
    ("league", lambda t: t.turn == "against_whom", False, league_rule),
    ("label", lambda t: t.labels and (t.labels[0][1].stance or t.labels[0][1].word in turns("militia") | turns("extremist")) or t.turn in ("own", "own_foe"), False, label_rule),
    ("idiom", lambda t: t.idioms, False, idiom_rule),
    ("evaluation", lambda t: t.evaluations, False, evaluation_rule),
)
"""Name; which triggers it is for; whether it needs a cue of a statement there; the rule."""


PLANS = FormCache(lambda key: tuple((needs_cue, rule) for _, applies, needs_cue, rule in RULES if applies(TRIGGERS[key])))
"""Trigger's folded form → the rules to try at it, as (needs a cue, rule)."""


def findings(page, i, key, trigger):
    """Return the Findings at token i; a question and a match show nothing."""
    if page.silent and i >= page.silent.get(page.tokens.sentence_of[i], i + 1):
        # `قدم المنتخب عرضا رائعا`: but how a side plays is judged.
        return list(idiom_rule(page, i, trigger)) if trigger.idioms and i in page.played else ()
    found = []
    for needs_cue, rule in PLANS[key]:
        if not needs_cue or i in page.cue_at:
            found.extend(rule(page, i, trigger))
    return found
