"""Making a fresh database: beside its place, complete, and only then under its name."""

from pathlib import Path

from sqlalchemy import Connection

from tabletop.database.files import written_beside
from tabletop.database.schema import metadata
from tabletop.database.sentences import NO_LOG, library_errors, unavailable
from tabletop.database.sqlite import APPLICATION_ID, TRIGGERS, engine_for, for_writing, use_log


def create_database(path: Path, *, version: int) -> None:
    """Create a database of the current shape; raise LibraryUnavailable when a file is there."""
    with written_beside(path) as draft, library_errors(path):
        if not use_log(draft):
            raise unavailable("unreachable", path, NO_LOG)
        engine = engine_for(draft)
        try:
            with for_writing(engine).begin() as connection:
                lay_out(connection)
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version={version}")
        finally:
            engine.dispose()


def lay_out(connection: Connection) -> None:
    """Create the tables and triggers."""
    metadata.create_all(connection, checkfirst=False)
    for trigger in TRIGGERS.values():
        connection.exec_driver_sql(trigger)
