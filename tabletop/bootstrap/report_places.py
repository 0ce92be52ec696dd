"""What report files are called, and in which folders those of an exercise were written.

The folders are kept in a small file of the user, a line for each, so that the library lists reports
that the command line wrote elsewhere. The file is a convenience: one that is missing, broken or not
writable costs rows in that list, nothing else.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tabletop.bootstrap.file_writing import slug

_OF_ID = 8


def exercise_stem(exercise_id: str, name: str) -> str:
    """Return the part of file names that tells an exercise from others of the same name."""
    return f"{slug(name)}-{_mark(exercise_id)}"


def report_stem(exercise_id: str, name: str) -> str:
    """Return what the report files of an exercise are called, without the ending."""
    return f"{exercise_stem(exercise_id, name)}-report"


def comparison_stem(scenario_id: str, exercise_ids: Sequence[str]) -> str:
    """Return what a comparison of these exercises is called, without the ending."""
    digest = sha256(" ".join(exercise_ids).encode()).hexdigest()
    return f"{scenario_id}-{digest[:_OF_ID]}-comparison"


def report_files(exercise_id: str, folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the report files of an exercise that lie in these folders; looks at the disk."""
    mark = f"-{_mark(exercise_id)}-report"
    return tuple(
        path
        for folder in dict.fromkeys(folders)
        for path in _listed(folder)
        if path.stem.endswith(mark)
    )


def remember_folder(kept: Path, exercise_id: str, folder: Path) -> None:
    """Keep in mind that reports of an exercise were written into a folder."""
    place = folder.absolute()
    if place in remembered_folders(kept, exercise_id):
        return
    line = json.dumps({"exercise": exercise_id, "folder": str(place)})
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("a", encoding="ascii") as file:
            file.write(f"{line}\n")


def remembered_folders(kept: Path, exercise_id: str) -> tuple[Path, ...]:
    """Return the folders into which reports of an exercise were written, the oldest first."""
    return tuple(Path(folder) for owner, folder in _entries(kept) if owner == exercise_id)


def _entries(kept: Path) -> Iterator[tuple[str, str]]:
    try:
        lines = kept.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            values = json.loads(line)
            yield str(values["exercise"]), str(values["folder"])


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        # Moved away, or on a stick that is not in: no file of it can be opened now.
        return []


def _mark(exercise_id: str) -> str:
    return slug(exercise_id)[:_OF_ID]
