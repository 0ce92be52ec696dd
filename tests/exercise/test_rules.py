"""Each rule gives exactly the outcome that its design and the practice it copies ask for."""

import pytest

from tabletop.exercise import commands as c
from tabletop.exercise.rules import RankedOption

ON_REQUEST = {"kind": "on_request", "triggers": ["c", "d"], "otherwise": "b"}


# --- on request ---------------------------------------------------------------------------------


def test_nobody_asked_and_the_default_stands(decide_by):
    story = decide_by(ON_REQUEST)
    story.position("TUR", "D1", "a")
    assert story.result("D1") == ("not_requested", "b")
    assert story.computed("D1").requested_by == ()


def test_without_a_default_nothing_stands_when_nobody_asked(decide_by):
    story = decide_by({"kind": "on_request", "triggers": ["c"]})
    story.close("D1")
    assert story.outcome("D1") == ("not_requested", None)


def test_one_request_is_enough_and_nobody_can_block_it(decide_by):
    story = decide_by(ON_REQUEST)
    for role in ("TUR", "GRC", "USA"):
        story.position(role, "D1", "a")
        story.stance(role, "D1", "regrets", "Too early")
    story.position("HUN", "D1", "d")
    assert story.result("D1") == ("adopted", "d")
    assert story.computed("D1").blocking == ()
    assert "nobody can block" in story.refused(c.TakeStance("D1", "GRC", "objects"))


def test_the_first_request_that_still_stands_is_adopted(decide_by):
    story = decide_by(ON_REQUEST)
    story.position("GRC", "D1", "d")
    story.position("TUR", "D1", "c")
    assert story.computed("D1").requested_by == ("GRC", "TUR")
    assert story.result("D1") == ("adopted", "d")

    story.position("GRC", "D1", "a")
    assert story.result("D1") == ("adopted", "c")
    assert story.computed("D1").requested_by == ("TUR",)


def test_a_request_given_up_and_made_again_is_a_younger_one(decide_by):
    story = decide_by(ON_REQUEST)
    story.position("GRC", "D1", "d")
    story.position("TUR", "D1", "c")
    story.position("GRC", "D1", "a")
    story.position("GRC", "D1", "d")
    assert story.computed("D1").requested_by == ("TUR", "GRC")
    assert story.result("D1") == ("adopted", "c")


def test_a_request_said_again_with_a_reason_stays_as_old_as_it_was(decide_by):
    story = decide_by(ON_REQUEST)
    story.position("GRC", "D1", "d")
    story.position("TUR", "D1", "c")
    story.position("GRC", "D1", "d", reason="For the record")
    assert story.computed("D1").requested_by == ("GRC", "TUR")


def test_a_request_withdrawn_and_put_back_is_as_old_as_it_was(decide_by):
    story = decide_by(ON_REQUEST)
    story.position("GRC", "D1", "d")
    story.position("TUR", "D1", "c")
    story.send(c.WithdrawPosition("D1", "GRC"))
    assert story.computed("D1").requested_by == ("TUR",)
    story.undo()
    assert story.computed("D1").requested_by == ("GRC", "TUR")


def test_undoing_a_slip_leaves_a_request_as_old_as_it_was(decide_by):
    story = decide_by(ON_REQUEST)
    story.position("GRC", "D1", "d")
    story.position("TUR", "D1", "c")
    story.position("GRC", "D1", "a")
    story.undo()
    assert story.result("D1") == ("adopted", "d")
    assert story.computed("D1").requested_by == ("GRC", "TUR")


def test_a_first_position_requests_nothing(decide_by):
    story = decide_by(ON_REQUEST, first_round=True)
    story.position("TUR", "D1", "c", "first")
    assert story.result("D1") == ("not_requested", "b")


def test_only_the_seat_an_option_is_for_can_take_it(story):
    story.release("I-1")
    assert "TUR only" in story.refused(c.TakePosition("D1", "GRC", "c"))
    story.position("TUR", "D1", "c")
    assert story.result("D1") == ("adopted", "c")


def test_a_seat_that_takes_no_part_cannot_request(decide_by):
    story = decide_by(ON_REQUEST)
    story.position("SG", "D1", "d")
    assert story.result("D1") == ("not_requested", "b")


# --- consensus ----------------------------------------------------------------------------------

CONSENSUS = {"kind": "consensus"}


def test_holding_the_proposed_option_supports_it(decide_by):
    story = decide_by(CONSENSUS)
    story.position("TUR", "D1", "b")
    story.position("GRC", "D1", "a")
    story.propose("D1", "b")
    assert story.stances("D1") == {
        "TUR": "supports",
        "GRC": "awaiting",
        "USA": "awaiting",
        "HUN": "awaiting",
    }
    assert story.result("D1") == ("no_agreement", None)


@pytest.mark.parametrize("stance", ["supports", "can_accept", "reservation"])
def test_adopted_when_nobody_objects_and_nobody_is_awaiting(decide_by, stance):
    story = decide_by(CONSENSUS)
    story.propose("D1", "b")
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.stance(role, "D1", stance, "Not in our view")
    assert story.result("D1") == ("adopted", "b")


@pytest.mark.parametrize("stance", ["objects", "awaiting"])
def test_an_express_stance_outweighs_the_position(decide_by, stance):
    story = decide_by(CONSENSUS)
    story.propose("D1", "b")
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.position(role, "D1", "b")
    assert story.result("D1") == ("adopted", "b")
    story.stance("GRC", "D1", stance, "No mention of ships")
    assert story.result("D1") == ("no_agreement", None)
    assert story.blocking("D1") == {"GRC": stance}


def test_a_new_proposal_starts_all_stances_anew(decide_by):
    story = decide_by(CONSENSUS)
    story.propose("D1", "b")
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.stance(role, "D1", "supports")
    story.position("TUR", "D1", "c")
    story.propose("D1", "c")
    assert story.stances("D1")["TUR"] == "supports"
    assert story.blocking("D1") == {"GRC": "awaiting", "USA": "awaiting", "HUN": "awaiting"}


def test_a_text_is_adopted_by_stances_alone(decide_by):
    story = decide_by(CONSENSUS)
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.position(role, "D1", "b")
    story.propose("D1", text="The Council condemns.")
    assert story.result("D1") == ("no_agreement", None)
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.stance(role, "D1", "can_accept")
    assert story.result("D1") == ("adopted", None)


def test_with_nothing_proposed_all_must_hold_the_same_option(decide_by):
    story = decide_by(CONSENSUS)
    for role in ("TUR", "GRC", "USA"):
        story.position(role, "D1", "b")
    assert story.result("D1") == ("no_agreement", None)
    assert story.blocking("D1") == {"HUN": "missing"}
    story.position("HUN", "D1", "a")
    assert story.result("D1") == ("no_agreement", None)
    story.position("HUN", "D1", "b")
    assert story.result("D1") == ("adopted", "b")


def test_an_objection_counts_even_when_all_hold_the_same_option_and_nothing_is_proposed(decide_by):
    story = decide_by(CONSENSUS)
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.position(role, "D1", "b")
    story.stance("HUN", "D1", "objects")
    assert story.result("D1") == ("no_agreement", None)


def test_a_seat_whose_consent_is_needed_must_give_it(decide_by):
    story = decide_by({"kind": "consensus", "consent": ["TUR"]})
    story.propose("D1", "b")
    for role in ("GRC", "USA", "HUN"):
        story.stance(role, "D1", "reservation")
    story.stance("TUR", "D1", "reservation", "Only so far")
    assert story.result("D1") == ("no_agreement", None)
    assert story.blocking("D1") == {"TUR": "consent"}
    story.stance("TUR", "D1", "can_accept")
    assert story.result("D1") == ("adopted", "b")


def test_under_consensus_nobody_joins_a_request(decide_by):
    story = decide_by(CONSENSUS)
    assert "answers a request" in story.refused(c.TakeStance("D1", "TUR", "joins"))


def test_a_decision_without_anybody_at_the_table_adopts_nothing(decide_by):
    story = decide_by(CONSENSUS, seats=("SG",))
    story.propose("D1", "b")
    assert story.result("D1") == ("no_agreement", None)


# --- authority ----------------------------------------------------------------------------------


def test_one_authority_decides_and_the_others_advise(decide_by):
    story = decide_by({"kind": "authority", "roles": ["SACEUR"]})
    for role in ("TUR", "GRC", "USA", "HUN"):
        story.position(role, "D1", "a")
    assert story.result("D1") == ("no_agreement", None)
    assert story.blocking("D1") == {"SACEUR": "missing"}
    story.position("SACEUR", "D1", "b")
    assert story.result("D1") == ("adopted", "b")


def test_several_authorities_must_choose_the_same(decide_by):
    story = decide_by({"kind": "authority", "roles": ["SACEUR", "USA"], "otherwise": "a"})
    story.position("SACEUR", "D1", "b")
    assert story.result("D1") == ("no_agreement", "a")
    story.position("USA", "D1", "c")
    assert story.result("D1") == ("no_agreement", "a")
    assert story.blocking("D1") == {"SACEUR": "differs", "USA": "differs"}
    story.position("USA", "D1", "b")
    assert story.result("D1") == ("adopted", "b")


def test_a_role_named_by_the_rule_is_eligible_beside_those_that_decide(decide_by):
    story = decide_by({"kind": "authority", "roles": ["SACEUR"]})
    assert story.state.eligible(story.scenario.decisions_by_id["D1"]) == (
        "TUR",
        "GRC",
        "USA",
        "HUN",
        "SACEUR",
    )


# --- majority -----------------------------------------------------------------------------------


def majority(decide_by, votes, **rule):
    story = decide_by({"kind": "majority", **rule})
    for role, option in votes.items():
        if option == "-":
            story.send(c.Abstain("D1", role))
        else:
            story.position(role, "D1", option)
    return story.result("D1")


ADOPTED_A, NOTHING = ("adopted", "a"), ("no_agreement", None)


@pytest.mark.parametrize(
    ("votes", "rule", "outcome"),
    [
        ({}, {"more_than": "1/2"}, NOTHING),
        ({"TUR": "a"}, {"more_than": "1/2"}, ADOPTED_A),
        ({"TUR": "a", "GRC": "b"}, {"more_than": "1/2"}, NOTHING),
        ({"TUR": "a", "GRC": "b"}, {"at_least": "1/2"}, NOTHING),
        ({"TUR": "a", "GRC": "a", "USA": "b"}, {"more_than": "1/2"}, ADOPTED_A),
        ({"TUR": "a", "GRC": "a", "USA": "b"}, {"at_least": "2/3"}, ADOPTED_A),
        ({"TUR": "a", "GRC": "a", "USA": "b"}, {"more_than": "2/3"}, NOTHING),
        ({"TUR": "a", "GRC": "a", "USA": "b", "HUN": "-"}, {"at_least": "2/3"}, ADOPTED_A),
        ({"TUR": "a", "GRC": "a"}, {"more_than": "1/2", "of": "eligible"}, NOTHING),
        ({"TUR": "a", "GRC": "a"}, {"at_least": "0.5", "of": "eligible"}, ADOPTED_A),
        ({"TUR": "-", "GRC": "-"}, {"more_than": "1/2"}, NOTHING),
        ({"TUR": "a", "GRC": "a", "USA": "a", "HUN": "a"}, {"at_least": "1", "of": "eligible"},
         ADOPTED_A),
        ({"TUR": "a", "GRC": "a", "USA": "a", "HUN": "-"}, {"at_least": "1", "of": "eligible"},
         NOTHING),
        ({"TUR": "a", "GRC": "a", "USA": "a"}, {"at_least": "1", "of": "eligible"}, NOTHING),
        ({"TUR": "a", "GRC": "a", "USA": "a", "HUN": "-"}, {"at_least": "1"}, ADOPTED_A),
    ],
)  # fmt: skip
def test_a_majority_is_counted_in_seats(decide_by, votes, rule, outcome):
    assert majority(decide_by, votes, **rule) == outcome


# Weights: TUR 4, GRC 1, USA 3, HUN 2.
@pytest.mark.parametrize(
    ("votes", "rule", "outcome"),
    [
        # EU-type: 55 % of the seats with 65 % of the weight, an abstention counts against.
        ({"TUR": "a", "GRC": "a", "USA": "a", "HUN": "b"},
         {"at_least": "0.55", "weight_at_least": "0.65", "of": "eligible"}, ADOPTED_A),
        ({"GRC": "a", "USA": "a", "HUN": "a", "TUR": "b"},
         {"at_least": "0.55", "weight_at_least": "0.65", "of": "eligible"}, NOTHING),
        ({"TUR": "a", "USA": "a", "GRC": "-", "HUN": "-"},
         {"at_least": "0.55", "weight_at_least": "0.65", "of": "eligible"}, NOTHING),
        ({"TUR": "a", "USA": "a", "GRC": "-", "HUN": "-"},
         {"at_least": "0.55", "weight_at_least": "0.65"}, ADOPTED_A),
        # By weight alone the heavier side leads.
        ({"TUR": "a", "USA": "a", "GRC": "b", "HUN": "b"}, {"weight_at_least": "0.7"}, ADOPTED_A),
        ({"TUR": "a", "GRC": "a", "USA": "b", "HUN": "b"}, {"weight_at_least": "0.5"}, NOTHING),
    ],
)  # fmt: skip
def test_a_majority_can_be_weighted_over_the_same_seats(decide_by, votes, rule, outcome):
    assert majority(decide_by, votes, **rule) == outcome


def test_two_options_tied_first_give_none_even_when_a_third_is_behind(decide_by):
    votes = {"TUR": "a", "GRC": "b", "USA": "-", "HUN": "-"}
    assert majority(decide_by, votes, at_least="1/4") == NOTHING


def test_nobody_abstains_but_under_a_majority(decide_by):
    story = decide_by(CONSENSUS)
    assert "majority only" in story.refused(c.Abstain("D1", "TUR"))


# --- each, ranking, discussion ------------------------------------------------------------------


def test_each_has_no_outcome_of_the_group(decide_by):
    story = decide_by({"kind": "each"})
    story.position("TUR", "D1", "a", condition="With parliament's consent")
    story.close("D1")
    assert story.outcome("D1") == ("recorded", None)
    assert story.run("D1").positions[0].condition == "With parliament's consent"


def test_each_takes_several_options_only_where_it_says_so(decide_by):
    story = decide_by({"kind": "each", "several": "true"})
    story.position("TUR", "D1", None, options=("a", "c"))
    assert story.run("D1").standing("final")["TUR"].options == ("a", "c")
    single = decide_by({"kind": "each"})
    assert "one option" in single.refused(c.TakePosition("D1", "TUR", None, options=("a", "c")))


def test_one_cannot_choose_an_option_outside_the_options_chosen(decide_by):
    story = decide_by({"kind": "each", "several": "true"})
    command = c.TakePosition("D1", "TUR", "b", options=("a", "c"))
    assert "not among those chosen" in story.refused(command)


def test_ranked_by_rank_sum_with_ties_sharing_a_place(decide_by):
    story = decide_by({"kind": "ranking"}, *"abc")
    story.rank("TUR", "D1", "a", "b", "c")
    story.rank("GRC", "D1", "b", "a", "c")
    assert story.computed("D1").order == (
        RankedOption("a", 3, 1),
        RankedOption("b", 3, 1),
        RankedOption("c", 6, 3),
    )
    assert story.result("D1") == ("ranked", None)


def test_the_last_ranking_of_a_seat_counts_and_an_adviser_s_does_not(decide_by):
    story = decide_by({"kind": "ranking"}, *"abc")
    story.rank("TUR", "D1", "a", "b", "c")
    story.rank("TUR", "D1", "c", "b", "a")
    story.rank("SG", "D1", "a", "b", "c")
    assert [r.option for r in story.computed("D1").order] == ["c", "b", "a"]


def test_an_incomplete_ranking_is_refused(decide_by):
    story = decide_by({"kind": "ranking"}, *"abc")
    assert "lacks c" in story.refused(c.RankOptions("D1", "TUR", ("a", "b")))
    assert "twice" in story.refused(c.RankOptions("D1", "TUR", ("a", "b", "c", "a")))
    assert "no option “z”" in story.refused(c.RankOptions("D1", "TUR", ("a", "b", "c", "z")))


def test_a_discussion_decides_nothing(story):
    story.release("I-4")
    story.close("D4")
    assert "nothing to choose" in story.refused(c.TakePosition("D6", "TUR", "a"))
    story.close("D6")
    assert story.outcome("D6") == ("recorded", None)
