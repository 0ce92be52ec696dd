"""Notices that play ran on while no window was open: after a crash, or after a normal close.

While the console is open it leaves a sign of life every few seconds, outside the record; what is
recorded is that there was none. No sign is left before that is in the record: the next window would
take it for the last one, and the time away would be forgotten.
"""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, SignalInstance

from tabletop.exercise.commands import PauseTimeAway, TakeUpExercise
from tabletop.exercise.phrasing import span_named
from tabletop.gui.background import run_in_background
from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.rows.texts import local_time
from tabletop.gui.console.strips import Given, Question
from tabletop.gui.services import Services

SIGN_EVERY = 5_000
# A window that is there signs every five seconds; a slow machine is no absence.
AWAY_FROM = 20.0


class Absence(Hand):
    """Says once, when a running exercise is taken up, how long nobody could record anything."""

    def __init__(
        self, tools: Tools, services: Services, closed: SignalInstance, parent: QObject
    ) -> None:
        super().__init__(tools, parent)
        self._services = services
        self._exercise_id = tools.bridge.live.exercise_id
        self._has_begun = False
        self._asked: Question | None = None
        self._signing = QTimer(self, interval=SIGN_EVERY)
        self._signing.timeout.connect(self._on_sign_due)
        closed.connect(self.end)

    def begin(self) -> None:
        """Look once for an absence, and sign from now on."""
        if self._has_begun:
            return
        self._has_begun = True
        since = self._last_seen()
        if since is not None and self._has_run_on(since):
            self._take_up(since)
        else:
            self._sign_from_now_on()

    def count_as_pause(self) -> None:
        """Count the time away as a pause, now or after the question about it was put away."""
        if self._asked is not None and self._strip.question is self._asked:
            self._strip.confirm()
        else:
            self._bridge.send(PauseTimeAway())

    def end(self) -> None:
        """Sign for the last time; an exercise that has ended needs no sign any more."""
        if not self._signing.isActive():
            return
        self._signing.stop()
        if self._bridge.state.ended_at is None:
            self._services.note_sign(self._exercise_id)
        else:
            self._services.forget_sign(self._exercise_id)

    def _has_run_on(self, since: datetime) -> bool:
        """Return whether play has run on for long since a moment."""
        state = self._bridge.state
        away = (self._bridge.live.now() - since).total_seconds()
        return state.is_running and not state.is_paused and away >= AWAY_FROM

    def _take_up(self, since: datetime) -> None:
        """Record the absence, or let it wait until a store takes it, or somebody leaves it out."""
        is_recorded = self._bridge.send(TakeUpExercise(since))
        if is_recorded or not self._bridge.waiting:
            self._taken_up(is_recorded=is_recorded)
        else:
            self._bridge.settled.connect(self._on_settled)

    def _on_settled(self, is_recorded: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._bridge.settled.disconnect(self._on_settled)
        self._taken_up(is_recorded=is_recorded)

    def _taken_up(self, *, is_recorded: bool) -> None:
        self._sign_from_now_on()
        if is_recorded:
            self._ask()

    def _sign_from_now_on(self) -> None:
        self._services.note_sign(self._exercise_id)
        self._signing.start()

    def _last_seen(self) -> datetime | None:
        """Return the last moment at which a window was open: its last sign, or its last entry."""
        entries = self._bridge.live.entries
        recorded = entries[-1].at if entries else None
        sign = self._services.last_sign(self._exercise_id)
        return max((at for at in (recorded, sign) if at is not None), default=None)

    def _on_sign_due(self) -> None:
        run_in_background(self, self._sign, self._on_signed, self._on_unsigned)

    def _sign(self) -> None:
        self._services.note_sign(self._exercise_id)

    def _on_signed(self, _nothing: object) -> None:
        """Nobody waits for it."""

    def _on_unsigned(self, error: Exception) -> None:
        """Let a bug rise: that a sign cannot be left is no error of its own."""
        raise error

    def _ask(self) -> None:
        away = self._bridge.state.away
        if away is None:
            return
        zone = self._desk.situation().zone
        headline = self.tr("The program was away from {} to {}, and play ran on.")
        time = span_named((away.until - away.since).total_seconds())
        self._asked = Question(
            headline.format(local_time(away.since, zone), local_time(away.until, zone)),
            self.tr("Were these {} a pause?").format(time),
            self.tr("Count them as a pause"),
            icon="timer",
            keep=self.tr("It was play"),
        )
        self._strip.ask(self._asked, self._on_answered)

    def _on_answered(self, _given: Given) -> bool:
        return self._bridge.send(PauseTimeAway(), keep=False)
