"""The command palette: every action by name; those that cannot run now stay and say why."""

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tabletop.gui.console.hairlines import level
from tabletop.gui.console.lettering import RIGHT, Lettering
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.rows.finding import Found, found_actions
from tabletop.gui.held_keys import HeldKeys
from tabletop.gui.situation import Situation
from tabletop.gui.theme.theme import Theme, set_kind
from tabletop.gui.theme.typography import TextRole

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_WIDTH, _SHOWN = 640, 9
_ICON_LEFT, _TEXT_LEFT = 16, 44


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Found, ...] = ()

    def show_rows(self, rows: tuple[Found, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        return row.words if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_WIDTH, Measures(self._theme).scaled(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Found = index.data(ROW)
        painter.save()
        lettering = Lettering(painter, self._theme)
        rect = QRectF(cast("Any", option).rect)
        if cast("Any", option).state & QStyle.StateFlag.State_Selected:
            lettering.fill(rect, "accent_tint")
            lettering.fill(QRectF(rect.left(), rect.top(), 3, rect.height()), "accent")
        ink = "muted" if row.refusal else "text"
        middle = rect.center().y()
        lettering.icon(row.icon, rect.left() + _ICON_LEFT, middle, ink)
        right = rect.adjusted(0, 0, -14, 0)
        end = right.right()
        if row.refusal:
            end -= lettering.width(row.refusal, TextRole.META) + 12
            lettering.put(row.refusal, right, TextRole.META, "muted", align=RIGHT)
        elif row.key:
            end = lettering.key(row.key, right.right(), middle) - 12
        words = rect.adjusted(_TEXT_LEFT, 0, end - rect.right(), 0)
        lettering.put(row.words, words, TextRole.TEXT, ink)
        painter.restore()


class CommandPalette(QFrame):
    """A field over a list, in the top third of the window."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Actions"))
        set_kind(self, "popup")
        self._theme = theme
        self._situation: Situation | None = None
        self._recent: tuple[str, ...] = ()
        self.field = QLineEdit()
        self.field.setObjectName("palette-field")
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Find an action"))
        self.field.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: none; padding: 0; min-height: 0; }"
        )
        self.list = QListView()
        self.list.setObjectName("palette-list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self.list)
        set_kind(self.nothing, "muted")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self._model = _Model(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(theme, self))
        sign = QLabel()
        theme.set_icon(sign, "search", role="muted")
        sign.setFixedWidth(_TEXT_LEFT - _ICON_LEFT)
        top = QHBoxLayout()
        top.setContentsMargins(_ICON_LEFT, 0, 14, 0)
        top.setSpacing(0)
        top.addWidget(sign)
        top.addWidget(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 8)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(level())
        layout.addWidget(self.list)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 64))
        self.setGraphicsEffect(shadow)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        HeldKeys(self.field)
        self.list.clicked.connect(self._on_clicked)
        self.hide()

    @property
    def found(self) -> tuple[Found, ...]:
        """The lines shown."""
        return self._model.rows

    def open(self, situation: Situation) -> None:
        """Show all that can be done now."""
        self._situation = situation
        self.field.clear()
        self._on_text_changed("")
        parent = self.window()
        measures = Measures(self._theme)
        width = min(measures.scaled(_WIDTH), parent.width() - 32)
        self.field.setFixedHeight(measures.scaled(44))
        top = max(parent.height() // 8, 24)
        shown = min(_SHOWN, (parent.height() - top - measures.scaled(100)) // measures.scaled(36))
        height = measures.scaled(44) + 11 + measures.scaled(36) * shown
        self.setGeometry((parent.width() - width) // 2, top, width, height)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close without doing anything."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.dismiss()
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._pressed(cast("QKeyEvent", event))
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}
        steps[Qt.Key.Key_PageUp] = -8
        key = Qt.Key(event.key())
        if key in steps:
            place = self.list.currentIndex().row() + steps[key]
            place = min(max(place, 0), len(self.found) - 1)
            self.list.setCurrentIndex(self._model.index(place))
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        else:
            return False
        return True

    def _on_text_changed(self, text: str) -> None:
        if self._situation is None:
            return
        self._model.show_rows(found_actions(text, self._situation, self._recent))
        if self.found:
            self.list.setCurrentIndex(self._model.index(0))
        self._show_nothing(text)

    def _show_nothing(self, text: str) -> None:
        """Say that nothing is called so, and what can be looked for."""
        self.nothing.setVisible(not self.found)
        if not self.found:
            words = self.tr(
                "Nothing here is called “{}”. Look for what you want to do, or for an inject, "
                "a decision or a seat by its id or title. Backspace takes letters away."
            )
            self.nothing.setText(words.format(text.strip()))
            width = self.width() - _TEXT_LEFT - 16
            self.nothing.setGeometry(_TEXT_LEFT, 12, width, self.nothing.heightForWidth(width))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        action_id = self.found[index.row()].action_id
        self._recent = (action_id, *(i for i in self._recent if i != action_id))[:6]
        self.dismiss()
        self.chosen.emit(action_id)
