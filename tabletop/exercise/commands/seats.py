"""Attendance and role cards."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkPresent:
    """``participant_id`` empty leaves the person who was there; ``unnamed`` takes it out."""

    role: str
    participant_id: str = ""
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    role: str


@dataclass(frozen=True, slots=True)
class GiveCard:
    role: str
    card: str


@dataclass(frozen=True, slots=True)
class TakeCardBack:
    role: str
    card: str


SeatCommand = MarkPresent | MarkAbsent | GiveCard | TakeCardBack
