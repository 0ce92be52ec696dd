"""Scenarios and their attachments, each kept once, under the SHA-256 of its content."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from tabletop.database.schema import attachment, attachment_content, exercise, scenario_source, seal
from tabletop.database.sentences import unavailable
from tabletop.scenario.package import Attachment, ScenarioPackage


def keep_source(connection: Connection, package: ScenarioPackage) -> None:
    """Keep a scenario's text, unless it is there."""
    known = select(scenario_source.c.sha256).where(scenario_source.c.sha256 == package.sha256)
    if connection.execute(known).first() is None:
        connection.execute(
            insert(scenario_source).values(sha256=package.sha256, text=package.source)
        )


def keep_attachments(connection: Connection, exercise_id: str, package: ScenarioPackage) -> None:
    """Keep the attachments of an exercise, contents only once."""
    for position, kept in enumerate(package.attachments):
        sha256 = hashlib.sha256(kept.content).hexdigest()
        known = select(attachment_content.c.sha256).where(attachment_content.c.sha256 == sha256)
        if connection.execute(known).first() is None:
            connection.execute(
                insert(attachment_content).values(sha256=sha256, content=kept.content)
            )
        connection.execute(
            insert(attachment).values(
                exercise_id=exercise_id,
                position=position,
                name=kept.name,
                sha256=sha256,
            )
        )


def kept_source(connection: Connection, sha256: str) -> str | None:
    """Return a scenario's text, unchecked."""
    query = select(scenario_source.c.text).where(scenario_source.c.sha256 == sha256)
    return connection.execute(query).scalar()


def checked_source(connection: Connection, sha256: str, path: Path) -> str:
    """Return a scenario's text; raise LibraryUnavailable when it is not what was kept."""
    text = kept_source(connection, sha256)
    kept = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else b""
    if text is None or hashlib.sha256(kept).hexdigest() != sha256:
        raise unavailable("damaged", path, "the text of a scenario is missing or was changed")
    return text


def kept_attachments(
    connection: Connection, exercise_id: str, sealed: str, path: Path
) -> tuple[Attachment, ...]:
    """Return the attachments of an exercise; raise LibraryUnavailable when one was changed."""
    query = (
        select(attachment, attachment_content.c.content)
        .join_from(
            attachment,
            attachment_content,
            attachment.c.sha256 == attachment_content.c.sha256,
            isouter=True,
        )
        .where(attachment.c.exercise_id == exercise_id)
        .order_by(attachment.c.position)
    )
    found = []
    for row in connection.execute(query):
        if not isinstance(row.content, bytes):
            raise unavailable("damaged", path, f"the attachment {row.name!r} is missing")
        found.append(Attachment(row.name, row.content))
    if attachments_seal(found) != sealed:
        detail = f"an attachment of the exercise {exercise_id} is missing or was changed"
        raise unavailable("damaged", path, detail)
    return tuple(found)


def attachments_seal(attachments: Iterable[Attachment]) -> str:
    """Return the seal over names and contents, in their order."""
    hashes = ((kept.name, hashlib.sha256(kept.content).hexdigest()) for kept in attachments)
    return seal(*(value for pair in hashes for value in pair))


def drop_unused(connection: Connection) -> None:
    """Remove texts and contents that no exercise uses any more."""
    used = select(exercise.c.scenario_sha256)
    connection.execute(delete(scenario_source).where(scenario_source.c.sha256.not_in(used)))
    used = select(attachment.c.sha256)
    connection.execute(delete(attachment_content).where(attachment_content.c.sha256.not_in(used)))
