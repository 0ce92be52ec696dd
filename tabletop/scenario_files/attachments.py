"""Attachments from the folder beside a scenario file. No path leads out of that folder.

The limits are the same as for packages (``archives``).
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tabletop.scenario.package import MEDIA_TYPES, Attachment
from tabletop.scenario_files.located import LocatedFinding, about_file
from tabletop.scenario_files.pictures import content_fault

MOST_FILES = 2_000
MOST_BYTES = 200 * 2**20
MOST_BYTES_OF_ONE = 25 * 2**20
_MOST_FOLDERS_DEEP = 8
# What systems leave in folders by themselves.
_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class Collected:
    """Attachments that may be used, and what is wrong with those that may not."""

    attachments: tuple[Attachment, ...] = ()
    findings: tuple[LocatedFinding, ...] = ()


class Collector:
    """Takes files one by one, and counts them against the limits."""

    def __init__(self) -> None:
        self._attachments: list[Attachment] = []
        self._findings: list[LocatedFinding] = []
        self._bytes = 0
        self._files = 0
        self._names: set[str] = set()

    @property
    def is_full(self) -> bool:
        """Whether a limit was passed; nothing more needs to be read."""
        return self._bytes > MOST_BYTES or self._files > MOST_FILES

    def refuse(self, path: str, text: str) -> None:
        """Note a file that cannot be taken."""
        self._findings.append(about_file(path, "attachment", text))

    def stray(self, path: str, folder: str) -> None:
        """Note a file that lies where no attachment belongs."""
        text = f"is left out; attachments lie in the folder {folder}"
        self._findings.append(about_file(path, "attachment-place", text, "warning"))

    def wants(self, path: str, size: int) -> bool:
        """Whether to read a file of this name and size; if not, why is noted."""
        self._files += 1
        self._bytes += size
        if self._files > MOST_FILES:
            self.refuse(path, f"there are more than {MOST_FILES:,} attachments; keep what is used")
        elif self._bytes > MOST_BYTES:
            most = MOST_BYTES // 2**20
            self.refuse(path, f"the attachments together are larger than {most} MB")
        elif path.rpartition(".")[2].lower() not in MEDIA_TYPES or "." not in path:
            kinds = ", ".join(MEDIA_TYPES)
            text = f"files of this kind are left out; attachments are {kinds}"
            self._findings.append(about_file(path, "attachment-kind", text, "warning"))
        elif size > MOST_BYTES_OF_ONE:
            most = MOST_BYTES_OF_ONE // 2**20
            self.refuse(path, f"the attachment has {size / 2**20:.0f} MB; the most is {most} MB")
        else:
            return True
        return False

    def take(self, name: str, path: str, content: bytes) -> None:
        """Take an attachment if its content is harmless."""
        # macOS takes letters and their accents apart; scenario files do not.
        name = unicodedata.normalize("NFC", name)
        fault = content_fault(name, content)
        if name in self._names:
            self.refuse(path, "another attachment has the same name; give one of them another")
            return
        self._names.add(name)
        if fault is None:
            self._attachments.append(Attachment(name, content))
            return
        self._findings.append(
            LocatedFinding(path, fault.line, fault.column, "error", "attachment", fault.text)
        )

    def collected(self) -> Collected:
        """Return what was taken, by name, and what is wrong with the rest."""
        attachments = sorted(self._attachments, key=lambda one: one.name)
        return Collected(tuple(attachments), tuple(self._findings))


def is_litter(name: str) -> bool:
    """Whether a file was left by a system and means nothing."""
    return name.startswith(".") or name.lower() in _LITTER


def attachments_in(folder: Path) -> Collected:
    """Return the attachments in a folder and the folders in it; none where it does not exist."""
    collector = Collector()
    if folder.is_symlink():
        collector.refuse(str(folder), "the folder of attachments is a link; put the files there")
        return collector.collected()
    if not folder.is_dir():
        return collector.collected()
    for entry, name in _entries(folder, "", 0, collector):
        if collector.is_full:
            break
        try:
            _offer(entry, name, folder, collector)
        except OSError as broken:
            collector.refuse(entry.path, f"cannot be read: {broken.strerror}")
    return collector.collected()


def _entries(
    folder: Path, prefix: str, depth: int, collector: Collector
) -> Iterator[tuple[os.DirEntry[str], str]]:
    if depth > _MOST_FOLDERS_DEEP:
        text = f"folders more than {_MOST_FOLDERS_DEEP} deep are not read; move the files up"
        collector.refuse(str(folder), text)
        return
    for entry in _listed(folder, collector):
        if is_litter(entry.name):
            continue
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path), f"{name}/", depth + 1, collector)
        else:
            yield entry, name


def _listed(folder: Path, collector: Collector) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            return sorted(listing, key=lambda entry: entry.name)
    except OSError as broken:
        collector.refuse(str(folder), f"the folder cannot be read: {broken.strerror}")
        return []


def _offer(entry: os.DirEntry[str], name: str, folder: Path, collector: Collector) -> None:
    path = Path(entry.path)
    # Path.resolve raises RuntimeError for a link to itself; here the next step says what it is.
    leads_to = Path(os.path.realpath(path))
    if entry.is_symlink() and not leads_to.is_relative_to(os.path.realpath(folder)):
        collector.refuse(entry.path, "is a link that leads out of the folder; put the file there")
        return
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        collector.refuse(entry.path, "is no ordinary file; take it away")
        return
    if collector.wants(entry.path, status.st_size):
        with path.open("rb") as file:
            content = file.read(MOST_BYTES_OF_ONE + 1)
        collector.take(name, entry.path, content)
