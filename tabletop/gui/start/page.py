"""The page itself: fields, seats, checks, and the button that starts."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tabletop.gui.background import run_in_background
from tabletop.gui.held_keys import HeldKeys, once_a_press
from tabletop.gui.library.buttons import PaintedButton
from tabletop.gui.library.rows import hours
from tabletop.gui.library.settings import A_WINDOW
from tabletop.gui.start import preflight
from tabletop.gui.start import rows as seat_rows
from tabletop.gui.start.looking import look_at, read_plan
from tabletop.gui.start.preflight import Screen
from tabletop.gui.start.preflight_panel import PreflightPanel
from tabletop.gui.start.seats import SeatTable
from tabletop.gui.start.segments import Segments
from tabletop.gui.start.sheet import Sheet
from tabletop.gui.theme.theme import set_kind, set_role
from tabletop.gui.theme.typography import TextRole
from tabletop.gui.troubles import sentence_of

if TYPE_CHECKING:
    from random import Random

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from tabletop.gui.services import Services, ShippedScenario
    from tabletop.gui.start.looking import Plan
    from tabletop.gui.start.preflight import Machine
    from tabletop.gui.start.rows import Pasted
    from tabletop.gui.theme.theme import Theme

_MARGIN = 16
_PANEL, _PANEL_SHARE = 388, 0.34
# The seats' side holds four fields, and all words above the table, from these widths on.
_FOUR_FIELDS, _WHOLE_WORDS = 760, 560
_NARROWEST = 520
_FULL = ""
_EXERCISE, _REHEARSAL = "exercise", "rehearsal"


class StartPage(QWidget):
    """Asks nothing that must be answered: Enter in the name, or Ctrl Enter anywhere, starts."""

    start_wanted = Signal(object, str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        scenario: ShippedScenario,
        *,
        chance: Random,
        room_screen: str = "",
        is_rehearsal: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("start-page")
        self._theme = theme
        self._scenario = scenario
        self._chance = chance
        self._plan: Plan | None = None
        self._machine: Machine | None = None
        self._fields: list[QVBoxLayout] = []
        self._across = 0
        self._warned_of: tuple[str, ...] = ()
        self._make_fields(room_screen, is_rehearsal=is_rehearsal)
        self._make_seats()
        self.preflight = PreflightPanel(theme, self)
        self._make_foot()
        self._lay_out()
        self._connect()
        self._on_kind_chosen()
        self._check()

    # --- what is asked -------------------------------------------------------------------------

    @property
    def room_screen(self) -> str:
        """The system's id of the screen chosen for the room, A_WINDOW, or nothing to choose."""
        return str(self.screens.currentData()) if self.screens.count() > 1 else ""

    def take_focus(self) -> None:
        """Give the keyboard to the name; Enter there starts."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def use(self, services: Services) -> None:
        """Read the scenario and look at the machine, in the background."""
        path = self._scenario.path
        run_in_background(self, lambda: read_plan(services, path), self.show_plan, self._on_unread)
        run_in_background(self, lambda: look_at(services), self.show_machine, self._on_unread)

    def start(self) -> None:
        """Say what is to be started."""
        plan = seat_rows.plan_of(
            self._scenario.path,
            self.seats.seats.rows,
            name=self.name.text(),
            cut=self.version.key or None,
            is_rehearsal=self.kind.key == _REHEARSAL,
        )
        self.start_wanted.emit(plan, self.room_screen)

    def draw_cards(self) -> None:
        """Draw a card for every seat that may have one."""
        model = self.seats.seats
        model.show_rows(seat_rows.drawn(model.rows, model.cards, self._chance))
        self._draw.say(self.tr("Draw cards again"))

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        typed = seat_rows.typed_names(self.name.text(), self.seats.seats.rows)
        if typed in ((), self._warned_of):
            self.left.emit()
        else:
            self._warned_of = typed
            self._hint.setText(self.tr("Esc once more goes back; the names typed here are lost."))

    # --- making it -----------------------------------------------------------------------------

    def _make_fields(self, room_screen: str, *, is_rehearsal: bool) -> None:
        title = self._scenario.title
        self.name = QLineEdit(self)
        self.name.setObjectName("name")
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setToolTip(self.tr("What the exercise is called in lists and reports"))
        self.name.setMaxLength(200)
        HeldKeys(self.name)
        self.name.setPlaceholderText(self.tr("{}, with day and time").format(title))
        self.version = Segments(self._theme, self.tr("Version"), self)
        length = hours(self._scenario.minutes)
        full = self.tr("Full, {}").format(length) if length else self.tr("Full")
        self.version.show_choices(((_FULL, full), *self._scenario.cuts), _FULL)
        self.kind = Segments(self._theme, self.tr("Kind"), self)
        kinds = ((_EXERCISE, self.tr("Exercise")), (_REHEARSAL, self.tr("Rehearsal")))
        self.kind.show_choices(kinds, _REHEARSAL if is_rehearsal else _EXERCISE)
        self.screens = QComboBox(self)
        self.screens.setObjectName("room-screen")
        self.screens.setAccessibleName(self.tr("Room screen"))
        self.screens.setToolTip(self.tr("Where the participants see the picture"))
        self._list_screens(room_screen)

    def _make_seats(self) -> None:
        self.seats = SeatTable(self._theme, self)
        self._seats_title = QLabel(self.tr("Seats"))
        self._seats_line = QLabel(self.tr("reading the scenario"))
        set_role(self._seats_title, TextRole.PANEL)
        set_role(self._seats_line, TextRole.TEXT)
        set_kind(self._seats_line, "muted")
        self._seats_line.setWordWrap(True)
        paste = self.tr("Paste from a spreadsheet")
        self._paste = PaintedButton(self._theme, paste, "flat", icon="table", parent=self)
        self._paste.setObjectName("paste")
        self._paste.setToolTip(
            self.tr("Lines of seat, person, organisation, copied from a spreadsheet (Ctrl V)")
        )
        self._draw = PaintedButton(self._theme, self.tr("Draw cards"), parent=self)
        self._draw.setObjectName("draw")
        self._draw.setToolTip(self.tr("Give every deciding seat a role card at random"))
        self._draw.hide()

    def _make_foot(self) -> None:
        self._back = PaintedButton(self._theme, self.tr("Back"), "flat", key="Esc", parent=self)
        self._back.setObjectName("back")
        self._back.setToolTip(self.tr("Back to the library (Esc)"))
        self._hint = QLabel(self)
        set_role(self._hint, TextRole.TEXT)
        set_kind(self._hint, "muted")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        key = self.tr("Ctrl Enter")
        self._start = PaintedButton(
            self._theme, "", "primary", icon="play", key=key, height=40, parent=self
        )
        self._start.setObjectName("start")
        self._start.setToolTip(self.tr("Open the console with these seats (Ctrl Enter)"))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(_MARGIN)
        left.addWidget(self._fields_card())
        left.addWidget(self._seats_card(), 1)
        body = QHBoxLayout()
        body.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        body.setSpacing(_MARGIN)
        body.addLayout(left, 1)
        body.addWidget(self.preflight)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(self._foot())

    def _fields_card(self) -> QWidget:
        card = Sheet(self._theme, self)
        self._fields_grid = QGridLayout(card)
        self._fields_grid.setContentsMargins(16, 14, 16, 16)
        self._fields_grid.setSpacing(16)
        for words, field in (
            (self.tr("Name"), self.name),
            (self.tr("Version"), self.version),
            (self.tr("Kind"), self.kind),
            (self.tr("Room screen"), self.screens),
        ):
            label = QLabel(words)
            set_role(label, TextRole.HEAD)
            set_kind(label, "muted")
            label.setBuddy(field)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(field)
            self._fields.append(column)
        return card

    def minimumSizeHint(self) -> QSize:
        # Fields and words give way to a narrow window; they must not widen it before they can.
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._theme.scaled(_NARROWEST)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width between seats and checks; where it is short, words give way."""
        panel = min(self._theme.scaled(_PANEL), round(self.width() * _PANEL_SHARE))
        left = self.width() - panel - 3 * _MARGIN
        self.preflight.setFixedWidth(panel)
        self._place_fields(4 if left >= self._theme.scaled(_FOUR_FIELDS) else 2)
        is_short = left < self._theme.scaled(_WHOLE_WORDS)
        self._paste.say(self.tr("Paste") if is_short else self.tr("Paste from a spreadsheet"))

    def _place_fields(self, across: int) -> None:
        """Place the fields side by side, or two by two."""
        if across == self._across:
            return
        self._across = across
        for number, column in enumerate(self._fields):
            self._fields_grid.removeItem(column)
            self._fields_grid.addLayout(column, *divmod(number, across))
        for number, stretch in enumerate((5, 5, 4, 4)):
            self._fields_grid.setColumnStretch(number, stretch if number < across else 0)

    def _seats_card(self) -> QWidget:
        card = Sheet(self._theme, self)
        head = QHBoxLayout()
        head.setContentsMargins(16, 7, 16, 7)
        head.setSpacing(8)
        head.addWidget(self._seats_title)
        head.addWidget(self._seats_line, 1)
        head.addWidget(self._paste)
        head.addWidget(self._draw)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.seats, 1)
        return card

    def _foot(self) -> QWidget:
        foot = Sheet(self._theme, self, is_foot=True)
        row = QHBoxLayout(foot)
        row.setContentsMargins(_MARGIN, 10, _MARGIN, 10)
        row.setSpacing(12)
        row.addWidget(self._back)
        row.addWidget(self._hint, 1)
        row.addWidget(self._start)
        return foot

    def _connect(self) -> None:
        self._theme.changed.connect(self._fit)
        self.name.returnPressed.connect(self.start)
        self._start.clicked.connect(self.start)
        self._back.clicked.connect(self.left)
        self._draw.clicked.connect(self.draw_cards)
        self._paste.clicked.connect(self.seats.paste_clipboard)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.seats.seats.rows_changed.connect(self._check)
        self.seats.was_pasted.connect(self._on_pasted)
        self.preflight.repair_wanted.connect(self.seats.go_to)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screens_changed)
            application.screenRemoved.connect(self._on_screens_changed)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.start).setAutoRepeat(False)

    # --- what happens --------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Show the seats and cards of the scenario that was read."""
        self._plan = plan
        model = self.seats.seats
        model.begin(plan.scenario)
        self._draw.setVisible(bool(seat_rows.drawable(plan.scenario.cards)))
        self._on_kind_chosen()

    def _on_unread(self, error: Exception) -> None:
        set_kind(self._seats_line, "danger")
        self._seats_line.setText(sentence_of(error))

    def show_machine(self, machine: Machine) -> None:
        """Show what was found about disk and database."""
        self._machine = machine
        self._check()

    def _on_kind_chosen(self) -> None:
        is_rehearsal = self.kind.key == _REHEARSAL
        words = self.tr("Start rehearsal") if is_rehearsal else self.tr("Start exercise")
        self._start.say(words)
        first = (
            self._plan.scenario.injects[0].id if self._plan and self._plan.scenario.injects else ""
        )
        opens = self.tr("Opens the console; the first Space there is STARTEX")
        self._hint.setText(self.tr("{} and releases {}.").format(opens, first) if first else opens)

    def _on_pasted(self, outcome: Pasted) -> None:
        is_one = outcome.taken == 1
        words = self.tr("{} person taken over") if is_one else self.tr("{} people taken over")
        taken = words.format(outcome.taken)
        if outcome.unknown:
            missed = self.tr("no seat for {}").format(", ".join(outcome.unknown[:5]))
            set_kind(self._seats_line, "warning")
            self._seats_line.setText(f"{taken}; {missed}")

    def _on_screens_changed(self) -> None:
        self._list_screens(self.room_screen)
        self._check()

    def _list_screens(self, chosen: str) -> None:
        self.screens.clear()
        self.screens.addItem(self.tr("A window"), A_WINDOW)
        for screen in _screens():
            if not screen.is_primary:
                self.screens.addItem(screen.words, screen.id)
        place = self.screens.findData(chosen) if chosen else -1
        self.screens.setCurrentIndex(place if place >= 0 else self.screens.count() - 1)

    def _check(self) -> None:
        rows, plan = self.seats.seats.rows, self._plan
        if plan is not None:
            set_kind(self._seats_line, "muted")
            self._seats_line.setText(seat_rows.seats_line(rows))
        self.preflight.show_checks(
            preflight.checks(
                rows,
                _screens(),
                QFontDatabase.families(),
                self._machine,
                plan.scenario if plan else None,
                plan.findings if plan else (),
            )
        )
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does; new links of the checks would come last of all."""
        seats = (self._paste, self._draw, self.seats)
        order = (self.screens, *seats, *self.preflight.repairs, self._back, self._start)
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)


def _screens() -> tuple[Screen, ...]:
    primary = QGuiApplication.primaryScreen()
    return tuple(
        Screen(
            screen.name(),
            " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
            or screen.name(),
            screen.size().width(),
            screen.size().height(),
            screen is primary or screen.name() == primary.name(),
        )
        for screen in QGuiApplication.screens()
    )
