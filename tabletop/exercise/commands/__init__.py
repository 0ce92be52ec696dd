"""What somebody wants done, in the imperative. ``deciding`` carries the commands out.

Where a command would only repeat its event's fields, it has the same ones; ids are made at the
doors. Undo and the commands that take something back are commands like all others. One module for
each group of commands, named like the module of ``deciding`` that carries the group out; everybody
imports from here.
"""

from tabletop.exercise.commands.answers import (
    Abstain,
    AnswerCommand,
    PutProposal,
    RankOptions,
    RestorePosition,
    RestoreRanking,
    RestoreStance,
    SeatAnswer,
    TakePosition,
    TakePositions,
    TakeStance,
    WithdrawPosition,
    WithdrawProposal,
    WithdrawRanking,
    WithdrawStance,
)
from tabletop.exercise.commands.away import (
    AwayCommand,
    PauseTimeAway,
    PlayTimeAway,
    TakeUpExercise,
)
from tabletop.exercise.commands.clock import (
    CancelContinuing,
    ChangeClock,
    ClockCommand,
    ContinueExercise,
    EndExercise,
    JumpTo,
    PauseExercise,
    ResumeExercise,
    SetClockBack,
    StartExercise,
)
from tabletop.exercise.commands.injects import (
    AmendInject,
    CancelRecall,
    GiveHandout,
    ImproviseInject,
    InjectCommand,
    RecallInject,
    ReleaseInject,
    RestoreHandout,
    SkipInject,
    TakeHandoutBack,
    UnskipInject,
)
from tabletop.exercise.commands.journal import (
    CorrectEntry,
    JournalCommand,
    Undo,
)
from tabletop.exercise.commands.outcomes import (
    CancelReopening,
    CancelReveal,
    CloseDecision,
    DeclareOutcome,
    JudgeFact,
    OutcomeCommand,
    ReopenDecision,
    RevealPositions,
    WithdrawJudgement,
)
from tabletop.exercise.commands.record import (
    AnswerRequest,
    MakeRequest,
    Observe,
    ParkIssue,
    PlanAction,
    RateObjective,
    RecordCommand,
    ReopenRequest,
    RestoreItem,
    TickExpected,
    WithdrawItem,
)
from tabletop.exercise.commands.seats import (
    GiveCard,
    MarkAbsent,
    MarkPresent,
    SeatCommand,
    TakeCardBack,
)
from tabletop.exercise.commands.silence import (
    BreakSilence,
    CancelBreak,
    CancelCirculation,
    CancelExtension,
    CancelWithdrawal,
    CirculateText,
    ExtendSilence,
    SilenceCommand,
    WithdrawText,
)
from tabletop.exercise.events.words import Withdrawable

Command = (
    ClockCommand
    | AwayCommand
    | InjectCommand
    | SeatCommand
    | AnswerCommand
    | SilenceCommand
    | OutcomeCommand
    | RecordCommand
    | JournalCommand
)

__all__ = [
    "Abstain",
    "AmendInject",
    "AnswerCommand",
    "AnswerRequest",
    "AwayCommand",
    "BreakSilence",
    "CancelBreak",
    "CancelCirculation",
    "CancelContinuing",
    "CancelExtension",
    "CancelRecall",
    "CancelReopening",
    "CancelReveal",
    "CancelWithdrawal",
    "ChangeClock",
    "CirculateText",
    "ClockCommand",
    "CloseDecision",
    "Command",
    "ContinueExercise",
    "CorrectEntry",
    "DeclareOutcome",
    "EndExercise",
    "ExtendSilence",
    "GiveCard",
    "GiveHandout",
    "ImproviseInject",
    "InjectCommand",
    "JournalCommand",
    "JudgeFact",
    "JumpTo",
    "MakeRequest",
    "MarkAbsent",
    "MarkPresent",
    "Observe",
    "OutcomeCommand",
    "ParkIssue",
    "PauseExercise",
    "PauseTimeAway",
    "PlanAction",
    "PlayTimeAway",
    "PutProposal",
    "RankOptions",
    "RateObjective",
    "RecallInject",
    "RecordCommand",
    "ReleaseInject",
    "ReopenDecision",
    "ReopenRequest",
    "RestoreHandout",
    "RestoreItem",
    "RestorePosition",
    "RestoreRanking",
    "RestoreStance",
    "ResumeExercise",
    "RevealPositions",
    "SeatAnswer",
    "SeatCommand",
    "SetClockBack",
    "SilenceCommand",
    "SkipInject",
    "StartExercise",
    "TakeCardBack",
    "TakeHandoutBack",
    "TakePosition",
    "TakePositions",
    "TakeStance",
    "TakeUpExercise",
    "TickExpected",
    "Undo",
    "UnskipInject",
    "WithdrawItem",
    "WithdrawJudgement",
    "WithdrawPosition",
    "WithdrawProposal",
    "WithdrawRanking",
    "WithdrawStance",
    "WithdrawText",
    "Withdrawable",
]
