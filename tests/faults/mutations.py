"""Spoils a database in random places: each must be named when it is read, or do no harm."""

import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from tabletop.database.opening import open_database
from tabletop.exercise.journal import StorageProblem
from tests.database.samples import PACKAGE, PEOPLE, chain, position, read_package

_PAGE = 4096


def spoil_repeatedly(count: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Spoil so many copies; return how they were named, and what was read wrong unseen."""
    chance = Random(seed)  # noqa: S311 (places, no secrets)
    named: Counter[str] = Counter()
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        sound, spoilt = Path(folder) / "sound.db", Path(folder) / "spoilt.db"
        _fill(sound)
        right = _read(sound)
        for number in range(count):
            shutil.copy(sound, spoilt)
            change = _spoil(spoilt, chance)
            verdict = _verdict(spoilt, right)
            named[verdict] += 1
            if verdict.startswith("FAULT"):
                faults.append(f"{number}: {change}: {verdict}")
            for file in Path(folder).glob("spoilt.db*"):
                file.unlink()
    return named, faults


def _fill(path: Path) -> None:
    with open_database(path, create=True, read_package=read_package) as library:
        for exercise_id in ("ex-1", "ex-2"):
            entries = chain(*(position(n) for n in range(40)), exercise_id=exercise_id)
            library.record(exercise_id, PACKAGE, entries, status="running", participants=PEOPLE)


def _read(path: Path) -> object:
    with open_database(path, create=False, read_package=read_package) as library:
        summaries = library.exercises()
        opened = [library.open(summary.id) for summary in summaries]
        return summaries, [
            (stored.package, stored.participants, tuple(stored.journal.entries()))
            for stored in opened
        ]


def _verdict(path: Path, right: object) -> str:
    try:
        read = _read(path)
    except StorageProblem as problem:
        return problem.code
    except Exception as error:  # noqa: BLE001 (any other error is what this looks for)
        return f"FAULT {type(error).__name__}: {str(error)[:200]}"
    return "no harm" if read == right else "FAULT read wrong without a word"


def _spoil(path: Path, chance: Random) -> str:
    size = path.stat().st_size
    kind = chance.choice(["bit", "bit", "byte", "byte", "noise", "zeros", "cut", "swap"])
    place = chance.randrange(size)
    if kind == "cut":
        os.truncate(path, place)
        return f"cut at {place}"
    with path.open("r+b") as file:
        file.seek(place)
        old = file.read(1)
        if kind == "bit":
            new = bytes([old[0] ^ 1 << chance.randrange(8)])
        elif kind == "byte":
            new = bytes([chance.randrange(256)])
        elif kind == "noise":
            new = chance.randbytes(chance.randrange(1, 600))
        elif kind == "zeros":
            new = bytes(chance.randrange(1, 600))
        else:
            file.seek(chance.randrange(size // _PAGE) * _PAGE)
            new = file.read(_PAGE)
            place = place // _PAGE * _PAGE
        file.seek(place)
        file.write(new[: size - place])
    return f"{kind} at {place}"
