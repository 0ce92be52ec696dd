"""The records an exercise's state is made of: one frozen value for each thing that was done.

All ``played`` fields are seconds of play: real time since STARTEX without pauses.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tabletop.exercise.commands import Command
from tabletop.exercise.events import (
    Confidence,
    ObservationKind,
    Rating,
    Round,
    Stance,
    TickStatus,
)


@dataclass(frozen=True, slots=True)
class Position:
    """One answer as it was recorded; a later one supersedes it and nothing removes it."""

    seq: int
    at: datetime
    played: float
    role: str
    round: Round
    option: str | None
    options: tuple[str, ...]
    confidence: Confidence | None
    reason: str
    condition: str
    reservation: str
    abstained: bool = False
    late: bool = False
    early: bool = False
    on_recalled: bool = False
    withdrawn_seq: int | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether the seat took it back, or it was a slip."""
        return self.withdrawn_seq is not None


@dataclass(frozen=True, slots=True)
class StanceRecord:
    """What a seat said of what is in hand; a late one is in the log and stands nowhere."""

    seq: int
    played: float
    role: str
    stance: Stance
    text: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """An option or a text put by the chair, with the stances taken on it."""

    seq: int
    option: str | None
    text: str
    played: float
    stances: Mapping[str, StanceRecord] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Break:
    seq: int
    at: datetime
    played: float
    role: str
    text: str
    late: bool


@dataclass(frozen=True, slots=True)
class Circulation:
    """One text under silence. ``deadlines`` holds the first and every extended one (played)."""

    seq: int
    option: str | None
    text: str
    revision: int
    at: datetime
    played: float
    deadlines: tuple[float, ...]
    hours: float | None
    scenario_deadline: datetime | None = None
    breaks: tuple[Break, ...] = ()
    withdrawn: bool = False
    withdrawn_reason: str = ""
    revised: bool = False
    stances: Mapping[str, StanceRecord] = field(default_factory=dict)

    @property
    def deadline(self) -> float:
        """The deadline that holds, in played seconds."""
        return self.deadlines[-1]

    @property
    def breaks_in_time(self) -> tuple[Break, ...]:
        """The breaks that count."""
        return tuple(b for b in self.breaks if not b.late)


@dataclass(frozen=True, slots=True)
class RankingRecord:
    seq: int
    played: float
    role: str
    order: tuple[str, ...]
    late: bool = False
    withdrawn_seq: int | None = None


@dataclass(frozen=True, slots=True)
class JudgedFact:
    seq: int
    role: str
    fact: str
    likelihood: int
    confidence: Confidence | None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """What an outcome rests on: the entries that stand, and how silence on the text ran."""

    entries: frozenset[int]
    deadlines: tuple[float, ...]
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a decision ended. ``status`` and ``option`` are the declared ones where declared.

    ``text`` is what was agreed where the chair put words of its own; ``option`` is then their
    class, or None; ``computed_text`` is the same of the computed outcome. ``reopened_seq`` is the
    entry that reopened it, ``hidden`` whether that hid the final positions the room had seen.
    """

    seq: int
    at: datetime
    played: float
    status: str
    option: str | None
    computed_status: str
    computed_option: str | None
    eligible: tuple[str, ...]
    evidence: int | float | None
    basis: Basis
    declared: bool = False
    reason: str = ""
    text: str = ""
    computed_text: str = ""
    reopened_seq: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """How a decision stood before the one it follows was reopened.

    ``closed_seq`` is the closing that had brought its turn; ``is_past``: it was opened anew since.
    """

    opened_at: datetime | None = None
    opened_played: float = 0.0
    opened_seq: int = 0
    not_taken: bool = False
    not_taken_seq: int = 0
    closed_seq: int = 0
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class DecisionRun:
    """What has been done with one decision; every answer ever recorded is in it."""

    opened_at: datetime | None = None
    opened_played: float = 0.0
    opened_seq: int = 0
    not_taken: bool = False
    not_taken_seq: int = 0
    taken_after_all_seq: int = 0
    set_aside: tuple[Turn, ...] = ()
    positions: tuple[Position, ...] = ()
    rankings: tuple[RankingRecord, ...] = ()
    withdrawn_rankings: tuple[RankingRecord, ...] = ()
    stances: Mapping[str, StanceRecord] = field(default_factory=dict)
    stance_log: tuple[StanceRecord, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    circulations: tuple[Circulation, ...] = ()
    judged: tuple[JudgedFact, ...] = ()
    outcome: Outcome | None = None
    earlier_outcomes: tuple[Outcome, ...] = ()
    revealed: frozenset[Round] = frozenset()

    @property
    def proposal(self) -> Proposal | None:
        """The proposal in hand."""
        return self.proposals[-1] if self.proposals else None

    @property
    def circulation(self) -> Circulation | None:
        """The text that was circulated last."""
        return self.circulations[-1] if self.circulations else None

    @property
    def was_taken_up(self) -> bool:
        """Whether anybody has said anything on it since it was opened."""
        said = [p.seq for p in self.positions] + [r.seq for r in self.rankings]
        said += [s.seq for s in self.stance_log] + [j.seq for j in self.judged]
        since = any(seq > self.opened_seq for seq in said)
        return since or bool(self.proposals or self.circulations)

    @property
    def standing_stances(self) -> Mapping[str, StanceRecord]:
        """The last stance of each seat on what is in hand."""
        if self.circulation:
            return self.circulation.stances
        return self.proposal.stances if self.proposal else self.stances

    @property
    def basis(self) -> Basis:
        """What an outcome would rest on now: all that was put and answered in time and stands."""
        text = self.circulation
        put = text or self.proposal
        breaks = text.breaks_in_time if text else ()
        found = [p.seq for p in self.positions if not p.late and not p.withdrawn]
        found += [ranking.seq for ranking in self.rankings if not ranking.late]
        found += [stance.seq for stance in self.standing_stances.values()]
        found += [one.seq for one in (*breaks, *((put,) if put else ()))]
        return Basis(
            frozenset(found),
            text.deadlines if text else (),
            withdrawn=text is not None and text.withdrawn,
        )

    def standing(self, round_: Round) -> Mapping[str, Position]:
        """Return each seat's last valid position of a round: in time and not withdrawn."""
        return {
            p.role: p
            for p in self.positions
            if p.round == round_ and not p.late and not p.withdrawn
        }


@dataclass(frozen=True, slots=True)
class SeatRun:
    role: str
    present: bool = True
    participant_id: str = ""
    card: str | None = None
    joined_seq: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """A request for information (RFI). ``earlier`` is how it stood before its last answer."""

    id: str
    seq: int
    at: datetime
    role: str
    to: str
    question: str
    inject_id: str | None
    asked_played: float
    answer: str | None = None
    answered_at: datetime | None = None
    answered_played: float | None = None
    answered_seq: int = 0
    refused: bool = False
    withdrawn: bool = False
    earlier: "Request | None" = None


@dataclass(frozen=True, slots=True)
class Observation:
    id: str
    seq: int
    at: datetime
    played: float
    text: str
    kind: ObservationKind
    objective: str | None
    role: str | None
    inject_id: str | None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class ParkedIssue:
    id: str
    seq: int
    at: datetime
    text: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class CorrectiveAction:
    """``earlier`` is how it stood before it was planned anew."""

    id: str
    seq: int
    text: str
    objective: str | None
    owner: str
    start: str
    due: str
    status: str
    withdrawn: bool = False
    earlier: "CorrectiveAction | None" = None


@dataclass(frozen=True, slots=True)
class Tick:
    inject_id: str
    expected_id: str
    status: TickStatus
    comment: str
    seq: int


@dataclass(frozen=True, slots=True)
class ObjectiveRating:
    objective: str
    rating: Rating
    because: str
    seq: int


@dataclass(frozen=True, slots=True)
class Correction:
    seq: int
    corrected_seq: int
    text: str
    reason: str


# What undoing an event is called, and the command that does it.
Inverse = tuple[str, Command]


@dataclass(frozen=True, slots=True)
class UndoStep:
    """Something that can be undone: what it was, and the commands that take it back.

    ``seq`` is its first entry that has an inverse, ``seqs`` are all that go with it.
    """

    seq: int
    command_id: str
    label: str
    inverse: tuple[Command, ...]
    seqs: tuple[int, ...] = ()
