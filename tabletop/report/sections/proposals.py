"""The texts of one decision: proposals put under consensus, and the silence procedure."""

from collections.abc import Iterator

from tabletop.analysis.decisions import DecisionRecord
from tabletop.exercise.phrasing import sentenced
from tabletop.exercise.records import Circulation, Proposal
from tabletop.plots.picture import counted
from tabletop.report.content import Block, Cell, Column, Table, Tone
from tabletop.report.sections.account import Account
from tabletop.report.sections.phrases import MISSING, STANCES, count_word

_RESULTS: dict[str, tuple[str, Tone]] = {
    "adopted": ("Ran out unbroken", "supports"),
    "broken": ("Broken", "objects"),
    "revised": ("Replaced by a new text", "neutral"),
    "withdrawn": ("Withdrawn", "withdrawn"),
    "no_agreement": ("Closed before its deadline", "objects"),
    "under_silence": ("Still under silence", "awaiting"),
}


def proposals_put(account: Account, record: DecisionRecord) -> Iterator[Block]:
    """Yield the proposals and what seats said of each, where there was more than one."""
    proposals = record.run.proposals
    if len(proposals) < 2:
        return
    last = len(proposals) - 1
    rows = tuple(
        (
            Cell(str(number + 1), strong=True),
            Cell(account.since_start(account.record.moment_of_played(one.played))),
            Cell(_named(account, record, one.option, one.text)),
            Cell(_stances(one)),
            Cell(_became(record) if number == last else "replaced"),
        )
        for number, one in enumerate(proposals)
    )
    columns = (
        Column("", width=0.3),
        Column("Put at", width=0.9),
        Column("Proposal", width=2.6),
        Column("What seats said of it", width=4.5),
        Column("Result", width=1.2),
    )
    title = f"{record.decision.id}: proposals put by the chair"
    yield Table(title, columns, rows, dense=True, sheet="Proposals")


def _became(record: DecisionRecord) -> str:
    """Return what became of the last proposal."""
    ends = {"adopted": "adopted", "no_agreement": "not agreed"}
    status = record.outcome.computed_status if record.outcome else ""
    return ends.get(status, "in hand at the end")


def _named(account: Account, record: DecisionRecord, option: str | None, text: str) -> str:
    title = account.option(record.decision, option)
    named = f"{option}: {title}" if option is not None else ""
    words = text.strip()
    if words and named:
        return f"{words}\nput as {named}"
    return words or named or MISSING


def _stances(proposal: Proposal) -> str:
    """Return what was said, those in the way first."""
    order = list(STANCES)
    said = sorted(proposal.stances.items(), key=lambda pair: -order.index(pair[1].stance))
    found = []
    for role, stance in said:
        text = f": {sentenced(stance.text)}" if stance.text.strip() else "."
        found.append(f"{role} {STANCES[stance.stance]}{text}")
    return "\n".join(found) or "No seat took an express stance."


# --- silence -----------------------------------------------------------------------------------


def silence_record(account: Account, record: DecisionRecord) -> Iterator[Block]:
    """Yield the texts that went under silence: when, until when, broken by whom."""
    if record.decision.rule.kind != "silence":
        return
    columns = (
        Column("Text", width=3),
        Column("Circulated", width=1.25),
        Column("Deadline", width=1.5),
        Column("Breaks and reservations", width=3.8),
        Column("Result", width=1.9),
    )
    rows = tuple(
        _row(account, record, text, first_of_its_words(record, text))
        for text in record.run.circulations
    )
    if not rows:
        rows = ((Cell("No text was circulated."), Cell(), Cell(), Cell(), Cell()),)
    yield Table(
        f"{record.decision.id}: silence procedure",
        columns,
        rows,
        note="Moments since STARTEX, pauses included. A break counts only before the deadline.",
        dense=True,
        sheet="Silence",
    )


def first_of_its_words(record: DecisionRecord, text: Circulation) -> Circulation:
    """Return the first circulation of the same words, which may be this one."""
    same = (c for c in record.run.circulations if _words_of(c) == _words_of(text))
    return next(same, text)


def _words_of(text: Circulation) -> tuple[str | None, str]:
    return text.option, text.text.strip()


def circulated_words(record: DecisionRecord) -> str:
    """Return how often texts were circulated: “2 texts circulated”, “One text circulated twice”."""
    circulations = record.run.circulations
    texts = len({_words_of(text) for text in circulations})
    if texts == len(circulations):
        return f"{counted(texts, 'text')} circulated"
    times = "twice" if len(circulations) == 2 else f"{len(circulations)} times in all"
    return f"{count_word(texts)} text{'' if texts == 1 else 's'} circulated {times}"


def _row(
    account: Account, record: DecisionRecord, text: Circulation, first: Circulation
) -> tuple[Cell, ...]:
    words, tone = _RESULTS[record.silence_result(text)]
    extended = len(text.deadlines) - 1
    story = account.story_time(text.scenario_deadline) if text.scenario_deadline else ""
    times = {0: "", 1: "extended once", 2: "extended twice"}.get(
        extended, f"extended {extended} times"
    )
    notes = [times, story and f"scenario {story}"]
    again = f"Text {first.revision} again, unchanged"
    words_put = _named(account, record, text.option, text.text) if first is text else again
    return (
        Cell(f"Text {text.revision}", detail=words_put),
        Cell(account.real(text.at)),
        Cell(
            account.since_start(account.record.moment_of_played(text.deadline)),
            note=", ".join(note for note in notes if note),
        ),
        Cell(_said(account, text)),
        Cell(words, note=sentenced(text.withdrawn_reason), tone=tone, strong=True),
    )


def _said(account: Account, text: Circulation) -> str:
    lines = []
    for one in text.breaks:
        when = account.since_start(account.record.moment_of_entry(one.seq))
        late = ", late and void" if one.late else ""
        lines.append(f"{one.role} broke silence at {when}{late}: {sentenced(one.text)}")
    for role, stance in text.stances.items():
        words = f": {sentenced(stance.text)}" if stance.text.strip() else "."
        lines.append(f"{role} {STANCES[stance.stance]}{words}")
    return "\n".join(lines) or "None."
