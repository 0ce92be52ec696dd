"""What the screens ask for, as ``gui.services.Services`` describes it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from tabletop.bootstrap.places import reports_folder, signs_folder, written_reports
from tabletop.bootstrap.report_places import exercise_stem, remembered_folders, report_files
from tabletop.bootstrap.signs_of_life import SignsOfLife
from tabletop.bootstrap.workbench import Workbench
from tabletop.exercise.journal import ExerciseSummary
from tabletop.gui.services import NewExercise, Progress, ShippedScenario
from tabletop.live import LiveExercise
from tabletop.scenario.model import Inject, Scenario
from tabletop.scenario.package import ScenarioPackage
from tabletop.scenario.texts import filled
from tabletop.scenario_files.shipped import shipped_folder


class GuiServices:
    """The workbench behind the screens. May be used from several threads."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._live: dict[str, LiveExercise] = {}
        self._signs = SignsOfLife(signs_folder())

    def close(self) -> None:
        """Let go of the database; raise StorageProblem when its log is lost, all being saved."""
        self._bench.close()

    @property
    def assets(self) -> Path:
        """The folder with fonts and icons."""
        return shipped_folder("assets")

    @property
    def database_label(self) -> str:
        """Where exercises are kept, for people."""
        return self._bench.database_label

    def scenarios(self) -> tuple[ShippedScenario, ...]:
        """Return the shipped scenarios and those of the user's folder that can be played."""
        found = []
        for name, path in self._bench.shipped_scenarios.items():
            scenario = self._bench.read(str(path)).scenario
            if scenario is not None:
                found.append(shipped_scenario(name, path, scenario))
        return tuple(found)

    def exercises(self) -> tuple[ExerciseSummary, ...]:
        """Return every exercise, the newest first."""
        return self._bench.exercises()

    def package(self, path: Path) -> ScenarioPackage:
        """Read and check a scenario; raises a sentence when it has errors."""
        return self._bench.package(str(path))

    def start(self, wanted: NewExercise) -> LiveExercise:
        """Create an exercise, deal its cards and open it."""
        stored = self._bench.create(
            self.package(wanted.scenario),
            name=wanted.name,
            cut=wanted.cut,
            kind="rehearsal" if wanted.kind == "rehearsal" else "exercise",
            seats=wanted.seats,
            participants=wanted.participants,
        )
        live = self._bench.live(stored)
        self._bench.seat(live, wanted.participants)
        self._bench.deal_cards(live, wanted.cards)
        self._live[live.exercise_id] = live
        return live

    def open(self, exercise_id: str) -> LiveExercise:
        """Open an exercise; one that is open already is the same one."""
        if exercise_id not in self._live:
            self._live[exercise_id] = self._bench.live(self._bench.stored(exercise_id))
        return self._live[exercise_id]

    def note_sign(self, exercise_id: str) -> None:
        """Leave a sign, outside the record, that a window is open on an exercise."""
        self._signs.note(exercise_id)

    def last_sign(self, exercise_id: str) -> datetime | None:
        """Return when the last such sign was left on this machine, or None."""
        return self._signs.last(exercise_id)

    def forget_sign(self, exercise_id: str) -> None:
        """Take the sign of an exercise away that has ended."""
        self._signs.forget(exercise_id)

    def write_report(
        self,
        exercise_id: str,
        folder: Path,
        formats: Sequence[str],
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> tuple[Path, ...]:
        """Write the after-action report and return the files; call it in the background."""
        from tabletop.bootstrap.report_writing import written_report

        record = self._bench.record(exercise_id)
        return tuple(
            written_report(record, folder, formats, progress=progress, cancelled=cancelled)
        )

    def report_folder(self, exercise_id: str) -> Path:
        """Return the folder where reports of an exercise go by default."""
        summary = self._bench.find(exercise_id)
        return reports_folder() / exercise_stem(summary.id, summary.name)

    def report_files(self, exercise_id: str) -> tuple[Path, ...]:
        """Return the report files of an exercise that are there, also those of commands."""
        elsewhere = remembered_folders(written_reports(), exercise_id)
        return report_files(exercise_id, (self.report_folder(exercise_id), *elsewhere))


def services_factory(database: str | None, *, create: bool = False) -> Callable[[], GuiServices]:
    """Return what makes the services, once and only when they are wanted.

    With ``create`` a database that is named and not there is made.
    """

    def make() -> GuiServices:
        return GuiServices(Workbench(database, create=create))

    return make


def shipped_scenario(name: str, path: Path, scenario: Scenario) -> ShippedScenario:
    """Return what a library card says of a scenario."""
    line = [inject for inject in scenario.injects if not inject.contingency]
    return ShippedScenario(
        id=name,
        path=path,
        title=str(scenario.title),
        summary=str(filled(scenario.summary, scenario.variables, {})),
        marking=str(scenario.marking),
        injects=len(scenario.injects),
        decisions=len(scenario.decisions_by_id),
        seats=len(scenario.roles),
        minutes=int(sum(inject.minutes or 0 for inject in line)),
        cuts=tuple((cut.id, str(cut.title)) for cut in scenario.cuts),
        rules=tuple(dict.fromkeys(d.rule.kind for d in scenario.decisions_by_id.values())),
        story=tuple(_column(scenario, inject) for inject in line),
    )


def _column(scenario: Scenario, inject: Inject) -> tuple[int, int, bool]:
    """Return a column of the story strip: its phase's number, its decisions, whether a branch."""
    phases = [phase.id for phase in scenario.phases]
    phase = phases.index(inject.phase) if inject.phase in phases else 0
    return phase, len(inject.decisions), inject.when is not None
