"""No text of the console is cut, in any scene, window size or text scale."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton

from tabletop.gui.console import ConsoleWindow
from tabletop.gui.console.labels import ElidedLabel
from tests.pictures import console as pictures

LAPTOP, WALL = QSize(1366, 768), QSize(1920, 1080)
LOOKS = [(LAPTOP, scale) for scale in (0.9, 1.0, 1.25, 1.5)] + [(WALL, 1.0), (WALL, 1.5)]
PLAYS = {
    "ready": ("ready",),
    "typical": ("typical", "on-board", "closing"),
    "full": ("full", "question", "palette", "help", "trouble", "amending", "words"),
    "silence": ("silence", "closing-broken", "circulating"),
    "paused": ("paused",),
    "ended": ("ended", "rating"),
    "ranking": ("ranking",),
    "each": ("each",),
    "private": ("private",),
}


@pytest.fixture(scope="module")
def played():
    """Calm Front, played up to the moment of each scene."""
    package = pictures.calm_front()
    lives = {}
    for play in PLAYS:
        clock = pictures.Clock()
        lives[play] = pictures.started(package, clock)
        pictures.SCENES[play](pictures.Play(lives[play], clock))
    return lives


@contextmanager
def opened(live, size, theme):
    """Open a console of a size, and take it away whole: what is left slows every change of type."""
    window = ConsoleWindow(live, pictures.NoServices(), theme)
    window.resize(size)
    window.show()
    try:
        yield window
    finally:
        pictures.leave(window)
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def look(shipped_theme):
    """Gives the theme a size of type, and puts it back."""

    def apply(scale, *, wide=False):
        shipped_theme.apply("light", scale=scale, wide=wide)
        return shipped_theme

    yield apply
    shipped_theme.apply("light")


def text_needs(label):
    """Return the size a label's text takes, at the label's own width where it wraps."""
    if not label.wordWrap():
        return label.sizeHint()
    return QSize(0, label.heightForWidth(label.width()))


def settle():
    """Let layouts that were asked for happen: a change of type asks, it does not wait."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.Polish)


def faults(window):
    """Return the visible labels and buttons that have less room than their text needs."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if isinstance(label, ElidedLabel):
            found += elision_faults(label)
            continue
        needs = text_needs(label)
        if label.width() < needs.width() or label.height() < needs.height():
            found.append(f"“{label.text()}” has {label.size()} and needs {needs}")
        found += outside_faults(label, window)
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.objectName() != "go":
            needs = button.sizeHint()
            if button.width() < needs.width() or button.height() < needs.height():
                found.append(f"button “{button.text()}” has {button.size()} and needs {needs}")
            found += outside_faults(button, window)
    return found


def elision_faults(label):
    """Return what is wrong with a label of one line: too low, or elided without a tooltip."""
    if label.height() < QFontMetrics(label.font()).ascent():
        return [f"“{label.text()}” is {label.height()} pixels high"]
    is_cut = label.width() < label.sizeHint().width() - 3
    if is_cut and label.text() not in label.toolTip():
        return [f"“{label.text()}” is elided and its tooltip is “{label.toolTip()}”"]
    return []


def outside_faults(widget, window):
    """Return what stands outside the window or its own parent."""
    place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
    if not window.rect().contains(place):
        return [f"{widget.objectName()} “{widget.text()}” stands outside the window: {place}"]
    return []


def put_away(window):
    window.strip.dismiss()
    window.text_panel.dismiss()
    window.palette_.dismiss()
    window.help.hide()


@pytest.mark.parametrize(("size", "scale"), LOOKS)
@pytest.mark.parametrize("play", PLAYS)
def test_no_label_has_less_room_than_its_text(play, size, scale, played, look):
    theme = look(scale, wide=size.width() >= 1600)
    with opened(played[play], size, theme) as window:
        for scene in PLAYS[play]:
            pictures.AFTER.get(scene, lambda _: None)(window)
            settle()
            assert "\n".join(faults(window)) == "", scene
            put_away(window)


def test_larger_type_makes_room_for_itself_while_the_window_is_open(played, look):
    with opened(played["ready"], LAPTOP, look(1.0)) as window:
        for scale in (1.5, 0.9):
            look(scale)
            settle()

            assert "\n".join(faults(window)) == "", scale
            assert window.size() == LAPTOP


def test_ten_seats_and_seven_options_need_no_scrolling_on_a_laptop(played, look):
    with opened(played["full"], LAPTOP, look(1.0)) as window:
        settle()

        assert len(window.board.rows.bars) == 7
        assert len(window.board.rows.seats) == 10
        assert window.board.table.verticalScrollBar().maximum() == 0
