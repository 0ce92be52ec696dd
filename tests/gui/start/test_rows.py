"""Seats, people and cards before the start."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.exercise.journal import Participant
from tabletop.gui.start.rows import (
    ORGANISATION,
    PERSON,
    changed,
    drawable,
    drawn,
    pasted,
    plan_of,
    seat_rows,
    seats_line,
)
from tests.gui.start.samples import CARDS, SPREADSHEET, chance, scenario

SCENARIO = scenario()
ROWS = seat_rows(SCENARIO)
FILE = Path("calm-front.ttx.yaml")


def people(rows):
    return {row.role: (row.person, row.organisation) for row in rows if row.person}


def test_seats_that_decide_stand_first_in_the_order_of_the_file():
    assert [row.role for row in ROWS][:2] == ["TUR", "USA"]
    assert ROWS[-1].role == "SG"


def test_a_card_for_one_seat_is_dealt_and_cannot_be_drawn():
    assert ROWS[0].dealt == ("affected",)
    assert "affected" not in [card.id for card in drawable(SCENARIO.cards)]


@given(st.integers())
def test_no_card_comes_twice_before_all_came_once(seed):
    rows = drawn(ROWS, SCENARIO.cards, chance(seed))
    held = [row.card for row in rows if row.card]
    assert len(held) == 9
    assert set(Counter(held[: len(CARDS)]).values()) == {1}


def test_only_seats_that_decide_play_and_were_dealt_none_draw():
    rows = drawn(changed(ROWS, 1, played=False), SCENARIO.cards, chance(1))
    assert [row.role for row in rows if row.card is None] == ["TUR", "USA", "SG"]


def test_the_same_chance_draws_the_same_cards():
    draws = [drawn(ROWS, SCENARIO.cards, chance(7)) for _ in range(2)]
    assert draws[0] == draws[1]
    assert draws[0] != drawn(ROWS, SCENARIO.cards, chance(8))


def test_without_cards_nobody_draws():
    assert drawn(ROWS, (), chance(1)) == ROWS


def test_people_go_to_the_seats_they_name_in_any_order():
    outcome = pasted(ROWS, SPREADSHEET, 5, PERSON)
    assert (outcome.taken, outcome.unknown) == (9, ())
    assert people(outcome.rows)["NLD"] == ("S. de Wit", "Permanent Delegation")
    assert "ITA" not in people(outcome.rows)


def test_titles_name_seats_too_and_a_column_of_titles_is_skipped():
    text = "Italy\tL. Bianchi\nGRC\tGreece\tE. Nikou\tMinistry\n"
    outcome = pasted(ROWS, text, 0, PERSON)
    assert people(outcome.rows) == {"ITA": ("L. Bianchi", ""), "GRC": ("E. Nikou", "Ministry")}


def test_a_line_that_names_no_seat_is_given_back_and_a_heading_too():
    text = "Seat\tName\nTUR\tA. Demir\nXYZ\tNobody\n"
    outcome = pasted(ROWS, text, 0, PERSON)
    assert people(outcome.rows) == {"TUR": ("A. Demir", "")}
    assert outcome.unknown == ("Seat", "XYZ")


def test_lines_without_seats_fill_the_table_from_where_one_stands():
    outcome = pasted(ROWS, "H. Shaw\tCabinet Office\nC. Laurent\tDelegation\n", 2, PERSON)
    assert people(outcome.rows) == {
        "GBR": ("H. Shaw", "Cabinet Office"),
        "FRA": ("C. Laurent", "Delegation"),
    }


def test_a_column_of_organisations_leaves_the_people():
    named = changed(ROWS, 0, person="A. Demir")
    outcome = pasted(named, "Ministry\n", 0, ORGANISATION)
    assert people(outcome.rows) == {"TUR": ("A. Demir", "Ministry")}


def test_what_lies_below_the_last_seat_is_given_back():
    outcome = pasted(ROWS, "A\nB\nC\n", len(ROWS) - 1, PERSON)
    assert (outcome.taken, outcome.unknown) == (1, ("B", "C"))


def test_cells_that_a_spreadsheet_quotes_are_read_as_it_wrote_them():
    outcome = pasted(ROWS, 'TUR\t"A. Demir\nand deputy"\t"the ""old"" Ministry"\n', 0, PERSON)
    assert people(outcome.rows) == {"TUR": ("A. Demir\nand deputy", 'the "old" Ministry')}


@given(st.text())
def test_whatever_is_pasted_no_seat_is_lost(text):
    outcome = pasted(ROWS, text, 0, PERSON)
    assert [row.role for row in outcome.rows] == [row.role for row in ROWS]


def test_a_person_brings_a_seat_back_into_play():
    outcome = pasted(changed(ROWS, 0, played=False), "TUR\tA. Demir", 0, PERSON)
    assert outcome.rows[0].played


def test_everything_left_alone_names_no_seat_and_nobody():
    plan = plan_of(FILE, ROWS, name="  ", cut=None, is_rehearsal=False)
    assert (plan.name, plan.kind, plan.seats) == ("", "exercise", None)
    assert (plan.participants, plan.cards) == ((), ())


def test_the_plan_holds_people_cards_and_the_seats_that_play():
    rows = pasted(ROWS, SPREADSHEET, 0, PERSON).rows
    rows = changed(changed(rows, 1, card="cautious"), 2, played=False, card="frontline")
    plan = plan_of(FILE, rows, name=" Brussels ", cut="half-day", is_rehearsal=True)
    assert (plan.name, plan.cut, plan.kind) == ("Brussels", "half-day", "rehearsal")
    assert "GBR" not in plan.seats
    assert len(plan.seats) == len(ROWS) - 1
    assert plan.cards == (("USA", "cautious"),)
    assert plan.participants[0] == Participant(
        "p-1", "TUR", "A. Demir", "Ministry of Foreign Affairs"
    )
    assert len({person.id for person in plan.participants}) == 8


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ((), ""),
        (ROWS, "11 played, names may come later"),
        (changed(ROWS, 0, played=False), "10 of 11 played, names may come later"),
        (changed(ROWS, 0, person="A. Demir"), "11 played, 1 with a name"),
    ],
)
def test_the_heading_counts_seats_and_names(rows, line):
    assert seats_line(rows) == line
