"""Bugs: shown once, logged, survived."""

import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import QtMsgType

from tabletop.gui.troubles import CRASH_NAME, LOG_NAME, NO_DISPLAY, Troubles, guarded


@pytest.fixture
def troubles(qapp, tmp_path):
    made = Troubles(lambda: tmp_path / "log")
    yield made
    made.uninstall()


def caught(error):
    try:
        raise error
    except type(error) as raised:
        return type(raised), raised, raised.__traceback__


def test_a_bug_is_told_once_and_logged_each_time(troubles, tmp_path, caplog):
    told = []
    troubles.happened.connect(told.append)
    bug = caught(ZeroDivisionError("no seats"))
    troubles.on_exception(*bug)
    troubles.on_exception(*bug)
    assert len(told) == 1
    assert "ZeroDivisionError in test_troubles.py" in told[0]
    assert str(tmp_path / "log" / LOG_NAME) in told[0]
    logged = (tmp_path / "log" / LOG_NAME).read_text(encoding="utf-8")
    assert logged.count("A bug: no seats") == 2
    assert "Traceback" in logged
    caplog.clear()


def test_another_bug_is_told_again(troubles, caplog):
    told = []
    troubles.happened.connect(told.append)
    troubles.on_exception(*caught(ZeroDivisionError("one")))
    troubles.on_exception(*caught(KeyError("two")))
    assert len(told) == 2
    caplog.clear()


def test_a_log_that_cannot_be_written_costs_only_the_log(qapp, tmp_path, caplog):
    file = tmp_path / "in the way"
    file.write_text("not a folder", encoding="utf-8")
    troubles = Troubles(lambda: file / "log")
    told = []
    troubles.happened.connect(told.append)
    troubles.on_exception(*caught(ZeroDivisionError("no seats")))
    assert "No log can be written" in told[0]
    caplog.clear()


def test_qt_speaks_to_the_log(troubles, tmp_path, caplog):
    troubles.open_log()
    troubles.on_qt_message(QtMsgType.QtWarningMsg, None, "QPainter::begin: too late")
    logged = (tmp_path / "log" / LOG_NAME).read_text(encoding="utf-8")
    assert "WARNING tabletop.gui: Qt: QPainter::begin: too late" in logged
    caplog.clear()


def test_the_log_makes_room_for_itself(troubles, tmp_path, caplog):
    troubles.open_log()
    for _ in range(30):
        troubles.on_qt_message(QtMsgType.QtWarningMsg, None, "x" * 50_000)
    names = {path.name for path in (tmp_path / "log").iterdir()}
    assert f"{LOG_NAME}.1" in names
    assert (tmp_path / "log" / LOG_NAME).stat().st_size <= 1_000_000
    caplog.clear()


PROGRAM = """
    import os, sys, threading
    from pathlib import Path
    from PySide6.QtCore import QObject, QTimer, Signal
    from PySide6.QtWidgets import QApplication, QPushButton, QWidget
    from tabletop.gui.troubles import Troubles, guarded

    application = QApplication([])
    troubles = Troubles(lambda: Path(sys.argv[1]))
    told = []
    troubles.happened.connect(told.append)
    troubles.install()

    class Broken(QWidget):
        def paintEvent(self, event):
            raise ValueError("painting")

        @guarded
        def closeEvent(self, event):
            raise LookupError("closing")

    def slot():
        raise ZeroDivisionError("slot")

    def thread():
        raise OSError("thread")

    window = Broken()
    window.show()
    button = QPushButton()
    button.clicked.connect(slot)

    def break_things():
        button.click()
        button.click()
        worker = threading.Thread(target=thread)
        worker.start()
        worker.join()
        window.close()

    QTimer.singleShot(100, break_things)
    QTimer.singleShot(300, application.quit)
    application.exec()
    print("alive")
    for sentence in sorted(told):
        print(sentence.split("(")[1].split(" ")[0])
"""


def test_the_application_survives_bugs_in_slots_threads_and_overrides(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PROGRAM), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [
        "alive",
        "LookupError",
        "OSError",
        "ValueError",
        "ZeroDivisionError",
    ]
    assert (tmp_path / LOG_NAME).read_text(encoding="utf-8").count("A bug: slot") == 2
    assert (tmp_path / CRASH_NAME).is_file()


def test_a_platform_that_cannot_start_is_said_in_a_sentence(tmp_path):
    program = """
        import sys
        from pathlib import Path
        from tabletop.gui.troubles import Troubles
        Troubles(lambda: Path(sys.argv[1])).install()
        from PySide6.QtWidgets import QApplication
        QApplication(["tabletop", "-platform", "no-such-platform"])
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == NO_DISPLAY
    assert "There is no display to open a window on." in done.stderr
    assert "Traceback" not in done.stderr


def test_guarded_methods_hand_their_exceptions_to_the_hook(monkeypatch):
    heard = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: heard.append(kind))

    @guarded
    def closing():
        raise LookupError("closing")

    assert closing() is None
    assert heard == [LookupError]
