"""What was put to the table in one decision, in which words, and what stood in its way."""

from tabletop.analysis.decisions import DecisionRecord
from tabletop.exercise.phrasing import listed
from tabletop.exercise.records import Circulation, Proposal
from tabletop.exercise.rules import Blocking, computed
from tabletop.report.sections.account import Account
from tabletop.report.sections.phrases import quoted

_NOTHING_PUT = {
    "consensus": "No proposal was put.",
    "silence": "No text was circulated.",
}


def words_of(account: Account, record: DecisionRecord, one: Circulation | Proposal) -> str:
    """Return what was put: the chair's own words, or the title of the option."""
    words = " ".join(one.text.split())
    return words or account.option(record.decision, one.option)


def standing_title(account: Account, record: DecisionRecord) -> str:
    """Return what stands: the words that were agreed, or the title of the option."""
    outcome = record.outcome
    if outcome is None:
        return ""
    words = " ".join(outcome.text.split())
    return words or account.option(record.decision, outcome.option)


def stands_as(account: Account, record: DecisionRecord) -> str:
    """Return the option as which words of the chair's own stand: “as c, “For 72 hours””."""
    outcome = record.outcome
    if outcome is None or not outcome.text or outcome.option is None:
        return ""
    return f"as {outcome.option}, {quoted(account.option(record.decision, outcome.option))}"


def not_agreed(account: Account, record: DecisionRecord) -> str:
    """Return what was put and did not come to be agreed, in the words in which it was put."""
    outcome, put = record.outcome, record.in_hand
    if outcome is None or put is None or outcome.status not in ("no_agreement", "withdrawn"):
        return ""
    return words_of(account, record, put)


def in_the_way(record: DecisionRecord) -> str:
    """Return what kept a decision from an outcome, beside what seats said against it."""
    if record.outcome is None or record.outcome.computed_status != "no_agreement":
        return ""
    kind = record.decision.rule.kind
    if record.in_hand is None and kind in _NOTHING_PUT:
        return _NOTHING_PUT[kind]
    result = computed(record.case)
    if result.running_out:
        return "It was closed before its deadline."
    return _by_the_rule(record, result.blocking)


def _by_the_rule(record: DecisionRecord, blocking: tuple[Blocking, ...]) -> str:
    waiting = tuple(b.role for b in blocking if b.why == "awaiting")
    told = tuple(role for role in waiting if role in record.express_stances)
    silent = tuple(role for role in waiting if role not in told)
    held_back = tuple(b.role for b in blocking if b.why == "consent")
    differing = tuple(b.role for b in blocking if b.why == "differs")
    sentences = []
    if told:
        sentences.append(f"{listed(told)} awaited instructions.")
    if silent:
        sentences.append(f"{listed(silent)} took no stance on it.")
    if held_back:
        sentences.append(f"{listed(held_back)}, whose consent it needs, did not give it.")
    if differing:
        sentences.append(f"{listed(differing)} did not choose the same.")
    if record.decision.rule.kind == "majority":
        sentences.append("No option had the majority that the rule asks for.")
    return " ".join(sentences)
