"""Reading files: what cannot be opened, what is no scenario, and what is one."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from tabletop.scenario.package import Attachment
from tabletop.scenario_files.located import UnreadableScenario
from tabletop.scenario_files.reader import MOST_BYTES, read_scenario, scenario_from_text

SAMPLES = Path(__file__).parents[1] / "samples"
HEAD = "tabletop: 1\nid: x\ntitle: T\nmarking: M\nstarts: 2031-03-04T06:00:00Z\n"
ONE = HEAD + "injects: [{id: I-1, title: T, at: D 08:00}]\n"


def write(tmp_path, content, name="one.ttx.yaml"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("name", ["small", "every-feature"])
def test_the_samples_have_no_findings(name):
    read = read_scenario(SAMPLES / f"{name}.ttx.yaml")
    assert [str(finding) for finding in read.findings] == []
    assert read.scenario is not None
    assert read.scenario.id == name


def test_a_package_holds_the_text_and_the_attachments():
    path = SAMPLES / "every-feature.ttx.yaml"
    package = read_scenario(path).package
    assert package.source == path.read_bytes().decode()
    assert package.sha256 == sha256(path.read_bytes()).hexdigest()
    assert [one.name for one in package.attachments] == ["notes/readme.txt", "track.svg"]
    assert package.attachment("track.svg").media_type == "image/svg+xml"
    assert package.attachment("no.svg") is None


def test_reading_the_text_of_a_package_gives_the_same_scenario():
    package = read_scenario(SAMPLES / "every-feature.ttx.yaml").package
    again = scenario_from_text(package.source, package.attachments)
    assert again.findings == ()
    assert again.package == package


def test_line_ends_stay_as_they_were(tmp_path):
    text = ONE.replace("\n", "\r\n")
    read = read_scenario(write(tmp_path, text))
    assert read.findings == ()
    assert read.package.source == text
    wrong = read_scenario(write(tmp_path, text.replace("08:00", "08:00, to: [XX]")))
    assert [finding.line for finding in wrong.findings] == [6]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("smal.ttx.yaml", "there is no such file; did you mean .*small.ttx.yaml"),
        ("zzz/nothing", "there is no such file"),
        ("mill.ttx.yaml", "there is no such file; check the name"),
        (".", "is a folder; give a file in it, like .*every-feature.ttx.yaml"),
        ("acceptance-of-nothing", "there is no such file"),
        ("x" * 300, "too long|no such file"),
        ("a\0b", "cannot be opened"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(name, words):
    with pytest.raises(UnreadableScenario, match=words) as raised:
        read_scenario(SAMPLES / name)
    assert raised.value.why in str(raised.value)


def test_a_folder_without_scenarios_an_empty_file_and_a_pipe_are_told_apart(tmp_path):
    with pytest.raises(UnreadableScenario, match=r"is a folder; give a scenario file, NAME\.ttx"):
        read_scenario(tmp_path)
    with pytest.raises(UnreadableScenario, match="is empty"):
        read_scenario(write(tmp_path, ""))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableScenario, match="no ordinary file"):
        read_scenario(tmp_path / "pipe")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_one_may_not_read_says_so(tmp_path):
    path = write(tmp_path, ONE)
    path.chmod(0)
    with pytest.raises(UnreadableScenario, match="you may not read"):
        read_scenario(path)


@pytest.mark.parametrize(
    ("content", "line", "column", "code"),
    [
        (ONE.encode("utf-16"), 1, 1, "encoding"),
        (ONE.replace("title: T", "title: Türkiye").encode("latin-1"), 3, 9, "encoding"),
        (b"\n# nothing\n", 1, 1, "no-scenario"),
        (b"- a\n- b\n", 1, 1, "no-scenario"),
        (b"just words\n", 1, 1, "no-scenario"),
        (b"\x00\x01\x02", 1, 1, "control-character"),
        (b"#" * (MOST_BYTES + 1), 1, 1, "too-large"),
    ],
    ids=["utf-16", "latin-1", "comment", "list", "words", "binary", "large"],
)
def test_what_is_no_scenario_is_a_finding(tmp_path, content, line, column, code):
    path = write(tmp_path, content)
    read = read_scenario(path)
    assert read.scenario is None
    assert read.package is None
    assert [(one.line, one.column, one.code) for one in read.findings] == [(line, column, code)]
    assert str(read.findings[0]).startswith(f"{path}:{line}:{column}: error: ")


def test_a_byte_order_mark_is_forgiven_with_a_warning(tmp_path):
    read = read_scenario(write(tmp_path, b"\xef\xbb\xbf" + ONE.encode()))
    assert [(one.code, one.severity) for one in read.findings] == [("byte-order-mark", "warning")]
    assert read.package.source == ONE


def test_a_scenario_with_errors_in_what_it_says_can_still_be_looked_at():
    read = scenario_from_text(ONE.replace("08:00", "08:00, to: [XX]"))
    assert read.has_errors
    assert read.scenario.injects[0].to == ("XX",)


def test_attachments_at_hand_are_those_that_are_named():
    text = ONE.replace("08:00", "08:00, attachments: [a.txt]")
    assert scenario_from_text(text, (Attachment("a.txt", b"a"),)).findings == ()
    found = scenario_from_text(text, (Attachment("other.png", b"a"),)).findings
    assert [one.code for one in found] == ["unused-attachment", "missing-attachment"]


def test_a_million_errors_are_not_all_reported():
    text = HEAD + "injects: [" + "x," * 20_000 + "]"
    assert 0 < len(scenario_from_text(text).findings) <= 500
    text = HEAD + "injects: [" + "{id: a, title: t}," * 2_000 + "x," * 2_000 + "]"
    assert 0 < len(scenario_from_text(text).findings) <= 500
