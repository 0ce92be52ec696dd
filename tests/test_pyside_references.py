"""The Qt binding must not lose references: one build did, and Python 3.11 aborted after a while.

Before Python 3.12 `None` has a reference count like everything else. A binding that gives one
back too many per call ends the process after some thousand calls, in the middle of an exercise.
"""

import os
import subprocess
import sys
import textwrap
from importlib.util import find_spec

import pytest

pytestmark = [
    pytest.mark.qt,
    pytest.mark.skipif(find_spec("PySide6") is None, reason="needs PySide6"),
]

# Few calls each, so that a bad build is named before it aborts.
COUNTING = """
    import sys
    from PySide6 import QtCore, QtGui, QtWidgets

    application = QtWidgets.QApplication([])

    class Painted(QtWidgets.QWidget):
        def paintEvent(self, event):
            pass

        def event(self, event):
            return super().event(event)

    class Speaker(QtCore.QObject):
        number = QtCore.Signal(int)
        nothing = QtCore.Signal()

        @QtCore.Slot(int)
        def on_number(self, value):
            pass

    label = QtWidgets.QLabel()
    label.show()
    button = QtWidgets.QPushButton()
    model = QtGui.QStandardItemModel(3, 3)
    view = QtWidgets.QTableView()
    view.setModel(model)
    speaker = Speaker()
    speaker.number.connect(speaker.on_number)
    speaker.nothing.connect(lambda: None)
    painted = Painted()
    painted.resize(20, 20)
    painted.show()
    timer = QtCore.QTimer()
    document = QtGui.QTextDocument()
    settings = QtCore.QSettings("tabletop-test", "none")

    CALLS = {
        "QLabel.setText": lambda: label.setText("x"),
        "QWidget.resize": lambda: label.resize(10, 10),
        "event loop": lambda: application.sendPostedEvents(),
        "signal with a number": lambda: speaker.number.emit(1),
        "signal": lambda: speaker.nothing.emit(),
        "QPushButton.click": lambda: button.click(),
        "QWidget.update": lambda: painted.update(),
        "QWidget.repaint": lambda: painted.repaint(),
        "close and show": lambda: (painted.close(), painted.show()),
        "QTimer": lambda: (timer.start(1000), timer.stop()),
        "QTextDocument.setHtml": lambda: document.setHtml("<b>x</b>"),
        "model.setData": lambda: model.setData(model.index(0, 0), "x"),
        "model.data": lambda: model.data(model.index(0, 0)),
        "index.data": lambda: model.index(1, 1).data(),
        "QWidget.setVisible": lambda: painted.setVisible(True),
        "QSettings.value": lambda: settings.value("nothing"),
        "QObject.parent": lambda: speaker.parent(),
        "setProperty": lambda: speaker.setProperty("p", None),
        "property": lambda: speaker.property("nothing"),
        "QWidget.grab": lambda: painted.grab(),
    }
    TIMES = 20
    for name, call in CALLS.items():
        call()
        before = [sys.getrefcount(value) for value in (None, True, False)]
        for _ in range(TIMES):
            call()
        after = [sys.getrefcount(value) for value in (None, True, False)]
        lost = min((b - a) / TIMES for a, b in zip(before, after, strict=True))
        if lost < -0.5:
            print(f"{name}: {lost:+.1f}")
"""

MANY_CALLS = """
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication([])
    for _ in range(20_000):
        application.sendPostedEvents()
        application.setObjectName("x")
    print("survived")
"""


def run(program: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_no_call_loses_a_reference():
    done = run(COUNTING)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "", f"references are lost per call of\n{done.stdout}"


def test_the_process_survives_20000_calls():
    done = run(MANY_CALLS)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "survived\n"
