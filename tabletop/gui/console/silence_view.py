"""A text under silence: steps, the clock, the bar that empties, breaks, seats as boxes."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from tabletop.gui.console.lettering import RIGHT, Lettering
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.rows.labels import label_starts
from tabletop.gui.console.rows.silence import SeatBox, SilenceRow
from tabletop.gui.theme.shapes import STANCE_SHAPES, Shape, paint_shape, stance_colour
from tabletop.gui.theme.theme import Theme
from tabletop.gui.theme.typography import TextRole

_BOX = (8, 5)
_BREAKS_TOLD = 2
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


class SilenceView(QWidget):
    """Painted from a row; a click on a seat's box puts the ring on it."""

    seat_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("silence")
        self._theme = theme
        self._row: SilenceRow | None = None
        self._ring = ""
        self._boxes: list[tuple[QRectF, str]] = []
        theme.changed.connect(self.update)

    @property
    def row(self) -> SilenceRow | None:
        """What is shown."""
        return self._row

    @property
    def boxes(self) -> tuple[tuple[QRectF, str], ...]:
        """Where the box of each seat stands."""
        return tuple(self._boxes)

    def show_row(self, row: SilenceRow, ring: str) -> None:
        """Show the text and its clock; repaints only when a text has changed."""
        if (row, ring) == (self._row, self._ring):
            return
        self._row, self._ring = row, ring
        self.setAccessibleName(
            self.tr("Silence: {clock} left, {counts}").format(clock=row.clock, counts=row.counts)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, Measures(self._theme).scaled(430))

    @property
    def _line(self) -> int:
        return self._theme.line(TextRole.TEXT) + 6

    @property
    def _box_height(self) -> int:
        return self._theme.line(TextRole.TEXT) + 12

    def _seats_height(self, row: SilenceRow) -> int:
        lines = -(-len(row.seats) // _BOX[1])
        return self._theme.line(TextRole.HEAD) + 6 + lines * (self._box_height + 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for rect, role in self._boxes:
            if rect.contains(event.position()):
                self.seat_clicked.emit(role)

    def paintEvent(self, _event: QPaintEvent) -> None:
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        lettering = Lettering(painter, self._theme)
        steps, draft = self._room_for(row)
        y = self._paint_steps(lettering, row) if steps else 0.0
        y = self._paint_clock(lettering, row, y)
        y = self._paint_breaks(lettering, row, y)
        y = self._paint_draft(lettering, row, y) if draft else y
        self._paint_seats(lettering, row, y)
        painter.end()

    def _room_for(self, row: SilenceRow) -> tuple[bool, bool]:
        """Return whether steps and draft fit: large type leaves them to clock, breaks and seats."""
        line, small = self._line, self._theme.line(TextRole.HEAD)
        steps, draft = line + 8, small + 4 + self._theme.line(TextRole.INJECT) + 18
        breaks = sum(not mark.is_late for mark in row.breaks)
        told = min(breaks, _BREAKS_TOLD) + 1 + row.breaks_are_private if breaks else 0
        needed = self._clock_height() + 12 + self._seats_height(row)
        needed += 24 + (line - 4) * told if told else 0
        left = self.height() - needed
        return left >= steps, left >= draft + (steps if left >= steps else 0)

    def _clock_height(self) -> int:
        small, digits = self._theme.line(TextRole.HEAD), self._theme.line(TextRole.SILENCE_CLOCK)
        return 12 + small + digits + 12 + 10 + 4 + small + 10

    def _paint_steps(self, lettering: Lettering, row: SilenceRow) -> float:
        under = row.stage == "under_silence"
        last = {
            "adopted": self.tr("Ran out unbroken"),
            "broken": self.tr("Broken"),
            "withdrawn": self.tr("Withdrawn"),
        }.get(row.stage, self.tr("Outcome"))
        words = (self.tr("Draft"), self.tr("Under silence"), last)
        widths = [lettering.width(w, TextRole.TEXT, weight=600) + 20 for w in words]
        line = self._line
        left, right, middle = 16.0, self.width() - 16.0, line / 2
        lefts = (left, (self.width() - widths[1]) / 2, right - widths[2])
        for number, (word, x) in enumerate(zip(words, lefts, strict=True)):
            here = (number == 1) == under and number > 0
            ink = "text" if here else "muted"
            if number == 0 or (number == 1 and not under):
                lettering.icon("check", x, middle, "success")
            else:
                colour = "accent" if here else "muted"
                lettering.shape(Shape.DISC if here else Shape.RING, x + 1, middle, colour)
            place = QRectF(x + 20, 0, widths[number], line)
            lettering.put(word, place, TextRole.TEXT, ink, weight=600 if here else None)
            if number:
                start = lefts[number - 1] + widths[number - 1] + 12
                lettering.hairline(start, x - 12, middle)
        return line + 8.0

    def _paint_clock(self, lettering: Lettering, row: SilenceRow, y: float) -> float:
        painter = lettering.painter
        small, digits = self._theme.line(TextRole.HEAD), self._theme.line(TextRole.SILENCE_CLOCK)
        box = QRectF(16.5, y + 0.5, self.width() - 33, self._clock_height())
        painter.setPen(QPen(lettering.ink("line"), 1))
        painter.setBrush(lettering.ink("raised"))
        painter.drawRoundedRect(box, 8, 8)
        left, right = box.left() + 20, box.right() - 20
        caption = f"{row.caption}, {self.tr('stopped')}" if row.is_stopped else row.caption
        lettering.put(caption, QRectF(left, y + 12, right - left, small), TextRole.HEAD, "muted")
        self._paint_digits(lettering, row, QRectF(left, y + 12 + small, right - left, digits))
        taken = lettering.width(row.clock, TextRole.SILENCE_CLOCK, tabular=True) + 16
        self._paint_deadlines(lettering, row, QRectF(left, y + 12, right - left, digits), taken)
        self._paint_bar(lettering, row, QRectF(left, y + 24 + small + digits, right - left, 10))
        return box.bottom() + 12

    def _paint_digits(self, lettering: Lettering, row: SilenceRow, rect: QRectF) -> None:
        if not row.is_stopped:
            colour = "warning" if row.is_last_minute else "text"
            lettering.put(row.clock, rect, TextRole.SILENCE_CLOCK, colour, tabular=True)
            return
        path = QPainterPath()
        font = self._theme.font(TextRole.SILENCE_CLOCK)
        path.addText(rect.left(), rect.bottom() - 10, font, row.clock)
        lettering.painter.setPen(QPen(lettering.ink("muted"), 1.5))
        lettering.painter.setBrush(Qt.BrushStyle.NoBrush)
        lettering.painter.drawPath(path)

    def _paint_deadlines(
        self, lettering: Lettering, row: SilenceRow, rect: QRectF, taken: float
    ) -> None:
        pairs = [
            (self.tr("Deadline"), row.scenario_deadline),
            (self.tr("Real"), row.real_deadline),
        ]
        rect, step = rect.adjusted(taken, 0, 0, 0), self._line - 4
        y = rect.top() + self._theme.line(TextRole.HEAD)
        for caption, value in pairs:
            if value:
                line = QRectF(rect.left(), y, rect.width(), step)
                width = lettering.width(value, TextRole.TEXT, weight=600, tabular=True)
                lettering.put(
                    value, line, TextRole.TEXT, "text", weight=600, align=RIGHT, tabular=True
                )
                before = line.adjusted(0, 0, -width - 5, 0)
                lettering.put(caption, before, TextRole.TEXT, "muted", align=RIGHT)
                y += step
        last = QRectF(rect.left(), y, rect.width(), step)
        lettering.put(row.given, last, TextRole.TEXT, "muted", align=RIGHT, tabular=True)

    def _paint_bar(self, lettering: Lettering, row: SilenceRow, bar: QRectF) -> None:
        painter = lettering.painter
        if self._theme.tokens.is_high_contrast:
            # Lines are white there: a filled track would be louder than what is left of the time.
            lettering.frame(bar, "line", radius=5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(lettering.ink("line"))
            painter.drawRoundedRect(bar, 5, 5)
        left = bar.adjusted(bar.width() * (1 - row.fraction_left), 0, 0, 0)
        colour = "edge" if row.is_stopped else "warning" if row.is_last_minute else "accent"
        if left.width() > 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(lettering.ink(colour))
            painter.drawRoundedRect(left, 5, 5)
        small = self._theme.line(TextRole.HEAD)
        under = QRectF(bar.left(), bar.bottom() + 4, bar.width(), small)
        lettering.put(row.began, under, TextRole.HEAD, "muted", tabular=True)
        lettering.put(row.ends, under, TextRole.HEAD, "muted", align=RIGHT, tabular=True)
        for mark in row.breaks:
            x = bar.left() + bar.width() * mark.at
            ink = "muted" if mark.is_late else "danger"
            lettering.fill(QRectF(x - 1, bar.top() - 5, 2, 20), ink)
        self._name_breaks(lettering, row, under)

    def _name_breaks(self, lettering: Lettering, row: SilenceRow, under: QRectF) -> None:
        """Write who broke when under the ticks; close together, they move or leave out the time."""
        edge = lettering.width("00:00:00 ", TextRole.HEAD, tabular=True)
        room = (under.left() + edge, under.right() - edge)
        points = [under.left() + under.width() * mark.at for mark in row.breaks]
        for shown in ([f"{m.role} {m.time}" for m in row.breaks], [m.role for m in row.breaks]):
            widths = [lettering.width(words, TextRole.HEAD, tabular=True) + 2 for words in shown]
            starts = label_starts(points, widths, room)
            for mark, words, start, width in zip(row.breaks, shown, starts, widths, strict=False):
                ink = "muted" if mark.is_late else "danger"
                place = QRectF(start, under.top(), width, under.height())
                lettering.put(words, place, TextRole.HEAD, ink, tabular=True)
            if starts:
                return

    def _paint_breaks(self, lettering: Lettering, row: SilenceRow, y: float) -> float:
        breaks = [mark for mark in row.breaks if not mark.is_late]
        if not breaks:
            return y
        lines = breaks[:_BREAKS_TOLD]
        line = self._line - 4
        height = 12 + line * (1 + len(lines) + row.breaks_are_private)
        box = QRectF(16, y, self.width() - 32, height)
        lettering.fill(box, "danger_tint")
        lettering.fill(QRectF(box.left(), box.top(), 3, box.height()), "danger")
        if self._theme.tokens.is_high_contrast:
            lettering.frame(box, "danger", 2)
        shape = QRectF(box.left() + 13, y + line / 2, 13, 13)
        paint_shape(lettering.painter, Shape.OCTAGON, shape, lettering.ink("danger"))
        count = len(breaks)
        head = (
            self.tr("1 break: the draft will not be adopted at the deadline")
            if count == 1
            else self.tr("{} breaks: the draft will not be adopted at the deadline").format(count)
        )
        inner = QRectF(box.left() + 36, y + 6, box.width() - 48, line)
        lettering.put(head, inner, TextRole.STRONG)
        for mark in lines:
            inner.translate(0, line)
            width = lettering.put(mark.role, inner, TextRole.STRONG)
            text = f"“{mark.text}”" if mark.text else self.tr("without a text")
            lettering.put(text, inner.adjusted(width + 6, 0, 0, 0), TextRole.TEXT)
        if row.breaks_are_private:
            inner.translate(0, line)
            lettering.icon("lock", inner.left(), inner.center().y(), "muted", 12)
            words = self.tr("The room does not know yet.")
            lettering.put(words, inner.adjusted(18, 0, 0, 0), TextRole.META, "muted")
        return box.bottom() + 12

    def _paint_draft(self, lettering: Lettering, row: SilenceRow, y: float) -> float:
        heading = f"{row.draft_heading}, {row.revision}" if row.revision else row.draft_heading
        small = self._theme.line(TextRole.HEAD)
        lettering.put(heading, QRectF(16, y, self.width() - 32, small), TextRole.HEAD, "muted")
        lettering.painter.setFont(self._theme.font(TextRole.INJECT))
        lettering.painter.setPen(lettering.ink("text"))
        text = f"“{row.draft.strip('“”')}”"
        metrics = QFontMetrics(self._theme.font(TextRole.INJECT))
        wanted = metrics.boundingRect(0, 0, self.width() - 32, 1000, _WRAP, text).height()
        least = self._theme.line(TextRole.INJECT)
        left = self.height() - y - small - 18 - self._seats_height(row)
        box = QRectF(16, y + small + 4, self.width() - 32, min(wanted + 4, max(left, least)))
        lettering.painter.drawText(box, _WRAP, text)
        return box.bottom() + 14

    def _paint_seats(self, lettering: Lettering, row: SilenceRow, y: float) -> None:
        small = self._theme.line(TextRole.HEAD)
        head = QRectF(16, y, self.width() - 32, small)
        lettering.put(self.tr("Seats"), head, TextRole.HEAD, "muted")
        lettering.put(row.counts, head, TextRole.HEAD, "muted", align=RIGHT)
        height, (gap, columns) = self._box_height, _BOX
        width = (self.width() - 32 - gap * (columns - 1)) / columns
        self._boxes = []
        for number, seat in enumerate(row.seats):
            line, column = divmod(number, columns)
            rect = QRectF(16 + column * (width + gap), 0, width, height)
            rect.translate(0, y + small + 6 + line * (height + 6))
            self._boxes.append((rect, seat.role))
            self._paint_seat(lettering, rect, seat)

    def _paint_seat(self, lettering: Lettering, rect: QRectF, seat: SeatBox) -> None:
        painter = lettering.painter
        has_ring = seat.role == self._ring
        is_break = seat.state == "break"
        colour = "focus" if has_ring else "danger" if is_break else "line"
        painter.setPen(QPen(lettering.ink(colour), 2 if has_ring else 1))
        painter.setBrush(lettering.ink("danger_tint" if is_break else "surface"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle = rect.center().y()
        ink = lettering.ink("danger" if is_break else "text")
        if seat.state in STANCE_SHAPES:
            tone = QColor(stance_colour(self._theme.tokens, seat.state))
            lettering.shape(STANCE_SHAPES[seat.state], rect.left() + 8, middle, tone)
        else:
            lettering.shape(Shape.RING, rect.left() + 8, middle, "muted")
        inner = rect.adjusted(25, 0, -6, 0)
        taken = lettering.put(seat.role, inner, TextRole.STRONG, ink)
        words = {"reservation": self.tr("reserv."), "awaiting": self.tr("await.")}
        shown = words.get(seat.state, seat.state)
        colour_role = "danger" if is_break else "muted"
        weight = 600 if is_break else None
        # Where large type leaves no room for the word, the shape and the counts above say it.
        if lettering.width(shown, TextRole.META, weight=weight) + taken + 4 <= inner.width():
            lettering.put(shown, inner, TextRole.META, colour_role, weight=weight, align=RIGHT)
