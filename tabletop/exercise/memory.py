"""A journal and a library in memory: for rehearsals, previews and tests.

Behaves like the database, save that nothing outlives it and that one thread owns it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from tabletop.exercise.events import Event
from tabletop.exercise.journal import (
    FIRST_HASH,
    Entry,
    ExerciseSummary,
    Head,
    JournalMoved,
    JournalUnavailable,
    KeptHead,
    LibraryUnavailable,
    Participant,
    RawRecord,
    RawRow,
    StoredExercise,
    new_entries,
    raw_row,
    read_row,
)
from tabletop.exercise.keeping import (
    LIST_OF_EXERCISES,
    already_there,
    first_summary,
    moved,
    removed_meanwhile,
    whole_rows,
)
from tabletop.scenario.package import ScenarioPackage


@dataclass(slots=True)
class _Kept:
    summary: ExerciseSummary
    package: ScenarioPackage
    entries: list[Entry]
    rows: list[RawRow]
    participants: dict[str, Participant] = field(default_factory=dict)
    forgotten: bool = False

    @property
    def head(self) -> Head:
        return Head(self.summary.entries, self.summary.head)

    def take(self, entries: Sequence[Entry], rows: Sequence[RawRow], status: str) -> None:
        self.entries.extend(entries)
        self.rows.extend(rows)
        last = entries[-1]
        self.summary = replace(self.summary, entries=last.seq, head=last.hash, status=status)

    def keep_people(self, participants: Sequence[Participant]) -> None:
        self.participants.update({person.id: person for person in participants})


class MemoryJournal:
    """The journal of one exercise in a ``MemoryLibrary``."""

    def __init__(self, kept: _Kept) -> None:
        self._kept = kept
        self._head = kept.head

    @property
    def exercise_id(self) -> str:
        """The id of the exercise."""
        return self._kept.summary.id

    @property
    def head(self) -> Head:
        """The end of what this journal has read or written."""
        return self._head

    def entries(self, after: int = 0) -> Iterable[Entry]:
        """Return the entries with a number above ``after``, in order."""
        self._refuse_if_forgotten()
        found = tuple(self._kept.entries[max(after, 0) :])
        self._advance(found)
        return found

    def has_more(self) -> bool:
        """Return whether another journal of the library has added entries."""
        self._refuse_if_forgotten()
        return self._kept.head.seq > self._head.seq

    def people(self) -> tuple[Participant, ...]:
        """Return the people of the exercise as they are kept now."""
        self._refuse_if_forgotten()
        return tuple(self._kept.participants.values())

    def append(
        self,
        events: Sequence[Event],
        *,
        at: datetime,
        command_id: str,
        actor: str,
        status: str,
        participants: Sequence[Participant] = (),
    ) -> tuple[Entry, ...]:
        """Record one command's events; see ``Journal.append``."""
        entries = new_entries(
            events,
            exercise_id=self.exercise_id,
            head=self._head,
            at=at,
            command_id=command_id,
            actor=actor,
        )
        if not entries:
            return ()
        stored = tuple(entry for entry in self._kept.entries if entry.command_id == command_id)
        if not stored:
            self._refuse_if_forgotten()
            self._refuse_if_moved()
            self._kept.take(entries, [raw_row(entry) for entry in entries], status)
            self._kept.keep_people(participants)
        self._advance(stored or entries)
        return stored or entries

    def _refuse_if_forgotten(self) -> None:
        if self._kept.forgotten:
            raise JournalUnavailable(removed_meanwhile(self.exercise_id), code="missing")

    def _refuse_if_moved(self) -> None:
        if self._kept.head != self._head:
            raise JournalMoved(moved(self._head.seq))

    def _advance(self, entries: Sequence[Entry]) -> None:
        if entries and entries[0].seq <= self._head.seq + 1 and entries[-1].seq > self._head.seq:
            self._head = Head(entries[-1].seq, entries[-1].hash)


class MemoryLibrary:
    """Exercises in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def exercises(self) -> tuple[ExerciseSummary, ...]:
        """Return every exercise, the one created or taken in last first."""
        return tuple(kept.summary for kept in reversed(self._kept.values()))

    def create(
        self,
        exercise_id: str,
        package: ScenarioPackage,
        event: Event,
        *,
        at: datetime,
        command_id: str,
        actor: str,
        participants: Sequence[Participant] = (),
    ) -> StoredExercise:
        """Create an exercise with its first entry; see ``Library.create``."""
        entries = new_entries(
            (event,),
            exercise_id=exercise_id,
            head=Head(0, FIRST_HASH),
            at=at,
            command_id=command_id,
            actor=actor,
        )
        return self.record(exercise_id, package, entries, status="ready", participants=participants)

    def record(
        self,
        exercise_id: str,
        package: ScenarioPackage,
        entries: Sequence[Entry | RawRow],
        *,
        status: str,
        participants: Sequence[Participant] = (),
    ) -> StoredExercise:
        """Take in a whole exercise; see ``Library.record``."""
        rows = whole_rows(exercise_id, package, entries)
        if exercise_id in self._kept:
            raise LibraryUnavailable(already_there(exercise_id), code="exists")
        read = [read_row(row) for row in rows]
        summary = first_summary(exercise_id, package, read[0].event, read[0].at)
        kept = _Kept(summary, package, [], [])
        kept.take(read, rows, status)
        kept.keep_people(participants)
        self._kept[exercise_id] = kept
        return self.open(exercise_id)

    def open(self, exercise_id: str) -> StoredExercise:
        """Return what is kept of an exercise; raise KeyError for an unknown id."""
        kept = self._kept[exercise_id]
        people = tuple(kept.participants.values())
        return StoredExercise(kept.summary, kept.package, people, MemoryJournal(kept))

    def participants(self, exercise_id: str) -> tuple[Participant, ...]:
        """Return the people of an exercise, in order of their seats' first entry."""
        return tuple(self._kept[exercise_id].participants.values())

    def forget(self, exercise_id: str, *, names_only: bool) -> None:
        """Remove an exercise, or only the names of its people; raise KeyError."""
        kept = self._kept[exercise_id]
        if names_only:
            kept.keep_people([Participant(p.id, p.role, "") for p in kept.participants.values()])
            return
        kept.forgotten = True
        kept.entries.clear()
        del self._kept[exercise_id]

    def raw_record(self, exercise_id: str) -> RawRecord:
        """Return the rows, heads and scenario text as they stand; raise KeyError."""
        kept = self._kept[exercise_id]
        heads = (KeptHead(LIST_OF_EXERCISES, kept.head),)
        return RawRecord(exercise_id, tuple(kept.rows), heads, kept.package.source)
