"""Commands about scenarios: list, check, rehearse, schema."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tabletop.cli.errors import told
from tabletop.cli.options import AsJson, Cut, Database, ScenarioName, whole_number
from tabletop.cli.running import FOUND, USAGE, err, leave, out

if TYPE_CHECKING:
    from tabletop.analysis.rehearsal import Rehearsals
    from tabletop.scenario.model import Scenario

SEED = 1
MOST_RUNS = 100_000
_SHOWN_TITLE = 42


def scenarios(database: Database = None, as_json: AsJson = False) -> None:
    """List the shipped scenarios and your own."""
    from tabletop.bootstrap.workbench import Workbench

    with told(), Workbench(database) as bench:
        rows = []
        for name, path in bench.shipped_scenarios.items():
            read = bench.read(str(path))
            if read.package is None:
                err(f"{path} has errors; see: tabletop check {path}")
                continue
            rows.append(_listed(name, read.package.scenario))
    if as_json:
        out(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        out(
            f"{row['id']:<16} {row['title']:<{_SHOWN_TITLE}} {row['injects']:>3} injects, "
            f"{row['decisions']} decisions, {row['seats']} seats ({row['deciding']} decide), "
            f"{row['minutes']} min{_cuts(row['cuts'])}"
        )


def _cuts(ids: list[str]) -> str:
    return f"; shorter with --cut {' or '.join(ids)}" if ids else ""


def _listed(name: str, scenario: "Scenario") -> dict[str, Any]:
    return {
        "id": name,
        "title": str(scenario.title),
        "version": scenario.version,
        "injects": len(scenario.injects),
        "decisions": len(scenario.decisions_by_id),
        "seats": len(scenario.roles),
        "deciding": sum(role.decides for role in scenario.roles),
        "minutes": sum(i.minutes or 0 for i in scenario.injects if not i.contingency),
        "cuts": [cut.id for cut in scenario.cuts],
    }


def check(
    files: Annotated[list[str], typer.Argument(metavar="SCENARIO…", help="Files or ids.")],
    as_json: AsJson = False,
) -> None:
    """Say everything that is wrong with scenarios, with file, line and column."""
    from tabletop.bootstrap.workbench import Unknown, Workbench
    from tabletop.scenario_files.located import LocatedFinding, UnreadableScenario

    found: list[LocatedFinding] = []
    unreadable: list[str] = []
    with told(), Workbench() as bench:
        for wanted in files:
            try:
                found += bench.read(wanted).findings
            except (Unknown, UnreadableScenario) as error:
                unreadable.append(str(error))
    if as_json:
        out(json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=1))
    else:
        for finding in found:
            out(str(finding))
        # Where no file could be read, “0 errors” would sound like a sound scenario.
        if len(unreadable) < len(files):
            errors = sum(finding.is_error for finding in found)
            err(f"{_counted(errors, 'error')}, {_counted(len(found) - errors, 'warning')}")
    if unreadable:
        leave(USAGE, *unreadable)
    if any(finding.is_error for finding in found):
        raise typer.Exit(FOUND)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def rehearse(
    scenario: ScenarioName,
    runs: Annotated[
        int,
        typer.Option(
            "--runs", metavar="N", parser=whole_number(100, 1, MOST_RUNS), help="How often."
        ),
    ] = 100,
    seed: Annotated[
        int,
        typer.Option(
            "--seed", metavar="N", parser=whole_number(SEED), help="The same seed, the same counts."
        ),
    ] = SEED,
    policy: Annotated[
        str, typer.Option("--policy", help="random, lowest, highest or middle.")
    ] = "random",
    cut: Cut = None,
    as_json: AsJson = False,
) -> None:
    """Play a scenario without people, and count what is reached."""
    from random import Random

    from tabletop.analysis.rehearsal import POLICIES
    from tabletop.analysis.rehearsal import rehearse as play
    from tabletop.bootstrap.workbench import Workbench, refuse_unknown_cut

    chosen = next((known for known in POLICIES if known == policy), None)
    if chosen is None:
        leave(USAGE, f"“{policy}” is no policy; there are {', '.join(POLICIES)}.")
    with told(), Workbench() as bench:
        plan = bench.package(scenario).scenario
        refuse_unknown_cut(plan, cut)
    chance = Random(seed)  # noqa: S311 (a rehearsal, not a secret)
    result = play(plan, runs=runs, chance=chance, policy=chosen, cut=cut)
    if as_json:
        out(json.dumps(_values(result, seed, policy), ensure_ascii=False, indent=1))
    else:
        _print(result, plan)


def _values(result: "Rehearsals", seed: int, policy: str) -> dict[str, Any]:
    shortest, middle, longest = result.planned_minutes
    return {
        "runs": result.runs,
        "seed": seed,
        "policy": policy,
        "injects": dict(result.injects),
        "outcomes": {decision: dict(counts) for decision, counts in result.outcomes.items()},
        "options": {decision: dict(counts) for decision, counts in result.options.items()},
        "never": {
            "injects": list(result.never_injects),
            "options": [{"decision": d, "option": o} for d, o in result.never_options],
        },
        "minutes": {"minimum": shortest, "median": middle, "maximum": longest},
    }


def _print(result: "Rehearsals", plan: "Scenario") -> None:
    from tabletop.scenario.texts import filled

    out(f"{result.runs} rehearsals of {plan.title}")
    for inject_id, count in result.injects.items():
        title = filled(plan.injects_by_id[inject_id].title, plan.variables, {})
        out(f"  {inject_id:<8} {count:>6}  {title}")
        for decision in plan.injects_by_id[inject_id].decisions:
            counts = result.outcomes[decision.id]
            ended = ", ".join(f"{name} {n}" for name, n in sorted(counts.items()))
            out(f"    {decision.id:<8} {ended or 'never closed'}")
    never = [*result.never_injects, *(f"option {o} of {d}" for d, o in result.never_options)]
    out(f"never reached: {', '.join(never) or 'nothing'}")
    shortest, middle, longest = result.planned_minutes
    out(f"planned minutes: shortest {shortest:g}, median {middle:g}, longest {longest:g}")


def schema() -> None:
    """Print the JSON Schema of scenario files."""
    from tabletop.scenario_files.schema import json_schema

    out(json.dumps(json_schema(), ensure_ascii=False, indent=1))
