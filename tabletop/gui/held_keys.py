"""A key that is held down acts once: what was asked for with one press is not done again and again.

A clicker whose button sticks would publish one inject after the other, and Enter held a moment too
long would answer the question that it opened. Only what goes on by nature goes on while a key is
held: the arrows, taking back what was typed, and typing itself. Actions say so in their table.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QEvent, QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_GOES_ON = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
    }
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Press = TypeVar("Press", bound=Callable[..., None])


def is_held(event: QKeyEvent) -> bool:
    """Return whether a key is merely held down, and must not act once more."""
    return event.isAutoRepeat() and event.key() not in _GOES_ON


def once_a_press(press: Press) -> Press:
    """Let a widget's ``keyPressEvent`` see each press once; what is held goes to nobody else."""

    @functools.wraps(press)
    def pressed(widget: Any, event: QKeyEvent) -> None:
        if not is_held(event):
            press(widget, event)

    pressed.takes_held_keys = False  # type: ignore[attr-defined] # read where all widgets are told
    return cast("Press", pressed)


class HeldKeys(QObject):
    """Keeps from a field, or a menu, what is held down: it types, but it hands nothing on.

    A key held since before the field had the keyboard types nothing either: it has opened the
    field, and would stand before the words that are typed next. In a long text Enter is typing.
    """

    def __init__(self, field: QWidget, *, is_long: bool = False) -> None:
        super().__init__(field)
        self._is_long = is_long
        self._is_from_before = True
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Show):
            self._is_from_before = True
        elif event.type() == QEvent.Type.KeyPress:
            return self._is_withheld(cast("QKeyEvent", event))
        return super().eventFilter(watched, event)

    def _is_withheld(self, event: QKeyEvent) -> bool:
        if not event.isAutoRepeat():
            self._is_from_before = False
            return False
        is_command = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        hands_on = event.key() == Qt.Key.Key_Escape or (
            event.key() in _ENTER and (is_command or not self._is_long)
        )
        return self._is_from_before or hands_on
