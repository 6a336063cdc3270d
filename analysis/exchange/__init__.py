"""Codings to and from other tools, one module a format. docs/exchange.md says what each keeps and loses.

Each module has `export(codings, path)` and `read(path, articles)`; `articles` are the untouched articles by id.

- `qdpx`      REFI-QDA project, for NVivo, MAXQDA, ATLAS.ti, QualCoder
- `dna`       statement table of the kind that Discourse Network Analyzer makes (CSV)
- `webanno`   W3C Web Annotation (JSON-LD)
"""

FORMATS = {"qdpx": ".qdpx", "dna": ".csv", "webanno": ".jsonld"}
"""Format → ending of its files."""
