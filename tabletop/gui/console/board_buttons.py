"""The row of buttons under the board: what the chair can do with the decision now."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tabletop.gui.actions import action
from tabletop.gui.console.buttons import KeyButton
from tabletop.gui.console.rows.board import BoardRows
from tabletop.gui.console.rows.silence import SilenceRow
from tabletop.gui.theme.theme import Theme

_GAP = 8

_MOST = 4


class BoardButtons(QWidget):
    """Up to four buttons at the left, closing at the far right."""

    action_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board-buttons")
        self._ids = [""] * _MOST
        self._buttons = [KeyButton(theme, f"board-action-{n}") for n in range(_MOST)]
        self.close_button = KeyButton(theme, "close-decision")
        self._closes = "close"
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        for button in self._buttons:
            layout.addWidget(button)
            button.clicked.connect(self._on_clicked)
        layout.addStretch(1)
        layout.addWidget(self.close_button)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.setMinimumWidth(1)

    def show_rows(self, rows: BoardRows, silence: SilenceRow | None) -> None:
        """Show what can be done with a decision."""
        wanted = self._wanted(rows, silence)
        self._ids = [action_id for action_id, _, _ in wanted]
        for button, (_, words, key) in zip(self._buttons, wanted, strict=False):
            button.show_words(words, key)
        self._closes = "close" if rows.is_open else "reopen"
        if rows.is_open:
            words = self.tr("Close {}").format(rows.decision_id)
            self.close_button.show_words(words, self.tr("Ctrl Enter"))
        else:
            self.close_button.show_words(self.tr("Reopen {}…").format(rows.decision_id))
        self.close_button.setVisible(rows.status not in ("not_opened", "not_taken"))
        self._show_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Leave out the last buttons where large type needs the room; the palette has them all."""
        left = self.width()
        if not self.close_button.isHidden():
            left -= self.close_button.sizeHint().width() + _GAP
        for number, button in enumerate(self._buttons):
            left -= button.sizeHint().width() + _GAP
            button.setVisible(number < len(self._ids) and left >= -_GAP)

    def _wanted(self, rows: BoardRows, silence: SilenceRow | None) -> list[tuple[str, str, str]]:
        if not rows.is_open:
            return [("show_question", self.tr("Show result"), "F6")] if rows.outcome else []
        if rows.kind == "silence":
            return self._for_silence(silence)
        found = []
        if rows.round == "first":
            found.append(("final_round", self.tr("Final round"), ""))
        elif rows.may_turn_round:
            found.append(("final_round", self.tr("First round again"), ""))
        if rows.kind == "consensus":
            words = self.tr("New proposal…") if rows.has_proposal else self.tr("Propose…")
            found.append(("propose", words, ""))
        reveal = self.tr("Hide again") if rows.is_revealed else self.tr("Reveal")
        found.append(("reveal", reveal, ""))
        found.append(("declare", self.tr("Declare…"), ""))
        return found

    def _for_silence(self, silence: SilenceRow | None) -> list[tuple[str, str, str]]:
        if silence is None:
            return [
                ("circulate", self.tr("Under silence…"), ""),
                ("declare", self.tr("Declare…"), ""),
            ]
        found = []
        if silence.stage == "under_silence":
            found.append(("extend", self.tr("Extend…"), action("extend").key))
            found.append(("withdraw", self.tr("Withdraw…"), ""))
        if silence.stage != "adopted":
            found.append(("circulate", self.tr("Revise…"), ""))
        if silence.breaks_are_private and silence.breaks:
            found.append(("reveal", self.tr("Reveal break"), ""))
        return found

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton):
            self.action_requested.emit(self._ids[self._buttons.index(sender)])

    def _on_close_clicked(self) -> None:
        self.action_requested.emit(self._closes)
