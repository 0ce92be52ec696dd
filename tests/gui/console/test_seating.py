"""Who sits where, who came late, which seat holds which card, who gets which paper."""


def test_somebody_is_seated_by_name_and_organisation(console):
    console.press("Space", "A")
    console.answer(seat="grc", name="M. Example, Ministry")

    assert console.people == {"GRC": "M. Example"}


def test_a_seat_goes_and_comes_again(console):
    console.press("Space", "A")
    console.answer(seat="pol", name="")
    assert not console.state.is_seated("POL")

    console.press("A")
    assert "Absent: POL." in console.question_with_detail
    console.answer(seat="POL", name="")
    assert console.state.is_seated("POL")


def test_a_name_typed_while_nothing_can_be_recorded_is_kept_in_the_strip(console):
    console.press("Space", "A")
    console.journal.is_broken = True
    console.answer(seat="GRC", name="M. Example")
    assert console.people == {}

    console.journal.is_broken = False
    console.press("Enter")
    assert console.people == {"GRC": "M. Example"}


def test_a_role_card_is_given_by_the_beginning_of_its_title_and_taken_back(console):
    console.press("Space", "K")
    console.answer(seat="pol", card="frug")
    assert console.state.seats["POL"].card == "frugal"

    console.press("K")
    assert console.question_with_detail == "Give a role card Held: POL Frugal"
    console.answer(seat="POL", card="-")
    assert console.state.seats["POL"].card is None


def test_a_card_that_may_be_several_or_none_is_asked_for_again(console):
    console.press("Space", "K")
    console.answer(seat="POL", card="fr")
    assert console.trouble.startswith("“fr” may be frontline, frugal; write more of it.")

    console.answer(seat="POL", card="hawk")
    assert console.trouble.startswith("There is no card “hawk”; there are frontline, frugal, host.")

    console.answer(seat="POL", card="host")
    assert console.trouble.startswith("The card “Host nation” is for TUR only.")


def test_a_paper_says_to_whom_it_goes_and_the_room_does_not_see_it(console):
    console.press("Space")
    assert console.papers == ["An order, for POL:\nWait. held back"]

    console.press("Alt+5", "Enter")
    assert console.question_with_detail.startswith("Give “An order”? It goes to POL;")
    console.answer(to="")

    assert console.papers == ["An order, for POL:\nWait. given 09:00 to POL"]
    assert "Wait." not in repr(console.room)
    assert any("POL" in line for line in console.inject_log)


def test_a_private_inject_leaves_the_room_as_it_is(console):
    console.press("F11", "Space", "I")
    console.answer(title="A call", body="For you alone", to="tur")

    assert console.room.page.inject_id == "I-01"
    assert console.room_shows == "I-01"
    assert "A call" not in repr(console.room)
    assert console.middle == "X-1"
    assert console.middle_heading == "Private since 09:00, not in the room"
    assert console.route == "To TUR, privately"
    assert console.private_rows == ["X-1 TUR"]


def test_a_private_inject_in_hand_is_the_one_that_is_recalled(console):
    console.press("Space", "I")
    console.answer(title="A call", body="For you alone", to="TUR")
    console.choose("recall")
    assert console.question == "Recall X-1?"
    console.answer(reason="Wrong seat")

    assert console.state.inject_run("X-1").recalled
    assert console.room.page.inject_id == "I-01"
    assert console.state.inject_run("I-01").is_released


def test_the_text_of_an_inject_is_changed_before_its_release(console):
    console.press("Space", "Down", "M")
    assert console.panel.startswith("Text of I-03")
    console.write("Another question.")
    assert console.panel == ""
    assert console.window.inject.view.body == "Another question."

    console.press("Enter")
    assert console.room.page.body == "Another question."


def test_the_planned_text_comes_back_when_the_changed_one_is_emptied(console):
    console.press("M")
    console.write("Other words.")
    console.press("M")
    assert console.panel_text == "Other words."
    console.press("Ctrl+a", "Backspace", "Ctrl+Enter")

    assert console.state.inject_run("I-01").amended_body is None


def test_a_text_left_as_it_is_records_nothing(console):
    console.press("M", "Ctrl+Enter")
    assert console.panel == ""
    console.press("M", "Esc")

    assert console.state.head == 1
    assert console.standby == "I-01"


def test_a_released_inject_is_not_changed(console):
    console.press("Space", "Up", "Up", "M")

    assert console.panel == ""
    assert "I-01 is already released" in console.trouble


def test_a_long_text_is_read_by_keys_and_says_how_much_is_left(console):
    assert console.more == ""
    console.press("M")
    console.write("\n".join(f"{n}. a line of the list" for n in range(1, 61)))
    before = console.more
    assert before.endswith("more lines below, Alt ↓")

    console.press("Alt+Down")
    assert console.more != before
    for _ in range(20):
        console.press("Shift+Space")
    assert console.more == "End of the text, Alt ↑ goes back"
    assert console.state.started_at is None

    for _ in range(20):
        console.press("Alt+Up")
    assert console.more == before
