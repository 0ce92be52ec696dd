"""What an exercise is like, whatever way it came there: for tests that compare two ways."""


def _inject(state, inject_id):
    run = state.inject_run(inject_id)
    return (
        run.is_released,
        run.skipped,
        run.recalled,
        run.reason if run.is_released or run.skipped or run.recalled else "",
        run.amended_body,
        run.variant if run.is_released else None,
        run.first_released_at,
        run.first_released_played,
        run.released_at,
        run.scenario_time,
    )


def _decision(state, decision_id):
    run = state.decision_run(decision_id)
    return (
        state.decision_status(decision_id),
        run.opened_at,
        run.opened_played,
        run.not_taken,
        tuple(p for p in run.positions if not p.withdrawn),
        run.rankings,
        run.standing_stances,
        run.proposals,
        run.circulations,
        run.judged,
        run.outcome,
        run.earlier_outcomes,
        run.revealed,
    )


def _said(state, decision_id):
    """Return the log of stances; what was said too late stays in it for good."""
    return tuple(s for s in state.decision_run(decision_id).stance_log if not s.late)


def _seat(seat):
    return (seat.present, seat.participant_id if seat.present else "", seat.card)


def _items(items):
    return {key: item for key, item in items.items() if not item.withdrawn}


def seen(state, now):
    """Return what an exercise is like: everything but what was taken back."""
    return {
        "status": state.status,
        "started": state.started_at,
        "played": state.played(now),
        "away": state.away,
        "clock": state.clock,
        "time": state.scenario_time(now),
        "injects": {i: _inject(state, i) for i in [*state.scenario.injects_by_id, "X-1"]},
        "order": state.release_order,
        "decisions": {d: _decision(state, d) for d in state.scenario.decisions_by_id},
        "said": {d: _said(state, d) for d in state.scenario.decisions_by_id},
        "closed": state.close_order,
        "effects": state.effects,
        "seats": {r: _seat(seat) for r, seat in state.seats.items()},
        "handouts": state.handouts,
        "requests": _items(state.requests),
        "observations": _items(state.observations),
        "issues": _items(state.issues),
        "actions": _items(state.actions),
        "ticks": {k: (t.status, t.comment) for k, t in state.ticks.items()},
        "ratings": {k: (r.rating, r.because) for k, r in state.ratings.items()},
    }


def recorded_played(state):
    """Return the played time of everything that stands in the record, in the order of entries."""
    found = []
    for run in state.decisions.values():
        found += [p for p in run.positions if not p.withdrawn]
        found += [*run.rankings, *run.standing_stances.values(), *run.proposals]
        found += [*run.circulations, *(b for text in run.circulations for b in text.breaks)]
        found += [*run.earlier_outcomes, *((run.outcome,) if run.outcome else ())]
    found += [o for o in state.observations.values() if not o.withdrawn]
    moments = [(one.seq, one.played) for one in found]
    for request in state.requests.values():
        if not request.withdrawn:
            moments.append((request.seq, request.asked_played))
            if request.answered_at is not None:
                moments.append((request.answered_seq, request.answered_played))
    moments += [(r.opened_seq, r.opened_played) for r in state.decisions.values() if r.opened_seq]
    moments += [
        (run.first_released_seq, run.first_released_played)
        for run in state.injects.values()
        if run.first_released_seq
    ]
    return [played for _, played in sorted(moments)]
