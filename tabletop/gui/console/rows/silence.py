"""A text under silence: the clock in both times, the bar that empties, breaks, seats as boxes."""

from dataclasses import dataclass, field
from datetime import timedelta

from tabletop.exercise.records import Circulation
from tabletop.exercise.state import ExerciseState
from tabletop.gui.console.rows.texts import (
    duration,
    local_time,
    option_title,
    scenario_moment,
)
from tabletop.gui.room.silence import told_deadline
from tabletop.gui.situation import Situation
from tabletop.scenario.rules import Silence

LAST_MINUTE = 60


@dataclass(frozen=True, slots=True)
class BreakMark:
    """A break on the bar: where along it, who, when."""

    role: str
    at: float
    time: str
    text: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class SeatBox:
    role: str
    state: str


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """Everything the silence view shows."""

    stage: str
    revision: str
    clock: str
    caption: str
    fraction_left: float
    is_last_minute: bool
    is_stopped: bool
    scenario_deadline: str
    real_deadline: str
    given: str
    began: str
    ends: str
    breaks: tuple[BreakMark, ...]
    breaks_are_private: bool
    draft_heading: str
    draft: str
    seats: tuple[SeatBox, ...]
    counts: str


@dataclass(frozen=True, slots=True)
class EndedSilence:
    """A silence that has run its time while the decision is open; the same deadline is the same."""

    decision_id: str
    revision: int
    deadline: float
    headline: str = field(compare=False)
    detail: str = field(compare=False)
    is_in_sight: bool = field(compare=False)


def ended_silences(situation: Situation) -> tuple[EndedSilence, ...]:
    """Return the silences that have run out in open decisions, in the order of the scenario."""
    found = (_ended(situation, decision_id) for decision_id in situation.ended_silences)
    return tuple(ended for ended in found if ended is not None)


def _ended(situation: Situation, where: str) -> EndedSilence | None:
    text = situation.state.decision_run(where).circulation
    if text is None:
        return None
    breakers = ", ".join(dict.fromkeys(b.role for b in text.breaks_in_time))
    headline = f"Silence on {where} has run out{'' if breakers else ', unbroken'}."
    detail = (
        f"Broken by {breakers}: there is no agreement; revise the text, or close {where}."
        if breakers
        else f"The text stands once {where} is closed."
    )
    decision = situation.decision
    in_sight = decision is not None and decision.id == where
    return EndedSilence(where, text.revision, text.deadline, headline, detail, in_sight)


def silence_row(situation: Situation) -> SilenceRow | None:
    """Return the silence view, or None while no text of the decision is in circulation."""
    decision, text = situation.decision, situation.circulation
    if decision is None or text is None or situation.silence_stage is None:
        return None
    state = situation.state
    left = max(0.0, text.deadline - state.played(situation.now))
    reached = situation.silence_stage
    under = reached == "under_silence"
    seats = tuple(_seat(role, text) for role in state.eligible(decision))
    option = option_title(decision, text.option, state)
    extended = len(text.deadlines) - 1
    deadline = told_deadline(state, text, situation.now)
    return SilenceRow(
        stage=reached,
        revision=f"rev. {text.revision}" if text.revision else "",
        clock=duration(left),
        caption=_caption(reached, left),
        fraction_left=left / max(text.deadline - text.played, 1.0),
        is_last_minute=under and left <= LAST_MINUTE,
        is_stopped=state.is_paused and under,
        scenario_deadline=scenario_moment(deadline, state) if deadline else "",
        real_deadline="" if state.is_paused else _real(situation, text.deadline),
        given=f"of {duration(text.deadline - text.played)}, {_times(extended)}",
        began=_real(situation, text.played),
        ends=_real(situation, text.deadline),
        breaks=tuple(_break_marks(situation, text)),
        breaks_are_private=_private(situation),
        draft_heading=f"Draft, option {text.option}" if text.option else "Draft",
        draft=text.text or option,
        seats=seats,
        counts=_counts(seats),
    )


def _caption(reached: str, left: float) -> str:
    """Say what the digits count: once broken, nothing ends with them but the time to break."""
    if not left:
        return "Silence has ended"
    return {
        "broken": "Broken; the deadline is in",
        "withdrawn": "Withdrawn; the deadline is in",
    }.get(reached, "Silence ends in")


def _times(extended: int) -> str:
    if not extended:
        return "not extended"
    return f"extended {'once' if extended == 1 else f'{extended} times'}"


def left_to_run(state: ExerciseState, decision_id: str, played: float) -> float:
    """Return the seconds that a text still has under silence; 0 where none runs."""
    text = state.decision_run(decision_id).circulation
    return max(0.0, text.deadline - played) if text is not None else 0.0


def _real(situation: Situation, played: float) -> str:
    """Return the real time of a second of play, pauses so far put in."""
    state, now = situation.state, situation.now
    at = (state.started_at or now) + timedelta(seconds=played)
    for pause in state.pauses:
        if pause.start < at:
            at += (pause.end or now) - pause.start
    return local_time(at, situation.zone)


def _break_marks(situation: Situation, text: Circulation) -> list[BreakMark]:
    whole = max(text.deadline - text.played, 1.0)
    return [
        BreakMark(
            b.role,
            min(1.0, (b.played - text.played) / whole),
            _real(situation, b.played),
            b.text,
            b.late,
        )
        for b in text.breaks
    ]


def _private(situation: Situation) -> bool:
    decision, text = situation.decision, situation.circulation
    if decision is None or text is None or not isinstance(decision.rule, Silence):
        return False
    run = situation.state.decision_run(decision.id)
    before_deadline = situation.state.played(situation.now) < text.deadline
    hidden = decision.rule.reveal == "at_deadline" and before_deadline
    return hidden and "final" not in run.revealed and run.outcome is None


def _seat(role: str, text: Circulation) -> SeatBox:
    if any(b.role == role for b in text.breaks_in_time):
        return SeatBox(role, "break")
    if any(b.role == role for b in text.breaks):
        return SeatBox(role, "late")
    stance = text.stances.get(role)
    return SeatBox(role, stance.stance if stance else "silent")


def _counts(seats: tuple[SeatBox, ...]) -> str:
    words = {"silent": "silent", "break": "break", "late": "late", "reservation": "reservation"}
    counted = {state: sum(seat.state == state for seat in seats) for state in words}
    parts = [f"{n} {words[s]}" for s, n in counted.items() if n]
    return ", ".join(parts)
