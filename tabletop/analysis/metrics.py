"""The metrics of one decision, as the report and its JSON show them.

The formulas stand in `agreement`, `rankings` and `shares`; here they meet the rules of what is null
when: no scale, too few answers, the silence procedure.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tabletop.analysis.agreement import (
    FEWEST_ANSWERS,
    consensus,
    consensus_change,
    entropy_agreement,
    maximum,
    mean_absolute_deviation,
    median,
    minimum,
    modal_share,
)
from tabletop.analysis.rankings import kendall_w
from tabletop.analysis.shares import response_rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the eligible seats answered to one decision before it was closed.

    `choices` holds the final option of each seat (several under a rule that lets them choose
    several, none for an abstention), `final` and `first` the positions on the scale, `levels` the
    scale's levels (empty without a scale), `rankings` a row of ranks per seat.
    """

    eligible: int
    options: int
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    final: Mapping[str, float] = field(default_factory=dict)
    first: Mapping[str, float] = field(default_factory=dict)
    levels: tuple[float, ...] = ()
    rankings: tuple[tuple[float, ...], ...] = ()
    seconds: float | None = None
    is_silence: bool = False

    @property
    def answered(self) -> int:
        return max(len(self.choices), len(self.rankings))

    @property
    def tally(self) -> dict[str, int]:
        """Return the number of seats by option, without zeros."""
        return dict(Counter(option for chosen in self.choices.values() for option in chosen))


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMetrics:
    """The binding `metrics` of a decision in the report's JSON; unrounded, None is null."""

    seconds: float | None
    response_rate: float | None
    modal_share: float | None
    entropy_agreement: float | None
    consensus: float | None
    median: float | None
    minimum: float | None
    maximum: float | None
    mean_absolute_deviation: float | None
    consensus_change: float | None
    kendall_w: float | None


def decision_metrics(answers: Answers) -> DecisionMetrics:
    """Return every metric of a decision, None where it has no meaning."""
    positions = tuple(answers.final.values()) if answers.levels else ()
    first = answers.first if answers.levels else {}
    # Where a seat may choose several options, two seats can give three choices.
    tally = answers.tally if answers.answered >= FEWEST_ANSWERS else {}
    return DecisionMetrics(
        seconds=answers.seconds,
        response_rate=(
            None if answers.is_silence else response_rate(answers.answered, answers.eligible)
        ),
        modal_share=modal_share(tally),
        entropy_agreement=entropy_agreement(tally, answers.options),
        consensus=consensus(positions, answers.levels),
        median=median(positions),
        minimum=minimum(positions),
        maximum=maximum(positions),
        mean_absolute_deviation=mean_absolute_deviation(positions),
        consensus_change=consensus_change(first, answers.final, answers.levels),
        kendall_w=kendall_w(answers.rankings),
    )
