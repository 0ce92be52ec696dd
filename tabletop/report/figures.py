"""Takes drawings over from `plots` into a report."""

from dataclasses import replace

from tabletop.plots.picture import TEXT_WIDTH_MM, Picture
from tabletop.report.content import Cell, Column, Figure, Table

_MOST_COLUMNS_IN_PRINT = 6
# A drawing as tall as this, its heading, a sentence and its caption share a page of A4.
_TALLEST_MM = 200.0


def figure_of(picture: Picture, *, caption: str = "", anchor: str = "") -> Figure:
    """Return a drawing as a figure with its numbers; the caption is the drawing's title if empty.

    Columns of the numbers are as wide as their longest entry asks for; on paper only numbers of a
    few columns are repeated under the drawing.
    """
    data = _numbers(picture)
    return Figure(
        name=picture.name,
        svg=picture.svg,
        png=picture.png,
        alt=picture.alt,
        caption=caption or picture.title,
        data=data,
        anchor=anchor or picture.name,
        width=min(picture.width_mm / TEXT_WIDTH_MM, 1.0, _TALLEST_MM / picture.height_mm),
        data_in_print=data is not None and len(data.columns) <= _MOST_COLUMNS_IN_PRINT,
    )


def drawn_only(picture: Picture, caption: str) -> Figure:
    """Return a drawing whose numbers stand in tables of their own, so not under it on paper."""
    figure = figure_of(picture, caption=caption, anchor=f"figure-{picture.name}")
    return replace(figure, data_in_print=False)


def _numbers(picture: Picture) -> Table | None:
    if not picture.table.rows:
        return None
    rows = tuple(tuple(Cell(text) for text in row) for row in picture.table.rows)
    columns = tuple(
        Column(header, width=_width([header, *(row[place] for row in picture.table.rows)]))
        for place, header in enumerate(picture.table.columns)
    )
    return Table(picture.title, columns, rows, dense=True)


def _width(texts: list[str]) -> float:
    return float(min(max(len(text) for text in texts), 30) + 2)
