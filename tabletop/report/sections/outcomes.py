"""What several sections say of one decision: its outcome, its spread, who stood apart."""

from collections import Counter
from collections.abc import Iterator, Mapping

from tabletop.analysis.decisions import DecisionRecord
from tabletop.exercise.conditions import standing_position
from tabletop.exercise.phrasing import listed
from tabletop.exercise.records import Position
from tabletop.plots.picture import counted
from tabletop.report.content import Cell, Segment
from tabletop.report.sections.account import Account
from tabletop.report.sections.phrases import (
    DISSENTS,
    STATUSES,
    TONES,
    capital,
    level,
    of_seats,
    outcome_clause,
    part_of,
    quoted,
)
from tabletop.report.sections.what_was_put import (
    not_agreed,
    standing_title,
    stands_as,
    words_of,
)

_MOST_CHOICES = 3
_MOST_PLACES = 3
_LONGEST_IN_A_CELL = 160


def outcome_cell(account: Account, record: DecisionRecord) -> Cell:
    """Return status with its shape, and what stands under it."""
    status = record.status
    detail = shortened(standing_title(account, record), _LONGEST_IN_A_CELL)
    if detail and status != "adopted":
        detail = f"Stands: {detail}"
    return Cell(
        STATUSES[status],
        detail=detail or first_places(account, record),
        note="\n".join(_outcome_notes(account, record)),
        strong=True,
        tone=TONES[status],
    )


def _outcome_notes(account: Account, record: DecisionRecord) -> Iterator[str]:
    if stands_as(account, record) and record.outcome is not None:
        yield f"in words of the table’s own, as option {record.outcome.option}"
    if put := not_agreed(account, record):
        yield f"Not agreed: {shortened(put, _LONGEST_IN_A_CELL)}"
    if record.outcome is not None and record.outcome.declared:
        yield "declared by the facilitator"


def first_places(account: Account, record: DecisionRecord) -> str:
    """Return what a ranking put first: “First: A live feed”; empty for other outcomes."""
    if record.status != "ranked":
        return ""
    first = [account.option(record.decision, o.option) for o in record.order if o.place == 1]
    return f"First: {' and '.join(first)}" if first else ""


def outcome_words(account: Account, record: DecisionRecord) -> str:
    """Return how a decision ended as a clause: adopted “…”; still open."""
    if record.outcome is None:
        return "still open" if record.status == "open" else STATUSES[record.status].lower()
    if first := first_places(account, record):
        return f"the options were ranked. {first}"
    title, put = standing_title(account, record), not_agreed(account, record)
    clause = outcome_clause(record.outcome, title, put)
    as_option = stands_as(account, record)
    return f"{clause} ({as_option})" if as_option else clause


def by_the_rule(account: Account, record: DecisionRecord) -> str:
    """Return what the rule gave in a decision whose outcome was declared, as a clause."""
    outcome = record.outcome
    if outcome is None:
        return ""
    title = account.option(record.decision, outcome.computed_option)
    if record.in_hand is not None and outcome.computed_status == "adopted":
        title = words_of(account, record, record.in_hand)
    status = STATUSES[outcome.computed_status].lower()
    if not title:
        return status
    named = quoted(title)
    return (
        f"adopted {named}" if outcome.computed_status == "adopted" else f"{status}, {named} stands"
    )


def declared_words(account: Account, record: DecisionRecord) -> str:
    """Return that an outcome was declared, and what the rule gave; empty for one that was not."""
    if record.outcome is None or not record.outcome.declared:
        return ""
    return f"declared by the facilitator; by the rule it was: {by_the_rule(account, record)}"


def seats_at(record: DecisionRecord, chosen: Mapping[str, Position]) -> Mapping[float, int]:
    """Return how many seats held each position, from the lowest to the highest."""
    counts = Counter(record.positions_of(chosen).values())
    return dict(sorted(counts.items()))


def position_bar(
    account: Account, record: DecisionRecord, chosen: Mapping[str, Position]
) -> tuple[Segment, ...]:
    """Return the bar of positions in the order of the scale; empty without a scale."""
    return tuple(
        Segment(
            f"{level(value)} ×{count}" if count > 1 else level(value),
            count,
            account.shade(record.decision, value),
        )
        for value, count in seats_at(record, chosen).items()
    )


def distribution_cell(account: Account, record: DecisionRecord) -> Cell:
    """Return the final positions as a bar, or in words where there is no scale for one."""
    bar = position_bar(account, record, record.finals)
    unplaced = len(record.finals) - sum(round(segment.weight) for segment in bar)
    if bar:
        notes = [f"{unplaced} without a place on the scale"] if unplaced else []
        if record.decision.rule.kind == "silence" and len(record.finals) < len(record.eligible):
            notes.append("Noted by some seats; under silence none has to")
        return Cell(bar=bar, note="\n".join(notes))
    if record.tally:
        return Cell(_choices(account, record))
    if record.order:
        return Cell("\n".join(_placed(account, record)))
    if record.decision.rule.kind == "silence":
        return Cell(note="None: silence asks for no position")
    return Cell(note="No final positions")


def _placed(account: Account, record: DecisionRecord) -> Iterator[str]:
    """Yield the first places of a ranking in words; its own table holds the others."""
    for one in record.order[:_MOST_PLACES]:
        yield f"{one.place}. {account.option(record.decision, one.option) or one.option}"
    if len(record.order) > _MOST_PLACES:
        yield f"and {len(record.order) - _MOST_PLACES} more"


def _choices(account: Account, record: DecisionRecord) -> str:
    """Return the options and by how many seats; of many only those that most seats chose."""
    tally = record.tally
    most = max(tally.values())
    named = [o for o, n in tally.items() if len(tally) <= _MOST_CHOICES or n == most]
    lines = [_held(account, record, option, tally[option]) for option in named]
    others = [n for option, n in tally.items() if option not in named]
    if others:
        low, high = min(others), max(others)
        each = f"{low}" if low == high else f"{low} to {high}"
        seats = "seat" if high == 1 else "seats"
        more = counted(len(others), "further option")
        lines.append(f"{more}, {'each ' if len(others) > 1 else ''}by {each} {seats}")
    return "\n".join(lines)


def _held(account: Account, record: DecisionRecord, option: str, count: int) -> str:
    title = account.option(record.decision, option) or option
    return f"{title} ×{count}" if count > 1 else title


def asks_everybody(record: DecisionRecord) -> bool:
    """Whether every eligible seat is asked for an answer, so that one can be missing."""
    return record.decision.rule.kind not in ("silence", "discussion")


def unanswered(record: DecisionRecord) -> tuple[str, ...]:
    """Return the eligible seats that gave no answer where one was asked for."""
    if not asks_everybody(record):
        return ()
    given = record.rankings if record.decision.rule.kind == "ranking" else record.finals
    return tuple(role for role in record.eligible if role not in given)


def differing(record: DecisionRecord) -> tuple[str, ...]:
    """Return the seats whose final position is another option than the one that stands.

    Not of a request: a seat that does not ask itself is not against another’s asking. Nor of
    what a seat noted before a text went under silence: on the text itself it stayed silent.
    """
    if record.decision.rule.kind == "on_request":
        return ()
    return tuple(
        role
        for role, p in record.finals.items()
        if record.differs(p) and not record.is_before_the_text(p)
    )


def noted_before_words(record: DecisionRecord) -> str:
    """Return who had noted another option before the text went out that was then adopted."""
    if record.status != "adopted":
        return ""
    noted = [p for p in record.finals.values() if record.is_before_the_text(p)]
    others = tuple(p.role for p in noted if record.differs(p))
    if not others:
        return ""
    who = part_of(len(others), len(noted), "seat with a position", "seats with a position")
    return f"Before this text went out, {who} had noted another option{_names(others, named=True)}."


def differing_words(record: DecisionRecord, *, named: bool = False) -> str:
    """Return how many held, or under authority advised, another option; empty for none."""
    others = differing(record)
    if record.decision.rule.kind == "authority":
        return _advised_otherwise(record, others, named=named)
    if not others:
        return ""
    share = of_seats(len(others), len(record.finals))
    # Not with the number first: after “from 2 to 4.” it would read on as a decimal.
    return f"At closing {share} held another option{_names(others, named=named)}."


def _advised_otherwise(record: DecisionRecord, others: tuple[str, ...], *, named: bool) -> str:
    """Return who advised another option, of those who advised; those who decide do not count."""
    advising = [role for role in record.finals if record.is_advice(role)]
    against = tuple(role for role in others if role in advising)
    deciding = tuple(role for role in others if role not in advising)
    sentences = []
    if against:
        who = part_of(len(against), len(advising), "seat that advised", "seats that advised")
        sentences.append(f"{capital(who)} held another option{_names(against, named=named)}.")
    if deciding:
        sentences.append(f"{listed(deciding)} had chosen another option.")
    return " ".join(sentences)


def _names(roles: tuple[str, ...], *, named: bool) -> str:
    return f": {seats_named(roles, 12)}" if named else ""


def apart(record: DecisionRecord) -> tuple[str, ...]:
    """Return the seats that differed or said something against, in the order of the seats."""
    seats = {*differing(record), *(d.role for d in record.dissent)}
    return tuple(r for r in record.record.scenario.roles_by_id if r in seats)


def dissent_words(record: DecisionRecord) -> str:
    """Return who said what against: “Reservation: ITA, POL. Broke silence: FRA”."""
    found: dict[tuple[str, int | None], list[str]] = {}
    several = len(record.run.circulations) > 1
    for dissent in record.dissent:
        text = dissent.on_text if several else None
        found.setdefault((dissent.kind, text), []).append(dissent.role)
    sentences = []
    for (kind, text), roles in found.items():
        seats = dict.fromkeys(roles)
        word = DISSENTS[kind].capitalize()
        many = "s" if len(seats) > 1 and kind != "silence_break" else ""
        on = f" on text {text}" if text is not None else ""
        sentences.append(f"{word}{many}{on}: {', '.join(seats)}.")
    return " ".join(sentences)


def shortened(text: str, most: int) -> str:
    """Return a text that is too long for its place up to a whole word."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def moved_group(account: Account, record: DecisionRecord) -> tuple[float, float] | None:
    """Return where the group stood before and after a closing, or None where it cannot be said."""
    outcome, scale = record.outcome, record.decision.scale
    if outcome is None or scale is None or not record.decision.settles:
        return None
    before = standing_position(scale, account.state_at(outcome.seq - 1))
    after = standing_position(scale, account.state_at(outcome.seq))
    return None if before is None or after is None else (before, after)


def was_asked_for(record: DecisionRecord) -> bool:
    """Whether a decision ended with what a seat asked for, without the others' consent."""
    asked = record.decision.rule.kind == "on_request" and bool(record.requested_by)
    return asked and record.status == "adopted"


def mattered_most(account: Account, count: int = 3) -> tuple[DecisionRecord, ...]:
    """Return the decisions for the summary, by the rule that the summary states.

    First what a seat asked for and nobody could block: nothing before it counts as a move, and
    yet it changed what the exercise was about. Then those that settle where the group stands, by
    how far it moved, then by how many seats stood apart; decisions that settle nothing only fill
    what is left.
    """

    def weight(record: DecisionRecord) -> tuple[bool, bool, float, int]:
        way = moved_group(account, record)
        distance = abs(way[1] - way[0]) if way else 0.0
        settles = record.decision.settles and record.decision.scale is not None
        return (was_asked_for(record), settles, distance, len(apart(record)))

    first = sorted(account.closed, key=weight, reverse=True)[:count]
    return tuple(record for record in account.closed if record in first)


def seats_named(roles: tuple[str, ...], most: int = 6) -> str:
    """Return seats by code, or how many there are when they are too many to read."""
    return listed(roles) if len(roles) <= most else f"{len(roles)} seats"
