"""How requests, observations, ticks, ratings and corrective actions change the state."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, assert_never

from tabletop.exercise.events import (
    ActionPlanned,
    ExpectedTicked,
    IssueParked,
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
            )
            return replace(state, actions={**state.actions, event.action_id: action})
        case ItemWithdrawn():
            return _withdrawn(state, event)
        case ExpectedTicked(inject_id, expected_id, status, comment):
            tick = Tick(inject_id, expected_id, status, comment, entry.seq)
            return replace(state, ticks={**state.ticks, (inject_id, expected_id): tick})
        case ObjectiveRated(objective, rating, because):
            ratings = {o: r for o, r in state.ratings.items() if o != objective}
            if rating is not None:
                ratings[objective] = ObjectiveRating(objective, rating, because, entry.seq)
            return replace(state, ratings=ratings)
        case unknown:
            assert_never(unknown)


def _last_inject(state: ExerciseState) -> str | None:
    return state.release_order[-1] if state.release_order else None


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
                refused=refused,
            )
        case RequestReopened(request_id):
            request = replace(
                state.requests[request_id],
                answer=None,
                answered_at=None,
                answered_played=None,
                refused=False,
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


def _withdrawn(state: ExerciseState, event: ItemWithdrawn) -> ExerciseState:
    """Mark a slip; it stays in the record and is left out of lists and figures."""
    match event.kind:
        case "request":
            return replace(state, requests=_marked(state.requests, event.item_id))
        case "observation":
            return replace(state, observations=_marked(state.observations, event.item_id))
        case "issue":
            return replace(state, issues=_marked(state.issues, event.item_id))
        case "action":
            return replace(state, actions=_marked(state.actions, event.item_id))
        case unknown:
            assert_never(unknown)


def _marked(items: Mapping[str, _Item], item_id: str) -> Mapping[str, _Item]:
    return {key: replace(v, withdrawn=True) if key == item_id else v for key, v in items.items()}
