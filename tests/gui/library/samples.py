"""Scenarios, exercises and services as the library meets them, without a database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from tabletop.gui.library.cache import Contents, KeptExercise
from tabletop.gui.services import NewExercise, ShippedScenario

MARKING = "UNCLASSIFIED – FOR EXERCISE PURPOSES ONLY"


def _story(*phases: str) -> tuple[tuple[int, int, bool], ...]:
    """Return a story from words: d a decision, . none, b a branch with a decision."""
    return tuple(
        (number, int(column != "."), column == "b")
        for number, phase in enumerate(phases)
        for column in phase
    )


CALM_FRONT = ShippedScenario(
    "calm-front",
    Path("scenarios/calm-front.ttx.yaml"),
    "Calm Front",
    "A missile is shot down over the eastern sea. Ten Allies consult, and ask where collective "
    "defence begins.",
    MARKING,
    26,
    21,
    10,
    360,
    (("half-day", "Half-day version"),),
    ("consensus", "silence", "on_request", "each"),
    _story(".d.dd", "dddddd", "dddbbdd", "ddbb", "dd"),
)
SILENT_STRAND = ShippedScenario(
    "silent-strand",
    Path("scenarios/silent-strand.ttx.yaml"),
    "Silent Strand",
    "Three cables fail in the Baltic and a ship slows down above them. Who did it stays unproven.",
    MARKING,
    10,
    9,
    8,
    180,
    (),
    ("each", "authority", "silence"),
    _story(".ddd", "bbd", "ddd"),
)
QUIET_RUNWAY = ShippedScenario(
    "quiet-runway",
    Path("scenarios/quiet-runway.ttx.yaml"),
    "Quiet Runway",
    "Drones close five airports in one night. Ministries, police and Allies share one sky.",
    MARKING,
    9,
    9,
    9,
    150,
    (),
    ("majority", "authority", "consensus"),
    _story("ddd", "ddd", "ddd"),
)
COLD_BERTH = ShippedScenario(
    "cold-berth",
    Path("scenarios/cold-berth.ttx.yaml"),
    "Cold Berth",
    "Ransomware stops a port and a hospital. One command, one log, one public voice.",
    MARKING,
    10,
    10,
    8,
    180,
    (),
    ("authority", "majority", "ranking"),
    _story("ddd", "dddd", "ddd"),
)
SHIPPED = (CALM_FRONT, SILENT_STRAND, QUIET_RUNWAY, COLD_BERTH)


def exercise(
    number: int, name: str, status: str, day: str, *, kind: str = "exercise", place: str = ""
) -> KeptExercise:
    """Return an exercise of the list."""
    title = next((s.title for s in SHIPPED if name.startswith(s.title)), "Calm Front")
    return KeptExercise(f"e{number}", name, kind, title, None, day, status, 100 + number, place)


TYPICAL = Contents(
    SHIPPED,
    (
        exercise(
            1,
            "Calm Front, Brussels",
            "running",
            "12 Nov 2026",
            place="In the room: I-09 No request from Ankara. D6 is open.",
        ),
        exercise(2, "Silent Strand, Tallinn", "paused", "10 Nov 2026"),
        exercise(3, "Cold Berth, city staff", "ended", "3 Nov 2026"),
        exercise(4, "Calm Front, spring course", "ended", "12 May 2026"),
        exercise(5, "Quiet Runway, aviation cell", "ended", "21 Apr 2026"),
        exercise(6, "Calm Front, dry run", "ended", "11 Apr 2026", kind="rehearsal"),
        exercise(7, "Council away day", "ready", "2 Apr 2026"),
    ),
)


def full(scenarios: int = 24, exercises: int = 400) -> Contents:
    """Return a library after some years of use."""
    many = tuple(
        ShippedScenario(
            f"{base.id}-{number}",
            base.path,
            f"{base.title} {number}" if number else base.title,
            base.summary,
            MARKING,
            base.injects,
            base.decisions,
            base.seats,
            base.minutes,
            base.cuts,
            base.rules,
            base.story,
        )
        for number in range(-(-scenarios // len(SHIPPED)))
        for base in SHIPPED
    )
    statuses = ("ended", "ended", "ready", "paused")
    listed = tuple(
        exercise(n, f"Course {n}, group {n % 7}", statuses[n % 4], f"11 Mar 202{n % 6}")
        for n in range(exercises)
    )
    return Contents(many[:scenarios], TYPICAL.exercises[:1] + listed)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a database says of an exercise."""

    id: str
    name: str
    kind: str
    scenario_id: str
    scenario_title: str
    cut: str | None
    created_at: datetime
    status: str
    entries: int
    head: str = ""


def summary_of(kept: KeptExercise) -> Summary:
    """Return the database's row of an exercise."""
    created = datetime.strptime(kept.day, "%d %b %Y").replace(tzinfo=UTC)
    return Summary(
        kept.id,
        kept.name,
        kept.kind,
        "calm-front",
        kept.scenario_title,
        kept.cut,
        created,
        kept.status,
        kept.entries,
    )


@dataclass
class FakeServices:
    """Services that keep lists; ``refuse`` makes starting and opening fail."""

    folder: Path
    contents: Contents = TYPICAL
    live_of: Callable[[str], object] = lambda exercise_id: object()
    refuse: Exception | None = None
    hold_report: Event = field(default_factory=Event)
    started: list[NewExercise] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    package_of: Callable[[Path], object] | None = None
    written_elsewhere: dict[str, tuple[Path, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hold_report.set()

    @property
    def assets(self) -> Path:
        return Path(__file__).parents[3] / "assets"

    @property
    def database_label(self) -> str:
        return "exercises.db"

    def scenarios(self) -> tuple[ShippedScenario, ...]:
        return self.contents.scenarios

    def exercises(self) -> tuple[Summary, ...]:
        return tuple(summary_of(one) for one in self.contents.exercises)

    def package(self, path: Path) -> object:
        if self.package_of is None:
            raise FileNotFoundError(f"There is no scenario {path}.")
        return self.package_of(path)

    def start(self, wanted: NewExercise) -> object:
        if self.refuse is not None:
            raise self.refuse
        self.started.append(wanted)
        return self.live_of("new")

    def open(self, exercise_id: str) -> object:
        if self.refuse is not None:
            raise self.refuse
        self.opened.append(exercise_id)
        return self.live_of(exercise_id)

    def note_sign(self, exercise_id: str) -> None:
        """The library opens no window that would sign."""

    def last_sign(self, exercise_id: str) -> None:
        return None

    def forget_sign(self, exercise_id: str) -> None:
        """There is none."""

    def write_report(
        self,
        exercise_id: str,
        folder: Path,
        formats: Sequence[str],
        progress: Callable[[str, float], None],
        cancelled: Callable[[], bool],
    ) -> tuple[Path, ...]:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for number, name in enumerate(formats):
            progress(f"Writing {name.upper()}", number / len(formats))
            self.hold_report.wait(5)
            if cancelled():
                raise InterruptedError("The report was stopped.")
            path = folder / f"{exercise_id}-report.{name}"
            path.write_text("report", encoding="utf-8")
            written.append(path)
        return tuple(written)

    def report_folder(self, exercise_id: str) -> Path:
        return self.folder / exercise_id

    def report_files(self, exercise_id: str) -> tuple[Path, ...]:
        folder = self.report_folder(exercise_id)
        own = sorted(folder.glob("*-report.*")) if folder.is_dir() else []
        return (*own, *self.written_elsewhere.get(exercise_id, ()))
