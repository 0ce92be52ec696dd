"""What undoing takes out beyond the inverse: a slip leaves no first release, no earlier outcome.

Recalling, reopening or marking absent by name keeps what was: it happened before the room. What
was undone did not, so that clocks, durations and counts are those of what stands.
"""

from collections.abc import Collection
from dataclasses import replace

from tabletop.exercise.inject_records import InjectRun
from tabletop.exercise.records import (
    CorrectiveAction,
    DecisionRun,
    Request,
)
from tabletop.exercise.state import ExerciseState


def without_slip(
    state: ExerciseState, seqs: Collection[int], command_ids: Collection[str]
) -> ExerciseState:
    """Return the state after a step was undone, without what its entries left behind.

    The inverse is folded already; ``seqs`` and ``command_ids`` are those of what was undone.
    """
    left = replace(
        state,
        injects={i: _unreleased(run, seqs) for i, run in state.injects.items()},
        decisions={d: _unopened(run, seqs) for d, run in state.decisions.items()},
        actions={a: _planned_before(one, seqs) for a, one in state.actions.items()},
        requests={r: _answered_before(one, seqs) for r, one in state.requests.items()},
        seats={role: seat for role, seat in state.seats.items() if seat.joined_seq not in seqs},
    )
    ordered = sorted(
        (i for i in left.release_order if left.inject_run(i).released_at is not None),
        key=lambda inject_id: left.inject_run(inject_id).released_seq,
    )
    left = replace(left, release_order=tuple(ordered))
    return _not_started(left) if state.started_by in command_ids else left


def _unreleased(run: InjectRun, seqs: Collection[int]) -> InjectRun:
    """Return what stood before a release; what was done to the inject since then stays."""
    if run.before is None or run.released_seq not in seqs:
        return run
    return replace(
        run.before,
        marked_skipped=run.marked_skipped,
        skip_reason=run.skip_reason,
        amended_body=run.amended_body,
    )


def _unopened(run: DecisionRun, seqs: Collection[int]) -> DecisionRun:
    earlier = tuple(outcome for outcome in run.earlier_outcomes if outcome.seq not in seqs)
    log = tuple(stance for stance in run.stance_log if stance.seq not in seqs)
    turns = tuple(
        turn
        for turn in run.set_aside
        if turn.opened_seq not in seqs and turn.closed_seq not in seqs
    )
    left = replace(run, earlier_outcomes=earlier, stance_log=log, set_aside=turns)
    if run.taken_after_all_seq in seqs:
        left = replace(left, not_taken=True, taken_after_all_seq=0)
    if run.not_taken_seq in seqs:
        left = replace(left, not_taken=False, not_taken_seq=0)
    if run.opened_seq in seqs:
        left = replace(left, opened_at=None, opened_played=0.0, opened_seq=0)
    return left


def _answered_before(request: Request, seqs: Collection[int]) -> Request:
    """Return a request whose earlier answer stands again, as old as it was.

    The inverse gave that answer anew, over the slip.
    """
    slip = request.earlier
    if slip is None or slip.answered_seq not in seqs or slip.earlier is None:
        return request
    return replace(slip.earlier, withdrawn=request.withdrawn)


def _planned_before(action: CorrectiveAction, seqs: Collection[int]) -> CorrectiveAction:
    """Return an action as it was before a slip planned it anew, withdrawn or not.

    The inverse planned it over the slip, or withdrew the slip.
    """
    slip = action if action.seq in seqs else action.earlier
    if slip is None or slip.seq not in seqs or slip.earlier is None:
        return action
    return slip.earlier


def _not_started(state: ExerciseState) -> ExerciseState:
    """Return the state before STARTEX, which came with the release that was undone."""
    startex = {state.started_seq} if state.started_seq else set()
    return replace(
        state,
        started_at=None,
        started_by="",
        started_seq=0,
        pauses=(),
        ends_taken_back=(),
        away=None,
        undone=state.undone | startex,
    )
