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
TAG = re.compile(r"(?<!\S)([@#])([A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*)")
_FIRST = re.compile(rf"^(?:{TAG.pattern}(?!\S)\s*)+")
_LAST = re.compile(rf"(?:\s*{TAG.pattern}(?!\S))+$")
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
    tags = [(found[1], found[2]) for found in TAG.finditer(rest)]
    named = {sign: known_as(sign, name, state) for sign, name in tags}
    role, objective = named.get("@"), named.get("#")
    problem = _unknown([(s, name) for s, name in tags if known_as(s, name, state) is None])
    text = _without_tags(rest)
    if not text:
        problem = problem or "Nothing is written yet"
    elif kind == "request" and role is None:
        problem = problem or "Whose request is it? Add @ and the seat"
    return LogDraft(kind, text, role, objective, problem, next_request_id(state))


def _unknown(tags: list[tuple[str, str]]) -> str:
    """Name every tag that nothing here is called by."""
    words = [f"no {'seat' if sign == '@' else 'objective'} {name}" for sign, name in tags]
    return ", ".join(dict.fromkeys(words)).replace("no", "No", 1)


def _without_tags(line: str) -> str:
    """Return the words of a line: tags before and after them go, those among them stay as words.

    So does a seat that begins a sentence: “@TUR briefs first” without it would be about nobody.
    """
    line = line.strip()
    words = _FIRST.sub("", line)
    before = TAG.findall(line[: len(line) - len(words)])
    if before and before[-1][0] == "@" and words[:1].islower():
        words = f"{before[-1][1]} {words}"
    return " ".join(TAG.sub(r"\2", _LAST.sub("", words)).split())


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


def known_as(sign: str, name: str, state: ExerciseState) -> str | None:
    """Return the seat or objective that a tag names, or None."""
    scenario = state.scenario
    known = scenario.roles_by_id if sign == "@" else [o.id for o in scenario.objectives]
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
