"""Times and sentences as the room reads them. Knows no toolkit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tabletop.scenario.rules import Ranking
from tabletop.scenario.texts import filled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from tabletop.exercise.events import Round
    from tabletop.exercise.records import Outcome
    from tabletop.exercise.state import ExerciseState
    from tabletop.scenario.model import Decision
    from tabletop.scenario.rules import Rule

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_RULES = {
    "on_request": "On request: any seat may ask, and nobody can block it",
    "consensus": "By consensus: adopted when nobody objects and nobody is awaiting instructions",
    "silence": "Under silence: adopted at the deadline unless a seat breaks silence",
    "majority": "By majority",
    "each": "Each seat decides for itself",
    "ranking": "Each seat puts the options in order",
    "discussion": "For discussion",
}

_ADOPTED = {
    "on_request": "Requested: {}",
    "consensus": "Adopted by consensus: {}",
    "silence": "Adopted under silence: {}",
    "authority": "Decided: {}",
    "majority": "Adopted by majority: {}",
    "declared": "Declared: {}",
}

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}

_STATUSES = {
    "no_agreement": "No agreement",
    "not_requested": "Nobody asked",
    "recorded": "Recorded: each seat for itself",
    "ranked": "Ranked",
    "withdrawn": "The text was withdrawn",
}


@dataclass(frozen=True, slots=True)
class RoomTexts:
    """Texts of the scenario with its variables and the outcomes so far filled in."""

    state: ExerciseState
    _standing: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        standing = {}
        for decision_id in self.state.decisions:
            words = self.state.standing_words(decision_id)
            if words:
                standing[decision_id] = words
        object.__setattr__(self, "_standing", standing)

    def filled(self, text: str) -> str:
        """Return a text in the scenario's language as people read it."""
        scenario = self.state.scenario
        decisions = scenario.decisions_by_id.keys()
        return str(filled(text, scenario.variables, self._standing, decisions))


def day_in_words(at: datetime, starts: datetime) -> str:
    """Return a day of the scenario as a newspaper prints it: 5 March 2031."""
    local = at.astimezone(starts.tzinfo)
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def date_time_group(at: datetime, starts: datetime) -> str:
    """Return a moment as signals write it: 040612Z MAR 31; the letter only in UTC."""
    local = at.astimezone(starts.tzinfo)
    letter = "Z" if not starts.utcoffset() else ""
    month = _MONTHS[local.month - 1][:3].upper()
    return f"{local:%d%H%M}{letter} {month} {local:%y}"


def rule_for_the_room(rule: Rule, texts: RoomTexts) -> str:
    """Return the rule as one line; what the author calls it stands first."""
    if rule.kind == "authority":
        said = f"Decided by {', '.join(rule.roles)}; the others advise"
    else:
        said = _RULES[rule.kind]
    name = texts.filled(rule.shown_as) if rule.shown_as else ""
    if not name or said.startswith(name):
        return said
    return f"{name}. {said}"


def verdict_in_words(
    decision: Decision, outcome: Outcome, texts: RoomTexts, *, first: Sequence[str] = ()
) -> str:
    """Return an outcome as one line, with the words agreed, else the option that stands.

    Of one that was declared it says so, and never that the rule gave it. `first` are the titles
    that an order has in its first place.
    """
    found = decision.option(outcome.option)
    title = outcome.text or (texts.filled(found.title) if found else "the text that was put")
    if outcome.status == "adopted":
        kind = "declared" if outcome.declared else decision.rule.kind
        return _ADOPTED.get(kind, "Adopted: {}").format(title)
    said = _STATUSES[outcome.status]
    if outcome.status == "ranked" and first:
        said = f"Ranked first: {' and '.join(first)}"
    if outcome.declared:
        said = f"Declared: {said[:1].lower()}{said[1:]}"
    return f"{said}. What stands: {title}" if found else said


def positions_in_words(
    decision: Decision, shown: Round, *, proposed: str = "", is_closed: bool = False
) -> str:
    """Return what positions are called that were revealed before the result was.

    `proposed` is the key of the option that the chair proposes.
    """
    if isinstance(decision.rule, Ranking):
        said = "Order of the group" if is_closed else "Order so far"
    elif shown == "first":
        said = "First positions"
    else:
        said = "Final positions" if is_closed else "Positions so far"
    parts = (said, f"Proposed: {proposed}" if proposed else "", "Closed" if is_closed else "")
    told = [part for part in parts if part]
    return f"{'. '.join(told)}." if len(told) > 1 else said


def place_in_words(place: int) -> str:
    """Return a place in an order: 1st, 2nd, 13th."""
    ending = "th" if place % 100 in (11, 12, 13) else _ENDINGS.get(place % 10, "th")
    return f"{place}{ending}"


def seats_in_words(kind: str, seats: list[str]) -> str:
    """Return a sentence that names seats, “Regrets: POL, GRC.”, or nothing for no seats."""
    return f"{kind}: {', '.join(seats)}." if seats else ""
