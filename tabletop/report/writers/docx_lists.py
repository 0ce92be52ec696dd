"""Numbering of lists in the Word report: each numbered list starts anew."""

from typing import Any, ClassVar

from tabletop.report.writers.docx_xml import DECLARATIONS

_BULLETS = ("•", "–", "•")
_STEP = 284


class ListNumbering:
    """Adds the report's two kinds of lists to a document and hands out their numbers."""

    DEEPEST: ClassVar[int] = 2

    def __init__(self, document: Any) -> None:
        from docx.oxml import parse_xml

        self._element = document.part.numbering_part.element
        for old in list(self._element):
            self._element.remove(old)
        for kind, number in (("bullet", 1), ("decimal", 2)):
            self._element.append(parse_xml(_abstract(kind, number)))
        self._element.append(parse_xml(_number(1, 1)))
        self._last = 1

    def number(self, *, ordered: bool, start: int, depth: int) -> int:
        """Return the number for a list: all bullet lists share one."""
        from docx.oxml import parse_xml

        if not ordered:
            return 1
        self._last += 1
        level = min(depth, self.DEEPEST)
        override = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        self._element.append(parse_xml(_number(self._last, 2, override)))
        return self._last


def _number(number: int, abstract: int, override: str = "") -> str:
    return (
        f'<w:num {DECLARATIONS} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
        f"{override}</w:num>"
    )


def _abstract(kind: str, number: int) -> str:
    levels = "".join(_level(kind, level) for level in range(len(_BULLETS)))
    return (
        f'<w:abstractNum {DECLARATIONS} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )


def _level(kind: str, level: int) -> str:
    text = _BULLETS[level] if kind == "bullet" else f"%{level + 1}."
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_STEP * (level + 1)}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
