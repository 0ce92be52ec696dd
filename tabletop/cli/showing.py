"""Opening the window. Nothing is imported here that the first picture does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tabletop.gui.application import Places
    from tabletop.gui.first_screen import FirstScreen
    from tabletop.gui.services import Services


def places_of(database: str | None) -> Places:
    """Return where things lie; raises ImportError without Qt, and ShippedFolderMissing."""
    from tabletop.bootstrap import places
    from tabletop.gui.application import Places

    data = places.data_folder()
    return Places(
        assets=places.assets_folder(),
        data=data,
        logs=places.logs_folder(),
        library=data / places.remembered_library(database),
    )


def show(database: str | None, first: FirstScreen, places: Places, *, create: bool = False) -> int:
    """Show the first screen, and return the exit code when all windows are closed."""
    from tabletop.gui.application import run_application

    def services() -> Services:
        from tabletop.bootstrap.services import services_factory

        return services_factory(database, create=create)()

    return run_application(services, first, places=places)
