"""An empty Word document that says nothing about who made it, when and with what."""

from datetime import UTC
from typing import Any

from tabletop.report.content import Report
from tabletop.report.writers.docx_styles import apply_styles
from tabletop.report.writers.docx_xml import (
    DECLARATIONS,
    field,
    paragraph,
    run,
)

_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Tabletop</Application></Properties>"
)
_MAX_PROPERTY = 255
"""Core properties hold no more; the cover has the whole text."""


def empty_document(report: Report) -> Any:
    """Return a python-docx document with styles, page, headers and properties, without a body."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    apply_styles(document, _proofing(report.language))
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(27), Mm(27)
    section.header_distance = section.footer_distance = Mm(9)
    section.different_first_page_header_footer = True
    _set_headers(section, report)
    _set_properties(document, report)
    _drop_traces(document)
    _set_modern(document)
    return document


def _set_headers(section: Any, report: Report) -> None:
    marking = paragraph("Marking", run(report.marking))
    head = paragraph("Header", run(f"{report.running_head}\t{report.version}"))
    foot = paragraph("Footer", run(f"{report.running_foot}\t") + _page_of(report.words.page_of))
    for part, content in (
        (section.first_page_header, marking),
        (section.first_page_footer, marking),
        (section.header, marking + head),
        (section.footer, foot + marking),
    ):
        _fill(part, content)


def _fill(part: Any, content: str) -> None:
    from docx.oxml import parse_xml

    part.is_linked_to_previous = False
    element = part._element  # noqa: SLF001 - the element python-docx wraps
    for old in list(element):
        element.remove(old)
    for new in parse_xml(f"<w:hdr {DECLARATIONS}>{content}</w:hdr>"):
        element.append(new)


def _page_of(pattern: str) -> str:
    """Return "page n of m" with fields that Word keeps counting."""
    before, _, rest = pattern.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return run(before) + field("PAGE", "1") + run(between) + field("NUMPAGES", "1") + run(after)


def _set_properties(document: Any, report: Report) -> None:
    properties = document.core_properties
    ended = report.ended.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title = report.title[:_MAX_PROPERTY]
    properties.subject = report.kind[:_MAX_PROPERTY]
    properties.category = report.marking[:_MAX_PROPERTY]
    properties.language = report.language[:_MAX_PROPERTY]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = ended
    properties.content_status = report.version[:_MAX_PROPERTY]
    properties.revision = 1


def _proofing(language: str) -> str:
    """Return the language Word checks the spelling by; it takes plain English for American."""
    return "en-GB" if language == "en" else language


def _drop_traces(document: Any) -> None:
    """Take out the empty document's preview picture and the name of the program it came from."""
    package = document.part.package
    for key, relationship in list(package.rels.items()):
        if relationship.reltype.endswith("/thumbnail"):
            package.rels.pop(key)
        elif relationship.reltype.endswith("/extended-properties"):
            relationship.target_part._blob = _APP  # noqa: SLF001 - python-docx has no door to it
    for key, relationship in list(document.part.rels.items()):
        if relationship.reltype.endswith(("/customXml", "/stylesWithEffects")):
            document.part.rels.pop(key)


def _set_modern(document: Any) -> None:
    """Keep Word from opening the report in compatibility mode."""
    from docx.oxml import parse_xml

    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for setting in parse_xml(
        f'<w:settings {DECLARATIONS}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    ):
        settings.append(setting)
