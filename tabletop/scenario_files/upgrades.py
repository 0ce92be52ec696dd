"""Format versions of scenario files, and the steps that lift older ones.

Version 1 is the first. A step takes the tree of version n as read from YAML and returns that of
version n + 1; it may change the tree it is given. Keep it simple: places in findings are those of
the file as it was written.
"""

from collections.abc import Callable, Mapping
from typing import Any

Step = Callable[[dict[str, Any]], dict[str, Any]]

FORMAT = 1
UPGRADES: Mapping[int, Step] = {}


class WrongFormat(Exception):
    """A file of a format version that this program cannot read; the message says why."""


def upgraded(
    tree: dict[str, Any], steps: Mapping[int, Step] = UPGRADES, newest: int = FORMAT
) -> dict[str, Any]:
    """Return the tree in the newest format; raise WrongFormat if there is no way to it.

    A tree whose version is missing or no number is returned as it is: the model says what is wrong.
    """
    written = tree.get("tabletop")
    if not isinstance(written, str) or not written.strip().isdecimal() or len(written) > 9:
        return tree
    version = int(written)
    if version > newest:
        raise WrongFormat(
            f"the file was made by a newer Tabletop (format {version}; this one reads formats up "
            f"to {newest}); open it with that one, or bring this one up to date"
        )
    if version < 1:
        raise WrongFormat(f"there is no format {version}; write “tabletop: {newest}”")
    for number in range(version, newest):
        tree = steps[number](tree) | {"tabletop": str(number + 1)}
    return tree
