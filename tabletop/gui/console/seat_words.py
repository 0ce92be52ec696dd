"""The words of a seat: why it holds its position, what it objects to, how it breaks silence.

Wherever words follow a key by nature, the line for them opens with that key, so that what is typed
next can never be taken for commands.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from tabletop.exercise.commands import BreakSilence, TakePosition, TakeStance
from tabletop.exercise.events import Confidence
from tabletop.exercise.records import Position, StanceRecord
from tabletop.gui.console.board import BoardPanel
from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.rows.answers import held, with_caveat, with_confidence, with_reason
from tabletop.gui.console.rows.positions import option_typed
from tabletop.gui.console.rows.seats import STANCE_WORDS
from tabletop.gui.console.strips import AskedField, Given, Question
from tabletop.scenario.model import Decision
from tabletop.scenario.rules import Consensus, Discussion, Each, OnRequest, Ranking, Silence

_Words = Callable[[Position, str, str], TakePosition]
WANT_WORDS = ("reservation", "objects", "regrets")


class SeatWords(Hand):
    """Writes down what a seat says; asks in the strip, and keeps what was typed there.

    Enter without words is taken the second time: the first may have come before the words did, and
    they would be typed onto the board then.
    """

    def __init__(self, tools: Tools, board: BoardPanel, parent: QObject | None = None) -> None:
        super().__init__(tools, parent)
        self._board = board
        self._asked_twice: object = None

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
            return self._add(taken, decision.id, given["text"], with_reason)

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
        taken = position

        def answered(given: Given) -> bool:
            return self._add(taken, decision.id, given["text"], with_caveat)

        is_each = isinstance(decision.rule, Each)
        words = self.tr("Caveat of {}") if is_each else self.tr("Condition of {}")
        self._ask(decision, words.format(role), position.condition, answered)

    def _add(self, taken: Position, decision_id: str, text: str, words: _Words) -> bool:
        """Add words to the position as it stands by now: it may have been taken anew meanwhile."""
        now = held(self._bridge.state, decision_id, taken.role, taken.round)
        if now is None:
            self.objected.emit(self.tr("{} has no position any more.").format(taken.role))
            return False
        return self._bridge.send(words(now, decision_id, text), keep=False)

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
            if self._comes_too_early(question, given):
                return False
            command = BreakSilence(decision.id, role, given["text"])
            recorded = self._bridge.send(command, keep=False)
            if recorded:
                self._board.moved_on("break")
            return recorded

        self._strip.ask(question, answered)

    def _comes_too_early(self, asked: object, given: Given) -> bool:
        """Ask again, once for each thing asked, where Enter was pressed without words."""
        if given["text"] or self._asked_twice is asked:
            return False
        self._asked_twice = asked
        hint = self.tr("no words yet; Enter once more goes without them")
        self._strip.ask_again("text", hint)
        return True

    def _ask_stance(
        self, decision: Decision, record: StanceRecord, detail: str = "", keep: str = ""
    ) -> None:
        def answered(given: Given) -> bool:
            if given["text"] == record.text:
                return bool(record.text) or not self._comes_too_early(record, given)
            run = self._bridge.state.decision_run(decision.id)
            now = run.standing_stances.get(record.role)
            if now is None or now.stance != record.stance:
                words = self.tr("The stance of {} is another one by now.")
                self.objected.emit(words.format(record.role))
                return False
            command = TakeStance(decision.id, record.role, record.stance, given["text"])
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
