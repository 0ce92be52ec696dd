"""Accounts of small exercises, to look at one section at a time."""

from pathlib import Path

import pytest

from tabletop.report.after_action import account_of
from tabletop.report.content import Table, all_blocks, cell_text, plain_text

FONTS = Path(__file__).parents[3] / "assets" / "fonts"
OPTIONS = """[{id: a, title: Nothing, position: 0, cost: Looks weak}, {id: b, title: Consult,
          position: 2}, {id: c, title: Reinforce, position: 4}]"""
SCENARIO = """
tabletop: 1
id: small
title: Small
version: "1"
starts: 2031-03-04T06:00:00Z
aim: Practise deciding.
variables: {ally: Türkiye}
objectives:
  - {id: O1, title: Decide in time, capability: Consultation}
  - {id: O2, title: Stand on facts, capability: Evidence}
scales:
  - id: posture
    title: Posture
    levels: [{value: 0, title: Nothing}, {value: 2, title: Consult}, {value: 4, title: Reinforce}]
roles:
  - {id: TUR, title: "{ally}", decides: true}
  - {id: GRC, title: Greece, decides: true}
  - {id: USA, title: United States, decides: true}
  - {id: HUN, title: Hungary, decides: true}
injects:
  - id: I-1
    title: "Smoke over {ally}"
    body: "**EXERCISE** Smoke over {ally}."
    channel: military-flash
    from: Air Command
    grade: B2
    attachments: [map.svg]
    expected: [{id: ask, text: "Ask {ally}", objective: O1}, {id: tell, text: Tell all}]
    handouts:
      - {id: given, to: [GRC], title: For Greece, body: Only you see this.}
      - {id: kept, to: [USA], title: Kept back, body: Never given., held: true}
    decisions:
      - {id: D1, title: Where to stand, scale: posture, rule: {kind: consensus}, options: OPTIONS}
  - id: I-2
    title: A text
    decisions:
      - id: D2
        title: The text
        scale: posture
        rule: {kind: silence, minutes: 5}
        options: OPTIONS
  - id: I-3
    title: Next
    body: "After {D1}."
    when: {decision: D1, outcome: [b]}
    variants: [{when: {decision: D1, outcome: [c]}, title: Next but one}]
    decisions:
      - {id: D3, title: Again, scale: posture, rule: {kind: consensus}, options: OPTIONS}
""".replace("OPTIONS", OPTIONS)


class Told:
    """One section's blocks, as a reader asks about them."""

    def __init__(self, blocks):
        self.blocks = tuple(blocks)

    @property
    def text(self):
        found = []
        for block in all_blocks(self.blocks):
            found.append(getattr(block, "text", "") or getattr(block, "title", ""))
            found.append(getattr(block, "source", ""))
            found.append(plain_text(getattr(block, "runs", ())))
            found += [plain_text(item.runs) for item in getattr(block, "items", ())]
            for row in getattr(block, "rows", ()):
                found += [cell_text(cell) for cell in row]
        return "\n".join(part for part in found if part)

    def rows(self, caption):
        tables = [b for b in all_blocks(self.blocks) if isinstance(b, Table)]
        table = next(t for t in tables if t.caption.startswith(caption))
        return [[cell_text(cell) for cell in row] for row in table.rows]


@pytest.fixture(scope="session")
def story(recorded):
    """Return a function from lines of a transcript to an account."""

    def account(*lines, first=None, head=""):
        entries = "\n".join(f"  - {{at: {line}}}" for line in lines)
        start = f"exercise: Test\nheld: 2026-11-12T09:00:00Z\n{head}"
        record = recorded(SCENARIO, f"{start}\nentries:\n{entries}\n", first=first)
        return account_of(record, FONTS)

    return account


@pytest.fixture(scope="session")
def told():
    """Return what makes blocks readable for a test."""
    return Told


@pytest.fixture(scope="session")
def demonstration_account(demonstration):
    return account_of(demonstration, FONTS)
