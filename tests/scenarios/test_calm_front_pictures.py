"""The pictures say what the texts say."""

import re
import xml.etree.ElementTree as ET

import pytest

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def pictures(calm_front_read):
    """The words of every picture, in one line each."""
    return {
        one.name: " ".join(_words(ET.fromstring(one.content)))  # noqa: S314 - our own
        for one in calm_front_read.package.attachments
    }


def _words(root):
    for element in root.iter(f"{SVG}text"):
        yield from "".join(element.itertext()).split()


def told(scenario, inject_id):
    """An inject's text as the room reads it, without marks."""
    body = scenario.injects_by_id[inject_id].body
    filled = re.sub(r"\{(\w+)\}", lambda name: scenario.variables.get(name[1], name[0]), body)
    return " ".join(filled.replace("*", "").split())


def test_there_are_eight_or_more_and_every_one_is_used(calm_front, calm_front_file, pictures):
    folder = calm_front_file.parent / "calm-front"
    lying_there = {path.name for path in folder.iterdir()}
    used = {name for inject in calm_front.injects for name in inject.attachments}
    assert lying_there == used == set(pictures)
    assert len(used) >= 8


def test_every_picture_bears_the_marking_and_the_word_exercise(calm_front, pictures):
    for name, words in pictures.items():
        assert "EXERCISE" in words, name
        assert words.count(calm_front.marking) >= 2, name


def test_the_draft_in_the_picture_is_the_draft_in_the_text(calm_front, pictures):
    paragraphs = re.findall(
        r"(?<= )\d\. (?!Under)(.*?)(?= \d\. | For delegations)", told(calm_front, "I-22")
    )
    assert len(paragraphs) == 7
    drawn = pictures["draft-statement.svg"].replace("] .", "].")
    for paragraph in paragraphs:
        assert paragraph in drawn
    assert "until D+17 08:00Z" in told(calm_front, "I-22")
    assert "Under silence until D+17 08:00Z" in drawn


def test_the_newspaper_has_one_name_and_the_same_quotations(calm_front, pictures):
    drawn = pictures["press-front-page.svg"]
    text = told(calm_front, "I-08")
    assert calm_front.injects_by_id["I-08"].from_ in drawn
    said = (
        "An attack on all?",
        "Nobody is talking about Article 5",
        "All options are on the table",
    )
    for words in said:
        assert words in text
        assert words in drawn


def test_the_same_allies_were_warned_late_on_paper_and_in_the_chart(calm_front, pictures):
    drawn = pictures["warning-times.svg"]
    seats = [role.id for role in calm_front.roles if role.decides]
    after = {seat: drawn.partition(f" {seat} ")[2] or drawn for seat in seats}
    late = {seat for seat in seats if after[seat].startswith("4 minutes late")}
    nothing = {seat for seat in seats if after[seat].startswith("no warning received")}
    handouts = {h.id: set(h.to) for h in calm_front.injects_by_id["I-11"].handouts}
    assert handouts == {"i11-you-were-late": late, "i11-you-had-nothing": nothing}
    text = told(calm_front, "I-11")
    for seat in late | nothing:
        assert calm_front.roles_by_id[seat].title in text


@pytest.mark.parametrize(
    ("letter", "days", "covered"), [("A", "24 h", 2), ("B", "6 days", 4), ("C", "14 days", 5)]
)
def test_the_options_for_the_south_cover_the_same_sites(
    calm_front, pictures, letter, days, covered
):
    drawn = pictures["coverage-options.svg"]
    assert f"{letter} {days}" in drawn
    assert f"{covered} of 5" in drawn
    text = told(calm_front, "I-10").partition(f"{letter}, {days}:")[2].partition("Cost:")[0]
    assert re.search(r"(\w+) covered", text)[1].lower() == {2: "two", 4: "four", 5: "all"}[covered]


def test_the_debris_log_counts_what_the_report_counts(calm_front, pictures):
    drawn = pictures["debris-log.svg"]
    text = told(calm_front, "I-13")
    pieces = re.findall(r"\b(M-\d\d|Y-01)\b(?= D)", drawn)
    assert len(pieces) == 15
    broken = set(
        re.findall(r"(M-\d\d) D\+\d sea, \d+ km off [\w, ]+? [\d.]+ m missile broken", drawn)
    )
    assert broken == {"M-05", "M-11"}
    assert "M-05 and M-11" in text
    assert "M-01 to M-14" in text
    assert "plate, serial unreadable" in drawn
    distances = [int(km) for km in re.findall(r"sea, (\d+) km off", drawn)]
    assert f"{min(distances)} to {max(distances)} km off the coast" in text
    assert "as of D+5 10:00Z" in text
    assert "as of D+5 10:00Z" in drawn


@pytest.mark.parametrize(
    ("inject_id", "picture", "words"),
    [
        ("I-01", "track-plot.svg", ("06:09Z",)),
        ("I-04", "impact-area.svg", ("30 × 12 km", "40 km", "Yenikıyı", "Akdere air base")),
        ("I-15A", "second-track.svg", ("15 km", "04:22Z", "04:32Z", "slightly hurt")),
        ("I-15B", "posture-timeline.svg", ("04:22Z",)),
        ("I-18", "trajectory-cone.svg", ("150 × 52 km", "Cape Aster", "Akdere", "open sea")),
    ],
)
def test_figures_agree(calm_front, pictures, inject_id, picture, words):
    for word in words:
        assert word in told(calm_front, inject_id)
        assert word in pictures[picture]
