"""The exercises: a model that keeps its place when it changes, and a list that paints its rows.

The list paints without a delegate and into a viewport of its own making: options of a style, and
widgets that Qt itself made, cost the binding a tenth of the time to the first picture when they
are first handed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QWidget

from tabletop.gui.held_keys import once_a_press
from tabletop.gui.library import painting
from tabletop.gui.theme.ground import paint_ground
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from tabletop.gui.library.rows import ExerciseRow
    from tabletop.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
_NO_INDEX = QModelIndex()
_HEIGHT = 57
_ICON, _ICON_LEFT, _SIDE = 16, 16, 16


class ExerciseModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[ExerciseRow, ...] = ()

    @property
    def rows(self) -> tuple[ExerciseRow, ...]:
        """What is listed."""
        return self._rows

    @property
    def height(self) -> int:
        """How high a row is."""
        return round(_HEIGHT * self._theme.typography.scale)

    def show_rows(self, rows: Sequence[ExerciseRow]) -> None:
        """List these exercises; where the same ones stay, only what changed is painted again."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(200, self.height)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.name}\n{row.detail}"
        return None


def paint_row_ground(painter: QPainter, theme: Theme, rect: QRectF, *, is_current: bool) -> None:
    """Paint what lies under the words of a row; on black only an edge shows the current one."""
    tokens = theme.tokens
    foot = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
    if is_current:
        paint_ground(painter, rect, QColor(tokens.accent_tint))
        bar = QRectF(rect.left(), rect.top(), 3, rect.height())
        paint_ground(painter, bar, QColor(tokens.accent))
    paint_ground(painter, foot, QColor(tokens.line))
    if is_current and tokens.is_high_contrast:
        edge = QColor(tokens.accent)
        painting.box(painter, rect, fill=None, edge=edge, radius=0, width=2)


class ExerciseList(QListView):
    """The list; Enter, a double click or a click on its word does what a row offers.

    O opens any exercise; an ended one, which offers its report, has a word for it as well. Up from
    the first row, and Left, leave the list.
    """

    wanted = Signal(object)
    open_wanted = Signal(object)
    left = Signal()
    left_above = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exercise-list")
        self.setAccessibleName(self.tr("Exercises"))
        self.setViewport(QWidget())
        self._theme = theme
        self.rows = ExerciseModel(theme, self)
        self.setModel(self.rows)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._on_theme_changed)

    def show_rows(self, rows: Sequence[ExerciseRow]) -> None:
        """List these exercises; the current one and the scroll position stay."""
        if not self.rows.rows:
            self.rows.show_rows(rows)
            return
        chosen = self.currentIndex().data(ROW)
        scrolled = self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        kept = next((n for n, row in enumerate(rows) if chosen and row.id == chosen.id), None)
        if kept is not None:
            self.setCurrentIndex(self.rows.index(kept))
        self.verticalScrollBar().setValue(scrolled)

    def action_rect(self, rect: QRectF, row: ExerciseRow) -> QRectF:
        """Return where the word of the action stands, and may be clicked."""
        return self._word_rect(rect, row.action_word, rect.right() - _SIDE + 8)

    def open_rect(self, rect: QRectF, row: ExerciseRow) -> QRectF:
        """Return where the word that opens an ended exercise stands."""
        return self._word_rect(rect, self.tr("Open"), self.action_rect(rect, row).left())

    def _word_rect(self, rect: QRectF, word: str, right: float) -> QRectF:
        font = self._theme.font(TextRole.TEXT, weight=500)
        width = painting.width_of(font, word) + 24
        height = 32 * self._theme.typography.scale
        return QRectF(right - width, rect.center().y() - height / 2, width, height)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty, height, offset = event.rect(), self.rows.height, self.verticalOffset()
        first = max((dirty.top() + offset) // height, 0)
        last = min((dirty.bottom() + offset) // height, len(self.rows.rows) - 1)
        current = self.currentIndex().row() if self.hasFocus() else -1
        width = self.viewport().width()
        for number in range(first, last + 1):
            rect = QRectF(0, number * height - offset, width, height)
            paint_row_ground(painter, self._theme, rect, is_current=number == current)
            self._paint_words(painter, rect, self.rows.rows[number])
        painter.end()

    def _paint_words(self, painter: QPainter, rect: QRectF, row: ExerciseRow) -> None:
        theme, tokens = self._theme, self._theme.tokens
        scale = theme.typography.scale
        side = theme.scaled(_ICON)
        icon = theme.pixmap(row.icon, side, row.role, self.devicePixelRatioF())
        top = rect.top()
        painter.drawPixmap(round(rect.left() + _ICON_LEFT), round(top + 11 * scale), icon)
        action = self.action_rect(rect, row)
        opened = self.open_rect(rect, row)
        words_end = opened.left() if row.can_also_open else action.left()
        left = rect.left() + _ICON_LEFT + side + 10
        width = words_end - left - 12
        name = QRectF(left, top + 10 * scale, width, 18 * scale)
        detail = QRectF(name.left(), top + 29 * scale, width, 18 * scale)
        painting.text(painter, name, row.name, theme.font(TextRole.STRONG), QColor(tokens.text))
        painting.text(painter, detail, row.detail, theme.font(TextRole.TEXT), QColor(tokens.muted))
        font, accent = theme.font(TextRole.TEXT, weight=500), QColor(tokens.accent)
        painting.text(painter, action, row.action_word, font, accent, painting.CENTRE)
        if row.can_also_open:
            painting.text(painter, opened, self.tr("Open"), font, accent, painting.CENTRE)

    # --- hands ---------------------------------------------------------------------------------

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
        elif event.key() == Qt.Key.Key_O and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Left:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_action(index, event):
            self._ask(index)
        elif self._is_open(index, event):
            self._open(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not self._is_action(index, event) and not self._is_open(index, event):
            self._ask(index)

    def _is_action(self, index: QModelIndex, event: QMouseEvent) -> bool:
        if not index.isValid():
            return False
        place = self.action_rect(QRectF(self.visualRect(index)), index.data(ROW))
        return place.contains(event.position())

    def _is_open(self, index: QModelIndex, event: QMouseEvent) -> bool:
        if not index.isValid() or not index.data(ROW).can_also_open:
            return False
        place = self.open_rect(QRectF(self.visualRect(index)), index.data(ROW))
        return place.contains(event.position())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.open_wanted.emit(index.data(ROW))

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(index.data(ROW))

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
