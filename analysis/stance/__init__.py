"""Judge how each source evaluates each party: cached word analysis, one shallow clause reading, a named list of rules."""

from analysis.stance.judge import judge

__all__ = ["judge"]
