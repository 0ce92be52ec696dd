"""Where the scenarios and assets lie that travel with the program.

In an installed program they are inside the package; in a checkout they are the folders at its
top. Everybody else is handed the folder that this module finds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import tabletop

ShippedKind = Literal["scenarios", "assets"]


class ShippedFolderMissing(Exception):
    """The program was installed without its scenarios or assets."""

    def __init__(self, kind: ShippedKind, looked_in: tuple[Path, ...]) -> None:
        places = " nor ".join(str(place) for place in looked_in)
        super().__init__(
            f"The folder of {kind} that belongs to Tabletop is neither {places}. "
            "Install the program again from a complete package."
        )


def shipped_folder(kind: ShippedKind) -> Path:
    """Return the folder of this kind, or raise ShippedFolderMissing."""
    package = Path(tabletop.__path__[0])
    places = (package / "_shipped" / kind, package.parent / kind)
    for place in places:
        if place.is_dir():
            return place
    raise ShippedFolderMissing(kind, places)
