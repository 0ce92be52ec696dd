"""What each line of a transcript asks of the exercise, as a command."""

from collections.abc import Callable, Mapping
from typing import Any

from tabletop.exercise import commands as c
from tabletop.exercise.state import ExerciseState
from tabletop.scenario_files import transcript_model as m


def command_of(entry: m.TranscriptEntry, state: ExerciseState, number: int) -> c.Command:
    """Return the command that records an entry.

    ``number`` counts the entries from 1 and makes the ids of things the transcript does not name.
    """
    line = getattr(entry, entry.said)
    return _COMMANDS[entry.said](line, state, number)


_Maker = Callable[[Any, ExerciseState, int], c.Command]


def _jump(line: m.JumpLine, state: ExerciseState, _: int) -> c.Command:
    return c.JumpTo(line.to.after(state.scenario.starts))


def _position(line: m.PositionLine, _: ExerciseState, __: int) -> c.Command:
    return c.TakePosition(
        line.decision,
        line.role,
        line.option,
        line.round,
        line.options,
        line.confidence,
        line.reason,
        line.condition,
        line.reservation,
    )


def _action(line: m.ActionLine, _: ExerciseState, number: int) -> c.Command:
    return c.PlanAction(
        f"A-{number}", line.text, line.objective, line.owner, line.start, line.due, line.status
    )


def _improvise(line: m.ImproviseLine, _: ExerciseState, __: int) -> c.Command:
    return c.ImproviseInject(line.title, line.body, line.to, line.channel, line.from_)


_COMMANDS: Mapping[str, _Maker] = {
    "release": lambda line, _, __: c.ReleaseInject(line.inject, line.reason),
    "skip": lambda line, _, __: c.SkipInject(line.inject, line.reason),
    "recall": lambda line, _, __: c.RecallInject(line.inject, line.reason),
    "improvise": _improvise,
    "amend": lambda line, _, __: c.AmendInject(line.inject, line.body),
    "hand": lambda line, _, __: c.GiveHandout(line.inject, line.handout, line.to),
    "request": lambda line, _, __: c.MakeRequest(line.id, line.role, line.question, line.to),
    "answer": lambda line, _, __: c.AnswerRequest(line.request, line.text, line.refused),
    "position": _position,
    "abstain": lambda line, _, __: c.Abstain(line.decision, line.role, line.round, line.reason),
    "rank": lambda line, _, __: c.RankOptions(line.decision, line.role, line.order),
    "propose": lambda line, _, __: c.PutProposal(line.decision, line.option, line.text),
    "stance": lambda line, _, __: c.TakeStance(line.decision, line.role, line.stance, line.text),
    "circulate": lambda line, _, __: c.CirculateText(
        line.decision, line.option, line.text, line.minutes, line.hours
    ),
    "break_": lambda line, _, __: c.BreakSilence(line.decision, line.role, line.text),
    "extend": lambda line, _, __: c.ExtendSilence(line.decision, line.minutes),
    "withdraw": lambda line, _, __: c.WithdrawText(line.decision, line.reason),
    "close": lambda line, _, __: c.CloseDecision(line.decision),
    "declare": lambda line, _, __: c.DeclareOutcome(line.decision, line.option, line.reason),
    "reopen": lambda line, _, __: c.ReopenDecision(line.decision, line.reason),
    "reveal": lambda line, _, __: c.RevealPositions(line.decision, line.round),
    "judge": lambda line, _, __: c.JudgeFact(
        line.decision, line.role, line.fact, line.likelihood, line.confidence
    ),
    "observe": lambda line, _, number: c.Observe(
        f"N-{number}", line.text, line.kind, line.objective, line.role
    ),
    "park": lambda line, _, number: c.ParkIssue(f"P-{number}", line.text),
    "tick": lambda line, _, __: c.TickExpected(
        line.inject, line.expected, line.status, line.comment
    ),
    "rate": lambda line, _, __: c.RateObjective(line.objective, line.rating, line.because),
    "action": _action,
    "absent": lambda line, _, __: c.MarkAbsent(line.role),
    "present": lambda line, _, number: c.MarkPresent(
        line.role, f"p-late-{number}" if line.name else ""
    ),
    "card": lambda line, _, __: c.GiveCard(line.role, line.card),
    "jump": _jump,
    "pause": lambda _, __, ___: c.PauseExercise(),
    "resume": lambda _, __, ___: c.ResumeExercise(),
    "end": lambda _, __, ___: c.EndExercise(),
}
