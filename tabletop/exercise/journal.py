"""The journal's contract: entries, their hash chain, and what a store promises.

``Journal`` and ``Library`` are protocols; ``database`` keeps them on disk, ``memory`` in memory.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, Protocol

from tabletop.exercise.events import Event
from tabletop.exercise.serialisation import event_from_json, event_to_json
from tabletop.scenario.package import ScenarioPackage

FIRST_HASH = "0" * 64
# The actor of what the program itself records as it makes an exercise: who sits where, which cards
# are dealt. Nobody did it at the table, so it is no step that undo offers.
PREPARATION = "preparation"
# The status of an exercise in the list whose row was changed.
DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal. ``hash`` covers everything here and the entry before it."""

    exercise_id: str
    seq: int
    at: datetime
    command_id: str
    step: int
    actor: str
    event: Event
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: what ``verify`` compares in every place it is kept."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class KeptHead:
    """A head and the place that keeps it, in words: "the list of exercises", "the report".

    ``current`` places move with every entry; the others (a printed report) may lag behind.
    """

    place: str
    head: Head
    current: bool = True


@dataclass(frozen=True, slots=True)
class RawRow:
    """An entry exactly as it is stored, unread: after tampering any field may hold anything."""

    exercise_id: Any
    seq: Any
    at: Any
    command_id: Any
    step: Any
    actor: Any
    event: Any
    hash: Any


@dataclass(frozen=True, slots=True)
class RawRecord:
    """What ``verification.verify`` judges: rows, every kept head, the scenario's text.

    ``faults`` are sentences on what no entry shows: the store's own protection and seals.
    """

    exercise_id: str
    rows: tuple[RawRow, ...]
    heads: tuple[KeptHead, ...]
    scenario_source: str | None = None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """A person. Kept apart from the journal, so that names can go and the record stays."""

    id: str
    role: str
    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class ExerciseSummary:
    """One row of the library. ``status``: ready, running, paused, ended; or ``DAMAGED``.

    ``damage`` says then what is wrong: the row is not what was kept, and the exercise stays shut.
    """

    id: str
    name: str
    kind: str
    scenario_id: str
    scenario_title: str
    cut: str | None
    created_at: datetime
    status: str
    entries: int
    head: str
    damage: str = ""


class JournalMoved(Exception):
    """Somebody else wrote to the journal since it was read; read on and decide again."""


StorageCode = Literal[
    "missing",
    "empty",
    "folder",
    "foreign",
    "damaged",
    "locked",
    "read-only-file",
    "read-only-folder",
    "newer",
    "upgrade",
    "address",
    "network-share",
    "full",
    "moved-away",
    "unreachable",
    "exists",
]


class StorageProblem(Exception):
    """The store cannot do its work; the sentence says what happened, what is safe, what to do.

    ``code`` tells programs the kind, so that a window can offer the fitting way out.
    """

    def __init__(self, sentence: str, *, code: StorageCode = "unreachable") -> None:
        super().__init__(sentence)
        self.code: StorageCode = code


class JournalUnavailable(StorageProblem):
    """The journal could not take an entry; the sentence says what to do.

    Nothing was recorded; or, when the store was lost in that very moment, nobody can be sure that
    it was. The sentence says which.
    """


class JournalDamaged(StorageProblem):
    """The record is not what was written. ``seq`` is the first entry that does not fit."""

    def __init__(self, sentence: str, *, seq: int) -> None:
        super().__init__(sentence, code="damaged")
        self.seq = seq


class LibraryUnavailable(StorageProblem):
    """The place that keeps the exercises cannot be opened, read or written."""


def chained_text(
    previous_hash: str,
    exercise_id: str,
    seq: int,
    at: str,
    command_id: str,
    step: int,
    actor: str,
    event_json: str,
) -> str:
    """Return the hash of an entry's stored texts (SHA-256, 64 hex digits).

    The fields are joined by line breaks, so none of them may hold one: ``new_entries`` refuses
    it and ``verify`` finds it. Otherwise text could wander from one field to the next unseen.
    """
    place = f"{previous_hash}\n{exercise_id}\n{seq}\n{at}\n{command_id}\n{step}"
    line = f"{place}\n{actor}\n{event_json}"
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()


def stored_time(at: datetime) -> str:
    """Return a time as it is stored and hashed: ISO 8601 in UTC."""
    return at.astimezone(UTC).isoformat()


def chained(entry: Entry, previous_hash: str, event_json: str | None = None) -> str:
    """Return the hash of an entry that follows ``previous_hash`` (SHA-256, 64 hex digits)."""
    return chained_text(
        previous_hash,
        entry.exercise_id,
        entry.seq,
        stored_time(entry.at),
        entry.command_id,
        entry.step,
        entry.actor,
        event_json if event_json is not None else event_to_json(entry.event),
    )


def raw_row(entry: Entry) -> RawRow:
    """Return an entry as it is stored."""
    return RawRow(
        entry.exercise_id,
        entry.seq,
        stored_time(entry.at),
        entry.command_id,
        entry.step,
        entry.actor,
        event_to_json(entry.event),
        entry.hash,
    )


def read_row(row: RawRow) -> Entry:
    """Return the entry a row holds; raise ``UnknownEvent`` or ValueError."""
    return Entry(
        row.exercise_id,
        row.seq,
        datetime.fromisoformat(row.at),
        row.command_id,
        row.step,
        row.actor,
        event_from_json(row.event),
        row.hash,
    )


def _refuse_unstorable(exercise_id: str, command_id: str, actor: str, at: datetime) -> None:
    for name, text in (("exercise", exercise_id), ("command", command_id), ("actor", actor)):
        if any(sign < " " or "\ud800" <= sign <= "\udfff" for sign in text):
            raise ValueError(f"the {name} id {text!r} holds a line break or half a character")
    if at.tzinfo is None:
        raise ValueError("the time of an entry needs a time zone")


def new_entries(
    events: Sequence[Event],
    *,
    exercise_id: str,
    head: Head,
    at: datetime,
    command_id: str,
    actor: str,
) -> tuple[Entry, ...]:
    """Return the chained entries that record one command's events after ``head``."""
    _refuse_unstorable(exercise_id, command_id, actor, at)
    entries: list[Entry] = []
    previous = head.hash
    for step, event in enumerate(events):
        bare = Entry(exercise_id, head.seq + 1 + step, at, command_id, step, actor, event)
        previous = chained(bare, previous)
        entries.append(Entry(exercise_id, bare.seq, at, command_id, step, actor, event, previous))
    return tuple(entries)


class Journal(Protocol):
    """The append-only record of one exercise."""

    @property
    def exercise_id(self) -> str:
        """The id of the exercise."""

    @property
    def head(self) -> Head:
        """The last entry's number and hash; ``Head(0, FIRST_HASH)`` when empty."""

    def entries(self, after: int = 0) -> Iterable[Entry]:
        """Return the entries with a number above ``after``, in order."""

    def has_more(self) -> bool:
        """Return whether somebody else has added entries behind ``head``; moves nothing."""

    def people(self) -> tuple[Participant, ...]:
        """Return the people of the exercise as they are kept now; raises StorageProblem."""

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
        """Record one command's events, durably, and return their entries after the commit.

        A ``command_id`` that is already there returns its entries again and writes nothing.
        Raises JournalMoved when entries were added since this journal was read, and
        JournalUnavailable when nothing could be recorded.
        """


@dataclass(frozen=True, slots=True)
class StoredExercise:
    """All that is kept of one exercise: enough to rebuild its report."""

    summary: ExerciseSummary
    package: ScenarioPackage
    participants: tuple[Participant, ...]
    journal: Journal


class Library(Protocol):
    """All exercises of one database."""

    def exercises(self) -> tuple[ExerciseSummary, ...]:
        """Return every exercise, the one created or taken in last first."""

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
        """Create an exercise with its first entry (``ExerciseCreated``), all or nothing.

        Raises LibraryUnavailable, with the code ``exists`` when the id is taken.
        """

    def record(
        self,
        exercise_id: str,
        package: ScenarioPackage,
        entries: Sequence[Entry | RawRow],
        *,
        status: str,
        participants: Sequence[Participant] = (),
    ) -> StoredExercise:
        """Take in a whole exercise with all its chained entries in one transaction.

        Raw rows keep their text, so that the hashes hold even when the shape of an event has
        been lifted since. Raises JournalDamaged when the chain does not hold.
        """

    def open(self, exercise_id: str) -> StoredExercise:
        """Return what is kept of an exercise; raise KeyError for an unknown id."""

    def participants(self, exercise_id: str) -> tuple[Participant, ...]:
        """Return the people of an exercise, in order of their seats' first entry."""

    def forget(self, exercise_id: str, *, names_only: bool) -> None:
        """Remove an exercise, or only the names of its people; raise KeyError."""

    def raw_record(self, exercise_id: str) -> RawRecord:
        """Return the stored rows, heads and scenario text as they stand at one moment, unread.

        What ``verification.verify`` and an export need; raise KeyError for an unknown id.
        """
