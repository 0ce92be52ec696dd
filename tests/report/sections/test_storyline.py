"""The storyline tells what happened: an undone slip did not, a recalled inject did."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from tabletop.analysis.record import ExerciseRecord
from tabletop.exercise import commands as c
from tabletop.exercise.events import ExerciseCreated
from tabletop.exercise.memory import MemoryLibrary
from tabletop.live import LiveExercise
from tabletop.plots.picture import Frame
from tabletop.report.sections.account import Account
from tabletop.report.sections.cover import cover_facts
from tabletop.report.sections.log import full_log
from tabletop.report.sections.storyline import storyline_as_played
from tabletop.report.sections.summary import executive_summary
from tabletop.scenario_files.reader import scenario_from_text

BEGUN = datetime(2026, 11, 12, 9, tzinfo=UTC)
SCENARIO = """
tabletop: 1
id: small
title: Small
starts: 2031-03-04T06:00:00Z
roles: [{id: TUR, title: Türkiye, decides: true}]
injects: [{id: I-1, title: One}, {id: I-2, title: Two}, {id: I-3, title: Three}]
cuts: [{id: short, title: Short, injects: [I-1, I-2]}]
"""


@pytest.fixture
def played():
    """Return a function from commands, a minute apart, to an account."""

    def account(*commands, cut=None):
        package = scenario_from_text(SCENARIO).package
        created = ExerciseCreated("T", "exercise", "small", "1", package.sha256, cut, ("TUR",))
        stored = MemoryLibrary().create(
            "ex", package, created, at=BEGUN, command_id="c", actor="test"
        )
        minutes = count()
        live = LiveExercise(stored, lambda: BEGUN + timedelta(minutes=next(minutes)))
        for number, command in enumerate(commands):
            live.send(command, command_id=f"c{number}", actor="test")
        return Account(ExerciseRecord("ex", package, live.entries), Frame("EXERCISE"))

    return account


def test_an_undone_release_is_not_part_of_the_story_but_of_the_log(played, told):
    account = played(c.ReleaseInject("I-1"), c.ReleaseInject("I-2"), c.Undo())
    rows = told(storyline_as_played(account)).rows("The exercise step by step")
    assert [row[2] for row in rows if row[2]] == ["I-1"]
    assert "Undone: " in told(full_log(account)).text
    summary = told(executive_summary(account)).text
    assert "Of 3 planned injects, 1 was released and 2 were not reached." in summary
    assert cover_facts(account)[2].text.startswith("1 inject\n")


def test_a_recalled_inject_is_told_as_shown_and_recalled(played, told):
    account = played(c.ReleaseInject("I-1"), c.RecallInject("I-1", "Wrong hour"))
    rows = told(storyline_as_played(account)).rows("The exercise step by step")
    assert [row[3] for row in rows if row[2]] == ["One", "Recalled"]
    text = told(executive_summary(account)).text
    assert "1 was released and 2 were not reached. 1 of those shown was recalled." in text
    assert cover_facts(account)[2].text.startswith("1 inject, 1 of them recalled")


def test_what_the_version_played_leaves_out_is_not_called_planned(played, told):
    account = played(c.ReleaseInject("I-1"), cut="short")
    story = told(storyline_as_played(account))
    assert [row[0] for row in story.rows("Not played")] == ["I-2"]
    assert "1 inject of the scenario did not belong to the version that was played." in story.text
    assert "Of 2 planned injects, 1 was released" in told(executive_summary(account)).text


def test_an_exercise_ended_at_once_has_no_figure_and_no_length(story, told):
    blocks = storyline_as_played(story("0:00:00, end: true"))
    assert "ended as soon as it had been started." in told(blocks).text
    assert not any(hasattr(block, "svg") for block in blocks)


def test_contingencies_not_played_are_said_to_be_beside_the_plan(demonstration_account):
    blocks = storyline_as_played(demonstration_account)
    table = next(b for b in blocks if getattr(b, "caption", "").startswith("Not played"))
    assert table.note.startswith("Of these 7 section 1 counts 1 as planned and not played")
    assert "contingencies are no part of the plan" in table.note


def test_every_time_the_clock_stood_has_its_rows_even_if_it_stood_by_a_slip(played, told):
    account = played(c.ReleaseInject("I-1"), c.EndExercise(), c.Undo(), c.EndExercise())
    assert account.state.paused(account.record.until) == 60
    rows = told(storyline_as_played(account)).rows("The exercise step by step")
    told_rows = [" ".join(row) for row in rows]
    assert sum("ENDEX" in row for row in told_rows) == 3
    [back] = [row for row in told_rows if "ENDEX taken back" in row]
    assert "The time since ENDEX counts as a pause" in back


@pytest.mark.parametrize(
    ("judged", "words"),
    [((), "It counts as play"), ((c.PauseTimeAway(),), "It counts as a pause")],
)
def test_the_time_in_which_the_program_was_away_is_said(played, told, judged, words):
    account = played(c.ReleaseInject("I-1"), c.TakeUpExercise(BEGUN), *judged)
    rows = told(storyline_as_played(account)).rows("The exercise step by step")
    [row] = [" ".join(row) for row in rows if "had been away" in " ".join(row)]
    assert "The program had been away for 1 min" in row
    assert words in row
