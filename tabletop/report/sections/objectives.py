"""Section 3, objectives and ratings, and section 6, the analysis by objective."""

from tabletop.analysis.shares import coverage
from tabletop.exercise.phrasing import sentenced
from tabletop.exercise.records import CorrectiveAction, ObjectiveRating, Observation
from tabletop.report.content import (
    Block,
    Cell,
    Column,
    Heading,
    ItemList,
    ListItem,
    Note,
    Paragraph,
    Run,
    Table,
    paragraph,
    text_runs,
)
from tabletop.report.sections.account import Account
from tabletop.scenario.model import Objective

RATINGS = {
    "P": "Performed without challenges",
    "S": "Performed with some challenges",
    "M": "Performed with major challenges",
    "U": "Unable to be performed",
    "N": "Not assessed",
}
DEFINITIONS = {
    "P": "Targets and critical tasks were done so that the objective was met, with no negative "
    "effect on other activities, no added risk to health or safety, and in line with plans, "
    "policies, procedures, regulations and laws.",
    "S": "All of P; chances to be more effective or more efficient were found.",
    "M": "The objective was met, but with at least one of: a negative effect on other "
    "activities, an added risk to health or safety, a departure from plans, policies, "
    "procedures, regulations or laws.",
    "U": "The targets and critical tasks were not done in a way that met the objective.",
    "N": "Play did not reach the objective, or nobody assessed it. Not one of the four letters "
    "of the method, and not the same as U.",
}


def objectives_and_ratings(account: Account) -> tuple[Block, ...]:
    """Return one row per objective, and what the letters mean."""
    heading = Heading(1, "Objectives and ratings", "objectives", "3")
    if not account.scenario.objectives:
        return (
            heading,
            paragraph("The scenario names no objectives, so there is nothing to rate."),
        )
    rows = tuple(_row(account, objective) for objective in account.scenario.objectives)
    columns = (
        Column("Objective", width=2.6),
        Column("Capability", width=1.75),
        Column("Rating", width=1.7),
        Column("Because", width=3.75),
    )
    return (
        heading,
        paragraph(
            "Ratings are those of the evaluators. They judge the discussion and the plans it "
            "touched, not persons or delegations."
        ),
        Table("Ratings by objective", columns, rows, anchor="ratings", sheet="Objectives"),
        _definitions(),
    )


def rating_of(account: Account, objective: str) -> ObjectiveRating | None:
    return account.state.ratings.get(objective)


def _row(account: Account, objective: Objective) -> tuple[Cell, ...]:
    rating = rating_of(account, objective.id)
    letter = rating.rating if rating else "N"
    because = sentenced(rating.because) if rating else "No rating was recorded."
    name = f"{objective.id} {account.text(objective.title)}"
    return (
        Cell(name, strong=True, target=f"#objective-{objective.id}"),
        Cell(account.text(objective.capability) or "–"),
        Cell(letter, detail=RATINGS[letter], strong=True),
        Cell(because),
    )


def _definitions() -> Table:
    return Table(
        "What the letters mean",
        (Column("", "center", 0.4), Column("Rating", width=1.7), Column("Meaning", width=7)),
        tuple(
            (Cell(letter, strong=True), Cell(RATINGS[letter]), Cell(DEFINITIONS[letter]))
            for letter in RATINGS
        ),
        note="After the Homeland Security Exercise and Evaluation Program (2013), which this "
        "report follows. M means that the objective was met.",
        dense=True,
        sheet="Objectives",
    )


# --- section 6 ---------------------------------------------------------------------------------


def improvements(account: Account) -> tuple[tuple[str, Observation], ...]:
    """Return every area for improvement with its number, objective by objective."""
    ids = [objective.id for objective in account.scenario.objectives]
    found = [o for objective in (*ids, None) for o in _of(account, "improvement", objective)]
    return tuple((f"AI-{number}", o) for number, o in enumerate(found, start=1))


def _of(account: Account, kind: str, objective: str | None) -> list[Observation]:
    known = {o.id for o in account.scenario.objectives}
    return [
        o
        for o in account.state.observations.values()
        if o.kind == kind
        and not o.withdrawn
        and (o.objective if o.objective in known else None) == objective
    ]


def actions_of(account: Account, objective: str | None) -> list[tuple[str, CorrectiveAction]]:
    """Return the corrective actions for an objective, with their numbers in the plan."""
    return [(n, a) for n, a in numbered_actions(account) if a.objective == objective]


def numbered_actions(account: Account) -> tuple[tuple[str, CorrectiveAction], ...]:
    """Return the corrective actions with their numbers in the improvement plan."""
    actions = [action for action in account.state.actions.values() if not action.withdrawn]
    return tuple((f"CA-{number}", action) for number, action in enumerate(actions, start=1))


def analysis_by_objective(account: Account) -> tuple[Block, ...]:
    """Return, objective by objective, what evaluators saw and what is to follow from it."""
    heading = Heading(1, "Analysis by objective", "analysis", "6")
    observations = [o for o in account.state.observations.values() if not o.withdrawn]
    state = account.state
    if not (observations or state.ratings or state.ticks or numbered_actions(account)):
        return (heading, paragraph("No observations were recorded."))
    blocks: list[Block] = [heading, _reading_hint()]
    for number, objective in enumerate(account.scenario.objectives, start=1):
        title = f"{objective.id} {account.text(objective.title)}"
        blocks.append(Heading(2, title, f"objective-{objective.id}", f"6.{number}"))
        blocks += _target(account, objective)
        blocks += _findings(account, objective.id)
    if any(_of(account, kind, None) for kind in ("strength", "improvement", "note")):
        number = len(account.scenario.objectives) + 1
        blocks.append(Heading(2, "Observations without an objective", number=f"6.{number}"))
        blocks += _findings(account, None)
    return tuple(blocks)


def _reading_hint() -> Note:
    text = (
        "Strengths and areas for improvement are the evaluators’ notes as recorded; each leads to "
        "its entry in the log. Which plan or policy an area refers to, and why it came about, is "
        "for the evaluators to add before the report is final."
    )
    return Note("hint", "", (paragraph(text),))


def _target(account: Account, objective: Objective) -> list[Block]:
    rating = rating_of(account, objective.id)
    runs = [Run("Target. ", bold=True), Run(" ".join(account.text(objective.target).split()))]
    blocks: list[Block] = [Paragraph(tuple(runs))] if objective.target else []
    if rating:
        words = f"{rating.rating}, {RATINGS[rating.rating].lower()}. {sentenced(rating.because)}"
        runs = [Run("Rating. ", bold=True), Run(words), *account.see(rating.seq)]
        blocks.append(Paragraph(tuple(runs)))
    if seen := _expected_seen(account, objective.id):
        blocks.append(Paragraph((Run("Expected actions. ", bold=True), Run(seen)), generated=True))
    return blocks


def _expected_seen(account: Account, objective: str) -> str:
    statuses = [
        account.state.ticks.get((inject.id, expected.id))
        for inject in account.scenario.injects
        if account.state.inject_run(inject.id).first_released_at is not None
        for expected in inject.expected
        if expected.objective == objective
    ]
    if not statuses:
        return ""
    seen = coverage(
        None if tick is None or tick.status == "not_assessed" else tick.status for tick in statuses
    )
    verb = "was" if seen.assessed == 1 else "were"
    parts = [f"{seen.observed} of {seen.assessed} assessed {verb} observed"]
    parts = parts if seen.assessed else []
    parts += [f"{seen.partial} in part"] if seen.partial else []
    parts += [f"{seen.not_observed} not observed"] if seen.not_observed else []
    parts += [f"{seen.not_assessed} not assessed"] if seen.not_assessed else []
    return f"{', '.join(parts)} (section 9)."


def _findings(account: Account, objective: str | None) -> list[Block]:
    numbers = {o.id: number for number, o in improvements(account)}
    blocks: list[Block] = []
    for kind, title in (
        ("strength", "Strengths"),
        ("improvement", "Areas for improvement"),
        ("note", "Notes"),
    ):
        found = _of(account, kind, objective)
        if found:
            blocks += [
                Heading(3, title),
                ItemList(tuple(_item(account, o, numbers.get(o.id, "")) for o in found)),
            ]
    if not blocks:
        blocks.append(Paragraph(text_runs("No observation was recorded on this objective.")))
    actions = actions_of(account, objective)
    if actions:
        items = tuple(
            ListItem(
                (Run(number, bold=True, target=f"#{number}"), Run(f" {sentenced(a.text)}")),
            )
            for number, a in actions
        )
        blocks += [Heading(3, "Corrective actions"), ItemList(items)]
    return blocks


def _item(account: Account, observation: Observation, number: str) -> ListItem:
    head = (Run(f"{number}: ", bold=True),) if number else ()
    return ListItem((*head, Run(sentenced(observation.text)), *account.seen_during(observation)))
