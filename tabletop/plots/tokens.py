"""The colours of the application: one frozen table of roles per theme.

Screens, figures and reports read these tables, and nothing else writes a colour down. Knows no
toolkit, so that reports can be made on a machine without a screen. The papers of the audience
window have a table of their own (`papers.py`), for they look alike in every theme.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from tabletop.plots.contrast import between, readable_ink

ThemeName = Literal["light", "dark", "contrast"]

DARK_INK = "#14181F"
WHITE = "#FFFFFF"
BLACK = "#000000"


class Step(NamedTuple):
    """One step of the ramp of positions: the fill of its cell and the ink of its number."""

    fill: str
    ink: str


class Stances(NamedTuple):
    """The colours of the stances; shape and word always stand beside them."""

    supports: str
    can_accept: str
    reservation: str
    objects: str
    awaiting: str


class Tokens(NamedTuple):
    """What each role of a colour is in one theme."""

    name: ThemeName
    window: str
    surface: str
    raised: str
    sunken: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_tint: str
    focus: str
    running: str
    on_running: str
    paused: str
    on_paused: str
    danger: str
    danger_tint: str
    warning: str
    warning_tint: str
    success: str
    success_tint: str
    marking: str
    on_marking: str
    stances: Stances
    ramp: tuple[str, ...]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark surfaces."""
        return self.name != "light"

    @property
    def is_high_contrast(self) -> bool:
        """Whether tints are black, so that edges must carry what tints carry elsewhere."""
        return self.name == "contrast"


_LIGHT_RAMP = ("#F2EEFB", "#E0D4F4", "#C8B1EC", "#AD8BDF", "#8E61C7", "#693D9C", "#412165")
_DARK_RAMP = ("#352D41", "#4D3E63", "#68508A", "#8666B3", "#A583D7", "#C5AAEF", "#E4D6FD")

LIGHT = Tokens(
    name="light",
    window="#E8EBF0",
    surface=WHITE,
    raised="#F5F7FA",
    sunken="#EFF2F6",
    line="#D3D9E1",
    edge="#78838F",
    text=DARK_INK,
    muted="#525D6B",
    accent="#1D56CF",
    on_accent=WHITE,
    accent_tint="#E4ECFC",
    focus="#1D56CF",
    running="#12713F",
    on_running=WHITE,
    paused="#FFBE2E",
    on_paused="#2B1C00",
    danger="#A61C1C",
    danger_tint="#FCE9E6",
    warning="#946000",
    warning_tint="#FFF1D6",
    success="#12713F",
    success_tint="#E2F3E9",
    marking="#20262F",
    on_marking=WHITE,
    stances=Stances("#00695E", "#3A6F8F", "#946000", "#A61C1C", "#5C6673"),
    ramp=_LIGHT_RAMP,
)

DARK = Tokens(
    name="dark",
    window="#0E1116",
    surface="#161A20",
    raised="#1E242C",
    sunken="#12161B",
    line="#2B323C",
    edge="#6C7887",
    text="#E9EDF3",
    muted="#A0ABBA",
    accent="#7FABFF",
    on_accent="#0A1630",
    accent_tint="#1C2B4A",
    focus="#9CC0FF",
    running="#4FCB8D",
    on_running="#04230F",
    paused="#FFBE2E",
    on_paused="#2B1C00",
    danger="#FF8A7E",
    danger_tint="#3A1B1A",
    warning="#F2B54A",
    warning_tint="#36290F",
    success="#4FCB8D",
    success_tint="#12301F",
    marking="#39424F",
    on_marking=WHITE,
    stances=Stances("#5CE3CF", "#86B9DA", "#F2B54A", "#FF8A7E", "#98A3B2"),
    ramp=_DARK_RAMP,
)

CONTRAST = Tokens(
    name="contrast",
    window=BLACK,
    surface=BLACK,
    raised=BLACK,
    sunken=BLACK,
    line=WHITE,
    edge=WHITE,
    text=WHITE,
    muted="#E6E6E6",
    accent="#FFE94A",
    on_accent=BLACK,
    accent_tint="#2B2700",
    focus="#00E5FF",
    running="#5CFF8F",
    on_running=BLACK,
    paused="#FFB300",
    on_paused=BLACK,
    danger="#FF9A8F",
    danger_tint=BLACK,
    warning="#FFC94A",
    warning_tint=BLACK,
    success="#5CFF8F",
    success_tint=BLACK,
    marking=WHITE,
    on_marking=BLACK,
    stances=Stances("#4DFFE0", "#A8DCFF", "#FFC94A", "#FF9A8F", WHITE),
    ramp=_DARK_RAMP,
)

THEMES = (LIGHT, DARK, CONTRAST)


def tokens_of(name: ThemeName) -> Tokens:
    """Return the table of a theme."""
    return next(tokens for tokens in THEMES if tokens.name == name)


def position_step(tokens: Tokens, index: int, levels: int) -> Step:
    """Return fill and ink of the level with this place (from 0) on a scale of so many levels.

    The ends of the ramp are the ends of every scale; places beyond them count as the ends.
    """
    last = len(tokens.ramp) - 1
    place = min(max(index / max(levels - 1, 1), 0.0), 1.0) * last
    below = min(int(place), last - 1)
    fill = between(tokens.ramp[below], tokens.ramp[below + 1], place - below)
    # Black is the ink of the few fills between the steps on which neither of the two reads.
    # 4.5 to one decimal, as the colours are laid down: white on the fifth light step has 4.48.
    return Step(fill=fill, ink=readable_ink(fill, DARK_INK, WHITE, BLACK, least=4.45))
