"""The records of an exercise's injects: what was done with each, its papers, its effects."""

from dataclasses import dataclass
from datetime import datetime

from tabletop.scenario.model import Add, AtLeast


@dataclass(frozen=True, slots=True)
class InjectRun:
    """What has been done with one inject. Times of the first release outlast a recall.

    ``before`` is how it stood when it was released: that again when the release is undone.
    """

    first_released_at: datetime | None = None
    first_released_played: float = 0.0
    first_released_seq: int = 0
    released_at: datetime | None = None
    released_seq: int = 0
    scenario_time: datetime | None = None
    anchor_before: datetime | None = None
    recalled: bool = False
    recalled_seq: int = 0
    marked_skipped: bool = False
    release_reason: str = ""
    recall_reason: str = ""
    skip_reason: str = ""
    against_condition: bool = False
    variant: int | None = None
    amended_body: str | None = None
    before: "InjectRun | None" = None

    @property
    def is_released(self) -> bool:
        """Whether it is out now."""
        return self.released_at is not None and not self.recalled

    @property
    def skipped(self) -> bool:
        """Whether it is left out; releasing it by hand outweighs that while it is out."""
        return self.marked_skipped and not self.is_released

    @property
    def reason(self) -> str:
        """Why it was skipped, recalled or released, whichever holds now."""
        if self.skipped:
            return self.skip_reason
        return self.recall_reason if self.recalled else self.release_reason


@dataclass(frozen=True, slots=True)
class GivenHandout:
    seq: int
    inject_id: str
    handout_id: str
    to: tuple[str, ...]
    at: datetime

    @property
    def paper(self) -> tuple[str, str, tuple[str, ...]]:
        """What was given to whom."""
        return self.inject_id, self.handout_id, self.to


@dataclass(frozen=True, slots=True)
class Effect:
    """What an inject's release or a decision's outcome does to the state variables.

    ``seq`` is the entry it came from: effects stand in the order in which they came.
    """

    source: str
    variable: str
    change: str | AtLeast | Add
    seq: int = 0
