"""The menu of settings: look, size of text, and where things are kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from tabletop.gui.held_keys import HeldKeys
from tabletop.gui.library.reporting import open_folder
from tabletop.gui.library.settings import CHOICES, SCALES

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tabletop.gui.theme.theme import Theme, ThemeChoice


class Look(Protocol):
    """Takes what was chosen: a theme or a size of text."""

    def __call__(self, choice: ThemeChoice | None = None, scale: float | None = None) -> None:
        """Give the application this look."""


def settings_menu(theme: Theme, window: QWidget, *, data: Path, logs: Path, look: Look) -> QMenu:
    """Return the menu as things are now."""
    menu = QMenu(window)
    menu.setObjectName("settings-menu")
    HeldKeys(menu)
    _add_themes(menu, theme, look)
    _add_scales(menu, theme, look)
    menu.addSeparator()
    for words, folder in ((_tr("Open the data folder"), data), (_tr("Open the log folder"), logs)):
        menu.addAction(words).triggered.connect(partial(_open, folder))
    return menu


def _add_themes(menu: QMenu, theme: Theme, look: Look) -> None:
    names = {
        "system": _tr("Look: as the system"),
        "light": _tr("Look: light"),
        "dark": _tr("Look: dark"),
        "contrast": _tr("Look: high contrast"),
    }
    group = QActionGroup(menu)
    for choice in CHOICES:
        action = menu.addAction(names[choice])
        action.setCheckable(True)
        action.setChecked(choice == theme.choice)
        action.triggered.connect(partial(_choose_theme, look, choice))
        group.addAction(action)


def _add_scales(menu: QMenu, theme: Theme, look: Look) -> None:
    sizes = menu.addMenu(_tr("Size of text"))
    HeldKeys(sizes)
    group = QActionGroup(sizes)
    for scale in SCALES:
        action = sizes.addAction(f"{round(100 * scale)} %")
        action.setCheckable(True)
        action.setChecked(abs(scale - theme.typography.scale) < 0.01)
        action.triggered.connect(partial(_choose_scale, look, scale))
        group.addAction(action)


def _choose_theme(look: Look, choice: ThemeChoice, _checked: object = None) -> None:
    look(choice=choice)


def _choose_scale(look: Look, scale: float, _checked: object = None) -> None:
    look(scale=scale)


def _open(folder: Path, _checked: object = None) -> None:
    open_folder(folder)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SettingsMenu", words)
