"""What the application opens with. No Qt here: the command line fills it in."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """The library; or the console on a new exercise of ``scenario``, or on an existing exercise."""

    scenario: Path | None = None
    cut: str | None = None
    name: str = ""
    kind: str = "exercise"
    exercise_id: str | None = None
