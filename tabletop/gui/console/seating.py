"""Seating: who sits where, who is absent, and which seat holds which role card."""

from tabletop.exercise.commands import (
    Command,
    GiveCard,
    GiveHandout,
    MarkAbsent,
    MarkPresent,
    TakeCardBack,
)
from tabletop.exercise.journal import Participant
from tabletop.gui.console.hand import Hand
from tabletop.gui.console.rows.cards import card_meant, held_cards
from tabletop.gui.console.rows.inject_view import PaperRow
from tabletop.gui.console.rows.texts import seat_code
from tabletop.gui.console.strips import AskedField, Given, Question

_NOTHING = ("-", "–")


class Seating(Hand):
    """Carries out what concerns one seat; the room sees nothing of it."""

    def presence(self) -> None:
        """Seat somebody, also one who came late; or mark a seat absent, or present again."""
        absent = [r for r, seat in self._bridge.state.seats.items() if not seat.present]
        detail = self.tr("Absent: {}.").format(", ".join(absent)) if absent else ""
        question = Question(
            self.tr("Who comes or goes?"),
            f"{detail} {self.tr('Without a name, the seat turns absent or present.')}".strip(),
            self.tr("Change it"),
            (
                AskedField("seat", self.tr("seat code"), width=110, is_needed=True),
                AskedField("name", self.tr("name, organisation")),
            ),
            icon="seat",
        )
        self._strip.ask(question, self._seated)

    def _seated(self, given: Given) -> bool:
        state = self._bridge.state
        role = seat_code(given["seat"], state)
        name, _, organisation = (part.strip() for part in given["name"].partition(","))
        if name:
            person = Participant(self._bridge.new_id(), role, name, organisation)
            command: Command = MarkPresent(role, person.id)
            return self._bridge.send(command, keep=False, participants=(person,))
        command = MarkAbsent(role) if state.is_seated(role) else MarkPresent(role)
        return self._bridge.send(command, keep=False)

    def card(self) -> None:
        """Give a seat a role card, or take the one it holds back."""
        state = self._bridge.state
        held = held_cards(state)
        question = Question(
            self.tr("Give a role card"),
            held or self.tr("No seat holds a card; the room sees none."),
            self.tr("Give it"),
            (
                AskedField("seat", self.tr("seat code"), width=110, is_needed=True),
                AskedField(
                    "card", self.tr("id or title of the card; – takes it back"), is_needed=True
                ),
            ),
            icon="users",
        )
        self._strip.ask(question, self._given_card)

    def _given_card(self, given: Given) -> bool:
        state = self._bridge.state
        role = seat_code(given["seat"], state)
        if given["card"] in _NOTHING:
            seat = state.seats.get(role)
            card = seat.card if seat else None
            if card is None:
                self.objected.emit(self.tr("{} holds no card.").format(role))
                return False
            return self._bridge.send(TakeCardBack(role, card), keep=False)
        meant = card_meant(given["card"], state)
        if len(meant) != 1:
            self.objected.emit(self._which_card(given["card"], meant))
            return False
        return self._bridge.send(GiveCard(role, meant[0]), keep=False)

    def _which_card(self, typed: str, meant: tuple[str, ...]) -> str:
        if meant:
            words = self.tr("“{typed}” may be {cards}; write more of it.")
            return words.format(typed=typed, cards=", ".join(meant))
        cards = ", ".join(self._bridge.state.scenario.cards_by_id)
        return self.tr("There is no card “{typed}”; there are {cards}.").format(
            typed=typed, cards=cards
        )

    def hand_out(self, inject_id: str, paper: PaperRow) -> None:
        """Hand out a private paper of an inject."""
        question = Question(
            self.tr("Give “{}”?").format(paper.title or paper.handout_id),
            self.tr("It goes to {}; the room does not see it.").format(paper.to),
            self.tr("Give it"),
            (AskedField("to", self.tr("other seats than these, or nothing")),),
            icon="file",
        )

        def answered(given: Given) -> bool:
            to = tuple(seat_code(word, self._bridge.state) for word in given["to"].split())
            return self._bridge.send(GiveHandout(inject_id, paper.handout_id, to), keep=False)

        self._strip.ask(question, answered)
