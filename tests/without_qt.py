"""Puts PySide6 out of reach: ``pytest -p no:pytest-qt -p tests.without_qt --ignore=tests/gui``."""

import importlib.abc
import sys


class _NoQt(importlib.abc.MetaPathFinder):
    """Refuses to find PySide6, as on a machine that does not have it."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


sys.meta_path.insert(0, _NoQt())


def pytest_addoption(parser):
    # The setting belongs to pytest-qt, which cannot be loaded here.
    parser.addini("qt_log_level_fail", "not used without Qt", default="WARNING")


def pytest_configure(config):
    if any(name.partition(".")[0] == "PySide6" for name in sys.modules):
        raise RuntimeError("PySide6 was imported before it was put out of reach")
