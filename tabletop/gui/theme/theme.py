"""The one object through which windows get colours, fonts and icons, and learn of changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication

from tabletop.gui.theme.icons import Icons
from tabletop.gui.theme.palette import palette
from tabletop.gui.theme.signs import write_signs
from tabletop.gui.theme.stylesheet import stylesheet
from tabletop.gui.theme.typography import (
    TYPE_STYLES,
    TextRole,
    Typography,
    load_first_fonts,
    load_other_fonts,
)
from tabletop.plots.tokens import ThemeName, tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap
    from PySide6.QtWidgets import QApplication, QWidget

    from tabletop.plots.tokens import Tokens

ThemeChoice = ThemeName | Literal["system"]

_ICON = "themedIcon"


class Theme(QObject):
    """The look of the application: applied once, switched live.

    `changed` is sent after a switch, when palette, style sheet and icons are in place; widgets
    that paint themselves then update.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, *, fonts: Path, icons: Path, in_haste: bool = False
    ) -> None:
        """Load the fonts of a folder; raises FontsMissing.

        In haste, only those of the library's first picture; the others `load_other_fonts` brings.
        """
        super().__init__()
        load_first_fonts(fonts)
        self._fonts: Path | None = fonts
        if not in_haste:
            self.load_other_fonts()
        self._application = application
        self.icons = Icons(icons)
        self._folder = QTemporaryDir()
        self._choice: ThemeChoice = "system"
        self._tokens = tokens_of(system_theme())
        self._typography = Typography()
        self._made: dict[tuple[TextRole, int | None, bool], QFont] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def tokens(self) -> Tokens:
        """The table of colours in use."""
        return self._tokens

    @property
    def typography(self) -> Typography:
        """The type in use."""
        return self._typography

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen: a theme, or to follow the system."""
        return self._choice

    def load_other_fonts(self) -> None:
        """Load the fonts that are not there yet."""
        if self._fonts is not None:
            load_other_fonts(self._fonts)
            self._fonts = None

    def apply(
        self, choice: ThemeChoice = "system", *, scale: float = 1.0, wide: bool = False
    ) -> None:
        """Give the whole application this look."""
        self._choice = choice
        self._tokens = tokens_of(system_theme() if choice == "system" else choice)
        self._typography = Typography(scale=scale, wide=wide)
        self._made.clear()
        application = self._application
        # The application was started with Fusion: being handed a style back would make the binding
        # load every class of styles, which takes a tenth of the time to the first picture.
        if application.styleSheet():
            # Taken off first, for to replace a sheet costs Qt twice as much as to lay on a first
            # one, and a console has hundreds of widgets.
            application.setStyleSheet("")
        application.setPalette(palette(self._tokens))
        application.setFont(self.font(TextRole.TEXT))
        application.setStyleSheet(self._sheet())
        for widget in application.allWidgets():
            self._refresh(widget)
        self.changed.emit()

    def _sheet(self) -> str:
        signs = write_signs(Path(self._folder.path()), self._tokens)
        return stylesheet(self._tokens, self._typography, signs)

    def font(self, role: TextRole, *, weight: int | None = None, tabular: bool = False) -> QFont:
        """Return the font of a role, the same object each time: who wants another one copies it."""
        key = (role, weight, tabular)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._typography.font(role, weight=weight, tabular=tabular)
        return made

    def scaled(self, pixels: float) -> int:
        """Return a measure as it is at the text scale, for icons and gaps that grow with words."""
        return round(pixels * self._typography.scale)

    def line(self, role: TextRole) -> int:
        """Return the height of a role's line in pixels."""
        return self._typography.line(role)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role of the table, by its name there."""
        return QColor(getattr(self._tokens, role))

    def icon(self, name: str, role: str = "text") -> QIcon:
        """Return an icon in the colour of a role, muted when disabled."""
        colour = getattr(self._tokens, role)
        return self.icons.icon(name, colour, self._tokens.muted, ratios=_ratios())

    def pixmap(self, name: str, size: int, role: str = "text", ratio: float = 1.0) -> QPixmap:
        """Return an icon as a picture, for delegates that paint it."""
        return self.icons.pixmap(name, size, getattr(self._tokens, role), ratio)

    def set_icon(self, widget: QWidget, name: str, *, role: str = "text", size: int = 16) -> None:
        """Put an icon on a button or a label; it keeps up with the theme from then on."""
        widget.setProperty(_ICON, f"{name} {role} {size}")
        self._refresh(widget)

    def _refresh(self, widget: QWidget) -> None:
        wanted = widget.property(_ICON)
        if not isinstance(wanted, str):
            return
        from PySide6.QtWidgets import QAbstractButton, QLabel

        name, role, size = wanted.split()
        if isinstance(widget, QAbstractButton):
            widget.setIcon(self.icon(name, role))
            widget.setIconSize(QSize(int(size), int(size)))
        elif isinstance(widget, QLabel):
            widget.setPixmap(self.pixmap(name, int(size), role, widget.devicePixelRatioF()))

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self.apply("system", scale=self._typography.scale, wide=self._typography.wide)


def set_role(widget: QWidget, role: TextRole) -> None:
    """Give a label (or other widget) the type of a role; it follows scale and theme."""
    widget.setProperty("role", role.value)
    if TYPE_STYLES[role].tabular:
        font = QFont(widget.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        widget.setFont(font)
    _restyle(widget)


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a button, frame or label its kind in the style sheet, now and when it changes."""
    widget.setProperty("kind", kind)
    _restyle(widget)


def _restyle(widget: QWidget) -> None:
    """Make the style sheet look at the widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def system_theme() -> ThemeName:
    """Return the theme that the system asks for; light when it does not say."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _ratios() -> tuple[float, ...]:
    screens = QGuiApplication.screens()
    return tuple(sorted({1.0, *(screen.devicePixelRatio() for screen in screens)}))
