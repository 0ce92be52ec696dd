"""A plain editor over the middle column, for texts that a strip of one line cannot hold."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from tabletop.gui.console.buttons import KeyButton
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.typed_keys import is_of_the_desk, is_typed
from tabletop.gui.held_keys import HeldKeys, once_a_press
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole


@dataclass(frozen=True, slots=True)
class LongQuestion:
    """What is asked, the text as it stands, and the verb of the primary button.

    ``draft`` names what is typed: put away unrecorded, it is there again when the same is asked.
    """

    headline: str
    detail: str
    text: str
    verb: str
    draft: str


class LongField(QPlainTextEdit):
    """A field of several lines that hands Ctrl+Enter and Esc on."""

    finished = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter closes a decision everywhere else, so the field claims it first.
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _finishes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _finishes(event):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _finishes(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class TextPanel(QFrame):
    """Asks for one long text; nothing typed is lost when recording fails."""

    opened = Signal()
    closed = Signal()
    answered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("text-panel")
        set_kind(self, "popup")
        self._question: LongQuestion | None = None
        self._answered: Callable[[str], bool] | None = None
        self._drafts: dict[str, str] = {}
        self._headline = QLabel()
        set_role(self._headline, TextRole.PANEL)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._detail = QLabel()
        set_role(self._detail, TextRole.TEXT)
        set_kind(self._detail, "muted")
        self._detail.setWordWrap(True)
        self.field = LongField()
        self.field.setObjectName("text-panel-field")
        self.field.setTabChangesFocus(True)
        HeldKeys(self.field, is_long=True)
        self.hint = ElidedLabel(theme, TextRole.META, "text-panel-hint", colour="muted")
        self.hint.setText(self.tr("Plain text; **bold**, lists with - or 1."))
        self.verb = KeyButton(theme, "text-panel-verb", kind="primary")
        self.keep = KeyButton(theme, "text-panel-keep", kind="flat")
        self.keep.show_words(self.tr("Keep as it is"), self.tr("Esc"))
        self._lay_out()
        self.verb.clicked.connect(self._on_finished)
        self.keep.clicked.connect(self.dismiss)
        self.field.finished.connect(self._on_finished)
        self.field.left.connect(self.dismiss)
        self.hide()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        foot.addWidget(self.verb)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for part in (self._headline, self._detail):
            layout.addWidget(part)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.hint)
        layout.addLayout(foot)

    @property
    def headline(self) -> str:
        """What is asked; empty while nothing is."""
        return self._headline.text() if self._answered else ""

    @property
    def is_written(self) -> bool:
        """Whether the text is another one than that which was asked about."""
        return self._question is not None and self.field.toPlainText() != self._question.text

    def ask(self, question: LongQuestion, answered: Callable[[str], bool]) -> None:
        """Ask; the panel stays until the text is recorded or given up."""
        self._keep_draft()
        self._question, self._answered = question, answered
        draft = self._drafts.get(question.draft)
        again = self.tr("What was typed before is here again.") if draft is not None else ""
        self._headline.setText(question.headline)
        self._detail.setText(f"{again} {question.detail}".strip())
        self.field.setPlainText(question.text if draft is None else draft)
        self.field.setAccessibleName(question.headline)
        self.verb.show_words(question.verb, self.tr("Ctrl Enter"))
        self.show()
        self.raise_()
        self.opened.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_of_the_desk(event):
            event.accept()
            return True
        return super().event(event)

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write letters typed on the buttons into the text: they are no commands here."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif is_typed(event):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.insertPlainText(event.text())
        elif not is_of_the_desk(event):
            super().keyPressEvent(event)

    def dismiss(self) -> None:
        """Keep the text as it is."""
        if self._answered is not None:
            self._keep_draft()
            self._go_away()

    def _keep_draft(self) -> None:
        if self._question is None:
            return
        if self.is_written:
            self._drafts[self._question.draft] = self.field.toPlainText()
        else:
            self._drafts.pop(self._question.draft, None)

    def _go_away(self) -> None:
        self._question = self._answered = None
        self.hide()
        self.closed.emit()

    def _on_finished(self) -> None:
        question, answered = self._question, self._answered
        if question is None or answered is None:
            return
        if answered(self.field.toPlainText().strip()):
            self._drafts.pop(question.draft, None)
            self._go_away()
            self.answered.emit()
