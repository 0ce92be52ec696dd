"""Strips under the bar: trouble, questions, work under way. They push the page down, never a list.

Each says in one line what happened, what is safe and what to do, and stays until that is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tabletop.gui.held_keys import once_a_press
from tabletop.gui.library import painting
from tabletop.gui.library.buttons import PaintedButton
from tabletop.gui.theme.theme import set_role
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from tabletop.gui.theme.theme import Theme

StripKind = Literal["danger", "warning", "success", "question"]
_ICONS = {"danger": "warning", "warning": "warning", "success": "check", "question": "file"}
_TINTS = {
    "danger": ("danger_tint", "danger"),
    "warning": ("warning_tint", "warning"),
    "success": ("success_tint", "success"),
    "question": ("accent_tint", "accent"),
}
_LEAST, _RIGHT, _GAP = 44, 12, 10
_LEAD_LEAST = 140
# After the lead and the words.
_FORMATS_PLACE = 2


class Lead(QLabel):
    """What a strip is about, in bold; a long name gives way to what there is to do about it."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._theme.scaled(_LEAD_LEAST)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, ink = self._theme.font(TextRole.STRONG), QColor(self._theme.tokens.text)
        painting.text(painter, QRectF(self.rect()), self.text(), font, ink)
        painter.end()


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
        self._lead, self._words = Lead(theme, lead), QLabel()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        self._column.addLayout(self._row)
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
        self._fit()
        theme.changed.connect(self._fit)

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

    def offer_to_dismiss(self, words: str = "", *, key: str = "") -> PaintedButton:
        """Add the button that lets things be as they are."""
        icon = "" if words else "cross"
        button = PaintedButton(self._theme, words, "flat", icon=icon, key=key)
        button.setObjectName("dismiss")
        button.setAccessibleName(words or self.tr("Dismiss"))
        button.setToolTip(self.tr("Take this strip away (Esc)"))
        button.clicked.connect(self.dismissed)
        self.add(button)
        return button

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """Leave room for the sign, which grows with the text."""
        self._column.setContentsMargins(self._theme.scaled(16) + 30, 5, _RIGHT, 5)
        self.update()

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
        side = self._theme.scaled(16)
        picture = self._theme.icons.pixmap(self._icon, side, ink, self.devicePixelRatioF())
        painter.drawPixmap(18, round(self._lead.geometry().center().y() + 1 - side / 2), picture)
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
        self._bar.setMinimumWidth(80)
        self._bar.setMaximumWidth(240)
        self.add(self._bar)
        button = self.offer_to_dismiss(self.tr("Cancel"), key=self.tr("Esc"))
        button.setToolTip(self.tr("Stop; files already written stay (Esc)"))

    def step(self, words: str, share: float) -> None:
        """Show how far the work is."""
        self.say(words)
        self._bar.setValue(round(100 * share))

    @property
    def share(self) -> float:
        """How much is done."""
        return self._bar.value() / 100


class FormatStrip(Strip):
    """Asks in which formats a report is wanted; Enter writes it.

    The formats stand in the line, or under it where the line is too short for them.
    """

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
        self._is_folded = False
        self._formats = QWidget(self)
        beside = QHBoxLayout(self._formats)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(_GAP)
        self.add(self._formats)
        self._boxes: dict[str, QCheckBox] = {}
        for name, title in formats:
            box = QCheckBox(title)
            box.setObjectName(f"format-{name}")
            box.setChecked(name in ticked)
            box.toggled.connect(self._on_toggled)
            self._boxes[name] = box
            beside.addWidget(box)
        beside.addStretch()
        self._write = self.offer(self.tr("Write report"), key=self.tr("Enter"))
        self.offer_to_dismiss(self.tr("Not now"), key=self.tr("Esc"))
        self._on_toggled()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The formats ticked."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def minimumSizeHint(self) -> QSize:
        least = self._lead.minimumSizeHint().width() + _GAP + self._buttons_width()
        inside = max(least, self._formats.sizeHint().width())
        return QSize(self._sides() + inside, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._lead.sizeHint().width() + self._formats.sizeHint().width()
        needed = self._sides() + wide + self._buttons_width() + 3 * _GAP
        self._fold(is_folded=needed > self.width())

    def _fold(self, *, is_folded: bool) -> None:
        """Move the formats under the line, or back into it."""
        if is_folded == self._is_folded:
            return
        self._is_folded = is_folded
        if is_folded:
            self._row.removeWidget(self._formats)
            self._column.addWidget(self._formats)
        else:
            self._column.removeWidget(self._formats)
            self._row.insertWidget(_FORMATS_PLACE, self._formats)

    def _sides(self) -> int:
        margins = self._column.contentsMargins()
        return margins.left() + margins.right()

    def _buttons_width(self) -> int:
        buttons = self.findChildren(PaintedButton)
        return sum(button.sizeHint().width() + _GAP for button in buttons)

    def take_focus(self) -> None:
        """Give the keyboard to the button that writes."""
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_toggled(self) -> None:
        self._write.setEnabled(bool(self.chosen))
