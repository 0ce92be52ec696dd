"""The silence procedure: every way from a draft to an end, and no other."""

import pytest

from tabletop.exercise import commands as c

RULE = {"kind": "silence", "minutes": "5"}


@pytest.fixture
def silence(decide_by):
    """A decision under silence, with nothing circulated yet."""
    return decide_by(RULE)


@pytest.fixture
def circulated(silence):
    """Option b, under silence since one minute."""
    silence.circulate("D1", "b")
    silence.minutes_pass(1)
    return silence


def test_a_draft_that_never_went_out_adopts_nothing(silence):
    silence.minutes_pass(60)
    assert silence.result("D1") == ("no_agreement", None)


def test_closed_before_the_deadline_there_is_no_agreement(circulated):
    assert circulated.computed("D1").running_out == 240
    circulated.close("D1")
    assert circulated.outcome("D1") == ("no_agreement", None)


def test_silence_to_the_deadline_adopts(circulated):
    circulated.seconds_pass(239.999999)
    assert circulated.result("D1") == ("no_agreement", None)
    circulated.seconds_pass(0.000001)
    assert circulated.result("D1") == ("adopted", "b")
    assert circulated.status("D1") == "open"
    circulated.minutes_pass(30)
    circulated.close("D1")
    assert circulated.outcome("D1") == ("adopted", "b")


def test_a_break_before_the_deadline_counts(circulated):
    circulated.seconds_pass(239.999999)
    circulated.break_silence("HUN", "D1")
    circulated.minutes_pass(10)
    assert circulated.result("D1") == ("no_agreement", None)
    assert circulated.blocking("D1") == {"HUN": "break"}


@pytest.mark.parametrize("seconds", [240, 240.000001, 3600])
def test_a_break_at_the_deadline_or_later_is_void_and_logged(circulated, seconds):
    circulated.seconds_pass(seconds)
    circulated.break_silence("HUN", "D1")
    assert circulated.result("D1") == ("adopted", "b")
    [late] = circulated.run("D1").circulation.breaks
    assert late.late
    assert late.text == "Review date missing"


@pytest.mark.parametrize("pauses", [1, 3, 7])
def test_after_pauses_too_a_break_at_the_very_deadline_is_void(silence, pauses):
    silence.seconds_pass(0.1)
    silence.circulate("D1", "b")
    for _ in range(pauses):
        silence.seconds_pass(0.3)
        silence.pause()
        silence.seconds_pass(1.7)
        silence.resume()
    silence.seconds_pass(300 - 0.3 * pauses)
    silence.break_silence("HUN", "D1")
    assert silence.run("D1").circulation.breaks[0].late


def test_a_pause_moves_the_deadline_once(circulated):
    circulated.pause()
    circulated.minutes_pass(90)
    assert circulated.computed("D1").running_out == 240
    circulated.resume()
    circulated.minutes_pass(3)
    assert circulated.computed("D1").running_out == 60
    circulated.break_silence("GRC", "D1")
    assert circulated.blocking("D1") == {"GRC": "break"}


def test_extending_sets_a_new_deadline_from_now(circulated):
    circulated.send(c.ExtendSilence("D1", 10))
    assert circulated.computed("D1").running_out == 600
    assert circulated.run("D1").circulation.deadlines == (300, 660)
    circulated.minutes_pass(9)
    circulated.break_silence("HUN", "D1")
    assert circulated.blocking("D1") == {"HUN": "break"}


def test_a_break_counts_by_the_deadline_of_its_own_moment(circulated):
    circulated.send(c.ExtendSilence("D1", 1))
    circulated.minutes_pass(1)
    circulated.break_silence("HUN", "D1")
    assert circulated.result("D1") == ("adopted", "b")


def test_silence_that_ran_out_cannot_be_extended_withdrawn_or_circulated_again(circulated):
    circulated.minutes_pass(4)
    assert "already adopted" in circulated.refused(c.ExtendSilence("D1", 5))
    assert "already adopted" in circulated.refused(c.WithdrawText("D1"))
    assert "Close it" in circulated.refused(c.CirculateText("D1", "c"))


def test_a_withdrawn_text_adopts_nothing(circulated):
    circulated.send(c.WithdrawText("D1", "The chair thinks again"))
    circulated.minutes_pass(10)
    assert circulated.result("D1") == ("withdrawn", None)
    circulated.break_silence("HUN", "D1")
    assert circulated.run("D1").circulation.breaks[0].late
    circulated.close("D1")
    assert circulated.outcome("D1") == ("withdrawn", None)


def test_a_withdrawn_text_cannot_be_extended_or_withdrawn(circulated):
    circulated.send(c.WithdrawText("D1"))
    assert "already withdrawn" in circulated.refused(c.ExtendSilence("D1", 5))
    assert "already withdrawn" in circulated.refused(c.WithdrawText("D1"))


def test_a_revised_text_starts_its_own_silence(circulated):
    circulated.break_silence("HUN", "D1")
    assert "revised text" in circulated.refused(c.ExtendSilence("D1", 5))
    circulated.circulate("D1", "b", "With a review date", minutes=2)
    first, second = circulated.run("D1").circulations
    assert (first.revised, second.revised) == (True, False)
    assert (first.revision, second.revision) == (1, 2)
    assert circulated.blocking("D1") == {}
    circulated.minutes_pass(2)
    assert circulated.result("D1") == ("adopted", "b")
    assert circulated.worth({"breaks": "D1", "at_least": "1"}) is True
    assert circulated.worth({"breaks": "D1", "at_least": "2"}) is None


def test_a_withdrawn_text_can_be_revised(circulated):
    circulated.send(c.WithdrawText("D1"))
    circulated.circulate("D1", "c")
    circulated.minutes_pass(5)
    assert circulated.result("D1") == ("adopted", "c")


def test_a_seat_breaks_silence_on_one_text_once(circulated):
    circulated.break_silence("HUN", "D1")
    assert "already broken" in circulated.refused(c.BreakSilence("D1", "HUN", "Again"))
    circulated.break_silence("GRC", "D1")
    assert circulated.blocking("D1") == {"HUN": "break", "GRC": "break"}


def test_reservations_do_not_break(circulated):
    circulated.stance("GRC", "D1", "reservation", "Footnote 1")
    circulated.minutes_pass(4)
    assert circulated.result("D1") == ("adopted", "b")
    assert circulated.run("D1").standing_stances["GRC"].text == "Footnote 1"


@pytest.mark.parametrize("stance", ["objects", "supports", "can_accept", "awaiting", "joins"])
def test_under_silence_a_seat_has_a_reservation_or_says_nothing(circulated, stance):
    assert "Under silence" in circulated.refused(c.TakeStance("D1", "GRC", stance))


def test_the_default_stands_when_silence_is_broken(decide_by):
    story = decide_by(RULE | {"otherwise": "a"})
    story.circulate("D1", "b")
    assert story.result("D1") == ("no_agreement", "a")
    story.break_silence("HUN", "D1")
    story.close("D1")
    assert story.outcome("D1") == ("no_agreement", "a")


def test_a_text_alone_can_go_under_silence(silence):
    assert "option or a text" in silence.refused(c.CirculateText("D1"))
    silence.circulate("D1", text="The Council notes.")
    silence.minutes_pass(5)
    assert silence.result("D1") == ("adopted", None)


def test_who_takes_no_part_cannot_break(circulated):
    assert "takes no part" in circulated.refused(c.BreakSilence("D1", "SG", "No"))


def test_nothing_under_silence_nothing_to_break(silence):
    assert "none to break" in silence.refused(c.BreakSilence("D1", "HUN", "No"))
    assert "none can be extended" in silence.refused(c.ExtendSilence("D1", 5))


def test_a_rule_without_minutes_runs_for_those_of_the_decision(decide_by):
    told = decide_by({"kind": "silence"}, minutes="7")
    told.circulate("D1", "b")
    assert told.computed("D1").running_out == 7 * 60


def test_without_any_minutes_silence_does_not_begin(decide_by):
    assert "minutes above 0" in decide_by({"kind": "silence"}).refused(c.CirculateText("D1", "b"))


@pytest.mark.parametrize("minutes", [0, -1, float("nan"), float("inf")])
def test_a_length_of_silence_is_a_number_above_zero(silence, minutes):
    assert "above 0" in silence.refused(c.CirculateText("D1", "b", minutes=minutes))


@pytest.mark.parametrize("hours", [-1, float("nan"), 1e300])
def test_hours_that_no_calendar_holds_are_refused(silence, hours):
    assert "hours" in silence.refused(c.CirculateText("D1", "b", hours=hours))


def test_the_deadline_is_known_in_scenario_time_too(story):
    story.release("I-2")
    story.circulate("D2", "b")
    deadline = story.run("D2").circulation.scenario_deadline
    assert f"{deadline:%d %H:%M}" == "05 14:00"


def test_a_break_after_endex_is_void(circulated):
    circulated.end()
    circulated.break_silence("HUN", "D1")
    assert circulated.run("D1").circulation.breaks[0].late
    assert "has ended" in circulated.refused(c.CirculateText("D1", "c"))
    assert "has ended" in circulated.refused(c.ExtendSilence("D1", 5))


def test_a_break_after_closing_is_void(circulated):
    circulated.close("D1")
    circulated.break_silence("HUN", "D1")
    assert circulated.run("D1").circulation.breaks[0].late


def test_what_an_outcome_rests_on_cannot_be_taken_back_while_it_is_closed(circulated):
    circulated.send(c.ExtendSilence("D1", 5))
    circulated.break_silence("HUN", "D1")
    circulated.close("D1")
    for command in (c.CancelBreak("D1", "HUN"), c.CancelCirculation("D1"), c.CancelExtension("D1")):
        assert "closed" in circulated.refused(command)


def test_only_what_was_done_can_be_taken_back(silence):
    assert "gone under silence" in silence.refused(c.CancelCirculation("D1"))
    silence.circulate("D1", "b")
    assert "not broken" in silence.refused(c.CancelBreak("D1", "HUN"))
    assert "not extended" in silence.refused(c.CancelExtension("D1"))
    assert "not withdrawn" in silence.refused(c.CancelWithdrawal("D1"))


def test_silence_belongs_to_the_silence_rule(story):
    story.release("I-3")
    assert "not decided by silence" in story.refused(c.CirculateText("D3", "a"))
    story.release("I-2")
    assert "Circulate it instead" in story.refused(c.PutProposal("D2", "a"))
