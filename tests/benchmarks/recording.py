"""P4: recording one position durably, against a bare durable commit through the SQLAlchemy ORM.

``python -m tests.benchmarks.recording`` prints the ratio; the goal is 2 at most.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import Column, Float, Integer, String, Text, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session

from tabletop.database.opening import open_database
from tests.benchmarks.ratios import Ratio, compared
from tests.database.samples import STARTEX, created, position, read_package

_COMMITS = 150
_TEXT = "x" * 300


def p4(pairs: int = 11) -> Ratio:
    """Return how long an append takes beside a bare commit; each of a pair is a median."""
    with (
        tempfile.TemporaryDirectory(prefix="recording-") as folder,
        _recording(Path(folder)) as record,
        _bare_commits(Path(folder)) as commit,
    ):
        for warm in (record, commit):
            _median_seconds(warm)
        measured = [(_median_seconds(record), _median_seconds(commit)) for _ in range(pairs)]
    return compared(measured)


def _median_seconds(act: Callable[[], None]) -> float:
    taken = []
    for _ in range(_COMMITS):
        begin = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


@contextmanager
def _recording(folder: Path) -> Iterator[Callable[[], None]]:
    """Lend the real thing: one PositionTaken through the journal of an exercise on disk."""
    numbers = count()
    with open_database(folder / "ours.db", create=True, read_package=read_package) as library:
        journal = created(library).journal

        def record() -> None:
            number = next(numbers)
            journal.append(
                (position(reason=_TEXT),),
                at=STARTEX + timedelta(seconds=number),
                command_id=f"{number:032x}",
                actor="TUR",
                status="running",
            )

        yield record


@contextmanager
def _bare_commits(folder: Path) -> Iterator[Callable[[], None]]:
    """Lend the floor: one row of the same text, WAL and synchronous=FULL, nothing else."""
    engine = create_engine(f"sqlite:///{folder / 'floor.db'}")

    @event.listens_for(engine, "connect")
    def durable(connection, record):
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    _Base.metadata.create_all(engine)
    numbers = count()

    def commit() -> None:
        number = next(numbers)
        with Session(engine) as session:
            session.add(_Row(inject=f"i{number % 200}", who="p7", t=number, body=_TEXT))
            session.commit()

    try:
        yield commit
    finally:
        engine.dispose()


class _Base(DeclarativeBase):
    pass


class _Row(_Base):
    __tablename__ = "decision"

    id = Column(Integer, primary_key=True)
    inject = Column(String, index=True)
    who = Column(String)
    t = Column(Float)
    body = Column(Text)


if __name__ == "__main__":
    print(p4())
