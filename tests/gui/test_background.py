"""Work on other threads, told on this one."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread

from tabletop.gui.background import finish_background_work, run_in_background, run_with_progress


class Asker(QObject):
    """Somebody who wants work done and notes what is told, and on which thread."""

    def __init__(self):
        super().__init__()
        self.results = []
        self.errors = []
        self.steps = []
        self.threads = set()

    def on_done(self, result):
        self.threads.add(QThread.currentThread())
        self.results.append(result)

    def on_failed(self, error):
        self.threads.add(QThread.currentThread())
        self.errors.append(error)

    def on_step(self, text, share):
        self.threads.add(QThread.currentThread())
        self.steps.append((text, share))


@pytest.fixture
def asker(qapp):
    return Asker()


def test_the_result_arrives_on_the_gui_thread(asker, qtbot):
    worked_on = []

    def work():
        worked_on.append(threading.current_thread())
        return 42

    job = run_in_background(asker, work, asker.on_done, asker.on_failed)
    with qtbot.waitSignal(job.ended):
        pass
    qtbot.waitUntil(lambda: asker.results == [42])
    assert worked_on[0] is not threading.main_thread()
    assert asker.threads == {QThread.currentThread()}


def test_an_exception_arrives_as_it_was_raised(asker, qtbot):
    error = OSError("the stick was pulled out")

    def work():
        raise error

    run_in_background(asker, work, asker.on_done, asker.on_failed)
    qtbot.waitUntil(lambda: asker.errors == [error])
    assert asker.results == []
    assert asker.threads == {QThread.currentThread()}


def test_a_result_that_is_none_is_still_told(asker, qtbot):
    run_in_background(asker, lambda: None, asker.on_done, asker.on_failed)
    qtbot.waitUntil(lambda: asker.results == [None])


def test_steps_arrive_in_order_before_the_result(asker, qtbot):
    def work(step, cancelled):
        step("Writing DOCX", 0.0)
        step("Writing PDF", 0.5)
        return "written"

    run_with_progress(asker, work, asker.on_done, asker.on_failed, asker.on_step)
    qtbot.waitUntil(lambda: asker.results == ["written"])
    assert asker.steps == [("Writing DOCX", 0.0), ("Writing PDF", 0.5)]


def test_work_sees_that_it_was_cancelled(asker, qtbot):
    asked = threading.Event()

    def work(step, cancelled):
        asked.wait(5)
        return cancelled()

    job = run_with_progress(asker, work, asker.on_done, asker.on_failed, asker.on_step)
    job.cancel()
    asked.set()
    qtbot.waitUntil(lambda: asker.results == [True])


def test_nobody_is_told_when_the_owner_is_gone(asker, qtbot):
    owner = QObject()
    go_on = threading.Event()
    job = run_in_background(owner, lambda: go_on.wait(5), asker.on_done, asker.on_failed)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    assert job.is_cancelled
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert asker.results == []


def test_ending_waits_for_what_is_under_way(asker, qtbot):
    go_on = threading.Event()
    run_in_background(asker, lambda: go_on.wait(5), asker.on_done, asker.on_failed)
    assert not finish_background_work(milliseconds=10)
    go_on.set()
    assert finish_background_work()
    qtbot.waitUntil(lambda: asker.results == [True])
