"""Actors: the world registry, an article's own actors, every place where a text names one, and who a noun phrase means."""

from analysis.actors.identify import identify
from analysis.actors.mentions import Mentions, find_mentions
from analysis.actors.reading import actors_of, read_actors
from analysis.actors.registry import Registry, load_registry

__all__ = ["Mentions", "Registry", "actors_of", "find_mentions", "identify", "load_registry", "read_actors"]
