"""Tells keys that are typed from commands: what an open question keeps for itself."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from tabletop.gui.actions import ACTIONS


def is_go(event: QKeyEvent) -> bool:
    """Return whether a key is GO on the desk: Space, or what a presenter's clicker sends."""
    return event.key() in (Qt.Key.Key_Space, Qt.Key.Key_PageDown) and not event.modifiers()


def is_typed(event: QKeyEvent) -> bool:
    """Return whether a key writes a sign, so that it belongs to a text."""
    writes = bool(event.text()) and event.text().isprintable()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    return (
        writes
        and not event.modifiers() & held
        and event.modifiers() != Qt.KeyboardModifier.AltModifier
    )


def is_of_the_desk(event: QKeyEvent) -> bool:
    """Return whether a key is a command only where no text is typed."""
    return is_typed(event) or QKeySequence(event.keyCombination()).toString() in _desk_keys()


@cache
def _desk_keys() -> frozenset[str]:
    keys = (key for one in ACTIONS for key, scope in one.keys if scope != "anywhere")
    return frozenset(QKeySequence(key).toString() for key in keys)
