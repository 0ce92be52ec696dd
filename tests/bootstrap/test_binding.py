"""What the binding compiles at every start is kept, and good only for the same text."""

import builtins
import re
import subprocess
import sys
from contextlib import suppress

import pytest

from tabletop.bootstrap.binding import DeferredPattern, KeptCode, quickly_loaded

CARRIED = "shibokensupport/part.py"
TEXT = b"answer = 6 * 7\n"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache" / "binding.code"


def answer(code):
    names = {}
    exec(code, names)  # noqa: S102 (our own text)
    return names["answer"]


def written(file, text=TEXT):
    kept = KeptCode(file)
    kept.compile(text, CARRIED, "exec")
    kept.write()
    return kept


def refuse_to_compile(*_arguments, **_named):
    raise AssertionError("compiled again")


def test_the_same_text_is_not_compiled_again(file, monkeypatch):
    written(file)
    kept = KeptCode(file)
    monkeypatch.setattr("tabletop.bootstrap.binding._compile", refuse_to_compile)
    assert answer(kept.compile(TEXT, CARRIED, "exec")) == 42


def test_another_text_of_the_same_name_is_compiled(file):
    written(file)
    kept = KeptCode(file)
    assert answer(kept.compile(b"answer = 43\n", CARRIED, "exec")) == 43
    kept.write()
    assert answer(KeptCode(file).compile(b"answer = 43\n", CARRIED, "exec")) == 43


def test_other_files_are_compiled_and_not_kept(file):
    kept = KeptCode(file)
    assert answer(kept.compile(TEXT, "elsewhere.py", "exec")) == 42
    assert kept.compile("6 * 7", CARRIED, "eval") is not None
    kept.write()
    assert not file.exists()


@pytest.mark.parametrize("keep", [0, 3, 8, 40, -1])
def test_a_cut_file_is_as_good_as_none(file, keep):
    written(file)
    file.write_bytes(file.read_bytes()[:keep])
    assert answer(KeptCode(file).compile(TEXT, CARRIED, "exec")) == 42


def test_a_damaged_file_is_as_good_as_none(file):
    written(file)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(content)
    assert answer(KeptCode(file).compile(TEXT, CARRIED, "exec")) == 42


def test_a_place_where_nothing_can_be_written_costs_nothing(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    written(blocked / "binding.code")
    assert blocked.read_text() == "in the way"


def test_everything_compiles_as_ever_afterwards(file):
    before = builtins.compile, re.compile
    with suppress(ImportError), quickly_loaded(file):
        assert (builtins.compile, re.compile) != before
        raise ImportError
    assert (builtins.compile, re.compile) == before


def test_a_deferred_pattern_answers_as_the_pattern_does():
    text = "one, two"
    words = r"\w+ # a word"
    pattern, deferred = re.compile(words, re.VERBOSE), DeferredPattern(words, re.VERBOSE)
    find, split = deferred.finditer, deferred.split
    assert [found.group() for found in find(text)] == ["one", "two"]
    assert split(text) == pattern.split(text)
    assert (deferred.pattern, deferred.groups) == (pattern.pattern, pattern.groups)
    with pytest.raises(AttributeError):
        deferred.colour  # noqa: B018 (asked for, that it be refused)


def test_only_long_patterns_are_put_off(file):
    with quickly_loaded(file):
        assert isinstance(re.compile("short"), re.Pattern)
        assert isinstance(re.compile("long " * 400), DeferredPattern)


LOADED = """
import sys
from pathlib import Path
from tabletop.bootstrap.binding import quickly_loaded
with quickly_loaded(Path(sys.argv[1])) as kept:
    from PySide6 import QtCore
kept.write()
from shibokensupport.signature import get_signature
print(get_signature(QtCore.QSize.scaled))
try:
    QtCore.QSize("wide")
except TypeError as error:
    print(error)
assert __import__ is __builtins__.__orig_import__
from shibokensupport.signature.lib.pyi_generator import Formatter
print(Formatter.split("a[b], c"))
"""


def test_the_binding_behaves_the_same_from_kept_code(file):
    pytest.importorskip("PySide6")
    plain = LOADED.replace("quickly_loaded(Path(sys.argv[1])) as kept", "open(sys.argv[0]) as kept")
    plain = plain.replace("kept.write()\n", "").replace("assert", "not")
    first, second = run(LOADED, file), run(LOADED, file)
    assert file.exists()
    assert first == second == run(plain.replace("sys.argv[0]", "sys.executable"), file)


def run(program, file):
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
