"""Section 4: the story as it was played, as a figure and as a table."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from tabletop.analysis.injects import inject_counts, inject_status
from tabletop.exercise import events as e
from tabletop.exercise.journal import Entry
from tabletop.exercise.phrasing import listed, said, sentenced
from tabletop.plots.picture import counted, span
from tabletop.plots.storyline import Span, StoryEvent, Storyline
from tabletop.plots.storyline import storyline as storyline_picture
from tabletop.report.content import Block, Cell, Column, Heading, Table, Tone, paragraph
from tabletop.report.figures import figure_of
from tabletop.report.sections.account import Account, entry_anchor, inject_anchor
from tabletop.scenario.model import Inject
from tabletop.scenario.wording import condition_in_words

Row = tuple[Cell, ...]
_NOT_PLAYED = {
    "skipped": "skipped",
    "not_reached": "not reached",
}


def storyline_as_played(account: Account) -> tuple[Block, ...]:
    """Return the paragraph, the figure, the table, and what was not played."""
    heading = Heading(1, "Storyline as played", "storyline", "4")
    if account.state.started_at is None:
        return (heading, paragraph("The exercise has not been started.", generated=True))
    return (
        heading,
        paragraph(_introduction(account), generated=True),
        *_figure(account),
        Table(
            "The exercise step by step",
            (
                Column("Real time", width=0.9),
                Column("Scenario time", width=1.5),
                Column("Inject", width=0.75),
                Column("What happened", width=3.4),
                Column("Why here", width=3.2),
            ),
            tuple(_rows(account)),
            note="Real time counts from STARTEX, pauses included. Times lead to the log, which also"
            " holds what was undone.",
            anchor="steps",
            sheet="Storyline",
            dense=True,
        ),
        *_left_out(account),
    )


def _figure(account: Account) -> Iterator[Block]:
    """Yield the time line; without anything on it there is none to draw."""
    data = _data(account)
    if data.events:
        caption = "Injects between scenario time and real time"
        picture = storyline_picture(data, account.frame)
        # Everything the drawing shows stands in the table below it.
        yield replace(figure_of(picture, caption=caption, anchor="figure-storyline"), data=None)


def _introduction(account: Account) -> str:
    state, record = account.state, account.record
    pauses = state.paused(record.until)
    played = state.played(record.until)
    if state.ended_at and played < 1:
        return "The exercise was ended as soon as it had been started."
    besides = f", with {span(pauses)} of pauses besides." if pauses else " without a pause."
    sentences = [f"Play lasted {span(played)}{besides}"]
    branched = [i.id for i in _released(account) if i.when is not None]
    if branched:
        sentences.append(f"Planned only under a condition, and played: {listed(branched)}.")
    against = [i.id for i in _released(account) if state.inject_run(i.id).against_condition]
    if against:
        sentences.append(f"Released against their condition: {listed(against)}.")
    if record.improvised:
        sentences.append(f"Improvised on the day: {listed(record.improvised)}.")
    return " ".join(sentences)


def _released(account: Account) -> list[Inject]:
    planned = account.scenario.injects
    return [i for i in planned if i.id in account.record.first_releases]


# --- the figure --------------------------------------------------------------------------------


def _data(account: Account) -> Storyline:
    record, state = account.record, account.state
    decisions = tuple(
        Span(
            record.moment(d.run.opened_at),
            record.moment(d.outcome.at if d.outcome else record.until),
            d.decision.id,
        )
        for d in account.decisions
        if d.run.opened_at is not None
    )
    pauses = tuple(
        Span(record.moment(pause.start), record.moment(pause.end or record.until))
        for pause in state.pauses
    )
    events = tuple(_in_order_of_play(account))
    return Storyline(events, record.moment(record.until), decisions, pauses)


def _in_order_of_play(account: Account) -> Iterator[StoryEvent]:
    """Yield what was played in its order, and what was skipped where it would have stood."""
    for entry in account.record.standing_entries:
        match entry.event:
            case e.InjectReleased(inject_id, scenario_time) if account.is_first_release(entry):
                yield _event(account, entry, inject_id, scenario_time)
            case e.InjectImprovised(inject_id) if account.is_first_release(entry):
                yield _event(account, entry, inject_id, entry.event.scenario_time)
            case e.InjectSkipped(inject_id) if account.state.inject_run(inject_id).skipped:
                title = account.inject_title(inject_id)
                yield StoryEvent(inject_id, title, "skipped")
            case e.ScenarioTimeJumped(to):
                label = account.story_time(to)
                yield StoryEvent(
                    "",
                    "Scenario time moved on",
                    "jump",
                    to.timestamp(),
                    label,
                    account.record.moment(entry.at),
                )
            case _:
                pass


def _event(account: Account, entry: Entry, inject_id: str, scenario_time: datetime) -> StoryEvent:
    return StoryEvent(
        inject_id,
        account.inject_title(inject_id),
        inject_status(account.record, inject_id),
        scenario_time.timestamp(),
        account.story_time(scenario_time),
        account.record.moment(entry.at),
    )


# --- the table ---------------------------------------------------------------------------------


_CLOCK_STEPS = (e.ExercisePaused, e.ExerciseResumed, e.ExerciseEnded, e.ExerciseContinued)


def _told_entries(account: Account) -> Iterator[Entry]:
    """Yield what happened; also the clock's steps that were undone, for the clock did stand."""
    gone = account.state.undone | account.state.undoing
    started = account.state.started_at
    for entry in account.record.entries:
        stood = started is not None and entry.at >= started
        if entry.seq not in gone or (stood and isinstance(entry.event, _CLOCK_STEPS)):
            yield entry


def _rows(account: Account) -> Iterator[Row]:
    for entry in _told_entries(account):
        row = _row(account, entry)
        if row is not None:
            yield row


def _row(account: Account, entry: Entry) -> Row | None:
    match entry.event:
        case e.ExerciseStarted():
            return _step(account, entry, "STARTEX")
        case e.ExerciseEnded():
            return _step(account, entry, "ENDEX")
        case e.ExerciseContinued():
            why = "The time since ENDEX counts as a pause"
            return _step(account, entry, "ENDEX taken back", why)
        case e.ExercisePaused(reason):
            return _step(account, entry, "Pause", reason)
        case e.ExerciseResumed():
            return _step(account, entry, "Play goes on")
        case e.ScenarioTimeJumped(to):
            return _step(account, entry, f"Scenario time jumps to {account.story_time(to)}")
        case e.ExerciseTakenUp(since, until):
            away = span((until - since).total_seconds())
            is_pause = any((p.start, p.end) == (since, until) for p in account.state.pauses)
            counts = "It counts as a pause" if is_pause else "It counts as play"
            return _step(account, entry, f"The program had been away for {away}", counts)
        case _:
            return _inject_row(account, entry)


def _inject_row(account: Account, entry: Entry) -> Row | None:
    match entry.event:
        case e.InjectReleased(inject_id):
            head, why = _release(account, entry.event)
            return _step(account, entry, head, why, inject_id)
        case e.InjectImprovised(inject_id, title):
            return _step(account, entry, title, "Improvised on the day", inject_id)
        case e.InjectRecalled(inject_id, reason):
            return _step(account, entry, "Recalled", reason, inject_id, "withdrawn")
        case e.InjectSkipped(inject_id, reason):
            text = f"Skipped: {account.inject_title(inject_id)}"
            return _step(account, entry, text, reason, inject_id, "withdrawn")
        case e.InjectAmended(inject_id):
            return _step(account, entry, "Text changed for this exercise", "", inject_id)
        case _:
            return None


def _release(account: Account, event: e.InjectReleased) -> tuple[str, str]:
    inject = account.inject(event.inject_id)
    why = []
    if inject.when is not None:
        why.append(f"Only if {condition_words(account, inject)}.")
    if event.against_condition:
        why.append("Released against that condition.")
    if event.reason:
        why.append(said("Reason", event.reason))
    if event.variant is not None:
        when = condition_in_words(inject.variants[event.variant].when, account.scenario)
        why.append(f"Variant played, because {account.text(when)}.")
    return account.inject_title(event.inject_id), " ".join(why)


def condition_words(account: Account, inject: Inject) -> str:
    """Return what an inject waits for, empty for nothing."""
    if inject.when is None:
        return ""
    return account.text(condition_in_words(inject.when, account.scenario))


def _step(
    account: Account,
    entry: Entry,
    text: str,
    why: str = "",
    inject_id: str = "",
    tone: Tone | None = None,
) -> Row:
    state = account.state_at(entry.seq)
    released = inject_id in account.record.first_releases
    return (
        Cell(account.real(entry.at), target=f"#{entry_anchor(entry.seq)}"),
        Cell(account.story_time(state.scenario_time(entry.at))),
        Cell(inject_id, strong=True, target=f"#{inject_anchor(inject_id)}" if released else ""),
        Cell(text, strong=not inject_id, tone=tone),
        Cell(sentenced(why)),
    )


def _left_out(account: Account) -> Iterator[Block]:
    """Yield what was planned for the version played and did not come, then what was not planned."""
    statuses = {i.id: inject_status(account.record, i.id) for i in account.scenario.injects}
    rows = tuple(
        _left_out_row(account, inject, statuses[inject.id])
        for inject in account.scenario.injects
        if statuses[inject.id] in _NOT_PLAYED
    )
    if rows:
        columns = (
            Column("Inject", width=0.8),
            Column("Title", width=3),
            Column("Status", width=1.6),
            Column("Why, or under which condition", width=3.6),
        )
        caption = f"Not played: {counted(len(rows), 'inject')}"
        note = _beyond_the_plan(account, len(rows))
        yield Table(caption, columns, rows, note=note, dense=True, sheet="Not played")
    else:
        yield paragraph("Every planned inject was played.")
    elsewhere = list(statuses.values()).count("not_in_cut")
    if elsewhere:
        whole = counted(elsewhere, "inject")
        yield paragraph(f"{whole} of the scenario did not belong to the version that was played.")


def _beyond_the_plan(account: Account, listed_here: int) -> str:
    """Return why section 1 counts fewer, where it does."""
    counts = inject_counts(account.record)
    planned = counts.skipped + counts.not_reached
    if listed_here <= planned:
        return ""
    return (
        f"Of these {listed_here} section 1 counts {planned} as planned and not played: "
        "contingencies are no part of the plan, and injects of which only one is ever played "
        "count once."
    )


def _left_out_row(account: Account, inject: Inject, status: str) -> Row:
    waits = condition_words(account, inject)
    why = f"only if {waits}" if waits else ""
    if status == "skipped":
        why = account.state.inject_run(inject.id).reason
    kind = ", contingency" if inject.contingency else ""
    return (
        Cell(inject.id, strong=True),
        Cell(account.inject_title(inject.id)),
        Cell(f"{_NOT_PLAYED[status]}{kind}"),
        Cell(sentenced(why[:1].upper() + why[1:])),
    )
