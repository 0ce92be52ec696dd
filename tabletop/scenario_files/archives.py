"""Scenario packages: one ZIP with a scenario file and the folder of its attachments.

Nothing is ever extracted to the disk; members are read into memory, with limits on their number,
their size and how far they may swell.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tabletop.scenario_files.attachments import (
    MOST_BYTES,
    MOST_FILES,
    Collected,
    Collector,
    is_litter,
)
from tabletop.scenario_files.located import LocatedFinding, UnreadableScenario, about_file

SCENARIO_ENDING = ".ttx.yaml"
# Texts shrink to a tenth, drawings to a twentieth; a bomb shrinks to a thousandth.
_MOST_SWELLING = 200
_MOST_DIRECTORY_BYTES = 2 * 2**20
_END_RECORD = b"PK\x05\x06"
_END_RECORD_64 = b"PK\x06\x07"


@dataclass(frozen=True, slots=True)
class Archive:
    """What a package holds: the scenario file's name and content, if it could be read."""

    name: str | None
    content: bytes
    collected: Collected


class _Refused(Exception):
    """The package is not read; the message says why."""


def archive(path: Path, most_bytes: int) -> Archive:
    """Read a package whose scenario file may have so many bytes.

    Raises UnreadableScenario when it is no ZIP. What is wrong inside is a finding.
    """
    try:
        _check_directory(path)
        with zipfile.ZipFile(path) as package:
            return _read(package, path, most_bytes)
    except _Refused as refused:
        return Archive(None, b"", Collected(findings=(_refusal(path, str(refused)),)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as broken:
        why = f"is no ZIP that can be read ({broken}); pack it again"
        raise UnreadableScenario(path, why) from broken
    except OSError as broken:
        raise UnreadableScenario(path, f"cannot be read: {broken.strerror or broken}") from broken


def _refusal(path: Path, text: str) -> LocatedFinding:
    return about_file(str(path), "package", text)


def _check_directory(path: Path) -> None:
    """Refuse a package with a huge directory before anything lists it."""
    if path.stat().st_size > MOST_BYTES:
        raise _Refused(f"the package is larger than {MOST_BYTES // 2**20} MB")
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 65_557))
        tail = file.read()
    # What looks like a second end record may be the one that is believed: none may be too large.
    for end in _places(tail, _END_RECORD):
        directory = int.from_bytes(tail[end + 12 : end + 16], "little")
        is_64 = tail[max(0, end - 20) : end].startswith(_END_RECORD_64)
        if directory > _MOST_DIRECTORY_BYTES or is_64:
            raise _Refused(f"the package holds more than {MOST_FILES:,} files")


def _places(tail: bytes, record: bytes) -> Iterator[int]:
    end = tail.find(record)
    while end >= 0:
        yield end
        end = tail.find(record, end + 1)


def _read(package: zipfile.ZipFile, path: Path, most_bytes: int) -> Archive:
    members = [member for member in package.infolist() if not member.is_dir()]
    _check_members(package.infolist())
    wanted = [member for member in members if not _is_litter(member.filename)]
    scenarios = [member for member in wanted if member.filename.endswith(SCENARIO_ENDING)]
    if len(scenarios) != 1:
        names = ", ".join(member.filename for member in scenarios[:5]) or "none"
        raise _Refused(f"a package holds one file NAME{SCENARIO_ENDING}; this one has: {names}")
    scenario = scenarios[0]
    collector = Collector()
    folder = scenario.filename.removesuffix(SCENARIO_ENDING) + "/"
    for member in wanted:
        if member is not scenario and not collector.is_full:
            _offer(package, member, folder, path, collector)
    content = _content(package, scenario, most_bytes + 1)
    return Archive(scenario.filename, content, collector.collected())


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES:
        raise _Refused(f"the package holds more than {MOST_FILES:,} files")
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise _Refused(f"the package would unpack to more than {MOST_BYTES // 2**20} MB")
    seen: set[str] = set()
    for member in members:
        _check_name(member.filename)
        _check_kind(member)
        if member.filename.casefold() in seen:
            raise _Refused(f"the package holds “{member.filename}” twice")
        seen.add(member.filename.casefold())


def _check_name(name: str) -> None:
    parts = PurePosixPath(name).parts
    if name.startswith("/") or "\\" in name or ":" in name or ".." in parts:
        raise _Refused(f"“{name}” leads out of the package; pack it again with plain names")
    if any(ord(character) < 32 or character == "\x7f" for character in name):
        raise _Refused(f"the name {name!r} holds control characters; rename the file")


def _check_kind(member: zipfile.ZipInfo) -> None:
    name = member.filename
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind and kind not in (stat.S_IFREG, stat.S_IFDIR):
        raise _Refused(f"“{name}” is a link or device; a package holds ordinary files only")
    if member.flag_bits & 0x1:
        raise _Refused(f"“{name}” is encrypted; pack it again without a password")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _Refused(f"“{name}” is packed in a way few programs can read; pack it as a plain ZIP")
    if name.lower().endswith(".zip"):
        raise _Refused(f"“{name}” is a package inside the package; unpack it first")
    if member.file_size > 2**20 and member.file_size > _MOST_SWELLING * member.compress_size:
        raise _Refused(f"“{name}” would swell more than {_MOST_SWELLING} times; it is not read")


def _is_litter(name: str) -> bool:
    return any(is_litter(part) for part in PurePosixPath(name).parts)


def _offer(
    package: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    folder: str,
    path: Path,
    collector: Collector,
) -> None:
    shown = f"{path}/{member.filename}"
    if not member.filename.startswith(folder):
        collector.stray(shown, folder)
    elif collector.wants(shown, member.file_size):
        content = _content(package, member, member.file_size + 1)
        collector.take(member.filename.removeprefix(folder), shown, content)


def _content(package: zipfile.ZipFile, member: zipfile.ZipInfo, most_bytes: int) -> bytes:
    """Return what a member holds, at most so many bytes, whatever its header promises."""
    with package.open(member) as file:
        return file.read(most_bytes)
