"""What happens to a bug: shown once, logged with all its details, and the exercise goes on.

Exceptions reach this module from slots, overridden methods, workers and threads; Qt's own
messages and crashes go to the same folder. Nothing here may raise, for nobody would catch it.
"""

from __future__ import annotations

import faulthandler
import functools
import logging
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, TypeVar, cast

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

LOG_NAME = "tabletop.log"
CRASH_NAME = "crash.log"
NO_DISPLAY = 2
NO_DISPLAY_SENTENCE = (
    "There is no display to open a window on. Start Tabletop from a desktop session, or work "
    "without a window: tabletop demo plays and reports the demonstration, tabletop report EXERCISE "
    "writes a report, tabletop --help lists the rest."
)

_LARGEST = 1_000_000
_KEPT = 4
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_WITHOUT_DISPLAY = ("could not connect to display", "no qt platform plugin could be initialized")

_log = logging.getLogger("tabletop.gui")
Method = TypeVar("Method", bound=Callable[..., object])


class Troubles(QObject):
    """Catches what nobody else caught, from ``install`` to ``uninstall``.

    ``happened`` carries a sentence for people. The same bug at the same place is told once.
    """

    happened = Signal(str)

    def __init__(self, folder: Callable[[], Path], parent: QObject | None = None) -> None:
        """Keep in mind where the log goes; it is opened by ``open_log`` or the first trouble."""
        super().__init__(parent)
        self._folder = folder
        self._told: set[tuple[str, str, int]] = set()
        self._handler: logging.Handler | None = None
        self._crashes: IO[str] | None = None
        self._unusable = ""
        self._before: tuple[Any, Any, Any] | None = None

    def install(self) -> None:
        """Take over the hooks of Python and Qt."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self.on_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back and close the log."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = None
            qInstallMessageHandler(None)
        if self._handler is not None:
            logging.getLogger("tabletop").removeHandler(self._handler)
            self._handler.close()
            self._handler = None
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None

    @property
    def log_file(self) -> Path:
        """Where details are written."""
        return self._folder() / LOG_NAME

    @property
    def unusable(self) -> str:
        """Why no log can be written, or nothing."""
        return self._unusable

    def open_log(self) -> None:
        """Begin to write the log; a folder that cannot be written costs the log, nothing else."""
        if self._handler is not None or self._unusable:
            return
        # Loaded here, because it is not needed before the first window is painted.
        from logging.handlers import RotatingFileHandler

        try:
            folder = self._folder()
            folder.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                folder / LOG_NAME, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8"
            )
            self._crashes = (folder / CRASH_NAME).open("a", encoding="utf-8")
        except OSError as error:
            self._unusable = f"No log can be written: {error}."
            return
        handler.setFormatter(logging.Formatter(_FORMAT))
        logging.getLogger("tabletop").addHandler(handler)
        self._handler = handler
        faulthandler.enable(self._crashes)

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception, and tell of it the first time it comes from this place."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        with suppress(Exception):
            self.open_log()
            _log.critical("A bug: %s", error, exc_info=(kind, error, trace))
        _write_to_stderr(kind, error, trace)
        place = _place(kind, trace)
        if place in self._told:
            return
        self._told.add(place)
        with suppress(RuntimeError):
            # Raised when this object went with the application; the log has it.
            self.happened.emit(self._sentence(place))

    def on_qt_message(
        self, kind: QtMsgType, _context: QMessageLogContext, message: str | None
    ) -> None:
        """Log what Qt has to say; say plainly that there is no display before Qt aborts."""
        text = message or ""
        if any(words in text.lower() for words in _WITHOUT_DISPLAY):
            say(NO_DISPLAY_SENTENCE)
            # Qt would abort the process right after this message.
            os._exit(NO_DISPLAY)
        with suppress(Exception):
            _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        error = told.exc_value or told.exc_type()
        self.on_exception(told.exc_type, error, told.exc_traceback)

    def _on_unraisable(self, told: Any) -> None:
        error = told.exc_value or told.exc_type()
        self.on_exception(told.exc_type, error, told.exc_traceback)

    def _sentence(self, place: tuple[str, str, int]) -> str:
        kind, file, line = place
        where = self.tr("Something went wrong inside Tabletop ({kind} in {file}, line {line}).")
        told = where.format(kind=kind, file=file, line=line)
        if self._unusable:
            return f"{told} {self._unusable}"
        return f"{told} " + self.tr("The details are in {log}.").format(log=self.log_file)


def say(sentence: str) -> None:
    """Say something to whoever started the program from a terminal, if anybody did."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{sentence}\n")


def sentence_of(error: Exception) -> str:
    """Return what to tell people of an exception; one nobody thought of is a bug, and logged."""
    is_expected = isinstance(error, OSError) or type(error).__module__.startswith("tabletop.")
    if is_expected:
        return str(error)
    sys.excepthook(type(error), error, error.__traceback__)
    return f"{type(error).__name__}: {error}"


def guarded(method: Method) -> Method:
    """Keep exceptions inside an overridden method of Qt in which they would crash the process.

    They go to the hook instead. Meant for ``closeEvent``, after which Qt's side may be gone.
    """

    @functools.wraps(method)
    def kept(*arguments: Any, **named: Any) -> object:
        try:
            return method(*arguments, **named)
        except Exception as error:  # noqa: BLE001 (reported through the hook like any other bug)
            sys.excepthook(type(error), error, error.__traceback__)
            return None

    return cast("Method", kept)


def _place(kind: type[BaseException], trace: TracebackType | None) -> tuple[str, str, int]:
    """Return what kind of exception came from which line: what makes two bugs the same."""
    last = trace
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return kind.__name__, "?", 0
    return kind.__name__, Path(last.tb_frame.f_code.co_filename).name, last.tb_lineno


def _write_to_stderr(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Show a bug also in the terminal; there is none in a windowed program on Windows."""
    if sys.stderr is not None:
        with suppress(Exception):
            sys.__excepthook__(kind, error, trace)
