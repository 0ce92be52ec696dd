"""What was put, in whose words, what was agreed of it and what was not: in every section."""

import pytest

from tabletop.report.json_report import json_report
from tabletop.report.sections.cover import cover_figure
from tabletop.report.sections.decision_sheet import decision_sheet
from tabletop.report.sections.decisions import decisions_at_a_glance
from tabletop.report.sections.dissent import dissent_and_minority_views
from tabletop.report.sections.dynamics import decision_dynamics, heat_map_data
from tabletop.report.sections.limits import limits_of_this_report
from tabletop.report.sections.shifts import _shift_data
from tabletop.report.sections.summary import executive_summary
from tests.report.small import decision

SEATS = ("TUR", "GRC", "USA", "HUN")
OWN = "Allies endorse for SIX hours only"


def sheet(account, decision_id):
    record = next(d for d in account.decisions if d.decision.id == decision_id)
    return decision_sheet(account, record)


def position(at, role, option, where="D1"):
    return f"{at}, position: {{decision: {where}, role: {role}, option: {option}}}"


def own_text_under_silence():
    return (
        "0:00:00, release: I-2",
        f"0:01:00, circulate: {{decision: D2, option: b, text: {OWN}, minutes: 5}}",
        "0:07:00, close: {decision: D2}",
    )


def replaced_text():
    """Four positions, a text with a reservation and a break, a second text that ran out."""
    return (
        "0:00:00, release: I-2",
        *(position("0:00:30", role, "c", "D2") for role in ("TUR", "USA", "HUN")),
        "0:01:00, circulate: {decision: D2, option: c, minutes: 5}",
        "0:02:00, stance: {decision: D2, role: USA, stance: reservation, text: With a review}",
        "0:03:00, break: {decision: D2, role: GRC, text: No instruction}",
        "0:04:00, circulate: {decision: D2, option: b, minutes: 5}",
        "0:10:00, close: {decision: D2}",
    )


def objected_proposal():
    return (
        "0:00:00, release: I-1",
        position("0:01:00", "TUR", "b"),
        position("0:01:00", "HUN", "a"),
        "0:02:00, propose: {decision: D1, option: b}",
        "0:03:00, stance: {decision: D1, role: GRC, stance: objects, text: Not yet}",
        "0:03:30, stance: {decision: D1, role: USA, stance: awaiting}",
        "0:04:00, close: {decision: D1}",
    )


# --- the table's own words ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "section",
    [executive_summary, decisions_at_a_glance, lambda account: sheet(account, "D2")],
    ids=["summary", "glance", "sheet"],
)
def test_words_of_the_tables_own_are_what_was_adopted(story, told, section):
    text = told(section(story(*own_text_under_silence()))).text
    assert OWN in text
    assert "dopted “Consult”" not in text


def test_the_option_says_what_class_the_words_are_of(story, told):
    account = story(*own_text_under_silence())
    text = told(sheet(account, "D2")).text
    assert f"Adopted “{OWN}” (as b, “Consult”)." in text
    assert "Consult (stands, in the words above)" in text
    glance = told(decisions_at_a_glance(account)).rows("Decisions at a glance")
    assert glance[0][3] == f"Adopted\n{OWN}\nin words of the table’s own, as option b"


def test_a_long_text_is_whole_in_its_section_and_short_in_the_glance(story, told):
    long = " ".join(["allies"] * 60)
    lines = [line.replace(OWN, long) for line in own_text_under_silence()]
    account = story(*lines)
    assert long in told(sheet(account, "D2")).text
    glance = told(decisions_at_a_glance(account)).rows("Decisions at a glance")
    assert "allies …" in glance[0][3]
    assert long not in glance[0][3]


def test_the_json_holds_the_words_that_were_agreed(story):
    found = decision(json_report(story(*own_text_under_silence()).record), "D2")
    assert (found["option"], found["text"]) == ("b", OWN)
    assert decision(json_report(story(*replaced_text()).record), "D2")["text"] is None


def test_texts_that_name_what_stands_say_the_words_that_were_agreed(story):
    account = story(*own_text_under_silence())
    assert account.text("After: {D2}.") == f"After: {OWN}."
    assert account.text("After: {D1}.") == "After: open."


def test_a_declaration_against_words_that_were_agreed_still_tells_them(story, told):
    lines = own_text_under_silence()[:-1]
    declare = "0:07:00, declare: {decision: D2, option: a, reason: Too soon}"
    text = told(sheet(story(*lines, declare), "D2")).text
    assert f"By the rule it was: adopted “{OWN}”." in text


# --- what was not agreed -----------------------------------------------------------------------


def test_a_proposal_that_failed_is_named_with_what_stood_in_its_way(story, told):
    text = told(sheet(story(*objected_proposal()), "D1")).text
    assert (
        "Outcome. No agreement on “Consult”. USA awaited instructions. HUN took no stance on it. "
        in text
    )
    assert "Objection: GRC." in text


def test_a_proposal_that_failed_is_named_in_glance_and_summary(story, told):
    account = story(*objected_proposal())
    rows = told(decisions_at_a_glance(account)).rows("Decisions at a glance")
    assert rows[0][3] == "No agreement\nNot agreed: Consult"
    assert "no agreement on “Consult”." in told(executive_summary(account)).text


def test_a_seat_that_said_nothing_is_not_shown_as_awaiting_instructions(story):
    account = story(*objected_proposal())
    stances = {s.seat: s.stance for s in _shift_data(account, account.decisions[0]).seats}
    assert stances == {"TUR": "supports", "GRC": "objects", "USA": "awaiting", "HUN": None}


def test_no_agreement_without_a_proposal_says_that_none_was_put(story, told):
    lines = ("0:00:00, release: I-1", position("0:01:00", "TUR", "b"))
    account = story(*lines, "0:02:00, close: {decision: D1}")
    assert "No agreement. No proposal was put." in told(sheet(account, "D1")).text


def test_a_text_closed_before_its_deadline_is_said_to_be(story, told):
    account = story(
        "0:00:00, release: I-2",
        "0:01:00, circulate: {decision: D2, option: b, minutes: 5}",
        "0:02:00, close: {decision: D2}",
    )
    text = told(sheet(account, "D2")).text
    assert "No agreement on “Consult”. It was closed before its deadline." in text


def test_the_last_of_several_proposals_is_told_with_its_end(story, told):
    lines = [*objected_proposal()[:-1], "0:03:40, propose: {decision: D1, text: Wait a day}"]
    account = story(*lines, "0:05:00, close: {decision: D1}")
    rows = told(sheet(account, "D1")).rows("D1: proposals")
    assert [row[4] for row in rows] == ["replaced", "not agreed"]
    assert "No agreement on “Wait a day”." in told(sheet(account, "D1")).text


# --- texts that were replaced ------------------------------------------------------------------


def test_a_reservation_on_a_replaced_text_is_dissent_like_a_break_of_it(story, told):
    account = story(*replaced_text())
    said = told(dissent_and_minority_views(account)).rows("Reservations")
    assert [row[1:4] for row in said] == [
        ["GRC", "broke silence\ntext 1 of 2", "No instruction."],
        ["USA", "reservation\ntext 1 of 2", "With a review."],
    ]
    found = decision(json_report(account.record), "D2")
    assert found["dissent"] == [
        {"role": "GRC", "kind": "silence_break", "text": "No instruction"},
        {"role": "USA", "kind": "reservation", "text": "With a review"},
    ]
    stances = [text["stances"] for text in found["silence"]]
    assert stances == [[{"role": "USA", "stance": "reservation", "text": "With a review"}], []]


def test_the_outcome_says_on_which_text_a_seat_stood_apart(story, told):
    text = told(sheet(story(*replaced_text()), "D2")).text
    assert "Broke silence on text 1: GRC. Reservation on text 1: USA." in text


def test_positions_noted_before_a_text_went_out_are_no_dissent_at_closing(story, told):
    account = story(*replaced_text())
    text = told(sheet(account, "D2")).text
    assert "held another option" not in text
    assert (
        "Before this text went out, all 3 seats with a position had noted another option: "
        "TUR, USA and HUN."
    ) in text
    assert "Seats that held another option" not in told(dissent_and_minority_views(account)).text


def test_a_position_taken_after_the_text_went_out_still_differs(story, told):
    lines = [*replaced_text()[:-1], position("0:05:00", "TUR", "a", "D2")]
    account = story(*lines, "0:10:00, close: {decision: D2}")
    text = told(sheet(account, "D2")).text
    assert "At closing 1 of 3 seats held another option: TUR." in text


# --- numbers that agree ------------------------------------------------------------------------


def test_positions_of_a_few_under_silence_are_not_where_the_group_was(story, told):
    few = replaced_text()
    assert cover_figure(story(*few)) is None
    text = told(decision_dynamics(story(*few))).text
    assert "D2 is left out of the medians" in text
    all_four = (*few[:2], position("0:00:30", "GRC", "c", "D2"), *few[2:])
    assert cover_figure(story(*all_four)) is not None


def test_figures_of_a_few_under_silence_say_whose_they_are(story, told):
    text = told(sheet(story(*replaced_text()), "D2")).text
    assert "n = 3, the seats that noted a position" in text
    glance = told(decisions_at_a_glance(story(*replaced_text()))).rows("Decisions at a glance")
    assert glance[0][4].endswith("Noted by some seats; under silence none has to")


def test_the_words_put_stand_before_the_option_they_were_put_as(story, told):
    rows = told(sheet(story(*own_text_under_silence()), "D2")).rows("D2: silence")
    assert rows[0][0] == f"Text 1\n{OWN}\nput as b: Consult"


def test_under_silence_no_answer_is_missing(story, told):
    lines = (*objected_proposal(), *(line.replace("0:", "1:", 1) for line in replaced_text()))
    account = story(*lines)
    grid = heat_map_data(account)
    missing = [sum(cell.is_missing for cell in column.cells) for column in grid.columns]
    assert missing == [2, 0]
    assert (
        "2 of 4 answers asked of eligible seats are missing."
        in told(limits_of_this_report(account)).text
    )
