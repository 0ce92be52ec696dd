"""The list of checks at the right of the start page: shape, name, what was found, what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tabletop.gui.library import painting
from tabletop.gui.library.buttons import PaintedButton
from tabletop.gui.start import preflight
from tabletop.gui.theme.theme import set_kind, set_role
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from tabletop.gui.start.preflight import Check
    from tabletop.gui.theme.theme import Theme


class CheckRow(QWidget):
    """One check."""

    repair_wanted = Signal(str)

    def __init__(self, theme: Theme, check: Check, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._check = check
        self.setObjectName(f"check-{check.id}")
        state = self.tr("fine") if check.is_fine else self.tr("hint")
        self.setAccessibleName(f"{check.name}, {state}: {check.found}")
        self.setToolTip(check.found)
        column = self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        column.setContentsMargins(theme.scaled(16) + 12, 9, 0, 10)
        column.setSpacing(1)
        name, found = QLabel(check.name), QLabel(check.found)
        set_role(name, TextRole.STRONG)
        set_role(found, TextRole.TEXT)
        set_kind(found, "muted")
        for label in (name, found):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        head.addWidget(name, 1)
        column.addLayout(head)
        column.addWidget(found)
        self._name = name
        self.repair: PaintedButton | None = None
        if check.repair is not None:
            self.repair = PaintedButton(theme, check.repair[1], "link", height=18)
            self.repair.setObjectName("repair")
            self.repair.clicked.connect(self._on_clicked)
            head.addWidget(self.repair)
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Leave room for the sign, which grows with the text."""
        self._column.setContentsMargins(self._theme.scaled(16) + 12, 9, 0, 10)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        name, role = ("check", "success") if self._check.is_fine else ("warning", "warning")
        side = self._theme.scaled(16)
        icon = self._theme.pixmap(name, side, role, self.devicePixelRatioF())
        top = self._name.y() + (self._theme.line(TextRole.STRONG) - side) / 2
        painter.drawPixmap(0, round(top), icon)
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(tokens.line))
        painter.end()

    def _on_clicked(self) -> None:
        if self._check.repair is not None:
            self.repair_wanted.emit(self._check.repair[0])


class PreflightPanel(QWidget):
    """The card with all checks; its heading counts the hints."""

    repair_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preflight")
        self._theme = theme
        self._listed: tuple[Check, ...] = ()
        self._rows: list[CheckRow] = []
        self._heading, below = QLabel(), QLabel(self.tr("Nothing here stops you from starting."))
        set_role(self._heading, TextRole.PANEL)
        set_role(below, TextRole.TEXT)
        set_kind(below, "muted")
        below.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(0)
        self._column.addWidget(self._heading)
        self._column.addSpacing(2)
        self._column.addWidget(below)
        self._column.addSpacing(12)
        self._canvas = QWidget()
        self._list = QVBoxLayout(self._canvas)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setViewport(QWidget())
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._canvas)
        self._canvas.setAutoFillBackground(False)
        self._column.addWidget(scroll, 1)
        theme.changed.connect(self.update)

    @property
    def heading(self) -> str:
        """The heading."""
        return self._heading.text()

    @property
    def listed(self) -> tuple[Check, ...]:
        """The checks shown."""
        return self._listed

    @property
    def repairs(self) -> tuple[QWidget, ...]:
        """The buttons that mend something, from above."""
        return tuple(row.repair for row in self._rows if row.repair is not None)

    def show_checks(self, listed: Sequence[Check]) -> None:
        """Show these checks."""
        if tuple(listed) == self._listed:
            return
        self._listed = tuple(listed)
        self._heading.setText(preflight.heading(listed))
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [CheckRow(self._theme, check, self._canvas) for check in listed]
        for place, row in enumerate(self._rows):
            row.repair_wanted.connect(self.repair_wanted)
            self._list.insertWidget(place, row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        edge = QColor(tokens.edge if tokens.is_high_contrast else tokens.line)
        painting.box(painter, QRectF(self.rect()), fill=QColor(tokens.surface), edge=edge)
        painter.end()
