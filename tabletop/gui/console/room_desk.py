"""What the room sees: its window, and the hand that puts things before it."""

from dataclasses import replace

from PySide6.QtCore import QKeyCombination, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QScreen
from PySide6.QtWidgets import QWidget

from tabletop.exercise.commands import ReleaseInject
from tabletop.exercise.deciding import decide
from tabletop.exercise.folding import apply
from tabletop.exercise.journal import Entry
from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.console.desk import Desk
from tabletop.gui.console.monitors import Monitors
from tabletop.gui.console.rows.clocks import page_words, room_words
from tabletop.gui.room.rows import RoomView
from tabletop.gui.room.showing import Showing, ShownKind
from tabletop.gui.room.view import room_view
from tabletop.gui.room.window import RoomWindow
from tabletop.gui.situation import Situation


class RoomDesk(QObject):
    """Owns the audience window, which gets nothing but a ``RoomView``."""

    view_changed = Signal(object)
    key_pressed = Signal(object)

    def __init__(
        self, bridge: ExerciseBridge, desk: Desk, window: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desk = desk
        self._console = window
        self._view: RoomView | None = None
        self._previewed: tuple[int, str | None] = (-1, None)
        self.window = RoomWindow()
        self.window.key_pressed.connect(self._on_key_pressed)
        self.window.seen.connect(self._on_seen)

    @property
    def view(self) -> RoomView:
        """What the room sees."""
        return self._view or self._made(self._desk.situation())

    def refresh(self, situation: Situation) -> None:
        """Show the room what it may see at this moment."""
        view = self._made(situation)
        if view != self._view:
            self._view = view
            self.window.show_view(view)
            self.view_changed.emit(view)
        # Laying a page out takes its time: where nobody sees it, nobody need know how long it is.
        self._desk.show_sheets(self.window.sheet_count if situation.has_room else 1)

    def show_on(self, monitors: Monitors, situation: Situation) -> None:
        """Show what the room sees, and beside it what it would see after GO."""
        # The page may have been laid out, and its sheets counted, since the situation was made.
        page = page_words(self._desk.situation())
        shown = ", ".join(words for words in (room_words(situation), page) if words)
        monitors.show_room(shown, self.view, is_open=situation.has_room)
        previewed = (situation.state.head, situation.standby)
        if previewed != self._previewed:
            self._previewed = previewed
            monitors.show_standby(situation.standby, self.standby_view(situation))

    def standby_view(self, situation: Situation) -> RoomView | None:
        """Return what the room would see after GO: the release is played on a copy of the state.

        None where the room keeps what it sees: nothing waits, or what waits is private.
        """
        standby, state = situation.standby, situation.state
        if standby is None or state.inject(standby).is_private:
            return None
        now = situation.now
        for step, event in enumerate(decide(state, ReleaseInject(standby), now)):
            entry = Entry("", state.head + 1, now, "", step, "", event)
            state = apply(state, entry)
        showing = Showing().of("inject", standby)
        return room_view(self._bridge.live.package, state, showing, now.astimezone(situation.zone))

    def open_on_second_screen(self) -> bool:
        """Fill the second screen when there is one; return whether there is."""
        screen = self._second_screen()
        if screen is None:
            return False
        self.window.show_on(screen)
        self._console.activateWindow()
        return True

    def toggle_window(self) -> None:
        """Open the room's window, on the second screen if possible; or close it."""
        if self.window.isVisible():
            self.window.close()
        elif not self.open_on_second_screen():
            self.window.show_in_frame()

    def blank(self) -> None:
        """Take everything but the marking off the room's screen, or show it again."""
        showing = self._desk.showing
        self._desk.show(replace(showing, blank=not showing.blank))

    def freeze(self) -> None:
        """Let the room's page stay as it is, or follow again."""
        showing = self._desk.showing
        frozen = showing.thawed() if showing.held is not None else showing.frozen(self.view)
        self._desk.show(frozen)

    def show_inject(self) -> None:
        """Show the inject that was released last."""
        room = self._desk.situation().in_room
        if room is not None:
            self._desk.show(self._desk.showing.of("inject", room))

    def show_decision(self) -> None:
        """Show the decision on the board as it stands; once it is closed, its result."""
        situation = self._desk.situation()
        decision = situation.decision
        if decision is None:
            return
        is_closed = situation.state.decision_run(decision.id).outcome is not None
        kind: ShownKind = "result" if is_closed else "decision"
        self._desk.show(self._desk.showing.of(kind, decision.id))

    def show_holding(self) -> None:
        """Show the holding page."""
        self._desk.show(self._desk.showing.of("holding"))

    def next_page(self) -> None:
        """Turn to the next sheet of a page that is longer than one; after the last the first."""
        showing = self._desk.showing
        count = max(self.window.sheet_count, 1)
        self._desk.show(replace(showing, sheet=min(showing.sheet, count) % count + 1))

    def close(self) -> None:
        """Close the room's window with the console."""
        self.window.close()
        self.window.deleteLater()

    def _on_seen(self) -> None:
        self._desk.show_room(is_open=self.window.isVisible())

    def _made(self, situation: Situation) -> RoomView:
        live = self._bridge.live
        local = situation.now.astimezone(situation.zone)
        return room_view(live.package, situation.state, situation.showing, local)

    def _second_screen(self) -> QScreen | None:
        own = self._console.screen()
        return next((s for s in QGuiApplication.screens() if s is not own), None)

    def _on_key_pressed(self, event: QKeyEvent | QKeyCombination) -> None:
        # Through a signal of objects PySide hands a key event on as its combination of keys.
        pressed = event.keyCombination() if isinstance(event, QKeyEvent) else event
        self.key_pressed.emit(QKeySequence(pressed))
