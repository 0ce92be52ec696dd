"""Reads back what was painted: every piece of text with its place and size."""

import re
from dataclasses import dataclass, replace

import pytest

from tabletop.gui.room.rows import HoldingPage, InjectPage, Picture, RoomView

MARKING = "Unclassified – for exercise purposes only"

_GROUP = re.compile(r'<g [^>]*transform="matrix\(([^)]*)\)"')
_TEXT = re.compile(r"<text ([^>]*?)>([^<]*)</text>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True)
class Lettering:
    """A piece of painted text: its words, where its line begins, and its size."""

    text: str
    x: float
    y: float
    size: float


def _unescaped(text):
    """Return a text as it is read: ties are for the layout alone."""
    text = text.replace("\u00a0", " ").replace("\u2011", "-")
    for sign, written in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("&", "&amp;")):
        text = text.replace(written, sign)
    return text


def letterings(svg):
    """Return the texts of a drawing in the units of the stage."""
    found = []
    matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for part in re.finditer(rf"{_GROUP.pattern}|{_TEXT.pattern}", svg, re.DOTALL):
        if part[1] is not None:
            matrix = tuple(float(number) for number in part[1].split(","))
            continue
        given = dict(_ATTRIBUTE.findall(part[2]))
        x, y = float(given["x"]), float(given["y"])
        a, b, c, d, e, f = matrix
        found.append(
            Lettering(
                _unescaped(part[3]),
                a * x + c * y + e,
                b * x + d * y + f,
                float(given["font-size"]),
            )
        )
    return found


@pytest.fixture
def painted(shipped_fonts):
    """A function that paints a view and returns its letterings."""
    from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgGenerator

    from tabletop.gui.room.painting import paint_room

    def paint(view):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(1920, 1080))
        generator.setViewBox(QRect(0, 0, 1920, 1080))
        painter = QPainter(generator)
        paint_room(painter, view, QRect(0, 0, 1920, 1080))
        painter.end()
        return letterings(bytes(buffer.data()).decode())

    return paint


@pytest.fixture
def painted_sheets(painted):
    """A function that paints every sheet of a page and returns the letterings of each."""
    from tabletop.gui.room.sheets import sheet_count

    def paint(page):
        view = room(page)
        return [painted(replace(view, sheet=number)) for number in range(1, sheet_count(page) + 1)]

    return paint


HOLDING = HoldingPage("Calm Front")


def room(page=HOLDING, **changes):
    """Return a view of the room with this page."""
    view = RoomView(
        marking=MARKING, scenario_title="Calm Front", scenario_time="D+2 10:00Z", page=page
    )
    return replace(view, **changes)


def inject(channel="press", body="", **fields):
    """Return an inject's page with everything filled in that a dress may show."""
    given = {
        "inject_id": "I-01",
        "channel": channel,
        "title": "Track over the eastern sea",
        "sender": "Allied Air Command",
        "to": "All delegations",
        "body": body,
        "date": "4 March 2031",
        "date_time_group": "040612Z MAR 31",
    }
    return InjectPage(**(given | fields))


@pytest.fixture(name="room")
def room_fixture():
    return room


@pytest.fixture(name="inject")
def inject_fixture():
    return inject


@pytest.fixture
def map_picture():
    """A harmless drawing."""
    return Picture(
        "impact-area.svg",
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
        b'<defs><circle id="c" r="9"/></defs><rect width="300" height="200" fill="#0a0"/>'
        b'<use href="#c" x="150" y="100"/></svg>',
    )
