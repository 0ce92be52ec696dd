"""What log and timeline say."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise import events as e
from tabletop.exercise.rules_in_words import rule_in_words
from tabletop.exercise.sentences import sentence


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (e.ExerciseStarted(), "STARTEX: the exercise started."),
        (e.ExercisePaused("Coffee"), "Play paused: Coffee."),
        (e.ExercisePaused(), "Play paused."),
        (e.ContinuingCancelled(9), "ENDEX stands again, from when it was called."),
        (e.ClockChanged("stepped", 1.0), "The scenario clock now follows the releases."),
        (e.ClockChanged("running", 60.0), "The scenario clock now runs at 60 times real time."),
        (e.InjectRecalled("I-1", "Wrong text"), "I-1 recalled: Wrong text."),
        (e.InjectRecalled("I-1", "undone"), "Releasing I-1 was taken back."),
        (e.DecisionReopened("D1", "More to say"), "D1 reopened: More to say."),
        (e.DecisionReopened("D1", "undone"), "Closing D1 was taken back."),
        (e.InjectSkipped("I-2", "Short of time"), "I-2 skipped: Short of time."),
        (e.InjectAmended("I-2", None), "I-2 has its planned text again."),
        (e.HandoutGiven("I-1", "order", ("TUR", "USA")),
         "Hand-out “Order” of I-1 given to TUR and USA."),
        (e.HandoutRestored("I-1", "order", ("USA",), 4),
         "Hand-out “Order” of I-1 is with USA again."),
        (e.SeatAbsent("HUN"), "HUN is absent from now on."),
        (e.CardGiven("TUR", "host"), "TUR was given the card “Host”."),
        (e.DecisionOpened("D1"), "D1 opened: Decision D1."),
        (e.PositionTaken("D1", "TUR", "final", "c", ("c",), "low", "Facts first"),
         "TUR requests option c (Option c) in D1, with low confidence: Facts first."),
        (e.PositionTaken("D1", "TUR", "first", "c", ("c",)),
         "TUR chooses option c (Option c) in D1 (first round)."),
        (e.PositionTaken("D9", "TUR", "final", "a", ("a", "c"), condition="If asked",
                         reservation="Not at sea"),
         ("TUR chooses option a (Option a) and option c (Option c) in D9: "
         "Caveat: If asked. Reservation: Not at sea.")),
        (e.PositionTaken("D7", "TUR", "final", None, abstained=True, reason="No instructions"),
         "TUR abstains in D7: No instructions."),
        (e.RankingGiven("D8", "TUR", ("b", "a", "c")), "TUR ranks the options of D8: b, a, c."),
        (e.ProposalPut("D3", "b"), "The chair proposes option b (Option b) in D3."),
        (e.ProposalPut("D3", None, "The Council notes."),
         "The chair proposes a text in D3: The Council notes."),
        (e.StanceTaken("D3", "GRC", "objects", "No mention of ships"),
         "GRC objects in D3: No mention of ships."),
        (e.StanceTaken("D1", "GRC", "regrets"), "GRC regrets the request in D1."),
        (e.StanceRestored("D3", "GRC", 6), "The earlier stance of GRC in D3 stands again."),
        (e.TextCirculated("D2", "b", "", 5.0, 24.0),
         ("Option b (Option b) in D2 is under silence for 5 minutes "
         "(24 hours of scenario time).")),
        (e.TextCirculated("D2", None, "The Council\nnotes", 1.0),
         "A text in D2 is under silence for 1 minute: The Council notes."),
        (e.SilenceBroken("D2", "HUN", "Review date missing."),
         "Silence on D2 broken by HUN: Review date missing."),
        (e.SilenceExtended("D2", 2.5), "Silence on D2 extended to 2.5 minutes from now."),
        (e.DecisionClosed("D1", "adopted", "c", ()), "D1 closed: option c (Option c) is adopted."),
        (e.DecisionClosed("D3", "adopted", None, ()), "D3 closed: the proposed text is adopted."),
        (e.DecisionClosed("D3", "no_agreement", None, ()), "D3 closed: no agreement."),
        (e.DecisionClosed("D1", "not_requested", "b", ()),
         "D1 closed: nobody asked, option b (Option b) stands."),
        (e.OutcomeDeclared("D1", "adopted", "c", None, "no_agreement", "Heard otherwise", ()),
         ("D1 declared: no agreement; by its rule: option c (Option c) is adopted; "
         "reason: Heard otherwise.")),
        (e.PositionsRevealed("D1", "first"),
         "The first positions in D1 were revealed to the room."),
        (e.RevealCancelled("D1", "first"),
         "Revealing the first positions in D1 was taken back; the room sees them no more."),
        (e.FactJudged("D1", "TUR", "Q1", 60, "low"),
         "TUR puts Q1 at 60 percent, with low confidence."),
        (e.RequestMade("R1", "TUR", "", "Radar tracks?"), "TUR makes request R1: Radar tracks?"),
        (e.RequestAnswered("R1", "", refused=True), "Request R1 refused."),
        (e.ObservationMade("N1", "Ankara was asked first", "strength", "O1", "TUR"),
         "Observed, a strength (O1 and TUR): Ankara was asked first."),
        (e.ActionPlanned("A1", "Live feed for all", "O1", "Air Command", due="2027-03-31"),
         "Corrective action for Air Command, due 2027-03-31 (open): Live feed for all."),
        (e.ExpectedTicked("I-1", "ask", "partial"),
         "Expected in I-1, “Ask Ankara”: observed in part."),
        (e.ObjectiveRated("O1", "S", "Decided late"), "O1 rated S: Decided late."),
        (e.ObjectiveRated("O1", None), "The rating of O1 was taken back."),
        (e.EntryCorrected(7, "It was 09:01", "Slow clock"),
         "Entry 7 corrected (Slow clock): It was 09:01."),
        (e.EntryUndone(7, "Recall I-1"), "Entry 7 undone: Recall I-1."),
        (e.EntryKept(7, "Close D1 again", "D1 was not reopened."),
         "Entry 7 can no longer be undone (Close D1 again): D1 was not reopened."),
    ],
)  # fmt: skip
def test_an_event_in_words(scenario, event, said):
    assert sentence(event, scenario) == said


def test_a_story_reads_as_one(story):
    story.release("I-1")
    story.send(c.JumpTo(story.scenario.starts.replace(day=6)))
    story.send(c.ImproviseInject("A call from the press", "Is it true?"))
    story.release("C-1", "The room is stuck")
    assert story.log == [
        (
            "The exercise “Test” was created from small 1, with the seats TUR, GRC, USA, HUN, "
            "SACEUR and SG."
        ),
        "STARTEX: the exercise started.",
        "I-1 released: A missile from Kestria.",
        "Hand-out “Order” of I-1 given to USA.",
        "D1 opened: Decision D1.",
        "Scenario time jumped to D+2 06:00Z.",
        "X-1 improvised and released: A call from the press.",
        "C-1 released against its condition (reason: The room is stuck): Deadlock.",
    ]


def test_titles_have_their_variables_filled(tell, make_decision):
    plan = tell().scenario.model_dump(mode="json", include={"variables"})
    told = tell(
        **plan,
        cards=[{"id": "host", "title": "Host of {launch_state}"}],
        roles=[{"id": "TUR", "title": "Envoy to {launch_state}", "decides": "true"}],
        injects=[
            {
                "id": "I-1",
                "title": "News from {launch_state}",
                "expected": [{"id": "ask", "text": "Ask {launch_state} after {D1}."}],
                "decisions": [
                    make_decision(
                        "D1",
                        {"kind": "on_request", "triggers": ["b"]},
                        *"ab",
                        title="Answer to {launch_state}",
                        seats=["TUR"],
                    )
                ],
            }
        ],
        cuts=[],
    )
    told.send(c.GiveCard("TUR", "host"))
    told.release("I-1")
    told.send(c.TickExpected("I-1", "ask", "observed"))
    assert told.log[1:] == [
        "TUR was given the card “Host of Kestria”.",
        "STARTEX: the exercise started.",
        "I-1 released: News from Kestria.",
        "D1 opened: Answer to Kestria.",
        "Expected in I-1, “Ask Kestria after D1”: observed.",
    ]
    rule = rule_in_words(told.scenario.decisions_by_id["D1"], told.scenario)
    assert "{" not in rule


def test_an_id_the_scenario_does_not_know_is_said_as_it_is(scenario):
    assert sentence(e.DecisionOpened("D99"), scenario) == "D99 opened."
    event = e.PositionTaken("D99", "FRA", "final", "q")
    assert sentence(event, scenario) == "FRA chooses option q in D99."


def test_a_paper_without_a_title_is_called_by_its_id(tell, make_decision):
    paper = {"id": "order", "to": ["TUR"], "title": "", "body": "Wait."}
    told = tell(injects=[{"id": "I-9", "title": "News", "handouts": [paper]}])

    given = e.HandoutGiven("I-9", "order", ("TUR",))
    assert sentence(given, told.scenario) == "Hand-out order of I-9 given to TUR."
