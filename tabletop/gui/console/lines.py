"""Lists of short lines in the facilitator's area: prompts, ticks, requests, papers, the log."""

from dataclasses import dataclass
from math import ceil, floor
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tabletop.gui.console.lettering import RIGHT, Lettering
from tabletop.gui.held_keys import once_a_press
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
# The ring of the focus stands around a line, not across its signs.
LINE_PAD = 6
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line: a sign or a box, a lead in bold or in figures, the text, what stands at the right.

    ``sign`` is empty, ``box``, ``partial``, ``check``, ``cross``, ``dash`` or the name of an icon.
    """

    key: str
    text: str
    lead: str = ""
    sign: str = ""
    right: str = ""
    tone: str = ""
    is_done: bool = False
    lead_is_time: bool = False


class LineModel(QAbstractListModel):
    """The lines of one list; the cursor stays on its line when they change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LineRow, ...] = ()

    @property
    def rows(self) -> tuple[LineRow, ...]:
        """The lines shown."""
        return self._rows

    def show_rows(self, rows: tuple[LineRow, ...]) -> None:
        """Show other lines; where only their contents changed, nothing moves."""
        if rows == self._rows:
            return
        same_keys = [r.key for r in rows] == [r.key for r in self._rows]
        if same_keys:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        if rows[: len(self._rows)] == self._rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        spoken = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        if role in spoken:
            return " ".join(part for part in (row.lead, row.text, row.right) if part)
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a line, over as many rows of text as it needs.

    What stands at the right is beside the first of several lines only; the others take the width.
    """

    _SIGN = 24
    _GAP = 5

    def __init__(self, theme: Theme, view: QListView, *, compact: bool = False) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._is_compact = compact
        self._gap = 3 if compact else self._GAP

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: LineRow = index.data(ROW)
        width = self._view.viewport().width()
        if self._is_compact:
            return QSize(width, self._theme.line(TextRole.TEXT) + 2 * self._gap)
        left, right = self._sides(row)
        room = width - 2 * LINE_PAD - left
        first, _, others = row.text.partition("\n")
        lines = max(1, self._lines_of(first, room - right))
        lines += self._lines_of(others, room) if others else 0
        return QSize(width, lines * self._theme.line(TextRole.TEXT) + 2 * self._gap)

    def _lines_of(self, text: str, width: float) -> int:
        """Return over how many lines a text runs."""
        metrics = QFontMetrics(self._theme.font(TextRole.TEXT))
        box = QRect(0, 0, max(int(width), 60), 10_000)
        return round(metrics.boundingRect(box, _WRAP, text).height() / metrics.lineSpacing())

    def _sides(self, row: LineRow) -> tuple[int, int]:
        """Return how much of the width stands before and after the text."""
        left = self._SIGN if row.sign else 0
        strong = QFontMetrics(self._theme.font(TextRole.STRONG, tabular=True))
        plain = QFontMetrics(self._theme.font(TextRole.TEXT, tabular=True))
        if row.lead:
            left += (plain if row.lead_is_time else strong).horizontalAdvance(row.lead) + 10
        meta = QFontMetrics(self._theme.font(TextRole.META))
        return left, (meta.horizontalAdvance(row.right) + 12 if row.right else 0) + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LineRow = index.data(ROW)
        painter.save()
        lettering = Lettering(painter, self._theme)
        rect = QRectF(cast("Any", option).rect)
        state = cast("Any", option).state
        if state & QStyle.StateFlag.State_HasFocus:
            lettering.frame(rect, "focus", 2, 4)
        if not self._is_compact:
            painter.setClipRect(self._whole_lines(rect), Qt.ClipOperation.IntersectClip)
        self._paint_line(lettering, rect.adjusted(LINE_PAD, 0, -LINE_PAD, 0), row)
        painter.restore()

    def _whole_lines(self, rect: QRectF) -> QRectF:
        """Return the part of a row whose lines are wholly in sight: half a line cannot be read."""
        seen = self._view.viewport().height()
        if rect.top() >= 0 and rect.bottom() <= seen:
            return rect
        metrics = QFontMetrics(self._theme.font(TextRole.TEXT))
        step, top = metrics.lineSpacing(), rect.top() + self._gap
        first, end = ceil(max(-top, 0) / step), floor((seen - top) / step)
        return QRectF(rect.left(), top + first * step, rect.width(), max(end - first, 0) * step)

    def _paint_line(self, lettering: Lettering, rect: QRectF, row: LineRow) -> None:
        height = self._theme.line(TextRole.TEXT)
        top = rect.top() + self._gap
        middle = top + height / 2
        x = rect.left()
        if row.sign:
            self._paint_sign(lettering, x, middle, row)
            x += self._SIGN
        ink = "muted" if row.is_done else "text"
        left, right = self._sides(row)
        if row.lead:
            role = TextRole.TEXT if row.lead_is_time else TextRole.STRONG
            colour = "muted" if row.lead_is_time or row.is_done else "text"
            place = QRectF(x, top, left, height)
            lettering.put(row.lead, place, role, colour, tabular=True)
        if row.right:
            place = QRectF(rect.left(), top, rect.width() - 2, height)
            lettering.put(row.right, place, TextRole.META, row.tone or "muted", align=RIGHT)
        box = QRectF(rect.left() + left, top, rect.width() - left - right, rect.height())
        if self._is_compact:
            box.setHeight(height)
            lettering.put(row.text, box, TextRole.TEXT, ink)
            return
        first, _, others = row.text.partition("\n")
        lettering.painter.setFont(self._theme.font(TextRole.TEXT))
        lettering.painter.setPen(lettering.ink(ink))
        lettering.painter.drawText(box, _WRAP, first)
        if others:
            metrics = lettering.painter.fontMetrics()
            beside = max(1, self._lines_of(first, box.width())) * metrics.lineSpacing()
            below = box.adjusted(0, beside, right, 0)
            lettering.painter.drawText(below, _WRAP, others)

    def _paint_sign(self, lettering: Lettering, x: float, middle: float, row: LineRow) -> None:
        icons = {
            "check": ("check", "success"),
            "cross": ("cross", "danger"),
            "dash": ("minus", "muted"),
        }
        if row.sign == "box":
            painter = lettering.painter
            painter.setPen(QPen(lettering.ink("edge"), 1))
            painter.setBrush(QColor(self._theme.tokens.surface))
            painter.drawRoundedRect(QRectF(x + 1.5, middle - 6.5, 13, 13), 3, 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        elif row.sign == "partial":
            from tabletop.gui.theme.shapes import Shape

            lettering.shape(Shape.HALF_RING, x + 2, middle, "warning")
        else:
            name, colour = icons.get(row.sign, (row.sign, row.tone or "muted"))
            lettering.icon(name, x, middle, colour)


class LineList(QListView):
    """A list of lines; Enter or a click acts on one."""

    acted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        accessible_name: str,
        *,
        is_log: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._is_log = is_log
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(theme, self, compact=is_log))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListView { background: transparent; }")
        if is_log:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: tuple[LineRow, ...]) -> None:
        """Show other lines; a log that was at its end stays at its end."""
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        before = len(self.lines.rows)
        moved = [r.key for r in rows[:1]] != [r.key for r in self.lines.rows[:1]]
        self.lines.show_rows(rows)
        if self._is_log and (moved or (at_end and len(rows) > before)):
            self.scrollToBottom()

    def current_key(self) -> str:
        """Return the key of the line under the cursor, or an empty text."""
        index = self.currentIndex()
        return self.lines.rows[index.row()].key if index.isValid() else ""

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if key := self.current_key():
                self.acted.emit(key)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters are commands here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if self._is_log:
            self.scrollToBottom()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.acted.emit(self.lines.rows[index.row()].key)
