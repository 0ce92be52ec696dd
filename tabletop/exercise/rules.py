"""Decision rules: what positions, stances and proposals make of a decision. Pure functions.

Doctrine: consensus and silence as practised by the North Atlantic Council, requests under Article 4
of the Washington Treaty (one Ally is enough), EU-type majorities, lead and incident command.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from tabletop.exercise.records import DecisionRun, Position, StanceRecord
from tabletop.scenario.model import Decision
from tabletop.scenario.rules import (
    Authority,
    Consensus,
    Discussion,
    Each,
    Majority,
    OnRequest,
    Ranking,
    Silence,
    default_option,
)


@dataclass(frozen=True, slots=True)
class RuleCase:
    """All a rule may look at: the plan, the eligible seats with weights, the answers, the clock."""

    decision: Decision
    weights: Mapping[str, Fraction]
    run: DecisionRun
    played: float

    @property
    def eligible(self) -> tuple[str, ...]:
        """The eligible seats, in the order of the scenario."""
        return tuple(self.weights)

    @property
    def finals(self) -> Mapping[str, Position]:
        """Each eligible seat's last valid final position, in the order of the scenario."""
        standing = self.run.standing("final")
        return {role: standing[role] for role in self.weights if role in standing}


@dataclass(frozen=True, slots=True)
class Blocking:
    """A seat that stands in the way, and how: objects, awaiting, consent, break, missing, differs.

    ``consent`` is a seat whose express consent the rule asks for and that has not given it.
    """

    role: str
    why: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class RankedOption:
    option: str
    rank_sum: int
    place: int


@dataclass(frozen=True, slots=True)
class Computed:
    """What closing now would give. ``option`` is the one that stands, ``otherwise`` included.

    ``text`` is what would be agreed where the chair put words of its own.
    """

    status: str
    option: str | None = None
    blocking: tuple[Blocking, ...] = ()
    requested_by: tuple[str, ...] = ()
    order: tuple[RankedOption, ...] = ()
    running_out: float | None = None
    text: str = ""


def words_put(decision: Decision, run: DecisionRun) -> str:
    """Return the words the chair put in place of an option's own; empty where there are none."""
    in_hand = run.circulation or run.proposal
    if in_hand is None:
        return ""
    words = in_hand.text.strip()
    option = decision.option(in_hand.option)
    return "" if option is not None and words == option.title.strip() else words


def computed(case: RuleCase) -> Computed:
    """Return the outcome the decision's rule gives for the answers as they stand."""
    match case.decision.rule:
        case OnRequest() as rule:
            return _on_request(case, rule)
        case Consensus() as rule:
            return _consensus(case, rule)
        case Silence() as rule:
            return _silence(case, rule)
        case Authority() as rule:
            return _authority(case, rule)
        case Majority() as rule:
            return _majority(case, rule)
        case Each() | Discussion():
            return Computed("recorded")
        case Ranking():
            return _ranking(case)
        case unknown:
            assert_never(unknown)


def _nothing(case: RuleCase, blocking: tuple[Blocking, ...] = ()) -> Computed:
    return Computed("no_agreement", default_option(case.decision.rule), blocking)


def _missing(case: RuleCase) -> tuple[Blocking, ...]:
    return tuple(Blocking(role, "missing") for role in case.eligible if role not in case.finals)


# --- on request --------------------------------------------------------------------------------


def standing_since(positions: tuple[Position, ...], role: str) -> int:
    """Return the entry from which a seat's final option has stood unchanged.

    Saying it again (with a reason, say) does not make a request younger.
    """
    valid = [
        p
        for p in positions
        if p.role == role and p.round == "final" and not p.late and not p.withdrawn
    ]
    since = valid[-1]
    for earlier in reversed(valid):
        if earlier.option != since.option:
            break
        since = earlier
    return since.seq


def _on_request(case: RuleCase, rule: OnRequest) -> Computed:
    requests = [
        (standing_since(case.run.positions, role), role, position.option)
        for role, position in case.finals.items()
        if position.option in rule.triggers and not position.abstained
    ]
    if not requests:
        return Computed("not_requested", rule.otherwise)
    requests.sort()
    return Computed("adopted", requests[0][2], requested_by=tuple(role for _, role, _ in requests))


# --- consensus ---------------------------------------------------------------------------------


def consensus_option(case: RuleCase) -> str | None:
    """Return the option in hand: the proposed one, or the one that every eligible seat holds."""
    if case.run.proposal:
        return case.run.proposal.option
    held = {position.option for position in case.finals.values()}
    everybody = len(case.finals) == len(case.eligible) > 0
    return held.pop() if everybody and len(held) == 1 else None


def effective_stances(case: RuleCase) -> Mapping[str, str]:
    """Return each eligible seat's stance on what is in hand.

    An express stance outweighs the position; a seat that holds the proposed option supports it;
    every other one is awaiting.
    """
    option = consensus_option(case)
    express: Mapping[str, StanceRecord] = case.run.standing_stances
    stances: dict[str, str] = {}
    for role in case.eligible:
        final = case.finals.get(role)
        if role in express:
            stances[role] = express[role].stance
        elif final is not None and option is not None and final.option == option:
            stances[role] = "supports"
        else:
            stances[role] = "awaiting"
    return stances


def _consensus(case: RuleCase, rule: Consensus) -> Computed:
    proposal = case.run.proposal
    option = consensus_option(case)
    if not case.eligible:
        return _nothing(case)
    if proposal is None and option is None:
        objecting = tuple(
            Blocking(role, "objects", stance.text)
            for role, stance in case.run.standing_stances.items()
            if role in case.weights and stance.stance == "objects"
        )
        return _nothing(case, objecting + _missing(case))
    blocking = tuple(_blocks(case, rule, effective_stances(case)))
    if blocking:
        return _nothing(case, blocking)
    return Computed("adopted", option, text=words_put(case.decision, case.run))


def _blocks(case: RuleCase, rule: Consensus, stances: Mapping[str, str]) -> list[Blocking]:
    found: list[Blocking] = []
    express = case.run.standing_stances
    for role, stance in stances.items():
        text = express[role].text if role in express else ""
        if stance in ("objects", "awaiting"):
            found.append(Blocking(role, stance, text))
        elif role in rule.consent and stance not in ("supports", "can_accept"):
            found.append(Blocking(role, "consent", text))
    return found


# --- silence -----------------------------------------------------------------------------------


def _silence(case: RuleCase, rule: Silence) -> Computed:
    text = case.run.circulation
    if text is None:
        return _nothing(case)
    if text.withdrawn:
        return Computed("withdrawn", rule.otherwise)
    if text.breaks_in_time:
        broken = tuple(Blocking(b.role, "break", b.text) for b in text.breaks_in_time)
        return _nothing(case, broken)
    if case.played < text.deadline:
        left = text.deadline - case.played
        return Computed("no_agreement", rule.otherwise, running_out=left)
    return Computed("adopted", text.option, text=words_put(case.decision, case.run))


# --- authority, majority, ranking --------------------------------------------------------------


def _authority(case: RuleCase, rule: Authority) -> Computed:
    deciding = [role for role in rule.roles if role in case.weights]
    missing = tuple(Blocking(role, "missing") for role in deciding if role not in case.finals)
    if missing or not deciding:
        return _nothing(case, missing)
    options = [case.finals[role].option for role in deciding]
    if any(option != options[0] for option in options):
        return _nothing(case, tuple(Blocking(role, "differs") for role in deciding))
    return Computed("adopted", options[0]) if options[0] is not None else _nothing(case)


def _majority(case: RuleCase, rule: Majority) -> Computed:
    cast = {r: p.option for r, p in case.finals.items() if p.option is not None}
    over = tuple(cast) if rule.of == "cast" else case.eligible
    by_weight_only = rule.more_than is None and rule.at_least is None
    heads = {role: Fraction(1) for role in case.weights}
    shares = _shares(cast, over, case.weights if by_weight_only else heads)
    if not shares:
        return _nothing(case, _missing(case))
    ordered = sorted(shares.items(), key=lambda pair: -pair[1])
    leading, share = ordered[0]
    if len(ordered) > 1 and ordered[1][1] == share:
        return _nothing(case)
    weighed = _shares(cast, over, case.weights).get(leading, Fraction(0))
    passes = (
        (rule.more_than is None or share > rule.more_than)
        and (rule.at_least is None or share >= rule.at_least)
        and (rule.weight_at_least is None or weighed >= rule.weight_at_least)
    )
    return Computed("adopted", leading) if passes else _nothing(case)


def _shares(
    cast: Mapping[str, str], over: tuple[str, ...], weights: Mapping[str, Fraction]
) -> Mapping[str, Fraction]:
    whole = sum((weights[role] for role in over), Fraction(0))
    if not whole:
        return {}
    sums: dict[str, Fraction] = {}
    for role, option in cast.items():
        sums[option] = sums.get(option, Fraction(0)) + weights[role]
    return {option: part / whole for option, part in sums.items()}


def _ranking(case: RuleCase) -> Computed:
    order = ranking_order(case)
    return Computed("ranked" if order else "no_agreement", None, order=order)


def ranking_order(case: RuleCase) -> tuple[RankedOption, ...]:
    """Return the options by rank sum, ties sharing a place; empty when nobody ranked."""
    rankings = {r.role: r.order for r in case.run.rankings if not r.late and r.role in case.weights}
    if not rankings:
        return ()
    sums = {
        option.id: sum(order.index(option.id) + 1 for order in rankings.values())
        for option in case.decision.options
    }
    ordered = sorted(sums.items(), key=lambda pair: pair[1])
    places = {total: place for place, (_, total) in reversed(list(enumerate(ordered, start=1)))}
    return tuple(RankedOption(option, total, places[total]) for option, total in ordered)
