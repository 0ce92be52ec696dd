"""A report with one block of every kind, as the writers' tests read it back."""

import struct
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tabletop.report.content import (
    Cell,
    Column,
    Fact,
    Figure,
    Heading,
    ItemList,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    Run,
    Segment,
    Table,
    paragraph,
)
from tabletop.report.json_report import json_report
from tabletop.report.markdown import markdown_blocks
from tests.report.small import small_exercise

MARKING = "UNCLASSIFIED – FOR EXERCISE PURPOSES ONLY"
SEATS = ("TUR", "POL", "DEU", "FRA", "USA", "HUN", "GRC", "ROU", "GBR", "ITA")

SVG = b"""<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 viewBox="0 0 680 240" width="680" height="240">
<defs><clipPath id="area"><rect x="40" y="0" width="640" height="210"/></clipPath></defs>
<g clip-path="url(#area)" font-family="Inter" font-size="11">
<path d="M40 200H680M40 160H680M40 120H680M40 80H680M40 40H680" stroke="#D3D9E1"/>
<path id="path" d="M70 160L170 80L270 160L370 160L470 120L570 80" fill="none" stroke="#14181F"/>
<rect x="56" y="148" width="28" height="24" rx="4" fill="#E0D4F4" stroke="#78838F"/>
<text x="66" y="164">1</text>
<rect x="156" y="68" width="28" height="24" rx="4" fill="#AD8BDF"/><text x="166" y="84">3</text>
<rect x="256" y="148" width="28" height="24" rx="4" fill="#E0D4F4" stroke="#78838F"/>
<text x="266" y="164">1</text>
</g></svg>"""


def png(width: int = 8, height: int = 4) -> bytes:
    """Return a plain white picture, written by hand so that its bytes are always the same."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\x00" + b"\xff" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def decisions_table() -> Table:
    def bar(*parts: tuple[int, int]) -> tuple[Segment, ...]:
        return tuple(
            Segment(f"{level} ×{seats}" if seats > 1 else str(level), seats, level / 6)
            for level, seats in parts
        )

    return Table(
        "Decisions at a glance",
        (
            Column("", width=0.6),
            Column("Question", width=2.7),
            Column("Rule", width=1.4),
            Column("Outcome", width=2.4),
            Column("Final positions, n = 10", width=2.8),
            Column("Minutes", align="right", width=0.9),
        ),
        (
            (
                Cell("D1", strong=True, anchor="decision-1", target="#log-1"),
                Cell("Form of the Council’s work", strong=True),
                Cell("on request"),
                Cell("Not requested", strong=True, tone="neutral", detail="Information stands"),
                Cell(bar=bar((0, 1), (1, 9))),
                Cell("18:20", value=18.33),
            ),
            (
                Cell("D2", strong=True),
                Cell(
                    "Does the Council endorse the raised alert?",
                    strong=True,
                    note="1 break: POL, rev. 2 passed",
                ),
                Cell("silence"),
                Cell("Adopted", strong=True, tone="supports", detail="72 h, then review"),
                Cell(bar=bar((1, 1), (3, 7), (4, 2))),
                Cell("9:40", value=9.67),
            ),
            (
                Cell("D9", strong=True),
                Cell("Which signal to send", strong=True, note="Objections: GRC, POL"),
                Cell("consensus"),
                Cell("No agreement", strong=True, tone="objects", detail="Nothing is signalled"),
                Cell(bar=bar((1, 2), (2, 3), (3, 3), (4, 2))),
                Cell("16:00", value=16),
            ),
        ),
        note="3 ×5 means five seats held position 3. Minutes leave out pauses.",
        anchor="decisions",
        sheet="Decisions",
    )


def heat_map() -> Table:
    def cell(seat: int, decision: int) -> Cell:
        level = (seat * 3 + decision * 2 + seat * decision) % 8
        if level > 6:
            return Cell("–", missing=True)
        return Cell(str(level), shade=level / 6, value=level)

    return Table(
        "Final position of every seat",
        (
            Column("Seat", width=1.6),
            *(Column(f"D{number}", "center") for number in range(1, 15)),
        ),
        tuple(
            (Cell(seat, strong=True), *(cell(row, column) for column in range(14)))
            for row, seat in enumerate(SEATS)
        ),
        note="Hatched: no answer.",
        dense=True,
        sheet="Positions",
    )


def log_table(rows: int) -> Table:
    return Table(
        "Full decision log",
        (
            Column("Entry", "right", 0.8),
            Column("Real time", width=1.1),
            Column("Scenario time", width=1.4),
            Column("Seat", width=0.7),
            Column("What was recorded", width=5),
        ),
        tuple(
            (
                Cell(str(number), anchor=f"log-{number}", value=number),
                Cell(f"{9 + number // 60:02d}:{number % 60:02d}:07"),
                Cell("12 Nov, 14:30"),
                Cell(SEATS[number % 10], strong=True),
                Cell(
                    f"D{number % 21 + 1}: position {number % 7}, can accept. Gerekçe: yangın"
                    " söndürülmeden karar verilemez; Ωμέγα και άλφα; Решение принято."
                ),
            )
            for number in range(1, rows + 1)
        ),
        dense=True,
        anchor="log",
        sheet="Log",
    )


INJECT = """**Reuters** reports *smoke* over the port; see [the map](https://example.org/map).

- call the crew
- inform the capitals
  1. Ankara
  2. Warsaw

| Place | Missiles |
|---|---:|
| North | 3 |

> We know nothing yet.
"""


def sample_report(rows: int = 12) -> Report:
    figure = Figure(
        "median",
        SVG,
        png(),
        "Line with markers: the median position was 1, 3, 1, 1, 2 and 3 in decisions 1 to 6.",
        "Median final position of the seats by decision, scale 0 to 6, n = 10. EXERCISE",
        Table(
            "Median by decision",
            (Column("Decision"), Column("Median", "right")),
            tuple(
                (Cell(f"D{number}"), Cell(str(median), value=median))
                for number, median in ((1, 1), (2, 3), (3, 1))
            ),
            width=0.3,
        ),
        anchor="median",
    )
    return Report(
        title="Calm Front",
        kind="After-action report and improvement plan",
        subtitle="How ten Allies moved between consultation and collective defence after a missile"
        " incident",
        version="Draft 1",
        marking=MARKING,
        ended=datetime(2026, 11, 12, 15, 48, tzinfo=UTC),
        date="12 November 2026",
        language="en-GB",
        cover_figure=figure,
        facts=(
            Fact("Held", "Brussels, 12 November 2026\n09:02 to 15:48, 5 h 41 played"),
            Fact("Seats", "10 delegations, chair,\n5 advisers"),
            Fact("Played", "21 injects released, 1 skipped\n21 decisions, 16 adopted"),
            Fact("Sponsor", "Directorate for Exercises"),
            Fact("Scenario", "Calm Front 1.0, full version"),
            Fact("Record", "412 entries, chain whole\nhead 7c1e 40b9 e2d6 905a"),
        ),
        handling="All events, persons and statements in this report belong to an exercise. Handle"
        " as marked. Results describe a discussion, not the policy of any government.",
        running_head="Calm Front, Brussels, 12 November 2026",
        running_foot="Tabletop 1.0, record head 7c1e 40b9",
        blocks=(
            Heading(1, "Executive summary", "summary", "1"),
            Paragraph(
                (
                    Run("The Council took 21 decisions, "),
                    Run("16 were adopted", bold=True),
                    Run(" and 2 ended without agreement. The median final position stayed between"),
                    Run(" 1 and 4; see "),
                    Run("the decisions", target="#decisions"),
                    Run(". It was "),
                    Run("not", italic=True),
                    Run(" a vote: "),
                    Run("rule: consensus", code=True),
                    Run(" "),
                    Run("[entries 96, 143, 187]", muted=True, target="#log-3"),
                ),
                generated=True,
            ),
            Heading(2, "What held the Council together", number="1.1"),
            paragraph(
                "In seven of these eleven decisions the final positions lay within two steps. Seats"
                " that moved, moved towards the wish of the affected Ally. Türkiye’nin İstanbul ve"
                " Iğdır’daki gözlemcileri; η ομάδα της Αθήνας· наблюдатели в Софии. " * 4
            ),
            ItemList(
                (
                    ListItem((Run("Strength: the table asked for evidence before it spoke."),)),
                    ListItem(
                        (Run("To improve: "), Run("instructions", bold=True), Run(" came late.")),
                        ItemList((ListItem((Run("Owner: Training"),)),), ordered=True, start=3),
                    ),
                )
            ),
            Note(
                "limits",
                "Limits of this report",
                (
                    paragraph(
                        "This report describes one exercise with 10 seats, a fictional scenario,"
                        " compressed time and facilitation. Positions are those taken in role and"
                        " do not represent governments."
                    ),
                ),
            ),
            Heading(1, "Decisions at a glance", number="5"),
            paragraph("One row per decision."),
            decisions_table(),
            Heading(2, "Movement", number="5.1"),
            figure,
            heat_map(),
            PageBreak(),
            Heading(2, "I-10 as released", number="5.2"),
            Quote(
                "Smoke over the port",
                "Press page, from Kestrian agency to all seats. EXERCISE EXERCISE EXERCISE",
                markdown_blocks(INJECT),
                anchor="I-10",
            ),
            Heading(1, "Full decision log", "annex-c", "C"),
            log_table(rows),
        ),
    )


@pytest.fixture(scope="session")
def sample() -> Report:
    return sample_report()


@pytest.fixture(scope="session")
def font_paths() -> tuple[Path, ...]:
    return (Path(__file__).parents[2] / "assets" / "fonts",)


@pytest.fixture(scope="module")
def reported(recorded):
    """Return a function from the lines of a transcript to the report's JSON."""

    def report(*lines, head="", first=None):
        return json_report(recorded(*small_exercise(lines, head), first=first))

    return report
