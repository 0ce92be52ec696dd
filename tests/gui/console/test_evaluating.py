"""What an evaluator does from the keyboard: corrections, ratings, corrective actions."""

import pytest


def ended(console):
    console.press("Space")
    console.log("+ Asked at once @TUR #O1")
    console.press("Esc", "Ctrl+Shift+E", "Enter")
    assert console.status == "ENDED"


def test_objectives_are_rated_one_after_the_other_until_each_has_a_rating(console):
    ended(console)

    console.press("O")
    assert console.question_with_detail == "Rate Consult in time (+1 –0)"
    console.answer(rating="s", because="Late, but in time")
    assert console.question_with_detail == "Rate Evidence"
    console.answer(rating="M")

    assert (console.question, console.trouble) == ("", "")
    ratings = console.state.ratings
    assert [(r.objective, r.rating, r.because) for r in ratings.values()] == [
        ("O1", "S", "Late, but in time"),
        ("O2", "M", ""),
    ]


def test_a_word_that_is_no_rating_is_refused_and_nothing_typed_is_lost(console):
    ended(console)
    console.press("O")
    console.answer(rating="good", because="Kept")

    assert console.trouble.startswith("“good” is no rating: P performed")
    assert console.question == "Rate"
    assert console.window.strip.fields["because"].text() == "Kept"


def test_a_corrective_action_gets_owner_objective_and_date(console):
    ended(console)
    console.press("T")
    console.answer(text="Write a checklist", objective="o2", owner="Staff", due="2027-01-31")

    (action,) = console.state.actions.values()
    assert (action.text, action.objective, action.owner, action.due) == (
        "Write a checklist",
        "O2",
        "Staff",
        "2027-01-31",
    )


@pytest.mark.parametrize("due", ["soon", "2027-02-30", "3/4/2027", "²027-01-31"])
def test_a_corrective_action_is_due_on_a_date(console, due):
    ended(console)
    console.press("T")
    console.answer(text="Write a checklist", due=due)

    assert console.trouble.startswith(f"“{due}” is no date; write it like 2027-03-31")
    assert console.state.actions == {}
    assert console.answer_texts["text"] == "Write a checklist"


@pytest.mark.parametrize(
    ("typed", "due"),
    [("2027-3-1", "2027-03-01"), ("1.3.2027", "2027-03-01"), ("31. 12. 2027", "2027-12-31")],
)
def test_a_date_is_kept_as_the_plan_sorts_it(console, typed, due):
    ended(console)
    console.press("T")
    console.answer(text="Write a checklist", due=typed)

    assert [action.due for action in console.state.actions.values()] == [due]


def test_an_entry_of_the_log_is_corrected_beside_itself(console):
    ended(console)
    console.press("Alt+6", "Up", "Enter")
    assert console.question == "Correct entry"
    console.answer(text="It was POL", reason="misheard")

    (correction,) = console.state.corrections
    corrected = console.window.bridge.live.entries[correction.corrected_seq - 1]
    assert corrected.event.text == "Asked at once"
    assert (correction.text, correction.reason) == ("It was POL", "misheard")
    assert console.marked_log == ["corrected: + Asked at once @TUR #O1"]


def test_any_entry_is_corrected_by_its_number(console):
    ended(console)
    console.press("X")
    console.answer(entry="99", text="Nothing of the kind")
    assert console.trouble.startswith("There is no entry 99; the journal goes from 1 to")

    console.answer(entry="2", text="The exercise began at ten")
    assert console.state.corrections[0].corrected_seq == 2


def test_the_palette_offers_the_evaluators_work_after_endex(console):
    ended(console)

    for words in ("rate an", "plan a corrective", "correct an"):
        console.choose(words)
        assert console.question != ""
        console.press("Esc")


def test_a_late_answer_and_a_void_break_are_marked_in_the_log(console):
    console.press("Space", "Space")
    console.close_decision()
    console.send_position("D1", "GRC", "b")
    assert console.marked_log[-1].startswith("late: ")
    assert console.marked_log[-1].endswith("Late: recorded after the closing, changes nothing")

    while console.standby != "I-04":
        console.press("Down")
    console.press("Enter", "Ctrl+Shift+U")
    console.answer(option="b", minutes="5", text="")
    console.minutes_pass(6)
    console.send_break("D4", "POL", "Too late")

    assert console.marked_log[-1].startswith("void: ")
    assert console.marked_log[-1].endswith("Void: recorded after the deadline")
