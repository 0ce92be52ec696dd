"""What can be said about a scenario without playing it: every finding, all at once.

Each module holds one family of checks as generators of ``Finding``s. They assume only what the
model guarantees, never that another check found nothing: a reference that leads nowhere is
reported by ``references`` or ``conditions`` and passed over in silence by the others. An *error*
keeps a scenario from being played as it was meant; a *warning* is probably a slip.

Reachability is decided conservatively: a condition is called impossible only when no course of
decisions, declared outcomes included, can make it true in the order of the file.
"""

from collections.abc import Collection, Iterator
from itertools import islice

from tabletop.scenario.checks.attachments import attachment_findings
from tabletop.scenario.checks.conditions import condition_findings
from tabletop.scenario.checks.coverage import coverage_findings
from tabletop.scenario.checks.decisions import decision_findings
from tabletop.scenario.checks.effects import effect_findings
from tabletop.scenario.checks.ids import id_findings
from tabletop.scenario.checks.injects import inject_findings
from tabletop.scenario.checks.reachability import reachability_findings
from tabletop.scenario.checks.references import reference_findings
from tabletop.scenario.checks.tags import tag_findings
from tabletop.scenario.checks.texts import text_findings
from tabletop.scenario.checks.times import time_findings
from tabletop.scenario.findings import Finding
from tabletop.scenario.model import Scenario

# More would help no author, and a hostile file could ask for millions.
MOST_FINDINGS = 500


def check(scenario: Scenario, attachments: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what is wrong with a scenario whose package holds attachments of these names."""
    return tuple(islice(_findings(scenario, frozenset(attachments)), MOST_FINDINGS))


def _findings(scenario: Scenario, attachments: Collection[str]) -> Iterator[Finding]:
    yield from id_findings(scenario)
    yield from reference_findings(scenario)
    yield from decision_findings(scenario)
    yield from condition_findings(scenario)
    yield from reachability_findings(scenario)
    yield from effect_findings(scenario)
    yield from tag_findings(scenario)
    yield from time_findings(scenario)
    yield from inject_findings(scenario)
    yield from text_findings(scenario)
    yield from attachment_findings(scenario, attachments)
    yield from coverage_findings(scenario)
