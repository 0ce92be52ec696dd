"""What taking a thing back by name means for the steps that undo offers.

An event that only takes something back has no inverse of its own. The step that would have taken
the thing back goes, or it would stand in the way of all before it.
"""

from collections.abc import Mapping
from dataclasses import fields, replace

from tabletop.exercise.commands import (
    AnswerRequest,
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
    RestoreStance,
    WithdrawItem,
    WithdrawJudgement,
    WithdrawProposal,
    WithdrawStance,
)
from tabletop.exercise.events import (
    AwayPlayed,
    BreakCancelled,
    CirculationCancelled,
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
from tabletop.exercise.phrasing import item_named
from tabletop.exercise.records import Inverse
from tabletop.exercise.state import ExerciseState

_TAKEN_BACK_BY: Mapping[type[Event], type[Command]] = {
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
}


def taken_back_by(event: Event) -> Command | None:
    """Return the command that gives an event which only takes something back, or None."""
    command = _TAKEN_BACK_BY.get(type(event))
    if command is None:
        return None
    return command(*(getattr(event, field.name) for field in fields(command)))


def same_as(command: Command, inverse: Command) -> bool:
    """Whether the inverse of a step is what a command has done."""
    if isinstance(command, RestorePosition | RestoreRanking) and not command.withdrawn_seq:
        # Older journals do not say which withdrawal they took back: it was the last one.
        return isinstance(inverse, type(command)) and replace(inverse, withdrawn_seq=0) == command
    return inverse == command


_ON_A_PROPOSAL = (WithdrawStance, RestoreStance)
_ON_A_TEXT = (*_ON_A_PROPOSAL, CancelBreak, CancelExtension, CancelWithdrawal)
_OF_ANSWERS = (AnswerRequest, ReopenRequest)


def belongs_to(event: Event, inverse: Command) -> bool:
    """Whether a later step's inverse is about the very thing that an event took back.

    Stances go with their proposal, all that befell a text goes with its circulation, answers go
    with the one they followed.
    """
    match event:
        case ProposalWithdrawn(where):
            return isinstance(inverse, _ON_A_PROPOSAL) and inverse.decision_id == where
        case CirculationCancelled(where):
            return isinstance(inverse, _ON_A_TEXT) and inverse.decision_id == where
        case RequestReopened(where):
            return isinstance(inverse, _OF_ANSWERS) and inverse.request_id == where
        case _:
            return False


def taken_back_again(before: ExerciseState, event: Event) -> Inverse | None:
    """Return what takes an event back that anticipated no step: an undo took its thing out."""
    if isinstance(event, ItemRestored):
        named = item_named(event.kind, event.item_id, before.item_text(event.kind, event.item_id))
        return f"Take back the {named}", WithdrawItem(event.kind, event.item_id)
    return None
