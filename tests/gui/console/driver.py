"""Speaks the facilitator's language to a console; the only place that knows its parts."""

from datetime import UTC

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tabletop.exercise.commands import BreakSilence, TakePosition
from tabletop.gui.console import ConsoleWindow
from tabletop.gui.console.rows.injects import InjectRow
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


class ConsoleDriver:
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

    # --- hands ---------------------------------------------------------------------------------

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
    def go(self):
        """What the button says: the key it shows, and what it does."""
        button = self.window.left.standby.go
        return button._key, button.text()

    @property
    def consequence(self):
        return self.window.left.standby.row.consequence

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
    def round(self):
        return self.window.board.rows.round

    @property
    def due(self):
        """When the decision is due; None while no room is taken for it."""
        label = self.window.board.findChild(QLabel, "decision-timer")
        return None if label.isHidden() else label.text()

    @property
    def put(self):
        """What is put in the decision, in its own words; None while nothing is."""
        label = self.window.board.findChild(QLabel, "decision-put")
        return None if label.isHidden() else label.text()

    @property
    def board_buttons(self):
        buttons = self.window.board.buttons.findChildren(QPushButton)
        return [button.text() for button in buttons if not button.isHidden()]

    @property
    def silence(self):
        return self.window.board.silence.row

    @property
    def question(self):
        asked = self.window.strip.question
        return asked.headline if asked else ""

    @property
    def question_with_detail(self):
        asked = self.window.strip.question
        return f"{asked.headline} {asked.detail}".strip() if asked else ""

    @property
    def private_rows(self):
        """The private injects of the list, with whom they go to."""
        model = self.window.left.list.injects
        rows = [model.row(n) for n in range(model.rowCount())]
        private = [r for r in rows if isinstance(r, InjectRow) and r.private_to]
        return [f"{r.inject_id} {r.private_to}" for r in private]

    @property
    def answer_field(self):
        return next(iter(self.window.strip.fields.values())).text()

    @property
    def said_beside_question(self):
        """What the strip says between the headline and the fields."""
        return self.window.strip.findChild(QLabel, "question-detail").text()

    @property
    def said_in_panel(self):
        return self.window.text_panel._detail.text()

    @property
    def answer_texts(self):
        return {name: field.text() for name, field in self.window.strip.fields.items()}

    @property
    def captions(self):
        """The words that stand before fields of the question in the strip."""
        labels = self.window.strip.findChildren(QLabel, "question-caption")
        return [label.text() for label in labels if not label.isHidden()]

    @property
    def notice(self):
        """What is said of a silence that ended out of sight."""
        return self.window.silence_notice.text

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
        shown = (self.window.log.kind.kind, self.window.log.reading.text())
        return ", ".join(part for part in shown if part)

    @property
    def people(self):
        """Who sits where, by the names that are kept beside the record."""
        known = self.window.bridge.live.participants
        seats = self.state.seats.values()
        return {s.role: known[s.participant_id].name for s in seats if s.participant_id}

    @property
    def panel(self):
        return self.window.text_panel.headline

    @property
    def panel_text(self):
        return self.window.text_panel.field.toPlainText()

    @property
    def middle_heading(self):
        view = self.window.inject.view
        return f"{view.heading} {view.since}"

    @property
    def route(self):
        return self.window.inject.view.sender

    @property
    def more(self):
        """What is said of the text out of sight; empty when all of it is in sight."""
        label = self.window.inject.more
        return label.text() if not label.isHidden() else ""

    @property
    def papers(self):
        return [" ".join((r.text, r.right)).strip() for r in self._lines("papers")]

    @property
    def area_hint(self):
        """What is said above the tabs' pages of the keys that work there."""
        return self.window.inject.area.hint.text()

    def _lines(self, tab):
        return getattr(self.window.inject.area, tab).lines.rows

    @property
    def marked_log(self):
        """The lines of the log that carry a remark, as "remark: text"."""
        return [f"{row.right}: {row.text}" for row in self._lines("log") if row.right]

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
