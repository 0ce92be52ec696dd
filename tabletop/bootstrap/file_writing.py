"""Writing files whole: beside their place, flushed, then put there."""

import errno
import os
import re
import unicodedata
from pathlib import Path
from secrets import token_hex

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_IN_THE_WAY = (errno.EEXIST, errno.ENOTDIR)


class UnwritableFile(Exception):
    """A file could not be written; the message says which, why and what to do."""


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file so that it is there as a whole or not at all; raise UnwritableFile."""
    make_folder(path.parent)
    try:
        _put(path, content)
    except OSError as error:
        raise UnwritableFile(
            f"{path} could not be written ({error.strerror or error}); what stood there before is "
            f"untouched. {_remedy(error)}"
        ) from error
    return path


def _put(path: Path, content: bytes) -> None:
    # Made like any other file of the user, so that the mask of the session decides who may read it.
    beside = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # Closed before: Windows renames no open file.
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it unless they are there; raise UnwritableFile."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(
            f"The folder {folder} could not be made ({error.strerror or error}). {_remedy(error)}"
        ) from error


def require_writable(folder: Path) -> None:
    """Make a folder and try to write into it, before long work for it; raise UnwritableFile."""
    make_folder(folder)
    trial = folder / f".tabletop.{token_hex(4)}"
    try:
        try:
            trial.write_bytes(b"\0" * 4096)
        finally:
            trial.unlink(missing_ok=True)
    except OSError as error:
        raise UnwritableFile(
            f"Nothing can be written into the folder {folder} ({error.strerror or error}). "
            f"{_remedy(error)}"
        ) from error


def _remedy(error: OSError) -> str:
    """Return what can be done about it."""
    if error.errno in _FULL:
        return "Free some space, or choose a folder on another disk."
    if error.errno in _FORBIDDEN:
        return "Choose another folder, or allow writing there."
    if error.errno in _IN_THE_WAY:
        return "A file stands where a folder is needed: move it away, or choose another folder."
    if error.errno == errno.EISDIR:
        return "A folder stands in its place: move it away, or choose another folder."
    if error.errno == errno.ENAMETOOLONG:
        return "Choose a shorter name."
    return "Choose another folder."


def slug(text: str) -> str:
    """Return a file name part made of ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i")).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")[:60] or "exercise"
