"""The look at machine and scenario before the start, in words. No Qt here; nothing forbids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabletop.gui.start.rows import SeatRow
    from tabletop.scenario.findings import Finding
    from tabletop.scenario.model import Scenario

FONTS = ("Inter", "Noto Serif")
_GIGABYTE = 1_000_000_000
_MEGABYTE = 1_000_000
_LITTLE_SPACE = 500 * _MEGABYTE
_SLOW_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen of this machine: the system's id for it, and what people call it."""

    id: str
    name: str
    width: int
    height: int
    is_primary: bool

    @property
    def words(self) -> str:
        """The screen in words."""
        return f"{self.name}, {self.width} × {self.height}"


@dataclass(frozen=True, slots=True)
class Machine:
    """What was found about disk and database, or a sentence why it was not."""

    free_bytes: int | None = None
    database: str = ""
    answered_seconds: float | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One row: fine or a hint, what was found, and what mends it (an action and its word)."""

    id: str
    is_fine: bool
    name: str
    found: str
    repair: tuple[str, str] | None = None


def checks(
    rows: Sequence[SeatRow],
    screens: Sequence[Screen],
    fonts: Sequence[str],
    machine: Machine | None,
    scenario: Scenario | None,
    findings: Sequence[Finding] = (),
) -> tuple[Check, ...]:
    """Return all checks, hints first; what is not known yet is left out."""
    found = [_seats(rows), _screens(screens), _fonts(fonts)]
    if machine is not None:
        found += [_disk(machine), _database(machine)]
    if scenario is not None:
        found.append(_scenario(scenario, findings))
    shown = [check for check in found if check is not None]
    return tuple(sorted(shown, key=lambda check: check.is_fine))


def heading(listed: Sequence[Check]) -> str:
    """Return the heading over the checks."""
    hints = sum(not check.is_fine for check in listed)
    if not hints:
        return "Ready to run"
    return f"Ready to run, {hints} {'hint' if hints == 1 else 'hints'}"


def _seats(rows: Sequence[SeatRow]) -> Check | None:
    played = [row for row in rows if row.played]
    if not rows:
        return None
    if not any(row.decides for row in played):
        told = "Nobody is left to decide. Let at least one deciding seat play."
        return Check("seats", is_fine=False, name="No seat decides", found=told)
    empty = [row.role for row in played if row.decides and not row.person]
    if not any(row.person for row in played):
        told = "Each can be played from the console; people join at any time."
        return Check("seats", is_fine=True, name="Every seat is open", found=told)
    if not empty:
        return Check("seats", is_fine=True, name="Seats", found="Every deciding seat has a name.")
    name = "1 seat has no name" if len(empty) == 1 else f"{len(empty)} seats have no name"
    told = f"{', '.join(empty)} can be played from the console, or join late."
    return Check(
        "seats", is_fine=False, name=name, found=told, repair=(empty[0], f"Go to {empty[0]}")
    )


def _screens(screens: Sequence[Screen]) -> Check:
    others = [screen for screen in screens if not screen.is_primary]
    if others:
        told = "; ".join(screen.words for screen in others)
        return Check("screen", is_fine=True, name="Room screen found", found=told)
    told = "F11 in the console opens the room in a window; drag it to the projector."
    return Check("screen", is_fine=False, name="No second screen", found=told)


def _fonts(families: Sequence[str]) -> Check:
    missing = [font for font in FONTS if font not in families]
    if missing:
        told = f"{', '.join(missing)} did not load; another one is used. Install Tabletop again."
        return Check("fonts", is_fine=False, name="Fonts", found=told)
    told = "Türkçe Ελληνικά Кириллица show correctly"
    return Check("fonts", is_fine=True, name="Fonts", found=told)


def _disk(machine: Machine) -> Check | None:
    if machine.free_bytes is None:
        return None
    if machine.free_bytes < _LITTLE_SPACE:
        told = f"Only {_size(machine.free_bytes)} free. Empty the bin or move large files first."
        return Check("disk", is_fine=False, name="Disk nearly full", found=told)
    return Check("disk", is_fine=True, name="Disk", found=f"{_size(machine.free_bytes)} free")


def _database(machine: Machine) -> Check:
    if machine.trouble:
        return Check("database", is_fine=False, name="Records", found=machine.trouble)
    seconds = machine.answered_seconds or 0.0
    if seconds > _SLOW_SECONDS:
        told = f"{machine.database} took {seconds:.1f} s to answer."
        return Check("database", is_fine=False, name="Records are slow", found=told)
    told = f"{machine.database} answers in {max(round(seconds * 1000), 1)} ms"
    return Check("database", is_fine=True, name="Records", found=told)


def _scenario(scenario: Scenario, findings: Sequence[Finding]) -> Check:
    injects, decisions = len(scenario.injects), len(scenario.decisions_by_id)
    counted = f"{_counted(injects, 'inject')}, {_counted(decisions, 'decision')}"
    if not findings:
        return Check("scenario", is_fine=True, name="Scenario", found=f"{counted}, no findings")
    name = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
    first = findings[0]
    return Check("scenario", is_fine=False, name=f"{name} in the scenario", found=_told(first))


def _told(finding: Finding) -> str:
    """Return a finding as a sentence: the id of what it is about, or its place, and what is said.

    Ids name what they stand for; which list of the file holds it says nothing here.
    """
    place = finding.place[1:] or finding.place
    where = " ".join(str(part) for part in place)
    said = finding.text if finding.text.endswith((".", "?", "!", "…")) else f"{finding.text}."
    return f"{where}: {said}" if where else said[:1].upper() + said[1:]


def _counted(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _size(count: int) -> str:
    if count >= _GIGABYTE:
        return f"{count / _GIGABYTE:.0f} GB"
    return f"{count / _MEGABYTE:.0f} MB"
