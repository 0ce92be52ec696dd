"""What the library listed last, in a small file, so that the next start can paint it at once.

The file is a convenience: one that is missing, old, broken or not writable is as good as none.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QJsonDocument

from tabletop.gui.services import ShippedScenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, tzinfo

    from tabletop.exercise.journal import ExerciseSummary

_FORMAT = 1
_OF_ID = 4
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# More would make the start slower for rows that nobody sees before the true list is there.
_MOST_EXERCISES = 60


class KeptExercise(NamedTuple):
    """What the library says of an exercise; ``place`` is where its console was left, in words.

    The day is kept as it is shown, so that the first picture needs no calendar.
    """

    id: str
    name: str
    kind: str
    scenario_title: str
    cut: str | None
    day: str
    status: str
    entries: int
    place: str = ""


class Contents(NamedTuple):
    """All that the library lists."""

    scenarios: tuple[ShippedScenario, ...] = ()
    exercises: tuple[KeptExercise, ...] = ()
    places: tuple[tuple[str, int, str], ...] = ()
    """Where consoles were left: exercise, its entries then, and the place in words."""


def kept(
    summaries: Iterable[ExerciseSummary],
    places: Iterable[tuple[str, int, str]],
    zone: tzinfo | None = None,
) -> tuple[KeptExercise, ...]:
    """Return the rows of exercises; a place counts while nothing was recorded since.

    Days are local, or those of a zone.
    """
    known = {(exercise_id, entries): place for exercise_id, entries, place in places}
    listed = tuple(summaries)
    return tuple(
        KeptExercise(
            summary.id,
            summary.name,
            summary.kind,
            summary.scenario_title,
            summary.cut,
            told,
            summary.status,
            summary.entries,
            known.get((summary.id, summary.entries), ""),
        )
        for summary, told in zip(listed, _days(listed, zone), strict=True)
    )


def _days(summaries: Sequence[ExerciseSummary], zone: tzinfo | None) -> list[str]:
    """Return the days; of one name on one day with the time, at one time with the ids.

    A demonstration is of the same time whenever it is played.
    """
    days = [(one.name, day(one.created_at, zone)) for one in summaries]
    times = [
        (*said, _time(one.created_at, zone)) for one, said in zip(summaries, days, strict=True)
    ]
    of_day, of_time = Counter(days), Counter(times)
    return [
        _told(one, said, alike=of_day[said[:2]] > 1, twins=of_time[said] > 1)
        for one, said in zip(summaries, times, strict=True)
    ]


def _told(summary: ExerciseSummary, said: tuple[str, str, str], *, alike: bool, twins: bool) -> str:
    _, of_day, of_time = said
    if twins:
        # As much as a row has room for: names of reports hold it as well, and the list of commands.
        return f"{summary.id[:_OF_ID]} · {of_day}"
    return f"{of_day} {of_time}" if alike else of_day


def day(moment: datetime, zone: tzinfo | None = None) -> str:
    """Return the local day of a moment, or that of a zone."""
    local = moment.astimezone(zone)
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def _time(moment: datetime, zone: tzinfo | None) -> str:
    local = moment.astimezone(zone)
    return f"{local.hour:02d}:{local.minute:02d}"


def read_cache(file: Path) -> Contents | None:
    """Return what was listed last, or None when nothing usable is there."""
    try:
        # Python's own reader would have to be loaded first, which takes longer than to read.
        values: Any = QJsonDocument.fromJson(file.read_bytes()).toVariant()
        return _contents(values) if values["format"] == _FORMAT else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_cache(file: Path, contents: Contents) -> None:
    """Keep what is listed now; what cannot be kept costs the next start a moment, nothing else."""
    import json

    few = contents.exercises[:_MOST_EXERCISES]
    values = {
        "format": _FORMAT,
        "scenarios": [{**one._asdict(), "path": str(one.path)} for one in contents.scenarios],
        "exercises": [one._asdict() for one in few],
        "places": [list(place) for place in contents.places[:_MOST_EXERCISES]],
    }
    beside = file.with_name(f"{file.name}.new")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
        beside.replace(file)


def _contents(values: dict[str, Any]) -> Contents:
    return Contents(
        tuple(_scenario(one) for one in values["scenarios"]),
        tuple(_exercise(one) for one in values["exercises"]),
        tuple((str(a), int(b), str(c)) for a, b, c in values["places"]),
    )


def _scenario(values: dict[str, Any]) -> ShippedScenario:
    return ShippedScenario(
        id=_text(values["id"]),
        path=Path(values["path"]),
        title=_text(values["title"]),
        summary=_text(values["summary"]),
        marking=_text(values["marking"]),
        injects=int(values["injects"]),
        decisions=int(values["decisions"]),
        seats=int(values["seats"]),
        minutes=int(values["minutes"]),
        cuts=tuple((_text(cut), _text(title)) for cut, title in values["cuts"]),
        rules=tuple(_text(rule) for rule in values["rules"]),
        story=tuple((int(p), int(d), bool(c)) for p, d, c in values["story"]),
    )


def _exercise(values: dict[str, Any]) -> KeptExercise:
    cut = values["cut"]
    return KeptExercise(
        id=_text(values["id"]),
        name=_text(values["name"]),
        kind=_text(values["kind"]),
        scenario_title=_text(values["scenario_title"]),
        cut=None if cut is None else _text(cut),
        day=_text(values["day"]),
        status=_text(values["status"]),
        entries=int(values["entries"]),
        place=_text(values["place"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} should be a text")
    return value
