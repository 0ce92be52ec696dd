"""The record of an exercise: moments, durations, states along the way."""

import pytest

from tabletop.exercise.journal import FIRST_HASH

SCENARIO = """
tabletop: 1
id: small
title: Small
starts: 2031-03-04T06:00:00Z
injects: [{id: I-1, title: One}, {id: I-2, title: Two, at: D+1 10:00}]
"""
TRANSCRIPT = """
exercise: Test
held: 2026-11-12T09:00:00+01:00
entries:
  - {at: 0:01:00, release: I-1}
  - {at: 0:02:00, pause: true}
  - {at: 0:05:00, resume: true}
  - {at: 0:06:00, recall: {inject: I-1, reason: Slip}}
  - {at: 0:07:00, release: I-1}
  - {at: 0:08:00, release: I-2}
  - {at: 0:09:00, pause: true}
  - {at: 0:10:00, park: {text: Later}}
"""


@pytest.fixture
def record(recorded):
    return recorded(SCENARIO, TRANSCRIPT)


def test_moments_keep_pauses(record):
    assert [record.moment(e.at) for e in record.entries[-2:]] == [540, 600]
    assert record.moment_of_entry(record.head.seq) == 600


@pytest.mark.parametrize(
    ("played", "moment"), [(0, 0), (60, 60), (120, 120), (121, 301), (240, 420), (360, 540)]
)
def test_seconds_of_play_become_moments(record, played, moment):
    assert record.moment_of_played(played) == moment


def test_a_moment_after_a_pause_that_goes_on_lies_behind_the_last_entry(record):
    assert record.moment_of_played(361) == 601


def test_an_exercise_under_way_lasts_until_its_last_entry(record):
    assert record.until == record.entries[-1].at
    assert record.state.played(record.until) == 360


def test_the_states_along_the_way_end_in_the_state(record):
    assert len(record.states) == len(record.entries)
    assert record.states[-1] == record.state
    assert not record.states[0].is_running


def test_the_first_release_of_an_inject_is_kept(record):
    first = record.first_releases["I-1"]
    assert first is next(e.event for e in record.entries if "Released" in type(e.event).__name__)
    assert list(record.first_releases) == ["I-1", "I-2"]


def test_the_head_is_the_last_entry(record):
    assert (record.head.seq, record.head.hash) == (record.entries[-1].seq, record.entries[-1].hash)


def test_an_exercise_that_never_started_has_a_record(recorded):
    created = recorded(SCENARIO, TRANSCRIPT, first=1)
    assert created.state.status == "ready"
    assert created.moment(created.until) == 0
    assert created.moment_of_played(5) == 5
    assert created.first_releases == {}


def test_an_empty_journal_has_a_head_of_its_own(record):
    empty = type(record)("ex", record.package, ())
    assert (empty.head.seq, empty.head.hash) == (0, FIRST_HASH)
    assert empty.until == record.scenario.starts
