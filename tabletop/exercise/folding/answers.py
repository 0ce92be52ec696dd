"""How positions, rankings, proposals and stances change the state."""

from dataclasses import replace
from typing import assert_never

from tabletop.exercise.events import (
    AnswerEvent,
    PositionRestored,
    PositionTaken,
    PositionWithdrawn,
    ProposalPut,
    ProposalWithdrawn,
    RankingGiven,
    RankingRestored,
    RankingWithdrawn,
    StanceTaken,
    StanceWithdrawn,
)
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import (
    DecisionRun,
    Position,
    Proposal,
    RankingRecord,
    StanceRecord,
)
from tabletop.exercise.state import ExerciseState


def fold_answer(state: ExerciseState, entry: Entry, event: AnswerEvent) -> ExerciseState:
    """Return the state after a seat's answer, or after what the chair puts to the seats."""
    run = state.decision_run(event.decision_id)
    match event:
        case PositionTaken():
            positions = (*run.positions, _position(state, entry, event))
            return state.with_decision(event.decision_id, positions=positions)
        case PositionWithdrawn():
            return state.with_decision(event.decision_id, positions=_withdrawn(state, entry, event))
        case PositionRestored():
            return state.with_decision(event.decision_id, positions=_restored(run, event))
        case RankingGiven() | RankingWithdrawn() | RankingRestored():
            return _ranked(state, entry, event)
        case ProposalPut(decision_id, option, text):
            proposal = Proposal(option, text, state.played(entry.at))
            return state.with_decision(decision_id, proposals=(*run.proposals, proposal))
        case ProposalWithdrawn(decision_id):
            return state.with_decision(decision_id, proposals=run.proposals[:-1])
        case StanceTaken(decision_id, role, stance, text):
            late = state.is_late(decision_id)
            record = StanceRecord(entry.seq, state.played(entry.at), role, stance, text, late)
            return state.with_decision(decision_id, **_with_stance(run, role, record))
        case StanceWithdrawn(decision_id, role):
            return state.with_decision(decision_id, **_with_stance(run, role, None))
        case unknown:
            assert_never(unknown)


def _ranked(
    state: ExerciseState, entry: Entry, event: RankingGiven | RankingWithdrawn | RankingRestored
) -> ExerciseState:
    match event:
        case RankingGiven(decision_id, role, order):
            late = state.is_late(decision_id)
            ranking = RankingRecord(entry.seq, state.played(entry.at), role, order, late)
            rankings = (*state.decision_run(decision_id).rankings, ranking)
            return state.with_decision(decision_id, rankings=rankings)
        case RankingWithdrawn():
            return _ranking_withdrawn(state, entry, event)
        case RankingRestored():
            return _ranking_restored(state, event)
        case unknown:
            assert_never(unknown)


def withdrawable(
    state: ExerciseState, decision_id: str, role: str, round_: str, *, last_only: bool
) -> tuple[Position, ...]:
    """Return the positions a withdrawal takes out: after the closing none but the late ones."""
    only_late = state.is_late(decision_id)
    standing = tuple(
        p
        for p in state.decision_run(decision_id).positions
        if (p.role, p.round) == (role, round_) and not p.withdrawn and (p.late or not only_late)
    )
    return standing[-1:] if last_only else standing


def _withdrawn(
    state: ExerciseState, entry: Entry, event: PositionWithdrawn
) -> tuple[Position, ...]:
    found = withdrawable(
        state, event.decision_id, event.role, event.round, last_only=event.last_only
    )
    seqs = {position.seq for position in found}
    return tuple(
        replace(p, withdrawn_seq=entry.seq) if p.seq in seqs else p
        for p in state.decision_run(event.decision_id).positions
    )


def last_withdrawal(run: DecisionRun, role: str, round_: str) -> int | None:
    """Return the entry of a seat's last withdrawal of positions of a round, or None."""
    seqs = [
        p.withdrawn_seq
        for p in run.positions
        if (p.role, p.round) == (role, round_) and p.withdrawn_seq is not None
    ]
    return max(seqs, default=None)


def _restored(run: DecisionRun, event: PositionRestored) -> tuple[Position, ...]:
    seq = last_withdrawal(run, event.role, event.round)
    return tuple(
        replace(p, withdrawn_seq=None)
        if seq is not None and (p.role, p.round, p.withdrawn_seq) == (event.role, event.round, seq)
        else p
        for p in run.positions
    )


def withdrawable_rankings(
    state: ExerciseState, decision_id: str, role: str, *, last_only: bool
) -> tuple[RankingRecord, ...]:
    """Return the rankings a withdrawal takes out, as ``withdrawable`` does for positions."""
    only_late = state.is_late(decision_id)
    rankings = state.decision_run(decision_id).rankings
    standing = tuple(r for r in rankings if r.role == role and (r.late or not only_late))
    return standing[-1:] if last_only else standing


def _ranking_withdrawn(
    state: ExerciseState, entry: Entry, event: RankingWithdrawn
) -> ExerciseState:
    run = state.decision_run(event.decision_id)
    found = withdrawable_rankings(state, event.decision_id, event.role, last_only=event.last_only)
    taken = tuple(replace(ranking, withdrawn_seq=entry.seq) for ranking in found)
    return state.with_decision(
        event.decision_id,
        rankings=tuple(r for r in run.rankings if r not in found),
        withdrawn_rankings=(*run.withdrawn_rankings, *taken),
    )


def _ranking_restored(state: ExerciseState, event: RankingRestored) -> ExerciseState:
    run = state.decision_run(event.decision_id)
    mine = [r for r in run.withdrawn_rankings if r.role == event.role]
    last = max((r.withdrawn_seq or 0 for r in mine), default=0)
    back = [r for r in mine if r.withdrawn_seq == last]
    standing = (*run.rankings, *(replace(r, withdrawn_seq=None) for r in back))
    return state.with_decision(
        event.decision_id,
        rankings=tuple(sorted(standing, key=lambda ranking: ranking.seq)),
        withdrawn_rankings=tuple(r for r in run.withdrawn_rankings if r not in back),
    )


def _position(state: ExerciseState, entry: Entry, event: PositionTaken) -> Position:
    run = state.decision_run(event.decision_id)
    carrier = state.scenario.inject_of_decision[event.decision_id]
    options = event.options or ((event.option,) if event.option is not None else ())
    return Position(
        seq=entry.seq,
        at=entry.at,
        played=state.played(entry.at),
        role=event.role,
        round=event.round,
        option=event.option if event.option is not None else next(iter(options), None),
        options=options,
        confidence=event.confidence,
        reason=event.reason,
        condition=event.condition,
        reservation=event.reservation,
        abstained=event.abstained,
        late=state.is_late(event.decision_id),
        early=run.opened_at is None,
        on_recalled=state.inject_run(carrier.id).recalled,
    )


def _with_stance(run: DecisionRun, role: str, record: StanceRecord | None) -> dict[str, object]:
    """Return the changes that put a stance on what is in hand, or take it away."""
    if record is not None and record.late:
        return {"stance_log": (*run.stance_log, record)}
    stances = {r: s for r, s in run.standing_stances.items() if r != role}
    if record is not None:
        stances[role] = record
    log = run.stance_log if record is None else (*run.stance_log, record)
    if run.circulation:
        circulations = (*run.circulations[:-1], replace(run.circulation, stances=stances))
        return {"circulations": circulations, "stance_log": log}
    if run.proposal:
        proposals = (*run.proposals[:-1], replace(run.proposal, stances=stances))
        return {"proposals": proposals, "stance_log": log}
    return {"stances": stances, "stance_log": log}
