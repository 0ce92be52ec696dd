"""What happened to a decision as a whole, in words: how it opened and ended, what was revealed."""

from typing import assert_never

from tabletop.exercise import events as e
from tabletop.exercise.phrasing import agreed_named, option_named, reversed_words, said, titled
from tabletop.scenario.model import Scenario


def outcome_sentence(event: e.OutcomeEvent, scenario: Scenario) -> str:
    where = event.decision_id
    match event:
        case e.DecisionOpened():
            decision = scenario.decisions_by_id.get(where)
            return said(f"{where} opened", titled(decision.title, scenario) if decision else "")
        case e.DecisionNotTaken():
            return f"{where} is not taken: its condition does not hold."
        case e.DecisionClosed():
            return closed_sentence(event, "", scenario)
        case e.OutcomeDeclared():
            return declared_sentence(event, "", "", scenario)
        case e.DecisionReopened():
            return _reopened(event)
        case e.ReopeningCancelled():
            return f"Reopening {where} was taken back; its outcome stands."
        case e.PositionsRevealed() | e.RevealCancelled():
            return _revealed(event)
        case e.FactJudged():
            return _judged(event)
        case e.JudgementWithdrawn(_, role, fact):
            return f"What {role} made of {fact} in {where} was taken back."
        case unknown:
            assert_never(unknown)


def _reopened(event: e.DecisionReopened) -> str:
    where = event.decision_id
    words = reversed_words(f"{where} reopened", event.reason, f"Closing {where}")
    hidden = f"The final positions in {where} are hidden from the room again."
    return f"{words} {hidden}" if event.hidden else words


_ENDED = {
    "adopted": "adopted",
    "no_agreement": "no agreement",
    "not_requested": "nobody asked",
    "recorded": "the positions are recorded",
    "ranked": "the options are ranked",
    "withdrawn": "the text was withdrawn",
}


def closed_sentence(event: e.DecisionClosed, words: str, scenario: Scenario) -> str:
    """Return how a decision was closed; ``words`` are the chair's own that were agreed."""
    where = event.decision_id
    return f"{where} closed: {_ended(where, event.status, event.option, scenario, words)}."


def _ended(where: str, status: str, option: str | None, scenario: Scenario, own: str = "") -> str:
    words = _ENDED.get(status, status)
    if own:
        return f"{agreed_named(where, option, own, scenario)} is adopted"
    if option is None:
        return "the proposed text is adopted" if status == "adopted" else words
    named = option_named(where, option, scenario)
    return f"{named} is adopted" if status == "adopted" else f"{words}, {named} stands"


def _revealed(event: e.PositionsRevealed | e.RevealCancelled) -> str:
    what = f"the {event.round} positions in {event.decision_id}"
    if isinstance(event, e.RevealCancelled):
        return f"Revealing {what} was taken back; the room sees them no more."
    return f"T{what[1:]} were revealed to the room."


def declared_sentence(event: e.OutcomeDeclared, agreed: str, put: str, scenario: Scenario) -> str:
    """Return how a decision was closed by declaration.

    ``agreed`` are the chair's own words that were agreed, ``put`` those that the rule gives.
    """
    where = event.decision_id
    declared = _ended(where, event.status, event.option, scenario, agreed)
    computed = _ended(where, event.computed_status, event.computed_option, scenario, put)
    return said(f"{where} declared: {declared}; by its rule: {computed}; reason", event.reason)


def _judged(event: e.FactJudged) -> str:
    sure = f", with {event.confidence} confidence" if event.confidence else ""
    return f"{event.role} puts {event.fact} at {event.likelihood} percent{sure}."
