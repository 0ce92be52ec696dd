"""Long reports are set in a process of their own, which never stays behind."""

import subprocess
import sys
from dataclasses import replace
from itertools import count

import pytest

from tabletop.report.content import MANY_ROWS, Cell, Column, Table
from tabletop.report.writers import pdf
from tabletop.report.writers.pdf_data import template_data
from tabletop.report.writers.pdf_text import fallback_fonts
from tabletop.report.writers.typesetting import (
    Job,
    PagesNotSet,
    WritingStopped,
    pages_of,
    pages_set_apart,
)


@pytest.fixture
def job(sample, font_paths):
    folders = tuple(str(folder) for folder in (*font_paths, fallback_fonts()))
    return Job(template_data(sample, str), folders, int(sample.ended.timestamp()))


@pytest.fixture
def long_report(sample):
    rows = tuple((Cell(str(number), anchor=f"entry-{number}"),) for number in range(MANY_ROWS + 1))
    table = Table("Journal", (Column("Entry"),), rows, dense=True)
    return replace(sample, blocks=(table,), facts=(), cover_figure=None)


def never():
    return False


def ended_with(code):
    """Return what starts a process that says why it ends."""

    def start():
        script = f"import sys; sys.stdin.read(); print('first\\nno room', file=sys.stderr); {code}"
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [sys.executable, "-c", script], stdin=pipe, stdout=pipe, stderr=pipe
        )

    return start


class Endless:
    """Starts processes that take their job and never end, and keeps them."""

    def __init__(self):
        self.processes = []

    def start(self):
        self.processes.append(ended_with("import threading; threading.Event().wait()")())
        return self.processes[-1]


@pytest.fixture
def endless():
    return Endless()


def test_pages_set_apart_are_the_same_to_the_byte(job):
    assert pages_set_apart(job, never) == pages_of(job)


def test_a_long_report_is_set_apart_with_every_row_and_its_head(
    long_report, font_paths, read, monkeypatch
):
    # Pages set here would fail: nothing but the process of its own can have made them.
    monkeypatch.setattr(pdf, "pages_of", None)
    pages = read.pdf(pdf.write(long_report, font_paths=font_paths)).pages
    texts = [page.extract_text() for page in pages[1:]]
    assert all("Entry" in text for text in texts)
    found = {word for text in texts for word in text.split()}
    assert {str(number) for number in range(MANY_ROWS + 1)} <= found


def test_a_stop_ends_a_process_that_would_go_on_for_ever(job, endless):
    calls = count()
    with pytest.raises(WritingStopped):
        pages_set_apart(job, lambda: next(calls) > 0, endless.start)
    assert endless.processes[0].returncode is not None


def test_a_stop_wanted_from_the_start_leaves_no_process(long_report, font_paths):
    with pytest.raises(WritingStopped):
        pdf.write(long_report, font_paths=font_paths, stopped=lambda: True)


def test_a_process_that_fails_says_why(job):
    with pytest.raises(PagesNotSet, match=r"could not be set: no room$"):
        pages_set_apart(job, never, ended_with("sys.exit(3)"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_process_ended_by_the_system_is_taken_for_want_of_memory(job):
    with pytest.raises(PagesNotSet, match="want of memory"):
        pages_set_apart(job, never, ended_with("import os; os.kill(os.getpid(), 9)"))


def test_an_interruption_ends_the_process(job, endless):
    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pages_set_apart(job, interrupted, endless.start)
    assert endless.processes[0].returncode is not None
