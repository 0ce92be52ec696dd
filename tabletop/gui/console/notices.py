"""Tells of trouble in the bar under the clocks, and tries again what could not be recorded."""

from PySide6.QtCore import QObject, QTimer

from tabletop.exercise.journal import Entry
from tabletop.gui.bridge import ExerciseBridge, Unrecorded
from tabletop.gui.console.desk import Desk
from tabletop.gui.console.figures import SavedLabel
from tabletop.gui.console.rows.texts import local_time
from tabletop.gui.console.strips import Trouble, TroubleBar

RETRY_EVERY = 5_000
REFUSAL_STAYS = 10_000


class Notices(QObject):
    """Says what happened, what is safe and what to do; a refusal goes with the next entry."""

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
        self._retrying = QTimer(self, interval=RETRY_EVERY)
        self._retrying.timeout.connect(self.retry)
        self._reading = QTimer(self, interval=REFUSAL_STAYS, singleShot=True)
        self._reading.timeout.connect(self.forget_refusal)
        bar.remedy_clicked.connect(self.retry)
        bridge.refused.connect(self.refuse)
        bridge.unavailable.connect(self._on_unavailable)

    def bug(self, sentence: str) -> None:
        """Tell of a bug: the exercise goes on."""
        safe = self.tr("All {} entries are safe; the exercise goes on.")
        self._bar.show_trouble(Trouble(sentence, safe.format(self._bridge.state.head)))

    def refuse(self, sentence: str) -> None:
        """Say why something was not done; it goes by itself once it has been read."""
        self._reading.start()
        self._bar.show_trouble(Trouble(sentence, self.tr("Nothing was changed."), tone="warning"))

    def recorded(self, entry: Entry) -> None:
        """Say that an entry is safe."""
        time = local_time(entry.at, self._desk.situation().zone)
        self._saved.show_words(self.tr("Saved {}").format(time))
        self.forget_refusal()

    def forget_refusal(self) -> None:
        """Put a refusal away; what is unsafe stays."""
        if self._is_refusal:
            self._bar.dismiss()

    @property
    def _is_refusal(self) -> bool:
        shown = self._bar.trouble
        return shown is not None and shown.tone == "warning" and shown is not self._lost

    def cannot_follow(self, sentence: str) -> None:
        """Say that entries of others may be missing here."""
        happened = self.tr("Entries of others may be missing here.")
        self._lost = Trouble(happened, sentence, tone="warning")
        self._bar.show_trouble(self._lost)

    def follows_again(self) -> None:
        """Put that away."""
        if self._lost is not None and self._bar.trouble is self._lost:
            self._bar.dismiss()
        self._lost = None

    def retry(self) -> None:
        """Try again what waits; the bar goes when all of it is recorded."""
        if self._bridge.retry():
            self._retrying.stop()
            if not self._is_refusal:
                self._bar.dismiss()

    def stop(self) -> None:
        """Try nothing more."""
        self._reading.stop()
        self._retrying.stop()

    def _on_unavailable(self, unrecorded: Unrecorded) -> None:
        safe = self.tr("{sentence} All {head} entries before it are safe.").format(
            sentence=unrecorded.sentence, head=self._bridge.state.head
        )
        waiting = bool(self._bridge.waiting)
        remedy = self.tr("Try again") if waiting else ""
        self._saved.show_words(self.tr("NOT recorded"), is_trouble=True)
        self._bar.show_trouble(Trouble(self.tr("NOT recorded."), safe, remedy))
        if waiting:
            self._retrying.start()
