"""Role cards in words: who holds which, and which one is meant."""

from tabletop.exercise.state import ExerciseState


def held_cards(state: ExerciseState) -> str:
    """Return which seats hold which cards, empty when none does."""
    cards = state.scenario.cards_by_id
    held = [
        f"{role} {cards[seat.card].title}"
        for role, seat in state.seats.items()
        if seat.card is not None and seat.card in cards
    ]
    return f"Held: {', '.join(held)}" if held else ""


def card_meant(typed: str, state: ExerciseState) -> tuple[str, ...]:
    """Return the cards that typed words may mean: by id or title, else by how these begin."""
    wanted = typed.strip().casefold()
    cards = state.scenario.cards_by_id.values()
    whole = tuple(c.id for c in cards if wanted in (c.id.casefold(), c.title.casefold()))
    if whole:
        return whole
    return tuple(
        c.id for c in cards if any(w.casefold().startswith(wanted) for w in (c.id, c.title))
    )
