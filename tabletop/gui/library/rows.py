"""What the library shows, computed from what it lists. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tabletop.gui.library.cache import Contents, KeptExercise
    from tabletop.gui.services import ShippedScenario

DEFAULT_MARKING = "UNCLASSIFIED – FOR EXERCISE PURPOSES ONLY"
RULE_WORDS = {
    "on_request": "on request",
    "consensus": "consensus",
    "silence": "silence",
    "authority": "authority",
    "majority": "majority",
    "each": "each",
    "ranking": "ranking",
    "discussion": "discussion",
}
_MINUTES_OF_AN_HOUR = 60


class CardRow(NamedTuple):
    """One scenario as its card shows it; ``counts`` are figures, each with its word."""

    id: str
    path: Path
    title: str
    summary: str
    counts: tuple[tuple[str, str], ...]
    length: str
    rules: tuple[str, ...]
    story: tuple[tuple[int, int, bool], ...]
    story_line: str
    spoken: str


class ExerciseRow(NamedTuple):
    """One exercise as the list shows it. ``action``: resume, start or report, with its word."""

    id: str
    name: str
    status: str
    status_word: str
    icon: str
    role: str
    detail: str
    place: str
    action: str
    action_word: str
    spoken: str
    searched: str

    @property
    def is_running(self) -> bool:
        """Whether it goes on this moment."""
        return self.status == "running"

    @property
    def can_also_open(self) -> bool:
        """Whether its console may be opened besides: the evaluator's work follows the end."""
        return self.action == "report"


def card_rows(scenarios: Iterable[ShippedScenario], wanted: str = "") -> tuple[CardRow, ...]:
    """Return the cards of the scenarios that hold all words looked for."""
    words = wanted.casefold().split()
    return tuple(
        _card(one)
        for one in scenarios
        if _holds(f"{one.title} {one.summary} {' '.join(_rules(one))}".casefold(), words)
    )


def _card(scenario: ShippedScenario) -> CardRow:
    counts = (
        (str(scenario.injects), "inject" if scenario.injects == 1 else "injects"),
        (str(scenario.seats), "seat" if scenario.seats == 1 else "seats"),
    )
    length = " or ".join(part for part in (hours(scenario.minutes), _cuts(scenario)) if part)
    told = ", ".join(f"{figure} {word}" for figure, word in counts)
    return CardRow(
        scenario.id,
        scenario.path,
        scenario.title,
        " ".join(scenario.summary.split()),
        counts,
        length,
        _rules(scenario),
        scenario.story,
        _story_line(scenario),
        f"{scenario.title}. {told}, {length}." if length else f"{scenario.title}. {told}.",
    )


def _rules(scenario: ShippedScenario) -> tuple[str, ...]:
    return tuple(RULE_WORDS.get(rule, rule.replace("_", " ")) for rule in scenario.rules)


def _cuts(scenario: ShippedScenario) -> str:
    if len(scenario.cuts) > 1:
        return f"{len(scenario.cuts)} shorter versions"
    return lowered(scenario.cuts[0][1]) if scenario.cuts else ""


def lowered(title: str) -> str:
    """Return a title as it stands inside a sentence: names in capitals stay as they are."""
    first = title.split(" ", 1)[0]
    return title if first.isupper() else title[:1].lower() + title[1:]


def hours(minutes: int) -> str:
    """Return a planned length as people say it: 45 min, 6 h, 2 h 30."""
    if minutes <= 0:
        return ""
    full, rest = divmod(minutes, _MINUTES_OF_AN_HOUR)
    if not full:
        return f"{rest} min"
    return f"{full} h {rest:02d}" if rest else f"{full} h"


def _story_line(scenario: ShippedScenario) -> str:
    phases = len({phase for phase, _, _ in scenario.story})
    parts = [
        f"{phases} {'phase' if phases == 1 else 'phases'}",
        f"{scenario.decisions} {'decision' if scenario.decisions == 1 else 'decisions'}",
    ]
    line = ", ".join(parts)
    return f"{line}; branches dashed" if any(branch for *_, branch in scenario.story) else line


# --- exercises -----------------------------------------------------------------------------------

# Word, icon, and the role of its colour.
_STATUSES = {
    "ready": ("Ready", "status-waiting", "muted"),
    "running": ("Running", "play", "running"),
    "paused": ("Paused", "pause", "warning"),
    "ended": ("Ended", "flag", "muted"),
    "damaged": ("Damaged", "warning", "danger"),
}
_ACTIONS = {
    "ready": ("resume", "Open"),
    "running": ("resume", "Resume"),
    "paused": ("resume", "Resume"),
    "ended": ("report", "Report"),
}
# Kept apart from exercises with their intended participants.
_APART = {"rehearsal": "Rehearsal", "demonstration": "Demonstration"}


def exercise_rows(exercises: Iterable[KeptExercise]) -> tuple[ExerciseRow, ...]:
    """Return one row per exercise, in the order given."""
    return tuple(_exercise(one) for one in exercises)


def matching(rows: Sequence[ExerciseRow], wanted: str) -> tuple[ExerciseRow, ...]:
    """Return the rows that hold all words looked for."""
    words = wanted.casefold().split()
    return tuple(row for row in rows if _holds(row.searched, words))


def running_row(rows: Iterable[ExerciseRow]) -> ExerciseRow | None:
    """Return the exercise that stands out: the newest real one that runs."""
    live = [row for row in rows if row.is_running]
    return next((row for row in live if row.icon == "play"), live[0] if live else None)


def _exercise(exercise: KeptExercise) -> ExerciseRow:
    word, icon, role = _STATUSES.get(exercise.status, (exercise.status, "status-waiting", "muted"))
    action, action_word = _ACTIONS.get(exercise.status, ("resume", "Open"))
    if exercise.kind in _APART:
        if exercise.status != "damaged":
            icon, role = "status-conditional", "muted"
        word = _apart(exercise, word)
    detail = " · ".join(part for part in _details(exercise, word) if part)
    return ExerciseRow(
        exercise.id,
        exercise.name,
        exercise.status,
        word,
        icon,
        role,
        detail,
        exercise.place,
        action,
        action_word,
        f"{exercise.name}. {detail.replace(' · ', ', ')}. {_offered(action, action_word)}",
        f"{exercise.name} {exercise.scenario_title} {detail} {exercise.status}".casefold(),
    )


def _apart(exercise: KeptExercise, word: str) -> str:
    """Return a status with its kind; that a demonstration has ended goes without saying."""
    kind = _APART[exercise.kind]
    is_plain = exercise.kind == "demonstration" and exercise.status == "ended"
    return kind if is_plain else f"{kind}, {word.lower()}"


def _offered(action: str, word: str) -> str:
    return f"{word}: Enter. Open: O." if action == "report" else f"{word}: Enter."


def _details(exercise: KeptExercise, word: str) -> tuple[str, ...]:
    is_named_after = exercise.name.startswith(exercise.scenario_title)
    return (
        word,
        "" if is_named_after else exercise.scenario_title,
        exercise.day,
        exercise.cut or "",
    )


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


# --- the window ----------------------------------------------------------------------------------


def marking_of(contents: Contents) -> str:
    """Return the marking of the library: that of its scenarios, or all of them."""
    markings = dict.fromkeys(one.marking for one in contents.scenarios if one.marking)
    return " · ".join(markings) or DEFAULT_MARKING


def scenario_count(shown: int, listed: int, *, is_read: bool = True) -> str:
    """Return the words beside the heading of the scenarios: why there are none, or how many."""
    if not listed:
        return "None found. Install Tabletop again from a complete package." if is_read else ""
    if shown != listed:
        return f"{shown} of {listed}" if shown else "None holds these words"
    return f"{listed} ready to run"


def exercise_count(shown: int, listed: int) -> str:
    """Return the words beside the heading of the exercises."""
    if shown != listed:
        return f"{shown} of {listed}"
    return "newest first" if listed > 1 else ""
