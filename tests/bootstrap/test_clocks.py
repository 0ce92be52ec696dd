"""The counter under the clock: it never goes back, and where it can it counts sleep."""

import sys
import time

import pytest

from tabletop.bootstrap.clocks import seconds_awake_or_asleep


def test_it_never_goes_back():
    counted = [seconds_awake_or_asleep() for _ in range(1000)]
    assert counted == sorted(counted)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has two such counters")
def test_on_linux_it_is_the_counter_that_goes_on_in_sleep():
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    counted = seconds_awake_or_asleep()
    assert before <= counted <= time.clock_gettime(time.CLOCK_BOOTTIME)
