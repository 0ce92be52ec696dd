"""Calm Front with one deliberate fault at a time: found on its line, alone, in an author's words.

Each expectation was written down before the checker saw the fault. Anchors are ids and keys, so
that the texts of the scenario can be edited freely.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

from tabletop.scenario_files.reader import read_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"
CALM_FRONT = (SCENARIOS / "calm-front.ttx.yaml").read_text(encoding="utf-8")
HERE = "¦"


@dataclass(frozen=True)
class Fault:
    """A replacement of the first match of a pattern after a line, and what must be said of it.

    The finding is due on the line of the mark in the new text, or where the new text begins, or,
    for what is missing, on the line that begins the part.
    """

    name: str
    after: str
    pattern: str
    new: str
    words: tuple[str, ...]
    missing: bool = False

    def in_(self, text: str) -> tuple[str, int]:
        """Return the text with the fault, and the line where a finding is due."""
        start = self._start(text)
        found = re.compile(self.pattern, re.MULTILINE).search(text, start)
        assert found, f"{self.name}: nothing matches {self.pattern!r} after {self.after!r}"
        new = found.expand(self.new)
        mark = max(new.find(HERE), 0)
        new = new.replace(HERE, "")
        due = start if self.missing else found.start() + mark
        changed = text[: found.start()] + new + text[found.end() :]
        return changed, changed.count("\n", 0, due) + 1

    def _start(self, text: str) -> int:
        if not self.after:
            return 0
        whole = f"{self.after}\n"
        places = [m.start() for m in re.finditer(f"^{re.escape(whole)}", text, re.MULTILINE)]
        assert len(places) == 1, f"{self.name}: {self.after!r} stands {len(places)} times"
        return places[0]


def inject(inject_id):
    return f"  - id: {inject_id}"


def decision(decision_id):
    return f"      - id: {decision_id}"


FAULTS = [
    # Names that lead nowhere
    Fault("unknown seat", inject("I-04"), r"^        to: \[TUR\]", "        to: [TRU]",
          ("TRU", "TUR")),
    Fault("unknown objective", inject("I-04"), r"^    objectives: \[", "    objectives: [O9, ",
          ("O9", "objective")),
    Fault("unknown phase", inject("I-05"), r"^    phase: incident", "    phase: incidnet",
          ("incidnet", "incident")),
    Fault("unknown scale", decision("D3"), r"scale: posture", "scale: postrue",
          ("postrue", "posture")),
    Fault("unknown state", decision("D1"), r"sets: \{basis: art4\}", "sets: {bassi: art4}",
          ("bassi", "basis")),
    Fault("unknown seat in a rule", decision("D0"), r"roles: \[SG\]", "roles: [GS]",
          ("GS", "SG")),
    Fault("unknown seat whose consent counts", decision("D10"), r"consent: \[TUR\]",
          "consent: [TRU]", ("TRU", "TUR")),
    Fault("option only for an unknown seat", decision("D1"), r"only: \[TUR\]", "only: [TUK]",
          ("TUK", "TUR")),
    Fault("trigger that is no option", decision("D1"), r"triggers: \[c, d\]", "triggers: [c, z]",
          ("z", "D1")),
    Fault("fallback that is no option", decision("D1"), r"otherwise: b", "otherwise: q",
          ("q", "D1")),
    Fault("unknown card", inject("I-05"), r"^    to: \[all\]", '    to: ["card:cautios"]',
          ("cautios", "cautious")),
    Fault("cut with an unknown inject", "cuts:", r"injects: \[I-01,", "injects: [I-O1,",
          ("I-O1", "I-01")),
    Fault("outcome that is no option", inject("I-09"), r"\{decision: D1, outcome: \[d\]\}",
          "{decision: D1, outcome: [f]}", ("f", "D1")),
    Fault("missing attachment", inject("I-04"), r"impact-area\.svg", "impact-aera.svg",
          ("impact-aera.svg", "impact-area.svg")),
    Fault("attachment outside the folder", inject("I-04"), r"impact-area\.svg",
          "../impact-area.svg", ("../impact-area.svg", "folder")),
    # Ids
    Fault("inject id twice", inject("I-06"), r"I-06", "I-04", ("I-04", "twice")),
    Fault("inject id twice but for its case", inject("I-06"), r"I-06", "i-04", ("i-04", "I-04")),
    Fault("decision id twice", decision("D3"), r"D3", "D2", ("D2", "twice")),
    Fault("option id twice", decision("D2"), r"^          - id: d$", "          - id: c",
          ("c", "twice")),
    Fault("blank in an id", "cuts:", r"half-day", "half day", ("half day", "half-day")),
    # Branches
    Fault("condition on a later decision", inject("I-05"), r"^    channel:",
          '    when: {decision: D6, outcome: ["2"]}\n    channel:', ("D6", "I-05", "I-09")),
    Fault("unreachable inject", inject("I-20B"), r"^    when: .*$",
          "    when: {state: evidence, above: 4}", ("I-20B", "never")),
    Fault("inject that contradicts itself", inject("I-20B"), r"^    when: .*$",
          "    when: {all: [{released: I-15A}, {not: {released: I-15A}}]}", ("I-20B", "never")),
    Fault("status the rule cannot have", inject("C-2"), r"decision: D6, status: no_agreement",
          "decision: D6, status: not_requested", ("not_requested", "D6")),
    Fault("decision without a reachable outcome", decision("D3"), r"\{kind: consensus\}",
          "{kind: majority, more_than: 1}", ("D3", "never", "at_least: 1")),
    Fault("objective never tested", "objectives:", r"^objectives:\n",
          f"objectives:\n{HERE}  - {{id: O7, title: Never played}}\n", ("O7", "objectives")),
    # Times
    Fault("missing time", inject("I-05"), r"^    at: .*\n", "", ("I-05", "at"), missing=True),
    Fault("times running backwards", inject("I-05"), r"^    at: .*$", "    at: D+0 10:00",
          ("I-05", "I-04")),
    Fault("hour that is none", inject("I-05"), r"^    at: .*$", "    at: D+0 25:00",
          ("25:00", "23")),
    Fault("day that is none", "", r"^starts: .*$", "starts: 2031-02-30T06:00:00Z",
          ("2031-02-30T06:00:00Z", "day 30")),
    # Values
    Fault("position off the scale", decision("D2"), r"^            position: 0$",
          "            position: 9", ("9", "posture")),
    Fault("value above its maximum", inject("I-13"), r"sets: \{evidence: \{at_least: 2\}\}",
          "sets: {evidence: 7}", ("7", "4")),
    Fault("word for a number", inject("I-05"), r"^    minutes: .*$", "    minutes: ten",
          ("ten", "number")),
    Fault("yes for true", decision("D1"), r"first_round: true", "first_round: yes",
          ("yes", "true", "false")),
    Fault("grade that is none", inject("I-01"), r"grade: B2", "grade: G9", ("G9", "A", "F")),
    Fault("likelihood that is none", inject("I-07"), r"likelihood: very unlikely",
          "likelihood: quite unlikely", ("quite unlikely", "very unlikely")),
    Fault("empty marking", "", r"^marking: .*$", 'marking: ""', ("marking",)),
    Fault("format of the future", "", r"^tabletop: 1$", "tabletop: 2", ("2", "1")),
    # Rules
    Fault("unknown kind of rule", decision("D3"), r"kind: consensus", "kind: consensos",
          ("consensos", "consensus")),
    Fault("field of another rule", decision("D3"), r"\{kind: consensus\}",
          "{kind: consensus, triggers: [a]}", ("triggers", "consensus")),
    Fault("rule as a word", decision("D3"), r"\{kind: consensus\}", "consensus",
          ("{kind: consensus}",)),
    # Texts
    Fault("unknown variable in a title", inject("I-05"), r"^    title: ",
          "    title: On {lauch_state} ", ("lauch_state", "launch_state")),
    Fault("unknown variable deep in a text", inject("I-05"), r"^    body: \|\n",
          f"    body: |\n      This is the first line.\n\n{HERE}      We ask {{lauch_state}}.\n\n",
          ("lauch_state", "launch_state")),
    Fault("likelihood and confidence in one sentence", inject("I-07"), r"^    body: \|\n",
          f"    body: |\n{HERE}      An accident is likely, and our confidence is high.\n\n",
          ("likel", "confidence", "sentence")),
    # Keys and YAML
    Fault("misspelt key", inject("I-05"), r"^    channel:", "    chanel:",
          ("chanel", "channel")),
    Fault("misspelt key of a decision", decision("D1"), r"first_round:", "frist_round:",
          ("frist_round", "first_round")),
    Fault("missing title", inject("I-05"), r"^    title: .*\n", "", ("title",), missing=True),
    Fault("key twice", inject("I-05"), r"^    phase: incident\n",
          f"    phase: incident\n{HERE}    phase: incident\n", ("phase", "twice")),
    Fault("tab", inject("I-05"), r"^    phase:", "\tphase:", ("tab", "space")),
    Fault("line that stands too far left", inject("I-05"), r"^    channel:", "   channel:",
          ("indent",)),
    Fault("anchor", inject("I-05"), r"^    to: \[all\]", "    to: &everyone [all]",
          ("everyone", "anchor")),
    Fault("quote that is never closed", inject("I-05"), r"^    from: ", '    from: "',
          ("quote",)),
    Fault("colon in a title", inject("I-05"), r"^    title: ", "    title: Alert: ",
          ("“: ”", "quotes")),
    Fault("bracket that is never closed", inject("I-05"), r"^    to: \[all\]", "    to: [all",
          ("brackets", "closed")),
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the attachments of Calm Front, for copies of its text."""
    found = tmp_path_factory.mktemp("faults")
    copytree(SCENARIOS / "calm-front", found / "calm-front")
    return found


def findings(folder, text):
    path = folder / "calm-front.ttx.yaml"
    path.write_text(text, encoding="utf-8")
    return read_scenario(path).findings


def test_calm_front_itself_is_without_findings(folder):
    assert [str(finding) for finding in findings(folder, CALM_FRONT)] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_a_fault_is_found_on_its_line_and_alone(folder, fault):
    text, line = fault.in_(CALM_FRONT)
    found = findings(folder, text)
    said = "\n".join(str(finding) for finding in found)
    assert [finding.line for finding in found] == [line], said
    assert [word for word in fault.words if word not in found[0].text] == [], said
