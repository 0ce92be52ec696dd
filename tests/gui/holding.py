"""Holds keys down as a keyboard does: one press, then repeats of it until the release."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

_TEXTS = {"Space": " ", "Enter": "\r"}


def hold(key, focus, repeats=3):
    """Hold a key by its name; shortcuts are tried first, then the widget that has the focus.

    ``focus`` is asked for each repeat: what the press has opened gets those that follow.
    """
    told = QKeySequence(key.replace("Enter", "Return"))[0]
    text = _TEXTS.get(key, key if len(key) == 1 else "")
    code, modifiers = told.key().value, told.keyboardModifiers()
    for number in range(repeats + 1):
        QTest.simulateEvent(focus(), True, code, modifiers, text, number > 0, -1)
    QTest.simulateEvent(focus(), False, code, modifiers, text, False, -1)
