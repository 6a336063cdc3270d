"""Store codings: one format for a person's and a machine's, checked to the last field when it is read.

A coding's file carries the words beside every offset, so that a changed text is noticed and nothing shifts in silence.

- `read_coding`, `write_coding`: the JSON file, written atomically
- `reanchor`: move a coding to a changed text by its quoted words
- `write_csv`, `read_csv`: the same as spreadsheets
- `read_gold`: gold codings of other projects' format
- `nest`: fill in depth and parent from the spans
"""

from analysis.codings.anchor import Unplaced, reanchor
from analysis.codings.gold import read_gold
from analysis.codings.nesting import nest
from analysis.codings.spreadsheet import read_csv, write_csv
from analysis.codings.store import read_coding, write_coding

__all__ = ["Unplaced", "nest", "read_coding", "read_csv", "read_gold", "reanchor", "write_coding", "write_csv"]
