"""Small exercises to keep, and how to write them."""

from datetime import UTC, datetime, timedelta

from tabletop.exercise.events import ExerciseCreated, PositionTaken
from tabletop.exercise.journal import FIRST_HASH, Head, Participant, new_entries
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import Attachment, ScenarioPackage

STARTEX = datetime(2031, 3, 4, 6, 0, tzinfo=UTC)
SCENARIO = Scenario(
    tabletop=1, id="calm-front", title="Calm Front – Ήρεμο Μέτωπο", starts=STARTEX.isoformat()
)
PACKAGE = ScenarioPackage(
    SCENARIO,
    "tabletop: 1\r\ntitle: Calm Front – Ήρεμο Μέτωπο\n",
    (Attachment("map.svg", b"<svg/>"),),
)
CREATED = ExerciseCreated(
    "Spring course", "exercise", "calm-front", "1.0", PACKAGE.sha256, "half-day", ("TUR", "GRC")
)
PEOPLE = (
    Participant("p1", "TUR", "A. Demir", "Ministry of Foreign Affairs"),
    Participant("p2", "GRC", "E. Ioannou"),
)


def position(number=0, **changes):
    values = {"reason": f"reason {number}", **changes}
    return PositionTaken("D1", "TUR", "final", "c", **values)


def read_package(source, attachments):
    return ScenarioPackage(SCENARIO, source, attachments)


def created(library, exercise_id="ex-1", **changes):
    values = {"at": STARTEX, "command_id": "start", "actor": "facilitator", **changes}
    return library.create(exercise_id, PACKAGE, CREATED, **values)


def appended(journal, *events, command_id="c1", minutes=1, **changes):
    values = {"actor": "facilitator", "status": "running", **changes}
    at = STARTEX + timedelta(minutes=minutes)
    return journal.append(events or (position(),), at=at, command_id=command_id, **values)


def filled(library, count, exercise_id="ex-1"):
    """Create an exercise with so many positions behind its first entry."""
    journal = created(library, exercise_id, participants=PEOPLE).journal
    for number in range(count):
        appended(journal, position(number), command_id=f"c{number}", minutes=number)
    return journal


def chain(*events, exercise_id="ex-1"):
    """Return the entries of a whole exercise, one command each."""
    entries, head = (), Head(0, FIRST_HASH)
    for number, event in enumerate((CREATED, *events)):
        at = STARTEX + timedelta(minutes=number)
        entries += new_entries(
            (event,), exercise_id=exercise_id, head=head, at=at, command_id=f"c{number}", actor="f"
        )
        head = Head(entries[-1].seq, entries[-1].hash)
    return entries
