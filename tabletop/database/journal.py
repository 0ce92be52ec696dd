"""The journal on disk. What ``append`` has returned is committed; what it has refused is not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from tabletop.database import schema
from tabletop.database.people import keep_people, kept_people
from tabletop.database.sentences import journal_errors, sentence
from tabletop.database.store import Store
from tabletop.exercise.events import Event
from tabletop.exercise.journal import (
    FIRST_HASH,
    Entry,
    Head,
    JournalDamaged,
    JournalMoved,
    JournalUnavailable,
    Participant,
    chained_text,
    new_entries,
    stored_time,
)
from tabletop.exercise.keeping import moved, removed_meanwhile
from tabletop.exercise.serialisation import UnknownEvent, event_from_json, event_to_json

_CHUNK = 2000
_EXERCISE, _JOURNAL = schema.exercise.c, schema.journal.c
_ADVANCE = (
    update(schema.exercise)
    .where(
        _EXERCISE.id == bindparam("exercise"),
        _EXERCISE.head_seq == bindparam("old_seq"),
        _EXERCISE.head_hash == bindparam("old_hash"),
    )
    .values(
        status=bindparam("new_status"),
        head_seq=bindparam("new_seq"),
        head_hash=bindparam("new_hash"),
        seal=bindparam("new_seal"),
    )
)
INSERT_ENTRIES = insert(schema.journal)
_HEAD = select(_EXERCISE.head_seq, _EXERCISE.head_hash).where(_EXERCISE.id == bindparam("exercise"))
_ENTRY = select(
    _JOURNAL.seq,
    _JOURNAL.at,
    _JOURNAL.command_id,
    _JOURNAL.step,
    _JOURNAL.actor,
    _JOURNAL.event,
    _JOURNAL.hash,
).where(_JOURNAL.exercise_id == bindparam("exercise"))
_IN_ORDER = _ENTRY.order_by(_JOURNAL.seq)
_NEXT_ENTRIES = _IN_ORDER.where(_JOURNAL.seq >= bindparam("first")).limit(_CHUNK)
_ENTRIES_OF_COMMAND = _IN_ORDER.where(_JOURNAL.command_id == bindparam("command"))


@dataclass(frozen=True, slots=True)
class Chapter:
    """What the exercise's row says and no entry changes, in the order its seal covers it."""

    exercise_id: str
    unchanging: tuple[str | None, ...]

    def seal(self, status: str, head: Head) -> str:
        """Return the seal of the whole row."""
        return schema.seal(*self.unchanging, status, head.seq, head.hash)


class SqlJournal:
    """The journal of one exercise; may be used from several threads."""

    def __init__(self, store: Store, chapter: Chapter, head: Head) -> None:
        self._store = store
        self._chapter = chapter
        self._head = head
        self._lock = Lock()

    @property
    def exercise_id(self) -> str:
        """The id of the exercise."""
        return self._chapter.exercise_id

    @property
    def head(self) -> Head:
        """The end of what this journal has read or written."""
        return self._head

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries with a number above ``after``, in order, the chain checked.

        Raises JournalDamaged at the first entry that is not what was written, and
        JournalUnavailable. The head of this journal moves on as the entries are taken.
        """
        last = max(after, 0)
        previous = FIRST_HASH
        if last:
            previous = self._hash_of(last)
        while True:
            head, rows = self._read_on(last)
            for row in rows:
                last += 1
                yield self._checked(row, last, previous)
                previous = row[-1]
            self._advance(last, previous, upto=len(rows))
            if len(rows) < _CHUNK:
                self._refuse_cut(last, previous, head)
                return

    def has_more(self) -> bool:
        """Return whether another window has added entries: one row is read."""
        store = self._store
        with journal_errors(store.path, writing=False):
            store.look()  # called again and again: a log that was deleted is saved before long
            with store.reader.begin() as connection:
                head = connection.execute(_HEAD, {"exercise": self.exercise_id}).first()
        if head is None:
            raise JournalUnavailable(removed_meanwhile(self.exercise_id), code="missing")
        return bool(head.head_seq > self._head.seq)

    def people(self) -> tuple[Participant, ...]:
        """Return the people of the exercise as they are kept now."""
        store = self._store
        with journal_errors(store.path, writing=False), store.reader.begin() as connection:
            return kept_people(connection, self.exercise_id, store.path)

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
        with self._lock, journal_errors(self._store.path, writing=True):
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
            try:
                with self._store.writing() as connection:
                    self._write(connection, entries, status)
                    keep_people(connection, self.exercise_id, participants)
            except JournalMoved:
                entries = self._stored(command_id)
                if not entries:
                    raise
            except IntegrityError as error:
                entries = self._stored(command_id)
                if not entries:
                    raise self._does_not_fit(error) from error
            self._move_head(entries[0].seq, Head(entries[-1].seq, entries[-1].hash))
            return entries

    def _does_not_fit(self, error: IntegrityError) -> JournalUnavailable:
        """Say that entries behind the head, or a hole before it, stand in the way."""
        told = sentence("damaged", self._store.path, str(error.orig))
        return JournalUnavailable(f"NOT recorded. {told}", code="damaged")

    def _write(self, connection: Connection, entries: Sequence[Entry], status: str) -> None:
        head = Head(entries[-1].seq, entries[-1].hash)
        advanced = connection.execute(
            _ADVANCE,
            {
                "exercise": self.exercise_id,
                "old_seq": self._head.seq,
                "old_hash": self._head.hash,
                "new_status": status,
                "new_seq": head.seq,
                "new_hash": head.hash,
                "new_seal": self._chapter.seal(status, head),
            },
        )
        if advanced.rowcount != 1:
            raise JournalMoved(moved(self._head.seq))
        connection.execute(INSERT_ENTRIES, [entry_values(entry) for entry in entries])

    def _stored(self, command_id: str) -> tuple[Entry, ...]:
        with self._store.reader.begin() as connection:
            if connection.execute(_HEAD, {"exercise": self.exercise_id}).first() is None:
                raise JournalUnavailable(removed_meanwhile(self.exercise_id), code="missing")
            asked = {"exercise": self.exercise_id, "command": command_id}
            rows = connection.execute(_ENTRIES_OF_COMMAND, asked).all()
        self._store.look()  # they may be in a deleted log only, and then count for nothing
        return tuple(self._entry(row) for row in rows)

    def _hash_of(self, seq: int) -> str:
        _, rows = self._read_on(seq - 1)
        return str(rows[0][-1]) if rows else ""

    def _read_on(self, last: int) -> tuple[Head, Sequence[Any]]:
        """Return the head and the next rows, as they stand at one moment."""
        asked = {"exercise": self.exercise_id, "first": last + 1}
        store = self._store
        with journal_errors(store.path, writing=False), store.reader.begin() as connection:
            head = connection.execute(_HEAD, {"exercise": self.exercise_id}).first()
            rows = connection.execute(_NEXT_ENTRIES, asked).all()
        if head is None:
            raise JournalUnavailable(removed_meanwhile(self.exercise_id), code="missing")
        return Head(head.head_seq, head.head_hash), rows

    def _checked(self, row: Any, seq: int, previous: str) -> Entry:
        if row[0] != seq:
            raise self._damaged(seq, "is missing")
        found, at, command_id, step, actor, event, hash_ = row
        right = chained_text(
            previous, self.exercise_id, found, at, command_id, step, actor, str(event)
        )
        if right != hash_:
            raise self._damaged(seq, "is not what was written there")
        return self._entry(row)

    def _entry(self, row: Any) -> Entry:
        seq, at, command_id, step, actor, event, hash_ = row
        try:
            read = event_from_json(event)
        except UnknownEvent as error:
            raise JournalUnavailable(
                f"Entry {seq} of {self.exercise_id} was written by a newer version of Tabletop "
                f"({error}). Nothing was changed. Update Tabletop on this computer.",
                code="newer",
            ) from error
        return Entry(
            self.exercise_id,
            seq,
            datetime.fromisoformat(at),
            command_id,
            step,
            actor,
            read,
            hash_,
        )

    def _refuse_cut(self, last: int, previous: str, head: Head) -> None:
        if last < head.seq:
            raise self._damaged(last + 1, "is missing, and all after it")
        if last == head.seq and previous != head.hash:
            raise self._damaged(last, "is not the last one that the list of exercises knows")
        if 0 < head.seq < last and previous:
            raise self._damaged(head.seq + 1, "was added behind the end")

    def _damaged(self, seq: int, fault: str) -> JournalDamaged:
        return JournalDamaged(
            f"The record of {self.exercise_id} in {self._store.path} is damaged: entry {seq} "
            f"{fault}. Nothing was changed. Restore the newest backup; "
            "“tabletop verify” names every entry concerned.",
            seq=seq,
        )

    def _advance(self, last: int, previous: str, *, upto: int) -> None:
        if upto:
            with self._lock:
                self._move_head(last - upto + 1, Head(last, previous))

    def _move_head(self, first: int, head: Head) -> None:
        """Move on to a head that was reached without leaving anything out."""
        if first <= self._head.seq + 1 and head.seq > self._head.seq:
            self._head = head
            self._store.know(self.exercise_id, head)


def entry_values(entry: Entry) -> dict[str, Any]:
    """Return the row that keeps an entry."""
    return {
        "exercise_id": entry.exercise_id,
        "seq": entry.seq,
        "at": stored_time(entry.at),
        "command_id": entry.command_id,
        "step": entry.step,
        "actor": entry.actor,
        "event": event_to_json(entry.event),
        "hash": entry.hash,
    }
