"""What the undo button says: the whole of it where there is room, else ever shorter words."""

_SHORTER = (
    (" the position of ", " "),
    (" the stance of ", " "),
    (" the ranking of ", " "),
    (" the text of ", " "),
    (" the release of ", " "),
)
_SHORTEST = (
    ("Take back that ", "Undo: "),
    ("Take back ", "Undo "),
    (" back from silence", " from silence"),
    (" under silence again", " under silence"),
    ("the corrective action", "the action"),
    ("Take the card of ", "Undo card of "),
)


def undo_words(label: str) -> tuple[str, ...]:
    """Return what to call a step that can be undone, the best first."""
    shorter = _replaced(label, _SHORTER)
    shortest = _replaced(shorter, _SHORTEST)
    if shortest.startswith("Undo "):
        shortest = shortest.removesuffix(" back")
    return tuple(dict.fromkeys((label, shorter, shortest)))


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for words, instead in pairs:
        text = text.replace(words, instead)
    return text
