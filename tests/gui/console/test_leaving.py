"""Closing the console: one key, and no question where everything is saved."""


def test_ctrl_q_closes_the_console_without_a_question(console, qtbot):
    console.press("Space", "Space")

    with qtbot.waitSignal(console.window.closed):
        console.press("Ctrl+Q")

    assert not console.window.isVisible()


def test_ctrl_q_works_while_one_types(console, qtbot):
    console.press("Space", "Space", "/")
    console.type("Athens was")

    with qtbot.waitSignal(console.window.closed):
        console.press("Ctrl+Q")
