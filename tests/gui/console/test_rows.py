"""What the console shows, computed without a window."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.state import initial_state
from tabletop.gui.console.rows.board import board_rows
from tabletop.gui.console.rows.clocks import clock_row
from tabletop.gui.console.rows.figures import figures
from tabletop.gui.console.rows.inject_view import inject_view, paper_receivers, request_rows
from tabletop.gui.console.rows.injects import (
    HeadingRow,
    heading_row,
    inject_row,
    lines,
    shelf_row,
    standby_row,
)
from tabletop.gui.console.rows.log import LogBook, log_lines
from tabletop.gui.console.rows.silence import silence_row
from tabletop.gui.console.rows.texts import duration, long_duration
from tabletop.gui.room.showing import Showing
from tabletop.gui.situation import Situation, open_decisions


class Table:
    """Sends commands and shows the situation."""

    def __init__(self, live, clock):
        self.live, self.clock, self._count = live, clock, 0

    def do(self, *commands):
        for command in commands:
            self._count += 1
            self.live.send(command, command_id=f"t{self._count}", actor="facilitator")
        return self

    def situation(self, **changes):
        from datetime import UTC

        return Situation(self.live.state, self.clock(), zone=UTC, **changes)


@pytest.fixture
def table(live, clock):
    return Table(live, clock)


@pytest.mark.parametrize(
    ("seconds", "short", "long"),
    [(0, "00:00", "0:00:00"), (873, "14:33", "0:14:33"), (4360, "1:12:40", "1:12:40")],
)
def test_durations_are_read_as_clocks(seconds, short, long):
    assert (duration(seconds), long_duration(seconds)) == (short, long)


def test_before_startex_go_says_that_it_starts_the_exercise(table):
    row = standby_row(table.situation())

    assert (row.verb, row.consequence) == ("start and release I-01", "STARTEX: both clocks start")
    assert row.facts == "Military flash · D-Day 06:10Z · 10 min"


def test_the_standby_card_says_what_stays_open(table):
    table.do(c.ReleaseInject("I-02"))

    assert standby_row(table.situation(chosen="I-03")).consequence == "D1 is open and stays open"


def test_the_standby_card_names_every_open_decision_that_under_silence_first(table):
    table.do(c.ReleaseInject("I-02"), c.ReleaseInject("I-04"))
    first, second = open_decisions(table.live.state)
    table.do(c.CirculateText(second, "a", minutes=5))

    card = standby_row(table.situation(chosen="I-03"))

    assert card.consequence == f"{second} is under silence and stays open; {first} too"


def test_the_standby_card_warns_of_an_inject_that_is_not_suggested(table):
    table.do(c.ReleaseInject("I-01"))

    row = standby_row(table.situation(chosen="I-05"))

    assert row.is_warning
    assert row.consequence.startswith("Not suggested: released if")


def test_the_list_shows_each_inject_with_its_status_and_time(table):
    table.do(c.ReleaseInject("I-01"))
    table.clock.minutes_pass(5)
    table.do(c.ReleaseInject("I-02"), c.SkipInject("I-03", "late"))
    situation = table.situation(showing=Showing().of("inject", "I-02"))

    shown = [
        (row.status, row.right)
        for row in (inject_row(i, situation) for i in ("I-01", "I-02", "I-03", "I-04", "I-05"))
    ]

    assert shown == [
        ("released", "09:00"),
        ("in_room", "room"),
        ("skipped", "skipped"),
        ("standby", "next"),
        ("conditional", "if P ≤ 1"),
    ]


def test_nothing_is_said_to_be_in_the_room_while_no_window_shows_it(table):
    table.do(c.ReleaseInject("I-01"))
    situation = table.situation(has_room=False)

    row, view = inject_row("I-01", situation), inject_view("I-01", situation)

    assert (row.status, row.right) == ("in_play", "now")
    assert (view.heading, view.since) == ("In play", "since 09:00")


def test_ids_keep_their_case_at_the_start_of_a_sentence(table):
    table.do(c.ReleaseInject("I-02"), c.CloseDecision("D1"))

    words = standby_row(table.situation(chosen="I-05")).consequence

    assert words == "Released if the group stands at 1 or below on “How far”: yes"


def test_a_conditional_inject_explains_itself(table):
    why = inject_row("I-05", table.situation()).why

    assert why.startswith("released if the group stands at 1 or below")
    assert "not yet known" in why


def test_phases_have_headings_that_count_when_they_are_over(table):
    headings = [line.phase_id for line in lines(table.live.state) if line.is_heading]
    assert headings == ["one", "two"]
    assert heading_row("one", table.situation()) == HeadingRow("1 Incident", "D-Day 06:10 to 08:00")

    table.do(c.ReleaseInject("I-01"), c.SkipInject("I-02"))

    assert heading_row("one", table.situation()).right == "1 released, 1 skipped"


def test_a_contingency_whose_condition_holds_fits(table):
    assert shelf_row("C-1", table.situation()).fits == "fits"


def test_the_clocks_stand_still_while_paused(table):
    table.do(c.ReleaseInject("I-01"))
    table.clock.minutes_pass(4)
    table.do(c.PauseExercise())
    table.clock.minutes_pass(30)

    row = clock_row(table.situation())

    assert (row.word, row.aside) == ("PAUSED", "30:00")
    assert (row.inject_caption, row.inject_time) == ("I-01 of 10 min, stopped", "06:00")
    assert row.real_caption == "Real time, played 0:04:00"


def test_an_inject_that_takes_too_long_counts_over_not_in_red(table):
    table.do(c.ReleaseInject("I-01"))
    table.clock.minutes_pass(11)

    row = clock_row(table.situation())

    assert (row.inject_time, row.inject_word, row.is_over) == ("+01:00", "over", True)


def test_the_middle_fills_variables_and_keeps_facilitators_text_apart(table):
    view = inject_view("I-01", table.situation())

    assert view.body == "One **track** over Ankara."
    assert view.sender == "Air Command → all seats"
    assert view.notes.startswith("SECRET-NOTE")
    assert [row.text for row in view.expected] == ["Ask Ankara"]
    assert (view.papers[0].to, view.papers[0].given) == ("POL", "held back")


def test_a_handout_that_was_given_says_when_and_to_whom(table):
    table.do(c.ReleaseInject("I-01"), c.GiveHandout("I-01", "order"))

    assert inject_view("I-01", table.situation()).papers[0].given == "given 09:00 to POL"


def test_open_requests_stand_first_with_their_age(table):
    table.do(c.ReleaseInject("I-01"), c.MakeRequest("R1", "POL", "Range?"))
    table.do(c.AnswerRequest("R1", "Forty."), c.MakeRequest("R2", "GBR", "Origin?"))
    table.clock.minutes_pass(7)

    rows = request_rows(table.situation())

    assert [(r.request_id, r.is_open, r.age) for r in rows] == [
        ("R2", True, "7 min"),
        ("R1", False, "7 min"),
    ]


def test_the_log_of_an_inject_leaves_out_what_was_undone_and_single_answers(table):
    table.do(
        c.ReleaseInject("I-02"),
        c.TakePosition("D1", "TUR", "b"),
        c.Observe("o1", "Calm start", "improvement", "O2"),
        c.Observe("o2", "A slip"),
        c.Undo(),
    )
    book = LogBook(table.live.entries)

    texts = [line.text for line in log_lines(book.of("I-02"), table.situation())]

    assert texts == ["I-02 released: A request", "D1 opened: Form of work", "– Calm start #O2"]


def test_the_first_round_is_silent_and_told_apart_from_the_final_one(table):
    table.do(c.ReleaseInject("I-02"), c.TakePosition("D1", "TUR", "a", "first"))

    first = board_rows(table.situation())
    final = board_rows(table.situation(final=True))

    assert (first.round, first.answered) == ("first", 1)
    assert [piece.text for piece in first.state] == [
        "Silent first round:",
        "POL, GRC, GBR to answer",
    ]
    assert (final.round, final.answered) == ("final", 0)
    assert final.bars[0].first == 1


@pytest.mark.parametrize("inject", ["I-02", "I-03"])
def test_no_row_is_tinted_in_the_silent_first_round(table, inject):
    table.do(c.ReleaseInject(inject))
    decision = table.situation().decision.id
    table.do(c.TakePosition(decision, "TUR", table.situation().decision.options[0].id, "first"))

    board = board_rows(table.situation())

    assert board.round == "first"
    assert {seat.tone for seat in board.seats} == {""}
    assert board.missing == ("POL", "GRC", "GBR")


def test_a_decision_that_is_closed_is_neither_due_nor_late(table):
    table.do(c.ReleaseInject("I-02"))
    table.clock.minutes_pass(11)
    late = board_rows(table.situation())
    table.do(c.CloseDecision("D1"))
    closed = board_rows(table.situation())

    assert (late.timer, late.is_late) == ("+01:00 over", True)
    assert (closed.timer, closed.is_late) == ("", False)


def test_a_request_is_said_and_nobody_blocks_it(table):
    table.do(c.ReleaseInject("I-02"), c.TakePosition("D1", "POL", "d"))

    board = board_rows(table.situation())

    assert " ".join(p.text for p in board.state) == "Requested: POL asks for d"
    assert next(s for s in board.seats if s.role == "POL").stance_word == "requests"


def test_requests_for_another_option_are_told_apart(table):
    table.do(c.ReleaseInject("I-02"))
    table.do(c.TakePosition("D1", "TUR", "c"), c.TakePosition("D1", "POL", "d"))
    board = board_rows(table.situation())
    assert " ".join(p.text for p in board.state) == "Requested: TUR asks for c, POL for d"


def test_consensus_names_who_objects_and_tints_the_row(table):
    table.do(c.ReleaseInject("I-03"))
    table.do(*(c.TakePosition("D2", role, "2") for role in ("TUR", "POL", "GRC")))
    table.do(c.PutProposal("D2", "2"), c.TakeStance("D2", "GRC", "objects", "No ships"))

    board = board_rows(table.situation())

    said = " ".join(p.text for p in board.state)
    assert said == "Not yet: GRC objects GBR without a stance"
    assert {s.role: s.tone for s in board.seats if s.tone} == {"GRC": "danger", "GBR": "warning"}
    assert [bar.option_id for bar in board.bars if bar.is_proposed] == ["2"]
    assert board.stance_heading == "Stance on 2"


def test_words_as_options_are_taken_by_number(table):
    table.do(c.ReleaseInject("I-03"), c.CloseDecision("D2"))

    assert [bar.key for bar in board_rows(table.situation()).bars] == ["1", "2", "3"]


def test_advice_stands_apart_from_the_authority(table):
    table.do(c.ReleaseInject("I-06"), c.CloseDecision("D5"))

    board = board_rows(table.situation())

    assert {s.role: s.stance_word for s in board.seats}["SG"] == "decides"
    assert {s.role: s.stance_word for s in board.seats}["TUR"] == "advice"


def test_the_silence_clock_tells_both_deadlines_and_moves_with_a_pause(table):
    table.do(c.ReleaseInject("I-04"), c.CirculateText("D4", "a"))
    table.clock.minutes_pass(1)
    table.do(c.PauseExercise())
    table.clock.minutes_pass(10)
    table.do(c.ResumeExercise())

    row = silence_row(table.situation())

    assert (row.clock, row.stage) == ("04:00", "under_silence")
    assert (row.real_deadline, row.scenario_deadline) == ("09:15:00", "D+1 19:00Z")
    assert row.counts == "4 silent"


def test_a_late_break_is_marked_late_and_counts_for_nothing(table):
    table.do(c.ReleaseInject("I-04"), c.CirculateText("D4", "a"))
    table.clock.minutes_pass(6)
    table.do(c.BreakSilence("D4", "POL", "too late"))

    row = silence_row(table.situation())

    assert row.stage == "adopted"
    assert [(b.role, b.is_late) for b in row.breaks] == [("POL", True)]


def test_the_figures_follow_what_stands(table):
    table.do(c.ReleaseInject("I-02"), c.TakePosition("D1", "POL", "d"), c.CloseDecision("D1"))
    table.do(c.ReleaseInject("I-03"))

    shown = figures(table.situation())

    assert shown.stands_at == "2"
    assert [column.is_open for column in shown.columns] == [False, True]
    assert (shown.evidence, shown.evidence_of) == (1, 4)


def test_a_private_inject_on_standby_says_to_whom_it_goes(live, clock):
    live.send(c.ReleaseInject("I-01"), command_id="a", actor="f")
    live.send(c.ImproviseInject("A call", "", ("POL",)), command_id="b", actor="f")
    live.send(c.RecallInject("X-1"), command_id="c", actor="f")
    row = standby_row(Situation(live.state, clock(), chosen="X-1"))

    assert row.verb == "release X-1 privately"
    assert row.consequence == "Goes to POL alone; the room keeps its page"


def test_an_improvised_inject_that_was_taken_back_is_not_said_to_be_played(live, clock):
    first, *others = (x for x in live.state.scenario.injects if not x.contingency)
    live.send(c.ReleaseInject(first.id), command_id="a", actor="f")
    for number, inject in enumerate(others):
        live.send(c.SkipInject(inject.id, "time"), command_id=f"s{number}", actor="f")
    assert standby_row(Situation(live.state, clock())).facts == "All are played or skipped"

    live.send(c.ImproviseInject("A call", "", ("all",)), command_id="b", actor="f")
    live.send(c.RecallInject("X-1"), command_id="c", actor="f")
    assert standby_row(Situation(live.state, clock())).facts == "X-1 can still be released"


def test_papers_that_go_out_with_an_inject_are_told_and_held_ones_are_not(council, clock):
    state = initial_state(council)
    held = council.injects_by_id["I-01"]
    paper = held.handouts[0].model_copy(update={"held": False})
    given = held.model_copy(update={"handouts": (paper,)})

    assert paper_receivers(held, state) == ""
    assert paper_receivers(given, state) == "POL"
