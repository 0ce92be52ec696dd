"""Running the command line to its exit code.

Who only wants the window gets it without the commands and the libraries that they need: half of
the time to the first picture would go there.
"""

import gc
import sys
from collections.abc import Sequence

from tabletop.cli.running import OutputLost, err, flush, let_go_of_output, speak_plainly

DATABASE_OPTION = "--database"


def run() -> None:
    """Open the library if nothing else is asked for, else run the application of commands."""
    speak_plainly()
    arguments = sys.argv[1:]
    if is_for_the_window(arguments):
        code = open_at_once(arguments[1] if arguments else None)
        if code is not None:
            sys.exit(code)
    run_commands()


def is_for_the_window(arguments: Sequence[str]) -> bool:
    """Return whether nothing is named but, at the most, a database."""
    match arguments:
        case []:
            return True
        case [option, database]:
            return option == DATABASE_OPTION and not database.startswith("-")
        case _:
            return False


def open_at_once(database: str | None) -> int | None:
    """Open the library and return the exit code, or None when something for it is not there.

    What is missing is then said by the commands, which try it again.
    """
    # Much is made before the first picture and nothing of it is rubbish; after it the application
    # lets the collector work again.
    gc.disable()
    from tabletop.cli.showing import Opening
    from tabletop.gui.first_screen import FirstScreen

    try:
        opening = Opening(database)
    except Exception:  # noqa: BLE001 (the commands meet it again, and say it)
        gc.enable()
        return None
    return opening.show(FirstScreen())


def run_commands() -> None:
    """Run the application of commands."""
    from tabletop.cli.commands import app

    try:
        try:
            app()
        finally:
            flush()
    except OutputLost as lost:
        let_go_of_output()
        if str(lost):
            err(str(lost))
        sys.exit(lost.code)
