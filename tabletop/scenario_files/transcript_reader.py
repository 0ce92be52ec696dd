"""Reading a transcript's file: every finding with its line and column, all at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from tabletop.scenario.findings import Finding
from tabletop.scenario_files.located import (
    LocatedFinding,
    UnreadableScenario,
    about_file,
    fault_located,
    in_file_order,
    located,
)
from tabletop.scenario_files.opening import files_in, why_not
from tabletop.scenario_files.positions import Positions, positions
from tabletop.scenario_files.sentences import model_findings
from tabletop.scenario_files.transcript_model import Transcript
from tabletop.scenario_files.yaml_tree import parsed

MOST_BYTES = 20_000_000
TRANSCRIPT_ENDING = ".transcript.yaml"


@dataclass(frozen=True)
class ReadTranscript:
    """What a file holds: a transcript when it could be understood, and every finding."""

    path: str
    source: str
    transcript: Transcript | None
    findings: tuple[LocatedFinding, ...]

    @cached_property
    def _positions(self) -> Positions:
        return positions(self.source)

    @property
    def located(self) -> Callable[[Finding], LocatedFinding]:
        """What turns a finding of the player into one with its line."""
        return lambda finding: located(self.path, finding, self._positions)


def read_transcript(path: Path) -> ReadTranscript:
    """Read a transcript; raise UnreadableScenario when the file cannot be opened."""
    try:
        if path.is_dir():
            instead = files_in(path, TRANSCRIPT_ENDING, "a transcript")
            raise UnreadableScenario(path, f"is a folder{instead}")
        if path.exists() and not path.is_file():  # opening a pipe would wait for ever
            raise UnreadableScenario(path, "is no ordinary file; give a transcript")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as broken:
        raise UnreadableScenario(path, why_not(path, broken)) from broken
    if len(content) > MOST_BYTES:
        text = f"the file is larger than {MOST_BYTES // 1_000_000} MB; no transcript is that long"
        return ReadTranscript(str(path), "", None, (about_file(str(path), "too-large", text),))
    try:
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "the file is not UTF-8; save it as UTF-8"
        return ReadTranscript(str(path), "", None, (about_file(str(path), "encoding", text),))
    return transcript_from_text(source, str(path))


def transcript_from_text(source: str, path: str = "transcript") -> ReadTranscript:
    """Read a transcript whose text is at hand; findings name it as ``path``."""
    tree, faults = parsed(source)
    if faults:
        found = tuple(fault_located(path, fault) for fault in faults)
        return ReadTranscript(path, source, None, in_file_order(found))
    if not isinstance(tree, dict):
        text = "the file has no keys; a transcript begins with “exercise:” and “held:”"
        return ReadTranscript(path, source, None, (about_file(path, "no-transcript", text),))
    try:
        transcript = Transcript.model_validate(tree, by_alias=True, by_name=False)
    except ValidationError as broken:
        where = positions(source)
        findings = tuple(
            located(path, finding, where) for finding in model_findings(broken, Transcript)
        )
        return ReadTranscript(path, source, None, in_file_order(findings))
    return ReadTranscript(path, source, transcript, ())
