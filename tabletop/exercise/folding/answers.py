"""How positions, rankings, proposals and stances change the state."""

from dataclasses import replace
from typing import assert_never

from tabletop.exercise.events import (
    AnswerEvent,
    PositionTaken,
    PositionWithdrawn,
    ProposalPut,
    ProposalWithdrawn,
    RankingGiven,
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
        case PositionWithdrawn(decision_id, role, round_):
            kept = tuple(
                replace(p, withdrawn=True) if (p.role, p.round) == (role, round_) else p
                for p in run.positions
            )
            return state.with_decision(decision_id, positions=kept)
        case RankingGiven(decision_id, role, order):
            late = run.outcome is not None
            ranking = RankingRecord(entry.seq, state.played(entry.at), role, order, late)
            return state.with_decision(decision_id, rankings=(*run.rankings, ranking))
        case RankingWithdrawn(decision_id, role):
            rankings = tuple(r for r in run.rankings if r.role != role)
            return state.with_decision(decision_id, rankings=rankings)
        case ProposalPut(decision_id, option, text):
            proposal = Proposal(option, text, state.played(entry.at))
            return state.with_decision(decision_id, proposals=(*run.proposals, proposal))
        case ProposalWithdrawn(decision_id):
            return state.with_decision(decision_id, proposals=run.proposals[:-1])
        case StanceTaken(decision_id, role, stance, text):
            record = StanceRecord(entry.seq, state.played(entry.at), role, stance, text)
            return state.with_decision(decision_id, **_with_stance(run, role, record))
        case StanceWithdrawn(decision_id, role):
            return state.with_decision(decision_id, **_with_stance(run, role, None))
        case unknown:
            assert_never(unknown)


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
        late=run.outcome is not None,
        early=run.opened_at is None,
        on_recalled=state.inject_run(carrier.id).recalled,
    )


def _with_stance(run: DecisionRun, role: str, record: StanceRecord | None) -> dict[str, object]:
    """Return the changes that put a stance on what is in hand, or take it away."""
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
