"""The steps that undo offers, the last one first: how entries add them and take them away."""

from dataclasses import replace

from tabletop.exercise.commands import Command, WithdrawPosition, WithdrawRanking
from tabletop.exercise.events import Event
from tabletop.exercise.journal import Entry
from tabletop.exercise.records import UndoStep
from tabletop.exercise.state import ExerciseState
from tabletop.exercise.undo import inverse_of
from tabletop.exercise.undo.by_name import belongs_to, same_as, taken_back_again, taken_back_by

UNDO_DEPTH = 200


def with_undo_step(before: ExerciseState, after: ExerciseState, entry: Entry) -> ExerciseState:
    """Return the state with what undoes the entry; entries of one command are undone together."""
    steps = after.undo_steps
    found = inverse_of(before, entry.event)
    last = steps[-1] if steps and steps[-1].command_id == entry.command_id else None
    if last is not None:
        inverse = last.inverse if found is None else (found[1], *last.inverse)
        label = _group_label(last.label, inverse)
        step = replace(last, label=label, inverse=inverse, seqs=(*last.seqs, entry.seq))
        return replace(after, undo_steps=(*steps[:-1], step))
    if found is None:
        left = _without_steps_of(steps, entry.event)
        found = taken_back_again(before, entry.event) if left == steps else None
        if found is None:
            return replace(after, undo_steps=left)
    label, command = found
    step = UndoStep(entry.seq, entry.command_id, label, (command,), (entry.seq,))
    return replace(after, undo_steps=(*steps, step)[-UNDO_DEPTH:])


def _without_steps_of(steps: tuple[UndoStep, ...], event: Event) -> tuple[UndoStep, ...]:
    """Return the steps without the last one that an event given by name has anticipated.

    What was done to the thing since then belongs to it and goes along.
    """
    command = taken_back_by(event)
    if command is None:
        return steps
    places = [n for n, step in enumerate(steps) if _is_undone_by(command, step)]
    if not places:
        return steps
    last = places[-1]
    later = (s for s in steps[last + 1 :] if not all(belongs_to(event, c) for c in s.inverse))
    return (*steps[:last], *later)


def _is_undone_by(command: Command, step: UndoStep) -> bool:
    return len(step.inverse) == 1 and same_as(command, step.inverse[0])


def _group_label(first: str, inverse: tuple[Command, ...]) -> str:
    """Return what undoing several entries of one command is called: mostly like the first."""
    answers = [c for c in inverse if isinstance(c, WithdrawPosition | WithdrawRanking)]
    if len(answers) < max(len(inverse), 2):
        return first
    where = {command.decision_id for command in answers}
    place = f" in {where.pop()}" if len(where) == 1 else ""
    ranked = all(isinstance(command, WithdrawRanking) for command in answers)
    return f"Take back {len(answers)} {'rankings' if ranked else 'positions'}{place}"
