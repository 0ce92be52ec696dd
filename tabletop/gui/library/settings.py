"""What the application remembers of its windows: look, size of text, places, the room's screen.

Nothing of an exercise is kept here; a lost settings file costs a few clicks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QByteArray, QSettings

from tabletop.gui.theme.typography import LARGEST_SCALE, SMALLEST_SCALE
from tabletop.plots.tokens import ThemeName

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tabletop.gui.theme.theme import ThemeChoice

CHOICES: tuple[ThemeChoice, ...] = ("system", *get_args(ThemeName))
A_WINDOW = "window"
"""Kept instead of a screen's name by those who want the room in a window."""
SCALES = (0.9, 1.0, 1.1, 1.25, 1.5)


class Settings:
    """The settings file of this user; values that make no sense are as good as none."""

    def __init__(self, file: Path) -> None:
        self._values = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def choice(self) -> ThemeChoice:
        """The look that was chosen; that of the system when none was."""
        kept = self._values.value("look/theme", "system")
        return next((choice for choice in CHOICES if choice == kept), "system")

    @property
    def scale(self) -> float:
        """How much larger than usual text is shown."""
        try:
            kept = float(str(self._values.value("look/text", 1.0)))
        except ValueError:
            return 1.0
        return min(max(kept, SMALLEST_SCALE), LARGEST_SCALE)

    @property
    def room_screen(self) -> str:
        """The name of the screen chosen for the room, or A_WINDOW; empty when none ever was."""
        return str(self._values.value("room/screen", ""))

    def keep_look(self, choice: ThemeChoice, scale: float) -> None:
        """Remember the look and the size of text."""
        self._values.setValue("look/theme", choice)
        self._values.setValue("look/text", scale)

    def keep_room_screen(self, name: str) -> None:
        """Remember the screen for the room."""
        self._values.setValue("room/screen", name)

    def keep_place(self, name: str, window: QWidget) -> None:
        """Remember where a window was."""
        self._values.setValue(f"windows/{name}", window.saveGeometry())

    def restore_place(self, name: str, window: QWidget) -> bool:
        """Put a window where it was; return whether that was known."""
        kept = self._values.value(f"windows/{name}")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def write(self) -> None:
        """Write to the file what was remembered."""
        self._values.sync()


def next_scale(scale: float, step: int) -> float:
    """Return the next larger or smaller size of text, or the same at the end."""
    nearest = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - scale))
    return SCALES[min(max(nearest + step, 0), len(SCALES) - 1)]
