"""Packages: a scenario and its attachments in one ZIP, hostile ones refused."""

import io
import stat
import struct
import zipfile

import pytest

from tabletop.scenario_files import archives
from tabletop.scenario_files.located import UnreadableScenario
from tabletop.scenario_files.reader import read_scenario

TEXT = (
    "tabletop: 1\nid: x\ntitle: T\nmarking: M\nstarts: 2031-03-04T06:00:00Z\n"
    "injects: [{id: I-1, title: T, at: D 08:00, attachments: [a.txt]}]\n"
)
PLAIN = {"one.ttx.yaml": TEXT, "one/a.txt": "a"}


def packed(tmp_path, members, method=zipfile.ZIP_DEFLATED):
    path = tmp_path / "one.ttx.zip"
    with zipfile.ZipFile(path, "w", method) as package:
        for name, content in members.items() if isinstance(members, dict) else members:
            package.writestr(name, content)
    return path


def refusal(path):
    read = read_scenario(path)
    assert read.package is None
    (finding,) = read.findings
    assert finding.code == "package"
    assert finding.path == str(path)
    return finding.text


def test_a_package_is_read_like_a_folder(tmp_path):
    path = packed(tmp_path, {"one/": "", **PLAIN})
    read = read_scenario(path)
    assert [str(one) for one in read.findings] == []
    assert read.path == f"{path}/one.ttx.yaml"
    assert [(one.name, one.content) for one in read.package.attachments] == [("a.txt", b"a")]


def test_a_package_may_hold_everything_in_one_folder(tmp_path):
    members = {f"top/{name}": content for name, content in PLAIN.items()}
    members |= {"__MACOSX/._one": "x", "top/.DS_Store": "x"}
    read = read_scenario(packed(tmp_path, members))
    assert read.findings == ()
    assert [one.name for one in read.package.attachments] == ["a.txt"]


def test_findings_in_a_package_name_the_file_inside(tmp_path):
    path = packed(tmp_path, {**PLAIN, "one.ttx.yaml": TEXT.replace("title: T\n", "titel: T\n")})
    found = [str(one) for one in read_scenario(path).findings]
    assert found[0].startswith(f"{path}/one.ttx.yaml:")


def test_a_file_in_the_wrong_place_is_left_out_with_a_warning(tmp_path):
    read = read_scenario(packed(tmp_path, {**PLAIN, "elsewhere/b.txt": "b"}))
    assert [(one.code, one.severity) for one in read.findings] == [("attachment-place", "warning")]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../b.txt", "leads out"),
        ("one/../../b.txt", "leads out"),
        ("/etc/b.txt", "leads out"),
        ("C:b.txt", "leads out"),
        ("one/a\x07b.txt", "control characters"),
        ("one/A.TXT", "twice"),
        ("one/inner.zip", "inside the package"),
        ("two.ttx.yaml", "one file NAME.ttx.yaml; this one has: one.ttx.yaml, two.ttx.yaml"),
    ],
)
def test_names_that_do_harm_are_refused(tmp_path, name, words):
    assert words in refusal(packed(tmp_path, {**PLAIN, name: "b"}))


def test_backslashes_are_refused_as_they_stand_in_the_file(tmp_path):
    path = packed(tmp_path, {**PLAIN, "one/..x..x.txt": "b"})
    path.write_bytes(path.read_bytes().replace(b"one/..x..x.txt", b"one\\..\\..\\.txt"))
    assert "leads out" in refusal(path)


def test_links_are_refused(tmp_path):
    link = zipfile.ZipInfo("one/link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = packed(tmp_path, [*PLAIN.items(), (link, "/etc/passwd")])
    assert "is a link" in refusal(path)


def test_encrypted_members_are_refused(tmp_path):
    path = packed(tmp_path, PLAIN)
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    assert "encrypted" in refusal(path)


def test_a_package_without_a_scenario_is_refused(tmp_path):
    assert "this one has: none" in refusal(packed(tmp_path, {"word/document.xml": "x"}))
    assert "this one has: none" in refusal(packed(tmp_path, {}))


def test_bombs_are_refused_before_they_are_unpacked(tmp_path, monkeypatch):
    assert "swell" in refusal(packed(tmp_path, {**PLAIN, "one/b.txt": bytes(30_000_000)}))
    monkeypatch.setattr(archives, "MOST_BYTES", 1_000)
    members = {**PLAIN, "one/b.txt": bytes(2_000)}
    assert "would unpack to more" in refusal(packed(tmp_path, members))


def test_too_many_members_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_FILES", 5)
    members = {**PLAIN, **{f"one/{n}.txt": "x" for n in range(10)}}
    assert "more than 5 files" in refusal(packed(tmp_path, members))


def test_a_huge_directory_is_refused_before_it_is_listed(tmp_path):
    path = packed(tmp_path, PLAIN)
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<L", 50_000_000)
    path.write_bytes(data)
    assert "more than 2,000 files" in refusal(path)


def test_a_size_that_lies_is_found_out(tmp_path):
    path = packed(tmp_path, {**PLAIN, "one/b.txt": b"ab" * 50_000})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 100)
    path.write_bytes(data)
    with pytest.raises(UnreadableScenario, match="pack it again"):
        read_scenario(path)


def test_a_broken_package_cannot_be_opened(tmp_path):
    path = packed(tmp_path, PLAIN)
    whole = path.read_bytes()
    for broken in (whole[: len(whole) // 2], b"PK\x03\x04" + bytes(100), b"tabletop: 1\n"):
        path.write_bytes(broken)
        with pytest.raises(UnreadableScenario, match="is no ZIP"):
            read_scenario(path)


def test_every_mutation_of_a_package_is_read_or_refused(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in PLAIN.items():
            package.writestr(name, content)
    whole = buffer.getvalue()
    path = tmp_path / "one.ttx.zip"
    for at in range(0, len(whole), 3):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            read = read_scenario(path)
        except UnreadableScenario:
            continue
        assert read.findings or read.package


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_uncommon_ways_of_packing_are_refused(tmp_path, method):
    assert "pack it as a plain ZIP" in refusal(packed(tmp_path, PLAIN, method))


def test_an_end_record_inside_the_end_record_hides_nothing(tmp_path):
    path = packed(tmp_path, PLAIN)
    content = bytearray(path.read_bytes())
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = (2**31 - 1).to_bytes(4, "little")
    content[end + 16 : end + 20] = b"PK\x05\x06"
    path.write_bytes(content)
    assert "more than 2,000 files" in refusal(path)
