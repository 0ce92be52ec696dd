"""What to say when a scenario names attachments and the folder beside it is not there.

A scenario is copied more easily than its folder: one sentence on where the folder belongs helps
more than one on every attachment that was in it.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from tabletop.scenario.checks.attachments import attachment_names
from tabletop.scenario.model import Scenario
from tabletop.scenario_files.located import LocatedFinding
from tabletop.scenario_files.shipped import ShippedFolderMissing, shipped_folder

_CODE = "missing-attachment"
# Enough for a folder of scenarios; a home folder is not searched.
_MOST_NEIGHBOURS = 300


def about_the_folder(
    findings: tuple[LocatedFinding, ...], folder: Path, scenario: Scenario | None
) -> tuple[LocatedFinding, ...]:
    """Return findings in which one on the folder stands for those on what it should hold."""
    missing = [one for one in findings if one.code == _CODE and "://" not in one.text]
    if scenario is None or not missing or folder.exists():
        return findings
    names = attachment_names(scenario)
    named = "an attachment is" if len(names) == 1 else f"{len(names)} attachments are"
    text = (
        f"{named} named from here on, but the folder they belong in is not there: {folder}; "
        f"{_remedy(folder, names)}"
    )
    first = missing[0]
    whole = LocatedFinding(first.path, first.line, first.column, "error", _CODE, text, first.place)
    return tuple(whole if one is first else one for one in findings if one not in missing[1:])


def _remedy(folder: Path, names: Collection[str]) -> str:
    source = next((one for one in _neighbours(folder) if _holds(one, names)), None)
    if source is None:
        return (
            "it has the file's name without its ending, so put the attachments there, or copy and "
            "rename the folder that lies beside the file this one was copied from"
        )
    where = "beside it" if source.parent == folder.parent else f"in {source.parent}"
    return f"copy the folder “{source.name}” that lies {where}, and call the copy “{folder.name}”"


def _neighbours(folder: Path) -> Iterator[Path]:
    """Yield where the folder may lie of the scenario that this one was copied from."""
    places = [folder.parent]
    # An incomplete installation is told where its scenarios are listed.
    with suppress(ShippedFolderMissing):
        places.append(shipped_folder("scenarios"))
    for place in places:
        try:
            yield from sorted(islice(place.iterdir(), _MOST_NEIGHBOURS))
        except OSError:
            # A folder that may be entered but not listed; what is in it stays unknown.
            continue


def _holds(folder: Path, names: Collection[str]) -> bool:
    return all((folder / name).is_file() for name in names)
