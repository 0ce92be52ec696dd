"""How many seats held what: one stacked bar per decision, in the order of the scale."""

from dataclasses import dataclass

from tabletop.plots.canvas import Canvas
from tabletop.plots.lettering import Lettering
from tabletop.plots.picture import (
    TEXT_WIDTH_MM,
    Frame,
    Picture,
    Scale,
    Table,
    counted,
    number,
    on_scale,
)
from tabletop.plots.sheet import MARGIN, Key, Sheet, drawn, without_data
from tabletop.plots.tokens import Step, position_step

_ROW, _BAR = 7.0, 5.2
_TITLE_ROOM = 46.0


@dataclass(frozen=True, slots=True)
class Share:
    """One option, how many seats chose it, and its position if it has one."""

    option: str
    count: int
    position: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One decision; shares without seats may be left out."""

    decision: str
    title: str
    shares: tuple[Share, ...]
    answered: int
    eligible: int

    @property
    def held(self) -> tuple[Share, ...]:
        """Return the chosen options, those on the scale first and in its order."""
        chosen = [share for share in self.shares if share.count]
        on = sorted((s for s in chosen if s.position is not None), key=lambda s: s.position or 0)
        return (*on, *(share for share in chosen if share.position is None))

    @property
    def steps(self) -> int:
        """Return the length of the bar in seats: all that was chosen, and who did not answer."""
        return sum(share.count for share in self.shares) + self.unanswered

    @property
    def unanswered(self) -> int:
        return max(self.eligible - self.answered, 0)


@dataclass(frozen=True, slots=True)
class Distribution:
    """Decisions in the order in which they were taken."""

    rows: tuple[Row, ...]
    scale: Scale | None = None
    title: str = "Final positions by decision"


def position_distribution(data: Distribution, frame: Frame) -> Picture:
    """Draw the bars; every seat is a step of the same length in all of them."""
    name, columns = "position-distribution", ("Decision", "Final positions", "Answers")
    rows = tuple(row for row in data.rows if row.steps)
    if not rows:
        return without_data(name, data.title, columns, "No decision was open to any seat.", frame)
    bars = _Bars.of(rows, data.scale, Lettering(frame.fonts))
    missing = [row for row in rows if row.unanswered]
    notes = ["Each bar follows the order of the scale; ×3 means three seats."]
    if missing:
        decisions = counted(len(rows), "decision")
        notes.append(f"Not every seat answered in {len(missing)} of {decisions}.")
    sheet = Sheet(
        name=name,
        title=data.title,
        alt=_alt(rows, data.scale),
        table=Table(columns, tuple(_table_row(row) for row in rows)),
        height=_ROW * len(rows),
        paint=bars.paint,
        keys=(Key("hatch", "no answer"),) if missing else (),
        scale=data.scale if any(s.position is not None for r in rows for s in r.held) else None,
        notes=(" ".join(notes),),
    )
    return drawn(sheet, frame)


@dataclass(frozen=True, slots=True)
class _Bars:
    """The measures of the bars, and their painter."""

    rows: tuple[Row, ...]
    scale: Scale | None
    id_width: float
    left: float
    right: float

    @classmethod
    def of(cls, rows: tuple[Row, ...], scale: Scale | None, letters: Lettering) -> "_Bars":
        ids = letters.widest(tuple(row.decision for row in rows), 7.5, "semibold") + 2.5
        titles = min(letters.widest(tuple(row.title for row in rows), 7.5), _TITLE_ROOM)
        answers = letters.widest(tuple(_answers(row) for row in rows), 7.5) + 3
        return cls(
            rows,
            scale,
            id_width=ids,
            left=MARGIN + ids + titles + (3 if titles else 0),
            right=TEXT_WIDTH_MM - MARGIN - answers,
        )

    def paint(self, canvas: Canvas, top: float) -> None:
        step = (self.right - self.left) / max(row.steps for row in self.rows)
        for index, row in enumerate(self.rows):
            middle = top + (index + 0.5) * _ROW
            canvas.text(MARGIN, middle, row.decision, size=7.5, weight="semibold")
            room = self.left - MARGIN - self.id_width - 2
            title = canvas.letters.elided(row.title, room, 7.5)
            canvas.text(MARGIN + self.id_width, middle, title, size=7.5)
            self._paint_bar(canvas, middle, row, step)
            right, colour = TEXT_WIDTH_MM - MARGIN, canvas.tokens.muted
            canvas.text(right, middle, _answers(row), size=7.5, colour=colour, align="right")

    def _paint_bar(self, canvas: Canvas, middle: float, row: Row, step: float) -> None:
        left, top = self.left, middle - _BAR / 2
        for share in row.held:
            width = share.count * step
            cell = self._step(canvas, share)
            edge = canvas.tokens.edge if cell.ink == canvas.tokens.text else cell.fill
            canvas.box(left, top, width - 0.3, _BAR, fill=cell.fill, edge=edge, line=0.4)
            centre, room = left + (width - 0.3) / 2, width - 0.6
            self._paint_words(canvas, centre, middle, share, cell.ink, room)
            left += width
        if row.unanswered:
            width = row.unanswered * step - 0.3
            canvas.hatch(left, top, width, _BAR)
            canvas.box(left, top, width, _BAR, edge=canvas.tokens.edge, line=0.4)

    def _paint_words(
        self, canvas: Canvas, centre: float, middle: float, share: Share, ink: str, room: float
    ) -> None:
        """Write what was held, and by how many where it was more than one and there is room."""
        what = share.option if share.position is None else number(share.position)
        count = f" ×{share.count}" if share.count > 1 else ""
        letters, size = canvas.letters, 7.5
        if letters.width(what, size, "bold") + letters.width(count, 7) > room - 0.5:
            count = ""
        if letters.width(what, size, "bold") > room:
            size = 5.5
            what = letters.elided(what, room, size, "bold")
        width = letters.width(what, size, "bold")
        left = centre - (width + letters.width(count, 7)) / 2
        canvas.text(left, middle, what, size=size, weight="bold", colour=ink)
        canvas.text(left + width, middle, count, size=7, colour=ink)

    def _step(self, canvas: Canvas, share: Share) -> Step:
        if share.position is None or self.scale is None or not self.scale.levels:
            return Step(canvas.tokens.raised, canvas.tokens.text)
        return position_step(
            canvas.tokens, self.scale.place(share.position), len(self.scale.levels)
        )


def _answers(row: Row) -> str:
    if row.unanswered:
        return f"n = {row.answered} of {row.eligible}"
    return f"n = {row.answered}"


def _share_words(share: Share) -> str:
    where = "" if share.position is None else f" (position {number(share.position)})"
    return f"{share.option}{where}: {share.count}"


def _table_row(row: Row) -> tuple[str, str, str]:
    shares = [_share_words(share) for share in row.held]
    shares += [f"no answer: {row.unanswered}"] if row.unanswered else []
    return (row.decision, "; ".join(shares), f"{row.answered} of {row.eligible}")


def _alt(rows: tuple[Row, ...], scale: Scale | None) -> str:
    where = f" on the scale {on_scale(scale)}" if scale is not None else ""
    alone = [row.decision for row in rows if len(row.held) == 1 and not row.unanswered]
    same = f" All answers were the same in {', '.join(alone)}." if alone else ""
    return f"Stacked bars of the final positions in {counted(len(rows), 'decision')}{where}.{same}"
