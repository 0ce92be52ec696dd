"""All exercises of one database file."""

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, delete, insert, select

from tabletop.database import schema
from tabletop.database.backups import copy_open, refuse_unsound
from tabletop.database.damaged_rows import damaged_summary, readable
from tabletop.database.journal import INSERT_ENTRIES, Chapter, SqlJournal
from tabletop.database.packages import (
    attachments_seal,
    checked_source,
    drop_unused,
    keep_attachments,
    keep_source,
    kept_attachments,
    kept_source,
)
from tabletop.database.people import forget_names, keep_people, kept_people, people_seal, storable
from tabletop.database.sentences import altered_row, library_errors, still_in_log
from tabletop.database.sqlite import empty_log, entries_may_go, unreadable_text_kept
from tabletop.database.store import Store
from tabletop.exercise.events import Event
from tabletop.exercise.journal import (
    FIRST_HASH,
    Entry,
    ExerciseSummary,
    Head,
    KeptHead,
    LibraryUnavailable,
    Participant,
    RawRecord,
    RawRow,
    StoredExercise,
    new_entries,
    read_row,
    stored_time,
)
from tabletop.exercise.keeping import LIST_OF_EXERCISES, already_there, first_summary, whole_rows
from tabletop.scenario.package import Attachment, ScenarioPackage

ReadPackage = Callable[[str, tuple[Attachment, ...]], ScenarioPackage]
_COLUMNS = schema.exercise.c


class SqlLibrary:
    """The library on disk; may be used from several threads. ``close`` it, or use ``with``."""

    def __init__(self, store: Store, read_package: ReadPackage) -> None:
        self._store = store
        self._read_package = read_package

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; SQLite then moves its log into it.

        Raises LibraryUnavailable when somebody deleted the log, and says where all is saved.
        """
        with library_errors(self.path):
            self._store.close()

    @property
    def path(self) -> Path:
        """Where the database is."""
        return self._store.path

    def back_up(self, target: Path) -> None:
        """Copy the database as it stands into a new file; raise LibraryUnavailable."""
        with library_errors(self.path), closing(self._store.connect()) as original:
            copy_open(original, self.path, target)

    def check(self) -> None:
        """Check every page, index and reference; raise LibraryUnavailable with what is wrong.

        Takes about a second for each 100 MB; for a check before the day and after a crash.
        """
        with library_errors(self.path), closing(self._store.connect()) as connection:
            refuse_unsound(connection, self.path)

    def exercises(self) -> tuple[ExerciseSummary, ...]:
        """Return every exercise, the one created or taken in last first.

        One whose row was changed is listed as damaged, so that the others stay in reach.
        """
        query = select(schema.exercise).order_by(_COLUMNS.number.desc())
        with library_errors(self.path), self._store.reader.begin() as connection:
            with unreadable_text_kept(connection):
                rows = connection.execute(query).all()
            return tuple(self._listed(row) for row in rows)

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
        """Take in a whole exercise in one transaction; see ``Library.record``."""
        rows = whole_rows(exercise_id, package, entries)
        values = _first_values(package, rows, status)
        with library_errors(self.path), self._store.writing() as connection:
            if self._row(connection, exercise_id) is not None:
                raise LibraryUnavailable(already_there(exercise_id), code="exists")
            keep_source(connection, package)
            connection.execute(insert(schema.exercise).values(values))
            keep_attachments(connection, exercise_id, package)
            connection.execute(INSERT_ENTRIES, [_row_values(row) for row in rows])
            keep_people(connection, exercise_id, participants)
            kept = self._row(connection, exercise_id)
            people = kept_people(connection, exercise_id, self.path)
        return StoredExercise(self._summary(kept), package, people, self._journal(kept))

    def open(self, exercise_id: str) -> StoredExercise:
        """Return what is kept of an exercise; raise KeyError for an unknown id.

        Raises LibraryUnavailable when the row, a name, the scenario or an attachment was changed;
        the journal is proved as it is read.
        """
        with library_errors(self.path), self._store.reader.begin() as connection:
            row = self._known(connection, exercise_id)
            summary = self._summary(row)
            source = checked_source(connection, row.scenario_sha256, self.path)
            attachments = kept_attachments(connection, exercise_id, row.attachments_seal, self.path)
            people = kept_people(connection, exercise_id, self.path)
        package = self._read_package(source, attachments)
        return StoredExercise(summary, package, people, self._journal(row))

    def participants(self, exercise_id: str) -> tuple[Participant, ...]:
        """Return the people of an exercise, in order of their seats' first entry."""
        with library_errors(self.path), self._store.reader.begin() as connection:
            self._known(connection, exercise_id)
            return kept_people(connection, exercise_id, self.path)

    def forget(self, exercise_id: str, *, names_only: bool) -> None:
        """Remove an exercise, or only the names of its people; raise KeyError.

        What goes is overwritten in the file and does not stay in its log; raises
        LibraryUnavailable (code ``locked``) when it does, because somebody reads. Backups keep it.
        """
        with library_errors(self.path):
            with self._store.writing() as connection:
                self._known(connection, exercise_id)
                if names_only:
                    forget_names(connection, exercise_id, self.path)
                else:
                    _remove(connection, exercise_id)
            if not names_only:
                self._store.know(exercise_id, None)
            if not empty_log(self._store.reader):
                raise LibraryUnavailable(still_in_log(self.path), code="locked")
            self._store.look()

    def raw_record(self, exercise_id: str) -> RawRecord:
        """Return rows, head and scenario text as they stand at one moment; raise KeyError."""
        with library_errors(self.path), self._store.reader.begin() as connection:
            kept = self._known(connection, exercise_id)
            with unreadable_text_kept(connection):
                return stored_record(connection, kept)

    def _listed(self, row: Any) -> ExerciseSummary:
        if schema.exercise_seal(row) == row.seal:
            return self._summary(row)
        return damaged_summary(row, altered_row(self.path, readable(row.id)))

    def _summary(self, row: Any) -> ExerciseSummary:
        if schema.exercise_seal(row) != row.seal:
            raise LibraryUnavailable(altered_row(self.path, readable(row.id)), code="damaged")
        return ExerciseSummary(
            id=row.id,
            name=row.name,
            kind=row.kind,
            scenario_id=row.scenario_id,
            scenario_title=row.scenario_title,
            cut=row.cut,
            created_at=datetime.fromisoformat(row.created_at),
            status=row.status,
            entries=row.head_seq,
            head=row.head_hash,
        )

    def _journal(self, row: Any) -> SqlJournal:
        unchanging = tuple(getattr(row, name) for name in schema.EXERCISE_SEALED[:-3])
        head = Head(row.head_seq, row.head_hash)
        self._store.know(row.id, head)
        return SqlJournal(self._store, Chapter(row.id, unchanging), head)

    @staticmethod
    def _row(connection: Connection, exercise_id: str) -> Any:
        return connection.execute(select(schema.exercise).where(_COLUMNS.id == exercise_id)).first()

    def _known(self, connection: Connection, exercise_id: str) -> Any:
        row = self._row(connection, exercise_id)
        if row is None:
            raise KeyError(exercise_id)
        return row


def stored_record(connection: Connection, kept: Any) -> RawRecord:
    """Return what is stored of an exercise, unread; ``kept`` is its row."""
    columns = [schema.journal.c[name] for name in RawRow.__slots__]
    query = select(*columns).where(schema.journal.c.exercise_id == kept.id)
    found = connection.execute(query.order_by(schema.journal.c.seq)).all()
    head = KeptHead(LIST_OF_EXERCISES, Head(kept.head_seq, kept.head_hash))
    source = kept_source(connection, kept.scenario_sha256)
    return RawRecord(kept.id, tuple(RawRow(*row) for row in found), (head,), source)


def _first_values(
    package: ScenarioPackage, rows: Sequence[RawRow], status: str
) -> dict[str, str | int | None]:
    first, last = read_row(rows[0]), rows[-1]
    summary = first_summary(first.exercise_id, package, first.event, first.at)
    values: dict[str, str | int | None] = {
        "id": summary.id,
        "name": storable(summary.name),
        "kind": summary.kind,
        "scenario_id": summary.scenario_id,
        "scenario_title": storable(summary.scenario_title),
        "scenario_sha256": package.sha256,
        "cut": summary.cut,
        "created_at": stored_time(summary.created_at),
        "attachments_seal": attachments_seal(package.attachments),
        "status": status,
        "head_seq": last.seq,
        "head_hash": last.hash,
    }
    sealed = schema.seal(*(values[name] for name in schema.EXERCISE_SEALED))
    return {**values, "people_seal": people_seal(summary.id, ()), "seal": sealed}


def _row_values(row: RawRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in RawRow.__slots__}


def _remove(connection: Connection, exercise_id: str) -> None:
    with entries_may_go(connection):
        for table in (schema.journal, schema.participant, schema.attachment):
            connection.execute(delete(table).where(table.c.exercise_id == exercise_id))
    connection.execute(delete(schema.exercise).where(_COLUMNS.id == exercise_id))
    drop_unused(connection)
