"""Plain text as Markdown that shows exactly that text."""

import re

from tabletop.report.content import Run

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&^$#])")
_LINE_START = re.compile(r"^[+\-=]", re.MULTILINE)
_LIST_NUMBER = re.compile(r"^(\d+)([.)])(?=\s|$)", re.MULTILINE)
_LEADING_SPACE = re.compile(r"^[ \t]+", re.MULTILINE)
_OUTER_SPACE = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_TICKS = re.compile("`+")


def marked_up(run: Run) -> str:
    """Return a run with its dress; line starts are guarded later, by `as_lines`."""
    before, core, after = _split(run.text)
    if not core:
        return run.text
    if run.code:
        return before + "\n".join(_code(line) for line in core.split("\n")) + after
    text = _MARKUP.sub(r"\\\1", core)
    for wanted, mark in ((run.italic, "*"), (run.bold, "**")):
        if wanted:
            text = "\n".join(f"{mark}{line}{mark}" if line else line for line in text.split("\n"))
    return before + text + after


def as_lines(text: str) -> str:
    """Return marked-up text as a paragraph: hard breaks, and no line starts a list or code."""
    text = _LEADING_SPACE.sub(_solid, text.strip("\n"))
    text = _LIST_NUMBER.sub(r"\1\\\2", text)
    text = _LINE_START.sub(r"\\\g<0>", text)
    return text.replace("\n", "\\\n")


def in_one_line(text: str) -> str:
    """Return plain text for a heading, a cell or a label, which cannot hold a line end."""
    return as_lines(_MARKUP.sub(r"\\\1", text)).replace("\\\n", "<br>")


def in_lines(text: str) -> str:
    """Return plain text as a paragraph."""
    return as_lines(_MARKUP.sub(r"\\\1", text))


def link(text: str, target: str) -> str:
    """Return a link; the address stands in angle brackets, so that anything may be in it."""
    address = re.sub(r"([\\<>])", r"\\\1", target).replace("\n", "%0A")
    return f"[{text}](<{address}>)"


def _split(text: str) -> tuple[str, str, str]:
    match = _OUTER_SPACE.match(text)
    return (match[1], match[2], match[3]) if match else ("", text, "")


def _code(line: str) -> str:
    if not line.strip():
        return line
    longest = max((len(ticks) for ticks in _TICKS.findall(line)), default=0)
    fence = "`" * (longest + 1)
    # One space at each side is taken off again by the reader.
    return f"{fence} {line} {fence}"


def _solid(match: re.Match[str]) -> str:
    return "&nbsp;" * len(match[0].expandtabs(4))
