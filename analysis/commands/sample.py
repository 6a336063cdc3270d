"""Draw articles of a corpus at random, to be coded blind by a person.

CORPUS is anything that isnad run reads (folders of texts, CSV, JSON lines, Parquet), or the folder that it wrote. The
sample file names the articles in the order in which to code them and remembers with which probability each was drawn, so
that shares can be corrected for the program's error. Code them in notebooks/2-annotate.ipynb with annotate(…, blind=True):
a coder who sees suggestions leans toward them.

Example:
  isnad sample corpus/ --n 10 --seed 1 --by outlet --out sample.csv
"""

from collections import Counter
from pathlib import Path

from analysis.commands.arguments import check_no_address, whole_number
from analysis.errors import InputError
from analysis.sampling import BY, Listed, draw, write_sample


def add_arguments(parser):
    parser.add_argument("corpus", metavar="CORPUS", help="a corpus, or the folder that isnad run wrote")
    parser.add_argument("--n", type=whole_number, required=True, help="how many articles to draw")
    parser.add_argument("--seed", type=int, required=True, help="a number of your choice; the same one draws the same articles again")
    parser.add_argument("--by", choices=BY, help="give each outlet or each month its share of the sample, at least two articles")
    parser.add_argument("--out", metavar="FILE", default="sample.csv", help="where to write the sample (default: sample.csv)")


def run(args):
    check_no_address(args.corpus)
    if Path(args.out).exists():
        raise InputError("exists already; a second draw is not the sample that was coded", where=args.out, remedy="name another file with --out, or remove it")
    articles, unread = list_articles(args.corpus)
    drawn = draw(articles, args.n, args.seed, args.by)
    write_sample(drawn, args.out)
    strata = Counter(d.stratum for d in drawn)
    print(f"{args.out}: {len(drawn)} of {len(articles)} articles" + (f", by {args.by}: " + ", ".join(f"{name} {n}" for name, n in strata.items()) if args.by else ""))
    if unread:
        print(f"not read, and so with no chance to be drawn: {unread}; isnad run lists each in rejects.jsonl")


def list_articles(corpus):
    """Return (the Listed articles of a corpus or of a run's folder, how many records could not be read)."""
    if (Path(corpus) / "manifest.json").exists():
        from analysis.run import open_run

        table = open_run(corpus).sql("SELECT article_id, outlet, date FROM articles ORDER BY article_id").astype(object)
        return [Listed(*row) for row in table.where(table.notna(), None).itertuples(index=False)], 0
    from analysis.reading import read_corpus

    found = [(record.article.article_id, record.article.outlet, record.article.date) if record.article else None for record in read_corpus(corpus)]
    return [Listed(*row) for row in found if row], found.count(None)
