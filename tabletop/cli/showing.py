"""Opening the window. Nothing is imported here that the first picture does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.bootstrap import places
from tabletop.bootstrap.binding import quickly_loaded

if TYPE_CHECKING:
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

        def services() -> Services:
            from tabletop.bootstrap.services import services_factory

            # Here, because nobody waits for it any more.
            self._binding.write()
            return services_factory(self._database, create=create)()

        return run_application(services, first, places=self.places)
