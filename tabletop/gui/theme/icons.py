"""Line icons: one set of SVG files, recoloured from the theme and rendered when first needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QIcon

ICON_SIZES = (12, 16, 20, 24)

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class IconMissing(Exception):
    """A name stands in the code that no shipped icon has."""


class Icons:
    """The icons in one folder; each is read once and rendered once per size and colour."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all icons there are."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def pixmap(self, name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
        """Return an icon of so many logical pixels in a colour, for a screen's pixel ratio."""
        key = (name, size, colour, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, size, colour, ratio)
        return self._pixmaps[key]

    def icon(
        self,
        name: str,
        colour: str,
        disabled: str | None = None,
        *,
        ratios: tuple[float, ...] = (1.0, 2.0),
    ) -> QIcon:
        """Return an icon for a button or an action, sharp at all sizes of the set."""
        # Loaded here, for its hundreds of names of themed icons cost the first picture 3 ms.
        from PySide6.QtGui import QIcon

        made = QIcon()
        for size in ICON_SIZES:
            for ratio in ratios:
                made.addPixmap(self.pixmap(name, size, colour, ratio))
                if disabled is not None:
                    muted = self.pixmap(name, size, disabled, ratio)
                    made.addPixmap(muted, QIcon.Mode.Disabled)
        return made

    def _render(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        source = self._source(name).replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(source.encode()))
        if not renderer.isValid():
            raise IconMissing(f"The icon {self._folder / name}.svg cannot be read.")
        pixels = max(round(size * ratio), 1)
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            if _NAME.fullmatch(name) is None or not path.is_file():
                raise IconMissing(f"There is no icon {name!r} in {self._folder}.")
            self._sources[name] = path.read_text(encoding="utf-8")
        return self._sources[name]
