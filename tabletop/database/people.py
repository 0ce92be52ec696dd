"""The names of the people, in a table of their own, so that names can go and the record stays."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, update

from tabletop.database.schema import participant, seal
from tabletop.database.sentences import unavailable
from tabletop.exercise.journal import Participant


def keep_people(
    connection: Connection, exercise_id: str, participants: Sequence[Participant]
) -> None:
    """Add people, or correct those who are there, in the transaction at hand."""
    for person in participants:
        position = _position(connection, exercise_id, person.id)
        values = _values(exercise_id, person, position)
        mine = (participant.c.exercise_id == exercise_id) & (participant.c.id == person.id)
        if connection.execute(update(participant).where(mine).values(values)).rowcount == 0:
            connection.execute(insert(participant).values(values))


def kept_people(connection: Connection, exercise_id: str, path: Path) -> tuple[Participant, ...]:
    """Return the people of an exercise, in order of their seats' first entry."""
    query = (
        select(participant)
        .where(participant.c.exercise_id == exercise_id)
        .order_by(participant.c.position)
    )
    people = []
    for row in connection.execute(query):
        person = Participant(row.id, row.role, row.name, row.organisation)
        if _values(exercise_id, person, row.position)["seal"] != row.seal:
            raise unavailable("damaged", path, f"the entry of participant {row.id} was changed")
        people.append(person)
    return tuple(people)


def forget_names(connection: Connection, exercise_id: str, path: Path) -> None:
    """Empty every name and organisation; ids and seats stay, because entries point to them."""
    people = kept_people(connection, exercise_id, path)
    keep_people(connection, exercise_id, [Participant(p.id, p.role, "") for p in people])


def _position(connection: Connection, exercise_id: str, participant_id: str) -> int:
    mine = participant.c.exercise_id == exercise_id
    query = select(participant.c.position).where(mine, participant.c.id == participant_id)
    position = connection.execute(query).scalar()
    if position is None:
        position = connection.execute(select(func.count()).where(mine)).scalar_one()
    return int(position)


def _values(exercise_id: str, person: Participant, position: int) -> dict[str, str | int]:
    name, organisation = storable(person.name), storable(person.organisation)
    return {
        "exercise_id": exercise_id,
        "id": person.id,
        "position": position,
        "role": person.role,
        "name": name,
        "organisation": organisation,
        "seal": seal(exercise_id, person.id, position, person.role, name, organisation),
    }


def storable(text: str) -> str:
    """Replace halves of characters, which have no UTF-8, so that odd input stays recordable."""
    return text.encode("utf-8", "replace").decode("utf-8")
