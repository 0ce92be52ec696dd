"""The clock bar's texts: state, both clocks, the inject's time, what the room shows."""

import re
from dataclasses import dataclass
from datetime import datetime
from math import isfinite

from tabletop.exercise.state import ExerciseState
from tabletop.gui.actions import action
from tabletop.gui.console.rows.texts import (
    duration,
    local_time,
    long_duration,
    minutes_words,
    scenario_moment,
    told,
)
from tabletop.gui.situation import Situation
from tabletop.scenario.moments import moment


@dataclass(frozen=True, slots=True)
class ClockRow:
    """Everything the clock bar shows, as text."""

    status: str
    word: str
    aside: str
    is_rehearsal: bool
    scenario_caption: str
    scenario_time: str
    real_caption: str
    real_time: str
    inject_caption: str
    inject_time: str
    inject_word: str
    is_over: bool
    room_caption: str
    room: str
    room_icon: str
    title: str
    name: str


def clock_row(situation: Situation) -> ClockRow:
    """Return the texts of the clock bar at the situation's moment."""
    state, now = situation.state, situation.now
    stopped = ", stopped" if state.is_paused else ""
    caption, left, word, is_over = _inject_time(situation)
    room_caption, room, icon = _room(situation)
    return ClockRow(
        status=state.status,
        word="REHEARSAL" if _is_rehearsal(state) else state.status.upper(),
        aside=duration((now - state.pauses[-1].start).total_seconds()) if state.is_paused else "",
        is_rehearsal=_is_rehearsal(state),
        scenario_caption=f"Scenario time{stopped}",
        scenario_time=scenario_moment(state.scenario_time(now), state),
        real_caption=f"Real time, played {long_duration(state.played(now))}",
        real_time=local_time(now, situation.zone),
        inject_caption=f"{caption}{stopped}" if left else caption,
        inject_time=left,
        inject_word=word,
        is_over=is_over,
        room_caption=room_caption,
        room=room,
        room_icon=icon,
        title=told(state.scenario.title, state),
        name=_name(situation),
    )


def _is_rehearsal(state: ExerciseState) -> bool:
    return state.kind == "rehearsal" and state.status == "running"


def _inject_time(situation: Situation) -> tuple[str, str, str, bool]:
    state = situation.state
    room = situation.in_room
    if room is None:
        return "No inject in the room", "", "–", False
    since = state.played(situation.now) - state.inject_run(room).first_released_played
    minutes = state.inject(room).minutes
    if minutes is None:
        return room, duration(since), "so far", False
    left = minutes * 60 - since
    caption = f"{room} of {minutes_words(minutes)}"
    if left < 0:
        return caption, f"+{duration(left)}", "over", True
    return caption, duration(left), "left", False


def _room(situation: Situation) -> tuple[str, str, str]:
    """Return caption, words and icon of the room's cell: without a window the way to one."""
    if not situation.has_room:
        return "No room window open", f"{action('room_window').key} opens it", "screen"
    icon = "freeze" if situation.frozen else "eye"
    page = "" if situation.blank else page_words(situation)
    caption = f"Room shows {page}" if page else "Room shows"
    return caption, room_words(situation), "eye-off" if situation.blank else icon


def room_words(situation: Situation) -> str:
    """Return what is put before the room."""
    if situation.blank:
        return "blank"
    kind, part = situation.sight.kind, situation.sight.part
    text = {"holding": "holding page", "inject": part}.get(kind, f"{part} {kind}")
    if kind not in ("holding", "inject", "result"):
        outcome = situation.state.decision_run(part).outcome
        text = f"{text}, closed" if outcome is not None else text
    return f"{text}, “paused”" if situation.state.is_paused else text


def jump_target(typed: str, state: ExerciseState, now: datetime) -> datetime:
    """Return where a typed scenario time lies; raise ValueError with what could be written.

    As people read it off the screen, so with the Z of a clock in UTC; “+2h” is from now, for
    nobody in the room counts from the first minute.
    """
    starts = state.scenario.starts
    words = typed.strip()
    if not starts.utcoffset():
        words = words.removesuffix("Z").removesuffix("z").rstrip()
    words = re.sub(r"(?i)^d-day\b", "D", words)
    to = moment(words)
    return to.after(starts) if to.from_midnight else now + to.offset


def page_words(situation: Situation) -> str:
    """Return which page of how many the room sees; nothing where there is one only."""
    if situation.sheets < 2:
        return ""
    return f"page {min(situation.showing.sheet, situation.sheets)} of {situation.sheets}"


def clock_rate(typed: str) -> float | None:
    """Return how many times as fast as real time the clock is to run; None for no number."""
    try:
        rate = float(typed.strip().removesuffix("×").replace(",", "."))
    except ValueError:
        return None
    return rate if isfinite(rate) else None


def _name(situation: Situation) -> str:
    state = situation.state
    name = state.name.removeprefix(str(state.scenario.title)).lstrip(" ·,–-")
    if name:
        return name
    at = state.started_at or state.created_at or situation.now
    return f"{at.astimezone(situation.zone):%d %b %Y}".lstrip("0")
