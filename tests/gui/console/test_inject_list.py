"""The list of injects costs what is in sight, however long the scenario is."""

from collections import Counter

from tabletop.exercise.commands import ReleaseInject
from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.memory import MemoryLibrary
from tabletop.gui.console import inject_list
from tabletop.gui.console.inject_list import InjectListView
from tabletop.gui.console.rows.injects import lines
from tabletop.gui.situation import Situation
from tabletop.live import LiveExercise
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import ScenarioPackage

INJECTS = 400


def long_exercise(clock):
    injects = [
        {"id": f"I-{n:03d}", "title": f"Inject {n}", "at": f"+{n}m", "phase": "one", "body": "Text"}
        for n in range(1, INJECTS + 1)
    ]
    scenario = Scenario.model_validate(
        {
            "tabletop": "1",
            "id": "long",
            "title": "Long",
            "marking": "EXERCISE",
            "starts": "2031-03-04T06:00:00Z",
            "roles": [{"id": "TUR", "title": "TUR", "decides": "true"}],
            "phases": [{"id": "one", "title": "One"}],
            "injects": injects,
        },
        context={"language": "en"},
    )
    package = ScenarioPackage(scenario, "source")
    event = ExerciseCreated("Long", "exercise", "long", "1", package.sha256, None, ("TUR",))
    library = MemoryLibrary()
    opened = library.create("x1", package, event, at=clock(), command_id="c0", actor="facilitator")
    return LiveExercise(opened, clock)


def test_rows_are_made_only_for_what_is_in_sight(qtbot, shipped_theme, clock, monkeypatch):
    made = Counter()
    make = inject_list.inject_row

    def counted(inject_id, situation):
        made[inject_id] += 1
        return make(inject_id, situation)

    monkeypatch.setattr(inject_list, "inject_row", counted)
    live = long_exercise(clock)
    view = InjectListView(shipped_theme, "injects")
    qtbot.addWidget(view)
    view.resize(320, 400)
    view.show_situation(lines(live.state), Situation(live.state, clock()))
    view.show()
    view.set_current("I-200")
    view.grab()
    assert "I-200" in made
    assert len(made) < 60

    made.clear()
    live.send(ReleaseInject("I-001"), command_id="release", actor="facilitator")
    view.show_situation(lines(live.state), Situation(live.state, clock()))
    view.grab()
    assert "I-200" in made
    assert len(made) < 60
