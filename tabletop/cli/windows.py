"""Commands that open a window."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from tabletop.cli.errors import told
from tabletop.cli.options import Cut, Database, ExerciseName, Name, ScenarioName
from tabletop.cli.running import FOUND, leave
from tabletop.cli.showing import Opening

if TYPE_CHECKING:
    from tabletop.gui.first_screen import FirstScreen

NO_QT = (
    "The window needs PySide6, which is not installed here. Everything else works without it: "
    "tabletop transcribe, report, check, rehearse. To install it: pip install PySide6-Essentials"
)


def open_library(database: str | None) -> None:
    """Open the application at the library."""
    from tabletop.gui.first_screen import FirstScreen

    _show(database, FirstScreen())


def open_exercise(database: str | None, exercise_id: str) -> None:
    """Open the application on an exercise."""
    from tabletop.gui.first_screen import FirstScreen

    _show(database, FirstScreen(exercise_id=exercise_id))


def run(
    scenario: ScenarioName,
    cut: Cut = None,
    name: Name = "",
    rehearsal: Annotated[
        bool, typer.Option("--rehearsal", help="Kept apart from real exercises.")
    ] = False,
    database: Database = None,
) -> None:
    """Open the console on a new exercise, ready to go."""
    from tabletop.bootstrap.workbench import Workbench, refuse_unknown_cut
    from tabletop.gui.first_screen import FirstScreen

    with told(), Workbench(database) as bench:
        path = bench.scenario_path(scenario)
        refuse_unknown_cut(bench.package(str(path)).scenario, cut)
        # A database that cannot be opened is said here, not in a window without the exercise.
        bench.library(create=True)
    kind = "rehearsal" if rehearsal else "exercise"
    first = FirstScreen(scenario=Path(path), cut=cut, name=name, kind=kind)
    _show(database, first, create=True)


def open_(exercise: ExerciseName, database: Database = None) -> None:
    """Open the console on an exercise that was created before."""
    from tabletop.bootstrap.workbench import Workbench

    with told(), Workbench(database) as bench:
        found = bench.find(exercise)
    open_exercise(database, found.id)


def _show(database: str | None, first: "FirstScreen", *, create: bool = False) -> NoReturn:
    with told():
        try:
            opening = Opening(database)
        except ImportError as error:
            leave(FOUND, NO_QT if "PySide6" in str(error) else str(error))
        raise typer.Exit(opening.show(first, create=create))
