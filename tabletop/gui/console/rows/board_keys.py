"""What a key means on the decision board: a seat, an option, a stance, or nothing that is known.

Three vocabularies share the keyboard, so they are told apart by a rule that never depends on time:

* Capital letters are always a seat's code. Small letters are one where nothing else claims them.
  Letters that go on with a code that was begun belong to the code, so P-O-L never objects.
* The key in an option's chip takes the option. Where a proposal is in hand, s a v o n (j n r on
  request) are stances first; the option is then taken by its number, counted from 1.
* ``*`` and then an option's key (or a whole ranking) gives it to all seats that are missing, save
  one whose answer alone decides; ``=`` leaves the missing seats where they stood in the first
  round.

Words typed by somebody who takes the board for a field soon hit a key that means nothing. From then
until Esc or an arrow, and while anything is half typed, the board keeps Space for itself.
"""

from dataclasses import dataclass, replace
from typing import Literal

from tabletop.exercise.events import Stance
from tabletop.gui.console.rows.board import BoardRows, OptionBar

AnswerKind = Literal[
    "option", "all_missing", "keep_first", "stance", "break", "toggle", "ranking", "abstain"
]
_ABOUT_THE_TEXT = ("stance", "break")
CONSENSUS_STANCES: dict[str, Stance] = {
    "s": "supports",
    "a": "can_accept",
    "v": "reservation",
    "o": "objects",
    "n": "awaiting",
}
REQUEST_STANCES: dict[str, Stance] = {
    "j": "joins",
    "n": "notes",
    "r": "regrets",
    "v": "reservation",
}
SILENCE_STANCES: dict[str, Stance] = {"v": "reservation"}
BREAK_KEY = "x"
BOARD_KEYS: tuple[tuple[str, str], ...] = (
    ("Tab, Esc", "Into the board, out of it"),
    ("↑ ↓, or a seat’s code", "Choose the seat; Shift where a small letter is an option or stance"),
    ("0–6 or a–g", "The option in its chip; taken, the ring moves on to the next missing seat"),
    ("1 2 3 …", "The option by its number, where letters are stances"),
    ("s a v o n", "Supports, can accept, reservation, objects, awaiting"),
    ("j n r v", "On request: joins, notes, regrets, reservation"),
    ("x", "Under silence: breaks it, with a text"),
    ("* and the option", "All seats still missing, in one step; a ranking too"),
    ("=", "The missing seats stay where they stood in the first round"),
    ("Ctrl R, Ctrl T", "Reason, condition of the seat that answered just now, else of the ring’s"),
    ("Ctrl 1 2 3", "Its confidence: low, moderate, high"),
    ("Backspace", "Take one back while ranking"),
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the hand is: the seat in the ring, what has been typed of a code, what is pending.

    ``last`` is the seat that answered just now, until a hand chooses another one: a reason or
    confidence typed right after is its. ``is_astray``: the keys so far made no sense here.
    """

    seat: str | None = None
    typed: str = ""
    all_missing: bool = False
    last: str | None = None
    order: tuple[str, ...] = ()
    is_astray: bool = False

    @property
    def holds_space(self) -> bool:
        """Whether Space might be part of what is being typed, and must not be GO."""
        return self.is_astray or self.all_missing or bool(self.typed or self.order)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a key asks for; ``value`` is an option or a stance."""

    kind: AnswerKind
    roles: tuple[str, ...]
    value: str = ""
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of a key: where the hand is now, what is asked for, what to say under the board."""

    cursor: Cursor
    answer: Answer | None = None
    say: str = ""


def stance_keys(board: BoardRows, *, under_silence: bool) -> dict[str, Stance]:
    """Return the stance of each letter that means one on this board now."""
    if under_silence:
        return SILENCE_STANCES
    if not board.takes_stances:
        return {}
    keys = REQUEST_STANCES if board.kind == "on_request" else CONSENSUS_STANCES
    if board.has_proposal or board.kind == "on_request":
        return keys
    taken = {bar.key for bar in board.bars}
    return {key: stance for key, stance in keys.items() if key not in taken}


def option_of(board: BoardRows, key: str, *, under_silence: bool) -> OptionBar | None:
    """Return the option a key takes, by its chip, or by its number where letters are stances."""
    if under_silence:
        return None
    stances = stance_keys(board, under_silence=False)
    by_chip = next((bar for bar in board.bars if bar.key == key and key not in stances), None)
    if by_chip is not None or not key.isdecimal():
        return by_chip
    if any(bar.key.isdigit() for bar in board.bars):
        return None
    number = int(key)
    return board.bars[number - 1] if 0 < number <= len(board.bars) else None


def move(board: BoardRows, cursor: Cursor, by: int) -> Cursor:
    """Return the cursor on the next or the previous seat."""
    roles = [seat.role for seat in board.seats]
    if not roles:
        return Cursor()
    if cursor.seat not in roles:
        return Cursor(roles[0 if by > 0 else -1])
    place = min(max(roles.index(cursor.seat) + by, 0), len(roles) - 1)
    return Cursor(roles[place])


def settled(board: BoardRows, cursor: Cursor) -> Cursor:
    """Return the cursor on a seat that exists: where it was, else on the first that is missing."""
    roles = [seat.role for seat in board.seats]
    if cursor.seat in roles:
        return cursor
    return Cursor(next(iter(board.missing), roles[0] if roles else None))


def moved_on(board: BoardRows, cursor: Cursor, kind: AnswerKind = "option") -> Cursor:
    """Return the cursor after its seat has answered: on the next seat that still has to, if any."""
    roles = [seat.role for seat in board.seats]
    here = roles.index(cursor.seat) if cursor.seat in roles else -1
    around = roles[here + 1 :] + roles[: max(here, 0)]
    waiting = board.awaiting if kind in _ABOUT_THE_TEXT else board.missing
    following = next((role for role in around if role in waiting), None)
    if following is None:
        following = roles[here + 1] if here + 1 < len(roles) else cursor.seat
    return Cursor(following, last=cursor.seat, is_astray=cursor.is_astray)


def press(board: BoardRows, cursor: Cursor, key: str, *, under_silence: bool = False) -> Pressed:
    """Return what a key means with the hand where it is."""
    cursor = settled(board, cursor)
    if cursor.seat is None:
        return _astray(cursor, f"No seat takes part in {board.decision_id}.")
    if _continues(board, cursor, key):
        return _seat(board, cursor, key)
    if key == "*" and not under_silence:
        return _all_missing(board, cursor)
    if key == "=" and not under_silence:
        return _keep_first(board, cursor)
    lowered = key
    if not key.isupper():
        found = _answer(board, cursor, lowered, under_silence=under_silence)
        if found is not None:
            return found
    if key.isalpha():
        return _seat(board, replace(cursor, typed=""), key)
    return _astray(cursor, _unknown(board, key, under_silence=under_silence))


def _astray(cursor: Cursor, say: str) -> Pressed:
    """Return what comes of a key that makes no sense: somebody may be typing words."""
    return Pressed(replace(cursor, typed="", is_astray=True), say=say)


def _continues(board: BoardRows, cursor: Cursor, key: str) -> bool:
    """Whether a letter goes on with the code that was begun."""
    if not cursor.typed or not key.isalnum():
        return False
    typed = (cursor.typed + key).casefold()
    return any(seat.role.casefold().startswith(typed) for seat in board.seats)


def _seat(board: BoardRows, cursor: Cursor, key: str) -> Pressed:
    typed = (cursor.typed + key).upper()
    found = [s.role for s in board.seats if s.role.upper().startswith(typed)]
    if not found:
        return _astray(cursor, f"No seat begins with {typed}.")
    exact = [role for role in found if role.upper() == typed]
    choice = (exact or found)[0]
    say = f"{typed}: {' or '.join(found)}" if len(found) > 1 and not exact else ""
    return Pressed(Cursor(choice, typed=typed, is_astray=cursor.is_astray), say=say)


def _all_missing(board: BoardRows, cursor: Cursor) -> Pressed:
    if not board.missing:
        return Pressed(cursor, say="No seat is missing.")
    count, deciding = len(board.missing_together), " and ".join(board.deciding)
    if not count:
        return Pressed(cursor, say=f"Only {deciding} is missing, and decides: give its own answer.")
    seats = "seat" if count == 1 else "seats"
    wanted = "all options in their order" if board.kind == "ranking" else "the option’s key"
    without = f" {deciding} decides and is left out." if deciding else ""
    say = f"All {count} missing {seats}: {wanted}, or Esc.{without}"
    return Pressed(replace(cursor, typed="", all_missing=True, order=()), say=say)


def _keep_first(board: BoardRows, cursor: Cursor) -> Pressed:
    if board.round == "first" or not any(bar.first is not None for bar in board.bars):
        return Pressed(cursor, say="There is no first round to keep.")
    if not board.missing:
        return Pressed(cursor, say="No seat is missing.")
    return Pressed(replace(cursor, typed=""), Answer("keep_first", board.missing))


def _answer(board: BoardRows, cursor: Cursor, key: str, *, under_silence: bool) -> Pressed | None:
    seat = cursor.seat or ""
    still = replace(cursor, typed="")
    if under_silence and key == BREAK_KEY:
        if cursor.is_astray:
            return Pressed(still, say="Words were typed here: choose the seat with ↑ ↓, then x.")
        return Pressed(still, Answer("break", (seat,)))
    stance = stance_keys(board, under_silence=under_silence).get(key)
    if stance is not None and not cursor.all_missing:
        return Pressed(still, Answer("stance", (seat,), stance))
    if key == "-" and board.kind == "majority":
        return Pressed(still, Answer("abstain", (seat,)))
    option = option_of(board, key, under_silence=under_silence)
    if option is None:
        return None
    return _take(board, still, option)


def _take(board: BoardRows, cursor: Cursor, option: OptionBar) -> Pressed:
    seat = cursor.seat or ""
    if cursor.all_missing and board.kind != "ranking":
        able = tuple(r for r in board.missing_together if not option.only or r in option.only)
        done = replace(cursor, all_missing=False)
        if not able:
            return Pressed(done, say=f"Option {option.key} is open to {', '.join(option.only)}.")
        return Pressed(done, Answer("all_missing", able, option.option_id))
    if option.only and seat not in option.only:
        return Pressed(
            cursor, say=f"Option {option.key} is open to {', '.join(option.only)} only, not {seat}."
        )
    if board.kind == "ranking":
        return _rank(board, cursor, option)
    kind: AnswerKind = "toggle" if board.takes_several else "option"
    return Pressed(cursor, Answer(kind, (seat,), option.option_id))


def _rank(board: BoardRows, cursor: Cursor, option: OptionBar) -> Pressed:
    if option.option_id in cursor.order:
        return Pressed(cursor, say=f"Option {option.key} is ranked already.")
    order = (*cursor.order, option.option_id)
    if len(order) == len(board.bars):
        done = replace(cursor, order=(), all_missing=False)
        roles = board.missing if cursor.all_missing else (cursor.seat or "",)
        return Pressed(done, Answer("ranking", roles, order=order))
    left = len(board.bars) - len(order)
    whose = "All missing seats" if cursor.all_missing else cursor.seat
    say = f"{whose}: {left} more, then it is recorded. Backspace takes one back."
    return Pressed(replace(cursor, order=order), say=say)


def _unknown(board: BoardRows, key: str, *, under_silence: bool) -> str:
    if under_silence:
        return f"{key} means nothing under silence: x breaks it, v is a reservation."
    options = "".join(bar.key for bar in board.bars)
    span = f"{options[0]}–{options[-1]}" if len(options) > 1 else options
    return f"{key} is no option of {board.decision_id}; its options are {span}."


def hint(board: BoardRows, *, under_silence: bool) -> str:
    """Return the keys of this board in one line."""
    if not board.is_open:
        return f"{board.decision_id} is closed"
    if under_silence:
        return "Seat code or ↑ ↓ · x break · v reservation · E extend · Esc leaves the board"
    keys = [bar.key for bar in board.bars]
    parts = ["Seat code or ↑ ↓" if not keys or keys[0].isdigit() else "Shift + seat code or ↑ ↓"]
    if keys:
        parts.append(f"{keys[0]}–{keys[-1]} option" if len(keys) > 1 else f"{keys[0]} option")
    stances = stance_keys(board, under_silence=False)
    if stances:
        parts.append(f"{' '.join(stances)} stance")
    parts += ["* all missing", "Ctrl R reason", "Ctrl 1 2 3 confidence"]
    return " · ".join(parts)
