"""A record on paper becomes an exercise that can be listed, read, proved and forgotten."""

import json
import sqlite3
from contextlib import closing

import pytest


def test_a_transcript_becomes_an_exercise_with_its_id_on_stdout(tabletop, played):
    listed = json.loads(tabletop("exercises", "--json").out)

    assert [(e["id"], e["name"], e["status"]) for e in listed] == [
        (played, "Fog, first table", "ended")
    ]


@pytest.mark.parametrize("wanted", ["last", "Fog, first table", "PREFIX"])
def test_an_exercise_goes_by_prefix_name_and_last(tabletop, played, wanted):
    wanted = played[:9] if wanted == "PREFIX" else wanted

    lines = [json.loads(line) for line in tabletop("log", wanted, "--json").lines]

    assert [line["seq"] for line in lines] == list(range(1, len(lines) + 1))
    assert lines[0]["event"] == "ExerciseCreated"
    assert {line["event"] for line in lines} >= {"InjectReleased", "PositionTaken"}
    assert {"seq", "at", "actor", "event"} <= set(lines[3])


def test_the_outcome_and_the_figures_are_those_worked_out_by_hand(tabletop, played):
    assert tabletop("report", "last", "--format", "json").code == 0
    report = json.loads(next(tabletop.home.glob("*.json")).read_text(encoding="utf-8"))
    first, second = report["decisions"]

    assert (first["status"], first["option"], first["requested_by"]) == ("adopted", "b", ["SOU"])
    assert (first["eligible"], first["answered"], first["tally"]) == (3, 1, {"b": 1})
    assert first["metrics"]["modal_share"] is None
    assert first["metrics"]["seconds"] == 120
    assert (second["status"], second["option"]) == ("adopted", "b")
    assert second["dissent"] == [{"role": "WES", "kind": "reservation", "text": "Close by noon"}]
    assert second["tally"] == {"b": 2, "c": 1}
    # Opened when D1 closed (2:00), closed at 19:00, ten minutes of pause between.
    assert second["metrics"]["seconds"] == 17 * 60 - 600
    assert second["metrics"]["modal_share"] == pytest.approx(2 / 3, abs=1e-6)
    assert second["metrics"]["median"] == 2
    assert report["exercise"]["seconds"] == 21 * 60 - 600
    assert report["exercise"]["paused_seconds"] == 600
    assert [i["status"] for i in report["injects"]] == ["released", "not_reached"]
    assert report["expected"][0]["status"] == "observed"


def test_the_journal_is_proved_whole_until_somebody_changes_it(tabletop, played):
    whole = tabletop("verify", "last")
    assert whole.code == 0
    assert "Whole" in whole.out

    database = tabletop.home / ".local/share/tabletop/exercises.db"
    with sqlite3.connect(database) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        (number,) = connection.execute(
            "SELECT seq FROM journal WHERE event LIKE '%Blind%'"
        ).fetchone()
        connection.execute(
            "UPDATE journal SET event = replace(event, 'Blind', 'Bling') WHERE seq = ?", (number,)
        )
        for _, sql in triggers:
            connection.execute(sql)
    connection.close()
    altered = tabletop("verify", "last")

    assert altered.code == 1
    assert f"ntry {number} " in altered.out


def test_altered_entries_are_named_when_the_protection_was_taken_away(tabletop, played):
    database = tabletop.home / ".local/share/tabletop/exercises.db"
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE journal SET event = replace(event, 'Blind', 'Bling')")
        connection.commit()

    refused = tabletop("log", "last")
    proved = tabletop("verify", "last", "--json")

    assert refused.code == 2
    assert "tabletop verify" in refused.err
    assert proved.code == 1
    told = json.loads(proved.out)
    assert told["whole"] is False
    assert {p["kind"] for p in told["problems"]} == {"store", "altered"}
    (altered,) = [p for p in told["problems"] if p["kind"] == "altered"]
    assert altered["first"] == altered["last"] == 6
    assert "Entry 6" in altered["text"]


def test_a_late_position_is_marked_in_the_log(tabletop, small):
    scenario, transcript = small
    text = transcript.read_text(encoding="utf-8")
    late = "  - {at: 0:02:30, position: {decision: D1, role: NOR, option: a}}\n"
    place = "  - {at: 0:03:00, position"
    transcript.write_text(text.replace(place, late + place), encoding="utf-8")
    assert tabletop("transcribe", str(scenario), str(transcript)).code == 0

    marked = [line for line in tabletop("log", "last").lines if "Late:" in line]

    assert len(marked) == 1
    assert "NOR" in marked[0]


def test_names_can_go_and_the_record_stays(tabletop, played):
    assert tabletop("forget", "last", "--names-only", "--yes").code == 0
    tabletop("report", "last", "--format", "json")
    text = next(tabletop.home.glob("*.json")).read_text(encoding="utf-8")

    assert "Holm" not in text
    assert json.loads(text)["decisions"][0]["option"] == "b"


def test_forgetting_asks_first_and_keeps_everything_on_no(tabletop, played):
    for answer in ("n\n", ""):
        kept = tabletop("forget", "last", stdin=answer)
        assert kept.code == 1
        assert f"tabletop report {played[:12]} --format json" in kept.err
        assert "Nothing was removed" in kept.err
    assert json.loads(tabletop("exercises", "--json").out)

    assert tabletop("forget", "last", stdin="y\n").code == 0
    assert json.loads(tabletop("exercises", "--json").out) == []


def test_a_refused_line_is_a_finding_with_its_line_and_nothing_is_recorded(tabletop, small):
    scenario, transcript = small
    text = transcript.read_text(encoding="utf-8")
    transcript.write_text(
        text.replace("close: {decision: D1}", "close: {decision: D9}").replace(
            "role: SOU, option: b, confidence", "role: SOU, option: z, confidence"
        ),
        encoding="utf-8",
    )

    done = tabletop("transcribe", str(scenario), str(transcript))

    assert done.code == 1
    assert f"{transcript}:7:" in done.err
    assert f"{transcript}:8:" in done.err
    assert "D9" in done.err
    assert "z" in done.err
    assert json.loads(tabletop("exercises", "--json").out) == []


@pytest.mark.parametrize(
    ("options", "word"), [(["--profile", "nato"], "nato"), (["--non-attributed"], "attributed")]
)
def test_what_the_report_cannot_do_yet_is_refused_with_a_sentence(tabletop, played, options, word):
    done = tabletop("report", "last", *options)

    assert done.code == 1
    assert word in done.err
    assert not list(tabletop.home.glob("*.pdf"))


def test_opening_a_window_without_a_display_says_so_in_a_sentence(tabletop, small):
    done = tabletop("run", str(small[0]))

    assert done.code != 0
    assert "display" in done.err


def test_one_altered_row_leaves_the_other_exercises_in_reach(tabletop, small, played):
    other = tabletop("transcribe", *(str(path) for path in small), "--name", "Second").out.strip()
    database = tabletop.home / ".local/share/tabletop/exercises.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE exercise SET created_at = 'x' WHERE id = ?", (played,))
        connection.commit()

    listed = tabletop("exercises")

    assert listed.code == 0
    assert [line.split()[1] for line in listed.lines] == ["ended", "damaged"]
    assert f"The exercise {played} is damaged" in listed.err
    assert tabletop("log", other).code == 0
    assert tabletop("log", played).code == 2
    assert "list of exercises" in tabletop("verify", played).out


def test_the_report_of_a_running_exercise_says_that_it_is_one(tabletop, small):
    scenario, transcript = small
    text = transcript.read_text(encoding="utf-8")
    transcript.write_text(text.replace("  - {at: 0:21:00, end: true}\n", ""), encoding="utf-8")
    tabletop("transcribe", str(scenario), str(transcript))
    entries = len(tabletop("log", "last").lines)

    done = tabletop("report", "last", "--format", "md")

    assert done.code == 0
    assert f"has not ended; its report shows it after entry {entries}." in done.err
    assert len(done.lines) == 1


def test_the_report_of_an_ended_exercise_needs_no_word(tabletop, played):
    assert tabletop("report", "last", "--format", "md").err == ""


def test_the_help_of_the_report_says_what_is_refused_today(tabletop):
    told = " ".join(tabletop("report", "--help").out.split())

    assert "Only full, the default; quick and nato are refused" in told
    assert "to name nobody: tabletop forget EXERCISE --names-only" in told


def test_a_demonstration_without_a_display_says_how_to_see_it_later(tabletop):
    done = tabletop("demo", "-o", "reports", "--database", "my course.db")

    (exercise,) = json.loads(tabletop("exercises", "--database", "my course.db", "--json").out)
    assert done.code == 0
    assert "No window was opened, for there is no display here" in done.err
    assert f"tabletop open {exercise['id'][:12]} --database 'my course.db'" in done.err


def test_a_transcript_that_is_not_there_is_not_taken_for_any_other_file(tabletop, small):
    (tabletop.home / "bin.yaml").write_text("x: 1\n")

    assert "did you mean" not in tabletop("transcribe", "calm-front", "nothing.yaml").err
    meant = tabletop("transcribe", "calm-front", "harbor.transcript.yaml").err
    assert "did you mean harbour.transcript.yaml?" in meant
