"""The right side of the library: the exercise that runs, all others, or what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tabletop.gui.held_keys import once_a_press
from tabletop.gui.library import painting
from tabletop.gui.library.buttons import PaintedButton
from tabletop.gui.library.exercises import ExerciseList
from tabletop.gui.theme.ground import paint_ground
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from tabletop.gui.library.rows import ExerciseRow
    from tabletop.gui.theme.theme import Theme

_NOTE = 56


class _Resume(PaintedButton):
    """The button of the exercise under way; Up and Left lead away from it."""

    left = Signal()

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.left.emit()
            return
        super().keyPressEvent(event)


class RunningBlock(QWidget):
    """The exercise under way, with the one button that leads back to it."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("running")
        self._theme = theme
        self._row: ExerciseRow | None = None
        self._button = _Resume(theme, self.tr("Resume"), "primary", height=36, parent=self)
        self._button.setObjectName("resume")
        self._button.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def row(self) -> ExerciseRow | None:
        """The exercise shown."""
        return self._row

    @property
    def button(self) -> _Resume:
        """What leads back to the exercise."""
        return self._button

    def show_row(self, row: ExerciseRow | None) -> None:
        """Show an exercise that runs, or nothing."""
        self._row = row
        self.setVisible(row is not None)
        if row is not None:
            self.setAccessibleName(row.spoken)
            self.setToolTip("\n".join(part for part in (row.name, row.detail, row.place) if part))
            self._button.setAccessibleName(self.tr("Resume {}").format(row.name))
            self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(145 * self._theme.typography.scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_words(painter, self._row)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        # The upper corners are those of the card it lies on.
        corners = QPainterPath()
        radius = painting.CARD_RADIUS - 1
        corners.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, radius), radius, radius)
        painter.setClipPath(corners)
        paint_ground(painter, self.rect(), QColor(tokens.success_tint))
        paint_ground(painter, QRectF(0, 0, 3, self.height()), QColor(tokens.running))
        paint_ground(painter, QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens.line))

    def _paint_words(self, painter: QPainter, row: ExerciseRow) -> None:
        theme, tokens = self._theme, self._theme.tokens
        scale, wide = theme.typography.scale, self.width() - 32
        side = theme.scaled(16)
        icon = theme.pixmap(row.icon, side, "running", self.devicePixelRatioF())
        painter.drawPixmap(16, round(24 * scale - side / 2), icon)
        state, since = row.status_word, row.detail.removeprefix(row.status_word).strip(" ·")
        strong, plain = theme.font(TextRole.STRONG), theme.font(TextRole.TEXT)
        head = QRectF(24 + side, 15 * scale, wide - side - 8, 18 * scale)
        painting.text(painter, head, state, strong, QColor(tokens.running))
        # What stands at the right gives way to the state, which is never painted over.
        rest = head.adjusted(painting.width_of(strong, state) + 16, 0, 0, 0)
        painting.text(painter, rest, since, plain, QColor(tokens.muted), painting.RIGHT)
        title = QRectF(16, 40 * scale, wide, 22 * scale)
        painting.text(painter, title, row.name, theme.font(TextRole.STATE), QColor(tokens.text))
        place = QRectF(16, 63 * scale, wide, 18 * scale)
        words = row.place or self.tr("Its clock goes on; nothing is lost.")
        painting.text(painter, place, words, plain, QColor(tokens.muted))

    def _fit(self) -> None:
        scale = self._theme.typography.scale
        self._button.setGeometry(
            16, round(93 * scale), max(self.width() - 32, 0), round(36 * scale)
        )

    def _on_theme_changed(self) -> None:
        self._fit()
        self.updateGeometry()
        self.update()

    def _on_clicked(self) -> None:
        if self._row is not None:
            self.wanted.emit(self._row)


class EmptyBlock(QWidget):
    """Says what belongs here, and offers the one thing to do about it."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("no-exercises")
        self._theme = theme
        self._icon, self._title, self._line = "book", "", ""
        self._button = PaintedButton(
            theme, "", "primary", icon="play", key=self.tr("Enter"), height=36, parent=self
        )
        self._button.setObjectName("first-run")
        self._button.setToolTip(self.tr("Start it at once, with every seat played"))
        self._button.clicked.connect(self.wanted)
        theme.changed.connect(self._fit)

    @property
    def button(self) -> PaintedButton:
        """The one thing to do."""
        return self._button

    @property
    def words(self) -> tuple[str, str]:
        """What is said."""
        return self._title, self._line

    def say(self, icon: str, title: str, line: str, offer: str = "") -> None:
        """Say something, and offer something unless the offer is empty."""
        self._icon, self._title, self._line = icon, title, line
        self.setAccessibleName(f"{title}. {line}")
        self._button.setVisible(bool(offer))
        self._button.say(offer)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, tokens, scale = self._theme, self._theme.tokens, self._theme.typography.scale
        top = self._top()
        ratio = self.devicePixelRatioF()
        side = theme.scaled(32)
        icon = theme.pixmap(self._icon, side, "muted", ratio)
        painter.drawPixmap(round((self.width() - side) / 2), round(top), icon)
        title = QRectF(16, top + 44 * scale, self.width() - 32, 24 * scale)
        line = QRectF(16, top + 70 * scale, self.width() - 32, self._line_height())
        ink, muted = QColor(tokens.text), QColor(tokens.muted)
        panel, plain = theme.font(TextRole.PANEL), theme.font(TextRole.TEXT)
        painting.text(painter, title, self._title, panel, ink, painting.CENTRE)
        painter.setFont(plain)
        painter.setPen(muted)
        painter.drawText(line, painting.WRAPPED | int(Qt.AlignmentFlag.AlignHCenter), self._line)
        painter.end()

    def _line_height(self) -> float:
        return painting.wrapped_height(
            self._theme.font(TextRole.TEXT), self._line, self.width() - 32
        )

    def _top(self) -> float:
        return max(self.height() * 0.38 - 80 * self._theme.typography.scale, 24)

    def _fit(self) -> None:
        hint = self._button.sizeHint()
        wide = min(max(hint.width(), 180), max(self.width() - 32, 0))
        top = round(self._top() + 88 * self._theme.typography.scale + self._line_height())
        self._button.setGeometry((self.width() - wide) // 2, top, wide, hint.height())
        self.update()


class ExercisePanel(QWidget):
    """The card that holds all of it; a word at its foot says where records are kept."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note = ""
        self.running = RunningBlock(theme, self)
        self.list = ExerciseList(theme, self)
        self.empty = EmptyBlock(theme, self)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self.running)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()
        self.running.button.left.connect(self.left)
        self.list.left.connect(self.left)
        self.list.left_above.connect(self._on_list_left_above)
        self._foot = 0
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What Tab reaches, in the order in which it stands."""
        return self.running.button, self.list, self.empty.button

    def take_focus(self) -> None:
        """Give the keyboard to what stands first."""
        if self.running.row is not None:
            self.running.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.list.rows.rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_note(self, words: str) -> None:
        """Say at the foot where records are kept."""
        self._note = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave as much room at the foot as the note needs."""
        self._foot = self._theme.scaled(_NOTE)
        if self._note:
            font = self._theme.font(TextRole.META)
            wide = max(self.width(), self.minimumWidth()) - 32
            high = painting.wrapped_height(font, self._note, wide)
            self._foot = max(self._foot, round(high) + 24)
        self._column.setContentsMargins(1, 1, 1, self._foot)
        self.update()

    def show_rows(self, rows: Sequence[ExerciseRow], running: ExerciseRow | None) -> None:
        """Show exercises; the one that runs stands above the others."""
        self.running.show_row(running)
        self.list.show_rows([row for row in rows if running is None or row.id != running.id])
        is_empty = not rows
        self.empty.setVisible(is_empty)
        self.list.setVisible(not is_empty)

    def _on_list_left_above(self) -> None:
        if self.running.row is not None:
            self.running.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        edge = QColor(tokens.edge if tokens.is_high_contrast else tokens.line)
        painting.box(painter, QRectF(self.rect()), fill=QColor(tokens.surface), edge=edge)
        if self._note:
            self._paint_note(painter)
        painter.end()

    def _paint_note(self, painter: QPainter) -> None:
        tokens, top = self._theme.tokens, self.height() - self._foot
        if self.list.isVisible():
            # Where the list scrolls, its last row is cut by a line and not by nothing.
            paint_ground(painter, QRectF(1, top, self.width() - 2, 1), QColor(tokens.line))
        place = QRectF(16, top, self.width() - 32, self._foot)
        painter.setFont(self._theme.font(TextRole.META))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(place, painting.WRAPPED | int(painting.LEFT), self._note)
