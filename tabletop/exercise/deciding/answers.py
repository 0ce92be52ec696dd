"""Positions, rankings, proposals and stances."""

from typing import assert_never

from tabletop.exercise.commands import (
    Abstain,
    AnswerCommand,
    PutProposal,
    RankOptions,
    RestorePosition,
    RestoreRanking,
    RestoreStance,
    SeatAnswer,
    TakePosition,
    TakePositions,
    TakeStance,
    WithdrawPosition,
    WithdrawProposal,
    WithdrawRanking,
    WithdrawStance,
)
from tabletop.exercise.deciding.refusal import (
    Refused,
    given,
    in_hand,
    known_decision,
    known_option,
    not_closed,
    not_ended,
    seated,
)
from tabletop.exercise.events import (
    Event,
    PositionRestored,
    PositionTaken,
    PositionWithdrawn,
    ProposalPut,
    ProposalWithdrawn,
    RankingGiven,
    RankingRestored,
    RankingWithdrawn,
    StanceRestored,
    StanceTaken,
    StanceWithdrawn,
)
from tabletop.exercise.folding.answers import (
    rankings_withdrawn_in,
    withdrawable,
    withdrawable_rankings,
    withdrawn_in,
)
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Decision
from tabletop.scenario.rules import (
    Consensus,
    Discussion,
    Each,
    Majority,
    OnRequest,
    Ranking,
    Silence,
)

REQUEST_STANCES = ("joins", "notes", "regrets", "reservation")
CONSENSUS_STANCES = ("supports", "can_accept", "reservation", "objects", "awaiting")


def decide_answer(state: ExerciseState, command: AnswerCommand) -> list[Event]:
    """Return the events of an answer, or of what the chair puts to the seats."""
    if isinstance(command, TakePositions):
        return _positions(state, command)
    decision = known_decision(state, command.decision_id)
    match command:
        case TakePosition():
            return [_position(state, decision, command)]
        case Abstain():
            return [_abstention(state, decision, command)]
        case RankOptions():
            return [_ranking(state, decision, command)]
        case PutProposal():
            return [_proposal(state, decision, command)]
        case TakeStance():
            return [_stance(state, decision, command)]
        case (
            WithdrawPosition()
            | RestorePosition()
            | WithdrawRanking()
            | RestoreRanking()
            | WithdrawProposal()
        ):
            return [_taken_back(state, decision, command)]
        case WithdrawStance() | RestoreStance():
            return [_stance_taken_back(state, decision, command)]
        case unknown:
            assert_never(unknown)


def _taken_back(
    state: ExerciseState,
    decision: Decision,
    command: WithdrawPosition
    | RestorePosition
    | WithdrawRanking
    | RestoreRanking
    | WithdrawProposal,
) -> Event:
    run, where = state.decision_run(decision.id), decision.id
    match command:
        case WithdrawPosition(_, role, round_, last_only):
            found = withdrawable(state, where, role, round_, last_only=last_only)
            given(found, f"{role} has no position in {where} that can be taken back.")
            return PositionWithdrawn(where, role, round_, last_only)
        case RestorePosition(_, role, round_, seq):
            back = withdrawn_in(run, role, round_, seq, undone=state.undoing)
            given(back, f"{role} has withdrawn no position in {where}.")
            _standing_again(state, decision, is_late=all(p.late for p in back))
            return PositionRestored(where, role, round_, back[0].withdrawn_seq or 0)
        case WithdrawRanking(_, role, last_only):
            mine = withdrawable_rankings(state, where, role, last_only=last_only)
            given(mine, f"{role} has given no ranking in {where} that can be taken back.")
            return RankingWithdrawn(where, role, last_only)
        case RestoreRanking(_, role, seq):
            gone = rankings_withdrawn_in(run, role, seq, undone=state.undoing)
            given(gone, f"{role} has withdrawn no ranking in {where}.")
            _standing_again(state, decision, is_late=all(r.late for r in gone))
            return RankingRestored(where, role, gone[0].withdrawn_seq or 0)
        case WithdrawProposal():
            not_closed(state, decision)
            given(run.proposals, f"No proposal has been put in {where}.")
            return ProposalWithdrawn(where)
        case unknown:
            assert_never(unknown)


def _standing_again(state: ExerciseState, decision: Decision, *, is_late: bool) -> None:
    """Refuse to let answers in time stand again under a finished record; late ones move nothing."""
    if not is_late:
        not_closed(state, decision)
        not_ended(state)


def _stance_taken_back(
    state: ExerciseState, decision: Decision, command: WithdrawStance | RestoreStance
) -> Event:
    run, where, role = state.decision_run(decision.id), decision.id, command.role
    not_closed(state, decision)
    not_ended(state)
    if isinstance(command, WithdrawStance):
        given(role in run.standing_stances, f"{role} has taken no stance in {where}.")
        return StanceWithdrawn(where, role)
    in_hand_now = run.circulation or run.proposal
    since = in_hand_now.seq if in_hand_now else 0
    earlier = (s for s in run.stance_log if s.role == role and s.seq > since and not s.late)
    found = any(s.seq == command.stance_seq for s in earlier)
    given(found, f"{role} has not said that of what is in hand in {where}.")
    return StanceRestored(where, role, command.stance_seq)


def _positions(state: ExerciseState, command: TakePositions) -> list[Event]:
    """Return what the answers would record one by one; refuse all when one cannot be taken."""
    given(command.positions, "There is no position to record.")
    events: list[Event] = []
    for position in command.positions:
        try:
            events += decide_answer(state, position)
        except Refused as refusal:
            raise _none_recorded(command, position, refusal) from refusal
    return events


def _none_recorded(command: TakePositions, position: SeatAnswer, refusal: Refused) -> Refused:
    why = str(refusal)
    named = why if why.startswith(f"{position.role} ") else f"{position.role}: {why}"
    count = len(command.positions)
    rest = f" None of the {count} positions is recorded." if count > 1 else ""
    return Refused(f"{named}{rest}")


def _position(state: ExerciseState, decision: Decision, command: TakePosition) -> Event:
    seated(state, command.role)
    options = command.options or ((command.option,) if command.option is not None else ())
    if command.option is not None and command.option not in options:
        raise Refused(f"Option {command.option} of {decision.id} is not among those chosen.")
    _choosable(decision, options)
    for option_id in options:
        known_option(decision, option_id)
        option = decision.option(option_id)
        if option and option.only and command.role not in option.only:
            raise Refused(
                f"Option {option_id} of {decision.id} is open to {', '.join(option.only)} only, "
                f"not to {command.role}."
            )
    return PositionTaken(
        decision.id,
        command.role,
        command.round,
        options[0],
        options,
        command.confidence,
        command.reason,
        command.condition,
        command.reservation,
    )


def _choosable(decision: Decision, options: tuple[str, ...]) -> None:
    if isinstance(decision.rule, Ranking):
        raise Refused(f"{decision.id} asks for a ranking of all options, not for a position.")
    if isinstance(decision.rule, Discussion):
        raise Refused(f"{decision.id} is a discussion; there is nothing to choose.")
    if not options:
        raise Refused(f"A position on {decision.id} needs an option.")
    several = isinstance(decision.rule, Each) and decision.rule.several
    if len(options) > 1 and not several:
        raise Refused(f"{decision.id} takes one option from each seat, not {len(options)}.")
    if len(set(options)) != len(options):
        raise Refused(f"A position on {decision.id} names an option twice.")


def _abstention(state: ExerciseState, decision: Decision, command: Abstain) -> Event:
    seated(state, command.role)
    if not isinstance(decision.rule, Majority):
        raise Refused(f"Nobody abstains on {decision.id}; abstaining exists under majority only.")
    return PositionTaken(
        decision.id, command.role, command.round, None, reason=command.reason, abstained=True
    )


def _ranking(state: ExerciseState, decision: Decision, command: RankOptions) -> Event:
    seated(state, command.role)
    if not isinstance(decision.rule, Ranking):
        raise Refused(f"{decision.id} takes a position, not a ranking.")
    offered = [option.id for option in decision.options]
    for option_id in command.order:
        known_option(decision, option_id)
    missing = [option_id for option_id in offered if option_id not in command.order]
    if missing:
        raise Refused(
            f"The ranking of {command.role} on {decision.id} is incomplete; "
            f"it lacks {', '.join(missing)}."
        )
    if len(command.order) != len(offered):
        raise Refused(f"The ranking of {command.role} on {decision.id} names an option twice.")
    return RankingGiven(decision.id, command.role, command.order)


def _proposal(state: ExerciseState, decision: Decision, command: PutProposal) -> Event:
    if not isinstance(decision.rule, Consensus):
        hint = " Circulate it instead." if isinstance(decision.rule, Silence) else ""
        raise Refused(f"A proposal is put under consensus; {decision.id} has another rule.{hint}")
    in_hand(state, decision)
    if command.option is not None:
        known_option(decision, command.option)
    elif not command.text.strip():
        raise Refused(f"A proposal on {decision.id} is an option or a text; this has neither.")
    return ProposalPut(decision.id, command.option, command.text)


def _stance(state: ExerciseState, decision: Decision, command: TakeStance) -> Event:
    seated(state, command.role)
    rule, stance = decision.rule, command.stance
    if isinstance(rule, OnRequest) and stance not in REQUEST_STANCES:
        raise Refused(
            f"{decision.id} is decided on request: a seat joins, notes or regrets it, or puts a "
            "reservation on record, and nobody can block it."
        )
    if isinstance(rule, Consensus) and stance not in CONSENSUS_STANCES:
        raise Refused(
            f"“{stance}” answers a request; on {decision.id} a seat supports, can accept, "
            "has a reservation, objects or awaits instructions."
        )
    if isinstance(rule, Silence) and stance != "reservation":
        raise Refused(
            f"Under silence a seat says nothing, has a reservation, or breaks silence; "
            f"“{stance}” is none of these."
        )
    if not isinstance(rule, OnRequest | Consensus | Silence) and stance != "reservation":
        raise Refused(
            f"Nothing is proposed on {decision.id}; all a seat can add to its position is a "
            "reservation."
        )
    return StanceTaken(decision.id, command.role, stance, command.text)
