"""The tables, version 2. Times are ISO 8601 texts in UTC: exactly what the hash chain covers.

Version 1: exercise, scenario_source, attachment, attachment_content, journal, participant.
Version 2: the same tables; a trigger refuses an entry that would replace another one.
"""

import hashlib
import json
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

scenario_source = Table(
    "scenario_source",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("text", Text, nullable=False),
)

attachment_content = Table(
    "attachment_content",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

exercise = Table(
    "exercise",
    metadata,
    # The order of arrival: an old exercise that was imported today is still the last one.
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("scenario_id", String, nullable=False),
    Column("scenario_title", Text, nullable=False),
    Column("scenario_sha256", ForeignKey("scenario_source.sha256"), nullable=False),
    Column("cut", String),
    Column("created_at", String, nullable=False),
    Column("attachments_seal", String(64), nullable=False),
    # Over all rows of participant for this exercise; people come and are corrected by themselves.
    Column("people_seal", String(64), nullable=False),
    Column("status", String, nullable=False),
    Column("head_seq", Integer, nullable=False),
    Column("head_hash", String(64), nullable=False),
    Column("seal", String(64), nullable=False),
    sqlite_autoincrement=True,
)

attachment = Table(
    "attachment",
    metadata,
    Column("exercise_id", ForeignKey("exercise.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", ForeignKey("attachment_content.sha256"), nullable=False),
    sqlite_with_rowid=False,
)

journal = Table(
    "journal",
    metadata,
    Column("exercise_id", ForeignKey("exercise.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("command_id", String, nullable=False),
    Column("step", Integer, nullable=False),
    Column("actor", String, nullable=False),
    Column("event", Text, nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("exercise_id", "command_id", "step", name="one_entry_per_step"),
    sqlite_with_rowid=False,
)

participant = Table(
    "participant",
    metadata,
    Column("exercise_id", ForeignKey("exercise.id"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("role", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    sqlite_with_rowid=False,
)

# The columns that the seal of an exercise covers, in this order.
EXERCISE_SEALED = (
    "id",
    "name",
    "kind",
    "scenario_id",
    "scenario_title",
    "scenario_sha256",
    "cut",
    "created_at",
    "attachments_seal",
    "status",
    "head_seq",
    "head_hash",
)


def exercise_seal(row: Any) -> str:
    """Return the seal that a row of ``exercise`` should have."""
    return seal(*(getattr(row, name) for name in EXERCISE_SEALED))


def seal(*values: str | int | None) -> str:
    """Return the hash by which a change of rows that no chain covers is noticed."""
    line = json.dumps(values, ensure_ascii=True, default=repr)
    return hashlib.sha256(line.encode("ascii")).hexdigest()
