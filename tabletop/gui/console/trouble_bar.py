"""The trouble bar: what happened, what is safe and what to do, in one place of the window."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from tabletop.gui.console.buttons import KeyButton
from tabletop.gui.console.labels import TwoLines
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happened, what is safe, and what to do, as the buttons' words (empty: none)."""

    happened: str
    safe: str
    remedy: str = ""
    tone: str = "danger"
    icon: str = "warning"
    give_up: str = ""


class TroubleBar(QFrame):
    """Stays until the trouble is solved or put away."""

    remedy_clicked = Signal()
    give_up_clicked = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trouble")
        self._theme = theme
        self._trouble: Trouble | None = None
        self._sign = QLabel()
        self._happened = QLabel()
        set_role(self._happened, TextRole.STRONG)
        self._happened.setTextFormat(Qt.TextFormat.PlainText)
        self._safe = TwoLines(theme, TextRole.TEXT, "trouble-safe")
        self.remedy = KeyButton(theme, "trouble-remedy")
        self.give_up = KeyButton(theme, "trouble-give-up")
        self.away = KeyButton(theme, "trouble-away", kind="flat")
        self.away.show_words(self.tr("Put away"), self.tr("Esc"))
        self.remedy.clicked.connect(self.remedy_clicked)
        self.give_up.clicked.connect(self.give_up_clicked)
        self.away.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(13, 3, 16, 3)
        layout.setSpacing(10)
        layout.addWidget(self._sign)
        layout.addWidget(self._happened)
        layout.addWidget(self._safe, 1)
        layout.addWidget(self.remedy)
        layout.addWidget(self.give_up)
        layout.addWidget(self.away)
        self.hide()

    @property
    def trouble(self) -> Trouble | None:
        """What is shown."""
        return self._trouble

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._trouble is None or not self._theme.tokens.is_high_contrast:
            return
        # Tints are black there, so an alarm is a border in its colour.
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.colour(self._trouble.tone), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do."""
        self._trouble = trouble
        set_kind(self, trouble.tone)
        self._theme.set_icon(self._sign, trouble.icon, role=trouble.tone, size=20)
        self._happened.setText(trouble.happened)
        self._safe.setText(trouble.safe)
        self.remedy.setVisible(bool(trouble.remedy))
        self.give_up.setVisible(bool(trouble.give_up))
        if trouble.remedy:
            self.remedy.show_words(trouble.remedy)
        if trouble.give_up:
            self.give_up.show_words(trouble.give_up)
        self.setAccessibleName(f"{trouble.happened} {trouble.safe}")
        self.show()
        self.raise_()
        self.opened.emit()

    def dismiss(self) -> None:
        """Put the bar away."""
        if self._trouble is None:
            return
        self._trouble = None
        self.hide()
        self.closed.emit()
