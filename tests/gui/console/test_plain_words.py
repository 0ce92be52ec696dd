"""What lists show of Markdown: its words, without marks and without the file's line ends."""

import pytest

from tabletop.gui.console.rows.plain_words import plain_words


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("*From Ankara.*\n\nAsk for\nnothing **yet**.", "From Ankara.\nAsk for nothing yet."),
        ("## Order\n\n- Wait\n- Report\n  at noon", "Order\n• Wait\n• Report at noon"),
        ("1. Wait\n2. Report", "1. Wait\n2. Report"),
        ("| When | What |\n|---|---|\n| 11:00 | Brief |", "When · What\n11:00 · Brief"),
        ("Plain.", "Plain."),
        ("", ""),
    ],
)
def test_a_text_reads_without_its_marks(markdown, shown):
    assert plain_words(markdown) == shown
