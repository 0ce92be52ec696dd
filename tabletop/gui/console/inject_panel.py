"""The middle column: the inject as the room reads it, then what only the facilitator sees."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tabletop.gui.console.body import BodyBrowser
from tabletop.gui.console.buttons import PAD, KeyButton
from tabletop.gui.console.facilitator_area import FacilitatorArea
from tabletop.gui.console.head_line import HeadLine
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.picture_panel import PicturePanel
from tabletop.gui.console.rows.inject_view import InjectView
from tabletop.gui.console.rows.undoing import undo_words
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole

_HEADINGS = {
    "in_room": ("eye", "running"),
    "in_play": ("status-in-play", "running"),
    "private": ("lock", "accent"),
    "standby": ("play", "accent"),
    "released": ("status-released", "muted"),
    "skipped": ("status-skipped", "muted"),
    "waiting": ("status-waiting", "muted"),
}
_LEAST_AREA, _LEAST_WIDE_AREA = 300, 380
_LEAST_BODY = 96
_AROUND_BODY = 22
_BETWEEN = 28
_MOST_UNDO, _LEAST_UNDO = 0.6, 0.36
_LEAST_WORDS = 16


class InjectPanel(QWidget):
    """One inject, released or not; says in its first line whether the room sees it."""

    recall_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inject")
        self._theme = theme
        self._view: InjectView | None = None
        self._undo_label = ""
        self._sign = QLabel()
        self._heading = QLabel()
        set_role(self._heading, TextRole.STRONG)
        self._since = ElidedLabel(theme, TextRole.TEXT, "inject-since", colour="muted")
        self.undo = KeyButton(theme, "undo", kind="flat")
        self._title = ElidedLabel(theme, TextRole.TITLE, "inject-title")
        self._chips = [QLabel(), QLabel()]
        self._at = ElidedLabel(theme, TextRole.TEXT, "inject-at", colour="muted")
        self._route = ElidedLabel(theme, TextRole.TEXT, "inject-route", colour="muted")
        self.body = BodyBrowser(theme, "inject-body", ground="raised")
        self.more = ElidedLabel(theme, TextRole.META, "inject-more", colour="accent")
        # A flat button's words, not its unseen edge, stand on the margin of the column.
        self._head = HeadLine(theme, inset=(16, 16 - PAD))
        self._top = QWidget()
        self._frame = QFrame()
        self.area = FacilitatorArea(theme)
        self._lay_out()
        self.picture = PicturePanel(theme, self)
        self.picture.closed.connect(self.area.papers.setFocus)
        bar = self.body.verticalScrollBar()
        bar.valueChanged.connect(self._show_more)
        bar.rangeChanged.connect(self._show_more)
        theme.changed.connect(self._fit_body)

    @property
    def view(self) -> InjectView | None:
        """What is shown."""
        return self._view

    def show_view(self, view: InjectView | None) -> None:
        """Show an inject, or the empty state before there is one."""
        if view == self._view:
            return
        if view is None or self._view is None or view.inject_id != self._view.inject_id:
            self.picture.dismiss()
        self._view = view
        if view is None:
            return
        icon, colour = _HEADINGS[view.heading_kind]
        self._theme.set_icon(self._sign, icon, role=colour, size=16)
        self._heading.setText(view.heading)
        set_kind(self._heading, {"text": ""}.get(colour, colour))
        self._since.setText(view.since)
        self._title.setText(f"{view.inject_id}  {view.title}")
        for chip, text in zip(self._chips, (view.channel, view.grade), strict=True):
            chip.setText(text)
            chip.setVisible(bool(text))
        self._at.setText(view.at)
        self._route.setText(view.sender)
        self.body.show_markdown(view.body)
        self.body.setAccessibleName(self.tr("Text of {}").format(view.inject_id))
        self.area.show_view(view)
        self._fit_body()

    def show_undo(self, label: str) -> None:
        """Say what Ctrl+Z takes back; words too long for the column stand whole in the tooltip."""
        self._undo_label = label
        self.undo.setEnabled(bool(label))
        if not label:
            self.undo.show_words(self.tr("Nothing to undo"))
            return
        tip = self.tr("Undo: {} (Ctrl Z)").format(label)
        words, key = undo_words(label), self.tr("Ctrl Z")
        beside_all, most = self._rooms_for_undo()
        for shown in words:
            self.undo.show_words(shown, key, tip=tip)
            if self.undo.sizeHint().width() <= beside_all:
                return
        cut = self.undo.cut_to(beside_all)
        if len(cut) >= _LEAST_WORDS:
            self.undo.show_words(cut, key, tip=tip)
            return
        for shown in words:
            self.undo.show_words(shown, key, tip=tip)
            if self.undo.sizeHint().width() <= most:
                return
        cut = self.undo.cut_to(most)
        if len(cut) < _LEAST_WORDS:
            # So narrow a column has no room for both; the key stands in the tooltip then.
            self.undo.show_words(words[-1], tip=tip)
            cut, key = self.undo.cut_to(most), ""
        self.undo.show_words(cut, key, tip=tip)

    def _rooms_for_undo(self) -> tuple[int, int]:
        """Return how wide the button is beside all of the heading, and how wide it may get.

        What is said of the time gives way to it at last, the heading itself does not.
        """
        parts = (self._sign, self._heading)
        around = (
            sum(w.sizeHint().width() for w in parts) + 3 * self._head.row.spacing() + 2 * 16 - PAD
        )
        left = self.width() - around
        most = min(round(self.width() * _MOST_UNDO), max(left, round(self.width() * _LEAST_UNDO)))
        return min(left - self._since.sizeHint().width(), most), most

    def show_wide(self, *, wide: bool) -> None:
        """Take the room of a wide column, or of a narrow one."""
        self.area.show_wide(wide=wide)
        self._fit_body()

    def read_on(self, pages: int) -> None:
        """Turn the text of the inject by a page; two lines of the last one stay in sight."""
        bar = self.body.verticalScrollBar()
        kept = 2 * self._theme.line(TextRole.INJECT)
        bar.setValue(bar.value() + pages * max(bar.pageStep() - kept, kept))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.picture.isVisible():
            self.picture.fit()
        self._fit_body()
        self.show_undo(self._undo_label)

    def _fit_body(self) -> None:
        """Give the text what it needs, but leave the facilitator's area its share."""
        width = max(self.width() - 2 * 16 - 2 * 17, 80)
        wanted = self.body.text_height(width) + _AROUND_BODY + 4
        measures = Measures(self._theme)
        lines = (TextRole.TITLE, TextRole.META, TextRole.TEXT)
        around = measures.head + sum(self._theme.line(role) for role in lines) + _BETWEEN
        area = _LEAST_WIDE_AREA if measures.is_wide else _LEAST_AREA
        least = self.area.monitors.needed() + measures.scaled(area)
        room = max(self.height() - around - least, measures.scaled(_LEAST_BODY))
        self.more.setVisible(wanted > room)
        if wanted > room:
            room = max(room, _AROUND_BODY + 4 + 3 * self._theme.line(TextRole.INJECT))
        self._frame.setFixedHeight(min(wanted, room))
        # The layout that divides the column runs after this, on the height asked for before.
        if (layout := self._top.layout()) is not None:
            layout.activate()
        self._show_more()

    def _show_more(self) -> None:
        """Say how much of the text is out of sight, and the keys that bring it."""
        bar = self.body.verticalScrollBar()
        line = max(self._theme.line(TextRole.INJECT), 1)
        below = -(-(bar.maximum() - bar.value()) // line)
        if below > 0:
            words = self.tr("{} more lines below, Alt ↓").format(below)
            self.more.setText(words if below > 1 else self.tr("1 more line below, Alt ↓"))
        else:
            self.more.setText(self.tr("End of the text, Alt ↑ goes back"))

    def _lay_out(self) -> None:
        set_kind(self._frame, "raised")
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(16, 12, 8, 10)
        inner.setSpacing(4)
        inner.addWidget(self.body)
        inner.addWidget(self.more)
        self.more.hide()
        self.body.setStyleSheet(
            "QTextBrowser { background: transparent; border: none; padding: 0; }"
        )
        outer = QVBoxLayout(self._top)
        outer.setContentsMargins(0, 0, 0, 8)
        outer.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(0)
        self._fill_head()
        outer.addWidget(self._head)
        outer.addLayout(top)
        top.addWidget(self._title)
        top.addSpacing(4)
        top.addLayout(self._chip_line())
        top.addSpacing(4)
        top.addWidget(self._route)
        top.addSpacing(8)
        top.addWidget(self._frame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        layout.addWidget(self.area, 1)

    def _fill_head(self) -> None:
        line = self._head.row
        line.addWidget(self._sign)
        line.addWidget(self._heading)
        line.addWidget(self._since, 1)
        line.addWidget(self.undo)

    def _chip_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for chip in self._chips:
            set_role(chip, TextRole.META)
            set_kind(chip, "chip")
            line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._at, 1)
        for label in (*self._chips, self._heading):
            label.setTextFormat(Qt.TextFormat.PlainText)
        return line
