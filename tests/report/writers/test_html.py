import re
from dataclasses import replace

from tabletop.report.content import Cell, Column, Paragraph, Run, Table, paragraph
from tabletop.report.writers.html import write


def test_headings_and_contents_agree(sample, read):
    page = read.html(write(sample))
    headings = page.of("h2", "h3")
    assert headings == [
        "1 Executive summary",
        "1.1 What held the Council together",
        "5 Decisions at a glance",
        "5.1 Movement",
        "5.2 I-10 as released",
        "C Full decision log",
    ]
    (contents,) = page.of("nav")
    assert re.sub(r"\s+", "", contents) == "Contents" + re.sub(r"\s+", "", "".join(headings))


def test_every_id_is_used_once_and_every_link_leads_somewhere(sample, read):
    page = read.html(write(sample))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in page.tags:
        for name in ("href", "xlink:href"):
            if attributes.get(name, "").startswith("#"):
                assert attributes[name][1:] in ids
    assert "url(#drawing-2-area)" in write(sample).decode()


def test_the_file_stands_alone_and_runs_nothing(sample, read):
    page = read.html(write(sample))
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "link", "iframe", "object", "img"}
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    (policy,) = [a["content"] for tag, a in page.tags if a.get("http-equiv")]
    assert policy.startswith("default-src 'none'")
    loaded = [a for tag, a in page.tags if "src" in a]
    assert loaded == []


def test_a_drawing_that_wants_to_run_or_load_something_is_disarmed(sample, read):
    bad = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        b' onload="alert(1)" viewBox="0 0 9 9"><script>alert(1)</script>'
        b'<image href="file:///etc/passwd"/><image xlink:href="https://example.org/x.png"/>'
        b'<foreignObject><p>x</p></foreignObject><text>id="kept"</text></svg>'
    )
    figure = replace(sample.cover_figure, svg=bad)
    text = write(replace(sample, cover_figure=figure, blocks=())).decode()
    assert not re.search(r"alert|passwd|x\.png|foreignObject|onload", text)
    assert 'id="kept"</text>' in text


def test_typed_white_space_and_markup_come_through(sample, read):
    typed = "  <b>two  spaces</b>\n{{ 7*7 }} {% raw %} &amp;  "
    table = Table("t", (Column("a"),), ((Cell(typed),),))
    page = read.html(write(replace(sample, blocks=(paragraph(typed), table))))
    assert typed in page.of("p")
    assert typed in page.of("td")


def test_a_break_between_runs_survives(sample, read):
    block = Paragraph((Run("one"), Run("\n"), Run("two")))
    assert "one\ntwo" in read.html(write(replace(sample, blocks=(block,)))).of("p")


def test_the_marking_is_shown_and_printed_on_every_page(sample, read):
    page = read.html(write(replace(sample, marking='A "B" </style> \\ C')))
    marked = [a for tag, a in page.tags if tag == "p" and "marking" in a.get("class", "")]
    assert len(marked) == 2
    assert page.of("p").count('A "B" </style> \\ C') == 2
    (style,) = page.of("style")
    assert '@top-center { content: "A\\20 \\22 B\\22 \\20 \\3c \\2f style' in style


def test_heads_of_rows_and_columns_are_heads(sample, read):
    page = read.html(write(sample))
    scopes = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert set(scopes) == {"col", "row"}


def test_the_language_is_set(sample, read):
    assert ("html", {"lang": "en-GB"}) in read.html(write(sample)).tags
