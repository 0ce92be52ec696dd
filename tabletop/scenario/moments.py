"""Scenario times as an author writes them: ``D+2 10:00`` or ``+5h``."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

_DAY = re.compile(
    r"D(?:\+(?P<day>[0-9]{1,4})|-(?P<before>[0-9]{1,4}))?\s+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
)
_OFFSET = re.compile(
    r"\+(?:(?P<days>[0-9]{1,4})d)?\s*(?:(?P<hours>[0-9]{1,5})h)?\s*(?:(?P<minutes>[0-9]{1,6})m)?"
)
_DATE = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of scenario time: days and minutes from midnight of D-Day, or from ``starts``."""

    text: str
    offset: timedelta
    from_midnight: bool

    def after(self, starts: datetime) -> datetime:
        """Return the aware date and time, in the offset of ``starts``."""
        origin = starts
        if self.from_midnight:
            origin = starts.replace(hour=0, minute=0, second=0, microsecond=0)
        return origin + self.offset

    def __str__(self) -> str:
        return self.text


def moment(text: str) -> Moment:
    """Parse ``D+n HH:MM``, ``D HH:MM`` or ``+5h``, ``+90m``, ``+1d 2h``; raise ValueError."""
    cleaned = text.strip()
    if found := _DAY.fullmatch(cleaned):
        day = int(found["day"] or 0) - int(found["before"] or 0)
        hour, minute = int(found["hour"]), int(found["minute"])
        if hour > 23 or minute > 59:
            raise ValueError(f"“{text}” is no time of day; hours go to 23, minutes to 59")
        return Moment(cleaned, timedelta(days=day, hours=hour, minutes=minute), from_midnight=True)
    found = _OFFSET.fullmatch(cleaned)
    if found and any(found.groups()):
        parts = {unit: int(found[unit] or 0) for unit in ("days", "hours", "minutes")}
        return Moment(cleaned, timedelta(**parts), from_midnight=False)
    raise ValueError(f"“{text}” is no scenario time; write D+2 10:00, or +5h, or +90m")


def day_and_time(at: datetime, starts: datetime) -> str:
    """Return a scenario time for people: ``D+2 10:00Z``, in the offset of ``starts``."""
    local = at.astimezone(starts.tzinfo)
    days = (local.date() - starts.date()).days
    day = "D-Day" if days == 0 else f"D{days:+d}"
    offset = starts.utcoffset()
    zone = "Z" if not offset else ""
    return f"{day} {local:%H:%M}{zone}"


def _parsed(parse: Callable[[str], Any], kind: type, example: str) -> Callable[[Any], Any]:
    def validate(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        if not isinstance(value, str):
            raise ValueError(f"should be a time, like {example}")  # noqa: TRY004 (pydantic)
        return parse(value)

    return validate


def _aware(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError as error:
        day = _DATE.match(text.strip())
        if day and 1 <= int(day["month"]) <= 12 and 1 <= int(day["year"]) <= 9999:
            last = monthrange(int(day["year"]), int(day["month"]))[1]
            if not 1 <= int(day["day"]) <= last:
                words = f"“{text}” is no date: that month has no day {int(day['day'])}"
                raise ValueError(f"{words}; it ends with day {last}") from error
        raise ValueError(f"“{text}” is no date and time; write 2031-03-04T06:00:00Z") from error
    if at.tzinfo is None:
        raise ValueError(f"“{text}” has no time zone; add Z for UTC, or an offset like +01:00")
    # Days are counted on from here; near the ends of the calendar that would overflow.
    if not 1900 <= at.year <= 2999:
        raise ValueError(f"“{text}” is too far away; the year should be between 1900 and 2999")
    return at


When = Annotated[
    Moment,
    BeforeValidator(_parsed(moment, Moment, "D+2 10:00")),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["D+2 10:00", "+5h", "+90m"]}),
]
AwareTime = Annotated[
    datetime,
    BeforeValidator(_parsed(_aware, datetime, "2031-03-04T06:00:00Z")),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
