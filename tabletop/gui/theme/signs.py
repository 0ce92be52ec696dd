"""The few small signs a style sheet needs as files: checks, dots and chevrons of native controls.

A style sheet can show a sign only from a file, and Fusion's own signs vanish as soon as a border
is styled; so the signs are written in the theme's colours into a folder of this process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tabletop.plots.tokens import Tokens

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}" '
    'stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"><path d="{path}"/></svg>'
)

_CHECK = "M4.5 12.5l5 5 10-11"
_PART = "M5 12h14"
_DOT = "M12 12h0.01"
_DOWN = "M6 9l6 6 6-6"
_UP = "M6 15l6-6 6 6"


def write_signs(folder: Path, tokens: Tokens) -> dict[str, str]:
    """Write a theme's signs, and return the address of each as a style sheet writes it."""
    signs = {
        "sign_check": (_CHECK, tokens.on_accent, 3.5),
        "sign_part": (_PART, tokens.on_accent, 3.5),
        "sign_dot": (_DOT, tokens.on_accent, 10),
        "sign_down": (_DOWN, tokens.text, 2),
        "sign_up": (_UP, tokens.text, 2),
        "sign_down_off": (_DOWN, tokens.edge, 2),
        "sign_up_off": (_UP, tokens.edge, 2),
    }
    addresses = {}
    for name, (path, colour, width) in signs.items():
        # The theme is part of the name: Qt keeps pictures of style sheets by their address.
        file = folder / f"{name}-{tokens.name}.svg"
        file.write_text(_SVG.format(colour=colour, width=width, path=path), encoding="utf-8")
        addresses[name] = file.as_posix()
    return addresses
