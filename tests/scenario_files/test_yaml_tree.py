"""The YAML that scenario files use, and what of YAML they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.scenario_files import yaml_tree
from tabletop.scenario_files.positions import positions
from tabletop.scenario_files.yaml_tree import MOST_DEPTH, parsed


def tree(text):
    found, faults = parsed(text)
    assert faults == ()
    return found


def test_every_scalar_is_the_text_as_it_is_written():
    text = "a: yes\nb: NO\nc: 12:30\nd: 1e3\ne: 007\nf: 1.10\ng: 2031-03-04\nh: 0x1F\ni: .inf\n"
    assert list(tree(text).values()) == [
        "yes", "NO", "12:30", "1e3", "007", "1.10", "2031-03-04", "0x1F", ".inf",
    ]  # fmt: skip


def test_empty_and_null_values_are_absent_and_quoted_ones_are_not():
    assert tree("a:\nb: null\nc: ~\nd: ''\ne: 'null'\nf: [x, null]\n") == {
        "d": "",
        "e": "null",
        "f": ["x", None],
    }


def test_the_columns_of_keys_and_values_are_known():
    text = "first: one\nlist:\n  - {a: 1,  b: two}\n"
    found = positions(text)
    assert found.spot(("first",)) == (1, 8)
    assert found.spot(("first",), of_key=True) == (1, 1)
    assert found.spot(("list", 0, "b")) == (3, 16)
    assert found.spot(("list", 0, "c")) == (3, 5)
    assert found.spot(("nowhere", 1)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("a: 1\nb: &x 2\n", 2, 4, "anchor"),
        ("a: 1\nb: *x\n", 2, 4, "alias"),
        ("a: !!python/object/apply:os.system ['id']\n", 1, 4, "tag"),
        ("a: ! 1\n", 1, 4, "tag"),
        ("&x a: 1\n", 1, 1, "anchor"),
        ("a: 1\nb:\n  c: 1\n  c: 2\n", 4, 3, "duplicate-key"),
        ("a:\na: 1\n", 2, 1, "duplicate-key"),
        ("[a]: 1\n", 1, 1, "key"),
        ("'': 1\n", 1, 1, "key"),
        ("a: 1\n---\nb: 2\n", 2, 1, "documents"),
        ('a: "x\\0y"\n', 1, 4, "control-character"),
        ("a: x\x0by\n", 1, 5, "control-character"),
        ("a: \ud800\n", 1, 4, "control-character"),
        ("a: 'x\n", 1, 4, "yaml"),
    ],
)
def test_what_scenario_files_do_not_use_is_a_fault_with_its_place(text, line, column, code):
    _, faults = parsed(text)
    assert [(one.line, one.column, one.code) for one in faults] == [(line, column, code)]


def test_the_first_of_two_equal_keys_counts_and_both_faults_are_reported():
    found, faults = parsed("a: 1\na: {b: 1, b: 2}\nc: 3\n")
    assert found == {"a": "1", "c": "3"}
    assert [fault.line for fault in faults] == [2, 2]


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "{a: " * 200_000, "- " * 200_000,
     "".join(" " * n + "a:\n" for n in range(500))],
    ids=["lists", "mappings", "dashes", "lines"],
)  # fmt: skip
def test_depth_is_limited(text):
    found, faults = parsed(text)
    assert found is None
    assert [fault.code for fault in faults] == ["too-deep"]


def test_forty_deep_is_deep_enough():
    assert parsed("[" * MOST_DEPTH + "]" * MOST_DEPTH)[1] == ()


def test_aliases_cannot_explode():
    lines = [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    found, faults = parsed("a0: &a0 [x]\n" + "\n".join(lines))
    assert found["a9"] == [None] * 10
    assert {fault.code for fault in faults} == {"anchor", "alias"}


def test_the_number_of_events_entries_and_faults_is_limited(monkeypatch):
    monkeypatch.setattr(yaml_tree, "MOST_EVENTS", 50)
    assert parsed("a: [" + "x," * 100 + "]")[1][0].code == "too-large"
    monkeypatch.undo()
    monkeypatch.setattr(yaml_tree, "MOST_ENTRIES", 50)
    assert parsed("a: [" + "x," * 100 + "]")[1][0].code == "too-large"
    monkeypatch.undo()
    found, faults = parsed("a: [" + "*x," * 1_000 + "]")
    assert found is None
    assert len(faults) == yaml_tree.MOST_FAULTS + 1


scalars = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF)).filter(
    lambda text: "\x7f" not in text and not any("\x80" <= one < "\xa0" for one in text)
)
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(scalars.filter(bool), inner, max_size=4)
    ),
    max_leaves=20,
)


def written(part):
    if isinstance(part, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in part.items()) + "}"
    if isinstance(part, list):
        return "[" + ", ".join(map(written, part)) + "]"
    return "'" + part.replace("'", "''") + "'"


@given(trees)
def test_what_is_written_is_read(given_tree):
    assert tree(written(given_tree)) == given_tree


def places(part, place=()):
    yield place
    items = (
        part.items()
        if isinstance(part, dict)
        else enumerate(part)
        if isinstance(part, list)
        else ()
    )
    for key, value in items:
        yield from places(value, (*place, key))


@given(trees)
def test_every_node_has_a_position(given_tree):
    found = positions(written(given_tree))
    known = {*found.keys, *found.values}
    assert all(place in known for place in places(given_tree) if place)


def test_thousands_of_tag_directives_are_refused_before_they_are_compared():
    tree, (fault,) = parsed("# first\n" + "".join(f"%TAG !{n}! t:\n" for n in range(100_000)))
    assert tree is None
    assert (fault.line, fault.column, fault.code) == (2, 1, "tag")
    assert "take them away" in fault.text
