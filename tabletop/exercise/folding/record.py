"""How requests, observations, ticks, ratings and corrective actions change the state."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, assert_never

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
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import (
    CorrectiveAction,
    ObjectiveRating,
    Observation,
    ParkedIssue,
    Request,
    Tick,
)
from tabletop.exercise.state import ExerciseState

_Item = TypeVar("_Item", Request, Observation, ParkedIssue, CorrectiveAction)


def fold_record(state: ExerciseState, entry: Entry, event: RecordEvent) -> ExerciseState:
    """Return the state after an event of the record that evaluators read."""
    match event:
        case RequestMade() | RequestAnswered() | RequestReopened():
            return _request(state, entry, event)
        case ObservationMade():
            observation = _observation(state, entry, event)
            return replace(
                state, observations={**state.observations, event.observation_id: observation}
            )
        case IssueParked(issue_id, text):
            issue = ParkedIssue(issue_id, entry.seq, entry.at, text)
            return replace(state, issues={**state.issues, issue_id: issue})
        case ActionPlanned():
            action = CorrectiveAction(
                event.action_id,
                entry.seq,
                event.text,
                event.objective,
                event.owner,
                event.start,
                event.due,
                event.status,
                earlier=state.actions.get(event.action_id),
            )
            return replace(state, actions={**state.actions, event.action_id: action})
        case ItemWithdrawn() | ItemRestored():
            return _marked_item(state, event)
        case ExpectedTicked():
            return _ticked(state, entry, event)
        case ObjectiveRated(objective, rating, because):
            ratings = {o: r for o, r in state.ratings.items() if o != objective}
            if rating is not None:
                ratings[objective] = ObjectiveRating(objective, rating, because, entry.seq)
            return replace(state, ratings=ratings)
        case unknown:
            assert_never(unknown)


def _last_inject(state: ExerciseState) -> str | None:
    """Return the inject before the room: the last released one that was not recalled."""
    out = (i for i in reversed(state.release_order) if state.inject_run(i).is_released)
    return next(out, None)


def _ticked(state: ExerciseState, entry: Entry, event: ExpectedTicked) -> ExerciseState:
    """Return the state with a tick; *not assessed* without a comment is as if never ticked."""
    place = (event.inject_id, event.expected_id)
    ticks = {where: tick for where, tick in state.ticks.items() if where != place}
    if event.status != "not_assessed" or event.comment:
        ticks[place] = Tick(*place, event.status, event.comment, entry.seq)
    return replace(state, ticks=ticks)


def _request(
    state: ExerciseState, entry: Entry, event: RequestMade | RequestAnswered | RequestReopened
) -> ExerciseState:
    played = state.played(entry.at)
    match event:
        case RequestMade(request_id, role, to, question):
            inject_id = _last_inject(state)
            request = Request(
                request_id, entry.seq, entry.at, role, to, question, inject_id, played
            )
        case RequestAnswered(request_id, text, refused):
            request = replace(
                state.requests[request_id],
                answer=text,
                answered_at=entry.at,
                answered_played=played,
                answered_seq=entry.seq,
                refused=refused,
                earlier=state.requests[request_id],
            )
        case RequestReopened(request_id):
            request = replace(
                state.requests[request_id],
                answer=None,
                answered_at=None,
                answered_played=None,
                answered_seq=0,
                refused=False,
                earlier=None,
            )
        case unknown:
            assert_never(unknown)
    return replace(state, requests={**state.requests, request.id: request})


def _observation(state: ExerciseState, entry: Entry, event: ObservationMade) -> Observation:
    return Observation(
        id=event.observation_id,
        seq=entry.seq,
        at=entry.at,
        played=state.played(entry.at),
        text=event.text,
        kind=event.kind,
        objective=event.objective,
        role=event.role,
        inject_id=_last_inject(state),
    )


def _marked_item(state: ExerciseState, event: ItemWithdrawn | ItemRestored) -> ExerciseState:
    """Mark a slip, or unmark it; it stays in the record and is left out of lists and figures."""
    gone, item_id = isinstance(event, ItemWithdrawn), event.item_id
    match event.kind:
        case "request":
            return replace(state, requests=_marked(state.requests, item_id, withdrawn=gone))
        case "observation":
            return replace(state, observations=_marked(state.observations, item_id, withdrawn=gone))
        case "issue":
            return replace(state, issues=_marked(state.issues, item_id, withdrawn=gone))
        case "action":
            return replace(state, actions=_marked(state.actions, item_id, withdrawn=gone))
        case unknown:
            assert_never(unknown)


def _marked(items: Mapping[str, _Item], item_id: str, *, withdrawn: bool) -> Mapping[str, _Item]:
    return {
        key: replace(item, withdrawn=withdrawn) if key == item_id else item
        for key, item in items.items()
    }
