"""One open database file: its engine, its path, and whether others find what is written there."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from tabletop.database.held_log import HeldLog, LogGone
from tabletop.database.rescue import rescue
from tabletop.database.sentences import OutOfPlace
from tabletop.database.sqlite import connect, engine_through, for_writing, let_go, open_log
from tabletop.exercise.journal import Head


class Store:
    """Where to read and where to write. ``writer`` begins with the write lock in hand.

    Once the log is lost nothing more is written: what it held is saved, and the sentence that says
    where is told at every attempt.
    """

    def __init__(self, held: HeldLog, *, busy_seconds: float) -> None:
        self.path: Path = held.path
        self.reader = engine_through(self.connect)
        self.writer = for_writing(self.reader)
        event.listen(self.reader, "checkin", self._on_returned)
        self._held = held
        self._busy_seconds = busy_seconds
        self._known: dict[str, Head] = {}
        self._saving = Lock()
        self._last_word = ""
        self._is_lost = False
        self._is_closed = False

    @classmethod
    def at(cls, path: Path, *, busy_seconds: float) -> "Store":
        """Return the store of a database to which this process has no connection yet."""
        return cls(HeldLog.of(path, busy_seconds=busy_seconds), busy_seconds=busy_seconds)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend a connection whose changes are committed at the end, or not at all.

        Raises OutOfPlace when the file or its log is not where it was. That is looked at before
        the commit, so that nothing is written that nobody would find again; and after it, because
        files may go in between: what returns from here is where others look for it.
        """
        self._refuse_lost()
        is_committed = False
        try:
            with self.writer.begin() as connection:
                yield connection
                self._held.look()
            is_committed = True
            self._held.look()
        except OutOfPlace as problem:
            raise self._told(problem, is_committed=is_committed) from problem
        except DBAPIError:
            self.look()  # what SQLite cannot read or write any more may be a log that is gone
            raise

    def know(self, exercise_id: str, head: Head | None) -> None:
        """Remember how far an exercise is recorded, or that it is gone: copies must hold that."""
        if head is None:
            self._known.pop(exercise_id, None)
        else:
            self._known[exercise_id] = head

    def look(self) -> None:
        """Raise OutOfPlace when the file or its log is not where it was, all being saved."""
        self._refuse_lost()
        try:
            self._held.look()
        except OutOfPlace as problem:
            raise self._told(problem) from problem

    def connect(self) -> sqlite3.Connection:
        """Return one more connection, to the same file and the same log; raise OutOfPlace.

        A log that was made meanwhile fits neither the file nor what this process knows of the log.
        """
        self.look()
        connection = connect(self.path, busy_seconds=self._busy_seconds)
        try:
            open_log(connection)
            self._held.look()
        except OutOfPlace as problem:
            connection.close()
            raise self._told(problem) from problem
        except BaseException:
            connection.close()
            raise
        return connection

    def close(self) -> None:
        """Let go of the file; SQLite then moves its log into it.

        Raises OutOfPlace when the log is lost. Unless that was told before, what it holds is saved
        first; when it cannot be saved nothing is closed, so that it can be tried again.
        """
        if self._is_closed:
            return
        lost = self._lost_at_the_end()
        if lost is not None and not self._last_word:
            raise lost
        self._is_closed = True
        self.reader.dispose()
        self._held.close()
        if lost is not None:
            raise lost

    def _lost_at_the_end(self) -> OutOfPlace | None:
        """Return what is to be told when the log is lost and nobody was told so before."""
        if not self._last_word:
            try:
                self._held.look()
            except LogGone as problem:
                return self._told(problem)
            except OutOfPlace:
                pass  # a file that was moved took its log along or not; SQLite leaves both alone
        return None

    def _refuse_lost(self) -> None:
        if self._is_closed:
            raise ValueError("the database is closed")
        if self._last_word:
            raise OutOfPlace(self._last_word)

    def _told(self, problem: OutOfPlace, *, is_committed: bool = False) -> OutOfPlace:
        told = self._save() if isinstance(problem, LogGone) else str(problem)
        return OutOfPlace(told, is_committed=is_committed)

    def _save(self) -> str:
        """Save what the lost log holds, once; return the sentence about it."""
        with self._saving:
            if self._last_word:
                return self._last_word
            done = rescue(self._held, self._known.copy(), close_others=self._abandon_others)
            if done.is_done:
                self._last_word = done.sentence
            return done.sentence

    def _abandon_others(self) -> None:
        self._is_lost = True
        self.reader.dispose()

    def _on_returned(self, connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        """Close what another thread was still reading with when all others were closed."""
        if self._is_lost and isinstance(connection, sqlite3.Connection):
            let_go(connection, self.path)
        if self._is_lost or self._is_closed:
            record.invalidate()
