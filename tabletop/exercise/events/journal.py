"""Entries about other entries: corrections and undoing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntryCorrected:
    """An evaluator's correction; it stands beside the original entry."""

    corrected_seq: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EntryUndone:
    """The events before it in the same command are the inverse of the entry ``undone_seq``."""

    undone_seq: int
    label: str


JournalEvent = EntryCorrected | EntryUndone
