"""Running the application of commands to its exit code."""

import sys

from tabletop.cli.running import OutputLost, err, flush, let_go_of_output, speak_plainly


def run() -> None:
    """Run the application of commands."""
    from tabletop.cli.commands import app

    speak_plainly()
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
