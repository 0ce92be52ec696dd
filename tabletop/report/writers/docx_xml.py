"""The few pieces of WordprocessingML a report is made of, as text.

Word's object model is slow for tables of thousands of cells, so the body is written as XML and
parsed once. Every text goes through `escape`: nothing people typed becomes markup.
"""

from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARATIONS = (
    f'xmlns:w="{NAMESPACE}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def attribute(text: str) -> str:
    """Return a text as an attribute's value with its quotes; a line end becomes a reference."""
    return quoteattr(text)


def run(text: str, properties: str = "") -> str:
    """Return a run; line feeds become breaks, tabs stay tabs."""
    lines = ("<w:tab/>".join(_text(part) for part in line.split("\t")) for line in text.split("\n"))
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{dress}{'<w:br/>'.join(lines)}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph in a style, given by its id."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """Return a field with what it shows until it is updated."""
    return field_start(instruction, properties) + run(result, properties) + field_end(properties)


def field_start(instruction: str, properties: str = "") -> str:
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{dress}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{dress}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{dress}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{dress}<w:fldChar w:fldCharType="end"/></w:r>'


def bookmark(name: str, number: int, content: str = "") -> str:
    """Return a place that links lead to."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def bookmark_name(identifier: str) -> str:
    """Return the name of a bookmark for an id; Word knows letters, digits and underscores."""
    return identifier.replace("-", "_")


def inner_link(identifier: str, content: str) -> str:
    name = bookmark_name(identifier)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def outer_link(relationship: str, content: str) -> str:
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{content}</w:hyperlink>'


def colour(value: str) -> str:
    """Return a colour as Word writes it, without the hash."""
    return value.removeprefix("#")


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
