"""Labels that keep to one line and give the whole in the tooltip."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tabletop.gui.console.lettering import LEFT, Lettering
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole


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

    def sizeHint(self) -> QSize:
        font = self._theme.font(self._role, tabular=self._tabular)
        width = QFontMetricsF(font).horizontalAdvance(self.text())
        return QSize(round(width) + 2, self._theme.line(self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.line(self._role))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        width = lettering.put(
            self.text(),
            QRectF(self.rect()),
            self._role,
            self._colour,
            align=self._align,
            tabular=self._tabular,
        )
        painter.end()
        whole = self.text() if width < self.sizeHint().width() - 3 else ""
        if self.toolTip() != whole:
            self.setToolTip(whole)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
