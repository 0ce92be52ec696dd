"""Annex D: every inject as it was released, with its papers, grade and attachments."""

from collections.abc import Iterator

from tabletop.exercise.deciding.injects import handouts_of
from tabletop.exercise.phrasing import sentenced
from tabletop.exercise.state import ExerciseState
from tabletop.report.content import Block, Heading, Inner, Paragraph, Quote, Run, paragraph
from tabletop.report.markdown import markdown_blocks
from tabletop.report.sections.account import Account, inject_anchor
from tabletop.scenario.model import Handout, Inject

_SOURCES = dict(
    zip(
        "ABCDEF",
        (
            "completely reliable",
            "usually reliable",
            "fairly reliable",
            "not usually reliable",
            "unreliable",
            "cannot be judged",
        ),
        strict=True,
    )
)
_CREDIBILITY = dict(
    zip(
        "123456",
        (
            "confirmed by other sources",
            "probably true",
            "possibly true",
            "doubtful",
            "improbable",
            "cannot be judged",
        ),
        strict=True,
    )
)


def injects_as_released(account: Account) -> tuple[Block, ...]:
    """Return the texts in the order of their first release."""
    heading = Heading(1, "Injects as released", "annex-d", "D")
    released = list(account.record.first_releases)
    if not released:
        return (heading, paragraph("No inject was released."))
    return (heading, *(_quote(account, inject_id) for inject_id in released))


def _quote(account: Account, inject_id: str) -> Quote:
    inject, run = account.inject(inject_id), account.state.inject_run(inject_id)
    state = account.state_at(run.released_seq)
    title = f"{inject_id} {account.inject_title(inject_id)}"
    blocks = tuple(_blocks(account, inject, state))
    return Quote(title, _source(account, inject), blocks, anchor=inject_anchor(inject_id))


def _source(account: Account, inject: Inject) -> str:
    run = account.state.inject_run(inject.id)
    sender = account.text(inject.from_)
    to = ", ".join(_addressed(account, one) for one in inject.to) if inject.is_private else "all"
    channel = inject.channel.replace("-", " ")
    when = account.story_time(run.scenario_time)
    parts = [
        channel[:1].upper() + channel[1:],
        f"from {sender}" if sender else "",
        f"to {to}",
        f"{when}, released at {account.real(run.first_released_at)}",
        _grade(inject.grade),
        "recalled" if run.recalled else "",
    ]
    return "; ".join(part for part in parts if part)


def _addressed(account: Account, to: str) -> str:
    """Return a seat by its code; for whoever holds a card, the seat that held it and the card."""
    kind, colon, card_id = to.partition(":")
    if not colon or kind != "card":
        return to
    card = account.scenario.cards_by_id.get(card_id)
    title = account.text(card.title) if card else card_id
    holders = [role for role, seat in account.state.seats.items() if seat.card == card_id]
    if holders:
        return f"{' and '.join(holders)} (card: {title})"
    return f"whoever holds the card {title}"


def _grade(grade: str) -> str:
    """Return a grade in letters and words: graded B2 (usually reliable, probably true)."""
    if not grade:
        return ""
    source, credibility = _SOURCES.get(grade[:1]), _CREDIBILITY.get(grade[1:])
    if not (source and credibility):
        return f"graded {grade}"
    if source == credibility:
        return f"graded {grade} (neither source nor information can be judged)"
    return f"graded {grade} ({source}, {credibility})"


def _blocks(account: Account, inject: Inject, state: ExerciseState) -> Iterator[Inner]:
    run = account.state.inject_run(inject.id)
    variant = inject.variants[run.variant] if run.variant is not None else None
    planned = variant.body if variant and variant.body is not None else inject.body
    if run.amended_body is not None:
        yield _label("As changed for this exercise")
        yield from markdown_blocks(account.text(run.amended_body, state))
        yield _label("As planned")
    yield from markdown_blocks(account.text(planned, state))
    yield from _judgements(account, inject, state)
    attachments = inject.attachments
    if variant and variant.attachments is not None:
        attachments = variant.attachments
    if attachments:
        yield _labelled("Attachments", ", ".join(map(_named, attachments)))
    papers = {h.id: h for h in (*inject.handouts, *handouts_of(inject, run.variant))}
    for handout in papers.values():
        yield from _handout(account, inject, handout, state)


def _named(attachment: str) -> str:
    """Return what an attachment's file name says: “impact area” for impact-area.svg."""
    stem = attachment.rsplit("/", 1)[-1].rpartition(".")[0] or attachment
    return stem.replace("-", " ").replace("_", " ")


def _label(text: str) -> Paragraph:
    return Paragraph((Run(f"{text}:", bold=True),))


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Run(f"{label}: ", bold=True), Run(text)))


def _judgements(account: Account, inject: Inject, state: ExerciseState) -> Iterator[Inner]:
    for judged in inject.judgements:
        yield _labelled(judged.likelihood.capitalize(), sentenced(account.text(judged.text, state)))
    for label, text in (
        ("Confidence", inject.confidence or ""),
        ("Basis", account.text(inject.basis, state)),
        ("Missing", account.text(inject.missing, state)),
    ):
        if text:
            yield _labelled(label, sentenced(text))


def _handout(
    account: Account, inject: Inject, handout: Handout, state: ExerciseState
) -> Iterator[Inner]:
    """Yield a private paper that somebody received; one never given is left out."""
    given = (h for h in account.state.handouts if h.inject_id == inject.id)
    to = dict.fromkeys(role for one in given if one.handout_id == handout.id for role in one.to)
    if not to:
        return
    title = f"Private paper for {', '.join(to)}: {account.text(handout.title, state)}"
    attached = (
        f"Attachments: {', '.join(map(_named, handout.attachments))}" if handout.attachments else ""
    )
    yield Quote(title, attached, markdown_blocks(account.text(handout.body, state)))
