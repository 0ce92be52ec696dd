"""The report as one HTML file: nothing beside it, nothing loaded, no script.

A content security policy in the file itself forbids what the template does not use, so that a
report opened from a mail stays a document even if an escape were missing somewhere.
"""

from importlib.resources import files

from markupsafe import Markup, escape

from tabletop.plots.tokens import DARK, LIGHT, Tokens
from tabletop.report.colours import shade_step
from tabletop.report.content import Figure, Report, Run, Table, Tone
from tabletop.report.writers.column_widths import column_widths
from tabletop.report.writers.marks import mark_svg
from tabletop.report.writers.places import Places
from tabletop.report.writers.svg_inline import inline_svg

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
# The column of text and the types of its tables (report.css), as wide as on a large screen.
_TEXT_WIDTH_MM, _GUTTER_MM = 202.0, 3.6
_POINTS, _DENSE_POINTS = 10.9, 10.1


def write(report: Report) -> bytes:
    """Return the report as a self-contained HTML page."""
    from jinja2 import Environment, StrictUndefined

    folder = files("tabletop.report.writers")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["kind"] = lambda block: type(block).__name__
    environment.filters["shade"] = _shade_style
    template = environment.from_string(folder.joinpath("report.html.j2").read_text("utf-8"))
    drawings = _Drawings()
    places = Places(report)
    page = template.render(
        report=report,
        words=report.words,
        places=places,
        run=lambda run: _run(run, places),
        light=_variables(LIGHT),
        dark=_variables(DARK),
        css=Markup(folder.joinpath("report.css").read_text("utf-8")),  # noqa: S704 - our own file
        css_marking=Markup(_css_string(report.marking)),  # noqa: S704 - every sign is escaped
        mark=lambda tone: Markup(_mark(tone)),  # noqa: S704 - our own drawings
        drawing=lambda figure: Markup(drawings.draw(figure)),  # noqa: S704 - cleaned by inline_svg
        column_widths=_column_widths,
    )
    return page.encode("utf-8")


def _run(run: Run, places: Places) -> Markup:
    text = escape(run.text)
    for wanted, dress in (
        (run.code, Markup("<code>{}</code>")),
        (run.italic, Markup("<em>{}</em>")),
        (run.bold, Markup("<strong>{}</strong>")),
        (run.muted, Markup('<span class="muted">{}</span>')),
    ):
        if wanted:
            text = dress.format(text)
    target = places.target(run.target)
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(target, text) if target else text


class _Drawings:
    """Gives every drawing on the page ids of its own."""

    def __init__(self) -> None:
        self._count = 0

    def draw(self, figure: Figure) -> str:
        self._count += 1
        return inline_svg(figure.svg, name=f"drawing-{self._count}", alt=figure.alt)


def _mark(tone: Tone) -> str:
    return mark_svg(tone, "currentColor", cut="var(--surface)")


def _shade_style(shade: float) -> str:
    light, dark = shade_step(shade, LIGHT), shade_step(shade, DARK)
    return f"--fill:{light.fill};--ink:{light.ink};--dark-fill:{dark.fill};--dark-ink:{dark.ink}"


def _column_widths(table: Table) -> list[str]:
    points = _DENSE_POINTS if table.dense else _POINTS
    widths = column_widths(table, _TEXT_WIDTH_MM, points=points, gutter=_GUTTER_MM)
    return [f"{width / _TEXT_WIDTH_MM:.2%}" for width in widths]


def _variables(tokens: Tokens) -> dict[str, str]:
    stances = tokens.stances
    return {
        "paper": LIGHT.surface,
        "window": tokens.window,
        "surface": tokens.surface,
        "text": tokens.text,
        "muted": tokens.muted,
        "line": tokens.line,
        "edge": tokens.edge,
        "accent": tokens.accent,
        "focus": tokens.focus,
        "warning": tokens.warning,
        "marking": tokens.marking,
        "on-marking": tokens.on_marking,
        "supports": stances.supports,
        "can_accept": stances.can_accept,
        "reservation": stances.reservation,
        "objects": stances.objects,
        "awaiting": stances.awaiting,
        "neutral": tokens.muted,
        "withdrawn": tokens.muted,
    }


def _css_string(text: str) -> str:
    """Return a text as a CSS string; everything but letters and digits is written as a number."""
    return "".join(sign if sign in _LETTERS else f"\\{ord(sign):x} " for sign in text)
