"""Results, messages and exit codes of commands."""

import io
import os
import sys
from typing import NoReturn

DONE, FOUND, USAGE, STOPPED = 0, 1, 2, 130


class OutputLost(Exception):
    """What a command says goes nowhere; ``code`` is how the command ends then."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


def err(text: str) -> None:
    """Write a message for people to stderr."""
    sys.stderr.write(text + "\n")


def out(text: str) -> None:
    """Write a result to stdout, as it is; raise OutputLost."""
    try:
        sys.stdout.write(text + "\n")
    except OSError as error:
        raise _lost(error) from error


def flush() -> None:
    """Hand over what was written to stdout; raise OutputLost."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _lost(error) from error


def _lost(error: OSError) -> OutputLost:
    if isinstance(error, BrokenPipeError):
        # The reader (head, less) has enough: nobody is left to tell, and that is no error of ours.
        return OutputLost("", DONE)
    why = error.strerror or str(error)
    return OutputLost(
        f"The output could not be written ({why}). Free some space, or write it somewhere else.",
        FOUND,
    )


def let_go_of_output() -> None:
    """Send what still waits for stdout to nowhere, or Python would complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def speak_plainly() -> None:
    """Let every text be written: UTF-8 into files and pipes, and no error for odd characters.

    Half a character, as broken keyboards send it, becomes an escape that JSON reads back.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def leave(code: int, *sentences: str) -> NoReturn:
    """Say why, and end the command with a code."""
    # Loaded here, for what opens a window needs none of it.
    import typer

    for sentence in sentences:
        err(sentence)
    raise typer.Exit(code)
