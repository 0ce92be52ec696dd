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


@dataclass(frozen=True, slots=True)
class EntryKept:
    """Undo could not take the entry back, ``because`` of a refusal, and does not try it again."""

    kept_seq: int
    label: str
    because: str


JournalEvent = EntryCorrected | EntryUndone | EntryKept
