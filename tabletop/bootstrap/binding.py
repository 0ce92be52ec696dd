"""Loading the binding to Qt without what it does anew in every process.

PySide6 carries some 3,400 lines of its own Python as text in a library; every process compiles
them, and builds three regular expressions that only makers of stubs and wrong calls ever use.
That takes a third of the time in which an empty window appears. While the binding is loaded,
`quickly_loaded` keeps the compiled code for the next start and puts the expressions off until
somebody uses one. Text that is not the very same is compiled as ever, so another version of the
binding, or none of this happening at all, costs time and nothing else.

Once loaded, the binding watches all later imports and reads the source of each module, to learn
whether it may be switched to other spellings (``from __feature__ import snake_case``). Nothing here
is, so the watch is lifted.
"""

from __future__ import annotations

import builtins
import marshal
import re
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

_CARRIED = "shibokensupport/"
"""Where the binding's own Python claims to lie."""
_LONG = 1000
"""A pattern of more characters than that is put off."""
_BROKEN = (OSError, ValueError, EOFError, TypeError)


class KeptCode:
    """Compiled code by the name of its file; each is good only for the very text it came from.

    The file is a convenience: one that is missing, old, broken or not writable is as good as none.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = _read(file)
        self._is_new = False

    def compile(self, source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        """Compile as the builtin does, or return what was compiled before."""
        if rest or named or mode != "exec" or not isinstance(source, bytes):
            return _compile(source, filename, mode, *rest, **named)
        if not isinstance(filename, str) or not filename.startswith(_CARRIED):
            return _compile(source, filename, mode)
        text, code = self._kept.get(filename, (b"", None))
        if code is None or text != source:
            code = _compile(source, filename, mode)
            self._kept[filename] = (source, code)
            self._is_new = True
        return code

    def write(self) -> None:
        """Keep what was compiled in this process, if anything was."""
        if not self._is_new:
            return
        content = marshal.dumps(self._kept)
        beside = self._file.with_name(f"{self._file.name}.new")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_stamp(content) + content)
            beside.replace(self._file)
            self._is_new = False


class DeferredPattern:
    """A regular expression that is built when it is first used; its methods can be taken before."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if not callable(getattr(re.Pattern, name)):
            return getattr(self._built(), name)

        def method(*arguments: Any, **named: Any) -> Any:
            return getattr(self._built(), name)(*arguments, **named)

        return method

    def _built(self) -> re.Pattern[str]:
        return _build(self._pattern, self._flags)


@contextmanager
def quickly_loaded(file: Path) -> Iterator[KeptCode]:
    """Let modules of the binding be imported quickly inside; ``file`` keeps their code.

    Nothing else is to be compiled meanwhile on another thread: it would go through here too,
    unharmed but watched.
    """
    kept = KeptCode(file)
    builtins.compile = kept.compile
    re.compile = _deferred
    try:
        yield kept
    finally:
        builtins.compile = _compile
        re.compile = _build
        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


_compile: Callable[..., Any] = builtins.compile
_build = re.compile


def _deferred(pattern: Any, flags: int | re.RegexFlag = 0) -> Any:
    if isinstance(pattern, str) and len(pattern) > _LONG:
        return DeferredPattern(pattern, flags)
    return _build(pattern, flags)


def _stamp(content: bytes) -> bytes:
    """Return what must stand before the content: which Python wrote it, and that it is whole."""
    return MAGIC_NUMBER + crc32(content).to_bytes(4, "big")


def _read(file: Path) -> dict[str, tuple[bytes, CodeType | None]]:
    with suppress(*_BROKEN):
        content = file.read_bytes()
        length = len(MAGIC_NUMBER) + 4
        if content[:length] == _stamp(content[length:]):
            return dict(marshal.loads(content[length:]))  # noqa: S302 (as Python's own .pyc files)
    return {}
