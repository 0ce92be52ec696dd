"""The rows of the seats: first and final position, stance, confidence, reason."""

from enum import IntEnum
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tabletop.gui.console.lettering import RIGHT, Lettering
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.option_bars import step_of
from tabletop.gui.console.rows.board import BoardRows
from tabletop.gui.console.rows.seats import Chip, SeatRow
from tabletop.gui.theme.shapes import STANCE_SHAPES, paint_position_chip, stance_colour
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_LEAST_HEIGHT = 40


class Column(IntEnum):
    """The columns of the table."""

    SEAT = 0
    POSITION = 1
    STANCE = 2
    CONFIDENCE = 3
    REASON = 4


class SeatModel(QAbstractTableModel):
    """The seats of one decision; a change of answers moves nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SeatRow, ...] = ()
        self._stance_heading = ""

    @property
    def rows(self) -> tuple[SeatRow, ...]:
        """The seats shown."""
        return self._rows

    def show_board(self, board: BoardRows) -> None:
        """Show the seats of a decision."""
        rows = board.seats
        if board.stance_heading != self._stance_heading:
            self._stance_heading = board.stance_heading
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if [r.role for r in rows] != [r.role for r in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                row.role,
                " ".join(chip.label for chip in row.chips),
                row.stance_word,
                row.confidence,
                row.reason,
            )[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.reason if index.column() == Column.REASON else row.title
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Seat"),
            self.tr("Position"),
            self._stance_heading,
            self.tr("Conf."),
            self.tr("Reason"),
        )[section]


class SeatDelegate(QStyledItemDelegate):
    """Paints one cell; the ring and the tint run through the whole row."""

    def __init__(self, theme: Theme, table: "SeatTable") -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SeatRow = index.data(ROW)
        painter.save()
        lettering = Lettering(painter, self._theme)
        rect = QRectF(cast("Any", option).rect)
        self._paint_ground(lettering, rect, row, index)
        match index.column():
            case Column.SEAT:
                place = rect.adjusted(16, 0, 0, 0)
                lettering.put(row.role, place, TextRole.STRONG)
            case Column.POSITION:
                self._paint_position(lettering, rect, row)
            case Column.STANCE:
                self._paint_stance(lettering, rect, row)
            case Column.CONFIDENCE:
                ink = "text" if row.confidence else "muted"
                word = row.confidence or ("–" if not row.is_missing else "")
                if word == "moderate" and not Measures(self._theme).is_wide:
                    word = self.tr("mod")
                lettering.put(word, rect.adjusted(8, 0, 0, 0), TextRole.TEXT, ink)
            case _:
                words = row.reason or (self.tr("missing") if row.is_missing else "")
                ink = "text" if row.reason else "muted"
                lettering.put(words, rect.adjusted(8, 0, -14, 0), TextRole.TEXT, ink)
        painter.restore()

    def _paint_ground(self, lettering: Lettering, rect: QRectF, row: SeatRow, index: Index) -> None:
        tint = {"danger": "danger_tint", "warning": "warning_tint"}.get(row.tone)
        if tint:
            lettering.fill(rect, tint)
            if self._theme.tokens.is_high_contrast:
                # Tints are black there, so an alarm is a border in its colour.
                lettering.fill(QRectF(rect.left(), rect.top(), rect.width(), 2), row.tone)
                lettering.fill(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 2), row.tone)
        lettering.fill(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), "line")
        if not self._table.has_ring(row.role):
            return
        lettering.painter.setPen(QPen(lettering.ink("focus"), 2))
        top, bottom = rect.top() + 1, rect.bottom() - 1
        left, right = rect.left(), rect.right()
        lettering.fill(QRectF(left, top - 1, rect.width(), 2), "focus")
        lettering.fill(QRectF(left, bottom - 1, rect.width(), 2), "focus")
        if index.column() == Column.SEAT:
            lettering.fill(QRectF(left + 2, top, 3, bottom - top), "focus")
        if index.column() == Column.REASON:
            lettering.fill(QRectF(right - 4, top, 2, bottom - top), "focus")

    def _paint_position(self, lettering: Lettering, rect: QRectF, row: SeatRow) -> None:
        middle = rect.center().y()
        tokens = self._theme.tokens
        typed = self._table.typed_order(row.role)
        chips = tuple(Chip(label) for label in typed) or row.chips
        width, height = Measures(self._theme).chip
        if len(chips) > 1 or typed:
            x = rect.left() + 8
            for chip in chips:
                place = QRectF(x, middle - height / 2, height, height)
                lettering.painter.setFont(self._theme.font(TextRole.HEAD))
                step = step_of(tokens, chip.place)
                paint_position_chip(lettering.painter, place, chip.label, step, tokens)
                x += height + 2
            return
        left = 8.0 if self._table.takes_several else rect.width() - width - 6
        chip_rect = QRectF(rect.left() + left, middle - height / 2 - 1, width, height + 2)
        if row.first:
            first = QRectF(rect.left(), rect.top(), left - 6, rect.height())
            words = f"{row.first} →"
            lettering.put(words, first, TextRole.TEXT, "muted", align=RIGHT, tabular=True)
        lettering.painter.setFont(self._theme.font(TextRole.STRONG))
        if chips:
            step = step_of(tokens, chips[0].place)
            paint_position_chip(lettering.painter, chip_rect, chips[0].label, step, tokens)
        else:
            paint_position_chip(lettering.painter, chip_rect, "", None, tokens)

    def _paint_stance(self, lettering: Lettering, rect: QRectF, row: SeatRow) -> None:
        if row.stance not in STANCE_SHAPES:
            words = rect.adjusted(8, 0, 0, 0)
            strong = 600 if row.stance in ("requests", "decides") else None
            ink = "text" if strong else "muted"
            lettering.put(row.stance_word, words, TextRole.TEXT, ink, weight=strong)
            return
        colour = stance_colour(self._theme.tokens, row.stance)
        from PySide6.QtGui import QColor

        ink_colour = QColor(colour)
        lettering.shape(STANCE_SHAPES[row.stance], rect.left() + 8, rect.center().y(), ink_colour)
        weight = 600 if row.stance in ("reservation", "objects", "break", "regrets") else None
        words = rect.adjusted(26, 0, 0, 0)
        lettering.put(row.stance_word, words, TextRole.TEXT, ink_colour, weight=weight)


class SeatTable(QTableView):
    """The seats; the board moves the ring, a click puts it on a seat."""

    seat_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seats")
        self.setAccessibleName(self.tr("Seats"))
        # Large type under two bars leaves little; the seats scroll before a button is squeezed.
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._theme = theme
        self._ring = ""
        self._order: tuple[str, ...] = ()
        self.seats = SeatModel(self)
        self.setModel(self.seats)
        self.setItemDelegate(SeatDelegate(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStyleSheet("QHeaderView::section:first { padding-left: 16px; }")
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._several = False
        self._on_theme_changed()

    def show_board(self, board: BoardRows) -> None:
        """Show the seats of a decision."""
        several = board.takes_several or board.kind == "ranking"
        if several != self._several:
            self._several = several
            self._set_widths()
        self.seats.show_board(board)

    def show_ring(self, role: str, order: tuple[str, ...]) -> None:
        """Put the ring on a seat; an empty text takes it away. ``order`` is being typed."""
        if (role, order) == (self._ring, self._order):
            return
        self._ring, self._order = role, order
        roles = [row.role for row in self.seats.rows]
        if role in roles:
            self.scrollTo(self.seats.index(roles.index(role), 0))
        self.viewport().update()

    @property
    def takes_several(self) -> bool:
        """Whether a seat may hold several options."""
        return self._several

    def has_ring(self, role: str) -> bool:
        """Whether the ring is on a seat."""
        return role == self._ring

    def typed_order(self, role: str) -> tuple[str, ...]:
        """Return the keys of a ranking that is being typed for a seat."""
        return self._order if role == self._ring else ()

    def _on_theme_changed(self) -> None:
        measures = Measures(self._theme)
        self.verticalHeader().setDefaultSectionSize(measures.seat_row)
        self.verticalHeader().setMinimumSectionSize(measures.seat_row)
        self.horizontalHeader().setFixedHeight(self._theme.line(TextRole.HEAD) + 6)
        self._set_widths()

    def _set_widths(self) -> None:
        scale = self._theme.typography.scale
        wide = Measures(self._theme).is_wide
        position = 168 if self._several else 74
        widths = (58, position, 40 if self._several else 112, 88 if wide else 56)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, round(width * scale))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.seat_clicked.emit(self.seats.rows[index.row()].role)
