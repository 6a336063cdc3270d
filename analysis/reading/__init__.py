"""Read corpora as they come: folders of texts, web pages and Word files, CSV, JSON lines, Parquet, XML dumps.

    read_corpus(path, mapping)   every record: an article, or the reason why it is none
    articles(path, mapping)      the articles alone, of a corpus that should be whole
    read_mapping(path)           which column, key or element holds what
    find_stories(articles)       which articles are copies of one text
"""

from analysis.reading.copies import find_stories
from analysis.reading.corpus import articles, corpus_files, read_corpus
from analysis.reading.making import Record
from analysis.reading.mapping import Mapping, read_mapping

__all__ = ["Mapping", "Record", "articles", "corpus_files", "find_stories", "read_corpus", "read_mapping"]
