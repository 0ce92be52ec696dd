import pytest

from tabletop.exercise.phrasing import sentenced


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Too late", "Too late."),
        ("No?", "No?"),
        ("“Never.”", "“Never.”"),
        ("", ""),
        (" a ", "a."),
        ("(as put)", "(as put)."),
        ("“… and so on …”", "“… and so on …”."),
    ],
)
def test_a_sentence_gets_its_full_stop_once(text, words):
    assert sentenced(text) == words
