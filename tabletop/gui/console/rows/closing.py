"""What speaks against closing now: who has not answered yet, a text still under silence or broken.

The console asks about it once; it never stands in the way.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.exercise.rules import Computed, RuleCase
from tabletop.gui.console.rows.board import computed_now
from tabletop.gui.console.rows.rule_words import STATUS_WORDS
from tabletop.gui.situation import Situation
from tabletop.scenario.rules import Authority, Consensus, Discussion, Ranking, Silence

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is said before a decision is closed, and what closing would give."""

    headline: str
    detail: str
    keep: str = "Keep it open"
    icon: str = "warning"


def closing_doubt(situation: Situation) -> Doubt | None:
    """Return what speaks against closing the decision on the board now, or None."""
    decision = situation.decision
    if decision is None or isinstance(decision.rule, Discussion):
        return None
    case, outcome = computed_now(situation, decision)
    if isinstance(decision.rule, Silence):
        return _silence_doubt(situation, decision.id, outcome)
    missing = _missing(case, outcome)
    if not missing:
        return None
    if not case.finals and case.run.standing("first"):
        headline = f"{decision.id} has silent first positions only."
        return Doubt(headline, f"Final ones count. {_closed_now(outcome)}")
    what = "decided" if isinstance(decision.rule, Authority) else "answered"
    if len(missing) <= _MOST_NAMED:
        have = "has" if len(missing) == 1 else "have"
        headline = f"{decision.id}: {listed(missing)} {have} not {what}."
        return Doubt(headline, _closed_now(outcome))
    headline = f"{decision.id}: {len(missing)} of {len(case.eligible)} seats have not {what}."
    return Doubt(headline, f"Missing: {listed(missing)}. {_closed_now(outcome)}")


def _missing(case: RuleCase, outcome: Computed) -> tuple[str, ...]:
    """Return the seats whose word the rule still waits for."""
    rule, run = case.decision.rule, case.run
    if isinstance(rule, Consensus) and run.proposal is not None:
        return tuple(b.role for b in outcome.blocking if b.why == "awaiting")
    if isinstance(rule, Authority):
        deciding = [role for role in case.eligible if role in rule.roles]
        return tuple(role for role in deciding if role not in case.finals)
    answered = set(case.finals) | set(run.standing_stances)
    if isinstance(rule, Ranking):
        answered = {ranking.role for ranking in run.rankings if not ranking.late}
    return tuple(role for role in case.eligible if role not in answered)


def _silence_doubt(situation: Situation, where: str, outcome: Computed) -> Doubt | None:
    text = situation.circulation
    if text is None:
        return Doubt(f"No text of {where} was put under silence.", _closed_now(outcome))
    match situation.silence_stage:
        case "under_silence":
            headline = f"Silence on {where} has not run out."
            return Doubt(headline, _closed_now(outcome), "Let it run", "timer")
        case "broken":
            roles = tuple(dict.fromkeys(b.role for b in text.breaks_in_time))
            detail = f"{_closed_now(outcome)} A revised text could still go under silence."
            return Doubt(f"{listed(roles)} broke silence on {where}.", detail)
        case _:
            return None


def _closed_now(outcome: Computed) -> str:
    words = STATUS_WORDS[outcome.status]
    if outcome.text:
        option = f" (option {outcome.option})" if outcome.option else ""
        return f"Closed now: “{outcome.text}”{option} is adopted."
    if outcome.option is None:
        return f"Closed now: {words}."
    if outcome.status == "adopted":
        return f"Closed now: option {outcome.option} is adopted."
    return f"Closed now: {words}, option {outcome.option} stands."


def unplayed_words(inject_ids: tuple[str, ...]) -> str:
    """Return the sentence on injects that ENDEX would leave unplayed; empty without any."""
    if not inject_ids:
        return ""
    if len(inject_ids) <= _MOST_NAMED:
        return f"{listed(inject_ids)} {'is' if len(inject_ids) == 1 else 'are'} not played."
    return f"{len(inject_ids)} injects are not played."


def stays_open(decision_ids: Iterable[str]) -> str:
    """Return the sentence on decisions that are open at ENDEX, by their ids; empty without any."""
    ids = sorted(decision_ids, key=_by_number)
    if not ids:
        return ""
    return f"{listed(ids)} {'stays' if len(ids) == 1 else 'stay'} open in the record."


def _by_number(decision_id: str) -> tuple[tuple[int, str], ...]:
    """Return what sorts D9 before D10."""
    return tuple((int(n or 0), word) for n, word in re.findall(r"(\d+)|(\D+)", decision_id))


def listed(words: Iterable[str]) -> str:
    """Return words as people list them: A, B and C."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
