"""The after-action report and improvement plan: the full profile, with names.

The order of the sections is that of the HSEEP after-action report, with the decisions in its
middle: what was decided, how, and who stood apart is what this report is for.
"""

from pathlib import Path

from tabletop.analysis.record import ExerciseRecord
from tabletop.plots.picture import Frame
from tabletop.report.content import Block, Report
from tabletop.report.sections.account import Account
from tabletop.report.sections.acronyms import acronyms
from tabletop.report.sections.annexes import (
    improvement_plan,
    participants,
    requests_for_information,
)
from tabletop.report.sections.cover import (
    cover_facts,
    cover_figure,
    date,
    handling,
    kind_of_report,
    running_head,
    subtitle,
)
from tabletop.report.sections.decisions import decisions_at_a_glance
from tabletop.report.sections.dissent import dissent_and_minority_views
from tabletop.report.sections.dynamics import decision_dynamics
from tabletop.report.sections.expected import expected_and_observed
from tabletop.report.sections.injects import injects_as_released
from tabletop.report.sections.limits import limits_of_this_report
from tabletop.report.sections.log import full_log
from tabletop.report.sections.method import method_and_formulas, short_head, software
from tabletop.report.sections.objectives import analysis_by_objective, objectives_and_ratings
from tabletop.report.sections.overview import exercise_overview
from tabletop.report.sections.storyline import storyline_as_played
from tabletop.report.sections.summary import executive_summary

WITHOUT_MARKING = "FOR EXERCISE PURPOSES ONLY"

_SECTIONS = (
    executive_summary,
    exercise_overview,
    objectives_and_ratings,
    storyline_as_played,
    decisions_at_a_glance,
    analysis_by_objective,
    decision_dynamics,
    dissent_and_minority_views,
    expected_and_observed,
    limits_of_this_report,
    improvement_plan,
    participants,
    full_log,
    injects_as_released,
    requests_for_information,
    method_and_formulas,
)


def after_action_report(record: ExerciseRecord, *, fonts: Path) -> Report:
    """Return the full report of an exercise, which may still be under way or not yet begun."""
    account = account_of(record, fonts)
    blocks: list[Block] = [block for section in _SECTIONS for block in section(account)]
    blocks += acronyms(account, blocks)
    name = record.state.name or account.text(record.scenario.title)
    return Report(
        title=name,
        kind=kind_of_report(account),
        marking=account.frame.marking,
        ended=record.until,
        date=date(account),
        blocks=tuple(blocks),
        subtitle=subtitle(account),
        version="Draft",
        cover_figure=cover_figure(account),
        facts=cover_facts(account),
        handling=handling(account),
        running_head=running_head(account),
        running_foot=f"{software()}, record head {short_head(account)[:9]}",
    )


def account_of(record: ExerciseRecord, fonts: Path) -> Account:
    """Return what the sections draw from, with the marking that stands on every page."""
    bare = Account(record, Frame(WITHOUT_MARKING, fonts))
    marking = bare.text(record.scenario.marking).strip() or WITHOUT_MARKING
    return Account(record, Frame(marking, fonts))
