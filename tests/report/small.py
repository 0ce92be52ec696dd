"""A small scenario with every kind of rule, and ways to read a report of it."""

OPTIONS = """[{id: a, title: Nothing, position: 0}, {id: b, title: Consult, position: 2},
          {id: c, title: Reinforce, position: 4}]"""
PLAIN = "[{id: x, title: X}, {id: y, title: Y}, {id: z, title: Z}]"
SCENARIO = """
tabletop: 1
id: small
title: Small
version: "2"
starts: 2031-03-04T06:00:00Z
variables: {ally: Türkiye}
objectives: [{id: O1, title: Decide in time}]
scales:
  - id: posture
    title: Posture
    levels: [{value: 0, title: Nothing}, {value: 2, title: Consult}, {value: 4, title: Reinforce}]
state: [{id: evidence, title: Evidence, start: 0, minimum: 0, maximum: 4}]
facts: [{id: Q1, question: Aimed at us?, answer: false}]
roles:
  - {id: TUR, title: "{ally}", decides: true, weight: 2}
  - {id: GRC, title: Greece, decides: true}
  - {id: USA, title: United States, decides: true}
  - {id: HUN, title: Hungary, decides: true}
  - {id: SG, title: Secretary General, kind: chair}
injects:
  - id: I-1
    title: "A missile over {ally}"
    at: D+0 10:00
    affected: [TUR]
    sets: {evidence: 1}
    expected: [{id: ask, text: "Ask {ally}", objective: O1}, {id: tell, text: Tell all}]
    decisions:
      - id: D1
        title: Form of the work
        scale: posture
        rule: {kind: on_request, triggers: [c], otherwise: b}
        first_round: true
        options: OPTIONS
      - {id: D1B, title: And then, scale: posture, rule: {kind: consensus}, options: OPTIONS}
  - id: I-2
    title: A text
    at: D+0 12:00
    decisions:
      - id: D2
        title: The text
        scale: posture
        rule: {kind: silence, minutes: 5}
        options: OPTIONS
  - id: I-3
    title: Lists
    at: D+1 09:00
    decisions:
      - {id: D3, title: Order, rule: {kind: ranking}, options: PLAIN}
      - {id: D3N, title: Offers, rule: {kind: each, several: true}, options: PLAIN}
  - id: I-4
    title: A majority
    at: D+1 12:00
    decisions:
      - {id: D4, title: Heads, rule: {kind: majority, more_than: 1/2}, options: PLAIN}
  - id: I-5
    title: Authority
    at: D+1 15:00
    decisions:
      - id: D5
        title: The host decides
        scale: posture
        rule: {kind: authority, roles: [TUR]}
        options: OPTIONS
  - {id: I-6, title: Last, at: D+2 09:00}
  - {id: C-1, title: Spare, contingency: true}
cuts: [{id: short, title: Short, injects: [I-1, I-2]}]
"""


def small_exercise(lines, head=""):
    """Return the scenario, and the transcript of lines, each from its time onwards."""
    scenario = SCENARIO.replace("OPTIONS", OPTIONS).replace("PLAIN", PLAIN)
    entries = "\n".join(f"  - {{at: {line}}}" for line in lines)
    start = f"exercise: Test\nheld: 2026-11-12T09:00:00+01:00\n{head}"
    return scenario, f"{start}\nentries:\n{entries}\n"


def decision(report, decision_id):
    return next(d for d in report["decisions"] if d["id"] == decision_id)


def inject(report, inject_id):
    return next(i for i in report["injects"] if i["id"] == inject_id)


def position(report, decision_id, role, round_="final"):
    found = decision(report, decision_id)["positions"]
    return next(p for p in found if (p["role"], p["round"]) == (role, round_))


def take(at, decision_id, role, option, **further):
    words = "".join(f", {key}: {value}" for key, value in further.items())
    body = f"decision: {decision_id}, role: {role}, option: {option}{words}"
    return f"{at}, position: {{{body}}}"
