"""The report as PDF: tagged (PDF/UA-1), with bookmarks, the marking on every page.

Typst sets the pages. Its template is part of this package; the report goes in as JSON, never as
markup, so nothing anybody typed can be taken for an instruction.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tabletop.report.content import MANY_ROWS, Report, Table, all_blocks
from tabletop.report.writers.pdf_data import template_data
from tabletop.report.writers.pdf_text import fallback_fonts, printable_with
from tabletop.report.writers.typesetting import Job, pages_of, pages_set_apart


def write(
    report: Report,
    *,
    font_paths: Sequence[Path],
    stopped: Callable[[], bool] = lambda: False,
) -> bytes:
    """Return the report as a PDF set in the fonts of these folders; system fonts are not used.

    A long report is set in a process of its own: raises WritingStopped and PagesNotSet.
    """
    folders = (*font_paths, fallback_fonts())
    job = Job(
        template_data(report, printable_with(folders)),
        tuple(str(folder) for folder in folders),
        int(report.ended.timestamp()),
    )
    if _is_long(report) and _has_interpreter():
        return pages_set_apart(job, stopped)
    return pages_of(job)


def _is_long(report: Report) -> bool:
    tables = (block for block in all_blocks(report.blocks) if isinstance(block, Table))
    return sum(len(table.rows) for table in tables) > MANY_ROWS


def _has_interpreter() -> bool:
    """Whether there is a Python to start, and not one program frozen with everything in it."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)
