"""Several positions, rankings or abstentions in one command: all of them, or none."""

from tabletop.exercise import commands as c


def all_for(option, *roles, **further):
    return c.TakePositions(tuple(c.TakePosition("D1", r, option, **further) for r in roles))


def test_several_positions_record_what_each_would_record(story):
    story.release("I-1")
    events = story.send(all_for("b", "TUR", "GRC", "USA"))
    assert [(event.role, event.option) for event in events] == [
        ("TUR", "b"),
        ("GRC", "b"),
        ("USA", "b"),
    ]
    assert set(story.run("D1").standing("final")) == {"TUR", "GRC", "USA"}


def test_several_positions_are_refused_together_and_the_seat_is_named(story):
    story.release("I-1")
    story.send(c.MarkAbsent("HUN"))
    assert story.refused(all_for("b", "TUR", "HUN", "GRC")) == (
        "HUN is marked absent; mark it present first. None of the 3 positions is recorded."
    )
    assert story.refused(all_for("c", "TUR", "GRC")) == (
        "GRC: Option c of D1 is open to TUR only, not to GRC. None of the 2 positions is recorded."
    )
    assert story.run("D1").positions == ()


def test_no_position_at_all_and_a_word_nobody_knows_are_refused(story):
    story.release("I-1")
    assert story.refused(c.TakePositions(())) == "There is no position to record."
    odd = all_for("b", "TUR", "GRC", confidence="certain")
    assert "no confidence that Tabletop knows" in story.refused(odd)


def test_rankings_and_abstentions_are_recorded_together_too(story):
    story.release("I-5")
    voices = (c.TakePosition("D7", "TUR", "a"), c.Abstain("D7", "GRC"))
    story.send(c.TakePositions(voices))
    assert set(story.run("D7").standing("final")) == {"TUR", "GRC"}
    story.close("D7")
    order = ("b", "a", "c")
    story.send(c.TakePositions(tuple(c.RankOptions("D8", r, order) for r in ("TUR", "GRC"))))
    assert [ranking.role for ranking in story.run("D8").rankings] == ["TUR", "GRC"]
    assert story.state.undo_steps[-1].label == "Take back 2 rankings in D8"
    story.undo()
    assert story.run("D8").rankings == ()
