"""Intelligence summary: likelihoods as bands to scale; confidence alone in a column of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tabletop.gui.room.dresses.paper import (
    CENTRE,
    PAPER,
    RIGHT,
    Sheet,
    exercise_box,
    exercise_word,
    put,
    put_inside,
)
from tabletop.gui.room.markdown import Block, Run, blocks_of
from tabletop.gui.room.text import (
    Strip,
    Strips,
    Style,
    fitted,
    height_of,
    lines,
    paged,
    pages,
    paint_strips,
)
from tabletop.plots.papers import INTELLIGENCE as PAPER_LOOK

if TYPE_CHECKING:
    from tabletop.gui.room.rows import InjectPage, JudgementRow

# Bands of likelihood in percent, and the words that stand for each (ICD 203).
BANDS: tuple[tuple[int, int, tuple[str, ...]], ...] = (
    (0, 5, ("almost no chance", "remote")),
    (5, 20, ("very unlikely", "highly improbable")),
    (20, 45, ("unlikely", "improbable")),
    (45, 55, ("roughly even chance", "roughly even odds", "even chance", "even")),
    (55, 80, ("likely", "probable")),
    (80, 95, ("very likely", "highly probable")),
    (95, 100, ("almost certain", "almost certainly", "nearly certain")),
)
_CONFIDENCES = ("low", "moderate", "high")
_LABEL = re.compile(r"([A-Z]{1,2}\d{1,2})[:.]?\s+")

_HEAD = QRectF(PAPER.left(), PAPER.top(), PAPER.width(), 96)
_COLUMN = QRectF(PAPER.right() - 494, _HEAD.bottom(), 494, PAPER.height() - 96)
_LEFT = PAPER.left() + 48
_TOP = _HEAD.bottom() + 76
_BOTTOM = PAPER.bottom() - 36

_BODY = Style(50, 63, PAPER_LOOK.ink, mark=PAPER_LOOK.mark, gap=20)
_JUDGED = Style(45, 58, PAPER_LOOK.ink)
_ASIDE = Style(34, 46, PAPER_LOOK.quiet, weight=600)
_CAPTION = Style(29, 38, PAPER_LOOK.quiet)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What every sheet of one summary shows, and the width left for its text."""

    inject: InjectPage
    width: float
    basis: Strips
    missing: Strips


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the judgements first, then the text that does not say the same."""
    width = (_COLUMN.left() - 48 if inject.confidence else PAPER.right() - 48) - _LEFT
    basis, missing, further = _asides(inject, width)
    plan = _Plan(inject, width, basis, missing)
    bottom = _BOTTOM - (height_of(missing) + 16 if missing else 0)
    judged = pages(_judgements(inject, width), bottom - _TOP - 46)
    text = paged((*blocks_of(inject.body), *further), _BODY, width, bottom - _TOP + 44)
    made: list[Sheet] = [partial(_paint_judged, plan, page) for page in judged]
    made += [partial(_paint_text, plan, page) for page in text]
    return tuple(made) or (partial(_paint_text, plan, ()),)


def _asides(inject: InjectPage, width: float) -> tuple[Strips, Strips, tuple[Block, ...]]:
    """Return basis and missing where they fit beside the judgements, else as further text."""
    further: list[Block] = []
    basis: Strips = ()
    if inject.basis:
        basis = fitted(inject.basis, Style(45, 57, PAPER_LOOK.ink), 410, 190, 34)
        if height_of(basis) > 190 or not inject.confidence:
            name = QCoreApplication.translate("Room", "Basis:")
            further.append(Block("paragraph", (Run(name, bold=True), Run(f" {inject.basis}"))))
            basis = ()
    missing: Strips = ()
    if inject.missing:
        name = QCoreApplication.translate("Room", "Missing:")
        runs = (Run(name, bold=True), Run(f" {inject.missing}"))
        missing = lines(runs, _JUDGED, width)
        if height_of(missing) > 2 * _JUDGED.line:
            further.append(Block("paragraph", runs))
            missing = ()
    return basis, missing, tuple(further)


def band_of(likelihood: str) -> int | None:
    """Return the place of a word of likelihood among the bands, or None for other words."""
    word = " ".join(likelihood.lower().split())
    return next((n for n, (_, _, words) in enumerate(BANDS) if word in words), None)


def _judgements(inject: InjectPage, width: float) -> Strips:
    return tuple(
        _judgement(judgement, number, width)
        for number, judgement in enumerate(inject.judgements, start=1)
    )


def _judgement(judgement: JudgementRow, number: int, width: float) -> Strip:
    found = _LABEL.match(judgement.text)
    label = found.group(1) if found else str(number)
    statement = judgement.text[found.end() :] if found else judgement.text
    name = lines(label, Style(50, 58, PAPER_LOOK.mark, weight=700, tabular=True), 120)
    bold = Style(45, 58, PAPER_LOOK.ink, weight=700)
    word = lines(judgement.likelihood, bold, width - 100, RIGHT)
    said = lines(statement, _JUDGED, width - 100)
    last = said[-1].width if said else 0.0
    beside = len(word) == 1 and last + word[0].width + 28 <= width - 100
    word_top = height_of(said) - (height_of(word) if beside else 0)
    text = word_top + height_of(word)

    def paint(painter: QPainter, x: float, y: float) -> None:
        paint_strips(painter, name, x, y)
        paint_strips(painter, said, x + 100, y)
        paint_strips(painter, word, x + 100, y + word_top)
        bar = QRectF(x + 100, y + text + 6, width - 100, 44)
        _paint_bands(painter, bar, band_of(judgement.likelihood))

    words = len(statement.split()) + len(judgement.likelihood.split())
    return Strip(height=text + 50, words=words, paint=paint, gap=24)


def _paint_bands(painter: QPainter, bar: QRectF, marked: int | None) -> None:
    for number, (low, high, _) in enumerate(BANDS):
        left = bar.left() + bar.width() * low / 100
        part = QRectF(left, bar.top(), bar.width() * (high - low) / 100, bar.height())
        colour = PAPER_LOOK.mark if number == marked else PAPER_LOOK.soft
        painter.fillRect(part.adjusted(1.5 if low else 0, 0, -1.5, 0), QColor(colour))


def _paint_ground(plan: _Plan, painter: QPainter) -> None:
    inject = plan.inject
    painter.fillRect(PAPER, QColor(PAPER_LOOK.ground))
    painter.fillRect(_HEAD, QColor(PAPER_LOOK.head))
    box = exercise_box(
        painter,
        QPointF(PAPER.right() - 48, _HEAD.center().y()),
        PAPER_LOOK.on_head,
        align=RIGHT,
    )
    name = QCoreApplication.translate("Room", "Intelligence summary")
    title = Style(50, 63, PAPER_LOOK.on_head, weight=700)
    put(painter, name, title, _LEFT, _HEAD.center().y() - 32, 700)
    after = _LEFT + lines(name, title, 700)[0].width + 36
    room = QRectF(after, _HEAD.top() + 8, box.left() - 36 - after, _HEAD.height() - 16)
    put_inside(painter, inject.sender, Style(34, 40, PAPER_LOOK.soft), room, smallest=28)
    if inject.confidence:
        _paint_confidence(plan, painter)
    else:
        exercise_word(painter, PAPER_LOOK.ink, _LEFT, _BOTTOM - 40, plan.width, RIGHT)
    if plan.missing:
        paint_strips(painter, plan.missing, _LEFT, _BOTTOM - height_of(plan.missing))


def _paint_confidence(plan: _Plan, painter: QPainter) -> None:
    painter.fillRect(_COLUMN, QColor(PAPER_LOOK.on_head))
    painter.fillRect(
        QRectF(_COLUMN.left(), _COLUMN.top(), 6, _COLUMN.height()), QColor(PAPER_LOOK.rule)
    )
    x, width, y = _COLUMN.left() + 46, 410.0, _COLUMN.top() + 24
    translate = QCoreApplication.translate
    y = put(painter, translate("Room", "How sure are we?"), _ASIDE, x, y, width)
    sure = Style(45, 56, PAPER_LOOK.ink)
    y = put(painter, translate("Room", "Confidence is"), sure, x, y + 16, width)
    word = Style(128, 132, PAPER_LOOK.ink, weight=800)
    level = QRectF(x, y - 6, width, 132)
    put_inside(painter, plan.inject.confidence, word, level, smallest=60)
    _paint_steps(painter, plan.inject.confidence, x, y + 262)
    paint_strips(painter, plan.basis, x, y + 322)
    exercise_word(painter, PAPER_LOOK.ink, x, PAPER.bottom() - 74, width, size=38)


def _paint_steps(painter: QPainter, confidence: str, x: float, bottom: float) -> None:
    for number, name in enumerate(_CONFIDENCES):
        height = 54 + number * 38
        box = QRectF(x + number * 138, bottom - height, 128, height)
        shown = name == confidence
        painter.setPen(Qt.PenStyle.NoPen if shown else QPen(QColor(PAPER_LOOK.quiet), 4))
        painter.setBrush(QColor(PAPER_LOOK.ink) if shown else Qt.BrushStyle.NoBrush)
        painter.drawRect(box if shown else box.adjusted(2, 2, -2, -2))
        weight = 700 if shown else 400
        style = Style(29, 38, PAPER_LOOK.ink, weight=weight)
        put(painter, name, style, box.x() - 6, bottom + 6, box.width() + 12, CENTRE)


def _paint_judged(plan: _Plan, page: Strips, painter: QPainter) -> None:
    _paint_ground(plan, painter)
    asked = QCoreApplication.translate("Room", "How likely is it?")
    put(painter, asked, _ASIDE, _LEFT, _HEAD.bottom() + 24, plan.width)
    end = paint_strips(painter, page, _LEFT, _TOP) + 8
    left, width = _LEFT + 100, plan.width - 100
    translate = QCoreApplication.translate
    put(painter, translate("Room", "almost no chance"), _CAPTION, left, end, width)
    put(painter, translate("Room", "even"), _CAPTION, left, end, width, CENTRE)
    put(painter, translate("Room", "almost certain"), _CAPTION, left, end, width, RIGHT)


def _paint_text(plan: _Plan, page: Strips, painter: QPainter) -> None:
    _paint_ground(plan, painter)
    paint_strips(painter, page, _LEFT, _HEAD.bottom() + 32)
