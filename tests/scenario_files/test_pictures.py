"""Attachments are what they say, and pictures do nothing but show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.scenario_files.pictures import content_fault

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def svg(inside):
    return f"{HEAD}\n{inside}</svg>".encode()


HARMLESS = [
    '<path d="M0 0L1 1" style="fill: url(#g)"/>',
    '<use href="#a"/><use xlink:href="#b"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    "<style>.a { fill: #123 } .b { fill: url('#g') }</style>",
    "<title>javascript</title><text>on a url</text>",
    '<set attributeName="fill" to="red"/>',
]
ACTIVE = [
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    '<rect onclick="alert(1)"/>',
    '<rect OnLoad="alert(1)"/>',
    '<image href="http://example.org/a.png"/>',
    '<image xlink:href="file:///etc/passwd"/>',
    '<image href="a.png"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<use href="other.svg#a"/>',
    '<rect fill="url(http://example.org/a)"/>',
    "<rect style=\"fill: url( '//example.org/a')\"/>",
    '<rect style="fill: u\\72l(http://example.org/a)"/>',
    "<style>@import 'http://example.org/a.css';</style>",
    "<style>.a { fill: u\\72l(a) }</style>",
    "<style><![CDATA[@import 'a']]></style>",
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
    '<set attributeName="xlink:href" to="http://example.org"/>',
    '<animate attributeName="href" values="a;b"/>',
    "<?xml-stylesheet href='a.css'?>",
]


@pytest.mark.parametrize("inside", HARMLESS)
def test_plain_drawing_is_taken(inside):
    assert content_fault("a.svg", svg(inside)) is None


@pytest.mark.parametrize("inside", ACTIVE)
def test_what_could_act_or_load_is_refused_in_its_line(inside):
    fault = content_fault("a.svg", svg(inside))
    assert fault is not None
    assert fault.line == 2


def test_entities_are_refused_and_a_plain_doctype_is_not():
    bomb = b'<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>' + svg("<text>&b;</text>")
    assert "entity" in content_fault("a.svg", bomb).text
    outside = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>")
    assert "entity" in content_fault("a.svg", outside).text
    plain = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">'
    assert content_fault("a.svg", plain + svg("")) is None


@pytest.mark.parametrize("content", [b"", b"<svg", b"<html/>", b"\xff\xfe", b"<svg>&x;</svg>"])
def test_what_is_no_svg_is_refused(content):
    assert content_fault("a.svg", content) is not None


@pytest.mark.parametrize(
    ("name", "content", "is_fine"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\nrest", True),
        ("a.PNG", b"GIF89a", False),
        ("a.jpg", b"\xff\xd8\xff\xe0", True),
        ("a.jpeg", b"<svg/>", False),
        ("a.webp", b"RIFF....WEBP", True),
        ("a.pdf", b"%PDF-1.7", True),
        ("a.pdf", b"<html>", False),
        ("a.txt", "Türkiye".encode(), True),
        ("a.md", b"\xff", False),
    ],
)
def test_content_must_be_what_the_ending_says(name, content, is_fine):
    assert (content_fault(name, content) is None) is is_fine


@given(st.binary(max_size=200) | st.text(max_size=200).map(svg))
def test_no_content_brings_the_check_down(content):
    for name in ("a.svg", "a.txt", "a.png"):
        fault = content_fault(name, content)
        assert fault is None or fault.text


def tenfold(levels):
    """Return groups of which each draws the one before ten times."""
    groups = [
        f'<g id="a{level}">' + f'<use xlink:href="#a{level - 1}"/>' * 10 + "</g>"
        for level in range(1, levels)
    ]
    return f'<defs><rect id="a0"/>{"".join(groups)}</defs><use href="#a{levels - 1}"/>'


@pytest.mark.parametrize(
    "inside",
    [
        tenfold(12),
        tenfold(12).replace('<use xlink:href="#', '<rect fill="url(#').replace('"/>', ')"/>'),
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(5_000)),
    ],
)
def test_a_picture_that_never_ends_is_refused(inside):
    assert "may not draw itself" in content_fault("a.svg", svg(inside)).text


@pytest.mark.parametrize("inside", [tenfold(4), "<g>" * 5_000 + "</g>" * 5_000])
def test_a_picture_may_use_its_parts_again(inside):
    assert content_fault("a.svg", svg(inside)) is None


def test_a_sound_is_no_picture():
    assert "no WEBP file" in content_fault("a.webp", b"RIFF\x00\x00\x00\x00WAVEfmt ").text
    assert content_fault("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ") is None
