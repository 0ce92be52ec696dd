"""Where things are kept on this machine, by the platform's own customs."""

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import PlatformDirs

from tabletop.scenario_files.shipped import shipped_folder

DATABASE_VARIABLE = "TABLETOP_DATABASE"
_DIRS = PlatformDirs("tabletop", appauthor=False)


def data_folder() -> Path:
    """Return the folder of the program's own data: exercises, settings, what was listed."""
    return Path(_DIRS.user_data_dir)


def logs_folder() -> Path:
    """Return the folder in which the window keeps its logs."""
    return Path(_DIRS.user_log_dir)


def binding_code() -> Path:
    """Return the file that keeps compiled code of the binding to Qt for the next start."""
    return Path(_DIRS.user_cache_dir) / "binding.code"


def assets_folder() -> Path:
    """Return the folder of fonts and icons, or raise ShippedFolderMissing."""
    return shipped_folder("assets")


def default_database() -> Path:
    """Return the library of exercises used when nobody names another one."""
    return data_folder() / "exercises.db"


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
    from hashlib import sha256

    place = str(Path(address).absolute())
    return f"library-{sha256(place.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}.json"


def user_scenarios() -> Path:
    """Return the folder in which a user's own scenarios are looked for."""
    return data_folder() / "scenarios"


def written_reports() -> Path:
    """Return the file that remembers in which folders reports were written."""
    return data_folder() / "reports.jsonl"


def signs_folder() -> Path:
    """Return the folder of the signs that a window is open on an exercise."""
    return data_folder() / "open"


def reports_folder() -> Path:
    """Return the folder for reports written from the window."""
    return Path(_DIRS.user_documents_dir) / "Tabletop reports"
