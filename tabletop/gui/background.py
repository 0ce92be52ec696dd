"""Work that may take longer than a blink, done on other threads, its result brought back.

Whatever comes back (the result, an exception, how far the work is) arrives on the GUI thread, so
that nothing else in the windows needs to know about threads. Work must not touch widgets.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")
Step = Callable[[str, float], None]
"""Takes what is being done, in words, and the share that is done, from 0 to 1."""
ReportingWork = Callable[[Step, Callable[[], bool]], T]
"""Work that says how far it is, and asks whether it was cancelled."""


class Job(QObject):
    """One piece of work under way. Lives on the GUI thread until its end was told."""

    ended = Signal()
    _told = Signal(object)
    _stepped = Signal(str, float)

    def __init__(self, owner: QObject, told: Callable[[object], None], stepped: Step) -> None:
        # A child of the application: the worker may still need it when its owner is gone.
        super().__init__(QCoreApplication.instance())
        self._listener: Callable[[object], None] | None = told
        self._progress: Step | None = stepped
        self._cancelled = Event()
        owner.destroyed.connect(self._on_owner_destroyed)
        queued = Qt.ConnectionType.QueuedConnection
        self._told.connect(self._on_told, queued)
        self._stepped.connect(self._on_stepped, queued)

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop; it looks for itself, and may yet finish."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()

    def step(self, text: str, share: float) -> None:
        """Say from the worker's thread how far the work is."""
        self._stepped.emit(text, share)

    def tell(self, outcome: object) -> None:
        """Send home from the worker's thread what came of the work."""
        try:
            self._told.emit(outcome)
        except RuntimeError:
            # The application took the job with it when it ended: nobody is left to be told.
            if QCoreApplication.instance() is not None and not QCoreApplication.closingDown():
                raise

    @Slot()
    def _on_owner_destroyed(self) -> None:
        """Nobody is left to be told; what is under way ends by itself."""
        self._listener = self._progress = None
        self.cancel()

    @Slot(str, float)
    def _on_stepped(self, text: str, share: float) -> None:
        if self._progress is not None:
            self._progress(text, share)

    @Slot(object)
    def _on_told(self, outcome: object) -> None:
        listener = self._listener
        self._listener = self._progress = None
        self.ended.emit()
        self.deleteLater()
        if listener is not None:
            listener(outcome)


class _Runner(QRunnable):
    """Carries the work to a thread of the pool and sends home what comes of it."""

    def __init__(self, job: Job, work: Callable[[], object]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        try:
            outcome = self._work()
        except Exception as error:  # noqa: BLE001 (told on the GUI thread, to who asked for it)
            outcome = _Failure(error)
        self._job.tell(outcome)


class _Failure:
    """An exception on its way to the GUI thread."""

    def __init__(self, error: Exception) -> None:
        self.error = error


def run_in_background(
    owner: QObject,
    work: Callable[[], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> Job:
    """Do work on another thread; ``done`` or ``failed`` is called on the GUI thread.

    Neither is called when the owner is gone by then.
    """
    return _started(Job(owner, _listener(done, failed), _nothing), work)


def run_with_progress(
    owner: QObject,
    work: ReportingWork[T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
    progressed: Step,
) -> Job:
    """Do work that reports how far it is, on the GUI thread, and can be cancelled."""
    job = Job(owner, _listener(done, failed), progressed)
    return _started(job, lambda: work(job.step, lambda: job.is_cancelled))


def finish_background_work(milliseconds: int = 5_000) -> bool:
    """Wait, before the application ends, for work under way; return whether all of it ended."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)


def _started(job: Job, work: Callable[[], object]) -> Job:
    QThreadPool.globalInstance().start(_Runner(job, work))
    return job


def _listener(
    done: Callable[[T], None], failed: Callable[[Exception], None]
) -> Callable[[object], None]:
    def told(outcome: object) -> None:
        if isinstance(outcome, _Failure):
            failed(outcome.error)
        else:
            done(outcome)  # type: ignore[arg-type] # a signal carries objects; this one is T

    return told


def _nothing(_text: str, _share: float) -> None:
    """Nobody wants to know how far the work is."""
