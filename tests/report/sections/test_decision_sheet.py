from pathlib import Path

from tabletop.report.after_action import account_of
from tabletop.report.sections.decision_sheet import decision_sheet
from tabletop.report.sections.decisions import decisions_at_a_glance

FONTS = Path(__file__).parents[3] / "assets" / "fonts"


def sheet(account, decision_id):
    record = next(d for d in account.decisions if d.decision.id == decision_id)
    return decision_sheet(account, record)


def position(at, role, option, decision="D1", **further):
    words = "".join(f", {key}: {value}" for key, value in further.items())
    return f"{at}, position: {{decision: {decision}, role: {role}, option: {option}{words}}}"


def test_positions_stand_with_reason_condition_and_reservation(story, told):
    account = story(
        "0:00:00, release: I-1",
        position("0:01:00", "TUR", "a", round="first", confidence="low", reason="Wait"),
        position("0:02:00", "TUR", "b", confidence="high", reason="Now", condition="More facts"),
        position("0:02:00", "GRC", "b", reservation="No ships"),
        "0:03:00, propose: {decision: D1, option: b}",
        "0:03:30, stance: {decision: D1, role: USA, stance: can_accept, text: If short}",
        "0:04:00, close: {decision: D1}",
    )
    rows = told(sheet(account, "D1")).rows("D1: positions")
    assert rows[0][:3] == ["TUR", "a (0)", "b (2)"]
    assert rows[0][3] == "supports\nby its position"
    assert rows[0][4] == "low → high"
    assert rows[0][5] == "Now.\nAt first: Wait.\nWould move if: More facts."
    assert rows[1][5] == "Reservation: No ships."
    assert rows[2][3] == "can accept"
    assert rows[2][5] == "Can accept: If short."
    assert rows[3][:4] == ["HUN", "–", "–", "none taken"]


def test_below_three_answers_no_index_is_printed(story, told):
    lines = ["0:00:00, release: I-1"]
    lines += [position("0:01:00", role, "b") for role in ("TUR", "GRC")]
    two = told(sheet(story(*lines, "0:02:00, close: {decision: D1}"), "D1")).text
    assert "n = 2" in two
    assert "too few answers for an index" in two
    assert "consensus index" not in two
    lines += [position("0:01:00", "USA", "c")]
    three = told(sheet(story(*lines, "0:02:00, close: {decision: D1}"), "D1")).text
    assert "consensus index 0.63" in three
    assert "largest group 2 of 3 seats" in three


def test_a_declared_outcome_stands_beside_the_computed_one_with_its_reason(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:03:00, declare: {decision: D1, option: b, reason: Agreed in the corridor}",
    )
    text = told(sheet(account, "D1")).text
    assert "Adopted “Consult”." in text
    assert "By the rule it was: no agreement. Reason: Agreed in the corridor." in text


def test_a_declaration_against_an_adopted_option_names_that_option(story, told):
    account = story(
        "0:00:00, release: I-1",
        *(position("0:01:00", role, "c") for role in ("TUR", "GRC", "USA", "HUN")),
        "0:03:00, declare: {decision: D1, option: b, reason: Weather}",
    )
    assert "By the rule it was: adopted “Reinforce”." in told(sheet(account, "D1")).text


def test_the_silence_record_tells_deadline_break_and_result(story, told):
    account = story(
        "0:00:00, release: I-2",
        "0:01:00, circulate: {decision: D2, option: a, minutes: 5}",
        "0:03:00, break: {decision: D2, role: HUN, text: Review date missing}",
        "0:04:00, circulate: {decision: D2, option: b, minutes: 5}",
        "0:05:00, extend: {decision: D2, minutes: 9}",
        "0:06:00, stance: {decision: D2, role: TUR, stance: reservation, text: Late}",
        "0:14:30, close: {decision: D2}",
    )
    rows = told(sheet(account, "D2")).rows("D2: silence")
    assert rows[0][1:3] == ["0:01:00", "0:06:00"]
    assert rows[0][3] == "HUN broke silence at 0:03:00: Review date missing."
    assert rows[0][4] == "Broken"
    assert rows[1][2] == "0:14:00\nextended once"
    assert rows[1][3] == "TUR reservation: Late."
    assert rows[1][4] == "Ran out unbroken"


def test_earlier_proposals_are_kept_with_what_was_said_of_them(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, propose: {decision: D1, option: c}",
        "0:02:00, stance: {decision: D1, role: HUN, stance: objects, text: Too much}",
        "0:03:00, propose: {decision: D1, text: A softer text}",
    )
    rows = told(sheet(account, "D1")).rows("D1: proposals")
    assert rows[0][2:] == ["c: Reinforce", "HUN objects: Too much.", "replaced"]
    assert rows[1][2:] == ["A softer text", "No seat took an express stance.", "in hand at the end"]


def test_an_open_decision_says_so(story, told):
    account = story("0:00:00, release: I-1", position("0:01:00", "TUR", "a"))
    assert "Outcome. Still open." in told(sheet(account, "D1")).text


def test_late_positions_are_shown_as_counting_for_nothing(story, told):
    account = story(
        "0:00:00, release: I-1",
        position("0:01:00", "TUR", "a"),
        "0:02:00, close: {decision: D1}",
        position("0:03:00", "GRC", "c", reason="Sorry"),
    )
    rows = told(sheet(account, "D1")).rows("D1: positions")
    assert rows[1][0] == "GRC"
    assert rows[1][-1] == "Late, counts for nothing: c. Sorry"


def test_the_glance_has_one_row_for_each_decision_opened(demonstration_account, told):
    section = told(decisions_at_a_glance(demonstration_account))
    rows = section.rows("Decisions at a glance")
    opened = [d.decision.id for d in demonstration_account.decisions]
    assert [row[0] for row in rows] == opened
    by_id = {row[0]: row for row in rows}
    assert by_id["D9"][3].endswith("declared by the facilitator")
    assert "silence asks for no position" in by_id["D2"][4]
    assert by_id["D7"][5] == "11 min"
    notes = {getattr(block, "caption", ""): block for block in section.blocks}
    assert notes["Decisions at a glance"].note.endswith(
        "Not put to the table: D11, with an inject that was skipped; D12B and D17B, which this "
        "course did not reach."
    )


def test_every_decision_of_the_demonstration_has_a_sheet(demonstration_account, told):
    text = told(decisions_at_a_glance(demonstration_account)).text
    for record in demonstration_account.decisions:
        assert demonstration_account.text(record.decision.title) in text


def test_a_text_circulated_again_unchanged_is_not_shown_as_another(story, told):
    lines = [
        "0:00:00, release: I-2",
        "0:01:00, circulate: {decision: D2, option: a, minutes: 5}",
        "0:03:00, break: {decision: D2, role: HUN, text: No}",
    ]
    again = "0:04:00, circulate: {decision: D2, option: a, minutes: 5}"
    other = "0:04:00, circulate: {decision: D2, option: b, minutes: 5}"
    end = "0:14:30, close: {decision: D2}"
    account = story(*lines, again, end)
    rows = told(sheet(account, "D2")).rows("D2: silence")
    assert [row[0] for row in rows] == ["Text 1\na: Nothing", "Text 2\nText 1 again, unchanged"]
    assert "One text circulated twice." in told(decisions_at_a_glance(account)).text
    account = story(*lines, other, end)
    rows = told(sheet(account, "D2")).rows("D2: silence")
    assert rows[1][0] == "Text 2\nb: Consult"
    assert "2 texts circulated." in told(decisions_at_a_glance(account)).text


def columns(account, decision_id, caption):
    blocks = sheet(account, decision_id)
    found = next(b for b in blocks if getattr(b, "caption", "").startswith(caption))
    return [column.header for column in found.columns]


def test_under_authority_only_seats_that_advise_can_advise_otherwise(demonstration_account, told):
    text = told(sheet(demonstration_account, "D0")).text
    assert "1 of 5 seats that advised held another option: POL." in text
    text = told(sheet(demonstration_account, "D13")).text
    assert "5 of 9 seats that advised held another option: FRA, DEU, ITA, POL and NLD." in text


def test_who_decides_and_had_chosen_otherwise_before_a_declaration_is_named(demonstrated, told):
    old = "close: {decision: D0}"
    record = demonstrated(old, "declare: {decision: D0, option: d, reason: The chair withdrew}")
    text = told(sheet(account_of(record, FONTS), "D0")).text
    assert "SG had chosen another option." in text


def test_options_nobody_was_asked_to_hold_are_not_counted_as_held_by_nobody(
    demonstration_account,
):
    assert columns(demonstration_account, "D2", "D2: options") == ["", "Option", "Position"]
    assert columns(demonstration_account, "D20", "D20: options") == ["", "Option"]
    assert columns(demonstration_account, "D9", "D9: options")[-2:] == ["Final", "Final seats"]


def test_a_ranking_tells_what_came_first(demonstration_account, told):
    first = "First: Live early-warning feed for all Allies"
    assert f"The options were ranked. {first}." in told(sheet(demonstration_account, "D20")).text
    rows = told(decisions_at_a_glance(demonstration_account)).rows("Decisions at a glance")
    assert rows[-1][3] == f"Ranked\n{first}"


def test_national_choices_stand_with_their_titles_and_of_many_the_most_frequent(
    demonstration_account, told
):
    rows = told(decisions_at_a_glance(demonstration_account)).rows("Decisions at a glance")
    offers = next(row for row in rows if row[0] == "D7N")
    assert offers[4] == ("Sensors, data or AWACS hours ×5\n6 further options, each by 1 to 3 seats")


def test_a_seat_that_took_a_stance_is_not_said_to_have_given_no_answer(story, told):
    account = story(
        "0:00:00, release: I-1",
        position("0:01:00", "TUR", "b"),
        position("0:01:00", "GRC", "b"),
        "0:02:00, propose: {decision: D1, option: b}",
        "0:03:00, stance: {decision: D1, role: USA, stance: can_accept}",
    )
    text = told(sheet(account, "D1")).text
    assert "HUN took no final position. USA took a stance and no final position." in text
    assert "n = 2; all at 2; too few answers for an index." in text


def test_the_glance_does_not_count_one_decision_twice_over(story, told):
    text = told(decisions_at_a_glance(story("0:00:00, release: I-1"))).text
    assert "1 decision, still open." in text


def test_figures_without_a_time_begin_their_paragraph(story):
    account = story("0:00:00, release: I-1", position("0:01:00", "TUR", "a"))
    starts = [b.runs[0].text for b in sheet(account, "D1") if hasattr(b, "runs")]
    assert "Agreement. " in starts
