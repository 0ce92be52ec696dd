"""Looking at machine and scenario for the start page; meant for a thread in the background."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from tabletop.gui.start.preflight import Machine

if TYPE_CHECKING:
    from tabletop.gui.services import Services
    from tabletop.scenario.findings import Finding
    from tabletop.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Plan:
    """A scenario that was read, and what its check has to say."""

    scenario: Scenario
    findings: tuple[Finding, ...]


def read_plan(services: Services, path: Path) -> Plan:
    """Read and check a scenario; raises what the services raise."""
    # Loaded here, on the thread that reads, for it brings the whole model with it.
    from tabletop.scenario.checks import check

    package = services.package(path)
    names = {attachment.name for attachment in package.attachments}
    return Plan(package.scenario, check(package.scenario, names))


def look_at(services: Services) -> Machine:
    """Look at disk and database; what cannot be looked at becomes a sentence."""
    label = services.database_label
    began = perf_counter()
    try:
        services.exercises()
    except Exception as error:  # noqa: BLE001 (whatever it is, it is a hint of the page)
        return Machine(_free(label), _short(label), None, str(error))
    return Machine(_free(label), _short(label), perf_counter() - began)


def _free(label: str) -> int | None:
    """Return the bytes free where records are kept; None for a database on another machine."""
    if "://" in label:
        return None
    folder = Path(label).parent
    while not folder.exists():
        folder = folder.parent
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _short(label: str) -> str:
    return label.rpartition("@")[2] if "://" in label else Path(label).name
