"""Reads scenario files: text to tree, tree to model, model to checked scenario.

The way of the data is one function after the other; each step adds what it finds, and only a step
that leaves nothing to go on with ends the way.
"""

import gc
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tabletop.scenario.checks import check
from tabletop.scenario.findings import Finding, error
from tabletop.scenario.model import Scenario
from tabletop.scenario.package import Attachment, ScenarioPackage
from tabletop.scenario_files.archives import SCENARIO_ENDING, archive
from tabletop.scenario_files.attachments import attachments_in
from tabletop.scenario_files.building import built, fewer_errors
from tabletop.scenario_files.located import (
    LocatedFinding,
    UnreadableScenario,
    about_file,
    fault_located,
    in_file_order,
    located,
)
from tabletop.scenario_files.mending import findings_of_the_rest
from tabletop.scenario_files.missing_folder import about_the_folder
from tabletop.scenario_files.opening import files_in, why_not
from tabletop.scenario_files.positions import positions
from tabletop.scenario_files.sentences import model_findings
from tabletop.scenario_files.upgrades import WrongFormat, upgraded
from tabletop.scenario_files.yaml_tree import parsed

MOST_BYTES = 20_000_000
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class ReadScenario:
    """What a file holds: a package when the model could be built, and every finding."""

    path: str
    package: ScenarioPackage | None
    findings: tuple[LocatedFinding, ...]

    @property
    def scenario(self) -> Scenario | None:
        """The scenario, or None when the file could not be made into one."""
        return self.package.scenario if self.package else None

    @property
    def has_errors(self) -> bool:
        """Whether something must be mended before the scenario can be played."""
        return any(finding.is_error for finding in self.findings)


def read_scenario(path: Path) -> ReadScenario:
    """Read a scenario file or package with its attachments, and check it.

    Raises UnreadableScenario when the file cannot be opened at all; everything else that is wrong
    is a finding.
    """
    start = _opened(path)
    if start.startswith((_ZIP, _EMPTY_ZIP)):
        return _packed(path)
    if path.suffix.lower() == ".zip" and start:
        why = "is no ZIP, though its name says so; pack it again, or name it NAME.ttx.yaml"
        raise UnreadableScenario(path, why)
    folder = path.with_name(_stem(path.name))
    collected = attachments_in(folder)
    read = _from_bytes(_content(path), collected.attachments, str(path), collected.findings)
    return replace(read, findings=about_the_folder(read.findings, folder, read.scenario))


def _packed(path: Path) -> ReadScenario:
    package = archive(path, MOST_BYTES)
    collected = package.collected
    if package.name is None:
        return ReadScenario(str(path), None, collected.findings)
    shown = f"{path}/{package.name}"
    return _from_bytes(package.content, collected.attachments, shown, collected.findings)


def scenario_from_text(
    source: str, attachments: Sequence[Attachment] = (), name: str = "scenario"
) -> ReadScenario:
    """Read and check a scenario whose text is at hand; findings name it as ``name``."""
    return _from_text(source, tuple(attachments), name, ())


def _stem(name: str) -> str:
    for ending in (SCENARIO_ENDING, ".ttx.yml", ".yaml", ".yml"):
        if name.endswith(ending) and name != ending:
            return name.removesuffix(ending)
    # Never the file's own name, which is no folder.
    return f"{name}.attachments"


def _opened(path: Path) -> bytes:
    """Return the first bytes of a file, or raise UnreadableScenario with a sentence."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            instead = files_in(path, SCENARIO_ENDING, "a scenario file")
            raise UnreadableScenario(path, f"is a folder{instead}")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableScenario(path, "is no ordinary file; give a scenario file")
        if status.st_size == 0:
            text = "is empty; begin with “tabletop: 1”, “id:” and “title:”, or take a whole copy"
            raise UnreadableScenario(path, text)
        with path.open("rb") as file:
            return file.read(len(_ZIP))
    except (OSError, ValueError) as broken:
        raise UnreadableScenario(path, why_not(path, broken)) from broken


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as broken:
        raise UnreadableScenario(path, why_not(path, broken)) from broken


def _from_bytes(
    content: bytes,
    attachments: tuple[Attachment, ...],
    path: str,
    findings: tuple[LocatedFinding, ...],
) -> ReadScenario:
    if len(content) > MOST_BYTES:
        text = f"the file is larger than {MOST_BYTES // 1_000_000} MB; no scenario is that long"
        return ReadScenario(path, None, (*findings, about_file(path, "too-large", text)))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = "the file is UTF-16; save it as UTF-8"
        return ReadScenario(path, None, (*findings, about_file(path, "encoding", text)))
    try:
        source = content.decode("utf-8")
    except UnicodeDecodeError as broken:
        return ReadScenario(path, None, (*findings, _not_utf8(path, content, broken.start)))
    if source.startswith(_BOM):
        source = source.removeprefix(_BOM)
        text = "the file begins with a byte order mark; save it as UTF-8 without one"
        findings = (*findings, about_file(path, "byte-order-mark", text, "warning"))
    return _from_text(source, attachments, path, findings)


def _not_utf8(path: str, content: bytes, at: int) -> LocatedFinding:
    line_start = content.rfind(b"\n", 0, at) + 1
    line = content.count(b"\n", 0, at) + 1
    column = len(content[line_start:at].decode("utf-8", "replace")) + 1
    text = f"the byte {content[at]:#04x} is no UTF-8; save the file as UTF-8"
    return LocatedFinding(path, line, column, "error", "encoding", text)


def _from_text(
    source: str,
    attachments: tuple[Attachment, ...],
    path: str,
    findings: tuple[LocatedFinding, ...],
) -> ReadScenario:
    with _no_collection():
        return _read_text(source, attachments, path, findings)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector back, which would search a million new objects in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Old objects are not searched as soon as the collector is on again.
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


def _read_text(
    source: str,
    attachments: tuple[Attachment, ...],
    path: str,
    findings: tuple[LocatedFinding, ...],
) -> ReadScenario:
    tree, faults = parsed(source)
    faulty = (*findings, *(fault_located(path, fault) for fault in faults))
    if tree is None and faults:
        return ReadScenario(path, None, in_file_order(faulty))
    scenario, found = _checked(tree, [attachment.name for attachment in attachments])
    if found:
        where = positions(source)
        faulty += tuple(located(path, finding, where) for finding in found)
    # A text with faults may say something else than it seems to: no scenario is made of it.
    whole = scenario is not None and not faults
    package = ScenarioPackage(scenario, source, attachments) if scenario and whole else None
    return ReadScenario(path, package, in_file_order(faulty))


def _checked(tree: Any, attachments: list[str]) -> tuple[Scenario | None, tuple[Finding, ...]]:
    if not isinstance(tree, dict):
        what = "is empty" if tree is None else "has no keys"
        text = f"the file {what}; a scenario begins with “tabletop: 1”, “id:” and “title:”"
        return None, (error((), "no-scenario", text),)
    try:
        tree = upgraded(tree)
    except WrongFormat as wrong:
        return None, (error(("tabletop",), "format", str(wrong)),)
    written = tree.get("language")
    language = written if isinstance(written, str) else "en"
    try:
        scenario = built(tree, language)
    except ValidationError as every:
        broken = fewer_errors(every, tree, language)
        found = model_findings(broken)
        if broken is not every:
            return None, found
        return None, found + findings_of_the_rest(tree, broken, language, attachments)
    return scenario, check(scenario, attachments)
