"""The command line: every job without a window; results on stdout, messages on stderr.

Exit codes: 0 done, 1 findings or refused, 2 wrong usage or a file that cannot be read. An error is
one or more sentences, never a traceback. Imports are lazy: help appears without the libraries that
a job needs.
"""


def main() -> None:
    """Run the command line and exit with its code."""
    from tabletop.cli.entry import run

    run()
