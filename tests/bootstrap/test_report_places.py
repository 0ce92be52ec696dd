"""Report files of one exercise are told from those of others, wherever they lie."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tabletop.bootstrap.report_places import (
    comparison_stem,
    remember_folder,
    remembered_folders,
    report_files,
    report_stem,
)

FIRST, SECOND = "1fa32d11a5454992", "a92232878e324d29"


@given(st.text(), st.uuids())
def test_the_same_exercise_always_has_the_same_file_name(name, exercise_id):
    stem = report_stem(exercise_id.hex, name)

    assert stem == report_stem(exercise_id.hex, name)
    assert stem.endswith(f"-{exercise_id.hex[:8]}-report")


def test_two_exercises_of_one_name_have_file_names_of_their_own():
    assert report_stem(FIRST, "Fog") != report_stem(SECOND, "Fog")


def test_comparisons_of_other_exercises_have_file_names_of_their_own():
    names = {comparison_stem("harbour", ids) for ids in ((FIRST, SECOND), (SECOND, FIRST))}

    assert len(names) == 2
    assert all(name.startswith("harbour-") for name in names)


def test_only_the_files_of_the_exercise_are_found(tmp_path):
    own = tmp_path / f"{report_stem(FIRST, 'Fog')}.pdf"
    for path in (own, tmp_path / f"{report_stem(SECOND, 'Fog')}.pdf", tmp_path / "report.pdf"):
        path.write_bytes(b"")

    assert report_files(FIRST, (tmp_path, tmp_path, tmp_path / "gone")) == (own,)


def test_folders_are_remembered_once_and_for_their_exercise_only(tmp_path):
    kept = tmp_path / "data" / "reports.jsonl"
    for exercise_id, name in ((FIRST, "a"), (SECOND, "b"), (FIRST, "ğ"), (FIRST, "a")):
        remember_folder(kept, exercise_id, tmp_path / name)

    assert remembered_folders(kept, FIRST) == (tmp_path / "a", tmp_path / "ğ")
    assert remembered_folders(kept, "unknown") == ()


def test_a_relative_folder_is_remembered_with_the_whole_way_to_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / "reports.jsonl"

    remember_folder(kept, FIRST, Path("reports"))

    assert remembered_folders(kept, FIRST) == (tmp_path / "reports",)


def test_a_broken_line_costs_only_itself(tmp_path):
    kept = tmp_path / "reports.jsonl"
    good = json.dumps({"exercise": FIRST, "folder": str(tmp_path)})
    kept.write_text(f"half a li\n[]\n{{}}\n{good}\n\x00\n", encoding="ascii")

    assert remembered_folders(kept, FIRST) == (tmp_path,)


def test_what_cannot_be_remembered_stops_no_report(tmp_path):
    (tmp_path / "taken").write_bytes(b"")

    remember_folder(tmp_path / "taken" / "reports.jsonl", FIRST, tmp_path)

    assert remembered_folders(tmp_path / "taken" / "reports.jsonl", FIRST) == ()
