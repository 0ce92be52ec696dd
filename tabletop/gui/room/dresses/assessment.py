"""Assessments: likelihoods as bands to scale; confidence alone in a column of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
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
from tabletop.gui.room.markdown import Block, Run
from tabletop.gui.room.paging import paged, pages
from tabletop.gui.room.text import (
    Strip,
    Strips,
    Style,
    fitted,
    height_of,
    lines,
    paint_strips,
)
from tabletop.plots.papers import DRAFT, INTELLIGENCE, OTHER, TECHNICAL, Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(frozen=True, slots=True)
class Look:
    """The paper of an assessment, and what it has besides: the column and its edge, the bands."""

    paper: Paper
    column: str
    edge: str
    band: str
    sender: str

    def style(self, size: float, line: float, weight: int = 400) -> Style:
        """Return a style in the paper's ink."""
        return Style(size, line, self.paper.ink, weight=weight, mark=self.paper.mark, gap=20)

    def quiet(self, size: float, line: float, weight: int = 400) -> Style:
        """Return a style for what is said aside."""
        return Style(size, line, self.paper.quiet, weight=weight)


SUMMARY = Look(
    INTELLIGENCE,
    column=INTELLIGENCE.on_head,
    edge=INTELLIGENCE.rule,
    band=INTELLIGENCE.soft,
    sender=INTELLIGENCE.soft,
)
BRIEFING = Look(
    replace(TECHNICAL, head=TECHNICAL.rule),
    column=TECHNICAL.ground,
    edge=TECHNICAL.mark,
    band=TECHNICAL.rule,
    sender=TECHNICAL.quiet,
)
PLAIN = Look(
    replace(OTHER, head=OTHER.mark),
    column=OTHER.soft,
    edge=OTHER.rule,
    band=DRAFT.rule,
    sender=DRAFT.rule,
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What every sheet of one assessment shows, and the width left for its text."""

    inject: InjectPage
    name: str
    look: Look
    width: float
    basis: Strips
    missing: Strips


def sheets(
    inject: InjectPage, name: str, look: Look, blocks: Sequence[Block] = ()
) -> tuple[Sheet, ...]:
    """Return the judgements first, then the text; at least one sheet."""
    width = (_COLUMN.left() - 48 if inject.confidence else PAPER.right() - 48) - _LEFT
    basis, missing, further = _asides(inject, look, width)
    plan = _Plan(inject, name, look, width, basis, missing)
    bottom = _BOTTOM - (height_of(missing) + 16 if missing else 0)
    judged = pages(_judgements(plan), bottom - _TOP - 46)
    text = paged((*blocks, *further), look.style(50, 63), width, bottom - _TOP + 44)
    made: list[Sheet] = [partial(_paint_judged, plan, page) for page in judged]
    made += [partial(_paint_text, plan, page) for page in text]
    return tuple(made) or (partial(_paint_text, plan, ()),)


def _asides(
    inject: InjectPage, look: Look, width: float
) -> tuple[Strips, Strips, tuple[Block, ...]]:
    """Return basis and missing where they fit beside the judgements, else as further text."""
    further: list[Block] = []
    basis: Strips = ()
    if inject.basis:
        basis = fitted(inject.basis, look.style(45, 57), 410, 190, 34)
        if height_of(basis) > 190 or not inject.confidence:
            name = QCoreApplication.translate("Room", "Basis:")
            further.append(Block("paragraph", (Run(name, bold=True), Run(f" {inject.basis}"))))
            basis = ()
    missing: Strips = ()
    if inject.missing:
        name = QCoreApplication.translate("Room", "Missing:")
        runs = (Run(name, bold=True), Run(f" {inject.missing}"))
        judged = look.style(45, 58)
        missing = lines(runs, judged, width)
        if height_of(missing) > 2 * judged.line:
            further.append(Block("paragraph", runs))
            missing = ()
    return basis, missing, tuple(further)


def band_of(likelihood: str) -> int | None:
    """Return the place of a word of likelihood among the bands, or None for other words."""
    word = " ".join(likelihood.lower().split())
    return next((n for n, (_, _, words) in enumerate(BANDS) if word in words), None)


def _judgements(plan: _Plan) -> Strips:
    return tuple(
        _judgement(judgement, number, plan.look, plan.width)
        for number, judgement in enumerate(plan.inject.judgements, start=1)
    )


def _judgement(judgement: JudgementRow, number: int, look: Look, width: float) -> Strip:
    found = _LABEL.match(judgement.text)
    label = found.group(1) if found else str(number)
    statement = judgement.text[found.end() :] if found else judgement.text
    label_style = Style(50, 58, look.paper.mark, weight=700, tabular=True)
    name = lines(label, label_style, 120)
    word = lines(judgement.likelihood, look.style(45, 58, 700), width - 100, RIGHT)
    said = lines(statement, look.style(45, 58), width - 100)
    last = said[-1].width if said else 0.0
    beside = len(word) == 1 and last + word[0].width + 28 <= width - 100
    word_top = height_of(said) - (height_of(word) if beside else 0)
    text = word_top + height_of(word)

    def paint(painter: QPainter, x: float, y: float) -> None:
        paint_strips(painter, name, x, y)
        paint_strips(painter, said, x + 100, y)
        paint_strips(painter, word, x + 100, y + word_top)
        bar = QRectF(x + 100, y + text + 6, width - 100, 44)
        _paint_bands(painter, look, bar, band_of(judgement.likelihood))

    words = len(statement.split()) + len(judgement.likelihood.split())
    return Strip(height=text + 50, words=words, paint=paint, gap=24)


def _paint_bands(painter: QPainter, look: Look, bar: QRectF, marked: int | None) -> None:
    for number, (low, high, _) in enumerate(BANDS):
        left = bar.left() + bar.width() * low / 100
        part = QRectF(left, bar.top(), bar.width() * (high - low) / 100, bar.height())
        colour = look.paper.mark if number == marked else look.band
        painter.fillRect(part.adjusted(1.5 if low else 0, 0, -1.5, 0), QColor(colour))


def _paint_ground(plan: _Plan, painter: QPainter) -> None:
    paper = plan.look.paper
    painter.fillRect(PAPER, QColor(paper.ground))
    painter.fillRect(_HEAD, QColor(paper.head))
    middle = _HEAD.center().y()
    box = exercise_box(painter, QPointF(PAPER.right() - 48, middle), paper.on_head, align=RIGHT)
    name = lines(plan.name, Style(50, 63, paper.on_head, weight=700), 700)[:1]
    paint_strips(painter, name, _LEFT, middle - 32)
    after = _LEFT + name[0].width + 36
    room = QRectF(after, _HEAD.top() + 8, box.left() - 36 - after, _HEAD.height() - 16)
    put_inside(painter, plan.inject.sender, Style(34, 40, plan.look.sender), room, smallest=28)
    if plan.inject.confidence:
        _paint_confidence(plan, painter)
    else:
        exercise_word(painter, paper.ink, _LEFT, _BOTTOM - 40, plan.width, RIGHT)
    if plan.missing:
        paint_strips(painter, plan.missing, _LEFT, _BOTTOM - height_of(plan.missing))


def _paint_confidence(plan: _Plan, painter: QPainter) -> None:
    look = plan.look
    painter.fillRect(_COLUMN, QColor(look.column))
    edge = QRectF(_COLUMN.left(), _COLUMN.top(), 6, _COLUMN.height())
    painter.fillRect(edge, QColor(look.edge))
    x, width, y = _COLUMN.left() + 46, 410.0, _COLUMN.top() + 24
    translate = QCoreApplication.translate
    aside = look.quiet(34, 46, 600)
    y = put(painter, translate("Room", "How sure are we?"), aside, x, y, width)
    y = put(painter, translate("Room", "Confidence is"), look.style(45, 56), x, y + 16, width)
    level = QRectF(x, y - 6, width, 132)
    put_inside(painter, plan.inject.confidence, look.style(128, 132, 800), level, smallest=60)
    _paint_steps(painter, look, plan.inject.confidence, x, y + 262)
    paint_strips(painter, plan.basis, x, y + 322)
    exercise_word(painter, look.paper.ink, x, PAPER.bottom() - 74, width, size=38)


def _paint_steps(painter: QPainter, look: Look, confidence: str, x: float, bottom: float) -> None:
    ink, quiet = QColor(look.paper.ink), QColor(look.paper.quiet)
    for number, name in enumerate(_CONFIDENCES):
        height = 54 + number * 38
        box = QRectF(x + number * 138, bottom - height, 128, height)
        shown = name == confidence
        painter.setPen(Qt.PenStyle.NoPen if shown else QPen(quiet, 4))
        painter.setBrush(ink if shown else Qt.BrushStyle.NoBrush)
        painter.drawRect(box if shown else box.adjusted(2, 2, -2, -2))
        style = look.style(29, 38, 700 if shown else 400)
        put(painter, name, style, box.x() - 6, bottom + 6, box.width() + 12, CENTRE)


def _paint_judged(plan: _Plan, page: Strips, painter: QPainter) -> None:
    _paint_ground(plan, painter)
    asked = QCoreApplication.translate("Room", "How likely is it?")
    put(painter, asked, plan.look.quiet(34, 46, 600), _LEFT, _HEAD.bottom() + 24, plan.width)
    end = paint_strips(painter, page, _LEFT, _TOP) + 8
    left, width = _LEFT + 100, plan.width - 100
    translate = QCoreApplication.translate
    caption = plan.look.quiet(29, 38)
    put(painter, translate("Room", "almost no chance"), caption, left, end, width)
    put(painter, translate("Room", "even"), caption, left, end, width, CENTRE)
    put(painter, translate("Room", "almost certain"), caption, left, end, width, RIGHT)


def _paint_text(plan: _Plan, page: Strips, painter: QPainter) -> None:
    _paint_ground(plan, painter)
    paint_strips(painter, page, _LEFT, _HEAD.bottom() + 32)
