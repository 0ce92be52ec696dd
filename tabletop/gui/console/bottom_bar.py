"""The bottom bar: quick log, position and evidence, what is saved."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tabletop.gui.console.figures import FiguresView, SavedLabel
from tabletop.gui.console.measures import Measures
from tabletop.gui.console.quick_log import QuickLog
from tabletop.gui.theme.theme import Theme, set_kind


class BottomBar(QFrame):
    """Always in the same place; the log at its left takes the width there is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottom-bar")
        set_kind(self, "panel")
        self.log = QuickLog(theme)
        self.figures = FiguresView(theme)
        self.saved = SavedLabel(theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 16, 0)
        layout.setSpacing(16)
        layout.addWidget(self.log, 1)
        layout.addWidget(self.figures)
        layout.addWidget(self.saved)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        measures = Measures(self._theme)
        self.log.setFixedHeight(measures.log)
        self.setFixedHeight(measures.bottom_bar)
