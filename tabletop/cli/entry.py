"""Running the application of commands to its exit code."""

import os
import sys

from tabletop.cli.running import DONE, err


def run() -> None:
    """Run the application of commands."""
    from tabletop.cli.commands import app

    try:
        app()
    except BrokenPipeError:
        # The reader (head, less) has gone: nobody is left to tell, and that is no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(DONE)
    except KeyboardInterrupt:
        err("Stopped.")
        sys.exit(130)
