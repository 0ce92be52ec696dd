"""Attachments from their bytes: looked through first, so that no picture can load anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, QXmlStreamReader
from PySide6.QtGui import QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from tabletop.gui.room.rows import Picture

_LARGEST_SVG = 5_000_000
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)|@import", re.IGNORECASE)
_REFUSED_ELEMENTS = {"script", "foreignobject", "image", "feimage", "iframe", "audio", "video"}
_LETTERING_ELEMENTS = {"text", "tspan", "textpath"}
_ENOUGH = 2
_SVG_STARTS = (b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE")


# The word is the same in every language: a photograph of the screen may be seen anywhere.
EXERCISE = "EXERCISE"


class PictureRefused(Exception):
    """A picture is broken, or points at something outside itself."""


class Drawing(Protocol):
    """A picture ready to be painted."""

    @property
    def size(self) -> QSizeF:
        """Its own size; only the proportion matters."""
        ...

    @property
    def is_marked(self) -> bool:
        """Whether it bears EXERCISE itself, at two places or more."""
        ...

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the whole picture into a rectangle."""
        ...


class _Vector:
    def __init__(self, renderer: QSvgRenderer, *, is_marked: bool) -> None:
        self._renderer = renderer
        self.is_marked = is_marked
        self.size = renderer.viewBoxF().size()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        self._renderer.render(painter, rect)


class _Raster:
    # Nobody can read what is written in a photograph, so it always gets the word.
    is_marked = False

    def __init__(self, image: QImage) -> None:
        self._image = image
        self.size = QSizeF(image.size())

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self._image)
        painter.restore()


def drawing(picture: Picture) -> Drawing:
    """Return a picture ready to be painted, or raise PictureRefused with the reason."""
    if picture.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_SVG_STARTS):
        return _vector(picture)
    return _raster(picture)


def bears_exercise(picture: Picture) -> bool:
    """Whether EXERCISE can be read in a picture itself, so that it needs no band."""
    try:
        return drawing(picture).is_marked
    except PictureRefused:
        return False


def _opened(picture: Picture) -> QBuffer:
    """Return the bytes as a device; its reader must not outlive it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _raster(picture: Picture) -> Drawing:
    buffer = _opened(picture)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise PictureRefused(f"{picture.name} is no picture that can be shown: {_why(reader)}.")
    return _Raster(image)


def _why(reader: QImageReader) -> str:
    return reader.errorString().rstrip(".").lower() or "it is empty"


def _vector(picture: Picture) -> Drawing:
    _look_through(picture)
    renderer = QSvgRenderer(QByteArray(picture.data))
    if not renderer.isValid() or renderer.viewBoxF().isEmpty():
        raise PictureRefused(f"{picture.name} is no drawing that can be shown.")
    return _Vector(renderer, is_marked=_letterings_of(picture).count(EXERCISE) >= _ENOUGH)


def _look_through(picture: Picture) -> None:
    """Raise PictureRefused unless everything an SVG points at is inside it."""
    if len(picture.data) > _LARGEST_SVG:
        raise PictureRefused(f"{picture.name} is larger than 5 MB; make it a PNG.")
    buffer = _opened(picture)
    reader = QXmlStreamReader(buffer)
    reader.setNamespaceProcessing(False)
    style = False
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.DTD:
            raise PictureRefused(f"{picture.name} declares a document type; take it out.")
        if token == QXmlStreamReader.TokenType.ProcessingInstruction:
            raise PictureRefused(f"{picture.name} has a processing instruction; take it out.")
        if token == QXmlStreamReader.TokenType.StartElement:
            _look_at_element(picture, reader)
            style = _local(reader.qualifiedName()) == "style"
        elif style and token == QXmlStreamReader.TokenType.Characters:
            _look_at_value(picture, reader.text())
    if reader.hasError():
        raise PictureRefused(f"{picture.name} is broken at line {reader.lineNumber()}.")


def _letterings_of(picture: Picture) -> str:
    """Return what is written in an SVG to be read: its texts, not its title or its comments."""
    buffer = _opened(picture)
    reader = QXmlStreamReader(buffer)
    reader.setNamespaceProcessing(False)
    found: list[str] = []
    within: list[str] = []
    while not reader.atEnd():
        token = reader.readNext()
        if token == QXmlStreamReader.TokenType.StartElement:
            within.append(_local(reader.qualifiedName()))
        elif token == QXmlStreamReader.TokenType.EndElement:
            within.pop()
        elif token == QXmlStreamReader.TokenType.Characters and within:
            found.append(reader.text() if within[-1] in _LETTERING_ELEMENTS else "")
    return " ".join(found)


def _look_at_element(picture: Picture, reader: QXmlStreamReader) -> None:
    name = _local(reader.qualifiedName())
    if name in _REFUSED_ELEMENTS:
        raise PictureRefused(f"{picture.name} holds a <{name}>, which is not shown; take it out.")
    attributes = reader.attributes()
    for attribute in (attributes.at(place) for place in range(attributes.size())):
        value = attribute.value().strip()
        if _local(attribute.qualifiedName()) == "href" and not value.startswith("#"):
            raise PictureRefused(f"{picture.name} points at {value[:60]!r}; only #parts are shown.")
        _look_at_value(picture, value)


def _local(name: str) -> str:
    """Return a name without its prefix; prefixes need not be declared for Qt to draw."""
    return name.rpartition(":")[2].lower()


def _look_at_value(picture: Picture, value: str) -> None:
    if _ELSEWHERE.search(value):
        raise PictureRefused(f"{picture.name} points at {value[:60]!r}; only #parts are shown.")


def inside(size: QSizeF, rect: QRectF) -> QRectF:
    """Return the largest rectangle of a size's proportion in the middle of another."""
    share = min(rect.width() / size.width(), rect.height() / size.height())
    made = QRectF(0, 0, size.width() * share, size.height() * share)
    made.moveCenter(rect.center())
    return made


def covering(size: QSizeF, rect: QRectF) -> QRectF:
    """Return the smallest rectangle of a size's proportion that covers another."""
    share = max(rect.width() / size.width(), rect.height() / size.height())
    made = QRectF(0, 0, size.width() * share, size.height() * share)
    made.moveCenter(rect.center())
    return made
