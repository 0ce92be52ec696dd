"""Heights and widths of the console's parts, at the present text scale and width of window."""

from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

WIDE_FROM = 1600
SHORT_BELOW = 700
MARGIN = 16
_AIR = 6
# Large type must not push the middle column out of a laptop's screen.
_MOST_LEFT, _MOST_BOARD = 0.25, 0.43


class Measures:
    """Asks the theme each time, so that a change of scale needs no telling.

    Rows are as high as their type and a fixed space around it: large type costs no more height
    than it must.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    @property
    def is_wide(self) -> bool:
        """Whether the window has the room of 1600 pixels and more."""
        return self._theme.typography.wide

    def scaled(self, pixels: float) -> int:
        """Return a length that grows with the type."""
        return round(pixels * self._theme.typography.scale)

    def _around(self, role: TextRole, narrow: int, wide: int) -> int:
        return self._theme.line(role) + (wide if self.is_wide else narrow)

    @property
    def strip(self) -> int:
        """The height of a strip."""
        return self.field + 6

    @property
    def head(self) -> int:
        """The height of the first line of each column: a strip covers it, and leaves some air."""
        return self.strip + _AIR

    @property
    def field(self) -> int:
        """The height of a field and of a button."""
        return self.scaled(32)

    @property
    def list_row(self) -> int:
        """The height of an inject's row."""
        return self._around(TextRole.TEXT, 10, 12)

    @property
    def heading_row(self) -> int:
        """The height of a phase's heading."""
        return self._around(TextRole.HEAD, 10, 10)

    @property
    def seat_row(self) -> int:
        """The height of a seat's row."""
        return self._around(TextRole.TEXT, 9, 18)

    @property
    def option_row(self) -> int:
        """The height of an option's row."""
        return self._around(TextRole.TEXT, 5, 12)

    @property
    def chip(self) -> tuple[int, int]:
        """The width and height of a position's chip."""
        return self.scaled(24), self._theme.line(TextRole.TEXT)

    @property
    def clock_bar(self) -> int:
        """The height of the clock bar."""
        return self._theme.line(TextRole.HEAD) + self._theme.line(TextRole.CLOCK) + 16

    @property
    def bottom_bar(self) -> int:
        """The height of the bottom bar."""
        return self.log + 14

    @property
    def log(self) -> int:
        """The height of the quick log."""
        return self._around(TextRole.TEXT, 16, 14)

    def columns(self, width: int) -> tuple[int, int]:
        """Return the widths of the left column and of the board in a window."""
        left, board = (400, 720) if self.is_wide else (328, 568)
        return (
            min(self.scaled(left), round(width * _MOST_LEFT)),
            min(self.scaled(board), round(width * _MOST_BOARD)),
        )

    def is_short(self, height: int) -> bool:
        """Whether a window is too low for the contingency shelf."""
        return height < self.scaled(SHORT_BELOW)
