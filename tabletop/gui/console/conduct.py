"""Conducting: GO and everything else about injects, clocks and the end."""

from PySide6.QtCore import QObject

from tabletop.exercise.commands import (
    AmendInject,
    ChangeClock,
    ContinueExercise,
    EndExercise,
    ImproviseInject,
    JumpTo,
    PauseExercise,
    RecallInject,
    ReleaseInject,
    ResumeExercise,
    SkipInject,
    Undo,
)
from tabletop.exercise.suggestions import explained
from tabletop.gui.actions import action
from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.rows.clocks import clock_rate, jump_target
from tabletop.gui.console.rows.closing import stays_open, unplayed_words
from tabletop.gui.console.rows.texts import as_sentence, seat_code, shown_inject
from tabletop.gui.console.strips import AskedField, Given, Question
from tabletop.gui.console.text_panel import LongQuestion, TextPanel
from tabletop.gui.situation import goes_against, open_decisions, unplayed


class Conductor(Hand):
    """Carries out what concerns the whole exercise; asks in the strip where words are wanted."""

    def __init__(self, tools: Tools, panel: TextPanel, parent: QObject | None = None) -> None:
        super().__init__(tools, parent)
        self._panel = panel
        self._while_paused: Question | None = None
        self._offered = self._desk.situation().undo_step
        self._desk.changed.connect(self._on_desk_changed)

    def go(self) -> None:
        """Release the inject on standby."""
        standby = self._desk.situation().standby
        if standby is not None:
            self.release(standby)

    def release(self, inject_id: str) -> None:
        """Release an inject; against its condition only with a reason for the record."""
        state = self._bridge.state
        inject = state.inject(inject_id)
        if state.inject_run(inject_id).is_released:
            self.objected.emit(self.tr("{} is already released.").format(inject_id))
            return
        if inject.when is None or not goes_against(inject, state):
            if state.is_paused:
                self._ask_while_paused(inject_id)
            else:
                self._bridge.send(ReleaseInject(inject_id))
            return
        question = Question(
            self.tr("{} goes against its condition.").format(inject_id),
            as_sentence(explained(inject.when, state)),
            self.tr("Release {}").format(inject_id),
            (AskedField("reason", self.tr("reason for the record")),),
            icon="branch",
            keep=self.tr("Keep waiting"),
            draft=f"release {inject_id}",
        )

        def answered(given: Given) -> bool:
            return self._bridge.send(ReleaseInject(inject_id, given["reason"]), keep=False)

        self._strip.ask(question, answered)

    def _ask_while_paused(self, inject_id: str) -> None:
        """Ask first: a key touched over coffee must not publish news."""
        question = Question(
            self.tr("The exercise is paused."),
            self.tr("{} resumes it; {} can be released all the same.").format(
                action("pause").key, inject_id
            ),
            self.tr("Release {}").format(inject_id),
            icon="pause",
            keep=self.tr("Keep waiting"),
        )

        def answered(_given: Given) -> bool:
            return self._bridge.send(ReleaseInject(inject_id), keep=False)

        self._while_paused = question
        self._strip.ask(question, answered)

    def pause(self) -> None:
        """Pause, or resume."""
        paused = self._bridge.state.is_paused
        if paused and self._while_paused is not None:
            if self._strip.question is self._while_paused:
                self._strip.dismiss()
            self._while_paused = None
        self._bridge.send(ResumeExercise() if paused else PauseExercise())

    def undo(self) -> None:
        """Take back the step that the window names, and no other that came meanwhile."""
        if self._offered is not None:
            self._bridge.send(Undo(self._offered.seq))

    def _on_desk_changed(self) -> None:
        """Note which step the window, told by the same signal, says that undo takes back."""
        self._offered = self._desk.situation().undo_step

    def skip(self) -> None:
        """Skip the inject on standby, with a reason."""
        standby = self._desk.situation().standby
        if standby is None:
            return
        question = Question(
            self.tr("Skip {}?").format(standby),
            self.tr("It leaves the line and can be taken back."),
            self.tr("Skip {}").format(standby),
            (AskedField("reason", self.tr("reason for the record, like: short of time")),),
            icon="skip",
            draft=f"skip {standby}",
        )

        def answered(given: Given) -> bool:
            done = self._bridge.send(SkipInject(standby, given["reason"]), keep=False)
            if done:
                self._desk.choose(None)
            return done

        self._strip.ask(question, answered)

    def recall(self) -> None:
        """Take back a released inject, the one looked at or the room's, with a reason."""
        room = self._desk.situation().recallable
        if room is None:
            return
        question = Question(
            self.tr("Recall {}?").format(room),
            self.tr("What was answered to it stays in the record."),
            self.tr("Recall {}").format(room),
            (AskedField("reason", self.tr("reason for the record")),),
            icon="undo",
            draft=f"recall {room}",
        )

        def answered(given: Given) -> bool:
            return self._bridge.send(RecallInject(room, given["reason"]), keep=False)

        self._strip.ask(question, answered)

    def amend(self) -> None:
        """Change the text of an inject that is not released, for this run only."""
        inject_id = self._desk.situation().amendable
        if inject_id is None:
            return
        state = self._bridge.state
        inject = state.inject(inject_id)
        body = state.inject_run(inject_id).amended_body
        question = LongQuestion(
            self.tr("Text of {}").format(f"{inject_id} {shown_inject(inject, state).title}"),
            self.tr("For this exercise only; left empty, the planned text comes back."),
            inject.body if body is None else body,
            self.tr("Change {}").format(inject_id),
            draft=f"amend {inject_id}",
        )

        def answered(text: str) -> bool:
            planned = not text or text == inject.body.strip()
            if planned and body is None:
                return True
            return self._bridge.send(AmendInject(inject_id, None if planned else text), keep=False)

        self._panel.ask(question, answered)

    def improvise(self) -> None:
        """Write an inject that nobody planned, and release it at once."""
        question = Question(
            self.tr("Improvise"),
            "",
            self.tr("Release it"),
            (
                AskedField("title", self.tr("title"), width=230, is_needed=True),
                AskedField("body", self.tr("text as the seats read it")),
                AskedField("to", self.tr("to"), "all", width=110, is_needed=True),
            ),
            icon="plus",
            draft="improvise",
        )

        def answered(given: Given) -> bool:
            to = tuple(seat_code(word, self._bridge.state) for word in given["to"].split())
            command = ImproviseInject(given["title"], given["body"], to)
            return self._bridge.send(command, keep=False)

        self._strip.ask(question, answered)

    def jump(self) -> None:
        """Move the scenario clock forward."""
        question = Question(
            self.tr("Move the scenario clock to"),
            "",
            self.tr("Move it"),
            (AskedField("to", self.tr("D+2 10:00, or +2h from now"), width=260, is_needed=True),),
            icon="clock",
        )

        def answered(given: Given) -> bool:
            try:
                to = jump_target(given["to"], self._bridge.state, self._bridge.scenario_now)
            except ValueError as error:
                self.objected.emit(f"{str(error)[:1].upper()}{str(error)[1:]}.")
                return False
            return self._bridge.send(JumpTo(to), keep=False)

        self._strip.ask(question, answered)

    def clock(self) -> None:
        """Let the scenario clock run at a rate, or follow the injects again."""
        clock = self._bridge.state.clock
        now = f"{clock.rate:g}" if clock.mode == "running" else ""
        question = Question(
            self.tr("Scenario clock"),
            self.tr("60 makes an hour of a minute; 0 follows the injects."),
            self.tr("Set it"),
            (
                AskedField(
                    "rate", self.tr("times real time"), now or "60", width=160, is_needed=True
                ),
            ),
            icon="timer",
        )

        def answered(given: Given) -> bool:
            rate = clock_rate(given["rate"])
            if rate is None:
                words = self.tr("“{}” is no number: write 60 for an hour a minute, 0 to stop it.")
                self.objected.emit(words.format(given["rate"]))
                return False
            changed = ChangeClock("running", rate) if rate else ChangeClock("stepped")
            return self._bridge.send(changed, keep=False)

        self._strip.ask(question, answered)

    def end(self) -> None:
        """ENDEX after a question, or take it back."""
        state = self._bridge.state
        if state.ended_at is not None:
            self._bridge.send(ContinueExercise())
            return
        remains = (unplayed_words(unplayed(state)), stays_open(open_decisions(state)))
        detail = " ".join(part for part in remains if part) or self.tr(
            "Clocks stop; notes and the report can still be written."
        )
        question = Question(
            self.tr("End the exercise?"),
            detail,
            self.tr("ENDEX"),
            icon="flag",
            keep=self.tr("Play on"),
        )

        def answered(_given: Given) -> bool:
            return self._bridge.send(EndExercise(), keep=False)

        self._strip.ask(question, answered)
