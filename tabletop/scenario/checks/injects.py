"""Injects that nobody receives, or whose decisions are hidden from those who take them."""

import re
from collections.abc import Iterator

from tabletop.scenario.findings import Finding, Place, error, listed, warning
from tabletop.scenario.model import Inject, Scenario
from tabletop.scenario.rules import Discussion

_GRADE = re.compile(r"[A-F][1-6]")


def inject_findings(scenario: Scenario) -> Iterator[Finding]:
    """Yield what is wrong with who receives injects, and with their grades."""
    for number, inject in enumerate(scenario.injects):
        place: Place = ("injects", number)
        if inject.to != ("all",):
            yield from _recipients(inject, scenario, place)
        for index, handout in enumerate(inject.handouts):
            if not handout.to:
                text = f"nobody receives the handout {handout.id}; name role ids in “to”"
                yield error((*place, "handouts", index, "to"), "no-recipients", text)
        if inject.grade and not _GRADE.fullmatch(inject.grade):
            text = (
                f"“{inject.grade}” is no grade; write the source from A to F "
                "and the information from 1 to 6, like B2"
            )
            yield warning((*place, "grade"), "grade", text)


def _recipients(inject: Inject, scenario: Scenario, place: Place) -> Iterator[Finding]:
    if not inject.to:
        text = f"nobody receives {inject.id}; name role ids in “to”, or [all]"
        yield error((*place, "to"), "no-recipients", text)
        return
    if "all" in inject.to and len(inject.to) > 1:
        text = f"{inject.id} goes to all, so the other names in “to” add nothing"
        yield warning((*place, "to"), "recipients", text)
        return
    # Who holds a card is known only in play.
    if any(name.startswith("card:") for name in inject.to):
        return
    receivers = set(inject.to)
    for index, decision in enumerate(inject.decisions):
        if isinstance(decision.rule, Discussion):
            continue
        hidden = [role for role in scenario.eligible_roles(decision) if role not in receivers]
        if hidden:
            text = (
                f"{listed(hidden)} should answer {decision.id}, but do not receive {inject.id}; "
                "name them in “to”, or name “seats” in the decision"
            )
            yield warning((*place, "decisions", index), "hidden-question", text)
