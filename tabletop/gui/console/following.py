"""Follows what is recorded elsewhere: another window, or another machine on the same database.

Looks once a second, on another thread and only while the console is in sight; the entries are
then taken on the GUI thread, where everything else is told too.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from tabletop.exercise.journal import StorageProblem
from tabletop.gui.background import Job, run_in_background
from tabletop.gui.bridge import ExerciseBridge

LOOK_EVERY = 1_000


class Follower(QObject):
    """Asks the journal whether there is more, never twice at once."""

    lost = Signal(str)
    found = Signal()

    def __init__(self, bridge: ExerciseBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._job: Job | None = None
        self._is_lost = False
        self._looking = QTimer(self, interval=LOOK_EVERY)
        self._looking.timeout.connect(self.look)

    @property
    def is_following(self) -> bool:
        """Whether it looks once a second."""
        return self._looking.isActive()

    def start(self) -> None:
        """Look at once, and once a second from now on."""
        if not self._looking.isActive():
            self._looking.start()
            self.look()

    def stop(self) -> None:
        """Look no more."""
        self._looking.stop()

    def look(self) -> None:
        """Ask whether somebody else has recorded anything; a question under way is enough."""
        if self._job is None:
            work = self._bridge.live.is_behind
            self._job = run_in_background(self, work, self._on_told, self._on_failed)

    def _on_told(self, is_behind: bool) -> None:  # noqa: FBT001 (called with the work's result)
        self._job = None
        if self._is_lost:
            self._is_lost = False
            self.found.emit()
        if is_behind and self._looking.isActive():
            self._take()

    def _take(self) -> None:
        try:
            self._bridge.live.catch_up()
        except StorageProblem as problem:
            self._on_failed(problem)

    def _on_failed(self, error: Exception) -> None:
        """Say once that the record cannot be read; what is no matter of storage is a bug."""
        self._job = None
        if not isinstance(error, StorageProblem):
            raise error
        if not self._is_lost:
            self._is_lost = True
            self.lost.emit(str(error))
