"""The scenarios as cards in a grid; arrows move from card to card, Enter starts the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from tabletop.gui.held_keys import once_a_press
from tabletop.gui.library import painting
from tabletop.gui.library.buttons import PaintedButton
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from tabletop.gui.library.rows import CardRow
    from tabletop.gui.theme.theme import Theme

_MARGIN = 16
_SPACE = 16
_NARROWEST = 420
_HEIGHT = 266
_SCROLL_BAR = 10
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ScenarioCard(QWidget):
    """One scenario: what it is, how its story runs, and the buttons that begin it."""

    start_wanted = Signal(object)
    run_wanted = Signal(object)
    rehearsal_wanted = Signal(object)
    focused = Signal(object)
    step_wanted = Signal(int, int)

    def __init__(self, theme: Theme, row: CardRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = row
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._run = PaintedButton(theme, self.tr("Run"), icon="play", parent=self)
        self._rehearse = PaintedButton(theme, self.tr("Rehearse"), parent=self)
        self._run.setObjectName("run")
        self._rehearse.setObjectName("rehearse")
        self._run.setToolTip(self.tr("Say who sits where, then start. R"))
        self._rehearse.setToolTip(self.tr("Start a rehearsal, kept apart from exercises. H"))
        self._run.clicked.connect(self._on_run_clicked)
        self._rehearse.clicked.connect(self._on_rehearse_clicked)
        self.show_row(row)

    @property
    def row(self) -> CardRow:
        """What the card shows."""
        return self._row

    @property
    def last_button(self) -> QWidget:
        """What Tab reaches last in the card."""
        return self._rehearse

    def show_row(self, row: CardRow) -> None:
        """Show another scenario, or the same one as it is now."""
        self._row = row
        self.setObjectName(f"card-{row.id}")
        self.setAccessibleName(row.spoken)
        self.setAccessibleDescription(row.summary)
        self.setToolTip(f"{row.spoken}\n{row.summary}")
        self._run.setAccessibleName(self.tr("Run {}").format(row.title))
        self._rehearse.setAccessibleName(self.tr("Rehearse {}").format(row.title))
        self.update()

    def set_current(self, *, is_current: bool) -> None:
        """Show whether this is the card that Enter starts."""
        if is_current != self._is_current:
            self._is_current = is_current
            self._run.set_kind("accent" if is_current else "outlined")
            self.update()

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.start_wanted.emit(self._row)
        elif key == Qt.Key.Key_R:
            self.run_wanted.emit(self._row)
        elif key == Qt.Key.Key_H:
            self.rehearsal_wanted.emit(self._row)
        elif step := _STEPS.get(Qt.Key(key)):
            self.step_wanted.emit(*step)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.run_wanted.emit(self._row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_buttons()

    def place_buttons(self) -> None:
        """Put the buttons at the foot of the card."""
        left = _MARGIN
        for button in (self._run, self._rehearse):
            size = button.sizeHint()
            button.setGeometry(
                left, self.height() - _MARGIN - size.height(), size.width(), size.height()
            )
            left += size.width() + 8

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        edge = tokens.edge if tokens.is_high_contrast else tokens.line
        painting.box(painter, QRectF(self.rect()), fill=QColor(tokens.surface), edge=QColor(edge))
        self._paint_body(painter)
        if self.hasFocus():
            ring = QRectF(self.rect())
            painting.focus_ring(painter, self._theme, ring, painting.CARD_RADIUS)
        painter.end()

    def _paint_body(self, painter: QPainter) -> None:
        theme, row = self._theme, self._row
        ink, muted = QColor(theme.tokens.text), QColor(theme.tokens.muted)
        scale = theme.typography.scale
        wide = self.width() - 2 * _MARGIN

        def line(top: float, height: float) -> QRectF:
            return QRectF(_MARGIN, top * scale, wide, height * scale)

        painting.text(painter, line(16, 26), row.title, theme.font(TextRole.TITLE), ink)
        body = theme.font(TextRole.TEXT)
        for number, words in enumerate(painting.two_lines(body, row.summary, wide)):
            painting.text(painter, line(47 + 18 * number, 18), words, body, ink)
        self._paint_counts(painter, line(93, 18))
        painting.chips(painter, theme, line(120, 20), row.rules)
        if row.story:
            painting.story_strip(painter, theme, line(154, 22), row.story)
            caption = line(183, 16)
            painting.text(painter, caption, row.story_line, theme.font(TextRole.META), muted)

    def _paint_counts(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._theme
        strong, plain = theme.font(TextRole.STRONG), theme.font(TextRole.TEXT)
        ink, muted = QColor(theme.tokens.text), QColor(theme.tokens.muted)
        left = rect.left()
        for figure, word in self._row.counts:
            painting.text(painter, _from(rect, left), figure, strong, ink)
            left += painting.width_of(strong, figure) + 4
            painting.text(painter, _from(rect, left), word, plain, muted)
            left += painting.width_of(plain, word) + 16
        painting.text(painter, _from(rect, left), self._row.length, plain, muted)

    def _on_run_clicked(self) -> None:
        self.run_wanted.emit(self._row)

    def _on_rehearse_clicked(self) -> None:
        self.rehearsal_wanted.emit(self._row)


def _from(rect: QRectF, left: float) -> QRectF:
    return QRectF(left, rect.top(), max(rect.right() - left, 0), rect.height())


class CardGrid(QScrollArea):
    """All cards, in as many columns as fit; arrows that lead beyond the last leave them."""

    start_wanted = Signal(object)
    run_wanted = Signal(object)
    rehearsal_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[ScenarioCard] = []
        self._current: ScenarioCard | None = None
        self.setObjectName("scenario-cards")
        self.setAccessibleName(self.tr("Scenarios"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One of our own making: a widget that Qt made itself costs the binding dear to hand over.
        self.setViewport(QWidget())
        self._canvas = QWidget()
        self.setWidget(self._canvas)
        theme.changed.connect(self._on_theme_changed)

    @property
    def cards(self) -> tuple[ScenarioCard, ...]:
        """The cards shown, in their order."""
        return tuple(self._cards)

    @property
    def current(self) -> ScenarioCard | None:
        """The card that Enter starts."""
        return self._current

    def show_rows(self, rows: Sequence[CardRow]) -> bool:
        """Show these scenarios, and return whether cards were added.

        Cards of scenarios that stay keep place and focus.
        """
        chosen = self._current.row.id if self._current else None
        for card in self._cards[len(rows) :]:
            card.hide()
            card.deleteLater()
        del self._cards[len(rows) :]
        for card, row in zip(self._cards, rows, strict=False):
            card.show_row(row)
        added = rows[len(self._cards) :]
        self._cards.extend(self._new_card(row) for row in added)
        self._choose(next((c for c in self._cards if c.row.id == chosen), None))
        self._arrange()
        return bool(added)

    def take_focus(self) -> None:
        """Give the keyboard to the card that Enter starts."""
        if self._current is not None:
            self._current.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _new_card(self, row: CardRow) -> ScenarioCard:
        card = ScenarioCard(self._theme, row, self._canvas)
        card.start_wanted.connect(self.start_wanted)
        card.run_wanted.connect(self.run_wanted)
        card.rehearsal_wanted.connect(self.rehearsal_wanted)
        card.focused.connect(self._on_card_focused)
        card.step_wanted.connect(self._on_step_wanted)
        card.show()
        return card

    def _columns(self) -> int:
        narrowest = _NARROWEST * self._theme.typography.scale
        fitting = max(int((self.width() + _SPACE) // (narrowest + _SPACE)), 1)
        return min(fitting, max(len(self._cards), 2))

    def _arrange(self) -> None:
        """Place the cards; a scroll bar is reckoned with before it shows itself."""
        columns = self._columns()
        height = round(_HEIGHT * self._theme.typography.scale)
        lines = -(-len(self._cards) // columns)
        whole = max(lines * (height + _SPACE) - _SPACE, 0)
        room = self.width() - (_SCROLL_BAR if whole > self.height() else 0)
        width = (room - _SPACE * (columns - 1)) // columns
        for number, card in enumerate(self._cards):
            down, across = divmod(number, columns)
            card.setGeometry(across * (width + _SPACE), down * (height + _SPACE), width, height)
        self._canvas.resize(room, whole)

    def _choose(self, card: ScenarioCard | None) -> None:
        self._current = card or (self._cards[0] if self._cards else None)
        for one in self._cards:
            one.set_current(is_current=one is self._current)

    def _on_card_focused(self, card: ScenarioCard) -> None:
        self._choose(card)
        self.ensureWidgetVisible(card, 0, 8)

    def _on_step_wanted(self, across: int, down: int) -> None:
        if self._current is None:
            return
        columns = self._columns()
        here = self._cards.index(self._current)
        there = here + across + down * columns
        if 0 <= there < len(self._cards):
            self._cards[there].setFocus(Qt.FocusReason.OtherFocusReason)
        elif there > here:
            self.left.emit()

    def _on_theme_changed(self) -> None:
        self._arrange()
        for card in self._cards:
            card.place_buttons()
            card.update()
