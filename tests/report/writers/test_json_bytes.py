import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.report.writers.json_bytes import json_bytes

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
)


@given(values)
def test_what_is_written_is_read_back(value):
    assert json.loads(json_bytes(value)) == value


def test_order_letters_and_the_last_line_end_are_kept():
    assert json_bytes({"b": 1, "a": "ığ"}) == '{\n "b": 1,\n "a": "ığ"\n}\n'.encode()


def test_a_lone_surrogate_becomes_visible():
    assert json.loads(json_bytes(["a\ud800b", "\udfff"])) == ["a[U+D800]b", "[U+DFFF]"]


def test_a_number_json_does_not_know_is_refused():
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_bytes(float("nan"))
