"""The pages of a decision: its question, the text under silence, its result. Knows no toolkit.

Positions leave here only for a round that was revealed, breaks only when the rule lets the room
know; reasons, conditions and confidence never do.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from tabletop.exercise.rules import RuleCase, ranking_order
from tabletop.gui.room.rows import (
    AnsweredRow,
    BreakRow,
    OptionRow,
    Place,
    QuestionPage,
    ResultPage,
    ResultRow,
    SeatTile,
    SilencePage,
)
from tabletop.gui.room.wording import rule_for_the_room, seats_in_words, verdict_in_words
from tabletop.scenario.model import EVIDENCE
from tabletop.scenario.moments import day_and_time
from tabletop.scenario.rules import Ranking, Silence

if TYPE_CHECKING:
    from datetime import datetime

    from tabletop.exercise.events import Round
    from tabletop.exercise.records import Circulation, DecisionRun, Outcome, Position
    from tabletop.exercise.state import ExerciseState
    from tabletop.gui.room.wording import RoomTexts
    from tabletop.scenario.model import Decision

_ON_RECORD = {
    "objects": "Objections",
    "reservation": "Reservations on record",
    "regrets": "Regrets",
}


def question_page(
    state: ExerciseState, decision_id: str, texts: RoomTexts, now: datetime
) -> QuestionPage | None:
    """Return the question of a decision, or None before it was opened."""
    decision = _opened(state, decision_id)
    if decision is None:
        return None
    run = state.decision_run(decision_id)
    answered = _answered(decision, run)
    left = None
    if decision.minutes is not None and run.outcome is None:
        left = ceil(run.opened_played + decision.minutes * 60 - state.played(now))
    return QuestionPage(
        decision_id=decision_id,
        title=f"{decision_id} {texts.filled(decision.title)}",
        question=texts.filled(decision.question or decision.title),
        options=tuple(
            _option_row(state, decision, option.id, texts) for option in decision.options
        ),
        seats=tuple(AnsweredRow(role, role in answered) for role in state.eligible(decision))
        if _is_answered(decision, run, answered)
        else (),
        rule=rule_for_the_room(decision.rule, texts),
        seconds_left=left,
    )


def _opened(state: ExerciseState, decision_id: str) -> Decision | None:
    decision = state.scenario.decisions_by_id.get(decision_id)
    if decision is None or state.decision_run(decision_id).opened_at is None:
        return None
    carrier = state.scenario.inject_of_decision[decision_id]
    return decision if state.inject_run(carrier.id).is_released else None


def _answered(decision: Decision, run: DecisionRun) -> frozenset[str]:
    """Return the seats that have answered the round that is being taken, or the proposal."""
    if isinstance(decision.rule, Ranking):
        return frozenset(ranking.role for ranking in run.rankings if not ranking.late)
    final = frozenset(run.standing("final"))
    if run.proposal is not None:
        return final | frozenset(run.proposal.stances)
    if decision.first_round and "first" not in run.revealed:
        return final | frozenset(run.standing("first"))
    return final


def _is_answered(decision: Decision, run: DecisionRun, answered: frozenset[str]) -> bool:
    """Whether seats answer at all: once a text is under silence they need not, nor before."""
    if not isinstance(decision.rule, Silence):
        return True
    return run.circulation is None and (decision.first_round or bool(answered))


def _option_row(
    state: ExerciseState, decision: Decision, option_id: str, texts: RoomTexts
) -> OptionRow:
    option = decision.option(option_id)
    title = texts.filled(option.title) if option is not None else ""
    key = option_keys(decision).get(option_id, "")
    return OptionRow(key, title, _place(state, decision, option_id))


def option_keys(decision: Decision) -> dict[str, str]:
    """Return what each option is called by: its id where that is one sign, else its number."""
    ids = [option.id for option in decision.options]
    if all(len(one) == 1 for one in ids):
        return {one: one for one in ids}
    return {one: str(number) for number, one in enumerate(ids, start=1)}


def _place(state: ExerciseState, decision: Decision, option_id: str) -> Place | None:
    position = decision.position_of(option_id)
    if position is None or decision.scale is None:
        return None
    levels = sorted(level.value for level in state.scenario.scales_by_id[decision.scale].levels)
    below = sum(value < position for value in levels)
    return Place(min(below, len(levels) - 1), len(levels))


def silence_page(
    state: ExerciseState, decision_id: str, texts: RoomTexts, now: datetime
) -> SilencePage | None:
    """Return the text that was circulated last, or None when there is none."""
    decision = _opened(state, decision_id)
    circulation = state.decision_run(decision_id).circulation
    if decision is None or circulation is None:
        return None
    option = decision.option(circulation.option)
    deadline = circulation.scenario_deadline
    left = ceil(circulation.deadline - state.played(now))
    knows = knows_of_breaks(state, decision, circulation, now)
    return SilencePage(
        decision_id=decision_id,
        title=texts.filled(decision.question or decision.title),
        text=texts.filled(circulation.text or (option.title if option else "")),
        revision=circulation.revision,
        seconds_left=max(left, 0),
        seconds_given=ceil(circulation.deadlines[-1] - circulation.played),
        deadline=day_and_time(deadline, state.scenario.starts) if deadline else "",
        ended=_ended(circulation, left, is_broken=knows and bool(circulation.breaks_in_time)),
        breaks=_breaks(state, circulation, now) if knows else (),
    )


def knows_of_breaks(
    state: ExerciseState, decision: Decision, circulation: Circulation, now: datetime
) -> bool:
    """Whether the room may know of breaks: at once, at the deadline, or when revealed."""
    hidden = isinstance(decision.rule, Silence) and decision.rule.reveal == "at_deadline"
    return (
        not hidden
        or state.played(now) >= circulation.deadline
        or "final" in state.decision_run(decision.id).revealed
    )


def _ended(circulation: Circulation, left: int, *, is_broken: bool) -> str:
    if circulation.withdrawn:
        return "The text was withdrawn."
    if is_broken:
        return "Silence was broken."
    return "The deadline has passed." if left <= 0 else ""


def _breaks(state: ExerciseState, circulation: Circulation, now: datetime) -> tuple[BreakRow, ...]:
    return tuple(
        BreakRow(
            broken.role,
            f"{_real_time(state, broken.played).astimezone(now.tzinfo):%H:%M:%S}",
            broken.text,
        )
        for broken in circulation.breaks_in_time
    )


def _real_time(state: ExerciseState, played: float) -> datetime:
    """Return the real moment at which so many seconds had been played."""
    started = state.started_at or state.scenario.starts
    moment = started + timedelta(seconds=played)
    for pause in state.pauses:
        if pause.start < moment and pause.end is not None:
            moment += pause.end - pause.start
    return moment


def result_page(
    state: ExerciseState, decision_id: str, texts: RoomTexts, *, attributed: bool
) -> ResultPage | None:
    """Return a closed decision, or an open one of which a round was revealed; else None.

    Seats stand beside options, and reservations beside seats, only when positions are revealed.
    """
    decision = _opened(state, decision_id)
    if decision is None:
        return None
    run = state.decision_run(decision_id)
    shown = _revealed_round(run)
    if run.outcome is None and shown is None:
        return None
    eligible = run.outcome.eligible if run.outcome else state.eligible(decision)
    standing = run.standing(shown) if shown else {}
    held = {role: standing[role] for role in eligible if role in standing}
    status = state.decision_status(decision_id)
    return ResultPage(
        decision_id=decision_id,
        title=f"{decision_id} {texts.filled(decision.title)}",
        question=texts.filled(decision.question or decision.title),
        status=status,
        verdict=_verdict(decision, status, run.outcome, shown, texts),
        detail=_detail(run, eligible, attributed=attributed) if shown == "final" else "",
        rows=_result_rows(state, decision, run, held, texts, attributed=attributed),
        answered=_told_answered(decision, run, eligible),
        foot=_foot(state, decision, run, eligible, texts),
    )


def _told_answered(decision: Decision, run: DecisionRun, eligible: tuple[str, ...]) -> str:
    answered = _answered(decision, run)
    if not _is_answered(decision, run, answered):
        return ""
    return f"{len(answered & set(eligible))} of {len(eligible)} answered"


def _revealed_round(run: DecisionRun) -> Round | None:
    if "final" in run.revealed:
        return "final"
    return "first" if "first" in run.revealed else None


def _verdict(
    decision: Decision, status: str, outcome: Outcome | None, shown: Round | None, texts: RoomTexts
) -> str:
    if outcome is not None:
        return verdict_in_words(decision, status, outcome.option, texts, outcome.text)
    if shown == "first":
        return "First positions"
    return verdict_in_words(decision, status, None, texts)


def _detail(run: DecisionRun, eligible: tuple[str, ...], *, attributed: bool) -> str:
    """Return who has what on record; the seats' words stay with the facilitator."""
    stances = run.standing_stances
    sentences = []
    for stance, name in _ON_RECORD.items():
        seats = [r for r in eligible if r in stances and stances[r].stance == stance]
        told = seats if attributed else [str(len(seats))] * bool(seats)
        sentences.append(seats_in_words(name, told))
    return " ".join(sentence for sentence in sentences if sentence)


def _result_rows(
    state: ExerciseState,
    decision: Decision,
    run: DecisionRun,
    held: dict[str, Position],
    texts: RoomTexts,
    *,
    attributed: bool,
) -> tuple[ResultRow, ...]:
    if isinstance(decision.rule, Ranking):
        return _ranked_rows(state, decision, run, texts)
    standing = run.outcome.option if run.outcome else None
    # A stance is taken on what was put in the end, so first positions are shown without it.
    stances = run.standing_stances if _revealed_round(run) == "final" else {}
    rows = []
    for option in decision.options:
        roles = [r for r, p in held.items() if option.id == p.option or option.id in p.options]
        rows.append(
            ResultRow(
                option=_option_row(state, decision, option.id, texts),
                tiles=tuple(
                    SeatTile(role, stances[role].stance if role in stances else "")
                    if attributed
                    else SeatTile("")
                    for role in roles
                ),
                count=str(len(roles)) if roles else "",
                chosen=option.id == standing,
            )
        )
    return tuple(rows)


def _ranked_rows(
    state: ExerciseState, decision: Decision, run: DecisionRun, texts: RoomTexts
) -> tuple[ResultRow, ...]:
    """Return the options in the group's order, once the decision is closed."""
    if run.outcome is None:
        return ()
    weights = dict.fromkeys(run.outcome.eligible, Fraction(1))
    order = ranking_order(RuleCase(decision, weights, run, run.outcome.played))
    return tuple(
        ResultRow(
            option=replace(
                _option_row(state, decision, ranked.option, texts), key=str(ranked.place)
            ),
            count=f"sum of ranks {ranked.rank_sum}",
            chosen=ranked.place == 1,
        )
        for ranked in order
    )


def _foot(
    state: ExerciseState,
    decision: Decision,
    run: DecisionRun,
    eligible: tuple[str, ...],
    texts: RoomTexts,
) -> str:
    parts = [_spread(decision, run, eligible), _evidence(state, run, texts)]
    return "     ".join(part for part in parts if part)


def _spread(decision: Decision, run: DecisionRun, eligible: tuple[str, ...]) -> str:
    """Return from where to where the positions of the revealed rounds reach."""
    told = []
    for name, round_ in (("first", "first"), ("now", "final")):
        if round_ not in run.revealed:
            continue
        standing = run.standing("first" if round_ == "first" else "final")
        places = [
            place
            for role in eligible
            if role in standing
            and (place := decision.position_of(standing[role].option)) is not None
        ]
        if places:
            told.append(f"{name} {min(places)} to {max(places)}")
    return f"Spread: {', '.join(told)}" if told else ""


def _evidence(state: ExerciseState, run: DecisionRun, texts: RoomTexts) -> str:
    """Return the evidence stamped on the decision, where the scenario shows it to the room."""
    variable = state.scenario.state_by_id.get(EVIDENCE)
    if variable is None or not variable.shown or run.outcome is None:
        return ""
    stamped = run.outcome.evidence
    if stamped is None:
        return ""
    most = f" of {variable.maximum}" if variable.maximum is not None else ""
    level = next((level.title for level in variable.levels if level.value == stamped), "")
    named = f": {texts.filled(level)}" if level else ""
    # What an author explains in brackets is for the facilitator; the room gets the name.
    title = texts.filled(variable.title).partition(" (")[0]
    return f"{title or 'Evidence'} {stamped}{most}{named}"
