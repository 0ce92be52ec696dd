"""The cover: what this is, in six facts and one figure."""

from collections import Counter
from dataclasses import replace

from tabletop.analysis.decisions import DecisionRecord
from tabletop.analysis.injects import inject_counts
from tabletop.exercise.phrasing import listed
from tabletop.plots.medians import MedianPath, MedianPoint, median_path
from tabletop.plots.picture import counted, span
from tabletop.report.content import Fact, Figure
from tabletop.report.figures import figure_of
from tabletop.report.sections.account import Account
from tabletop.report.sections.method import short_head
from tabletop.report.sections.phrases import date_in_words, first_sentence
from tabletop.report.sections.played import played_in_short

KIND = "After-action report and improvement plan"
NOT_INTENDED = "not an exercise with its intended participants."
HANDLING = (
    "All events, persons and statements in this report belong to an exercise. Handle as marked. "
    "Results describe a discussion, not the policy of any government."
)
_LONGEST_SUBTITLE = 170
# A little narrower than the text, so that title, figure and facts share one page.
_FIGURE_WIDTH = 0.96


def subtitle(account: Account) -> str:
    """Return what the exercise was about: its aim, or the title of the scenario."""
    aim = first_sentence(account.text(account.scenario.aim))
    title = account.text(account.scenario.title)
    return aim if aim and len(aim) <= _LONGEST_SUBTITLE else title


def date(account: Account) -> str:
    """Return the day of the exercise in words."""
    started = account.state.started_at
    return date_in_words(started) if started else "Not started"


def dated_name(account: Account) -> str:
    """Return the name of the exercise with its day, which many a name holds already."""
    name = account.state.name or account.text(account.scenario.title)
    started = account.state.started_at
    if started is None:
        return f"{name}, not started"
    month = date_in_words(started).split()[1][:3]
    short = f"{month} {started.year}"
    written = (
        date_in_words(started),
        f"{started:%Y-%m-%d}",
        f"{started.day} {short}",
        f"{started:%d} {short}",
    )
    return name if any(day in name for day in written) else f"{name}, {written[0]}"


def kind_of_report(account: Account) -> str:
    """Return what this is; a report of anything but an exercise says so in its first line."""
    if account.state.kind == "exercise":
        return KIND
    return f"{KIND} of a {account.state.kind}"


def handling(account: Account) -> str:
    """Return how to take what stands in the report."""
    if account.state.kind == "exercise":
        return HANDLING
    return f"This was a {account.state.kind}, {NOT_INTENDED} {HANDLING}"


def running_head(account: Account) -> str:
    """Return what stands small on every page: the name, the day, and what was no exercise."""
    kind = account.state.kind
    return dated_name(account) if kind == "exercise" else f"{dated_name(account)}, {kind}"


def cover_facts(account: Account) -> tuple[Fact, ...]:
    """Return the facts under the figure."""
    scenario = account.scenario
    version = f" {scenario.version}" if scenario.version else ""
    cut = scenario.cut(account.state.cut)
    played = account.text(cut.title) if cut else "full version"
    sponsor = account.text(scenario.overview.sponsor)
    entries = counted(account.record.head.seq, "entry", "entries")
    return (
        Fact("Held", _held(account)),
        Fact("Seats", _seats(account)),
        Fact("Played", _played(account)),
        Fact("Sponsor", sponsor or "Not stated"),
        Fact("Scenario", f"{account.text(scenario.title)}{version}, {played}"),
        Fact("Record", f"{entries}\nhead {short_head(account)}"),
    )


def _held(account: Account) -> str:
    state, until = account.state, account.record.until
    if state.started_at is None:
        return "Not started"
    hours = f"{state.started_at:%H:%M} to {until:%H:%M} UTC"
    played = state.played(until)
    if state.ended_at and played < 1:
        return f"{date(account)}\n{state.started_at:%H:%M} UTC, ended at once"
    under_way = "" if state.ended_at else "\nunder way"
    return f"{date(account)}\n{hours}, {span(played)}{under_way}"


def _seats(account: Account) -> str:
    roles = account.scenario.roles_by_id
    kinds = Counter(roles[role].kind for role in account.state.seats)
    return listed(counted(n, kind) for kind, n in kinds.most_common()) or "No seats"


def _played(account: Account) -> str:
    adopted = sum(record.status == "adopted" for record in account.decisions)
    injects = played_in_short(inject_counts(account.record))
    if not account.decisions:
        return f"{injects}\nNo decision"
    decisions = counted(len(account.decisions), "decision")
    return f"{injects}\n{decisions}, {adopted or 'none'} adopted"


def cover_figure(account: Account) -> Figure | None:
    """Return the median position by decision on the scale; nothing without positions."""
    points = tuple(_point(record) for record in account.of_the_group)
    if not points:
        return None
    path = MedianPath(points, account.scale(account.main_scale))
    few = ", and those under silence with positions of some seats only," if account.of_a_few else ""
    left_out = f"; decisions without positions{few} left out"
    without = left_out if len(points) < len(account.decisions) else ""
    caption = f"Median final position of the seats by decision, {_of(points)}{without}."
    drawing = figure_of(median_path(path, account.frame), caption=caption)
    return replace(drawing, width=_FIGURE_WIDTH)


def _point(record: DecisionRecord) -> MedianPoint:
    answers = len(record.positions_of(record.finals))
    return MedianPoint(record.decision.id, record.metrics.median or 0.0, answers)


def _of(points: tuple[MedianPoint, ...]) -> str:
    sizes = [point.answers for point in points]
    low, high = min(sizes), max(sizes)
    return f"n = {low}" if low == high else f"n = {low} to {high}"
