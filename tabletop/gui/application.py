"""The application: one process, one library window, one desk, from the first picture to the end.

Paint first: nothing is imported or read before the first picture that it does not show. What the
screens need from outside is made afterwards, on another thread, by the factory that is handed in.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tabletop.gui.background import finish_background_work
from tabletop.gui.library.desk import Desk
from tabletop.gui.library.settings import A_WINDOW, Settings, next_scale
from tabletop.gui.library.window import LibraryWindow
from tabletop.gui.theme.theme import Theme
from tabletop.gui.troubles import NO_DISPLAY, NO_DISPLAY_SENTENCE, Troubles, say

if TYPE_CHECKING:
    from random import Random

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu, QWidget

    from tabletop.gui.console import ConsoleWindow
    from tabletop.gui.first_screen import FirstScreen
    from tabletop.gui.services import Services, ShippedScenario
    from tabletop.live import LiveExercise

NAME = "tabletop"
_X11_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 (where X servers listen, nothing of ours)


class Places(NamedTuple):
    """The folders of this machine: fonts and icons, the program's own data, its logs.

    ``library`` is the file that remembers what the library listed; every database has its own.
    """

    assets: Path
    data: Path
    logs: Path
    library: Path


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Return whether there is something to open a window on; Qt would abort without."""
    if not platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] not in ("", "xcb", "wayland"):
        return True
    return _has_wayland(environment) or _has_x11(environment)


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and (Path(folder) / name).exists()


def _has_x11(environment: Mapping[str, str]) -> bool:
    host, colon, number = environment.get("DISPLAY", "").rpartition(":")
    if not colon:
        return False
    number = number.split(".")[0]
    # A display on another machine is for Qt to find out.
    return bool(host) or (_X11_SOCKETS / f"X{number}").exists() or _has_abstract_x11(number)


def _has_abstract_x11(number: str) -> bool:
    """Return whether an X server listens without a file, as on some Linux distributions."""
    try:
        sockets = Path("/proc/net/unix").read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return False
    return f"@{_X11_SOCKETS}/X{number}" in sockets


def run_application(
    services_factory: Callable[[], Services],
    first: FirstScreen,
    *,
    places: Places,
) -> int:
    """Open the first screen and return the exit code when the last window is closed.

    The factory is called on another thread, after the first picture; what it imports costs the
    start nothing. Without a display it says so and returns 2.
    """
    if not has_display(os.environ):
        say(NO_DISPLAY_SENTENCE)
        return NO_DISPLAY
    application = make_application()
    # Much is made before the first picture and nothing of it is rubbish.
    gc.disable()
    parts = Parts(application, services_factory, places)
    parts.desk.begin(first)
    code = application.exec()
    parts.close()
    return code


def make_application() -> QApplication:
    """Return the application, with the style that all looks are made for."""
    return QApplication([NAME, "-style", "Fusion"])


class Parts:
    """The parts of a running application and how they are put together."""

    def __init__(
        self,
        application: QApplication,
        services_factory: Callable[[], Services],
        places: Places,
    ) -> None:
        self._places = places
        self.troubles = Troubles(lambda: places.logs)
        self.troubles.install()
        application.setApplicationName(NAME)
        application.setApplicationDisplayName("Tabletop")
        # The library is hidden while a console is open; the desk knows when all is over.
        application.setQuitOnLastWindowClosed(False)
        self.settings = Settings(places.data / "settings.ini")
        self.theme = Theme(
            application,
            fonts=places.assets / "fonts",
            icons=places.assets / "icons",
            in_haste=True,
        )
        self.theme.apply(self.settings.choice, scale=self.settings.scale)
        self.window = LibraryWindow(self.theme)
        self.settings.restore_place("library", self.window)
        self.desk = Desk(
            self.window,
            self.theme,
            self.settings,
            cache=places.library,
            make_services=services_factory,
            make_console=open_console,
        )
        self._chance: Random | None = None
        self._menu: QMenu | None = None
        self._connect(application)

    def close(self) -> None:
        """Wait for what is under way and let go of everything."""
        finish_background_work()
        self.settings.write()
        self.troubles.uninstall()

    def _connect(self, application: QApplication) -> None:
        self.desk.begun.connect(self._on_begun)
        self.desk.start_page_wanted.connect(self.show_start_page)
        self.desk.ended.connect(application.quit)
        self.troubles.happened.connect(self.desk.show_bug)
        self.window.settings_wanted.connect(self.show_settings)
        self.window.scale_wanted.connect(self.change_scale)

    def _on_begun(self) -> None:
        gc.enable()
        self.theme.load_other_fonts()
        self.troubles.open_log()

    def change_scale(self, step: int) -> None:
        """Make all text a step larger or smaller, and remember it."""
        self._look(scale=next_scale(self.theme.typography.scale, step))

    def show_start_page(self, scenario: ShippedScenario, is_rehearsal: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Ask who plays what before a scenario starts."""
        from random import Random

        from tabletop.gui.start.opening import open_start_page

        # Cards for a table, not keys: nobody need be unable to guess them.
        self._chance = self._chance or Random()  # noqa: S311 (see above)
        open_start_page(
            self.desk,
            self.window,
            self.theme,
            scenario,
            chance=self._chance,
            is_rehearsal=is_rehearsal,
        )

    def show_settings(self) -> None:
        """Open the menu of settings under its button."""
        from tabletop.gui.library.settings_menu import settings_menu

        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = settings_menu(
            self.theme,
            self.window,
            data=self._places.data,
            logs=self._places.logs,
            look=self._look,
        )
        self._menu.popup(_under(self.window.header.settings))

    def _look(self, choice: object = None, scale: float | None = None) -> None:
        theme = self.theme
        theme.apply(
            choice if choice is not None else theme.choice,  # type: ignore[arg-type] # of the menu
            scale=scale if scale is not None else theme.typography.scale,
            wide=theme.typography.wide,
        )
        self.settings.keep_look(theme.choice, theme.typography.scale)


def open_console(
    live: LiveExercise, services: Services, theme: Theme, room_screen: str
) -> ConsoleWindow:
    """Return a console, with the room on its screen; its modules are loaded with the first one."""
    from tabletop.gui.console import ConsoleWindow

    theme.load_other_fonts()
    console = ConsoleWindow(live, services, theme)
    if room_screen == A_WINDOW and len(QGuiApplication.screens()) > 1:
        console.room.window.show_in_frame()
    for screen in QGuiApplication.screens():
        if screen.name() == room_screen and screen is not QGuiApplication.primaryScreen():
            console.room.window.show_on(screen)
    return console


def _under(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
