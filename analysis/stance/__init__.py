"""Judge how each source evaluates each party: cached word analysis, one shallow clause reading, a named list of rules."""

from analysis.stance.explain import explain
from analysis.stance.judge import judge

__all__ = ["explain", "judge"]
