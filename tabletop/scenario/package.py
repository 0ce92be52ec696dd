"""A scenario with the exact text it was read from and the attachments that travel with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from tabletop.scenario.model import Scenario

MEDIA_TYPES: Mapping[str, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "md": "text/markdown",
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that injects show or hand out; its name may hold folders, parted by ``/``."""

    name: str
    content: bytes

    @property
    def media_type(self) -> str:
        """The media type its ending stands for."""
        return MEDIA_TYPES[self.name.rpartition(".")[2].lower()]


# Without slots, which cached_property cannot do without.
@dataclass(frozen=True)
class ScenarioPackage:
    """Everything that is frozen into an exercise when it starts."""

    scenario: Scenario
    source: str
    attachments: tuple[Attachment, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the source, in UTF-8, as every report prints it."""
        return sha256(self.source.encode()).hexdigest()

    def attachment(self, name: str) -> Attachment | None:
        """Return the attachment with this name, or None."""
        return next((one for one in self.attachments if one.name == name), None)
