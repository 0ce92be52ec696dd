"""A wall clock that nobody can turn back: the time at start plus the seconds counted since."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class SteadyClock:
    """Aware UTC times that follow a counter of seconds, whatever is done to the wall clock.

    ``seconds`` must never go back and must go on while the machine sleeps: a wall clock that runs
    ahead may have been set by hand, so it cannot tell how long the lid was shut.
    """

    def __init__(self, wall: Callable[[], datetime], seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._base = wall().astimezone(UTC)
        self._since = seconds()

    def now(self) -> datetime:
        """Return the present time, never before one returned earlier."""
        return self._base + timedelta(seconds=self._seconds() - self._since)
