"""Intelligence summary: a slate head, the judgements with their confidence apart, the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tabletop.gui.room.dresses import assessment
from tabletop.gui.room.markdown import blocks_of

if TYPE_CHECKING:
    from tabletop.gui.room.dresses.paper import Sheet
    from tabletop.gui.room.rows import InjectPage


def sheets(inject: InjectPage) -> tuple[Sheet, ...]:
    """Return the judgements first, then the text that does not say the same."""
    name = QCoreApplication.translate("Room", "Intelligence summary")
    return assessment.sheets(inject, name, assessment.SUMMARY, blocks_of(inject.body))
