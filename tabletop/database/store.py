"""One open database file: its engine, its path, and whether the file is still in its place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from tabletop.database.sentences import OutOfPlace, log_gone, sentence
from tabletop.database.sqlite import LOG_FILES, empty_log, for_writing


@dataclass(frozen=True, slots=True)
class Store:
    """Where to read and where to write. ``writer`` begins with the write lock in hand."""

    path: Path
    reader: Engine
    writer: Engine
    identity: tuple[int, int]

    @classmethod
    def at(cls, path: Path, engine: Engine) -> "Store":
        """Return the store of an open engine."""
        return cls(path, engine, for_writing(engine), _identity(path))

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend a connection whose changes are committed at the end, or not at all.

        Raises OutOfPlace, and commits nothing, when the file or its log is not where it was:
        SQLite would go on writing into deleted files, and say that all is well.
        """
        if not self.is_in_place():
            raise OutOfPlace(sentence("moved-away", self.path))
        log_is_there = True
        try:
            with self.writer.begin() as connection:
                yield connection
                log_is_there = self._has_log()
                if not log_is_there:
                    raise OutOfPlace(log_gone(self.path))
        finally:
            if not log_is_there:
                # This process still holds the deleted log: what it had taken goes into the file.
                empty_log(self.reader)

    def _has_log(self) -> bool:
        # Called for every entry; Path.exists costs more.
        return all(os.path.exists(f"{self.path}{ending}") for ending in LOG_FILES)  # noqa: PTH110 (cost)

    def is_in_place(self) -> bool:
        """Whether the path still leads to the file that was opened.

        SQLite goes on writing into a deleted file, and everything would be gone at the end.
        """
        try:
            return _identity(self.path) == self.identity
        except OSError:
            return False


def _identity(path: Path) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116 (called for every entry; Path.stat costs more)
    return found.st_dev, found.st_ino
