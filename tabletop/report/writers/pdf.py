"""The report as PDF: tagged (PDF/UA-1), with bookmarks, the marking on every page.

Typst sets the pages. Its template is part of this package; the report goes in as JSON, never as
markup, so nothing anybody typed can be taken for an instruction. Typst lets other threads run
while it works.
"""

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from tabletop.report.content import Report
from tabletop.report.writers.pdf_data import template_data
from tabletop.report.writers.pdf_text import fallback_fonts, fonts_in, printable_with


def write(report: Report, *, font_paths: Sequence[Path]) -> bytes:
    """Return the report as a PDF set in the fonts of these folders; system fonts are not used."""
    import typst

    folders = (*font_paths, fallback_fonts())
    data = template_data(report, printable_with(folders))
    pages = typst.compile(
        files("tabletop.report.writers").joinpath("report.typ").read_bytes(),
        format="pdf",
        font_paths=fonts_in(folders),
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(data, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=int(report.ended.timestamp()),
    )
    if not isinstance(pages, bytes):
        raise TypeError(f"Typst returned {type(pages).__name__} instead of one file.")
    return pages
