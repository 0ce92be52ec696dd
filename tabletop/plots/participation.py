"""How much each seat entered, as bars; for a talk with the group, not a ranking of people."""

from dataclasses import dataclass

from tabletop.analysis.shares import gini
from tabletop.plots.canvas import Canvas
from tabletop.plots.lettering import Lettering
from tabletop.plots.picture import TEXT_WIDTH_MM, Frame, Picture, Table, counted
from tabletop.plots.sheet import MARGIN, Sheet, drawn, without_data

FEWEST_SEATS_FOR_GINI = 6


@dataclass(frozen=True, slots=True)
class Participation:
    """Entries per seat; `what` names one of them, such as "entry" or "intervention"."""

    seats: tuple[tuple[str, int], ...]
    what: str = "entry"
    what_many: str = "entries"
    title: str = "Participation by seat"


def participation_bars(data: Participation, frame: Frame) -> Picture:
    """Draw the bars, longest first, with Gini's coefficient from six seats on."""
    name, columns = "participation", ("Seat", data.what_many.capitalize())
    total = sum(count for _, count in data.seats)
    if not total:
        reason = f"No seat made any {data.what}."
        return without_data(name, data.title, columns, reason, frame)
    ordered = tuple(sorted(data.seats, key=lambda seat: -seat[1]))
    pitch = 5.6 if len(ordered) <= 24 else 4.6
    left = MARGIN + min(Lettering(frame.fonts).widest(_names(ordered), 7.5, "semibold"), 40) + 3

    def paint(canvas: Canvas, top: float) -> None:
        longest = ordered[0][1]
        for index, (seat, count) in enumerate(ordered):
            middle = top + (index + 0.5) * pitch
            words = canvas.letters.elided(seat, left - MARGIN - 2, 7.5, "semibold")
            canvas.text(MARGIN, middle, words, size=7.5, weight="semibold")
            width = (TEXT_WIDTH_MM - MARGIN - 12 - left) * count / longest
            if count:
                canvas.box(left, middle - 1.6, width, 3.2, fill=canvas.tokens.edge)
            canvas.text(left + width + 1.4, middle, str(count), size=7.5)
        canvas.line((left, top), (left, top + pitch * len(ordered)), width=0.8)

    sheet = Sheet(
        name=name,
        title=data.title,
        alt=_alt(data, ordered, total),
        table=Table(columns, tuple((seat, str(count)) for seat, count in ordered)),
        height=pitch * len(ordered),
        paint=paint,
        notes=(f"{counted(total, data.what, data.what_many)} in all. {_balance(data)}".strip(),),
    )
    return drawn(sheet, frame)


def _names(seats: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    return tuple(seat for seat, _ in seats)


def _balance(data: Participation) -> str:
    """Return a sentence with the coefficient; with few seats the bars alone say more."""
    index = gini([count for _, count in data.seats])
    if index is None or len(data.seats) < FEWEST_SEATS_FOR_GINI:
        return ""
    return f"Gini coefficient {index:.2f} (0: all seats alike), n = {len(data.seats)} seats."


def _alt(data: Participation, ordered: tuple[tuple[str, int], ...], total: int) -> str:
    most, least = ordered[0], ordered[-1]
    if len(ordered) == 1:
        return f"One bar: {most[0]} with {counted(total, data.what, data.what_many)}."
    return (
        f"Bars of {counted(total, data.what, data.what_many)} by {counted(len(ordered), 'seat')}, "
        f"from {most[0]} with {most[1]} to {least[0]} with {least[1]}. {_balance(data)}"
    ).strip()
