"""One exercise under way: commands in, entries durable, watchers told."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from threading import RLock

from tabletop.exercise.commands import Command
from tabletop.exercise.deciding import Refused, decide
from tabletop.exercise.events import SeatPresent
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
        self._entries: list[Entry] = []
        self._commands: set[str] = set()
        self._state = initial_state(stored.package.scenario)
        self._take(tuple(self._journal.entries()))

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
        Refused, or JournalUnavailable when nothing could be recorded. The watchers are told of
        all entries that are new here, also of what somebody else wrote meanwhile, which may be why
        the command is refused. An error in one watcher rises after the others have been told.
        """
        with ExitStack() as telling, self._lock:
            known = len(self._entries)
            try:
                self._carry_out(command, command_id, actor, tuple(participants))
            finally:
                self._prepare(telling, tuple(self._entries[known:]))
            return self._state.head

    def is_behind(self) -> bool:
        """Return whether somebody else has recorded more than this exercise knows.

        Only looks, and waits for nobody, so that any thread may ask; raises StorageProblem when
        the journal cannot be read.
        """
        return self._journal.has_more()

    def catch_up(self) -> int:
        """Read on what somebody else has recorded, tell the watchers, return the last number."""
        with ExitStack() as telling, self._lock:
            known = len(self._entries)
            try:
                self._take_from_others()
            finally:
                self._prepare(telling, tuple(self._entries[known:]))
            return self._state.head

    def _prepare(self, telling: ExitStack, news: tuple[Entry, ...]) -> None:
        """Have the watchers told, in their order, as soon as the lock is let go."""
        if news:
            for watcher in reversed(self._watchers):
                telling.callback(watcher, self._state, news)

    def _carry_out(
        self, command: Command, command_id: str, actor: str, people: tuple[Participant, ...]
    ) -> None:
        if command_id in self._commands:
            return
        try:
            self._decide_and_append(command, command_id, actor, people)
        except JournalMoved:
            # Somebody else wrote meanwhile: read on, and decide again on what is true now.
            self._take_from_others()
            if command_id not in self._commands:
                self._decide_and_append(command, command_id, actor, people)

    def _take(self, entries: tuple[Entry, ...]) -> None:
        """Fold entries that the journal holds into what this exercise knows."""
        self._state = replay(self._state, entries)
        self._entries.extend(entries)
        self._commands.update(entry.command_id for entry in entries)

    def _take_from_others(self) -> None:
        """Read on what somebody else has recorded, and the people they have seated."""
        entries = tuple(self._journal.entries(self._state.head))
        self._take(entries)
        if any(isinstance(entry.event, SeatPresent) for entry in entries):
            self._participants = {person.id: person for person in self._journal.people()}

    def _decide_and_append(
        self, command: Command, command_id: str, actor: str, people: tuple[Participant, ...]
    ) -> None:
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
        if recorded[-1].seq == after.head and recorded[0].at == at:
            self._state = after
            self._entries.extend(recorded)
            self._commands.add(command_id)
        else:
            # Another window had recorded this very command: what it wrote counts.
            self._take_from_others()
        self._participants.update({p.id: p for p in people})
