"""Whether an attachment is what its ending says, and an SVG picture nothing but a picture.

An SVG can run scripts and fetch files when a page shows it, so one that could do either is refused.
Nothing is ever loaded here: the parser is expat, and definitions of entities are refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from tabletop.scenario_files.svg_references import References

_MAGIC: Mapping[str, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "webp": (b"RIFF",),
    "pdf": (b"%PDF-",),
}
_ACTIVE = frozenset(
    {
        "script",
        "foreignobject",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "handler",
        "listener",
    }
)
_ANIMATIONS = frozenset({"animate", "set", "animatetransform", "animatemotion"})
_INNER_LINK = re.compile(r"\s*(#|data:image/(png|jpe?g|gif|webp)[;,])", re.IGNORECASE)
_OUTER_STYLE = re.compile(
    r"@import|url\((?!\s*[\"']?\s*(#|data:image/(png|jpe?g|gif|webp)[;,]))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ContentFault:
    """What is wrong with an attachment, and in which line."""

    line: int
    column: int
    text: str


def content_fault(name: str, content: bytes) -> ContentFault | None:
    """Return the first thing that is wrong with an attachment's content, or None."""
    ending = name.rpartition(".")[2].lower()
    if ending == "svg":
        return _svg_fault(content)
    if ending in ("txt", "md"):
        return _text_fault(content)
    if not content.startswith(_MAGIC[ending]) or (ending == "webp" and content[8:12] != b"WEBP"):
        return ContentFault(1, 1, f"this is no {ending.upper()} file, though its name says so")
    return None


def _text_fault(content: bytes) -> ContentFault | None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as broken:
        line = content.count(b"\n", 0, broken.start) + 1
        return ContentFault(line, 1, "this is no UTF-8 text; save it as UTF-8")
    return None


class _Refused(Exception):
    pass


def _svg_fault(content: bytes) -> ContentFault | None:
    parser = expat.ParserCreate(namespace_separator="}")
    watch = _Watch()
    parser.StartElementHandler = watch.element_started
    parser.EndElementHandler = watch.element_ended
    parser.CharacterDataHandler = watch.characters
    parser.ProcessingInstructionHandler = watch.instruction
    parser.EntityDeclHandler = watch.entity
    try:
        parser.Parse(content, True)  # noqa: FBT003 (expat takes no keywords)
    except _Refused as refused:
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        return ContentFault(line, column, str(refused))
    except (expat.ExpatError, ValueError, LookupError) as broken:
        text = f"this is no well-formed SVG: {broken}"
        return ContentFault(parser.ErrorLineNumber, parser.ErrorColumnNumber + 1, text)
    if not watch.is_svg:
        return ContentFault(1, 1, "this is no SVG picture: its outermost element is not “svg”")
    if watch.references.is_endless():
        text = "an SVG here may not draw itself, nor hundreds of thousands of shapes; simplify it"
        return ContentFault(1, 1, text)
    return None


class _Watch:
    """Raises ``_Refused`` at the first thing in an SVG that is not plain drawing."""

    def __init__(self) -> None:
        self.is_svg = False
        self.references = References()
        self._depth = 0
        self._style: list[str] | None = None

    def element_started(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition("}")[2].lower()
        self._depth += 1
        if self._depth == 1:
            self.is_svg = tag == "svg"
        if tag in _ACTIVE:
            raise _Refused(f"an SVG here may hold no “{tag}”; save it as a plain picture")
        if tag == "style":
            self._style = []
        self.references.started(tag, attributes)
        for key, value in attributes.items():
            self._attribute(tag, key.rpartition("}")[2].lower(), value)

    def _attribute(self, tag: str, key: str, value: str) -> None:
        if key.startswith("on"):
            raise _Refused(f"an SVG here may hold no script, but “{key}” is one")
        if key in ("href", "src") and not _INNER_LINK.match(value):
            raise _Refused(f"an SVG here may point to nothing outside itself, but has “{value}”")
        if tag in _ANIMATIONS and key == "attributename" and value.lower().endswith("href"):
            raise _Refused("an SVG here may not change links while it is shown")
        if key == "style" and "\\" in value:
            raise _Refused("the style of an SVG here may hold no backslash")
        self._check_style(value)

    def _check_style(self, value: str) -> None:
        if _OUTER_STYLE.search(value) or "javascript:" in value.lower():
            raise _Refused(f"an SVG here may load nothing, but has “{value.strip()[:60]}”")

    def element_ended(self, name: str) -> None:
        self._depth -= 1
        self.references.ended()
        if self._style is not None and name.rpartition("}")[2].lower() == "style":
            style, self._style = "".join(self._style), None
            # A backslash escapes letters, which could hide what the style says.
            if "\\" in style:
                raise _Refused("the style of an SVG here may hold no backslash")
            self._check_style(style)

    def characters(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def instruction(self, target: str, _: str) -> None:
        raise _Refused(f"an SVG here may hold no instruction “{target}”; save it as plain SVG")

    def entity(self, name: str, *_: object) -> None:
        raise _Refused(f"an SVG here may define no entity, but defines “{name}”")
