"""An exercise under way on this machine: one journal, one state, one clock, any number of watchers.

May import ``exercise`` and ``scenario`` only; the journal comes in as the protocol of
``exercise.journal``. ``LiveExercise`` is the single place where a command becomes entries: it
decides, appends, and only after the append has returned (that is, after the commit) folds the
entries and tells the watchers. What was shown as recorded is therefore always recorded.
"""

from tabletop.live.clock import SteadyClock
from tabletop.live.exercise import LiveExercise, Watcher

__all__ = ["LiveExercise", "SteadyClock", "Watcher"]
