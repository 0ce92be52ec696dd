"""Evaluating: corrections beside the record, ratings of objectives, corrective actions."""

from typing import cast, get_args

from PySide6.QtCore import QObject

from tabletop.exercise.commands import CorrectEntry, PlanAction, RateObjective
from tabletop.exercise.events.words import Rating
from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.lines import LineList
from tabletop.gui.console.rows.evaluation import (
    due_date,
    entry_in_words,
    next_unrated,
    objective_in_words,
)
from tabletop.gui.console.rows.texts import objective_id
from tabletop.gui.console.strips import AskedField, Given, Question


class Evaluator(Hand):
    """What an evaluator does, during play and after ENDEX, from the keyboard."""

    def __init__(self, tools: Tools, log: LineList, parent: QObject | None = None) -> None:
        super().__init__(tools, parent)
        self._log = log
        log.acted.connect(self._on_entry_acted)

    def _on_entry_acted(self, key: str) -> None:
        self._ask_correction(int(key))

    def correct(self) -> None:
        """Put a correction beside the entry chosen in the log, else beside the last one."""
        chosen = self._log.current_key()
        self._ask_correction(int(chosen) if chosen else self._bridge.state.head)

    def _ask_correction(self, seq: int) -> None:
        question = Question(
            self.tr("Correct entry"),
            entry_in_words(seq, self._bridge.live.entries, self._bridge.state),
            self.tr("Correct it"),
            (
                AskedField("entry", self.tr("number"), str(seq), width=70, is_needed=True),
                AskedField("text", self.tr("what it should have said"), is_needed=True),
                AskedField("reason", self.tr("why"), width=180),
            ),
            icon="edit",
            starts_at="text",
            draft=f"correct {seq}",
        )

        def answered(given: Given) -> bool:
            if not given["entry"].isdecimal():
                self.objected.emit(
                    self.tr("“{}” is no entry’s number; write 12.").format(given["entry"])
                )
                return False
            command = CorrectEntry(int(given["entry"]), given["text"], given["reason"])
            return self._bridge.send(command, keep=False)

        self._strip.ask(question, answered)

    def rate(self) -> None:
        """Rate an objective, then ask for the next one that has no rating."""
        state = self._bridge.state
        proposed = next_unrated(state) or state.scenario.objectives[0].id
        question = Question(
            self.tr("Rate"),
            objective_in_words(proposed, state),
            self.tr("Rate it"),
            (
                AskedField("objective", self.tr("objective"), proposed, 80, is_needed=True),
                AskedField("rating", "P S M U N", width=104, is_needed=True),
                AskedField("because", self.tr("because")),
            ),
            icon="scale",
            keep=self.tr("Enough"),
            starts_at="rating",
            draft=f"rate {proposed}",
        )
        self._strip.ask(question, self._rated)

    def _rated(self, given: Given) -> bool:
        state = self._bridge.state
        rating = given["rating"].upper()
        if rating not in get_args(Rating):
            self.objected.emit(
                self.tr(
                    "“{}” is no rating: P performed, S some challenges, M major ones, "
                    "U unable, N not assessed."
                ).format(given["rating"])
            )
            return False
        objective = objective_id(given["objective"], state) or ""
        command = RateObjective(objective, cast("Rating", rating), given["because"])
        done = self._bridge.send(command, keep=False)
        if done and next_unrated(self._bridge.state):
            self.rate()
        return done

    def plan(self) -> None:
        """Plan a corrective action with its owner and date."""
        question = Question(
            self.tr("Corrective action"),
            "",
            self.tr("Plan it"),
            (
                AskedField("text", self.tr("what is to be done"), is_needed=True),
                AskedField("objective", self.tr("objective"), width=96),
                AskedField("owner", self.tr("owner"), width=150),
                AskedField("due", self.tr("due, 2027-03-31"), width=130),
            ),
            icon="flag",
            draft="plan",
        )

        def answered(given: Given) -> bool:
            due = due_date(given["due"])
            if due is None:
                words = self.tr("“{}” is no date; write it like 2027-03-31, or leave it out.")
                self.objected.emit(words.format(given["due"]))
                return False
            command = PlanAction(
                self._bridge.new_id(),
                given["text"],
                objective_id(given["objective"], self._bridge.state),
                given["owner"],
                due=due,
            )
            return self._bridge.send(command, keep=False)

        self._strip.ask(question, answered)
