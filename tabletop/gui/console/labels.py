"""Labels that keep to one line and give the whole in the tooltip."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tabletop.gui.console.lettering import LEFT, Lettering
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

_WRAPPED = LEFT | Qt.TextFlag.TextWordWrap


class ElidedLabel(QLabel):
    """One line in the type of a role; what does not fit stands in the tooltip."""

    def __init__(
        self,
        theme: Theme,
        role: TextRole,
        name: str,
        *,
        colour: str = "text",
        align: Qt.AlignmentFlag = LEFT,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._role = role
        self._colour = colour
        self._align = align
        self._tabular = tabular
        self._aside = ""
        theme.changed.connect(self._on_theme_changed)

    def show_colour(self, colour: str) -> None:
        """Write in the colour of another role."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def setText(self, text: str) -> None:
        if text == self.text():
            return
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._show_tip()

    def sizeHint(self) -> QSize:
        font = self._theme.font(self._role, tabular=self._tabular)
        width = QFontMetricsF(font).horizontalAdvance(self.text())
        return QSize(round(width) + 2, self._theme.line(self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.line(self._role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        lettering.put(
            self.text(),
            QRectF(self.rect()),
            self._role,
            self._colour,
            align=self._align,
            tabular=self._tabular,
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def _show_tip(self) -> None:
        """Give the whole in the tooltip when it is elided, and what belongs to it."""
        is_cut = self.width() < self.sizeHint().width() - 2
        parts = (self.text() if is_cut else "", self._aside)
        self.setToolTip("\n".join(part for part in parts if part))

    def show_aside(self, words: str) -> None:
        """Say more in the tooltip than there is room for."""
        if words != self._aside:
            self._aside = words
            self._show_tip()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._show_tip()
        self.update()


class TwoLines(ElidedLabel):
    """A label that takes a second line, in smaller type, for what does not fit on one."""

    @property
    def is_cut(self) -> bool:
        """Whether not even two lines hold the words."""
        return self._is_long and self._wrapped().height() > self.height()

    @property
    def _is_long(self) -> bool:
        return self.width() < super().sizeHint().width() - 2

    def _wrapped(self) -> QRectF:
        metrics = QFontMetricsF(self._theme.font(TextRole.META))
        room = QRectF(0, 0, self.width(), 10_000)
        return metrics.boundingRect(room, _WRAPPED, self.text())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 2 * self._theme.line(TextRole.META))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_long:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font(TextRole.META))
        painter.setPen(self._theme.colour(self._colour))
        painter.drawText(QRectF(self.rect()), _WRAPPED, self.text())
        painter.end()
