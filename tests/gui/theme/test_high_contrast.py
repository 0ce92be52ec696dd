"""High contrast: what tints and shades say elsewhere is said by edges; weak text is readable."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QProgressBar, QPushButton

from tabletop.gui.console.lettering import Lettering
from tabletop.plots.contrast import contrast
from tabletop.plots.tokens import THEMES


@pytest.fixture
def high(theme):
    theme.apply("contrast")
    return theme


def picture(widget, qtbot):
    qtbot.addWidget(widget)
    widget.resize(200, 32)
    return widget.grab().toImage()


def test_a_frame_fills_nothing_whatever_was_painted_before(high):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    painter.setBrush(QColor(high.tokens.accent))
    Lettering(painter, high).frame(QRectF(0, 0, 40, 40), "danger", 2)
    painter.end()

    assert image.pixelColor(20, 20) == QColor("black")
    assert image.pixelColor(1, 20) == QColor(high.tokens.danger)


def test_the_empty_part_of_a_progress_bar_is_black(high, qtbot):
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setValue(30)
    image = picture(bar, qtbot)
    middle = image.height() // 2

    assert image.pixelColor(20, middle) == QColor(high.tokens.accent)
    assert image.pixelColor(150, middle) == QColor(high.tokens.surface)


def test_a_button_that_is_off_has_a_broken_edge(high, qtbot):
    button = QPushButton()
    on = picture(button, qtbot)
    button.setEnabled(False)
    off = button.grab().toImage()

    edge = QColor(high.tokens.edge)
    whole, broken = (sum(i.pixelColor(x, 0) == edge for x in range(20, 180)) for i in (on, off))
    assert whole == 160
    assert broken <= 120


@pytest.mark.parametrize("tokens", THEMES, ids=[tokens.name for tokens in THEMES])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_placeholder_is_as_readable_as_other_weak_text(theme, qtbot, tokens, kind):
    theme.apply(tokens.name)
    field = kind()
    qtbot.addWidget(field)
    field.ensurePolished()

    ink = field.palette().placeholderText().color()

    assert ink == QColor(tokens.muted)
    assert contrast(ink.name(), tokens.surface) >= 4.5
