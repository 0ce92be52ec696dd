"""What the screens need from outside Qt; ``bootstrap`` provides it. No Qt here.

The types of other layers are imported for the type checker only: they bring pydantic with them,
and the first window is painted before that is loaded. For the same reason the values here are
named tuples: making a frozen dataclass takes six times as long, and there are many.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tabletop.exercise.journal import ExerciseSummary, Participant
    from tabletop.live import LiveExercise
    from tabletop.scenario.package import ScenarioPackage


class ShippedScenario(NamedTuple):
    """One card of the library: what can be said of a scenario without opening it in full.

    ``story`` has a column for each inject: the number of its phase, how many decisions it
    carries, and whether it stands in a branch.
    """

    id: str
    path: Path
    title: str
    summary: str
    marking: str
    injects: int
    decisions: int
    seats: int
    minutes: int
    cuts: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    story: tuple[tuple[int, int, bool], ...]


class NewExercise(NamedTuple):
    """What the start page asks; only the scenario is needed."""

    scenario: Path
    name: str = ""
    cut: str | None = None
    kind: str = "exercise"
    seats: tuple[str, ...] | None = None
    participants: tuple[Participant, ...] = ()
    cards: tuple[tuple[str, str], ...] = ()


Progress = Callable[[str, float], None]


class Services(Protocol):
    """Everything a screen may ask for. Slow ones are called through ``run_in_background``."""

    @property
    def assets(self) -> Path:
        """The folder with fonts and icons."""

    @property
    def database_label(self) -> str:
        """Where exercises are kept, for people."""

    def scenarios(self) -> tuple[ShippedScenario, ...]:
        """Return the shipped scenarios and those of the user's folder."""

    def exercises(self) -> tuple[ExerciseSummary, ...]:
        """Return every exercise, the newest first."""

    def package(self, path: Path) -> ScenarioPackage:
        """Read and check a scenario; raises a sentence when it has errors."""

    def start(self, wanted: NewExercise) -> LiveExercise:
        """Create an exercise and open it."""

    def open(self, exercise_id: str) -> LiveExercise:
        """Open an exercise that was created before."""

    def note_sign(self, exercise_id: str) -> None:
        """Leave a sign, outside the record, that a window is open on an exercise."""

    def last_sign(self, exercise_id: str) -> datetime | None:
        """Return when the last such sign was left on this machine, or None."""

    def forget_sign(self, exercise_id: str) -> None:
        """Take the sign of an exercise away that has ended."""

    def write_report(
        self,
        exercise_id: str,
        folder: Path,
        formats: Sequence[str],
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> tuple[Path, ...]:
        """Write the after-action report and return the files; call it in the background."""

    def report_folder(self, exercise_id: str) -> Path:
        """Return the folder where reports of an exercise go by default."""

    def report_files(self, exercise_id: str) -> tuple[Path, ...]:
        """Return the report files of an exercise, wherever they were written; looks at the disk."""
