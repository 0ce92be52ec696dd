import subprocess
import sys

import pytest

from tabletop.report.formats import FORMATS, format_named

HEAVY = ("docx", "typst", "xlsxwriter", "matplotlib", "jinja2", "lxml", "markdown_it", "fontTools")


def test_every_format_has_a_name_and_a_suffix_of_its_own():
    assert [form.name for form in FORMATS] == ["pdf", "docx", "html", "xlsx", "md"]
    assert len({form.suffix for form in FORMATS}) == len(FORMATS)


def test_a_format_is_found_by_name_or_suffix():
    assert format_named("PDF") is format_named(".pdf") is FORMATS[0]
    with pytest.raises(ValueError, match="'odt'; choose one of pdf, docx, html, xlsx, md"):
        format_named("odt")


def test_nothing_heavy_is_imported_before_a_report_is_written():
    program = (
        "import sys, tabletop.report.formats, tabletop.report.content, tabletop.report.markdown;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
