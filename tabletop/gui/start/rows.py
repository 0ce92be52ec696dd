"""Seats as the start page shows them: people pasted, cards drawn, the plan made. No Qt here."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tabletop.gui.services import NewExercise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from random import Random

    from tabletop.scenario.model import Card, Scenario

PERSON, ORGANISATION = "person", "organisation"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat: who sits there, and which cards it holds.

    ``dealt`` are the cards made for this seat alone; ``card`` is one drawn or chosen.
    """

    role: str
    title: str
    kind: str
    decides: bool
    person: str = ""
    organisation: str = ""
    dealt: tuple[str, ...] = ()
    card: str | None = None
    played: bool = True

    @property
    def may_draw(self) -> bool:
        """Whether a card can be drawn for the seat: it decides, is played and was dealt none."""
        return self.decides and self.played and not self.dealt


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of a paste: the seats after it, and the lines that fitted no seat."""

    rows: tuple[SeatRow, ...]
    taken: int
    unknown: tuple[str, ...]


def typed_names(name: str, rows: Sequence[SeatRow]) -> tuple[str, ...]:
    """Return what was typed on the page: the exercise's name, people and organisations."""
    fields = (text for row in rows for text in (row.person, row.organisation))
    return tuple(text for text in (name, *fields) if text)


def seat_rows(scenario: Scenario) -> tuple[SeatRow, ...]:
    """Return the seats of a scenario, those that decide first."""
    dealt: dict[str, list[str]] = {}
    for card in scenario.cards:
        for role in card.only:
            dealt.setdefault(role, []).append(card.id)
    rows = [
        SeatRow(
            role.id,
            told(role.title, scenario),
            role.kind,
            role.decides,
            dealt=tuple(dealt.get(role.id, ())),
        )
        for role in scenario.roles
    ]
    return tuple(sorted(rows, key=lambda row: not row.decides))


def told(text: str, scenario: Scenario) -> str:
    """Return a text with the scenario's variables filled in."""
    # Loaded here, for it brings the model with it, and the page is shown before that is there.
    from tabletop.scenario.texts import filled

    return filled(text, scenario.variables, {}, scenario.decisions_by_id)


def drawable(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Return the cards that are for nobody in particular."""
    return tuple(card for card in cards if not card.only)


def drawn(rows: Sequence[SeatRow], cards: Iterable[Card], chance: Random) -> tuple[SeatRow, ...]:
    """Return the seats with a card each, drawn at random; none comes twice before all came once."""
    pack: list[str] = []
    after = []
    for row in rows:
        if not row.may_draw:
            after.append(replace(row, card=None))
            continue
        if not pack:
            pack = [card.id for card in drawable(cards)]
            chance.shuffle(pack)
        after.append(replace(row, card=pack.pop() if pack else None))
    return tuple(after)


def changed(rows: Sequence[SeatRow], number: int, **values: object) -> tuple[SeatRow, ...]:
    """Return the seats with one of them changed."""
    after = list(rows)
    after[number] = replace(rows[number], **values)  # type: ignore[arg-type] # fields of a row
    return tuple(after)


# --- pasting -------------------------------------------------------------------------------------


def pasted(rows: Sequence[SeatRow], text: str, first_row: int, first_field: str) -> Pasted:
    """Take people from lines of a spreadsheet, cells parted by tabs.

    Where the first cells name seats (by code or title), people go to those seats, whatever the
    order; a line whose first cell names none is given back. Otherwise the cells fill the table from
    the cell where it stands.
    """
    lines = [
        [cell.strip()[:_LONGEST] for cell in line]
        for line in csv.reader(text.splitlines(keepends=True), dialect="excel-tab")
    ]
    lines = [line for line in lines if any(line)]
    by_name = {_folded(name): n for n, row in enumerate(rows) for name in (row.title, row.role)}
    if any(_folded(line[0]) in by_name for line in lines):
        return _by_seat(rows, lines, by_name)
    return _in_place(rows, lines, first_row, first_field)


def _by_seat(
    rows: Sequence[SeatRow], lines: Sequence[Sequence[str]], by_name: dict[str, int]
) -> Pasted:
    after = tuple(rows)
    unknown = []
    taken = 0
    for line in lines:
        number = by_name.get(_folded(line[0]))
        if number is None:
            unknown.append(line[0] or line[1])
            continue
        after = _filled(after, number, _without_title(line[1:], rows[number]))
        taken += 1
    return Pasted(after, taken, tuple(unknown))


def _without_title(cells: Sequence[str], row: SeatRow) -> Sequence[str]:
    """Return the cells after a code and its title, when the title stands in a column of its own."""
    names_seat = len(cells) > 1 and _folded(cells[0]) in (_folded(row.title), _folded(row.role))
    return cells[1:] if names_seat else cells


def _in_place(
    rows: Sequence[SeatRow], lines: Sequence[Sequence[str]], first_row: int, first_field: str
) -> Pasted:
    after = tuple(rows)
    fitting = lines[: max(len(rows) - first_row, 0)]
    for offset, line in enumerate(fitting):
        cells = ["", *line] if first_field == ORGANISATION else line
        after = _filled(after, first_row + offset, cells, keep_person=first_field == ORGANISATION)
    return Pasted(after, len(fitting), tuple(line[0] for line in lines[len(fitting) :]))


def _filled(
    rows: tuple[SeatRow, ...], number: int, cells: Sequence[str], *, keep_person: bool = False
) -> tuple[SeatRow, ...]:
    row = rows[number]
    person = row.person if keep_person or not cells else cells[0]
    organisation = cells[1] if len(cells) > 1 else row.organisation
    return changed(rows, number, person=person, organisation=organisation, played=True)


def _folded(name: str) -> str:
    return name.strip().casefold()


# --- the plan ------------------------------------------------------------------------------------


def plan_of(
    scenario: Path, rows: Sequence[SeatRow], *, name: str, cut: str | None, is_rehearsal: bool
) -> NewExercise:
    """Return what is to be started; with every seat played, none is named."""
    # Loaded here, for it brings the model with it, and the page is shown before that is there.
    from tabletop.exercise.journal import Participant

    played = tuple(row for row in rows if row.played)
    people = tuple(
        Participant(f"p-{number}", row.role, row.person, row.organisation)
        for number, row in enumerate((row for row in played if row.person), start=1)
    )
    return NewExercise(
        scenario,
        name=name.strip(),
        cut=cut,
        kind="rehearsal" if is_rehearsal else "exercise",
        seats=None if len(played) == len(rows) else tuple(row.role for row in played),
        participants=people,
        cards=tuple((row.role, row.card) for row in played if row.card is not None),
    )


def seats_line(rows: Sequence[SeatRow]) -> str:
    """Return the words beside the heading of the seats."""
    if not rows:
        return ""
    played = [row for row in rows if row.played]
    named = sum(bool(row.person) for row in played)
    line = (
        f"{len(played)} played"
        if len(played) == len(rows)
        else (f"{len(played)} of {len(rows)} played")
    )
    return f"{line}, {named} with a name" if named else f"{line}, names may come later"
