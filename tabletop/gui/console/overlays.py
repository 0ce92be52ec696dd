"""What is opened over the desk: strip, text panel, palette, keys. Each gives the hand back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tabletop.gui.console.desk import Desk
from tabletop.gui.console.key_help import KeyHelp
from tabletop.gui.console.palette import CommandPalette
from tabletop.gui.console.strips import QuestionStrip
from tabletop.gui.console.text_panel import TextPanel
from tabletop.gui.console.whereabouts import Whereabouts
from tabletop.gui.theme.theme import Theme


class Overlays(QObject):
    """Makes them on the desk, opens those that no hand asks with, and leads the hand back.

    ``moved`` tells that the strip or the panel has come or gone.
    """

    moved = Signal()

    def __init__(
        self, theme: Theme, ground: QWidget, desk: Desk, where: Whereabouts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._where = desk, where
        self.strip = QuestionStrip(theme, ground)
        self.panel = TextPanel(theme, ground)
        self.palette = CommandPalette(theme, ground)
        self.help = KeyHelp(theme, ground)
        self.palette.closed.connect(where.go_back)
        self.help.closed.connect(where.go_back)
        self.strip.opening.connect(where.remember)
        self.strip.opened.connect(self.moved)
        self.strip.closed.connect(self.moved)
        self.strip.closed.connect(where.go_back)
        self.panel.opened.connect(self.moved)
        self.panel.closed.connect(where.go_home)

    @property
    def is_asking(self) -> bool:
        """Whether something waits for an answer."""
        return self.strip.question is not None or bool(self.panel.headline)

    def find(self) -> None:
        """Open the palette."""
        self._where.remember()
        self.palette.open(self._desk.situation())

    def show_keys(self, below: int, above: int) -> None:
        """Show the keys between two heights of the window, or put them away."""
        if self.help.isVisible():
            self.help.dismiss()
        else:
            self._where.remember()
            self.help.open(self._desk.situation(), below, above)
