"""What the facilitator has chosen to look at; the state and the clock tell everything else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from PySide6.QtCore import QObject, Signal

from tabletop.exercise.events import (
    CirculationCancelled,
    DecisionOpened,
    DecisionReopened,
    ExerciseEnded,
    ExerciseStarted,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
    PositionsRevealed,
    ProposalPut,
    ProposalWithdrawn,
    RevealCancelled,
    TextCirculated,
)
from tabletop.exercise.journal import Entry
from tabletop.exercise.rules import words_put
from tabletop.exercise.state import ExerciseState
from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.room.showing import Showing
from tabletop.gui.situation import Situation, in_room, on_the_switcher

_OnThePage = (
    PositionsRevealed
    | RevealCancelled
    | DecisionReopened
    | ProposalPut
    | ProposalWithdrawn
    | TextCirculated
    | CirculationCancelled
)


class Desk(QObject):
    """Holds the choices of one console, and makes the situation of a moment from them."""

    changed = Signal()

    def __init__(
        self, bridge: ExerciseBridge, zone: tzinfo | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._zone = zone
        self._chosen: str | None = private_in_hand(bridge.state)
        self._decision: str | None = last_touched(bridge.live.entries)
        self._final: dict[str, bool] = {}
        self._prepared = prepared_upto(bridge.live.entries)
        self._has_room = False
        room = in_room(bridge.state)
        over = bridge.state.ended_at is not None
        self._showing = Showing().of("inject", room) if room and not over else Showing()
        self._sheets = 1
        self._seen: str | None = None
        self._seen_since = bridge.live.now()
        bridge.recorded.connect(self._on_recorded)

    @property
    def showing(self) -> Showing:
        """What is put before the room."""
        return self._showing

    def situation(self, now: datetime | None = None) -> Situation:
        """Return the situation of this moment."""
        made = Situation(
            self._bridge.state,
            now or self._bridge.live.now(),
            self._chosen,
            self._decision,
            showing=self._showing,
            zone=self._zone,
            prepared=self._prepared,
            has_room=self._has_room,
            sheets=self._sheets,
            seen_since=self._seen_since,
        )
        decision = made.decision
        return replace(made, final=self._final.get(decision.id)) if decision else made

    def choose(self, inject_id: str | None) -> None:
        """Look at an inject; None goes back to the room's."""
        if inject_id != self._chosen:
            self._chosen = inject_id
            self.changed.emit()

    def turn_to(self, decision_id: str) -> None:
        """Put a decision on the board."""
        self._decision = decision_id
        self.changed.emit()

    def turn(self, by: int) -> None:
        """Put the next or the previous decision on the board."""
        situation = self.situation()
        ids, current = on_the_switcher(situation), situation.decision
        if ids and current:
            place = (ids.index(current.id) + by) % len(ids)
            self.turn_to(ids[place])

    def take_round(self, decision_id: str, *, final: bool) -> None:
        """Take final positions from now on, or silent first ones again."""
        self._final[decision_id] = final
        self.changed.emit()

    def show(self, showing: Showing) -> None:
        """Put something else before the room."""
        if showing != self._showing:
            self._showing = showing
            self._look_up()
            self.changed.emit()

    def show_room(self, *, is_open: bool) -> None:
        """Note whether a window shows the room anything."""
        if is_open != self._has_room:
            self._has_room = is_open
            self._look_up()
            self.changed.emit()

    def show_sheets(self, count: int) -> None:
        """Note on how many sheets the room's page stands."""
        if count != self._sheets:
            self._sheets = count
            self.changed.emit()

    def _look_up(self) -> None:
        """Note since when the room has seen the inject that it sees."""
        seen = self.situation().in_sight
        if seen != self._seen:
            self._seen, self._seen_since = seen, self._bridge.live.now()

    def _on_recorded(self, entries: tuple[Entry, ...]) -> None:
        """Follow what a hand has done: a release goes to the room, an opening to the board."""
        for entry in entries:
            event = entry.event
            if isinstance(event, InjectReleased | InjectImprovised):
                self._released(event.inject_id)
            elif isinstance(event, InjectRecalled):
                self._recalled(event.inject_id)
            elif isinstance(event, DecisionOpened):
                self._decision = None
            elif isinstance(event, ExerciseEnded):
                self._showing = self._showing.of("holding")
            elif isinstance(event, _OnThePage):
                self._turned(event)
        self._look_up()
        self.changed.emit()

    def _turned(self, event: _OnThePage) -> None:
        """Let the room's page follow its decision; what is new on it begins with its first sheet.

        How a decision ended is never brought up by closing it, but by a hand that reveals it.
        """
        showing, state = self._showing, self._bridge.state
        if showing.kind not in ("decision", "result") or event.decision_id != showing.part:
            return
        run = state.decision_run(showing.part)
        # Words of the chair's own stand before the positions, where both are too long for one.
        is_after_words = isinstance(event, PositionsRevealed) and bool(
            run.proposal and words_put(state.scenario.decisions_by_id[showing.part], run)
        )
        first = 2 if is_after_words else 1
        shown = showing if showing.held is not None else replace(showing, sheet=first)
        is_closed = run.outcome is not None
        if isinstance(event, PositionsRevealed) and showing.kind == "decision" and is_closed:
            shown = replace(showing.of("result", showing.part), by_reveal=True)
        is_hidden = isinstance(event, RevealCancelled) and showing.by_reveal
        if is_hidden or isinstance(event, DecisionReopened):
            shown = showing.of("decision", showing.part)
        self._showing = shown

    def _released(self, inject_id: str) -> None:
        """Put an inject before the room; a private one only before the facilitator."""
        is_private = self._bridge.state.inject(inject_id).is_private
        self._chosen = inject_id if is_private else None
        self._decision = None
        if not is_private:
            self._showing = self._showing.of("inject", inject_id)

    def _recalled(self, inject_id: str) -> None:
        if (self._showing.kind, self._showing.part) != ("inject", inject_id):
            return
        room = in_room(self._bridge.state)
        showing = self._showing
        self._showing = showing.of("inject", room) if room else showing.of("holding")


def prepared_upto(entries: Sequence[Entry]) -> int:
    """Return the last entry of the preparation: all before STARTEX, or all so far."""
    started = (entry.seq for entry in entries if isinstance(entry.event, ExerciseStarted))
    return next(started, entries[-1].seq + 1 if entries else 1) - 1


def private_in_hand(state: ExerciseState) -> str | None:
    """Return the private inject that was released last: the room's is not what is looked at."""
    out = (i for i in reversed(state.release_order) if state.inject_run(i).is_released)
    last = next(out, None)
    return last if last and state.ended_at is None and state.inject(last).is_private else None


def last_touched(entries: tuple[Entry, ...]) -> str | None:
    """Return the decision that was worked on last; None when an inject or an opening came later."""
    for entry in reversed(entries):
        event = entry.event
        if isinstance(event, InjectReleased | InjectImprovised | DecisionOpened):
            return None
        if (decision_id := getattr(event, "decision_id", None)) is not None:
            return str(decision_id)
    return None
