"""What keys mean on the board: seats, options and stances share the letters by one rule."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.gui.console.rows.board import BoardRows, OptionBar
from tabletop.gui.console.rows.board_keys import Cursor, hint, move, moved_on, press
from tabletop.gui.console.rows.seats import SeatRow

CODES = ("TUR", "USA", "GBR", "DEU", "POL", "GRC")


def seat(role, *, missing=True):
    return SeatRow(role, role, "", (), missing, "", "", "", "")


def board(keys="0123", *, kind="consensus", proposal=False, missing=CODES, only=()):
    bars = tuple(
        OptionBar(f"id-{key}", key, key, None, 0, 0, only=only if key == keys[-1] else ())
        for key in keys
    )
    return BoardRows(
        decision_id="D1",
        kind=kind,
        status="open",
        title="",
        question="",
        chip="",
        facts="",
        timer="",
        is_late=False,
        state=(),
        rule="",
        bars=bars,
        seats=tuple(seat(code, missing=code in missing) for code in CODES),
        round="final",
        answered=0,
        stance_heading="",
        takes_stances=kind == "consensus",
        has_proposal=proposal,
        takes_several=kind == "each",
        tabs=(),
    )


def typed(shown, keys, cursor=None, **named):
    """Press keys one after the other; return the cursor and the answers that came."""
    cursor, answers = cursor or Cursor("TUR"), []
    for key in keys:
        pressed = press(shown, cursor, key, **named)
        cursor = pressed.cursor
        if pressed.answer:
            answers.append((pressed.answer.kind, pressed.answer.roles, pressed.answer.value))
    return cursor, answers


@pytest.mark.parametrize("code", CODES)
def test_a_code_typed_whole_chooses_its_seat_and_answers_nothing(code):
    cursor, answers = typed(board("0123456"), code.lower(), Cursor("USA"))

    # Letters that are stances begin no code here, so small letters are enough.
    assert (cursor.seat, answers) == (code, [])


@pytest.mark.parametrize("code", CODES)
def test_capitals_choose_a_seat_whatever_else_the_letters_mean(code):
    cursor, answers = typed(board("abcdefg", proposal=True), code, Cursor("USA"))

    assert (cursor.seat, answers) == (code, [])


def test_an_ambiguous_letter_waits_for_the_next_one():
    pressed = press(board(), Cursor("TUR"), "g")

    assert pressed.say == "G: GBR or GRC"
    assert press(board(), pressed.cursor, "r").cursor.seat == "GRC"


def test_letters_that_go_on_with_a_code_belong_to_it():
    cursor, answers = typed(board(proposal=True), "po")
    assert (cursor.seat, answers) == ("POL", [])

    assert typed(board(proposal=True), "o", cursor)[1] == [("stance", ("POL",), "objects")]


def test_letters_of_options_take_them_before_a_proposal_is_put():
    assert typed(board("abcd"), "a")[1] == [("option", ("TUR",), "id-a")]


def test_with_a_proposal_the_letters_are_stances_and_numbers_take_the_options():
    shown = board("abcd", proposal=True)

    assert typed(shown, "a")[1] == [("stance", ("TUR",), "can_accept")]
    assert typed(shown, "1")[1] == [("option", ("TUR",), "id-a")]
    assert typed(shown, "b")[1] == [("option", ("TUR",), "id-b")]


def test_a_star_gives_the_next_option_to_all_that_are_missing():
    shown = board(missing=("USA", "POL"))

    assert typed(shown, "*2")[1] == [("all_missing", ("USA", "POL"), "id-2")]
    assert press(board(missing=()), Cursor("TUR"), "*").say == "No seat is missing."


def test_an_option_for_some_seats_only_is_said_and_not_taken():
    pressed = press(board("abc", only=("USA",)), Cursor("TUR"), "c")

    assert pressed.answer is None
    assert pressed.say == "Option c is open to USA only, not TUR."


def test_under_silence_x_breaks_and_options_mean_nothing():
    shown = board("abcd", kind="silence")

    assert typed(shown, "x", under_silence=True)[1] == [("break", ("TUR",), "")]
    assert press(shown, Cursor("TUR"), "5", under_silence=True).say.startswith("5 means nothing")


def test_under_silence_only_x_breaks_and_never_among_stray_words():
    shown = board("0123", kind="silence")
    for key in "0123456789abcdefghijklmnopqrsuwyz":
        assert press(shown, Cursor("TUR"), key, under_silence=True).answer is None, key

    astray = press(shown, Cursor("TUR", is_astray=True), "x", under_silence=True)
    assert astray.answer is None
    assert "choose the seat" in astray.say


def test_a_ranking_is_given_when_its_last_option_is_typed():
    shown = board("123", kind="ranking")
    cursor, answers = typed(shown, "31")
    assert answers == []
    assert cursor.order == ("id-3", "id-1")

    last = press(shown, cursor, "2")

    assert last.answer.order == ("id-3", "id-1", "id-2")
    assert press(shown, cursor, "3").say == "Option 3 is ranked already."


def test_the_hand_moves_on_to_the_next_missing_seat_around_the_table():
    shown = board(missing=("TUR", "DEU"))

    assert moved_on(shown, Cursor("DEU")) == Cursor("TUR", last="DEU")
    assert moved_on(shown, Cursor("TUR")).seat == "DEU"
    assert move(shown, Cursor("GRC"), 1).seat == "GRC"


def test_the_hint_says_how_a_seat_is_chosen():
    assert hint(board("0123"), under_silence=False).startswith("Seat code or ↑ ↓")
    assert hint(board("abcd"), under_silence=False).startswith("Shift + seat code")


keys = st.text(alphabet="abcdefgTURUSAPOLGRCDEU0123456789*=-x ?", max_size=12)


@given(keys, st.sampled_from(["0123456", "abcde", "123"]), st.booleans(), st.booleans())
def test_any_keys_leave_the_hand_on_a_seat_and_answer_for_seats_of_the_board(
    given_keys, options, proposal, silence
):
    shown = board(options, kind="silence" if silence else "consensus", proposal=proposal)
    cursor, answers = typed(shown, given_keys, under_silence=silence)

    assert cursor.seat in CODES
    offered = {bar.option_id for bar in shown.bars}
    for kind, roles, value in answers:
        assert set(roles) <= set(CODES)
        assert value in offered or kind in ("stance", "break", "keep_first")


@given(keys)
def test_a_closed_table_without_seats_answers_nothing(given_keys):
    shown = replace(board(), seats=())

    assert typed(shown, given_keys, Cursor())[1] == []


@pytest.mark.parametrize("key", ["²", "³", "①"])
@pytest.mark.parametrize("keys", ["0123", "abcd"])
def test_a_sign_that_looks_like_a_digit_and_is_none_is_no_option(key, keys):
    pressed = press(board(keys), Cursor("TUR"), key)

    assert pressed.answer is None
    assert f"{key} is no option of D1" in pressed.say
