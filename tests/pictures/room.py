"""Pictures of the audience window with Calm Front: python -m tests.pictures.room FOLDER [PART …].

Every sheet of every inject and its variants, and of the demonstration's questions, positions,
silences and results; then holding, paused, blank and frozen. With PARTs only the names that contain
one.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tabletop.exercise.events import (
    DecisionClosed,
    ExerciseCreated,
    ExerciseStarted,
    InjectReleased,
    OutcomeDeclared,
    PositionsRevealed,
    ProposalPut,
    SilenceBroken,
    TextCirculated,
)
from tabletop.exercise.folding import apply
from tabletop.exercise.journal import Entry
from tabletop.exercise.state import initial_state
from tabletop.gui.room.showing import Showing
from tabletop.gui.room.view import room_view
from tabletop.scenario_files.reader import read_scenario
from tabletop.scenario_files.transcript_reader import transcript_from_text
from tabletop.scenario_files.transcripts import play

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tabletop.exercise.events import Event, Round
    from tabletop.exercise.state import ExerciseState
    from tabletop.gui.room.rows import RoomView
    from tabletop.scenario.package import ScenarioPackage

ROOT = Path(__file__).parents[2]
SIZES = ((1920, 1080), (1366, 768), (800, 600))
FEW = (
    *("I-01", "I-07", "question-D6", "result-D6", "closed-D6", "silence-D14-told"),
    *("positions-D6-first", "question-D6-own-words"),
)
OWN_WORDS = (
    "The Council [condemns] the launch of 4 March, **expects an answer within 48 hours**, and will "
    "meet again on 8 March to consider what further steps the safety of all Allies requires."
)
JOIN_CODE = "472 193"


@dataclass(frozen=True)
class Scene:
    """A view worth a picture, under its name."""

    name: str
    view: RoomView


@dataclass
class _Table:
    """A scenario at a moment of its exercise."""

    package: ScenarioPackage
    state: ExerciseState
    now: datetime

    def happen(self, event: Event, after: float = 1) -> None:
        """Let an event stand in the journal so many minutes later."""
        self.now += timedelta(minutes=after)
        seq = self.state.head + 1
        entry = Entry("pictures", seq, self.now, f"c{seq}", 0, "pictures", event)
        self.state = apply(self.state, entry)

    def scene(self, name: str, showing: Showing, after: float = 0.4) -> Scene:
        """Return what the room sees a little later."""
        at = self.now + timedelta(minutes=after)
        return Scene(name, room_view(self.package, self.state, showing, at))


def calm_front() -> ScenarioPackage:
    """Return the shipped scenario."""
    package = read_scenario(ROOT / "scenarios" / "calm-front.ttx.yaml").package
    assert package is not None
    return package


def scenes() -> Iterator[Scene]:
    """Yield every view of the room, first of its sheets only."""
    package = calm_front()
    yield from _states(package)
    yield from _injects(package)
    yield from _decisions(package)


def _begun(package: ScenarioPackage) -> _Table:
    scenario = package.scenario
    table = _Table(package, initial_state(scenario), scenario.starts)
    seats = tuple(scenario.roles_by_id)
    created = ExerciseCreated(
        "Pictures", "exercise", scenario.id, scenario.version, package.sha256, None, seats
    )
    table.happen(created, 0)
    table.happen(ExerciseStarted())
    return table


def _release(table: _Table, inject_id: str, variant: int | None = None) -> None:
    inject = table.package.scenario.injects_by_id[inject_id]
    at = inject.at.after(table.package.scenario.starts) if inject.at else None
    time = at or table.state.scenario_time(table.now)
    table.happen(InjectReleased(inject_id, time, variant=variant), 5)


def _injects(package: ScenarioPackage) -> Iterator[Scene]:
    begun = _begun(package)
    for inject in package.scenario.injects:
        for variant in (None, *range(len(inject.variants))):
            table = replace(begun)
            _release(table, inject.id, variant)
            name = inject.id if variant is None else f"{inject.id}-variant-{variant + 1}"
            yield table.scene(name, Showing().of("inject", inject.id))


def _states(package: ScenarioPackage) -> Iterator[Scene]:
    table = _Table(package, initial_state(package.scenario), package.scenario.starts)
    yield table.scene("holding-before", replace(Showing(), join_code=JOIN_CODE))
    table = _begun(package)
    yield table.scene("holding-break", Showing().of("holding", line="We go on at 14:00."))
    _release(table, "I-01")
    shown = table.scene("joining", replace(Showing().of("inject", "I-01"), join_code=JOIN_CODE))
    yield shown
    yield Scene("paused", replace(shown.view, paused=True))
    yield Scene("frozen", replace(shown.view, frozen=True))
    yield Scene("blank", replace(shown.view, blank=True))


def _decisions(package: ScenarioPackage) -> Iterator[Scene]:
    """Yield each decision before it closes and after, each silence, each result when revealed."""
    path = ROOT / "scenarios" / "demonstrations" / "calm-front.transcript.yaml"
    transcript = transcript_from_text(path.read_text(encoding="utf-8")).transcript
    assert transcript is not None
    table = _Table(package, initial_state(package.scenario), transcript.held)
    for entry in play(transcript, package, exercise_id="pictures").entries:
        if isinstance(entry.event, DecisionClosed | OutcomeDeclared):
            yield from _before(table, entry.event.decision_id)
        table.state = apply(table.state, entry)
        table.now = entry.at.astimezone(transcript.held.tzinfo)
        if isinstance(entry.event, TextCirculated | SilenceBroken):
            told = "broken" if isinstance(entry.event, SilenceBroken) else "circulated"
            shown = Showing().of("decision", entry.event.decision_id)
            yield table.scene(f"silence-{shown.part}-{told}-{entry.seq}", shown, 0.6)
        if isinstance(entry.event, SilenceBroken):
            yield from _broken(table, entry.event.decision_id)
        if isinstance(entry.event, DecisionClosed | OutcomeDeclared):
            yield from _after(table, entry.event.decision_id)


def _broken(table: _Table, decision_id: str) -> Iterator[Scene]:
    """Yield a broken silence that the room is told of, and closed then."""
    shown = Showing().of("decision", decision_id)
    told = replace(table)
    told.happen(PositionsRevealed(decision_id, "final"))
    yield told.scene(f"silence-{decision_id}-told", shown)
    told.happen(DecisionClosed(decision_id, "no_agreement", None, ()), 0)
    yield told.scene(f"closed-{decision_id}-broken", shown)
    yield told.scene(f"result-{decision_id}-broken", replace(shown, kind="result"))


def _before(table: _Table, decision_id: str) -> Iterator[Scene]:
    shown = Showing().of("decision", decision_id)
    run = table.state.decision_run(decision_id)
    if run.circulation is not None:
        yield table.scene(f"silence-{decision_id}-over", shown)
        return
    yield table.scene(f"question-{decision_id}", shown)
    told = replace(table)
    for told_round in _rounds_taken(table, decision_id):
        told.happen(PositionsRevealed(decision_id, told_round), 0)
        yield told.scene(f"positions-{decision_id}-{told_round}", shown)
    if decision_id == "D6":
        yield from _own_words(table, decision_id)


def _rounds_taken(table: _Table, decision_id: str) -> tuple[Round, ...]:
    """Return the rounds that can be revealed: the first only where seats took one."""
    has_first = table.state.decision_run(decision_id).standing("first")
    return ("first", "final") if has_first else ("final",)


def _own_words(table: _Table, decision_id: str) -> Iterator[Scene]:
    """Yield the decision with words that the chair proposes in place of an option."""
    shown = Showing().of("decision", decision_id)
    told = replace(table)
    told.happen(ProposalPut(decision_id, "4", OWN_WORDS))
    yield told.scene(f"question-{decision_id}-own-words", shown)
    told.happen(PositionsRevealed(decision_id, "first"))
    yield told.scene(f"positions-{decision_id}-own-words", shown)


def _after(table: _Table, decision_id: str) -> Iterator[Scene]:
    waiting = Showing().of("decision", decision_id)
    yield table.scene(f"closed-{decision_id}", waiting)
    shown = Showing().of("result", decision_id)
    yield table.scene(f"result-{decision_id}-hidden", shown)
    told = replace(table)
    for told_round in _rounds_taken(table, decision_id):
        told.happen(PositionsRevealed(decision_id, told_round), 0)
    yield told.scene(f"closed-{decision_id}-revealed", waiting)
    yield told.scene(f"result-{decision_id}", shown)
    if decision_id == "D6":
        yield told.scene(f"result-{decision_id}-not-attributed", replace(shown, attributed=False))


def main(folder: Path, parts: tuple[str, ...] = ()) -> None:
    """Write all pictures into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from tabletop.gui.room.painting import room_image
    from tabletop.gui.room.sheets import sheet_count
    from tabletop.gui.theme.typography import load_fonts

    application = QApplication.instance() or QApplication([])
    load_fonts(ROOT / "assets" / "fonts")
    folder.mkdir(parents=True, exist_ok=True)
    for scene in scenes():
        if parts and not any(part in scene.name for part in parts):
            continue
        for sheet in range(1, sheet_count(scene.view.page) + 1):
            for width, height in SIZES:
                if width > 800 or scene.name in FEW:
                    image = room_image(replace(scene.view, sheet=sheet), QSize(width, height))
                    image.save(str(folder / f"room-{scene.name}-{sheet}-{width}.png"))
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]))
