"""The first line of a column: all three are as high, so that a strip covers them whole."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tabletop.gui.console.measures import Measures
from tabletop.gui.theme.theme import Theme

_ABOVE, _BELOW = 6, 6


class HeadLine(QWidget):
    """A row of small parts.

    ``above`` is what the column leaves free over it, ``inset`` what the row leaves at its sides.
    """

    def __init__(
        self, theme: Theme, *, above: int = 0, inset: tuple[int, int] = (0, 0), spacing: int = 8
    ) -> None:
        super().__init__()
        self._theme = theme
        self._above = above
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(inset[0], _ABOVE - above, inset[1], _BELOW)
        self.row.setSpacing(spacing)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(Measures(self._theme).head - self._above)
