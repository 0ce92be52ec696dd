"""Where words stand within texts over several lines, and where quotes and brackets open."""

import pytest

from tabletop.scenario_files.positions import positions
from tabletop.scenario_files.yaml_tree import parsed

TEXT = """\
first: one {line}
block: |
  Nothing here.

    And {here}.
folded: >-
  Two words
  {there} make
  a sentence.
plain: it begins {soon} and
  goes {on} here
"""


@pytest.mark.parametrize(
    ("key", "words", "spot"),
    [
        ("block", "{here}", (5, 9)),
        ("folded", "words {there} make a", (7, 7)),
        ("plain", "{soon}", (10, 18)),
        ("plain", "{on}", (11, 8)),
        ("block", "{there}", None),
        ("first", "{line}", None),
    ],
)
def test_words_are_found_in_a_text_over_several_lines(key, words, spot):
    assert positions(TEXT).spot_within((key,), words) == spot


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('a: one\nb: "two\nc: three\nd: "four"\n', 2, "closed only in line 4"),
        ("a: one\nb: 'two\nc: three\nd: 'four'\n", 2, "closed only in line 4"),
        ('a: one\nb: "two\nc: three\n', 2, "never closed"),
        ("a: [one, two\nb: three\nc: four\n", 1, "a list in brackets is not closed"),
        ("a: one\nb: {c: one\nd: two\n", 2, "a mapping in braces is not closed"),
        # A quotation over lines that is closed where it should be is not at fault.
        ('a: "one\n  two"\nb: [three\nc: four\n', 3, "a list in brackets is not closed"),
        ('a: "one\n  two"\n\nb: c: d\n', 4, "a text with “: ” in it needs quotes"),
    ],
)
def test_what_is_not_closed_is_reported_where_it_opens(text, line, words):
    _, faults = parsed(text)
    assert [fault.line for fault in faults] == [line], faults
    assert words in faults[0].text


def test_words_are_not_searched_for_in_endless_texts():
    lines = "".join(f"  line {number}\n" for number in range(10_000))
    found = positions(f"a: |\n{lines}")
    assert found.spot_within(("a",), "line 9999") is None
    assert found.spot(("a",)) == (1, 4)
    wide = "x" * 400_000
    assert positions(f"a: |\n  {wide}\n  end\n").spot_within(("a",), "end") is None
