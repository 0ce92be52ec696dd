"""Commands that write reports, and those that bring exercises in: transcribe, demo."""

import json
import os
import shlex
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from tabletop.cli.errors import told
from tabletop.cli.options import (
    AsJson,
    Database,
    ExerciseName,
    Formats,
    Name,
    OutputFolder,
    ScenarioName,
)
from tabletop.cli.running import FOUND, USAGE, err, flush, leave, out

HERE = Path()


def _formats(wanted: str | None) -> tuple[str, ...]:
    from tabletop.bootstrap.report_writing import known_formats

    try:
        return known_formats(wanted)
    except ValueError as error:
        leave(USAGE, str(error))


def report(
    exercise: ExerciseName,
    formats: Formats = None,
    profile: Annotated[
        str,
        typer.Option(
            "--profile", help="Only full, the default; quick and nato are refused in this version."
        ),
    ] = "full",
    non_attributed: Annotated[
        bool,
        typer.Option(
            "--non-attributed",
            help="Refused in this version; to name nobody: tabletop forget EXERCISE --names-only.",
        ),
    ] = False,
    output: OutputFolder = HERE,
    database: Database = None,
) -> None:
    """Write the after-action report and print the path of each file."""
    from tabletop.bootstrap.report_writing import written_report
    from tabletop.bootstrap.workbench import Workbench

    if profile != "full":
        leave(
            FOUND,
            f"The profile “{profile}” does not exist yet; this version writes the full report. "
            "Use --profile full, or leave it out.",
        )
    if non_attributed:
        leave(
            FOUND,
            "A non-attributed report does not exist yet; this version names people where they "
            "were entered. To have none named: tabletop forget EXERCISE --names-only",
        )
    names = _formats(formats)
    with told(), Workbench(database) as bench:
        record = bench.record(exercise)
        _print_paths(written_report(record, output, names), record.exercise_id)
    if record.state.status != "ended":
        err(
            f"This exercise has not ended; its report shows it after entry {record.head.seq}. "
            "Write it again after ENDEX."
        )


def _print_paths(written: Iterable[Path], exercise_id: str) -> None:
    """Print each file as soon as it is there, and let the library know where the report lies."""
    from tabletop.bootstrap.places import written_reports
    from tabletop.bootstrap.report_places import remember_folder

    for path in written:
        remember_folder(written_reports(), exercise_id, path.parent)
        out(str(path))


def transcribe(
    scenario: ScenarioName,
    transcript: Annotated[
        Path,
        # What cannot be read is told by the reader, which knows what to do about it.
        typer.Argument(metavar="TRANSCRIPT.yaml", readable=False, help="The written record."),
    ],
    name: Name = "",
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Turn a written record into an exercise, all or nothing, and print its id."""
    from tabletop.bootstrap.transcribing import transcribed
    from tabletop.bootstrap.workbench import Workbench

    with told(), Workbench(database) as bench:
        stored = transcribed(bench, scenario, transcript, name=name or None)
    out(json.dumps({"exercise": stored.summary.id}) if as_json else stored.summary.id)


def demo(
    output: OutputFolder = HERE,
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Do not open the application afterwards.")
    ] = False,
    database: Database = None,
) -> None:
    """Play the demonstration of Calm Front and write its report in every format."""
    from tabletop.bootstrap.file_writing import UnwritableFile, require_writable
    from tabletop.bootstrap.report_writing import DEFAULT_FORMATS, written_report
    from tabletop.bootstrap.transcribing import demonstration
    from tabletop.bootstrap.workbench import Workbench

    with told(), Workbench(database) as bench:
        require_writable(output)
        err("Playing the demonstration of Calm Front…")
        stored = demonstration(bench)
        record = bench.record(stored.summary.id)
        err(f"Recorded {record.head.seq} entries as exercise {stored.summary.id}.")
        written = written_report(record, output, DEFAULT_FORMATS, progress=_progress)
        try:
            _print_paths(written, record.exercise_id)
        except UnwritableFile as error:
            again = f"tabletop report {record.exercise_id[:12]} -o FOLDER"
            kept = f"The exercise is kept; write its report with: {again}"
            raise UnwritableFile(f"{error} {kept}") from error
    flush()
    if not no_open:
        _open_window(database, stored.summary.id)


def _open_window(database: str | None, exercise_id: str) -> None:
    if not has_display(os.environ):
        named = f" --database {shlex.quote(database)}" if database else ""
        err(
            "No window was opened, for there is no display here (DISPLAY and WAYLAND_DISPLAY are "
            f"not set). Where there is one: tabletop open {exercise_id[:12]}{named}"
        )
        return
    from tabletop.cli.windows import open_exercise

    err("Opening the exercise; this command ends when the last window is closed (Ctrl Q).")
    open_exercise(database, exercise_id)


def _progress(text: str, share: float) -> None:
    if share < 1:
        err(f"{text}…")


def has_display(environment: Mapping[str, str]) -> bool:
    """Return whether windows can be shown: always on Windows and macOS."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def compare(
    exercises: Annotated[
        list[str], typer.Argument(metavar="EXERCISE…", help="Two or more of one scenario.")
    ],
    formats: Formats = None,
    output: OutputFolder = HERE,
    database: Database = None,
) -> None:
    """Write a comparison of exercises of one scenario, side by side."""
    from tabletop.bootstrap.report_places import comparison_stem
    from tabletop.bootstrap.report_writing import written_formats
    from tabletop.bootstrap.workbench import Workbench
    from tabletop.report.comparison import (
        Incomparable,
        comparison_json,
        comparison_report,
    )

    if len(exercises) < 2:
        leave(USAGE, "Name two or more exercises to compare. See: tabletop exercises")
    names = _formats(formats)
    with told(), Workbench(database) as bench:
        ids = [bench.find(wanted).id for wanted in exercises]
        if len(set(ids)) < len(ids):
            leave(USAGE, "An exercise is named twice; name different ones. See: tabletop exercises")
        records = tuple(bench.record(exercise_id) for exercise_id in ids)
        target = output / comparison_stem(records[0].scenario.id, ids)
        try:
            for path in written_formats(
                lambda: comparison_report(records), lambda: comparison_json(records), target, names
            ):
                out(str(path))
        except Incomparable as error:
            leave(FOUND, str(error))
