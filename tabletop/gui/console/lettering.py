"""Text and small signs for everything that is painted: one line, the font of a role, elided."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from tabletop.gui.theme.shapes import Shape, paint_shape
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
CENTRE = Qt.AlignmentFlag.AlignCenter


class Lettering:
    """A painter with the theme's type and colours at hand."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter = painter
        self.theme = theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def put(
        self,
        text: str,
        rect: QRectF,
        role: TextRole = TextRole.TEXT,
        colour: str | QColor = "text",
        *,
        weight: int | None = None,
        align: Qt.AlignmentFlag = LEFT,
        tabular: bool = False,
        struck: bool = False,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> float:
        """Write one line, elided where it does not fit, and return the width it takes."""
        font = QFont(self.theme.font(role, weight=weight, tabular=tabular))
        font.setStrikeOut(struck)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, elide, max(rect.width(), 0.0) + 0.5)
        self.painter.setFont(font)
        self.painter.setPen(self.ink(colour))
        self.painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)

    def width(
        self,
        text: str,
        role: TextRole = TextRole.TEXT,
        *,
        weight: int | None = None,
        tabular: bool = False,
    ) -> float:
        """Return the width of a line of text."""
        font = self.theme.font(role, weight=weight, tabular=tabular)
        return QFontMetricsF(font).horizontalAdvance(text)

    def ink(self, colour: str | QColor) -> QColor:
        """Return the colour of a role, or the colour itself."""
        return colour if isinstance(colour, QColor) else self.theme.colour(colour)

    def shape(self, shape: Shape, left: float, middle: float, colour: str | QColor) -> None:
        """Paint a status shape of 12 pixels."""
        size = 12.0
        rect = QRectF(left, middle - size / 2, size, size)
        paint_shape(self.painter, shape, rect, self.ink(colour))

    def icon(self, name: str, left: float, middle: float, colour: str, size: int = 16) -> None:
        """Paint an icon in the colour of a role."""
        device = self.painter.device()
        ratio = device.devicePixelRatio()
        pixmap = self.theme.pixmap(name, size, colour, ratio)
        self.painter.drawPixmap(QPointF(left, round(middle - size / 2)), pixmap)

    def key(self, key: str, right: float, middle: float, colour: str | QColor = "muted") -> float:
        """Paint a key in its frame, its right edge given, and return its left edge."""
        width = self.key_width(key)
        height = self.theme.line(TextRole.HEAD) + 3
        rect = QRectF(right - width + 0.5, middle - height / 2, width - 1, height)
        ink = self.ink(colour)
        self.painter.setPen(QPen(ink, 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect, 4, 4)
        self.put(key, rect, TextRole.HEAD, ink, align=CENTRE)
        return right - width

    def key_width(self, key: str) -> float:
        """Return the width of a key in its frame."""
        return max(22.0, self.width(key, TextRole.HEAD) + 14)

    def hairline(self, left: float, right: float, y: float) -> None:
        """Draw a level hairline."""
        self.painter.fillRect(QRectF(left, y, right - left, 1), self.theme.colour("line"))

    def frame(self, rect: QRectF, colour: str, width: int = 1, radius: float = 0) -> None:
        """Paint an edge that lies inside a rectangle, and nothing within it."""
        half = width / 2
        self.painter.setPen(QPen(self.ink(colour), width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)

    def fill(self, rect: QRectF, colour: str) -> None:
        """Fill a rectangle with the colour of a role."""
        self.painter.fillRect(rect, self.theme.colour(colour))
