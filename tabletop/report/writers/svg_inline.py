"""Makes an SVG document fit to stand inside an HTML page: nothing runs, nothing is loaded.

The drawings are the program's own, but the words in them are not, and a page may hold the same
drawing twice; so the page does not rely on how a drawing was made.
"""

from typing import Any

_SVG = "http://www.w3.org/2000/svg"
_DROPPED = ("script", "style", "foreignObject", "metadata", "iframe", "a", "animate", "set")


def inline_svg(svg: bytes, *, name: str, alt: str) -> str:
    """Return the drawing as an element whose ids begin with this name."""
    from lxml import etree  # type: ignore[import-untyped]  # has no types

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(svg, parser)
    for element in [found for found in root.iter() if _is_dropped(found)]:
        if element.getparent() is not None:
            element.getparent().remove(element)
    for element in root.iter(etree.Element):
        _clean(element, name)
    for superfluous in ("width", "height"):
        root.attrib.pop(superfluous, None)
    root.set("role", "img")
    root.set("aria-label", alt)
    text: str = etree.tostring(root, encoding="unicode")
    return text


def _is_dropped(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return True
    return element.tag.removeprefix(f"{{{_SVG}}}") in _DROPPED


def _clean(element: Any, name: str) -> None:
    for attribute, value in list(element.attrib.items()):
        local = attribute.rpartition("}")[2]
        if local == "id":
            element.set(attribute, f"{name}-{value}")
        elif local == "href":
            _clean_reference(element, attribute, value, name)
        elif local.startswith("on"):
            del element.attrib[attribute]
        elif "url(" in value:
            element.set(attribute, value.replace("url(#", f"url(#{name}-"))


def _clean_reference(element: Any, attribute: str, value: str, name: str) -> None:
    if value.startswith("#"):
        element.set(attribute, f"#{name}-{value[1:]}")
    elif not value.startswith("data:image/png;base64,"):
        del element.attrib[attribute]
