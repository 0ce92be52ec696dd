"""What log, timeline and decision board say."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise import events as e
from tabletop.exercise.sentences import rule_in_words, sentence, state_sentence
from tabletop.scenario.model import Decision

# --- what happened ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (e.ExerciseStarted(), "STARTEX: the exercise started."),
        (e.ExercisePaused("Coffee"), "Play paused: Coffee."),
        (e.ExercisePaused(), "Play paused."),
        (e.ClockChanged("stepped", 1.0), "The scenario clock now follows the releases."),
        (e.ClockChanged("running", 60.0), "The scenario clock now runs at 60 times real time."),
        (e.InjectRecalled("I-1", "Wrong text"), "I-1 recalled: Wrong text."),
        (e.InjectRecalled("I-1", "undone"), "Releasing I-1 was taken back."),
        (e.DecisionReopened("D1", "More to say"), "D1 reopened: More to say."),
        (e.DecisionReopened("D1", "undone"), "Closing D1 was taken back."),
        (e.InjectSkipped("I-2", "Short of time"), "I-2 skipped: Short of time."),
        (e.InjectAmended("I-2", None), "I-2 has its planned text again."),
        (e.HandoutGiven("I-1", "order", ("TUR", "USA")),
         "Hand-out order of I-1 given to TUR and USA."),
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
         "condition: If asked; reservation: Not at sea.")),
        (e.PositionTaken("D7", "TUR", "final", None, abstained=True, reason="No instructions"),
         "TUR abstains in D7: No instructions."),
        (e.RankingGiven("D8", "TUR", ("b", "a", "c")), "TUR ranks the options of D8: b, a, c."),
        (e.ProposalPut("D3", "b"), "The chair proposes option b (Option b) in D3."),
        (e.ProposalPut("D3", None, "The Council notes."),
         "The chair proposes a text in D3: The Council notes."),
        (e.StanceTaken("D3", "GRC", "objects", "No mention of ships"),
         "GRC objects in D3: No mention of ships."),
        (e.StanceTaken("D1", "GRC", "regrets"), "GRC regrets the request in D1."),
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
        "Hand-out order of I-1 given to USA.",
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


# --- how it is decided --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"kind": "on_request", "triggers": ["c"], "otherwise": "b"},
         "Any seat may ask, and nobody can block it. Otherwise this stands: Option b."),
        ({"kind": "consensus"}, "Adopted when nobody objects and nobody is awaiting."),
        ({"kind": "consensus", "consent": ["TUR", "GRC"]},
         ("Adopted when nobody objects and nobody is awaiting. TUR and GRC must consent "
         "expressly.")),
        ({"kind": "silence", "minutes": "5", "hours": "24"},
         "Adopted when nobody breaks silence within 5 minutes (24 hours of scenario time)."),
        ({"kind": "silence", "minutes": "1", "reveal": "at_deadline"},
         ("Adopted when nobody breaks silence within 1 minute. The room sees breaks at the "
         "deadline only.")),
        ({"kind": "authority", "roles": ["SACEUR"]},
         "Supreme Commander decides; all others advise."),
        ({"kind": "authority", "roles": ["SACEUR", "USA"]},
         ("Supreme Commander and United States decide together, when all choose the same; all "
         "others advise.")),
        ({"kind": "majority", "more_than": "1/2"},
         ("Adopted when one option has more than half of the positions taken; a tie adopts "
         "nothing.")),
        ({"kind": "majority", "at_least": "0.55", "weight_at_least": "0.65", "of": "eligible"},
         ("Adopted when one option has at least 55 % of the eligible seats and at least 65 % of "
         "their weight; a tie adopts nothing.")),
        ({"kind": "majority", "at_least": "3/7"},
         "Adopted when one option has at least 3/7 of the positions taken; a tie adopts nothing."),
        ({"kind": "majority", "at_least": "1", "of": "eligible"},
         "Adopted when all eligible seats are for the same option."),
        ({"kind": "each"}, "Each seat decides for itself; the group has no outcome."),
        ({"kind": "each", "several": "true"},
         ("Each seat decides for itself; the group has no outcome. A seat may choose several "
         "options.")),
        ({"kind": "ranking"},
         "Every seat puts all options in order; the lowest sum of ranks comes first."),
    ],
)  # fmt: skip
def test_a_rule_in_words(make_decision, tell, rule, said):
    mixed = [
        {"id": "TUR", "title": "Türkiye", "decides": "true"},
        {"id": "GRC", "title": "Greece", "decides": "true", "kind": "operator"},
        {"id": "USA", "title": "United States"},
        {"id": "SACEUR", "title": "Supreme Commander"},
    ]
    decision = Decision.model_validate(make_decision("D1", rule, *"abc"))
    assert rule_in_words(decision, tell(roles=mixed).scenario) == said


def test_who_may_ask(tell, make_decision, scenario):
    rule = {"kind": "on_request", "triggers": ["c"]}

    def asked(**further):
        decision = Decision.model_validate(make_decision("D1", rule, *"abc", **further))
        return rule_in_words(decision, scenario)

    assert asked() == "Any delegation may ask, and nobody can block it."
    assert asked(changes={"c": {"only": ["TUR"]}}).startswith("Türkiye may ask")
    assert asked(seats=["TUR", "GRC"]).startswith("Any of Türkiye or Greece may ask")


def test_a_discussion_in_words(scenario):
    decision = scenario.decisions_by_id["D6"]
    assert rule_in_words(decision, scenario) == "Discussion only: there is nothing to decide."


# --- how it stands ------------------------------------------------------------------------------


def board(story, decision_id="D1"):
    return state_sentence(story.computed(decision_id), story.scenario.decisions_by_id[decision_id])


def test_on_request_on_the_board(decide_by):
    story = decide_by({"kind": "on_request", "triggers": ["c", "d"]})
    assert board(story) == "Nobody has asked yet."
    story.position("TUR", "D1", "c")
    story.position("GRC", "D1", "d")
    assert board(story) == "Adopted if closed now: Option c, asked by TUR and GRC."


def test_the_default_on_the_board(story):
    story.release("I-1")
    assert board(story) == "Nobody has asked yet; if closed now, this stands: Option b."


def test_consensus_on_the_board(decide_by):
    story = decide_by({"kind": "consensus"})
    assert board(story) == "Not yet: TUR, GRC, USA and HUN have not answered."
    for role, option in zip(("TUR", "GRC", "USA", "HUN"), "aabb", strict=True):
        story.position(role, "D1", option)
    assert board(story) == "Not yet: nothing is proposed, and the seats differ."
    story.propose("D1", "a")
    story.stance("USA", "D1", "objects")
    assert board(story) == "Not yet: USA objects, HUN awaiting instructions."
    story.stance("HUN", "D1", "objects")
    assert board(story) == "Not yet: USA and HUN object."
    story.stance("USA", "D1", "reservation")
    story.stance("HUN", "D1", "can_accept")
    assert board(story) == "Adopted if closed now: Option a."
    story.propose("D1", text="The Council notes.")
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.stance(role, "D1", "supports")
    assert board(story) == "Adopted if closed now: the text."


def test_a_consent_that_is_missing_on_the_board(decide_by):
    story = decide_by({"kind": "consensus", "consent": ["TUR"]})
    story.propose("D1", "a")
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.stance(role, "D1", "reservation")
    assert board(story) == "Not yet: TUR has not consented."


def test_silence_on_the_board(decide_by):
    story = decide_by({"kind": "silence", "minutes": "5", "otherwise": "a"})
    stands = "; if closed now, this stands: Option a."
    assert board(story) == f"No text is under silence yet{stands}"
    story.circulate("D1", "b")
    story.seconds_pass(50.5)
    assert board(story) == f"Under silence, 4:10 left; no agreement if closed now{stands}"
    story.send(c.WithdrawText("D1"))
    assert board(story) == f"The text was withdrawn{stands}"
    story.circulate("D1", "b")
    story.break_silence("HUN", "D1")
    assert board(story) == f"Not adopted: HUN broke silence{stands}"
    story.circulate("D1", "b")
    story.minutes_pass(5)
    assert board(story) == "Silence ran out unbroken; adopted if closed now: Option b."


def test_authority_on_the_board(decide_by):
    story = decide_by({"kind": "authority", "roles": ["SACEUR", "USA"]})
    assert board(story) == "Not yet: SACEUR and USA have not answered."
    story.position("SACEUR", "D1", "a")
    story.position("USA", "D1", "b")
    assert board(story) == "Not yet: SACEUR and USA differ."
    story.position("USA", "D1", "a")
    assert board(story) == "Adopted if closed now: Option a."


def test_an_authority_that_is_away_on_the_board(decide_by):
    story = decide_by({"kind": "authority", "roles": ["SACEUR"]})
    story.send(c.MarkAbsent("SACEUR"))
    assert board(story) == "Not yet: none of those who decide is at the table."


def test_majority_on_the_board(decide_by):
    story = decide_by({"kind": "majority", "more_than": "1/2"})
    assert board(story) == "Not yet: TUR, GRC, USA and HUN have not answered."
    story.position("TUR", "D1", "a")
    story.position("GRC", "D1", "b")
    assert board(story) == "Not yet: no option has enough."


def test_many_seats_are_counted_and_not_named(tell, make_decision):
    roles = [{"id": f"S{n}", "title": f"Seat {n}", "decides": "true"} for n in range(7)]
    decision = make_decision("D1", {"kind": "consensus"}, *"ab")
    inject = {"id": "I-1", "title": "x", "decisions": [decision]}
    story = tell(roles=roles, cards=[], injects=[inject], cuts=[])
    story.release("I-1")
    story.propose("D1", "a")
    assert board(story) == "Not yet: 7 seats awaiting instructions."


def test_each_ranking_and_discussion_on_the_board(story):
    story.release("I-5")
    assert board(story, "D8") == "Nobody has ranked the options yet."
    story.rank("TUR", "D8", "b", "a", "c")
    assert board(story, "D8") == "Ranked if closed now: 1. b, 2. a, 3. c."
    assert board(story, "D9").startswith("Each seat decides for itself")
    assert board(story, "D6").startswith("Closing ends the discussion")


def test_nobody_votes_where_nobody_votes(decide_by):
    for rule in (
        {"kind": "on_request", "triggers": ["c"]},
        {"kind": "consensus"},
        {"kind": "silence", "minutes": "5"},
    ):
        story = decide_by(rule)
        decision = story.scenario.decisions_by_id["D1"]
        words = rule_in_words(decision, story.scenario) + board(story) + " ".join(story.log)
        assert "vote" not in words.casefold()
        assert "majority" not in words.casefold()
