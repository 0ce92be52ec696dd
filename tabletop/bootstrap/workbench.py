"""Every job of the application, without a window."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import uuid4

from tabletop.analysis.record import ExerciseRecord, exercise_record
from tabletop.bootstrap.clocks import seconds_awake_or_asleep
from tabletop.bootstrap.file_writing import UnwritableFile, make_folder
from tabletop.bootstrap.places import (
    DATABASE_VARIABLE,
    database_address,
    default_database,
    user_scenarios,
)
from tabletop.database.examining import examined_record
from tabletop.database.opening import open_database
from tabletop.exercise.commands import GiveCard, MarkPresent
from tabletop.exercise.events import ExerciseCreated, Kind
from tabletop.exercise.journal import (
    PREPARATION,
    ExerciseSummary,
    LibraryUnavailable,
    Participant,
    RawRecord,
    StoredExercise,
)
from tabletop.live import LiveExercise, SteadyClock
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import Attachment, ScenarioPackage
from tabletop.scenario_files.located import LocatedFinding
from tabletop.scenario_files.reader import ReadScenario, read_scenario, scenario_from_text
from tabletop.scenario_files.shipped import shipped_folder

if TYPE_CHECKING:
    from tabletop.database.library import SqlLibrary

SUFFIXES = (".ttx.yaml", ".ttx.yml", ".ttx.zip")
FACILITATOR = "facilitator"


class _Named(Protocol):
    """What an exercise can be asked for by."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


_Listed = TypeVar("_Listed", bound=_Named)


class Unknown(Exception):
    """No scenario or exercise goes by that name; the message says what there is."""


class Faulty(Exception):
    """A file has errors; ``findings`` are to be shown with it."""

    def __init__(self, sentence: str, findings: Sequence[LocatedFinding]) -> None:
        super().__init__(sentence)
        self.findings = tuple(findings)


def system_clock() -> SteadyClock:
    """Return the clock of this machine."""
    return SteadyClock(lambda: datetime.now(UTC), seconds_awake_or_asleep)


def new_id() -> str:
    """Return an id nobody else has."""
    return uuid4().hex


class Workbench:
    """The jobs of the application on one database, for several threads.

    Close it, or use ``with``.
    """

    def __init__(
        self,
        database: str | None = None,
        *,
        create: bool = False,
        now: Callable[[], datetime] | None = None,
        ids: Callable[[], str] = new_id,
    ) -> None:
        self._address, self._is_default = database_address(database)
        self._create = create or self._is_default
        self._now = now or system_clock().now
        self._ids = ids
        self._library: SqlLibrary | None = None
        self._opening = Lock()

    def __enter__(self) -> "Workbench":
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        if self._library is not None:
            self._library.close()
            self._library = None

    @property
    def now(self) -> Callable[[], datetime]:
        """The clock."""
        return self._now

    def new_id(self) -> str:
        """Return an id nobody else has."""
        return self._ids()

    @property
    def database_label(self) -> str:
        """Where exercises are kept, for people."""
        return str(self._address)

    @property
    def emptiness(self) -> str:
        """What to say when no exercise was ever started here."""
        named = "" if self._is_default else f" --database {self._address}"
        return (
            f"There is no exercise yet in {self.database_label}. "
            f"Start one with: tabletop run calm-front{named}"
        )

    def library(self, *, create: bool = False) -> "SqlLibrary":
        """Return the library; the default one, or one to be recorded into, is made when missing."""
        with self._opening:
            if self._library is None:
                if self._is_default:
                    _make_default_folder()
                self._library = open_database(
                    self._address, create=create or self._create, read_package=package_of
                )
            return self._library

    # --- scenarios -----------------------------------------------------------------------------

    @cached_property
    def shipped_scenarios(self) -> Mapping[str, Path]:
        """The scenarios that travel with the program and the user's own, under their file names."""
        found: dict[str, Path] = {}
        for folder in (shipped_folder("scenarios"), user_scenarios()):
            if folder.is_dir():
                for path in sorted(folder.iterdir()):
                    name = scenario_name(path)
                    if name is not None:
                        found[name] = path
        return found

    def scenario_path(self, wanted: str) -> Path:
        """Return the file of a scenario given as a path or an id; raise Unknown."""
        if wanted in self.shipped_scenarios:
            return self.shipped_scenarios[wanted]
        path = Path(wanted)
        if path.exists() or scenario_name(path) is not None or len(path.parts) > 1:
            return path
        known = ", ".join(self.shipped_scenarios) or "none"
        raise Unknown(
            f"There is no scenario “{wanted}”: neither a file nor one of the shipped ones "
            f"({known}). Give the path of a NAME.ttx.yaml or NAME.ttx.zip."
        )

    def read(self, wanted: str) -> ReadScenario:
        """Read and check a scenario; raises Unknown or UnreadableScenario."""
        return read_scenario(self.scenario_path(wanted))

    def package(self, wanted: str) -> ScenarioPackage:
        """Return a scenario fit to be played; raise Faulty when it has errors."""
        read = self.read(wanted)
        errors = [finding for finding in read.findings if finding.is_error]
        if read.package is None or errors:
            raise Faulty(f"{read.path} has errors and cannot be played.", errors)
        return read.package

    # --- exercises -----------------------------------------------------------------------------

    def exercises(self) -> tuple[ExerciseSummary, ...]:
        """Return all exercises, the one created or imported last first."""
        return self.library().exercises()

    def find(self, wanted: str) -> ExerciseSummary:
        """Return the exercise meant by an id, a unique prefix, an exact name, or ``last``."""
        return self._meant(wanted, self.exercises())

    def _meant(self, wanted: str, listed: Sequence[_Listed]) -> _Listed:
        if not listed:
            raise Unknown(self.emptiness)
        if wanted == "last":
            return listed[0]
        for matches in (
            [e for e in listed if e.id == wanted],
            [e for e in listed if e.name == wanted],
            [e for e in listed if wanted and e.id.startswith(wanted)],
        ):
            if len(matches) == 1:
                return matches[0]
            if matches:
                ids = ", ".join(e.id[:12] for e in matches[:5])
                raise Unknown(
                    f"“{wanted}” means {len(matches)} exercises: {ids}. Give the id of one, or "
                    "more of its beginning."
                )
        raise Unknown(f"There is no exercise “{wanted}”. See: tabletop exercises")

    def stored(self, wanted: str) -> StoredExercise:
        """Return all that is kept of an exercise."""
        found = self.find(wanted)
        if found.damage:
            raise LibraryUnavailable(found.damage, code="damaged")
        return self.library().open(found.id)

    def record(self, wanted: str) -> ExerciseRecord:
        """Return an exercise as its report sees it."""
        stored = self.stored(wanted)
        return exercise_record(
            stored.summary.id,
            stored.package,
            tuple(stored.journal.entries()),
            stored.participants,
        )

    def raw_record(self, wanted: str) -> RawRecord:
        """Return an exercise as it is stored, also from a file that is refused for play.

        Nothing is written, made or upgraded; ``verify`` tells what is wrong with it.
        """
        return examined_record(self._address, lambda listed: self._meant(wanted, listed))

    def forget(self, exercise_id: str, *, names_only: bool) -> None:
        """Remove an exercise, or only the names of its people."""
        self.library().forget(exercise_id, names_only=names_only)

    def create(
        self,
        package: ScenarioPackage,
        *,
        name: str = "",
        cut: str | None = None,
        kind: Kind = "exercise",
        seats: tuple[str, ...] | None = None,
        participants: tuple[Participant, ...] = (),
    ) -> StoredExercise:
        """Create an exercise with every seat played by default and nobody's name needed."""
        scenario = package.scenario
        refuse_unknown_cut(scenario, cut)
        at = self._now()
        created = ExerciseCreated(
            name or f"{scenario.title}, {at.astimezone():%d %b %Y %H:%M}",
            kind,
            scenario.id,
            scenario.version,
            package.sha256,
            cut,
            tuple(scenario.roles_by_id) if seats is None else seats,
        )
        return self.library(create=True).create(
            self._ids(),
            package,
            created,
            at=at,
            command_id=self._ids(),
            actor=FACILITATOR,
            participants=participants,
        )

    def live(self, stored: StoredExercise) -> LiveExercise:
        """Open an exercise for play."""
        return LiveExercise(stored, self._now)

    def seat(self, live: LiveExercise, participants: Sequence[Participant]) -> None:
        """Note who sits where."""
        for person in participants:
            command = MarkPresent(person.role, person.id)
            live.send(command, command_id=self._ids(), actor=PREPARATION)

    def deal_cards(self, live: LiveExercise, cards: Sequence[tuple[str, str]]) -> None:
        """Give role cards out: those chosen, and to its seat each card that is for one seat only.

        A card with ``only`` is dealt and never drawn.
        """
        given = {role for role, _ in cards}
        dealt = [
            (role, card.id)
            for card in live.state.scenario.cards
            for role in card.only
            if role in live.state.seats and role not in given
        ]
        for role, card_id in (*cards, *dealt):
            live.send(GiveCard(role, card_id), command_id=self._ids(), actor=PREPARATION)


def _make_default_folder() -> None:
    try:
        make_folder(default_database().parent)
    except UnwritableFile as error:
        raise UnwritableFile(
            f"{error} Or keep exercises elsewhere: --database PATH, or {DATABASE_VARIABLE}."
        ) from error


def refuse_unknown_cut(scenario: Scenario, cut: str | None) -> None:
    """Raise Unknown for a shorter version that the scenario does not have."""
    if cut is not None and scenario.cut(cut) is None:
        cuts = ", ".join(known.id for known in scenario.cuts) or "none"
        raise Unknown(f"{scenario.id} has no cut “{cut}”; it has {cuts}.")


def scenario_name(path: Path) -> str | None:
    """Return the name a scenario file is called by, or None for other files."""
    for suffix in SUFFIXES:
        if path.name.endswith(suffix) and not path.name.startswith("."):
            return path.name.removesuffix(suffix)
    return None


def package_of(source: str, attachments: tuple[Attachment, ...]) -> ScenarioPackage:
    """Return the package an exercise was started from; raise Faulty when it cannot be read."""
    read = scenario_from_text(source, attachments)
    if read.package is None:
        raise Faulty("The scenario kept with the exercise cannot be read.", read.findings)
    return read.package
