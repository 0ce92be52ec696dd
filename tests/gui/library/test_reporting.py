"""Reports from the library."""

import pytest
from PySide6.QtCore import Qt

from tabletop.gui.library.reports import find_reports
from tabletop.gui.library.rows import exercise_rows
from tests.gui.library import samples


@pytest.fixture
def library(desk):
    desk.begin()
    return desk


def ask_for_report(library, name="Cold Berth, city staff"):
    library.choose_exercise(name)
    library.press(Qt.Key.Key_Return)


def test_two_keys_write_a_report_in_the_usual_formats(library, qtbot):
    ask_for_report(library)
    assert library.strips == ["Report of Cold Berth, city staff"]
    library.press(Qt.Key.Key_Return)
    written = "The report of Cold Berth, city staff is written. e3-report.pdf, e3-report.docx"
    qtbot.waitUntil(lambda: library.strips == [written])
    folder = library.services.report_folder("e3")
    assert sorted(path.name for path in folder.iterdir()) == ["e3-report.docx", "e3-report.pdf"]


def test_formats_can_be_chosen_and_none_writes_nothing(library, qtbot):
    ask_for_report(library)
    for name in ("docx", "pdf"):
        library.window.findChild(object, f"format-{name}").click()
    assert not library.window.findChild(object, "act").isEnabled()
    library.window.findChild(object, "format-json").click()
    library.click("act")
    qtbot.waitUntil(lambda: "e3-report.json" in library.strips[0])


def test_esc_asks_no_more(library):
    ask_for_report(library)
    library.press(Qt.Key.Key_Escape)
    assert library.strips == []


def test_progress_is_shown_and_the_work_can_be_stopped(library, qtbot):
    library.services.hold_report.clear()
    ask_for_report(library)
    library.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: library.strips == ["Cold Berth, city staff Writing PDF"])
    library.click("dismiss")
    library.services.hold_report.set()
    stopped = "The report was stopped. Files written before stay; the record is untouched."
    qtbot.waitUntil(lambda: library.strips == [stopped])


def test_a_report_that_fails_leaves_the_record_and_says_why(library, qtbot):
    def fail(*unused):
        raise OSError("There is no space left on the device.")

    library.services.write_report = fail
    ask_for_report(library)
    library.press(Qt.Key.Key_Return)
    failed = (
        "The report was not written; the record is untouched. There is no space left on the device."
    )
    qtbot.waitUntil(lambda: library.strips == [failed])


def test_the_library_can_be_used_while_a_report_is_written(library, qtbot):
    library.services.hold_report.clear()
    ask_for_report(library)
    library.press(Qt.Key.Key_Return)
    library.page.cards.take_focus()
    library.press(Qt.Key.Key_Right)
    assert library.chosen_card == "Silent Strand"
    library.services.hold_report.set()
    qtbot.waitUntil(lambda: "is written" in library.strips[0])


def test_reports_that_were_written_are_listed(library, qtbot):
    folder = library.services.report_folder("e4")
    folder.mkdir(parents=True)
    for name in ("x-report.docx", "x-report.pdf", "notes.txt"):
        (folder / name).write_text("", encoding="utf-8")
    library.click("reports-tab")
    page = library.window.reports
    qtbot.waitUntil(lambda: len(page.list.rows.rows) == 1)
    (row,) = page.list.rows.rows
    assert (row.name, row.formats, row.folder) == (
        "Calm Front, spring course",
        ("Word", "PDF"),
        folder,
    )


def test_without_reports_the_page_says_where_they_come_from(library):
    library.window.show_reports()
    assert library.window.reports.empty.words[0] == "No reports yet"


def test_reports_that_the_command_line_wrote_elsewhere_are_listed_too(library, qtbot, tmp_path):
    usb = tmp_path / "usb" / "calm-front-e4-report.docx"
    library.services.written_elsewhere["e4"] = (usb,)
    folder = library.services.report_folder("e4")
    folder.mkdir(parents=True)
    (folder / "calm-front-e4-report.pdf").write_text("", encoding="utf-8")
    library.click("reports-tab")
    page = library.window.reports
    qtbot.waitUntil(lambda: len(page.list.rows.rows) == 2)

    assert [(row.name, row.folder, row.formats) for row in page.list.rows.rows] == [
        ("Calm Front, spring course", folder, ("PDF",)),
        ("Calm Front, spring course", usb.parent, ("Word",)),
    ]


def test_only_files_in_formats_of_reports_count_as_reports(tmp_path):
    rows = exercise_rows(samples.TYPICAL.exercises)
    assert find_reports(rows, lambda exercise_id: (tmp_path / "e3-report.zip",)) == ()
