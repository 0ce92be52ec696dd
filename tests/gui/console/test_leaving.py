"""Closing the console: one key, and no question where everything is saved."""


def test_ctrl_q_closes_the_console_without_a_question(console, qtbot):
    console.press("Space", "Space")

    with qtbot.waitSignal(console.window.closed):
        console.press("Ctrl+Q")

    assert not console.window.isVisible()


def test_ctrl_q_works_in_a_field(console, qtbot):
    console.press("Space", "Space", "/")

    with qtbot.waitSignal(console.window.closed):
        console.press("Ctrl+Q")


def test_words_in_the_log_are_asked_about_before_they_are_lost(console):
    console.press("Space", "/")
    console.type("Athens was")
    console.press("Ctrl+Q")
    assert console.question_with_detail == (
        "Words are typed and not recorded. In the log: Athens was"
    )

    console.press("Esc", "Enter")
    assert [o.text for o in console.state.observations.values()] == ["Athens was"]
    console.press("Ctrl+Q")
    assert not console.window.isVisible()


def test_words_in_the_log_can_be_given_up(console):
    console.press("Space", "/")
    console.type("Athens was")
    console.press("Ctrl+Q", "Enter")
    assert console.window.isVisible()

    console.press("Enter")
    assert not console.window.isVisible()


def test_a_text_that_is_being_written_is_asked_about(console):
    console.press("Space", "M")
    console.type("Not yet")
    console.press("Ctrl+Q")
    assert console.question_with_detail.endswith("Text of I-02 A request")

    console.press("Esc")
    assert console.panel_text == "Not yet"


def test_a_question_that_is_being_answered_keeps_the_window_open(console):
    console.press("Space", "S")
    console.type("short of time")
    console.press("Ctrl+Q")

    assert console.window.isVisible()
    assert (console.question, console.answer_field) == ("Skip I-02?", "short of time")
    assert "The question comes first" in console.trouble
