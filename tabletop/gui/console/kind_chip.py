"""The chip beside the log's line: of what kind the line is as it stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tabletop.gui.console.lettering import CENTRE, Lettering
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

_PAD = 7
_COLOURS = {"strength": "success", "improvement": "warning", "note": "muted"}


class KindChip(QWidget):
    """As wide as its longest word, so that the line does not move while its sign is typed."""

    def __init__(self, theme: Theme, kinds: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log-kind")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._kinds = kinds
        self._kind = ""
        self.hide()
        theme.changed.connect(self._on_theme_changed)

    @property
    def kind(self) -> str:
        """The kind shown; empty while nothing is written."""
        return self._kind

    def show_kind(self, kind: str) -> None:
        """Show a kind of line, or only that this is the log."""
        self._kind = kind
        self.setAccessibleName(self.tr("Kind: {}").format(kind))
        self.setVisible(bool(kind))
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(TextRole.META, weight=600))
        words = max(metrics.horizontalAdvance(kind) for kind in self._kinds)
        return QSize(words + 2 * _PAD + 2, self._theme.line(TextRole.META) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        whole = QRectF(self.rect())
        ink = lettering.ink(_COLOURS.get(self._kind, "accent"))
        painter.setPen(QPen(ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        lettering.put(self._kind, whole, TextRole.META, ink, weight=600, align=CENTRE)
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
