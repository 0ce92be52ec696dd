"""Requests for information, observations, ticks, ratings and corrective actions."""

from collections.abc import Mapping
from typing import assert_never

from tabletop.exercise.commands import (
    AnswerRequest,
    MakeRequest,
    Observe,
    ParkIssue,
    PlanAction,
    RateObjective,
    RecordCommand,
    ReopenRequest,
    RestoreItem,
    TickExpected,
    WithdrawItem,
)
from tabletop.exercise.deciding.refusal import (
    Refused,
    given,
    known_inject,
    known_role,
    unknown,
)
from tabletop.exercise.events import (
    ActionPlanned,
    Event,
    ExpectedTicked,
    IssueParked,
    ItemRestored,
    ItemWithdrawn,
    ObjectiveRated,
    ObservationMade,
    RequestAnswered,
    RequestMade,
    RequestReopened,
)
from tabletop.exercise.records import CorrectiveAction, Observation, ParkedIssue, Request
from tabletop.exercise.state import ExerciseState

_Item = Request | Observation | ParkedIssue | CorrectiveAction


def decide_record(state: ExerciseState, command: RecordCommand) -> list[Event]:
    """Return the events of a command about the record."""
    match command:
        case MakeRequest():
            return [_request(state, command)]
        case AnswerRequest():
            return [_answer(state, command)]
        case ReopenRequest(request_id):
            _known_request(state, request_id)
            answered = state.requests[request_id].answered_at
            given(answered, f"The request “{request_id}” is not answered.")
            return [RequestReopened(request_id)]
        case Observe():
            return [_observation(state, command)]
        case ParkIssue(issue_id, text):
            _new(issue_id, state.issues, "a parked issue")
            return [IssueParked(issue_id, _said(text, "A parked issue"))]
        case PlanAction():
            return [_action(state, command)]
        case WithdrawItem() | RestoreItem():
            return [_marked_item(state, command)]
        case TickExpected():
            return [_tick(state, command)]
        case RateObjective(objective, rating, because):
            _known_objective(state, objective)
            return [ObjectiveRated(objective, rating, because)]
        case never:
            assert_never(never)


def _marked_item(state: ExerciseState, command: WithdrawItem | RestoreItem) -> Event:
    kind, item_id = command.kind, command.item_id
    shelves: Mapping[str, Mapping[str, _Item]] = {
        "request": state.requests,
        "observation": state.observations,
        "issue": state.issues,
        "action": state.actions,
    }
    items = shelves[kind]
    item = items.get(item_id)
    if item is None:
        raise unknown(kind, item_id, tuple(items))
    if isinstance(command, WithdrawItem):
        given(not item.withdrawn, f"The {kind} “{item_id}” is already withdrawn.")
        return ItemWithdrawn(kind, item_id)
    given(item.withdrawn, f"The {kind} “{item_id}” is not withdrawn.")
    return ItemRestored(kind, item_id)


def _new(item_id: str, items: Mapping[str, object], what: str) -> None:
    if item_id in items:
        raise Refused(f"There already is {what} “{item_id}”; give it another id.")


def _said(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"{what} needs a text.")
    return text.strip()


def _known_objective(state: ExerciseState, objective: str | None) -> None:
    known = tuple(o.id for o in state.scenario.objectives)
    if objective is not None and objective not in known:
        raise unknown("objective", objective, known)


def _known_request(state: ExerciseState, request_id: str) -> None:
    if request_id not in state.requests:
        raise unknown("request", request_id, tuple(state.requests))


def _request(state: ExerciseState, command: MakeRequest) -> Event:
    known_role(state, command.role)
    _new(command.request_id, state.requests, "a request")
    question = _said(command.question, "A request for information")
    return RequestMade(command.request_id, command.role, command.to, question)


def _answer(state: ExerciseState, command: AnswerRequest) -> Event:
    _known_request(state, command.request_id)
    text = command.text if command.refused else _said(command.text, "An answer")
    return RequestAnswered(command.request_id, text, command.refused)


def _observation(state: ExerciseState, command: Observe) -> Event:
    _known_objective(state, command.objective)
    _new(command.observation_id, state.observations, "an observation")
    if command.role is not None:
        known_role(state, command.role)
    text = _said(command.text, "An observation")
    return ObservationMade(
        command.observation_id, text, command.kind, command.objective, command.role
    )


def _action(state: ExerciseState, command: PlanAction) -> Event:
    _known_objective(state, command.objective)
    return ActionPlanned(
        command.action_id,
        _said(command.text, "A corrective action"),
        command.objective,
        command.owner,
        command.start,
        command.due,
        command.status,
    )


def _tick(state: ExerciseState, command: TickExpected) -> Event:
    inject = known_inject(state, command.inject_id)
    known = tuple(expected.id for expected in inject.expected)
    if command.expected_id not in known:
        raise unknown(f"expected action of {inject.id}", command.expected_id, known)
    return ExpectedTicked(inject.id, command.expected_id, command.status, command.comment)
