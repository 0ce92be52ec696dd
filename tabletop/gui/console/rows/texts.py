"""Scenario texts as they read now: variables filled in, variants and amendments in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from tabletop.exercise.state import ExerciseState
from tabletop.exercise.suggestions import holding_variant
from tabletop.scenario.model import Decision, Handout, Inject
from tabletop.scenario.moments import day_and_time
from tabletop.scenario.texts import filled


@dataclass(frozen=True, slots=True)
class ShownInject:
    """An inject with what replaces its parts: the variant that holds, the amended body."""

    inject: Inject
    title: str
    body: str
    attachments: tuple[str, ...]
    handouts: tuple[Handout, ...]


def told(text: str, state: ExerciseState) -> str:
    """Return a text of the scenario with its variables filled in."""
    if "{" not in text:
        return str(text)
    return filled(text, state.scenario.variables, _standing(state), state.scenario.decisions_by_id)


def _standing(state: ExerciseState) -> Mapping[str, str]:
    standing: dict[str, str] = {}
    for decision_id in state.close_order:
        words = state.standing_words(decision_id)
        outcome = state.decision_run(decision_id).outcome
        if outcome is not None and outcome.text:
            standing[decision_id] = words
        elif words:
            standing[decision_id] = filled(words, state.scenario.variables, standing)
    return standing


def shown_inject(inject: Inject, state: ExerciseState) -> ShownInject:
    """Return an inject as it was released, or as it would be released now."""
    run = state.inject_run(inject.id)
    number = run.variant if run.is_released else holding_variant(inject, state)
    title, body, attachments, handouts = (
        inject.title,
        inject.body,
        inject.attachments,
        inject.handouts,
    )
    if number is not None:
        variant = inject.variants[number]
        title = title if variant.title is None else variant.title
        body = body if variant.body is None else variant.body
        attachments = attachments if variant.attachments is None else variant.attachments
        handouts = handouts if variant.handouts is None else variant.handouts
    if run.amended_body is not None:
        body = run.amended_body
    return ShownInject(inject, told(title, state), told(body, state), attachments, handouts)


def option_title(decision: Decision, option_id: str | None, state: ExerciseState) -> str:
    """Return an option's title, or an empty text for none."""
    option = decision.option(option_id)
    return told(option.title, state) if option else ""


def duration(seconds: float) -> str:
    """Return a duration for a clock: ``14:33``, from an hour on ``1:12:40``."""
    whole = round(abs(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes:02d}:{left:02d}"


def long_duration(seconds: float) -> str:
    """Return a duration with its hours, as ``0:18:02``."""
    whole = round(abs(seconds))
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def local_time(at: datetime, zone: tzinfo | None, *, seconds: bool = True) -> str:
    """Return the time of day where the exercise is held; without a zone, the machine's."""
    return f"{at.astimezone(zone):%H:%M:%S}" if seconds else f"{at.astimezone(zone):%H:%M}"


def scenario_moment(at: datetime, state: ExerciseState) -> str:
    """Return a moment of scenario time: ``D+2 10:00Z``."""
    return day_and_time(at, state.scenario.starts)


def minutes_words(minutes: float) -> str:
    """Return a number of minutes without a needless fraction: ``25 min``."""
    return f"{minutes:g} min"


def in_words(word: str) -> str:
    """Return an id like ``military-advice`` as words: ``Military advice``."""
    words = word.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def as_sentence(text: str) -> str:
    """Return words with a capital first; ids in them keep their case, which capitalize() lowers."""
    return text[:1].upper() + text[1:]


def seat_code(word: str, state: ExerciseState) -> str:
    """Return a seat's code however it was typed; words that are no seat stay for the refusal."""
    wanted = word.strip(" ,").casefold()
    roles = state.scenario.roles_by_id
    return next((role for role in roles if role.casefold() == wanted), word.strip(" ,"))


def objective_id(word: str, state: ExerciseState) -> str | None:
    """Return an objective's id however it was typed, None for nothing typed."""
    wanted = word.strip(" #,").casefold()
    ids = (objective.id for objective in state.scenario.objectives)
    return next((one for one in ids if one.casefold() == wanted), word.strip(" #,") or None)
