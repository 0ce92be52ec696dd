"""What one sees of a console, in the facilitator's words; its hands are the driver's."""

from PySide6.QtWidgets import QLabel, QPushButton

from tabletop.gui.console.rows.injects import InjectRow


class Eyes:
    """Reads the console that ``window`` is."""

    @property
    def state(self):
        return self.window.bridge.state

    @property
    def status(self):
        return self.window.clock_bar.row.word

    @property
    def standby(self):
        return self.window.left.standby.row.inject_id

    @property
    def go(self):
        """What the button says: the key it shows, and what it does."""
        button = self.window.left.standby.go
        return button._key, button.text()

    @property
    def consequence(self):
        return self.window.left.standby.row.consequence

    @property
    def room(self):
        return self.window.room.view

    @property
    def room_shows(self):
        return self.window.clock_bar.row.room

    @property
    def middle(self):
        return self.window.inject.view.inject_id

    @property
    def lines(self):
        """The list of injects as "status id"."""
        model = self.window.left.list.injects
        rows = [model.row(n) for n in range(model.rowCount())]
        return [f"{r.status} {r.inject_id}" for r in rows if isinstance(r, InjectRow)]

    @property
    def decision(self):
        rows = self.window.board.rows
        return rows.decision_id if rows else None

    @property
    def decision_state(self):
        return " ".join(piece.text for piece in self.window.board.rows.state)

    @property
    def seats(self):
        """The seats as {code: position stance}."""
        return {
            row.role: " ".join([*(c.label for c in row.chips), row.stance_word]).strip()
            for row in self.window.board.rows.seats
        }

    @property
    def ring(self):
        return self.window.board.cursor_seat

    @property
    def said_under_board(self):
        return self.window.board.hint.text()

    @property
    def round(self):
        return self.window.board.rows.round

    @property
    def due(self):
        """When the decision is due; None while no room is taken for it."""
        label = self.window.board.findChild(QLabel, "decision-timer")
        return None if label.isHidden() else label.text()

    @property
    def put(self):
        """What is put in the decision, in its own words; None while nothing is."""
        label = self.window.board.findChild(QLabel, "decision-put")
        return None if label.isHidden() else label.text()

    @property
    def board_buttons(self):
        buttons = self.window.board.buttons.findChildren(QPushButton)
        return [button.text() for button in buttons if not button.isHidden()]

    @property
    def silence(self):
        return self.window.board.silence.row

    @property
    def question(self):
        asked = self.window.strip.question
        return asked.headline if asked else ""

    @property
    def question_with_detail(self):
        asked = self.window.strip.question
        return f"{asked.headline} {asked.detail}".strip() if asked else ""

    @property
    def private_rows(self):
        """The private injects of the list, with whom they go to."""
        model = self.window.left.list.injects
        rows = [model.row(n) for n in range(model.rowCount())]
        private = [r for r in rows if isinstance(r, InjectRow) and r.private_to]
        return [f"{r.inject_id} {r.private_to}" for r in private]

    @property
    def answer_field(self):
        return next(iter(self.window.strip.fields.values())).text()

    @property
    def said_beside_question(self):
        """What the strip says between the headline and the fields."""
        return self.window.strip.findChild(QLabel, "question-detail").text()

    @property
    def said_in_panel(self):
        return self.window.text_panel._detail.text()

    @property
    def answer_texts(self):
        return {name: field.text() for name, field in self.window.strip.fields.items()}

    @property
    def captions(self):
        """The words that stand before fields of the question in the strip."""
        labels = self.window.strip.findChildren(QLabel, "question-caption")
        return [label.text() for label in labels if not label.isHidden()]

    @property
    def notice(self):
        """What is said of a silence that ended out of sight."""
        return self.window.silence_notice.text

    @property
    def trouble(self):
        shown = self.window.trouble.trouble
        return f"{shown.happened} {shown.safe}" if shown else ""

    @property
    def saved(self):
        return self.window.saved.words

    @property
    def log_field(self):
        return self.window.log.text

    @property
    def log_reading(self):
        shown = (self.window.log.kind.kind, self.window.log.reading.text())
        return ", ".join(part for part in shown if part)

    @property
    def people(self):
        """Who sits where, by the names that are kept beside the record."""
        known = self.window.bridge.live.participants
        seats = self.state.seats.values()
        return {s.role: known[s.participant_id].name for s in seats if s.participant_id}

    @property
    def panel(self):
        return self.window.text_panel.headline

    @property
    def panel_text(self):
        return self.window.text_panel.field.toPlainText()

    @property
    def middle_heading(self):
        view = self.window.inject.view
        return f"{view.heading} {view.since}"

    @property
    def route(self):
        return self.window.inject.view.sender

    @property
    def more(self):
        """What is said of the text out of sight; empty when all of it is in sight."""
        label = self.window.inject.more
        return label.text() if not label.isHidden() else ""

    @property
    def papers(self):
        return [" ".join((r.text, r.right)).strip() for r in self._lines("papers")]

    @property
    def area_hint(self):
        """What is said above the tabs' pages of the keys that work there."""
        return self.window.inject.area.hint.text()

    def _lines(self, tab):
        return getattr(self.window.inject.area, tab).lines.rows

    @property
    def marked_log(self):
        """The lines of the log that carry a remark, as "remark: text"."""
        return [f"{row.right}: {row.text}" for row in self._lines("log") if row.right]

    @property
    def inject_log(self):
        return [row.text for row in self.window.inject.area.log.lines.rows]

    @property
    def report(self):
        return self.window.report_strip.text
