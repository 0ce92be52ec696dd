"""The styles of the Word report: an editor changes a style once, not every paragraph.

They are defined in code upon python-docx's own empty document, so there is no binary template to
keep in step.
"""

from dataclasses import dataclass
from typing import Any, Literal

from tabletop.plots.tokens import LIGHT
from tabletop.report.writers.docx_xml import DECLARATIONS, attribute, colour

FONT = "Inter"
# Word takes these where Inter is not installed.
_STAND_INS = "Segoe UI"

Kind = Literal["paragraph", "character"]


@dataclass(frozen=True, slots=True)
class Style:
    """One style: id, the name Word shows, sizes in points (line 0: as the style it is based on)."""

    id: str
    name: str
    size: float = 10
    line: float = 14
    before: float = 0
    after: float = 6
    bold: bool = False
    colour: str = LIGHT.text
    based_on: str = "Normal"
    extra: str = ""
    kind: Kind = "paragraph"
    run_extra: str = ""


_NEW_PAGE = "<w:pageBreakBefore/>"
_KEPT = ("DefaultParagraphFont", "TableNormal", "NoList")
_KEEP = "<w:keepNext/><w:keepLines/>"
_NUMBER_TAB = '<w:tabs><w:tab w:val="left" w:pos="794"/></w:tabs>'
_TEXT_RIGHT = 9638
"""170 mm in twentieths of a point: where page numbers and the right side of headers end."""

_RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{_TEXT_RIGHT}"/></w:tabs>'


def _toc(level: int, left: int, *, bold: bool) -> Style:
    # The tab at the right is for the page numbers Word adds when it sets the list anew.
    number = 454 if level == 1 else 624
    tabs = (
        f'<w:tabs><w:tab w:val="left" w:pos="{left + number}"/>'
        f'<w:tab w:val="right" w:pos="{_TEXT_RIGHT}"/></w:tabs>'
    )
    indent = f'<w:ind w:left="{left + number}" w:right="567" w:hanging="{number}"/>'
    return Style(
        f"TOC{level}",
        f"toc {level}",
        before=6 if level == 1 else 0,
        after=1,
        bold=bold,
        extra=f"{tabs}<<SPACING>>{indent}",
    )


STYLES = (
    Style("Heading1", "heading 1", 20, 26, 36, 12, bold=True, extra=_KEEP + _NUMBER_TAB),
    Style("Heading2", "heading 2", 12, 16, 20, 6, bold=True, extra=_KEEP + _NUMBER_TAB),
    Style("Heading3", "heading 3", 10.5, 14, 15, 5, bold=True, extra=_KEEP),
    Style("Title", "Title", 48, 52, 30, 6, bold=True),
    Style("Subtitle", "Subtitle", 15, 20, 0, 24, colour=LIGHT.muted),
    Style("CoverKind", "Cover kind", 11, 14, 20, 0, bold=True, extra=_RIGHT_TAB),
    Style("CoverLabel", "Cover label", 8.5, 12, 10, 2, bold=True, colour=LIGHT.muted),
    Style("CoverFact", "Cover fact", 10, 14, 0, 6),
    Style("ContentsTitle", "Contents title", 20, 26, 0, 12, bold=True, extra=_NEW_PAGE),
    _toc(1, 0, bold=True),
    _toc(2, 454, bold=False),
    Style(
        "Marking",
        "Marking",
        8,
        11,
        0,
        0,
        bold=True,
        extra='<<SPACING>><w:jc w:val="center"/>',
        run_extra='<w:spacing w:val="8"/>',
    ),
    Style("Header", "header", 8, 11, 4, 0, colour=LIGHT.muted, extra=_RIGHT_TAB),
    Style("Footer", "footer", 8, 11, 0, 4, colour=LIGHT.muted, extra=_RIGHT_TAB),
    Style("Caption", "caption", 9, 12, 10, 5, extra="<w:keepNext/>"),
    Style("FigureCaption", "Figure caption", 9, 12, 4, 14),
    Style("Picture", "Picture", 10, 0, 10, 0, extra="<w:keepNext/>"),
    Style("Small", "Small print", 8, 11, 4, 12, colour=LIGHT.muted),
    Style("ListParagraph", "List Paragraph", 10, 14, 0, 4),
    Style("TableText", "Table text", 8.8, 12, 1.5, 1.5),
    Style(
        "TableHead",
        "Table head",
        7.8,
        10,
        1.5,
        2.5,
        bold=True,
        colour=LIGHT.muted,
        extra="<w:keepNext/>",
    ),
    Style("TableNote", "Table note", 7.8, 10.5, 0, 1.5, colour=LIGHT.muted),
    Style("DenseText", "Dense table text", 7.8, 10.4, 0.5, 0.5),
    Style("DenseNote", "Dense table note", 7, 9.4, 0, 0.5, colour=LIGHT.muted),
    Style("FineText", "Log text", 7, 9, 0.5, 0.5),
    Style("FineNote", "Log note", 7, 9, 0, 0.5, colour=LIGHT.muted),
    Style("NoteTitle", "Note title", 10, 14, 10, 2, bold=True, extra="<w:keepNext/>"),
    Style("QuoteSource", "Quote source", 8.5, 12, 0, 6, colour=LIGHT.muted, extra="<w:keepNext/>"),
    Style("Generated", "Generated", kind="character", colour=LIGHT.muted, size=8),
    Style("Hyperlink", "Hyperlink", kind="character", colour=LIGHT.accent, size=0),
)


def apply_styles(document: Any, language: str) -> None:
    """Define the report's styles in a python-docx document and set its fonts and language."""
    from docx.oxml import parse_xml

    root = document.styles.element
    defaults = root.find(f"{_w('docDefaults')}")
    root.replace(defaults, parse_xml(_defaults(language)))
    # The empty document brings two hundred styles that would only hide the report's own.
    for old in root.findall(_w("style")):
        if old.get(_w("styleId")) not in _KEPT:
            root.remove(old)
    root.append(parse_xml(_normal()))
    for style in STYLES:
        root.append(parse_xml(_style(style)))
    _set_stand_in(document)


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    found: str = qn(f"w:{name}")
    return found


def _defaults(language: str) -> str:
    return (
        f"<w:docDefaults {DECLARATIONS}><w:rPrDefault><w:rPr>{_fonts()}"
        f'<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val={attribute(language)}/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def _normal() -> str:
    return (
        f'<w:style {DECLARATIONS} w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:qFormat/><w:pPr>{_spacing(14, 0, 6)}</w:pPr>'
        f'<w:rPr>{_fonts()}<w:color w:val="{colour(LIGHT.text)}"/></w:rPr></w:style>'
    )


def _style(style: Style) -> str:
    head = (
        f'<w:style {DECLARATIONS} w:type="{style.kind}" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>'
    )
    face = f"{_fonts() if style.kind == 'paragraph' else ''}{_bold(style)}{_face(style)}"
    if style.kind == "character":
        return f"{head}<w:qFormat/><w:rPr>{face}</w:rPr></w:style>"
    spacing = _spacing(style.line, style.before, style.after)
    before, mark, after = style.extra.partition("<<SPACING>>")
    layout = f"{before}{spacing}{after}" if mark else f"{style.extra}{spacing}"
    outline = style.id.removeprefix("Heading")
    level = f'<w:outlineLvl w:val="{int(outline) - 1}"/>' if outline.isdigit() else ""
    return (
        f'{head}<w:basedOn w:val="{style.based_on}"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{layout}{level}</w:pPr><w:rPr>{face}</w:rPr></w:style>"
    )


def _bold(style: Style) -> str:
    return "<w:b/><w:bCs/>" if style.bold else ""


def _face(style: Style) -> str:
    size = round(style.size * 2)
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    return f'<w:color w:val="{colour(style.colour)}"/>{style.run_extra}{sizes}'


def _spacing(line: float, before: float, after: float) -> str:
    # "At least": a line with a larger character is never cut off.
    height = f' w:line="{round(line * 20)}" w:lineRule="atLeast"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{height}/>'


def _set_stand_in(document: Any) -> None:
    """Name the font to use where Inter is missing; otherwise Word picks a serif."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    for relationship in document.part.rels.values():
        if relationship.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            relationship.target_part._blob = (  # noqa: SLF001 - python-docx has no door to it
                '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
                f'<w:fonts {DECLARATIONS}><w:font w:name="{FONT}"><w:altName w:val="{_STAND_INS}"/>'
                '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
            ).encode()
