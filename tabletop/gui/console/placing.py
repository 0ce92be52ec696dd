"""Puts bars and the text panel over the columns.

The first bar covers the first line of each column and nothing else; for further ones the columns
give way, so that no bar hides what stands below a heading.
"""

from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from tabletop.gui.console.measures import Measures
from tabletop.gui.theme.theme import Theme


class Bars:
    """The bars of a window, the most pressing first, from one height downwards."""

    def __init__(self, theme: Theme, columns: QBoxLayout, bars: tuple[QFrame, ...]) -> None:
        self._theme = theme
        self._columns = columns
        self._bars = bars

    def place(self, top: int, width: int) -> None:
        """Give each bar in sight its place."""
        height = Measures(self._theme).strip
        shown = [bar for bar in self._bars if not bar.isHidden()]
        for number, bar in enumerate(shown):
            bar.setGeometry(0, top + number * height, width, height)
            bar.raise_()
        self._columns.setContentsMargins(0, max(len(shown) - 1, 0) * height, 0, 0)


def place_panel(panel: QWidget, theme: Theme, left: int, middle: int, top: int, below: int) -> None:
    """Put the text panel over the middle column, wider where its buttons need it."""
    width = max(middle - 16, panel.sizeHint().width())
    strip = Measures(theme).strip
    place = left + (middle - width) // 2
    panel.setGeometry(place, top + strip, width, below - top - strip - 8)
