"""Options and arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer


def _named_anywhere(context: typer.Context, named: str | None) -> str | None:
    """Return the database named behind the command or, before it, for all commands."""
    return context.obj if named is None else named


ScenarioName = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="A scenario file, or the id of a shipped one.")
]
ExerciseName = Annotated[
    str,
    typer.Argument(metavar="EXERCISE", help="An id or its beginning, an exact name, or “last”."),
]
Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        callback=_named_anywhere,
        help="Where exercises are kept: a path or sqlite:///PATH [TABLETOP_DATABASE].",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output on stdout.")]
Cut = Annotated[
    str | None, typer.Option("--cut", metavar="ID", help="A shorter version of the scenario.")
]
Name = Annotated[str, typer.Option("--name", metavar="NAME", help="A name for the exercise.")]
OutputFolder = Annotated[
    Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write into.")
]
Formats = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="LIST", help="docx,pdf,html,xlsx,md,json; all when not given."
    ),
]
