"""Deletes the log under a recording process at random moments, while other programs come and go.

What was acknowledged must be where the refusal says that it is, and what another program has
committed must still be in the database.
"""

import os
import re
import signal
import sqlite3
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import BinaryIO, NamedTuple

from tabletop.database.opening import open_database
from tabletop.exercise.verification import verify
from tests.database.samples import read_package
from tests.faults.recorder import EXERCISE, REFUSED, record_until_refused

_MOST_ENTRIES_BEFORE = 40
_MOST_ENTRIES_AFTER = 200
_LONGEST_SPIN_SECONDS = 0.004
_DELETED = (("-wal", "-shm"), ("-shm", "-wal"), ("-wal",), ("-shm",))
_VISITS = (
    "nobody",
    "looks",
    "looks and stays",
    "records",
    "records and stays",
    "stays from before",
)
_COPY = re.compile(r"is in a copy, (.*?), (?:which|but)")


@dataclass
class Losses:
    """What the harness has seen; anything in ``faults`` was lost without a word."""

    count: int = 0
    acknowledged: int = 0
    told: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def lose_logs_repeatedly(count: int, seed: int, *, by_name: bool) -> Losses:
    """Delete so many logs; stop at the first fault."""
    chance, losses = Random(seed), Losses()  # noqa: S311 (moments, no secrets)
    while losses.count < count and not losses.faults:
        with tempfile.TemporaryDirectory(prefix="lost-logs-") as folder:
            _one_loss(Path(folder) / "exercises.db", chance, losses, by_name=by_name)
        losses.count += 1
    return losses


def _one_loss(path: Path, chance: Random, losses: Losses, *, by_name: bool) -> None:
    deleted, visit = chance.choice(_DELETED), chance.choice(_VISITS)
    with (
        _process(lambda pipe: record_until_refused(path, pipe, by_name=by_name)) as recorder,
        os.fdopen(recorder.pipe, "rb", closefd=False) as said,
    ):
        lines = [said.readline() for _ in range(chance.randrange(1, _MOST_ENTRIES_BEFORE))]
        _spin(chance)
        if chance.random() < 0.5:  # all happens in one instant of the recorder
            os.kill(recorder.id, signal.SIGSTOP)
        with _visit(path, visit, chance, lambda: _delete(path, deleted, chance)) as committed:
            os.kill(recorder.id, signal.SIGCONT)
            lines += _until_refused(said)
    *acknowledged, refusal = (line.decode().strip() for line in lines)
    losses.acknowledged += len(acknowledged)
    for fault in _faults(path, acknowledged, refusal, losses.told):
        losses.faults.append(f"{'+'.join(deleted)} deleted, another program {visit}: {fault}")
    # Into a log that two write without knowing of each other either may have written last.
    if committed and "-wal" in deleted and not _holds_note(path):
        losses.faults.append(f"{deleted} deleted: what another program has committed is lost")


def _until_refused(said: BinaryIO) -> Iterator[bytes]:
    """Yield the lines up to the refusal; it must come soon."""
    for _ in range(_MOST_ENTRIES_AFTER):
        line = said.readline()
        if not line:
            raise RuntimeError("the recorder ended by itself; its error stands above")
        yield line
        if line.startswith(REFUSED.encode()):
            return
    yield b"nothing was refused: what was acknowledged is in the database"


def _delete(path: Path, deleted: tuple[str, ...], chance: Random) -> None:
    for ending in deleted:
        _spin(chance)
        path.with_name(path.name + ending).unlink()


def _spin(chance: Random) -> None:
    until = time.monotonic() + chance.uniform(0, _LONGEST_SPIN_SECONDS)
    while time.monotonic() < until:
        pass


class _Process(NamedTuple):
    id: int
    pipe: int


@contextmanager
def _process(work: Callable[[int], None]) -> Iterator[_Process]:
    """Lend a process and the pipe through which it tells something; kill it at the end."""
    source, target = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(source)
            work(target)
        except BaseException:  # noqa: BLE001 (it is shown, and the parent sees the pipe end)
            traceback.print_exc()
        finally:
            os._exit(3)
    os.close(target)
    try:
        yield _Process(child, source)
    finally:
        os.kill(child, signal.SIGKILL)
        os.close(source)
        os.waitpid(child, 0)


@contextmanager
def _visit(path: Path, visit: str, chance: Random, lose: Callable[[], None]) -> Iterator[bool]:
    """Lose the log, and let another program open the database; say whether it has committed."""
    if visit == "nobody":
        lose()
        yield False
        return
    if visit != "stays from before":
        lose()
        _spin(chance)
    with _process(lambda pipe: _visitor(path, visit, pipe)) as visitor:
        answer = os.read(visitor.pipe, 1)
        if visit == "stays from before":
            lose()
        yield answer == b"c"


def _visitor(path: Path, visit: str, pipe: int) -> None:
    answer = b"-"
    with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as database:
        try:
            if visit == "stays from before":
                database.execute("BEGIN")
            database.execute("SELECT count(*) FROM journal").fetchall()
            if "records" in visit:
                database.execute("CREATE TABLE note (text)")
                answer = b"c"
        except sqlite3.DatabaseError:
            answer = b"e"  # a log without its memory, or the other way round, is of no use to it
        if "stays" not in visit:
            database.close()
        os.write(pipe, answer)
        signal.pause()


def _faults(path: Path, acknowledged: list[str], refusal: str, told: Counter[str]) -> Iterator[str]:
    if "is in the database" in refusal:
        told["in the database"] += 1
        place = path
    elif "copy is damaged" in refusal:
        told["in a copy that is damaged"] += 1
        return
    elif found := _COPY.search(refusal):
        told["in a copy"] += 1
        place = Path(found[1])
    else:
        yield f"the refusal names no place: {refusal}"
        return
    with open_database(place, create=False, read_package=read_package) as library:
        library.check()
        if EXERCISE not in {summary.id for summary in library.exercises()}:
            yield f"the exercise is gone with {len(acknowledged)} entries"
            return
        record = library.raw_record(EXERCISE)
    yield from (problem.text for problem in verify(record))
    stored = {f"{row.seq} {row.command_id}" for row in record.rows}
    lost = [line for line in acknowledged if line not in stored]
    if lost:
        yield f"{len(lost)} acknowledged entries are lost, the first is {lost[0]}"


def _holds_note(path: Path) -> bool:
    query = "SELECT count(*) FROM sqlite_master WHERE name = 'note'"
    with closing(sqlite3.connect(path)) as database:
        return bool(database.execute(query).fetchone()[0])
