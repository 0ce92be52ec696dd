from tabletop.report.sections.objectives import analysis_by_objective
from tabletop.report.sections.outcomes import mattered_most
from tabletop.report.sections.summary import executive_summary, one_each, priority_actions


def adopt(minute, inject, decision, option, proposed=None):
    lines = [f"0:{minute:02}:00, release: {inject}"] if inject else []
    lines += [
        f"0:{minute + 1:02}:00, position: {{decision: {decision}, role: {r}, option: {option}}}"
        for r in ("TUR", "GRC", "USA", "HUN")
    ]
    return [*lines, f"0:{minute + 2:02}:00, close: {{decision: {decision}}}"]


def test_decisions_that_moved_the_group_furthest_matter_most(story):
    account = story(*adopt(0, "I-1", "D1", "b"), *adopt(5, "I-3", "D3", "c"))
    assert [d.decision.id for d in mattered_most(account, 1)] == ["D3"]
    assert [d.decision.id for d in mattered_most(account, 2)] == ["D1", "D3"]


def test_a_request_nobody_could_block_matters_though_nothing_came_before_it(
    demonstration_account, told
):
    chosen = [d.decision.id for d in mattered_most(demonstration_account)]
    assert chosen == ["D1", "D12A", "D17A"]
    assert (
        "under Article 4”. Requested by TUR." in told(executive_summary(demonstration_account)).text
    )


def test_the_summary_tells_where_the_group_moved(story, told):
    account = story(*adopt(0, "I-1", "D1", "b"), *adopt(5, "I-3", "D3", "c"))
    text = told(executive_summary(account)).text
    assert "On the scale “Posture” the group went from 2, Consult, to 4, Reinforce." in text
    assert "Both decisions put to the table ended with an option adopted." in text
    assert "The group moved from 2 to 4." in text
    assert "No objection and no reservation were recorded." in text


def test_the_summary_tells_that_an_outcome_was_declared_and_what_the_rule_gave(story, told):
    account = story(
        *adopt(0, "I-1", "D1", "b")[:-1],
        "0:02:00, propose: {decision: D1, option: c}",
        "0:03:00, stance: {decision: D1, role: TUR, stance: objects}",
        "0:04:00, declare: {decision: D1, option: c, reason: Agreed in the corridor}",
    )
    text = told(executive_summary(account)).text
    assert (
        "adopted “Reinforce”, declared by the facilitator; by the rule it was: no agreement. "
        in text
    )
    assert "declared by" not in told(executive_summary(story(*adopt(0, "I-1", "D1", "b")))).text


def test_strengths_come_from_the_best_rated_objectives_and_improvements_from_the_others(story):
    lines = ["0:00:00, release: I-1"]
    for kind in ("strength", "improvement"):
        for objective in ("O1", "O2"):
            words = f"text: {kind} {objective}, kind: {kind}, objective: {objective}"
            lines.append(f"0:01:00, observe: {{{words}}}")
    lines += [
        "0:02:00, rate: {objective: O1, rating: M, because: Slow}",
        "0:02:00, rate: {objective: O2, rating: P, because: Good}",
    ]
    account = story(*lines)
    assert [o.objective for o in one_each(account, "strength", 1)] == ["O2"]
    assert [o.objective for o in one_each(account, "improvement", 1)] == ["O1"]
    assert len(one_each(account, "strength", 9)) == 2


def test_priority_actions_are_the_earliest_of_the_lowest_rated_objectives(story):
    account = story(
        "0:00:00, release: I-1",
        "0:02:00, rate: {objective: O2, rating: U, because: No}",
        "0:03:00, action: {text: Late one, objective: O2, owner: A, due: 2027-05-01}",
        "0:03:00, action: {text: Early one, objective: O2, owner: A, due: 2027-01-01}",
        "0:03:00, action: {text: Other, objective: O1, owner: B, due: 2026-12-01}",
    )
    assert [a.text for a in priority_actions(account, 2)] == ["Early one", "Other"]


def test_what_was_not_recorded_is_said(story, told):
    text = told(executive_summary(story("0:00:00, release: I-1"))).text
    assert "No strength was recorded." in text
    assert "No corrective action was recorded" in text


def test_sentences_of_the_program_are_marked_and_lead_to_entries(demonstration_account):
    blocks = executive_summary(demonstration_account)
    items = [item for b in blocks for item in getattr(b, "items", ())]
    decisions = [item for item in items if item.generated]
    assert len(decisions) == 3
    for item in items:
        assert any(run.target.startswith("#entry-") for run in item.runs)


def test_one_decision_left_open_is_told_in_the_singular(story, told):
    text = told(executive_summary(story("0:00:00, release: I-1"))).text
    assert "The one decision put to the table stayed open." in text


def test_a_group_that_stayed_where_it_stood_is_said_to_have_stayed(story, told):
    account = story(*adopt(0, "I-1", "D1", "b"), *adopt(5, "I-3", "D3", "b"))
    assert (
        "On the scale “Posture” the group stayed at 2, Consult."
        in told(executive_summary(account)).text
    )


def test_an_exercise_ended_at_once_is_not_said_to_have_been_played(story, told):
    text = told(executive_summary(story("0:00:00, end: true"))).text
    assert "opened “Small” on 12 November 2026 and ended it at once." in text
    assert "0 s" not in text


def test_an_action_without_owner_begins_its_own_sentence(story, told):
    account = story("0:00:00, release: I-1", "0:01:00, action: {text: Write it down}")
    text = told(executive_summary(account)).text
    assert "Write it down. No owner named, no date set." in text


def test_a_demonstration_is_called_one(demonstration_account, told):
    assert "In this demonstration 16 seats" in told(executive_summary(demonstration_account)).text


def test_a_link_ends_where_its_word_ends(demonstration_account):
    blocks = [
        *executive_summary(demonstration_account),
        *analysis_by_objective(demonstration_account),
    ]
    runs = [run for b in blocks for item in getattr(b, "items", ()) for run in item.runs]
    linked = [run.text for run in runs if run.target]
    assert linked == [text.strip() for text in linked]
