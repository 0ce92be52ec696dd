"""Words and numbers as the report writes them. Parts of sentences, without markup."""

from collections.abc import Sequence
from datetime import date

from tabletop.exercise.records import Outcome
from tabletop.plots.picture import number
from tabletop.report.content import Tone

MISSING = "–"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")

STATUSES = {
    "adopted": "Adopted",
    "no_agreement": "No agreement",
    "not_requested": "Not requested",
    "recorded": "Recorded",
    "ranked": "Ranked",
    "withdrawn": "Withdrawn",
    "not_taken": "Not taken",
    "not_opened": "Not opened",
    "open": "Open",
}
TONES: dict[str, Tone] = {
    "adopted": "supports",
    "no_agreement": "objects",
    "not_requested": "neutral",
    "recorded": "neutral",
    "ranked": "neutral",
    "withdrawn": "withdrawn",
    "not_taken": "withdrawn",
    "not_opened": "withdrawn",
    "open": "awaiting",
}
RULES = {
    "on_request": "on request",
    "consensus": "consensus",
    "silence": "silence",
    "authority": "authority",
    "majority": "majority",
    "each": "each seat for itself",
    "ranking": "ranking",
    "discussion": "discussion",
}
STANCES = {
    "supports": "supports",
    "can_accept": "can accept",
    "reservation": "reservation",
    "objects": "objects",
    "awaiting": "awaiting instructions",
    "joins": "joins",
    "notes": "notes",
    "regrets": "regrets",
}
STANCE_TONES: dict[str, Tone] = {
    "supports": "supports",
    "can_accept": "can_accept",
    "reservation": "reservation",
    "objects": "objects",
    "awaiting": "awaiting",
    "joins": "supports",
    "notes": "can_accept",
    "regrets": "reservation",
}
DISSENTS = {
    "reservation": "reservation",
    "objection": "objection",
    "silence_break": "broke silence",
    "regret": "regret",
}
DISSENT_TONES: dict[str, Tone] = {
    "reservation": "reservation",
    "objection": "objects",
    "silence_break": "objects",
    "regret": "reservation",
}


def count_word(count: int) -> str:
    """Return a small count as the first word of a sentence, a large one in figures."""
    return _WORDS[count] if count < len(_WORDS) else str(count)


def part_of(count: int, whole: int, one: str, many: str) -> str:
    """Return “no seat”, “the one seat”, “both seats”, “all 5 seats” or “3 of 5 seats”."""
    if count == 0:
        return f"no {one}"
    if whole == 1:
        return f"the one {one}"
    if count == whole:
        return f"both {many}" if whole == 2 else f"all {whole} {many}"
    return f"{count} of {whole} {many}"


def capital(text: str) -> str:
    """Return a text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def was(count: int) -> str:
    """Return “was” or “were”."""
    return "was" if count == 1 else "were"


def quoted(title: str) -> str:
    """Return a title in quotation marks; those it has inside become single ones."""
    inner = title[1:-1]
    if title[:1] == "“" and title[-1:] == "”" and not set(inner) & set("“”"):
        return title
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def of_seats(count: int, whole: int) -> str:
    """Return “7 of 8 seats”."""
    return f"{count} of {whole} seat{'' if whole == 1 else 's'}"


def date_in_words(at: date) -> str:
    """Return “12 November 2026”."""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def index(value: float | None) -> str:
    """Return an index with two decimals, a dash where it has no meaning."""
    return MISSING if value is None else f"{value:.2f}".replace("-", "−")


def change(value: float | None) -> str:
    """Return a change of an index with its sign, a dash where it has no meaning."""
    return index(value) if value is None or value <= 0 else f"+{index(value)}"


def level(value: float | None) -> str:
    """Return a position or level as it is printed, a dash where there is none."""
    return MISSING if value is None else number(value)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    head, stop, _ = " ".join(text.split()).partition(". ")
    return f"{head}." if stop else head


def outcome_clause(outcome: Outcome, title: str, put: str = "") -> str:
    """Return how a decision ended, with the title of what stands and of what was put in vain."""
    named = quoted(title) if title else ""
    on = f" on {quoted(put)}" if put else ""
    match outcome.status:
        case "adopted":
            return f"adopted {named or 'the text that was put'}"
        case "not_requested":
            return f"nobody asked{_standing(named)}"
        case "no_agreement":
            return f"no agreement{on}{_standing(named)}"
        case "withdrawn":
            text = f"the text {quoted(put)}" if put else "the text"
            return f"{text} was withdrawn{_standing(named)}"
        case "ranked":
            return "the options were ranked"
        case _:
            return "recorded seat by seat"


def _standing(named: str) -> str:
    return f"; {named} stands" if named else ""


def spread(positions: Sequence[float]) -> str:
    """Return “1”, or “1 to 3”, for the lowest and highest of some positions."""
    low, high = min(positions), max(positions)
    return level(low) if low == high else f"{level(low)} to {level(high)}"
