"""The words that fields of events and commands may hold."""

from typing import Literal

Round = Literal["first", "final"]
Confidence = Literal["low", "moderate", "high"]
Stance = Literal[
    "supports",
    "can_accept",
    "reservation",
    "objects",
    "awaiting",
    "joins",
    "notes",
    "regrets",
]
Kind = Literal["exercise", "rehearsal", "demonstration"]
ClockMode = Literal["stepped", "running"]
ObservationKind = Literal["strength", "improvement", "note"]
TickStatus = Literal["observed", "partial", "not_observed", "not_applicable", "not_assessed"]
Rating = Literal["P", "S", "M", "U", "N"]
Withdrawable = Literal["request", "observation", "issue", "action"]

# The reason that an undo gives for what it recalls or reopens: that was a slip and never stood.
UNDONE = "undone"
