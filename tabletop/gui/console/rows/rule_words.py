"""A decision's rule and its state in plain words, in pieces that carry their stance."""

from dataclasses import dataclass

from tabletop.exercise.records import DecisionRun
from tabletop.exercise.rules import Blocking, Computed, RuleCase
from tabletop.exercise.state import ExerciseState
from tabletop.gui.console.rows.texts import option_title
from tabletop.scenario.model import Decision
from tabletop.scenario.rules import (
    Consensus,
    Discussion,
    Each,
    OnRequest,
    Ranking,
    Rule,
    Silence,
)

STATUS_WORDS = {
    "open": "open",
    "adopted": "adopted",
    "no_agreement": "no agreement",
    "not_requested": "not requested",
    "recorded": "recorded",
    "ranked": "ranked",
    "withdrawn": "withdrawn",
    "not_taken": "not taken",
    "not_opened": "not opened yet",
}
_WHY = {
    "objects": "objects",
    "awaiting": "awaiting instructions",
    "no_stance": "without a stance",
    "consent": "has not consented",
    "break": "breaks silence",
    "missing": "missing",
    "differs": "differs",
}
_SHAPES = {"objects": "objects", "break": "break", "consent": "objects", "differs": "objects"}
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of the state sentence; with a stance it has that shape and colour."""

    text: str
    stance: str = ""


def rule_name(rule: Rule) -> str:
    """Return the name of a rule, as its author shows it or as it is called."""
    if rule.shown_as:
        return rule.shown_as
    return {
        "on_request": "On request",
        "consensus": "Consensus",
        "silence": "Silence procedure",
        "authority": "Authority",
        "majority": "Majority",
        "each": "Each for itself",
        "ranking": "Ranking",
        "discussion": "Discussion",
    }[rule.kind]


def state_words(
    case: RuleCase, outcome: Computed, state: ExerciseState, status: str
) -> tuple[Said, ...]:
    """Return what the open decision still lacks, or how it stands, in pieces."""
    decision = case.decision
    if status != "open":
        words = outcome_words(decision, case.run, state) or STATUS_WORDS[status].capitalize()
        return (Said(words),)
    match decision.rule:
        case OnRequest():
            return _on_request(case, outcome)
        case Silence():
            return _silence(case, outcome)
        case Each() | Ranking() | Discussion():
            return _collected(case)
        case _:
            return _agreed(case, outcome)


def _agreed(case: RuleCase, outcome: Computed) -> tuple[Said, ...]:
    if outcome.status == "adopted":
        what = f"option {outcome.option}" if outcome.option else "the text"
        words = " with the words put" if outcome.text and outcome.option else ""
        return (Said("Ready:"), Said(f"{what}{words} would be adopted", "supports"))
    pieces = [Said("Not yet:"), *_blockers(outcome.blocking, case.run)]
    if len(pieces) == 1:
        no_proposal = isinstance(case.decision.rule, Consensus) and case.run.proposal is None
        pieces.append(Said("positions differ, no proposal is put" if no_proposal else "no outcome"))
    return tuple(pieces)


def _blockers(blocking: tuple[Blocking, ...], run: DecisionRun) -> list[Said]:
    """Return who stands in the way: named while they are few, else counted."""
    pieces: list[Said] = []
    for why in ("objects", "break", "consent", "differs", "awaiting", "no_stance", "missing"):
        roles = [b.role for b in blocking if _why(b, run) == why]
        if not roles:
            continue
        stance = _SHAPES.get(why, "awaiting")
        if len(roles) <= _MOST_NAMED:
            pieces.append(Said(f"{', '.join(roles)} {_WHY[why]}", stance))
        else:
            pieces.append(Said(f"{len(roles)} seats {_plural(why)}", stance))
    return pieces


def _why(blocking: Blocking, run: DecisionRun) -> str:
    """Return how a seat stands in the way: it awaits instructions only where it has said so."""
    has_said = blocking.role in run.standing_stances
    return "no_stance" if blocking.why == "awaiting" and not has_said else blocking.why


def _plural(why: str) -> str:
    return {"objects": "object", "break": "break silence", "differs": "differ"}.get(why, _WHY[why])


def _on_request(case: RuleCase, outcome: Computed) -> tuple[Said, ...]:
    if outcome.requested_by:
        first, *others = outcome.requested_by
        asked = {role: case.finals[role].option for role in others}
        alike = [role for role in others if asked[role] == outcome.option]
        joined = [f"{_list(alike)} too"] if alike else []
        joined += [f"{role} for {option}" for role, option in asked.items() if role not in alike]
        words = ", ".join((f"{first} asks for {outcome.option}", *joined))
        return (Said("Requested:"), Said(words, "joins"))
    missing = len(case.eligible) - len(case.finals)
    pieces = [Said("Nobody has asked."), Said(f"{missing} seats to answer", "awaiting")]
    return tuple(pieces if missing else pieces[:1])


def _silence(case: RuleCase, outcome: Computed) -> tuple[Said, ...]:
    text = case.run.circulation
    if text is None:
        return (Said("Draft:"), Said("no text is under silence yet", "awaiting"))
    if outcome.blocking:
        return (Said("Broken:"), *_blockers(outcome.blocking, case.run))
    if outcome.running_out is not None:
        return (Said("Under silence"),)
    if outcome.status == "withdrawn":
        return (Said("Withdrawn. Circulate a revised text, or close."),)
    return (Said("Ready:"), Said("silence was not broken, the text stands", "supports"))


def _collected(case: RuleCase) -> tuple[Said, ...]:
    ranked = {r.role for r in case.run.rankings if not r.late and r.role in case.weights}
    answered = len(ranked) if isinstance(case.decision.rule, Ranking) else len(case.finals)
    if isinstance(case.decision.rule, Discussion):
        return (Said("Under discussion"),)
    missing = len(case.eligible) - answered
    if not missing:
        return (Said("Ready:"), Said("every seat has answered", "supports"))
    named = [r for r in case.eligible if r not in ranked and r not in case.finals]
    who = _list(named) if missing <= _MOST_NAMED else f"{missing} seats"
    return (
        Said(f"{answered} of {len(case.eligible)} have answered."),
        Said(f"{who} missing", "awaiting"),
    )


def outcome_words(decision: Decision, run: DecisionRun, state: ExerciseState) -> str:
    """Return how a decision ended, or an empty text while it has not."""
    outcome = run.outcome
    if outcome is None:
        return ""
    title = outcome.text or option_title(decision, outcome.option, state)
    words = STATUS_WORDS[outcome.status].capitalize()
    if outcome.option is not None:
        stands = "" if outcome.status == "adopted" else " stands"
        words = f"{words}: {outcome.option}{stands}, {title}"
    elif outcome.status == "adopted":
        words = f"{words}: {outcome.text or 'the text as put'}"
    return f"Declared. {words}" if outcome.declared else words


def _list(words: "tuple[str, ...] | list[str]") -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
