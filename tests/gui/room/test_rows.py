"""The rows are the fence: what has no field cannot be shown."""

from dataclasses import fields, is_dataclass

from tabletop.gui.room import rows

FORBIDDEN = {
    *("notes", "prompts", "expected", "answer", "answers", "truth", "fact", "facts", "card"),
    *("reason", "condition", "grade", "handouts", "brief", "cost", "objectives", "storyline"),
}


def test_no_row_has_a_field_for_the_facilitator():
    kinds = [kind for kind in vars(rows).values() if is_dataclass(kind)]
    named = {field.name for kind in kinds for field in fields(kind)}
    assert len(kinds) > 10
    assert named & FORBIDDEN == set()


def test_every_row_is_frozen_and_can_be_compared():
    kinds = [kind for kind in vars(rows).values() if is_dataclass(kind)]
    assert all(kind.__dataclass_params__.frozen for kind in kinds)
    assert rows.Place(1, 7) == rows.Place(1, 7)
