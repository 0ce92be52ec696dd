"""The small figures at the bottom: position over the decisions, evidence, what is saved."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tabletop.gui.console.lettering import Lettering
from tabletop.gui.console.option_bars import step_of
from tabletop.gui.console.rows.figures import Figures, SparkColumn
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

_COLUMN = 16
_MOST = 9
_HEIGHT = 20


class FiguresView(QWidget):
    """Position sparkline and evidence meter, painted side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._figures: Figures | None = None
        theme.changed.connect(self.updateGeometry)

    def show_figures(self, figures: Figures) -> None:
        """Show where the group stood and how much is known."""
        if figures == self._figures:
            return
        self._figures = figures
        level = f", {figures.evidence_level}" if figures.evidence_level else ""
        words = self.tr("Position {position}, evidence {evidence}").format(
            position=figures.stands_at, evidence=figures.evidence
        )
        self.setAccessibleName(words + level)
        self.setToolTip(words + level)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        figures = self._figures
        if figures is None:
            return QSize(120, 40)
        columns = max(min(len(figures.columns), _MOST), 3) * _COLUMN
        position, evidence = (self._width_of(words) for words in self._captions())
        meter = 34 + evidence + 8 + 19 * figures.evidence_of + 6 if figures.evidence_of else 4
        digits = 2 * self._width_of("0")
        return QSize(round(2 + position + 8 + columns + meter + digits), 40)

    def _captions(self) -> tuple[str, str]:
        return self.tr("Position"), self.tr("Evidence")

    def _width_of(self, words: str) -> float:
        return QFontMetricsF(self._theme.font(TextRole.HEAD)).horizontalAdvance(words) + 2

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        figures = self._figures
        if figures is None:
            return
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        height = float(self.height())
        words = self._captions()[0]
        place = QRectF(0, 0, self._width_of(words), height)
        x = 2 + lettering.put(words, place, TextRole.HEAD, "muted") + 8
        shown = figures.columns[-_MOST:]
        for number in range(max(len(shown), 3)):
            column = shown[number] if number < len(shown) else None
            self._paint_column(lettering, x, column)
            x += _COLUMN
        place = QRectF(x + 4, 0, 30, height)
        lettering.put(figures.stands_at, place, TextRole.STRONG, tabular=True)
        if figures.evidence_of:
            self._paint_evidence(lettering, figures, x + 34)
        painter.end()

    def _paint_column(self, lettering: Lettering, x: float, column: SparkColumn | None) -> None:
        painter = lettering.painter
        bottom = self.height() / 2 + _HEIGHT / 2
        if column is None:
            lettering.fill(QRectF(x, bottom - 2, 14, 2), "line")
            return
        if column.place is None:
            pen = QPen(lettering.ink("text"), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(x + 0.5, bottom - 11.5, 13, 11))
            return
        share = (column.place.index + 1) / column.place.levels
        size = max(4.0, _HEIGHT * share)
        painter.setPen(
            QPen(lettering.ink("edge"), 1)
            if not self._theme.tokens.is_dark
            else QPen(Qt.PenStyle.NoPen)
        )
        painter.setBrush(QColor(step_of(self._theme.tokens, column.place).fill))
        painter.drawRect(QRectF(x + 0.5, bottom - size + 0.5, 13, size - 1))

    def _paint_evidence(self, lettering: Lettering, figures: Figures, x: float) -> None:
        height = float(self.height())
        words = self._captions()[1]
        place = QRectF(x, 0, self._width_of(words), height)
        x += lettering.put(words, place, TextRole.HEAD, "muted") + 8
        painter = lettering.painter
        for number in range(figures.evidence_of):
            rect = QRectF(x + 0.5, height / 2 - 4.5, 17, 9)
            painter.setPen(QPen(lettering.ink("edge"), 1))
            filled = number < figures.evidence
            painter.setBrush(lettering.ink("text") if filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 1, 1)
            x += 19
        place = QRectF(x + 6, 0, 30, height)
        lettering.put(str(figures.evidence), place, TextRole.STRONG, tabular=True)


class SavedLabel(QWidget):
    """Says when the last entry was recorded; it says so only after the commit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saved")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._words = ""
        self._is_trouble = False
        theme.changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words

    def show_words(self, words: str, *, is_trouble: bool = False) -> None:
        """Say what is recorded, or that something is not."""
        if (words, is_trouble) == (self._words, self._is_trouble):
            return
        self._words, self._is_trouble = words, is_trouble
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._theme.font(TextRole.TEXT, tabular=True))
        return QSize(round(metrics.horizontalAdvance(self._words)) + 26, 40)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        role = "danger" if self._is_trouble else "success"
        icon = "warning" if self._is_trouble else "check"
        if self._words:
            lettering.icon(icon, 0, self.height() / 2, role)
            ink = "danger" if self._is_trouble else "text"
            place = QRectF(22, 0, self.width() - 22, self.height())
            lettering.put(self._words, place, TextRole.TEXT, ink, tabular=True)
        painter.end()
