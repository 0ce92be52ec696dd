"""The table of seats: people typed or pasted, cards chosen, seats left out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from tabletop.gui.held_keys import HeldKeys, once_a_press
from tabletop.gui.library import painting
from tabletop.gui.start import rows as seat_rows
from tabletop.gui.start.seat_model import (
    CARD,
    FIELDS,
    PERSON,
    PLAYED,
    ROW,
    SEAT,
    TITLE,
    Index,
    SeatModel,
)
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tabletop.gui.start.rows import Pasted, SeatRow
    from tabletop.gui.theme.theme import Theme

_WIDTHS = {SEAT: 72, TITLE: 160, CARD: 150, PLAYED: 64}
# At most so much of the table, and of what people and the delegation share.
_CARD_SHARE, _TITLE_SHARE = 0.22, 0.3
_HEIGHT = 30
# Heads stand over the words of their cells, which begin at the page's margin.
_HEAD_SHEET = (
    "QHeaderView::section { padding: 4px 8px 4px 16px; background: palette(alternate-base); }"
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SeatDelegate(QStyledItemDelegate):
    """Paints cells: seats in bold, cards as chips, a seat that is not played in muted words."""

    def __init__(self, theme: Theme, view: SeatTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(40, round(_HEIGHT * self._theme.typography.scale))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("cell-editor")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        # The table's own frame says where one is; a field's height would not fit the row.
        editor.setFrame(False)
        editor.setStyleSheet(
            "QLineEdit { border: none; border-radius: 0; padding: 0 13px; min-height: 0; }"
        )
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter finish a cell and go on to the one below, as in a spreadsheet."""
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
        )
        if is_enter and isinstance(editor, QLineEdit):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self._view.go_down()
            return True
        return bool(super().eventFilter(editor, event))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SeatRow = index.data(ROW)
        rect = QRectF(option.rect)
        tokens = self._theme.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex()
        if current.row() == index.row() and self._view.hasFocus():
            painter.fillRect(rect, QColor(tokens.accent_tint))
        foot = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(foot, QColor(tokens.line))
        self._paint_cell(painter, rect.adjusted(16, 0, -8, -1), index, row)
        if current == index and self._view.hasFocus():
            painting.focus_ring(painter, self._theme, rect.adjusted(0, 0, -1, -1), 2)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: Index, row: SeatRow) -> None:
        words = str(index.data())
        column = index.column()
        if column == PLAYED:
            self._paint_played(painter, rect, row)
        elif column == CARD:
            if words:
                self._paint_card(painter, rect, words, is_dealt=bool(row.dealt))
        else:
            font, colour = self._letters(column, row)
            if not words and column in FIELDS and index == self._view.currentIndex():
                words, colour = self.tr("name, or leave empty"), QColor(self._theme.tokens.muted)
                words = words if column == PERSON else "–"
            painting.text(painter, rect, words, font, colour)

    def _letters(self, column: int, row: SeatRow) -> tuple[QFont, QColor]:
        theme = self._theme
        font = theme.font(TextRole.STRONG if column == SEAT else TextRole.TEXT)
        if not row.played:
            font = QFont(font)
            font.setStrikeOut(column in (SEAT, TITLE))
            return font, QColor(theme.tokens.muted)
        return font, QColor(theme.tokens.text)

    def _paint_card(self, painter: QPainter, rect: QRectF, words: str, *, is_dealt: bool) -> None:
        theme = self._theme
        font = theme.font(TextRole.META)
        lock = theme.scaled(12) + 6 if is_dealt else 0
        width = min(painting.width_of(font, words) + 16 + lock, rect.width())
        high, side = theme.scaled(20), theme.scaled(12)
        frame = QRectF(rect.left(), rect.center().y() - high / 2, width, high)
        painting.chip(painter, theme, frame, "" if is_dealt else words)
        if is_dealt:
            icon = theme.pixmap("lock", side, "text", self._view.devicePixelRatioF())
            top = round(frame.center().y() - side / 2)
            painter.drawPixmap(round(frame.left() + 7), top, icon)
            inner = frame.adjusted(7 + lock, 0, -6, 0)
            painting.text(painter, inner, words, font, QColor(theme.tokens.text))

    def _paint_played(self, painter: QPainter, rect: QRectF, row: SeatRow) -> None:
        name, role = ("check", "success") if row.played else ("plus", "accent")
        side = self._theme.scaled(16)
        icon = self._theme.pixmap(name, side, role, self._view.devicePixelRatioF())
        place = rect.center()
        painter.drawPixmap(round(place.x() - 4 - side / 2), round(place.y() - side / 2), icon)


class SeatTable(QTableView):
    """The table: type to fill a cell, Enter goes down, Ctrl V pastes lines of a spreadsheet."""

    was_pasted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("seats")
        self.setAccessibleName(self.tr("Seats"))
        self._theme = theme
        self.seats = SeatModel(self)
        self.setModel(self.seats)
        self.setItemDelegate(SeatDelegate(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        # The delegate shows where one is; a selection would be painted under it besides.
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setEditTriggers(
            QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.DoubleClicked
        )
        self._fit()
        theme.changed.connect(self._fit)
        self.seats.modelReset.connect(self._fit)

    def go_to(self, role: str) -> None:
        """Put the keyboard on the person of a seat."""
        for number, row in enumerate(self.seats.rows):
            if row.role == role:
                self.setCurrentIndex(self.seats.index(number, PERSON))
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_down(self) -> None:
        """Go to the cell below."""
        here = self.currentIndex()
        if here.row() + 1 < len(self.seats.rows):
            self.setCurrentIndex(here.siblingAtRow(here.row() + 1))

    def paste(self, text: str) -> Pasted | None:
        """Take people from lines of a spreadsheet; nothing is known before the scenario is read."""
        if not self.seats.rows:
            return None
        here = self.currentIndex()
        field = FIELDS.get(here.column(), seat_rows.PERSON)
        outcome = seat_rows.pasted(self.seats.rows, text, max(here.row(), 0), field)
        self.seats.show_rows(outcome.rows)
        self.was_pasted.emit(outcome)
        return outcome

    def paste_clipboard(self) -> None:
        """Take people from what was copied."""
        self.paste(QGuiApplication.clipboard().text())

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_clipboard()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Ctrl Enter starts from anywhere; letters with Ctrl are nothing to fill in.
            event.ignore()
        elif not index.isValid() or not self._does(index, Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _does(self, index: QModelIndex, key: Qt.Key) -> bool:
        """Do what a key means in a cell; return whether it means anything."""
        if key in _ENTER:
            self._enter(index)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear(index)
        elif key == Qt.Key.Key_Space and index.column() in (PLAYED, CARD):
            self._enter(index)
        else:
            return False
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() in (PLAYED, CARD):
            self._enter(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.seats.rows:
            self.setCurrentIndex(self.seats.index(0, PERSON))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Qt paints the current cell again, but the whole row is tinted while the keyboard is here.
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _enter(self, index: QModelIndex) -> None:
        if index.column() == PLAYED:
            self.seats.change(index.row(), played=not self.seats.rows[index.row()].played)
        elif index.column() == CARD:
            self._offer_cards(index)
        else:
            self.go_down()

    def _clear(self, index: QModelIndex) -> None:
        if index.column() in FIELDS:
            self.seats.setData(index, "")
        elif index.column() == CARD:
            self.seats.change(index.row(), card=None)

    def _offer_cards(self, index: QModelIndex) -> None:
        """Offer the cards that this seat may hold."""
        row = self.seats.rows[index.row()]
        cards = seat_rows.drawable(self.seats.cards)
        if row.dealt or not cards:
            return
        menu = QMenu(self)
        menu.setObjectName("cards-menu")
        HeldKeys(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = [(card.id, self.seats.title_of(card.id)) for card in cards]
        for card_id, title in (*titles, (None, self.tr("No card"))):
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(card_id == row.card)
            action.triggered.connect(partial(self._on_card_chosen, index.row(), card_id))
        below = self.visualRect(index).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(below))

    def _on_card_chosen(self, number: int, card: str | None, _checked: object = None) -> None:
        self.seats.change(number, card=card)

    def _fit(self) -> None:
        scale = self._theme.typography.scale
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setStyleSheet(_HEAD_SHEET)
        header.setFixedHeight(round(28 * scale))
        for column in range(self.seats.columnCount()):
            is_fixed = column in _WIDTHS
            mode = QHeaderView.ResizeMode.Fixed if is_fixed else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
        self.verticalHeader().setDefaultSectionSize(round(_HEIGHT * scale))
        self._share_width()
        self.viewport().update()

    def _share_width(self) -> None:
        """Give each column its width; in a narrow window delegation and card give way to people."""
        scaled, strong = self._theme.scaled, self._theme.font(TextRole.STRONG)
        codes = [row.role for row in self.seats.rows]
        # Codes of seats are never cut.
        seat = max([painting.width_of(strong, code) + 32 for code in codes], default=0)
        whole = self.viewport().width()
        widths = {
            SEAT: max(round(seat), scaled(_WIDTHS[SEAT])),
            CARD: min(scaled(_WIDTHS[CARD]), round(whole * _CARD_SHARE)),
            PLAYED: scaled(_WIDTHS[PLAYED]),
        }
        rest = whole - sum(widths.values())
        widths[TITLE] = max(min(scaled(_WIDTHS[TITLE]), round(rest * _TITLE_SHARE)), 0)
        for column, width in widths.items():
            self.horizontalHeader().resizeSection(column, width)
