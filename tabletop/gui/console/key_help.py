"""The keys of the console, from the one table of actions; F1 shows and hides them."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tabletop.gui.actions import ACTIONS, shown_key
from tabletop.gui.console.lettering import Lettering
from tabletop.gui.console.rows.board_keys import BOARD_KEYS
from tabletop.gui.situation import Situation
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

_GROUPS = (("Conduct", "Room"), ("Decide",), ("Record", "Window"))
_SHARES = (0.3, 0.27, 0.43)
_LINE = 21
Line = tuple[str, str]


class KeyHelp(QWidget):
    """An overlay over the whole window; Esc and F1 close it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("key-help")
        self.setAccessibleName(self.tr("Keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._columns: list[list[tuple[str, list[Line]]]] = []
        self.hide()

    @property
    def text(self) -> str:
        """All keys and what they do, a line each."""
        return "\n".join(
            f"{key}\t{words}"
            for column in self._columns
            for _, lines in column
            for key, words in lines
        )

    def open(self, situation: Situation) -> None:
        """Show the keys over the whole window."""
        self._columns = [
            [(group, self._lines(group, situation)) for group in groups] for groups in _GROUPS
        ]
        self._columns[2].append((self.tr("On the board"), list(BOARD_KEYS)))
        self.setGeometry(self.window().rect().adjusted(24, 24, -24, -24))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lines(self, group: str, situation: Situation) -> list[Line]:
        found = []
        for one in ACTIONS:
            if one.group == group and one.keys:
                keys = ", ".join(shown_key(key) for key, _ in one.keys)
                found.append((keys, one.verb(situation)))
        if group == "Conduct":
            found.insert(1, ("↑ ↓, Enter", self.tr("Choose another inject, release it")))
            found.append(("Esc", self.tr("Back to the list, and to the room’s inject")))
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        painter.setPen(QPen(lettering.ink("edge"), 1))
        painter.setBrush(QColor(self._theme.tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        head = QRectF(32, 16, self.width() - 64, 28)
        lettering.put(self.tr("Keys"), head, TextRole.TITLE)
        x = 32.0
        for column, share in zip(self._columns, _SHARES, strict=True):
            width = (self.width() - 64) * share
            self._paint_column(lettering, column, x, width - 24)
            x += width
        painter.end()

    def _paint_column(
        self, lettering: Lettering, column: list[tuple[str, list[Line]]], x: float, width: float
    ) -> None:
        y = 54.0
        for heading, lines in column:
            lettering.put(heading, QRectF(x, y, width, 20), TextRole.STRONG, "accent")
            y += 22
            keys = min(
                max(lettering.width(key, TextRole.META, weight=600) for key, _ in lines) + 16, 140
            )
            for key, words in lines:
                place = QRectF(x, y, keys, _LINE)
                lettering.put(key, place, TextRole.META, weight=600)
                rest = QRectF(x + keys, y, width - keys, _LINE)
                lettering.put(words, rest, TextRole.META, "muted")
                y += _LINE
            y += 12
