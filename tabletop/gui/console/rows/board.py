"""The decision board: rule, state in words, option bars, one row for each seat."""

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.exercise.deciding.outcomes import rule_case
from tabletop.exercise.records import DecisionRun, Position
from tabletop.exercise.rules import Computed, RuleCase, computed, words_put
from tabletop.exercise.rules_in_words import rule_in_words
from tabletop.gui.console.rows.positions import Place, option_keys, place_of
from tabletop.gui.console.rows.rule_words import (
    Said,
    outcome_words,
    rule_name,
    state_words,
)
from tabletop.gui.console.rows.seats import SeatRow, seat_rows
from tabletop.gui.console.rows.texts import duration, told
from tabletop.gui.situation import Situation, on_the_switcher
from tabletop.scenario.model import EVIDENCE, Decision
from tabletop.scenario.rules import Authority, Consensus, Each, OnRequest, Silence

_NOTHING_SAID = ("", "awaiting", "silent")


@dataclass(frozen=True, slots=True)
class OptionBar:
    """One option with what the seats hold; ``first`` is None without a first round."""

    option_id: str
    key: str
    title: str
    place: Place | None
    final: int
    first: int | None = None
    is_proposed: bool = False
    is_standing: bool = False
    only: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One decision of the switcher."""

    decision_id: str
    status: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class BoardRows:
    """Everything the board shows of one decision; ``put`` is what the chair put in own words."""

    decision_id: str
    kind: str
    status: str
    title: str
    question: str
    chip: str
    facts: str
    timer: str
    is_late: bool
    state: tuple[Said, ...]
    rule: str
    bars: tuple[OptionBar, ...]
    seats: tuple[SeatRow, ...]
    round: str
    answered: int
    stance_heading: str
    takes_stances: bool
    has_proposal: bool
    takes_several: bool
    tabs: tuple[Tab, ...]
    outcome: str = ""
    may_turn_round: bool = False
    put: str = ""
    is_revealed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether answers count."""
        return self.status == "open"

    @property
    def missing(self) -> tuple[str, ...]:
        """The seats that have not answered in the round."""
        return tuple(seat.role for seat in self.seats if seat.is_missing)

    @property
    def deciding(self) -> tuple[str, ...]:
        """The seats whose answer alone decides: nobody answers for them with all the others."""
        return tuple(seat.role for seat in self.seats if seat.stance == "decides")

    @property
    def missing_together(self) -> tuple[str, ...]:
        """The missing seats that may be given one answer together."""
        return tuple(role for role in self.missing if role not in self.deciding)

    @property
    def awaiting(self) -> tuple[str, ...]:
        """The seats that have said nothing yet on what is put to them."""
        return tuple(seat.role for seat in self.seats if seat.stance in _NOTHING_SAID)


def computed_now(situation: Situation, decision: Decision) -> tuple[RuleCase, Computed]:
    """Return what the rule may look at and what closing now would give."""
    case = rule_case(situation.state, decision, situation.now)
    return case, computed(case)


def board_rows(situation: Situation) -> BoardRows | None:
    """Return the board of the decision in hand, or None when there has been none."""
    decision = situation.decision
    if decision is None:
        return None
    state = situation.state
    run = state.decision_run(decision.id)
    case, outcome = computed_now(situation, decision)
    seats = tuple(seat_rows(situation, decision, case, outcome))
    timer, is_late = _timer(situation, decision, run)
    status = state.decision_status(decision.id)
    rule = decision.rule
    return BoardRows(
        decision_id=decision.id,
        kind=rule.kind,
        status=status,
        title=told(decision.title, state),
        question=told(decision.question, state),
        chip=rule_name(rule),
        facts=_facts(situation, decision),
        timer=timer if status == "open" else "",
        is_late=is_late and status == "open",
        state=_state(situation, seats, state_words(case, outcome, state, status)),
        rule=rule_in_words(decision, state.scenario),
        bars=tuple(_bars(situation, decision, case)),
        seats=seats,
        round="final" if situation.takes_final else "first",
        answered=sum(seat.has_answered for seat in seats),
        stance_heading=_stance_heading(decision, run),
        takes_stances=_takes_stances(decision, outcome),
        has_proposal=run.proposal is not None,
        takes_several=isinstance(rule, Each) and rule.several,
        tabs=_tabs(situation, decision),
        outcome=outcome_words(decision, run, state),
        may_turn_round=not situation.first_is_over,
        put=_put(decision, run),
        is_revealed=situation.is_revealed,
    )


def _state(
    situation: Situation, seats: tuple[SeatRow, ...], words: tuple[Said, ...]
) -> tuple[Said, ...]:
    """Return the state in words; during the silent first round, who is still to answer it."""
    decision = situation.decision
    if situation.takes_final or decision is None or not situation.state.is_open(decision.id):
        return words
    missing = [seat.role for seat in seats if seat.is_missing]
    if not missing:
        return (Said("Silent first round:"), Said("every seat has answered", "supports"))
    who = ", ".join(missing) if len(missing) <= 3 else f"{len(missing)} seats"
    return (Said("Silent first round:"), Said(f"{who} to answer", "awaiting"))


def _takes_stances(decision: Decision, outcome: Computed) -> bool:
    if isinstance(decision.rule, OnRequest):
        return bool(outcome.requested_by)
    return isinstance(decision.rule, Consensus)


def _stance_heading(decision: Decision, run: DecisionRun) -> str:
    if isinstance(decision.rule, Consensus):
        proposal = run.proposal
        if proposal is None:
            return "Stance"
        keys = option_keys(decision)
        return f"Stance on {keys.get(proposal.option or '', 'text')}"
    if isinstance(decision.rule, OnRequest):
        return "Response"
    if isinstance(decision.rule, Silence):
        return "Silence" if run.circulation else ""
    return "Part" if isinstance(decision.rule, Authority) else ""


def _put(decision: Decision, run: DecisionRun) -> str:
    """Return the words of its own that the chair has put, and in the end those agreed, whole."""
    words = " ".join(words_put(decision, run).split())
    if not words:
        return ""
    in_hand = run.circulation or run.proposal
    key = option_keys(decision).get(in_hand.option or "") if in_hand else None
    what = "Put under silence" if run.circulation else "Proposed"
    if run.outcome is not None and run.outcome.text:
        what = "Agreed"
    return f"{what}, option {key}: “{words}”" if key else f"{what}: “{words}”"


def _facts(situation: Situation, decision: Decision) -> str:
    state = situation.state
    facts = []
    scale = state.scenario.scales_by_id.get(decision.scale or "")
    if scale is not None:
        values = [level.value for level in scale.levels]
        facts.append(f"scale {min(values)}–{max(values)}")
    evidence = state.variables().get(EVIDENCE)
    variable = state.scenario.state_by_id.get(EVIDENCE)
    if variable is not None and isinstance(evidence, int | float):
        most = f" of {variable.maximum:g}" if variable.maximum is not None else ""
        facts.append(f"evidence {evidence:g}{most}")
    if situation.is_revealed:
        facts.append("revealed to the room")
    if decision.first_round:
        facts.append("final round" if situation.takes_final else "silent first round")
    return " · ".join(facts)


def _timer(situation: Situation, decision: Decision, run: DecisionRun) -> tuple[str, bool]:
    if run.opened_at is None or decision.minutes is None:
        return "", False
    left = decision.minutes * 60 - (situation.state.played(situation.now) - run.opened_played)
    if left < 0:
        return f"+{duration(left)} over", True
    return f"due in {duration(left)}", False


def _tabs(situation: Situation, decision: Decision) -> tuple[Tab, ...]:
    ids = on_the_switcher(situation)
    if len(ids) < 2:
        return ()
    status = situation.state.decision_status
    return tuple(Tab(i, status(i), is_current=i == decision.id) for i in ids)


# --- option bars -------------------------------------------------------------------------------


def _bars(situation: Situation, decision: Decision, case: RuleCase) -> list[OptionBar]:
    state = situation.state
    run = case.run
    keys = option_keys(decision)
    firsts = _counts(run.standing("first"), case.eligible)
    finals = _counts(run.standing("final"), case.eligible)
    places = {r.option: r for r in computed(case).order}
    proposed = run.proposal.option if run.proposal else None
    standing = run.outcome.option if run.outcome else None
    found = []
    for option in decision.options:
        ranked = places.get(option.id)
        final = finals.get(option.id, 0) if situation.takes_final else firsts.get(option.id, 0)
        found.append(
            OptionBar(
                option.id,
                keys[option.id],
                told(option.title, state),
                place_of(decision, option.id, state),
                final,
                firsts.get(option.id, 0)
                if decision.first_round and situation.takes_final
                else None,
                is_proposed=option.id == proposed,
                is_standing=option.id == standing and standing is not None,
                only=option.only,
                note=f"{_ordinal(ranked.place)}, sum {ranked.rank_sum}" if ranked else "",
            )
        )
    return found


def _ordinal(place: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place if place < 20 else place % 10, "th")
    return f"{place}{ending}"


def _counts(standing: Mapping[str, Position], eligible: tuple[str, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for role in eligible:
        for option in standing[role].options if role in standing else ():
            counts[option] = counts.get(option, 0) + 1
    return counts
