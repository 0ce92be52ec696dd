"""Reads one typed line of the quick log: kind sign first, @SEAT and #OBJECTIVE anywhere."""

import re
from dataclasses import dataclass

from tabletop.exercise.commands import Command, MakeRequest, Observe, ParkIssue
from tabletop.exercise.events import ObservationKind
from tabletop.exercise.state import ExerciseState

SIGNS: dict[str, str] = {
    "+": "strength",
    "-": "improvement",
    "–": "improvement",
    "−": "improvement",
    "?": "request",
    "!": "parked issue",
}
KINDS = ("note", *dict.fromkeys(SIGNS.values()))
# Signs at the start, however often they were typed: the last one counts. The slash that leads to
# the field is no part of the line.
_START = re.compile(rf"[\s/{re.escape(''.join(SIGNS))}]*")
_TAG = re.compile(r"(?<!\S)([@#])([A-Za-z0-9._-]+)")
_KINDS: dict[str, ObservationKind] = {
    "strength": "strength",
    "improvement": "improvement",
    "note": "note",
}


@dataclass(frozen=True, slots=True)
class LogDraft:
    """A line as it will be recorded; ``problem`` says why it cannot be yet."""

    kind: str
    text: str
    role: str | None = None
    objective: str | None = None
    problem: str = ""
    request_id: str = ""

    @property
    def reading(self) -> str:
        """How the line is understood, besides its kind."""
        number = self.request_id if self.kind == "request" else ""
        return ", ".join(part for part in (number, self.role, self.objective) if part)


def log_draft(line: str, state: ExerciseState) -> LogDraft:
    """Return what a typed line means."""
    sign, rest = split_sign(line)
    kind = SIGNS.get(sign, "note")
    role = objective = None
    problem = ""
    for sign, name in _TAG.findall(rest):
        found = _match(name, _known(sign, state))
        if found is None:
            problem = f"There is no {'seat' if sign == '@' else 'objective'} {name} here"
        elif sign == "@":
            role = found
        else:
            objective = found
    text = " ".join(_TAG.sub("", rest).split())
    if not text:
        problem = problem or "Nothing is written yet"
    elif kind == "request" and role is None:
        problem = problem or "Whose request is it? Add @ and the seat"
    return LogDraft(kind, text, role, objective, problem, next_request_id(state))


def split_sign(line: str) -> tuple[str, str]:
    """Return the kind sign of a line, empty for a note, and what follows it."""
    start = leading_signs(line)
    signs = [sign for sign in line[:start] if sign in SIGNS]
    return (signs[-1] if signs else ""), line[start:].strip()


def leading_signs(line: str) -> int:
    """Return how many characters of a line are signs and spaces before its text."""
    found = _START.match(line)
    return found.end() if found else 0


def with_sign(line: str, sign: str) -> str:
    """Return a line with another kind sign than it had; without one it becomes a note."""
    text = line[leading_signs(line) :]
    return f"{sign} {text}" if sign else text


def _known(sign: str, state: ExerciseState) -> tuple[str, ...]:
    if sign == "@":
        return tuple(state.scenario.roles_by_id)
    return tuple(objective.id for objective in state.scenario.objectives)


def _match(name: str, known: tuple[str, ...]) -> str | None:
    return next((one for one in known if one.casefold() == name.casefold()), None)


def next_request_id(state: ExerciseState) -> str:
    """Return the next free id of a request: R1, R2 and so on."""
    number = len(state.requests) + 1
    while f"R{number}" in state.requests:
        number += 1
    return f"R{number}"


def log_command(draft: LogDraft, new_id: str) -> Command:
    """Return the command that records a line without a problem."""
    if draft.kind == "request":
        return MakeRequest(draft.request_id, draft.role or "", draft.text)
    if draft.kind == "parked issue":
        return ParkIssue(new_id, draft.text)
    return Observe(new_id, draft.text, _KINDS[draft.kind], draft.objective, draft.role)
