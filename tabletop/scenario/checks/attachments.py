"""Attachments: named but missing, present but never used, and pictures in Markdown texts."""

import re
from collections.abc import Collection, Iterator, Sequence

from tabletop.scenario.findings import Finding, Place, closest, did_you_mean, error, warning
from tabletop.scenario.model import Handout, Inject, Scenario
from tabletop.scenario.part import Localised

_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?([^)\s>]+)")


def attachment_names(scenario: Scenario) -> frozenset[str]:
    """Return what the injects name that the scenario's folder should hold."""
    named = (name for inject in scenario.injects for _, name in _uses(inject, ()))
    return frozenset(name for name in named if not _is_elsewhere(name))


def attachment_findings(scenario: Scenario, present: Collection[str]) -> Iterator[Finding]:
    """Yield attachments that are missing from the package, and those nothing uses."""
    used: set[str] = set()
    for number, inject in enumerate(scenario.injects):
        for place, name in _uses(inject, ("injects", number)):
            used.add(name)
            if name not in present:
                yield _missing(name, place, present)
                # One slip of the pen is not to be reported twice.
                used.add(closest(name, sorted(present)) or name)
    for name in sorted(frozenset(present) - used):
        text = f"nothing uses the attachment “{name}”; name it in an inject, or take it away"
        yield warning((), "unused-attachment", text)


def _missing(name: str, place: Place, present: Collection[str]) -> Finding:
    if _is_elsewhere(name):
        text = f"the picture “{name}” would come from elsewhere; attach it to the scenario instead"
    else:
        meant = did_you_mean(name, sorted(present))
        text = f"there is no attachment “{name}” in the scenario's folder{meant}"
    return error(place, "missing-attachment", text)


def _is_elsewhere(name: str) -> bool:
    return "://" in name


def _uses(inject: Inject, place: Place) -> Iterator[tuple[Place, str]]:
    yield from _named(inject.attachments, place)
    yield from _pictures(inject.body, place)
    yield from _handouts(inject.handouts, place)
    for number, variant in enumerate(inject.variants):
        at = (*place, "variants", number)
        yield from _named(variant.attachments or (), at)
        yield from _pictures(variant.body or "", at)
        yield from _handouts(variant.handouts or (), at)


def _handouts(handouts: Sequence[Handout], place: Place) -> Iterator[tuple[Place, str]]:
    for number, handout in enumerate(handouts):
        at = (*place, "handouts", number)
        yield from _named(handout.attachments, at)
        yield from _pictures(handout.body, at)


def _named(names: Sequence[str], place: Place) -> Iterator[tuple[Place, str]]:
    for number, name in enumerate(names):
        yield (*place, "attachments", number), name


def _pictures(body: str, place: Place) -> Iterator[tuple[Place, str]]:
    bodies = body.translations.values() if isinstance(body, Localised) else (body,)
    for text in bodies:
        if "![" in text:
            for name in _PICTURE.findall(text):
                yield (*place, "body"), name
