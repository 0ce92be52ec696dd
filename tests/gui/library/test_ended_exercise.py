"""An exercise that has ended, from the library's list to its console and its report, for real."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tabletop.bootstrap.services import GuiServices
from tabletop.bootstrap.transcribing import transcribed
from tabletop.bootstrap.workbench import Workbench
from tabletop.gui.application import open_console
from tabletop.gui.first_screen import FirstScreen
from tests.cli.conftest import SCENARIO, TRANSCRIPT
from tests.gui.library.drivers import DeskDriver

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class RealDesk(DeskDriver):
    """The library with real consoles on a real database."""

    def _make_console(self, live, services, theme, room_screen):
        return open_console(live, services, theme, room_screen)

    def type(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the keyboard is, in whichever window that is."""
        QTest.keyClick(QApplication.focusWidget() or self.desk.console, key, modifier)


@pytest.fixture
def bench(tmp_path, monkeypatch):
    # Reports go to the folder for documents, which is one of the home.
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    scenario = tmp_path / "harbour.ttx.yaml"
    scenario.write_text(SCENARIO, encoding="utf-8")
    transcript = tmp_path / "harbour.transcript.yaml"
    transcript.write_text(TRANSCRIPT, encoding="utf-8")
    with Workbench(str(tmp_path / "exercises.db"), create=True) as made:
        transcribed(made, str(scenario), transcript)
        yield made


@pytest.fixture
def desk(qtbot, theme, bench, settings, tmp_path):
    driver = RealDesk(qtbot, theme, GuiServices(bench), settings, tmp_path / "library.json")
    with qtbot.waitSignal(driver.desk.listed):
        driver.desk.begin(FirstScreen())
    yield driver
    driver.close()


@pytest.fixture
def console(desk, qtbot):
    desk.choose_exercise("Fog, first table")
    desk.press(Qt.Key.Key_O)
    console = desk.wait_for_console()
    console.activateWindow()
    qtbot.waitActive(console, timeout=2000)
    return console


def entries(bench):
    return [entry.event for entry in bench.record("last").entries]


def test_it_opens_where_it_ended(console):
    assert console.bridge.state.status == "ended"
    assert console.bridge.state.release_order == ("I-1",)


def test_nothing_of_it_can_be_played_on(desk, console, bench):
    before = entries(bench)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_P, Qt.Key.Key_I):
        desk.type(key)
    assert entries(bench) == before
    assert console.bridge.state.status == "ended"


def test_the_evaluators_work_goes_on(desk, console, bench):
    desk.type(Qt.Key.Key_Slash)
    QTest.keyClicks(QApplication.focusWidget(), "+ The pilots were asked first #O1")
    desk.type(Qt.Key.Key_Return)
    observed = bench.record("last").state.observations
    assert [one.text for one in observed.values()] == ["The pilots were asked first"]


def test_its_report_is_written_and_listed_in_the_library(desk, console, qtbot, bench):
    desk.type(Qt.Key.Key_R, CTRL | SHIFT)
    qtbot.waitUntil(lambda: "Report written" in console.report_strip.text, timeout=60_000)
    desk.close_console()
    desk.click("reports-tab")
    page = desk.window.reports
    qtbot.waitUntil(lambda: len(page.list.rows.rows) == 1)
    (row,) = page.list.rows.rows
    assert (row.name, len(row.formats)) == ("Fog, first table", 6)
    assert all(bench.find("last").id[:8] in path.name for path in row.folder.iterdir())


def test_the_list_offers_the_report_without_opening_it(desk, qtbot):
    desk.choose_exercise("Fog, first table")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is written" in desk.strips[0], timeout=60_000)
    assert "fog-first-table" in desk.strips[0]
