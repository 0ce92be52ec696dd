"""What takes an event back: its inverse command, worked out from the state before it.

Some events have none: creating the exercise, an evaluator's correction, an undo itself.
"""

from typing import assert_never

from tabletop.exercise.commands import (
    AmendInject,
    AnswerRequest,
    CancelBreak,
    CancelCirculation,
    CancelExtension,
    CancelRecall,
    CancelReopening,
    CancelReveal,
    CancelWithdrawal,
    Command,
    ContinueExercise,
    EndExercise,
    GiveCard,
    GiveHandout,
    MarkAbsent,
    MarkPresent,
    PauseExercise,
    PlanAction,
    PlayTimeAway,
    RateObjective,
    RecallInject,
    ReopenDecision,
    ReopenRequest,
    RestoreItem,
    RestorePosition,
    RestoreRanking,
    ResumeExercise,
    SetClockBack,
    SkipInject,
    TakeCardBack,
    TakeHandoutBack,
    TakeStance,
    TickExpected,
    UnskipInject,
    WithdrawItem,
    WithdrawJudgement,
    WithdrawPosition,
    WithdrawProposal,
    WithdrawRanking,
    WithdrawStance,
)
from tabletop.exercise.events import (
    ActionPlanned,
    AnswerEvent,
    AwayEvent,
    AwayPaused,
    AwayPlayed,
    BreakCancelled,
    CardGiven,
    CardTakenBack,
    CirculationCancelled,
    ClockChanged,
    ClockEvent,
    ClockSetBack,
    DecisionClosed,
    DecisionNotTaken,
    DecisionOpened,
    DecisionReopened,
    Event,
    ExerciseContinued,
    ExerciseCreated,
    ExerciseEnded,
    ExercisePaused,
    ExerciseResumed,
    ExerciseStarted,
    ExerciseTakenUp,
    ExpectedTicked,
    ExtensionCancelled,
    FactJudged,
    HandoutGiven,
    HandoutTakenBack,
    InjectAmended,
    InjectEvent,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
    InjectSkipped,
    InjectUnskipped,
    IssueParked,
    ItemRestored,
    ItemWithdrawn,
    JudgementWithdrawn,
    ObjectiveRated,
    ObservationMade,
    OutcomeDeclared,
    OutcomeEvent,
    PositionRestored,
    PositionsRevealed,
    PositionTaken,
    PositionWithdrawn,
    ProposalPut,
    ProposalWithdrawn,
    RankingGiven,
    RankingRestored,
    RankingWithdrawn,
    RecallCancelled,
    RecordEvent,
    ReopeningCancelled,
    RequestAnswered,
    RequestMade,
    RequestReopened,
    RevealCancelled,
    ScenarioTimeJumped,
    SeatAbsent,
    SeatEvent,
    SeatPresent,
    SilenceBroken,
    SilenceEvent,
    SilenceExtended,
    SilenceWithdrawn,
    StanceTaken,
    StanceWithdrawn,
    TextCirculated,
    WithdrawalCancelled,
)
from tabletop.exercise.events.words import UNDONE
from tabletop.exercise.phrasing import expected_named, handout_named, item_named
from tabletop.exercise.state import ExerciseState

Inverse = tuple[str, Command]


def inverse_of(before: ExerciseState, event: Event) -> Inverse | None:
    """Return what undoing the event is called and the command that does it, or None."""
    if isinstance(event, ClockEvent):
        return _of_clock(before, event)
    if isinstance(event, AwayEvent):
        return _of_away(event)
    if isinstance(event, InjectEvent):
        return _of_inject(before, event)
    if isinstance(event, SeatEvent):
        return _of_seat(before, event)
    if isinstance(event, AnswerEvent):
        return _of_answer(before, event)
    if isinstance(event, SilenceEvent):
        return _of_silence(event)
    if isinstance(event, OutcomeEvent):
        return _of_outcome(before, event)
    if isinstance(event, RecordEvent):
        return _of_record(before, event)
    return None


def group_label(first: str, inverse: tuple[Command, ...]) -> str:
    """Return what undoing several entries of one command is called: mostly like the first."""
    answers = [c for c in inverse if isinstance(c, WithdrawPosition | WithdrawRanking)]
    if len(answers) < max(len(inverse), 2):
        return first
    where = {command.decision_id for command in answers}
    place = f" in {where.pop()}" if len(where) == 1 else ""
    ranked = all(isinstance(command, WithdrawRanking) for command in answers)
    return f"Take back {len(answers)} {'rankings' if ranked else 'positions'}{place}"


def _of_outcome(before: ExerciseState, event: OutcomeEvent) -> Inverse | None:
    match event:
        case DecisionClosed(decision_id) | OutcomeDeclared(decision_id):
            return f"Reopen {decision_id}", ReopenDecision(decision_id, UNDONE)
        case DecisionReopened(decision_id):
            return f"Close {decision_id} again", CancelReopening(decision_id)
        case FactJudged(decision_id, role, fact):
            label = f"Take back what {role} made of {fact} in {decision_id}"
            return label, WithdrawJudgement(decision_id, role, fact)
        case PositionsRevealed(decision_id, round_):
            if round_ in before.decision_run(decision_id).revealed:
                return None
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


def _of_away(event: AwayEvent) -> Inverse | None:
    match event:
        case AwayPaused():
            return "Count the time away as play", PlayTimeAway()
        case ExerciseTakenUp() | AwayPlayed():
            return None
        case unknown:
            assert_never(unknown)


def _of_clock(before: ExerciseState, event: ClockEvent) -> Inverse | None:
    match event:
        case ExercisePaused():
            return "Resume", ResumeExercise()
        case ExerciseResumed():
            return "Pause again", PauseExercise(before.pauses[-1].reason if before.pauses else "")
        case ExerciseEnded():
            return "Take ENDEX back", ContinueExercise()
        case ExerciseContinued():
            return "End the exercise again", EndExercise()
        case ScenarioTimeJumped():
            return "Take the time jump back", _clock_of(before)
        case ClockChanged():
            return "Set the clock back", _clock_of(before)
        case ExerciseCreated() | ExerciseStarted() | ClockSetBack():
            return None
        case unknown:
            assert_never(unknown)


def _clock_of(state: ExerciseState) -> SetClockBack:
    clock = state.clock
    return SetClockBack(clock.anchor, clock.anchor_played, clock.mode, clock.rate)


def _of_inject(before: ExerciseState, event: InjectEvent) -> Inverse | None:
    match event:
        case InjectReleased(inject_id) | InjectImprovised(inject_id):
            return f"Take back the release of {inject_id}", RecallInject(inject_id, UNDONE)
        case InjectRecalled(inject_id):
            return f"Put {inject_id} out again", CancelRecall(inject_id)
        case InjectSkipped(inject_id):
            return f"Take back skipping {inject_id}", UnskipInject(inject_id)
        case InjectUnskipped(inject_id):
            reason = before.inject_run(inject_id).skip_reason
            return f"Skip {inject_id} again", SkipInject(inject_id, reason)
        case InjectAmended(inject_id):
            body = before.inject_run(inject_id).amended_body
            return f"Take back the changed text of {inject_id}", AmendInject(inject_id, body)
        case HandoutGiven(inject_id, handout_id, to):
            paper = handout_named(inject_id, handout_id, before.scenario)
            label = f"Take back the hand-out {paper}"
            return label, TakeHandoutBack(inject_id, handout_id, to)
        case HandoutTakenBack(inject_id, handout_id, to):
            paper = handout_named(inject_id, handout_id, before.scenario)
            return f"Give the hand-out {paper} again", GiveHandout(inject_id, handout_id, to)
        case RecallCancelled():
            return None
        case unknown:
            assert_never(unknown)


def _of_seat(before: ExerciseState, event: SeatEvent) -> Inverse:
    seat = before.seats.get(event.role)
    match event:
        case SeatPresent(role):
            if seat is not None and seat.present:
                unnamed = not seat.participant_id
                return f"Put {role} back", MarkPresent(role, seat.participant_id, unnamed)
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
    """Return what takes a slip out, so that the answer before it stands again, as old as it was."""
    where = event.decision_id
    match event:
        case PositionTaken(_, role, round_):
            label = f"Take back the position of {role} in {where}"
            return label, WithdrawPosition(where, role, round_, last_only=True)
        case PositionWithdrawn(_, role, round_):
            return f"Put the position of {role} in {where} back", RestorePosition(
                where, role, round_
            )
        case RankingGiven(_, role):
            label = f"Take back the ranking of {role} in {where}"
            return label, WithdrawRanking(where, role, last_only=True)
        case RankingWithdrawn(_, role):
            return f"Put the ranking of {role} in {where} back", RestoreRanking(where, role)
        case ProposalPut():
            return f"Take back the proposal in {where}", WithdrawProposal(where)
        case StanceTaken() | StanceWithdrawn():
            return _of_stance(before, event)
        case PositionRestored() | RankingRestored() | ProposalWithdrawn():
            return None
        case unknown:
            assert_never(unknown)


def _of_stance(before: ExerciseState, event: StanceTaken | StanceWithdrawn) -> Inverse | None:
    where, role = event.decision_id, event.role
    if before.is_late(where):
        return None  # It is in the log only, and stands nowhere.
    record = before.decision_run(where).standing_stances.get(role)
    label = f"Take back the stance of {role} in {where}"
    if record is None:
        return label, WithdrawStance(where, role)
    return label, TakeStance(where, role, record.stance, record.text)


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
        case (
            CirculationCancelled() | BreakCancelled() | ExtensionCancelled() | WithdrawalCancelled()
        ):
            return None
        case unknown:
            assert_never(unknown)


def _of_record(before: ExerciseState, event: RecordEvent) -> Inverse | None:
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
