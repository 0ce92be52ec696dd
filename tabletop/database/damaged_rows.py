"""What the list says of an exercise whose row somebody changed: enough to name it, no more."""

from datetime import UTC, datetime
from typing import Any

from tabletop.database.people import storable
from tabletop.exercise.journal import DAMAGED, FIRST_HASH, ExerciseSummary

# Stands where no time can be read. Far from the edges, because every screen shows it as local.
_UNKNOWN_TIME = datetime(1970, 1, 2, tzinfo=UTC)
_LAST_YEAR = 9998


def damaged_summary(row: Any, damage: str) -> ExerciseSummary:
    """Return a row that lists an exercise and cannot mislead: any field may hold anything."""
    return ExerciseSummary(
        id=readable(row.id),
        name=_one_line(row.name) or readable(row.id),
        kind=_one_line(row.kind),
        scenario_id=_one_line(row.scenario_id),
        scenario_title=_one_line(row.scenario_title),
        cut=None if row.cut is None else _one_line(row.cut),
        created_at=_moment(row.created_at),
        status=DAMAGED,
        entries=row.head_seq if isinstance(row.head_seq, int) else 0,
        head=FIRST_HASH,
        damage=damage,
    )


def readable(value: object) -> str:
    """Return any value as text that can be shown."""
    return storable(str(value))


def _one_line(value: object) -> str:
    return " ".join(readable(value).split())


def _moment(value: object) -> datetime:
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return _UNKNOWN_TIME
    if not _UNKNOWN_TIME.year <= found.year <= _LAST_YEAR:
        return _UNKNOWN_TIME
    return found if found.tzinfo else found.replace(tzinfo=UTC)
