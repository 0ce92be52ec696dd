"""The reports written so far, newest exercise first, each with its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QVBoxLayout, QWidget

from tabletop.gui.held_keys import once_a_press
from tabletop.gui.library import painting
from tabletop.gui.library.exercises import ROW, Index, paint_row_ground
from tabletop.gui.library.page import Heading
from tabletop.gui.library.panel import EmptyBlock
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tabletop.gui.library.rows import ExerciseRow
    from tabletop.gui.theme.theme import Theme

SUFFIXES = {
    ".docx": "Word",
    ".pdf": "PDF",
    ".html": "Web page",
    ".xlsx": "Excel",
    ".md": "Markdown",
    ".json": "JSON",
}
_NO_INDEX = QModelIndex()
_HEIGHT = 60
# Folders are looked at one by one; older reports are found where they were written.
_MOST_LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class ReportRow:
    """The report of one exercise: its folder and, in words, its files."""

    exercise_id: str
    name: str
    detail: str
    folder: Path
    formats: tuple[str, ...]


def find_reports(
    exercises: Iterable[ExerciseRow], files_of: Callable[[str], Iterable[Path]]
) -> tuple[ReportRow, ...]:
    """Return a row for each folder in which reports of an exercise lie; looks at the disk."""
    found = []
    for exercise in list(exercises)[:_MOST_LOOKED_AT]:
        for folder, suffixes in _by_folder(files_of(exercise.id)).items():
            formats = tuple(word for suffix, word in SUFFIXES.items() if suffix in suffixes)
            if formats:
                found.append(
                    ReportRow(exercise.id, exercise.name, exercise.detail, folder, formats)
                )
    return tuple(found)


def _by_folder(files: Iterable[Path]) -> dict[Path, set[str]]:
    found: dict[Path, set[str]] = {}
    for path in files:
        found.setdefault(path.parent, set()).add(path.suffix)
    return found


class ReportModel(QAbstractListModel):
    """The reports listed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ReportRow, ...] = ()

    @property
    def rows(self) -> tuple[ReportRow, ...]:
        """What is listed."""
        return self._rows

    def show_rows(self, rows: Sequence[ReportRow]) -> None:
        """List these reports."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}. {', '.join(row.formats)}."
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.folder)
        return row.name if role == Qt.ItemDataRole.DisplayRole else None


class ReportDelegate(QStyledItemDelegate):
    """Paints a report: the exercise, and a chip for each of its files."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, round(_HEIGHT * self._theme.typography.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ReportRow = index.data(ROW)
        rect, theme, tokens = QRectF(option.rect), self._theme, self._theme.tokens
        scale = theme.typography.scale
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = self._view.currentIndex().row() == index.row() and self._view.hasFocus()
        paint_row_ground(painter, theme, rect, is_current=is_current)
        icon = theme.pixmap("file", theme.scaled(16), "muted", self._view.devicePixelRatioF())
        painter.drawPixmap(round(rect.left() + 16), round(rect.top() + 13 * scale), icon)
        ink, muted = QColor(tokens.text), QColor(tokens.muted)
        left, half = rect.left() + 28 + theme.scaled(16), rect.left() + rect.width() / 2
        name = QRectF(left, rect.top() + 11 * scale, half - left - 16, 18 * scale)
        detail = QRectF(left, rect.top() + 31 * scale, half - left - 16, 18 * scale)
        painting.text(painter, name, row.name, theme.font(TextRole.STRONG), ink)
        painting.text(painter, detail, row.detail, theme.font(TextRole.TEXT), muted)
        font = theme.font(TextRole.TEXT, weight=500)
        words = self.tr("Open folder")
        wide = painting.width_of(font, words) + 2
        action = QRectF(rect.right() - 16 - wide, rect.top(), wide, rect.height())
        high = 20 * scale
        files = QRectF(half, rect.center().y() - high / 2, action.left() - half - 24, high)
        painting.chips(painter, theme, files, row.formats)
        painting.text(painter, action, words, font, QColor(tokens.accent), painting.RIGHT)
        painter.restore()


class ReportList(QListView):
    """The list; Enter or a click opens the folder of a report."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report-list")
        self.setAccessibleName(self.tr("Reports"))
        self.rows = ReportModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ReportDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._ask)

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more than the first click of the two did."""
        event.accept()

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(index.data(ROW))


class ReportsPage(QWidget):
    """The page of reports."""

    folder_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reports")
        self._theme = theme
        self._heading = Heading(theme, self.tr("Reports"), self)
        self._card = _Card(theme, self)
        self.list = ReportList(theme, self._card)
        self.empty = EmptyBlock(theme, self._card)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.empty, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 24)
        whole.setSpacing(12)
        whole.addWidget(self._heading)
        whole.addWidget(self._card, 1)
        self.list.wanted.connect(self.folder_wanted)
        self.show_rows(())

    def show_rows(self, rows: Sequence[ReportRow]) -> None:
        """List these reports."""
        self.list.rows.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        line = self.tr("An exercise that has ended offers its report in the library.")
        self.empty.say("file", self.tr("No reports yet"), line)

    def take_focus(self) -> bool:
        """Give the keyboard to the first report, and return whether there is one."""
        if self.list.rows.rows:
            self.list.setCurrentIndex(self.list.rows.index(0))
            self.list.setFocus()
        return bool(self.list.rows.rows)


class _Card(QWidget):
    """The sheet that the list lies on."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        edge = QColor(tokens.edge if tokens.is_high_contrast else tokens.line)
        painting.box(painter, QRectF(self.rect()), fill=QColor(tokens.surface), edge=edge)
        painter.end()
