"""The console: puts its parts together, shows the situation in them, carries out actions."""

from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from tabletop.exercise.journal import Entry
from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.console import hairlines
from tabletop.gui.console.absence import Absence
from tabletop.gui.console.area_hand import AreaHand
from tabletop.gui.console.board import BoardPanel
from tabletop.gui.console.bottom_bar import BottomBar
from tabletop.gui.console.clock_bar import ClockBar
from tabletop.gui.console.conduct import Conductor
from tabletop.gui.console.decide import Decider
from tabletop.gui.console.desk import Desk
from tabletop.gui.console.doings import (
    conducting,
    deciding,
    evaluating,
    finding,
    reading,
    recording,
    seating,
    showing_the_room,
)
from tabletop.gui.console.enter_once import EnterOnce
from tabletop.gui.console.evaluate import Evaluator
from tabletop.gui.console.following import Follower
from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.inject_panel import InjectPanel
from tabletop.gui.console.judge import Judge
from tabletop.gui.console.leaving import Leaving
from tabletop.gui.console.left_column import LeftColumn
from tabletop.gui.console.measures import WIDE_FROM, Measures
from tabletop.gui.console.monitors import Monitors
from tabletop.gui.console.notices import Notices
from tabletop.gui.console.overlays import Overlays
from tabletop.gui.console.placing import Bars, place_panel
from tabletop.gui.console.record import Recorder
from tabletop.gui.console.reporting import Reporter, ReportStrip
from tabletop.gui.console.room_desk import RoomDesk
from tabletop.gui.console.rows.board import board_rows
from tabletop.gui.console.rows.clocks import clock_row
from tabletop.gui.console.rows.figures import figures
from tabletop.gui.console.rows.finding import refused_words
from tabletop.gui.console.rows.inject_view import inject_view, request_rows
from tabletop.gui.console.rows.log import LogBook, log_lines
from tabletop.gui.console.rows.silence import silence_row
from tabletop.gui.console.rows.texts import told
from tabletop.gui.console.seating import Seating
from tabletop.gui.console.shortcuts import Shortcuts
from tabletop.gui.console.silence_notice import SilenceNotice
from tabletop.gui.console.trouble_bar import Trouble, TroubleBar
from tabletop.gui.console.whereabouts import Whereabouts, area_stops, lead_by_tab
from tabletop.gui.held_keys import once_a_press
from tabletop.gui.services import Services
from tabletop.gui.situation import Situation
from tabletop.gui.theme.banner import MarkingBanner
from tabletop.gui.theme.theme import Theme, set_kind
from tabletop.gui.troubles import guarded
from tabletop.live import LiveExercise

TICK = 250
_LEAST_SIZE = (1024, 600)


class ConsoleWindow(QMainWindow):
    """One live exercise at one desk; holds nothing that closing it would lose.

    Closing is its end: the exercise is taken up again with a new one.
    """

    closed = Signal()

    def __init__(
        self,
        live: LiveExercise,
        services: Services,
        theme: Theme,
        *,
        zone: tzinfo | None = None,
        open_folder: Callable[[Path], object] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("console")
        self._is_over = False
        self._theme = theme
        self.bridge = ExerciseBridge(live, parent=self)
        self._book = LogBook(live.entries)
        # Before the desk, whose word that something changed lets everything be shown, once.
        self.bridge.recorded.connect(self._on_recorded)
        self.desk = Desk(self.bridge, zone, self)
        self._make_parts(theme)
        self._make_hands(services, open_folder)
        self._lay_out()
        self._doings = self._all_doings()
        self._finding = finding(self.conductor, self.desk, self.board, self.where)
        self.shortcuts = Shortcuts(self, self.perform, self._overlays)
        self._connect()
        self._ticker = QTimer(self, interval=TICK)
        self._ticker.timeout.connect(self._on_tick)
        # Large type asks for more than a small screen has; the parts scroll and elide instead.
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(1366, 768)
        state = live.state
        name = state.name or told(state.scenario.title, state)
        self.setWindowTitle(self.tr("{} – Tabletop").format(name))
        self.refresh()
        if live.entries:
            self.notices.recorded(live.entries[-1])
        self._ticker.start()

    def _make_parts(self, theme: Theme) -> None:
        state = self.bridge.state
        self.marking = MarkingBanner(theme, told(state.scenario.marking, state))
        self.clock_bar = ClockBar(theme)
        self.left = LeftColumn(theme)
        self.inject = InjectPanel(theme)
        self.board = BoardPanel(theme)
        self._bottom = BottomBar(theme)
        self.log, self.saved = self._bottom.log, self._bottom.saved
        self._desk_area = QWidget()
        self.setCentralWidget(self._desk_area)
        self.where = Whereabouts(self.left.list, self.board, self)
        self._overlays = Overlays(theme, self._desk_area, self.desk, self.where, self)
        self.strip, self.text_panel = self._overlays.strip, self._overlays.panel
        self.palette_, self.help = self._overlays.palette, self._overlays.help
        self.trouble = TroubleBar(theme, self._desk_area)
        self.report_strip = ReportStrip(theme, self._desk_area)
        self.silence_notice = SilenceNotice(theme, self._desk_area)

    def _make_hands(self, services: Services, open_folder: Callable[[Path], object] | None) -> None:
        self.notices = Notices(self.bridge, self.desk, self.trouble, self.saved, self)
        tools = Tools(self.bridge, self.desk, self.strip)
        self.conductor = Conductor(tools, self.text_panel, self)
        self.seating = Seating(tools, self)
        self.decider = Decider(tools, self.board, self)
        self.judge = Judge(tools, self.board, self)
        self.recorder = Recorder(tools, self.log, self)
        self._area_hand = AreaHand(tools, self.inject, self.recorder, self.seating, self)
        self.evaluator = Evaluator(tools, self.inject.area.log, self)
        self.room = RoomDesk(self.bridge, self.desk, self, self)
        self.follower = Follower(self.bridge, self)
        self._absence = Absence(tools, services, self.closed, self)
        self._once = EnterOnce(self._overlays, self.conductor.release, self.perform, self)
        self._leaving = Leaving(self.bridge, self._overlays, self.log, self)
        exercise_id = self.bridge.live.exercise_id
        self.reporter = Reporter(services, exercise_id, self.report_strip, open_folder, self)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        middle = QFrame()
        set_kind(middle, "panel")
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.inject)
        for part, stretch in ((self.left, 0), (middle, 1), (self.board, 0)):
            columns.addWidget(part, stretch)
            if part is not self.board:
                columns.addWidget(hairlines.upright())
        layout = QVBoxLayout(self._desk_area)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.marking)
        layout.addWidget(self.clock_bar)
        layout.addLayout(columns, 1)
        layout.addWidget(hairlines.level())
        layout.addWidget(self._bottom)
        bars = (self.trouble, self.strip, self.silence_notice, self.report_strip)
        self._bars = Bars(self._theme, columns, bars)
        self._fit()
        area = area_stops(self.inject.area)
        rest = (self.clock_bar, self.inject.undo, self.left.standby, self.left.improvise)
        lead_by_tab(self.left.list, self.board, *area, self.log.field, *rest)

    def _connect(self) -> None:
        self.desk.changed.connect(self.refresh)
        for hand in self.findChildren(Hand):
            hand.objected.connect(self.notices.refuse)
        self.left.chosen.connect(self.desk.choose)
        self.left.chosen.connect(self._once.forget)
        self.left.release_requested.connect(self._once.release)
        self._once.doubted.connect(self.notices.refuse)
        self.left.improvise_clicked.connect(self.conductor.improvise)
        self.left.standby.go_clicked.connect(self._on_go_clicked)
        self.clock_bar.pause_clicked.connect(self.conductor.pause)
        self.clock_bar.palette_clicked.connect(self._overlays.find)
        self.inject.undo.clicked.connect(self._on_undo_clicked)
        self.board.left.connect(self._on_board_left)
        self.board.buttons.action_requested.connect(self.perform)
        self.board.switcher.chosen.connect(self.desk.turn_to)
        self.log.left.connect(self.where.leave)
        self.palette_.chosen.connect(self._once.perform)
        self._overlays.moved.connect(self._on_overlay_moved)
        self.where.moved.connect(self._on_hand_moved)
        self.strip.key_held.connect(self.notices.hold_key)
        self.silence_notice.go_clicked.connect(self.decider.go_to_ended_silence)
        for bar in (self.trouble, self.silence_notice, self.report_strip):
            bar.opened.connect(self._place_strips)
            bar.closed.connect(self._place_strips)
        self.follower.lost.connect(self.notices.cannot_follow)
        self.follower.found.connect(self.notices.follows_again)
        self.room.key_pressed.connect(self.shortcuts.on_key_from_room)
        self.shortcuts.desk_wanted.connect(self._on_desk_wanted)

    def _all_doings(self) -> dict[str, Callable[[], None]]:
        return {
            **conducting(self.conductor, self.left),
            **seating(self.seating),
            **showing_the_room(self.room),
            **deciding(self.decider, self.desk, self.where),
            **recording(self.recorder, self.log, self.inject),
            **evaluating(self.evaluator),
            **reading(self.inject),
            "away": self._absence.count_as_pause,
            "judge": self.judge.judge,
            "report": self.reporter.write,
            "injects": self.where.go_home,
            "palette": self._overlays.find,
            "help": self._show_keys,
            "leave": self._leaving.leave,
        }

    def refresh(self) -> None:
        """Show the situation of this moment in every part."""
        situation = self.desk.situation()
        self.left.show_situation(situation)
        self._show_inject(situation)
        self._bottom.figures.show_figures(figures(situation))
        step = situation.undo_step
        self.inject.show_undo(step.label if step else "")
        self._show_clocks(situation)

    def _show_inject(self, situation: Situation) -> None:
        shown = situation.shown
        self.inject.show_view(inject_view(shown, situation) if shown else None)
        if shown:
            lines = log_lines(self._book.of(shown), situation)
            self.inject.area.show_log(lines)

    def _show_clocks(self, situation: Situation) -> None:
        """Show what moves with the clock; every part repaints only what has changed."""
        self.clock_bar.show_row(clock_row(situation))
        self.board.show_rows(board_rows(situation), silence_row(situation))
        self.silence_notice.look(situation)
        self.inject.area.show_requests(request_rows(situation))
        self.left.show_standby(situation, is_held=self.where.holds_space)
        self.room.refresh(situation)
        if self._theme.typography.wide:
            self.room.show_on(self.inject.area.monitors, situation)

    def perform(self, action_id: str) -> None:
        """Carry out an action of the table, or say why it cannot be done now."""
        self.where.stay()
        if not self._once.may_follow(action_id):
            return
        situation = self.desk.situation()
        if refused := refused_words(action_id, situation):
            self.notices.refuse(f"{refused}.")
            return
        kind, _, name = action_id.partition(":")
        if name:
            self._finding[kind](name)
            return
        self._doings[action_id]()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say that something went wrong, what is safe, and what to do."""
        self.trouble.show_trouble(trouble)

    def show_bug(self, sentence: str) -> None:
        """Tell of a bug: the exercise goes on."""
        self.notices.bug(sentence)

    def _on_recorded(self, entries: tuple[Entry, ...]) -> None:
        self._book.take(entries)
        self.notices.recorded(entries[-1])

    def _on_tick(self) -> None:
        self._show_clocks(self.desk.situation())

    def _on_go_clicked(self) -> None:
        row = self.left.standby.row
        self.perform(row.action if row else "go")

    def _on_undo_clicked(self) -> None:
        self.perform("undo")

    def _on_desk_wanted(self, words: str) -> None:
        self.activateWindow()
        if words:
            self.notices.refuse(words)

    def _on_board_left(self) -> None:
        if self.board.has_let_go:
            self.desk.choose(None)
        self.where.leave()

    def _show_keys(self) -> None:
        self._overlays.show_keys(self.clock_bar.geometry().bottom() + 1, self._bottom.y())

    def _on_overlay_moved(self) -> None:
        asking = self._overlays.is_asking
        if asking:
            self.notices.forget_refusal()
        self.left.standby.go.show_kind("outlined" if asking else "primary")
        self._on_hand_moved(self.where.holds_space)
        self._place_strips()

    def _on_hand_moved(self, holds_space: bool) -> None:  # noqa: FBT001 (called by a signal)
        self.left.standby.show_held(is_held=holds_space)

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Leave the innermost thing; a second Esc leads to the resting state from anywhere."""
        if self.strip.isVisible():
            self.strip.dismiss()
            return
        told = (self.trouble, self.silence_notice, self.report_strip)
        bars = [bar for bar in told if bar.isVisible()]
        for bar in bars:
            bar.dismiss()
        if self.where.has_left or not bars:
            self.desk.choose(None)
        self.where.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._place_strips()

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 (Qt's own)
        """Come into sight or go; once closed it hears nothing more and would show old news."""
        super().setVisible(visible and not self._is_over)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            # It stands already where the start page was told to put it.
            if not self.room.window.isVisible():
                self.room.open_on_second_screen()
            self.where.go_home()
        self.follower.start()
        self._absence.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.follower.stop()

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_over:
            return
        if not self._leaving.may_close():
            event.ignore()
            return
        self._is_over = True
        self._ticker.stop()
        self.follower.stop()
        self.notices.stop()
        self.bridge.close()
        self.room.close()
        self.closed.emit()

    def _fit(self) -> None:
        """Take the measures of the window: wide from 1600 pixels, the shelf folded when low."""
        wide = self.width() >= WIDE_FROM
        if wide != self._theme.typography.wide:
            scale = self._theme.typography.scale
            self._theme.apply(self._theme.choice, scale=scale, wide=wide)
        measures = Measures(self._theme)
        left, board = measures.columns(self.width())
        self.left.setFixedWidth(left)
        self.board.setFixedWidth(board)
        self.left.fold_shelf(folded=measures.is_short(self.height()))
        middle = self.width() - left - board
        self.inject.show_wide(wide=wide and middle >= Monitors.width_needed())

    def _place_strips(self) -> None:
        top = self.marking.height() + self.clock_bar.height()
        whole = self._desk_area.width()
        if self.text_panel.isVisible():
            left, board = self.left.width(), self.board.width()
            below = self._desk_area.height() - self._bottom.height()
            place_panel(self.text_panel, self._theme, left, whole - left - board, top, below)
        self._bars.place(top, whole)
