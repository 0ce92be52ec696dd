"""Findings with the file, line and column where they stand, and files that cannot be opened."""

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.scenario.findings import Finding, Place, Severity
from tabletop.scenario_files.positions import Positions
from tabletop.scenario_files.yaml_tree import Fault


@dataclass(frozen=True, slots=True)
class LocatedFinding:
    """A finding where a text editor finds it; lines and columns count from 1."""

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    text: str
    place: Place = ()

    @property
    def is_error(self) -> bool:
        """Whether the scenario cannot be played as it stands."""
        return self.severity == "error"

    def __str__(self) -> str:
        words = " ".join(self.text.split())
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {words} [{self.code}]"


class UnreadableScenario(Exception):
    """A file that cannot be opened at all; the message says which and why."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = str(path)
        self.why = why


def located(path: str, finding: Finding, positions: Positions) -> LocatedFinding:
    """Return a finding at the line and column of its place."""
    of_key = finding.code in ("unknown-key", "missing-key")
    line, column = positions.spot(finding.place, of_key=of_key)
    if finding.about:
        line, column = positions.spot_within(finding.place, finding.about) or (line, column)
    return LocatedFinding(
        path, line, column, finding.severity, finding.code, finding.text, finding.place
    )


def fault_located(path: str, fault: Fault) -> LocatedFinding:
    """Return a fault of the text as a finding."""
    return LocatedFinding(path, fault.line, fault.column, "error", fault.code, fault.text)


def about_file(path: str, code: str, text: str, severity: Severity = "error") -> LocatedFinding:
    """Return a finding about a file as a whole."""
    return LocatedFinding(path, 1, 1, severity, code, text)


def in_file_order(findings: Iterable[LocatedFinding]) -> tuple[LocatedFinding, ...]:
    """Return findings by file, line and column."""
    return tuple(sorted(findings, key=lambda one: (one.path, one.line, one.column)))
