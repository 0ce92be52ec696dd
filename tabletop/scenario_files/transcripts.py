"""Playing a transcript: all or nothing, and every line that would be refused is a finding.

Format history: 1 (first release).
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tabletop.exercise.commands import Command, StartExercise
from tabletop.exercise.deciding import Refused, decide
from tabletop.exercise.events import Event, ExerciseCreated, SeatPresent
from tabletop.exercise.folding import apply
from tabletop.exercise.journal import FIRST_HASH, Entry, Head, Participant, new_entries
from tabletop.exercise.state import ExerciseState, initial_state
from tabletop.scenario.findings import Finding, error
from tabletop.scenario.package import ScenarioPackage
from tabletop.scenario_files.transcript_commands import command_of
from tabletop.scenario_files.transcript_model import PresentLine, Transcript, TranscriptEntry

ACTOR = "transcript"


@dataclass(frozen=True, slots=True)
class PlayedTranscript:
    """A whole exercise as entries; it may be recorded only when there are no findings."""

    state: ExerciseState
    entries: tuple[Entry, ...]
    participants: tuple[Participant, ...]
    findings: tuple[Finding, ...]


def play(
    transcript: Transcript,
    package: ScenarioPackage,
    *,
    exercise_id: str,
    name: str | None = None,
) -> PlayedTranscript:
    """Turn a transcript into the entries a console would have recorded."""
    playing = _Playing(package, exercise_id, transcript.held.astimezone(UTC))
    playing.create(transcript, name or transcript.exercise)
    playing.carry_out(StartExercise(), playing.held, ())
    previous = timedelta(0)
    for number, entry in enumerate(transcript.entries):
        place: tuple[str | int, ...] = ("entries", number)
        if entry.at < previous:
            playing.find((*place, "at"), "stands before the entry above it; sort the entries")
            continue
        previous = entry.at
        playing.play_line(entry, number, place)
    return PlayedTranscript(
        playing.state,
        tuple(playing.entries),
        tuple(playing.participants),
        tuple(playing.findings),
    )


class _Playing:
    """A run of one transcript: the state so far, and what was found wrong."""

    def __init__(self, package: ScenarioPackage, exercise_id: str, held: datetime) -> None:
        self.package = package
        self.exercise_id = exercise_id
        self.held = held
        self.state = initial_state(package.scenario)
        self.entries: list[Entry] = []
        self.participants: list[Participant] = []
        self.findings: list[Finding] = []

    def create(self, transcript: Transcript, name: str) -> None:
        """Record the first entries: the exercise, and who sits where."""
        scenario = self.package.scenario
        self._check_head(transcript)
        known = tuple(scenario.roles_by_id)
        seats = tuple(r for r in known if not transcript.seats or r in transcript.seats)
        created = ExerciseCreated(
            name,
            transcript.kind,
            scenario.id,
            scenario.version,
            self.package.sha256,
            transcript.cut,
            seats,
        )
        self._record((created,), self.held)
        for number, person in enumerate(transcript.participants, start=1):
            if person.role in known:
                found = Participant(f"p-{number}", person.role, person.name, person.organisation)
                self.participants.append(found)
                self._record((SeatPresent(person.role, found.id),), self.held)

    def _check_head(self, transcript: Transcript) -> None:
        scenario = self.package.scenario
        if transcript.cut is not None and scenario.cut(transcript.cut) is None:
            cuts = ", ".join(cut.id for cut in scenario.cuts) or "none"
            self.find(("cut",), f"the scenario has no cut “{transcript.cut}”; it has {cuts}")
        for number, role in enumerate(transcript.seats):
            if role not in scenario.roles_by_id:
                self.find(("seats", number), f"the scenario has no seat “{role}”")
        for number, person in enumerate(transcript.participants):
            if person.role not in scenario.roles_by_id:
                place = ("participants", number, "role")
                self.find(place, f"the scenario has no seat “{person.role}”")

    def play_line(self, entry: TranscriptEntry, number: int, place: tuple[str | int, ...]) -> None:
        """Carry out one line at its time."""
        line = getattr(entry, entry.said)
        if isinstance(line, PresentLine) and line.name:
            person = Participant(f"p-late-{number + 1}", line.role, line.name, line.organisation)
            self.participants.append(person)
        command = command_of(entry, self.state, number + 1)
        self.carry_out(command, self.held + entry.at, (*place, entry.said.rstrip("_")))

    def carry_out(self, command: Command, at: datetime, place: tuple[str | int, ...]) -> None:
        """Record what a command does, or note why a console would refuse it."""
        try:
            events = decide(self.state, command, at)
        except Refused as refusal:
            self.find(place, str(refusal))
            return
        self._record(events, at)

    def _record(self, events: tuple[Event, ...], at: datetime) -> None:
        last = self.entries[-1] if self.entries else None
        head = Head(last.seq, last.hash) if last else Head(0, FIRST_HASH)
        recorded = new_entries(
            events,
            exercise_id=self.exercise_id,
            head=head,
            at=at,
            command_id=f"{self.exercise_id}/{len(self.entries) + 1}",
            actor=ACTOR,
        )
        self.entries.extend(recorded)
        for entry in recorded:
            self.state = apply(self.state, entry)

    def find(self, place: tuple[str | int, ...], text: str) -> None:
        """Note something to be mended in the transcript."""
        self.findings.append(error(place, "refused", text))
