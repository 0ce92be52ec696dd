"""How a decision is taken, in words for the board and the report."""

import pytest

from tabletop.exercise.rules_in_words import rule_in_words
from tabletop.scenario.model import Decision


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
         ("Each seat decides for itself and may choose several options; the group has no "
         "outcome.")),
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


def test_nobody_votes_where_nobody_votes(decide_by):
    for rule in (
        {"kind": "on_request", "triggers": ["c"]},
        {"kind": "consensus"},
        {"kind": "silence", "minutes": "5"},
    ):
        story = decide_by(rule)
        decision = story.scenario.decisions_by_id["D1"]
        words = rule_in_words(decision, story.scenario) + " ".join(story.log)
        assert "vote" not in words.casefold()
        assert "majority" not in words.casefold()
