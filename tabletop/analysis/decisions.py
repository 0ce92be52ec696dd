"""What can be said of one decision in numbers: who answered what, when, and how far apart."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from tabletop.analysis.metrics import Answers, DecisionMetrics, decision_metrics
from tabletop.analysis.rankings import ranks
from tabletop.analysis.record import ExerciseRecord
from tabletop.exercise.records import (
    Circulation,
    DecisionRun,
    JudgedFact,
    Outcome,
    Position,
    Proposal,
    StanceRecord,
)
from tabletop.exercise.rules import (
    RankedOption,
    RuleCase,
    effective_stances,
    ranking_order,
    standing_since,
)
from tabletop.scenario.model import Decision, Inject
from tabletop.scenario.rules import Authority, Consensus, Each, OnRequest, Ranking, Silence

_AGAINST = {"reservation": "reservation", "objects": "objection", "regrets": "regret"}


@dataclass(frozen=True, slots=True)
class Dissent:
    """What a seat said against: reservation, objection, silence_break or regret.

    `seq` is the entry in which it said so; `on_text` the number of the text under silence.
    """

    role: str
    kind: str
    text: str
    seq: int = field(default=0, compare=False)
    on_text: int | None = None


@dataclass(frozen=True)
class DecisionRecord:
    """One decision of an exercise, with everything a report says of it."""

    record: ExerciseRecord
    decision: Decision
    inject: Inject

    @property
    def run(self) -> DecisionRun:
        """What was done with it."""
        return self.record.state.decision_run(self.decision.id)

    @property
    def outcome(self) -> Outcome | None:
        """How it was closed, if it was."""
        return self.run.outcome

    @property
    def status(self) -> str:
        """One of the statuses of decisions."""
        return self.record.state.decision_status(self.decision.id)

    @property
    def was_opened(self) -> bool:
        """Whether the room had it before it."""
        return self.run.opened_at is not None

    @cached_property
    def eligible(self) -> tuple[str, ...]:
        """The seats that could answer: those at closing, or those there now."""
        if self.outcome is not None:
            return self.outcome.eligible
        return self.record.state.eligible(self.decision)

    @cached_property
    def firsts(self) -> Mapping[str, Position]:
        """Each eligible seat's silent first position."""
        standing = self.run.standing("first")
        return {role: standing[role] for role in self.eligible if role in standing}

    @cached_property
    def finals(self) -> Mapping[str, Position]:
        """Each eligible seat's last final position before closing."""
        standing = self.run.standing("final")
        return {role: standing[role] for role in self.eligible if role in standing}

    @cached_property
    def rankings(self) -> Mapping[str, tuple[str, ...]]:
        """Each eligible seat's last ranking before closing."""
        in_time = {r.role: r.order for r in self.run.rankings if not r.late}
        return {role: in_time[role] for role in self.eligible if role in in_time}

    @property
    def answered(self) -> int:
        """How many eligible seats answered."""
        given = self.rankings if isinstance(self.decision.rule, Ranking) else self.finals
        return len(given)

    @cached_property
    def tally(self) -> Mapping[str, int]:
        """Final choices by option, in the order of the options, without zeros."""
        counts = Counter(option for p in self.finals.values() for option in p.options)
        return {o.id: counts[o.id] for o in self.decision.options if counts[o.id]}

    @cached_property
    def first_tally(self) -> Mapping[str, int]:
        """First choices by option, without zeros."""
        counts = Counter(option for p in self.firsts.values() for option in p.options)
        return {o.id: counts[o.id] for o in self.decision.options if counts[o.id]}

    @property
    def started_played(self) -> float:
        """Where its durations begin: the inject's release, or for later decisions the opening."""
        if self.decision.id == self.inject.decisions[0].id:
            return self.record.state.inject_run(self.inject.id).first_released_played
        return self.run.opened_played

    @property
    def seconds(self) -> float | None:
        """From the beginning to the closing, without pauses."""
        if self.outcome is None:
            return None
        return max(0.0, self.outcome.played - self.started_played)

    def seconds_of(self, position: Position) -> float | None:
        """Return how long a seat took; one given before the opening counts from the opening.

        None while the decision has not been opened: there is nothing to count from.
        """
        if not self.was_opened:
            return None
        return max(0.0, position.played - self.started_played)

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels of its scale; empty without one."""
        if self.decision.scale is None:
            return ()
        scale = self.record.scenario.scales_by_id[self.decision.scale]
        return tuple(level.value for level in scale.levels)

    def positions_of(self, chosen: Mapping[str, Position]) -> Mapping[str, float]:
        """Return the places on the scale that seats took, where their option has one.

        Where a seat may choose several options it stands in several places, which is none.
        """
        if isinstance(self.decision.rule, Each) and self.decision.rule.several:
            return {}
        found: dict[str, float] = {}
        for role, position in chosen.items():
            value = self.decision.position_of(position.option)
            if value is not None:
                found[role] = value
        return found

    @cached_property
    def metrics(self) -> DecisionMetrics:
        """The figures of the report, unrounded."""
        options = [option.id for option in self.decision.options]
        return decision_metrics(
            Answers(
                # Before it was opened nobody could answer: no rate, rather than one of zero.
                eligible=len(self.eligible) if self.was_opened or self.answered else 0,
                options=len(options),
                choices={role: p.options for role, p in self.finals.items()},
                final=self.positions_of(self.finals),
                first=self.positions_of(self.firsts),
                levels=self.levels,
                rankings=tuple(ranks(order, options) for order in self.rankings.values()),
                seconds=self.seconds,
                is_silence=isinstance(self.decision.rule, Silence),
            )
        )

    @cached_property
    def case(self) -> RuleCase:
        """What the rule looks at, as the record stands."""
        at = self.outcome.at if self.outcome else self.record.until
        roles = self.record.scenario.roles_by_id
        weights = {role: Fraction(str(roles[role].weight)) for role in self.eligible}
        return RuleCase(self.decision, weights, self.run, self.record.state.played(at))

    @property
    def order(self) -> tuple[RankedOption, ...]:
        """The options by rank sum; empty but under a ranking."""
        return ranking_order(self.case) if isinstance(self.decision.rule, Ranking) else ()

    @property
    def requested_by(self) -> tuple[str, ...]:
        """The seats whose request stands, the first first; apart from who is affected."""
        rule = self.decision.rule
        if not isinstance(rule, OnRequest):
            return ()
        asking = [r for r, p in self.finals.items() if p.option in rule.triggers]
        return tuple(sorted(asking, key=lambda role: standing_since(self.run.positions, role)))

    @property
    def stances(self) -> Mapping[str, str]:
        """Each eligible seat's stance on what was in hand."""
        if isinstance(self.decision.rule, Consensus) and self.was_opened:
            return effective_stances(self.case)
        return {r: s.stance for r, s in self.express_stances.items()}

    @property
    def express_stances(self) -> Mapping[str, StanceRecord]:
        """What seats said of the proposal or text in hand."""
        return {r: s for r, s in self.run.standing_stances.items() if r in self.eligible}

    def is_advice(self, role: str) -> bool:
        """Return whether a seat's position advises and does not decide."""
        rule = self.decision.rule
        if isinstance(rule, Authority):
            return role not in rule.roles
        return role not in self.eligible

    @cached_property
    def in_hand(self) -> Circulation | Proposal | None:
        """The text that was circulated last, or the proposal that was put last."""
        return self.run.circulation or self.run.proposal

    def is_before_the_text(self, position: Position) -> bool:
        """Whether a position was noted before the last text went under silence.

        Such a position is an opinion on the way there: the seat stayed silent on the text.
        """
        text = self.run.circulation
        return text is not None and position.seq < text.seq

    def differs(self, position: Position) -> bool:
        """Return whether a final position is another option than the one that stands.

        A seat that abstained holds no option, and so none that differs.
        """
        standing = self.outcome.option if self.outcome else None
        return standing is not None and not position.abstained and standing not in position.options

    @cached_property
    def dissent(self) -> tuple[Dissent, ...]:
        """What seats said against, in the order of the seats: said is said, eligible or not."""
        found: list[Dissent] = []
        for role in self.record.scenario.roles_by_id:
            found += self._dissent_of(role)
        return tuple(dict.fromkeys(found))

    def _dissent_of(self, role: str) -> list[Dissent]:
        found = self._stances_against(role)
        final = self.run.standing("final").get(role)
        if final is not None and final.reservation:
            found.append(Dissent(role, "reservation", final.reservation, final.seq))
        for text in self.run.circulations:
            breaks = (b for b in text.breaks_in_time if b.role == role)
            found += [Dissent(role, "silence_break", b.text, b.seq, text.revision) for b in breaks]
        return found

    def _stances_against(self, role: str) -> list[Dissent]:
        """Return what a seat said of what is in hand; under silence of every text.

        A text that was replaced had gone to all: a reservation on it is as much said as a break.
        """
        stands: list[tuple[int | None, Mapping[str, StanceRecord]]]
        stands = [(text.revision, text.stances) for text in self.run.circulations]
        found: list[Dissent] = []
        for on_text, stances in stands or [(None, self.run.standing_stances)]:
            said = stances.get(role)
            if said is not None and said.stance in _AGAINST:
                kind = _AGAINST[said.stance]
                found.append(Dissent(role, kind, said.text, said.seq, on_text))
        return found

    @property
    def judgements(self) -> tuple[JudgedFact, ...]:
        """Each seat's last judgement of each fact before closing, in the order of the seats."""
        standing = {(j.role, j.fact): j for j in self.run.judged if not j.late}
        order = list(self.record.scenario.roles_by_id)
        return tuple(sorted(standing.values(), key=lambda j: (order.index(j.role), j.fact)))

    def silence_result(self, text: Circulation) -> str:
        """Return how one text under silence ended, or ``under_silence`` while it runs."""
        at = self.outcome.played if self.outcome else self.record.state.played(self.record.until)
        if text.withdrawn:
            return "withdrawn"
        if text.breaks_in_time:
            return "broken"
        if text.revised:
            return "revised"
        if at >= text.deadline:
            return "adopted"
        return "no_agreement" if self.outcome else "under_silence"


def decision_records(record: ExerciseRecord) -> tuple[DecisionRecord, ...]:
    """Return every decision of the scenario, in the order of the file."""
    return tuple(
        DecisionRecord(record, decision, inject)
        for inject in record.scenario.injects
        for decision in inject.decisions
    )
