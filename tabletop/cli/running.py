"""Running a command: errors that a person can mend become sentences and exit codes."""

import os
import sys
from typing import NoReturn

import typer
from rich.console import Console

DONE, FOUND, USAGE = 0, 1, 2


def err(text: str) -> None:
    """Write a message for people to stderr."""
    Console(stderr=True, soft_wrap=True, highlight=False).print(text, markup=False)


def out(text: str) -> None:
    """Write a result to stdout, as it is."""
    sys.stdout.write(text + "\n")


def leave(code: int, *sentences: str) -> NoReturn:
    """Say why, and end the command with a code."""
    for sentence in sentences:
        err(sentence)
    raise typer.Exit(code)


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
