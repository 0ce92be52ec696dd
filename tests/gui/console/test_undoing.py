"""What Ctrl+Z says it takes back; what was prepared before is no step of the facilitator's."""

from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.exercise import commands as c
from tabletop.gui.console.rows.undoing import undo_words


def offered(console):
    """Return what the undo button says, and what its tooltip says."""
    button = console.window.inject.undo
    return button.text(), button.toolTip()


@pytest.fixture
def prepared(live, clock):
    """The exercise with a card dealt before anybody opened it."""
    live.send(c.GiveCard("TUR", "host"), command_id="deal", actor="facilitator")
    return live


def test_what_was_prepared_is_not_offered_as_the_first_step_to_undo(prepared, console):
    assert offered(console)[0] == "Nothing to undo"
    assert not console.window.inject.undo.isEnabled()

    console.press("Ctrl+Z")
    assert "there is nothing to undo" in console.trouble
    assert console.state.seats["TUR"].card == "host"


def test_undoing_everything_stops_at_what_was_prepared(prepared, console):
    console.press("Space", "Ctrl+Z")

    assert offered(console)[0] == "Nothing to undo"
    console.press("Ctrl+Z")
    assert console.state.seats["TUR"].card == "host"


def test_a_card_given_by_hand_is_undone_before_the_start_too(prepared, console):
    console.press("K")
    console.answer(seat="pol", card="frugal")
    assert "POL" in offered(console)[0]

    console.press("Ctrl+Z")

    assert console.state.seats["POL"].card is None
    assert console.state.seats["TUR"].card == "host"


def test_after_opening_again_what_was_prepared_is_still_no_step(prepared, console):
    console.press("Space")
    console.reopen()
    assert "Take back the release of I-01" in offered(console)[1]

    console.press("Ctrl+Z")

    assert offered(console)[0] == "Nothing to undo"


def test_undo_never_takes_back_what_waited_under_another_name(console):
    console.press("Space", "Space", "Space", "Ctrl+D", "2")
    assert offered(console)[1] == "Undo: Take back the position of TUR in D2 (Ctrl Z)"
    console.journal.is_broken = True
    console.press("3")
    console.journal.is_broken = False

    console.press("Ctrl+Z")

    taken = console.state.decision_run("D2").standing("first")
    assert [position.option for position in taken.values()] == ["2", "3"]
    role = list(taken)[-1]
    assert f"undo is now: Take back the position of {role} in D2" in console.trouble
    assert f"position of {role} in D2" in offered(console)[1]
    console.press("Ctrl+Z")
    assert list(console.state.decision_run("D2").standing("first")) == ["TUR"]


def test_undo_takes_back_what_the_window_shows_and_not_what_it_has_yet_to_hear_of(console, live):
    console.press("Space")
    observing = {"command_id": "elsewhere", "actor": "evaluator"}
    thread = Thread(target=live.send, args=(c.Observe("N1", "Heard"),), kwargs=observing)
    thread.start()
    thread.join()

    console.window.conductor.undo()

    assert not console.state.observations["N1"].withdrawn
    assert "recorded meanwhile" in console.trouble


def test_what_can_no_longer_be_undone_is_told_and_offered_no_more(console):
    console.press("Space", "Space", "Space")
    bridge = console.window.bridge
    bridge.send(c.PutProposal("D2", "2"))
    bridge.send(c.CloseDecision("D2"))
    bridge.send(c.ReopenDecision("D2"))
    bridge.send(c.WithdrawProposal("D2"))
    assert "Close D2 again" in offered(console)[1]

    console.press("Ctrl+Z")

    assert "can no longer be undone (Close D2 again)" in console.trouble
    assert "Reopen D2" in offered(console)[1]


def test_a_proposal_and_a_silence_are_named_on_the_button(console):
    console.press("Space", "Space", "Space")
    console.press("Ctrl+Shift+P")
    console.answer(option="2")
    assert {"proposal", "D2"} <= set(offered(console)[0].split())

    console.window.bridge.send(c.ReleaseInject("I-04"))
    console.window.bridge.send(c.CirculateText("D4", "a", minutes=5))
    assert {"D4", "silence"} <= set(offered(console)[0].split())
    assert "Take the text of D4 back from silence" in offered(console)[1]

    console.window.bridge.send(c.ExtendSilence("D4", 5))
    assert "D4" in offered(console)[0]


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_the_button_never_says_only_that_it_undoes(console, width):
    console.press("Space")
    console.window.resize(width, 768)
    label = "Take back that TUR broke silence on the long decision D17-N-annex"

    console.window.inject.show_undo(label)

    words, tip = offered(console)
    button = console.window.inject.undo
    assert len(words) > len("Undo ") + 8
    assert label in tip
    assert button.sizeHint().width() <= console.window.inject.width() * 0.6 + 1


def test_a_long_label_keeps_the_key_beside_its_words(console):
    console.press("Space")
    console.window.resize(1366, 768)

    console.window.inject.show_undo("Take back the tick on “Ask Ankara what it wants from Allies”")

    words, tip = offered(console)
    assert words.startswith("Undo the tick on “Ask")
    assert console.window.inject.undo._key == "Ctrl Z"
    assert tip.endswith("(Ctrl Z)")


@given(st.text(min_size=1))
def test_the_whole_label_comes_first_and_words_only_get_shorter(label):
    words = undo_words(label)

    assert words[0] == label
    assert [len(w) for w in words] == sorted((len(w) for w in words), reverse=True)
