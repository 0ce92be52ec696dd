"""Refusals, and the look-ups that refuse what the scenario does not know."""

from difflib import get_close_matches

from tabletop.exercise.commands import Command
from tabletop.exercise.state import ExerciseState
from tabletop.scenario.model import Decision, Inject


class Refused(Exception):
    """A command cannot be carried out; the text is a sentence for the person who asked."""


def unknown(what: str, given: str, known: tuple[str, ...]) -> Refused:
    """Return the refusal of an id nobody knows, with the nearest one that exists."""
    near = get_close_matches(given, known, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return Refused(f"There is no {what} “{given}” here.{hint}")


def known_inject(state: ExerciseState, inject_id: str) -> Inject:
    """Return a planned or improvised inject, or refuse."""
    try:
        return state.inject(inject_id)
    except KeyError:
        known = (*state.scenario.injects_by_id, *state.improvised)
        raise unknown("inject", inject_id, known) from None


def known_decision(state: ExerciseState, decision_id: str) -> Decision:
    """Return a decision of the scenario, or refuse."""
    decision = state.scenario.decisions_by_id.get(decision_id)
    if decision is None:
        raise unknown("decision", decision_id, tuple(state.scenario.decisions_by_id))
    return decision


def known_option(decision: Decision, option_id: str) -> None:
    """Refuse an option the decision does not offer."""
    if decision.option(option_id) is None:
        offered = ", ".join(option.id for option in decision.options) or "none"
        raise Refused(f"{decision.id} has no option “{option_id}”; it offers {offered}.")


def known_role(state: ExerciseState, role: str) -> None:
    """Refuse a seat the scenario does not have."""
    if role not in state.scenario.roles_by_id:
        raise unknown("seat", role, tuple(state.scenario.roles_by_id))


def seated(state: ExerciseState, role: str) -> None:
    """Refuse a seat that is not played or is marked absent."""
    known_role(state, role)
    if role not in state.seats:
        raise Refused(f"{role} is not played in this exercise; mark it present first.")
    if not state.seats[role].present:
        raise Refused(f"{role} is marked absent; mark it present first.")


def in_hand(state: ExerciseState, decision: Decision) -> None:
    """Refuse what is done to a decision that is not open: closed, not yet open, recalled."""
    started(state)
    not_ended(state)
    run = state.decision_run(decision.id)
    carrier = state.scenario.inject_of_decision[decision.id]
    if run.outcome is not None:
        raise Refused(f"{decision.id} is closed. Reopen it first.")
    if run.not_taken:
        raise Refused(f"{decision.id} is not taken in this exercise; its condition does not hold.")
    if run.opened_at is None:
        raise Refused(f"{decision.id} is not open; it opens with {carrier.id}.")
    if not state.is_open(decision.id):
        raise Refused(f"{decision.id} is not open: {carrier.id} was recalled. Release it again.")


def not_closed(state: ExerciseState, decision: Decision) -> None:
    """Refuse to change the record that an outcome rests on."""
    if state.decision_run(decision.id).outcome is not None:
        raise Refused(f"{decision.id} is closed. Reopen it first.")


def given(found: object, sentence: str) -> None:
    """Refuse to take back what is not there."""
    if not found:
        raise Refused(sentence)


def nothing_done_since(
    state: ExerciseState, seq: int, sentence: str, *, about: str | None = None
) -> None:
    """Refuse to go back to what was before an entry while what was done after it stands.

    ``about`` is the id of a decision or inject, where only what was done to that one is in the way.
    Undo takes back the latest first, so nothing stands any more when it comes to that entry.
    """
    later = (step for step in state.undo_steps if step.seq > seq)
    if any(about in (None, *_touched(command)) for step in later for command in step.inverse):
        raise Refused(sentence)


def _touched(command: Command) -> tuple[str, str]:
    """Return the decision and the inject that a command names."""
    return getattr(command, "decision_id", ""), getattr(command, "inject_id", "")


def started(state: ExerciseState) -> None:
    """Refuse what makes no sense before STARTEX."""
    if state.started_at is None:
        raise Refused("The exercise has not started; release the first inject.")


def not_ended(state: ExerciseState) -> None:
    """Refuse what makes no sense after ENDEX."""
    if state.ended_at is not None:
        raise Refused("The exercise has ended. Take ENDEX back to go on.")
