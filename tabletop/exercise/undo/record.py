"""What takes back requests, observations, ticks, ratings and corrective actions."""

from typing import assert_never

from tabletop.exercise.commands import (
    AnswerRequest,
    PlanAction,
    RateObjective,
    ReopenRequest,
    RestoreItem,
    TickExpected,
    WithdrawItem,
)
from tabletop.exercise.events import (
    ActionPlanned,
    ExpectedTicked,
    IssueParked,
    ItemRestored,
    ItemWithdrawn,
    ObjectiveRated,
    ObservationMade,
    RecordEvent,
    RequestAnswered,
    RequestMade,
    RequestReopened,
)
from tabletop.exercise.phrasing import expected_named, item_named
from tabletop.exercise.records import Inverse
from tabletop.exercise.state import ExerciseState


def of_record(before: ExerciseState, event: RecordEvent) -> Inverse | None:
    match event:
        case RequestMade(request_id):
            return f"Take back request {request_id}", WithdrawItem("request", request_id)
        case RequestAnswered(request_id):
            return _of_answer_to(before, request_id)
        case ItemWithdrawn(kind, item_id):
            named = item_named(kind, item_id, before.item_text(kind, item_id))
            return f"Put the {named} back", RestoreItem(kind, item_id)
        case ObservationMade(observation_id, text):
            label = f"Take back the {item_named('observation', observation_id, text)}"
            return label, WithdrawItem("observation", observation_id)
        case IssueParked(issue_id, text):
            label = f"Take back the {item_named('issue', issue_id, text)}"
            return label, WithdrawItem("issue", issue_id)
        case ActionPlanned():
            return _of_action(before, event)
        case ExpectedTicked() | ObjectiveRated():
            return _of_assessment(before, event)
        case RequestReopened() | ItemRestored():
            return None
        case unknown:
            assert_never(unknown)


def _of_assessment(before: ExerciseState, event: ExpectedTicked | ObjectiveRated) -> Inverse:
    match event:
        case ExpectedTicked(inject_id, expected_id):
            tick = before.ticks.get((inject_id, expected_id))
            action = expected_named(inject_id, expected_id, before.scenario)
            label = f"Take back the tick on {action}"
            if tick is None:
                return label, TickExpected(inject_id, expected_id, "not_assessed")
            return label, TickExpected(inject_id, expected_id, tick.status, tick.comment)
        case ObjectiveRated(objective):
            rated = before.ratings.get(objective)
            label = f"Take back the rating of {objective}"
            if rated is None:
                return label, RateObjective(objective, None)
            return label, RateObjective(objective, rated.rating, rated.because)


def _of_answer_to(before: ExerciseState, request_id: str) -> Inverse:
    earlier = before.requests[request_id]
    if earlier.answered_at is None:
        return f"Take back the answer to {request_id}", ReopenRequest(request_id)
    return f"Put back the earlier answer to {request_id}", AnswerRequest(
        request_id, earlier.answer or "", earlier.refused
    )


def _of_action(before: ExerciseState, event: ActionPlanned) -> Inverse:
    earlier = before.actions.get(event.action_id)
    named = item_named("action", event.action_id, event.text)
    if earlier is None or earlier.withdrawn:
        return f"Take back the {named}", WithdrawItem("action", event.action_id)
    return f"Take back the change of the {named}", PlanAction(
        earlier.id,
        earlier.text,
        earlier.objective,
        earlier.owner,
        earlier.start,
        earlier.due,
        earlier.status,
    )
