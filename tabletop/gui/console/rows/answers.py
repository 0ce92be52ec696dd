"""The commands that carry out what was asked for on the board."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from tabletop.exercise.commands import (
    Abstain,
    BreakSilence,
    Command,
    RankOptions,
    TakePosition,
    TakePositions,
    TakeStance,
    WithdrawPosition,
)
from tabletop.exercise.events import Confidence, Round, Stance
from tabletop.exercise.records import Position
from tabletop.exercise.state import ExerciseState
from tabletop.gui.console.rows.board_keys import Answer


def commands_for(
    answer: Answer, decision_id: str, round_: Round, state: ExerciseState
) -> list[Command]:
    """Return the commands of an answer: those of several seats are one, and one undo step."""
    match answer.kind:
        case "option" | "all_missing":
            return _together(
                _position(state, decision_id, role, round_, (answer.value,))
                for role in answer.roles
            )
        case "toggle":
            return [_toggled(state, decision_id, answer.roles[0], round_, answer.value)]
        case "keep_first":
            firsts = state.decision_run(decision_id).standing("first")
            return _together(
                again(firsts[role], decision_id, round_="final")
                for role in answer.roles
                if role in firsts
            )
        case "stance":
            return [_stance(state, decision_id, answer.roles[0], cast("Stance", answer.value))]
        case "break":
            return [BreakSilence(decision_id, answer.roles[0])]
        case "abstain":
            return [Abstain(decision_id, answer.roles[0], round_)]
        case "ranking":
            return _together(RankOptions(decision_id, r, answer.order) for r in answer.roles)


def _together(answers: Iterable[TakePosition | RankOptions]) -> list[Command]:
    """Return one command for all answers; that of a single seat stays what it is."""
    found = tuple(answers)
    return [TakePositions(found)] if len(found) > 1 else list(found)


def _stance(state: ExerciseState, decision_id: str, role: str, stance: Stance) -> TakeStance:
    """Return the stance; a seat that takes the same again keeps its words."""
    before = state.decision_run(decision_id).standing_stances.get(role)
    same = before is not None and before.stance == stance
    return TakeStance(decision_id, role, stance, before.text if before and same else "")


def held(state: ExerciseState, decision_id: str, role: str, round_: Round) -> Position | None:
    """Return a seat's standing position of a round."""
    return state.decision_run(decision_id).standing(round_).get(role)


def _position(
    state: ExerciseState, decision_id: str, role: str, round_: Round, options: tuple[str, ...]
) -> TakePosition:
    """Return the position; a seat that answers the same again keeps its reason and confidence."""
    before = held(state, decision_id, role, round_)
    several = options if len(options) > 1 else ()
    if before is not None and before.options == options:
        return again(before, decision_id)
    return TakePosition(decision_id, role, options[0], round_, several)


def _toggled(
    state: ExerciseState, decision_id: str, role: str, round_: Round, option: str
) -> Command:
    before = held(state, decision_id, role, round_)
    chosen = before.options if before else ()
    if option in chosen:
        left = tuple(o for o in chosen if o != option)
        if not left:
            return WithdrawPosition(decision_id, role, round_)
        chosen = left
    else:
        chosen = (*chosen, option)
    offered = [o.id for o in state.scenario.decisions_by_id[decision_id].options]
    ordered = tuple(o for o in offered if o in chosen)
    if before is None:
        return TakePosition(decision_id, role, ordered[0], round_, ordered)
    return replace(again(before, decision_id), option=ordered[0], options=ordered)


def again(position: Position, decision_id: str, *, round_: Round | None = None) -> TakePosition:
    """Return the command that takes a position once more, as it was."""
    several = position.options if len(position.options) > 1 else ()
    return TakePosition(
        decision_id,
        position.role,
        position.option,
        round_ or position.round,
        several,
        position.confidence,
        position.reason,
        position.condition,
        position.reservation,
    )


def with_confidence(position: Position, decision_id: str, confidence: Confidence) -> TakePosition:
    """Return the position with another confidence."""
    return replace(again(position, decision_id), confidence=confidence)


def with_reason(position: Position, decision_id: str, reason: str) -> TakePosition:
    """Return the position with another reason."""
    return replace(again(position, decision_id), reason=reason)


def with_caveat(position: Position, decision_id: str, caveat: str) -> TakePosition:
    """Return the position with another condition."""
    return replace(again(position, decision_id), condition=caveat)
