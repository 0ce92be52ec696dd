"""One open database file: its engine, its path, and whether the file is still in its place."""

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from tabletop.database.sqlite import for_writing


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
