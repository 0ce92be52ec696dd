"""Histories for laws: commands that make sense on the scenario of these tests, and nonsense."""

from dataclasses import dataclass, is_dataclass
from datetime import timedelta
from typing import Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from tabletop.exercise import commands as c
from tabletop.exercise.deciding import Refused

SEATS = ("TUR", "GRC", "USA", "HUN", "SACEUR", "SG")
DECISIONS = tuple(f"D{n}" for n in range(1, 10))
INJECTS = ("I-1", "I-2", "I-3", "I-4", "I-5", "C-1", "X-1")
OPTIONS = ("a", "b", "c", "d")


# --- commands that mean something by the moment they come at --------------------------------------


@dataclass(frozen=True)
class TakeUpAgo:
    """The program has been away for so many seconds."""

    seconds: int

    def of(self, story):
        return c.TakeUpExercise(story.now - timedelta(seconds=self.seconds))


@dataclass(frozen=True)
class PlayAgain:
    """One of the times away that count as a pause, counted from the last, counts as play again."""

    number: int

    def of(self, story):
        pauses = [pause for pause in reversed(story.state.pauses) if pause.away_seq]
        if self.number >= len(pauses):
            return c.PlayTimeAway(story.now, story.now)
        return c.PlayTimeAway(pauses[self.number].start, pauses[self.number].end)


@dataclass(frozen=True)
class JumpAhead:
    hours: int

    def of(self, story):
        return c.JumpTo(story.scenario_time + timedelta(hours=self.hours))


def meant(story, command):
    """Return the command that one of these, or a command itself, means now."""
    return command.of(story) if hasattr(command, "of") else command


# --- commands that make sense -------------------------------------------------------------------

seat = st.sampled_from(SEATS)
delegation = st.sampled_from(SEATS[:4])
option = st.sampled_from(OPTIONS)
chosen = st.sampled_from(DECISIONS)
released = st.sampled_from(INJECTS)
stance = st.sampled_from(
    ("supports", "can_accept", "reservation", "objects", "awaiting", "joins", "notes", "regrets")
)
round_ = st.sampled_from(("first", "final"))

SEVERAL = st.builds(
    lambda where, taken: c.TakePositions(
        tuple(c.TakePosition(where, role, option, round_) for role, option, round_ in taken)
    ),
    chosen,
    st.lists(st.tuples(delegation, option, round_), min_size=1, max_size=6),
)
AT_THE_TABLE = st.one_of(
    st.builds(c.ReleaseInject, released),
    st.builds(c.ReleaseInject, released),
    st.builds(c.TakePosition, chosen, seat, option, round_),
    st.builds(c.TakePosition, chosen, delegation, option),
    SEVERAL,
    st.builds(c.TakeStance, chosen, seat, stance),
    st.builds(c.TakeStance, st.just("D3"), delegation, stance),
    st.builds(c.PutProposal, st.just("D3"), option),
    st.builds(c.CirculateText, st.just("D2"), option, minutes=st.integers(1, 6)),
    st.builds(c.BreakSilence, st.just("D2"), seat),
    st.builds(c.ExtendSilence, st.just("D2"), st.integers(1, 6)),
    st.builds(c.WithdrawText, st.just("D2")),
    st.builds(c.Abstain, st.just("D7"), seat),
    st.builds(c.RankOptions, st.just("D8"), seat, st.permutations("abc").map(tuple)),
    st.builds(c.CloseDecision, chosen),
    st.builds(c.CloseDecision, chosen),
    st.builds(c.DeclareOutcome, chosen, st.one_of(st.none(), option), st.just("So heard")),
    st.builds(c.ReopenDecision, chosen),
    st.builds(c.MarkAbsent, seat),
    st.builds(c.MarkPresent, seat),
)
BY_NAME = st.one_of(
    st.builds(c.WithdrawPosition, chosen, seat, round_, st.booleans()),
    st.builds(c.RestorePosition, chosen, seat, round_),
    st.builds(c.WithdrawRanking, st.just("D8"), seat, st.booleans()),
    st.builds(c.RestoreRanking, st.just("D8"), seat),
    st.builds(c.WithdrawStance, st.one_of(chosen, st.just("D3")), seat),
    st.builds(c.CancelBreak, st.just("D2"), seat),
    st.builds(c.CancelReopening, chosen),
    st.builds(c.CancelReveal, chosen, round_),
    st.builds(c.CancelRecall, released),
    st.builds(PlayAgain, st.integers(0, 1)),
    st.sampled_from(
        (
            c.WithdrawProposal("D3"), c.CancelCirculation("D2"), c.CancelExtension("D2"),
            c.CancelWithdrawal("D2"), c.WithdrawJudgement("D1", "TUR", "Q1"), c.ReopenRequest("R1"),
            c.WithdrawItem("request", "R1"), c.RestoreItem("request", "R1"),
            c.WithdrawItem("action", "A1"), c.RestoreItem("action", "A1"),
            c.WithdrawItem("observation", "N1"), c.RestoreItem("observation", "N1"),
            c.TakeCardBack("GRC", "cautious"), c.TakeHandoutBack("I-1", "order", ("USA",)),
        )
    ),
)  # fmt: skip
CLOCKS = st.one_of(
    st.builds(TakeUpAgo, st.integers(0, 300)),
    st.just(c.PauseTimeAway()),
    st.builds(JumpAhead, st.integers(0, 30)),
    st.sampled_from(
        (
            c.PauseExercise(), c.ResumeExercise(), c.EndExercise(), c.ContinueExercise(),
            c.ChangeClock("running", 60), c.ChangeClock("stepped"),
        )
    ),
)  # fmt: skip
ANYTIME = st.one_of(
    AT_THE_TABLE,
    AT_THE_TABLE,
    AT_THE_TABLE,
    BY_NAME,
    BY_NAME,
    CLOCKS,
    CLOCKS,
    st.builds(c.RecallInject, released),
    st.builds(c.SkipInject, released),
    st.builds(c.UnskipInject, released),
    st.builds(c.ImproviseInject, st.just("A call"), st.just("")),
    st.builds(c.AmendInject, released, st.one_of(st.none(), st.text(max_size=3))),
    st.builds(c.RevealPositions, chosen, round_),
    st.builds(c.AnswerRequest, st.just("R1"), st.sampled_from("!?")),
    st.builds(c.PlanAction, st.just("A1"), st.sampled_from(("Feed", "Food"))),
    st.builds(c.JudgeFact, st.just("D1"), st.just("TUR"), st.just("Q1"), st.integers(1, 99)),
    st.sampled_from(
        (
            c.GiveCard("GRC", "cautious"), c.GiveHandout("I-1", "secret"),
            c.GiveHandout("I-1", "order", ("TUR", "USA")), c.MakeRequest("R1", "TUR", "?"),
            c.Observe("N1", "Seen"), c.TickExpected("I-1", "ask", "observed"),
            c.TickExpected("I-1", "ask", "partial"), c.RateObjective("O1", "S"),
            c.RateObjective("O1", None), c.CorrectEntry(2, "Not so"),
        )
    ),
    st.builds(c.Undo),
)  # fmt: skip
TIMED = st.tuples(st.integers(0, 200), ANYTIME)


def play(story, commands):
    """Carry out what is not refused; return what was."""
    accepted = []
    for seconds, command in commands:
        story.seconds_pass(seconds)
        try:
            story.send(meant(story, command))
        except Refused:
            continue
        accepted.append(command)
    return accepted


def one_by_one(command):
    """Return the single commands that a command holding several stands for."""
    return command.positions if isinstance(command, c.TakePositions) else (command,)


# --- nonsense -----------------------------------------------------------------------------------

WORDS = (*SEATS, *DECISIONS, *INJECTS, *OPTIONS, "", "card:cautious", "all", "R1", "order", "Q1")
NONSENSE = {
    str: st.one_of(st.sampled_from(WORDS), st.text(max_size=3)),
    int: st.integers(-2, 120),
    float: st.floats(),
    bool: st.booleans(),
    type(None): st.none(),
}


def nonsense(hint):
    if get_origin(hint) is Literal:
        return st.sampled_from((*get_args(hint), "odd"))
    if get_origin(hint) is tuple:
        return st.lists(nonsense(get_args(hint)[0]), max_size=3).map(tuple)
    if get_args(hint):
        return st.one_of([nonsense(part) for part in get_args(hint)])
    if is_dataclass(hint):
        return any_of(hint)
    if hint.__name__ == "datetime":
        return st.one_of(st.datetimes(), st.datetimes(timezones=st.timezones()))
    return NONSENSE[hint]


def any_of(kind):
    hints = get_type_hints(kind)
    return st.builds(kind, **{name: nonsense(hint) for name, hint in hints.items()})


ANYTHING = st.one_of([any_of(kind) for kind in get_args(c.Command) if kind is not c.SetClockBack])
