"""The steady clock: nobody turns it back or ahead, and a machine that slept is followed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.live import SteadyClock

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


class Machine:
    """A machine whose wall clock can be set, beside the seconds that have really gone by."""

    def __init__(self):
        self.wall = NOON
        self.counted = 100.0

    def run(self, seconds):
        self.wall += timedelta(seconds=seconds)
        self.counted += seconds


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def clock(machine):
    return SteadyClock(lambda: machine.wall, lambda: machine.counted)


def test_it_runs_with_the_machine(machine, clock):
    machine.run(90)
    assert clock.now() == NOON + timedelta(seconds=90)


@pytest.mark.parametrize("hours", [-1, 1])
def test_setting_the_wall_clock_changes_nothing(machine, clock, hours):
    machine.run(10)
    machine.wall += timedelta(hours=hours)
    machine.run(5)
    assert clock.now() == NOON + timedelta(seconds=15)


def test_seconds_of_sleep_count(machine, clock):
    machine.run(45 * 60)
    assert clock.now() == NOON + timedelta(minutes=45)


@given(st.lists(st.tuples(st.floats(0, 1e5), st.floats(-1e5, 1e5)), max_size=20))
def test_it_never_goes_back_whatever_is_done_to_the_wall_clock(steps):
    machine = Machine()
    clock = SteadyClock(lambda: machine.wall, lambda: machine.counted)
    times = []
    for awake, jump in steps:
        machine.run(awake)
        machine.wall += timedelta(seconds=jump)
        times.append(clock.now())
    assert times == sorted(times)
