"""The question strip: asked in the window, no dialogs, and nothing in the lists moves."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from tabletop.gui.console.buttons import KeyButton
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.typed_keys import is_go, is_of_the_desk, is_typed
from tabletop.gui.held_keys import HeldKeys, once_a_press
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole

_LEAST_DETAIL = 0.2
_LEAST_FIELD = 220
Given = dict[str, str]


@dataclass(frozen=True, slots=True)
class AskedField:
    """One field of a question; ``width`` None takes the room there is.

    A narrow field that begins with a text has its hint before it, as the text would hide it.
    """

    name: str
    hint: str
    text: str = ""
    width: int | None = None
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked in place of a dialog: the verb stands on the primary button.

    ``starts_at`` is the field in which one begins to type, when it is not the first. ``draft``
    names what is typed: put away unanswered, it is there again when the same is asked next.
    """

    headline: str
    detail: str
    verb: str
    fields: tuple[AskedField, ...] = ()
    icon: str = "question"
    keep: str = "Keep as it is"
    starts_at: str = ""
    draft: str = ""


class QuestionStrip(QFrame):
    """Asks one question at a time; Esc keeps things as they are.

    What was given is handed to whoever asked; unless he returns True the strip stays with the text,
    so that nothing typed is lost when recording fails. Keys that are commands on the desk are none
    while it asks: letters typed on its buttons go on with its last field.
    """

    opening = Signal()
    opened = Signal()
    closed = Signal()
    answered = Signal()
    enter_doubted = Signal()
    key_held = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_kind(self, "question")
        self._theme = theme
        self._question: Question | None = None
        self._answered: Callable[[Given], bool] | None = None
        self._sign = QLabel()
        self._headline = QLabel()
        set_role(self._headline, TextRole.STRONG)
        self._detail = ElidedLabel(theme, TextRole.TEXT, "question-detail")
        self._fields: list[QLineEdit] = []
        self._captions: list[QLabel] = []
        self._drafts: dict[str, Given] = {}
        self._doubts_enter = False
        self.verb = KeyButton(theme, "question-verb", kind="primary")
        self.keep = KeyButton(theme, "question-keep", kind="flat")
        self.verb.clicked.connect(self._on_verb_clicked)
        self.keep.clicked.connect(self.dismiss)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(13, 3, 16, 3)
        self._layout.setSpacing(10)
        for widget in (self._sign, self._headline, self._detail, self.verb, self.keep):
            self._layout.addWidget(widget)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    @property
    def question(self) -> Question | None:
        """What is being asked."""
        return self._question

    @property
    def fields(self) -> dict[str, QLineEdit]:
        """The fields under their names."""
        return {field.objectName().removeprefix("question-"): field for field in self._fields}

    @property
    def is_written(self) -> bool:
        """Whether anything stands in the fields that was not there when the question came."""
        if self._question is None:
            return False
        return self._given(self._question) != {f.name: f.text for f in self._question.fields}

    def ask(self, question: Question, answered: Callable[[Given], bool]) -> None:
        """Ask; a question that was open is dropped."""
        if self._question is None:
            self.opening.emit()
        self._keep_draft()
        self._clear()
        self._question, self._answered = question, answered
        self._theme.set_icon(self._sign, question.icon, role="accent", size=20)
        self._headline.setText(question.headline)
        draft = self._drafts.get(question.draft, {})
        again = self.tr("As typed before.") if draft else ""
        detail = f"{again} {question.detail}".strip()
        self._detail.setText(detail)
        self.verb.show_words(question.verb, self.tr("Enter"))
        self.keep.show_words(question.keep, self.tr("Esc"))
        self.setAccessibleName(f"{question.headline} {detail}")
        for field in question.fields:
            self._add(replace(field, text=draft.get(field.name, field.text)))
        # Without fields the detail has the room; with them it keeps to its own width.
        fixed = any(f.width is None for f in question.fields)
        self._layout.setStretchFactor(self._detail, 0 if fixed else 1)
        width = min(self._detail.sizeHint().width(), self._room_for_detail(question))
        across = QSizePolicy.Policy.Fixed if fixed else QSizePolicy.Policy.Ignored
        self._detail.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._detail.setMinimumWidth(width if fixed else 0)
        self._detail.setMaximumWidth(width if fixed else 16_777_215)
        self.show()
        self.raise_()
        # A question without fields keeps the focus itself: the Space that was meant for GO answers
        # nothing, and presses a button only where Tab has led to it.
        first = self._fields[0] if self._fields else self
        target: QWidget = self.fields.get(question.starts_at, first)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(target, QLineEdit):
            target.selectAll()
        self.opened.emit()

    def _room_for_detail(self, question: Question) -> int:
        """Return what headline, buttons and fields one can type in leave of the width."""
        scaled = Measures(self._theme).scaled
        parts = (self._sign, self._headline, self.verb, self.keep, *self._captions)
        taken = sum(part.sizeHint().width() for part in parts)
        taken += sum(scaled(field.width or _LEAST_FIELD) for field in question.fields)
        margins = self._layout.contentsMargins()
        gaps = self._layout.spacing() * (len(parts) + len(question.fields))
        whole = self.window().width()
        left = whole - taken - gaps - margins.left() - margins.right()
        return max(left, round(whole * _LEAST_DETAIL))

    def dismiss(self) -> None:
        """Keep things as they are."""
        if self._question is None:
            return
        self._keep_draft()
        self._go_away()

    def ask_again(self, name: str, hint: str) -> None:
        """Ask once more for what was left empty, and say in the field what Enter does now."""
        field = self.fields[name]
        field.setPlaceholderText(hint)
        self._mark(field)

    def doubt_enter(self) -> None:
        """Let the next Enter pass: it may have been meant for what was there before the question.

        Where words are written in the strip it was not.
        """
        self._doubts_enter = self._question is not None

    def confirm(self) -> None:
        """Answer with what stands in the fields, as the button does."""
        self._on_verb_clicked()

    def _go_away(self) -> None:
        self._clear()
        self.hide()
        self.closed.emit()

    def _given(self, question: Question) -> Given:
        pairs = zip(self._fields, question.fields, strict=True)
        return {field.name: edit.text().strip() for edit, field in pairs}

    def _keep_draft(self) -> None:
        question = self._question
        if question is None or not question.draft:
            return
        if self.is_written:
            self._drafts[question.draft] = self._given(question)
        else:
            self._drafts.pop(question.draft, None)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and is_of_the_desk(event):
            event.accept()
            return True
        return super().event(event)

    @once_a_press
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_go(event):
            self.key_held.emit(True)  # noqa: FBT003 (a signal takes no names)
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif is_of_the_desk(event):
            self._take(event)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        doubts, self._doubts_enter = self._doubts_enter, False
        if doubts and not self.is_written:
            self.enter_doubted.emit()
        else:
            self._on_verb_clicked()

    def _take(self, event: QKeyEvent) -> None:
        """Write a letter into the last field one can still type in; tell of any other key."""
        if not self._fields or not is_typed(event):
            self.key_held.emit(False)  # noqa: FBT003 (a signal takes no names)
            return
        field = self._fields[-1]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.end(False)  # noqa: FBT003 (Qt's own)
        field.insert(event.text())

    def _add(self, field: AskedField) -> None:
        edit = QLineEdit(field.text)
        edit.setObjectName(f"question-{field.name}")
        HeldKeys(edit)
        edit.setPlaceholderText(field.hint)
        edit.setAccessibleName(field.hint)
        if field.width is not None:
            edit.setFixedWidth(Measures(self._theme).scaled(field.width))
        edit.setFixedHeight(Measures(self._theme).field)
        place = 3 + len(self._fields) + len(self._captions)
        if field.text and field.width is not None:
            self._layout.insertWidget(place, self._caption(field))
            place += 1
        self._layout.insertWidget(place, edit, 0 if field.width else 3)
        # A field added to a strip in sight is shown by the event loop only, too late for the focus.
        edit.show()
        self._fields.append(edit)

    def _caption(self, field: AskedField) -> QLabel:
        caption = QLabel(field.hint)
        caption.setObjectName("question-caption")
        set_role(caption, TextRole.TEXT)
        set_kind(caption, "muted")
        caption.setTextFormat(Qt.TextFormat.PlainText)
        self._captions.append(caption)
        return caption

    def _on_verb_clicked(self) -> None:
        question, answered = self._question, self._answered
        if question is None or answered is None:
            return
        for edit, field in zip(self._fields, question.fields, strict=True):
            if field.is_needed and not edit.text().strip():
                self._mark(edit)
                return
        if answered(self._given(question)):
            self._drafts.pop(question.draft, None)
            if self._question is question:
                self._go_away()
            self.answered.emit()

    def _mark(self, field: QLineEdit) -> None:
        field.setProperty("wrong", "true")
        field.style().polish(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        parts: list[QWidget] = [*self._fields, *self._captions]
        for part in parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._fields, self._captions = [], []
        self._question = self._answered = None
        self._doubts_enter = False
