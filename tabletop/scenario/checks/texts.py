"""Braces in texts that mean nothing, and likelihood and confidence in one sentence."""

from collections.abc import Collection, Iterator

from tabletop.scenario.checks.walk import texts_worth_a_look
from tabletop.scenario.findings import Finding, Place, did_you_mean, error, shortened, warning
from tabletop.scenario.likelihoods import LIKELIHOODS, likelihood_range, mixed_sentence
from tabletop.scenario.model import Inject, Scenario
from tabletop.scenario.part import Localised
from tabletop.scenario.texts import braces, plainly_filled


def text_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield what is wrong with the words of texts people read."""
    known = {**scenario.variables, **scenario.decisions_by_id}
    for place, text in texts_worth_a_look(scenario):
        if "{" in text or "}" in text or isinstance(text, Localised):
            yield from _braces(text, place, known)
        if sentence := mixed_sentence(text):
            yield warning(
                place,
                "likelihood-and-confidence",
                f"“{shortened(sentence, 90)}” holds a likelihood and a confidence; "
                "say them in two sentences, or they are read as one",
                about=sentence,
            )
    for name, text in scenario.variables.items():
        if "{" in text:
            note = f"the variable {name} holds a brace; variables are not filled in themselves"
            yield error(("variables", name), "unknown-variable", note)
    for number, inject in enumerate(scenario.injects):
        if inject.judgements:
            yield from _judgements(inject, ("injects", number, "judgements"))


def _braces(text: str, place: Place, known: Collection[str]) -> Iterator[Finding]:
    if plainly_filled(text, known):
        return
    found = braces(text)
    for name in found.names:
        if name not in known:
            meant = did_you_mean(name, known)
            note = f"{{{name}}} is neither a variable nor a decision{meant}"
            yield error(place, "unknown-variable", note, about=f"{{{name}}}")
    if found.stray_opening:
        note = "a “{” stands alone; write {name} for a variable, or {{ for the brace itself"
        yield error(place, "stray-brace", note)
    if found.stray_closing:
        note = "a “}” has no “{” before it"
        yield warning(place, "stray-brace", note)


def _judgements(inject: Inject, place: Place) -> Iterator[Finding]:
    for number, judgement in enumerate(inject.judgements):
        if likelihood_range(judgement.likelihood) is None:
            text = (
                f"“{judgement.likelihood}” is no word of likelihood"
                f"{did_you_mean(judgement.likelihood, LIKELIHOODS)}"
            )
            yield error((*place, number, "likelihood"), "unknown-likelihood", text)
