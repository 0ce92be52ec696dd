"""The head of the board: which decision it is, by which rule and until when, and what is put."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tabletop.gui.console.head_line import HeadLine
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.rows.board import BoardRows
from tabletop.gui.console.switcher import Switcher
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole

_MANY_OPTIONS = 6


class BoardHead:
    """Says what is decided; the question gives way to many options and to what is put.

    Its parts stand in the board's own column: a column within it would be laid out a moment later.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._chip = QLabel()
        self._facts = ElidedLabel(theme, TextRole.TEXT, "decision-facts", colour="muted")
        self.switcher = Switcher(theme)
        self._timer = QLabel()
        self._title = ElidedLabel(theme, TextRole.TITLE, "decision-title")
        self._question = ElidedLabel(theme, TextRole.TEXT, "decision-question", colour="muted")
        self._put = QLabel()
        self._put.setObjectName("decision-put")
        self._put.setTextFormat(Qt.TextFormat.PlainText)
        self._put.setWordWrap(True)
        set_role(self._put, TextRole.TEXT)
        self.parts: tuple[QWidget, ...] = (self._line(), self._title, self._question, self._put)

    def show_rows(self, rows: BoardRows) -> None:
        """Show a decision as it stands."""
        self._chip.setText(rows.chip)
        self.switcher.show_tabs(rows.tabs)
        self._facts.setText(rows.facts)
        self._timer.setText(rows.timer)
        self._timer.setVisible(bool(rows.timer))
        set_kind(self._timer, "warning" if rows.is_late else "")
        self._title.setText(f"{rows.decision_id}  {rows.title}")
        self._title.show_aside(rows.question)
        self._question.setText(rows.question)
        self._put.setText(rows.put)
        self._put.setVisible(bool(rows.put))
        roomy = len(rows.bars) < _MANY_OPTIONS or Measures(self._theme).is_wide
        self._question.setVisible(roomy and bool(rows.question) and not rows.put)

    def _line(self) -> HeadLine:
        set_role(self._chip, TextRole.META)
        set_kind(self._chip, "chip")
        self._chip.setStyleSheet("font-weight: 600;")
        self._timer.setObjectName("decision-timer")
        set_role(self._timer, TextRole.STRONG)
        line = HeadLine(self._theme, above=2)
        line.row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.row.addWidget(self.switcher)
        line.row.addWidget(self._facts, 1)
        line.row.addWidget(self._timer)
        self.switcher.hide()
        return line
