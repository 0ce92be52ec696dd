"""The left column: standby card, list of injects, contingency shelf."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tabletop.gui.console.buttons import KeyButton
from tabletop.gui.console.hairlines import level
from tabletop.gui.console.inject_list import InjectListView
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.rows.injects import Line, lines, shelf_ids, standby_row
from tabletop.gui.console.standby import StandbyCard
from tabletop.gui.situation import Situation
from tabletop.gui.theme.theme import Theme, set_kind
from tabletop.gui.theme.typography import TextRole

_MOST_ON_SHELF = 4


class LeftColumn(QFrame):
    """Where one walks through the injects; the arrows lead from the list to the shelf and back."""

    chosen = Signal(str)
    release_requested = Signal(str)
    improvise_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("left-column")
        set_kind(self, "panel")
        self._theme = theme
        self._is_folded = False
        self.standby = StandbyCard(theme)
        self.list = InjectListView(theme, "injects")
        self.list.setAccessibleName(self.tr("Injects"))
        self.shelf = InjectListView(theme, "shelf", is_shelf=True)
        self.shelf.setAccessibleName(self.tr("Contingency shelf"))
        self.shelf.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.improvise = KeyButton(theme, "improvise", kind="link")
        self.improvise.show_words(self.tr("Improvise"), "I", icon="plus")
        self._shelf_head = ElidedLabel(theme, TextRole.HEAD, "shelf-head", colour="muted")
        self._shelf_head.setText(self.tr("Contingency shelf"))
        self._lay_out()
        for view in (self.list, self.shelf):
            view.chosen.connect(self.chosen)
            view.release_requested.connect(self.release_requested)
        self.list.left_at_end.connect(self._on_list_end)
        self.shelf.left_at_start.connect(self._on_shelf_start)
        self.improvise.clicked.connect(self.improvise_clicked)
        theme.changed.connect(self._fit_shelf)

    def show_situation(self, situation: Situation) -> None:
        """Show the injects as they stand; the cursor follows a hand, nothing else."""
        shelf = tuple(Line(inject_id) for inject_id in shelf_ids(situation.state))
        self.list.show_situation(lines(situation.state), situation)
        self.shelf.show_situation(shelf, situation)
        cursor = situation.chosen or situation.standby or situation.in_room
        self.list.set_current(cursor or "")
        self.shelf.set_current(cursor or "")
        self._fit_shelf()

    def show_standby(self, situation: Situation, *, is_held: bool) -> None:
        """Show what GO would release at this moment, and the keys that do it from here."""
        self.standby.show_row(standby_row(situation))
        self.standby.show_held(is_held=is_held)

    def fold_shelf(self, *, folded: bool) -> None:
        """Keep only the shelf's heading where the window is low."""
        if folded != self._is_folded:
            self._is_folded = folded
            self.shelf.setVisible(not folded)

    def go_to_shelf(self) -> None:
        """Put the cursor on the first inject of the shelf."""
        self.shelf.show()
        self.shelf.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.shelf.injects.rowCount():
            first = self.shelf.injects.index(0)
            self.shelf.setCurrentIndex(first)
            self.chosen.emit(self.shelf.injects.inject_at(first))

    def _on_list_end(self) -> None:
        if self.shelf.injects.rowCount():
            self.go_to_shelf()

    def _on_shelf_start(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        last = self.list.injects.rowCount() - 1
        if last >= 0:
            index = self.list.injects.index(last)
            self.list.setCurrentIndex(index)
            self.chosen.emit(self.list.injects.inject_at(index))

    def _fit_shelf(self) -> None:
        count = self.shelf.injects.rowCount()
        height = min(count, _MOST_ON_SHELF) * Measures(self._theme).list_row
        if self.shelf.maximumHeight() != height:
            self.shelf.setFixedHeight(height)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 2, 4, 2)
        head.addWidget(self._shelf_head, 1)
        head.addWidget(self.improvise)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(0)
        layout.addWidget(self.standby)
        layout.addWidget(self.list, 1)
        layout.addWidget(level())
        layout.addLayout(head)
        layout.addWidget(self.shelf)
