"""Positions and results: said in a line with a shape, and the seats beside what they hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tabletop.gui.room.dresses.paper import CENTRE, PAPER, Sheet, put, put_inside
from tabletop.gui.room.stage import (
    FOOT,
    OPTION,
    PLAIN,
    QUESTION,
    key_width,
    paint_foot,
    paint_key,
    paint_proposed,
    proposal_pages,
    proposal_strips,
    tile_pen,
    time_in_words,
)
from tabletop.gui.room.text import (
    Strip,
    Strips,
    Style,
    fitted,
    height_of,
    lines,
    paint_strips,
)
from tabletop.gui.theme.shapes import (
    OUTCOME_SHAPES,
    STANCE_SHAPES,
    outcome_colour,
    paint_shape,
    stance_colour,
)
from tabletop.plots.papers import STAGE
from tabletop.plots.tokens import DARK, Step, position_step

if TYPE_CHECKING:
    from tabletop.gui.room.rows import OptionRow, ResultPage, ResultRow, SeatTile

_LEFT = PAPER.left()
_WIDTH = PAPER.width()
_TILE, _SMALL_TILE, _CROWD = 112.0, 84.0, 7
_OPTION_SHARES = (0.42, 0.62)
_SHARE_WITHOUT_TILES = 0.74
_VERDICT = Style(54, 66, STAGE.text, weight=700, tabular=True)
_CODE = Style(36, 44, STAGE.text, weight=700)
_SMALLEST_CODE = 26.0
_PAD, _SHAPE, _TILE_HEIGHT = 8.0, 42.0, 58.0
_AIR_IN_OUTLINE = 20.0
_BEFORE_TILES = 32.0
_COUNT = Style(45, 54, STAGE.text, weight=700, tabular=True)
_PLACE = Style(45, 54, STAGE.text, weight=700, tabular=True)
_SHOWN_STANCES = ("reservation", "regrets", "objects", "break")


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How a result is spaced: the largest headline, the gap between parts, the air in a row."""

    headline: float
    gap: float
    air: float


# A result is set tighter before it takes a second sheet.
_SPACINGS = (
    _Spacing(64, 22, 16),
    _Spacing(52, 18, 12),
    _Spacing(45, 14, 8),
)


@dataclass(frozen=True, slots=True)
class _Board:
    """What the rows of a result share: where tiles begin, their width, type, keys and air."""

    option_width: float
    tile: float
    code: Style
    chip: float
    air: float


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the rows of a result, laid out, and where the rows begin."""

    headline: Strips
    verdict: Strips
    time: Strips
    detail: Strips
    gap: float

    @property
    def panel_top(self) -> float:
        return PAPER.top() + 8 + height_of(self.headline) + self.gap

    @property
    def panel(self) -> float:
        """The height of the box that the verdict stands in."""
        return height_of(self.verdict) + height_of(self.detail) + 2 * self.gap - 8

    @property
    def end(self) -> float:
        return self.panel_top + self.panel + self.gap


def result_sheets(page: ResultPage) -> tuple[Sheet, ...]:
    """Return a result: the verdict, then a row for each option with the seats that hold it.

    Positions that were revealed before the result are laid out alike.
    """
    return min((_spaced_sheets(page, spacing) for spacing in _SPACINGS), key=len)


def _spaced_sheets(page: ResultPage, spacing: _Spacing) -> tuple[Sheet, ...]:
    headline = QUESTION.sized(spacing.headline)
    time = lines(time_in_words(page.seconds_left), _VERDICT, _WIDTH)
    beside = time[0].width + 44 if time else 0
    verdict = lines(page.verdict, _VERDICT, _WIDTH - 190 - beside)
    head = _Head(
        headline=fitted(page.headline or page.title, headline, _WIDTH, 160, 45),
        verdict=verdict,
        time=time,
        detail=fitted(page.detail, Style(45, 56, STAGE.muted), _WIDTH - 190, 120, 36),
        gap=spacing.gap,
    )
    board = _board(page, spacing)
    rows = tuple(_result_row(row, board) for row in page.rows)
    made = proposal_pages(proposal_strips(page.proposal), rows, FOOT - 36 - head.end)
    return tuple(partial(_paint_result, page, head, (*words, *part)) for words, part in made)


def _board(page: ResultPage, spacing: _Spacing) -> _Board:
    """Return measures that leave the options what the most crowded row does not need."""
    crowd = max((len(row.tiles) for row in page.rows), default=0)
    tile = _TILE if crowd <= _CROWD else _SMALL_TILE
    chip = max((key_width(row.option.key) for row in page.rows), default=0)
    board = _Board(0, tile, _code_style(page, tile), chip, spacing.air)
    needed = max((_board_width(row, board) for row in page.rows), default=0)
    least, most = _OPTION_SHARES
    most = most if crowd else _SHARE_WITHOUT_TILES
    width = min(max(_WIDTH - needed - 24, _WIDTH * least), _WIDTH * most)
    return replace(board, option_width=width)


def _code_style(page: ResultPage, tile: float) -> Style:
    """Return the largest type in which every code of the page fits its tile."""
    codes = {seat.code for row in page.rows for seat in row.tiles if seat.code}
    room = tile - 2 * _PAD
    widest = max((lines(code, _CODE, 700)[0].width for code in codes), default=room)
    return _CODE.sized(max(min(_CODE.size, _CODE.size * room / widest), _SMALLEST_CODE))


def _board_width(row: ResultRow, board: _Board) -> float:
    tiles = sum(_tile_width(tile, board) + 10 for tile in row.tiles)
    return tiles + _count_width(row)


def _count_width(row: ResultRow) -> float:
    count = lines(row.count, _COUNT, 700)
    return count[0].width + 24 if count else 0.0


def _paint_result(page: ResultPage, head: _Head, rows: Strips, painter: QPainter) -> None:
    paint_strips(painter, head.headline, _LEFT, PAPER.top() + 8)
    y = head.panel_top
    panel = QRectF(_LEFT, y, _WIDTH, head.panel)
    colour = QColor(outcome_colour(DARK, page.status))
    painter.fillRect(panel, QColor(STAGE.panel))
    painter.fillRect(QRectF(_LEFT, y, 12, head.panel), colour)
    shape = QRectF(_LEFT + 46, panel.center().y() - 34, 68, 68)
    paint_shape(painter, OUTCOME_SHAPES[page.status], shape, colour)
    end = paint_strips(painter, head.verdict, _LEFT + 146, y + head.gap - 4)
    paint_strips(painter, head.detail, _LEFT + 146, end)
    for time in head.time[:1]:
        time.paint(painter, panel.right() - 36 - time.width, y + head.gap - 4)
    paint_strips(painter, rows, _LEFT, head.end)
    paint_foot(painter, page.foot)


def _step(option: OptionRow) -> Step:
    if option.place is None:
        return PLAIN
    return position_step(DARK, option.place.index, option.place.levels)


def _result_row(row: ResultRow, board: _Board) -> Strip:
    held = bool(row.tiles) or row.chosen or row.is_place
    style = replace(
        OPTION,
        colour=STAGE.text if held else STAGE.quiet,
        weight=700 if row.chosen else 400,
    )
    has_board = bool(row.tiles or row.count)
    width = board.option_width if has_board else _WIDTH - 24
    text = lines(row.option.text, style, width - 24 - board.chip - 24 - _BEFORE_TILES)
    rows = _tile_rows(row, board)
    # What is held stands clear of the outline of the option that was chosen.
    air = max(board.air, _AIR_IN_OUTLINE) if row.chosen else board.air
    height = max(height_of(text), _TILE_HEIGHT + 66 * (rows - 1)) + air
    top = air / 2

    def paint(painter: QPainter, x: float, y: float) -> None:
        if row.option.proposed:
            paint_proposed(painter, x, y, height)
        if row.chosen:
            painter.setPen(QPen(QColor(STAGE.chosen_edge), 3))
            painter.setBrush(QColor(STAGE.chosen))
            painter.drawRoundedRect(QRectF(x + 1, y + 1, _WIDTH - 2, height - 2), 8, 8)
        key = QRectF(x + 24, y + top, board.chip, 58)
        if row.is_place:
            put_inside(painter, row.option.key, _PLACE, key, smallest=24)
        else:
            paint_key(painter, row.option.key, _step(row.option) if held else None, key)
        paint_strips(painter, text, key.right() + 24, y + top + 2)
        _paint_tiles(painter, row, board, x + board.option_width, y + top)

    return Strip(height, 0, paint, gap=1, width=_WIDTH)


def _tile_width(tile: SeatTile, board: _Board) -> float:
    return board.tile + (_SHAPE + _PAD if tile.stance in _SHOWN_STANCES else 0)


def _tile_places(row: ResultRow, board: _Board) -> list[tuple[float, int]]:
    """Return for each tile how far right it stands and in which row."""
    places: list[tuple[float, int]] = []
    x, line = 0.0, 0
    room = _WIDTH - board.option_width - 24 - _count_width(row)
    for tile in row.tiles:
        width = _tile_width(tile, board)
        if x and x + width > room:
            x, line = 0.0, line + 1
        places.append((x, line))
        x += width + 10
    return places


def _tile_rows(row: ResultRow, board: _Board) -> int:
    return _tile_places(row, board)[-1][1] + 1 if row.tiles else 1


def _paint_tiles(painter: QPainter, row: ResultRow, board: _Board, left: float, top: float) -> None:
    step = _step(row.option)
    end = 0.0
    places = _tile_places(row, board)
    for tile, (x, line) in zip(row.tiles, places, strict=True):
        box = QRectF(left + x, top + 66 * line, _tile_width(tile, board), 58)
        _paint_tile(painter, tile, step, box, board.code)
        end = x + box.width() + 24
    if row.count:
        last = places[-1][1] if places else 0
        put(painter, row.count, _COUNT, left + end, top + 2 + 66 * last, 700)


def _paint_tile(painter: QPainter, tile: SeatTile, step: Step, box: QRectF, code: Style) -> None:
    painter.setPen(tile_pen(step))
    painter.setBrush(QColor(step.fill))
    painter.drawRoundedRect(box, 6, 6)
    inner = box.adjusted(_PAD, 0, -_PAD, 0)
    if tile.stance in _SHOWN_STANCES:
        shape = QRectF(box.x() + _PAD, box.y() + (box.height() - _SHAPE) / 2, _SHAPE, _SHAPE)
        _paint_stance(painter, tile.stance, shape)
        inner.setLeft(shape.right() + _PAD)
    # A pixel more on both sides, or a code that just fits would be broken in two.
    inner.adjust(-1, 0, 1, 0)
    style = replace(code, colour=step.ink)
    put_inside(painter, tile.code, style, inner, smallest=min(24, code.size), align=CENTRE)


def _paint_stance(painter: QPainter, stance: str, rect: QRectF) -> None:
    """Paint a stance's shape on the colour of the stage, for it would drown in the ramp's."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(STAGE.ground))
    painter.drawRoundedRect(rect, 6, 6)
    colour = QColor(stance_colour(DARK, stance))
    paint_shape(painter, STANCE_SHAPES[stance], rect.adjusted(6, 6, -6, -6), colour)
