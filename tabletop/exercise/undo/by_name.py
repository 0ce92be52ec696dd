"""Which command gives an event that only takes something back."""

from collections.abc import Callable, Mapping
from dataclasses import fields

from tabletop.exercise.commands import (
    CancelBreak,
    CancelCirculation,
    CancelContinuing,
    CancelExtension,
    CancelRecall,
    CancelReopening,
    CancelReveal,
    CancelWithdrawal,
    Command,
    PlayTimeAway,
    ReopenRequest,
    RestoreItem,
    RestorePosition,
    RestoreRanking,
    SetClockBack,
    WithdrawJudgement,
    WithdrawProposal,
)
from tabletop.exercise.events import (
    AwayPlayed,
    BreakCancelled,
    CirculationCancelled,
    ClockSetBack,
    ContinuingCancelled,
    Event,
    ExtensionCancelled,
    ItemRestored,
    JudgementWithdrawn,
    PositionRestored,
    ProposalWithdrawn,
    RankingRestored,
    RecallCancelled,
    ReopeningCancelled,
    RequestReopened,
    RevealCancelled,
    WithdrawalCancelled,
)

_TAKEN_BACK_BY: Mapping[type[Event], Callable[..., Command]] = {
    ProposalWithdrawn: WithdrawProposal,
    CirculationCancelled: CancelCirculation,
    BreakCancelled: CancelBreak,
    ExtensionCancelled: CancelExtension,
    WithdrawalCancelled: CancelWithdrawal,
    PositionRestored: RestorePosition,
    RankingRestored: RestoreRanking,
    RecallCancelled: CancelRecall,
    ReopeningCancelled: CancelReopening,
    RevealCancelled: CancelReveal,
    JudgementWithdrawn: WithdrawJudgement,
    RequestReopened: ReopenRequest,
    ItemRestored: RestoreItem,
    AwayPlayed: PlayTimeAway,
    ContinuingCancelled: CancelContinuing,
    ClockSetBack: SetClockBack,
}


def taken_back_by(event: Event) -> Command | None:
    """Return the command that gives an event which only takes something back, or None.

    Such an event has no inverse of its own. When somebody takes a thing back by name, the step
    that would have taken it back goes, or it would stand in the way of all before it.
    """
    command = _TAKEN_BACK_BY.get(type(event))
    if command is None:
        return None
    return command(*(getattr(event, field.name) for field in fields(event)))
