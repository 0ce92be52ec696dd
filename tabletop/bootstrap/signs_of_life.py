"""Signs that a window is open on an exercise: a file whose time says when it last was.

Only touched, never written, so that a full disk keeps nobody from it. It is a courtesy: without a
sign the last entry of the record tells as much, so that what cannot be touched or read is let be.
"""

from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path


class SignsOfLife:
    """One empty file for each exercise that is under way on this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def note(self, exercise_id: str) -> None:
        """Leave a sign now."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._place(exercise_id).touch()

    def last(self, exercise_id: str) -> datetime | None:
        """Return the time of the last sign, or None."""
        try:
            return datetime.fromtimestamp(self._place(exercise_id).stat().st_mtime, UTC)
        except OSError:
            return None

    def forget(self, exercise_id: str) -> None:
        """Take the sign away."""
        with suppress(OSError):
            self._place(exercise_id).unlink(missing_ok=True)

    def _place(self, exercise_id: str) -> Path:
        """Return the file of an exercise; ids from elsewhere may hold signs no file name may."""
        return self._folder / sha256(exercise_id.encode()).hexdigest()[:32]
