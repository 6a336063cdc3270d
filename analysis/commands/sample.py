"""Draw articles of a corpus at random, to be coded blind by a person.

CORPUS is a folder of text files or article folders, a folder that isnad run wrote, or a .csv or .parquet file with the
columns article_id and, to draw by them, outlet and date. The sample file names the articles in the order in which to code
them and remembers with which probability each was drawn, so that shares can be corrected for the program's error. Code
them with all suggestions hidden: a coder who sees them leans toward them.

Example:
  isnad sample corpus/ --n 50 --seed 1 --by outlet --out sample.csv
"""

from collections import Counter
from pathlib import Path

from analysis.errors import InputError
from analysis.sampling import BY, Listed, draw, write_sample


def add_arguments(parser):
    parser.add_argument("corpus", metavar="CORPUS", help="a folder of articles, or a .csv or .parquet file that lists them")
    parser.add_argument("--n", type=int, required=True, help="how many articles to draw")
    parser.add_argument("--seed", type=int, required=True, help="a number of your choice; the same one draws the same articles again")
    parser.add_argument("--by", choices=BY, help="give each outlet or each month its share of the sample, at least two articles")
    parser.add_argument("--out", metavar="FILE", default="sample.csv", help="where to write the sample (default: sample.csv)")


def run(args):
    if Path(args.out).exists():
        raise InputError("exists already; a second draw is not the sample that was coded", where=args.out, remedy="name another file with --out, or remove it")
    articles = list_articles(args.corpus)
    drawn = draw(articles, args.n, args.seed, args.by)
    write_sample(drawn, args.out)
    strata = Counter(d.stratum for d in drawn)
    print(f"{args.out}: {len(drawn)} of {len(articles)} articles" + (f", by {args.by}: " + ", ".join(f"{name} {n}" for name, n in strata.items()) if args.by else ""))


def list_articles(corpus):
    """Return the Listed articles of a corpus; their texts are not read."""
    path = Path(corpus)
    if not path.exists():
        raise InputError("no such corpus", where=corpus, remedy="check the path")
    if path.is_file() or any(path.rglob("*.parquet")):
        return _from_tables([path] if path.is_file() else sorted(path.rglob("articles*.parquet")) or sorted(path.rglob("articles/*.parquet")), corpus)
    found = [Listed(file.stem) for file in sorted(path.glob("*.txt"))] + [_folder(file.parent) for file in sorted(path.glob("*/article.txt"))]
    if not found:
        raise InputError("holds no articles", where=corpus, remedy="give a folder of .txt files or of folders with article.txt")
    return found


def _folder(folder):
    from analysis.text import read_metadata

    metadata = read_metadata(folder / "article.yml")
    return Listed(folder.name, metadata.get("outlet"), metadata.get("date"))


def _from_tables(files, corpus):
    import pandas as pd

    readers = {".parquet": pd.read_parquet, ".csv": lambda file: pd.read_csv(file, dtype="string")}
    if not files or files[0].suffix not in readers:
        raise InputError("is no list of articles", where=corpus, remedy="give a folder, or a .csv or .parquet file with article_id, outlet, date")
    table = pd.concat([readers[file.suffix](file) for file in files])
    if "article_id" not in table:
        raise InputError("has no column article_id", where=corpus, value=list(table), remedy="name it so")
    columns = [table[name] if name in table else pd.Series(pd.NA, index=table.index) for name in Listed._fields]
    return [Listed(*(None if pd.isna(value) else str(value) for value in row)) for row in zip(*columns)]
