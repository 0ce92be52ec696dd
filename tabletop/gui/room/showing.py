"""What the facilitator has put before the room: a value that the console keeps and changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tabletop.gui.room.rows import Page, RoomView

ShownKind = Literal["holding", "inject", "decision", "result"]


@dataclass(frozen=True, slots=True)
class Showing:
    """What is shown: `part` is the id of an inject or decision; `line` is said while holding.

    A decision is shown as it stands: its question, positions that were revealed, or the text under
    silence; how it ended is shown only as `result`.

    `held` is the page that stays while the room is frozen. Without `attributed`, results show
    seats as tiles without a code. `by_reveal`: revealing has brought the result up, so that hiding
    takes it away.
    """

    kind: ShownKind = "holding"
    part: str = ""
    line: str = ""
    sheet: int = 1
    blank: bool = False
    held: Page | None = None
    attributed: bool = True
    join_code: str = ""
    by_reveal: bool = False

    def of(self, kind: ShownKind, part: str = "", line: str = "") -> Showing:
        """Return the showing of another page, from its first sheet; a blank room stays blank."""
        return replace(self, kind=kind, part=part, line=line, sheet=1, by_reveal=False)

    def frozen(self, view: RoomView) -> Showing:
        """Return the showing that keeps the page of a view, whatever happens meanwhile."""
        return replace(self, held=view.page)

    def thawed(self) -> Showing:
        """Return the showing that follows the exercise again."""
        return replace(self, held=None)
