"""Carries out what is chosen in the facilitator's area: ticks, answers, private papers, files."""

from PySide6.QtCore import QObject

from tabletop.gui.console.hand import Hand, Tools
from tabletop.gui.console.inject_panel import InjectPanel
from tabletop.gui.console.record import Recorder
from tabletop.gui.console.seating import Seating
from tabletop.gui.room.pictures import PictureRefused
from tabletop.gui.room.rows import Picture


class AreaHand(Hand):
    """Hands each line on to whoever records it, with the inject that the line belongs to."""

    def __init__(
        self,
        tools: Tools,
        panel: InjectPanel,
        recorder: Recorder,
        seating: Seating,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tools, parent)
        self._panel = panel
        self._recorder = recorder
        self._seating = seating
        area = panel.area
        area.expected_acted.connect(self._on_expected_acted)
        area.request_acted.connect(recorder.answer)
        area.prepared_acted.connect(self._on_prepared_acted)
        area.paper_acted.connect(self._on_paper_acted)
        area.file_acted.connect(self._on_file_acted)

    def _on_expected_acted(self, expected_id: str) -> None:
        self._recorder.tick(self._panel.view, expected_id)

    def _on_prepared_acted(self, number: int) -> None:
        self._recorder.answer_prepared(self._panel.view, number)

    def _on_paper_acted(self, handout_id: str) -> None:
        view = self._panel.view
        paper = next((p for p in view.papers if p.handout_id == handout_id), None) if view else None
        if view is not None and paper is not None:
            self._seating.hand_out(view.inject_id, paper)

    def _on_file_acted(self, name: str) -> None:
        """Show a picture large, or say why it cannot be shown."""
        attachment = self._bridge.live.package.attachment(name)
        if attachment is None:
            words = self.tr("{} did not come with the scenario: put it into its folder.")
            self.objected.emit(words.format(name))
            return
        try:
            self._panel.picture.show_picture(Picture(name, attachment.content))
        except PictureRefused as refused:
            self.objected.emit(str(refused))
