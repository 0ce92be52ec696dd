"""Who sat where, and which role cards the seats held."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeatPresent:
    """``participant_id`` names the person in a table of its own.

    Empty leaves the person who was there; ``unnamed`` says that no named person sits there.
    """

    role: str
    participant_id: str = ""
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class SeatAbsent:
    role: str


@dataclass(frozen=True, slots=True)
class CardGiven:
    role: str
    card: str


@dataclass(frozen=True, slots=True)
class CardTakenBack:
    role: str
    card: str


SeatEvent = SeatPresent | SeatAbsent | CardGiven | CardTakenBack
