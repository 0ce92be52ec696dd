"""What went wrong with the database, in sentences: what happened, what is safe, what to do."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from tabletop.exercise.journal import JournalUnavailable, LibraryUnavailable, StorageCode

_CODES: tuple[tuple[str, StorageCode], ...] = (
    ("SQLITE_FULL", "full"),
    ("SQLITE_BUSY", "locked"),
    ("SQLITE_LOCKED", "locked"),
    ("SQLITE_PROTOCOL", "locked"),
    ("SQLITE_READONLY_DBMOVED", "moved-away"),
    ("SQLITE_READONLY_DIRECTORY", "read-only-folder"),
    ("SQLITE_READONLY", "read-only-file"),
    ("SQLITE_PERM", "read-only-file"),
    ("SQLITE_CORRUPT", "damaged"),
    ("SQLITE_NOTADB", "foreign"),
    ("SQLITE_CANTOPEN", "unreachable"),
    ("SQLITE_IOERR", "unreachable"),
    ("SQLITE_NOMEM", "unreachable"),
)
_SENTENCES: dict[StorageCode, str] = {
    "missing": (
        "There is no database at {path}. Nothing was created. "
        "Check the path, or start a new exercise there to create it."
    ),
    "empty": (
        "{path} is empty (0 bytes), so it is not, or no longer, a database of exercises. "
        "Nothing was changed. Restore a backup, or delete the file to start a new database there."
    ),
    "folder": "{path} is a folder, not a database file. Give the path of a file in it.",
    "foreign": (
        "{path} is not a database of exercises, or its beginning is destroyed. Nothing was "
        "changed. Choose another file, or restore a backup."
    ),
    "damaged": (
        "{path} is damaged ({detail}). Nothing was changed. Keep a copy of the file and restore "
        "the newest backup."
    ),
    "locked": (
        "{path} is locked by another program. Nothing was changed. "
        "Close the other program (a backup, a database browser) and try again."
    ),
    "read-only-file": (
        "{path} is write-protected, so nothing could be recorded. Nothing was changed. Allow "
        "writing, or copy the file to a folder of yours and open the copy."
    ),
    "read-only-folder": (
        "The folder of {path} is write-protected, so nothing could be recorded. Nothing was "
        "changed. Allow writing there, or copy the file to a folder of yours and open the copy."
    ),
    "newer": (
        "{path} was written by a newer version of Tabletop ({detail}). Nothing was changed. "
        "Update Tabletop on this computer, or open the file where it was written."
    ),
    "full": (
        "The disk of {path} is full. What was recorded before is safe. "
        "Free some space and try again."
    ),
    "moved-away": (
        "{path} was moved, deleted or replaced while it was open. What was recorded before is in "
        "the file that was there. Put it back and open it again, or restore a backup."
    ),
    "unreachable": (
        "{path} cannot be reached ({detail}). What was recorded before is not touched. "
        "Check the disk and try again."
    ),
}
# Of what was written in the very moment in which the database or its log went.
_UNSURE = "NOT sure to be recorded: look whether it is there before you enter it again."

# Of a disk where SQLite cannot keep what WAL needs.
NO_LOG = "its disk cannot hold a write-ahead log"


def sentence(code: StorageCode, path: Path, detail: str = "") -> str:
    """Return what to tell a person about a path."""
    return _SENTENCES[code].format(path=path, detail=detail)


def unavailable(code: StorageCode, path: Path, detail: str = "") -> LibraryUnavailable:
    """Return the exception that says what is wrong with a database."""
    return LibraryUnavailable(sentence(code, path, detail), code=code)


def log_gone(path: Path) -> str:
    """Say that the log of an open database is lost, and that the database is whole all the same."""
    return (
        f"{_log_lost(path)}. What was recorded before is in the database. Close Tabletop, start it "
        "again and open the exercise; leave these files where they are."
    )


def log_gone_with_copy(path: Path, copy: Path, why: str) -> str:
    """Say that the log of an open database is lost, and that what it held is whole in a copy."""
    return (
        f"{_log_lost(path)}, and {why}. So {path.name} may lack what was recorded last. All that "
        f"was recorded before is in a copy, {copy}, which was checked and is whole. Close Tabletop "
        "and every other program that has the database open. Then go on with the copy: start "
        f"“{_start_with(copy)}” and open the exercise. Leave {path.name} where it is; what another "
        "program may have recorded since is only there."
    )


def log_gone_with_unsound_copy(path: Path, copy: Path, fault: str) -> str:
    """Say that the log of an open database is lost, and that the copy of all has a fault."""
    return (
        f"{_log_lost(path)}, and not all of it can be read any more. What can be read is in a "
        f"copy, {copy}, but the copy is damaged ({fault}). Close Tabletop and every other program "
        "that has the database open, and keep both files. “tabletop verify” tells of each which "
        "entries are whole; restore the newest backup for what neither of them has."
    )


def log_gone_without_copy(path: Path, why: str) -> str:
    """Say that the log of an open database is lost, and that no copy could be made yet."""
    return (
        f"{_log_lost(path)}. What was recorded last is only in this program's hands now, for it "
        f"could not be copied to {path.parent} ({why}). Do NOT close Tabletop. Free some space or "
        "allow writing there, and try again; the copy is made then."
    )


def log_does_not_stay(path: Path) -> str:
    """Say that files are deleted while the database is being opened."""
    return (
        f"The log of the database, {_log_files(path)}, is deleted again and again by another "
        "program. Nothing was changed. Close that program and open the database again."
    )


def _log_lost(path: Path) -> str:
    return (
        f"The log of the database, {_log_files(path)}, was deleted or replaced by another program "
        "while it was open"
    )


def _log_files(path: Path) -> str:
    return f"{path.name}-wal or {path.name}-shm in {path.parent}"


def _start_with(database: Path) -> str:
    return f'tabletop --database "{database}"'


def still_in_log(path: Path) -> str:
    """Say that forgotten text is out of the database, but not yet out of its log."""
    return (
        f"It was removed from {path}, but another program is reading there, so the removed text "
        f"still stands in {path.name}-wal. It goes from there when every program that has the "
        "database open is closed."
    )


def open_elsewhere(path: Path) -> str:
    """Say that a file cannot be upgraded because somebody has it open."""
    return (
        f"{path} was written by an older version of Tabletop and has to be upgraded, but another "
        "program has it open: an older Tabletop, a backup or a database browser. Nothing was "
        "changed. Close the other program and try again."
    )


def altered_row(path: Path, exercise_id: str) -> str:
    """Say that what the list tells of one exercise is not what was recorded."""
    return (
        f"The exercise {exercise_id} is damaged: what the list of exercises in {path} says of it "
        "was changed by another program. It cannot be opened; the other exercises can. Nothing was "
        "changed now. “tabletop verify” tells whether its entries are whole; restore the newest "
        "backup to have it back."
    )


class OutOfPlace(Exception):
    """A database or its log is not where it was when it was opened.

    ``is_committed``: that was seen only after a commit, which others may find or not.
    """

    def __init__(self, sentence: str = "", *, is_committed: bool = False) -> None:
        super().__init__(sentence)
        self.is_committed = is_committed


def code_of(error: BaseException, path: Path) -> StorageCode | None:
    """Return the kind of an environment error, or None when it is a bug."""
    # Text of the file that is no UTF-8: in a value (no name given), or in SQLite's own message.
    unreadable = str(error).startswith("Could not decode to UTF-8")
    if unreadable or isinstance(error, UnicodeDecodeError):
        return "damaged"
    name = getattr(error, "sqlite_errorname", "")
    for prefix, code in _CODES:
        if name.startswith(prefix):
            return _cause_of_unreachable(path) if code == "unreachable" else code
    return None


def _cause_of_unreachable(path: Path) -> StorageCode:
    if not path.parent.is_dir() or not path.exists():
        return "moved-away"
    if not os.access(path.parent, os.W_OK):
        return "read-only-folder"
    return "unreachable"


def _driver_error(error: BaseException) -> BaseException:
    return error.orig if isinstance(error, DBAPIError) and error.orig else error


def _recorded_or_not(error: OutOfPlace) -> str:
    return f"{_UNSURE if error.is_committed else 'NOT recorded.'} {error}"


@contextmanager
def library_errors(path: Path) -> Iterator[None]:
    """Turn environment errors of the driver into ``LibraryUnavailable``."""
    try:
        yield
    except OutOfPlace as error:
        told = f"{_UNSURE} {error}" if error.is_committed else str(error)
        raise LibraryUnavailable(told, code="moved-away") from error
    except (DBAPIError, sqlite3.Error, UnicodeDecodeError) as error:
        original = _driver_error(error)
        code = code_of(original, path)
        if code is None:
            raise
        raise unavailable(code, path, str(original)) from error


@contextmanager
def journal_errors(path: Path, *, writing: bool) -> Iterator[None]:
    """Turn environment errors of the driver into ``JournalUnavailable``."""
    try:
        yield
    except OutOfPlace as error:
        told = _recorded_or_not(error) if writing else str(error)
        raise JournalUnavailable(told, code="moved-away") from error
    except (DBAPIError, sqlite3.Error, UnicodeDecodeError) as error:
        original = _driver_error(error)
        code = code_of(original, path)
        if code is None:
            raise
        told = sentence(code, path, str(original))
        raise JournalUnavailable(f"NOT recorded. {told}" if writing else told, code=code) from error
