"""The page of the library: scenarios on the left, exercises on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tabletop.gui.library import painting, rows
from tabletop.gui.library.cache import Contents
from tabletop.gui.library.cards import CardGrid
from tabletop.gui.library.panel import ExercisePanel
from tabletop.gui.theme.typography import TextRole

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from tabletop.gui.theme.theme import Theme

_MARGIN = 24
_PANEL, _PANEL_LEAST = 424, 280
_LARGEST_SHARE = 0.45


class Heading(QWidget):
    """The heading of a column, with a muted word beside it or at its right end.

    ``painted`` is sent with the first picture.
    """

    painted = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget, *, at_end: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._aside = ""
        self._at_end = at_end
        self._was_painted = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        theme.changed.connect(self.updateGeometry)

    @property
    def aside(self) -> str:
        """The muted word."""
        return self._aside

    def show_aside(self, words: str) -> None:
        """Show another muted word."""
        self._aside = words
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, round(32 * self._theme.typography.scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, tokens = self._theme, self._theme.tokens
        font, rect = theme.font(TextRole.PAGE), QRectF(self.rect())
        painting.text(painter, rect, self._title, font, QColor(tokens.text))
        left = 0.0 if self._at_end else painting.width_of(font, self._title) + 12
        align = painting.RIGHT if self._at_end else painting.LEFT
        aside = rect.adjusted(left, 3, 0, 0)
        plain, muted = theme.font(TextRole.TEXT), QColor(tokens.muted)
        painting.text(painter, aside, self._aside, plain, muted, align)
        painter.end()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


class LibraryPage(QWidget):
    """Shows what is listed, and says what is wanted: ``start`` at once, ``run`` asks first."""

    start_wanted = Signal(object)
    run_wanted = Signal(object)
    rehearsal_wanted = Signal(object)
    exercise_wanted = Signal(object)
    exercise_open_wanted = Signal(object)
    painted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self._theme = theme
        self._contents = Contents()
        self._wanted = ""
        self._is_read = False
        self._scenarios = Heading(theme, self.tr("Scenarios"), self)
        self._exercises = Heading(theme, self.tr("Exercises"), self, at_end=True)
        self.cards = CardGrid(theme, self)
        self.panel = ExercisePanel(theme, self)
        self._lay_out()
        self._connect()

    @property
    def contents(self) -> Contents:
        """What is listed."""
        return self._contents

    def show_contents(self, contents: Contents, *, is_read: bool) -> None:
        """List scenarios and exercises; ``is_read`` when they are true, not only remembered."""
        self._contents = contents
        self._is_read = is_read
        self._show()

    def search(self, wanted: str) -> None:
        """Show only what holds the words looked for."""
        self._wanted = wanted
        self._show()

    def take_focus(self) -> None:
        """Give the keyboard to what is most likely wanted: a running exercise, else a card."""
        if self.panel.running.row is not None:
            self.panel.running.button.setFocus()
        else:
            self.cards.take_focus()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, heading, body in (
            (left, self._scenarios, self.cards),
            (right, self._exercises, self.panel),
        ):
            column.setSpacing(12)
            column.addWidget(heading)
            column.addWidget(body, 1)
        self._fit_panel()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(_MARGIN, 20, _MARGIN, _MARGIN)
        whole.setSpacing(_MARGIN)
        whole.addLayout(left, 1)
        whole.addLayout(right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_panel()

    def _fit_panel(self) -> None:
        """Let the exercises grow with the text, as far as the cards keep the larger part."""
        most = max(round(self.width() * _LARGEST_SHARE), _PANEL_LEAST)
        self.panel.setFixedWidth(min(self._theme.scaled(_PANEL), most))

    def _connect(self) -> None:
        self._theme.changed.connect(self._fit_panel)
        self.cards.start_wanted.connect(self.start_wanted)
        self.cards.run_wanted.connect(self.run_wanted)
        self.cards.rehearsal_wanted.connect(self.rehearsal_wanted)
        self.cards.left.connect(self.panel.take_focus)
        self.panel.left.connect(self.cards.take_focus)
        self._scenarios.painted.connect(self.painted)
        self.panel.list.wanted.connect(self.exercise_wanted)
        self.panel.list.open_wanted.connect(self.exercise_open_wanted)
        self.panel.running.wanted.connect(self.exercise_wanted)
        self.panel.empty.wanted.connect(self._on_first_run_wanted)

    def _show(self) -> None:
        scenarios, exercises = self._contents.scenarios, self._contents.exercises
        cards = rows.card_rows(scenarios, self._wanted)
        listed = rows.exercise_rows(exercises)
        shown = rows.matching(listed, self._wanted)
        count = rows.scenario_count(len(cards), len(scenarios), is_read=self._is_read)
        self._scenarios.show_aside(count)
        self._exercises.show_aside(rows.exercise_count(len(shown), len(listed)))
        if self.cards.show_rows(cards):
            self._put_panel_last()
        self.panel.show_rows(shown, rows.running_row(shown))
        if not shown:
            self._explain_empty(has_exercises=bool(listed))

    def _put_panel_last(self) -> None:
        """Let Tab go from the last card to the exercises: a new card is the last of the window."""
        before: QWidget = self.cards.cards[-1].last_button
        for after in self.panel.controls:
            QWidget.setTabOrder(before, after)
            before = after

    def _explain_empty(self, *, has_exercises: bool) -> None:
        first = self._contents.scenarios[0].title if self._contents.scenarios else ""
        if has_exercises:
            title = self.tr("Nothing found")
            self.panel.empty.say("search", title, self.tr("No exercise holds these words."))
        elif not self._is_read and not first:
            title = self.tr("Reading the library")
            self.panel.empty.say("book", title, self.tr("Scenarios and exercises appear here."))
        else:
            line = self.tr("Run a scenario and it is kept here, every entry of it.")
            offer = self.tr("Run {}").format(first) if first else ""
            self.panel.empty.say("book", self.tr("No exercises yet"), line, offer)

    def _on_first_run_wanted(self) -> None:
        shown = rows.card_rows(self._contents.scenarios)
        if shown:
            self.start_wanted.emit(shown[0])
