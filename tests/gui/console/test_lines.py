"""Lists of lines in the facilitator's area leave room for the ring of the focus."""

import pytest

from tabletop.gui.console.lines import LINE_PAD, LineList, LineRow
from tabletop.gui.theme.typography import TextRole


@pytest.mark.parametrize("is_log", [False, True])
def test_nothing_of_a_line_stands_where_the_ring_of_the_focus_is(qtbot, shipped_theme, is_log):
    lines = LineList(shipped_theme, "list", "List", is_log=is_log)
    qtbot.addWidget(lines)
    words = "Each seat gives a reason, " * 12
    lines.show_rows((LineRow("a", words, sign="box", right="O6, not yet"),))
    lines.resize(400, 300)
    lines.show()

    picture = lines.viewport().grab().toImage()
    edges = [*range(LINE_PAD), *range(picture.width() - LINE_PAD, picture.width())]

    ground = picture.pixel(0, picture.height() - 1)
    assert {picture.pixel(x, y) for x in edges for y in range(picture.height())} == {ground}
    assert any(picture.pixel(x, 12) != ground for x in range(picture.width()))


def test_what_stands_at_the_right_narrows_the_first_line_only(qtbot, shipped_theme):
    lines = LineList(shipped_theme, "list", "List")
    qtbot.addWidget(lines)
    words = "An order\n" + "Each seat gives a reason, " * 12
    rows = (LineRow("a", words), LineRow("b", words, right="given 09:01 to TUR"))
    lines.show_rows(rows)
    lines.resize(400, 300)
    lines.show()

    heights = [lines.sizeHintForIndex(lines.lines.index(n)).height() for n in (0, 1)]

    assert heights[0] == heights[1] > 3 * shipped_theme.line(TextRole.TEXT)
