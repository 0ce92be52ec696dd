"""Putting a finished file in its place without ever overwriting another one."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tabletop.database.sentences import unavailable
from tabletop.exercise.journal import LibraryUnavailable

_BESIDE = ("", "-wal", "-shm", "-journal")


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Lend an empty file in the folder of ``target``; put it in place at the end, whole.

    Raises LibraryUnavailable: the folder is not there or not writable, or something stands at
    ``target`` already (code ``exists``). Whatever fails, nothing is left behind.
    """
    draft = _draft(target)
    try:
        yield draft
        _flush(draft)
        _put(draft, target)
    except OSError as error:
        raise unavailable("unreachable", target, error.strerror or str(error)) from error
    finally:
        for suffix in _BESIDE:
            with suppress(FileNotFoundError):
                draft.with_name(draft.name + suffix).unlink()
    _flush_folder(target.parent)


def _draft(target: Path) -> Path:
    if not target.parent.is_dir():
        raise LibraryUnavailable(
            f"The folder {target.parent} does not exist; nothing was created. "
            "Create it, or choose another place.",
            code="missing",
        )
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except PermissionError as error:
        raise unavailable("read-only-folder", target) from error
    except OSError as error:
        raise unavailable("unreachable", target, error.strerror or str(error)) from error
    os.close(descriptor)
    return Path(name)


def _put(draft: Path, target: Path) -> None:
    try:
        # A link fails when the name is taken; a rename would replace what stands there.
        os.link(draft, target)
    except FileExistsError as error:
        raise _taken(target) from error
    except OSError:  # FAT and some others know no links
        if os.path.lexists(target):
            raise _taken(target) from None
        draft.rename(target)


def _taken(target: Path) -> LibraryUnavailable:
    return LibraryUnavailable(
        f"{target} is there already and was not touched. Choose another name.", code="exists"
    )


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name itself outlast a power cut, where folders can be flushed."""
    with suppress(OSError):  # Windows cannot open a folder; it keeps names in its own journal
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
