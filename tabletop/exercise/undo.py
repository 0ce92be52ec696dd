"""What takes an event back: its inverse command, worked out from the state before it.

Some events have none: creating the exercise, an evaluator's correction, an undo itself.
"""

from tabletop.exercise.commands import (
    AmendInject,
    CancelBreak,
    CancelCirculation,
    CancelExtension,
    CancelWithdrawal,
    ChangeClock,
    Command,
    ContinueExercise,
    GiveCard,
    JumpTo,
    MarkAbsent,
    MarkPresent,
    PauseExercise,
    PlanAction,
    RankOptions,
    RateObjective,
    RecallInject,
    ReopenDecision,
    ReopenRequest,
    ResumeExercise,
    SkipInject,
    TakeCardBack,
    TakeHandoutBack,
    TakePosition,
    TakeStance,
    TickExpected,
    UnskipInject,
    WithdrawItem,
    WithdrawPosition,
    WithdrawProposal,
    WithdrawRanking,
    WithdrawStance,
)
from tabletop.exercise.events import (
    ActionPlanned,
    AnswerEvent,
    CardGiven,
    CardTakenBack,
    ClockChanged,
    ClockEvent,
    DecisionClosed,
    Event,
    ExerciseEnded,
    ExercisePaused,
    ExerciseResumed,
    ExpectedTicked,
    HandoutGiven,
    InjectAmended,
    InjectEvent,
    InjectImprovised,
    InjectReleased,
    InjectSkipped,
    InjectUnskipped,
    IssueParked,
    ObjectiveRated,
    ObservationMade,
    OutcomeDeclared,
    PositionTaken,
    ProposalPut,
    RankingGiven,
    RecordEvent,
    RequestAnswered,
    RequestMade,
    ScenarioTimeJumped,
    SeatAbsent,
    SeatEvent,
    SeatPresent,
    SilenceBroken,
    SilenceEvent,
    SilenceExtended,
    SilenceWithdrawn,
    StanceTaken,
    TextCirculated,
)
from tabletop.exercise.state import ExerciseState

Inverse = tuple[str, Command]
UNDONE = "undone"


def inverse_of(before: ExerciseState, event: Event) -> Inverse | None:
    """Return what undoing the event is called and the command that does it, or None."""
    if isinstance(event, ClockEvent):
        return _of_clock(before, event)
    if isinstance(event, InjectEvent):
        return _of_inject(before, event)
    if isinstance(event, SeatEvent):
        return _of_seat(before, event)
    if isinstance(event, AnswerEvent):
        return _of_answer(before, event)
    if isinstance(event, SilenceEvent):
        return _of_silence(event)
    if isinstance(event, DecisionClosed | OutcomeDeclared):
        label = f"Reopen {event.decision_id}"
        return label, ReopenDecision(event.decision_id, UNDONE)
    if isinstance(event, RecordEvent):
        return _of_record(before, event)
    return None


def _of_clock(before: ExerciseState, event: ClockEvent) -> Inverse | None:
    match event:
        case ExercisePaused():
            return "Resume", ResumeExercise()
        case ExerciseResumed():
            return "Pause again", PauseExercise()
        case ExerciseEnded():
            return "Take ENDEX back", ContinueExercise()
        case ScenarioTimeJumped():
            return "Take the time jump back", JumpTo(before.clock.anchor, back=True)
        case ClockChanged():
            return "Set the clock back", ChangeClock(before.clock.mode, before.clock.rate)
        case _:
            return None


def _of_inject(before: ExerciseState, event: InjectEvent) -> Inverse | None:
    match event:
        case InjectReleased(inject_id) | InjectImprovised(inject_id):
            return f"Recall {inject_id}", RecallInject(inject_id, UNDONE)
        case InjectSkipped(inject_id):
            return f"Take back skipping {inject_id}", UnskipInject(inject_id)
        case InjectUnskipped(inject_id):
            reason = before.inject_run(inject_id).reason
            return f"Skip {inject_id} again", SkipInject(inject_id, reason or UNDONE)
        case InjectAmended(inject_id):
            body = before.inject_run(inject_id).amended_body
            return f"Take back the changed text of {inject_id}", AmendInject(inject_id, body)
        case HandoutGiven(inject_id, handout_id, to):
            return f"Take back hand-out {handout_id}", TakeHandoutBack(inject_id, handout_id, to)
        case _:
            return None


def _of_seat(before: ExerciseState, event: SeatEvent) -> Inverse:
    seat = before.seats.get(event.role)
    match event:
        case SeatPresent(role):
            if seat is not None and seat.present:
                return f"Put {role} back", MarkPresent(role, seat.participant_id)
            return f"Mark {role} absent again", MarkAbsent(role)
        case SeatAbsent(role):
            return f"Mark {role} present again", MarkPresent(role)
        case CardGiven(role, card):
            if seat is not None and seat.card:
                return f"Give {role} its card back", GiveCard(role, seat.card)
            return f"Take the card of {role} back", TakeCardBack(role, card)
        case CardTakenBack(role, card):
            return f"Give {role} its card back", GiveCard(role, card)


def _of_answer(before: ExerciseState, event: AnswerEvent) -> Inverse | None:
    run = before.decision_run(event.decision_id)
    where = event.decision_id
    match event:
        case PositionTaken():
            return _of_position(before, event)
        case RankingGiven(_, role):
            earlier = next((r for r in reversed(run.rankings) if r.role == role), None)
            label = f"Take back the ranking of {role} in {where}"
            if earlier is not None:
                return label, RankOptions(where, role, earlier.order)
            return label, WithdrawRanking(where, role)
        case ProposalPut():
            return f"Take back the proposal in {where}", WithdrawProposal(where)
        case StanceTaken(_, role):
            record = run.standing_stances.get(role)
            label = f"Take back the stance of {role} in {where}"
            if record is not None:
                return label, TakeStance(where, role, record.stance, record.text)
            return label, WithdrawStance(where, role)
        case _:
            return None


def _of_position(before: ExerciseState, event: PositionTaken) -> Inverse:
    label = f"Take back the position of {event.role} in {event.decision_id}"
    earlier = before.decision_run(event.decision_id).standing(event.round).get(event.role)
    if earlier is None or earlier.abstained:
        return label, WithdrawPosition(event.decision_id, event.role, event.round)
    return label, TakePosition(
        event.decision_id,
        event.role,
        earlier.option,
        earlier.round,
        earlier.options,
        earlier.confidence,
        earlier.reason,
        earlier.condition,
        earlier.reservation,
    )


def _of_silence(event: SilenceEvent) -> Inverse | None:
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
        case _:
            return None


def _of_record(before: ExerciseState, event: RecordEvent) -> Inverse | None:
    match event:
        case RequestMade(request_id):
            return f"Take back request {request_id}", WithdrawItem("request", request_id)
        case RequestAnswered(request_id):
            return f"Take back the answer to {request_id}", ReopenRequest(request_id)
        case ObservationMade(observation_id):
            return "Take back the observation", WithdrawItem("observation", observation_id)
        case IssueParked(issue_id):
            return "Take back the parked issue", WithdrawItem("issue", issue_id)
        case ActionPlanned(action_id):
            return _of_action(before, action_id)
        case ExpectedTicked(inject_id, expected_id):
            tick = before.ticks.get((inject_id, expected_id))
            status = tick.status if tick else "not_assessed"
            return f"Take back the tick on {expected_id}", TickExpected(
                inject_id, expected_id, status
            )
        case ObjectiveRated(objective):
            rated = before.ratings.get(objective)
            label = f"Take back the rating of {objective}"
            if rated is None:
                return label, RateObjective(objective, None)
            return label, RateObjective(objective, rated.rating, rated.because)
        case _:
            return None


def _of_action(before: ExerciseState, action_id: str) -> Inverse:
    earlier = before.actions.get(action_id)
    if earlier is None or earlier.withdrawn:
        return "Take back the corrective action", WithdrawItem("action", action_id)
    return "Take back the change of the corrective action", PlanAction(
        earlier.id,
        earlier.text,
        earlier.objective,
        earlier.owner,
        earlier.start,
        earlier.due,
        earlier.status,
    )
