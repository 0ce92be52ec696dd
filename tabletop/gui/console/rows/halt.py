"""When the decision board takes no keys: what was answered last is not recorded."""

from dataclasses import dataclass

_UNRECORDED = "NOT recorded: no key counts here until it is, or is left out."
_SETTLED = {
    True: "Recorded now. Choose the seat with ↑ ↓, then keys count again.",
    False: "Left out. Choose the seat with ↑ ↓, then keys count again.",
}


@dataclass(slots=True)
class Halt:
    """Begins with an answer that no store took; the ring has stayed on its seat.

    Keys typed ahead would answer for that seat, so none counts, not even right after the answer
    is recorded at last: the hand chooses a seat first, or comes back to the board.
    """

    words: str = ""
    _is_settled: bool = False

    def begin(self) -> None:
        """Take no key."""
        self.words, self._is_settled = _UNRECORDED, False

    def settle(self, *, is_recorded: bool) -> None:
        """Wait for the hand: the answer is recorded, or left out."""
        if self.words:
            self.words, self._is_settled = _SETTLED[is_recorded], True

    def end(self) -> bool:
        """Take keys again, if they may be taken; return whether they are."""
        if self._is_settled:
            self.words = ""
        return not self.words
