"""Heights and widths of the console's parts, at the present text scale and width of window."""

from tabletop.gui.theme.theme import Theme

WIDE_FROM = 1600
SHORT_BELOW = 700
MARGIN = 16


class Measures:
    """Asks the theme each time, so that a change of scale needs no telling."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    @property
    def is_wide(self) -> bool:
        """Whether the window has the room of 1600 pixels and more."""
        return self._theme.typography.wide

    def _pixels(self, narrow: int, wide: int) -> int:
        return round((wide if self.is_wide else narrow) * self._theme.typography.scale)

    @property
    def list_row(self) -> int:
        """The height of an inject's row."""
        return self._pixels(28, 32)

    @property
    def heading_row(self) -> int:
        """The height of a phase's heading."""
        return self._pixels(26, 26)

    @property
    def seat_row(self) -> int:
        """The height of a seat's row."""
        return self._pixels(27, 38)

    @property
    def option_row(self) -> int:
        """The height of an option's row."""
        return self._pixels(23, 32)

    @property
    def left_column(self) -> int:
        """The width of the column of injects."""
        return self._pixels(328, 400)

    @property
    def board_column(self) -> int:
        """The width of the decision board."""
        return self._pixels(568, 720)

    @property
    def clock_bar(self) -> int:
        """The height of the clock bar."""
        return self._pixels(56, 56)

    @property
    def bottom_bar(self) -> int:
        """The height of the bottom bar."""
        return self._pixels(48, 48)
