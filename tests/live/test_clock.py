"""The steady clock: nobody turns it back, and a machine that slept is followed forward."""

from datetime import UTC, datetime, timedelta

import pytest

from tabletop.live import SteadyClock

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


class Machine:
    """A machine whose wall clock can be set, beside the seconds it has really been awake."""

    def __init__(self):
        self.wall = NOON
        self.awake = 100.0

    def run(self, seconds):
        self.wall += timedelta(seconds=seconds)
        self.awake += seconds


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def clock(machine):
    return SteadyClock(lambda: machine.wall, lambda: machine.awake)


def test_it_runs_with_the_machine(machine, clock):
    machine.run(90)
    assert clock.now() == NOON + timedelta(seconds=90)


@pytest.mark.parametrize("hours", [-1, 1])
def test_setting_the_wall_clock_changes_nothing(machine, clock, hours):
    machine.run(10)
    machine.wall += timedelta(hours=hours)
    machine.run(5)
    assert clock.now() == NOON + timedelta(seconds=15)


def test_after_sleep_it_follows_the_wall_clock_forward(machine, clock):
    machine.wall += timedelta(minutes=45)
    clock.woke()
    assert clock.now() == NOON + timedelta(minutes=45)


def test_after_sleep_it_never_goes_back(machine, clock):
    machine.run(30)
    machine.wall -= timedelta(hours=1)
    clock.woke()
    assert clock.now() == NOON + timedelta(seconds=30)
