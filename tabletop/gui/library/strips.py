"""Strips under the bar: trouble, questions, work under way. They push the page down, never a list.

Each says in one line what happened, what is safe and what to do, and stays until that is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from tabletop.gui.library import painting
from tabletop.gui.library.buttons import PaintedButton
from tabletop.gui.theme.theme import set_role
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from tabletop.gui.theme.theme import Theme

StripKind = Literal["danger", "warning", "success", "question"]
_ICONS = {"danger": "warning", "warning": "warning", "success": "check", "question": "file"}
_TINTS = {
    "danger": ("danger_tint", "danger"),
    "warning": ("warning_tint", "warning"),
    "success": ("success_tint", "success"),
    "question": ("accent_tint", "accent"),
}
_LEAST = 44


class Strip(QWidget):
    """One line with what there is to do about it."""

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: StripKind,
        lead: str,
        words: str,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"strip-{kind}")
        self._theme = theme
        self._kind = kind
        self._icon = icon or _ICONS[kind]
        self._lead, self._words = QLabel(lead), QLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(46, 5, 12, 5)
        self._row.setSpacing(10)
        for label, role in ((self._lead, TextRole.STRONG), (self._words, TextRole.TEXT)):
            # Words from files and other programs are shown as they are, never as rich text.
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, role)
            self._row.addWidget(label)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(_LEAST)
        self.say(words)
        theme.changed.connect(self.update)

    @property
    def words(self) -> str:
        """All that is said."""
        return f"{self._lead.text()} {self._words.text()}".strip()

    def say(self, words: str) -> None:
        """Say something else after the lead."""
        self._words.setText(words)
        self.setAccessibleName(self.words)

    def add(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._row.addWidget(widget)

    def offer(self, words: str, *, key: str = "") -> PaintedButton:
        """Add the button that does something about it."""
        kind = "primary" if self._kind == "question" else "outlined"
        button = PaintedButton(self._theme, words, kind, key=key)  # type: ignore[arg-type] # both are kinds
        button.setObjectName("act")
        button.clicked.connect(self.acted)
        self.add(button)
        return button

    def offer_to_dismiss(self, words: str = "", *, key: str = "") -> None:
        """Add the button that lets things be as they are."""
        icon = "" if words else "cross"
        button = PaintedButton(self._theme, words, "flat", icon=icon, key=key)
        button.setObjectName("dismiss")
        button.setAccessibleName(words or self.tr("Dismiss"))
        button.clicked.connect(self.dismissed)
        self.add(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        tint, ink = (getattr(tokens, role) for role in _TINTS[self._kind])
        rect = QRectF(self.rect())
        painter.fillRect(rect, QColor(tint))
        if tokens.is_high_contrast:
            painting.box(painter, rect, fill=None, edge=QColor(ink), radius=0, width=2)
        painter.fillRect(QRectF(0, 0, 3, self.height()), QColor(ink))
        picture = self._theme.icons.pixmap(self._icon, 16, ink, self.devicePixelRatioF())
        painter.drawPixmap(18, round(self.height() / 2 - 8), picture)
        painter.end()


class ProgressStrip(Strip):
    """Work under way: what it is, how far, and a way to stop it."""

    def __init__(self, theme: Theme, lead: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "question", lead, words, parent=parent)
        self._bar = QProgressBar()
        self._bar.setObjectName("progress")
        self._bar.setAccessibleName(lead)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(240)
        self.add(self._bar)
        self.offer_to_dismiss(self.tr("Cancel"), key=self.tr("Esc"))

    def step(self, words: str, share: float) -> None:
        """Show how far the work is."""
        self.say(words)
        self._bar.setValue(round(100 * share))

    @property
    def share(self) -> float:
        """How much is done."""
        return self._bar.value() / 100


class FormatStrip(Strip):
    """Asks in which formats a report is wanted; Enter writes it."""

    def __init__(
        self,
        theme: Theme,
        lead: str,
        formats: Iterable[tuple[str, str]],
        chosen: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "question", lead, "", parent=parent)
        ticked = set(chosen)
        self._boxes: dict[str, QCheckBox] = {}
        for name, title in formats:
            box = QCheckBox(title)
            box.setObjectName(f"format-{name}")
            box.setChecked(name in ticked)
            box.toggled.connect(self._on_toggled)
            self._boxes[name] = box
            self.add(box)
        self._write = self.offer(self.tr("Write report"), key=self.tr("Enter"))
        self.offer_to_dismiss(self.tr("Not now"), key=self.tr("Esc"))
        self._on_toggled()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The formats ticked."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def take_focus(self) -> None:
        """Give the keyboard to the button that writes."""
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self) -> None:
        self._write.setEnabled(bool(self.chosen))
