"""Exercises of one scenario side by side."""

import json

import pytest

from tabletop.analysis.injects import inject_counts
from tabletop.report.comparison import (
    Incomparable,
    comparison_json,
    comparison_report,
    letter,
)
from tabletop.report.content import Table, cell_text
from tabletop.report.formats import format_named
from tabletop.report.sections.played import played_in_full, played_in_short


@pytest.fixture(scope="module")
def records(demonstrated):
    old = "0:29:59, position: {decision: D1, role: TUR, option: c,"
    other = demonstrated(old, old.replace("option: c", "option: b"), exercise_id="demo-2")
    return demonstrated(), other


@pytest.fixture(scope="module")
def report(records):
    return comparison_report(records)


def rows(report, caption):
    table = next(b for b in report.blocks if isinstance(b, Table) and b.caption == caption)
    return [[cell_text(cell) for cell in row] for row in table.rows]


def test_each_decision_has_a_row_for_each_exercise(report):
    found = rows(report, "Decisions by exercise")
    first = next(place for place, row in enumerate(found) if row[0].startswith("D1 "))
    assert [row[1] for row in found[first : first + 2]] == ["A", "B"]
    assert found[first][2].startswith("Adopted")
    assert found[first + 1][2].startswith("Not requested")
    assert found[first + 1][0] == ""


def test_medians_stand_side_by_side(report):
    found = rows(report, "Median final position")
    d7 = next(row for row in found if row[0].startswith("D7 "))
    assert d7[1:] == ["4\n3 to 4", "4\n3 to 4"]


def test_injects_say_what_became_of_them_at_each_table(report):
    found = {row[0]: row[2:] for row in rows(report, "Injects by exercise")}
    assert found["I-14"] == ["skipped", "skipped"]
    assert found["I-01"] == ["released", "released"]


def test_each_table_is_told_in_the_words_of_its_own_report(records, report):
    counts = inject_counts(records[0])
    words = format_named("md").write(report, ()).decode()

    assert f"A: {played_in_full(counts)}" in words
    assert f"B: {played_in_full(inject_counts(records[1]))}" in words
    assert f"\n{played_in_short(counts)}\n" in report.facts[0].text
    assert comparison_json(records)["injects"][0]["counts"]["skipped"] == counts.skipped > 0


def test_exercises_of_different_scenarios_are_refused_with_a_sentence(records, recorded):
    scenario = "tabletop: 1\nid: other\ntitle: Other\nstarts: 2031-03-04T06:00:00Z\n"
    line = "entries:\n  - {at: 0:00:10, park: {text: Later}}\n"
    other = recorded(scenario, f"exercise: Elsewhere\nheld: 2026-11-12T09:00:00Z\n{line}")
    with pytest.raises(Incomparable, match=r"calm-front and “Elsewhere” with other"):
        comparison_report([records[0], other])
    with pytest.raises(Incomparable):
        comparison_json([records[0], other])


def test_nothing_to_compare_is_refused():
    with pytest.raises(Incomparable, match="two or more"):
        comparison_report([])


def test_different_texts_of_one_scenario_are_said(recorded):
    scenario = "tabletop: 1\nid: same\ntitle: {}\nstarts: 2031-03-04T06:00:00Z\n"
    line = "exercise: E\nheld: 2026-11-12T09:00:00Z\nentries:\n  - {at: 0:00:10, park: {text: L}}\n"
    pair = [recorded(scenario.format(title), line) for title in ("One", "Two")]
    text = format_named("md").write(comparison_report(pair), ()).decode()
    assert "its file differed" in text
    assert "No decision was opened in any of these exercises." in text


def test_the_json_holds_the_figures_of_each_exercise(records):
    values = comparison_json(records)
    json.dumps(values, allow_nan=False)
    assert [e["id"] for e in values["exercises"]] == ["demo-1", "demo-2"]
    d1 = next(d for d in values["decisions"] if d["id"] == "D1")
    assert [e["status"] for e in d1["exercises"]] == ["adopted", "not_requested"]
    assert d1["exercises"][0]["metrics"]["median"] == 1


def test_the_comparison_can_be_written_in_every_format_and_twice_the_same(records):
    for name in ("md", "html", "xlsx", "docx"):
        form = format_named(name)
        assert form.write(comparison_report(records), ()) == form.write(
            comparison_report(records), ()
        )


def test_letters_go_on_after_the_alphabet():
    assert [letter(place) for place in (0, 25, 26)] == ["A", "Z", "A2"]
