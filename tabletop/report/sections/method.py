"""Annex F: how the data were taken, what each figure means, and which record this report is of."""

from importlib.metadata import PackageNotFoundError, version

from tabletop.report.content import Block, Cell, Column, Heading, Table, paragraph
from tabletop.report.sections.account import Account

_FORMULAS = (
    (
        "Time to decision",
        (
            "closing − release of the inject, pauses left out; for the later decisions of an "
            "inject, closing − opening"
        ),
        "A seat’s time runs to its last valid entry in that round.",
    ),
    (
        "Response rate",
        "R = n / D",
        "n eligible seats that answered, of D. Not given under silence, where nobody has to.",
    ),
    (
        "Modal share",
        "M = max pₖ",
        "Share of the largest group; pₖ is the share of option k among the choices given.",
    ),
    (
        "Agreement by options",
        "1 − H, H = −Σ pₖ ln pₖ / ln K",
        "K options offered. Knows no order and no distance between options.",
    ),
    (
        "Consensus index (Tastle and Wierman)",
        "Cns = 1 + Σ pₖ log₂(1 − |xₖ − μ| / w)",
        (
            "Positions x on the scale, μ their mean, w the span of the scale offered. 1: all "
            "alike; 0: half at each end."
        ),
    ),
    (
        "Median, range, mean deviation",
        "median x; lowest to highest; mean of |x − median|",
        "Easier to explain than an index, and shown beside it.",
    ),
    (
        "Change of index",
        "Cns(final) − Cns(first)",
        "Over the seats that gave both; needs silent first positions.",
    ),
    (
        "Kendall’s W",
        "W = 12 S / (m² (q³ − q))",
        (
            "m seats rank all q options; S is the sum of squared distances of the rank sums from "
            "their mean. 1: all rankings alike."
        ),
    ),
    (
        "Brier score",
        "mean (f − o)²",
        "f the likelihood a seat gave, o what the author settled (1 or 0).",
    ),
    (
        "Stood apart",
        "final option ≠ outcome, or a reservation, objection, break of silence or regret",
        (
            "Over the decisions that ended with an option and in which the seat took a position; a "
            "request and what was noted before a text went under silence differ from nothing. "
            "Persistent: half or more of at least four decisions."
        ),
    ),
    (
        "Expected actions",
        "observed / (observed + in part + not observed)",
        "Not applicable and not assessed are left out of the share.",
    ),
)


def software() -> str:
    """Return name and version of the program that wrote the report."""
    try:
        return f"Tabletop {version('tabletop')}"
    except PackageNotFoundError:
        return "Tabletop, not installed as a package"


def short_head(account: Account) -> str:
    """Return the beginning of the last entry's hash, in groups of four."""
    head = account.record.head.hash
    return " ".join(head[start : start + 4] for start in range(0, 16, 4))


def method_and_formulas(account: Account) -> tuple[Block, ...]:
    """Return the method in words, the formulas, and the marks of the record."""
    return (
        Heading(1, "Method and formulas", "annex-f", "F"),
        paragraph(
            "Positions, stances and texts were entered during play, each with its moment in both "
            "clocks, into a journal that only grows: a changed mind, a correction and an undone "
            "entry are entries of their own. Where a first round was planned, seats wrote a silent "
            "first position before the talk. Every figure of this report is computed from the "
            "journal; sentences marked as generated were written by the program and are to be "
            "confirmed or changed by the evaluators."
        ),
        paragraph(
            "Figures of agreement use each eligible seat’s last final position before closing; "
            "first positions enter only the change of index, and stances enter nothing. Indices "
            "are left out below three answers and given with two decimals. Times of ten minutes "
            "and more are given without seconds."
        ),
        Table(
            "Figures and their formulas",
            (
                Column("Figure", width=1.8),
                Column("Formula", width=3),
                Column("Meaning and limits", width=4),
            ),
            tuple((Cell(n, strong=True), Cell(f), Cell(m)) for n, f, m in _FORMULAS),
            dense=True,
            sheet="Formulas",
        ),
        _record(account),
    )


def _record(account: Account) -> Table:
    scenario, head = account.scenario, account.record.head
    cut = account.scenario.cut(account.state.cut)
    rows = (
        ("Exercise", account.record.exercise_id),
        ("Kind", account.state.kind),
        ("Scenario", f"{scenario.id}, {account.text(scenario.title)}, version {scenario.version}"),
        ("Version played", account.text(cut.title) if cut else "full"),
        ("Scenario file, SHA-256", account.record.package.sha256),
        ("Journal", f"{head.seq} entries"),
        ("Journal head, SHA-256", head.hash),
        ("Software", software()),
        ("Times", "UTC; real moments since STARTEX"),
    )
    return Table(
        "The record this report is made of",
        (Column("Item", width=1.2), Column("Value", width=4)),
        tuple((Cell(label, strong=True), Cell(text)) for label, text in rows),
        note="Every entry is sealed into the next. The head lets anyone check that not one of "
        "them was changed, added or left out.",
        dense=True,
        sheet="Record",
    )
