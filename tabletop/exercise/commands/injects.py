"""Releasing, recalling, skipping, improvising and amending injects; hand-outs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReleaseInject:
    """Release an inject; the first release is STARTEX too. Never refused for its condition."""

    inject_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RecallInject:
    inject_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelRecall:
    inject_id: str


@dataclass(frozen=True, slots=True)
class SkipInject:
    inject_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UnskipInject:
    inject_id: str


@dataclass(frozen=True, slots=True)
class ImproviseInject:
    """An inject nobody planned; it is released at once under the next id X-1, X-2 and so on."""

    title: str
    body: str
    to: tuple[str, ...] = ("all",)
    channel: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True)
class AmendInject:
    """Change the text of an inject not yet released, for this run only."""

    inject_id: str
    body: str | None


@dataclass(frozen=True, slots=True)
class GiveHandout:
    """Hand a private paper out; ``to`` empty means those it was written for."""

    inject_id: str
    handout_id: str
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeHandoutBack:
    inject_id: str
    handout_id: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RestoreHandout:
    """Let seats have the paper again that the entry ``given_seq`` gave them."""

    inject_id: str
    handout_id: str
    to: tuple[str, ...]
    given_seq: int


InjectCommand = (
    ReleaseInject
    | RecallInject
    | CancelRecall
    | SkipInject
    | UnskipInject
    | ImproviseInject
    | AmendInject
    | GiveHandout
    | TakeHandoutBack
    | RestoreHandout
)
