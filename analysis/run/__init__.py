"""Run a whole corpus, on one machine or a cluster, and read the result back.

    run_corpus(corpus, out)   code every article into Parquet files; what is done is never done again
    open_run(out)             its tables: pandas for what fits in memory, DuckDB for what does not
"""

from analysis.run.corpus import run_corpus
from analysis.run.results import Run, open_run

__all__ = ["Run", "open_run", "run_corpus"]
