"""What every dress promises: EXERCISE at opposite places, no word lost, nothing too small."""

from dataclasses import replace

import pytest

from tabletop.gui.room.rows import (
    AnsweredRow,
    BreakRow,
    HoldingPage,
    JudgementRow,
    OptionRow,
    Picture,
    Place,
    QuestionPage,
    ResultPage,
    ResultRow,
    SeatTile,
    SilencePage,
)
from tabletop.scenario.model import CHANNELS

SHORT = "One launch was seen over the eastern sea.\n\n**Nothing** is known of its aim."
LONG = "\n\n".join(
    f"Paragraph {number} tells of {number} things that Allied ships, sensors and staffs have "
    "seen, and of **what nobody has seen** since the morning of that long day."
    for number in range(1, 9)
)
ALL_CHANNELS = (*CHANNELS, "", "smoke_signal")


def words_of(sheets):
    return [word for sheet in sheets for part in sheet for word in part.text.split()]


@pytest.mark.parametrize("body", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("channel", ALL_CHANNELS)
def test_exercise_stands_at_opposite_places_of_every_paper(painted_sheets, inject, channel, body):
    for sheet in painted_sheets(inject(channel, body)):
        signs = [part for part in sheet if "EXERCISE" in part.text and 144 < part.y < 996]
        signs += [part for part in sheet if part.text in ("EXER", "CISE")]
        assert max(p.x for p in signs) - min(p.x for p in signs) > 500 or (
            max(p.y for p in signs) - min(p.y for p in signs) > 500
        )
        assert all(part.size >= 28 for part in signs)


@pytest.mark.parametrize("body", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("channel", ALL_CHANNELS)
def test_no_word_of_a_message_is_lost(painted_sheets, inject, channel, body):
    shown = words_of(painted_sheets(inject(channel, body)))
    for word in body.replace("*", "").split():
        assert word in shown


@pytest.mark.parametrize("channel", ALL_CHANNELS)
def test_a_message_is_never_set_smaller_than_the_back_row_reads(painted_sheets, inject, channel):
    for sheet in painted_sheets(inject(channel, LONG)):
        told = [part for part in sheet if "sensors" in part.text or "nobody" in part.text]
        assert all(part.size >= 45 for part in told)


@pytest.mark.parametrize("channel", ALL_CHANNELS)
def test_everything_stays_between_the_markings(painted_sheets, inject, channel):
    for sheet in painted_sheets(inject(channel, LONG)):
        inner = [part for part in sheet if part.y > 60 and "UNCLASSIFIED" not in part.text]
        assert max(part.y for part in inner) < 996
        assert min(part.x for part in inner if "EXERCISE" not in part.text) >= 64


@pytest.mark.parametrize("channel", CHANNELS)
def test_channels_are_told_apart_by_more_than_words(room, inject, shipped_fonts, channel):
    from PySide6.QtCore import QSize

    from tabletop.gui.room.painting import room_image

    dressed = room_image(room(inject(channel, SHORT)), QSize(480, 270))
    plain = room_image(room(inject("other", SHORT)), QSize(480, 270))
    if channel not in ("aviation-notice", "operator-alert", "call", "e-mail"):
        assert dressed.pixelColor(20, 60) != plain.pixelColor(20, 60) or (
            dressed.pixelColor(460, 240) != plain.pixelColor(460, 240)
        )


def test_long_texts_say_which_page_of_how_many_is_shown(painted_sheets, inject):
    sheets = painted_sheets(inject("call", LONG))
    assert len(sheets) > 1
    assert f"Page 2 of {len(sheets)}" in [part.text for part in sheets[1]]


def test_what_is_not_known_stands_at_the_foot_of_a_flash_report(painted_sheets, inject):
    (sheet,) = painted_sheets(inject("military-flash", f"{SHORT}\n\n**Not known:** aim point"))
    (label,) = [part for part in sheet if part.text.startswith("Not known")]
    assert label.y > 820


def test_paragraphs_of_a_flash_report_are_numbered(painted_sheets, inject):
    (sheet,) = painted_sheets(inject("military-flash", "One.\n\nTwo.\n\nThree."))
    assert {"1", "2", "3"} <= {part.text for part in sheet}


@pytest.mark.parametrize("confidence", ["low", "moderate", "high"])
def test_confidence_stands_apart_from_likelihood(painted_sheets, inject, confidence):
    page = inject(
        "intelligence-summary",
        judgements=(JudgementRow("H1 Aimed at Akdere", "roughly even chance"),),
        confidence=confidence,
        basis="Two sensors.",
        missing="debris",
    )
    (sheet,) = painted_sheets(page)
    likelihood = next(part for part in sheet if "even chance" in part.text)
    word = max((part for part in sheet if part.text == confidence), key=lambda part: part.size)
    assert word.size >= 70
    assert word.x > 1360 > likelihood.x


def test_the_headline_of_a_press_page_is_its_first_heading(painted_sheets, inject):
    (sheet,) = painted_sheets(inject("press", "# An attack on all?\n\nTalk of Article 5."))
    headline = max(sheet, key=lambda part: part.size)
    assert headline.text == "An attack on all?"


def test_a_press_page_without_heading_takes_the_title(painted_sheets, inject):
    (sheet,) = painted_sheets(inject("press", "Talk.", title="“Is it Article 5?”"))
    assert "Is it Article 5?" in [part.text for part in sheet]


def test_options_of_military_advice_stand_side_by_side(painted_sheets, inject):
    body = "Two of five.\n\n- **A, 24 h:** Re-tune\n- **B, 6 days:** One battery"
    (sheet,) = painted_sheets(inject("military-advice", body))
    a, b = (next(p for p in sheet if p.text == letter) for letter in "AB")
    assert b.x - a.x > 500
    assert abs(a.y - b.y) < 1
    assert next(p for p in sheet if p.text.startswith("24")).size > 50


def test_military_advice_keeps_the_order_of_its_text(painted_sheets, inject):
    columns = "- **A, 24 h:** Re-tune\n- **B, 6 days:** One battery"
    body = f"{LONG[:300]}\n\n{columns}\n\nBoth need ground.\n\n**Not known:** weather"
    told = [
        " ".join(part.text for part in sheet)
        for sheet in painted_sheets(inject("military-advice", body))
    ]
    before = next(n for n, text in enumerate(told) if "Paragraph 1" in text)
    beside = next(n for n, text in enumerate(told) if "Re-tune" in text)
    after = next(n for n, text in enumerate(told) if "Not known" in text)
    assert before <= beside < after


def test_a_military_report_has_no_columns(painted_sheets, inject):
    body = "- **A, 24 h:** Re-tune\n- **B, 6 days:** One battery"
    (sheet,) = painted_sheets(inject("military-report", body))
    assert not [part for part in sheet if part.size > 70]


def test_numbers_of_a_briefing_are_large(painted_sheets, inject, map_picture):
    page = inject("technical-briefing", "- **40 km** off the coast", pictures=(map_picture,))
    sheet, _ = painted_sheets(page)
    assert next(part for part in sheet if part.text == "40 km").size >= 90


def test_captions_of_numbers_never_reach_the_word_below_them(painted_sheets, inject):
    body = "\n".join(f"- **{n} km** {'a caption of several words ' * 3}" for n in range(1, 4))
    (sheet,) = painted_sheets(inject("technical-briefing", body))
    word = max((p for p in sheet if p.text == "EXERCISE" and p.x > 1290), key=lambda p: p.y)
    column = [part for part in sheet if part.x > 1290 and "EXERCISE" not in part.text]
    assert max(part.y for part in column if part.y > 144) < word.y - 50
    assert "caption" in " ".join(part.text for part in sheet if part.x < 1290 or part.size == 38)
    assert {"1 km", "2 km", "3 km"} <= {p.text.removesuffix(" a") for p in sheet}


@pytest.mark.parametrize("channel", ["technical-briefing", "forensic-report", "press", "call"])
def test_every_channel_shows_likelihood_and_apart_from_it_confidence(
    painted_sheets, inject, channel
):
    judged = (JudgementRow("The bend was a fault", "likely"),)
    page = inject(channel, SHORT, judgements=judged, confidence="moderate", missing="The plate")
    shown = [sheet for sheet in painted_sheets(page) if "likely" in {p.text for p in sheet}]
    (sheet,) = shown
    word = max((part for part in sheet if part.text == "moderate"), key=lambda part: part.size)
    assert word.x > 1360 > next(part for part in sheet if part.text == "likely").x
    assert "Missing: The plate" in "".join(part.text for part in sheet)
    assert sum("EXERCISE" in part.text and 144 < part.y < 996 for part in sheet) == 2


def test_further_pictures_have_sheets_of_their_own(painted_sheets, inject, map_picture):
    page = inject("press", SHORT, pictures=(map_picture, map_picture))
    assert len(painted_sheets(page)) == 3
    assert len(painted_sheets(replace(page, channel="call"))) == 3


def test_a_picture_that_bears_the_word_itself_fills_the_paper(painted_sheets, inject):
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900">'
        b'<text x="20" y="60" font-size="40">EXERCISE</text><text x="1300" y="880" '
        b'font-size="40">EXERCISE</text><rect width="9" height="900"/></svg>'
    )
    (sheet,) = painted_sheets(inject("map", "", pictures=(Picture("map.svg", svg),)))
    signs = [part for part in sheet if part.text == "EXERCISE"]
    assert len(signs) == 2
    assert signs[1].x - signs[0].x > 1200
    assert signs[1].y - signs[0].y > 700


def test_further_pages_of_a_press_page_have_the_whole_width(painted_sheets, inject, map_picture):
    _, *further, _ = painted_sheets(inject("press", LONG, pictures=(map_picture,)))
    for sheet in further:
        told = [part for part in sheet if "Paragraph" in part.text]
        assert told
        assert max(len(part.text.split()) for part in sheet) >= 9


def test_a_message_that_is_only_a_picture_shows_only_the_picture(painted_sheets, inject):
    page = inject("map", "", pictures=(Picture("x.png", b"broken"),))
    (sheet,) = painted_sheets(page)
    assert "x.png cannot be shown" in " ".join(part.text for part in sheet)


def test_lines_of_a_draft_are_numbered_through(painted_sheets, inject):
    sheets = painted_sheets(inject("draft-text", LONG))
    numbers = [int(p.text) for sheet in sheets for p in sheet if p.text.isdigit() and p.size < 30]
    assert numbers == list(range(1, len(numbers) + 1))


def test_articles_of_a_legal_note_stand_in_a_column(painted_sheets, inject):
    body = "**Art. 4:** Any Ally may ask.\n\n**Art. 5:** An armed attack on one."
    (sheet,) = painted_sheets(inject("legal-note", body))
    labels = [part for part in sheet if part.text.startswith("Art.")]
    assert len(labels) == 2
    assert labels[0].x == labels[1].x


SEATS = ("TUR", "USA", "GBR", "FRA", "DEU", "ITA", "POL", "ROU", "GRC", "NLD")


def options(count):
    return tuple(OptionRow(str(n), f"Option number {n}", Place(n, count)) for n in range(count))


def test_a_question_shows_who_has_answered_and_the_time_left(painted_sheets):
    seats = tuple(AnsweredRow(code, code != "ROU") for code in SEATS)
    page = QuestionPage("D6", "D6", "Where do we stand?", options(7), seats, "rule", 190)
    (sheet,) = painted_sheets(page)
    texts = [part.text for part in sheet]
    assert {*SEATS, "9 of 10 have answered", "03:10 left", "Option number 6"} <= set(texts)


def test_a_closed_question_says_so_in_place_of_the_time(painted_sheets):
    (sheet,) = painted_sheets(QuestionPage("D6", "D6", "Q", closed=True))
    assert "Closed" in [part.text for part in sheet]


def test_the_proposed_option_is_marked_by_a_word(painted_sheets):
    proposed = replace(LONG_TITLES[3], proposed=True)
    page = QuestionPage("D6", "D6", QUESTION, (*LONG_TITLES[:3], proposed, *LONG_TITLES[4:]))
    (sheet,) = painted_sheets(page)
    (word,) = [part for part in sheet if part.text == "Proposed"]
    row = next(part for part in sheet if part.text.startswith("Option 3"))
    assert abs(word.y - row.y) < 40
    assert word.x < 1856


WORDS = "The Council condemns the launch, **expects an answer** and meets again on 8 March. " * 3


def test_proposed_words_stand_before_the_options_and_none_is_lost(painted_sheets):
    seats = tuple(AnsweredRow(code, True) for code in SEATS)
    page = QuestionPage("D6", "D6", QUESTION, LONG_TITLES, seats, "rule", 190, WORDS)
    first, second = painted_sheets(page)
    read = " ".join(part.text for part in first)
    assert read.count("expects an answer") == 3
    assert all(part.size >= 45 for part in first if "Council" in part.text and part.y > 300)
    assert len([part for part in second if part.text.startswith("Option")]) == 7
    (one,) = painted_sheets(replace(page, proposal="Meet again.", options=options(2)))
    assert {"Proposed", "Meet again.", "Option number 1"} <= {part.text for part in one}


def test_positions_have_the_time_left_beside_what_they_are_called(painted_sheets):
    rows = tuple(ResultRow(option, (SeatTile("TUR"),), "1") for option in options(2))
    page = ResultPage("D6", "D6", "Q", "open", "First positions", rows=rows, seconds_left=190)
    (sheet,) = painted_sheets(replace(page, is_result=False))
    called = next(part for part in sheet if part.text == "First positions")
    time = next(part for part in sheet if part.text == "03:10 left")
    assert (time.y, time.size) == (called.y, called.size)
    first, second = painted_sheets(replace(page, proposal=WORDS * 2, rows=rows * 3))
    assert "Proposed" in [part.text for part in first]
    assert [part.text for part in second].count("TUR") == 6


def test_time_that_has_run_out_is_told_as_over(painted_sheets):
    (sheet,) = painted_sheets(QuestionPage("D6", "D6", "Q", seconds_left=-70))
    assert "01:10 over" in [part.text for part in sheet]


@pytest.mark.parametrize("count", [2, 7, 12, 30])
def test_every_option_of_a_question_is_shown_on_some_sheet(painted_sheets, count):
    shown = [
        p.text for s in painted_sheets(QuestionPage("D1", "D", "Q", options(count))) for p in s
    ]
    assert all(f"Option number {n}" in shown for n in range(count))


LONG_TITLES = tuple(
    OptionRow(str(n), f"Option {n}, with a statement and a démarche in both capitals", Place(n, 7))
    for n in range(7)
)
QUESTION = "How far does the Council go today, between national handling and collective defence?"


def test_seven_options_ten_seats_and_a_long_question_stand_on_one_sheet(painted_sheets):
    seats = tuple(AnsweredRow(code, True) for code in SEATS)
    page = QuestionPage("D6", "D6", QUESTION, LONG_TITLES, seats, "rule", 190)
    (sheet,) = painted_sheets(page)
    tile = next(part for part in sheet if part.text == "TUR")
    assert max(part.y for part in sheet if part.text.startswith("Option")) < tile.y - 60


def test_a_result_is_set_tighter_before_it_takes_a_second_sheet(painted_sheets):
    held = (6, 3, 1)
    rows = [ResultRow(option) for option in LONG_TITLES]
    for number, count in enumerate(held):
        tiles = tuple(SeatTile(code) for code in SEATS[:count])
        option = replace(LONG_TITLES[number], text=f"Option {number}")
        rows[number] = ResultRow(option, tiles, str(count), chosen=not number)
    page = ResultPage("D6", "D6", QUESTION, "adopted", "Adopted", "Regrets: POL.", tuple(rows))
    (sheet,) = painted_sheets(page)
    assert max(part.x for part in sheet) < 1856
    assert all(part.size >= 45 for part in sheet if part.text.startswith("Option"))


@pytest.mark.parametrize(
    "page", [HoldingPage("Calm Front"), QuestionPage("D1", "D", "Q", options(2))]
)
def test_a_page_without_a_paper_bears_the_word_at_opposite_places(painted_sheets, page):
    (sheet,) = painted_sheets(page)
    first, last = sorted((p for p in sheet if p.text == "EXERCISE"), key=lambda part: part.y)
    assert last.y - first.y > 800


@pytest.mark.parametrize("crowd", [1, 7, 10, 25])
def test_every_seat_of_a_result_is_shown(painted_sheets, crowd):
    codes = [f"S{n:02d}" for n in range(crowd)]
    rows = (
        ResultRow(options(7)[0], tuple(SeatTile(code) for code in codes), str(crowd), chosen=True),
        *(ResultRow(option) for option in options(7)[1:]),
    )
    page = ResultPage("D6", "D6", "Q", "adopted", "Adopted by consensus", "", rows)
    sheets = painted_sheets(page)
    assert {*codes, str(crowd)} <= set(words_of(sheets))
    assert len(sheets) == 1
    assert max(part.x for sheet in sheets for part in sheet) < 1856


def test_non_attributed_seats_are_tiles_without_a_code(painted_sheets):
    rows = (ResultRow(options(2)[0], (SeatTile(""), SeatTile("")), "2"),)
    (sheet,) = painted_sheets(ResultPage("D6", "D6", "Q", "recorded", "Recorded", "", rows))
    assert not set(SEATS) & {part.text for part in sheet}


def silence(**changes):
    page = SilencePage("D2", "Endorse?", "The Council endorses [for 72 hours].", 1, 161, 300)
    return replace(page, **changes)


def test_a_text_under_silence_stands_beside_its_clock(painted_sheets):
    (sheet,) = painted_sheets(silence())
    clock = next(part for part in sheet if part.text == "02:41")
    assert clock.size == 120
    assert any("The Council endorses" in part.text for part in sheet)


def test_breaks_are_told_only_when_the_page_has_them(painted_sheets):
    (silent,) = painted_sheets(silence())
    (broken,) = painted_sheets(silence(breaks=(BreakRow("POL", "Too short"),)))
    assert not [part for part in silent if "POL" in part.text]
    assert [part for part in broken if "POL broke silence: Too short" in part.text]


def test_a_clock_that_was_stopped_shows_a_word_and_no_time(painted_sheets):
    (sheet,) = painted_sheets(silence(stopped="Withdrawn", ended="The text was withdrawn."))
    texts = [part.text for part in sheet]
    assert "Withdrawn" in texts
    assert "The text was withdrawn." in texts
    assert not [text for text in texts if ":" in text and text != "D+2 10:00Z"]


def test_a_silence_without_a_length_does_not_divide_by_it(painted_sheets):
    assert painted_sheets(silence(seconds_left=0, seconds_given=0))


def test_a_holding_page_is_one_large_line(painted_sheets):
    (sheet,) = painted_sheets(HoldingPage("Calm Front", "We begin at nine."))
    assert next(part for part in sheet if part.text == "Calm Front").size >= 100
