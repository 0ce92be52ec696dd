"""Reports from the library: asked for in a strip, written in the background, listed on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from tabletop.gui.background import Job, run_in_background, run_with_progress
from tabletop.gui.library.reports import ReportRow, find_reports
from tabletop.gui.library.strips import FormatStrip, ProgressStrip, Strip
from tabletop.gui.troubles import sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tabletop.gui.background import Step
    from tabletop.gui.library.rows import ExerciseRow
    from tabletop.gui.library.window import LibraryWindow
    from tabletop.gui.services import Services
    from tabletop.gui.theme.theme import Theme

USUAL = ("docx", "pdf")


class Reporting(QObject):
    """Asks for formats, writes the report, says where it is."""

    written = Signal()

    def __init__(
        self, window: LibraryWindow, theme: Theme, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._services = services
        self._writings: list[Writing] = []
        self._asking: tuple[FormatStrip, ExerciseRow] | None = None
        window.reports.folder_wanted.connect(self._on_folder_wanted)

    def ask(self, row: ExerciseRow) -> None:
        """Ask in which formats the report of an exercise is wanted."""
        from tabletop.report.formats import FORMATS

        self._stop_asking()
        formats = [(form.name, form.title.split(",")[0]) for form in FORMATS]
        lead = self.tr("Report of {}").format(row.name)
        strip = FormatStrip(self._theme, lead, [*formats, ("json", "JSON")], USUAL)
        strip.acted.connect(self._on_formats_chosen)
        strip.dismissed.connect(self._stop_asking)
        self._asking = (strip, row)
        self._window.show_strip(strip)
        strip.take_focus()

    def list(self, exercises: Sequence[ExerciseRow]) -> None:
        """Find the reports that were written and show them."""
        services, ended = self._services, tuple(exercises)
        run_in_background(
            self,
            lambda: find_reports(ended, services.report_files),
            self._window.reports.show_rows,
            self._on_not_listed,
        )

    def cancel(self) -> None:
        """Stop all that is being written."""
        for writing in tuple(self._writings):
            writing.cancel()

    def _on_formats_chosen(self) -> None:
        if self._asking is None:
            return
        strip, row = self._asking
        formats = strip.chosen
        self._stop_asking()
        writing = Writing(self._window, self._theme, self._services, row, formats, self)
        writing.ended.connect(self._on_writing_ended)
        self._writings.append(writing)

    def _stop_asking(self) -> None:
        if self._asking is not None:
            self._window.remove_strip(self._asking[0])
            self._asking = None

    def _on_writing_ended(self, writing: Writing) -> None:
        self._writings.remove(writing)
        self.written.emit()

    def _on_not_listed(self, error: Exception) -> None:
        strip = Strip(
            self._theme, "warning", self.tr("Reports could not be listed."), sentence_of(error)
        )
        strip.offer_to_dismiss()
        strip.dismissed.connect(self._on_dismissed)
        self._window.show_strip(strip)

    def _on_dismissed(self) -> None:
        self._window.remove_strip(self.sender())  # type: ignore[arg-type] # a strip sent it

    def _on_folder_wanted(self, row: ReportRow) -> None:
        open_folder(row.folder)


class Writing(QObject):
    """One report being written, with its strip."""

    ended = Signal(object)

    def __init__(
        self,
        window: LibraryWindow,
        theme: Theme,
        services: Services,
        row: ExerciseRow,
        formats: tuple[str, ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._theme = theme
        self._name = row.name
        self._folder: Path | None = None
        self._strip: Strip = ProgressStrip(theme, row.name, self.tr("Preparing the report"))
        self._strip.dismissed.connect(self.cancel)
        window.show_strip(self._strip)

        def write(step: Step, cancelled: Callable[[], bool]) -> tuple[Path, ...]:
            folder = services.report_folder(row.id)
            return services.write_report(row.id, folder, formats, step, cancelled)

        self._job: Job = run_with_progress(
            self, write, self._on_done, self._on_failed, self._on_step
        )

    def cancel(self) -> None:
        """Stop at the next step; files already written stay."""
        self._job.cancel()
        self._strip.say(self.tr("Stopping"))

    def _on_step(self, words: str, share: float) -> None:
        if isinstance(self._strip, ProgressStrip) and not self._job.is_cancelled:
            self._strip.step(words, share)

    def _on_done(self, files: tuple[Path, ...]) -> None:
        self._folder = files[0].parent if files else None
        lead = self.tr("The report of {} is written.").format(self._name)
        strip = Strip(self._theme, "success", lead, ", ".join(path.name for path in files))
        if self._folder is not None:
            strip.offer(self.tr("Open folder"))
            strip.acted.connect(self._on_open_wanted)
        self._replace(strip)

    def _on_failed(self, error: Exception) -> None:
        if self._job.is_cancelled:
            lead = self.tr("The report was stopped.")
            safe = self.tr("Files written before stay; the record is untouched.")
            self._replace(Strip(self._theme, "warning", lead, safe))
        else:
            lead = self.tr("The report was not written; the record is untouched.")
            self._replace(Strip(self._theme, "danger", lead, sentence_of(error)))

    def _replace(self, strip: Strip) -> None:
        self._window.remove_strip(self._strip)
        self._strip = strip
        strip.offer_to_dismiss()
        strip.dismissed.connect(self._on_dismissed)
        self._window.show_strip(strip)
        self.ended.emit(self)

    def _on_open_wanted(self) -> None:
        if self._folder is not None:
            open_folder(self._folder)

    def _on_dismissed(self) -> None:
        self._window.remove_strip(self._strip)
        self.deleteLater()


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's file manager; return whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
