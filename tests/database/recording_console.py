"""A Tabletop that records what stdin says, line by line: ``python -m … PATH``.

A line is the id of a command to record, or "close". The answer is the number of the entry when it
is acknowledged, or the sentence with which it was refused.
"""

import json
import sys
from pathlib import Path

from tabletop.exercise.journal import JournalMoved, StorageProblem
from tests.database.conftest import Place
from tests.database.samples import appended, created, position


def record(journal, command):
    """Record a command as a window does: when somebody else was faster, read on and try again."""
    while True:
        try:
            return appended(journal, position(), command_id=command)[0].seq
        except JournalMoved:
            tuple(journal.entries(journal.head.seq))


def main():
    library = Place(Path(sys.argv[1])).open(create=True)
    listed = library.exercises()
    journal = (library.open("ex-1") if listed else created(library)).journal
    for line in sys.stdin:
        command = line.strip()
        try:
            answer = library.close() if command == "close" else record(journal, command)
        except StorageProblem as problem:
            answer = str(problem)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
