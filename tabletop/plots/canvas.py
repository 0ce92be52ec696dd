"""A sheet measured in millimetres from its top left corner, and how it becomes bytes.

Figures are drawn with a few strokes (boxes, lines, discs, words) at computed places instead of with
matplotlib's automatic layout: what is measured stays where it was put, in every version.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from tabletop.plots.lettering import CAPITALS, MM_PER_POINT, Lettering, Weight

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.path import Path

    from tabletop.plots.picture import Frame

Align = Literal["left", "center", "right"]
Point = tuple[float, float]

DOTS_PER_INCH = 200
_HATCH_PITCH = 1.1
_WORDS_IN_A_PATH = 100
_SUPERFLUOUS = (
    r"(?:<!DOCTYPE.*?>|<!--.*?-->|<metadata>.*?</metadata>|<style.*?</style>|<defs>\s*</defs>)\s*"
)
_BEFORE: dict[Align, float] = {"left": 0.0, "center": 0.5, "right": 1.0}
# A person's own matplotlib settings must not change a report.
_SETTINGS: dict[str, Any] = {
    "agg.path.chunksize": 0,
    "lines.antialiased": True,
    "patch.antialiased": True,
    "path.simplify": False,
    "path.sketch": None,
    "path.snap": False,
    "savefig.bbox": None,
    "savefig.edgecolor": "auto",
    "savefig.facecolor": "auto",
    "savefig.transparent": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "tabletop",
}


@contextmanager
def fixed_settings() -> Iterator[None]:
    """Draw under settings of our own; everything on a canvas happens inside."""
    import matplotlib as mpl

    with mpl.rc_context(_SETTINGS):  # type: ignore[arg-type]  # its keys are typed as literals
        yield


class Canvas:
    """A sheet to draw on; later strokes lie above earlier ones."""

    def __init__(self, width: float, height: float, frame: "Frame") -> None:
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        self.width = width
        self.height = height
        self.tokens = frame.tokens
        self.letters = Lettering(frame.fonts)
        inches = (width / 25.4, height / 25.4)
        self._figure = Figure(figsize=inches, facecolor=self.tokens.surface, edgecolor="none")
        flipped = Affine2D().scale(1 / 25.4, -1 / 25.4).translate(0, inches[1])
        self._millimetres = flipped + self._figure.dpi_scale_trans
        self._strokes = 0
        self._words: dict[str, list[Path]] = {}

    def box(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: str = "none",
        edge: str = "none",
        line: float = 0.6,
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle; the line's width is in points, as everywhere."""
        from matplotlib.patches import FancyBboxPatch, Rectangle

        style: dict[str, Any] = {"facecolor": fill, "edgecolor": edge, "linewidth": line}
        if radius:
            shape = f"round,pad=0,rounding_size={min(radius, width / 2, height / 2)}"
            self._add(FancyBboxPatch((left, top), width, height, boxstyle=shape, **style))
        else:
            self._add(Rectangle((left, top), width, height, **style))

    def line(
        self,
        *points: Point,
        colour: str = "",
        width: float = 0.6,
        dashes: tuple[float, float] | None = None,
    ) -> None:
        """Draw a line through points; dashes are lengths in points."""
        from matplotlib.lines import Line2D

        across, down = zip(*points, strict=True)
        self._add(
            Line2D(
                across,
                down,
                color=colour or self.tokens.text,
                linewidth=width,
                linestyle=(0, dashes) if dashes else "solid",
                solid_capstyle="butt",
                solid_joinstyle="miter",
                dash_capstyle="butt",
            )
        )

    def disc(
        self,
        across: float,
        down: float,
        radius: float,
        *,
        fill: str = "none",
        edge: str = "none",
        line: float = 0.8,
        dashes: tuple[float, float] | None = None,
    ) -> None:
        from matplotlib.patches import Circle

        style: Any = (0, dashes) if dashes else "solid"
        self._add(
            Circle(
                (across, down),
                radius,
                facecolor=fill,
                edgecolor=edge,
                linewidth=line,
                linestyle=style,
            )
        )

    def polygon(
        self, points: Sequence[Point], *, fill: str = "none", edge: str = "none", line: float = 0.8
    ) -> None:
        from matplotlib.patches import Polygon

        self._add(Polygon(points, closed=True, facecolor=fill, edgecolor=edge, linewidth=line))

    def half_disc(self, across: float, down: float, radius: float, *, fill: str) -> None:
        """Draw the left half of a disc."""
        from matplotlib.patches import Wedge

        self._add(Wedge((across, down), radius, 90, 270, facecolor=fill, edgecolor="none"))

    def hatch(self, left: float, top: float, width: float, height: float) -> None:
        """Fill a rectangle with thin slanted lines: nothing was given here."""
        from matplotlib.collections import LineCollection

        start = _HATCH_PITCH / 2
        count = int((width + height) / _HATCH_PITCH) + 1
        offsets = (start + _HATCH_PITCH * index for index in range(count))
        segments = [
            (
                (left + max(0.0, offset - height), top + min(offset, height)),
                (left + min(offset, width), top + max(0.0, offset - width)),
            )
            for offset in offsets
            if offset < width + height
        ]
        self._add(LineCollection(segments, colors=self.tokens.edge, linewidths=0.35))

    def text(
        self,
        across: float,
        middle: float,
        words: str,
        *,
        size: float = 8,
        weight: Weight = "regular",
        colour: str = "",
        align: Align = "left",
        turned: bool = False,
    ) -> None:
        """Write words; `middle` is half the height of the capitals, so figures sit centred.

        Turned words run upwards, centred on `across`, and start (or end, or centre) at `middle`.
        Words are gathered by colour and lie above everything else: drawing hundreds of them one
        by one would take a second for a single figure.
        """
        from matplotlib.path import Path

        if not words.strip():
            return
        rightwards, upwards, codes = self.letters.outline(words, size, weight)
        rightwards = rightwards - self.letters.width(words, size, weight) * _BEFORE[align]
        upwards = upwards - size * MM_PER_POINT * CAPITALS / 2
        x, y = (-upwards, -rightwards) if turned else (rightwards, -upwards)
        path = Path(list(zip(across + x, middle + y, strict=True)), codes)
        self._words.setdefault(colour or self.tokens.text, []).append(path)

    def svg(self, name: str, title: str) -> bytes:
        """Return the sheet as an SVG document, without the time and the maker."""
        return _tidied(self._saved("svg", {"Date": None, "Creator": None}), name, title)

    def png(self) -> bytes:
        return self._saved("png", {"Software": None})

    def _saved(self, form: str, metadata: dict[str, None]) -> bytes:
        self._write_words()
        stream = BytesIO()
        self._figure.savefig(stream, format=form, dpi=DOTS_PER_INCH, metadata=metadata)
        return stream.getvalue()

    def _write_words(self) -> None:
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        for colour, outlines in self._words.items():
            # The rasteriser has a limit on the size of a single outline.
            for start in range(0, len(outlines), _WORDS_IN_A_PATH):
                path = Path.make_compound_path(*outlines[start : start + _WORDS_IN_A_PATH])
                self._add(PathPatch(path, facecolor=colour, edgecolor="none", linewidth=0))
        self._words.clear()

    def _add(self, artist: "Artist") -> None:
        self._strokes += 1
        artist.set_zorder(self._strokes)
        artist.set_transform(self._millimetres)
        self._figure.add_artist(artist)


def _tidied(svg: bytes, name: str, title: str) -> bytes:
    """Return the SVG fit to stand beside others inside a page, and smaller.

    matplotlib numbers its groups alike in every drawing, styles with CSS, which strict pages
    forbid, and writes six decimals, a hundred times finer than a printer's dot.
    """
    text = re.sub(_SUPERFLUOUS, "", svg.decode(), flags=re.DOTALL)
    used = set(re.findall(r'(?:url\(|href=")#([^")]+)', text))
    text = re.sub(
        r' id="([^"]+)"', lambda id_: f' id="{name}-{id_[1]}"' if id_[1] in used else "", text
    )
    text = re.sub(r'(url\(|href=")#', rf"\g<1>#{name}-", text)
    text = re.sub(r' style="([^"]*)"', lambda style: _as_attributes(style[1]), text)
    text = re.sub(r"\d+\.\d{3,}", lambda figure: f"{float(figure[0]):.2f}", text)
    text = re.sub(r" ?\n(?=[A-Za-z\"])", " ", text)
    label = f'<svg role="img" aria-label="{escape(title)}" stroke-linejoin="round" '
    return text.replace("<svg ", label, 1).encode()


def _as_attributes(style: str) -> str:
    pairs = (part.split(":", 1) for part in style.split(";") if part.strip())
    return "".join(f' {key.strip()}="{value.strip()}"' for key, value in pairs)
