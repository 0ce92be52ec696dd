"""Pages set by Typst: short reports here, long ones in a process of their own.

A log of ten thousand entries keeps Typst busy for seconds and fills hundreds of megabytes. In a
process of its own, of low priority, it takes neither from the exercise that goes on, gives all of
it back at the end, and can be stopped. Everything goes through pipes: there are no temporary files.

Run as a module this is that process: a job as JSON on standard input, the PDF on standard output.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from tabletop.report.writers.pdf_text import fonts_in

_LOOK_EVERY_SECONDS = 0.2
_NICE = 10
_WINDOWS_FLAGS = "CREATE_NO_WINDOW", "BELOW_NORMAL_PRIORITY_CLASS"

Process = subprocess.Popen[bytes]


class WritingStopped(Exception):
    """Somebody stopped the writing; nothing is left of it."""


class PagesNotSet(Exception):
    """The process that sets the pages gave none; the text says what can be done."""


@dataclass(frozen=True, slots=True)
class Job:
    """What Typst needs: the report as the template's data, folders of fonts, seconds of ENDEX."""

    data: Mapping[str, Any]
    fonts: tuple[str, ...]
    timestamp: int

    def json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False).encode("utf-8")


def pages_of(job: Job) -> bytes:
    """Return the PDF, set in this process; Typst lets other threads run while it works."""
    import typst

    pages = typst.compile(
        files("tabletop.report.writers").joinpath("report.typ").read_bytes(),
        format="pdf",
        font_paths=fonts_in(tuple(Path(folder) for folder in job.fonts)),
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(job.data, ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=job.timestamp,
    )
    if not isinstance(pages, bytes):
        raise TypeError(f"Typst returned {type(pages).__name__} instead of one file.")
    return pages


def pages_set_apart(
    job: Job,
    stopped: Callable[[], bool],
    start: Callable[[], Process] | None = None,
) -> bytes:
    """Return the PDF, set in a process of its own.

    Raises WritingStopped when `stopped` says so, and PagesNotSet when that process fails; it is
    never left running.
    """
    with (start or _started)() as process:
        try:
            pages, said = _awaited(process, job.json(), stopped)
        finally:
            # Also after an interruption; a process that has ended takes no harm.
            process.kill()
    if process.returncode != 0:
        raise PagesNotSet(_reason(process.returncode, said))
    return pages


def _started() -> Process:
    flags = sum(getattr(subprocess, name, 0) for name in _WINDOWS_FLAGS)
    return subprocess.Popen(  # noqa: S603 (this very program, with fixed arguments)
        # -P: a folder called “tabletop” where somebody works must not be taken for this package.
        [sys.executable, "-P", "-m", __spec__.name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        creationflags=flags,
    )


def _awaited(process: Process, job: bytes, stopped: Callable[[], bool]) -> tuple[bytes, bytes]:
    """Return what the process wrote and what it said, looking now and then for a stop."""
    given: bytes | None = job
    while not stopped():
        try:
            return process.communicate(given, timeout=_LOOK_EVERY_SECONDS)
        except subprocess.TimeoutExpired:
            given = None
    raise WritingStopped("The writing of the pages was stopped.")


def _reason(code: int, said: bytes) -> str:
    if code < 0:
        return (
            "The pages could not be set: the system ended the work, most likely for want of "
            "memory. Close other programs and try again, or write Word or HTML instead."
        )
    lines = said.decode("utf-8", "replace").strip().splitlines() or ["no reason was given"]
    return f"The pages could not be set: {lines[-1]}"


def main() -> None:
    """Set the pages of the job on standard input."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    given = json.load(sys.stdin.buffer)
    job = Job(given["data"], tuple(given["fonts"]), given["timestamp"])
    sys.stdout.buffer.write(pages_of(job))


if __name__ == "__main__":
    main()
