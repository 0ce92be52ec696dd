"""The decision board: reads and takes answers. Tab leads in, Esc out; letters are answers here."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tabletop.gui.console.board_buttons import BoardButtons
from tabletop.gui.console.board_head import BoardHead
from tabletop.gui.console.empty_state import EmptyState
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.option_bars import OptionBars
from tabletop.gui.console.rows.board import BoardRows
from tabletop.gui.console.rows.board_keys import (
    AnswerKind,
    Cursor,
    hint,
    move,
    moved_on,
    press,
    settled,
)
from tabletop.gui.console.rows.halt import Halt
from tabletop.gui.console.rows.silence import SilenceRow
from tabletop.gui.console.seat_table import SeatTable
from tabletop.gui.console.silence_view import SilenceView
from tabletop.gui.console.state_line import StateLine
from tabletop.gui.held_keys import once_a_press
from tabletop.gui.theme.theme import Theme, set_kind
from tabletop.gui.theme.typography import TextRole


class BoardPanel(QFrame):
    """Shows one decision and turns keys into answers; it records nothing itself."""

    answered = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self.setAccessibleName(self.tr("Decision board"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._rows: BoardRows | None = None
        self._silence: SilenceRow | None = None
        self._cursor = Cursor()
        self._has_let_go = False
        self._halt = Halt()
        self._way_in = "Tab"
        self._head = BoardHead(theme)
        self.switcher = self._head.switcher
        self.state_line = StateLine(theme)
        self.bars = OptionBars(theme)
        self.table = SeatTable(theme)
        self.silence = SilenceView(theme)
        self.hint = ElidedLabel(theme, TextRole.META, "board-hint", colour="muted")
        self.buttons = BoardButtons(theme)
        self._middle = QStackedWidget()
        self._pages = QStackedWidget()
        self._lay_out()
        self.table.seat_clicked.connect(self._on_seat_clicked)
        self.silence.seat_clicked.connect(self._on_seat_clicked)
        self.bars.option_clicked.connect(self._on_option_clicked)
        theme.changed.connect(self._on_theme_changed)

    @property
    def rows(self) -> BoardRows | None:
        """What is shown."""
        return self._rows

    @property
    def cursor_seat(self) -> str:
        """The seat in the ring."""
        return self._cursor.seat or ""

    @property
    def subject(self) -> str:
        """The seat a reason or confidence belongs to: it answered just now, or is in the ring."""
        return self._cursor.last or self._cursor.seat or ""

    @property
    def holds_space(self) -> bool:
        """Whether Space might be part of what is being typed here, and is not GO."""
        return self.hasFocus() and (self._cursor.holds_space or bool(self._halt.words))

    @property
    def has_let_go(self) -> bool:
        """Whether the last key was an Esc that gave up what was half typed here."""
        return self._has_let_go

    def show_rows(self, rows: BoardRows | None, silence: SilenceRow | None) -> None:
        """Show a decision as it stands; the ring stays where it is."""
        if (rows, silence) == (self._rows, self._silence):
            return
        turned = self._rows is None or rows is None or self._rows.decision_id != rows.decision_id
        was_open = self._rows is not None and self._rows.is_open
        new_round = rows is not None and self._rows is not None and self._rows.round != rows.round
        self._rows, self._silence = rows, silence
        self._pages.setCurrentIndex(0 if rows is None else 1)
        if rows is None:
            return
        if turned or new_round:
            self._cursor = settled(rows, Cursor())
        self._head.show_rows(rows)
        self.state_line.show_rows(rows)
        self._show_middle(rows, silence)
        self.buttons.show_rows(rows, silence)
        self._show_ring()
        if turned or new_round or was_open != rows.is_open:
            self._say("")

    def moved_on(self, kind: AnswerKind = "option") -> None:
        """Go on to the next seat that still has to answer, after an answer was recorded."""
        if self._rows is not None:
            self._cursor = moved_on(self._rows, self._cursor, kind)
            self._show_ring()
            self._say("")

    def choose_seat(self, role: str) -> None:
        """Put the ring on a seat of the board."""
        self._on_seat_clicked(role)

    def stay(self) -> None:
        """Keep the ring on its seat after an answer that leaves room for more."""
        self._cursor = replace(self._cursor, last=self._cursor.seat, typed="")
        self._say("")

    def refuse(self, words: str) -> None:
        """Say why a key opened nothing; words typed in spite of that never reach GO."""
        self._cursor = replace(self._cursor, is_astray=True)
        self._say(words)

    def stop(self) -> None:
        """Take no key any more: what was asked for last is not recorded.

        The ring has not moved on, so that keys typed ahead would answer for the wrong seat.
        """
        self._cursor = Cursor(self._cursor.seat, last=self._cursor.last)
        self._halt.begin()
        self._say("")
        self._show_ring()

    def go_on(self, *, is_recorded: bool) -> None:
        """Take keys again once the hand has chosen where: those typed ahead must reach no seat."""
        self._halt.settle(is_recorded=is_recorded)
        if not self._has_hand():
            self._halt.end()
        self._say("")

    def show_way_in(self, key: str) -> None:
        """Name the key that leads here from where the hand is."""
        if key != self._way_in:
            self._way_in = key
            if not self._has_hand():
                self._say("")

    def say(self, words: str) -> None:
        """Say something under the board."""
        self._say(words)

    @property
    def _under_silence(self) -> bool:
        return self._silence is not None and bool(self._rows and self._rows.is_open)

    def _show_middle(self, rows: BoardRows, silence: SilenceRow | None) -> None:
        self._middle.setCurrentIndex(1 if silence is not None and rows.is_open else 0)
        if silence is not None and rows.is_open:
            self.state_line.setVisible(silence.stage in ("adopted", "withdrawn"))
            self.silence.show_row(silence, self.cursor_seat if self._has_hand() else "")
        else:
            self.state_line.setVisible(True)
        self.bars.show_rows(rows)
        self.table.show_board(rows)

    def _on_theme_changed(self) -> None:
        if self._rows is not None:
            self._head.show_rows(self._rows)
            self.state_line.show_rows(self._rows)
            self.bars.refit()

    def _has_hand(self) -> bool:
        return self.hasFocus()

    def _show_ring(self) -> None:
        ring = self.cursor_seat if self._has_hand() else ""
        keys = {bar.option_id: bar.key for bar in self._rows.bars} if self._rows else {}
        self.table.show_ring(ring, tuple(keys[o] for o in self._cursor.order))
        if self._silence is not None:
            self.silence.show_row(self._silence, ring)

    def _say(self, words: str) -> None:
        words = words or self._halt.words
        if words or self._rows is None:
            self.hint.show_colour("warning")
            self.hint.setText(words)
            return
        self.hint.show_colour("muted")
        inside = hint(self._rows, under_silence=self._under_silence)
        way_in = self.tr("{}: answer on the board").format(self._way_in)
        outside = way_in if self._rows.is_open else ""
        self.hint.setText(inside if self._has_hand() else outside)

    # --- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain or self._rows is None:
            return False
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
        if event.key() == Qt.Key.Key_Space:
            return self.holds_space and not event.modifiers()
        return event.key() in arrows or bool(event.text().strip() and event.text().isprintable())

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._rows is None or not self._is_own(event):
            super().keyPressEvent(event)
            return
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._escape()
            return
        self._has_let_go = False
        is_arrow = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if self._halt.words and not (is_arrow and self._halt.end()):
            self._say("")
        elif is_arrow:
            self._cursor = move(self._rows, self._cursor, -1 if key == Qt.Key.Key_Up else 1)
            self._say("")
            self._show_ring()
        elif key == Qt.Key.Key_Backspace:
            self._cursor = replace(self._cursor, order=self._cursor.order[:-1], typed="")
            self._show_ring()
        elif key == Qt.Key.Key_Space:
            self.refuse(self.tr("Space waits while keys are typed here. Press Esc, then it is GO."))
        else:
            self._press(self._rows, event.text())

    def _escape(self) -> None:
        if self._cursor.all_missing or self._cursor.order:
            self._cursor = Cursor(self._cursor.seat, last=self._cursor.last)
            self._has_let_go = True
            self._say("")
            self._show_ring()
            return
        self.left.emit()

    def _press(self, rows: BoardRows, key: str) -> None:
        if self._halt.words:
            self._say("")
            return
        if not rows.is_open:
            words = self.tr("{} is closed: reopen it, or turn to another one.")
            self.refuse(words.format(rows.decision_id))
            return
        pressed = press(rows, self._cursor, key, under_silence=self._under_silence)
        self._cursor = pressed.cursor
        self._say(pressed.say)
        self._show_ring()
        if pressed.answer is not None:
            self.answered.emit(pressed.answer)

    def _on_seat_clicked(self, role: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._halt.end()
        self._cursor = Cursor(role)
        self._show_ring()

    def _on_option_clicked(self, option_id: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        rows = self._rows
        bar = next((b for b in rows.bars if b.option_id == option_id), None) if rows else None
        if rows is not None and bar is not None and not self._under_silence:
            number = str(rows.bars.index(bar) + 1)
            has_letters = not rows.bars[0].key.isdigit()
            self._press(rows, number if has_letters else bar.key)

    # --- look ----------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._rows is not None:
            self._cursor = settled(self._rows, self._cursor)
        self._say("")
        self._show_ring()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_let_go = False
        self._halt.end()
        order = () if self._cursor.all_missing else self._cursor.order
        self._cursor = Cursor(self._cursor.seat, last=self._cursor.last, order=order)
        self._say("")
        self._show_ring()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _lay_out(self) -> None:
        set_kind(self, "panel")
        board = QWidget()
        layout = QVBoxLayout(board)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(0)
        for part in self._head.parts:
            layout.addLayout(self._inset(part))
        layout.addSpacing(3)
        layout.addLayout(self._inset(self.state_line))
        layout.addSpacing(3)
        layout.addWidget(self._middle, 1)
        layout.addSpacing(3)
        layout.addLayout(self._inset(self.hint))
        layout.addSpacing(4)
        layout.addLayout(self._inset(self.buttons))
        answers = QWidget()
        inner = QVBoxLayout(answers)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.bars)
        inner.addWidget(self.table, 1)
        self._middle.addWidget(answers)
        self._middle.addWidget(self.silence)
        empty = EmptyState(
            self._theme,
            "scale",
            self.tr("No decision is open"),
            self.tr("A decision opens with its inject.\nIts rule and its seats then stand here."),
        )
        self._pages.addWidget(empty)
        self._pages.addWidget(board)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, 2)
        outer.addWidget(self._pages)

    def _inset(self, part: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(part)
        return row
