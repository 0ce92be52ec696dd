"""Pictures of the Word report, with the words that stand for them."""

import io
from typing import Any

from tabletop.report.content import Figure
from tabletop.report.writers.docx_xml import attribute

_EMU_PER_MM = 36_000
_TEXT_WIDTH_MM = 170


def picture_xml(document: Any, figure: Figure, number: int) -> str:
    """Return a picture as wide as the figure wants, with its alternative text."""
    relationship, image = document.part.get_or_add_image(io.BytesIO(figure.png))
    width = round(_TEXT_WIDTH_MM * _EMU_PER_MM * figure.width)
    height = round(width * image.px_height / image.px_width)
    name = attribute(figure.name)
    said = (
        f'<wp:docPr id="{number}" name={name} descr={attribute(figure.alt)}'
        f" title={attribute(figure.caption)}/>"
    )
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>{said}'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name={name}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
