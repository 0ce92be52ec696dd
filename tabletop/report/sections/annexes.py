"""Annexes A, B and E: improvement plan, participants, requests for information."""

from collections.abc import Iterator

from tabletop.exercise import events as e
from tabletop.exercise.journal import Entry
from tabletop.exercise.phrasing import listed, sentenced
from tabletop.exercise.records import CorrectiveAction, Request
from tabletop.plots.picture import counted, span
from tabletop.report.content import (
    Block,
    Cell,
    Column,
    Heading,
    ItemList,
    ListItem,
    PageBreak,
    Table,
    Tone,
    paragraph,
    text_runs,
)
from tabletop.report.sections.account import Account, entry_anchor
from tabletop.report.sections.objectives import improvements, numbered_actions
from tabletop.report.sections.phrases import MISSING, capital, count_word, part_of

# --- A -----------------------------------------------------------------------------------------


def improvement_plan(account: Account) -> tuple[Block, ...]:
    """Return the corrective actions under the columns of the HSEEP template."""
    # The annexes begin on a page of their own.
    heading = (PageBreak(), Heading(1, "Improvement plan", "annex-a", "A"))
    actions = numbered_actions(account)
    if not actions:
        todo = "Write one owner and one date for each area for improvement in section 6."
        nothing = "No area for improvement was recorded that would ask for one."
        words = todo if improvements(account) else nothing
        return (
            *heading,
            paragraph(f"No corrective action was recorded. {words}"),
            *_kept_for_later(account),
        )
    columns = (
        Column("ID", width=0.9),
        Column("Core capability", width=1.85),
        Column("Areas for improvement of that objective", width=1.8),
        Column("Corrective action", width=3.7),
        Column("Capability element", width=1.35),
        Column("Primary responsible organisation; contact", width=2),
        Column("Start", width=1.9),
        Column("Completion", width=1.9),
        Column("Status", width=0.9),
    )
    rows = tuple(_action(account, number, action) for number, action in actions)
    note = (
        "Areas for improvement: the numbers of section 6 under the same objective. The "
        "after-action meeting says which of them an action mends, and fills in the capability "
        "element (planning, organisation, equipment, training, exercises) and the contact person."
    )
    return (
        *heading,
        paragraph(_plan_summary([action for _, action in actions]), generated=True),
        Table("Improvement plan", columns, rows, note=note, dense=True, sheet="Improvement plan"),
        *_kept_for_later(account),
    )


def _plan_summary(actions: list[CorrectiveAction]) -> str:
    """Return how many actions there are, and how many still want an owner or a date."""
    count = len(actions)
    verb = "was" if count == 1 else "were"
    head = f"{count_word(count)} corrective action{'' if count == 1 else 's'} {verb} recorded"
    wanting = sum(not (action.owner and action.due) for action in actions)
    if not wanting:
        return f"{head}, {'' if count == 1 else 'each '}with an owner and a date."
    which = part_of(wanting, count, "action", "actions")
    want = "wants" if wanting == 1 else "want"
    return f"{head}. {capital(which)} still {want} an owner or a date."


def _kept_for_later(account: Account) -> Iterator[Block]:
    """Yield the side issues that the table put aside, so that none is forgotten."""
    kept = [issue for issue in account.state.issues.values() if not issue.withdrawn]
    if kept:
        yield Heading(2, "Kept for later", "kept-for-later", "A.1")
        yield paragraph("Put aside during play, to be taken up by those concerned.")
        yield ItemList(
            tuple(
                ListItem((*text_runs(sentenced(issue.text)), *account.see(issue.seq)))
                for issue in kept
            )
        )


def _action(account: Account, number: str, action: CorrectiveAction) -> tuple[Cell, ...]:
    capabilities = {o.id: account.text(o.capability) for o in account.scenario.objectives}
    areas = [n for n, o in improvements(account) if o.objective == action.objective]
    objective = action.objective or ""
    return (
        Cell(number, strong=True, anchor=number, target=f"#{entry_anchor(action.seq)}"),
        Cell(capabilities.get(objective) or MISSING, note=objective),
        Cell(
            ", ".join(areas) if objective and areas else MISSING,
            target=f"#objective-{objective}" if objective else "",
        ),
        Cell(sentenced(action.text)),
        Cell(MISSING),
        Cell(action.owner or "no owner named"),
        Cell(action.start or MISSING),
        Cell(action.due or "no date"),
        Cell(action.status),
    )


# --- B -----------------------------------------------------------------------------------------


def participants(account: Account) -> tuple[Block, ...]:
    """Return the seats with the people in them, and who came or left during play."""
    heading = Heading(1, "Participants", "annex-b", "B")
    if not account.state.seats:
        return (heading, paragraph("The scenario has no seats; it was played by the whole table."))
    people = any(p.name or p.organisation for p in account.record.participants)
    columns = [
        Column("Seat", width=1.05),
        Column("Title", width=2.6),
        Column("Kind", width=1.3),
        Column("In decisions", width=1.2),
    ]
    if people:
        columns += [Column("Person", width=1.8), Column("Organisation", width=2.8)]
    rows = tuple(_seat(account, role, people=people) for role in account.state.seats)
    changes = [
        row for entry in account.record.standing_entries if (row := _presence(account, entry))
    ]
    blocks: list[Block] = [
        heading,
        Table("Seats and participants", tuple(columns), rows, sheet="Participants"),
    ]
    if changes:
        heads = (Column("Real time", width=1), Column("Change", width=6))
        caption = "Who came and left during play"
        blocks.append(Table(caption, heads, tuple(changes), dense=True, sheet="Participants"))
    not_played = [r for r in account.scenario.roles_by_id if r not in account.state.seats]
    if not_played:
        blocks.append(paragraph(f"Seats of the scenario not played: {', '.join(not_played)}."))
    return tuple(blocks)


def _seat(account: Account, role_id: str, *, people: bool) -> tuple[Cell, ...]:
    role = account.scenario.roles_by_id[role_id]
    seat = account.state.seats[role_id]
    card = account.scenario.cards_by_id.get(seat.card or "")
    given = f"card: {account.text(card.title)}" if card else ""
    cells = [
        Cell(role_id, strong=True),
        Cell(account.role(role_id), note=given),
        Cell(role.kind),
        Cell(_say(account, role_id)),
    ]
    if people:
        sitting = [p for p in account.record.participants if p.role == role_id]
        names = dict.fromkeys(p.name for p in sitting if p.name)
        organisations = dict.fromkeys(p.organisation for p in sitting if p.organisation)
        cells.append(Cell("\n".join(names) or MISSING))
        cells.append(Cell("\n".join(organisations) or MISSING))
    return tuple(cells)


def _say(account: Account, role_id: str) -> str:
    """Return whether a seat decides; one that rules name beside the others decides only there."""
    if account.scenario.roles_by_id[role_id].decides:
        return "decides"
    named = [
        record.decision.id
        for record in account.decisions
        if role_id in record.eligible and not record.is_advice(role_id)
    ]
    return f"decides in {listed(named)}" if named else "advises"


def _presence(account: Account, entry: Entry) -> tuple[Cell, ...] | None:
    started = account.state.started_at
    if started is None or entry.at <= started:
        return None
    match entry.event:
        case e.SeatAbsent(role):
            words = f"{role} is absent from now on"
        case e.SeatPresent(role):
            words = f"{role} is at the table"
        case _:
            return None
    return (Cell(account.real(entry.at), target=f"#{entry_anchor(entry.seq)}"), Cell(words))


# --- E -----------------------------------------------------------------------------------------


def requests_for_information(account: Account) -> tuple[Block, ...]:
    """Return question, answer and delay of every request."""
    heading = Heading(1, "Requests for information", "annex-e", "E")
    requests = [r for r in account.state.requests.values() if not r.withdrawn]
    if not requests:
        return (heading, paragraph("No request for information was recorded."))
    columns = (
        Column("ID", width=0.6),
        Column("Seat", width=0.7),
        Column("Asked", width=1.2),
        Column("Question", width=3.2),
        Column("Answer", width=3.4),
        Column("Wait", "right", 1.1),
    )
    rows = tuple(_request(account, request) for request in requests)
    return (
        heading,
        paragraph(_requests_summary(account, requests), generated=True),
        Table("Requests for information", columns, rows, dense=True, sheet="Requests"),
    )


def _requests_summary(account: Account, requests: list[Request]) -> str:
    waits = sorted(
        r.answered_played - r.asked_played for r in requests if r.answered_played is not None
    )
    text = f"{counted(len(requests), 'request')}, {_answered(len(waits), len(requests))}."
    if len(waits) == 1:
        text += f" The wait was {span(waits[0])} of play."
    elif waits:
        text += f" The shortest wait was {span(waits[0])}, the longest {span(waits[-1])} of play."
    unanswered = [r for r in requests if r.answered_played is None]
    if unanswered and waits:
        text += f" Never answered: {listed(f'{r.id} ({r.role})' for r in unanswered)}."
    answered = [r for r in requests if r.answered_played is not None]
    taken = [d for d in account.closed if _open_at(answered, d.outcome.played if d.outcome else 0)]
    if taken:
        which = part_of(len(taken), len(account.closed), "closed decision", "closed decisions")
        verb = "was" if len(taken) == 1 else "were"
        text += f" {capital(which)} {verb} taken before an answer that came later."
    return text


def _answered(count: int, whole: int) -> str:
    if count == whole:
        return {1: "answered", 2: "both answered"}.get(whole, "all answered")
    if count == 0:
        return "not answered" if whole == 1 else "none answered"
    return f"{count} answered"


def _open_at(requests: list[Request], played: float) -> bool:
    return any(
        r.asked_played < played and (r.answered_played is None or r.answered_played > played)
        for r in requests
    )


def _request(account: Account, request: Request) -> tuple[Cell, ...]:
    tone: Tone | None = None
    answer = sentenced(request.answer or "")
    if request.answered_played is None:
        answer, wait, tone = "Open at the end.", MISSING, "awaiting"
    else:
        wait = span(request.answered_played - request.asked_played)
    if request.refused:
        answer, tone = f"Refused. {answer}", "objects"
    return (
        Cell(request.id, strong=True, target=f"#{entry_anchor(request.seq)}"),
        Cell(request.role, note=f"to {request.to}" if request.to else ""),
        Cell(account.real(request.at), note=request.inject_id or ""),
        Cell(sentenced(request.question)),
        Cell(answer, tone=tone),
        Cell(wait),
    )
