"""Deciding: what the chair and the seats do on the board."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tabletop.exercise.commands import (
    BreakSilence,
    CirculateText,
    CloseDecision,
    DeclareOutcome,
    ExtendSilence,
    PutProposal,
    ReopenDecision,
    RevealPositions,
    TakeStance,
    WithdrawText,
)
from tabletop.exercise.deciding.outcomes import outcome_now
from tabletop.exercise.events import Confidence, Round
from tabletop.exercise.records import Position
from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.console.board import BoardPanel
from tabletop.gui.console.desk import Desk
from tabletop.gui.console.rows.answers import (
    commands_for,
    held,
    with_caveat,
    with_confidence,
    with_reason,
)
from tabletop.gui.console.rows.board_keys import Answer
from tabletop.gui.console.rows.positions import option_keys
from tabletop.gui.console.rows.texts import option_title
from tabletop.gui.console.strips import AskedField, Given, Question, QuestionStrip
from tabletop.scenario.model import Decision
from tabletop.scenario.rules import Consensus, Each, OnRequest, Silence

_STAYS = ("toggle", "stance", "break")


class Decider(QObject):
    """Turns answers of the board into commands; asks in the strip where words are wanted."""

    objected = Signal(str)

    def __init__(
        self,
        bridge: ExerciseBridge,
        desk: Desk,
        strip: QuestionStrip,
        board: BoardPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desk = desk
        self._strip = strip
        self._board = board
        board.answered.connect(self.on_answered)

    @property
    def _decision(self) -> Decision | None:
        return self._desk.situation().decision

    @property
    def _round(self) -> Round:
        return "final" if self._desk.situation().takes_final else "first"

    def on_answered(self, answer: Answer) -> None:
        """Record what was answered on the board, and move the hand on."""
        decision = self._decision
        if decision is None:
            return
        if answer.kind == "break":
            self._ask_break(decision, answer.roles[0])
            return
        state = self._bridge.state
        for command in commands_for(answer, decision.id, self._round, state):
            if not self._bridge.send(command):
                return
        if answer.kind in _STAYS:
            self._board.stay()
        else:
            self._board.moved_on()

    def close(self) -> None:
        """Close with the computed outcome, and say what it is."""
        decision = self._decision
        if decision is None:
            return
        outcome = outcome_now(self._bridge.state, decision, self._bridge.live.now())
        if outcome.running_out is not None:
            self._close_early(decision)
            return
        self._bridge.send(CloseDecision(decision.id))

    def _close_early(self, decision: Decision) -> None:
        question = Question(
            self.tr("Silence on {} has not run out.").format(decision.id),
            self.tr("Closed now, there is no agreement."),
            self.tr("Close {}").format(decision.id),
            icon="timer",
            keep=self.tr("Let it run"),
        )

        def answered(_given: Given) -> bool:
            return self._bridge.send(CloseDecision(decision.id), keep=False)

        self._strip.ask(question, answered)

    def declare(self) -> None:
        """Close with another outcome than the computed one, with the reason."""
        decision = self._decision
        if decision is None:
            return
        state = self._bridge.state
        outcome = outcome_now(state, decision, self._bridge.live.now())
        computed = outcome.status.replace("_", " ")
        if outcome.option:
            computed += f", {outcome.option}"
        question = Question(
            self.tr("Declare {}.").format(decision.id),
            self.tr("By its rule: {}.").format(computed),
            self.tr("Declare"),
            (
                AskedField("option", self.tr("option, or – for none"), width=150, is_needed=True),
                AskedField("reason", self.tr("reason for the record"), is_needed=True),
            ),
            icon="edit",
        )

        def answered(given: Given) -> bool:
            option = _option_typed(decision, given["option"])
            command = DeclareOutcome(decision.id, option, given["reason"])
            return self._bridge.send(command, keep=False)

        self._strip.ask(question, answered)

    def reopen(self) -> None:
        """Open a closed decision again, with a reason."""
        decision = self._decision
        if decision is None:
            return
        question = Question(
            self.tr("Reopen {}?").format(decision.id),
            self.tr("Its outcome stays in the record."),
            self.tr("Reopen {}").format(decision.id),
            (AskedField("reason", self.tr("reason for the record")),),
            icon="undo",
        )

        def answered(given: Given) -> bool:
            return self._bridge.send(ReopenDecision(decision.id, given["reason"]), keep=False)

        self._strip.ask(question, answered)

    def propose(self) -> None:
        """Put an option or a text as the chair's proposal."""
        decision = self._decision
        if decision is None:
            return
        question = Question(
            self.tr("The chair proposes"),
            self.tr("All stances start anew."),
            self.tr("Propose"),
            (
                AskedField("option", self.tr("option"), self._leading(decision), width=90),
                AskedField("text", self.tr("or a text of its own")),
            ),
            icon="draft",
        )

        def answered(given: Given) -> bool:
            option = _option_typed(decision, given["option"]) if given["option"] else None
            return self._bridge.send(PutProposal(decision.id, option, given["text"]), keep=False)

        self._strip.ask(question, answered)

    def circulate(self) -> None:
        """Put an option or a text under silence."""
        decision = self._decision
        if decision is None or not isinstance(decision.rule, Silence):
            return
        text = self._bridge.state.decision_run(decision.id).circulation
        option = text.option if text and text.option else None
        keys = option_keys(decision)
        minutes = decision.rule.minutes
        question = Question(
            self.tr("Under silence"),
            self.tr("A break counts until the deadline."),
            self.tr("Circulate"),
            (
                AskedField(
                    "option",
                    self.tr("option"),
                    keys[option] if option else self._leading(decision),
                    width=90,
                ),
                AskedField("minutes", self.tr("minutes"), f"{minutes or 5:g}", width=80),
                AskedField("text", self.tr("text, if it is not the option’s")),
            ),
            icon="timer",
        )

        def answered(given: Given) -> bool:
            length = self._minutes(given["minutes"])
            if length is None:
                return False
            chosen = _option_typed(decision, given["option"]) if given["option"] else None
            command = CirculateText(decision.id, chosen, given["text"], length)
            return self._bridge.send(command, keep=False)

        self._strip.ask(question, answered)

    def extend(self) -> None:
        """Set a new deadline from now."""
        decision = self._decision
        if decision is None:
            return
        question = Question(
            self.tr("Extend silence on {}").format(decision.id),
            self.tr("The new deadline counts from now."),
            self.tr("Extend"),
            (AskedField("minutes", self.tr("minutes"), "5", width=90, is_needed=True),),
            icon="timer",
        )

        def answered(given: Given) -> bool:
            length = self._minutes(given["minutes"])
            if length is None:
                return False
            return self._bridge.send(ExtendSilence(decision.id, length), keep=False)

        self._strip.ask(question, answered)

    def withdraw(self) -> None:
        """Withdraw the text from silence."""
        decision = self._decision
        if decision is None:
            return
        question = Question(
            self.tr("Withdraw the text of {}?").format(decision.id),
            "",
            self.tr("Withdraw it"),
            (AskedField("reason", self.tr("reason for the record")),),
            icon="cross",
            keep=self.tr("Let it run"),
        )

        def answered(given: Given) -> bool:
            return self._bridge.send(WithdrawText(decision.id, given["reason"]), keep=False)

        self._strip.ask(question, answered)

    def reveal(self) -> None:
        """Let the room see the positions of the round, or the breaks."""
        situation = self._desk.situation()
        if situation.decision is not None:
            self._bridge.send(RevealPositions(situation.decision.id, self._round))

    def final_round(self) -> None:
        """Take final positions from now on."""
        if self._decision is not None:
            self._desk.take_final(self._decision.id)
            self._board.setFocus()

    def confidence(self, confidence: Confidence) -> None:
        """Note how sure the seat is that the hand is on."""
        decision, position = self._decision, self._position()
        if decision is None or position is None:
            return
        self._bridge.send(with_confidence(position, decision.id, confidence))
        self._board.say(f"{position.role}: {confidence}")

    def reason(self) -> None:
        """Write down why, as the seat says it; for a stance, the words that go with it."""
        decision, role = self._decision, self._board.subject
        if decision is None or not role:
            return
        run = self._bridge.state.decision_run(decision.id)
        stance = run.standing_stances.get(role)
        position = held(self._bridge.state, decision.id, role, self._round)
        if stance is not None and isinstance(decision.rule, Consensus | OnRequest | Silence):
            record = stance

            def of_stance(given: Given) -> bool:
                command = TakeStance(decision.id, role, record.stance, given["text"])
                return self._bridge.send(command, keep=False)

            self._ask_words(self.tr("{}: in its own words").format(role), stance.text, of_stance)
            return
        if position is None:
            self._no_position(role)
            return
        taken = position

        def of_position(given: Given) -> bool:
            return self._bridge.send(with_reason(taken, decision.id, given["text"]), keep=False)

        self._ask_words(self.tr("Reason of {}").format(role), position.reason, of_position)

    def caveat(self) -> None:
        """Write down a seat's condition or caveat."""
        decision, position = self._decision, self._position()
        if decision is None or position is None:
            return

        def answered(given: Given) -> bool:
            return self._bridge.send(with_caveat(position, decision.id, given["text"]), keep=False)

        is_each = isinstance(decision.rule, Each)
        words = self.tr("Caveat of {}") if is_each else self.tr("Condition of {}")
        self._ask_words(words.format(position.role), position.condition, answered)

    def _position(self) -> Position | None:
        decision, role = self._decision, self._board.subject
        if decision is None or not role:
            return None
        position = held(self._bridge.state, decision.id, role, self._round)
        if position is None:
            self._no_position(role)
        return position

    def _no_position(self, role: str) -> None:
        self._board.say(self.tr("{} has no position yet.").format(role))

    def _ask_words(self, headline: str, text: str, answered: Callable[[Given], bool]) -> None:
        question = Question(
            headline,
            "",
            self.tr("Write it down"),
            (AskedField("text", self.tr("in its own words"), text),),
            icon="note",
        )
        self._strip.ask(question, answered)

    def _ask_break(self, decision: Decision, role: str) -> None:
        question = Question(
            self.tr("{} breaks silence.").format(role),
            "",
            self.tr("Break silence"),
            (AskedField("text", self.tr("what it writes to the chair")),),
            icon="warning",
        )

        def answered(given: Given) -> bool:
            command = BreakSilence(decision.id, role, given["text"])
            return self._bridge.send(command, keep=False)

        self._strip.ask(question, answered)

    def _leading(self, decision: Decision) -> str:
        """Return the key of the option that most seats hold."""
        run = self._bridge.state.decision_run(decision.id)
        standing = run.standing("final") or run.standing("first")
        held_options = [p.option for p in standing.values() if p.option is not None]
        if not held_options:
            return ""
        most = max(decision.options, key=lambda option: held_options.count(option.id))
        return option_keys(decision)[most.id]

    def _minutes(self, text: str) -> float | None:
        try:
            minutes = float(text.replace(",", "."))
        except ValueError:
            self.objected.emit(self.tr("“{}” is no number of minutes; write 5.").format(text))
            return None
        return minutes

    def title_of(self, option_id: str) -> str:
        """Return the title of an option of the decision on the board."""
        decision = self._decision
        return option_title(decision, option_id, self._bridge.state) if decision else ""


def _option_typed(decision: Decision, typed: str) -> str | None:
    """Return the option meant by a key or an id; – and 'none' mean none."""
    if typed.casefold() in ("-", "–", "none", ""):
        return None
    by_key = {key: option_id for option_id, key in option_keys(decision).items()}
    return by_key.get(typed.casefold(), typed)
