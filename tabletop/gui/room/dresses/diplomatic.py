"""Diplomatic note and message: a tall ivory sheet on brown, double rules, serif, a plain seal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tabletop.gui.room.dresses.paper import CENTRE, PAPER, Sheet, put, put_inside, rule
from tabletop.gui.room.markdown import LINE_BREAK, blocks_of
from tabletop.gui.room.pictures import EXERCISE
from tabletop.gui.room.sentences import paged_at_sentences
from tabletop.gui.room.text import Strips, Style, paint_strips
from tabletop.plots.papers import DIPLOMATIC

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage

_SHEET = QRectF(PAPER.left() + 232, PAPER.top(), PAPER.width() - 464, PAPER.height())
_LEFT = _SHEET.left() + 76
_WIDTH = _SHEET.width() - 152
_SEAL = QPointF(_LEFT + _WIDTH - 66, _SHEET.bottom() - 92)
_TOP = _SHEET.top() + 146
_BOTTOM = _SHEET.bottom() - 166
_BODY = Style(48, 64, DIPLOMATIC.ink, serif=True, mark=DIPLOMATIC.mark, gap=22)
_META = Style(34, 44, DIPLOMATIC.quiet, serif=True)


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the sheets of a note or message."""
    made = paged_at_sentences(blocks_of(inject.body), _BODY, _WIDTH, _BOTTOM - _TOP) or ((),)
    return tuple(partial(_paint, inject, page) for page in made)


def _title(inject: InjectPage) -> str:
    if inject.channel == "diplomatic-message":
        return QCoreApplication.translate("Room", "Diplomatic message")
    return QCoreApplication.translate("Room", "Note verbale")


def _paint(inject: InjectPage, body: Strips, painter: QPainter) -> None:
    painter.fillRect(PAPER, QColor(DIPLOMATIC.desk))
    painter.fillRect(_SHEET, QColor(DIPLOMATIC.ground))
    _double_rule(painter, _SHEET.top() + 34)
    title = Style(42, 54, DIPLOMATIC.ink, weight=700, serif=True, spacing=2)
    put(painter, f"{_title(inject)} · {EXERCISE}", title, _LEFT, _SHEET.top() + 50, _WIDTH, CENTRE)
    _double_rule(painter, _SHEET.top() + 120)
    paint_strips(painter, body, _LEFT, _TOP)
    _paint_seal(painter)
    room = QRectF(_LEFT, _SHEET.bottom() - 148, _WIDTH - 190, 112)
    put_inside(painter, _signature(inject), _META, room, smallest=28)


def _signature(inject: InjectPage) -> str:
    """Return who writes to whom, and below it when."""
    translate = QCoreApplication.translate
    ends = inject.sender or inject.to
    if inject.sender and inject.to:
        ends = translate("Room", "{sender} to {addressees}").format(
            sender=inject.sender, addressees=inject.to
        )
    return LINE_BREAK.join(part for part in (ends, inject.date) if part)


def _double_rule(painter: QPainter, y: float) -> None:
    rule(painter, DIPLOMATIC.rule, _LEFT, y - 4, _WIDTH, 3)
    rule(painter, DIPLOMATIC.rule, _LEFT, y + 4, _WIDTH, 3)


def _paint_seal(painter: QPainter) -> None:
    painter.setPen(QPen(QColor(DIPLOMATIC.rule), 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_SEAL, 66, 66)
    painter.setPen(QPen(QColor(DIPLOMATIC.rule), 2))
    painter.drawEllipse(_SEAL, 57, 57)
    half = len(EXERCISE) // 2
    style = Style(28, 32, DIPLOMATIC.quiet, weight=700, spacing=1.5)
    put(painter, EXERCISE[:half], style, _SEAL.x() - 66, _SEAL.y() - 32, 132, CENTRE)
    put(painter, EXERCISE[half:], style, _SEAL.x() - 66, _SEAL.y() + 1, 132, CENTRE)
