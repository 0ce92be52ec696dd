"""The pages of what seats hold and of what came of it: positions revealed, and the result.

Knows no toolkit. Positions leave here only for a round that was revealed, an outcome only on the
page of the result; reasons, conditions and confidence never do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from tabletop.exercise.rules import RuleCase, ranking_order
from tabletop.gui.room.decisions import (
    answered_seats,
    is_answered,
    opened,
    option_keys,
    option_row,
    own_words,
    revealed_round,
    seconds_left,
)
from tabletop.gui.room.rows import ResultPage, ResultRow, SeatTile
from tabletop.gui.room.silence import known_breaks
from tabletop.gui.room.wording import (
    place_in_words,
    positions_in_words,
    seats_in_words,
    verdict_in_words,
)
from tabletop.scenario.model import EVIDENCE
from tabletop.scenario.rules import Each, Ranking

if TYPE_CHECKING:
    from datetime import datetime

    from tabletop.exercise.events import Round
    from tabletop.exercise.records import DecisionRun, Outcome, Position
    from tabletop.exercise.state import ExerciseState
    from tabletop.gui.room.wording import RoomTexts
    from tabletop.scenario.model import Decision

_ON_RECORD = {
    "objects": "Objections",
    "reservation": "Reservations on record",
    "regrets": "Regrets",
}


def positions_page(
    state: ExerciseState, decision_id: str, texts: RoomTexts, now: datetime, *, attributed: bool
) -> ResultPage | None:
    """Return the positions of the round that was revealed last, or None when none was.

    It says nothing of what comes of them, closed or not.
    """
    decision = opened(state, decision_id)
    run = state.decision_run(decision_id)
    shown = revealed_round(run)
    if decision is None or shown is None:
        return None
    table = _Table(state, decision, texts, attributed)
    is_closed = run.outcome is not None
    proposed = table.proposed()
    return replace(
        table.page(),
        status="recorded" if is_closed else "open",
        verdict=positions_in_words(decision, shown, proposed=proposed, is_closed=is_closed),
        detail=table.on_record(),
        rows=table.rows(None),
        foot=table.spread(),
        proposal=own_words(decision, run, texts),
        seconds_left=seconds_left(state, decision, now),
        is_result=False,
    )


def result_page(
    state: ExerciseState, decision_id: str, texts: RoomTexts, now: datetime, *, attributed: bool
) -> ResultPage | None:
    """Return how a decision ended, or None while it has not.

    Seats stand beside options, and reservations beside seats, only when positions are revealed.
    """
    decision = opened(state, decision_id)
    outcome = state.decision_run(decision_id).outcome
    if decision is None or outcome is None:
        return None
    table = _Table(state, decision, texts, attributed)
    rows = table.rows(outcome)
    first = [row.option.text for row in rows if row.is_place and row.chosen]
    told = (table.broken(now), table.on_record())
    foot = (table.spread(), table.evidence(outcome))
    return replace(
        table.page(),
        status=outcome.status,
        verdict=verdict_in_words(decision, outcome, texts, first=first),
        detail=" ".join(words for words in told if words),
        rows=rows,
        foot="     ".join(part for part in foot if part),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """What the pages of one decision say alike: who holds what, as far as it was revealed."""

    state: ExerciseState
    decision: Decision
    texts: RoomTexts
    attributed: bool

    @property
    def run(self) -> DecisionRun:
        return self.state.decision_run(self.decision.id)

    @property
    def eligible(self) -> tuple[str, ...]:
        """The seats that count: those of the closing, else those that take part now."""
        outcome = self.run.outcome
        return outcome.eligible if outcome else self.state.eligible(self.decision)

    def page(self) -> ResultPage:
        """Return the page without what tells positions and result apart."""
        decision, texts = self.decision, self.texts
        return ResultPage(
            decision_id=decision.id,
            title=f"Decision {decision.id}",
            headline=texts.filled(decision.title),
            status="open",
            verdict="",
            answered=self._answered(),
        )

    def _answered(self) -> str:
        seats = answered_seats(self.decision, self.run)
        if not is_answered(self.decision, self.run, seats):
            return ""
        return f"{len(seats & set(self.eligible))} of {len(self.eligible)} answered"

    def proposed(self) -> str:
        """Return what the option that the chair proposes is called by; empty for none."""
        proposal = self.run.proposal
        return option_keys(self.decision).get(proposal.option or "", "") if proposal else ""

    def on_record(self) -> str:
        """Return who has what on record; the seats' words stay with the facilitator."""
        if revealed_round(self.run) != "final":
            return ""
        stances = self.run.standing_stances
        sentences = []
        for stance, name in _ON_RECORD.items():
            seats = [r for r in self.eligible if r in stances and stances[r].stance == stance]
            sentences.append(seats_in_words(name, self._named(seats)))
        return " ".join(sentence for sentence in sentences if sentence)

    def broken(self, now: datetime) -> str:
        """Return who broke silence, once the room may know."""
        text = self.run.circulation
        if text is None:
            return ""
        breaks = known_breaks(self.state, self.decision, text, now)
        return seats_in_words("Broke silence", self._named([one.code for one in breaks]))

    def _named(self, seats: list[str]) -> list[str]:
        return seats if self.attributed else [str(len(seats))] * bool(seats)

    def rows(self, outcome: Outcome | None) -> tuple[ResultRow, ...]:
        """Return the options with the seats that hold them, and how they ended if at all."""
        if isinstance(self.decision.rule, Ranking):
            return self._ranked_rows(outcome)
        shown = revealed_round(self.run)
        standing = self.run.standing(shown) if shown else {}
        held = {role: standing[role] for role in self.eligible if role in standing}
        return tuple(self._row(option.id, held, outcome) for option in self.decision.options)

    def _row(self, option_id: str, held: dict[str, Position], outcome: Outcome | None) -> ResultRow:
        # A stance is taken on what was put in the end, so first positions are shown without it.
        stances = self.run.standing_stances if revealed_round(self.run) == "final" else {}
        roles = [r for r, p in held.items() if option_id == p.option or option_id in p.options]
        shown = option_row(self.state, self.decision, option_id, self.texts)
        return ResultRow(
            option=shown if outcome is None else replace(shown, proposed=False),
            tiles=tuple(
                SeatTile(role, stances[role].stance if role in stances else "")
                if self.attributed
                else SeatTile("")
                for role in roles
            ),
            count=str(len(roles)) if roles else "",
            chosen=outcome is not None and option_id == outcome.option,
        )

    def _ranked_rows(self, outcome: Outcome | None) -> tuple[ResultRow, ...]:
        """Return the options in the group's order; before the result none is marked as first."""
        weights = dict.fromkeys(self.eligible, Fraction(1))
        played = outcome.played if outcome else 0.0
        order = ranking_order(RuleCase(self.decision, weights, self.run, played))
        return tuple(
            ResultRow(
                option=replace(
                    option_row(self.state, self.decision, ranked.option, self.texts),
                    key=place_in_words(ranked.place),
                ),
                count=f"sum of ranks {ranked.rank_sum}",
                chosen=outcome is not None and ranked.place == 1,
                is_place=True,
            )
            for ranked in order
        )

    def spread(self) -> str:
        """Return from where to where the positions of the revealed rounds reach.

        Nothing where seats decide each for itself, or options are not called by their positions.
        """
        if isinstance(self.decision.rule, Each) or not self._keys_are_positions():
            return ""
        rounds: tuple[tuple[str, Round], ...] = (("first", "first"), ("now", "final"))
        told = []
        for name, round_ in rounds:
            if round_ not in self.run.revealed:
                continue
            standing = self.run.standing(round_)
            places = [
                place
                for role in self.eligible
                if role in standing
                and (place := self.decision.position_of(standing[role].option)) is not None
            ]
            if places:
                told.append(f"{name} {min(places)} to {max(places)}")
        return f"Spread: {', '.join(told)}" if told else ""

    def _keys_are_positions(self) -> bool:
        keys = option_keys(self.decision)
        placed = {keys[o.id]: o.position for o in self.decision.options if o.position is not None}
        return all(key == str(position) for key, position in placed.items())

    def evidence(self, outcome: Outcome) -> str:
        """Return the evidence stamped on the decision, where the scenario shows it to the room."""
        variable = self.state.scenario.state_by_id.get(EVIDENCE)
        stamped = outcome.evidence
        if variable is None or not variable.shown or stamped is None:
            return ""
        most = f" of {variable.maximum}" if variable.maximum is not None else ""
        level = next((level.title for level in variable.levels if level.value == stamped), "")
        named = f": {self.texts.filled(level)}" if level else ""
        # What an author explains in brackets is for the facilitator; the room gets the name.
        title = self.texts.filled(variable.title).partition(" (")[0]
        return f"{title or 'Evidence'} {stamped}{most}{named}"
