"""What an evaluator is asked about, in words: an entry, an objective and what was seen of it."""

import re
from collections.abc import Sequence
from datetime import date

from tabletop.exercise.journal import Entry
from tabletop.exercise.lateness import recorded_sentence
from tabletop.exercise.state import ExerciseState
from tabletop.gui.console.rows.texts import told

_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", re.ASCII)


def due_date(typed: str) -> str | None:
    """Return a date as the improvement plan sorts it, 2027-03-31; empty for none, None for words.

    31.3.2027 is understood too. With slashes day and month could be meant either way round.
    """
    words = typed.strip()
    if not words:
        return ""
    if found := _YEAR_FIRST.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(words):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def entry_in_words(seq: int, entries: Sequence[Entry], state: ExerciseState) -> str:
    """Return what an entry says; empty when there is none of that number."""
    entry = next((one for one in entries if one.seq == seq), None)
    return recorded_sentence(entry, state, state.scenario) if entry else ""


def next_unrated(state: ExerciseState) -> str | None:
    """Return the first objective without a rating."""
    rated = {rating.objective for rating in state.ratings.values()}
    return next((o.id for o in state.scenario.objectives if o.id not in rated), None)


def objective_in_words(objective_id: str, state: ExerciseState) -> str:
    """Return an objective's title, and how many observations were made of it."""
    title = next((o.title for o in state.scenario.objectives if o.id == objective_id), "")
    seen = [o for o in state.observations.values() if o.objective == objective_id]
    kept = [o.kind for o in seen if not o.withdrawn]
    counts = f"+{kept.count('strength')} –{kept.count('improvement')}"
    return f"{told(title, state)} ({counts})" if kept else told(title, state)
