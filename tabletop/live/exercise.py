"""One exercise under way: commands in, entries durable, watchers told."""

from collections.abc import Callable, Sequence
from datetime import datetime
from threading import RLock

from tabletop.exercise.commands import Command
from tabletop.exercise.deciding import Refused, decide
from tabletop.exercise.folding import apply, replay
from tabletop.exercise.journal import (
    Entry,
    JournalMoved,
    JournalUnavailable,
    Participant,
    StoredExercise,
)
from tabletop.exercise.state import ExerciseState, initial_state
from tabletop.scenario.package import ScenarioPackage

Watcher = Callable[[ExerciseState, tuple[Entry, ...]], None]
__all__ = ["JournalUnavailable", "LiveExercise", "Refused", "Watcher"]


class LiveExercise:
    """Carries out commands on one journal and keeps the state that its replay gives.

    Safe to use from several threads; watchers are called on the thread that sent the command.
    """

    def __init__(self, stored: StoredExercise, now: Callable[[], datetime]) -> None:
        self._journal = stored.journal
        self.package: ScenarioPackage = stored.package
        self._now = now
        self._lock = RLock()
        self._watchers: list[Watcher] = []
        self._participants = {p.id: p for p in stored.participants}
        self._entries = list(self._journal.entries())
        self._state = replay(initial_state(stored.package.scenario), self._entries)

    @property
    def exercise_id(self) -> str:
        """The exercise's id."""
        return self._journal.exercise_id

    @property
    def state(self) -> ExerciseState:
        """The state after the last recorded entry."""
        return self._state

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry recorded so far."""
        return tuple(self._entries)

    @property
    def participants(self) -> dict[str, Participant]:
        """The people, under their ids."""
        return dict(self._participants)

    def now(self) -> datetime:
        """Return the present time (aware, UTC)."""
        return self._now()

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Tell a watcher of every recorded command from now on; returns what ends it."""
        self._watchers.append(watcher)

        def stop() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return stop

    def send(
        self,
        command: Command,
        *,
        command_id: str,
        actor: str,
        participants: Sequence[Participant] = (),
    ) -> int:
        """Carry out a command once, and return the journal's last number after it.

        Returns only after the commit. Sending the same ``command_id`` again is harmless. Raises
        Refused, or JournalUnavailable when nothing could be recorded.
        """
        with self._lock:
            if any(e.command_id == command_id for e in self._recent()):
                return self._state.head
            recorded = self._record(command, command_id, actor, tuple(participants))
            self._participants.update({p.id: p for p in participants})
            state = self._state
        for watcher in tuple(self._watchers):
            watcher(state, recorded)
        return state.head

    def _recent(self) -> list[Entry]:
        """Return the entries a retry can repeat; the journal itself guards all the others."""
        return self._entries[-200:]

    def _record(
        self, command: Command, command_id: str, actor: str, people: tuple[Participant, ...]
    ) -> tuple[Entry, ...]:
        try:
            return self._decide_and_append(command, command_id, actor, people)
        except JournalMoved:
            # Somebody else wrote meanwhile: read on, and decide again on what is true now.
            missed = tuple(self._journal.entries(self._state.head))
            self._state = replay(self._state, missed)
            self._entries.extend(missed)
            return self._decide_and_append(command, command_id, actor, people)

    def _decide_and_append(
        self, command: Command, command_id: str, actor: str, people: tuple[Participant, ...]
    ) -> tuple[Entry, ...]:
        at = self._now()
        before = self._state
        events = decide(before, command, at)
        after = before
        for step, event in enumerate(events):
            entry = Entry(self.exercise_id, after.head + 1, at, command_id, step, actor, event)
            after = apply(after, entry)
        recorded = self._journal.append(
            events,
            at=at,
            command_id=command_id,
            actor=actor,
            status=after.status,
            participants=people,
        )
        if recorded[-1].seq > before.head:
            self._state = after
            self._entries.extend(recorded)
        return recorded
