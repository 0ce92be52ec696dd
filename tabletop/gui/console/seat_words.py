"""The words of a seat: why it holds its position, what it objects to, how it breaks silence.

Wherever words follow a key by nature, the line for them opens with that key, so that what is typed
next can never be taken for commands.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from tabletop.exercise.commands import BreakSilence, TakePosition, TakeStance
from tabletop.exercise.events import Confidence, Round
from tabletop.exercise.records import Position, StanceRecord
from tabletop.gui.bridge import ExerciseBridge
from tabletop.gui.console.board import BoardPanel
from tabletop.gui.console.desk import Desk
from tabletop.gui.console.rows.answers import held, with_caveat, with_confidence, with_reason
from tabletop.gui.console.rows.positions import option_typed
from tabletop.gui.console.rows.seats import STANCE_WORDS
from tabletop.gui.console.strips import AskedField, Given, Question, QuestionStrip
from tabletop.scenario.model import Decision
from tabletop.scenario.rules import Consensus, Discussion, Each, OnRequest, Ranking, Silence

WANT_WORDS = ("reservation", "objects", "regrets")


class SeatWords(QObject):
    """Writes down what a seat says; asks in the strip, and keeps what was typed there."""

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

    @property
    def _decision(self) -> Decision | None:
        return self._desk.situation().decision

    @property
    def _round(self) -> Round:
        return "final" if self._desk.situation().takes_final else "first"

    def after_stance(self, decision: Decision, role: str, stance: str) -> None:
        """Open the line for the words that go with a stance that was taken just now."""
        record = self._bridge.state.decision_run(decision.id).standing_stances.get(role)
        if stance in WANT_WORDS and record is not None:
            detail = self.tr("Recorded; its words are added to it.")
            self._ask_stance(decision, record, detail, self.tr("Without words"))

    def confidence(self, confidence: Confidence) -> None:
        """Note how sure a seat is."""
        decision, role = self._decision, self._board.subject
        if decision is None or not role:
            return
        position = held(self._bridge.state, decision.id, role, self._round)
        if position is None:
            self._board.say(self.tr("{} has no position yet.").format(role))
        elif self._bridge.send(with_confidence(position, decision.id, confidence)):
            self._board.say(f"{role}: {confidence}")

    def reason(self) -> None:
        """Write down why, as the seat says it; for a stance, the words that go with it."""
        decision, role = self._decision, self._board.subject
        if decision is None or not role:
            return
        run = self._bridge.state.decision_run(decision.id)
        stance = run.standing_stances.get(role)
        if stance is not None and isinstance(decision.rule, Consensus | OnRequest | Silence):
            self._ask_stance(decision, stance)
            return
        position = held(self._bridge.state, decision.id, role, self._round)
        if position is None:
            self._ask_position(decision, role, "reason")
            return
        taken = position

        def answered(given: Given) -> bool:
            return self._bridge.send(with_reason(taken, decision.id, given["text"]), keep=False)

        self._ask(decision, self.tr("Reason of {}").format(role), position.reason, answered)

    def caveat(self) -> None:
        """Write down a seat's condition or caveat."""
        decision, role = self._decision, self._board.subject
        if decision is None or not role:
            return
        position = held(self._bridge.state, decision.id, role, self._round)
        if position is None:
            self._ask_position(decision, role, "condition")
            return
        taken: Position = position

        def answered(given: Given) -> bool:
            return self._bridge.send(with_caveat(taken, decision.id, given["text"]), keep=False)

        is_each = isinstance(decision.rule, Each)
        words = self.tr("Caveat of {}") if is_each else self.tr("Condition of {}")
        self._ask(decision, words.format(role), position.condition, answered)

    def break_silence(self, decision: Decision, role: str) -> None:
        """Break silence for a seat, with what it writes to the chair."""
        question = Question(
            self.tr("{} breaks silence.").format(role),
            "",
            self.tr("Break silence"),
            (AskedField("text", self.tr("what it writes to the chair")),),
            icon="warning",
            draft=f"break {decision.id} {role}",
        )

        def answered(given: Given) -> bool:
            command = BreakSilence(decision.id, role, given["text"])
            recorded = self._bridge.send(command, keep=False)
            if recorded:
                self._board.moved_on("break")
            return recorded

        self._strip.ask(question, answered)

    def _ask_stance(
        self, decision: Decision, record: StanceRecord, detail: str = "", keep: str = ""
    ) -> None:
        def answered(given: Given) -> bool:
            command = TakeStance(decision.id, record.role, record.stance, given["text"])
            if given["text"] == record.text:
                return True
            return self._bridge.send(command, keep=False)

        headline = f"{record.role}: {STANCE_WORDS[record.stance]}."
        self._ask(decision, headline, record.text, answered, detail, keep)

    def _ask_position(self, decision: Decision, role: str, what: str) -> None:
        """Ask for the position together with the words, where there is none to carry them."""
        if isinstance(decision.rule, Ranking | Discussion | Silence):
            self._board.refuse(self.tr("{} has no position that words could go with.").format(role))
            return
        round_ = self._round

        def answered(given: Given) -> bool:
            option = option_typed(decision, given["option"])
            bare = TakePosition(decision.id, role, option, round_)
            text = given["text"]
            is_reason = what == "reason"
            position = replace(bare, reason=text) if is_reason else replace(bare, condition=text)
            return self._bridge.send(position, keep=False)

        words = self.tr("its reason") if what == "reason" else self.tr("its condition")
        question = Question(
            self.tr("{} has no position yet.").format(role),
            "",
            self.tr("Record it"),
            (
                AskedField("option", self.tr("option"), width=90, is_needed=True),
                AskedField("text", words),
            ),
            icon="note",
            draft=f"{what} {decision.id} {role}",
        )
        self._strip.ask(question, answered)

    def _ask(
        self,
        decision: Decision,
        headline: str,
        text: str,
        answered: Callable[[Given], bool],
        detail: str = "",
        keep: str = "",
    ) -> None:
        question = Question(
            headline,
            detail,
            self.tr("Write it down"),
            (AskedField("text", self.tr("in its own words"), text),),
            icon="note",
            keep=keep or self.tr("Keep as it is"),
            draft=f"{decision.id} {headline}",
        )
        self._strip.ask(question, answered)
