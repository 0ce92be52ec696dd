"""Section 1: one page a principal can read alone, drafted from the record and marked so."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from tabletop.analysis.decisions import DecisionRecord
from tabletop.analysis.injects import inject_counts
from tabletop.exercise.phrasing import listed, sentenced
from tabletop.exercise.records import CorrectiveAction, Observation
from tabletop.plots.picture import counted, span
from tabletop.report.content import (
    Block,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Run,
    Runs,
    text_runs,
)
from tabletop.report.sections.account import Account, decision_anchor
from tabletop.report.sections.objectives import improvements, numbered_actions
from tabletop.report.sections.outcomes import (
    apart,
    declared_words,
    differing_words,
    dissent_words,
    mattered_most,
    moved_group,
    outcome_words,
)
from tabletop.report.sections.phrases import capital, count_word, date_in_words, level, part_of
from tabletop.report.sections.played import played_in_full

MOST = 3
_BEST_FIRST = "PSMUN"


def executive_summary(account: Account) -> tuple[Block, ...]:
    """Return the page."""
    return (
        Heading(1, "Executive summary", "summary", "1"),
        *_aim(account),
        *_course(account),
        *_decisions(account),
        *_observed(account, "strength", "strength", "strengths"),
        *_observed(account, "improvement", "area for improvement", "areas for improvement"),
        *_actions(account),
    )


def _aim(account: Account) -> tuple[Block, ...]:
    aim = account.text(account.scenario.aim).strip()
    if not aim:
        return ()
    return (Paragraph((Run("Aim. ", bold=True), Run(sentenced(" ".join(aim.split()))))),)


def _course(account: Account) -> tuple[Block, ...]:
    if account.state.started_at is None:
        text = "The exercise was created and has not been started. There is nothing to report yet."
        return (Paragraph(text_runs(text), generated=True),)
    sentences = [
        _who(account),
        played_in_full(inject_counts(account.record)),
        _decided(account),
        _moved(account),
    ]
    return (Paragraph(text_runs(" ".join(s for s in sentences if s)), generated=True),)


def _who(account: Account) -> str:
    state, scenario = account.state, account.scenario
    started = state.started_at or account.record.until
    kinds = Counter(scenario.roles_by_id[role].kind for role in state.seats)
    seats = counted(len(state.seats), "seat")
    if kinds:
        seats += f" ({listed(counted(n, kind) for kind, n in kinds.most_common())})"
    played = state.played(account.record.until)
    on = f"“{account.text(scenario.title)}”"
    if state.ended_at and played < 1:
        day = date_in_words(started)
        return f"In this {state.kind} {seats} opened {on} on {day} and ended it at once."
    length = span(played)
    verb = "played" if state.ended_at else "have so far played"
    return (
        f"In this {state.kind} {seats} {verb} {on} for {length} on "
        f"{date_in_words(started)}, pauses left out."
    )


_ENDED = (
    ("adopted", "ended with an option adopted"),
    ("no_agreement", "ended without agreement"),
    ("not_requested", "ended without a request"),
    ("withdrawn", "ended with the text withdrawn"),
    ("recorded", "recorded each seat for itself"),
    ("ranked", "put options in order"),
    ("open", "stayed open"),
    ("not_opened", "went with an inject that was recalled"),
)


def _decided(account: Account) -> str:
    if not account.decisions:
        return "No decision was opened."
    counts = Counter(record.status for record in account.decisions)
    ended = [(counts[status], words) for status, words in _ENDED if counts[status]]
    whole = len(account.decisions)
    if len(ended) == 1:
        which = part_of(whole, whole, "decision", "decisions")
        return f"{capital(which)} put to the table {ended[0][1]}."
    parts = [f"{count} {words}" for count, words in ended]
    return f"Of {counted(whole, 'decision')} put to the table, {listed(parts)}."


def _moved(account: Account) -> str:
    ways = [way for record in account.closed if (way := moved_group(account, record))]
    if not ways:
        return ""
    start, end = ways[0][0], ways[-1][1]
    scale = account.scale(account.main_scale)
    highest = max(after for _, after in ways)
    peak = f", at its highest at {level(highest)}" if highest > max(start, end) else ""
    stood = f"On the scale “{_scale_title(account)}” the group"
    if start == end and not peak:
        return f"{stood} stayed at {level(start)}, {scale.title(start)}."
    return (
        f"{stood} went from {level(start)}, {scale.title(start)}, to {level(end)}, "
        f"{scale.title(end)}{peak}."
    )


def _scale_title(account: Account) -> str:
    scale = account.scenario.scales_by_id.get(account.main_scale or "")
    return account.text(scale.title) if scale else ""


# --- decisions ---------------------------------------------------------------------------------


def _decisions(account: Account) -> tuple[Block, ...]:
    chosen = mattered_most(account, MOST)
    if not chosen:
        return ()
    return (
        _title(chosen, "decision that mattered most", "decisions that mattered most"),
        ItemList(tuple(ListItem(_decision(account, r), generated=True) for r in chosen)),
    )


def _title(found: Sequence[object], one: str, many: str) -> Block:
    words = one if len(found) == 1 else many
    title = f"{count_word(len(found))} {words}" if len(found) > 1 else words
    return Paragraph(text_runs(title[0].upper() + title[1:], bold=True))


def _decision(account: Account, record: DecisionRecord) -> Runs:
    decision = record.decision
    head = f"{decision.id} {account.text(decision.title)}"
    outcome = (outcome_words(account, record), declared_words(account, record))
    sentences = [f": {', '.join(words for words in outcome if words)}."]
    if record.requested_by:
        sentences.append(f" Requested by {listed(record.requested_by)}.")
    way = moved_group(account, record)
    if way and way[0] != way[1]:
        sentences.append(f" The group moved from {level(way[0])} to {level(way[1])}.")
    if others := differing_words(record):
        sentences.append(f" {others}")
    if said := dissent_words(record):
        sentences.append(f" {said}")
    elif not apart(record):
        sentences.append(" No objection and no reservation were recorded.")
    seqs = (record.outcome.seq,) if record.outcome else ()
    link = f"#{decision_anchor(decision.id)}"
    return (Run(head, bold=True, target=link), Run("".join(sentences)), *account.see(*seqs))


# --- observations and actions ------------------------------------------------------------------


def by_rating(account: Account, *, best_first: bool) -> list[str | None]:
    """Return the objectives by their rating, then those of no objective; unrated stand between."""

    def place(objective: str) -> int:
        rating = account.state.ratings.get(objective)
        return _BEST_FIRST.index(rating.rating) if rating and rating.rating in "PSMU" else 2

    ids = [objective.id for objective in account.scenario.objectives]
    return [*sorted(ids, key=place, reverse=not best_first), None]


def one_each(account: Account, kind: str, count: int = MOST) -> tuple[Observation, ...]:
    """Return the last observation of a kind on each objective, one by one, until there are enough.

    For strengths the best rated objectives come first, for areas for improvement the others.
    """
    waiting = {
        objective: [
            o
            for o in account.state.observations.values()
            if o.kind == kind and not o.withdrawn and o.objective == objective
        ]
        for objective in by_rating(account, best_first=kind == "strength")
    }
    found: list[Observation] = []
    while len(found) < count and any(waiting.values()):
        found += [observations.pop() for observations in waiting.values() if observations]
    return tuple(found[:count])


def _observed(account: Account, kind: str, one: str, many: str) -> tuple[Block, ...]:
    chosen = one_each(account, kind)
    if not chosen:
        nothing = f"No {one} was recorded."
        return (_title((), one, many), Paragraph(text_runs(nothing), generated=True))
    numbers = {o.id: number for number, o in improvements(account)}
    items = tuple(
        ListItem(
            (
                *_about(numbers.get(o.id, ""), o.objective),
                Run(sentenced(o.text)),
                *account.seen_during(o, titled=True),
            )
        )
        for o in chosen
    )
    return (_title(chosen, one, many), ItemList(items))


def _about(number: str, objective: str | None) -> Runs:
    """Return the number in the report of what follows, and its objective."""
    target = f"#objective-{objective}" if objective else ""
    words = " ".join(part for part in (number, objective) if part)
    return (Run(words, bold=True, target=target), Run(" ")) if words else ()


def _actions(account: Account) -> tuple[Block, ...]:
    chosen = priority_actions(account)
    if not chosen:
        nothing = "No corrective action was recorded; the improvement plan is to be written."
        return (
            _title((), "priority action", "priority actions"),
            Paragraph(text_runs(nothing), generated=True),
        )
    numbers = {a.id: number for number, a in numbered_actions(account)}
    items = tuple(
        ListItem((*_about(numbers[a.id], a.objective), *_action(a), *account.see(a.seq)))
        for a in chosen
    )
    return (_title(chosen, "priority action", "priority actions"), ItemList(items))


def priority_actions(account: Account, count: int = MOST) -> tuple[CorrectiveAction, ...]:
    """Return the actions of the objectives rated lowest, one from each, the earliest due first."""
    waiting: dict[str | None, list[CorrectiveAction]] = {
        objective: sorted(_open(account, objective), key=lambda a: a.due or "9", reverse=True)
        for objective in by_rating(account, best_first=False)
    }
    found: list[CorrectiveAction] = []
    while len(found) < count and any(waiting.values()):
        found += [actions.pop() for actions in waiting.values() if actions]
    return tuple(found[:count])


def _open(account: Account, objective: str | None) -> Iterable[CorrectiveAction]:
    actions = account.state.actions.values()
    return (a for a in actions if not a.withdrawn and a.objective == objective)


def _action(action: CorrectiveAction) -> Runs:
    owner = action.owner or "No owner named"
    due = f"due {date_in_words(date.fromisoformat(action.due))}" if action.due else "no date set"
    return (Run(sentenced(action.text)), Run(f" {owner}, {due}.", muted=True))
