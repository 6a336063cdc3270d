"""How well coders agree, and how a program's coding compares with a person's.

CODING is a coding file, a folder of them, or what isnad analyze --format jsonl wrote (beside coding files of the same
articles). People are compared with each other by alpha and F1; a program is measured against each person, or against the
coder that --reference names, by precision and recall. The two are different questions and never share a table.

Example:
  isnad agree article/codings/huda.json article/codings/omar.json
  isnad agree corpus/unsc_2336/codings codings.jsonl --reference reference
"""

import json
from collections import Counter
from pathlib import Path

from analysis.commands import score as scoring
from analysis.commands.listing import columns, one_line
from analysis.errors import InputError


def add_arguments(parser):
    parser.add_argument("codings", metavar="CODING", nargs="+", help="coding files, folders, or .jsonl files")
    parser.add_argument("--actors", metavar="ACTORS.yml", help="whose parties make the stance grid (default: actors.yml in the article's folder)")
    parser.add_argument("--reference", metavar="CODER", help="measure the programs against this coder")
    parser.add_argument("--worst", type=int, default=10, metavar="N", help="list the N worst disagreements (default: 10)")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="table: to read; json: every figure (default: table)")


def run(args):
    people, programs, references = sort_coders(read(args.codings), args.reference)
    parties = grid_parties(args)
    from analysis.agreement import agree, validity

    agreements = [agree(group, parties) for group in (people, programs if not references else []) if len(coders(group)) > 1]
    measured = [validity(*common(reference, program)) for reference in references for program in _each(programs) if program[0].coder != reference[0].coder]
    if not agreements and not measured:
        raise InputError("there is only one coder", value=coders(people + programs), remedy="give the codings of at least two coders")
    if args.format == "json":
        data = {"agreement": [agreement_data(a) for a in agreements], "validity": [validity_data(v) for v in measured]}
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print("\n\n\n".join([*(agreement_text(a, args.worst) for a in agreements), *(validity_text(v, args.worst) for v in measured)]))


def read(paths):
    """Return the codings of all paths; .jsonl files come last, since the others bring the articles."""
    from analysis.codings.many import read_codings

    codings = []
    for path in sorted(paths, key=lambda path: str(path).endswith(".jsonl")):
        found = read_codings(path, {coding.article.article_id: coding.article for coding in codings})
        if not found:
            raise InputError("holds no coding of an article that the other files are about", where=str(path), remedy="name coding files of the same articles before it")
        codings += found
    return codings


def sort_coders(codings, reference=None):
    """Return (people's codings, programs' codings, list of reference coders' codings)."""
    people = [coding for coding in codings if coding.coder_type == "person"]
    programs = [coding for coding in codings if coding.coder_type != "person"]
    if reference is None:
        return people, programs, _each(people) if programs else []
    chosen = [coding for coding in codings if coding.coder == reference]
    if not chosen:
        raise InputError("no coding by this coder", where="--reference", value=reference, remedy="use one of " + ", ".join(coders(codings)))
    return people, programs, [chosen]


def coders(codings):
    return list(dict.fromkeys(coding.coder for coding in codings))


def _each(codings):
    return [[coding for coding in codings if coding.coder == coder] for coder in coders(codings)]


def common(reference, program):
    """Return both lists cut down to the articles that both coded."""
    shared = {c.article.article_id for c in reference} & {c.article.article_id for c in program}
    if not shared:
        raise InputError("have no article in common", value=[reference[0].coder, program[0].coder], remedy="give codings of the same articles")
    return [c for c in reference if c.article.article_id in shared], [c for c in program if c.article.article_id in shared]


def grid_parties(args):
    """Return the parties of the actors file that makes the stance grid, or None where there is none."""
    places = [Path(path) for path in args.codings if not str(path).endswith(".jsonl")]
    beside = [folder / "actors.yml" for path in places for folder in (path, path.parent, path.parent.parent)]
    found = args.actors or next((str(path) for path in beside if path.is_file()), None)
    if found is None:
        return None
    from analysis.actors import read_actors

    return sorted({actor.party for actor in read_actors(found)})


def agreement_text(a, worst):
    """Return an Agreement to read."""
    title = "Agreement between people" if a.people else "Agreement between programs (the thresholds for people do not apply)"
    rows = [("", "", "value", "95 %", "n", "", "prevalence")] + [_measure(a, m) for m in a.measures]
    alone = ", ".join(f"{coder} {n}" for coder, n in a.unmatched.items())
    blocks = [f"{title}: {', '.join(a.coders)} on {_articles(a.articles)}", columns(rows), f"statements that no other coder has: {alone}"]
    if a.outside:
        blocks.append("stances outside the grid: " + ", ".join(f"{source} → {target} {sign}" for source, target, sign in a.outside))
    blocks += a.notes
    if worst and a.disagreements:
        counts = Counter(d.kind for d in a.disagreements)
        listed = columns([_disagreement(d) for d in a.disagreements[:worst]])
        blocks.append(f"{len(a.disagreements)} disagreements ({', '.join(f'{kind} {n}' for kind, n in counts.items())}), the worst:\n{listed}")
    return "\n\n".join(blocks)


def _articles(articles):
    return f"{len(articles)} articles" if len(articles) > 1 else f"1 article ({articles[0]}); no interval"


def _measure(a, m):
    bounds = "–" if m.low is None else f"{m.low:.2f}–{m.high:.2f}"
    prevalence = ", ".join(f"{value} {share:.0%}" for value, share in (m.prevalence or {}).items())
    return m.name, m.statistic, "undefined" if m.value is None else f"{m.value:.3f}", bounds, f"{m.n} {m.unit}", a.verdict(m) or "", prevalence or " "


def _disagreement(d):
    views = "; ".join(f"{coder}: {one_line(view) if view else 'none'}" for coder, view in d.views)
    return d.article_id, str(d.start), d.kind, views, d.text


def validity_text(v, worst):
    """Return a Validity to read."""
    kind = "a person" if v.reference_type == "person" else "a language model, not a person" if v.reference_type == "model" else "a program"
    blocks = [f"{v.program} measured against {v.reference} ({kind})", scoring.as_text(v.scores, worst=worst)]
    blocks.append(confusion("source's party", v.sources, v))
    blocks.append(confusion("sign of a source toward a party", v.signs, v))
    return "\n\n".join(blocks)


def confusion(title, counts, v):
    """Return a confusion table as its cells off the diagonal, most frequent first, after the number on it."""
    right = sum(n for (expected, found), n in counts.items() if expected == found)
    rows = [(v.reference, v.program, "n")] + [(expected, found, str(n)) for (expected, found), n in counts.most_common() if expected != found]
    return f"{title}: {right} of {counts.total()} the same; the others:\n{columns(rows)}" if len(rows) > 1 else f"{title}: all {right} the same"


def agreement_data(a):
    """Return an Agreement as plain data."""
    measures = [m._asdict() | {"reading": a.verdict(m)} for m in a.measures]
    return {
        "coders": a.coders, "people": a.people, "articles": a.articles, "measures": measures, "unmatched": a.unmatched,
        "outside_grid": a.outside, "notes": a.notes, "disagreements": [d._asdict() | {"views": dict(d.views)} for d in a.disagreements],
    }


def validity_data(v):
    """Return a Validity as plain data."""
    table = lambda counts: [{"reference": a, "program": b, "n": n} for (a, b), n in counts.most_common()]
    return {
        "reference": v.reference, "reference_type": v.reference_type, "program": v.program,
        "scores": scoring.as_data(v.scores), "sources": table(v.sources), "signs": table(v.signs),
    }
