"""Exercises told as stories, in memory, on a small scenario that holds every rule."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.conditions import worth
from tabletop.exercise.deciding import Refused, decide
from tabletop.exercise.deciding.outcomes import outcome_now, rule_case
from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.folding import apply
from tabletop.exercise.journal import Entry
from tabletop.exercise.rules import effective_stances
from tabletop.exercise.sentences import sentence
from tabletop.exercise.serialisation import event_from_json, event_to_json
from tabletop.exercise.state import initial_state
from tabletop.exercise.suggestions import fitting_contingencies, next_inject
from tabletop.scenario.conditions import AllOf
from tabletop.scenario.model import Scenario
from tests.exercise.views import seen

CREATED = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)


def options(*ids, **changes):
    """Return plain options; ``c={"sets": …}`` adds to one of them."""
    return [
        {"id": i, "title": f"Option {i}", "position": n, **changes.get(i, {})}
        for n, i in enumerate(ids)
    ]


def decision(id_, rule, *ids, **further):
    changes = further.pop("changes", {})
    scale = {} if not ids or rule["kind"] in ("each", "ranking") else {"scale": "posture"}
    chosen = options(*ids, **changes)
    if not scale:
        chosen = [{k: v for k, v in o.items() if k != "position"} for o in chosen]
    return (
        {"id": id_, "title": f"Decision {id_}", "rule": rule, "options": chosen} | scale | further
    )


def plan():
    """Return the scenario as a mapping, to be changed and validated by a test."""
    return {
        "tabletop": "1",
        "id": "small",
        "title": "Small",
        "starts": "2031-03-04T06:00:00Z",
        "variables": {"launch_state": "Kestria"},
        "objectives": [{"id": "O1", "title": "Decide in time"}],
        "scales": [
            {
                "id": "posture",
                "title": "Posture",
                "levels": [{"value": n, "title": f"Level {n}"} for n in range(5)],
            }
        ],
        "state": [
            {"id": "basis", "start": "none"},
            {"id": "evidence", "start": "0", "minimum": "0", "maximum": "4"},
            {"id": "tension", "start": "1"},
        ],
        "facts": [{"id": "Q1", "question": "Launched from Kestria?", "answer": "true"}],
        "roles": [
            {"id": "TUR", "title": "Türkiye", "decides": "true", "weight": "4"},
            {"id": "GRC", "title": "Greece", "decides": "true", "weight": "1"},
            {"id": "USA", "title": "United States", "decides": "true", "weight": "3"},
            {"id": "HUN", "title": "Hungary", "decides": "true", "weight": "2"},
            {"id": "SACEUR", "title": "Supreme Commander", "kind": "commander"},
            {"id": "SG", "title": "Secretary General", "kind": "chair"},
        ],
        "cards": [
            {"id": "cautious", "title": "Cautious"},
            {"id": "host", "title": "Host", "only": ["TUR"]},
        ],
        "injects": [
            {
                "id": "I-1",
                "title": "A missile from {launch_state}",
                "at": "D+0 10:00",
                "sets": {"evidence": "1"},
                "expected": [{"id": "ask", "text": "Ask Ankara", "objective": "O1"}],
                "handouts": [
                    {"id": "order", "to": ["USA"], "title": "Order"},
                    {"id": "secret", "to": ["card:cautious"], "title": "Secret", "held": "true"},
                ],
                "decisions": [
                    decision(
                        "D1",
                        {"kind": "on_request", "triggers": ["c", "d"], "otherwise": "b"},
                        *"abcd",
                        changes={
                            "c": {
                                "only": ["TUR"],
                                "sets": {"basis": "art4", "tension": {"add": "2"}},
                            },
                            "d": {"sets": {"basis": "art4"}},
                        },
                        asks=["Q1"],
                    )
                ],
            },
            {
                "id": "I-2",
                "title": "A text is ready",
                "at": "D+0 14:00",
                "sets": {"evidence": {"at_least": "2"}},
                "decisions": [
                    decision("D2", {"kind": "silence", "minutes": "5", "hours": "24"}, *"abc")
                ],
            },
            {
                "id": "I-3",
                "title": "The Council meets",
                "at": "D+1 09:00",
                "decisions": [decision("D3", {"kind": "consensus"}, *"abc")],
            },
            {
                "id": "I-4",
                "title": "The commander acts",
                "decisions": [
                    decision("D4", {"kind": "authority", "roles": ["SACEUR"]}, *"ab"),
                    decision(
                        "D5",
                        {"kind": "authority", "roles": ["SACEUR", "USA"], "otherwise": "a"},
                        *"ab",
                        when={"decision": "D4", "outcome": ["b"]},
                        at="D+30 10:00",
                    ),
                    decision("D6", {"kind": "discussion"}),
                ],
            },
            {
                "id": "I-5",
                "title": "Counting",
                "decisions": [
                    decision("D7", {"kind": "majority", "more_than": "1/2"}, *"abc"),
                    decision("D8", {"kind": "ranking"}, *"abc"),
                    decision("D9", {"kind": "each", "several": "true"}, *"abc"),
                ],
            },
            {"id": "C-1", "title": "Deadlock", "contingency": "true", "when": {"breaks": "D2"}},
        ],
        "cuts": [{"id": "short", "title": "Short", "injects": ["I-1", "I-3"]}],
    }


@dataclass
class Clock:
    """A clock that moves when it is told to."""

    now: datetime = CREATED

    def pass_(self, **span):
        self.now += timedelta(**span)


@dataclass
class Story:
    """An exercise under way in memory; every step is a command that was carried out."""

    scenario: Scenario
    cut: str | None = None
    seats: tuple[str, ...] = ()
    clock_mode: str = "stepped"
    rate: float = 1.0
    clock: Clock = field(default_factory=Clock)
    entries: list[Entry] = field(default_factory=list)

    def __post_init__(self):
        self.state = initial_state(self.scenario)
        seats = self.seats or tuple(self.scenario.roles_by_id)
        created = ExerciseCreated(
            "Test", "exercise", self.scenario.id, "1", "0" * 64, self.cut, seats,
            self.clock_mode, self.rate,
        )  # fmt: skip
        self._record((created,))

    def _record(self, events, actor="test"):
        command_id = f"c{len(self.entries)}"
        for step, event in enumerate(events):
            read_back = event_from_json(event_to_json(event))
            assert read_back == event
            entry = Entry("ex", self.state.head + 1, self.now, command_id, step, actor, read_back)
            self.state = apply(self.state, entry)
            self.entries.append(entry)

    def send(self, command, actor="test"):
        """Carry out a command; return its events."""
        events = decide(self.state, command, self.now)
        assert events, "a command that is carried out records something"
        self._record(events, actor)
        return events

    def refused(self, command):
        """Return the sentence of the refusal; nothing is recorded."""
        with pytest.raises(Refused) as refusal:
            decide(self.state, command, self.now)
        text = str(refusal.value)
        assert text.endswith((".", "?")), text
        return text

    # --- time ---

    @property
    def now(self):
        return self.clock.now

    @property
    def played(self):
        return self.state.played(self.now)

    @property
    def scenario_time(self):
        return self.state.scenario_time(self.now)

    def minutes_pass(self, minutes):
        self.clock.pass_(minutes=minutes)

    def seconds_pass(self, seconds):
        self.clock.pass_(seconds=seconds)

    # --- steps ---

    def release(self, inject_id, reason=""):
        return self.send(c.ReleaseInject(inject_id, reason))

    def recall(self, inject_id, reason=""):
        return self.send(c.RecallInject(inject_id, reason))

    def pause(self):
        return self.send(c.PauseExercise())

    def resume(self):
        return self.send(c.ResumeExercise())

    def end(self):
        return self.send(c.EndExercise())

    def position(self, role, decision_id, option, round_="final", **further):
        return self.send(c.TakePosition(decision_id, role, option, round_, **further))

    def stance(self, role, decision_id, stance, text=""):
        return self.send(c.TakeStance(decision_id, role, stance, text))

    def propose(self, decision_id, option=None, text=""):
        return self.send(c.PutProposal(decision_id, option, text))

    def circulate(self, decision_id, option=None, text="", **further):
        return self.send(c.CirculateText(decision_id, option, text, **further))

    def break_silence(self, role, decision_id, text="Review date missing"):
        return self.send(c.BreakSilence(decision_id, role, text))

    def rank(self, role, decision_id, *order):
        return self.send(c.RankOptions(decision_id, role, order))

    def close(self, decision_id):
        return self.send(c.CloseDecision(decision_id))

    def declare(self, decision_id, option, reason="The chair says so"):
        return self.send(c.DeclareOutcome(decision_id, option, reason))

    def reopen(self, decision_id, reason=""):
        return self.send(c.ReopenDecision(decision_id, reason))

    def undo(self):
        return self.send(c.Undo())

    # --- questions ---

    def seen(self, state=None):
        """Return what the exercise, or an earlier state of it, is like at this moment."""
        return seen(state or self.state, self.now)

    def computed(self, decision_id):
        """Return what closing now would give."""
        return outcome_now(self.state, self.scenario.decisions_by_id[decision_id], self.now)

    def result(self, decision_id):
        """Return (status, option) that closing now would give."""
        computed = self.computed(decision_id)
        return computed.status, computed.option

    def outcome(self, decision_id):
        """Return (status, option) as closed."""
        outcome = self.state.decision_run(decision_id).outcome
        return outcome and (outcome.status, outcome.option)

    def blocking(self, decision_id):
        return {b.role: b.why for b in self.computed(decision_id).blocking}

    def stances(self, decision_id):
        chosen = self.scenario.decisions_by_id[decision_id]
        return dict(effective_stances(rule_case(self.state, chosen, self.now)))

    def status(self, decision_id):
        return self.state.decision_status(decision_id)

    def run(self, decision_id):
        return self.state.decision_run(decision_id)

    def variable(self, name):
        return self.state.variables()[name]

    def worth(self, condition: Mapping):
        """Return what a condition, as an author writes it, is worth now."""
        [parsed] = AllOf.model_validate({"all": [condition]}).all_of
        return worth(parsed, self.state)

    @property
    def next(self):
        suggestion = next_inject(self.state)
        return suggestion and suggestion.inject.id

    @property
    def contingencies(self):
        return [s.inject.id for s in fitting_contingencies(self.state)]

    @property
    def log(self):
        return [sentence(entry.event, self.scenario) for entry in self.entries]


Tell = Callable[..., Story]


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return Scenario.model_validate(plan())


@pytest.fixture
def story(scenario) -> Story:
    return Story(scenario)


@pytest.fixture
def tell() -> Tell:
    """Tell a story on a scenario of one's own: ``tell(injects=[…], cut="short", seats=(…))``."""

    def begin(*, cut=None, seats=(), clock_mode="stepped", rate=1.0, **changes):
        return Story(
            Scenario.model_validate(plan() | changes),
            cut=cut,
            seats=seats,
            clock_mode=clock_mode,
            rate=rate,
        )

    return begin


@pytest.fixture
def decide_by(tell):
    """Tell a story in which one decision, D1 with the options a to d, is open under a rule."""

    def begin(rule, *ids, seats=(), **further):
        chosen = decision("D1", rule, *(ids or "abcd"), **further)
        told = tell(
            injects=[{"id": "I-1", "title": "It begins", "decisions": [chosen]}],
            cuts=[],
            seats=seats,
        )
        told.release("I-1")
        return told

    return begin


@pytest.fixture(scope="session")
def make_story(scenario) -> Callable[[], Story]:
    """Return what makes a fresh story, for tests that generate many."""
    return lambda: Story(scenario)


@pytest.fixture(scope="session")
def make_decision():
    return decision
