"""Score codings against gold: precision, recall and F1 of cues, sources, contents, stances and frames.

GOLD is a coding file, a folder of them, or a folder of gold codings (ID.json beside ID.txt). CODING is a coding file, a
folder, or what isnad analyze --format jsonl wrote (- reads it from standard input). Rows that the gold marks optional are
neither required nor punished. Intervals come from resampling articles; one article has none. By rule, each rule of statements has how many of its
statements are right, each rule of stances how many of the triples that it found; by family, the rules of stances that
docs/stance.md has in one row are counted together.

A source counts as right where the same words are marked as the source, or where it is the same actor by id or name. So a
coding that marks the same words and means somebody else by them still has it right; “who is meant” says how often the
statements that both have are of the same actor (by id or name, as each coding's list of actors has them), and how often at
least of the same party. --worst lists the others as “speaker”.

Example:
  isnad score corpus/unsc_2336/codings/reference.json codings.jsonl --worst 10
  isnad score gold/ codings.jsonl --by rule
  isnad analyze --format jsonl gold/*.txt | isnad score gold/ - --by family
"""

import json

from analysis.commands.listing import columns, one_line
from analysis.errors import InputError

TITLES = {
    "cue": "cue", "source": "cue + source", "content_0.3": "cue + content ≥ 0.3", "content_0.8": "cue + content ≥ 0.8",
    "attribution_0.3": "attribution ≥ 0.3", "attribution_0.8": "attribution ≥ 0.8", "words": "words by party",
    "stance": "stance triples", "stance_pair": "stance pairs", "frame": "frames by sentence",
}
ACCURACIES = {"source_given_cue": "source, where the cue is found", "implicit_source_given_cue": "… and is implicit",
              "meant_actor": "who is meant: the same actor", "meant_party": "… or one of the same party"}
HEAD = ("", "P", "R", "F1", "95 %", "gold", "coded")
STATEMENTS = ("cue", "attribution_0.3", "attribution_0.8")
GROUPS = {"form": STATEMENTS, "rule": (*STATEMENTS, "stance"), "family": ("stance",), "frame": ("frame",)}
"""What can be shown in groups → the measures that each group has."""


def add_arguments(parser):
    parser.add_argument("gold", metavar="GOLD", help="a coding file or a folder of codings to measure by")
    parser.add_argument("codings", metavar="CODING", nargs="+", help="coding files, folders, .jsonl files, or - for standard input")
    parser.add_argument("--by", choices=tuple(GROUPS), help="also by form of speech, by rule, by family of stance rules, or by frame")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list N errors of each cause")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="table: to read; json: every figure (default: table)")


def run(args):
    from analysis.codings.many import read_codings
    from analysis.score import score

    gold = read_codings(args.gold)
    articles = {coding.article.article_id: coding.article for coding in gold}
    codings = [coding for path in args.codings for coding in read_codings(path, articles)]
    if not codings:
        raise InputError("hold no coding of a gold article", where=" ".join(args.codings), value=sorted(articles), remedy="check the article ids")
    scores = score(gold, codings)
    print(json.dumps(as_data(scores, args.by), ensure_ascii=False, indent=1) if args.format == "json" else as_text(scores, args.by, args.worst))
    beside = len({coding.article.article_id for coding in codings} - articles.keys())
    if beside:
        print(f"\n{beside} codings are of articles without gold and were passed over.")


def as_text(scores, by=None, worst=0):
    """Return the scores as a table to read, the groups asked for, and the first errors of each cause."""
    blocks = [heading(scores), columns([HEAD, *(_row(scores, measure, title) for measure, title in TITLES.items() if measure in scores)])]
    blocks.append(columns([(title, percent(scores[m].precision), _interval(scores, m, "precision"), f"n = {scores[m].coded}") for m, title in ACCURACIES.items() if m in scores]))
    if by:
        blocks.append(_groups(scores, by))
    blocks.append("errors: " + ", ".join(f"{cause} {n}" for cause, n in scores.causes.most_common()) if scores.causes else "no errors")
    for cause in scores.causes if worst else ():
        blocks.append(f"{cause}\n" + columns([_error(e) for e in scores.errors if e.cause == cause][:worst]))
    return "\n\n".join(block for block in blocks if block)


def heading(scores):
    """Say what the figures are measured on, and who coded that."""
    who = ", ".join(f"{coder} ({'a person' if kind == 'person' else 'a language model, not a person' if kind == 'model' else 'the rules'})" for coder, kind in scores.gold_coders)
    return f"{len(scores.articles)} article{'s' * (len(scores.articles) > 1)}, {scores['cue'].gold} statements, {scores['stance'].gold} stance triples; coded by {who}; in percent"


def percent(value):
    return "–" if value is None else f"{100 * value:.1f}"


def _interval(scores, measure, figure="f1"):
    bounds = scores.interval(measure, figure)
    return "–" if bounds is None else f"{percent(bounds[0])}–{percent(bounds[1])}"


def _row(scores, measure, title):
    counts = scores[measure]
    return title, percent(counts.precision), percent(counts.recall), percent(counts.f1), _interval(scores, measure), str(counts.gold), str(counts.coded)


def _groups(scores, by):
    """Show each group's figures; by rule and family only precision, since the gold knows no rules."""
    rows = [(by, "measure", "P", "R", "F1", "gold", "coded")]
    for value, counts in scores.by(by).items():
        for measure in GROUPS[by]:
            c = counts.get(measure)
            if c is not None:
                known = (percent(c.recall), percent(c.f1), str(c.gold)) if by not in ("rule", "family") else ("", "", "")
                rows.append((value or "–", TITLES[measure], percent(c.precision), *known, str(c.coded)))
    return columns(rows)


def _error(error):
    got = "" if error.got is None else f"got {one_line(error.got)}"
    expected = "" if error.expected in (None, error.text) else error.expected
    return error.article_id, str(error.start), error.cue or "", expected, got, error.rule or "", error.text


def as_data(scores, by=None):
    """Return every figure as plain data; shares 0–1, missing is null."""
    data = {"articles": len(scores.articles), "gold_coders": [{"coder": c, "coder_type": t} for c, t in scores.gold_coders], "measures": {}, "causes": dict(scores.causes)}
    for measure in (*TITLES, *ACCURACIES):
        if measure in scores:
            figures = ("precision", "recall", "f1")
            bounds = {f"{f}_interval": scores.interval(measure, f) for f in figures}
            data["measures"][measure] = _figures(scores[measure]) | bounds
    if by:
        data[by] = {str(value): {m: _figures(c) for m, c in counts.items()} for value, counts in scores.by(by).items()}
    return data


def _figures(c):
    return {"precision": c.precision, "recall": c.recall, "f1": c.f1, "gold": c.gold, "coded": c.coded, "right": c.right, "found": c.found}
