"""What the application opens with. No Qt here: the command line fills it in."""

from pathlib import Path
from typing import NamedTuple


class FirstScreen(NamedTuple):
    """The library; or the console on a new exercise of ``scenario``, or on an existing exercise."""

    scenario: Path | None = None
    cut: str | None = None
    name: str = ""
    kind: str = "exercise"
    exercise_id: str | None = None
