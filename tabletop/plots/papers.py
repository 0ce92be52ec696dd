"""The colours of the audience window's stage and papers, one table per channel's dress."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.plots.tokens import BLACK, DARK_INK, WHITE


@dataclass(frozen=True, slots=True)
class Stage:
    """What lies around the papers, and pages that stand on the stage itself."""

    ground: str = "#171B22"
    band: str = "#07090C"
    on_band: str = WHITE
    text: str = WHITE
    muted: str = "#B4BCC8"
    quiet: str = "#98A1AE"
    panel: str = "#242A33"
    edge: str = "#4A535F"
    chosen: str = "#2B2337"
    chosen_edge: str = "#A583D7"
    plain_tile: str = "#343C48"
    plain_edge: str = "#98A1AE"
    full_tile: str = "#DDE3EA"
    on_full_tile: str = DARK_INK


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper of one dress: its ground, the ink on it, and the colour it is known by.

    `head` lies behind titles (slab, head or side column), `soft` behind less (bands, boxes),
    `quiet` is the ink of captions, `rule` of hairlines and `desk` lies around the sheet.
    """

    ground: str
    ink: str
    mark: str
    quiet: str
    rule: str
    on_mark: str = WHITE
    head: str = WHITE
    on_head: str = WHITE
    soft: str = WHITE
    desk: str = "#171B22"


STAGE = Stage()

FLASH = Paper(
    ground="#F6F3EA", ink=DARK_INK, mark="#A3221A", quiet="#5A5443", rule=DARK_INK, head="#A3221A"
)
INTELLIGENCE = Paper(
    ground="#EDF2F6",
    ink=DARK_INK,
    mark="#1B4E73",
    quiet="#43535F",
    rule="#1F3345",
    head="#1F3345",
    soft="#CBD5E0",
)
PRESS = Paper(
    ground="#FBF8F0",
    ink="#15130F",
    mark="#8C1D18",
    quiet="#4A4538",
    rule="#15130F",
    head="#15130F",
    soft="#B5B1A5",
)
SOCIAL = Paper(
    ground=WHITE,
    ink=DARK_INK,
    mark="#A61C1C",
    quiet="#525D6B",
    rule="#D3D9E1",
    head="#5478AC",
    soft="#8A9A80",
    desk="#DCE6F2",
)
DIPLOMATIC = Paper(
    ground="#FCFAF3",
    ink="#15130F",
    mark="#7A6A45",
    quiet="#5D5136",
    rule="#7A6A45",
    desk="#3A3326",
)
TECHNICAL = Paper(
    ground="#0F3A52",
    ink=WHITE,
    mark="#FFD25A",
    quiet="#C9DAE4",
    rule="#2E6784",
    on_mark="#0F3A52",
    soft="#7F9EAF",
)
MILITARY = Paper(
    ground="#F1F0E4",
    ink=DARK_INK,
    mark="#454D2D",
    quiet="#4B4F3C",
    rule="#454D2D",
    head="#454D2D",
    soft=WHITE,
)
DRAFT = Paper(
    ground=WHITE,
    ink="#15130F",
    mark="#946000",
    quiet="#525D6B",
    rule="#B9BEC9",
    head=DARK_INK,
    soft="#FFE9A8",
)
LEGAL = Paper(
    ground="#F4F1F7", ink="#1C1626", mark="#4A3B63", quiet="#4A3B63", rule="#C9C0D6", head=WHITE
)
OTHER = Paper(
    ground=WHITE, ink="#20262F", mark="#20262F", quiet="#525D6B", rule="#20262F", soft="#EFF2F6"
)
PICTURE = Paper(
    ground="#0E1116", ink=WHITE, mark=DARK_INK, quiet="#B4BCC8", rule=BLACK, soft="#FBF8F0"
)
