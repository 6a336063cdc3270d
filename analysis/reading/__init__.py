"""Read corpora as they come: folders of texts, web pages and Word files, CSV, JSON lines, Parquet, XML dumps.

    read_corpus(path, mapping)   every record: an article, or the reason why it is none
    articles(path, mapping)      the articles alone, of a corpus that should be whole
    read_mapping(path)           which column, key or element holds what
"""

from analysis.reading.corpus import articles, corpus_files, read_corpus
from analysis.reading.making import Record
from analysis.reading.mapping import Mapping, read_mapping

__all__ = ["Mapping", "Record", "articles", "corpus_files", "read_corpus", "read_mapping"]
