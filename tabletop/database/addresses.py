"""Where a database is: a path or an ``sqlite:///`` URL, and whether that place will do."""

import os
import re
from pathlib import Path

from tabletop.exercise.journal import LibraryUnavailable

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+):(?P<rest>.*)", re.DOTALL)
_SQLITE = ("sqlite", "sqlite+pysqlite")
_SHARES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "ceph"),
        *("fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.glusterfs"),
    }
)
MOUNTS = Path("/proc/self/mounts")


def sqlite_path(address: str | Path) -> Path:
    """Return the path an address names, links followed.

    Raises LibraryUnavailable for other databases, and for what names no file.
    """
    if isinstance(address, Path):
        return _real(address)
    found = _SCHEME.fullmatch(address)
    if found is None:
        return _path(address, address)
    if found["scheme"].lower() not in _SQLITE:
        raise LibraryUnavailable(
            f"{_without_password(address)}: this version keeps its exercises in an SQLite file. "
            "Give the path of a file, or an address like sqlite:///folder/exercises.db.",
            code="address",
        )
    if not found["rest"].startswith("///"):
        raise LibraryUnavailable(
            f"{address}: an SQLite address has three slashes before the path, four before a path "
            "from the root: sqlite:///folder/exercises.db, sqlite:////home/me/exercises.db.",
            code="address",
        )
    return _path(found["rest"][3:], address)


def _path(text: str, address: str) -> Path:
    if not text.strip() or text.startswith(":memory:") or "\0" in text:
        raise _no_file(address)
    try:
        return _real(Path(text).expanduser())
    except (RuntimeError, UnicodeEncodeError) as error:  # “~nobody”; half a character
        raise _no_file(address) from error


def _real(path: Path) -> Path:
    """Return where a path leads: SQLite keeps its log beside the file itself, not beside a link."""
    return Path(os.path.realpath(path))


def _no_file(address: str) -> LibraryUnavailable:
    shown = address.encode("utf-8", "replace").decode("utf-8")
    return LibraryUnavailable(
        f"“{shown}” names no file to keep exercises in; give the path of one.", code="address"
    )


def _without_password(address: str) -> str:
    return re.sub(r"//.*@", "//…@", address)


def refuse_network_share(path: Path, mounts: str) -> None:
    """Raise LibraryUnavailable when the mounted file systems say that a path is not local.

    SQLite's write-ahead log needs memory shared between processes; over a network two writers
    would not see each other and could destroy the file.
    """
    if str(path).startswith(("\\\\", "//")) or _file_system(path, mounts) in _SHARES:
        raise LibraryUnavailable(
            f"{path} lies on a network share, where entries could be lost or the file destroyed. "
            "Nothing was opened. Keep the database on a disk of this computer "
            "(--database FILE) and copy backups to the share.",
            code="network-share",
        )


def _file_system(path: Path, mounts: str) -> str:
    resolved = os.path.realpath(path)
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), fields[1])
        inside = resolved == point or resolved.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind


def mounted_file_systems() -> str:
    """Return the table of mounts where the system has one; elsewhere the path alone must do."""
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
