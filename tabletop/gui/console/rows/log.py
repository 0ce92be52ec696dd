"""The log: what was recorded while an inject was the room's, in words, and what was parked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tabletop.exercise.events import (
    EntryUndone,
    ExerciseCreated,
    ExpectedTicked,
    FactJudged,
    HandoutGiven,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
    InjectSkipped,
    IssueParked,
    ItemWithdrawn,
    ObservationMade,
    PositionTaken,
    PositionWithdrawn,
    RankingGiven,
    RankingWithdrawn,
    RecallCancelled,
    RequestMade,
)
from tabletop.exercise.journal import Entry
from tabletop.exercise.lateness import moment_remark, recorded_sentence, without_words_yet
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
_WRITTEN = (ObservationMade, IssueParked, RequestMade)
_REMARKS = {"Void": "void", "Late": "late", "Early": "early", "Recorded while": "recalled"}
_MARKS = {"strength": "+", "improvement": "–", "note": ""}


@dataclass(frozen=True, slots=True)
class LogLine:
    seq: int
    time: str
    text: str
    kind: str = ""
    remark: str = ""


class LogBook:
    """Keeps the entries sorted by the inject that was out last; grows, never searches.

    What was written down before the first release belongs to the first inject.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_inject: dict[str, list[Entry]] = {}
        self._early: list[Entry] = []
        self._first = ""
        self._out: list[str] = []
        self._recalled: list[str] = []
        self.take(entries)

    def take(self, entries: Iterable[Entry]) -> None:
        """Add entries that were recorded."""
        for entry in entries:
            event = entry.event
            if isinstance(event, InjectReleased | InjectImprovised):
                self._released(event.inject_id)
            subject = self._out[-1] if self._out else ""
            if isinstance(event, InjectRecalled | InjectSkipped | HandoutGiven):
                subject = event.inject_id
            if subject:
                self._by_inject.setdefault(subject, []).append(entry)
            elif isinstance(event, _WRITTEN):
                self._early.append(entry)
            if isinstance(event, InjectRecalled) and event.inject_id in self._out:
                self._out.remove(event.inject_id)
                self._recalled.append(event.inject_id)
            elif isinstance(event, RecallCancelled) and event.inject_id in self._recalled:
                self._released(event.inject_id)

    def of(self, inject_id: str) -> Sequence[Entry]:
        """Return the entries of an inject, in order."""
        own = self._by_inject.get(inject_id, [])
        return (*self._early, *own) if self._first in ("", inject_id) else own

    def _released(self, inject_id: str) -> None:
        """Note that an inject is out, the last of all."""
        self._first = self._first or inject_id
        for ids in (self._out, self._recalled):
            if inject_id in ids:
                ids.remove(inject_id)
        self._out.append(inject_id)


def log_lines(entries: Sequence[Entry], situation: Situation) -> tuple[LogLine, ...]:
    """Return what entries say, the latest last; what was undone is left out."""
    state = situation.state
    repeated = without_words_yet(entry for entry in entries if entry.seq not in state.undone)
    corrected = {correction.corrected_seq for correction in state.corrections}
    found: list[LogLine] = []
    for entry in entries:
        is_out = entry.seq in state.undone or entry.seq in repeated
        words = None if is_out else _entry_in_words(entry, state)
        if words is not None:
            text, kind, remark = words
            if entry.seq in corrected:
                remark = "corrected"
            time = local_time(entry.at, situation.zone)
            found.append(LogLine(entry.seq, time, text, kind, remark))
    return tuple(found)


def _entry_in_words(entry: Entry, state: ExerciseState) -> tuple[str, str, str] | None:
    """Return text, kind and remark of a line; single answers stand on the board instead.

    An answer that the board does not hold, because it came too late, stands here.
    """
    event = entry.event
    if isinstance(event, ObservationMade):
        return _observation(event, state)
    remark = _short_remark(moment_remark(entry, state))
    if isinstance(event, _ON_THE_BOARD) and not remark:
        return None
    return recorded_sentence(entry, state, state.scenario).removesuffix("."), "", remark


def _short_remark(remark: str) -> str:
    """Return the word that stands at the right of a line; the whole sentence is in its text."""
    return next((word for start, word in _REMARKS.items() if remark.startswith(start)), "")


def _observation(event: ObservationMade, state: ExerciseState) -> tuple[str, str, str] | None:
    observation = state.observations.get(event.observation_id)
    if observation is None or observation.withdrawn:
        return None
    seat = f"@{event.role}" if event.role else ""
    objective = f"#{event.objective}" if event.objective else ""
    parts = (_MARKS[event.kind], event.text, seat, objective)
    return " ".join(part for part in parts if part), event.kind, ""
