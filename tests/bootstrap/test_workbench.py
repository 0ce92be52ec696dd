"""Jobs without a window: which exercise is meant, what is made and what is not."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from tabletop.bootstrap.workbench import Faulty, Unknown, Workbench
from tabletop.exercise.commands import GiveCard, Undo
from tabletop.exercise.deciding import Refused
from tabletop.exercise.journal import LibraryUnavailable, Participant

NOON = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
SCENARIO = """\
tabletop: 1
id: pier
title: The pier
starts: 2031-05-01T06:00:00Z
roles: [{id: NOR, title: North, decides: true}]
cards: [{id: calm, title: Calm, text: Wait., only: [NOR]}]
injects: [{id: I-1, title: Fog, at: D+0 06:10}]
cuts: [{id: short, title: Short, injects: [I-1]}]
"""


@pytest.fixture
def pier(tmp_path):
    path = tmp_path / "pier.ttx.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


@pytest.fixture
def bench(tmp_path):
    ids = (f"{number:02x}{'0' * 30}" for number in range(0xA1, 0xFF))
    with Workbench(
        str(tmp_path / "course.db"), create=True, now=lambda: NOON, ids=lambda: next(ids)
    ) as bench:
        yield bench


@pytest.fixture
def three(bench, pier):
    """Three exercises, two of which have the same name; their ids begin with a1, a3, a5."""
    package = bench.package(str(pier))
    return [bench.create(package, name=name).summary for name in ("First", "Twice", "Twice")]


def test_an_exercise_is_meant_by_id_name_beginning_or_last(bench, three):
    first, _, last = three

    assert bench.find(first.id) == first
    assert bench.find("First") == first
    assert bench.find("a1") == first
    assert bench.find("last") == last


@pytest.mark.parametrize("wanted", ["Twice", "a"])
def test_what_means_several_is_told_with_their_ids(bench, three, wanted):
    with pytest.raises(Unknown) as told:
        bench.find(wanted)

    assert three[1].id[:12] in str(told.value)
    assert three[2].id[:12] in str(told.value)


@pytest.mark.parametrize("wanted", ["nobody", "", "first"])
def test_what_means_none_is_told(bench, three, wanted):
    with pytest.raises(Unknown, match=f"no exercise “{wanted}”"):
        bench.find(wanted)


def test_without_any_exercise_the_way_to_start_one_is_told(bench):
    with pytest.raises(Unknown, match="tabletop run"):
        bench.find("last")


def test_the_raw_record_is_found_by_the_same_names(bench, three):
    assert bench.raw_record("First").exercise_id == three[0].id
    assert bench.raw_record("last").exercise_id == three[2].id
    with pytest.raises(Unknown):
        bench.raw_record("Twice")


def test_a_database_that_is_named_and_missing_is_made_by_recording_only(tmp_path, pier):
    path = tmp_path / "new.db"
    with Workbench(str(path), now=lambda: NOON) as bench:
        with pytest.raises(LibraryUnavailable, match="Nothing was created"):
            bench.exercises()
        with pytest.raises(LibraryUnavailable, match="Nothing was created"):
            bench.raw_record("last")
        assert not path.exists()

        bench.create(bench.package(str(pier)), name="First")

        assert [e.name for e in bench.exercises()] == ["First"]


def test_an_unknown_cut_is_told_with_those_there_are_and_nothing_is_made(bench, pier):
    with pytest.raises(Unknown, match="short"):
        bench.create(bench.package(str(pier)), cut="long")
    assert bench.exercises() == ()


def test_a_scenario_with_errors_is_not_played(bench, pier):
    pier.write_text(SCENARIO.replace("at: D+0", "att: D+0"), encoding="utf-8")

    with pytest.raises(Faulty, match="cannot be played") as told:
        bench.package(str(pier))

    assert "att" in str(told.value.findings[0])


def test_a_scenario_is_an_id_or_a_path(bench, pier):
    assert bench.scenario_path("calm-front").name == "calm-front.ttx.yaml"
    assert bench.scenario_path(str(pier)) == pier
    with pytest.raises(Unknown, match="calm-front"):
        bench.scenario_path("pier")


def test_a_card_for_one_seat_only_is_dealt_to_it(bench, pier):
    live = bench.live(bench.create(bench.package(str(pier))))

    bench.deal_cards(live, ())

    assert live.state.seats["NOR"].card == "calm"


def test_a_fresh_exercise_has_nothing_to_undo(bench, pier):
    live = bench.live(bench.create(bench.package(str(pier))))
    bench.seat(live, (Participant("p-1", "NOR", "A. Berg"),))
    bench.deal_cards(live, ())

    assert live.entries[-1].seq == 3
    with pytest.raises(Refused, match="nothing to undo"):
        live.send(Undo(), command_id="u-1", actor="facilitator")
    live.send(GiveCard("NOR", "calm"), command_id="u-2", actor="facilitator")
    assert live.state.undo_steps[-1].label == "Give NOR its card back"


def test_a_row_that_somebody_altered_shuts_one_exercise_and_no_other(bench, three, tmp_path):
    first, *_ = three
    with closing(sqlite3.connect(tmp_path / "course.db")) as connection:
        connection.execute("UPDATE exercise SET name = 'Second' WHERE id = ?", (first.id,))
        connection.commit()

    assert [e.status for e in bench.exercises()] == ["ready", "ready", "damaged"]
    with pytest.raises(LibraryUnavailable, match="the other exercises can") as told:
        bench.stored(first.id)
    assert told.value.code == "damaged"
    assert bench.stored("last").summary.name == "Twice"
    assert bench.raw_record(first.id).exercise_id == first.id
