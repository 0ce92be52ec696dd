"""The quick log: one line, its kind sign and tags coloured, its reading at the right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from tabletop.gui.console.kind_chip import KindChip
from tabletop.gui.console.labels import ElidedLabel
from tabletop.gui.console.rows.quick_log import (
    KINDS,
    SIGNS,
    TAG,
    leading_signs,
    split_sign,
    with_sign,
)
from tabletop.gui.held_keys import HeldKeys
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole

_SHOWN_FOR = 2_000
_SIGN_COLOURS = {"strength": "success", "improvement": "warning", "request": "accent"}


class LogField(QPlainTextEdit):
    """One line of text that hands Enter and Esc on."""

    submitted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quick-log")
        self.setAccessibleName(self.tr("Log: plus strength, minus improvement, question request"))
        self.setPlaceholderText(
            self.tr("+ strength, – improvement, ? request, ! park, @seat #objective")
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setStyleSheet(
            "QPlainTextEdit, QPlainTextEdit:focus { border: none; background: transparent;"
            " padding: 0; }"
        )
        self._theme = theme
        HeldKeys(self)
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFont(self._theme.font(TextRole.TEXT))
        self.setFixedHeight(self.fontMetrics().height() + 4)
        # Half of that stands above the text, so that it shares a line with its caption.
        self.setViewportMargins(0, 2, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not has_control:
            self.submitted.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        if event.text() == "/" and not self.toPlainText().strip():
            return  # The key that leads here, pressed once more.
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: "object") -> None:
        """Paste as one line."""
        text = getattr(source, "text", str)()
        self.insertPlainText(" ".join(text.split()))


class LogColours(QSyntaxHighlighter):
    """Colours the kind sign and the tags; those that name nothing as a fault."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self.is_known: Callable[[str, str], bool] = _anything
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        kind = SIGNS.get(split_sign(text)[0])
        if kind is not None:
            colour = _SIGN_COLOURS.get(kind, "accent")
            self.setFormat(0, leading_signs(text), self._format(colour))
        for found in TAG.finditer(text):
            colour = "accent" if self.is_known(found[1], found[2]) else "danger"
            self.setFormat(found.start(), found.end() - found.start(), self._format(colour))

    def _format(self, role: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._theme.colour(role))
        made.setFontWeight(QFont.Weight.DemiBold)
        return made


def _anything(_sign: str, _name: str) -> bool:
    return True


class QuickLog(QFrame):
    """The field with its frame, its reading, and what became of the last line."""

    submitted = Signal(str)
    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log")
        self._theme = theme
        self.field = LogField(theme)
        self._colours = LogColours(theme, self.field.document())
        caption = QLabel(self.tr("Log"))
        set_role(caption, TextRole.TEXT)
        set_kind(caption, "muted")
        self.kind = KindChip(theme, KINDS)
        self.reading = ElidedLabel(theme, TextRole.META, "log-reading", colour="muted")
        self._key = QLabel(self.tr("Enter"))
        set_role(self._key, TextRole.HEAD)
        set_kind(self._key, "key")

        self._is_refused = False
        self._clearing = QTimer(self)
        self._clearing.setSingleShot(True)
        self._clearing.setInterval(_SHOWN_FOR)
        self._clearing.timeout.connect(self._on_shown_long_enough)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 10, 0)
        layout.setSpacing(8)
        layout.addWidget(caption)
        layout.addWidget(self.field, 5)
        layout.addWidget(self.kind)
        layout.addWidget(self.reading, 2)
        layout.addWidget(self._key)
        self._key.hide()
        self.field.textChanged.connect(self._on_text_changed)
        self.field.submitted.connect(self._on_submitted)
        self.field.left.connect(self._on_left)
        self.field.installEventFilter(self)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._key.setFixedHeight(self._theme.line(TextRole.HEAD) + 4)
        self.update()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.toPlainText()

    def know(self, is_known: Callable[[str, str], bool]) -> None:
        """Tell which tags name something, by their sign and name."""
        self._colours.is_known = is_known

    def begin(self, sign: str = "") -> None:
        """Put the cursor into the field; a kind sign replaces the one the line has.

        A line that was not taken is selected, so that the next one replaces it and never goes on
        with it; an arrow goes on with it all the same.
        """
        if sign:
            self.field.setPlainText(with_sign(self.text, sign))
        cursor = self.field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.field.setTextCursor(cursor)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._is_refused:
            self.field.selectAll()
            self.show_reading(self.tr("typing replaces it, → keeps it"), is_problem=True)

    def show_reading(self, reading: str, *, kind: str = "", is_problem: bool = False) -> None:
        """Say how the line is understood, and of what kind it is."""
        self.kind.show_kind(kind)
        self._clearing.stop()
        self.reading.show_colour("warning" if is_problem else "muted")
        self.reading.setText(reading)
        self._key.setVisible(bool(kind) and not is_problem)

    def show_refused(self, problem: str, kind: str) -> None:
        """Say why the line is not taken; it stays in the field."""
        self._is_refused = bool(self.text.strip())
        self.show_reading(problem, kind=kind, is_problem=True)

    def show_recorded(self, time: str) -> None:
        """Empty the field and say when the line was recorded."""
        self.field.clear()
        self.kind.show_kind("")
        self._key.hide()
        self.reading.show_colour("success")
        self.reading.setText(self.tr("recorded {}").format(time))
        self._clearing.start()

    def show_not_recorded(self) -> None:
        """Say that the line is not in the record; it stays in the field."""
        self._clearing.stop()
        self._key.hide()
        self.reading.show_colour("danger")
        self.reading.setText(self.tr("NOT recorded, Enter tries again"))

    def sizeHint(self) -> QSize:
        return QSize(500, 34)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.field.hasFocus()
        width = 2 if focused else 1
        inset = width / 2
        colour: QColor = self._theme.colour("focus" if focused else "edge")
        painter.setPen(QPen(colour, width))
        painter.setBrush(self._theme.colour("surface"))
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, 6, 6)
        painter.end()

    def _on_left(self) -> None:
        # What was said of an empty line was meant for the hand that has gone.
        self.typed.emit(self.text)
        cursor = self.field.textCursor()
        cursor.clearSelection()
        self.field.setTextCursor(cursor)
        self.left.emit()

    def _on_text_changed(self) -> None:
        self._is_refused = False
        self.typed.emit(self.text)

    def _on_submitted(self) -> None:
        self.submitted.emit(self.text)

    def _on_shown_long_enough(self) -> None:
        if not self.text:
            self.reading.setText("")
