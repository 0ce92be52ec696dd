"""Deliberate faults: each is reported where it stands, in words an author understands."""

from pathlib import Path

import pytest

from tabletop.scenario_files.reader import scenario_from_text

SMALL = (Path(__file__).parents[1] / "samples" / "small.ttx.yaml").read_text(encoding="utf-8")

# What is replaced, by what, the text the finding points at, its code, and words it must hold.
FAULTS = [
    # Keys and values
    ("title: Harbour Light", "titel: Harbour Light", "titel", "unknown-key",
     "did you mean “title”?"),
    ("    phase: incident\n    at: D+0 08", "    phase: incident\n    xyz: red\n    at: D+0 08",
     "xyz", "unknown-key", "an inject takes: id, title"),
    ("id: O2, title: Speak with one voice", "id: O2", "{id: O2", "missing-key", "needs “title”"),
    ("    title: The press asks\n", "    title:\n", "title:\n    phase: answer\n    at: D+1 12",
     "missing-key", "missing or empty"),
    ("id: D2\n", "id: D 2\n", "D 2", "id", "like “D-2”"),
    ("kind: consensus", "kind: concensus", "rule: {kind: concensus", "rule",
     "did you mean “consensus”?"),
    ("{kind: consensus}", "consensus", "consensus", "value", "write {kind: consensus}"),
    ("{kind: consensus}", "{kind: ranking, otherwise: a}", "otherwise: a}\n        minutes: 15",
     "unknown-key", "does not go with a rule of kind ranking"),
    ("{kind: consensus}", "{kind: majority}", "rule: {kind: majority", "value",
     "needs a threshold"),
    ("first_round: true", "first_round: yes", "yes", "value", "true or false"),
    ("minutes: 20", "minutes: twenty", "twenty", "value", "a number, like 12"),
    ("at: D+0 10:00", "at: tomorrow", "tomorrow", "value", "write D+2 10:00, or +5h"),
    ("at: D+0 10:00", "at: D+0 25:00", "D+0 25:00", "value", "hours go to 23"),
    ("starts: 2031-05-06T06:00:00Z", "starts: 2031-05-06T06:00:00", "2031-05-06", "value",
     "has no time zone"),
    ("expected:\n      - {", "expected:\n        {", "expected", "value", "should be a list"),
    ("title: A word from the capital", "title: {fr: Un mot}", "title: {fr", "value",
     "no text in the scenario's language “en”"),
    ("title: A word from the capital", "title: {en: A word, Greek!: x}", "title: {en", "value",
     "no language code"),
    ("when: {decision: D1, outcome: [c]}", "when: {decison: D1, outcome: [c]}", "when: {decison",
     "condition", "did you mean “decision”?"),
    ("when: {decision: D1, outcome: [c]}", "when: {decision: D1}", "when: {decision", "value",
     "needs one of: outcome, status, chosen"),
    ("when: {decision: D1, outcome: [c]}", "when: {decision: D1, state: basis, outcome: [c]}",
     "state: basis", "unknown-key", "a condition asks one thing"),
    ("when: {decision: D1, outcome: [c]}", "when: {decision: D1, status: adoptd}", "adoptd",
     "value", "did you mean “adopted”?"),
    ("sets: {evidence: 1}", "sets: {evidence: {atleast: 1}}", "evidence: {atleast", "effect",
     "{at_least: NUMBER}"),
    # Names that lead nowhere
    ("to: [TUR]", "to: [TRU]", "TRU", "unknown-role", "did you mean “TUR”?"),
    ("only: [TUR]", "only: [XXX]", "XXX", "unknown-role", "there are: TUR, GRC, DEU, SG"),
    ("to: [TUR]", 'to: ["card:calm"]', '"card:calm"', "unknown-card", "there are none"),
    ("objectives: [O2]", "objectives: [O3]", "O3", "unknown-objective", "there are: O1, O2"),
    ("objective: O1}", "objective: OI}", "OI}", "unknown-objective", "no objective “OI”"),
    ("    phase: incident\n    at: D+0 08", "    phase: incdent\n    at: D+0 08", "incdent",
     "unknown-phase", "did you mean “incident”?"),
    ("scale: posture\n        rule: {kind: consensus}",
     "scale: position\n        rule: {kind: consensus}", "position\n", "unknown-scale",
     "no scale “position”"),
    ("sets: {basis: art4}", "sets: {bases: art4}", "art4", "unknown-state-variable",
     "did you mean “basis”?"),
    ("triggers: [c]", "triggers: [d]", "d], otherwise", "unknown-option", "in D1; there are"),
    ("otherwise: b", "otherwise: x", "x, shown_as", "unknown-option", "no option “x” in D1"),
    ("outcome: [c]", "outcome: [x]", "x]}", "unknown-option", "no option “x” in D1"),
    ("when: {decision: D1, outcome: [c]}", "when: {decision: D7, outcome: [c]}", "D7",
     "unknown-decision", "no decision “D7”"),
    ("when: {decision: D1, outcome: [c]}", "when: {state: base, is: art4}", "base, is",
     "unknown-state-variable", "did you mean “basis”?"),
    ("when: {decision: D1, outcome: [c]}", "when: {released: I-99}", "I-99", "unknown-inject",
     "no inject “I-99”"),
    ("when: {decision: D1, outcome: [c]}", "when: {decision: D1, chosen: [a], by: [XXX]}", "XXX",
     "unknown-role", "no role “XXX”"),
    ("        scale: posture\n        rule: {kind: consensus}",
     "        scale: posture\n        seats: [NOR]\n        rule: {kind: consensus}", "NOR",
     "unknown-role", "no role “NOR”"),
    ("{kind: consensus}", "{kind: consensus, consent: [NOR]}", "NOR", "unknown-role", "“NOR”"),
    ("{kind: consensus}", "{kind: authority, roles: [SGG]}", "SGG", "unknown-role",
     "did you mean “SG”?"),
    ("minutes: 15\n        options", "minutes: 15\n        asks: [Q9]\n        options", "Q9",
     "unknown-fact", "no fact “Q9”"),
    # Ids
    ("id: I-02", "id: I-01", "I-01\n    title: A word", "duplicate-id", "is used twice"),
    ("id: I-02", "id: i-01", "i-01", "duplicate-id", "differ only in case"),
    ("{id: b, title: Concern", "{id: a, title: Concern", "a, title: Concern", "duplicate-id",
     "option id “a” is used twice"),
    ("id: D2\n", "id: d1\n", "d1", "duplicate-id", "“D1” and “d1” differ only in case"),
    ("id: I-02", "id: X-2", "X-2", "reserved-id", "improvised during play"),
    # Decisions
    ("position: 4}", "position: 9}", "9}", "off-scale", "goes from 0 to 6"),
    ("title: Reinforcement, position: 4", "title: Reinforcement", "{id: c, title: Reinforcement",
     "missing-position", "has no position"),
    ("        scale: posture\n        rule: {kind: consensus}", "        rule: {kind: consensus}",
     "0}\n          - {id: b, title: Concern", "position-without-scale", "names no scale"),
    ("{kind: consensus}", "{kind: silence}", "rule: {kind: silence", "missing-minutes",
     "needs “minutes”"),
    ("{kind: consensus}", "{kind: discussion}", "options:\n          - {id: a, title: Nothing yet",
     "options-unused", "is a discussion"),
    ("{kind: consensus}", "{kind: consensus, consent: [SG]}", "SG]", "not-eligible",
     "SG takes no position on D2"),
    ("only: [TUR]", "only: [SG]", "only: [SG]", "no-outcome", "nobody can choose option c"),
    ("{kind: consensus}", "{kind: majority, more_than: 1}", "1}\n        minutes", "no-outcome",
     "at_least: 1"),
    # Conditions
    ("when: {decision: D1, outcome: [c]}", "when: {decision: D2, outcome: [c]}", "D2, outcome",
     "later-decision", "which it carries itself"),
    ("    body: Ankara", "    when: {decision: D2, outcome: [c]}\n    body: Ankara", "D2, outcome",
     "later-decision", "comes after I-02"),
    ("    body: Ankara", "    when: {released: I-03}\n    body: Ankara", "I-03}",
     "later-inject", "comes after I-02"),
    ("when: {decision: D1, outcome: [c]}", "when: {position: posture, at_least: 5}",
     "when: {position", "never", "I-03 can never come up"),
    ("when: {decision: D1, outcome: [c]}", "when: {state: basis, is: art5}", "when: {state",
     "never", "basis can only be art4, none by then"),
    ("when: {decision: D1, outcome: [c]}", "when: {state: evidence, at_least: 2}", "when: {state",
     "never", "evidence can only be 0, 1 by then"),
    ("when: {decision: D1, outcome: [c]}", "when: {state: evidence, is: high}", "high",
     "not-a-number", "never “high”"),
    ("when: {decision: D1, outcome: [c]}", "when: {state: basis, at_least: 2}", "2}\n    minutes",
     "not-a-number", "is a text, which has no order"),
    ("when: {decision: D1, outcome: [c]}",
     "when: {all: [{decision: D1, outcome: a}, {decision: D1, outcome: b}]}", "when: {all",
     "never", "D1 came out as a and D1 came out as b"),
    ("when: {decision: D1, outcome: [c]}", "when: {breaks: D1}", "D1}\n    minutes", "not-silence",
     "D1 has on_request"),
    # State and effects
    ("sets: {evidence: 1}", "sets: {evidence: 9}", "9}", "out-of-range", "above its maximum 4"),
    ("sets: {evidence: 1}", "sets: {evidence: much}", "much", "not-a-number", "cannot become"),
    ("sets: {basis: art4}", "sets: {basis: {add: 1}}", "basis: {add", "not-a-number",
     "“add” means nothing"),
    ("start: 0, minimum: 0", "start: 7, minimum: 0", "7, minimum", "out-of-range", "starts at 7"),
    # Times
    ("    at: D+0 10:00\n", "", "id: I-02", "missing-time", "has no “at”"),
    ("at: D+1 12:00", "at: D+0 09:00", "D+0 09:00", "time-backwards", "before I-02"),
    # Texts
    ("body: Who put", "body: Who in {harbour} put", "Who in", "unknown-variable",
     "neither a variable nor a decision"),
    ("body: Who put", "body: Who { put", "Who { put", "stray-brace", "{{ for the brace"),
    ("body: Who put", "body: It is likely, with high confidence. Who put", "It is likely",
     "likelihood-and-confidence", "in two sentences"),
    ("    body: Ankara", "    judgements: [{text: x, likelihood: very likly}]\n    body: Ankara",
     "very likly", "unknown-likelihood", "did you mean “very likely”?"),
    # Attachments, recipients, the whole
    ("    body: Ankara", "    attachments: [map.svg]\n    body: Ankara", "map.svg",
     "missing-attachment", "no attachment “map.svg”"),
    ("body: Who put", "body: '![x](x.png) Who put", None, "yaml", "never closed"),
    ("body: Who put", "body: '![x](http://example.org/x.png)' #", "'![x]", "missing-attachment",
     "would come from elsewhere"),
    ("to: [TUR]", "to: []", "to: []", "no-recipients", "nobody receives I-02"),
    ("marking: UNCLASSIFIED – FOR EXERCISE PURPOSES ONLY\n", "", None, "no-marking", "“marking”"),
    ("objectives: [O2]", "objectives: [O1]", "{id: O2", "untested-objective", "nothing tests"),
    ("  - {id: answer, title: Answer}", "  - {id: answer, title: A}\n  - {id: after, title: A}",
     "{id: after", "empty-phase", "no inject belongs to the phase after"),
    ("    body: Ankara", "    one_of: day\n    body: Ankara", "day\n", "one-of-one",
     "the only inject of “day”"),
    ("    body: Ankara", "    grade: G9\n    body: Ankara", "G9", "grade", "like B2"),
    ("tabletop: 1", "tabletop: 2", "2\nid: small", "format", "made by a newer Tabletop"),
    ("tabletop: 1", "tabletop: one", "one\nid", "value", "a whole number"),
    # YAML
    ("title: Harbour Light", "title: Harbour: Light", ": Light", "yaml", "needs quotes"),
    ("title: Harbour Light", "title: &x Harbour Light", "&x", "anchor", "not allowed"),
    ("title: Harbour Light", "title: !!str Harbour Light", "!!str", "tag", "not allowed"),
    ("title: Harbour Light", "title: *x", "*x", "alias", "write the value out"),
    ("title: Harbour Light", "title: Harbour Light\ntitle: Again", "title: Again",
     "duplicate-key", "“title” appears twice"),
    ("id: small\n", "id: small\n\ttitle: x\n", "\ttitle", "yaml", "indent with spaces"),
    ("id: small\n", "id: sm\x07all\n", "\x07", "control-character", "U+0007"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "points_at", "code", "words"), FAULTS)
def test_a_fault_is_reported_where_it_stands(old, new, points_at, code, words):
    assert old in SMALL
    text = SMALL.replace(old, new, 1)

    findings = scenario_from_text(text, name="small.ttx.yaml").findings

    said = [str(finding) for finding in findings]
    found = [finding for finding in findings if finding.code == code]
    assert found, said
    assert words in found[0].text, said
    if points_at is not None:
        line, column = place_of(points_at, text)
        assert (found[0].line, found[0].column) == (line, column), said
        assert said[findings.index(found[0])].startswith(f"small.ttx.yaml:{line}:{column}: ")


def place_of(snippet, text):
    start = text.index(snippet)
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def test_one_fault_is_one_finding():
    lonely = ["unknown-role", "unknown-phase", "unknown-option", "off-scale", "never", "rule"]
    for old, new, _, code, _ in FAULTS:
        if code in lonely:
            findings = scenario_from_text(SMALL.replace(old, new, 1)).findings
            assert len(findings) == 1, [str(finding) for finding in findings]


def test_all_faults_are_reported_at_once():
    text = SMALL
    for old, new in (
        ("title: Harbour Light", "titel: Harbour Light"),
        ("minutes: 20", "minutes: twenty"),
        ("position: 4}", "position: 9}"),
        ("to: [TUR]", "to: [TRU]"),
        ("body: Who put", "body: Who in {harbour} put"),
    ):
        text = text.replace(old, new, 1)

    codes = {finding.code for finding in scenario_from_text(text).findings}

    assert codes == {
        "unknown-key", "missing-key", "value", "off-scale", "unknown-role", "unknown-variable",
    }  # fmt: skip


def test_what_hangs_on_a_broken_part_is_not_reported_besides():
    text = SMALL.replace("kind: on_request", "kind: on_demand", 1)
    assert [finding.code for finding in scenario_from_text(text).findings] == ["rule"]
    text = SMALL.replace("decisions:", "decision:", 1)
    assert [finding.code for finding in scenario_from_text(text).findings] == ["unknown-key"]


def test_places_after_a_broken_entry_are_those_of_the_file():
    text = SMALL.replace("id: I-02\n", "id: I 02\n", 1).replace("minutes: 20", "grade: Z9", 1)
    findings = scenario_from_text(text).findings
    assert [(one.code, one.line, one.column) for one in findings] == [
        ("id", *place_of("I 02", text)),
        ("grade", *place_of("Z9", text)),
    ]


def test_findings_are_in_file_order():
    text = SMALL.replace("to: [TUR]", "to: [TRU]").replace("id: O2", "id: o1", 1)
    lines = [finding.line for finding in scenario_from_text(text).findings]
    assert len(lines) > 1
    assert lines == sorted(lines)


def test_warnings_leave_a_scenario_playable_and_errors_do_not():
    warned = scenario_from_text(SMALL.replace("body: Who put", "body: Who put }", 1))
    assert warned.findings
    assert not warned.has_errors
    assert warned.scenario is not None
    wrong = scenario_from_text(SMALL.replace("to: [TUR]", "to: [TRU]", 1))
    assert wrong.has_errors
