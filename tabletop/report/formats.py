"""The formats a report can be written in, as one table: menus, command line and help read it.

The libraries behind a format are imported when it is written.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tabletop.report.content import Report

Stopped = Callable[[], bool]


def never() -> bool:
    """Say that nobody wants the writing to stop."""
    return False


class Writer(Protocol):
    """Turns a report into the bytes of a file; may raise WritingStopped and PagesNotSet."""

    def __call__(
        self, report: Report, font_paths: Sequence[Path], stopped: Stopped = never, /
    ) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name in commands and file names, its title for people, its writer."""

    name: str
    title: str
    suffix: str
    media_type: str
    write: Writer
    """Only the PDF needs the folders with the fonts, and can be stopped on its way."""


def _write_pdf(report: Report, font_paths: Sequence[Path], stopped: Stopped = never) -> bytes:
    from tabletop.report.writers.pdf import write

    return write(report, font_paths=font_paths, stopped=stopped)


def _write_docx(report: Report, _: Sequence[Path], __: Stopped = never) -> bytes:
    from tabletop.report.writers.docx import write

    return write(report)


def _write_html(report: Report, _: Sequence[Path], __: Stopped = never) -> bytes:
    from tabletop.report.writers.html import write

    return write(report)


def _write_xlsx(report: Report, _: Sequence[Path], __: Stopped = never) -> bytes:
    from tabletop.report.writers.xlsx import write

    return write(report)


def _write_markdown(report: Report, _: Sequence[Path], __: Stopped = never) -> bytes:
    from tabletop.report.writers.markdown import write

    return write(report)


_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS = (
    Format("pdf", "PDF, to print", ".pdf", "application/pdf", _write_pdf),
    Format("docx", "Word, to edit", ".docx", f"{_OFFICE}.wordprocessingml.document", _write_docx),
    Format("html", "Web page, to share", ".html", "text/html", _write_html),
    Format("xlsx", "Excel, to calculate", ".xlsx", f"{_OFFICE}.spreadsheetml.sheet", _write_xlsx),
    Format("md", "Markdown, plain text", ".md", "text/markdown", _write_markdown),
)
"""All formats that show a report. JSON is data with a shape of its own, not a way to show it."""


def format_named(name: str) -> Format:
    """Return the format of this name, which may be a file's suffix, or raise ValueError."""
    wanted = name.lower().removeprefix(".")
    for form in FORMATS:
        if form.name == wanted:
            return form
    known = ", ".join(form.name for form in FORMATS)
    raise ValueError(f"There is no report format {name!r}; choose one of {known}.")
