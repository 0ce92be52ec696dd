"""Values of tags: a slip of the pen is pointed out, a word that is meant is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.scenario.checks import check
from tabletop.scenario.checks.tags import is_a_slip
from tabletop.scenario.model import Scenario


def tagged(*values):
    """Return what the check says of a decision whose options have these values of one tag."""
    scenario = Scenario.model_validate(
        {
            "tabletop": 1,
            "id": "s",
            "title": "S",
            "marking": "EXERCISE",
            "starts": "2031-03-04T06:00:00Z",
            "roles": [{"id": "A", "title": "A", "decides": True}],
            "injects": [
                {
                    "id": "I-0",
                    "title": "T",
                    "at": "D 08:00",
                    "decisions": [
                        {
                            "id": "D0",
                            "title": "D",
                            "rule": {"kind": "discussion"},
                            "options": [
                                {"id": f"o{n}", "title": "O", "tags": {"treaty": value}}
                                for n, value in enumerate(values)
                            ],
                        }
                    ],
                }
            ],
        }
    )
    return [one for one in check(scenario) if one.code == "tag-value"]


def test_a_value_one_stroke_from_those_of_the_other_options_is_pointed_out():
    (found,) = tagged("none", "none", "art4", "non")

    assert found.severity == "warning"
    assert found.place == ("injects", 0, "decisions", 0, "options", 3, "tags", "treaty")
    assert "“non”" in found.text
    assert "2 other options say “none”" in found.text


@pytest.mark.parametrize(
    "values",
    [
        ("none", "none", "art4", "art4", "art5"),
        ("named", "named", "unnamed"),
        ("none", "non"),
        ("none", "none", "non", "non"),
        ("1", "1", "2"),
    ],
)
def test_values_that_are_meant_are_passed_over(values):
    assert tagged(*values) == []


words = st.text("abcdefgh", min_size=4, max_size=8)


@given(words, st.data())
def test_a_letter_lost_doubled_changed_or_swapped_is_a_slip(word, data):
    at = data.draw(st.integers(0, len(word) - 2))
    lost = word[:at] + word[at + 1 :]
    doubled = word[:at] + word[at] + word[at:]
    changed = f"{word[:at]}x{word[at + 1 :]}"
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    for slipped in {lost, doubled, changed, swapped, word.upper()} - {word}:
        assert is_a_slip(slipped, word)
        assert is_a_slip(word, slipped)


@given(words)
def test_two_letters_more_are_another_word(word):
    assert not is_a_slip(f"{word}xy", word)
    assert not is_a_slip(f"un{word}", word)
