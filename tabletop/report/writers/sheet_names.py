"""Names of sheets as Excel accepts them: short, without certain signs, each one once."""

import re

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\n\t]+")
_LONGEST = 31


class SheetNames:
    """Gives the same sheet to the same wish, until the sheet is closed."""

    def __init__(self, taken: str) -> None:
        self._taken = {taken.casefold()}
        self._open: dict[str, str] = {}

    def name(self, wish: str) -> str:
        """Return the sheet's name; the whole wish stands on the sheet as the table's caption."""
        if wish not in self._open:
            self._open[wish] = self._free(wish)
        return self._open[wish]

    def close(self, name: str) -> None:
        """Let the next table of the same wish have a sheet of its own."""
        self._open = {wish: given for wish, given in self._open.items() if given != name}

    def _free(self, wish: str) -> str:
        stem = _shortened(_FORBIDDEN.sub(" ", wish).strip(" '"), _LONGEST) or "Table"
        # Excel keeps this name for itself.
        stem = f"{stem} 1" if stem.casefold() == "history" else stem
        found, count = stem, 1
        while found.casefold() in self._taken:
            count += 1
            end = f" ({count})"
            found = _shortened(stem, _LONGEST - len(end)) + end
        self._taken.add(found.casefold())
        return found


def _shortened(text: str, units: int) -> str:
    """Return as much of the text as fits in so many UTF-16 units."""
    while len(text.encode("utf-16-le")) > units * 2:
        text = text[:-1]
    return text.rstrip(" '")
