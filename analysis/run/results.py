"""Read a run back: pandas for what fits in memory, DuckDB over the Parquet files for what does not."""

from functools import cached_property
from itertools import count, takewhile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import InputError
from analysis.records import Actor, Coding
from analysis.run.files import read_json
from analysis.run.layout import MANIFEST, STORIES, SUMMARY, is_coded, part, state
from analysis.run.schema import RUN_TABLES, from_arrow, schema

MOST_ROWS = 5_000_000
"""Rows of the largest table that is loaded into pandas; more is for `sql`."""

def open_run(folder):
    """Open the folder of `isnad run`. What is coded so far can be read while the run goes on.

    Example:
        run = open_run("out")
        run.table("statements", where="source_party = 'russia'")       a DataFrame
        run.sql("SELECT outlet, count(*) FROM statements JOIN articles USING (article_id) GROUP BY outlet")
        run.coding("n0001")                                            an article's Coding, for the reader and the figures
    """
    if read_json(Path(folder) / MANIFEST) is None:
        raise InputError("is no folder of isnad run: it holds no manifest.json", where=str(folder), remedy="give the folder that --out named")
    return Run(Path(folder))


class Run:
    """The tables of a run. `manifest` says what it was made of; `summary` is None until it has come to its end."""

    def __init__(self, folder):
        self.folder = folder
        self.manifest, self.summary = read_json(folder / MANIFEST), read_json(folder / SUMMARY)

    @cached_property
    def db(self):
        """A DuckDB connection in which every table of the run is a view."""
        import duckdb

        connection = duckdb.connect()
        for table in RUN_TABLES:
            files = self._files(table)
            connection.from_parquet(files).create_view(table) if files else connection.register(table, schema(RUN_TABLES[table]).empty_table())
        if (self.folder / STORIES).exists():
            connection.from_parquet(str(self.folder / STORIES)).create_view("stories")
        return connection

    def sql(self, query, parameters=None):
        """Return the rows of an SQL query over the tables as a DataFrame with nullable types. `?` stands for a parameter."""
        return _to_pandas(self.db.sql(query, params=parameters or None).to_arrow_table())

    def table(self, name, columns=None, where=None, parameters=None):
        """Return a table as a DataFrame: the columns named, the rows for which the SQL condition `where` holds.

        Raises InputError where it would hold more than five million rows.
        """
        if name not in (*RUN_TABLES, "stories"):
            raise InputError("is no table of a run", where="table", value=name, remedy="use " + ", ".join((*RUN_TABLES, "stories")))
        condition = f" WHERE {where}" if where else ""
        [(n,)] = self.db.sql(f"SELECT count(*) FROM {name}{condition}", params=parameters or None).fetchall()
        if n > MOST_ROWS:
            raise InputError(f"holds {n:,} rows, too many for pandas", where=f"table {name}", remedy="name a condition (where=…), or count in SQL: run.sql(…)")
        return self.sql(f"SELECT {', '.join(columns) if columns else '*'} FROM {name}{condition}", parameters)

    def codings(self, where="true", parameters=None):
        """Yield the Coding of each article for which the condition on the table of articles holds, shard by shard.

        Articles that were read but could not be coded (rejects.jsonl) stand in the table of articles and are left out here.
        """
        if not self._shards():
            return
        query = f"SELECT filename, list(article_id) FROM read_parquet($files, filename = true) WHERE {where} GROUP BY filename ORDER BY filename"
        named = {f"p{i}": value for i, value in enumerate(parameters or [])}
        for i in range(len(named)):
            query = query.replace("?", f"$p{i}", 1)
        for file, ids in self.db.execute(query, {"files": self._files("articles"), **named}).fetchall():
            yield from self._codings_of(int(Path(file).stem.removeprefix("part-")), ids)

    def coding(self, article_id):
        """Return one article's Coding. Raises InputError where the run has no such article."""
        found = next(self.codings("article_id = ?", [article_id]), None)
        if found is None:
            raise InputError("is no article of this run", where="article_id", value=article_id, remedy="see run.table('articles', ['article_id'])")
        return found

    def _codings_of(self, number, ids):
        """Yield the Codings of articles of one shard, but for those that could not be coded."""
        rejected = {reject["article_id"] for reject in read_json(state(self.folder, "coded", number))["rejects"]}
        ids = [i for i in ids if i not in rejected]
        rows = {article_id: {table: [] for table in RUN_TABLES} for article_id in ids}
        for table, record in RUN_TABLES.items():
            for row in from_arrow(pq.read_table(part(self.folder, table, number), filters=[("article_id", "in", ids)]), record):
                rows[row.article_id][table].append(row if table != "actors" else Actor(*row[1:]))
        for tables in rows.values():
            [article] = tables.pop("articles")
            yield Coding(article, **tables)

    def _shards(self):
        """Return the numbers of the shards that are coded by now."""
        read = takewhile(lambda n: state(self.folder, "read", n).exists(), count())
        return [number for number in read if is_coded(self.folder, number)]

    def _files(self, table):
        """Return the files of a table, or the pattern that all of them match where the run is at its end."""
        if self.summary is not None and self._shards():
            return str(self.folder / table / "part-*.parquet")
        return [str(part(self.folder, table, number)) for number in self._shards()]


def _to_pandas(table):
    """Return an Arrow table as a DataFrame in which a missing value is NA, as in analysis.tables."""
    import pandas as pd  # here: a worker that codes shards does without it

    types = {pa.int32(): pd.Int64Dtype(), pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.string(): pd.StringDtype(), pa.bool_(): pd.BooleanDtype()}
    for i, field in enumerate(table.schema):
        if pa.types.is_decimal(field.type):  # what DuckDB's sum() of whole numbers gives
            table = table.set_column(i, field.name, table.column(i).cast(pa.int64() if field.type.scale == 0 else pa.float64()))
    return table.to_pandas(types_mapper=types.get)
