"""One bridge between a live exercise and Qt: commands go in, signals come out on the GUI thread.

Ids of commands and of what people add by hand are made here, and nowhere else in the windows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from tabletop.exercise.commands import Command, Undo
from tabletop.exercise.events import EntryKept
from tabletop.exercise.journal import Entry, Participant, StorageProblem
from tabletop.exercise.sentences import sentence
from tabletop.exercise.state import ExerciseState
from tabletop.live import LiveExercise
from tabletop.live.exercise import Refused

FACILITATOR = "facilitator"


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A command that no store took; nothing of it is in the journal."""

    command: Command
    command_id: str
    sentence: str
    participants: tuple[Participant, ...] = ()


class ExerciseBridge(QObject):
    """Turns the live exercise's calls, from any thread, into signals on the GUI thread."""

    state_changed = Signal(object)
    recorded = Signal(object)
    refused = Signal(str)
    unavailable = Signal(object)
    settled = Signal(bool)
    _heard = Signal(object, object)

    def __init__(
        self, live: LiveExercise, actor: str = FACILITATOR, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._actor = actor
        self._waiting: Unrecorded | None = None
        # A watcher is called on the thread that sent the command; the signal changes threads.
        self._heard.connect(self._on_heard)
        self._stop_watching = live.watch(self._heard.emit)

    @property
    def live(self) -> LiveExercise:
        """The exercise behind the signals."""
        return self._live

    @property
    def state(self) -> ExerciseState:
        """The state after the last recorded entry."""
        return self._live.state

    @property
    def scenario_now(self) -> datetime:
        """The scenario's date and time at this moment."""
        return self._live.state.scenario_time(self._live.now())

    @property
    def played_now(self) -> float:
        """The seconds of play until this moment, pauses left out."""
        return self._live.state.played(self._live.now())

    @property
    def waiting(self) -> tuple[Unrecorded, ...]:
        """The command that could not be recorded and may be tried again: one at most."""
        return (self._waiting,) if self._waiting is not None else ()

    def new_id(self) -> str:
        """Return an id for something that a person adds."""
        return uuid4().hex

    def send(
        self, command: Command, *, keep: bool = True, participants: Sequence[Participant] = ()
    ) -> bool:
        """Pass a command on and return whether it is recorded; trouble becomes a signal.

        What could not be recorded is kept for ``retry``. Whoever keeps the typed text himself, to
        send it again, says ``keep=False``, so that it is not recorded twice. ``participants`` are
        people who come with the command, and are kept with it.

        While a command waits it is tried first, and nothing is taken before it is recorded or
        given up: whoever asks meanwhile does not see what it changes, and may mean something else.
        The same command once more is that trial, and is not carried out twice.
        """
        waiting, head = self._waiting, self.state.head
        if waiting is not None:
            if not self.retry():
                return False
            if keep and waiting.command == command:
                return self.state.head > head
        return self._send(command, uuid4().hex, tuple(participants), keep=keep)

    def retry(self) -> bool:
        """Try again what could not be recorded; return whether nothing waits now.

        What is refused meanwhile is told, and waits no longer. ``settled`` says whether it is
        recorded.
        """
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return True
        people = waiting.participants
        done = self._send(waiting.command, waiting.command_id, people, keep=True)
        if self._waiting is None:
            self.settled.emit(done)
        return self._waiting is None

    def discard_waiting(self) -> None:
        """Give up what could not be recorded."""
        if self._waiting is not None:
            self._waiting = None
            self.settled.emit(False)  # noqa: FBT003 (a signal takes no names)

    def close(self) -> None:
        """Hear no more of the exercise."""
        self._stop_watching()

    def _send(
        self, command: Command, command_id: str, people: tuple[Participant, ...], *, keep: bool
    ) -> bool:
        try:
            self._live.send(command, command_id=command_id, actor=self._actor, participants=people)
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return False
        except StorageProblem as problem:
            unrecorded = Unrecorded(command, command_id, str(problem), people)
            if keep:
                self._waiting = unrecorded
            self.unavailable.emit(unrecorded)
            return False
        if isinstance(command, Undo):
            self._tell_what_stands(command_id)
        return True

    def _tell_what_stands(self, command_id: str) -> None:
        """Say why undo took nothing back: an entry for the record, a refusal for who asked."""
        for entry in self._live.entries:
            if entry.command_id == command_id and isinstance(entry.event, EntryKept):
                self.refused.emit(sentence(entry.event, self.state.scenario))

    def _on_heard(self, state: ExerciseState, entries: tuple[Entry, ...]) -> None:
        self.state_changed.emit(state)
        self.recorded.emit(entries)
