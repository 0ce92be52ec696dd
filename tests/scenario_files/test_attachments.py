"""Attachments in the folder beside a scenario: no path leads out, nothing active comes in."""

import errno
import os
import shutil

import pytest

from tabletop.scenario_files import attachments
from tabletop.scenario_files.attachments import attachments_in
from tabletop.scenario_files.reader import read_scenario
from tabletop.scenario_files.shipped import shipped_folder

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
TEXT = (
    "tabletop: 1\nid: x\ntitle: T\nmarking: M\nstarts: 2031-03-04T06:00:00Z\n"
    "injects: [{id: I-1, title: T, at: D 08:00, attachments: [a.svg]}]\n"
)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "one"
    place.mkdir()
    return place


def said(collected):
    return [(one.path.rpartition("/")[2], one.severity, one.text) for one in collected.findings]


def test_the_folder_has_the_name_of_the_scenario(tmp_path, folder):
    (folder / "a.svg").write_bytes(SVG)
    (tmp_path / "one.ttx.yaml").write_text(TEXT)
    read = read_scenario(tmp_path / "one.ttx.yaml")
    assert read.findings == ()
    assert [one.name for one in read.package.attachments] == ["a.svg"]
    (tmp_path / "other.ttx.yaml").write_text(TEXT)
    assert [one.code for one in read_scenario(tmp_path / "other.ttx.yaml").findings] == [
        "missing-attachment"
    ]


MANY = TEXT.replace("[a.svg]", "[a.svg, b.svg, c.svg]")


def test_a_copied_scenario_is_told_once_which_folder_to_copy_and_under_which_name(tmp_path, folder):
    for name in ("a.svg", "b.svg", "c.svg"):
        (folder / name).write_bytes(SVG)
    (tmp_path / "copy.ttx.yaml").write_text(MANY.replace("id: x", "id: another"))

    (found,) = read_scenario(tmp_path / "copy.ttx.yaml").findings

    assert found.is_error
    assert (found.line, found.code) == (6, "missing-attachment")
    assert "3 attachments are named" in found.text
    assert f"not there: {tmp_path / 'copy'};" in found.text
    assert "copy the folder “one” that lies beside it, and call the copy “copy”" in found.text
    folder.rename(tmp_path / "copy")
    assert read_scenario(tmp_path / "copy.ttx.yaml").findings == ()


def test_a_copy_of_a_shipped_scenario_elsewhere_is_told_where_the_folder_lies(tmp_path):
    shipped = shipped_folder("scenarios")
    shutil.copy(shipped / "calm-front.ttx.yaml", tmp_path / "mine.ttx.yaml")

    (found,) = read_scenario(tmp_path / "mine.ttx.yaml").findings

    assert f"copy the folder “calm-front” that lies in {shipped}" in found.text
    shutil.copytree(shipped / "calm-front", tmp_path / "mine")
    assert read_scenario(tmp_path / "mine.ttx.yaml").findings == ()


def test_where_no_folder_holds_them_the_name_of_the_folder_is_explained(tmp_path):
    (tmp_path / "alone.ttx.yaml").write_text(TEXT)

    (found,) = read_scenario(tmp_path / "alone.ttx.yaml").findings

    assert "an attachment is named" in found.text
    assert f"{tmp_path / 'alone'}; it has the file's name without its ending" in found.text


def test_in_a_folder_that_is_there_each_missing_attachment_is_named(tmp_path, folder):
    (folder / "a.svg").write_bytes(SVG)
    (tmp_path / "one.ttx.yaml").write_text(MANY)

    texts = [one.text for one in read_scenario(tmp_path / "one.ttx.yaml").findings]

    assert len(texts) == 2
    assert all("no attachment" in text for text in texts)


def test_a_picture_from_elsewhere_is_no_matter_of_the_folder(tmp_path):
    body = "'![x](https://example.org/x.png)'"
    text = TEXT.replace("attachments: [a.svg]", f"attachments: [a.svg, b.svg], body: {body}")
    (tmp_path / "alone.ttx.yaml").write_text(text)

    folder, elsewhere = read_scenario(tmp_path / "alone.ttx.yaml").findings

    assert "2 attachments" in folder.text
    assert "would come from elsewhere" in elsewhere.text


def test_folders_inside_are_part_of_the_name_and_litter_is_passed_over(folder):
    (folder / "maps").mkdir()
    (folder / "maps" / "b.svg").write_bytes(SVG)
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "Thumbs.db").write_bytes(b"x")
    found = attachments_in(folder)
    assert found.findings == ()
    assert [one.name for one in found.attachments] == ["maps/b.svg"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert attachments_in(tmp_path / "none").attachments == ()


def test_links_that_lead_out_are_refused_and_others_followed(tmp_path, folder):
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "a.txt").write_text("inside")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "in.txt").symlink_to(folder / "a.txt")
    (folder / "broken.txt").symlink_to(folder / "nothing.txt")
    found = attachments_in(folder)
    assert [one.name for one in found.attachments] == ["a.txt", "in.txt"]
    assert {(name, severity) for name, severity, _ in said(found)} == {
        ("out.txt", "error"),
        ("broken.txt", "error"),
    }


def test_a_linked_folder_is_not_entered(tmp_path, folder):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("a")
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    assert attachments_in(folder).attachments == ()
    (tmp_path / "two").symlink_to(folder)
    (found,) = attachments_in(tmp_path / "two").findings
    assert "is a link" in found.text


def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.txt")
    assert "no ordinary file" in said(attachments_in(folder))[0][2]


def test_other_kinds_are_left_out_with_a_warning(folder):
    (folder / "a.docx").write_bytes(b"PK")
    (folder / "README").write_bytes(b"x")
    found = attachments_in(folder)
    assert found.attachments == ()
    assert [severity for _, severity, _ in said(found)] == ["warning", "warning"]


def test_number_and_size_are_limited(folder, monkeypatch):
    for name in "abcd":
        (folder / f"{name}.txt").write_text("12345")
    monkeypatch.setattr(attachments, "MOST_BYTES_OF_ONE", 4)
    assert len(attachments_in(folder).findings) == 4
    monkeypatch.undo()
    monkeypatch.setattr(attachments, "MOST_BYTES", 12)
    assert len(attachments_in(folder).attachments) == 2
    monkeypatch.undo()
    monkeypatch.setattr(attachments, "MOST_FILES", 3)
    assert len(attachments_in(folder).attachments) == 3


def test_accents_are_put_together_whatever_the_system(folder):
    (folder / "cafe\u0301.txt").write_text("a")
    assert [one.name for one in attachments_in(folder).attachments] == ["caf\u00e9.txt"]


def test_a_link_to_itself_is_a_finding(folder):
    (folder / "loop.svg").symlink_to(folder / "loop.svg")
    ((name, severity, text),) = said(attachments_in(folder))
    assert (name, severity) == ("loop.svg", "error")
    assert "cannot be read" in text


def test_of_two_files_whose_names_read_alike_one_is_taken(folder):
    (folder / "\u00e9.txt").write_text("one letter")
    (folder / "e\u0301.txt").write_text("a letter and its accent")
    collected = attachments_in(folder)
    assert [one.name for one in collected.attachments] == ["\u00e9.txt"]
    ((_, severity, text),) = said(collected)
    assert severity == "error"
    assert "same name" in text


def test_folders_too_deep_are_not_passed_over_in_silence(folder):
    deep = folder.joinpath(*"abcdefghi")
    deep.mkdir(parents=True)
    (deep / "a.svg").write_bytes(SVG)
    assert [(name, severity) for name, severity, _ in said(attachments_in(folder))] == [
        ("i", "error")
    ]


def test_a_folder_that_cannot_be_listed_is_a_finding(folder, monkeypatch):
    (folder / "a.svg").write_bytes(SVG)
    (folder / "closed").mkdir()
    listing = os.scandir

    def refuse_closed(path):
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse_closed)
    collected = attachments_in(folder)
    assert [one.name for one in collected.attachments] == ["a.svg"]
    assert said(collected) == [("closed", "error", "the folder cannot be read: Permission denied")]


def test_the_short_ending_of_yaml_names_the_same_folder(tmp_path, folder):
    (folder / "a.svg").write_bytes(SVG)
    (tmp_path / "one.ttx.yml").write_text(TEXT)
    assert read_scenario(tmp_path / "one.ttx.yml").findings == ()
