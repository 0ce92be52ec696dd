"""The report as JSON, format ``tabletop-report/1``: keys are a contract, more may be added.

Moments are real seconds since STARTEX with pauses; durations are without them. Nothing here tells
when or on which machine it was written.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from tabletop.analysis.decisions import DecisionRecord, decision_records
from tabletop.analysis.injects import inject_status
from tabletop.analysis.record import ExerciseRecord
from tabletop.exercise.lateness import recorded_sentence
from tabletop.exercise.phrasing import inject_title, titled
from tabletop.exercise.records import Circulation, Position, StanceRecord
from tabletop.scenario.rules import Silence

FORMAT = "tabletop-report/1"
DECIMALS = 6


def json_report(record: ExerciseRecord) -> dict[str, Any]:
    """Return the whole report as JSON values."""
    decisions = decision_records(record)
    return {
        "format": FORMAT,
        "exercise": _exercise(record),
        "scenario": {
            "id": record.scenario.id,
            "title": str(record.scenario.title),
            "version": record.scenario.version,
            "sha256": record.package.sha256,
            "marking": str(record.scenario.marking),
        },
        "injects": _injects(record),
        "decisions": [_decision(decision) for decision in decisions],
        "postures": _postures(decisions),
        "requests": _requests(record),
        "observations": _observations(record),
        "expected": _expected(record),
        "ratings": [
            {"objective": r.objective, "rating": r.rating, "because": r.because}
            for r in record.state.ratings.values()
        ],
        "actions": _actions(record),
        "parked": [i.text for i in record.state.issues.values() if not i.withdrawn],
        "corrections": [
            {"entry": c.corrected_seq, "text": c.text, "reason": c.reason}
            for c in record.state.corrections
        ],
        "participants": _participants(record),
        "timeline": _timeline(record),
        "journal": {"entries": record.head.seq, "head": record.head.hash},
    }


def _participants(record: ExerciseRecord) -> list[dict[str, str]]:
    """Return who sat where; somebody who came back to a seat is the same person."""
    found: dict[tuple[str, str], str] = {}
    for one in record.participants:
        found[one.role, one.name] = found.get((one.role, one.name), "") or one.organisation
    return [
        {"role": role, "name": name, "organisation": organisation}
        for (role, name), organisation in found.items()
    ]


def _rounded(value: float | None) -> float | int | None:
    """Return a number as people write it: whole where it is whole, else six decimals."""
    if value is None:
        return None
    rounded = round(float(value), DECIMALS)
    return int(rounded) if rounded.is_integer() else rounded


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _exercise(record: ExerciseRecord) -> dict[str, Any]:
    state = record.state
    return {
        "id": record.exercise_id,
        "name": state.name,
        "kind": state.kind,
        "cut": state.cut,
        "status": state.status,
        "started": _iso(state.started_at),
        "ended": _iso(state.ended_at),
        "seconds": _rounded(state.played(record.until)),
        "paused_seconds": _rounded(state.paused(record.until)),
        "seats": list(state.seats),
    }


def _injects(record: ExerciseRecord) -> list[dict[str, Any]]:
    state = record.state
    found: list[dict[str, Any]] = []
    improvised = (state.improvised[inject_id] for inject_id in record.improvised)
    for inject in (*record.scenario.injects, *improvised):
        run = state.inject_run(inject.id)
        released = run.first_released_at
        first = record.first_releases.get(inject.id)
        found.append(
            {
                "id": inject.id,
                "title": inject_title(inject.id, record.scenario, run.variant) or str(inject.title),
                "status": inject_status(record, inject.id),
                "released_seconds": None if released is None else _rounded(record.moment(released)),
                "scenario_time": _iso(first.scenario_time) if first else None,
                "reason": run.reason or None,
                "against_condition": run.against_condition,
                "amended": run.amended_body,
            }
        )
    return found


def _decision(record: DecisionRecord) -> dict[str, Any]:
    outcome = record.outcome
    computed = None
    declared = None
    if outcome is not None:
        computed = {"status": outcome.computed_status, "option": outcome.computed_option}
        if outcome.declared:
            declared = {
                "status": outcome.status,
                "option": outcome.option,
                "reason": outcome.reason,
            }
    return {
        "id": record.decision.id,
        "title": titled(record.decision.title, record.record.scenario),
        "inject": record.inject.id,
        "rule": record.decision.rule.kind,
        "status": record.status,
        "option": outcome.option if outcome else None,
        "text": (outcome.text or None) if outcome else None,
        "computed": computed,
        "declared": declared,
        "eligible": len(record.eligible),
        "answered": record.answered,
        "tally": dict(record.tally),
        "positions": [_position(record, p) for p in _listed(record)],
        "stances": _stances(record),
        "proposals": [
            {"option": p.option, "text": p.text, "stances": _express(p.stances)}
            for p in record.run.proposals
        ],
        "dissent": _dissent(record),
        "evidence": outcome.evidence if outcome else None,
        "requested_by": list(record.requested_by),
        "affected": list(record.inject.affected),
        "silence": _silence(record),
        "order": [
            {"option": o.option, "rank_sum": o.rank_sum, "place": o.place} for o in record.order
        ],
        "rankings": {role: list(order) for role, order in record.rankings.items()},
        "judged": [
            {
                "role": j.role,
                "fact": j.fact,
                "likelihood": j.likelihood,
                "confidence": j.confidence,
            }
            for j in record.judgements
        ],
        "metrics": {name: _rounded(value) for name, value in asdict(record.metrics).items()},
    }


def _listed(record: DecisionRecord) -> list[Position]:
    """Return each seat's standing position of each round, then those that came late."""
    listed: list[Position] = []
    first, final = record.run.standing("first"), record.run.standing("final")
    for role in record.record.scenario.roles_by_id:
        listed += [standing[role] for standing in (first, final) if role in standing]
    return listed + [p for p in record.run.positions if p.late and not p.withdrawn]


def _position(record: DecisionRecord, position: Position) -> dict[str, Any]:
    stance = record.run.standing_stances.get(position.role)
    final = position.round == "final"
    return {
        "role": position.role,
        "round": position.round,
        "option": position.option,
        "options": list(position.options),
        "position": record.decision.position_of(position.option),
        "stance": stance.stance if stance and final else None,
        "confidence": position.confidence,
        "reason": position.reason,
        "condition": position.condition,
        "reservation": position.reservation,
        "seconds": _rounded(record.seconds_of(position)),
        "abstained": position.abstained,
        "advice": record.is_advice(position.role),
        "differs": final and not position.late and record.differs(position),
        "late": position.late,
        "early": position.early,
        "recalled": position.on_recalled,
    }


def _stances(record: DecisionRecord) -> list[dict[str, Any]]:
    express = record.express_stances
    return [
        {
            "role": role,
            "stance": stance,
            "express": role in express,
            "text": express[role].text if role in express else "",
        }
        for role, stance in record.stances.items()
    ]


def _dissent(record: DecisionRecord) -> list[dict[str, Any]]:
    """Return what was said against; the same words on two texts under silence stand once."""
    said = dict.fromkeys((d.role, d.kind, d.text) for d in record.dissent)
    return [{"role": role, "kind": kind, "text": text} for role, kind, text in said]


def _express(stances: Mapping[str, StanceRecord]) -> list[dict[str, Any]]:
    return [{"role": s.role, "stance": s.stance, "text": s.text} for s in stances.values()]


def _silence(record: DecisionRecord) -> list[dict[str, Any]]:
    if not isinstance(record.decision.rule, Silence):
        return []
    return [_circulation(record, text) for text in record.run.circulations]


def _circulation(record: DecisionRecord, text: Circulation) -> dict[str, Any]:
    whole = record.record
    return {
        "option": text.option,
        "text": text.text,
        "revision": text.revision,
        "circulated_seconds": _rounded(whole.moment(text.at)),
        "deadline_seconds": _rounded(whole.moment_of_played(text.deadline)),
        "result": record.silence_result(text),
        "extended": len(text.deadlines) - 1,
        "breaks": [
            {
                "role": b.role,
                "text": b.text,
                "seconds": _rounded(whole.moment_of_entry(b.seq)),
                "late": b.late,
            }
            for b in text.breaks
        ],
        "stances": _express(text.stances),
    }


def _postures(decisions: tuple[DecisionRecord, ...]) -> dict[str, list[dict[str, Any]]]:
    """Return each seat's final positions, decision by decision in the order of the file."""
    found: dict[str, list[dict[str, Any]]] = {}
    for record in decisions:
        for role, position in record.positions_of(record.finals).items():
            found.setdefault(role, []).append(
                {
                    "decision": record.decision.id,
                    "position": position,
                    "scale": record.decision.scale,
                }
            )
    return found


def _requests(record: ExerciseRecord) -> list[dict[str, Any]]:
    return [
        {
            "id": r.id,
            "role": r.role,
            "to": r.to,
            "question": r.question,
            "asked_seconds": _rounded(record.moment(r.at)),
            "answer": r.answer,
            "refused": r.refused,
            "answered_seconds": None
            if r.answered_at is None
            else _rounded(record.moment(r.answered_at)),
            "inject": r.inject_id,
        }
        for r in record.state.requests.values()
        if not r.withdrawn
    ]


def _observations(record: ExerciseRecord) -> list[dict[str, Any]]:
    return [
        {
            "text": o.text,
            "kind": o.kind,
            "objective": o.objective,
            "role": o.role,
            "seconds": _rounded(record.moment(o.at)),
            "inject": o.inject_id,
        }
        for o in record.state.observations.values()
        if not o.withdrawn
    ]


def _expected(record: ExerciseRecord) -> list[dict[str, Any]]:
    """Return the expected actions of every inject that was played, ticked or not."""
    found: list[dict[str, Any]] = []
    for inject in record.scenario.injects:
        if record.state.inject_run(inject.id).first_released_at is None:
            continue
        for expected in inject.expected:
            tick = record.state.ticks.get((inject.id, expected.id))
            found.append(
                {
                    "inject": inject.id,
                    "id": expected.id,
                    "text": titled(expected.text, record.scenario),
                    "objective": expected.objective,
                    "status": tick.status if tick else "not_assessed",
                    "comment": tick.comment if tick else "",
                }
            )
    return found


def _actions(record: ExerciseRecord) -> list[dict[str, Any]]:
    return [
        {
            "text": a.text,
            "objective": a.objective,
            "owner": a.owner,
            "start": a.start or None,
            "due": a.due or None,
            "status": a.status,
        }
        for a in record.state.actions.values()
        if not a.withdrawn
    ]


def _timeline(record: ExerciseRecord) -> list[dict[str, Any]]:
    return [
        {
            "seq": entry.seq,
            "seconds": _rounded(record.moment(entry.at)),
            "scenario_time": _iso(state.scenario_time(entry.at)),
            "event": type(entry.event).__name__,
            "text": recorded_sentence(entry, state, record.scenario),
            "undone": entry.seq in record.state.undone,
        }
        for entry, state in zip(record.entries, record.states, strict=True)
    ]
