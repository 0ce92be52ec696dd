"""What the palette finds: every action, and injects, decisions and seats by id or title."""

from dataclasses import dataclass

from tabletop.exercise.suggestions import next_inject
from tabletop.gui.actions import ACTIONS, action
from tabletop.gui.console.rows.texts import told
from tabletop.gui.situation import Situation, can_be_released


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the palette; ``action_id`` is an action's, or a kind, a colon and an id."""

    action_id: str
    words: str
    icon: str
    key: str = ""
    refusal: str = ""


def found_actions(text: str, situation: Situation, recent: tuple[str, ...]) -> tuple[Found, ...]:
    """Return the actions whose words hold every word typed; recent first, impossible last."""
    found = [
        Found(a.id, a.verb(situation), a.icon, a.key, a.refusal(situation))
        for a in ACTIONS
        if a.is_listed
    ]
    if text.strip():
        found += found_things(situation)
    words = text.casefold().split()
    matching = [f for f in found if all(word in f.words.casefold() for word in words)]

    def order(one: Found) -> tuple[bool, int, bool, bool]:
        used = recent.index(one.action_id) if one.action_id in recent else len(recent)
        begins = bool(words) and one.words.casefold().startswith(words[0])
        named = one.words.casefold().split()
        return bool(one.refusal), used, not begins, not set(words) <= set(named)

    return tuple(sorted(matching, key=order))


def refused_words(action_id: str, situation: Situation) -> str:
    """Return what cannot be done now and why, without a full stop; empty when it can."""
    if ":" in action_id:
        found = next((f for f in found_things(situation) if f.action_id == action_id), None)
        words, refusal = (found.words, found.refusal) if found else ("", "")
    else:
        asked = action(action_id)
        words, refusal = asked.verb(situation), asked.refusal(situation)
    return f"{words.removesuffix('…')}: {refusal}" if refusal else ""


def found_things(situation: Situation) -> tuple[Found, ...]:
    """Return the injects that may be released or looked at, the decisions and the seats."""
    return (
        *_releases(situation),
        *_decisions(situation),
        *_seats(situation),
        *_injects(situation),
    )


def _releases(situation: Situation) -> tuple[Found, ...]:
    """Return every inject that a hand may release; the suggested one has an action."""
    state = situation.state
    suggestion = next_inject(state)
    suggested = suggestion.inject.id if suggestion else None
    return tuple(
        Found(f"release:{i.id}", f"Release {i.id} {told(i.title, state)}", "play")
        for i in state.scenario.injects
        if i.id != suggested and can_be_released(i.id, state)
    )


def _decisions(situation: Situation) -> tuple[Found, ...]:
    state = situation.state
    return tuple(
        Found(
            f"decision:{d.id}",
            f"Go to {d.id} {told(d.title, state)}",
            "scale",
            refusal=_not_yet(d.id, situation),
        )
        for d in state.scenario.decisions_by_id.values()
    )


def _not_yet(decision_id: str, situation: Situation) -> str:
    """Return why there is nothing to see of a decision yet."""
    state = situation.state
    run = state.decision_run(decision_id)
    if state.is_open(decision_id) or run.outcome is not None or run.positions:
        return ""
    holders = (i.id for i in state.scenario.injects if decision_id in {d.id for d in i.decisions})
    return f"opens with {next(holders, 'its inject')}"


def _seats(situation: Situation) -> tuple[Found, ...]:
    """Return the seats that have a place on the board."""
    state, decision = situation.state, situation.decision
    if decision is None or not state.is_open(decision.id):
        return ()
    roles = state.scenario.roles_by_id
    return tuple(
        Found(f"seat:{role}", f"Answer {decision.id} for {_seat_name(role, situation)}", "seat")
        for role in state.eligible(decision)
        if role in roles
    )


def _seat_name(role: str, situation: Situation) -> str:
    title = told(situation.state.scenario.roles_by_id[role].title, situation.state)
    return role if title == role else f"{role} {title}"


def _injects(situation: Situation) -> tuple[Found, ...]:
    state = situation.state
    planned = [(i.id, told(i.title, state)) for i in state.scenario.injects]
    known = {inject_id for inject_id, _ in planned}
    improvised = [i for i in state.release_order if i not in known]
    titles = [*planned, *((i, told(state.inject(i).title, state)) for i in improvised)]
    return tuple(Found(f"inject:{i}", f"Look at {i} {title}", "eye") for i, title in titles)
