"""Whatever a file holds: findings or a scenario, never a crash, and what is read is not lost."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.scenario_files.located import UnreadableScenario
from tabletop.scenario_files.reader import read_scenario, scenario_from_text

SAMPLES = Path(__file__).parents[1] / "samples"
EVERYTHING = (SAMPLES / "every-feature.ttx.yaml").read_text(encoding="utf-8")
LINES = EVERYTHING.splitlines(keepends=True)
HEAD = "tabletop: 1\nid: x\ntitle: T\nstarts: 2031-03-04T06:00:00Z\n"
WORDS = st.sampled_from(
    ["null", "-1", "[", "]", "{", "}", "&a", "*a", "!x", "'", '"', ": ", "- ", "#", "|", ">", "x",
     "D+1 10:00", "card:x", "all", "{D1}", "1e9", "\t", "  ", "\n", "é", "?", "%", "@", "---"]
)  # fmt: skip


def check(text):
    read = scenario_from_text(text)
    assert read.scenario is not None or read.findings
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + 3
    for finding in read.findings:
        assert finding.text
        assert finding.line >= 1
        assert finding.column >= 1
        assert finding.line <= lines + text.count("\u2028") + text.count("\u2029")
    return read


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    check(text)
    check(HEAD + text)


@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_heap_of_yaml_is_read_or_refused(text):
    check(HEAD + "injects:\n  - " + text)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 60), st.integers(0, 30), WORDS),
        min_size=1,
        max_size=3,
    )
)
def test_a_scenario_with_words_written_over_is_read_or_refused(changes):
    lines = list(LINES)
    for number, start, length, word in changes:
        line = lines[number]
        lines[number] = line[:start] + word + line[start + length :]
    check("".join(lines))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(LINES) - 1), st.integers(1, 30))
def test_a_scenario_with_lines_missing_is_read_or_refused(start, length):
    check("".join(LINES[:start] + LINES[start + length :]))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path, content):
    path = tmp_path / "any.ttx.yaml"
    path.write_bytes(content)
    try:
        read = read_scenario(path)
    except UnreadableScenario:
        return
    assert read.scenario is not None or read.findings


texts = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff{}"),
    min_size=1,
    max_size=40,
).filter(str.strip)


@given(texts, texts)
def test_texts_come_back_as_they_were_written(title, body):
    def quoted(text):
        return "'" + text.replace("'", "''") + "'"

    source = HEAD + (
        f"injects: [{{id: I, title: {quoted(title)}, at: D 08:00, body: {quoted(body)}}}]\n"
    )
    read = scenario_from_text(source)
    assert read.scenario is not None, read.findings
    assert (read.scenario.injects[0].title, read.scenario.injects[0].body) == (title, body)
    assert read.package.source == source


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "".join(f"k{n}: 1\n" for n in range(20_000)),
        HEAD + "injects: [" + "~," * 20_000 + "]",
        HEAD + "summary: '" + "{" * 200_000 + "'",
        HEAD + "summary: '" + "confidence is high likely " * 20_000 + "'",
        HEAD + "injects: [{id: I, title: t, at: D 08:00, body: '" + "![" * 100_000 + "'}]",
        HEAD + "state: [{id: s, start: 0}]\ninjects:\n" + "".join(
            f"  - {{id: I{n}, title: t, at: D+{9999 - n} 08:00,"
            f" when: {{state: s, at_most: {n}}}}}\n"
            for n in range(2_000)
        ),
        HEAD + "roles: [{id: A, title: a, decides: true}]\ninjects: [{id: I, title: t, at: D 08:00,"
        " to: [" + ",".join(f"Q{n}" for n in range(999)) + "]}]",
    ],
    ids=["keys", "nulls", "braces", "confidence", "pictures", "times", "references"],
)  # fmt: skip
def test_hostile_texts_give_few_findings(text):
    assert 0 < len(check(text).findings) <= 501
