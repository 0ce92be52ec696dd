"""Why a file cannot be opened, in words, and what can be done about it."""

import errno
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

_MOST_NEIGHBOURS = 5_000


def why_not(path: Path, broken: Exception) -> str:
    """Return why a file could not be opened; goes behind its path."""
    if isinstance(broken, FileNotFoundError):
        return f"there is no such file{_meant(path) or '; check the name and the folder'}"
    if isinstance(broken, PermissionError):
        return "you may not read this file; ask its owner, or change its permissions"
    if isinstance(broken, NotADirectoryError):
        return "a part of this path is a file, not a folder; check the path"
    if isinstance(broken, OSError) and broken.errno == errno.ENAMETOOLONG:
        return "the name is too long for a file; check it"
    reason = broken.strerror if isinstance(broken, OSError) else str(broken)
    return f"cannot be opened ({reason}); check the path and the disk, or take a copy"


def files_in(folder: Path, ending: str, what: str) -> str:
    """Return what to give instead of a folder: a file in it, or one of that kind."""
    try:
        files = sorted(folder.glob(f"*{ending}"))
    except OSError:
        files = []
    return f"; give a file in it, like {files[0]}" if files else f"; give {what}, NAME{ending}"


def _meant(path: Path) -> str:
    try:
        names = [one.name for one in islice(path.parent.iterdir(), _MOST_NEIGHBOURS)]
    except OSError:
        return ""
    close = get_close_matches(path.name, names, n=5, cutoff=0.7)
    meant = next((name for name in close if _is_alike(path.name, name)), None)
    return f"; did you mean {path.with_name(meant)}?" if meant else ""


def _is_alike(name: str, other: str) -> bool:
    """Whether names are alike also without their endings, which most files share."""
    return bool(get_close_matches(_stem(name), [_stem(other)], cutoff=0.7))


def _stem(name: str) -> str:
    return name.split(".", maxsplit=1)[0] or name
