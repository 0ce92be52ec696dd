"""The look at machine and scenario: hints, never a bar to starting."""

from tabletop.gui.start.preflight import FONTS, Machine, Screen, checks, heading
from tabletop.gui.start.rows import changed, seat_rows
from tabletop.scenario.findings import warning
from tests.gui.start.samples import scenario

SCENARIO = scenario()
ROWS = seat_rows(SCENARIO)
LAPTOP = Screen("eDP-1", "Laptop", 1366, 768, is_primary=True)
PROJECTOR = Screen("HDMI-1", "Projector", 1920, 1080, is_primary=False)
WELL = Machine(212_000_000_000, "exercises.db", 0.0004)


def look(rows=ROWS, screens=(LAPTOP, PROJECTOR), fonts=FONTS, machine=WELL, findings=()):
    return checks(rows, screens, fonts, machine, SCENARIO, findings)


def found(listed, check_id):
    return next(check for check in listed if check.id == check_id)


def test_a_machine_in_order_has_no_hints():
    listed = look()
    assert heading(listed) == "Ready to run"
    assert all(check.is_fine for check in listed)
    assert [check.id for check in listed] == [
        "seats",
        "screen",
        "fonts",
        "disk",
        "database",
        "scenario",
    ]
    assert found(listed, "screen").found == "Projector, 1920 × 1080"
    assert found(listed, "disk").found == "212 GB free"


def test_hints_stand_first_and_are_counted():
    listed = look(screens=(LAPTOP,), findings=(warning(("injects", "I-17"), "x", "no addressee"),))
    assert heading(listed) == "Ready to run, 2 hints"
    assert [check.is_fine for check in listed[:3]] == [False, False, True]
    assert found(listed, "scenario").found == "I-17: no addressee."
    assert heading(look(screens=(LAPTOP,))) == "Ready to run, 1 hint"


def test_an_empty_seat_among_named_ones_leads_there():
    rows = [row if row.role == "ITA" else changed([row], 0, person="x")[0] for row in ROWS]
    seat = found(look(rows), "seats")
    assert (seat.name, seat.repair) == ("1 seat has no name", ("ITA", "Go to ITA"))
    rows = [changed([row], 0, person="x")[0] if row.decides else row for row in ROWS]
    assert found(look(rows), "seats").is_fine


def test_an_exercise_in_which_nobody_decides_is_a_hint():
    rows = [changed([row], 0, played=not row.decides)[0] for row in ROWS]
    assert found(look(rows), "seats").name == "No seat decides"


def test_a_full_disk_and_a_slow_or_absent_database_are_hints():
    assert found(look(machine=Machine(90_000_000, "x", 0.1)), "disk").found.startswith("Only 90 MB")
    assert not found(look(machine=Machine(10**12, "x", 2.5)), "database").is_fine
    away = Machine(10**12, "x", None, "exercises.db is locked.")
    assert found(look(machine=away), "database").found == "exercises.db is locked."


def test_a_database_elsewhere_has_no_disk_here():
    ids = [check.id for check in look(machine=Machine(None, "server/exercises", 0.01))]
    assert "disk" not in ids


def test_missing_fonts_are_named():
    assert found(look(fonts=("Inter",)), "fonts").found.startswith("Noto Serif did not load")


def test_what_is_not_known_yet_is_left_out():
    listed = checks((), (LAPTOP, PROJECTOR), FONTS, None, None)
    assert [check.id for check in listed] == ["screen", "fonts"]


def test_one_of_a_thing_is_said_in_the_singular():
    assert found(look(), "scenario").found == "1 inject, 1 decision, no findings"
