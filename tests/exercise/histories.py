"""Histories for laws: commands that make sense on the scenario of these tests, and nonsense."""

from dataclasses import is_dataclass
from typing import Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from tabletop.exercise import commands as c
from tabletop.exercise.deciding import Refused

SEATS = ("TUR", "GRC", "USA", "HUN", "SACEUR", "SG")
DECISIONS = tuple(f"D{n}" for n in range(1, 10))
INJECTS = ("I-1", "I-2", "I-3", "I-4", "I-5", "C-1", "X-1")
OPTIONS = ("a", "b", "c", "d")


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
ANYTIME = st.one_of(
    AT_THE_TABLE,
    AT_THE_TABLE,
    AT_THE_TABLE,
    st.builds(c.RecallInject, released),
    st.builds(c.SkipInject, released),
    st.builds(c.UnskipInject, released),
    st.builds(c.ImproviseInject, st.just("A call"), st.just("")),
    st.builds(c.AmendInject, released, st.one_of(st.none(), st.text(max_size=3))),
    st.builds(c.WithdrawPosition, chosen, seat, round_, st.booleans()),
    st.builds(c.WithdrawRanking, st.just("D8"), seat, st.booleans()),
    st.builds(c.WithdrawStance, chosen, seat),
    st.builds(c.WithdrawProposal, st.just("D3")),
    st.sampled_from(
        (
            c.CancelCirculation("D2"), c.CancelExtension("D2"), c.CancelWithdrawal("D2"),
            c.CancelBreak("D2", "HUN"), c.PauseExercise(), c.ResumeExercise(), c.EndExercise(),
            c.ContinueExercise(), c.ChangeClock("running", 60), c.ChangeClock("stepped"),
            c.GiveCard("GRC", "cautious"), c.TakeCardBack("GRC", "cautious"),
            c.GiveHandout("I-1", "secret"), c.JudgeFact("D1", "TUR", "Q1", 60),
            c.MakeRequest("R1", "TUR", "?"), c.AnswerRequest("R1", "!"), c.ReopenRequest("R1"),
            c.WithdrawItem("request", "R1"), c.RestoreItem("request", "R1"),
            c.PlanAction("A1", "Feed"), c.TickExpected("I-1", "ask", "observed"),
            c.RateObjective("O1", "S"), c.CorrectEntry(2, "Not so"),
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
            story.send(command)
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
