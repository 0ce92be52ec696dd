"""The hairlines between parts: decoration, never the only edge of a control."""

from PySide6.QtWidgets import QFrame

from tabletop.gui.theme.theme import set_kind


def level() -> QFrame:
    """Return a line from left to right."""
    line = QFrame()
    line.setFixedHeight(1)
    set_kind(line, "hairline")
    return line


def upright() -> QFrame:
    """Return a line from top to bottom."""
    line = QFrame()
    line.setFixedWidth(1)
    set_kind(line, "upright")
    return line
