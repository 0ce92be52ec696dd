"""The page of a decision's question, and what every page of a decision is made of.

Knows no toolkit. Nothing here says what a seat answered, only whether it did.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal

from tabletop.exercise.rules import words_put
from tabletop.gui.room.rows import AnsweredRow, OptionRow, Place, QuestionPage
from tabletop.gui.room.wording import rule_for_the_room
from tabletop.scenario.rules import Each, Ranking, Silence

if TYPE_CHECKING:
    from datetime import datetime

    from tabletop.exercise.events import Round
    from tabletop.exercise.records import DecisionRun
    from tabletop.exercise.state import ExerciseState
    from tabletop.gui.room.wording import RoomTexts
    from tabletop.scenario.model import Decision

DecisionKind = Literal["question", "positions", "silence"]


def shown_as(run: DecisionRun) -> DecisionKind:
    """Return what a decision shows of itself before its result: the latest that is public."""
    if run.circulation is not None:
        return "silence"
    return "positions" if revealed_round(run) else "question"


def revealed_round(run: DecisionRun) -> Round | None:
    """Return the round whose positions the room sees: the last revealed, where it was taken.

    A first round in which nobody took a position has nothing to show, so the question stays.
    """
    if "final" in run.revealed:
        return "final"
    return "first" if "first" in run.revealed and run.standing("first") else None


def question_page(
    state: ExerciseState, decision_id: str, texts: RoomTexts, now: datetime
) -> QuestionPage | None:
    """Return the question of a decision, or None before it was opened."""
    decision = opened(state, decision_id)
    if decision is None:
        return None
    run = state.decision_run(decision_id)
    seats = answered_seats(decision, run)
    title, is_closed = texts.filled(decision.title), run.outcome is not None
    asked = texts.filled(decision.question) or title
    return QuestionPage(
        decision_id=decision_id,
        title=f"Decision {decision_id}" if is_closed else f"{decision_id} {title}",
        question=title if is_closed else asked,
        options=tuple(option_row(state, decision, option.id, texts) for option in decision.options),
        seats=tuple(AnsweredRow(role, role in seats) for role in state.eligible(decision))
        if is_answered(decision, run, seats)
        else (),
        rule=rule_for_the_room(decision.rule, texts),
        seconds_left=seconds_left(state, decision, now),
        proposal=own_words(decision, run, texts),
        closed=is_closed,
    )


def opened(state: ExerciseState, decision_id: str) -> Decision | None:
    """Return a decision that was opened and whose inject is out."""
    decision = state.scenario.decisions_by_id.get(decision_id)
    if decision is None or state.decision_run(decision_id).opened_at is None:
        return None
    carrier = state.scenario.inject_of_decision[decision_id]
    return decision if state.inject_run(carrier.id).is_released else None


def seconds_left(state: ExerciseState, decision: Decision, now: datetime) -> int | None:
    """Return the time left for a decision; None where none was given, or it is closed."""
    run = state.decision_run(decision.id)
    if decision.minutes is None or run.outcome is not None:
        return None
    return ceil(run.opened_played + decision.minutes * 60 - state.played(now))


def own_words(decision: Decision, run: DecisionRun, texts: RoomTexts) -> str:
    """Return the words the chair has proposed in place of an option's; empty for none."""
    return texts.filled(words_put(decision, run)) if run.proposal is not None else ""


def answered_seats(decision: Decision, run: DecisionRun) -> frozenset[str]:
    """Return the seats that have answered the round that is being taken, or the proposal."""
    if isinstance(decision.rule, Ranking):
        return frozenset(ranking.role for ranking in run.rankings if not ranking.late)
    final = frozenset(run.standing("final"))
    if run.proposal is not None:
        return final | frozenset(run.proposal.stances)
    if decision.first_round and "first" not in run.revealed:
        return final | frozenset(run.standing("first"))
    return final


def is_answered(decision: Decision, run: DecisionRun, seats: frozenset[str]) -> bool:
    """Whether seats answer at all: once a text is under silence they need not, nor before."""
    if not isinstance(decision.rule, Silence):
        return True
    return run.circulation is None and (decision.first_round or bool(seats))


def option_row(
    state: ExerciseState, decision: Decision, option_id: str, texts: RoomTexts
) -> OptionRow:
    """Return an option as it stands in a list, marked where it is what the chair proposes."""
    option = decision.option(option_id)
    title = texts.filled(option.title) if option is not None else ""
    key = option_keys(decision).get(option_id, "")
    proposal = state.decision_run(decision.id).proposal
    is_proposed = proposal is not None and proposal.option == option_id
    return OptionRow(key, title, _place(state, decision, option_id), proposed=is_proposed)


def option_keys(decision: Decision) -> dict[str, str]:
    """Return what each option is called by: its id where that is one sign, else its number."""
    ids = [option.id for option in decision.options]
    if all(len(one) == 1 for one in ids):
        return {one: one for one in ids}
    return {one: str(number) for number, one in enumerate(ids, start=1)}


def _place(state: ExerciseState, decision: Decision, option_id: str) -> Place | None:
    # Where each seat decides for itself nothing is put in order, whatever the scenario scores.
    position = decision.position_of(option_id)
    if position is None or decision.scale is None or isinstance(decision.rule, Each):
        return None
    levels = sorted(level.value for level in state.scenario.scales_by_id[decision.scale].levels)
    below = sum(value < position for value in levels)
    return Place(min(below, len(levels) - 1), len(levels))
