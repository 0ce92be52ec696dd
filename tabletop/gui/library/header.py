"""The bar at the top of the window: the sign, where one is, the search, the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from tabletop.gui.library import painting
from tabletop.gui.library.buttons import PaintedButton
from tabletop.gui.theme.ground import paint_ground
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from tabletop.gui.theme.theme import Theme

HEIGHT = 48
_SIGN = 20
_SEARCH_WIDTH, _SEARCH_LEAST = 300, 120


class NavigationTab(QAbstractButton):
    """The name of a page; the one shown is underlined."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        font = self._theme.font(TextRole.STRONG)
        height = round(HEIGHT * self._theme.typography.scale)
        return QSize(round(painting.width_of(font, self.text())) + 20, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        rect = QRectF(self.rect())
        is_shown = self.isChecked()
        font = self._theme.font(TextRole.TEXT, weight=600 if is_shown else 500)
        ink = QColor(tokens.text if is_shown or self.underMouse() else tokens.muted)
        painting.text(painter, rect, self.text(), font, ink, painting.CENTRE)
        if is_shown:
            line = QRectF(rect.left() + 10, rect.bottom() - 2, rect.width() - 20, 2)
            paint_ground(painter, line, QColor(tokens.accent))
        if self.hasFocus():
            ring = rect.adjusted(0, 8, 0, -8)
            painting.focus_ring(painter, self._theme, ring, painting.CONTROL_RADIUS)
        painter.end()


class SearchField(QLineEdit):
    """Finds scenarios and exercises while one types; Esc empties it and leaves."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("search")
        self.setAccessibleName(self.tr("Search scenarios and exercises"))
        self.setPlaceholderText(self.tr("Search scenarios and exercises"))
        self.setToolTip(self.tr("Search (Ctrl K)"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.fit()

    def fit(self) -> None:
        """Leave room for the sign, which grows with the text."""
        self.setTextMargins(self._theme.scaled(16) + 9, 0, 0, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(_SEARCH_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(_SEARCH_LEAST), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, high = self._theme.scaled(16), self._theme.scaled(18)
        icon = self._theme.pixmap("search", side, "muted", self.devicePixelRatioF())
        painter.drawPixmap(11, (self.height() - side) // 2, icon)
        is_whole = self.width() >= self._theme.scaled(_SEARCH_WIDTH)
        if is_whole and not self.text() and not self.hasFocus():
            font = self._theme.font(TextRole.HEAD)
            width = painting.width_of(font, "Ctrl K") + 12
            frame = QRectF(self.width() - width - 10, (self.height() - high) / 2, width, high)
            painting.key_hint(painter, frame, "Ctrl K", font, QColor(self._theme.tokens.muted))
        painter.end()


class Header(QWidget):
    """The bar itself. ``page_wanted`` carries the number of a page, ``settings_wanted`` nothing."""

    page_wanted = Signal(int)
    settings_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._theme = theme
        self._trail = ""
        self.library_tab = NavigationTab(theme, self.tr("Library"), self)
        self.reports_tab = NavigationTab(theme, self.tr("Reports"), self)
        self.library_tab.setObjectName("library-tab")
        self.reports_tab.setObjectName("reports-tab")
        self.library_tab.setToolTip(self.tr("Show the library (Ctrl 1)"))
        self.reports_tab.setToolTip(self.tr("Show the reports (Ctrl 2)"))
        self.library_tab.setChecked(True)
        self.search = SearchField(theme, self)
        self.settings = PaintedButton(theme, "", "flat", icon="gear", parent=self)
        self.settings.setObjectName("settings")
        self.settings.setAccessibleName(self.tr("Settings"))
        self.settings.setToolTip(self.tr("Settings (F10)"))
        self.library_tab.clicked.connect(self._on_library_clicked)
        self.reports_tab.clicked.connect(self._on_reports_clicked)
        self.settings.clicked.connect(self.settings_wanted)
        self._lay_out()
        self._fit()
        theme.changed.connect(self._fit)

    def show_trail(self, words: str) -> None:
        """Show a page that one came to from the library, or the library itself when empty."""
        self._trail = words
        self.reports_tab.setVisible(not words)
        self.search.setVisible(not words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        paint_ground(painter, self.rect(), QColor(tokens.surface))
        foot = QRectF(0, self.height() - 1, self.width(), 1)
        paint_ground(painter, foot, QColor(tokens.line))
        middle = self.height() / 2
        side = self._theme.scaled(_SIGN)
        sign = self._theme.pixmap("tabletop", side, "accent", self.devicePixelRatioF())
        painter.drawPixmap(16, round(middle - side / 2), sign)
        font, ink = self._theme.font(TextRole.PANEL), QColor(tokens.text)
        name = QRectF(side + 24, 0, painting.width_of(font, "Tabletop") + 2, self.height())
        painting.text(painter, name, "Tabletop", font, ink)
        if self._trail:
            self._paint_trail(painter, middle)
        painter.end()

    def _paint_trail(self, painter: QPainter, middle: float) -> None:
        left = self.library_tab.geometry().right() + 8
        ratio = self.devicePixelRatioF()
        chevron = self._theme.pixmap("chevron-right", 12, "muted", ratio)
        painter.drawPixmap(left, round(middle - 6), chevron)
        rest = QRectF(left + 22, 0, self.settings.x() - left - 40, self.height())
        font = self._theme.font(TextRole.STRONG)
        painting.text(painter, rest, self._trail, font, QColor(self._theme.tokens.text))

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.library_tab)
        self._row.addWidget(self.reports_tab)
        self._row.addStretch()
        self._row.addWidget(self.search)
        self._row.addSpacing(12)
        self._row.addWidget(self.settings)

    def _fit(self) -> None:
        font = self._theme.font(TextRole.PANEL)
        name = round(painting.width_of(font, "Tabletop"))
        self._row.setContentsMargins(self._theme.scaled(_SIGN) + name + 46, 0, 12, 0)
        self.search.fit()
        self.setFixedHeight(round(HEIGHT * self._theme.typography.scale))
        self.update()

    def _on_library_clicked(self) -> None:
        self.page_wanted.emit(0)

    def _on_reports_clicked(self) -> None:
        self.page_wanted.emit(1)
