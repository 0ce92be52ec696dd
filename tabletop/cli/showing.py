"""Opening the window. Nothing is imported here that the first picture does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.bootstrap import places
from tabletop.bootstrap.binding import quickly_loaded
from tabletop.cli.running import DONE, USAGE, err

if TYPE_CHECKING:
    from tabletop.bootstrap.services import GuiServices
    from tabletop.gui.first_screen import FirstScreen
    from tabletop.gui.services import Services


class Opening:
    """The window on a database, all but shown; ``places`` says where its things lie."""

    def __init__(self, database: str | None) -> None:
        """Load the binding to Qt; raises ImportError without it, and ShippedFolderMissing."""
        with quickly_loaded(places.binding_code()) as self._binding:
            import tabletop.gui.background  # noqa: F401 (the smallest module that needs it)
        from tabletop.gui.application import Places

        self._database = database
        data = places.data_folder()
        self.places = Places(
            assets=places.assets_folder(),
            data=data,
            logs=places.logs_folder(),
            library=data / places.remembered_library(database),
        )

    def show(self, first: FirstScreen, *, create: bool = False) -> int:
        """Show the first screen, and return the exit code when all windows are closed."""
        from tabletop.gui.application import run_application

        made: list[GuiServices] = []

        def services() -> Services:
            from tabletop.bootstrap.services import services_factory

            # Here, because nobody waits for it any more.
            self._binding.write()
            made.append(services_factory(self._database, create=create)())
            return made[-1]

        code = run_application(services, first, places=self.places)
        return max(code, *map(closed, made), DONE)


def closed(services: GuiServices) -> int:
    """Let go of the database and return the exit code; no window is left to say what went wrong."""
    from tabletop.exercise.journal import StorageProblem

    try:
        services.close()
    except StorageProblem as problem:
        err(str(problem))
        return USAGE
    return DONE
