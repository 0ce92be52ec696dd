"""What only SQLite understands: connections, pragmas, triggers, and a look at a file unopened."""

import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool, StaticPool

# "TTXJ": tells our files from every other SQLite database.
APPLICATION_ID = 0x5454584A
BUSY_SECONDS = 5.0
MOMENT_SECONDS = 0.25
# The write-ahead log and the memory its users share; both lie beside an open database.
LOG_FILES = ("-wal", "-shm")
_WRITES = "tabletop_writes"

ENTRIES_STAY = "journal_entries_stay"
_NO_DELETE = (
    f"CREATE TRIGGER {ENTRIES_STAY} BEFORE DELETE ON journal BEGIN "
    "SELECT RAISE(ABORT, 'an entry of the journal is never deleted'); END"
)
_FIRST_TRIGGERS = {
    ENTRIES_STAY: _NO_DELETE,
    "journal_entries_do_not_change": (
        "CREATE TRIGGER journal_entries_do_not_change BEFORE UPDATE ON journal BEGIN "
        "SELECT RAISE(ABORT, 'an entry of the journal is never changed'); END"
    ),
    "journal_numbers_are_dense": (
        "CREATE TRIGGER journal_numbers_are_dense BEFORE INSERT ON journal "
        "WHEN NEW.seq <> 1 + coalesce("
        "(SELECT max(seq) FROM journal WHERE exercise_id = NEW.exercise_id), 0) BEGIN "
        "SELECT RAISE(ABORT, 'the entries of a journal are numbered without gaps'); END"
    ),
}
ENTRIES_ARE_NOT_REPLACED = "journal_entries_are_not_replaced"
# INSERT OR REPLACE takes away the entry that stands in the way, and asks no trigger on DELETE.
TRIGGERS = {
    **_FIRST_TRIGGERS,
    ENTRIES_ARE_NOT_REPLACED: (
        "CREATE TRIGGER journal_entries_are_not_replaced BEFORE INSERT ON journal WHEN EXISTS ("
        "SELECT 1 FROM journal WHERE exercise_id = NEW.exercise_id AND seq = NEW.seq) "
        "OR EXISTS (SELECT 1 FROM journal WHERE exercise_id = NEW.exercise_id "
        "AND command_id = NEW.command_id AND step = NEW.step) BEGIN "
        "SELECT RAISE(ABORT, 'an entry of the journal is never replaced'); END"
    ),
}


def triggers_of(version: int) -> Mapping[str, str]:
    """Return the triggers that a database of a version has, with their texts."""
    return _FIRST_TRIGGERS if version == 1 else TRIGGERS


@dataclass(frozen=True, slots=True)
class Glance:
    """What the first page of a file says about it; ``size`` is in bytes."""

    application_id: int
    version: int
    size: int


def glance(path: Path) -> Glance:
    """Look at a file without locks, and without making or touching any file beside it.

    Not by reading it with ``open``: closing that would drop this process's locks on a database
    that it has open elsewhere. Raises sqlite3.DatabaseError when it is no database at all.
    """
    address = f"{path.as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        said = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "page_count", "page_size")
        }
    size = said["page_count"] * said["page_size"]
    return Glance(said["application_id"], said["user_version"], size)


def connect(
    path: Path, *, busy_seconds: float = BUSY_SECONDS, alone: bool = False
) -> sqlite3.Connection:
    """Open an existing file durably; transactions are begun by hand.

    ``alone``: nobody else has the file open, from here until this connection is closed. Raises
    sqlite3.OperationalError when somebody has, in this process or another, busy or not.
    """
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=rw",
        uri=True,
        # The driver would begin transactions itself, late, and leave DDL outside of them.
        isolation_level=None,
        timeout=busy_seconds,
        check_same_thread=False,
    )
    try:
        if alone:
            # First of all: later, SQLite would share the memory of the log with the others.
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        # WAL with NORMAL may lose the last commits on a power cut; FULL syncs every commit.
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        # What is deleted (a name, an exercise) is overwritten, not left in free pages.
        connection.execute("PRAGMA secure_delete=ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_read(
    path: Path, *, busy_seconds: float = BUSY_SECONDS, at_rest: bool = False
) -> sqlite3.Connection:
    """Open an existing file and write nothing into it; what is beside it stays when this closes.

    ``at_rest``: nobody has the file open, so no file is made beside it either, and it may lie on
    a write-protected disk.
    """
    mode = "mode=ro&immutable=1" if at_rest else "mode=ro"
    address = f"{path.as_uri()}?{mode}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=busy_seconds)


def read_only_engine(path: Path, *, at_rest: bool) -> Engine:
    """Return an engine that writes nothing into a file; ``at_rest`` as above."""
    return create_engine(
        "sqlite://", creator=lambda: connect_to_read(path, at_rest=at_rest), poolclass=NullPool
    )


def open_log(connection: sqlite3.Connection) -> None:
    """Read once: only then SQLite looks for the log, by its name, and holds it until the end."""
    connection.execute("PRAGMA user_version").fetchone()


def let_go(connection: sqlite3.Connection, path: Path) -> None:
    """Close the last connection to a file without moving the log into it.

    SQLite would also delete the log that it finds under the name, which may be another one by
    now, with what another program has recorded.
    """
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE)
        connection.close()
        return
    # Python 3.11 cannot tell SQLite so. But SQLite leaves all as it is when somebody else has a
    # share of the file, and a connection that may only read leaves all as it is in any case.
    with ExitStack() as afterwards:
        # It has its share before it reads; that the log it then finds does not fit is no matter.
        with suppress(sqlite3.DatabaseError):
            other = connect_to_read(path, busy_seconds=MOMENT_SECONDS)
            open_log(afterwards.enter_context(closing(other)))
        connection.close()


def use_log(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> bool:
    """Switch a file to write-ahead logging, which it then keeps; return whether it took it."""
    with closing(connect(path, busy_seconds=busy_seconds)) as connection:
        return bool(connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] == "wal")


def engine_for(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Return an engine on an existing file, one connection for each thread at work."""
    return engine_through(lambda: connect(path, busy_seconds=busy_seconds))


def engine_through(connected: Callable[[], sqlite3.Connection]) -> Engine:
    """Return an engine whose connections somebody else makes."""
    engine = create_engine("sqlite://", creator=connected, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def engine_on(connection: sqlite3.Connection) -> Engine:
    """Return an engine that works through one connection, for one thread."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # Taking the write lock at once avoids a deadlock between two readers that want to write.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def for_writing(engine: Engine) -> Engine:
    """Return the same engine whose transactions hold the write lock from their beginning."""
    return engine.execution_options(**{_WRITES: True})


@contextmanager
def entries_may_go(connection: Connection) -> Iterator[None]:
    """Lift the protection of entries within the transaction at hand, and put it back.

    The one deliberate way to remove entries. DDL is transactional here: nobody else ever sees
    the journal without its trigger, and a failure half way leaves everything as it was.
    """
    connection.exec_driver_sql(f"DROP TRIGGER {ENTRIES_STAY}")
    yield
    connection.exec_driver_sql(_NO_DELETE)


@contextmanager
def unreadable_text_kept(connection: Connection) -> Iterator[None]:
    """Let texts that are no UTF-8 be read all the same: tampering must be shown, not fail."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError("only SQLite connections read texts this way")
    driver.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = str


def empty_log(engine: Engine) -> bool:
    """Move the write-ahead log into the file; return whether nobody who reads stood in the way."""
    raw = engine.raw_connection()
    try:
        busy, *_ = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        raw.close()
    return not busy
