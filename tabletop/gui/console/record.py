"""Recording: the quick log, ticks on expected actions, requests and their answers."""

from PySide6.QtCore import QObject

from tabletop.exercise.commands import AnswerRequest, TickExpected
from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.quick_log import QuickLog
from tabletop.gui.console.rows.inject_view import TICK_ORDER, InjectView, request_rows
from tabletop.gui.console.rows.quick_log import known_as, log_command, log_draft
from tabletop.gui.console.rows.texts import local_time
from tabletop.gui.console.strips import AskedField, Given, Question


class Recorder(Hand):
    """Keeps what the facilitator writes down."""

    def __init__(self, tools: Tools, log: QuickLog, parent: QObject | None = None) -> None:
        super().__init__(tools, parent)
        self._log = log
        log.submitted.connect(self._on_submitted)
        log.typed.connect(self._on_typed)
        log.know(self._is_known)

    def tick(self, view: InjectView | None, expected_id: str) -> None:
        """Assess an expected action one step further: observed, partial, not observed, n.a."""
        row = (
            next((r for r in view.expected if r.expected_id == expected_id), None) if view else None
        )
        if view is None or row is None:
            return
        place = (TICK_ORDER.index(row.status) + 1) % len(TICK_ORDER)
        self._bridge.send(TickExpected(view.inject_id, expected_id, TICK_ORDER[place]))

    def tick_next(self, view: InjectView | None) -> None:
        """Assess the first expected action without an assessment as observed."""
        rows = view.expected if view else ()
        row = next((r for r in rows if r.status == "not_assessed"), None)
        if row is not None:
            self.tick(view, row.expected_id)

    def answer_oldest(self) -> None:
        """Answer the request that has waited longest."""
        waiting = [r for r in request_rows(self._desk.situation()) if r.is_open]
        if waiting:
            self.answer(waiting[0].request_id)

    def answer(self, request_id: str) -> None:
        """Answer a request in the strip; a single – refuses it."""
        request = self._bridge.state.requests.get(request_id)
        if request is None:
            return
        question = Question(
            f"{request_id} {request.role}",
            request.question,
            self.tr("Answer"),
            (
                AskedField(
                    "text", self.tr("answer; – refuses it"), request.answer or "", is_needed=True
                ),
            ),
            icon="message",
            draft=f"answer {request_id}",
        )

        def answered(given: Given) -> bool:
            refused = given["text"] in ("-", "–")
            text = "" if refused else given["text"]
            command = AnswerRequest(request_id, text, refused=refused)
            return self._bridge.send(command, keep=False)

        self._strip.ask(question, answered)

    def answer_prepared(self, view: InjectView | None, number: int) -> None:
        """Give an answer held ready to the request that has waited longest."""
        waiting = [r for r in request_rows(self._desk.situation()) if r.is_open]
        if view is None or number >= len(view.prepared):
            return
        if not waiting:
            self.objected.emit(self.tr("No request is open that this would answer."))
            return
        self._bridge.send(AnswerRequest(waiting[0].request_id, view.prepared[number].text))

    def _is_known(self, sign: str, name: str) -> bool:
        return known_as(sign, name, self._bridge.state) is not None

    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self._log.show_reading("")
            return
        draft = log_draft(text, self._bridge.state)
        half_written = draft.text == ""
        shown = draft.reading if half_written else draft.problem or draft.reading
        is_problem = bool(draft.problem) and not half_written
        self._log.show_reading(shown, kind=draft.kind, is_problem=is_problem)

    def _on_submitted(self, text: str) -> None:
        draft = log_draft(text, self._bridge.state)
        if draft.problem:
            self._log.show_refused(draft.problem, draft.kind)
            return
        if self._bridge.send(log_command(draft, self._bridge.new_id()), keep=False):
            situation = self._desk.situation()
            self._log.show_recorded(local_time(situation.now, situation.zone))
        else:
            self._log.show_not_recorded()
