"""Injects, hand-outs, seats and effects, as an exercise is conducted."""

from tabletop.exercise import commands as c
from tabletop.exercise.events import HandoutGiven

# --- injects ------------------------------------------------------------------------------------


def test_releasing_twice_and_recalling_what_is_not_out_are_refused(story):
    assert "not released" in story.refused(c.RecallInject("I-1"))
    story.release("I-1")
    assert "already released" in story.refused(c.ReleaseInject("I-1"))
    assert "Did you mean I-1?" in story.refused(c.ReleaseInject("I1"))


def test_a_recalled_inject_released_again_counts_from_its_first_release(story):
    story.release("I-1")
    story.minutes_pass(5)
    story.recall("I-1", "Wrong text")
    story.minutes_pass(5)
    story.release("I-1")
    run = story.state.inject_run("I-1")
    assert run.first_released_played == 0
    assert run.is_released
    assert story.run("D1").opened_played == 0


def test_recalling_keeps_the_answers(story):
    story.release("I-1")
    story.position("TUR", "D1", "c")
    story.recall("I-1")
    assert story.status("D1") == "not_opened"
    assert story.run("D1").standing("final")["TUR"].option == "c"
    story.release("I-1")
    assert story.result("D1") == ("adopted", "c")


def test_each_reason_of_an_inject_is_kept(story):
    story.release("I-1", reason="Early")
    assert story.state.inject_run("I-1").reason == "Early"
    story.recall("I-1", "Wrong text")
    assert story.state.inject_run("I-1").reason == "Wrong text"
    story.send(c.SkipInject("I-1", "Short of time"))
    assert story.state.inject_run("I-1").reason == "Short of time"
    assert story.state.inject_run("I-1").release_reason == "Early"


def test_skipping_what_is_out_or_skipped_is_refused(story):
    story.release("I-1")
    assert "recall it" in story.refused(c.SkipInject("I-1"))
    story.send(c.SkipInject("I-2"))
    assert "already skipped" in story.refused(c.SkipInject("I-2"))
    assert "not skipped" in story.refused(c.UnskipInject("I-1"))
    story.release("I-2")
    assert not story.state.inject_run("I-2").skipped


def test_an_improvised_inject_is_released_at_once_under_the_next_id(story):
    assert "not started" in story.refused(c.ImproviseInject("A call", ""))
    story.release("I-1")
    story.send(c.ImproviseInject("A call from the press", "Is it true?", ("TUR",), "call", "Press"))
    story.send(c.ImproviseInject("Another call", ""))
    assert list(story.state.improvised) == ["X-1", "X-2"]
    assert story.state.inject("X-1").from_ == "Press"
    assert story.state.release_order == ("I-1", "X-1", "X-2")
    story.recall("X-1")
    assert not story.state.inject_run("X-1").is_released
    assert "title" in story.refused(c.ImproviseInject(" ", ""))
    assert "no seat “FRA”" in story.refused(c.ImproviseInject("A", "", ("FRA",)))
    assert "somebody" in story.refused(c.ImproviseInject("A", "", ()))


def test_an_inject_not_yet_released_can_be_amended(story):
    story.send(c.AmendInject("I-1", "A new text"))
    assert story.state.inject_run("I-1").amended_body == "A new text"
    story.send(c.AmendInject("I-1", None))
    assert story.state.inject_run("I-1").amended_body is None
    story.release("I-1")
    assert "already released" in story.refused(c.AmendInject("I-1", "Too late"))


# --- hand-outs and cards ------------------------------------------------------------------------


def test_a_hand_out_that_is_not_held_goes_out_with_its_inject(story):
    assert HandoutGiven("I-1", "order", ("USA",)) in story.release("I-1")
    assert [h.handout_id for h in story.state.handouts] == ["order"]


def test_a_held_hand_out_goes_to_whoever_holds_the_card(story):
    story.release("I-1")
    assert "Nobody holds the card" in story.refused(c.GiveHandout("I-1", "secret"))
    story.send(c.GiveCard("GRC", "cautious"))
    assert story.send(c.GiveHandout("I-1", "secret")) == (HandoutGiven("I-1", "secret", ("GRC",)),)
    assert "already have" in story.refused(c.GiveHandout("I-1", "secret"))
    given = story.send(c.GiveHandout("I-1", "secret", ("GRC", "HUN")))
    assert given == (HandoutGiven("I-1", "secret", ("HUN",)),)


def test_a_hand_out_is_not_given_twice_when_an_inject_comes_again(story):
    story.release("I-1")
    story.recall("I-1")
    story.release("I-1")
    assert len(story.state.handouts) == 1


def test_taking_back_a_hand_out_nobody_has_is_refused(story):
    assert "has given no hand-out" in story.refused(c.TakeHandoutBack("I-1", "order", ("USA",)))
    assert "it has order, secret" in story.refused(c.GiveHandout("I-1", "map"))


def test_cards_go_to_played_seats_they_are_meant_for(tell):
    story = tell(seats=("TUR", "GRC"))
    story.send(c.GiveCard("TUR", "host"))
    assert story.state.seats["TUR"].card == "host"
    assert "TUR only" in story.refused(c.GiveCard("GRC", "host"))
    assert "not played" in story.refused(c.GiveCard("USA", "cautious"))
    assert "does not hold" in story.refused(c.TakeCardBack("GRC", "cautious"))
    assert "USA" not in story.state.seats


def test_marking_present_keeps_the_person_unless_told_otherwise(story):
    story.send(c.MarkPresent("TUR", "p-1"))
    story.send(c.MarkAbsent("TUR"))
    story.send(c.MarkPresent("TUR"))
    assert story.state.seats["TUR"].participant_id == "p-1"
    story.send(c.MarkPresent("TUR", unnamed=True))
    assert story.state.seats["TUR"].participant_id == ""
    story.send(c.MarkAbsent("GRC"))
    assert "not at the table" in story.refused(c.MarkAbsent("GRC"))


# --- state variables ----------------------------------------------------------------------------


def test_effects_write_raise_and_count(story):
    story.release("I-1")
    assert story.variable("evidence") == 1
    story.release("I-2")
    assert story.variable("evidence") == 2
    story.position("TUR", "D1", "c")
    assert story.variable("tension") == 1, "an option takes effect at closing"
    story.close("D1")
    assert story.variable("tension") == 3
    assert story.variable("basis") == "art4"


def test_effects_go_with_what_brought_them(story):
    story.release("I-1")
    story.release("I-2")
    story.recall("I-2")
    assert story.variable("evidence") == 1
    story.release("I-2")
    assert story.variable("evidence") == 2
    story.recall("I-1")
    assert story.variable("evidence") == 2
    story.recall("I-2")
    assert story.variable("evidence") == 0


def test_at_least_never_lowers_and_bounds_hold(tell):
    def sets(*changes):
        return [{"id": f"I-{n}", "title": "x", "sets": change} for n, change in enumerate(changes)]

    story = tell(
        injects=sets(
            {"evidence": "3"},
            {"evidence": {"at_least": "2"}},
            {"evidence": {"add": "5"}},
            {"evidence": {"add": "-9"}},
            {"evidence": "7"},
        ),
        cuts=[],
    )
    seen = []
    for inject in story.scenario.injects:
        story.release(inject.id)
        seen.append(story.variable("evidence"))
    assert seen == [3, 3, 4, 0, 4]


def test_the_evidence_level_is_stamped_on_an_outcome(story):
    story.release("I-1")
    story.close("D1")
    assert story.run("D1").outcome.evidence == 1
    story.release("I-2")
    assert story.run("D1").outcome.evidence == 1


def test_cancelling_a_recall_brings_effects_back_in_their_old_order(tell):
    story = tell(
        injects=[
            {"id": "I-1", "title": "x", "sets": {"basis": "first"}},
            {"id": "I-2", "title": "y", "sets": {"basis": "second"}},
        ],
        cuts=[],
    )
    story.release("I-1")
    story.release("I-2")
    story.recall("I-1")
    story.undo()
    assert story.variable("basis") == "second"
