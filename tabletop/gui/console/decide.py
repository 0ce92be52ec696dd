"""Deciding: what the chair and the seats do on the board."""

from PySide6.QtCore import QObject

from tabletop.exercise.commands import (
    CancelReveal,
    CirculateText,
    ExtendSilence,
    PutProposal,
    RevealPositions,
    WithdrawText,
)
from tabletop.gui.actions import action
from tabletop.gui.bridge import Unrecorded
from tabletop.gui.console.board import BoardPanel
from tabletop.gui.console.closing import Closer
from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.rows.answers import commands_for
from tabletop.gui.console.rows.board_keys import Answer
from tabletop.gui.console.rows.positions import option_keys, option_typed
from tabletop.gui.console.rows.silence import left_to_run
from tabletop.gui.console.rows.texts import duration, minutes_words
from tabletop.gui.console.seat_words import SeatWords
from tabletop.gui.console.strips import AskedField, Given, Question
from tabletop.scenario.model import Decision
from tabletop.scenario.rules import Silence


class Decider(Hand):
    """Turns answers of the board into commands; asks in the strip where words are wanted."""

    def __init__(self, tools: Tools, board: BoardPanel, parent: QObject | None = None) -> None:
        super().__init__(tools, parent)
        self._board = board
        self.words = SeatWords(tools, board, self)
        self.closing = Closer(tools, self)
        board.answered.connect(self.on_answered)
        self._bridge.unavailable.connect(self._on_unavailable)
        self._bridge.settled.connect(self._on_settled)

    def on_answered(self, answer: Answer) -> None:
        """Record what was answered on the board, and move the hand on."""
        decision = self._decision
        if decision is None:
            return
        if answer.kind == "break":
            self.words.break_silence(decision, answer.roles[0])
            return
        state = self._bridge.state
        for command in commands_for(answer, decision.id, self._round, state):
            if not self._bridge.send(command):
                return
        if answer.kind == "toggle":
            self._board.stay()
            return
        self._board.moved_on(answer.kind)
        if answer.kind == "stance":
            self.words.after_stance(decision, answer.roles[0], answer.value)

    def _on_unavailable(self, _unrecorded: Unrecorded) -> None:
        if self._bridge.waiting:
            self._board.stop()

    def _on_settled(self, is_recorded: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._board.go_on(is_recorded=is_recorded)

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
            draft=f"propose {decision.id}",
        )

        def answered(given: Given) -> bool:
            option, text = _option_and_text(decision, given)
            return self._bridge.send(PutProposal(decision.id, option, text), keep=False)

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
            draft=f"circulate {decision.id}",
        )

        def answered(given: Given) -> bool:
            length = self._minutes(given["minutes"])
            if length is None:
                return False
            chosen, own = _option_and_text(decision, given)
            command = CirculateText(decision.id, chosen, own, length)
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
            left = left_to_run(self._bridge.state, decision.id, self._bridge.played_now)
            if length * 60 < left:
                # A deadline that comes sooner is no extension, and nobody at the table expects it.
                words = self.tr("{} are left; {} from now would end it sooner. Write more minutes.")
                self.objected.emit(words.format(duration(left), minutes_words(length)))
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
            draft=f"withdraw {decision.id}",
        )

        def answered(given: Given) -> bool:
            return self._bridge.send(WithdrawText(decision.id, given["reason"]), keep=False)

        self._strip.ask(question, answered)

    def reveal(self) -> None:
        """Let the room see the positions of the round, or the breaks; or hide them again."""
        situation = self._desk.situation()
        decision = situation.decision
        if decision is None:
            return
        command = CancelReveal if situation.is_revealed else RevealPositions
        is_first = situation.round_to_reveal == "first"
        if is_first and not (situation.is_revealed or situation.first_is_taken):
            self._board.say(self.tr("Nobody has taken a first position yet."))
            return
        if not self._bridge.send(command(decision.id, situation.round_to_reveal)):
            return
        if command is RevealPositions and situation.sight.part != decision.id:
            words = self.tr("Revealed; {} shows it to the room.")
            self._board.say(words.format(action("show_question").key))

    def turn_round(self) -> None:
        """Take final positions from now on, or silent first ones again."""
        decision, to_final = self._decision, self._round == "first"
        if decision is None:
            return
        self._desk.take_round(decision.id, final=to_final)
        self._board.setFocus()
        key = action("final_round").key
        words = (
            self.tr("Final positions from now on; {} goes back to the first round.")
            if to_final
            else self.tr("Silent first positions again; {} goes on to the final round.")
        )
        self._board.say(words.format(key))

    def go_to_ended_silence(self) -> None:
        """Put the open decision on the board whose silence has ended out of sight."""
        elsewhere = self._desk.situation().silences_ended_elsewhere
        if elsewhere:
            self._desk.turn_to(elsewhere[0])
            self._board.setFocus()

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


def _option_and_text(decision: Decision, given: Given) -> tuple[str | None, str]:
    """Return the option and the text that are put; words typed for the option are the text."""
    typed, text = given["option"], given["text"]
    if " " in typed and not text:
        return None, typed
    return option_typed(decision, typed), text
