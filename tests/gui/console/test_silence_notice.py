"""A silence that ends where nobody looks is told in the console, whatever the room shows."""

TOLD = "Silence on D4 has run out, unbroken. The text stands once D4 is closed."


def turn_to(console, decision):
    """Turn the board to a decision by its key."""
    for _ in range(4):
        if console.decision == decision:
            return
        console.press("Alt+Left")
    raise AssertionError(f"{decision} cannot be turned to; {console.decision} is on the board")


def circulate(console):
    """Put D4 under silence for five minutes, then D1 on the board."""
    console.press("Space", "Space", "Space", "Space", "Ctrl+Shift+U")
    console.type("a")
    console.press("Enter")
    turn_to(console, "D1")


def test_it_is_told_when_it_ends_and_not_before(console):
    circulate(console)
    console.minutes_pass(4)
    assert console.notice == ""

    console.minutes_pass(1)

    assert console.notice == TOLD
    assert console.decision == "D1"


def test_the_standby_card_says_that_silence_has_run_out(console):
    console.press("Space", "Space", "Space")
    console.minutes_pass(1)
    console.press("Space", "Ctrl+Shift+U", "a", "Enter")
    assert console.consequence == "D4 is under silence and stays open; D1 and D2 too"

    console.minutes_pass(5)

    assert console.consequence == "Silence on D4 has run out; it stays open; D1 and D2 too"


def test_the_standby_card_says_that_silence_was_broken(console):
    console.press("Space", "Space", "Space")
    console.minutes_pass(1)
    console.press("Space", "Ctrl+Shift+U", "a", "Enter")
    console.send_break("D4", "TUR", "No date")
    assert console.consequence == "Silence on D4 is broken; it stays open; D1 and D2 too"


def test_it_stands_under_the_clocks_across_the_window(console):
    circulate(console)
    console.minutes_pass(5)

    bar, clocks = console.window.silence_notice, console.window.clock_bar
    assert bar.isVisible()
    assert (bar.x(), bar.width()) == (0, console.window.width())
    assert bar.y() == clocks.y() + clocks.height()


def test_its_key_leads_to_the_decision_and_ends_it(console):
    circulate(console)
    console.minutes_pass(5)
    console.press("Ctrl+G")

    assert console.decision == "D4"
    assert console.notice == ""
    console.press("Ctrl+Enter")
    assert console.state.standing_option("D4") == "a"


def test_its_button_leads_there_too(console):
    circulate(console)
    console.minutes_pass(5)
    console.window.silence_notice.go.click()

    assert console.decision == "D4"


def test_put_away_it_is_not_told_again_until_the_silence_ends_anew(console):
    circulate(console)
    console.minutes_pass(5)
    console.press("Esc")
    console.minutes_pass(1)
    assert console.notice == ""

    turn_to(console, "D4")
    console.choose("reopen")  # D4 is not closed: nothing happens, and nothing is told
    assert console.notice == ""


def test_what_was_seen_on_the_board_is_not_told_afterwards(console):
    circulate(console)
    turn_to(console, "D4")
    console.minutes_pass(5)
    console.press("Alt+Left")

    assert console.decision != "D4"
    assert console.notice == ""


def test_a_new_deadline_is_told_anew(console):
    circulate(console)
    console.minutes_pass(4)
    turn_to(console, "D4")
    console.press("Ctrl+E", "Enter")
    console.press("Alt+Left")
    console.minutes_pass(4)
    assert console.notice == ""

    console.minutes_pass(2)
    assert console.notice == TOLD


def test_a_broken_silence_that_ends_says_who_broke_it(console):
    circulate(console)
    console.send_break("D4", "POL", "Too short")
    console.minutes_pass(5)

    assert console.notice == (
        "Silence on D4 has run out. "
        "Broken by POL: there is no agreement; revise the text, or close D4."
    )


def test_it_goes_when_the_decision_is_closed_elsewhere(console):
    circulate(console)
    from tabletop.exercise.commands import CloseDecision

    console.minutes_pass(5)
    console.window.bridge.send(CloseDecision("D4"))

    assert console.notice == ""


def test_a_pause_moves_it(console):
    circulate(console)
    console.press("Ctrl+P")
    console.minutes_pass(30)
    assert console.notice == ""

    console.press("Ctrl+P")
    console.minutes_pass(5)
    assert console.notice == TOLD


def test_without_one_the_key_says_so(console):
    circulate(console)
    console.press("Ctrl+G")

    assert "no silence has ended out of sight" in console.trouble


def test_a_console_opened_after_the_end_tells_it(console):
    circulate(console)
    console.send_position("D1", "TUR", "a")
    console.minutes_pass(5)
    console.press("Esc")
    console.reopen()

    assert console.decision == "D1"
    assert console.notice == TOLD
