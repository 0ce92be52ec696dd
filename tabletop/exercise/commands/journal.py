"""What is done to earlier entries, which themselves stay as they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    """Put a correction beside an entry; the entry stays as it is."""

    corrected_seq: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last thing that can be taken back.

    ``seq`` is the step meant, by its first entry: whoever reads what undo would do names it, so
    that nothing recorded meanwhile is taken back in its place. None takes back whatever is last.
    """

    seq: int | None = None


JournalCommand = CorrectEntry | Undo
