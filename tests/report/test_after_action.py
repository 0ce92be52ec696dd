"""The whole report: of the demonstration, of odd and empty records, in every format."""

import re
from pathlib import Path

import pytest

from tabletop.report.after_action import after_action_report
from tabletop.report.content import Heading, Table, all_blocks, anchors, cell_text, plain_text
from tabletop.report.formats import FORMATS, format_named
from tabletop.report.json_report import json_report
from tabletop.report.writers.json_bytes import json_bytes

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
BARE = "tabletop: 1\nid: bare\ntitle: Bare\nstarts: 2031-03-04T06:00:00Z\n"
TALK = f"{BARE}injects: [{{id: I-1, title: A talk, body: Talk.}}]\n"
HEAD = "exercise: Test\nheld: 2026-11-12T09:00:00Z\nentries:\n"


def text_of(report):
    return format_named("md").write(report, ()).decode()


def titles(report):
    return [b.text for b in report.blocks if isinstance(b, Heading) and b.level == 1]


def table(report, caption):
    found = (b for b in all_blocks(report.blocks) if isinstance(b, Table) and b.caption == caption)
    return next(found)


@pytest.fixture(scope="module")
def report(demonstration):
    return after_action_report(demonstration, fonts=FONTS)


def test_the_sections_stand_in_the_order_of_the_method(report):
    assert titles(report) == [
        "Executive summary",
        "Exercise overview",
        "Objectives and ratings",
        "Storyline as played",
        "Decisions at a glance",
        "Analysis by objective",
        "Decision dynamics",
        "Dissent and minority views",
        "Expected and observed actions",
        "Limits of this report",
        "Improvement plan",
        "Participants",
        "Full decision log",
        "Injects as released",
        "Requests for information",
        "Method and formulas",
        "Acronyms",
    ]


def test_every_link_leads_somewhere(report):
    known = anchors(report)
    for block in all_blocks(report.blocks):
        if isinstance(block, Table):
            targets = [cell.target for row in block.rows for cell in row]
        else:
            targets = [run.target for run in getattr(block, "runs", ())]
        for target in targets:
            assert not target or target.removeprefix("#") in known, target


def test_every_log_entry_has_a_row_of_its_own(report, demonstration):
    rows = table(report, "Journal").rows
    assert [row[0].text for row in rows] == [str(e.seq) for e in demonstration.entries]


def test_no_variable_is_left_unfilled(report, demonstration):
    text = text_of(report)
    names = [*demonstration.scenario.variables, *demonstration.scenario.decisions_by_id]
    assert [name for name in names if "{" + name + "}" in text] == []


@pytest.mark.parametrize(
    "wording",
    [r"\bvot(e|es|ed|ing)\b", r"lessons? learned", r"\bfailed\b", r"\bNone\b", r"\bnan\b"],
)
def test_the_programs_own_words_keep_to_the_rules(report, wording):
    own = []
    for block in report.blocks:
        if getattr(block, "generated", False):
            own.append(plain_text(block.runs))
        if isinstance(block, Heading):
            own.append(block.text)
    assert not re.search(wording, "\n".join(own), re.IGNORECASE)


def test_shares_of_seats_are_counts_and_not_percentages(report):
    summary = [b for b in report.blocks if getattr(b, "generated", False)]
    assert not any("%" in plain_text(b.runs) for b in summary)
    assert "of 10 seats" in text_of(report)


def test_people_stand_in_the_list_of_participants_and_in_no_finding(report, demonstration):
    names = {p.name for p in demonstration.participants}
    cells = [cell_text(c) for row in table(report, "Seats and participants").rows for c in row]
    assert names <= set(cells)
    elsewhere = [plain_text(b.runs) for b in report.blocks if getattr(b, "runs", None) is not None]
    assert not any(name in text for name in names for text in elsewhere)


def test_the_marks_of_the_record_are_printed(report, demonstration):
    text = text_of(report)
    assert demonstration.head.hash in text
    assert demonstration.package.sha256 in text
    assert report.marking == "UNCLASSIFIED – FOR EXERCISE PURPOSES ONLY"


def test_one_position_changed_changes_outcome_figures_and_text(demonstrated):
    old = "0:29:59, position: {decision: D1, role: TUR, option: c,"
    before = demonstrated()
    after = demonstrated(old, old.replace("option: c", "option: b"))
    one, other = (after_action_report(r, fonts=FONTS) for r in (before, after))
    rows = {
        report: next(r for r in table(report, "Decisions at a glance").rows if r[0].text == "D1")
        for report in (one, other)
    }
    assert rows[one][3].text == "Adopted"
    assert rows[other][3].text == "Not requested"
    assert rows[one][4].bar != rows[other][4].bar
    figures = [[b.svg for b in r.blocks if hasattr(b, "svg")] for r in (one, other)]
    assert figures[0] != figures[1]
    assert "Requested by TUR" in text_of(one)
    assert "Requested by TUR" not in text_of(other)


def test_the_same_record_gives_the_same_bytes_in_every_format(demonstrated):
    first, second = (after_action_report(demonstrated(), fonts=FONTS) for _ in range(2))
    for form in FORMATS:
        assert form.write(first, (FONTS,)) == form.write(second, (FONTS,)), form.name
    assert json_bytes(json_report(demonstrated())) == json_bytes(json_report(demonstrated()))


# --- odd records -------------------------------------------------------------------------------


@pytest.mark.parametrize("scenario", [BARE, TALK])
def test_an_exercise_just_created_has_a_report(recorded, scenario):
    line = "  - {at: 0:00:10, park: {text: Later}}\n"
    record = recorded(scenario, HEAD + line, first=1)
    report = after_action_report(record, fonts=FONTS)
    assert "has not been started" in text_of(report)
    assert len(titles(report)) >= 15
    assert all(form.write(report, (FONTS,)) for form in FORMATS)


def test_an_exercise_without_any_entry_has_a_report(demonstration):
    empty = type(demonstration)("ex", demonstration.package, ())
    report = after_action_report(empty, fonts=FONTS)
    assert "The journal is empty" in text_of(report)
    assert report.title == "Calm Front"


def test_a_scenario_without_roles_objectives_and_scales_has_a_report(recorded):
    lines = (
        "  - {at: 0:00:10, release: I-1}\n  - {at: 0:05:00, observe: {text: Good, kind: note}}\n"
    )
    report = after_action_report(recorded(TALK, HEAD + lines), fonts=FONTS)
    text = text_of(report)
    assert report.marking == "FOR EXERCISE PURPOSES ONLY"
    assert report.cover_figure is None
    assert "The scenario names no objectives" in text
    assert "No decision was opened" in text
    assert "ENDEX was not recorded" in text


@pytest.mark.parametrize("entries", [18, 70, 260, 640])
def test_an_exercise_under_way_has_a_report_at_any_moment(demonstration, entries):
    part = type(demonstration)(
        "ex", demonstration.package, demonstration.entries[:entries], demonstration.participants
    )
    report = after_action_report(part, fonts=FONTS)
    assert "under way" in text_of(report)
    assert json_report(part)["exercise"]["ended"] is None


def test_braces_that_people_type_stay_as_typed(recorded):
    lines = '  - {at: 0:00:10, release: I-1}\n  - {at: 0:01:00, park: {text: "Say {this} or {{"}}\n'
    report = after_action_report(recorded(TALK, HEAD + lines), fonts=FONTS)
    assert any("{this} or {{" in cell_text(row[3]) for row in table(report, "Journal").rows)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Autumn course", "Autumn course, 12 November 2026"),
        ("Autumn course, 12 Nov 2026 10:00", "Autumn course, 12 Nov 2026 10:00"),
        ("Course of 2026-11-12", "Course of 2026-11-12"),
    ],
)
def test_the_running_head_has_the_day_once(name, head, recorded):
    lines = HEAD.replace("Test", name) + "  - {at: 0:00:00, release: I-1}\n"
    assert after_action_report(recorded(TALK, lines), fonts=FONTS).running_head == head


def test_cover_and_every_page_say_that_a_demonstration_is_one(report):
    assert report.kind == "After-action report and improvement plan of a demonstration"
    assert report.handling.startswith("This was a demonstration, not an exercise")
    assert report.running_head.endswith(", demonstration")


def test_the_cover_of_an_exercise_ended_at_once_has_no_noughts(recorded):
    ended = HEAD + "  - {at: 0:00:00, end: true}\n"
    report = after_action_report(recorded(TALK, ended), fonts=FONTS)
    facts = {fact.label: fact.text for fact in report.facts}
    assert facts["Played"] == "No inject\nNo decision"
    assert facts["Held"].endswith("09:00 UTC, ended at once")
    assert report.kind == "After-action report and improvement plan"
