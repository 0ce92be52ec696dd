"""No widget acts on a key that is merely held: told of all of them, so that none is forgotten."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

import tabletop.gui
from tabletop.gui.held_keys import HeldKeys, is_held
from tests.gui.holding import hold


def widget_classes():
    """Return every class of widgets that the windows are made of."""
    for module in pkgutil.walk_packages(tabletop.gui.__path__, "tabletop.gui."):
        importlib.import_module(module.name)
    found, waiting = set(), [QWidget]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        waiting += [one for one in subclasses if one not in found]
        found.update(subclasses)
    return [one for one in found if one.__module__.startswith("tabletop.gui")]


def test_every_widget_sees_each_press_once_or_is_a_field():
    taking = [one for one in widget_classes() if "keyPressEvent" in vars(one)]
    assert len(taking) > 15

    fields = {one for one in taking if issubclass(one, QLineEdit | QPlainTextEdit)}
    guarded = {one for one in taking if hasattr(vars(one)["keyPressEvent"], "takes_held_keys")}
    assert set(taking) == fields | guarded
    assert {one.__name__ for one in fields} == {"LogField", "LongField", "SearchField"}


@pytest.mark.parametrize("key", ["Up", "Down", "Left", "Right", "Backspace", "Delete"])
def test_arrows_and_taking_back_go_on(key):
    code = getattr(Qt.Key, f"Key_{key}")
    plain = Qt.KeyboardModifier.NoModifier
    assert not is_held(QKeyEvent(QEvent.Type.KeyPress, code, plain, "", True, 1))


def test_what_is_held_from_before_types_nothing_into_a_field(qtbot):
    field = QLineEdit()
    HeldKeys(field)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    code, plain = Qt.Key.Key_I.value, Qt.KeyboardModifier.NoModifier
    QTest.simulateEvent(field, True, code, plain, "i", True, -1)
    assert field.text() == ""

    hold("i", lambda: field)
    assert field.text() == "iiii"


@pytest.mark.parametrize("key", ["Enter", "Esc"])
def test_a_field_hands_on_what_is_held_once(qtbot, key):
    window = Heard()
    qtbot.addWidget(window)
    HeldKeys(window.field)
    window.show()
    window.field.setFocus()
    hold(key, lambda: window.field)

    assert len(window.heard) == 1


class Heard(QWidget):
    """A window that hears what its field hands on."""

    def __init__(self):
        super().__init__()
        self.field = QLineEdit(self)
        self.heard = []

    def keyPressEvent(self, event):
        self.heard.append(event.key())
