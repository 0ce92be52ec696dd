"""Which hand carries out which action of the table: ids on the left, methods on the right."""

from collections.abc import Callable

from tabletop.exercise.events import Confidence
from tabletop.gui.console.board import BoardPanel
from tabletop.gui.console.conduct import Conductor
from tabletop.gui.console.decide import Decider
from tabletop.gui.console.desk import Desk
from tabletop.gui.console.evaluate import Evaluator
from tabletop.gui.console.facilitator_area import TABS, FacilitatorArea
from tabletop.gui.console.inject_panel import InjectPanel
from tabletop.gui.console.left_column import LeftColumn
from tabletop.gui.console.quick_log import QuickLog
from tabletop.gui.console.record import Recorder
from tabletop.gui.console.room_desk import RoomDesk
from tabletop.gui.console.seating import Seating
from tabletop.gui.console.whereabouts import Whereabouts

Doings = dict[str, Callable[[], None]]


def conducting(conductor: Conductor, left: LeftColumn) -> Doings:
    """Return what is done about injects, clocks and the end."""
    return {
        "go": conductor.go,
        "pause": conductor.pause,
        "skip": conductor.skip,
        "improvise": conductor.improvise,
        "shelf": left.go_to_shelf,
        "jump": conductor.jump,
        "clock": conductor.clock,
        "recall": conductor.recall,
        "undo": conductor.undo,
        "end": conductor.end,
        "amend": conductor.amend,
    }


def seating(hand: Seating) -> Doings:
    """Return what is done about seats."""
    return {"presence": hand.presence, "card": hand.card}


def evaluating(evaluator: Evaluator) -> Doings:
    """Return what is done by an evaluator."""
    return {"correct": evaluator.correct, "rate": evaluator.rate, "plan": evaluator.plan}


def reading(panel: InjectPanel) -> Doings:
    """Return what is done to read a long inject without the mouse."""
    return {"read_on": lambda: panel.read_on(1), "read_back": lambda: panel.read_on(-1)}


def showing_the_room(room: RoomDesk) -> Doings:
    """Return what is done about the room's screen."""
    return {
        "blank": room.blank,
        "freeze": room.freeze,
        "show_inject": room.show_inject,
        "show_question": room.show_decision,
        "show_holding": room.show_holding,
        "room_page": room.next_page,
        "room_window": room.toggle_window,
    }


def deciding(decider: Decider, desk: Desk, where: Whereabouts) -> Doings:
    """Return what is done about the decision on the board."""

    def confident(confidence: Confidence) -> Callable[[], None]:
        def take() -> None:
            # From elsewhere too: the ring then shows whose confidence it is.
            where.go_to_board()
            decider.words.confidence(confidence)

        return take

    return {
        "board": where.go_to_board,
        "close": decider.closing.close,
        "declare": decider.closing.declare,
        "final_round": decider.turn_round,
        "propose": decider.propose,
        "circulate": decider.circulate,
        "extend": decider.extend,
        "withdraw": decider.withdraw,
        "reopen": decider.closing.reopen,
        "ended_silence": decider.go_to_ended_silence,
        "reveal": decider.reveal,
        "next_decision": lambda: desk.turn(1),
        "previous_decision": lambda: desk.turn(-1),
        "reason": decider.words.reason,
        "caveat": decider.words.caveat,
        "low": confident("low"),
        "moderate": confident("moderate"),
        "high": confident("high"),
    }


def recording(recorder: Recorder, log: QuickLog, panel: InjectPanel) -> Doings:
    """Return what is done about the record."""
    area = panel.area
    return {
        "tick": lambda: recorder.tick_next(panel.view),
        "log": log.begin,
        "strength": lambda: log.begin("+"),
        "improvement": lambda: log.begin("-"),
        "request": lambda: log.begin("?"),
        "park": lambda: log.begin("!"),
        "answer": recorder.answer_oldest,
        "inject_log": area.turn_to_log,
        **{tab: _turning(area, tab) for tab in TABS},
    }


def finding(
    conductor: Conductor, desk: Desk, board: BoardPanel, where: Whereabouts
) -> dict[str, Callable[[str], None]]:
    """Return what the palette does with what it finds besides actions: to an id of each kind."""

    def to_inject(inject_id: str) -> None:
        desk.choose(inject_id)
        where.go_home()

    def to_decision(decision_id: str) -> None:
        desk.turn_to(decision_id)
        where.go_to_board()

    def to_seat(role: str) -> None:
        where.go_to_board()
        board.choose_seat(role)

    return {
        "release": conductor.release,
        "inject": to_inject,
        "decision": to_decision,
        "seat": to_seat,
    }


def _turning(area: FacilitatorArea, tab: str) -> Callable[[], None]:
    return lambda: area.turn_to(tab)
