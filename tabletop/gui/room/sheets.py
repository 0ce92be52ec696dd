"""Turns a page into sheets: chooses the dress of its channel and adds its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from tabletop.gui.room import result, stage
from tabletop.gui.room.dresses import (
    assessment,
    diplomatic,
    draft,
    flash,
    intelligence,
    legal,
    military,
    other,
    picture,
    press,
    social,
    technical,
)
from tabletop.gui.room.rows import (
    HoldingPage,
    InjectPage,
    Page,
    QuestionPage,
    ResultPage,
    SilencePage,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tabletop.gui.room.dresses.paper import Sheet

_DRESSES: dict[str, Callable[[InjectPage], tuple[Sheet, ...]]] = {
    "military-flash": flash.sheets,
    "intelligence-summary": intelligence.sheets,
    "press": press.sheets,
    "press-release": press.sheets,
    "social-post": social.sheets,
    "diplomatic-note": diplomatic.sheets,
    "diplomatic-message": diplomatic.sheets,
    "technical-briefing": technical.sheets,
    "forensic-report": technical.sheets,
    "military-advice": military.sheets,
    "military-report": military.sheets,
    "draft-text": draft.sheets,
    "legal-note": legal.sheets,
}

# These dresses show the first picture inside their paper as well, small or in part.
_ILLUSTRATED = {"press", "press-release", "social-post", "technical-briefing", "forensic-report"}


# These dresses show judgements and confidence themselves.
_ASSESSING = {"intelligence-summary", "technical-briefing", "forensic-report"}


def sheets_of(page: Page) -> tuple[Sheet, ...]:
    """Return the sheets of a page, at least one, in the order they are shown."""
    match page:
        case HoldingPage():
            return stage.holding_sheets(page)
        case InjectPage():
            return _inject_sheets(page)
        case QuestionPage():
            return stage.question_sheets(page)
        case SilencePage():
            return draft.silence_sheets(page)
        case ResultPage():
            return result.result_sheets(page)
        case _:
            assert_never(page)


def _inject_sheets(page: InjectPage) -> tuple[Sheet, ...]:
    dress = _DRESSES.get(page.channel, other.sheets)
    is_illustrated = page.channel in _ILLUSTRATED
    pictures = tuple(picture.sheet(shown) for shown in page.pictures)
    has_text = bool(page.body.strip() or page.judgements or page.confidence)
    if pictures and not has_text and not is_illustrated:
        return pictures
    return (*dress(page), *_assessment_sheets(page), *pictures)


def _assessment_sheets(page: InjectPage) -> tuple[Sheet, ...]:
    """Return judgements and confidence for dresses that have no place of their own for them."""
    if page.channel in _ASSESSING or not (page.judgements or page.confidence):
        return ()
    return assessment.sheets(page, other.channel_name(page.channel), assessment.PLAIN)


def sheet_count(page: Page) -> int:
    """Return on how many sheets a page is shown."""
    return len(sheets_of(page))
