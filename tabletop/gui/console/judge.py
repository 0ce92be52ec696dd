"""Taking down how likely a seat holds what the author has settled, for calibration afterwards."""

from PySide6.QtCore import QObject

from tabletop.exercise.commands import JudgeFact
from tabletop.exercise.events import Confidence
from tabletop.gui.console.board import BoardPanel
from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.strips import AskedField, Given, Question

_CONFIDENCES: dict[str, Confidence] = {
    "l": "low",
    "m": "moderate",
    "h": "high",
    "1": "low",
    "2": "moderate",
    "3": "high",
}


class Judge(Hand):
    """Asks one field a question in the strip; a letter behind the percentage is the confidence."""

    def __init__(self, tools: Tools, board: BoardPanel, parent: QObject | None = None) -> None:
        super().__init__(tools, parent)
        self._board = board

    def judge(self) -> None:
        """Take down the likelihoods that the seat in the ring gives."""
        decision, role = self._desk.situation().decision, self._board.cursor_seat
        if decision is None or not role:
            return
        run = self._bridge.state.decision_run(decision.id)
        given_before = {j.fact: j for j in run.judged if j.role == role}
        fields = tuple(
            AskedField(
                fact,
                f"{fact} 1–99 lmh",
                _written(given_before[fact].likelihood, given_before[fact].confidence)
                if fact in given_before
                else "",
                width=110,
            )
            for fact in decision.asks
        )
        question = Question(
            self.tr("{} holds it likely").format(role),
            self.tr("percent, then l, m or h: 60 m"),
            self.tr("Write it down"),
            fields,
            icon="scale",
        )

        def answered(given: Given) -> bool:
            # All are read before one is recorded: the rest would be typed and sent once more.
            read = [
                self._read(decision.id, role, fact, text) for fact, text in given.items() if text
            ]
            commands = [command for command in read if command is not None]
            return len(commands) == len(read) and self._record(commands)

        self._strip.ask(question, answered)

    def _record(self, commands: list[JudgeFact]) -> bool:
        """Record what does not stand already: of a first attempt a part may have been taken."""
        return all(
            self._stands(command) or self._bridge.send(command, keep=False) for command in commands
        )

    def _stands(self, command: JudgeFact) -> bool:
        judged = self._bridge.state.decision_run(command.decision_id).judged
        own = [j for j in judged if (j.role, j.fact) == (command.role, command.fact)]
        said = (command.likelihood, command.confidence)
        return bool(own) and (own[-1].likelihood, own[-1].confidence) == said

    def _read(self, decision_id: str, role: str, fact: str, text: str) -> JudgeFact | None:
        digits, _, rest = text.partition(" ")
        sign = rest.strip()[:1].casefold() or digits[-1:].casefold()
        number = digits.rstrip("lmhLMH% ")
        if not number.isdecimal():
            self.objected.emit(
                self.tr("“{}” is no likelihood; write 60, or 60 m with the confidence.").format(
                    text
                )
            )
            return None
        confidence = _CONFIDENCES.get(sign) if rest or sign.isalpha() else None
        return JudgeFact(decision_id, role, fact, int(number), confidence)


def _written(likelihood: int, confidence: Confidence | None) -> str:
    return f"{likelihood} {confidence[:1]}" if confidence else str(likelihood)
