"""Annex G: the acronyms this report uses, and no others."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tabletop.report.content import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Table,
    all_blocks,
    cell_text,
    plain_text,
)
from tabletop.report.sections.account import Account

KNOWN: Mapping[str, str] = {
    "AAR": "After-action report",
    "AIRCOM": "Allied Air Command",
    "AWACS": "Airborne warning and control system",
    "BMD": "Ballistic missile defence",
    "CAOC": "Combined air operations centre",
    "CMC": "Chair of the Military Committee",
    "ENDEX": "End of the exercise",
    "EXCON": "Exercise control",
    "HSEEP": "Homeland Security Exercise and Evaluation Program",
    "IAMD": "Integrated air and missile defence",
    "IMS": "International Military Staff",
    "IP": "Improvement plan",
    "JISD": "Joint Intelligence and Security Division",
    "MC": "Military Committee",
    "NAC": "North Atlantic Council",
    "NATO": "North Atlantic Treaty Organization",
    "NOTAM": "Notice to airmen",
    "QRA": "Quick reaction alert",
    "RFI": "Request for information",
    "ROE": "Rules of engagement",
    "SACEUR": "Supreme Allied Commander Europe",
    "SG": "Secretary General",
    "SHA": "Secure hash algorithm",
    "SHAPE": "Supreme Headquarters Allied Powers Europe",
    "STARTEX": "Start of the exercise",
    "TTX": "Tabletop exercise",
    "UN": "United Nations",
    "UNSC": "United Nations Security Council",
    "UTC": "Coordinated universal time",
    "EU": "European Union",
    "ICAO": "International Civil Aviation Organization",
    "GPS": "Global Positioning System",
    "GNSS": "Global navigation satellite system",
    "IED": "Improvised explosive device",
    "CBRN": "Chemical, biological, radiological and nuclear",
}
_SIGNS = (
    (re.compile(r"\bAI-\d"), "AI-1 …", "Area for improvement, numbered in section 6"),
    (re.compile(r"\bCA-\d"), "CA-1 …", "Corrective action, numbered in annex A"),
    (re.compile(r"\bD\+\d"), "D+1 …", "Days of the story after its first, D-Day"),
    (re.compile(r"\bn = \d"), "n", "Number of answers behind a figure"),
    (re.compile(r"\d\d:\d\dZ"), "Z", "Scenario time in coordinated universal time"),
)
_WORD = re.compile(r"[A-Z][A-Za-z0-9]*")


def acronyms(account: Account, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the acronyms that stand in the blocks: seats of the scenario and known ones."""
    texts = tuple(_texts(blocks))
    used = {word for text in texts for word in _WORD.findall(text)}
    meanings = {**KNOWN, **{role: account.role(role) for role in account.scenario.roles_by_id}}
    found = {n: m for n, m in meanings.items() if n in used and n != m}
    found |= {name: m for sign, name, m in _SIGNS if any(map(sign.search, texts))}
    if not found:
        return ()
    columns = (Column("Acronym", width=1), Column("Meaning", width=5))
    rows = tuple((Cell(name, strong=True), Cell(found[name])) for name in sorted(found))
    heading = Heading(1, "Acronyms", "annex-g", "G")
    return (heading, Table("Acronyms and seats", columns, rows, dense=True, sheet="Acronyms"))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in all_blocks(blocks):
        match block:
            case Heading(text=text):
                yield text
            case Paragraph(runs=runs):
                yield plain_text(runs)
            case ItemList():
                yield from _list_texts(block)
            case Table(columns=columns, rows=rows):
                yield from (column.header for column in columns)
                yield from (cell_text(cell) for row in rows for cell in row)
            case Figure(caption=caption):
                yield caption
            case Quote(title=title, source=source):
                yield from (title, source)
            case _:
                pass


def _list_texts(items: ItemList) -> Iterator[str]:
    for item in items.items:
        yield plain_text(item.runs)
        if item.children is not None:
            yield from _list_texts(item.children)
