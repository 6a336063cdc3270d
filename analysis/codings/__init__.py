"""Store codings: one format for a person's and a machine's, checked to the last field when it is read.

A coding's file (ARTICLE/codings/CODER.json) is UTF-8 JSON, indented, its keys in the order of the record types:

    schema, article_id, sha256     the file's form (1), and the very text that was coded
    codebook, coder, coder_type, coder_note, created, modified, blind
    actors, statements, stances    the rows of analysis.records; mentions, namings and frames where the program found some

Missing is null. A row says how it came about: `status` (suggested, accepted, edited, made, rejected), the `rule` that
suggested it, the `coder`. The words stand beside every offset (`cue`, `source_text`, `evidence`; content as {start, end,
text}), so that a changed text is noticed and nothing shifts in silence. `sentence_id` is for the reader's eye: it follows
from the offsets and is worked out anew when the file is read.

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
