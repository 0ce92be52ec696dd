"""Where things are kept on this machine, by the platform's own customs."""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from platformdirs import PlatformDirs

DATABASE_VARIABLE = "TABLETOP_DATABASE"
_DIRS = PlatformDirs("tabletop", appauthor=False)


def default_database() -> Path:
    """Return the library of exercises used when nobody names another one."""
    return Path(_DIRS.user_data_dir) / "exercises.db"


def database_address(
    wanted: str | None, environment: Mapping[str, str] = os.environ
) -> tuple[str | Path, bool]:
    """Return the database's address, and whether it is the default one (made when missing)."""
    named = environment.get(DATABASE_VARIABLE) or None if wanted is None else wanted
    return (default_database(), True) if named is None else (named, False)


def remembered_library(wanted: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """Return the name of the file that remembers what the library of a database listed."""
    address, is_default = database_address(wanted, environment)
    if is_default:
        return "library.json"
    place = str(Path(address).absolute())
    return f"library-{sha256(place.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}.json"


def user_scenarios() -> Path:
    """Return the folder in which a user's own scenarios are looked for."""
    return Path(_DIRS.user_data_dir) / "scenarios"


def reports_folder() -> Path:
    """Return the folder for reports written from the window."""
    return Path(_DIRS.user_documents_dir) / "Tabletop reports"
