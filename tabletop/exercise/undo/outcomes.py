"""What takes back events of decisions as a whole."""

from typing import assert_never

from tabletop.exercise.commands import (
    CancelReopening,
    CancelReveal,
    ReopenDecision,
    WithdrawJudgement,
)
from tabletop.exercise.events import (
    DecisionClosed,
    DecisionNotTaken,
    DecisionOpened,
    DecisionReopened,
    FactJudged,
    JudgementWithdrawn,
    OutcomeDeclared,
    OutcomeEvent,
    PositionsRevealed,
    ReopeningCancelled,
    RevealCancelled,
)
from tabletop.exercise.events.words import UNDONE
from tabletop.exercise.records import Inverse
from tabletop.exercise.state import ExerciseState


def of_outcome(before: ExerciseState, event: OutcomeEvent) -> Inverse | None:
    match event:
        case DecisionClosed(decision_id) | OutcomeDeclared(decision_id):
            return f"Reopen {decision_id}", ReopenDecision(decision_id, UNDONE, undone=True)
        case DecisionReopened(decision_id):
            return f"Close {decision_id} again", CancelReopening(decision_id)
        case FactJudged(decision_id, role, fact):
            label = f"Take back what {role} made of {fact} in {decision_id}"
            return label, WithdrawJudgement(decision_id, role, fact)
        case PositionsRevealed(decision_id, round_):
            if round_ in before.decision_run(decision_id).revealed:
                return None  # Older journals may reveal a round twice; hiding it once is enough.
            label = f"Hide the {round_} positions in {decision_id}"
            return label, CancelReveal(decision_id, round_)
        case (
            DecisionOpened()
            | DecisionNotTaken()
            | ReopeningCancelled()
            | RevealCancelled()
            | JudgementWithdrawn()
        ):
            return None
        case unknown:
            assert_never(unknown)
