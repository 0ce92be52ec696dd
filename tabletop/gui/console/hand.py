"""What the hands at the desk have in common: each carries out one kind of thing."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from tabletop.exercise.events import Round
from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.console.desk import Desk
from tabletop.gui.console.strips import QuestionStrip
from tabletop.scenario.model import Decision


@dataclass(frozen=True, slots=True)
class Tools:
    """What every hand works with."""

    bridge: ExerciseBridge
    desk: Desk
    strip: QuestionStrip


class Hand(QObject):
    """Sends commands, asks in the strip where words are wanted, and says why something cannot be.

    ``objected`` carries a sentence about what was typed; what the exercise refuses is told by the
    bridge.
    """

    objected = Signal(str)

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = tools.bridge
        self._desk = tools.desk
        self._strip = tools.strip

    @property
    def _decision(self) -> Decision | None:
        """The decision on the board."""
        return self._desk.situation().decision

    @property
    def _round(self) -> Round:
        """The round that the board takes positions of."""
        return "final" if self._desk.situation().takes_final else "first"
