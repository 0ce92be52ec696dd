"""Pictures of the library and the start page: python -m tests.pictures.library FOLDER.

Both usual sizes, all looks, and the states a library can be in. Nothing is compared here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tabletop.gui.library.cache import Contents
from tests.gui.library import samples

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tabletop.gui.theme.theme import Theme

SIZES = ((1366, 768), (1920, 1080))
ASSETS = Path(__file__).parents[2] / "assets"
STATES = {
    "empty": Contents(samples.SHIPPED),
    "nothing": Contents(),
    "typical": samples.TYPICAL,
    "full": samples.full(),
}


def main(folder: Path) -> None:
    """Write all pictures into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tabletop.gui.theme.theme import Theme

    application = QApplication([])
    theme = Theme(application, fonts=ASSETS / "fonts", icons=ASSETS / "icons")
    folder.mkdir(parents=True, exist_ok=True)
    for look in ("light", "dark", "contrast"):
        theme.apply(look)
        for state, contents in STATES.items():
            _library(theme, contents, folder / f"library-{state}-{look}")
        _reports(theme, folder / f"reports-{look}")
        _start(theme, folder / f"start-{look}")
    theme.apply("light", scale=1.5)
    _library(theme, samples.TYPICAL, folder / "library-typical-large-text")
    _start(theme, folder / "start-large-text")


def _library(theme: Theme, contents: Contents, name: Path) -> None:
    from tabletop.gui.library.window import LibraryWindow

    window = LibraryWindow(theme)
    window.show_contents(contents, is_read=bool(contents.scenarios))
    note = "No network is needed. Records are kept in ~/.local/share/tabletop/exercises.db."
    window.library.panel.show_note(note)
    if "typical" in name.name:
        _strips(theme, window)
    _photograph(window, name)


def _strips(theme: Theme, window: QWidget) -> None:
    if theme.tokens.name == "light":
        return
    from tabletop.gui.library.strips import FormatStrip, ProgressStrip, Strip

    formats = (("docx", "Word"), ("pdf", "PDF"), ("html", "Web page"), ("xlsx", "Excel"))
    lead = "Report of Cold Berth, city staff"
    window.show_strip(FormatStrip(theme, lead, formats, ("docx", "pdf")))
    progress = ProgressStrip(theme, "Calm Front, spring course", "Writing PDF")
    progress.step("Writing PDF", 0.5)
    window.show_strip(progress)
    words = "The disk is full. All 187 entries are safe; free some space and try again."
    trouble = Strip(theme, "danger", "The exercise was not opened.", words)
    trouble.offer("Try again")
    trouble.offer_to_dismiss()
    window.show_strip(trouble)


def _reports(theme: Theme, name: Path) -> None:
    from tabletop.gui.library.reports import ReportRow
    from tabletop.gui.library.window import LibraryWindow

    window = LibraryWindow(theme)
    window.show_contents(samples.TYPICAL, is_read=True)
    folder = Path("/home/user/Documents")
    window.reports.show_rows(
        [
            ReportRow(
                "e3", "Cold Berth, city staff", "Ended · 3 Nov 2026", folder, ("Word", "PDF")
            ),
            ReportRow("e4", "Calm Front, spring course", "Ended · 12 May 2026", folder, ("PDF",)),
        ]
    )
    window.show_reports()
    _photograph(window, name)


def _start(theme: Theme, name: Path) -> None:
    from tabletop.gui.library.window import LibraryWindow
    from tests.gui.start.samples import filled_page

    window = LibraryWindow(theme)
    window.show_contents(samples.TYPICAL, is_read=True)
    page = filled_page(theme, window.centralWidget())
    window.show_page(page, "Start Calm Front")
    _photograph(window, name)


def _photograph(window: QWidget, name: Path) -> None:
    from PySide6.QtTest import QTest

    for width, height in SIZES:
        window.resize(width, height)
        window.show()
        window.activateWindow()
        QTest.qWait(20)
        window.grab().save(f"{name}-{width}.png")
    window.deleteLater()
    window.hide()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
