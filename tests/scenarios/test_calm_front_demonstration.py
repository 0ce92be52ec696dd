"""The recorded day that is shown to newcomers: it plays, and it shows what the program can do."""

import pytest

from tabletop.exercise.events import (
    ActionPlanned,
    CardGiven,
    ExercisePaused,
    ExerciseResumed,
    ExpectedTicked,
    FactJudged,
    HandoutGiven,
    InjectImprovised,
    InjectSkipped,
    IssueParked,
    ObjectiveRated,
    ObservationMade,
    OutcomeDeclared,
    ProposalPut,
    RankingGiven,
    RequestAnswered,
    RequestMade,
    SeatAbsent,
    SilenceBroken,
    SilenceExtended,
    StanceTaken,
)
from tabletop.scenario_files.transcript_reader import read_transcript
from tabletop.scenario_files.transcripts import play


@pytest.fixture(scope="module")
def transcript(demonstration_file):
    return read_transcript(demonstration_file).transcript


@pytest.fixture(scope="module")
def day(transcript, calm_front_read):
    return play(transcript, calm_front_read.package, exercise_id="demonstration")


def test_it_plays_without_a_refusal_to_the_end(day):
    assert day.findings == ()
    assert day.state.status == "ended"


def test_everybody_at_the_table_is_somebody(day, calm_front):
    assert {person.role for person in day.participants} == {role.id for role in calm_front.roles}


@pytest.mark.parametrize("decision_id", ["D1", "D3", "D4", "D6", "D7", "D15"])
def test_ten_delegations_take_a_first_and_a_final_position(day, decision_id):
    run = day.state.decision_run(decision_id)
    assert len(run.standing("first")) == len(run.standing("final")) == 10
    assert all(position.reason for position in run.standing("final").values())


def test_the_day_tells_one_way_through_the_branches(day):
    released = {
        i for i in ("I-15A", "I-15B", "I-20A", "I-20B") if day.state.inject_run(i).is_released
    }
    assert released == {"I-15A", "I-20A"}
    assert day.state.inject_run("I-14").skipped
    assert all(day.state.decision_status(d) != "open" for d in day.state.close_order)


def test_the_statement_mourns_the_dead_of_the_day(day, calm_front):
    number = day.state.inject_run("I-22").variant
    assert "mourns the eight people" in calm_front.injects_by_id["I-22"].variants[number].body
    assert day.state.variables()["basis"] == "art5c"


def test_silence_is_kept_once_and_broken_twice(day):
    adopted = [d for d in ("D2", "D5", "D8", "D14", "D19") if day.state.standing_option(d)]
    assert adopted == ["D2", "D5", "D8", "D14", "D19"]
    broken = [d for d in adopted if len(day.state.decision_run(d).circulations) > 1]
    assert broken == ["D14", "D19"]


@pytest.mark.parametrize(
    "event",
    [
        *(ExercisePaused, ExerciseResumed, RequestMade, RequestAnswered, ObservationMade),
        *(InjectImprovised, InjectSkipped, ExpectedTicked, ObjectiveRated, ActionPlanned),
        *(CardGiven, HandoutGiven, FactJudged, ProposalPut, StanceTaken, SilenceBroken),
        *(SilenceExtended, OutcomeDeclared, RankingGiven, IssueParked, SeatAbsent),
    ],
)
def test_it_shows_every_kind_of_work(day, event):
    assert any(isinstance(entry.event, event) for entry in day.entries)


def test_every_objective_is_rated_and_has_something_to_do(transcript, calm_front):
    objectives = {objective.id for objective in calm_front.objectives}
    lines = [entry.model_dump(exclude_none=True) for entry in transcript.entries]
    rated = {line["rate"]["objective"] for line in lines if "rate" in line}
    acted = {line["action"]["objective"] for line in lines if "action" in line}
    assert rated == acted == objectives
