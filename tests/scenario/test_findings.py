"""Suggestions: what an author probably meant."""

import pytest

from tabletop.scenario.checks import MOST_FINDINGS, check
from tabletop.scenario.findings import closest, did_you_mean
from tabletop.scenario.model import Inject, Scenario


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("I-O1", ("I-21", "I-01", "I-11"), "I-01"),
        ("GS", ("TUR", "SG", "SACEUR"), "SG"),
        ("TRU", ("USA", "TUR"), "TUR"),
        ("postrue", ("posture", "pressure"), "posture"),
        ("Posture", ("posture",), "posture"),
        # Letters that fit two words say nothing; the nearest one is found.
        ("abcd", ("dcba", "abdc"), "abdc"),
        ("zzz", ("TUR", "USA"), None),
    ],
)
def test_the_word_that_was_probably_meant_is_found(typed, known, meant):
    assert closest(typed, known) == meant


def test_without_a_likely_word_all_are_named():
    assert did_you_mean("xy", ("ab", "cd")) == "; there are: ab, cd"


def test_a_slip_among_many_names_is_found_by_how_it_begins_or_ends():
    known = [f"inject-{number}" for number in range(1_000)]
    assert closest("injct-731", known) == "inject-731"
    assert closest("inject-73l", known) == "inject-731"
    assert closest("nothing like it", known) is None


def test_hundreds_of_names_that_lead_nowhere_are_only_weighed_as_far_as_shown(monkeypatch):
    weighed = []

    def counted(word, names, **limits):
        weighed.append(len(names))
        return []

    monkeypatch.setattr("tabletop.scenario.findings.get_close_matches", counted)
    names = [f"inject-{number}" for number in range(2_000)]
    injects = [Inject(id=name, title="T", at="D 08:00") for name in names]
    cut = {"id": "c", "title": "C", "injects": [f"injct-{n}x" for n in range(3_000)]}
    scenario = Scenario(
        tabletop=1, id="x", title="X", starts="2031-03-04T06:00:00Z", injects=injects, cuts=[cut]
    )
    assert len(check(scenario)) == MOST_FINDINGS
    assert len(weighed) <= MOST_FINDINGS
    assert max(weighed) <= 100
