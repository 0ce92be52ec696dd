"""The log of an inject: what was just written stands in it, now and after opening again."""


def test_a_note_written_before_the_first_release_stands_with_the_first_inject(console):
    console.log("+ All seats are taken")
    assert console.inject_log == ["+ All seats are taken"]

    console.press("Esc", "Space")

    assert console.middle == "I-01"
    assert console.inject_log[0] == "+ All seats are taken"


def test_a_note_written_after_a_recall_stands_with_the_inject_that_is_out(console):
    console.press("Space", "Space")
    console.choose("recall")
    console.answer(reason="too early")
    console.log("a fresh note")

    assert console.middle == "I-01"
    assert console.inject_log[-1] == "a fresh note"


def test_a_note_written_after_the_recall_was_undone_stands_with_that_inject(console):
    console.press("Space", "Space")
    console.choose("recall")
    console.answer(reason="too early")
    console.press("Ctrl+Z")
    console.log("a fresh note")

    assert console.middle == "I-02"
    assert console.inject_log[-1] == "a fresh note"


def test_fresh_notes_are_in_sight_after_opening_again(console):
    console.press("Space")
    for number in range(12):
        console.log(f"note {number}")
        console.press("Esc")

    console.reopen()

    log = console.window.inject.area.log
    last = log.visualRect(log.lines.index(len(log.lines.rows) - 1))
    assert console.inject_log[-1] == "note 11"
    assert log.viewport().rect().contains(last.center())


def test_a_note_on_a_private_inject_is_there_after_opening_again(console):
    console.press("Space")
    console.press("I")
    console.answer(title="A call", body="Wait.", to="TUR")
    console.log("TUR was called")
    assert console.inject_log[-1] == "TUR was called"

    console.reopen()

    assert console.middle == "X-1"
    assert console.inject_log[-1] == "TUR was called"
