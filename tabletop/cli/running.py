"""Results, messages and exit codes of commands."""

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
