"""The bar with the state, both clocks, the inject's time and what the room sees."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tabletop.gui.console.buttons import KeyButton
from tabletop.gui.console.lettering import Lettering
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.rows.clocks import ClockRow
from tabletop.gui.theme.shapes import Shape
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

_PAD = 16
_HATCH = 8
_LEAST_CELL = 60


class ClockBar(QWidget):
    """Painted whole, so that paused turns every cell at once and cannot be overlooked."""

    pause_clicked = Signal()
    palette_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clock-bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._row: ClockRow | None = None
        self.pause = KeyButton(theme, "pause", parent=self)
        self.pause.clicked.connect(self.pause_clicked)
        self.find_button = KeyButton(theme, "find-action", kind="flat", parent=self)
        self.find_button.show_words(self.tr("Find"), "Ctrl K", icon="search")
        self.find_button.clicked.connect(self.palette_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(4)
        layout.addStretch(1)
        layout.addWidget(self.pause)
        layout.addWidget(self.find_button)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def row(self) -> ClockRow | None:
        """What is shown."""
        return self._row

    def show_row(self, row: ClockRow) -> None:
        """Show the clocks; repaints only when a text has changed."""
        if row == self._row:
            return
        before, self._row = self._row, row
        if before is None or before.status != row.status:
            self._show_status(row)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(800, Measures(self._theme).clock_bar)

    def _show_status(self, row: ClockRow) -> None:
        paused = row.status == "paused"
        words = self.tr("Resume") if paused else self.tr("Pause")
        self.pause.show_words(words, "Ctrl P", icon="play" if paused else "pause")
        self.pause.setEnabled(row.status in ("running", "paused"))
        self.pause.show_ink("paused" if paused else "", "on_paused" if paused else "")
        self.find_button.show_ink("on_paused" if paused else "", "")
        self.setAccessibleName(self.tr("Exercise {}").format(row.status))

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(Measures(self._theme).clock_bar)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._row is None:
            return
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        self._paint_ground(lettering, self._row)
        left = self._paint_block(lettering, self._row)
        self._paint_cells(lettering, self._row, left)
        painter.end()

    def _paint_ground(self, lettering: Lettering, row: ClockRow) -> None:
        whole = QRectF(self.rect())
        if row.status != "paused":
            lettering.fill(whole, "surface")
            lettering.hairline(0, self.width(), self.height() - 1)
            return
        lettering.fill(whole, "paused")
        painter = lettering.painter
        painter.save()
        ink = QColor(self._theme.tokens.on_paused)
        ink.setAlphaF(0.08)
        painter.setPen(QPen(QBrush(ink), _HATCH))
        for x in range(-self.height(), self.width() + self.height(), 3 * _HATCH):
            painter.drawLine(x, self.height(), x + self.height(), 0)
        painter.restore()

    def _paint_block(self, lettering: Lettering, row: ClockRow) -> float:
        fill, ink = {
            "running": ("running", "on_running"),
            "paused": ("on_paused", "paused"),
        }.get(row.status, ("raised", "text"))
        word = f"{row.word} {row.aside}".strip()
        if row.is_rehearsal:
            fill, ink = "surface", "text"
        width = lettering.width(word, TextRole.PANEL, weight=700, tabular=True) + 66
        rect = QRectF(0, 0, width, self.height())
        lettering.fill(rect, fill)
        if row.is_rehearsal:
            lettering.painter.setPen(QPen(lettering.ink("text"), 2))
            lettering.painter.setBrush(Qt.BrushStyle.NoBrush)
            lettering.painter.drawRect(rect.adjusted(1, 1, -1, -1))
        self._paint_sign(lettering, row, ink)
        text = rect.adjusted(46, 0, 0, 0)
        lettering.put(word, text, TextRole.PANEL, ink, weight=700, tabular=True)
        return width

    def _paint_sign(self, lettering: Lettering, row: ClockRow, ink: str) -> None:
        middle = self.height() / 2
        if row.is_rehearsal:
            lettering.shape(Shape.DASHED_RING, 22, middle, ink)
        elif row.status == "running":
            lettering.shape(Shape.PLAY, 22, middle, ink)
        elif row.status == "paused":
            for x in (22, 29):
                lettering.fill(QRectF(x, middle - 7, 4, 14), ink)
        else:
            lettering.shape(Shape.RING if row.status == "ready" else Shape.DISC, 22, middle, ink)

    def _paint_cells(self, lettering: Lettering, row: ClockRow, left: float) -> None:
        limit = float(self.pause.x() - 8)
        clock = TextRole.CLOCK
        left = self._cell(lettering, left, limit, row.scenario_caption, row.scenario_time, clock)
        left = self._cell(lettering, left, limit, row.real_caption, row.real_time, clock)
        left = self._cell(
            lettering,
            left,
            limit,
            row.inject_caption,
            row.inject_time,
            clock,
            aside=row.inject_word,
            colour="warning" if row.is_over and row.status != "paused" else "",
        )
        left = self._cell(
            lettering,
            left,
            limit,
            row.room_caption,
            row.room,
            TextRole.STRONG,
            icon=row.room_icon,
        )
        self._cell(lettering, left, limit, row.title, row.name, TextRole.TEXT, is_last=True)

    def _cell(
        self,
        lettering: Lettering,
        left: float,
        limit: float,
        caption: str,
        value: str,
        role: TextRole,
        *,
        aside: str = "",
        icon: str = "",
        colour: str = "",
        is_last: bool = False,
    ) -> float:
        """Paint a cell if it fits, and return where the next one begins."""
        paused = self._row is not None and self._row.status == "paused"
        ink = "on_paused" if paused else colour or "text"
        side = "on_paused" if paused else colour or "muted"
        tabular = role == TextRole.CLOCK
        value_width = lettering.width(value, role, tabular=tabular)
        aside_width = lettering.width(aside, TextRole.TEXT) + 8 if aside else 0
        icon_width = 22 if icon else 0
        width = max(value_width + aside_width + icon_width, lettering.width(caption, TextRole.HEAD))
        if is_last:
            least = min(width, Measures(self._theme).scaled(_LEAST_CELL))
            width = max(min(width, limit - left - 2 * _PAD), least)
        if left + width + _PAD > limit:
            return left
        x = left + _PAD
        above, below = self._theme.line(TextRole.HEAD), self._theme.line(TextRole.CLOCK)
        lettering.put(caption, QRectF(x, 8, width + 2, above), TextRole.HEAD, side)
        bottom = QRectF(x + icon_width, 9 + above, width - icon_width + 4, below)
        if icon:
            green = not paused and icon == "eye"
            lettering.icon(icon, x, bottom.center().y(), "running" if green else side)
        weight = 600 if role != TextRole.TEXT else None
        lettering.put(value, bottom, role, ink, weight=weight, tabular=tabular)
        if aside:
            lettering.put(aside, bottom.adjusted(value_width + 8, 2, 20, 2), TextRole.TEXT, side)
        end = x + width + _PAD
        if not is_last:
            line = "on_paused" if paused else "line"
            lettering.fill(QRectF(end - 1, 0, 1, self.height() - 1), line)
        return end
