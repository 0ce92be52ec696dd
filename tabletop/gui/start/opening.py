"""Opening the start page in the library's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.gui.start.keys import START_KEYS
from tabletop.gui.start.page import StartPage

if TYPE_CHECKING:
    from random import Random

    from tabletop.gui.library.desk import Desk
    from tabletop.gui.library.window import LibraryWindow
    from tabletop.gui.services import ShippedScenario
    from tabletop.gui.theme.theme import Theme


def open_start_page(
    desk: Desk,
    window: LibraryWindow,
    theme: Theme,
    scenario: ShippedScenario,
    *,
    chance: Random,
    is_rehearsal: bool,
) -> StartPage:
    """Show the page at once; the scenario is read when the services are there."""
    page = StartPage(
        theme,
        scenario,
        chance=chance,
        room_screen=desk.settings.room_screen,
        is_rehearsal=is_rehearsal,
        parent=window.centralWidget(),
    )
    page.start_wanted.connect(desk.start_planned)
    page.left.connect(window.show_library)
    window.show_page(page, page.tr("Start {}").format(scenario.title), START_KEYS)
    page.take_focus()
    desk.want_services(page.use)
    return page
