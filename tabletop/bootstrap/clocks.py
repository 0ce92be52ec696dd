"""The seconds that SteadyClock counts: those of this machine, asleep or awake."""

import time


def seconds_awake_or_asleep() -> float:
    """Return seconds that nobody can turn back and that go on while a lid is shut.

    An exercise lasts as long as the people at the table say, not as long as the laptop was awake.
    Linux leaves sleep out of ``monotonic`` and counts it in CLOCK_BOOTTIME; macOS counts it in
    CLOCK_MONOTONIC, which Python's ``monotonic`` does not use there; Windows always counts it.
    """
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        clock = getattr(time, name, None)
        if clock is not None:
            return time.clock_gettime(clock)
    return time.monotonic()
