"""The page of a text under silence: its clock, and the breaks that the room may know of.

Knows no toolkit. Breaks leave here only when the rule lets the room know of them.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from tabletop.gui.room.decisions import opened
from tabletop.gui.room.rows import BreakRow, SilencePage
from tabletop.scenario.moments import day_and_time
from tabletop.scenario.rules import Silence

if TYPE_CHECKING:
    from datetime import datetime

    from tabletop.exercise.records import Circulation
    from tabletop.exercise.state import ExerciseState
    from tabletop.gui.room.wording import RoomTexts
    from tabletop.scenario.model import Decision


def silence_page(
    state: ExerciseState, decision_id: str, texts: RoomTexts, now: datetime
) -> SilencePage | None:
    """Return the text that was circulated last, or None when there is none."""
    decision = opened(state, decision_id)
    circulation = state.decision_run(decision_id).circulation
    if decision is None or circulation is None:
        return None
    option = decision.option(circulation.option)
    breaks = known_breaks(state, decision, circulation, now)
    stopped, ended = _end(state, decision, circulation, now, is_broken=bool(breaks))
    left = 0 if stopped else ceil(circulation.deadline - state.played(now))
    deadline = told_deadline(state, circulation, now)
    return SilencePage(
        decision_id=decision_id,
        title=texts.filled(decision.question or decision.title),
        text=texts.filled(circulation.text or (option.title if option else "")),
        revision=circulation.revision,
        seconds_left=max(left, 0),
        seconds_given=ceil(circulation.deadlines[-1] - circulation.played),
        deadline=day_and_time(deadline, state.scenario.starts) if deadline else "",
        ended=ended,
        stopped=stopped,
        breaks=breaks,
    )


def told_deadline(state: ExerciseState, circulation: Circulation, now: datetime) -> datetime | None:
    """Return the scenario time at which silence ends, or None when that would mislead.

    Real time runs out, not the scenario's: once the scenario has moved past the time that was
    told, or the deadline was extended by real minutes, only the real time left is true.
    """
    deadline = circulation.scenario_deadline
    if deadline is None or len(circulation.deadlines) > 1:
        return None
    return deadline if deadline > state.scenario_time(now) else None


def known_breaks(
    state: ExerciseState, decision: Decision, circulation: Circulation, now: datetime
) -> tuple[BreakRow, ...]:
    """Return the breaks in time that the room may know of."""
    if not _knows_of_breaks(state, decision, circulation, now):
        return ()
    return tuple(BreakRow(one.role, one.text) for one in circulation.breaks_in_time)


def _knows_of_breaks(
    state: ExerciseState, decision: Decision, circulation: Circulation, now: datetime
) -> bool:
    """Whether the room may know of breaks: at once, at the deadline, or when revealed."""
    hidden = isinstance(decision.rule, Silence) and decision.rule.reveal == "at_deadline"
    return (
        not hidden
        or _run_until(state, decision, now) >= circulation.deadline
        or "final" in state.decision_run(decision.id).revealed
    )


def _run_until(state: ExerciseState, decision: Decision, now: datetime) -> float:
    """Return how far the clock of a silence has run: closing the decision stops it."""
    played, outcome = state.played(now), state.decision_run(decision.id).outcome
    return played if outcome is None else min(played, outcome.played)


def _end(
    state: ExerciseState,
    decision: Decision,
    circulation: Circulation,
    now: datetime,
    *,
    is_broken: bool,
) -> tuple[str, str]:
    """Return the word on a clock that has stopped before its time, and how silence ended."""
    word, said = "", ""
    if circulation.withdrawn:
        word, said = "Withdrawn", "The text was withdrawn."
    elif is_broken:
        word, said = "Broken", "Silence was broken."
    elif _run_until(state, decision, now) >= circulation.deadline:
        said = "The deadline has passed."
    if state.decision_run(decision.id).outcome is None:
        return word, said
    return "Closed", f"{said} The decision is closed.".lstrip()
