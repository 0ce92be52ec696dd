"""What the facilitator has chosen to look at; the state and the clock tell everything else."""

from dataclasses import replace
from datetime import datetime, tzinfo

from PySide6.QtCore import QObject, Signal

from tabletop.exercise.events import (
    DecisionOpened,
    ExerciseEnded,
    InjectImprovised,
    InjectRecalled,
    InjectReleased,
)
from tabletop.exercise.journal import Entry
from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.room.showing import Showing
from tabletop.gui.situation import Situation, in_room, on_the_switcher


class Desk(QObject):
    """Holds the choices of one console, and makes the situation of a moment from them."""

    changed = Signal()

    def __init__(
        self, bridge: ExerciseBridge, zone: tzinfo | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._zone = zone
        self._chosen: str | None = None
        self._decision: str | None = None
        self._final: set[str] = set()
        room = in_room(bridge.state)
        over = bridge.state.ended_at is not None
        self._showing = Showing().of("inject", room) if room and not over else Showing()
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
        )
        decision = made.decision
        return replace(made, final=True) if decision and decision.id in self._final else made

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

    def take_final(self, decision_id: str) -> None:
        """Take final positions from now on."""
        self._final.add(decision_id)
        self.changed.emit()

    def show(self, showing: Showing) -> None:
        """Put something else before the room."""
        if showing != self._showing:
            self._showing = showing
            self.changed.emit()

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
        self.changed.emit()

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
