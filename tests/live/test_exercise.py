"""Commands become durable entries once, and only what is recorded is ever shown."""

import threading

import pytest

from tabletop.exercise.commands import MarkPresent, Observe, ReleaseInject, TakePosition, Undo
from tabletop.exercise.deciding import Refused
from tabletop.exercise.folding import replay
from tabletop.exercise.journal import JournalUnavailable, Participant, StoredExercise
from tabletop.exercise.state import initial_state
from tabletop.live import LiveExercise


@pytest.fixture
def live(stored, clock):
    return LiveExercise(stored, clock)


def test_a_command_is_recorded_and_watchers_see_the_state_after_it(live):
    seen = []
    live.watch(lambda state, entries: seen.append((state.status, len(entries), state.head)))

    head = live.send(ReleaseInject("I-1"), command_id="c-1", actor="test")

    assert head == live.state.head == live.entries[-1].seq
    assert seen == [("running", 3, head)]


def test_a_watcher_that_stopped_hears_nothing_more(live):
    seen = []
    stop = live.watch(lambda state, _: seen.append(state.head))
    stop()

    live.send(ReleaseInject("I-1"), command_id="c-1", actor="test")

    assert seen == []


def test_the_same_command_sent_twice_counts_once(live):
    live.send(ReleaseInject("I-1"), command_id="c-1", actor="test")
    first = live.send(TakePosition("D1", "NOR", "a"), command_id="c-2", actor="test")
    again = live.send(TakePosition("D1", "NOR", "a"), command_id="c-2", actor="test")

    assert first == again
    assert len(live.state.decision_run("D1").positions) == 1


def test_a_refused_command_changes_and_tells_nothing(live):
    seen = []
    live.watch(lambda *told: seen.append(told))
    before = live.state

    with pytest.raises(Refused, match="I-9"):
        live.send(ReleaseInject("I-9"), command_id="c-1", actor="test")

    assert live.state is before
    assert seen == []


def test_reopened_it_stands_where_it_stood(live, library, clock):
    live.send(ReleaseInject("I-1"), command_id="c-1", actor="test")
    clock.pass_minutes(3)
    live.send(TakePosition("D1", "SOU", "b"), command_id="c-2", actor="test")

    again = LiveExercise(library.open("e-1"), clock)

    assert again.state == live.state
    assert again.entries == live.entries


def test_what_another_window_wrote_is_read_before_deciding_again(live, library, clock):
    other = LiveExercise(library.open("e-1"), clock)
    live.send(ReleaseInject("I-1"), command_id="c-1", actor="one")

    other.send(ReleaseInject("I-2"), command_id="c-2", actor="two")

    assert other.state.release_order == ("I-1", "I-2")
    with pytest.raises(Refused, match="already released"):
        live.send(ReleaseInject("I-2"), command_id="c-3", actor="one")
    assert live.state == other.state


def test_a_journal_that_takes_nothing_leaves_the_state_as_it_was(stored, clock):
    class Full:
        exercise_id = stored.journal.exercise_id
        head = stored.journal.head

        def entries(self, after=0):
            return stored.journal.entries(after)

        def append(self, events, **about):
            raise JournalUnavailable("The disk is full.", code="full")

    live = LiveExercise(
        StoredExercise(stored.summary, stored.package, stored.participants, Full()), clock
    )
    seen = []
    live.watch(lambda *told: seen.append(told))

    with pytest.raises(JournalUnavailable, match="full"):
        live.send(ReleaseInject("I-1"), command_id="c-1", actor="test")

    assert live.state.release_order == ()
    assert seen == []


def test_people_who_come_with_a_command_are_known_at_once(live, library):
    person = Participant("p-1", "NOR", "A. Holm", "Port of North")
    live.send(Observe("o-1", "Asked first"), command_id="c-1", actor="test", participants=(person,))

    assert live.participants == {"p-1": person}
    assert library.participants("e-1") == (person,)


def test_people_seated_in_another_window_are_known_here(stored, library, clock):
    here, there = (LiveExercise(library.open("e-1"), clock) for _ in range(2))
    late, corrected = Participant("p-1", "NOR", "A. Holm"), Participant("p-1", "NOR", "A. Holme")
    seated = MarkPresent("NOR", late.id)

    there.send(seated, command_id="c-1", actor="test", participants=(late,))
    here.catch_up()
    assert here.participants == {"p-1": late}

    there.send(seated, command_id="c-2", actor="test", participants=(corrected,))
    here.send(ReleaseInject("I-1"), command_id="c-3", actor="test")
    assert here.participants == {"p-1": corrected}


def test_many_threads_lose_nothing_and_number_without_gaps(live):
    live.send(ReleaseInject("I-1"), command_id="c-0a", actor="test")

    def record(who):
        for number in range(25):
            live.send(Observe(f"{who}-{number}", "Noted"), command_id=f"{who}/{number}", actor=who)

    threads = [threading.Thread(target=record, args=(f"t{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(live.state.observations) == 100
    assert [entry.seq for entry in live.entries] == list(range(1, len(live.entries) + 1))
    replayed = replay(initial_state(live.package.scenario), live.entries)
    assert replayed == live.state


def test_undo_is_an_entry_and_takes_the_last_thing_back(live):
    live.send(ReleaseInject("I-1"), command_id="c-1", actor="test")
    live.send(TakePosition("D1", "NOR", "a"), command_id="c-2", actor="test")
    before = live.state.head

    live.send(Undo(), command_id="c-3", actor="test")

    assert live.state.head > before
    assert live.state.decision_run("D1").standing("final") == {}
    assert live.state.undo_steps[-1].label == "Take back the release of I-1"


def test_undo_decided_again_takes_back_what_was_meant_and_nothing_of_others(stored, library, clock):
    here, there = (LiveExercise(library.open("e-1"), clock) for _ in range(2))
    here.send(ReleaseInject("I-1"), command_id="c-1", actor="one")
    here.send(TakePosition("D1", "NOR", "a"), command_id="c-2", actor="one")
    meant = here.state.undo_steps[-1]
    there.catch_up()
    there.send(TakePosition("D1", "SOU", "b"), command_id="c-3", actor="two")

    with pytest.raises(Refused, match="now: Take back the position of SOU in D1"):
        here.send(Undo(meant.seq), command_id="c-4", actor="one")

    assert set(here.state.decision_run("D1").standing("final")) == {"NOR", "SOU"}
    here.send(Undo(here.state.undo_steps[-1].seq), command_id="c-5", actor="one")
    assert set(here.state.decision_run("D1").standing("final")) == {"NOR"}


def test_a_retry_after_hundreds_of_entries_still_counts_once(live):
    first = live.send(ReleaseInject("I-1"), command_id="c-1", actor="test")
    for number in range(300):
        live.send(Observe(f"o-{number}", "Noted"), command_id=f"n-{number}", actor="test")

    again = live.send(ReleaseInject("I-1"), command_id="c-1", actor="test")

    assert again == live.state.head == first + 300


def test_a_command_that_another_window_has_recorded_is_not_recorded_again(live, library, clock):
    other = LiveExercise(library.open("e-1"), clock)
    live.send(ReleaseInject("I-1"), command_id="c-1", actor="one")
    live.send(Observe("o-1", "Noted"), command_id="c-2", actor="one")
    clock.pass_minutes(1)

    other.send(ReleaseInject("I-1"), command_id="c-1", actor="two")

    assert other.entries == live.entries
    assert other.state == live.state


def test_watchers_see_what_another_window_wrote_even_when_the_command_is_refused(
    live, library, clock
):
    other = LiveExercise(library.open("e-1"), clock)
    seen = []
    other.watch(lambda state, entries: seen.append((state.release_order, entries)))
    live.send(ReleaseInject("I-1"), command_id="c-1", actor="one")

    with pytest.raises(Refused, match="already released"):
        other.send(ReleaseInject("I-1"), command_id="c-2", actor="two")

    assert seen == [(("I-1",), live.entries[1:])]


def test_an_error_in_one_watcher_keeps_the_news_from_no_other(live):
    heard = []

    def broken(state, entries):
        heard.append("first")
        raise ValueError("a bug in a screen")

    live.watch(broken)
    live.watch(lambda state, entries: heard.append("second"))

    with pytest.raises(ValueError, match="a bug in a screen"):
        live.send(ReleaseInject("I-1"), command_id="c-1", actor="test")

    assert heard == ["first", "second"]
    assert live.state.release_order == ("I-1",)


def test_what_another_window_records_is_noticed_and_taken_once(stored, library, clock):
    here, there = (LiveExercise(library.open("e-1"), clock) for _ in range(2))
    told = []
    here.watch(lambda state, entries: told.append((state.head, [e.seq for e in entries])))
    assert not here.is_behind()

    there.send(ReleaseInject("I-1"), command_id="c-1", actor="test")
    assert here.is_behind()
    assert here.state.head == 1
    head = here.catch_up()

    assert here.state == there.state
    assert told == [(head, [2, 3, 4])]
    assert not here.is_behind()
    assert here.catch_up() == head
    assert len(told) == 1


def test_looking_for_news_does_not_let_an_old_state_decide(stored, library, clock):
    here, there = (LiveExercise(library.open("e-1"), clock) for _ in range(2))
    there.send(ReleaseInject("I-1"), command_id="c-1", actor="test")
    here.is_behind()

    with pytest.raises(Refused):
        here.send(ReleaseInject("I-1"), command_id="c-2", actor="test")

    assert here.entries == there.entries
