"""The names of the people, in a table of their own, so that names can go and the record stays."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, update

from tabletop.database.schema import exercise, participant, seal
from tabletop.database.sentences import unavailable
from tabletop.exercise.journal import Participant


def keep_people(
    connection: Connection, exercise_id: str, participants: Sequence[Participant]
) -> None:
    """Add people, or correct those who are there, in the transaction at hand."""
    if not participants:
        return
    known = {row.id for row in _rows(connection, exercise_id)}
    for person in participants:
        values = {
            "role": person.role,
            "name": storable(person.name),
            "organisation": storable(person.organisation),
        }
        if person.id in known:
            mine = (participant.c.exercise_id == exercise_id) & (participant.c.id == person.id)
            connection.execute(update(participant).where(mine).values(values))
        else:
            place = {"exercise_id": exercise_id, "id": person.id, "position": len(known)}
            connection.execute(insert(participant).values({**place, **values}))
            known.add(person.id)
    sealed = people_seal(exercise_id, _rows(connection, exercise_id))
    connection.execute(
        update(exercise).where(exercise.c.id == exercise_id).values(people_seal=sealed)
    )


def kept_people(connection: Connection, exercise_id: str, path: Path) -> tuple[Participant, ...]:
    """Return the people of an exercise, in order of their seats' first entry."""
    rows = _rows(connection, exercise_id)
    if not people_are_unchanged(connection, exercise_id):
        detail = f"the list of people of the exercise {exercise_id} was changed"
        raise unavailable("damaged", path, detail)
    return tuple(Participant(row.id, row.role, row.name, row.organisation) for row in rows)


def people_are_unchanged(connection: Connection, exercise_id: str) -> bool:
    """Whether the seal in the exercise's row is the one over its people."""
    query = select(exercise.c.people_seal).where(exercise.c.id == exercise_id)
    sealed = people_seal(exercise_id, _rows(connection, exercise_id))
    return bool(connection.execute(query).scalar() == sealed)


def forget_names(connection: Connection, exercise_id: str, path: Path) -> None:
    """Empty every name and organisation; ids and seats stay, because entries point to them."""
    people = kept_people(connection, exercise_id, path)
    keep_people(connection, exercise_id, [Participant(p.id, p.role, "") for p in people])


def people_seal(exercise_id: str, rows: Sequence[Any]) -> str:
    """Return the seal over all people of an exercise."""
    fields = [(row.position, row.id, row.role, row.name, row.organisation) for row in rows]
    return seal(exercise_id, *(value for row in fields for value in row))


def _rows(connection: Connection, exercise_id: str) -> Sequence[Any]:
    mine = participant.c.exercise_id == exercise_id
    return connection.execute(
        select(participant).where(mine).order_by(participant.c.position)
    ).all()


def storable(text: str) -> str:
    """Replace halves of characters, which have no UTF-8, so that odd input stays recordable."""
    return text.encode("utf-8", "replace").decode("utf-8")
