"""The one table of actions: every key once, every action carried out by the console."""

from collections import Counter
from datetime import UTC

from tabletop.exercise import commands as c
from tabletop.gui.actions import ACTIONS, action, shown_key
from tabletop.gui.situation import Situation


def test_no_key_stands_twice():
    keys = Counter(key for one in ACTIONS for key, _ in one.keys)

    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_is_carried_out_by_the_console(console):
    assert {one.id for one in ACTIONS} == set(console.window._doings)


def test_every_action_has_a_verb_and_an_icon_that_exists(live, clock, shipped_theme):
    situation = Situation(live.state, clock(), zone=UTC)

    for one in ACTIONS:
        assert one.verb(situation)
        assert one.icon in shipped_theme.icons.names


def test_an_action_that_cannot_run_says_why(live, clock):
    before = Situation(live.state, clock(), zone=UTC)
    assert action("close").refusal(before) == "no decision is open"
    assert action("pause").refusal(before) == "the exercise has not started"

    live.send(c.ReleaseInject("I-02"), command_id="a", actor="f")
    during = Situation(live.state, clock(), zone=UTC)
    assert action("close").refusal(during) == ""
    assert action("propose").refusal(during) == "D1 is not decided by consensus"
    assert action("extend").refusal(during) == "D1 is not decided by silence"


def test_keys_are_shown_as_they_are_printed():
    assert shown_key("Ctrl+Return") == "Ctrl Enter"
    assert shown_key("PgDown") == "Page down"
