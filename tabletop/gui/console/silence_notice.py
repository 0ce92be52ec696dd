"""Says that a silence has ended that nobody looks at, whatever the board and the room show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from tabletop.gui.actions import action
from tabletop.gui.console.buttons import KeyButton
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.rows.silence import EndedSilence, ended_silences
from tabletop.gui.situation import Situation
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole


class SilenceNotice(QFrame):
    """Tells of each ended silence once: until it is looked at, put away, or the decision closed."""

    opened = Signal()
    closed = Signal()
    go_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("silence-notice")
        set_kind(self, "warning")
        self._told: EndedSilence | None = None
        self._known: set[EndedSilence] = set()
        sign = QLabel()
        theme.set_icon(sign, "timer", role="warning", size=20)
        self._headline = QLabel()
        set_role(self._headline, TextRole.STRONG)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._detail = ElidedLabel(theme, TextRole.TEXT, "silence-notice-detail")
        self.go = KeyButton(theme, "silence-notice-go")
        self.away = KeyButton(theme, "silence-notice-away", kind="flat")
        self.away.show_words(self.tr("Put away"), self.tr("Esc"))
        self.go.clicked.connect(self.go_clicked)
        self.away.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(13, 3, 16, 3)
        layout.setSpacing(10)
        for part, stretch in ((sign, 0), (self._headline, 0), (self._detail, 1)):
            layout.addWidget(part, stretch)
        layout.addWidget(self.go)
        layout.addWidget(self.away)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty while nothing is."""
        return f"{self._headline.text()} {self._detail.text()}" if self._told else ""

    def look(self, situation: Situation) -> None:
        """Tell of a silence that has ended out of sight; forget what is seen or closed by now."""
        ended = ended_silences(situation)
        self._known |= {one for one in ended if one.is_in_sight}
        untold = [one for one in ended if one not in self._known]
        if untold and untold[0] == self._told:
            return
        if untold:
            self._tell(untold[0])
        elif self._told is not None:
            self._go_away()

    def dismiss(self) -> None:
        """Put it away; it is not told again."""
        if self._told is not None:
            self._known.add(self._told)
            self._go_away()

    def _tell(self, ended: EndedSilence) -> None:
        self._told = ended
        self._headline.setText(ended.headline)
        self._detail.setText(ended.detail)
        words = self.tr("Go to {}").format(ended.decision_id)
        self.go.show_words(words, action("ended_silence").key)
        self.setAccessibleName(self.text)
        self.show()
        self.raise_()
        self.opened.emit()

    def _go_away(self) -> None:
        self._told = None
        self.hide()
        self.closed.emit()
