import random

import pytest

from tabletop.plots.confidence import Confidence, StatedConfidence, confidence_by_evidence
from tabletop.plots.convergence import Convergence, Point, convergence
from tabletop.plots.distribution import Distribution, Row, Share, position_distribution
from tabletop.plots.heat_map import Cell, Column, HeatMap, posture_heat_map
from tabletop.plots.participation import Participation, participation_bars
from tabletop.plots.picture import Frame, Level, Scale
from tabletop.plots.shift import SeatShift, Shift, position_shift
from tabletop.plots.storyline import Span, StoryEvent, Storyline, storyline
from tabletop.plots.times import DecisionTimes, SeatTime, Times, time_to_decision

MARKING = "UNCLASSIFIED – FOR EXERCISE PURPOSES ONLY"
SCALE = Scale(tuple(Level(value, f"Level {value}") for value in range(7)))


class Exercise:
    """Made-up data of one size for every figure."""

    def __init__(self, seats, decisions):
        self.chance = random.Random(7)  # noqa: S311  # the same made-up data on every run
        self.seats = tuple(f"S{number:02}" for number in range(1, seats + 1))
        self.decisions = tuple(f"D{number}" for number in range(1, decisions + 1))

    def position(self):
        return self.chance.choice((None, *range(7)))

    def heat_map(self):
        columns = (
            Column(
                name,
                tuple(Cell(self.position(), self.position()) for _ in self.seats),
                self.chance.choice(("adopted", "no_agreement", "recorded", "not_taken", "open")),
                self.position(),
                number // 5,
            )
            for number, name in enumerate(self.decisions)
        )
        return HeatMap(self.seats, tuple(columns), SCALE, ((0, "rumours"), (1, "one track")))

    def distribution(self):
        rows = []
        for name in self.decisions:
            answered = self.chance.randint(0, len(self.seats))
            first = self.chance.randint(0, answered)
            shares = (Share("b", answered - first, 4), Share("a", first, 1))
            rows.append(Row(name, "Where do we stand?", shares, answered, len(self.seats)))
        return Distribution(tuple(rows), SCALE)

    def shift(self):
        stances = (None, "supports", "can_accept", "reservation", "objects", "awaiting")
        seats = (
            SeatShift(seat, self.position(), self.position(), self.chance.choice(stances))
            for seat in self.seats
        )
        return Shift("D6", "Where do we stand?", tuple(seats), SCALE)

    def convergence(self):
        points = (
            Point(name, self.chance.random(), len(self.seats), 2.5, 1, 4) for name in self.decisions
        )
        return Convergence(tuple(points), SCALE)

    def times(self):
        rows = (
            DecisionTimes(
                name,
                "Where do we stand?",
                tuple(
                    SeatTime(seat, self.chance.choice((None, 60, 61, 400))) for seat in self.seats
                ),
                self.chance.choice((None, 500, 900)),
                10,
            )
            for name in self.decisions
        )
        return Times(tuple(rows))

    def confidence(self):
        rows = (
            StatedConfidence(
                name,
                number % 5,
                tuple(self.chance.choice((None, "low", "moderate", "high")) for _ in self.seats),
            )
            for number, name in enumerate(self.decisions)
        )
        return Confidence(tuple(rows))

    def storyline(self):
        events, decisions = [], []
        for number, name in enumerate(self.decisions):
            played = self.chance.random() < 0.8
            seconds = number * 300 if played else None
            status = "released" if played else "skipped"
            days = number // 3
            event = StoryEvent(
                f"I-{number}", "A note", status, days * 86400 + number, f"D+{days}", seconds
            )
            events.append(event)
            decisions.append(Span(number * 300, number * 300 + 200, name))
        end = len(self.decisions) * 300 + 600
        pauses = (Span(end - 200, end - 100),) if events else ()
        return Storyline(tuple(events), end, tuple(decisions), pauses)

    def participation(self):
        return Participation(tuple((seat, self.chance.randint(0, 30)) for seat in self.seats))


FIGURES = {
    "heat_map": posture_heat_map,
    "distribution": position_distribution,
    "shift": position_shift,
    "convergence": convergence,
    "times": time_to_decision,
    "confidence": confidence_by_evidence,
    "storyline": storyline,
    "participation": participation_bars,
}


@pytest.fixture
def exercise():
    return Exercise


@pytest.fixture
def frame():
    return Frame(MARKING)


@pytest.fixture(params=FIGURES)
def draw(request):
    """Return a function that draws one kind of figure from an exercise."""

    def drawn(exercise, frame):
        return FIGURES[request.param](getattr(exercise, request.param)(), frame)

    return drawn
