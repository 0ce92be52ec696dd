"""Every event can be written as one line of JSON and read back the same."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.exercise.events import (
    EVENT_CLASSES,
    ExerciseResumed,
    InjectReleased,
    ScenarioTimeJumped,
)
from tabletop.exercise.sentences import sentence
from tabletop.exercise.serialisation import UnknownEvent, event_from_json, event_to_json

PLAIN = {
    str: st.text(),
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
    datetime: st.datetimes(
        datetime(1900, 1, 1),  # noqa: DTZ001 (hypothesis adds the zone)
        datetime(2999, 1, 1),  # noqa: DTZ001 (hypothesis adds the zone)
        timezones=st.just(UTC),
    ),
}


def values_of(hint):
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=4).map(tuple)
    return st.one_of([values_of(part) for part in get_args(hint)])


def made_of(kind):
    return st.builds(kind, **{n: values_of(h) for n, h in get_type_hints(kind).items()})


@pytest.mark.parametrize("kind", EVENT_CLASSES, ids=lambda kind: kind.__name__)
def test_every_event_comes_back_as_it_was(kind):
    @settings(max_examples=25)
    @given(made_of(kind))
    def comes_back(event):
        line = event_to_json(event)
        assert "\n" not in line
        assert event_from_json(line) == event
        assert event_to_json(event_from_json(line)) == line

    comes_back()


@pytest.mark.parametrize("kind", EVENT_CLASSES, ids=lambda kind: kind.__name__)
def test_every_event_has_a_whole_sentence_whatever_is_in_it(kind, scenario):
    @settings(max_examples=25)
    @given(made_of(kind))
    def is_whole(event):
        said = sentence(event, scenario)
        assert said.rstrip("”\"'’").endswith((".", "!", "?", "…"))

    is_whole()


def test_times_are_written_in_utc():
    ankara = timezone(timedelta(hours=3))
    event = ScenarioTimeJumped(datetime(2031, 3, 4, 9, 0, tzinfo=ankara))
    assert json.loads(event_to_json(event))["to"] == "2031-03-04T06:00:00+00:00"


def test_the_class_name_stands_first():
    event = InjectReleased("I-1", datetime(2031, 3, 4, 6, 0, tzinfo=UTC))
    assert event_to_json(event).startswith('{"event":"InjectReleased","inject_id":"I-1"')


@pytest.mark.parametrize(
    "line",
    [
        "",
        "nothing",
        "[]",
        "null",
        "{}",
        '{"event":"Unheard"}',
        '{"event":"InjectRecalled"}',
        '{"event":"InjectRecalled","inject_id":"I-1","more":1}',
        '{"event":"ScenarioTimeJumped","to":"soon"}',
        '{"event":"ExerciseResumed"} {"event":"ExerciseResumed"}',
        '{"event":"ExerciseResumed"}}',
        '{"event":"ExerciseResumed"',
        "\ufeff{}",
    ],
)
def test_what_is_no_event_is_told(line):
    with pytest.raises(UnknownEvent, match="cannot read"):
        event_from_json(line)


@pytest.mark.parametrize(
    "line", ['  {"event":"ExerciseResumed"}', '{"event":"ExerciseResumed"}\r\n']
)
def test_blanks_around_a_line_are_no_matter(line):
    assert event_from_json(line) == ExerciseResumed()
