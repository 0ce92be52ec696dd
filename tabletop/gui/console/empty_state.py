"""What an empty part says: what belongs here, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole


class EmptyState(QWidget):
    """A centred column of 360 pixels."""

    def __init__(
        self, theme: Theme, icon: str, heading: str, line: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{heading}. {line}")
        sign = QLabel()
        theme.set_icon(sign, icon, role="muted", size=24)
        head, words = QLabel(heading), QLabel(line)
        set_role(head, TextRole.PANEL)
        set_role(words, TextRole.TEXT)
        set_kind(words, "muted")
        words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for label in (sign, head, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setFixedWidth(360)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
