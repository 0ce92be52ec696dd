"""Texts from scenarios are read, never fetched."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument

from tabletop.gui.console.body import BodyBrowser, safe_html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "![p](file:///etc/passwd)",
        "[f](file:///etc/passwd)",
        '<style>@import url("http://example.com/a.css");</style>',
        "<iframe src='http://example.com'></iframe>",
    ],
)
def test_nothing_hostile_is_left_in_the_html(hostile):
    html = safe_html(f"Before\n\n{hostile}\n\nAfter")

    assert "Before" in html
    assert "After" in html
    for tag in ("<img", "<script", "<a ", "<style", "<iframe", "href"):
        assert tag not in html


def test_the_browser_loads_no_file_even_when_it_is_given_raw_html(qtbot, shipped_theme, tmp_path):
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    path = Path(tmp_path) / "secret.png"
    picture.save(str(path))
    browser = BodyBrowser(shipped_theme, "body", ground="raised")
    qtbot.addWidget(browser)
    browser.resize(200, 200)
    browser.setHtml(f'<p>t</p><img src="{QUrl.fromLocalFile(str(path)).toString()}">')
    browser.show()

    shown = browser.grab().toImage()

    red = QColor("red")
    assert not any(
        shown.pixelColor(x, y) == red for x in range(0, 200, 5) for y in range(0, 200, 5)
    )
    loaded = browser.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///x"))
    assert isinstance(loaded, QImage)
    assert loaded.isNull()


def test_markdown_keeps_its_strong_words_lists_and_tables():
    html = safe_html("**We** ask\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |")

    assert "<strong>We</strong>" in html
    assert html.count("<li>") == 2
    assert "<td>1</td>" in html
