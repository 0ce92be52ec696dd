"""Speed by hand: ``python -m tests.benchmarks [P4 P7 …]`` prints ratios to floors of the same run.

Measure on a machine that does nothing else. A ratio of 1 is as fast as the floor.
"""

import compileall
import os
import sys
from collections.abc import Callable

from tests.benchmarks.ratios import Ratio


def _p1() -> Ratio | None:
    from tests.benchmarks.start import p1

    return p1()


def _p2() -> Ratio | None:
    from tests.benchmarks.start import p2

    return p2()


def _p4() -> Ratio | None:
    from tests.benchmarks.recording import p4

    return p4()


def _p7() -> Ratio | None:
    from tests.benchmarks.scenario_reading import p7

    return p7()


def _p10_pdf() -> Ratio | None:
    from tests.benchmarks.report_writing import p10_pdf

    return p10_pdf()


def _p10_docx() -> Ratio | None:
    from tests.benchmarks.report_writing import p10_docx

    return p10_docx()


BENCHMARKS: tuple[tuple[str, str, float, Callable[[], Ratio | None]], ...] = (
    ("P1", "start to painted, clickable window / empty window", 1.5, _p1),
    ("P2", "start to an exercise open / window and libraries", 1.25, _p2),
    ("P4", "record one position / bare durable commit", 2.0, _p4),
    ("P7", "read and check 5,000 injects / CSafeLoader", 0.35, _p7),
    ("P10 PDF", "full report as PDF / LibreOffice", 0.6, _p10_pdf),
    ("P10 DOCX", "full report as DOCX / bare python-docx", 2.0, _p10_docx),
)


def main() -> int:
    """Measure what was asked for, or everything; exit 1 when a goal is missed."""
    wanted = {name.upper() for name in sys.argv[1:]}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    compileall.compile_dir("tabletop", quiet=1)
    print(f"{'':10} {'ratio':>6} {'spread':>13} {'ours':>9} {'floor':>9} {'goal':>6}")
    missed = 0
    for name, what, goal, measure in BENCHMARKS:
        if wanted and name.split()[0] not in wanted:
            continue
        found = measure()
        if found is None:
            print(f"{name:10} not measured here: {what}", flush=True)
            continue
        spread = f"{found.lowest:.2f}–{found.highest:.2f}"
        missed += found.median > goal
        print(
            f"{name:10} {found.median:6.2f} {spread:>13} {found.seconds * 1e3:7.1f}ms "
            f"{found.floor_seconds * 1e3:7.1f}ms {goal:6.2f}  {what}",
            flush=True,
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
