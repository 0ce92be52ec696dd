"""Scenarios from the command line: check, rehearse, schema, list."""

import json

import pytest


def test_check_says_file_line_column_and_what_would_be_right(tabletop, small):
    scenario, _ = small
    text = scenario.read_text(encoding="utf-8")
    scenario.write_text(text.replace("    channel: call\n", "    chanel: call\n", 1))

    done = tabletop("check", str(scenario))

    assert done.code == 1
    assert f"{scenario}:" in done.out
    assert "error" in done.out
    assert "channel" in done.out


def test_check_of_a_sound_scenario_ends_with_nothing_wrong(tabletop, small):
    done = tabletop("check", str(small[0]))

    assert done.code == 0
    assert "0 errors" in done.err


def test_check_of_a_missing_file_is_unreadable(tabletop):
    done = tabletop("check", "nowhere.ttx.yaml")

    assert done.code == 2
    assert "nowhere" in done.err
    assert "0 errors" not in done.err


def test_broken_yaml_is_a_finding_with_its_line(tabletop, tmp_path):
    broken = tmp_path / "broken.ttx.yaml"
    broken.write_text("tabletop: 1\nid: [\n")

    done = tabletop("check", str(broken), "--json")

    assert done.code == 1
    found = json.loads(done.out)
    assert found
    assert all(finding["line"] >= 2 for finding in found)


def test_rehearsals_with_the_same_seed_count_the_same(tabletop, small):
    runs = [
        json.loads(tabletop("rehearse", str(small[0]), "--runs", "20", "--json").out)
        for _ in range(2)
    ]

    assert runs[0] == runs[1]
    assert runs[0]["runs"] == 20
    assert runs[0]["injects"]["I-1"] == 20
    assert 0 < runs[0]["injects"]["I-2"] <= 20
    assert runs[0]["never"] == {"injects": [], "options": []}


@pytest.mark.parametrize(("policy", "reached"), [("lowest", 0), ("highest", 3)])
def test_a_policy_chooses_for_every_seat(tabletop, small, policy, reached):
    done = tabletop("rehearse", str(small[0]), "--runs", "3", "--policy", policy, "--json")

    assert json.loads(done.out)["injects"]["I-2"] == reached


def test_the_schema_describes_scenario_files(tabletop):
    schema = json.loads(tabletop("schema").out)

    assert {"injects", "roles", "marking"} <= set(schema["properties"])


def test_the_shipped_scenario_is_listed_and_has_no_finding(tabletop):
    listed = json.loads(tabletop("scenarios", "--json").out)
    assert "calm-front" in [scenario["id"] for scenario in listed]

    done = tabletop("check", "calm-front")
    assert (done.code, done.out) == (0, "")


def test_the_list_says_which_shorter_versions_there_are(tabletop):
    assert "; shorter with --cut half-day" in tabletop("scenarios").out


def test_planned_minutes_are_said_without_words_of_two_meanings(tabletop, small):
    last = tabletop("rehearse", str(small[0]), "--runs", "2").lines[-1]

    assert last == "planned minutes: shortest 10, median 10, longest 10"
