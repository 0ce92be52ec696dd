"""What an empty part says: what belongs here, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tabletop.gui.console.measures import Measures
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole

_WIDTH = 360


class EmptyState(QWidget):
    """A centred column of 360 pixels, more where the type is larger."""

    def __init__(
        self, theme: Theme, icon: str, heading: str, line: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{heading}. {line}")
        self._theme = theme
        self._sign = QLabel()
        theme.set_icon(self._sign, icon, role="muted", size=32)
        self._head, self._words = QLabel(heading), QLabel(line)
        set_role(self._head, TextRole.PANEL)
        set_role(self._words, TextRole.TEXT)
        set_kind(self._words, "muted")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        for label in (self._sign, self._head, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._sign)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Give each text its height: centred, a label that wraps is not asked for it."""
        width = Measures(self._theme).scaled(_WIDTH)
        for label in (self._head, self._words):
            label.setFixedWidth(width)
            label.setFixedHeight(label.heightForWidth(width))
