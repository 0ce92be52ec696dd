"""An exercise whose every private text says so, played in memory for the room."""

from datetime import UTC, datetime, timedelta

from tabletop.exercise import commands as do
from tabletop.exercise.deciding import Refused, decide
from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.folding import replay
from tabletop.exercise.journal import FIRST_HASH, Head, new_entries
from tabletop.exercise.state import initial_state
from tabletop.gui.room.showing import Showing
from tabletop.gui.room.view import room_view
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import Attachment, ScenarioPackage

SENTINEL = "sentinel"
STARTEX = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
SEATS = ("TUR", "GRC", "POL")
OPTIONS = [
    {"id": "a", "title": "Note it", "position": 0, "notes": SENTINEL, "cost": SENTINEL},
    {"id": "b", "title": "Endorse it", "position": 6, "notes": SENTINEL},
]
RULES = {
    "D1": {"kind": "consensus"},
    "D2": {"kind": "silence", "minutes": 5, "reveal": "at_deadline"},
    "D3": {"kind": "silence", "minutes": 5, "reveal": "at_once"},
    "D4": {"kind": "ranking"},
    "D5": {"kind": "each"},
    "D6": {"kind": "on_request", "triggers": ["b"]},
}


def decision(decision_id, rule):
    return {
        "id": decision_id,
        "title": "Where do we stand?",
        "rule": rule,
        "scale": "posture",
        "first_round": True,
        "minutes": 10,
        "notes": SENTINEL,
        "asks": ["Q1"],
        "options": OPTIONS,
    }


def scenario():
    """Return a scenario in which everything that is the facilitator's says so."""
    facilitators = {
        "notes": SENTINEL,
        "prompts": [SENTINEL],
        "expected": [{"id": "ask", "text": SENTINEL, "owner": SENTINEL}],
        "answers": [{"question": SENTINEL, "text": SENTINEL}],
        "handouts": [{"id": "h", "to": ["TUR"], "title": SENTINEL, "body": SENTINEL}],
        "grade": SENTINEL,
        "storyline": SENTINEL,
        "columns": {SENTINEL: SENTINEL},
    }
    injects = [
        {
            **facilitators,
            "id": f"I-{number}",
            "title": f"Inject {number}",
            "channel": "press",
            "body": "News for {{everybody} of {place}, after {D1}.",
            "attachments": ["map.svg", "orders.pdf"],
            "decisions": [decision(decision_id, rule)],
        }
        for number, (decision_id, rule) in enumerate(RULES.items(), start=1)
    ]
    private = {"id": "I-P", "title": SENTINEL, "body": SENTINEL, "to": ["TUR"]}
    unreleased = {"id": "I-U", "title": SENTINEL, "body": SENTINEL}
    return Scenario.model_validate(
        {
            "tabletop": 1,
            "id": "calm-front",
            "title": "Calm Front",
            "marking": "For exercise",
            "starts": "2031-03-04T06:00:00Z",
            "summary": SENTINEL,
            "background": SENTINEL,
            "variables": {"place": "Akdere"},
            "objectives": [{"id": "O1", "title": SENTINEL}],
            "scales": [
                {
                    "id": "posture",
                    "title": "Posture",
                    "levels": [{"value": 0, "title": "None"}, {"value": 6, "title": "All"}],
                }
            ],
            "state": [
                {"id": "evidence", "title": SENTINEL, "start": "1", "minimum": 0, "maximum": 4}
            ],
            "facts": [{"id": "Q1", "question": SENTINEL, "answer": "true", "notes": SENTINEL}],
            "roles": [
                {"id": seat, "title": seat, "decides": "true", "brief": SENTINEL} for seat in SEATS
            ],
            "cards": [
                {"id": "cautious", "title": SENTINEL, "text": SENTINEL, "red_line": SENTINEL}
            ],
            "injects": [*injects, private, unreleased],
        }
    )


PLAN = scenario()
PACKAGE = ScenarioPackage(
    PLAN,
    SENTINEL,
    (Attachment("map.svg", b"<svg/>"), Attachment("orders.pdf", SENTINEL.encode())),
)
RELEASES = tuple(do.ReleaseInject(f"I-{number}") for number in range(1, 7))


class Run:
    """An exercise in memory, one command after another; refusals are let pass."""

    def __init__(self):
        self.now = STARTEX
        self.head = Head(0, FIRST_HASH)
        self.state = initial_state(PLAN)
        created = ExerciseCreated("x", "exercise", PLAN.id, "1", "0" * 64, None, SEATS)
        self._append((created,))

    def _append(self, events):
        entries = new_entries(
            events,
            exercise_id="x",
            head=self.head,
            at=self.now,
            command_id=str(self.head.seq),
            actor="facilitator",
        )
        self.state = replay(self.state, entries)
        if entries:
            self.head = Head(entries[-1].seq, entries[-1].hash)

    def send(self, *given):
        for command in given:
            self.now += timedelta(seconds=10)
            try:
                events = decide(self.state, command, self.now)
            except Refused:
                continue
            self._append(events)
        return self

    def minutes_pass(self, minutes):
        self.now += timedelta(minutes=minutes)
        return self

    def view(self, kind, part="", **changes):
        return room_view(PACKAGE, self.state, Showing(kind, part, **changes), self.now)

    def page(self, kind, part="", **changes):
        return self.view(kind, part, **changes).page
