"""Speaks the facilitator's language to a console; the only place that knows its parts."""

from datetime import UTC

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tabletop.exercise.commands import BreakSilence, TakePosition
from tabletop.gui.console import ConsoleWindow
from tests.gui.console.eyes import Eyes
from tests.gui.holding import hold
from tests.pictures.console import leave

_NAMED = {
    "Space": Qt.Key.Key_Space,
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Up": Qt.Key.Key_Up,
    "Left": Qt.Key.Key_Left,
    "Down": Qt.Key.Key_Down,
    "Right": Qt.Key.Key_Right,
    "PgDown": Qt.Key.Key_PageDown,
    "Backspace": Qt.Key.Key_Backspace,
    "F1": Qt.Key.Key_F1,
    "F5": Qt.Key.Key_F5,
    "F6": Qt.Key.Key_F6,
    "F7": Qt.Key.Key_F7,
    "F8": Qt.Key.Key_F8,
    "F11": Qt.Key.Key_F11,
}
_WITH = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class ConsoleDriver(Eyes):
    """One console in the hands of one facilitator, on the keyboard."""

    def __init__(self, qtbot, live, services, theme, clock, journal):
        self._qtbot = qtbot
        self._clock = clock
        self._parts = (live, services, theme)
        self.journal = journal
        self.strokes = 0
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
        self._qtbot.waitUntil(window.isActiveWindow, timeout=2000)
        return window

    def press(self, *keys):
        """Press keys one after the other: names, "Ctrl+Z", or signs that are typed."""
        for key in keys:
            self.strokes += 1
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

    def hold(self, key):
        """Press a key and hold it down: each repeat goes to where the keyboard is by then."""
        hold(key, self._focus)

    def go_to_room(self):
        """Open the room's window and give it the keyboard, as a click on it does."""
        room = self.window.room.window
        room.show_in_frame()
        room.activateWindow()
        self._qtbot.waitUntil(room.isActiveWindow, timeout=2000)

    def double_click(self, part, place=None):
        """Click twice on a part, as people do who click everything twice."""
        window = part.window()
        at = part.mapTo(window, place or part.rect().center())
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseDClick(window.windowHandle(), left, none, at)

    def type(self, text):
        """Type a text where the cursor is, of several lines where the field takes them."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Enter")
            for sign in line:
                QTest.keyClicks(self._focus(), sign)

    def _focus(self):
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def minutes_pass(self, minutes):
        """Let time pass, and the console's clock tick once."""
        self._clock.minutes_pass(minutes)
        self.window._on_tick()

    def log(self, text):
        """Write a line in the quick log."""
        self.press("/")
        self.type(text)
        self.press("Enter")

    def answer(self, **given):
        """Fill the fields of the question in the strip, and press Enter in the last one."""
        fields = self.window.strip.fields
        for name, text in given.items():
            fields[name].setFocus()
            fields[name].selectAll()
            self.type(text) if text else fields[name].clear()
        self.press("Enter")

    def answer_fields(self, **given):
        """Fill fields of the question in the strip, and answer nothing yet."""
        for name, text in given.items():
            field = self.window.strip.fields[name]
            field.setFocus()
            field.selectAll()
            self.type(text)

    def write(self, text):
        """Put a text in place of the one in the panel, and record it."""
        self.press("Ctrl+a")
        self.type(text)
        self.press("Ctrl+Enter")

    def choose(self, words):
        """Carry out what the palette finds first for some words."""
        self.press("Ctrl+K")
        self.type(words)
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

    def leave(self):
        """Close the window, whatever is typed in it or waits."""
        leave(self.window)

    def close_decision(self):
        """Close the decision on the board, and once more where the console asks about it."""
        self.press("Ctrl+Enter")
        if self.question:
            self.press("Ctrl+Enter")

    def decide_what_is_open(self, place):
        """Take and close every decision on the board; seats take the option of a place."""
        taken = []
        while self.window.board.rows is not None and self.window.board.rows.is_open:
            rows = self.window.board.rows
            getattr(self, f"_decide_{rows.kind}", self._decide_by_options)(rows, place)
            self.close_decision()
            assert not self.window.board.rows.is_open or self.decision != rows.decision_id, (
                rows.decision_id,
                self.trouble,
                self.question,
            )
            taken.append(rows.decision_id)
        self.press("Esc")
        return taken

    def _decide_by_options(self, rows, place):
        keys = [bar.key for bar in rows.bars]
        key = keys[min(place, len(keys) - 1)]
        self.go_to_board()
        self.press("*", key)
        if rows.round == "first":
            self.press("Ctrl+Shift+F", "=", "*", key)
        if rows.kind == "consensus":
            self.press("Ctrl+Shift+P", "Enter")

    def _decide_authority(self, rows, place):
        keys = [bar.key for bar in rows.bars]
        key = keys[min(place, len(keys) - 1)]
        self.go_to_board()
        self.press("*", key)
        for role in rows.deciding:
            self.press(role, key)

    def _decide_silence(self, rows, place):
        keys = [bar.key for bar in rows.bars]
        self.press("Ctrl+Shift+U")
        self.answer(option=keys[min(place, len(keys) - 1)], minutes="2")
        self.minutes_pass(2)

    def _decide_ranking(self, rows, _place):
        self.go_to_board()
        order = "".join(bar.key for bar in rows.bars)
        for _ in rows.seats:
            self.press(*order)

    def send_position(self, decision, role, option):
        """Record a position as it would come from somewhere else than the board."""
        self.window.bridge.send(TakePosition(decision, role, option))

    def send_break(self, decision, role, text):
        """Record a break of silence as it would come from somewhere else than the board."""
        self.window.bridge.send(BreakSilence(decision, role, text))


class _Stored:
    """What is kept of an exercise that was open before."""

    def __init__(self, live, journal):
        self.journal = journal
        self.package = live.package
        self.participants = tuple(live.participants.values())
