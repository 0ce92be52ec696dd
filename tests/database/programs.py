"""Other programs on the same database: each a real process, asked and answering line by line."""

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BROWSER = """
import json, sqlite3, sys
connection = None
for line in sys.stdin:
    connection = connection or sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
    try:
        print(json.dumps(connection.execute(line).fetchall()), flush=True)
    except sqlite3.Error as error:
        print(json.dumps(error.sqlite_errorname), flush=True)
if connection:
    connection.close()
"""


class Program:
    """A process that answers one line with one line."""

    def __init__(self, *arguments):
        self._process = subprocess.Popen(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, line):
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def leave(self):
        """Let it come to its own end."""
        self._process.communicate()
        assert self._process.returncode == 0

    def kill(self):
        self._process.kill()
        self._process.communicate()


@contextmanager
def running(*arguments):
    program = Program(*arguments)
    try:
        yield program
    finally:
        program.kill()


def browser(path):
    """A database browser: it carries out SQL and answers with the rows or the error's name.

    It opens the database when it is asked for the first time.
    """
    return running("-c", _BROWSER, path)


def console(path):
    """A Tabletop that records: see ``tests.database.recording_console``."""
    return running("-m", "tests.database.recording_console", path)
