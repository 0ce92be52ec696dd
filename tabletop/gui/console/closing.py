"""Closing, declaring and reopening the decision on the board; asks once where something is open."""

from PySide6.QtCore import QObject

from tabletop.exercise.commands import CloseDecision, DeclareOutcome, ReopenDecision
from tabletop.exercise.deciding.outcomes import outcome_now
from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.rows.closing import Doubt, closing_doubt
from tabletop.gui.console.rows.positions import option_typed
from tabletop.gui.console.strips import AskedField, Given, Question
from tabletop.scenario.model import Decision


class Closer(Hand):
    """Ends decisions: by their rule, by declaration, and not after all."""

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(tools, parent)
        self._asked: Question | None = None
        self._told: tuple[str, Doubt | None] = ("", None)

    def close(self) -> None:
        """Close with the computed outcome; where something speaks against it, the second time.

        What speaks against it may be another thing by then, or another decision on the board: then
        it is asked anew.
        """
        situation = self._desk.situation()
        decision = situation.decision
        if decision is None:
            return
        doubt = closing_doubt(situation)
        is_asked = self._asked is not None and self._strip.question is self._asked
        if is_asked and self._told[0] == decision.id and doubt in (None, self._told[1]):
            self._strip.confirm()
        elif doubt is None:
            self._bridge.send(CloseDecision(decision.id))
        else:
            self._ask(decision, doubt)

    def _ask(self, decision: Decision, doubt: Doubt) -> None:
        self._told = (decision.id, doubt)
        self._asked = Question(
            doubt.headline,
            doubt.detail,
            self.tr("Close {}").format(decision.id),
            icon=doubt.icon,
            keep=doubt.keep,
        )

        def answered(_given: Given) -> bool:
            return self._bridge.send(CloseDecision(decision.id), keep=False)

        self._strip.ask(self._asked, answered)

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
            draft=f"declare {decision.id}",
        )

        def answered(given: Given) -> bool:
            option = option_typed(decision, given["option"])
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
            draft=f"reopen {decision.id}",
        )

        def answered(given: Given) -> bool:
            return self._bridge.send(ReopenDecision(decision.id, given["reason"]), keep=False)

        self._strip.ask(question, answered)
