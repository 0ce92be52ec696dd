"""What takes back answers, what is put to the seats, and the steps of the silence procedure."""

from typing import assert_never

from tabletop.exercise.commands import (
    CancelBreak,
    CancelCirculation,
    CancelExtension,
    CancelWithdrawal,
    RestorePosition,
    RestoreRanking,
    RestoreStance,
    WithdrawPosition,
    WithdrawProposal,
    WithdrawRanking,
    WithdrawStance,
)
from tabletop.exercise.events import (
    AnswerEvent,
    BreakCancelled,
    CirculationCancelled,
    ExtensionCancelled,
    PositionRestored,
    PositionTaken,
    PositionWithdrawn,
    ProposalPut,
    ProposalWithdrawn,
    RankingGiven,
    RankingRestored,
    RankingWithdrawn,
    SilenceBroken,
    SilenceEvent,
    SilenceExtended,
    SilenceWithdrawn,
    StanceRestored,
    StanceTaken,
    StanceWithdrawn,
    TextCirculated,
    WithdrawalCancelled,
)
from tabletop.exercise.records import Inverse
from tabletop.exercise.state import ExerciseState


def of_answer(before: ExerciseState, event: AnswerEvent) -> Inverse | None:
    """Return what takes a slip out, so that the answer before it stands again, as old as it was."""
    # The entry that is folded is the one after those that are.
    where, seq = event.decision_id, before.head + 1
    match event:
        case PositionTaken(_, role, round_):
            label = f"Take back the position of {role} in {where}"
            return label, WithdrawPosition(where, role, round_, last_only=True)
        case PositionWithdrawn(_, role, round_):
            return f"Put the position of {role} in {where} back", RestorePosition(
                where, role, round_, seq
            )
        case RankingGiven(_, role):
            label = f"Take back the ranking of {role} in {where}"
            return label, WithdrawRanking(where, role, last_only=True)
        case RankingWithdrawn(_, role):
            return f"Put the ranking of {role} in {where} back", RestoreRanking(where, role, seq)
        case ProposalPut():
            return f"Take back the proposal in {where}", WithdrawProposal(where)
        case StanceTaken() | StanceWithdrawn() | StanceRestored():
            return _of_stance(before, event)
        case PositionRestored() | RankingRestored() | ProposalWithdrawn():
            return None
        case unknown:
            assert_never(unknown)


def _of_stance(
    before: ExerciseState, event: StanceTaken | StanceWithdrawn | StanceRestored
) -> Inverse | None:
    where, role = event.decision_id, event.role
    if before.is_late(where):
        return None  # It is in the log only, and stands nowhere.
    record = before.decision_run(where).standing_stances.get(role)
    label = f"Take back the stance of {role} in {where}"
    if record is None:
        return label, WithdrawStance(where, role)
    return label, RestoreStance(where, role, record.seq)


def of_silence(event: SilenceEvent) -> Inverse | None:
    where = event.decision_id
    match event:
        case TextCirculated():
            return f"Take the text of {where} back from silence", CancelCirculation(where)
        case SilenceBroken(_, role):
            return f"Take back that {role} broke silence on {where}", CancelBreak(where, role)
        case SilenceExtended():
            return f"Take back the extension on {where}", CancelExtension(where)
        case SilenceWithdrawn():
            return f"Put the text of {where} under silence again", CancelWithdrawal(where)
        case (
            CirculationCancelled() | BreakCancelled() | ExtensionCancelled() | WithdrawalCancelled()
        ):
            return None
        case unknown:
            assert_never(unknown)
