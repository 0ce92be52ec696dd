"""Writing files whole: beside their place, flushed, then put there."""

import os
import re
import unicodedata
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


class UnwritableFile(Exception):
    """A file could not be written; the message says which, why and what to do."""


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file so that it is there as a whole or not at all; raise UnwritableFile."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
            temporary = Path(beside.name)
            try:
                beside.write(content)
                beside.flush()
                os.fsync(beside.fileno())
                temporary.chmod(0o644)
                temporary.replace(path)
            except OSError:
                with suppress(OSError):
                    temporary.unlink()
                raise
    except OSError as error:
        raise UnwritableFile(
            f"{path} could not be written ({error.strerror or error}). "
            "Choose another folder with -o, or free some space; nothing else was changed."
        ) from error
    return path


def slug(text: str) -> str:
    """Return a file name part made of ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i")).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")[:60] or "exercise"
