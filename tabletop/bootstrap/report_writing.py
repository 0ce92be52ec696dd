"""Reports as files: what to write, in which formats, whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tabletop.analysis.record import ExerciseRecord
from tabletop.bootstrap.file_writing import UnwritableFile, require_writable, write_whole
from tabletop.bootstrap.report_places import report_stem
from tabletop.report.content import Report
from tabletop.report.formats import format_named
from tabletop.scenario_files.shipped import shipped_folder

DEFAULT_FORMATS = ("docx", "pdf", "html", "xlsx", "md", "json")
Progress = Callable[[str, float], None]


STOPPED = "The report was stopped; files written before stay."


class Cancelled(Exception):
    """Somebody stopped the report; files written before stay."""


def known_formats(wanted: str | None) -> tuple[str, ...]:
    """Return the formats a comma-separated list names; raise ValueError with a sentence."""
    if wanted is None:
        return DEFAULT_FORMATS
    names = tuple(dict.fromkeys(part.strip().lower() for part in wanted.split(",") if part.strip()))
    wrong = [name for name in names if name not in DEFAULT_FORMATS]
    if wrong or not names:
        raise ValueError(
            f"“{', '.join(wrong) or wanted}” is no format of reports; "
            f"there are {', '.join(DEFAULT_FORMATS)}."
        )
    return names


def written_report(
    record: ExerciseRecord,
    folder: Path,
    formats: Sequence[str],
    *,
    progress: Progress = lambda _text, _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Path]:
    """Write the full after-action report; yield each file as soon as it is there."""
    return written_formats(
        lambda: _content(record),
        lambda: _json(record),
        folder / report_stem(record.exercise_id, record.state.name),
        formats,
        progress=progress,
        cancelled=cancelled,
    )


def written_formats(
    content: Callable[[], Report],
    values: Callable[[], object],
    target: Path,
    formats: Sequence[str],
    *,
    progress: Progress = lambda _text, _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Path]:
    """Write content in several formats beside each other: ``target`` plus each suffix.

    Yields each file as soon as it is there, so that those written before a failure are known;
    nothing is written that nobody asks for. Raises UnwritableFile and Cancelled.
    """
    from tabletop.report.writers.json_bytes import json_bytes

    require_writable(target.parent)
    report: Report | None = None
    for number, name in enumerate(formats):
        if cancelled():
            raise Cancelled(STOPPED)
        progress(f"Writing {name.upper()}", number / len(formats))
        if name == "json":
            made = json_bytes(values())
        else:
            report = report or content()
            made = _shown(name, report, cancelled)
        yield write_whole(target.with_name(f"{target.name}.{name}"), made)
    progress("Done", 1.0)


def _shown(name: str, report: Report, cancelled: Callable[[], bool]) -> bytes:
    """Return the report in one of the formats that show it."""
    from tabletop.report.writers.typesetting import PagesNotSet, WritingStopped

    fonts = (shipped_folder("assets") / "fonts",)
    try:
        return format_named(name).write(report, fonts, cancelled)
    except WritingStopped as stopped:
        raise Cancelled(STOPPED) from stopped
    except PagesNotSet as failed:
        raise UnwritableFile(f"The {name.upper()} was not written. {failed}") from failed


def _content(record: ExerciseRecord) -> Report:
    from tabletop.report.after_action import after_action_report

    return after_action_report(record, fonts=shipped_folder("assets") / "fonts")


def _json(record: ExerciseRecord) -> object:
    from tabletop.report.json_report import json_report

    return json_report(record)
