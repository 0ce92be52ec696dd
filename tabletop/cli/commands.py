"""All commands, in the order in which help shows them."""

from typing import Annotated

import typer

from tabletop.cli import exercises, reports, scenarios, windows
from tabletop.cli.options import Database
from tabletop.cli.running import out

app = typer.Typer(
    name="tabletop",
    help="Tabletop exercises in crisis decision making. Without a command: opens the application.",
    no_args_is_help=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        out(f"tabletop {version('tabletop')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    database: Database = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Open the application at the library."""
    del version
    context.obj = database
    if context.invoked_subcommand is None:
        windows.open_library(database)


app.command("run")(windows.run)
app.command("open")(windows.open_)
app.command("demo")(reports.demo)
app.command("scenarios")(scenarios.scenarios)
app.command("exercises")(exercises.exercises)
app.command("check")(scenarios.check)
app.command("rehearse")(scenarios.rehearse)
app.command("schema")(scenarios.schema)
app.command("transcribe")(reports.transcribe)
app.command("report")(reports.report)
app.command("compare")(reports.compare)
app.command("log")(exercises.log)
app.command("verify")(exercises.verify)
app.command("forget")(exercises.forget)
