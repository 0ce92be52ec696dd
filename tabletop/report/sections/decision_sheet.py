"""One decision in full: question, rule, options, outcome, positions, silence, judgements.

The sheet is written so that most decisions fit on a page: running text for what happened once, a
table for what every seat did.
"""

from collections.abc import Iterator

from tabletop.analysis.decisions import DecisionRecord
from tabletop.exercise.phrasing import listed, sentenced
from tabletop.exercise.rules_in_words import rule_in_words
from tabletop.plots.picture import span
from tabletop.report.content import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
)
from tabletop.report.sections.account import Account, decision_anchor, inject_anchor
from tabletop.report.sections.judgements import judged_facts
from tabletop.report.sections.outcomes import (
    by_the_rule,
    differing_words,
    dissent_words,
    noted_before_words,
    outcome_words,
    seats_named,
    unanswered,
)
from tabletop.report.sections.phrases import index, level
from tabletop.report.sections.positions import positions_of_seats, rankings
from tabletop.report.sections.proposals import proposals_put, silence_record
from tabletop.report.sections.what_was_put import in_the_way


def decision_sheet(account: Account, record: DecisionRecord) -> tuple[Block, ...]:
    """Return everything the report says of one decision."""
    decision = record.decision
    title = f"{decision.id} {account.text(decision.title)}"
    return (
        Heading(3, title, decision_anchor(decision.id)),
        *_question(account, record),
        Paragraph(_outcome(account, record), generated=True),
        *_declared(account, record),
        *_circumstances(account, record),
        *_options(account, record),
        *proposals_put(account, record),
        *silence_record(account, record),
        *positions_of_seats(record),
        *rankings(account, record),
        *judged_facts(account, record),
    )


def _labelled(label: str, *runs: Run) -> Runs:
    return (Run(f"{label}. ", bold=True), *runs)


def _question(account: Account, record: DecisionRecord) -> Iterator[Block]:
    decision = record.decision
    question = " ".join(account.text(decision.question).split())
    where = Run(record.inject.id, target=f"#{inject_anchor(record.inject.id)}")
    label = _labelled("Question", Run(f"{question} ")) if question else ()
    put = (*label, Run("(with ", muted=True), where, Run(") ", muted=True))
    words = account.text(rule_in_words(decision, account.scenario))
    shown_as = account.text(decision.rule.shown_as or "")
    eligible = _eligible(account, record)
    runs = [Run(f"{shown_as}: " if shown_as else ""), Run(words), Run(f" Eligible: {eligible}.")]
    rule = _labelled("Rule", *(run for run in runs if run.text))
    yield Paragraph((*put, *rule))


def _eligible(account: Account, record: DecisionRecord) -> str:
    deciding = tuple(role.id for role in account.scenario.roles if role.decides)
    if record.eligible == deciding and len(deciding) > 1:
        return f"all {len(deciding)} seats that decide"
    return seats_named(record.eligible, 12) or "no seat"


def _outcome(account: Account, record: DecisionRecord) -> Runs:
    words = outcome_words(account, record)
    sentences = [f"{words[0].upper()}{words[1:]}."]
    if record.requested_by:
        sentences.append(_asked(record))
    sentences.append(in_the_way(record))
    sentences.append(differing_words(record, named=True))
    sentences.append(noted_before_words(record))
    sentences.append(_silent(record))
    sentences.append(dissent_words(record))
    seqs = [o.seq for o in record.run.earlier_outcomes]
    if seqs:
        times = "once" if len(seqs) == 1 else f"{len(seqs)} times"
        sentences.append(f"It had been closed and reopened {times} before.")
    if record.outcome:
        seqs.append(record.outcome.seq)
    text = " ".join(sentence for sentence in sentences if sentence)
    return _labelled("Outcome", Run(text), *account.see(*seqs))


def _silent(record: DecisionRecord) -> str:
    """Return who took no position; who took a stance did speak, though not by a position."""
    silent = unanswered(record)
    spoke = tuple(role for role in silent if role in record.express_stances)
    mute = tuple(role for role in silent if role not in spoke)
    what = "gave no ranking" if record.decision.rule.kind == "ranking" else "took no final position"
    sentences = [f"{seats_named(mute, 12)} {what}."] if mute else []
    if spoke:
        sentences.append(f"{seats_named(spoke, 12)} took a stance and no final position.")
    return " ".join(sentences)


def _asked(record: DecisionRecord) -> str:
    asked = f"Requested by {listed(record.requested_by)}"
    affected = tuple(r for r in record.inject.affected if r not in record.requested_by)
    return f"{asked}; affected: {listed(affected)}." if affected else f"{asked}."


def _declared(account: Account, record: DecisionRecord) -> Iterator[Block]:
    outcome = record.outcome
    if outcome is None or not outcome.declared:
        return
    text = (
        f"The facilitator declared the outcome. By the rule it was: "
        f"{by_the_rule(account, record)}. Reason: "
        f"{sentenced(outcome.reason)}"
    )
    yield Paragraph(_labelled("Declared", Run(text)))


def _circumstances(account: Account, record: DecisionRecord) -> Iterator[Block]:
    parts = [part for part in (_time(record), _evidence(account, record)) if part]
    runs = list(_labelled("Time and evidence", Run(" ".join(parts)))) if parts else []
    if figures := _figures(record):
        gap = [Run(" ")] if runs else []
        runs += [*gap, *_labelled("Agreement", Run(figures))]
    if runs:
        yield Paragraph(tuple(runs))


def _time(record: DecisionRecord) -> str:
    if record.seconds is None:
        return ""
    planned = record.decision.minutes
    # The plan is for the talk alone; the time measured begins with the reading of the inject.
    plan = f"; {planned:g} min planned for the decision" if planned is not None else ""
    story = record.decision.hours
    hours = f" (given in scenario time: {story:g} h)" if story is not None else ""
    return f"Closed {span(record.seconds)} after {_since(record)}{plan}{hours}."


def _since(record: DecisionRecord) -> str:
    first = record.inject.decisions[:1]
    return "the inject" if first and first[0].id == record.decision.id else "its opening"


def _evidence(account: Account, record: DecisionRecord) -> str:
    if record.outcome is None or record.outcome.evidence is None:
        return ""
    variable = account.scenario.state_by_id.get("evidence")
    most = f" of {level(variable.maximum)}" if variable and variable.maximum is not None else ""
    titles = {one.value: account.text(one.title) for one in variable.levels} if variable else {}
    title = titles.get(int(record.outcome.evidence), "")
    named = f", {title}" if title else ""
    return f"Evidence stood at level {level(record.outcome.evidence)}{most}{named}."


def _figures(record: DecisionRecord) -> str:
    """Return the figures with n; below three answers nothing but the raw values says anything."""
    metrics, n = record.metrics, record.answered
    if n == 0:
        return ""
    few = record.decision.rule.kind == "silence" and n < len(record.eligible)
    parts = [f"n = {n}, the seats that noted a position" if few else f"n = {n}"]
    if metrics.median is not None and metrics.minimum is not None:
        low, high = level(metrics.minimum), level(metrics.maximum)
        median = f"median {level(metrics.median)}"
        together = f"all at {low}" if n > 1 else f"at {low}"
        parts += [median, f"from {low} to {high}"] if low != high else [together]
    if metrics.modal_share is not None:
        most = max(record.tally.values())
        whole = sum(record.tally.values())
        unit = "seats" if whole == n else "choices"
        parts.append(f"largest group {most} of {whole} {unit}")
    for words, value in (
        ("consensus index", metrics.consensus),
        ("agreement by options", metrics.entropy_agreement),
        ("mean deviation from the median", metrics.mean_absolute_deviation),
        ("Kendall’s W", metrics.kendall_w),
    ):
        if value is not None:
            parts.append(f"{words} {index(value)}")
    if metrics.consensus_change is not None:
        sign = "+" if metrics.consensus_change >= 0 else ""
        parts.append(f"change from first to final {sign}{index(metrics.consensus_change)}")
    if n < 3:
        parts.append("too few answers for an index")
    return f"{'; '.join(parts)}."


# --- options -----------------------------------------------------------------------------------


def _options(account: Account, record: DecisionRecord) -> Iterator[Block]:
    decision = record.decision
    if not decision.options:
        return
    has_first, has_scale = bool(record.first_tally), decision.scale is not None
    has_final = bool(record.finals)
    longest = max(len(option.id) for option in decision.options)
    # The costs are the longest words here: on one line each they keep the table on its page.
    columns = [Column("", width=min(1.3, 0.45 + 0.08 * longest)), Column("Option", width=7)]
    columns += [Column("Position", "center", 0.95)] if has_scale else []
    columns += [Column("First", "center", 0.6)] if has_first else []
    columns += [Column("Final", "center", 0.6)] if has_final else []
    columns += [Column("Final seats", width=2.4)] if has_final else []
    rows = tuple(
        tuple(_option_row(account, record, option.id, has_first=has_first, has_final=has_final))
        for option in decision.options
    )
    # Nobody takes a position under silence or in a ranking: zeros would say that nobody cared.
    held = " and who held them" if has_first or has_final else ""
    title = f"{decision.id}: options{held}"
    yield Table(title, tuple(columns), rows, dense=True, sheet="Options", runs_on=True)


def _option_row(
    account: Account,
    record: DecisionRecord,
    option_id: str,
    *,
    has_first: bool,
    has_final: bool,
) -> Iterator[Cell]:
    decision = record.decision
    option = decision.option(option_id)
    cost = account.text(option.cost).strip() if option else ""
    stands = record.outcome is not None and record.outcome.option == option_id
    yield Cell(option_id, strong=True, tone="supports" if stands else None)
    in_own_words = stands and record.outcome is not None and record.outcome.text
    mark = " (stands, in the words above)" if in_own_words else " (stands)" if stands else ""
    yield Cell(
        account.option(decision, option_id) + mark,
        note=f"Cost: {cost}" if cost else "",
        strong=stands,
    )
    if decision.scale is not None:
        position = decision.position_of(option_id)
        yield Cell(level(position), value=position)
    if has_first:
        first = record.first_tally.get(option_id, 0)
        yield Cell(str(first), value=first)
    if not has_final:
        return
    final = record.tally.get(option_id, 0)
    yield Cell(str(final), value=final)
    held = tuple(role for role, p in record.finals.items() if option_id in p.options)
    yield Cell(", ".join(held))
