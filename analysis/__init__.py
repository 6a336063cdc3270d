"""Who speaks in Arabic news, about whom, and how each party comes out of it.

    article = read_article("corpus/unsc_2336")    a file, or a folder with article.txt
    registry = load_registry("actors.yml")        the built-in actors and your own
    coding = analyze(article, registry)           statements, stances, namings, frames, each with its evidence
    show(coding)                                  read it in colour, in a notebook
    annotate("corpus/unsc_2336", "huda")          correct it, in a notebook
    tables = to_tables([coding])                  pandas, one table a kind of row
    run_corpus("news.jsonl.gz", "out")            a whole corpus, into Parquet
    open_run("out")                               read that back

Each name is imported when it is first used: `import analysis` costs nothing.
"""

from importlib import import_module

PUBLIC = {
    "analyze": "analysis.pipeline",
    "annotate": "analysis.widget",
    "article_from_text": "analysis.text",
    "load_registry": "analysis.actors",
    "make_report": "analysis.report",
    "open_run": "analysis.run",
    "read_article": "analysis.text",
    "read_coding": "analysis.codings",
    "read_corpus": "analysis.reading",
    "run_corpus": "analysis.run",
    "show": "analysis.reader",
    "to_tables": "analysis.tables",
    "write_coding": "analysis.codings",
}
"""Public name → the module that holds it. Comparison of outlets, agreement and figures have modules of their own."""

__all__ = list(PUBLIC)


def __getattr__(name):
    if name not in PUBLIC:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    return getattr(import_module(PUBLIC[name]), name)


def __dir__():
    return [*globals(), *PUBLIC]
