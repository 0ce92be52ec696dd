"""The log that this process holds of an open database, and whether others find the same one.

SQLite finds the write-ahead log and its shared memory by their names once, and from then on writes
into what it holds, deleted or not. Another program that opens the database after somebody has
deleted them makes new ones under the same names. So what counts is which files they are.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tabletop.database.sentences import OutOfPlace, log_does_not_stay, sentence
from tabletop.database.sqlite import LOG_FILES, connect, connect_to_read, let_go, open_log

# Another program that closes the database as the last one takes its log away, rightly.
_ATTEMPTS = 20
_AS_IT_IS = getattr(os, "O_BINARY", 0)
# A file's device and number. While somebody holds a file, its number goes to no other.
_Identity = tuple[int, int]
# When a file was last written, in nanoseconds, and its size.
_State = tuple[int, int]


class LogGone(OutOfPlace):
    """The log that others find is not the one that this process holds."""


class HeldLog:
    """The file and the log of an open database, held from its opening to its end.

    ``keeper`` is a connection in no transaction. While it is open SQLite takes the log away for
    nobody, and the database can be read through it even when the log was deleted.
    """

    def __init__(self, path: Path, keeper: sqlite3.Connection) -> None:
        self.path = path
        self.keeper = keeper
        self._bare_log: int | None = None
        # Looked at for every entry: texts are made once, and os.stat costs less than Path.stat.
        self._names = (str(path), *(f"{path}{ending}" for ending in LOG_FILES))
        self._identities: list[_Identity | None] = []
        self._last_seen: tuple[_State | None, _State | None] = (None, None)

    @classmethod
    def of(cls, path: Path, *, busy_seconds: float) -> "HeldLog":
        """Hold the log of a database to which this process has no connection yet.

        Raises OutOfPlace when files come and go so fast that nobody knows which ones are held.
        """
        for _ in range(_ATTEMPTS):
            _leave_log(path, busy_seconds)
            held = cls(path, connect(path, busy_seconds=busy_seconds))
            try:
                held._open()
            except LogGone:
                held.close()
            except BaseException:
                held.close()
                raise
            else:
                return held
        raise OutOfPlace(log_does_not_stay(path))

    def _open(self) -> None:
        """Let SQLite open the log, and learn which one it is."""
        if os.name == "nt":
            # There it goes when nobody holds it, and cannot be deleted when somebody does.
            open_log(self.keeper)
        self._identities = [_identity(_found(name)) for name in self._names]
        open_log(self.keeper)
        self._take_bare_log()
        self.look()

    def _take_bare_log(self) -> None:
        """Hold the log itself too, which SQLite reads only as far as the shared memory says."""
        try:
            self._bare_log = os.open(self._names[1], os.O_RDONLY | _AS_IT_IS)
        except OSError as error:
            raise LogGone from error

    def copy_bare_log(self, target: Path) -> None:
        """Copy the log as it is, deleted or not."""
        if self._bare_log is None:
            raise ValueError("the log is not held")
        with open(self._bare_log, "rb", closefd=False) as log, target.open("xb") as copy:
            log.seek(0)
            shutil.copyfileobj(log, copy)

    def close(self) -> None:
        """Let go; SQLite then moves the log into the database, unless somebody else has it."""
        self._drop_bare_log()
        self.keeper.close()

    def abandon(self) -> None:
        """Let go of a log that is not in its place, and leave the database as it is."""
        self._drop_bare_log()
        let_go(self.keeper, self.path)

    def _drop_bare_log(self) -> None:
        if self._bare_log is not None:
            os.close(self._bare_log)
            self._bare_log = None

    def look(self) -> None:
        """Raise OutOfPlace unless the path leads to the file that was opened, and to its log.

        SQLite goes on writing into deleted files, and everything would be gone at the end.
        """
        database, log, memory = map(_found, self._names)
        held_database, held_log, held_memory = self._identities
        if database is None or _identity(database) != held_database:
            raise OutOfPlace(sentence("moved-away", self.path))
        if log is None or memory is None:
            raise LogGone
        if _identity(log) != held_log or _identity(memory) != held_memory:
            raise LogGone
        self._last_seen = _state(database), _state(log)

    def may_have_rival(self) -> bool:
        """Whether another program may have recorded since the log was last in its place.

        It would have done so into the database, or into a log of its own; it cannot have when both
        are as they were. To be asked by who has the file alone.
        """
        database, log, _ = map(_found, self._names)
        seen_database, seen_log = self._last_seen
        if _identity(database) != self._identities[0] or _state(database) != seen_database:
            return True
        return log is not None and log.st_size > 0 and _state(log) != seen_log


def _leave_log(path: Path, busy_seconds: float) -> None:
    """Leave a log beside a database that nobody else has open.

    Files that are there before they are opened can be looked at before and after: what is the
    same then, was opened. The one that is closed last only reads, so it takes nothing away.
    """
    with (
        closing(connect_to_read(path)) as last,
        closing(connect(path, busy_seconds=busy_seconds)) as first,
    ):
        open_log(first)
        open_log(last)


def _found(name: str) -> os.stat_result | None:
    try:
        return os.stat(name)  # noqa: PTH116 (called for every entry; Path.stat costs more)
    except OSError:
        return None


def _identity(found: os.stat_result | None) -> _Identity | None:
    return None if found is None else (found.st_dev, found.st_ino)


def _state(found: os.stat_result | None) -> _State | None:
    return None if found is None else (found.st_mtime_ns, found.st_size)
