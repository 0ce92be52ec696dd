"""The keys of the console, from the one table of actions; F1 shows and hides them."""

from dataclasses import dataclass
from itertools import combinations, pairwise

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tabletop.gui.action import Action, Group, shown_key
from tabletop.gui.actions import ACTIONS, action
from tabletop.gui.console.lettering import TOP, Lettering
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.rows.board_keys import BOARD_KEYS
from tabletop.gui.held_keys import once_a_press
from tabletop.gui.situation import Situation
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole

_GROUPS: tuple[Group, ...] = (
    "Conduct",
    "Record",
    "Room",
    "Seats",
    "Decide",
)
_AFTER_THE_BOARD: tuple[Group, ...] = ("Evaluate", "Window")
# Without a key of their own: the sign that makes the line of the log what it is.
_IN_THE_LOG = {"strength": "/ +", "improvement": "/ –", "request": "/ ?", "park": "/ !"}
_LEAST_COLUMN = 380
_MOST_COLUMNS = 3
_GAP = 28
_BETWEEN = 10
_MARGIN, _SPACING = 10, 4
_ANY_HEIGHT = 16_777_215
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A heading over lines of keys and what they do."""

    heading: str
    lines: tuple[tuple[str, str], ...]


class KeySheet(QWidget):
    """Paints the groups in columns that are about equally long."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.groups: tuple[KeyGroup, ...] = ()
        self._parted: tuple[tuple[KeyGroup, ...], ...] = ()

    def show_groups(self, groups: tuple[KeyGroup, ...], width: int) -> None:
        """Show the groups in a width, as high as they need."""
        self.groups = groups
        self._parted = self._columns(width)
        heights = (sum(self._height(g, width) for g in column) for column in self._parted)
        self.setFixedSize(width, max(max(heights, default=0) - _BETWEEN, 0))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        for number, column in enumerate(self._parted):
            x = number * (self._column_width(self.width()) + _GAP)
            self._paint_column(lettering, column, x)
        painter.end()

    def seen_anew(self) -> None:
        """Paint again after scrolling: half a line at an edge is left out, it cannot be read."""
        self.update()

    def _paint_column(self, lettering: Lettering, column: tuple[KeyGroup, ...], x: float) -> None:
        y, keys, seen = 0.0, self._keys_width(), self.visibleRegion().boundingRect()
        words_width = self._column_width(self.width()) - keys
        line = self._theme.line(TextRole.STRONG) + 4
        for group in column:
            heading = QRectF(x, y, keys + words_width, line)
            lettering.put(group.heading, heading, TextRole.STRONG, "accent")
            y += line
            for key, words in group.lines:
                height = self._line_height(words, words_width)
                if not seen.top() <= y <= seen.bottom() + 1 - height:
                    y += height
                    continue
                place = QRectF(x, y, keys, self._theme.line(TextRole.META))
                lettering.put(key, place, TextRole.META, weight=600, align=TOP)
                lettering.painter.setFont(self._theme.font(TextRole.META))
                lettering.painter.setPen(lettering.ink("muted"))
                box = QRectF(x + keys, y, words_width, height)
                lettering.painter.drawText(box, _WRAP, words)
                y += height
            y += _BETWEEN

    def _columns(self, width: int) -> tuple[tuple[KeyGroup, ...], ...]:
        """Return the groups in their order, cut where the longest column is shortest."""
        count = min(self._count(width), max(len(self.groups), 1))
        places = range(1, len(self.groups))
        cuts = [(0, *cut, len(self.groups)) for cut in combinations(places, count - 1)]

        heights = [self._height(group, width) for group in self.groups]

        def longest(cut: tuple[int, ...]) -> int:
            return max(sum(heights[a:b]) for a, b in pairwise(cut))

        return self._parts(min(cuts, key=longest)) if cuts else ()

    def _parts(self, cut: tuple[int, ...]) -> tuple[tuple[KeyGroup, ...], ...]:
        return tuple(self.groups[a:b] for a, b in pairwise(cut))

    def _count(self, width: int) -> int:
        least = Measures(self._theme).scaled(_LEAST_COLUMN)
        return min(max((width + _GAP) // (least + _GAP), 1), _MOST_COLUMNS)

    def _column_width(self, width: int) -> int:
        count = self._count(width)
        return (width - _GAP * (count - 1)) // count

    def _keys_width(self) -> int:
        metrics = QFontMetrics(self._theme.font(TextRole.META, weight=600))
        keys = (key for group in self.groups for key, _ in group.lines)
        return max((metrics.horizontalAdvance(key) for key in keys), default=0) + 16

    def _height(self, group: KeyGroup, width: int) -> int:
        words_width = self._column_width(width) - self._keys_width()
        lines = sum(self._line_height(words, words_width) for _, words in group.lines)
        return self._theme.line(TextRole.STRONG) + 4 + lines + _BETWEEN

    def _line_height(self, words: str, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(TextRole.META))
        needed = metrics.boundingRect(QRect(0, 0, width, 1000), _WRAP, words).height()
        return needed + 3


class KeyHelp(QFrame):
    """An overlay over the whole window; Esc and F1 close it, the arrows scroll it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("key-help")
        self.setAccessibleName(self.tr("Keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_kind(self, "popup")
        self._title = QLabel(self.tr("Keys"))
        set_role(self._title, TextRole.TITLE)
        self._how = QLabel()
        set_role(self._how, TextRole.META)
        set_kind(self._how, "muted")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._how)
        head.addSpacing(12)
        self._sheet = KeySheet(theme)
        self._area = QScrollArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._sheet)
        self._area.verticalScrollBar().valueChanged.connect(self._sheet.seen_anew)
        self._area.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, _MARGIN, 12, _MARGIN)
        layout.setSpacing(_SPACING)
        layout.addLayout(head)
        layout.addWidget(self._area, 1)
        self.hide()

    @property
    def text(self) -> str:
        """All keys and what they do, a line each."""
        lines = (line for group in self._sheet.groups for line in group.lines)
        return "\n".join(f"{key}\t{words}" for key, words in lines)

    def open(self, situation: Situation, below: int, above: int) -> None:
        """Show the keys between two heights: the clocks and the log stay in sight."""
        groups = [
            *(KeyGroup(group, self._lines(group, situation)) for group in _GROUPS),
            KeyGroup(self.tr("On the board"), BOARD_KEYS),
            *(KeyGroup(group, self._lines(group, situation)) for group in _AFTER_THE_BOARD),
        ]
        self.setMaximumHeight(_ANY_HEIGHT)
        self.setMinimumHeight(0)
        self.setGeometry(16, below + 4, self.window().width() - 32, above - below - 4)
        self._sheet.show_groups(tuple(groups), self.width() - 24 - 12 - 16)
        self._fit()
        self._area.verticalScrollBar().setValue(0)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Be no higher than the keys need, and say how they are closed and scrolled."""
        around = 2 * _MARGIN + self._title.sizeHint().height() + _SPACING + 2
        is_long = self._sheet.height() + around > self.height()
        self.setFixedHeight(min(self._sheet.height() + around, self.height()))
        closes = self.tr("Esc or F1 closes")
        scrolls = self.tr("↑ ↓ scroll; Esc or F1 closes")
        self._how.setText(scrolls if is_long else closes)

    def _lines(self, group: Group, situation: Situation) -> tuple[tuple[str, str], ...]:
        found = [
            (_keys_of(one, one.verb(situation)), one.verb(situation))
            for one in ACTIONS
            if one.group == group
        ]
        if group == "Conduct":
            found.insert(1, ("↑ ↓, Enter", self.tr("Choose another inject, release it")))
            found.append(("Esc", self.tr("Back to the list, and to the room’s inject")))
        return tuple(found)

    def dismiss(self) -> None:
        """Close the sheet."""
        self.hide()
        self.closed.emit()

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._area.verticalScrollBar()
        steps = {Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40}
        steps |= {Qt.Key.Key_End: bar.maximum(), Qt.Key.Key_Home: -bar.maximum()}
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _keys_of(one: Action, verb: str) -> str:
    """Return the keys of an action as they are printed; without any, the way over the palette."""
    keys = ", ".join(shown_key(key) for key, _ in one.keys)
    find = f"{action('palette').key}, {verb.split(' ', 1)[0].casefold()}"
    return keys or _IN_THE_LOG.get(one.id) or find
