"""Options and arguments that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

REPORT_SUFFIXES = (".docx", ".pdf", ".html", ".xlsx", ".md", ".json")


def _named_anywhere(context: typer.Context, named: str | None) -> str | None:
    """Return the database named behind the command or, before it, for all commands."""
    return context.obj if named is None else named


def whole_number(
    example: int, least: int | None = None, most: int | None = None
) -> Callable[[str | int], int]:
    """Return what makes a whole number of an option's text, or says what it should be."""
    bounds = "" if least is None or most is None else f" from {least} to {most}"

    def number(text: str | int) -> int:
        wrong = typer.BadParameter(f"“{text}” is no whole number{bounds}; give one like {example}.")
        try:
            value = int(text)
        except ValueError:
            raise wrong from None
        if (least is not None and value < least) or (most is not None and value > most):
            raise wrong
        return value

    return number


def folder(text: str | Path) -> Path:
    """Return the folder that an option names, or say why it can be none."""
    path = Path(text)
    if not str(text):
        raise typer.BadParameter("the name is empty. Give a folder, or “.” for this one.")
    if path.is_file() or (path.suffix in REPORT_SUFFIXES and not path.is_dir()):
        raise typer.BadParameter(
            f"“{text}” is the name of a file; files are written into a folder, under names of "
            f"their own. Give a folder, like {_folder_like(path)}"
        )
    return path


def _folder_like(path: Path) -> Path:
    return path.with_suffix("") if path.suffix else path.with_name(f"{path.name}-reports")


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
    Path,
    typer.Option("-o", "--output", metavar="DIR", parser=folder, help="The folder to write into."),
]
Formats = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="LIST", help="docx,pdf,html,xlsx,md,json; all when not given."
    ),
]
