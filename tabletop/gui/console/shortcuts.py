"""Binds the keys of the action table to a window; the focus tells what a key may do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tabletop.gui.actions import ACTIONS
from tabletop.gui.console.strips import QuestionStrip


class Shortcuts(QObject):
    """One QShortcut a key.

    Fields of text and the board claim their keys before a shortcut sees them (ShortcutOverride),
    so a letter is a command nowhere else than on the desk.
    """

    def __init__(
        self, window: QWidget, perform: Callable[[str], None], strip: QuestionStrip
    ) -> None:
        super().__init__(window)
        self._strip = strip
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

    def on_key_from_elsewhere(self, pressed: QKeySequence) -> None:
        """Carry out a key that was pressed in the room's window, as a presenter's clicker does.

        A question that is open at the desk is not passed over.
        """
        if self._strip.question is not None:
            self._strip.key_held.emit(True)  # noqa: FBT003 (a signal takes no names)
            return
        for one in ACTIONS:
            if any(QKeySequence(key) == pressed for key, _ in one.keys):
                self._perform(one.id)
                return
