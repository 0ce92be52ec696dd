"""The seats of the start page as an item model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tabletop.gui.library import painting
from tabletop.gui.start import rows as seat_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from tabletop.gui.start.rows import SeatRow
    from tabletop.scenario.model import Card, Scenario

Index = QModelIndex | QPersistentModelIndex
SEAT, TITLE, PERSON, ORGANISATION, CARD, PLAYED = range(6)
FIELDS = {PERSON: seat_rows.PERSON, ORGANISATION: seat_rows.ORGANISATION}
ROW = int(Qt.ItemDataRole.UserRole)
_NO_INDEX = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class SeatModel(QAbstractTableModel):
    """The seats as they are being filled in."""

    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SeatRow, ...] = ()
        self._cards: dict[str, Card] = {}
        self._titles: dict[str, str] = {}
        self._heads = (
            self.tr("Seat"),
            self.tr("Delegation"),
            self.tr("Person"),
            self.tr("Organisation"),
            self.tr("Role card"),
            self.tr("Plays"),
        )

    @property
    def rows(self) -> tuple[SeatRow, ...]:
        """The seats."""
        return self._rows

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the scenario."""
        return tuple(self._cards.values())

    def begin(self, scenario: Scenario) -> None:
        """Begin with the seats and cards of a scenario."""
        self.beginResetModel()
        self._rows = seat_rows.seat_rows(scenario)
        self._cards = {card.id: card for card in scenario.cards}
        self._titles = {c.id: seat_rows.told(c.title, scenario) for c in scenario.cards}
        self.endResetModel()
        self.rows_changed.emit()

    def show_rows(self, rows: Sequence[SeatRow]) -> None:
        """Show the same seats with other contents."""
        self._rows = tuple(rows)
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, PLAYED))
        self.rows_changed.emit()

    def change(self, number: int, **values: object) -> None:
        """Change one seat."""
        self.show_rows(seat_rows.changed(self._rows, number, **values))

    def title_of(self, card: str) -> str:
        """Return the title of a card."""
        return self._titles[card]

    def card_words(self, row: SeatRow) -> str:
        """Return the cards of a seat in words."""
        ids = row.dealt or ((row.card,) if row.card else ())
        titles = [self._titles[card] for card in ids if card in self._titles]
        return titles[0] + (f" +{len(titles) - 1}" if len(titles) > 1 else "") if titles else ""

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return painting.CENTRE if section == PLAYED else painting.LEFT
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS | Qt.ItemFlag.ItemIsEditable if index.column() in FIELDS else _FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        texts = (row.role, row.title, row.person, row.organisation, self.card_words(row))
        word = self.tr("plays") if row.played else self.tr("not played")
        text = (*texts, word)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.role}, {self._heads[index.column()]}: {text or self.tr('empty')}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() not in FIELDS:
            return False
        self.change(index.row(), **{FIELDS[index.column()]: str(value).strip()})
        return True

    def _tip(self, row: SeatRow, column: int) -> str:
        if column == CARD:
            held = [card for card in self.cards if card.id in (row.card, *row.dealt)]
            return "\n\n".join(f"{self.title_of(card.id)}\n{card.text}" for card in held)
        if column == PLAYED:
            leave, play = self.tr("Leave this seat out (Space)"), self.tr("Play this seat (Space)")
            return leave if row.played else play
        return row.title if column == TITLE else ""
