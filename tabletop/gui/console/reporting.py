"""Writes the after-action report in the background, and shows how far it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from tabletop.gui.background import Job, run_with_progress
from tabletop.gui.console.buttons import KeyButton
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.services import Services
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole

FORMATS = ("docx", "pdf", "html", "xlsx", "md", "json")


class ReportStrip(QFrame):
    """Progress with a way to cancel, then where the files are."""

    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report-strip")
        set_kind(self, "question")
        sign = QLabel()
        theme.set_icon(sign, "book", role="accent", size=20)
        self._headline = QLabel()
        set_role(self._headline, TextRole.STRONG)
        self._detail = ElidedLabel(theme, TextRole.TEXT, "report-detail")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self._bar.setAccessibleName(self.tr("Progress of the report"))
        self.button = KeyButton(theme, "report-button")
        self.away = KeyButton(theme, "report-away", kind="flat")
        self.away.show_words(self.tr("Put away"), self.tr("Esc"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(13, 3, 16, 3)
        layout.setSpacing(10)
        layout.addWidget(sign)
        layout.addWidget(self._headline)
        layout.addWidget(self._detail, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self.button)
        layout.addWidget(self.away)
        self.away.clicked.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return f"{self._headline.text()} {self._detail.text()}".strip()

    def show_progress(self, words: str, share: float) -> None:
        """Say how far the report is."""
        self._headline.setText(self.tr("Writing the report"))
        self._detail.setText(words)
        self._bar.setValue(round(share * 1000))
        self._bar.show()
        self.button.show_words(self.tr("Cancel"))
        self._appear()

    def show_files(self, files: tuple[Path, ...]) -> None:
        """Say where the files are."""
        self._bar.hide()
        folder = files[0].parent if files else Path()
        self._headline.setText(self.tr("Report written"))
        names = ", ".join(file.name for file in files)
        self._detail.setText(f"{folder}: {names}")
        self.button.show_words(self.tr("Open the folder"))
        self._appear()

    def show_words(self, headline: str, detail: str) -> None:
        """Say that there is no report, and why."""
        self._bar.hide()
        self._headline.setText(headline)
        self._detail.setText(detail)
        self.button.show_words(self.tr("Try again"))
        self._appear()

    def dismiss(self) -> None:
        """Put the strip away; work under way goes on."""
        self.hide()
        self.closed.emit()

    def _appear(self) -> None:
        self.setAccessibleName(self.text)
        self.show()
        self.raise_()
        self.opened.emit()


class Reporter(QObject):
    """Asks the services for the report and tells the strip."""

    def __init__(
        self,
        services: Services,
        exercise_id: str,
        strip: ReportStrip,
        open_folder: Callable[[Path], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._exercise_id = exercise_id
        self._strip = strip
        self._open_folder = open_folder or _open
        self._job: Job | None = None
        self._files: tuple[Path, ...] = ()
        strip.button.clicked.connect(self._on_button_clicked)

    def write(self) -> None:
        """Write the report in every format; one at a time."""
        if self._job is not None:
            self._strip.show()
            return
        self._files = ()
        folder = self._services.report_folder(self._exercise_id)
        services, exercise_id = self._services, self._exercise_id

        def work(
            progress: Callable[[str, float], None], cancelled: Callable[[], bool]
        ) -> tuple[Path, ...]:
            return services.write_report(exercise_id, folder, FORMATS, progress, cancelled)

        self._strip.show_progress("", 0.0)
        self._job = run_with_progress(
            self, work, self._on_done, self._on_failed, self._strip.show_progress
        )

    def cancel(self) -> None:
        """Stop at the next step."""
        if self._job is not None:
            self._job.cancel()

    def _on_done(self, files: tuple[Path, ...]) -> None:
        cancelled = self._job is not None and self._job.is_cancelled
        self._job = None
        self._files = files
        if files:
            self._strip.show_files(files)
        elif cancelled:
            self._strip.show_words(self.tr("Report cancelled"), self.tr("Nothing was written."))
        else:
            self._strip.show_words(self.tr("No report"), self.tr("No file came of it."))

    def _on_failed(self, error: Exception) -> None:
        cancelled = self._job is not None and self._job.is_cancelled
        self._job = None
        if cancelled:
            self._strip.show_words(self.tr("Report cancelled"), self.tr("The record is safe."))
            return
        self._strip.show_words(
            self.tr("The report was not written"),
            self.tr("{} The record is safe.").format(error),
        )

    def _on_button_clicked(self) -> None:
        if self._job is not None:
            self.cancel()
        elif self._files:
            self._open_folder(self._files[0].parent)
        else:
            self.write()


def _open(folder: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
