"""The list of injects by phase and the contingency shelf: one kind of model, one delegate."""

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tabletop.gui.console.lettering import RIGHT, Lettering
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.rows.injects import (
    HeadingRow,
    InjectRow,
    Line,
    heading_row,
    inject_row,
    shelf_row,
)
from tabletop.gui.held_keys import once_a_press
from tabletop.gui.situation import Situation
from tabletop.gui.theme.shapes import INJECT_SHAPES
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

ROW = Qt.ItemDataRole.UserRole
IS_HEADING = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_AHEAD = 2


class InjectModel(QAbstractListModel):
    """Rows are made when they are painted, so that long scenarios cost nothing out of sight."""

    def __init__(self, *, is_shelf: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_shelf = is_shelf
        self._lines: tuple[Line, ...] = ()
        self._places: dict[str, int] = {}
        self._situation: Situation | None = None
        self._made: dict[Line, InjectRow | HeadingRow] = {}

    def show_situation(self, lines: tuple[Line, ...], situation: Situation) -> None:
        """Show the lines as they stand now; only a new line resets anything.

        No change of data is sent: a list answers it by asking every line for its height, and the
        view paints what is in sight anew by itself.
        """
        self._situation = situation
        self._made.clear()
        if lines != self._lines:
            self._replace(lines)

    def _replace(self, lines: tuple[Line, ...]) -> None:
        grown = len(lines) - len(self._lines)
        if grown > 0 and lines[: len(self._lines)] == self._lines:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(lines) - 1)
            self._keep(lines)
            self.endInsertRows()
            return
        self.beginResetModel()
        self._keep(lines)
        self.endResetModel()

    def _keep(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._places = {line.inject_id: n for n, line in enumerate(lines) if line.inject_id}

    def place_of(self, inject_id: str) -> QModelIndex:
        """Return the index of an inject; an invalid one when it is not listed."""
        place = self._places.get(inject_id)
        return QModelIndex() if place is None else self.index(place)

    def inject_at(self, index: Index) -> str:
        """Return the inject of a row; empty for a heading."""
        return self._lines[index.row()].inject_id if index.isValid() else ""

    def row(self, place: int) -> InjectRow | HeadingRow:
        """Return what a line shows."""
        line = self._lines[place]
        if line not in self._made and self._situation is not None:
            if line.is_heading:
                self._made[line] = heading_row(line.phase_id, self._situation)
            else:
                make = shelf_row if self._is_shelf else inject_row
                self._made[line] = make(line.inject_id, self._situation)
        return self._made[line]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == IS_HEADING:
            return self._lines[index.row()].is_heading
        row = self.row(index.row())
        if role == ROW:
            return row
        if isinstance(row, HeadingRow):
            return row.title if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.inject_id} {row.title}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._lines[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class InjectDelegate(QStyledItemDelegate):
    """Paints shape, id, title and what stands at the right; a row never changes its height."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        measures = Measures(self._theme)
        # Asked for every line of a scenario; a row is made only for those in sight.
        is_heading = index.data(IS_HEADING)
        return QSize(200, measures.heading_row if is_heading else measures.list_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        lettering = Lettering(painter, self._theme)
        rect = QRectF(cast("Any", option).rect)
        if isinstance(row, HeadingRow):
            self._paint_heading(lettering, rect, row)
        elif isinstance(row, InjectRow):
            state = cast("Any", option).state
            selected = bool(state & QStyle.StateFlag.State_Selected)
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            self._paint_row(lettering, rect, row, selected=selected, focused=focused)
        painter.restore()

    def _paint_heading(self, lettering: Lettering, rect: QRectF, row: HeadingRow) -> None:
        lettering.fill(rect, "raised")
        lettering.hairline(rect.left(), rect.right(), rect.top())
        lettering.hairline(rect.left(), rect.right(), rect.bottom() - 1)
        right = rect.adjusted(16, 0, -15, 0)
        taken = lettering.width(row.right, TextRole.HEAD)
        lettering.put(row.right, right, TextRole.HEAD, "muted", align=RIGHT)
        title = right.adjusted(0, 0, -taken - 12, 0)
        lettering.put(row.title, title, TextRole.HEAD, "muted")

    def _paint_row(
        self, lettering: Lettering, rect: QRectF, row: InjectRow, *, selected: bool, focused: bool
    ) -> None:
        in_hand, standby = row.status in ("in_room", "in_play"), row.status == "standby"
        if selected or standby:
            lettering.fill(rect, "accent_tint")
        elif in_hand:
            lettering.fill(rect, "raised")
        if selected:
            lettering.fill(QRectF(rect.left(), rect.top(), 3, rect.height()), "accent")
        middle = rect.center().y()
        ink = "muted" if row.status in ("released", "skipped") else "text"
        weight = 600 if in_hand or standby else None
        lettering.shape(INJECT_SHAPES[row.status], rect.left() + 14, middle, _colour(row.status))
        id_width = Measures(self._theme).scaled(46)
        name = QRectF(rect.left() + 34, rect.top(), id_width, rect.height())
        lettering.put(row.inject_id, name, TextRole.TEXT, ink, weight=weight, tabular=True)
        end = self._paint_right(lettering, rect, row)
        left = name.right()
        title = QRectF(left, rect.top(), end - left - 8, rect.height())
        struck = row.status == "skipped"
        lettering.put(row.title, title, TextRole.TEXT, ink, weight=weight, struck=struck)
        if focused and self._theme.tokens.is_high_contrast:
            lettering.frame(rect, "focus", 2)

    def _paint_right(self, lettering: Lettering, rect: QRectF, row: InjectRow) -> float:
        """Paint what stands at the right, and return where it begins."""
        right = rect.right() - 14
        if row.fits:
            width = lettering.width(row.fits, TextRole.HEAD) + 16
            height = self._theme.line(TextRole.HEAD) + 3
            chip = QRectF(right - width, rect.center().y() - height / 2, width, height)
            lettering.frame(chip, "warning", radius=4)
            align = Qt.AlignmentFlag.AlignCenter
            lettering.put(row.fits, chip, TextRole.HEAD, "warning", align=align)
            return chip.left()
        weight = 600 if row.right in ("room", "now", "next") else None
        width = lettering.width(row.right, TextRole.META, weight=weight, tabular=True)
        place = QRectF(right - width - 2, rect.top(), width + 2, rect.height())
        lettering.put(
            row.right, place, TextRole.META, "muted", weight=weight, align=RIGHT, tabular=True
        )
        if not row.private_to:
            return place.left()
        lettering.icon("lock", place.left() - 16, rect.center().y(), "muted", 12)
        return place.left() - 16


def _colour(status: str) -> str:
    return {
        "in_room": "running",
        "in_play": "running",
        "standby": "accent",
        "released": "muted",
        "skipped": "muted",
        "contingency": "muted",
    }.get(status, "text")


class InjectListView(QListView):
    """A list to walk with the arrows; Enter releases, and the ends lead to the other list."""

    chosen = Signal(str)
    release_requested = Signal(str)
    left_at_end = Signal()
    left_at_start = Signal()

    def __init__(
        self, theme: Theme, name: str, *, is_shelf: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._ground = QWidget(self)
        self.setViewport(self._ground)
        self.injects = InjectModel(is_shelf=is_shelf, parent=self)
        self.setModel(self.injects)
        self.setItemDelegate(InjectDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current(self) -> str:
        """The inject under the cursor, or an empty text."""
        return self.injects.inject_at(self.currentIndex())

    def show_situation(self, lines: tuple[Line, ...], situation: Situation) -> None:
        """Show the lines as they stand; the cursor stays on the inject it is on."""
        before = self.current
        self.injects.show_situation(lines, situation)
        self._ground.update()
        if before and self.current != before:
            self.set_current(before)

    def set_current(self, inject_id: str) -> None:
        """Put the cursor on an inject without choosing it, and bring it into sight."""
        index = self.injects.place_of(inject_id)
        if not index.isValid():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self._bring_into_sight(index)

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current:
                self.release_requested.emit(self.current)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: letters are commands here."""

    def _step(self, by: int) -> None:
        place = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        while 0 <= place < self.injects.rowCount():
            index = self.injects.index(place)
            if self.injects.inject_at(index):
                self.setCurrentIndex(index)
                self._bring_into_sight(index)
                self.chosen.emit(self.injects.inject_at(index))
                return
            place += by
        (self.left_at_end if by > 0 else self.left_at_start).emit()

    def _bring_into_sight(self, index: QModelIndex) -> None:
        """Scroll to a row with the two after it, so that one sees what comes next."""
        after = min(index.row() + _AHEAD, self.injects.rowCount() - 1)
        self.scrollTo(self.injects.index(after), QListView.ScrollHint.EnsureVisible)
        self.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def _on_clicked(self, index: QModelIndex) -> None:
        if inject_id := self.injects.inject_at(index):
            self.chosen.emit(inject_id)
