"""Ten seats are entered in under forty key strokes, whatever the rule; keys never pile up."""

import pytest

from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.memory import MemoryLibrary
from tabletop.live import LiveExercise
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import ScenarioPackage

SEATS = ("TUR", "USA", "GBR", "FRA", "DEU", "ITA", "POL", "ROU", "GRC", "NLD")
LIMIT = 40
RULES = {
    "request": {"kind": "on_request", "triggers": ["3"], "otherwise": "1"},
    "consensus": {"kind": "consensus"},
    "silence": {"kind": "silence", "minutes": "5"},
    "authority": {"kind": "authority", "roles": ["TUR"]},
    "majority": {"kind": "majority", "more_than": "0.5"},
    "each": {"kind": "each"},
    "several": {"kind": "each", "several": "true"},
    "ranking": {"kind": "ranking"},
    "discussion": {"kind": "discussion"},
}


def decision(name, rule):
    options = [{"id": str(n), "title": f"Option {n}"} for n in (1, 2, 3)]
    has_options = rule["kind"] != "discussion"
    made = {"id": name, "title": name, "rule": rule}
    return made | ({"options": options} if has_options else {})


@pytest.fixture(scope="module")
def ten_seats():
    return Scenario.model_validate(
        {
            "tabletop": "1",
            "id": "ten",
            "title": "Ten seats",
            "starts": "2031-03-04T06:00:00Z",
            "roles": [{"id": code, "title": code, "decides": "true"} for code in SEATS],
            "phases": [{"id": "one", "title": "One"}],
            "injects": [
                {
                    "id": f"I-{name}",
                    "title": name,
                    "phase": "one",
                    "contingency": "true",
                    "decisions": [decision(name, rule)],
                }
                for name, rule in RULES.items()
            ],
        },
        context={"language": "en"},
    )


@pytest.fixture
def console(qtbot, ten_seats, services, shipped_theme, clock):
    from tests.gui.console.driver import ConsoleDriver

    package = ScenarioPackage(ten_seats, "source")
    event = ExerciseCreated("Ten", "exercise", "ten", "1", package.sha256, None, SEATS)
    stored = MemoryLibrary().create("t1", package, event, at=clock(), command_id="c0", actor="f")
    driver = ConsoleDriver(
        qtbot, LiveExercise(stored, clock), services, shipped_theme, clock, stored.journal
    )
    yield driver
    driver.leave()


def enter(console, name, *keys):
    """Open a decision, type keys on its board, and return how many strokes it took to close it."""
    console.window.conductor.release(f"I-{name}")
    console.strokes = 0
    console.press("Ctrl+D", *keys, "Ctrl+Enter")
    assert console.state.decision_run(name).outcome is not None, (console.question, console.trouble)
    return console.strokes


def positions(console, name):
    standing = console.state.decision_run(name).standing("final")
    return [standing[seat].option for seat in SEATS if seat in standing]


@pytest.mark.parametrize("name", ["request", "authority", "majority", "each"])
def test_ten_positions_that_differ(console, name):
    keys = "1213221312"

    assert enter(console, name, *keys) < LIMIT
    assert positions(console, name) == list(keys)


def test_ten_positions_and_ten_stances_under_consensus(console):
    propose = ("Ctrl+Shift+P", "Enter")
    strokes = enter(console, "consensus", *"2213221213", *propose, "Ctrl+D", *"ssasaasasa")

    assert strokes < LIMIT
    stances = console.state.decision_run("consensus").standing_stances
    # Five seats hold the proposed option and support it; the ring went to those that did not first.
    assert set(stances) | {s for s, o in zip(SEATS, "2213221213", strict=True) if o == "2"} == {
        *SEATS
    }


@pytest.mark.parametrize("key", ["v", "x"])
def test_ten_seats_under_silence(console, key):
    console.window.conductor.release("I-silence")
    console.strokes = 0
    console.press("Ctrl+Shift+U", "1", "Enter", "Ctrl+D", *(key, "Enter", "Enter") * 10)
    console.minutes_pass(6)
    console.press("Ctrl+Enter")

    assert console.strokes < LIMIT
    text = console.state.decision_run("silence").circulation
    heard = text.stances if key == "v" else {b.role for b in text.breaks_in_time}
    assert set(heard) == set(SEATS)


def test_ten_seats_with_several_options_each(console):
    keys = [key for _ in SEATS for key in ("1", "2", "Down")]

    assert enter(console, "several", *keys) < LIMIT
    standing = console.state.decision_run("several").standing("final")
    assert {standing[seat].options for seat in SEATS} == {("1", "2")}


def test_ten_rankings(console):
    assert enter(console, "ranking", *"213" * 10) < LIMIT
    assert len(console.state.decision_run("ranking").rankings) == 10


def test_one_ranking_of_all_seats(console):
    strokes = enter(console, "ranking", "*", *"213")

    assert strokes < 10
    rankings = console.state.decision_run("ranking").rankings
    assert {(r.role, r.order) for r in rankings} == {(s, ("2", "1", "3")) for s in SEATS}


def test_a_ranking_of_all_seats_is_taken_back_in_one_step(console):
    console.window.conductor.release("I-ranking")
    console.press("Ctrl+D", *"321", "*", *"213")
    assert console.seats["NLD"] == "2 1 3"

    console.press("Ctrl+Z")

    rankings = console.state.decision_run("ranking").rankings
    assert [r.role for r in rankings] == ["TUR"]


def test_a_discussion_is_closed_at_once(console):
    assert enter(console, "discussion") < LIMIT


def test_the_same_stance_key_goes_round_the_table(console):
    console.window.conductor.release("I-consensus")
    console.press("Ctrl+Shift+P", "1", "Enter", "Ctrl+D", *["s"] * 10)

    stances = console.state.decision_run("consensus").standing_stances
    assert {seat: record.stance for seat, record in stances.items()} == dict.fromkeys(
        SEATS, "supports"
    )


def test_the_confidence_typed_after_a_stance_is_that_of_the_seat_that_took_it(console):
    console.window.conductor.release("I-consensus")
    console.press("Ctrl+D", "*", "1", "Ctrl+Shift+P", "Enter", "Ctrl+D", "F", "R", "A", "a")
    assert console.ring == "DEU"
    console.press("Ctrl+3")

    standing = console.state.decision_run("consensus").standing("final")
    assert [seat for seat in SEATS if standing[seat].confidence == "high"] == ["FRA"]


def test_a_seat_chosen_by_hand_is_the_one_meant(console):
    console.window.conductor.release("I-each")
    console.press("Ctrl+D", "1", "2", "U", "S", "A", "Ctrl+2")
    console.press("T", "U", "R", "Ctrl+1")

    standing = console.state.decision_run("each").standing("final")
    assert (standing["TUR"].confidence, standing["USA"].confidence) == ("low", "moderate")


def test_what_all_missing_seats_are_given_is_taken_back_in_one_step(console):
    console.window.conductor.release("I-majority")
    console.press("Ctrl+D", "1", "*", "2")
    assert len(positions(console, "majority")) == 10
    assert "9 positions in majority" in console.state.undo_steps[-1].label

    console.press("Ctrl+Z")

    assert positions(console, "majority") == ["1"]
