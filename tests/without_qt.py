"""Puts PySide6 out of reach: ``pytest -p no:pytest-qt -p tests.without_qt --ignore=tests/gui``."""

import sys

_QT = ("PySide6", "shiboken6")

if any(name.partition(".")[0] in _QT for name in sys.modules):
    raise RuntimeError("PySide6 was imported before it was put out of reach")
# Python's own mark for "not to be found": imports fail, and find_spec finds nothing.
sys.modules.update(dict.fromkeys(_QT))


def pytest_addoption(parser):
    # The setting belongs to pytest-qt, which cannot be loaded here.
    parser.addini("qt_log_level_fail", "not used without Qt", default="WARNING")


def pytest_configure():
    from hypothesis import settings

    # The laws were put to the test with Qt in reach; here it is asked only whether all runs.
    settings.register_profile("once", max_examples=3, database=None)
    settings.load_profile("once")
