"""What kind of page the room has before it, for whoever conducts. Knows no toolkit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, assert_never

from tabletop.gui.room.decisions import opened, shown_as
from tabletop.gui.room.rows import (
    HoldingPage,
    InjectPage,
    QuestionPage,
    ResultPage,
    SilencePage,
)

if TYPE_CHECKING:
    from tabletop.exercise.state import ExerciseState
    from tabletop.gui.room.rows import Page
    from tabletop.gui.room.showing import Showing

SightKind = Literal["holding", "inject", "question", "positions", "silence", "result"]


@dataclass(frozen=True, slots=True)
class Sight:
    """The kind of page that is shown, and the id of its inject or decision."""

    kind: SightKind = "holding"
    part: str = ""


def sight(state: ExerciseState, showing: Showing) -> Sight:
    """Return what is shown, blank or not; of a frozen room the page that stays."""
    if showing.held is not None:
        return _of_page(showing.held)
    match showing.kind:
        case "holding":
            return Sight()
        case "inject":
            is_out = state.inject_run(showing.part).is_released
            return Sight("inject", showing.part) if is_out else Sight()
        case "decision" | "result":
            if opened(state, showing.part) is None:
                return Sight()
            run = state.decision_run(showing.part)
            is_result = showing.kind == "result" and run.outcome is not None
            return Sight("result" if is_result else shown_as(run), showing.part)


def _of_page(page: Page) -> Sight:
    match page:
        case HoldingPage():
            return Sight()
        case InjectPage():
            return Sight("inject", page.inject_id)
        case QuestionPage():
            return Sight("question", page.decision_id)
        case SilencePage():
            return Sight("silence", page.decision_id)
        case ResultPage():
            return Sight("result" if page.is_result else "positions", page.decision_id)
        case _:
            assert_never(page)
