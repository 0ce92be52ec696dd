"""Binds the keys of the action table to a window; the focus tells what a key may do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tabletop.gui.action import Action, shown_key
from tabletop.gui.actions import ACTIONS
from tabletop.gui.console.overlays import Overlays


class Shortcuts(QObject):
    """One QShortcut a key.

    Fields of text and the board claim their keys before a shortcut sees them (ShortcutOverride),
    so a letter is a command nowhere else than on the desk. ``desk_wanted`` says why a key of the
    room's window did nothing there; empty where what waits at the desk says it itself.
    """

    desk_wanted = Signal(str)

    def __init__(self, window: QWidget, perform: Callable[[str], None], overlays: Overlays) -> None:
        super().__init__(window)
        self._overlays = overlays
        self._perform = perform
        self._ids: dict[str, str] = {}
        for one in ACTIONS:
            for key, _ in one.keys:
                shortcut = QShortcut(QKeySequence(key), window)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.setAutoRepeat(one.repeats)
                shortcut.setObjectName(f"key-{key}")
                shortcut.activated.connect(self._on_activated)
                shortcut.activatedAmbiguously.connect(self._on_activated)
                self._ids[shortcut.objectName()] = one.id

    def _on_activated(self) -> None:
        sender = self.sender()
        if isinstance(sender, QShortcut):
            self._perform(self._ids[sender.objectName()])

    def on_key_from_room(self, pressed: QKeySequence) -> None:
        """Carry out a key that was pressed in the room's window, as a presenter's clicker does.

        What is asked at the desk is not passed over: it may be the text of what GO would release.
        Words typed there for the log do nothing but lead the hand to the desk.
        """
        one = _meant(pressed)
        if self._overlays.is_asking:
            self._hold()
        elif one is not None and one.in_room:
            self._perform(one.id)
            self._follow_question()
        elif one is not None:
            words = self.tr("{} is no key of the room’s window; the console has the keys now.")
            self.desk_wanted.emit(words.format(shown_key(pressed.toString())))

    def _follow_question(self) -> None:
        """Lead to the desk where GO has been answered by a question: it can be answered there."""
        if self._overlays.is_asking:
            self.desk_wanted.emit("")

    def _hold(self) -> None:
        words = self.tr("The text at the desk comes first: Ctrl Enter records it, Esc leaves it.")
        is_long = bool(self._overlays.panel.headline)
        self.desk_wanted.emit(words if is_long else "")
        if not is_long:
            self._overlays.strip.key_held.emit(True)  # noqa: FBT003 (a signal takes no names)


def _meant(pressed: QKeySequence) -> Action | None:
    """Return the action that a key stands for on the desk."""
    keys = ((one, QKeySequence(key)) for one in ACTIONS for key, _ in one.keys)
    return next((one for one, key in keys if key == pressed), None)
