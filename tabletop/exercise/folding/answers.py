"""How positions, rankings, proposals and stances change the state."""

from collections.abc import Collection
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
    StanceRestored,
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
            proposal = Proposal(entry.seq, option, text, state.played(entry.at))
            return state.with_decision(decision_id, proposals=(*run.proposals, proposal))
        case ProposalWithdrawn(decision_id):
            return state.with_decision(decision_id, proposals=run.proposals[:-1])
        case StanceTaken() | StanceWithdrawn() | StanceRestored():
            return _stance(state, entry, event)
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


def withdrawn_in(
    run: DecisionRun, role: str, round_: str, seq: int, *, undone: Collection[int] = ()
) -> tuple[Position, ...]:
    """Return what an entry withdrew of a seat's positions of a round; for 0 the last withdrawal.

    What was withdrawn by the entries ``undone`` is left out.
    """
    mine = [p for p in run.positions if (p.role, p.round) == (role, round_)]
    gone = [p for p in mine if p.withdrawn_seq is not None and p.withdrawn_seq not in undone]
    wanted = seq or max((p.withdrawn_seq or 0 for p in gone), default=0)
    return tuple(p for p in gone if p.withdrawn_seq == wanted)


def _restored(run: DecisionRun, event: PositionRestored) -> tuple[Position, ...]:
    back = {p.seq for p in withdrawn_in(run, event.role, event.round, event.withdrawn_seq)}
    return tuple(replace(p, withdrawn_seq=None) if p.seq in back else p for p in run.positions)


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


def rankings_withdrawn_in(
    run: DecisionRun, role: str, seq: int, *, undone: Collection[int] = ()
) -> tuple[RankingRecord, ...]:
    """Return what an entry withdrew of a seat's rankings, as ``withdrawn_in`` does."""
    gone = [r for r in run.withdrawn_rankings if r.role == role and r.withdrawn_seq not in undone]
    wanted = seq or max((r.withdrawn_seq or 0 for r in gone), default=0)
    return tuple(r for r in gone if r.withdrawn_seq == wanted)


def _ranking_restored(state: ExerciseState, event: RankingRestored) -> ExerciseState:
    run = state.decision_run(event.decision_id)
    back = rankings_withdrawn_in(run, event.role, event.withdrawn_seq)
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


def _stance(
    state: ExerciseState, entry: Entry, event: StanceTaken | StanceWithdrawn | StanceRestored
) -> ExerciseState:
    """Return the state after a stance; a late one is in the log and stands nowhere."""
    where, role = event.decision_id, event.role
    run = state.decision_run(where)
    match event:
        case StanceTaken(_, _, stance, text):
            late = state.is_late(where)
            record = StanceRecord(entry.seq, state.played(entry.at), role, stance, text, late)
            logged = state.with_decision(where, stance_log=(*run.stance_log, record))
            return logged if late else logged.with_decision(where, **_standing(run, role, record))
        case StanceWithdrawn():
            return state.with_decision(where, **_standing(run, role, None))
        case StanceRestored(_, _, stance_seq):
            again = next((s for s in run.stance_log if s.seq == stance_seq), None)
            return state.with_decision(where, **_standing(run, role, again))
        case unknown:
            assert_never(unknown)


def _standing(run: DecisionRun, role: str, record: StanceRecord | None) -> dict[str, object]:
    """Return the changes that put a stance on what is in hand, or take it away."""
    stances = {r: s for r, s in run.standing_stances.items() if r != role}
    if record is not None:
        stances[role] = record
    if run.circulation:
        return {"circulations": (*run.circulations[:-1], replace(run.circulation, stances=stances))}
    if run.proposal:
        return {"proposals": (*run.proposals[:-1], replace(run.proposal, stances=stances))}
    return {"stances": stances}
