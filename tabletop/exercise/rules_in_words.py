"""A decision's rule in words, for the board and the report.

Under consensus, silence and on-request rules nobody votes, and no sentence here says so.
"""

from typing import assert_never

from tabletop.exercise.phrasing import hours_named, listed, minutes_named, share_named, titled
from tabletop.scenario.model import Decision, Scenario
from tabletop.scenario.rules import (
    Authority,
    Consensus,
    Discussion,
    Each,
    Majority,
    OnRequest,
    Ranking,
    Silence,
    default_option,
)


def rule_in_words(decision: Decision, scenario: Scenario) -> str:
    """Return how a decision is taken, in one or two sentences for the desk and the report."""
    words = _rule(decision, scenario)
    standing = decision.option(default_option(decision.rule))
    if standing is None:
        return words
    return f"{words} Otherwise this stands: {titled(standing.title, scenario)}."


def _rule(decision: Decision, scenario: Scenario) -> str:
    match decision.rule:
        case OnRequest() as rule:
            return f"{_askers(decision, rule, scenario)} may ask, and nobody can block it."
        case Consensus(consent=consent):
            words = "Adopted when nobody objects and nobody is awaiting."
            return f"{words} {listed(consent)} must consent expressly." if consent else words
        case Silence() as rule:
            return _silence_rule(rule)
        case Authority(roles=roles):
            return _authority_rule(roles, scenario)
        case Majority() as rule:
            return _majority_rule(rule)
        case Each(several=several):
            choice = " and may choose several options" if several else ""
            return f"Each seat decides for itself{choice}; the group has no outcome."
        case Ranking():
            return "Every seat puts all options in order; the lowest sum of ranks comes first."
        case Discussion():
            return "Discussion only: there is nothing to decide."
        case unknown:
            assert_never(unknown)


def _askers(decision: Decision, rule: OnRequest, scenario: Scenario) -> str:
    eligible = scenario.eligible_roles(decision)
    triggers = [option for option in decision.options if option.id in rule.triggers]
    asking = tuple(role for role in eligible if any(not o.only or role in o.only for o in triggers))
    deciding = tuple(role.id for role in scenario.roles if role.decides)
    if asking == deciding:
        kinds = {scenario.roles_by_id[role].kind for role in asking}
        return "Any delegation" if kinds == {"delegation"} else "Any seat"
    names = listed((titled(scenario.roles_by_id[role].title, scenario) for role in asking), "or")
    return names if len(asking) == 1 else f"Any of {names}"


def _silence_rule(rule: Silence) -> str:
    within = f" within {minutes_named(rule.minutes)}" if rule.minutes else " before the deadline"
    scenario_time = f" ({hours_named(rule.hours)} of scenario time)" if rule.hours else ""
    words = f"Adopted when nobody breaks silence{within}{scenario_time}."
    hidden = rule.reveal == "at_deadline"
    return f"{words} The room sees breaks at the deadline only." if hidden else words


def _authority_rule(roles: tuple[str, ...], scenario: Scenario) -> str:
    found = [scenario.roles_by_id[role] for role in roles if role in scenario.roles_by_id]
    titles = listed(titled(role.title, scenario) for role in found)
    if len(roles) == 1:
        return f"{titles} decides; all others advise."
    return f"{titles} decide together, when all choose the same; all others advise."


def _majority_rule(rule: Majority) -> str:
    over = "positions taken" if rule.of == "cast" else "eligible seats"
    if rule.at_least == 1 and rule.weight_at_least is None:
        return f"Adopted when all {over} are for the same option."
    limits = []
    if rule.more_than is not None:
        limits.append(f"more than {share_named(rule.more_than)} of the {over}")
    if rule.at_least is not None:
        limits.append(f"at least {share_named(rule.at_least)} of the {over}")
    if rule.weight_at_least is not None:
        limits.append(f"at least {share_named(rule.weight_at_least)} of their weight")
    return f"Adopted when one option has {listed(limits)}; a tie adopts nothing."
