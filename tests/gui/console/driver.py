"""Speaks the facilitator's language to a console; the only place that knows its parts."""

from datetime import UTC

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tabletop.gui.console import ConsoleWindow
from tabletop.gui.console.rows.injects import InjectRow

_NAMED = {
    "Space": Qt.Key.Key_Space,
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Up": Qt.Key.Key_Up,
    "Left": Qt.Key.Key_Left,
    "Down": Qt.Key.Key_Down,
    "PgDown": Qt.Key.Key_PageDown,
    "Backspace": Qt.Key.Key_Backspace,
    "F1": Qt.Key.Key_F1,
    "F5": Qt.Key.Key_F5,
    "F6": Qt.Key.Key_F6,
    "F7": Qt.Key.Key_F7,
}
_WITH = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class ConsoleDriver:
    """One console in the hands of one facilitator, on the keyboard."""

    def __init__(self, qtbot, live, services, theme, clock, journal):
        self._qtbot = qtbot
        self._clock = clock
        self._parts = (live, services, theme)
        self.journal = journal
        self.opened_folders = []
        self.window = self._open()

    def _open(self):
        live, services, theme = self._parts
        window = ConsoleWindow(
            live, services, theme, zone=UTC, open_folder=self.opened_folders.append
        )
        self._qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        self._qtbot.waitActive(window, timeout=2000)
        return window

    # --- hands ---------------------------------------------------------------------------------

    def press(self, *keys):
        """Press keys one after the other: names, "Ctrl+Z", or signs that are typed."""
        for key in keys:
            *held, name = key.split("+") if len(key) > 1 else [key]
            modifiers = Qt.KeyboardModifier.NoModifier
            for modifier in held:
                modifiers |= _WITH[modifier]
            target = self._focus()
            if name in _NAMED:
                QTest.keyClick(target, _NAMED[name], modifiers)
            elif held:
                QTest.keyClick(target, Qt.Key(ord(name.upper())), modifiers)
            else:
                QTest.keyClicks(target, name)

    def type(self, text):
        """Type a text where the cursor is."""
        QTest.keyClicks(self._focus(), text)

    def _focus(self):
        return QApplication.focusWidget() or self.window

    def minutes_pass(self, minutes):
        """Let time pass, and the console's clock tick once."""
        self._clock.minutes_pass(minutes)
        self.window._on_tick()

    def log(self, text):
        """Write a line in the quick log."""
        self.press("/")
        self.type(text)
        self.press("Enter")

    def go_to_board(self):
        """Tab from the list of injects into the board."""
        self.press("Esc")
        self.window.left.list.setFocus()
        self.press("Tab")

    def reopen(self):
        """Close the window and open another one on what was recorded."""
        from tabletop.live import LiveExercise

        live, services, theme = self._parts
        self.close()
        again = LiveExercise(_Stored(live, self.journal), self._clock)
        self._parts = (again, services, theme)
        self.window = self._open()

    def close(self):
        """Close the window."""
        self.window.close()

    # --- eyes ----------------------------------------------------------------------------------

    @property
    def state(self):
        return self.window.bridge.state

    @property
    def status(self):
        return self.window.clock_bar.row.word

    @property
    def standby(self):
        return self.window.left.standby.row.inject_id

    @property
    def room(self):
        return self.window.room.view

    @property
    def room_shows(self):
        return self.window.clock_bar.row.room

    @property
    def middle(self):
        return self.window.inject.view.inject_id

    @property
    def lines(self):
        """The list of injects as "status id"."""
        model = self.window.left.list.injects
        rows = [model.row(n) for n in range(model.rowCount())]
        return [f"{r.status} {r.inject_id}" for r in rows if isinstance(r, InjectRow)]

    @property
    def decision(self):
        rows = self.window.board.rows
        return rows.decision_id if rows else None

    @property
    def decision_state(self):
        return " ".join(piece.text for piece in self.window.board.rows.state)

    @property
    def seats(self):
        """The seats as {code: position stance}."""
        return {
            row.role: " ".join([*(c.label for c in row.chips), row.stance_word]).strip()
            for row in self.window.board.rows.seats
        }

    @property
    def ring(self):
        return self.window.board.cursor_seat

    @property
    def said_under_board(self):
        return self.window.board.hint.text()

    @property
    def silence(self):
        return self.window.board.silence.row

    @property
    def question(self):
        asked = self.window.strip.question
        return asked.headline if asked else ""

    @property
    def answer_field(self):
        return next(iter(self.window.strip.fields.values())).text()

    @property
    def trouble(self):
        shown = self.window.trouble.trouble
        return f"{shown.happened} {shown.safe}" if shown else ""

    @property
    def saved(self):
        return self.window.saved.words

    @property
    def log_field(self):
        return self.window.log.text

    @property
    def log_reading(self):
        return self.window.log.reading.text()

    @property
    def inject_log(self):
        return [row.text for row in self.window.inject.area.log.lines.rows]

    @property
    def report(self):
        return self.window.report_strip.text


class _Stored:
    """What is kept of an exercise that was open before."""

    def __init__(self, live, journal):
        self.journal = journal
        self.package = live.package
        self.participants = tuple(live.participants.values())
