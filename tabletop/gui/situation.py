"""What the desk looks at besides the record: the moment, the inject and the decision in hand."""

from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import cached_property

from tabletop.exercise.commands import SeatCommand
from tabletop.exercise.conditions import in_cut, worth
from tabletop.exercise.deciding.silence import stage
from tabletop.exercise.events import Round
from tabletop.exercise.records import Circulation, UndoStep
from tabletop.exercise.state import ExerciseState
from tabletop.exercise.suggestions import is_waiting, next_inject
from tabletop.gui.room.showing import Showing
from tabletop.gui.room.sight import Sight, sight
from tabletop.scenario.model import Decision, Expected, Inject


@dataclass(frozen=True)
class Situation:
    """The state at a moment, with what the facilitator has chosen to look at.

    What has to be looked for through the whole scenario is looked for once, for every row asks.

    ``chosen`` is the inject picked by hand, ``decision_id`` the decision on the board, ``final``
    whether the board takes final positions; None leaves each to the course of the exercise.
    ``prepared`` is the last entry of the preparation: seats and cards up to it are no step of the
    facilitator's. ``has_room``: whether a window shows the room anything at all; ``sheets``: on how
    many sheets its page stands; ``seen_since``: since when it has seen the inject that it sees.
    """

    state: ExerciseState
    now: datetime
    chosen: str | None = None
    decision_id: str | None = None
    final: bool | None = None
    showing: Showing = field(default_factory=Showing)
    zone: tzinfo | None = None
    prepared: int = 0
    has_room: bool = True
    sheets: int = 1
    seen_since: datetime | None = None

    @property
    def undo_step(self) -> UndoStep | None:
        """What Ctrl+Z takes back; seats and cards of the preparation are not undone that way."""
        steps = self.state.undo_steps
        if not steps or (steps[-1].seq <= self.prepared and _is_seating(steps[-1])):
            return None
        return steps[-1]

    @cached_property
    def next_expected(self) -> Expected | None:
        """The first expected action of the inject in the middle that nobody has assessed yet."""
        shown = self.shown
        if shown is None:
            return None
        expected = self.state.inject(shown).expected
        return next((e for e in expected if not _is_assessed(shown, e.id, self.state)), None)

    @property
    def blank(self) -> bool:
        """Whether the room sees nothing but the marking."""
        return self.showing.blank

    @property
    def frozen(self) -> bool:
        """Whether the room's page stays, whatever happens."""
        return self.showing.held is not None

    @cached_property
    def standby(self) -> str | None:
        """The inject that GO would release."""
        if self.state.ended_at is not None:
            return None
        if self.chosen is not None and can_be_released(self.chosen, self.state):
            return self.chosen
        suggestion = next_inject(self.state)
        return suggestion.inject.id if suggestion else None

    @cached_property
    def in_room(self) -> str | None:
        """The inject of the room: of those not private, the one released last, not recalled."""
        return in_room(self.state)

    @cached_property
    def sight(self) -> Sight:
        """What is put before the room, blank or not."""
        return sight(self.state, self.showing)

    @property
    def in_sight(self) -> str | None:
        """The inject that the room sees now; None while it sees something else or nothing."""
        is_seen = self.has_room and not self.blank and self.sight.kind == "inject"
        return self.sight.part if is_seen else None

    @property
    def recallable(self) -> str | None:
        """The inject that can be taken back: the released one looked at, else the room's."""
        if self.chosen is not None and self.state.inject_run(self.chosen).is_released:
            return self.chosen
        return self.in_room

    @property
    def amendable(self) -> str | None:
        """The inject whose text can still be changed: the one looked at, else the standby."""
        looked_at = self.chosen or self.standby
        if looked_at is None or self.state.inject_run(looked_at).is_released:
            return None
        return looked_at

    @property
    def shown(self) -> str | None:
        """The inject in the middle: the one picked by hand, else the room's, else the standby."""
        return self.chosen or self.in_room or self.standby

    @cached_property
    def decision(self) -> Decision | None:
        """The decision on the board."""
        chosen = self.decision_id or decision_in_hand(self.state)
        return self.state.scenario.decisions_by_id.get(chosen) if chosen else None

    @property
    def takes_final(self) -> bool:
        """Whether the board takes final positions, not the silent first ones."""
        decision = self.decision
        if decision is None or self.first_is_over:
            return True
        if self.final is not None:
            return self.final
        return bool(self.state.decision_run(decision.id).standing("final"))

    @property
    def first_is_over(self) -> str:
        """Why the board cannot take silent first positions any more; empty while it can."""
        decision = self.decision
        if decision is None or not decision.first_round:
            return f"{decision.id} has no first round" if decision else "no decision is open"
        run = self.state.decision_run(decision.id)
        if "first" in run.revealed:
            return f"the first positions on {decision.id} are revealed"
        return f"a proposal is put in {decision.id}" if run.proposal is not None else ""

    @property
    def first_is_taken(self) -> bool:
        """Whether any seat has a silent first position on the decision on the board."""
        decision = self.decision
        return decision is not None and bool(self.state.decision_run(decision.id).standing("first"))

    @property
    def round_to_reveal(self) -> Round:
        """The round whose positions are revealed, or hidden again, next.

        That is the one the board takes; the first while nobody has answered the final one yet, so
        that first positions that were revealed can also be hidden again.
        """
        if self.decision is None:
            return "final"
        run = self.state.decision_run(self.decision.id)
        finals = (run.standing("final"), run.standing_stances, run.rankings, run.circulations)
        has_final = any(finals) or "final" in run.revealed
        has_first = bool(run.standing("first")) or "first" in run.revealed
        is_first = not self.takes_final or (has_first and not has_final)
        return "first" if is_first else "final"

    @property
    def is_revealed(self) -> bool:
        """Whether the room may see the positions of that round."""
        if self.decision is None:
            return False
        return self.round_to_reveal in self.state.decision_run(self.decision.id).revealed

    @property
    def circulation(self) -> Circulation | None:
        """The text of the decision on the board that was put under silence last."""
        decision = self.decision
        return self.state.decision_run(decision.id).circulation if decision else None

    @property
    def silence_stage(self) -> str | None:
        """The stage of the text in hand: under_silence, broken, adopted, withdrawn; None: draft."""
        text = self.circulation
        return stage(text, self.state.played(self.now)) if text else None

    @property
    def ended_silences(self) -> tuple[str, ...]:
        """The open decisions whose silence has run its time, in the order of the scenario."""
        if self.state.ended_at is not None:
            return ()
        played = self.state.played(self.now)
        return tuple(d for d in self.state.scenario.decisions_by_id if self._has_run_out(d, played))

    @property
    def silences_ended_elsewhere(self) -> tuple[str, ...]:
        """Those of them that are not on the board."""
        decision = self.decision
        return tuple(d for d in self.ended_silences if decision is None or d != decision.id)

    def _has_run_out(self, decision_id: str, played: float) -> bool:
        text = self.state.decision_run(decision_id).circulation
        if text is None or text.withdrawn or not self.state.is_open(decision_id):
            return False
        return played >= text.deadline


def _is_seating(step: UndoStep) -> bool:
    return all(isinstance(command, SeatCommand) for command in step.inverse)


def _is_assessed(inject_id: str, expected_id: str, state: ExerciseState) -> bool:
    tick = state.ticks.get((inject_id, expected_id))
    return tick is not None and tick.status != "not_assessed"


def in_room(state: ExerciseState) -> str | None:
    """Return the inject that was released last and not recalled; a private one leaves it there."""
    return next((i for i in reversed(state.release_order) if _is_public(i, state)), None)


def _is_public(inject_id: str, state: ExerciseState) -> bool:
    return state.inject_run(inject_id).is_released and not state.inject(inject_id).is_private


def can_be_released(inject_id: str, state: ExerciseState) -> bool:
    """Return whether a hand may release an inject now, whatever its condition says."""
    return state.ended_at is None and not state.inject_run(inject_id).is_released


def open_decisions(state: ExerciseState) -> tuple[str, ...]:
    """Return the open decisions, the one opened last first."""
    found = [d for d in state.decisions if state.is_open(d)]
    return tuple(sorted(found, key=lambda d: -state.decision_run(d).opened_played))


def decision_in_hand(state: ExerciseState) -> str | None:
    """Return the open decision of the inject in the room, else the last one opened or closed."""
    room = in_room(state)
    inject = state.inject(room) if room else None
    opened = open_decisions(state)
    for decision in inject.decisions if inject else ():
        if decision.id in opened:
            return decision.id
    if inject and inject.decisions:
        closed = [d.id for d in inject.decisions if state.decision_run(d.id).outcome]
        if closed:
            return closed[-1]
    if opened:
        return opened[0]
    return state.close_order[-1] if state.close_order else None


def on_the_switcher(situation: Situation) -> tuple[str, ...]:
    """Return the decisions one can turn to: the room's inject's, older open ones, the chosen."""
    state = situation.state
    room = situation.in_room
    own = [d.id for d in state.inject(room).decisions] if room else []
    older = [d for d in reversed(open_decisions(state)) if d not in own]
    current = situation.decision
    extra = [current.id] if current and current.id not in (*older, *own) else []
    return (*older, *extra, *own)


def goes_against(inject: Inject, state: ExerciseState) -> bool:
    """Return whether releasing an inject now would go against its condition."""
    return inject.when is not None and worth(inject.when, state) is not True


def status_of(inject: Inject, situation: Situation) -> str:
    """Return how an inject stands, as a word that has a shape in the list.

    One of in_room, in_play, released, standby, skipped, contingency, conditional, waiting. The last
    one released is merely in_play while the room sees something else, or no window shows it.
    """
    state = situation.state
    run = state.inject_run(inject.id)
    if inject.id == situation.in_sight:
        return "in_room"
    if run.is_released:
        is_last = inject.id == situation.in_room and state.ended_at is None
        return "in_play" if is_last else "released"
    if run.skipped:
        return "skipped"
    if inject.id == situation.standby:
        return "standby"
    if inject.contingency:
        return "contingency"
    return "waiting" if inject.when is None or worth(inject.when, state) else "conditional"


def is_listed(inject: Inject, state: ExerciseState) -> bool:
    """Return whether an inject belongs on the list: in the chosen cut, or played anyway."""
    if inject.contingency:
        return False
    run = state.inject_run(inject.id)
    return in_cut(inject.id, state) or run.is_released or run.skipped


def still_waits(inject_id: str, state: ExerciseState) -> bool:
    """Return whether a planned inject is still to come."""
    inject = state.scenario.injects_by_id.get(inject_id)
    return inject is not None and is_waiting(inject, state)


def unplayed(state: ExerciseState) -> tuple[str, ...]:
    """Return the injects of the list that are neither released nor skipped, in their order."""
    planned = (inject for inject in state.scenario.injects if is_listed(inject, state))
    # An improvised inject waits as well, once its release was taken back.
    listed = (*planned, *state.improvised.values())
    runs = ((inject.id, state.inject_run(inject.id)) for inject in listed)
    return tuple(inject_id for inject_id, run in runs if not run.is_released and not run.skipped)
