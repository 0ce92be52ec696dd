"""Who is at the table when a rule is applied."""

from tabletop.exercise import commands as c

CONSENSUS = {"kind": "consensus"}


def test_an_absent_seat_is_not_eligible_from_then_on(decide_by):
    story = decide_by(CONSENSUS)
    story.propose("D1", "b")
    for role in ("TUR", "GRC", "USA"):
        story.stance(role, "D1", "supports")
    story.send(c.MarkAbsent("HUN"))
    assert story.result("D1") == ("adopted", "b")
    assert "absent" in story.refused(c.TakePosition("D1", "HUN", "b"))
    story.close("D1")
    assert story.run("D1").outcome.eligible == ("TUR", "GRC", "USA")


def test_a_seat_that_is_not_played_is_not_eligible_until_it_comes(decide_by):
    story = decide_by(CONSENSUS, seats=("TUR", "GRC"))
    story.position("TUR", "D1", "b")
    story.position("GRC", "D1", "b")
    assert story.result("D1") == ("adopted", "b")
    assert "not played" in story.refused(c.TakePosition("D1", "USA", "b"))
    story.send(c.MarkPresent("USA", "p-1"))
    assert story.blocking("D1") == {"USA": "missing"}


def test_the_plan_can_name_the_seats(tell, make_decision):
    chosen = make_decision("D1", {"kind": "consensus"}, *"ab", seats=["TUR", "GRC"])
    story = tell(injects=[{"id": "I-1", "title": "It begins", "decisions": [chosen]}], cuts=[])
    story.release("I-1")
    story.position("TUR", "D1", "a")
    story.position("GRC", "D1", "a")
    story.position("USA", "D1", "b")
    assert story.result("D1") == ("adopted", "a")
