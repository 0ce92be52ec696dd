"""Hands in a hurry: what is pressed twice by reflex acts once, and nothing typed is lost."""

import pytest

# --- Enter, twice ---------------------------------------------------------------------------------


def test_enter_twice_in_a_strip_does_not_release_the_next_inject(console):
    console.press("Space", "S")
    console.type("short of time")
    console.press("Enter", "Enter")

    assert console.state.inject_run("I-02").skipped
    assert console.state.release_order == ("I-01",)
    assert console.trouble.startswith("Enter has acted already; once more, and it releases I-03.")

    console.press("Enter")
    assert console.state.release_order == ("I-01", "I-03")


def test_enter_twice_in_the_list_releases_one_inject(console):
    console.press("Space", "Down", "Enter", "Enter")
    assert len(console.state.release_order) == 2

    console.press("Enter")
    assert len(console.state.release_order) == 3


def test_an_arrow_between_them_tells_two_releases_apart(console):
    console.press("Space", "Down", "Enter", "Down", "Up", "Enter")

    assert len(console.state.release_order) == 3


def test_the_enter_that_opened_the_window_is_not_startex(console):
    console.press("Enter")
    assert console.state.started_at is None

    console.press("Enter")
    assert console.state.release_order == ("I-01",)


def test_enter_twice_gives_no_empty_reason(console):
    console.press("Space", "Space")
    console.window.left.list.set_current("I-05")
    console.press("Down", "Up", "Enter", "Enter")
    assert console.question == "I-05 goes against its condition."
    assert console.trouble.startswith("Once more, and Enter answers this")

    console.press("Enter")
    assert console.state.release_order[-1] == "I-05"


def test_words_typed_after_enter_are_answered_with_the_next_one(console):
    console.press("Space", "Space")
    console.window.left.list.set_current("I-05")
    console.press("Down", "Up", "Enter")
    console.type("the minister asks for it")
    console.press("Enter")

    assert console.state.inject_run("I-05").reason == "the minister asks for it"


def test_enter_twice_releases_nothing_while_paused(console):
    console.press("Space", "P", "Down", "Enter", "Enter")
    assert console.question == "The exercise is paused."
    assert console.state.release_order == ("I-01",)


def test_enter_twice_in_the_palette_neither_ends_nor_releases(console):
    console.press("Space", "Ctrl+K")
    console.type("end the exercise")
    console.press("Enter", "Enter")
    assert (console.question, console.state.ended_at) == ("End the exercise?", None)

    console.press("Esc", "Ctrl+K")
    console.type("freeze")
    console.press("Enter", "Enter")
    assert console.state.release_order == ("I-01",)


def test_ctrl_enter_twice_in_the_panel_does_not_close_the_decision(console):
    console.press("Space", "Space")
    console.go_to_board()
    console.press("*", "b", "Ctrl+Shift+F", "=", "Esc", "M")
    console.write("A new text")
    console.press("Ctrl+Enter")
    assert console.state.decision_run("D1").outcome is None
    assert "once more, and it closes the decision" in console.trouble

    console.close_decision()
    assert console.state.decision_run("D1").outcome is not None


# --- Esc with a text in the field -----------------------------------------------------------------


def test_an_improvised_inject_put_away_is_there_again(console):
    console.press("Space", "I")
    console.answer_fields(title="A leak", body="The press has the text.", to="TUR")
    console.press("Esc", "I")
    assert console.answer_texts == {
        "title": "A leak",
        "body": "The press has the text.",
        "to": "TUR",
    }
    assert console.said_beside_question == "As typed before."

    console.press("Enter", "I")
    assert console.answer_texts == {"title": "", "body": "", "to": "all"}


def test_a_question_that_another_replaces_keeps_its_words(console):
    console.press("Space", "I")
    console.answer_fields(title="A leak", body="The press has the text.")
    console.press("Ctrl+Shift+E", "Esc", "I")

    assert console.answer_texts["body"] == "The press has the text."


def test_the_answer_to_a_request_put_away_is_there_again(console):
    console.press("Space")
    console.log("? What range? @TUR")
    console.press("Esc", "Q")
    console.type("Forty kilometres")
    console.press("Esc", "Q")

    assert console.answer_field == "Forty kilometres"


@pytest.mark.parametrize(
    ("key", "field"), [("S", "reason"), ("X", "text"), ("O", "because"), ("T", "text")]
)
def test_words_put_away_are_there_when_the_same_is_asked(console, key, field):
    console.press("Space", key)
    console.answer_fields(**{field: "Words of some length"})
    console.press("Esc", key)

    assert console.answer_texts[field] == "Words of some length"


def test_the_reason_of_a_release_put_away_is_there_again(console):
    console.press("Space", "Space")
    console.window.left.list.set_current("I-05")
    console.press("Down", "Up", "Enter")
    console.type("the minister asks")
    console.press("Esc", "Enter")

    assert console.answer_field == "the minister asks"


def test_the_reason_of_a_recall_put_away_is_there_again(console):
    console.press("Space")
    console.choose("recall i-01")
    console.type("too early")
    console.press("Esc")
    console.choose("recall i-01")

    assert console.answer_field == "too early"


def test_a_text_put_away_is_there_again_until_it_is_recorded(console):
    console.press("Space", "M")
    console.press("Ctrl+a")
    console.type("A new text")
    console.press("Esc", "M")
    assert console.panel_text == "A new text"

    assert console.said_in_panel.startswith("What was typed before is here again.")

    console.press("Ctrl+Enter")
    assert console.state.inject_run("I-02").amended_body == "A new text"
    console.press("Ctrl+Z", "M")
    assert console.panel_text == ""


def test_a_text_that_another_replaces_keeps_its_words(console):
    console.press("Space", "M")
    console.type("A new text")
    console.press("Ctrl+K")
    console.type("look at i-03")
    console.press("Enter")
    console.press("M")
    assert console.panel == "Text of I-03 How far"

    console.press("Esc")
    console.press("Up", "M")
    assert console.panel_text == "A new text"


# --- a part that was taken already ----------------------------------------------------------------


def judged(console):
    return [(j.fact, j.likelihood) for j in console.state.decision_run("D2").judged]


def test_a_likelihood_that_makes_no_sense_lets_none_be_recorded_twice(console):
    console.press(*["Space"] * 3, "Ctrl+D", "Ctrl+Y")
    console.answer(Q1="60", Q2="many")
    assert judged(console) == []

    console.answer(Q2="40")
    assert judged(console) == [("Q1", 60), ("Q2", 40)]


def test_a_likelihood_that_was_taken_is_not_sent_again_with_the_rest(console):
    console.press(*["Space"] * 3, "Ctrl+D", "Ctrl+Y")
    console.answer(Q1="60", Q2="0")
    assert judged(console) == [("Q1", 60)]
    entries = console.state.head

    console.answer(Q2="40")
    assert (judged(console), console.state.head) == ([("Q1", 60), ("Q2", 40)], entries + 1)
