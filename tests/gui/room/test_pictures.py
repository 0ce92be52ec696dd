import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from tabletop.gui.room.pictures import PictureRefused, covering, drawing, inside
from tabletop.gui.room.rows import Picture

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
OUTSIDE = {
    "an image": '<image href="file:///etc/hostname"/>',
    "an embedded image": '<image href="data:image/png;base64,AAAA"/>',
    "an address": '<a xlink:href="https://example.org/"><circle r="3"/></a>',
    "another file": '<use href="other.svg#part"/>',
    "a prefix of one's own": '<g xmlns:y="http://www.w3.org/1999/xlink"><use y:href="o#p"/></g>',
    "a script": "<script>1</script>",
    "a style sheet": "<style>@import 'a.css';</style>",
    "a font": "<style>@font-face { src: url(http://a.example/f.woff) }</style>",
    "a fill elsewhere": '<rect fill="url(other.svg#g)" width="3" height="3"/>',
    "foreign things": "<foreignObject/>",
}


def svg(inner, before=""):
    return Picture("map.svg", f'{before}{HEAD} viewBox="0 0 30 20">{inner}</svg>'.encode())


@pytest.mark.parametrize("inner", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_a_drawing_that_points_outside_itself_is_refused(inner):
    with pytest.raises(PictureRefused, match=r"map\.svg"):
        drawing(svg(inner))


@pytest.mark.parametrize(
    "before",
    ['<!DOCTYPE svg [<!ENTITY x "y">]>', '<?xml-stylesheet href="a.css"?>'],
    ids=["entities", "style sheet"],
)
def test_what_stands_before_a_drawing_is_looked_at_too(before):
    with pytest.raises(PictureRefused, match=r"map\.svg"):
        drawing(svg("", before))


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg", b"\x89PNG\r\n\x1a\nbroken"])
def test_broken_bytes_are_refused_with_a_sentence(qapp, data):
    with pytest.raises(PictureRefused, match="x\\.png"):
        drawing(Picture("x.png", data))


def test_a_drawing_that_refers_to_its_own_parts_is_shown(qapp, map_picture):
    assert drawing(map_picture).size == QSizeF(300, 200)


def test_fills_of_its_own_gradients_are_allowed(qapp):
    inner = (
        '<defs><linearGradient id="g"><stop stop-color="#f00"/></linearGradient></defs>'
        '<rect width="30" height="20" fill="url(#g)"/>'
    )
    assert drawing(svg(inner)).size == QSizeF(30, 20)


def test_a_png_is_painted(qapp):
    image = QImage(4, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#0000ff"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    shown = drawing(Picture("x.png", bytes(buffer.data())))
    target = QImage(40, 20, QImage.Format.Format_RGB32)
    target.fill(QColor("white"))
    painter = QPainter(target)
    shown.paint(painter, QRectF(0, 0, 40, 20))
    painter.end()
    assert target.pixelColor(20, 10) == QColor("#0000ff")


def test_a_whole_picture_lies_inside_and_a_cut_one_covers():
    frame = QRectF(10, 10, 200, 100)
    assert frame.contains(inside(QSizeF(300, 300), frame))
    assert covering(QSizeF(300, 300), frame).contains(frame)
