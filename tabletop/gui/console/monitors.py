"""Two small monitors where there is room: what the room sees now, and what GO would show it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tabletop.gui.room.rows import RoomView
from tabletop.gui.room.window import RoomPicture
from tabletop.gui.theme.theme import Theme, set_kind, set_role
from tabletop.gui.theme.typography import TextRole

_SIZE = (320, 180)
_BETWEEN = 24


class Monitor(QWidget):
    """A picture of the room with its caption."""

    def __init__(self, theme: Theme, name: str, icon: str, role: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._caption = QLabel()
        set_role(self._caption, TextRole.META)
        set_kind(self._caption, role)
        self._theme, self._icon, self._role = theme, icon, role
        self._sign = QLabel()
        theme.set_icon(self._sign, icon, role=role, size=16)
        self.picture = RoomPicture()
        self.picture.setFixedSize(*_SIZE)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._sign)
        head.addWidget(self._caption, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.picture)

    def show_role(self, role: str) -> None:
        """Write the caption in the colour of another role."""
        if role != self._role:
            self._role = role
            set_kind(self._caption, role)
            self._theme.set_icon(self._sign, self._icon, role=role, size=16)

    def show_view(self, caption: str, view: RoomView | None) -> None:
        """Show a view of the room, or nothing but the caption."""
        self._caption.setText(caption)
        self.picture.setVisible(view is not None)
        if view is not None:
            self.picture.show_view(view)


class Monitors(QWidget):
    """Programme and preview, as a broadcast switcher has them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("monitors")
        self.room = Monitor(theme, "monitor-room", "eye", "running")
        self.standby = Monitor(theme, "monitor-standby", "play", "accent")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(_BETWEEN)
        layout.addWidget(self.room)
        layout.addWidget(self.standby)
        layout.addStretch(1)

    @staticmethod
    def width_needed() -> int:
        """Return how wide a column must be for both of them side by side."""
        return 2 * _SIZE[0] + _BETWEEN + 2 * 16

    def needed(self) -> int:
        """Return the height they take, nothing while they are hidden."""
        return 0 if self.isHidden() else self.sizeHint().height()

    def show_room(self, shown: str, view: RoomView, *, is_open: bool) -> None:
        """Show what the room sees, or would see if it had a window."""
        words = self.tr("Room now: {}") if is_open else self.tr("No room window open: {}")
        self.room.show_role("running" if is_open else "muted")
        self.room.show_view(words.format(shown), view)

    def show_standby(self, inject_id: str | None, view: RoomView | None) -> None:
        """Show what the room would see after GO."""
        if inject_id is None:
            caption = self.tr("Standby")
        elif view is None:
            caption = self.tr("Standby: {}, not for the room").format(inject_id)
        else:
            caption = self.tr("Standby: {}").format(inject_id)
        self.standby.show_view(caption, view)
