"""Which sentence and which exit code an error of a job becomes."""

from collections.abc import Iterator
from contextlib import contextmanager

from tabletop.cli.running import FOUND, STOPPED, USAGE, leave


@contextmanager
def told() -> Iterator[None]:
    """Turn errors that a person can mend into sentences; bugs rise."""
    from tabletop.bootstrap.file_writing import UnwritableFile
    from tabletop.bootstrap.workbench import Faulty, Unknown
    from tabletop.exercise.deciding import Refused
    from tabletop.exercise.journal import StorageProblem
    from tabletop.scenario_files.located import UnreadableScenario
    from tabletop.scenario_files.shipped import ShippedFolderMissing

    try:
        yield
    except Faulty as faulty:
        leave(FOUND, *(str(finding) for finding in faulty.findings), str(faulty))
    except Refused as refused:
        leave(FOUND, str(refused))
    except (Unknown, UnreadableScenario, StorageProblem, ShippedFolderMissing) as unreadable:
        leave(USAGE, str(unreadable))
    except UnwritableFile as unwritable:
        leave(FOUND, str(unwritable))
    except KeyboardInterrupt:
        leave(STOPPED, "Stopped.")
