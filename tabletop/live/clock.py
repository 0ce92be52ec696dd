"""A wall clock that nobody can turn back: the time at start plus what a monotonic clock counts."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class SteadyClock:
    """Aware UTC times that follow the monotonic clock, whatever is done to the machine's.

    ``monotonic`` gives seconds. A machine that slept may count no seconds meanwhile; when the wall
    clock has run ahead by more than a minute and the monotonic one has not, the wall clock is
    followed forward, never back.
    """

    _SLEPT = timedelta(minutes=1)

    def __init__(self, wall: Callable[[], datetime], monotonic: Callable[[], float]) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._base = wall().astimezone(UTC)
        self._since = monotonic()

    def now(self) -> datetime:
        """Return the present time, never before one returned earlier."""
        return self._base + timedelta(seconds=self._monotonic() - self._since)

    def woke(self) -> None:
        """Follow the wall clock forward after the machine slept."""
        wall = self._wall().astimezone(UTC)
        if wall - self.now() > self._SLEPT:
            self._base = wall
            self._since = self._monotonic()
