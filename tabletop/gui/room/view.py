"""What the room sees, from the plan and the state: only what was released, put or revealed.

Nothing here reads notes, prompts, facts, expectations, role cards, handouts or reasons. What was
not released is not shown even when it is asked for, nor is an inject for some seats only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabletop.gui.room.decisions import question_page, shown_as
from tabletop.gui.room.outcomes import positions_page, result_page
from tabletop.gui.room.rows import (
    HoldingPage,
    InjectPage,
    JudgementRow,
    Page,
    Picture,
    RoomView,
)
from tabletop.gui.room.silence import silence_page
from tabletop.gui.room.wording import RoomTexts, date_time_group, day_in_words
from tabletop.scenario.moments import day_and_time

if TYPE_CHECKING:
    from datetime import datetime

    from tabletop.exercise.state import ExerciseState
    from tabletop.gui.room.showing import Showing
    from tabletop.scenario.model import Inject, Variant
    from tabletop.scenario.package import ScenarioPackage

_PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/webp")
_EVERYBODY = "all"


def room_view(
    package: ScenarioPackage, state: ExerciseState, showing: Showing, now: datetime
) -> RoomView:
    """Return what the room sees at a moment; times of day are told in the offset of `now`."""
    scenario = state.scenario
    texts = RoomTexts(state)
    is_under_way = state.started_at is not None
    return RoomView(
        marking=texts.filled(scenario.marking),
        scenario_title=texts.filled(scenario.title),
        scenario_time=day_and_time(state.scenario_time(now), scenario.starts)
        if is_under_way
        else "",
        page=showing.held or _page(package, state, showing, texts, now),
        sheet=showing.sheet,
        paused=state.is_paused,
        frozen=showing.held is not None,
        blank=showing.blank,
        join_code=showing.join_code,
    )


def _page(
    package: ScenarioPackage,
    state: ExerciseState,
    showing: Showing,
    texts: RoomTexts,
    now: datetime,
) -> Page:
    holding = _holding(state, showing, texts)
    match showing.kind:
        case "holding":
            return holding
        case "inject":
            return _inject_page(package, state, showing.part, texts) or holding
        case "decision":
            return _decision_page(state, showing, texts, now) or holding
        case "result":
            return (
                result_page(state, showing.part, texts, now, attributed=showing.attributed)
                or _decision_page(state, showing, texts, now)
                or holding
            )


def _decision_page(
    state: ExerciseState, showing: Showing, texts: RoomTexts, now: datetime
) -> Page | None:
    match shown_as(state.decision_run(showing.part)):
        case "question":
            return question_page(state, showing.part, texts, now)
        case "positions":
            attributed = showing.attributed
            return positions_page(state, showing.part, texts, now, attributed=attributed)
        case "silence":
            return silence_page(state, showing.part, texts, now)


def _holding(state: ExerciseState, showing: Showing, texts: RoomTexts) -> HoldingPage:
    said = {
        "ready": "The exercise has not begun.",
        "ended": "The exercise has ended.",
    }.get(state.status, "")
    return HoldingPage(texts.filled(state.scenario.title), showing.line or said)


def _inject_page(
    package: ScenarioPackage, state: ExerciseState, inject_id: str, texts: RoomTexts
) -> InjectPage | None:
    run = state.inject_run(inject_id)
    known = inject_id in state.scenario.injects_by_id or inject_id in state.improvised
    if not known or not run.is_released:
        return None
    inject = state.inject(inject_id)
    if inject.is_private:
        return None
    variant = inject.variants[run.variant] if run.variant is not None else None
    title, body, attachments = _as_released(inject, variant, run.amended_body)
    at = run.scenario_time or state.scenario.starts
    return InjectPage(
        inject_id=inject_id,
        channel=inject.channel,
        title=texts.filled(title),
        sender=texts.filled(inject.from_),
        to=_addressees(state, inject, texts),
        body=texts.filled(body),
        date=day_in_words(at, state.scenario.starts),
        date_time_group=date_time_group(at, state.scenario.starts),
        judgements=tuple(
            JudgementRow(texts.filled(one.text), one.likelihood) for one in inject.judgements
        ),
        confidence=inject.confidence or "",
        basis=texts.filled(inject.basis),
        missing=texts.filled(inject.missing),
        pictures=_pictures(package, attachments),
    )


def _as_released(
    inject: Inject, variant: Variant | None, amended: str | None
) -> tuple[str, str, tuple[str, ...]]:
    """Return title, body and attachments with what a variant or an amendment replaces."""
    title, body, attachments = inject.title, inject.body, inject.attachments
    if variant is not None:
        title = title if variant.title is None else variant.title
        body = body if variant.body is None else variant.body
        attachments = attachments if variant.attachments is None else variant.attachments
    return title, body if amended is None else amended, attachments


def _addressees(state: ExerciseState, inject: Inject, texts: RoomTexts) -> str:
    roles = state.scenario.roles_by_id
    names = [
        texts.filled(roles[to].title) if to in roles else to for to in inject.to if to != _EVERYBODY
    ]
    return ", ".join([*names, "All"])


def _pictures(package: ScenarioPackage, names: tuple[str, ...]) -> tuple[Picture, ...]:
    found = (package.attachment(name) for name in names)
    return tuple(
        Picture(one.name, one.content)
        for one in found
        if one is not None and one.media_type in _PICTURES
    )
