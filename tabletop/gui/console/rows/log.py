"""The log: what was recorded while an inject was the room's, in words, and what was parked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tabletop.exercise.events import (
    EntryUndone,
    Event,
    ExerciseCreated,
    ExpectedTicked,
    FactJudged,
    HandoutGiven,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
    InjectSkipped,
    ItemWithdrawn,
    ObservationMade,
    PositionTaken,
    PositionWithdrawn,
    RankingGiven,
    RankingWithdrawn,
)
from tabletop.exercise.journal import Entry
from tabletop.exercise.sentences import sentence
from tabletop.exercise.state import ExerciseState
from tabletop.gui.console.rows.texts import local_time
from tabletop.gui.situation import Situation

_ON_THE_BOARD = (
    EntryUndone,
    ExerciseCreated,
    ExpectedTicked,
    FactJudged,
    ItemWithdrawn,
    PositionTaken,
    PositionWithdrawn,
    RankingGiven,
    RankingWithdrawn,
)
_MARKS = {"strength": "+", "improvement": "–", "note": ""}


@dataclass(frozen=True, slots=True)
class LogLine:
    seq: int
    time: str
    text: str
    kind: str = ""


class LogBook:
    """Keeps the entries sorted by the inject that was in the room; grows, never searches."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_inject: dict[str, list[Entry]] = {}
        self._current = ""
        self.take(entries)

    def take(self, entries: Iterable[Entry]) -> None:
        """Add entries that were recorded."""
        for entry in entries:
            event = entry.event
            if isinstance(event, InjectReleased | InjectImprovised):
                self._current = event.inject_id
            subject = self._current
            if isinstance(event, InjectRecalled | InjectSkipped | HandoutGiven):
                subject = event.inject_id
            self._by_inject.setdefault(subject, []).append(entry)

    def of(self, inject_id: str) -> Sequence[Entry]:
        """Return the entries of an inject, in order."""
        return self._by_inject.get(inject_id, ())


def log_lines(entries: Sequence[Entry], situation: Situation) -> tuple[LogLine, ...]:
    """Return what entries say, the latest last; what was undone is left out."""
    state = situation.state
    found: list[LogLine] = []
    for entry in entries:
        words = None if entry.seq in state.undone else _event_in_words(entry.event, state)
        if words is not None:
            text, kind = words
            found.append(LogLine(entry.seq, local_time(entry.at, situation.zone), text, kind))
    return tuple(found)


def _event_in_words(event: Event, state: ExerciseState) -> tuple[str, str] | None:
    """Return what a line of the log says; single answers stand on the board instead."""
    if isinstance(event, ObservationMade):
        return _observation(event, state)
    if isinstance(event, _ON_THE_BOARD):
        return None
    return sentence(event, state.scenario).removesuffix("."), ""


def _observation(event: ObservationMade, state: ExerciseState) -> tuple[str, str] | None:
    observation = state.observations.get(event.observation_id)
    if observation is None or observation.withdrawn:
        return None
    seat = f"@{event.role}" if event.role else ""
    objective = f"#{event.objective}" if event.objective else ""
    parts = (_MARKS[event.kind], event.text, seat, objective)
    return " ".join(part for part in parts if part), event.kind
