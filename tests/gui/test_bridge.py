"""The bridge: commands go in, signals come out on the GUI thread, trouble is no exception."""

from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread, get_ident

import pytest
from PySide6.QtCore import QObject

from tabletop.exercise.commands import MarkPresent, Observe, ReleaseInject, StartExercise
from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.journal import JournalUnavailable, Participant
from tabletop.exercise.memory import MemoryLibrary
from tabletop.gui.bridge import ExerciseBridge
from tabletop.live import LiveExercise
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import ScenarioPackage

NINE = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)


class Breakable:
    def __init__(self, journal):
        self._journal = journal
        self.is_broken = False
        self.command_ids = []
        self.taken = []

    def __getattr__(self, name):
        return getattr(self._journal, name)

    def append(self, events, **named):
        self.command_ids.append(named["command_id"])
        if self.is_broken:
            raise JournalUnavailable("The disk is full.", code="full")
        self.taken.append((named["actor"], tuple(named["participants"])))
        return self._journal.append(events, **named)


class Listener(QObject):
    def __init__(self, bridge):
        super().__init__()
        self.states, self.entries, self.refusals, self.troubles, self.threads = [], [], [], [], []
        bridge.state_changed.connect(self.states.append)
        bridge.recorded.connect(self._on_recorded)
        bridge.refused.connect(self.refusals.append)
        bridge.unavailable.connect(self.troubles.append)

    def _on_recorded(self, entries):
        self.threads.append(get_ident())
        self.entries.extend(entries)


@pytest.fixture
def journal():
    scenario = Scenario.model_validate(
        {
            "tabletop": "1",
            "id": "s",
            "title": "S",
            "starts": "2031-03-04T06:00:00Z",
            "roles": [{"id": "TUR", "title": "TUR", "decides": "true"}],
            "injects": [{"id": "I-01", "title": "One"}],
        },
        context={"language": "en"},
    )
    package = ScenarioPackage(scenario, "source")
    event = ExerciseCreated("S", "exercise", "s", "1", package.sha256, None, ("TUR",))
    stored = MemoryLibrary().create("x", package, event, at=NINE, command_id="c", actor="f")
    return Breakable(stored.journal), stored


@pytest.fixture
def bridge(qapp, journal):
    breakable, stored = journal
    made = ExerciseBridge(LiveExercise(replace(stored, journal=breakable), lambda: NINE))
    yield made
    made.close()


def test_a_recorded_command_becomes_a_state_and_its_entries(bridge):
    heard = Listener(bridge)

    assert bridge.send(ReleaseInject("I-01"))

    assert heard.states[-1].release_order == ("I-01",)
    assert [type(e.event).__name__ for e in heard.entries] == ["ExerciseStarted", "InjectReleased"]


def test_a_refusal_becomes_a_signal(bridge):
    heard = Listener(bridge)

    assert not bridge.send(ReleaseInject("I-99"))

    assert len(heard.refusals) == 1
    assert heard.entries == []


def test_what_cannot_be_recorded_is_said_and_recorded_once_when_tried_again(bridge, journal):
    heard, (breakable, _) = Listener(bridge), journal
    breakable.is_broken = True
    assert not bridge.send(StartExercise())
    assert [t.sentence for t in heard.troubles] == ["The disk is full."]
    assert not bridge.retry()

    breakable.is_broken = False

    assert bridge.retry()
    assert bridge.waiting == ()
    assert len(heard.entries) == 1
    assert len(set(breakable.command_ids)) == 1


def test_trying_again_keeps_who_did_it_and_the_people_who_come_with_it(journal, qapp):
    breakable, stored = journal
    live = LiveExercise(replace(stored, journal=breakable), lambda: NINE)
    bridge = ExerciseBridge(live, actor="evaluator")
    person = Participant("p0", "TUR", "A")
    breakable.is_broken = True
    bridge.send(MarkPresent("TUR", person.id), participants=(person,))
    assert not bridge.retry()

    breakable.is_broken = False

    assert bridge.retry()
    assert breakable.taken == [("evaluator", (person,))]
    assert [p.name for p in live.participants.values()] == ["A"]
    bridge.close()


def test_nothing_else_is_taken_before_what_waits_is_recorded(journal, bridge):
    breakable, _ = journal
    breakable.is_broken = True
    bridge.send(StartExercise())

    assert not bridge.send(ReleaseInject("I-01"))
    assert not bridge.send(Observe(bridge.new_id(), "In the field"), keep=False)
    assert [u.command for u in bridge.waiting] == [StartExercise()]

    breakable.is_broken = False
    assert bridge.send(ReleaseInject("I-01"))
    assert bridge.state.release_order == ("I-01",)
    assert bridge.waiting == ()


def test_asking_the_same_again_is_another_trial_and_no_second_command(journal, bridge):
    breakable, _ = journal
    heard = Listener(bridge)
    breakable.is_broken = True
    bridge.send(StartExercise())
    breakable.is_broken = False

    assert bridge.send(StartExercise())

    assert (heard.refusals, len(heard.entries)) == ([], 1)


def test_what_waited_is_settled_once_recorded_or_left_out(journal, bridge):
    breakable, _ = journal
    settled = []
    bridge.settled.connect(settled.append)
    for is_given_up in (True, False):
        breakable.is_broken = True
        bridge.send(StartExercise())
        assert not bridge.retry()
        breakable.is_broken = False
        if is_given_up:
            bridge.discard_waiting()
        assert bridge.retry()

    assert settled == [False, True]
    assert bridge.state.started_at == NINE


def test_what_is_refused_when_tried_again_waits_no_longer(journal, bridge):
    breakable, _ = journal
    heard = Listener(bridge)
    breakable.is_broken = True
    bridge.send(StartExercise())
    breakable.is_broken = False
    bridge.live.send(StartExercise(), command_id="from-elsewhere", actor="f")

    assert bridge.retry()

    assert heard.refusals == ["The exercise has already started."]


def test_a_text_that_its_field_keeps_is_not_tried_again_by_the_bridge(bridge, journal):
    breakable, _ = journal
    breakable.is_broken = True
    bridge.send(Observe(bridge.new_id(), "Kept in the field"), keep=False)
    breakable.is_broken = False

    assert bridge.retry()
    assert bridge.state.observations == {}


def test_a_command_from_another_thread_is_heard_on_the_gui_thread(bridge, qtbot):
    heard = Listener(bridge)

    def send():
        bridge.live.send(ReleaseInject("I-01"), command_id="from-a-phone", actor="TUR")

    with qtbot.waitSignal(bridge.recorded):
        thread = Thread(target=send)
        thread.start()
    thread.join()

    assert heard.threads == [get_ident()]


def test_a_closed_bridge_hears_nothing_more(bridge):
    heard = Listener(bridge)
    bridge.close()

    bridge.live.send(ReleaseInject("I-01"), command_id="c1", actor="f")

    assert heard.states == []
