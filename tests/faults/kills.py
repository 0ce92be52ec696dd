"""Kills a recording process at random moments and looks for every entry it has acknowledged."""

import os
import select
import signal
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tabletop.database.opening import open_database
from tabletop.exercise.verification import verify
from tests.database.samples import read_package
from tests.faults.recorder import EXERCISE, record_until_killed

_KILLS_PER_DATABASE = 25
_MOST_ENTRIES_BEFORE_A_KILL = 60
_LONGEST_SPIN_SECONDS = 0.03


@dataclass
class Tally:
    """What the harness has seen; anything in ``faults`` is a lost, doubled or missing entry."""

    kills: int = 0
    acknowledged: int = 0
    sent_again: int = 0
    before_the_first_entry: int = 0
    faults: list[str] = field(default_factory=list)


def kill_repeatedly(kills: int, seed: int, *, early: bool) -> Tally:
    """Kill a recorder so many times; stop at the first fault."""
    chance, tally = Random(seed), Tally()  # noqa: S311 (moments, no secrets)
    while tally.kills < kills and not tally.faults:
        with tempfile.TemporaryDirectory(prefix="kills-") as folder:
            _one_database(Path(folder) / "exercises.db", chance, kills, tally, early=early)
    return tally


def _one_database(path: Path, chance: Random, kills: int, tally: Tally, *, early: bool) -> None:
    acknowledged: dict[str, int] = {}
    again: tuple[str, ...] = ()
    for _ in range(min(_KILLS_PER_DATABASE, kills - tally.kills)):
        told = _one_kill(path, again, chance, early=early)
        tally.kills += 1
        tally.sent_again += sum(command in acknowledged for _, command in told)
        tally.before_the_first_entry += not told
        tally.acknowledged += len(told)
        for seq, command in told:
            if acknowledged.setdefault(command, seq) != seq:
                first = acknowledged[command]
                tally.faults.append(f"{command} was entry {first}, sent again it is {seq}")
        tally.faults.extend(_faults(path, acknowledged))
        if tally.faults:
            return
        again = _to_send_again(told, chance)


def _to_send_again(told: list[tuple[int, str]], chance: Random) -> tuple[str, ...]:
    """Return a command that was acknowledged and the one that was under way, if any."""
    if not told:
        return ()
    run, number = told[-1][1].rsplit("-", 1)
    return (chance.choice(told)[1], f"{run}-{int(number) + 1}")


def _one_kill(
    path: Path, again: tuple[str, ...], chance: Random, *, early: bool
) -> list[tuple[int, str]]:
    source, target = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(source)
            record_until_killed(path, again, target, early=early)
        except BaseException:  # noqa: BLE001 (it is shown, and the parent sees the pipe end)
            traceback.print_exc()
        finally:
            os._exit(3)
    os.close(target)
    try:
        text = _read_some(source, chance)
        os.kill(child, signal.SIGKILL)
        while part := os.read(source, 65536):
            text += part
    finally:
        os.close(source)
        _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError("the recorder ended by itself; its error stands above")
    lines = text.decode().splitlines()
    return [(int(seq), command) for seq, _, command in (line.partition(" ") for line in lines)]


def _read_some(source: int, chance: Random) -> bytes:
    """Wait for a random number of entries, then for a random part of a moment."""
    text, wanted = b"", 0
    if chance.random() < 0.75:  # the others die while they open or make the database
        wanted = chance.randrange(1, _MOST_ENTRIES_BEFORE_A_KILL)
    while text.count(b"\n") < wanted:
        part = os.read(source, 65536)
        if not part:
            raise RuntimeError("the recorder ended by itself; its error stands above")
        text += part
    until = time.monotonic() + chance.uniform(0, _LONGEST_SPIN_SECONDS)
    while (left := until - time.monotonic()) > 0:
        if select.select([source], [], [], left)[0]:
            text += os.read(source, 65536)
    return text


def _faults(path: Path, acknowledged: dict[str, int]) -> list[str]:
    if not path.exists():
        return [f"the database is gone with {len(acknowledged)} entries"] if acknowledged else []
    with open_database(path, create=False, read_package=read_package) as library:
        library.check()
        if not library.exercises():
            return ["the exercise is gone"] if acknowledged else []
        record = library.raw_record(EXERCISE)
        read = [entry.seq for entry in library.open(EXERCISE).journal.entries()]
    faults = [problem.text for problem in verify(record)]
    stored = {row.command_id: row.seq for row in record.rows}
    if len(stored) != len(record.rows):
        faults.append(f"{len(record.rows) - len(stored)} commands are recorded twice")
    if read != list(range(1, len(record.rows) + 1)):
        faults.append("the numbers are not dense")
    lost = [command for command, seq in acknowledged.items() if stored.get(command) != seq]
    if lost:
        faults.append(f"{len(lost)} acknowledged entries are lost, the first is {lost[0]}")
    return faults
