"""What happens when somebody wants something in the library: the one who knows the services.

The services are made in the background, right after the first picture. What is wanted before they
are there waits for them. One console is open at a time; the library is hidden meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from tabletop.gui.background import run_in_background
from tabletop.gui.library import rows
from tabletop.gui.library.cache import Contents, kept, read_cache, write_cache
from tabletop.gui.services import NewExercise
from tabletop.gui.troubles import sentence_of

if TYPE_CHECKING:
    from tabletop.exercise.journal import ExerciseSummary
    from tabletop.gui.console import ConsoleWindow
    from tabletop.gui.first_screen import FirstScreen
    from tabletop.gui.library.reporting import Reporting
    from tabletop.gui.library.rows import CardRow, ExerciseRow
    from tabletop.gui.library.settings import Settings
    from tabletop.gui.library.strips import Strip
    from tabletop.gui.library.window import LibraryWindow
    from tabletop.gui.services import Services, ShippedScenario
    from tabletop.gui.theme.theme import Theme
    from tabletop.live import LiveExercise

MakeServices = Callable[[], "Services"]
MakeConsole = Callable[["LiveExercise", "Services", "Theme", str], "ConsoleWindow"]
"""Makes a console; the text is the system's id of the screen chosen for the room."""


class Desk(QObject):
    """Carries out what the pages want.

    ``begun`` is sent once the first window is seen, ``ended`` when nothing is open any more.
    ``start_page_wanted`` carries a scenario and whether it is to be rehearsed: the start page is
    built upon the library, so somebody above both has to open it.
    """

    begun = Signal()
    ready = Signal()
    listed = Signal()
    ended = Signal()
    console_opened = Signal(object)
    start_page_wanted = Signal(object, bool)

    def __init__(
        self,
        window: LibraryWindow,
        theme: Theme,
        settings: Settings,
        *,
        cache: Path,
        make_services: MakeServices,
        make_console: MakeConsole,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._settings = settings
        self._cache = cache
        self._make_services = make_services
        self._make_console = make_console
        self._contents = Contents()
        self._services: Services | None = None
        self._is_making = False
        self._waiting: list[Callable[[Services], None]] = []
        self._is_opening = False
        self._live: LiveExercise | None = None
        self._console: ConsoleWindow | None = None
        self._reporting: Reporting | None = None
        self._connect()

    # --- beginning -----------------------------------------------------------------------------

    def begin(self, first: FirstScreen) -> None:
        """Show what was remembered, or go straight to an exercise."""
        remembered = read_cache(self._cache)
        self._contents = remembered or Contents()
        self._window.show_contents(self._contents, is_read=False)
        if first.scenario is not None:
            plan = NewExercise(first.scenario, name=first.name, cut=first.cut, kind=first.kind)
            self._start(plan)
        elif first.exercise_id is not None:
            self._open(first.exercise_id)
        else:
            self._show_window()

    @property
    def services(self) -> Services | None:
        """What the screens need from outside, once it is there."""
        return self._services

    @property
    def settings(self) -> Settings:
        """What is remembered of windows."""
        return self._settings

    @property
    def console(self) -> ConsoleWindow | None:
        """The console that is open."""
        return self._console

    def _connect(self) -> None:
        window, library = self._window, self._window.library
        library.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        library.start_wanted.connect(self._on_start_wanted)
        library.run_wanted.connect(self._on_run_wanted)
        library.rehearsal_wanted.connect(self._on_rehearsal_wanted)
        library.exercise_wanted.connect(self._on_exercise_wanted)
        library.exercise_open_wanted.connect(self._on_exercise_open_wanted)
        window.reports_wanted.connect(self._on_reports_wanted)
        window.closed.connect(self._on_window_closed)

    def _show_window(self) -> None:
        self._window.show()
        if self._window.page is self._window.library:
            self._window.library.take_focus()

    def _on_painted(self) -> None:
        self._window.make_shortcuts()
        self.begun.emit()
        self.want_services(self._list)

    # --- services ------------------------------------------------------------------------------

    def want_services(self, wanted: Callable[[Services], None]) -> None:
        """Do something with the services, now or as soon as they are there."""
        if self._services is not None:
            wanted(self._services)
            return
        self._waiting.append(wanted)
        if not self._is_making:
            self._is_making = True
            run_in_background(self, self._make_services, self._on_services, self._on_no_services)

    def _on_services(self, services: Services) -> None:
        self._services = services
        self._is_making = False
        waiting, self._waiting = self._waiting, []
        for wanted in waiting:
            wanted(services)
        self.ready.emit()

    def _on_no_services(self, error: Exception) -> None:
        self._is_making = False
        self._is_opening = False
        strip = self._trouble(self.tr("The exercises cannot be opened."), sentence_of(error))
        strip.offer(self.tr("Try again"))
        strip.acted.connect(self._on_services_wanted_again)
        self._show_window()

    def _on_services_wanted_again(self) -> None:
        self._clear_troubles()
        self.want_services(self._list)

    # --- the lists -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again what there is."""
        self.want_services(self._list)

    def _list(self, services: Services) -> None:
        run_in_background(self, services.exercises, self._on_exercises, self._on_not_listed)
        run_in_background(self, services.scenarios, self._on_scenarios, self._on_not_listed)

    def _on_exercises(self, summaries: tuple[ExerciseSummary, ...]) -> None:
        listed = kept(summaries, self._contents.places)
        self._show(self._contents._replace(exercises=listed))
        self.listed.emit()

    def _on_scenarios(self, scenarios: tuple[ShippedScenario, ...]) -> None:
        self._show(self._contents._replace(scenarios=tuple(scenarios)))

    def _on_not_listed(self, error: Exception) -> None:
        strip = self._trouble(self.tr("The library could not be read."), sentence_of(error))
        strip.offer(self.tr("Try again"))
        strip.acted.connect(self._on_services_wanted_again)

    def _show(self, contents: Contents) -> None:
        is_new = contents != self._contents
        # An empty library has nothing that could take the keyboard.
        is_first = not self._contents.scenarios and self._window.is_untouched
        self._contents = contents
        self._window.show_contents(contents, is_read=True)
        if self._services is not None:
            note = self.tr("No network is needed. Records are kept in {}.")
            self._window.library.panel.show_note(note.format(self._services.database_label))
        if self._window.isVisible() and (is_first or self._window.focusWidget() is None):
            self._window.library.take_focus()
        if is_new:
            cache = self._cache
            run_in_background(self, lambda: write_cache(cache, contents), _ignore, _ignore)

    # --- starting and opening ------------------------------------------------------------------

    def _on_start_wanted(self, card: CardRow) -> None:
        self._start(NewExercise(card.path))

    def _on_run_wanted(self, card: CardRow) -> None:
        self._ask_how(card, is_rehearsal=False)

    def _on_rehearsal_wanted(self, card: CardRow) -> None:
        self._ask_how(card, is_rehearsal=True)

    def _ask_how(self, card: CardRow, *, is_rehearsal: bool) -> None:
        scenario = next(s for s in self._contents.scenarios if s.id == card.id)
        self.start_page_wanted.emit(scenario, is_rehearsal)

    def start_planned(self, plan: NewExercise, room_screen: str) -> None:
        """Start what was planned, with the room on this screen from now on, if one was chosen."""
        if room_screen:
            self._settings.keep_room_screen(room_screen)
        self._start(plan)

    def _start(self, plan: NewExercise) -> None:
        if self._is_opening:
            return
        self._set_opening(is_opening=True)
        self.want_services(lambda services: self._start_with(services, plan))

    def _start_with(self, services: Services, plan: NewExercise) -> None:
        run_in_background(self, lambda: services.start(plan), self._on_live, self._on_not_opened)

    def _on_exercise_wanted(self, row: ExerciseRow) -> None:
        if row.action == "report":
            self.want_services(lambda services: self._reports(services).ask(row))
        else:
            self._open(row.id)

    def _on_exercise_open_wanted(self, row: ExerciseRow) -> None:
        self._open(row.id)

    def _open(self, exercise_id: str) -> None:
        if self._is_opening:
            return
        self._set_opening(is_opening=True)
        self.want_services(lambda services: self._open_with(services, exercise_id))

    def _open_with(self, services: Services, exercise_id: str) -> None:
        run_in_background(
            self, lambda: services.open(exercise_id), self._on_live, self._on_not_opened
        )

    def _on_not_opened(self, error: Exception) -> None:
        self._set_opening(is_opening=False)
        strip = self._trouble(self.tr("The exercise was not opened."), sentence_of(error))
        strip.offer_to_dismiss()
        self._show_window()
        self.refresh()

    def _on_live(self, live: LiveExercise) -> None:
        self._set_opening(is_opening=False)
        if self._services is None:
            return
        screen = self._settings.room_screen
        try:
            console = self._make_console(live, self._services, self._theme, screen)
        except Exception as error:  # noqa: BLE001 (a bug; without a window nobody would learn of it)
            self._on_not_opened(error)
            return
        self._live, self._console = live, console
        console.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        console.closed.connect(self._on_console_closed)
        console.destroyed.connect(self._on_console_gone)
        self._settings.restore_place("console", console)
        self._clear_troubles()
        console.show()
        self._window.hide()
        self.begun.emit()
        self.console_opened.emit(console)

    def _set_opening(self, *, is_opening: bool) -> None:
        self._is_opening = is_opening
        if is_opening:
            self._window.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self._window.unsetCursor()

    def _on_console_closed(self) -> None:
        if self._console is not None:
            self._settings.keep_place("console", self._console)

    def _on_console_gone(self) -> None:
        live, self._live, self._console = self._live, None, None
        if live is not None:
            self._note_place(live)
        self._take_look_back()
        self._window.show_library()
        self._show_window()
        self.refresh()

    def _take_look_back(self) -> None:
        """Undo that a wide console enlarges the type of all windows."""
        theme = self._theme
        if theme.typography.wide:
            theme.apply(theme.choice, scale=theme.typography.scale)

    def _note_place(self, live: LiveExercise) -> None:
        """Remember where a console was left; the exercise goes on without it."""
        from tabletop.gui.library.places import place_of

        state = live.state
        others = [place for place in self._contents.places if place[0] != live.exercise_id]
        here = (live.exercise_id, state.head, place_of(state))
        self._contents = self._contents._replace(places=(here, *others))

    # --- reports -------------------------------------------------------------------------------

    def _reports(self, services: Services) -> Reporting:
        if self._reporting is None:
            from tabletop.gui.library.reporting import Reporting

            self._reporting = Reporting(self._window, self._theme, services, self)
            self._reporting.written.connect(self._on_report_written)
        return self._reporting

    def _on_reports_wanted(self) -> None:
        listed = rows.exercise_rows(self._contents.exercises)
        self.want_services(lambda services: self._reports(services).list(listed))

    def _on_report_written(self) -> None:
        if self._window.page is not self._window.library:
            self._on_reports_wanted()

    # --- troubles and the end ------------------------------------------------------------------

    def show_bug(self, sentence: str) -> None:
        """Say that something went wrong inside, where people look; the exercise goes on."""
        if self._console is not None:
            self._console.show_bug(sentence)
            return
        safe = self.tr("Everything recorded is safe.")
        strip = self._trouble(safe, sentence, kind_is_danger=False)
        strip.offer_to_dismiss()

    def _trouble(self, lead: str, words: str, *, kind_is_danger: bool = True) -> Strip:
        from tabletop.gui.library.strips import Strip

        kind = "danger" if kind_is_danger else "warning"
        strip = Strip(self._theme, kind, lead, words)  # type: ignore[arg-type] # one of the two
        strip.dismissed.connect(self._on_strip_dismissed)
        self._window.show_strip(strip)
        return strip

    def _on_strip_dismissed(self) -> None:
        self._window.remove_strip(self.sender())  # type: ignore[arg-type] # a strip sent it

    def _clear_troubles(self) -> None:
        for strip in self._window.strips:
            if strip.objectName() == "strip-danger":
                self._window.remove_strip(strip)

    def _on_window_closed(self) -> None:
        self._settings.keep_place("library", self._window)
        if self._reporting is not None:
            self._reporting.cancel()
        if self._console is None:
            self.ended.emit()


def _ignore(_outcome: object) -> None:
    """Nobody waits for this."""
