"""Tells of trouble in the bar under the clocks, and tries again what could not be recorded."""

from PySide6.QtCore import QObject, QTimer

from tabletop.exercise.journal import Entry
from tabletop.gui.bridge import ExerciseBridge, Unrecorded
from tabletop.gui.console.desk import Desk
from tabletop.gui.console.figures import SavedLabel
from tabletop.gui.console.rows.texts import local_time
from tabletop.gui.console.trouble_bar import Trouble, TroubleBar

RETRY_EVERY = 5_000
REFUSAL_STAYS = 10_000


class Notices(QObject):
    """Says what happened, what is safe and what to do; a refusal goes with the next entry.

    What lasts stands behind it: first what is not recorded, then that others cannot be followed.
    """

    def __init__(
        self,
        bridge: ExerciseBridge,
        desk: Desk,
        bar: TroubleBar,
        saved: SavedLabel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desk = desk
        self._bar = bar
        self._saved = saved
        self._lost: Trouble | None = None
        self._unrecorded: Trouble | None = None
        self._refusal: Trouble | None = None
        self._retrying = QTimer(self, interval=RETRY_EVERY)
        self._retrying.timeout.connect(self.retry)
        self._reading = QTimer(self, interval=REFUSAL_STAYS, singleShot=True)
        self._reading.timeout.connect(self.forget_refusal)
        bar.remedy_clicked.connect(self.retry)
        bar.give_up_clicked.connect(bridge.discard_waiting)
        bridge.refused.connect(self.refuse)
        bridge.unavailable.connect(self._on_unavailable)
        bridge.settled.connect(self._on_settled)

    def bug(self, sentence: str) -> None:
        """Tell of a bug: the exercise goes on."""
        safe = self.tr("All {} entries are safe; the exercise goes on.")
        self._bar.show_trouble(Trouble(sentence, safe.format(self._bridge.state.head)))

    def refuse(self, sentence: str) -> None:
        """Say why something was not done; it goes by itself once it has been read."""
        self._reading.start()
        self._refusal = Trouble(sentence, self.tr("Nothing was changed."), tone="warning")
        self._bar.show_trouble(self._refusal)

    def hold_key(self, is_go: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Say why a key of the desk does nothing while a question is open."""
        if is_go:
            self.refuse(self.tr("Space waits for the answer: Enter, or Esc and then it is GO."))
        else:
            self.refuse(self.tr("The question comes first: Enter answers it, Esc puts it away."))

    def recorded(self, entry: Entry) -> None:
        """Say that an entry is safe."""
        time = local_time(entry.at, self._desk.situation().zone)
        if self._bridge.waiting:
            return
        self._saved.show_words(self.tr("Saved {}").format(time))
        self._settle()
        self.forget_refusal()

    def forget_refusal(self) -> None:
        """Put a refusal away; what is unsafe stays."""
        if self._shows(self._refusal):
            self._show_what_lasts()

    def _shows(self, trouble: Trouble | None) -> bool:
        return trouble is not None and self._bar.trouble is trouble

    def _show_what_lasts(self) -> None:
        lasting = self._unrecorded or self._lost
        if lasting is None:
            self._bar.dismiss()
        else:
            self._bar.show_trouble(lasting)

    def _settle(self) -> None:
        """Take away that something is not recorded."""
        settled, self._unrecorded = self._unrecorded, None
        if self._shows(settled):
            self._show_what_lasts()

    def cannot_follow(self, sentence: str) -> None:
        """Say that entries of others may be missing here."""
        happened = self.tr("Entries of others may be missing here.")
        self._lost = Trouble(happened, sentence, tone="warning")
        if self._unrecorded is None:
            self._bar.show_trouble(self._lost)

    def follows_again(self) -> None:
        """Put that away."""
        lost, self._lost = self._lost, None
        if self._shows(lost):
            self._show_what_lasts()

    def retry(self) -> None:
        """Try again what waits; the bar goes when it is recorded."""
        self._bridge.retry()

    def stop(self) -> None:
        """Try nothing more."""
        self._reading.stop()
        self._retrying.stop()

    def _on_settled(self, is_recorded: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Take the trouble away: what waited is recorded, or left out."""
        self._retrying.stop()
        self._settle()
        if not is_recorded:
            self._saved.show_words(self.tr("Left out"))

    def _on_unavailable(self, unrecorded: Unrecorded) -> None:
        waiting = bool(self._bridge.waiting)
        safe = self.tr("{sentence} All {head} entries before it are safe.").format(
            sentence=unrecorded.sentence, head=self._bridge.state.head
        )
        if waiting:
            safe += self.tr(" Nothing else is taken until it is recorded or left out.")
        remedy = self.tr("Try again") if waiting else ""
        give_up = self.tr("Leave it out") if waiting else ""
        self._saved.show_words(self.tr("NOT recorded"), is_trouble=True)
        self._unrecorded = Trouble(self.tr("NOT recorded."), safe, remedy, give_up=give_up)
        self._bar.show_trouble(self._unrecorded)
        if waiting:
            self._retrying.start()
