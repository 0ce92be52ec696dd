"""The standby card: what GO would release, apart from what the room sees."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tabletop.gui.console.buttons import GoButton
from tabletop.gui.console.head_line import HeadLine
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.lettering import RIGHT
from tabletop.gui.console.rows.injects import StandbyRow
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole


class StandbyCard(QFrame):
    """Shows the inject on standby and GO; the loudest thing on the console."""

    go_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standby")
        set_kind(self, "standby")
        self._theme = theme
        self._row: StandbyRow | None = None
        self._is_held = False
        self._head_line, self._play = HeadLine(theme, spacing=6), QLabel()
        self._head = QLabel(self.tr("Standby"))
        self._unseen = ElidedLabel(
            theme, TextRole.META, "standby-aside", colour="muted", align=RIGHT
        )
        self._title = ElidedLabel(theme, TextRole.PANEL, "standby-title")
        self._facts = ElidedLabel(theme, TextRole.TEXT, "standby-facts", colour="muted")
        self.go = GoButton(theme, self)
        self.go.clicked.connect(self.go_clicked)
        self._sign = QLabel()
        theme.set_icon(self._sign, "link", role="muted")
        self._consequence = ElidedLabel(theme, TextRole.TEXT, "standby-consequence", colour="muted")
        self._lay_out()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._sign)
        foot.addWidget(self._consequence, 1)
        self._fill_head()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 12)
        layout.setSpacing(0)
        layout.addWidget(self._head_line)
        layout.addWidget(self._title)
        layout.addWidget(self._facts)
        layout.addSpacing(8)
        layout.addWidget(self.go)
        layout.addSpacing(8)
        layout.addLayout(foot)

    def _fill_head(self) -> None:
        set_role(self._head, TextRole.META)
        set_kind(self._head, "accent")
        self._head.setStyleSheet("font-weight: 600;")
        row = self._head_line.row
        row.addWidget(self._play)
        row.addWidget(self._head)
        row.addWidget(self._unseen, 1)

    @property
    def row(self) -> StandbyRow | None:
        """What is shown."""
        return self._row

    def show_row(self, row: StandbyRow) -> None:
        """Show another inject on standby."""
        if row == self._row:
            return
        self._row = row
        icon, colour = row.sign
        self._theme.set_icon(self._play, icon, role=colour, size=12)
        self._head.setText(row.heading)
        set_kind(self._head, colour)
        self._unseen.setText(row.aside)
        self._title.setText(f"{row.inject_id}  {row.title}".strip())
        self._facts.setText(row.facts)
        self._consequence.setText(row.consequence)
        self._consequence.show_colour("warning" if row.is_warning else "muted")
        icon = "branch" if row.is_warning else "link"
        self._theme.set_icon(self._sign, icon, role="warning" if row.is_warning else "muted")
        self._show_go()

    def show_held(self, *, is_held: bool) -> None:
        """Say the keys that release from where the focus is: Space is held where it types."""
        if is_held != self._is_held:
            self._is_held = is_held
            self._show_go()

    def _show_go(self) -> None:
        row = self._row
        if row is None:
            return
        key = self.tr("Esc, Space") if self._is_held and row.action == "go" else row.key
        self.go.show_words(row.verb, key)
