from dataclasses import replace

from tabletop.exercise.events import EntryCorrected, EntryUndone, InjectAmended
from tabletop.exercise.journal import new_entries
from tabletop.report.after_action import account_of
from tabletop.report.sections.acronyms import acronyms
from tabletop.report.sections.annexes import (
    improvement_plan,
    participants,
    requests_for_information,
)
from tabletop.report.sections.dissent import dissent_and_minority_views
from tabletop.report.sections.dynamics import decision_dynamics, heat_map_data
from tabletop.report.sections.expected import expected_and_observed
from tabletop.report.sections.injects import injects_as_released
from tabletop.report.sections.limits import limits_of_this_report
from tabletop.report.sections.log import full_log
from tabletop.report.sections.method import method_and_formulas
from tabletop.report.sections.objectives import analysis_by_objective, objectives_and_ratings
from tabletop.report.sections.overview import exercise_overview
from tabletop.report.sections.storyline import storyline_as_played


def followed_by(account, *events):
    record = account.record
    added = new_entries(
        events,
        exercise_id=record.exercise_id,
        head=record.head,
        at=record.until,
        command_id="later",
        actor="evaluator",
    )
    longer = replace(record, entries=(*record.entries, *added))
    return account_of(longer, account.frame.fonts)


def test_the_log_marks_undone_entries_and_keeps_corrections_beside_theirs(story, told):
    account = story("0:00:00, release: I-1", "0:01:00, park: {text: Later}")
    last = account.record.head.seq
    account = followed_by(
        account, EntryCorrected(last, "Much later", "misheard"), EntryUndone(last, "Park")
    )
    rows = told(full_log(account)).rows("Journal")
    parked = next(row for row in rows if row[0] == str(last))
    assert parked[3].startswith("Undone: Parked for later")
    assert f"Corrected in entry {last + 1}: Much later. misheard." in parked[3]
    assert len(rows) == last + 2


def test_injects_stand_as_released_with_source_grade_attachments_and_papers(story, told):
    text = told(injects_as_released(story("0:00:30, release: I-1"))).text
    assert "I-1 Smoke over Türkiye" in text
    assert "EXERCISE Smoke over Türkiye." in text
    assert "Military flash; from Air Command; to all" in text
    assert "graded B2 (usually reliable, probably true)" in text
    assert "released at 0:00:30" in text
    assert "Attachments: map\n" in text
    assert "Private paper for GRC: For Greece" in text
    assert "Kept back" not in text


def test_an_amended_inject_shows_both_texts(story, told):
    account = story("0:00:30, release: I-1")
    text = told(injects_as_released(followed_by(account, InjectAmended("I-1", "Fire.")))).text
    assert text.index("Fire.") < text.index("As planned") < text.index("Smoke over Türkiye.")


def test_texts_are_filled_as_they_stood_at_the_release(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, release: {inject: I-3, reason: Early}",
        "0:02:00, declare: {decision: D1, option: b, reason: Agreed}",
    )
    assert "After open." in told(injects_as_released(account)).text


def test_the_storyline_tells_conditions_reasons_and_what_was_not_played(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, declare: {decision: D1, option: c, reason: Agreed}",
        "0:02:00, pause: true",
        "0:03:00, resume: true",
        "0:04:00, release: {inject: I-3, reason: Wanted}",
        "0:05:00, skip: {inject: I-2, reason: Short of time}",
    )
    told_story = told(storyline_as_played(account))
    rows = told_story.rows("The exercise step by step")
    assert [r[3] for r in rows if r[3].startswith(("Pause", "Play"))] == ["Pause", "Play goes on"]
    branch = next(row for row in rows if row[2] == "I-3")
    assert branch[3] == "Next but one"
    assert "Only if D1 came out as b." in branch[4]
    assert "Released against that condition. Reason: Wanted." in branch[4]
    assert told_story.rows("Not played")[0][0::3] == ["I-2", "Short of time."]


def test_the_overview_has_the_eleven_rows(story, told):
    rows = told(exercise_overview(story("0:00:00, release: I-1"))).rows("Exercise overview")
    assert [row[0] for row in rows] == [
        "Exercise name",
        "Exercise dates",
        "Scope",
        "Mission area(s)",
        "Core capabilities",
        "Objectives",
        "Threat or hazard",
        "Scenario",
        "Sponsor",
        "Participating organisations",
        "Point of contact",
    ]
    assert rows[3][1] == "Not stated in the scenario file."


def test_ratings_have_letter_word_and_reason_and_unrated_objectives_say_so(story, told):
    account = story(
        "0:00:00, release: I-1", "0:01:00, rate: {objective: O1, rating: M, because: Slow}"
    )
    rows = told(objectives_and_ratings(account)).rows("Ratings by objective")
    assert rows[0][2:] == ["M\nPerformed with major challenges", "Slow."]
    assert rows[1][2:] == ["N\nNot assessed", "No rating was recorded."]


def test_areas_for_improvement_are_numbered_and_the_plan_refers_to_them(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, observe: {text: Slow, kind: improvement, objective: O2}",
        "0:01:00, observe: {text: Late, kind: improvement, objective: O1}",
        "0:02:00, action: {text: A clock, objective: O2, owner: Chair, due: 2027-01-31}",
    )
    analysis = told(analysis_by_objective(account)).text
    assert "AI-1: Late." in analysis
    assert "AI-2: Slow. [I-1, entry" in analysis
    plan = told(improvement_plan(account)).rows("Improvement plan")
    assert plan[0][:4] == ["CA-1", "Evidence\nO2", "AI-2", "A clock."]
    assert plan[0][6:] == ["–", "2027-01-31", "open"]


def test_expected_actions_are_counted_with_those_nobody_ticked(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, tick: {inject: I-1, expected: ask, status: partial}",
    )
    section = told(expected_and_observed(account))
    assert [row[3] for row in section.rows("Expected")] == ["Observed in part", "Not assessed"]
    assert "The one action assessed was observed in part. 1 was not assessed." in section.text
    assert "Ask Türkiye" in section.text


def test_requests_show_question_answer_and_wait(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, request: {id: R1, role: GRC, question: Whose?}",
        "0:02:30, answer: {request: R1, text: Nobody knows}",
        "0:03:00, request: {id: R2, role: USA, question: When?}",
    )
    rows = told(requests_for_information(account)).rows("Requests")
    assert rows[0][3:] == ["Whose?", "Nobody knows.", "1 min 30 s"]
    assert rows[1][3:] == ["When?", "Open at the end.", "–"]


def test_participants_show_people_and_who_came_and_left(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, absent: {role: GRC}",
        head="participants: [{role: TUR, name: A. Demir, organisation: Academy}]",
    )
    section = told(participants(account))
    rows = section.rows("Seats and participants")
    assert rows[0] == ["TUR", "Türkiye", "delegation", "decides", "A. Demir", "Academy"]
    assert rows[1][4:] == ["–", "–"]
    assert section.rows("Who came") == [["0:01:00", "GRC is absent from now on"]]


def test_dissent_tells_words_and_objections_to_earlier_proposals(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, position: {decision: D1, role: HUN, option: a, condition: a third report}",
        "0:02:00, propose: {decision: D1, option: c}",
        "0:03:00, stance: {decision: D1, role: HUN, stance: objects, text: Too much}",
        "0:04:00, propose: {decision: D1, option: b}",
        "0:05:00, stance: {decision: D1, role: HUN, stance: reservation, text: A date}",
        *(
            f"0:06:00, position: {{decision: D1, role: {role}, option: b}}"
            for role in ("TUR", "GRC", "USA")
        ),
        "0:07:00, close: {decision: D1}",
    )
    section = told(dissent_and_minority_views(account))
    rows = section.rows("Reservations")
    assert rows[0] == ["D1", "HUN", "reservation", "A date.", "A third report."]
    assert rows[1][2] == "objection\nto an earlier proposal"
    assert "On “Reinforce”: Too much." in rows[1][3]
    assert section.rows("Seats that held")[0][2:4] == ["HUN", "a: Nothing"]


def test_dissent_tells_what_was_said_against_and_given_up_again(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, propose: {decision: D1, option: c}",
        "0:02:00, stance: {decision: D1, role: GRC, stance: reservation, text: Not at sea}",
        "0:03:00, propose: {decision: D1, option: b}",
        "0:04:00, stance: {decision: D1, role: HUN, stance: objects}",
        "0:05:00, stance: {decision: D1, role: HUN, stance: objects, text: Who signs?}",
        "0:06:00, stance: {decision: D1, role: HUN, stance: can_accept}",
        *(
            f"0:07:00, position: {{decision: D1, role: {role}, option: b}}"
            for role in ("TUR", "GRC", "USA")
        ),
        "0:08:00, close: {decision: D1}",
    )
    section = told(dissent_and_minority_views(account))
    assert [row[1:4] for row in section.rows("Reservations")] == [
        ["GRC", "reservation\nto an earlier proposal", "On “Reinforce”: Not at sea."],
        ["HUN", "objection\nlifted before closing", "Who signs?"],
    ]
    assert "In the one closed decision no objection" in section.text, "nothing stood at closing"


def test_what_was_put_aside_is_kept_beside_the_plan(story, told):
    account = story("0:00:00, release: I-1", "0:01:00, park: {text: Who pays}")
    text = told(improvement_plan(account)).text
    assert "Kept for later" in text
    assert f"Who pays. [entry {account.record.head.seq}]" in text
    assert "Kept for later" not in told(improvement_plan(story("0:00:00, release: I-1"))).text


def test_requests_never_answered_are_named_and_do_not_count_as_waiting(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, request: {id: R1, role: GRC, question: When}",
        "0:02:00, request: {id: R2, role: HUN, question: Where}",
        "0:03:00, answer: {request: R2, text: At sea}",
        "0:04:00, close: {decision: D1}",
    )
    text = told(requests_for_information(account)).text
    assert "2 requests, 1 answered. The wait was 1 min of play. Never answered: R1 (GRC)." in text
    assert "before an answer that came later" not in text


def test_a_seat_that_stands_apart_in_half_of_four_decisions_is_named(demonstration_account, told):
    text = told(dissent_and_minority_views(demonstration_account)).text
    named = text.partition("took a position, ")[2].partition(" held another option or said")[0]
    assert named.startswith("POL (")


def test_the_heat_map_holds_decisions_with_positions_in_the_order_of_opening(
    demonstration_account,
):
    data = heat_map_data(demonstration_account)
    names = [column.decision for column in data.columns]
    assert names[:3] == ["D0", "D1", "D3"]
    assert "D2" not in names
    d1 = data.columns[1]
    turkey = d1.cells[data.seats.index("TUR")]
    assert (turkey.first, turkey.final) == (1, 2)


def test_the_dynamics_hold_five_figures_with_their_numbers(demonstration_account):
    figures = [b for b in decision_dynamics(demonstration_account) if hasattr(b, "svg")]
    assert len(figures) == 5
    assert all(figure.data is not None and figure.alt for figure in figures)


def test_limits_name_what_is_missing(story, told):
    text = told(limits_of_this_report(story("0:00:00, release: I-1"))).text
    assert "one exercise with 4 seats" in text
    assert "ENDEX was not recorded" in text
    assert "Open at the end, without an outcome: D1." in text
    assert "The one decision had no silent first positions." in text
    assert "All 4 answers asked of eligible seats are missing." in text
    assert "Objectives without a rating: O1 and O2." in text


def test_the_method_prints_the_marks_of_the_record(story, told):
    account = story("0:00:00, release: I-1")
    text = told(method_and_formulas(account)).text
    assert account.record.head.hash in text
    assert account.record.package.sha256 in text
    assert "Tabletop" in text


def test_only_acronyms_that_are_used_are_explained(story, told):
    account = story("0:00:00, release: I-1")
    rows = told(acronyms(account, full_log(account))).rows("Acronyms")
    assert ["STARTEX", "Start of the exercise"] in rows
    assert ["TUR", "Türkiye"] in rows
    assert not any(row[0] == "AWACS" for row in rows)


def test_a_seat_that_one_rule_names_decides_there_only(demonstration_account, told):
    rows = told(participants(demonstration_account)).rows("Seats and participants")
    say = {row[0]: row[3] for row in rows}
    assert say["SG"] == "decides in D0"
    assert say["TUR"] == "decides"
    assert say["LEGAL"] == "advises"


def test_an_inject_to_the_holder_of_a_card_names_the_seat_that_held_it(demonstration_account, told):
    text = told(injects_as_released(demonstration_account)).text
    assert "to FRA (card: Bridge-builder), TUR;" in text
    assert "card:bridge-builder" not in text


def test_answers_are_missing_of_those_that_were_asked_for(demonstration_account, told):
    text = told(limits_of_this_report(demonstration_account)).text
    assert "4 of 179 answers asked of eligible seats are missing." in text


def test_a_tie_of_decisions_in_which_seats_moved_is_not_hidden(demonstration_account):
    figures = [b for b in decision_dynamics(demonstration_account) if hasattr(b, "svg")]
    captions = [figure.caption for figure in figures]
    assert (
        "D6, first to final position: 5 of 10 seats moved; in D15 as many moved, in no decision "
        "more"
    ) in captions


def test_requests_are_told_in_the_singular(story, told):
    asked = (
        "0:00:00, release: I-1",
        "0:01:00, request: {id: R1, role: GRC, question: Whose?}",
    )
    answered = story(*asked, "0:02:30, answer: {request: R1, text: Nobody knows}")
    text = told(requests_for_information(answered)).text
    assert "1 request, answered. The wait was 1 min 30 s of play." in text
    assert "1 request, not answered." in told(requests_for_information(story(*asked))).text


def test_nothing_to_improve_asks_for_no_action(story, told):
    nothing = told(improvement_plan(story("0:00:00, release: I-1"))).text
    assert "No area for improvement was recorded that would ask for one." in nothing
    seen = "0:01:00, observe: {text: Slow, kind: improvement}"
    assert (
        "Write one owner and one date"
        in told(improvement_plan(story("0:00:00, release: I-1", seen))).text
    )


def test_an_objection_to_a_title_in_quotation_marks_stands_in_one_pair(demonstration_account, told):
    rows = told(dissent_and_minority_views(demonstration_account)).rows("Reservations")
    words = next(row[3] for row in rows if row[0] == "D4" and row[1] == "DEU")
    assert words.startswith(
        "On “‘Launched from the territory of Kestria’, nothing on intent”: Not on two"
    )


def test_dissent_in_every_decision_is_no_double_negation(story, told):
    account = story(
        "0:00:00, release: I-1",
        "0:01:00, position: {decision: D1, role: HUN, option: a, reservation: Too late}",
        "0:02:00, close: {decision: D1}",
    )
    text = told(dissent_and_minority_views(account)).text
    assert "In the one closed decision an objection, reservation, break of silence" in text
    calm = story("0:00:00, release: I-1", "0:02:00, close: {decision: D1}")
    assert "In the one closed decision no objection" in told(dissent_and_minority_views(calm)).text


def test_organisations_with_commas_in_their_names_are_told_apart(demonstration_account, told):
    rows = told(exercise_overview(demonstration_account)).rows("Exercise overview")
    assert "University, department of politics; University, faculty of law. Annex B." in rows[9][1]


def test_nothing_assessed_is_said_once(story, told):
    text = told(expected_and_observed(story("0:00:00, release: I-1"))).text
    assert "name 2 expected actions. None was assessed." in text
    assert "0 were" not in text


def test_the_heat_map_holds_an_eligible_seat_that_never_answered(story):
    account = story(
        "0:00:00, release: I-1", "0:01:00, position: {decision: D1, role: TUR, option: a}"
    )
    data = heat_map_data(account)
    assert data.seats == ("TUR", "GRC", "USA", "HUN")
    assert [cell.final for cell in data.columns[0].cells] == [0, None, None, None]


def test_ratings_stand_in_the_analysis_without_any_observation(story, told):
    rated = story(
        "0:00:00, release: I-1", "0:01:00, rate: {objective: O1, rating: M, because: Slow}"
    )
    text = told(analysis_by_objective(rated)).text
    assert "Rating. M, performed with major challenges. Slow." in text
    assert "No observation was recorded on this objective." in text
    bare = told(analysis_by_objective(story("0:00:00, release: I-1"))).text
    assert "No observations were recorded." in bare
