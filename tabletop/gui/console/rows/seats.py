"""The rows of the seats on the board: position, stance, confidence, reason, and who blocks."""

from dataclasses import dataclass

from tabletop.exercise.records import DecisionRun, Position
from tabletop.exercise.rules import Blocking, Computed, RuleCase, effective_stances
from tabletop.gui.console.rows.positions import Place, option_keys, place_of
from tabletop.gui.console.rows.texts import told
from tabletop.gui.situation import Situation
from tabletop.scenario.model import Decision
from tabletop.scenario.rules import (
    Authority,
    Consensus,
    Discussion,
    Each,
    OnRequest,
    Ranking,
    Silence,
)

STANCE_WORDS = {
    "supports": "supports",
    "can_accept": "can accept",
    "reservation": "reservation",
    "objects": "objects",
    "awaiting": "awaiting",
    "no_stance": "none yet",
    "joins": "joins",
    "notes": "notes",
    "regrets": "regrets",
    "break": "break",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A position as it is shown: the option's key in the colour of its place."""

    label: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat's line. ``first`` is empty when it equals the position; ``tone`` tints the row."""

    role: str
    title: str
    first: str
    chips: tuple[Chip, ...]
    is_missing: bool
    stance: str
    stance_word: str
    confidence: str
    reason: str
    tone: str = ""

    @property
    def has_answered(self) -> bool:
        """Whether the seat has a position, a ranking or an abstention in the round."""
        return bool(self.chips) or self.stance_word == "abstains"

    @property
    def spoken(self) -> str:
        """The row for a reader of the screen."""
        position = " ".join(chip.label for chip in self.chips) or "no position"
        parts = (self.role, position, self.stance_word, self.confidence, self.reason)
        return ", ".join(part for part in parts if part)


def seat_rows(
    situation: Situation, decision: Decision, case: RuleCase, outcome: Computed
) -> list[SeatRow]:
    run = case.run
    rankings = {r.role: r.order for r in run.rankings if not r.late}
    stances = _stances(case, outcome, decision)
    blocking = {b.role: b for b in outcome.blocking}
    return [
        _seat_row(situation, decision, role, rankings.get(role), stances, blocking.get(role))
        for role in case.eligible
    ]


def _stances(case: RuleCase, outcome: Computed, decision: Decision) -> dict[str, tuple[str, str]]:
    """Return stance and text of each seat: those said, under consensus those that follow too."""
    said = case.run.standing_stances
    found: dict[str, tuple[str, str]] = {r: (s.stance, s.text) for r, s in said.items()}
    if isinstance(decision.rule, Consensus) and (case.run.proposal or said):
        for role, stance in effective_stances(case).items():
            found.setdefault(role, (stance, ""))
    if case.run.circulation is not None:
        in_time = {b.role: b.text for b in case.run.circulation.breaks_in_time}
        for role in case.eligible:
            found.setdefault(role, ("silent", ""))
        found |= {role: ("break", text) for role, text in in_time.items()}
    if isinstance(decision.rule, OnRequest):
        for role in outcome.requested_by:
            found[role] = ("requests", "")
    if isinstance(decision.rule, Authority):
        for role in case.eligible:
            found[role] = ("decides" if role in decision.rule.roles else "advice", "")
    return found


def _seat_row(
    situation: Situation,
    decision: Decision,
    role: str,
    ranking: tuple[str, ...] | None,
    stances: dict[str, tuple[str, str]],
    blocks: Blocking | None,
) -> SeatRow:
    state = situation.state
    run = state.decision_run(decision.id)
    is_final = situation.takes_final
    held = run.standing("final" if is_final else "first").get(role)
    first = run.standing("first").get(role)
    stance, text = stances.get(role, ("", ""))
    options = ranking if ranking is not None else (held.options if held else ())
    keys = option_keys(decision)
    show_first = is_final and first is not None and first.options != options
    return SeatRow(
        role=role,
        title=told(state.scenario.roles_by_id[role].title, state),
        first=keys.get(first.option or "", "") if show_first and first else "",
        chips=tuple(Chip(keys[o], place_of(decision, o, state)) for o in options),
        is_missing=held is None and ranking is None and _is_awaited(decision, run, role),
        stance=stance,
        stance_word=_stance_word(role, stance, held, run),
        confidence=(held.confidence or "") if held else "",
        reason=_reason(held, text),
        tone=_tone(blocks, decision, run, state.decision_status(decision.id)) if is_final else "",
    )


def _stance_word(role: str, stance: str, held: Position | None, run: DecisionRun) -> str:
    """Return the stance in words: a seat awaits instructions only where it has said so."""
    if held is not None and held.abstained:
        return "abstains"
    has_said = role in run.standing_stances
    known = "no_stance" if stance == "awaiting" and not has_said else stance
    return STANCE_WORDS.get(known, known)


def _is_awaited(decision: Decision, run: DecisionRun, role: str) -> bool:
    """Whether a seat without a position is waited for.

    Once a text is under silence, silence is its answer; on a proposal its stance is.
    """
    if isinstance(decision.rule, Silence):
        return run.circulation is None
    if run.proposal is not None and role in run.proposal.stances:
        return False
    return not isinstance(decision.rule, Discussion)


def _reason(held: Position | None, text: str) -> str:
    if held is None:
        return text
    parts = (text, held.reason, held.condition, held.reservation)
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _tone(blocks: Blocking | None, decision: Decision, run: DecisionRun, status: str) -> str:
    """Tint a seat that blocks or is awaited: only where that holds the outcome up.

    The silent first round holds nothing up: its rows stay plain, and say who is missing.
    """
    if blocks is None or status != "open" or isinstance(decision.rule, Ranking | Each):
        return ""
    if blocks.why in ("objects", "break", "differs", "consent"):
        return "danger"
    if blocks.why == "awaiting":
        return "warning"
    is_deciding = isinstance(decision.rule, Authority)
    return "warning" if is_deciding or bool(run.positions) else ""
