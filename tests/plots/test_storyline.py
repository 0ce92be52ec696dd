from hypothesis import given
from hypothesis import strategies as st

from tabletop.plots.lettering import Lettering
from tabletop.plots.picture import TEXT_WIDTH_MM, Frame
from tabletop.plots.storyline import (
    Span,
    StoryEvent,
    Storyline,
    _duration,
    _Plot,
    _shortened,
    storyline,
)

FRAME = Frame("EXERCISE ONLY")


def events(*seconds):
    return tuple(StoryEvent(f"I-{n}", "", "released", s) for n, s in enumerate(seconds))


def test_the_table_tells_the_story():
    picture = storyline(
        Storyline(
            (
                StoryEvent("I-01", "A call", "released", 0, "D+0 06:00", 65),
                StoryEvent("I-02", "The press", "skipped", 3600, "D+0 07:00"),
            ),
            ended_seconds=3700,
        ),
        FRAME,
    )
    assert picture.table.rows == (
        ("I-01", "A call", "released", "D+0 06:00", "0:01:05"),
        ("I-02", "The press", "skipped", "D+0 07:00", "–"),
    )
    assert "1 released, 1 skipped. The exercise ended after 1:01:40." in picture.alt


def test_a_long_gap_is_shortened_and_its_length_kept():
    shares, gaps = _shortened(events(0, 60, 120, 180, 864000))
    assert shares == {0: 0, 60: 1 / 6, 120: 2 / 6, 180: 3 / 6, 864000: 1}
    assert gaps == ((0.75, 863820),)
    assert [_duration(seconds) for seconds in (863820, 18000, 2400)] == ["10 d", "5 h", "40 min"]


@given(st.lists(st.none() | st.integers(-(10**6), 10**7), max_size=30))
def test_the_order_of_scenario_times_is_never_turned_round(seconds):
    shares, gaps = _shortened(events(*seconds))
    known = sorted({s for s in seconds if s is not None})
    places = [shares[s] for s in known]
    assert places == sorted(places)
    assert len(set(places)) == len(known)
    assert all(0 <= place <= 1 for place in places)
    assert len(gaps) < max(len(known), 1)


def test_improvised_injects_without_a_scenario_time_are_drawn():
    event = StoryEvent("X-1", "A call", "improvised", real_seconds=10)
    assert not storyline(Storyline((event,), 60), FRAME).is_empty


def test_names_of_decisions_have_the_room_they_need():
    letters = Lettering(None)
    spans = tuple(Span(0, 60, name) for name in ("D1", "D13N", "D-17A-N"))
    plot = _Plot.of(Storyline(events(0, 60), 60, spans), letters)
    assert all(letters.elided(s.name, plot.names_width, 6) == s.name for s in spans)
    assert plot.real_axis + 14.9 + plot.names_width <= TEXT_WIDTH_MM
