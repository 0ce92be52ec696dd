"""Which hand carries out which action of the table: ids on the left, methods on the right."""

from collections.abc import Callable

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


def deciding(decider: Decider, desk: Desk, go_to_board: Callable[[], None]) -> Doings:
    """Return what is done about the decision on the board."""
    return {
        "board": go_to_board,
        "close": decider.close,
        "declare": decider.declare,
        "final_round": decider.final_round,
        "propose": decider.propose,
        "circulate": decider.circulate,
        "extend": decider.extend,
        "withdraw": decider.withdraw,
        "reopen": decider.reopen,
        "reveal": decider.reveal,
        "next_decision": lambda: desk.turn(1),
        "previous_decision": lambda: desk.turn(-1),
        "reason": decider.reason,
        "caveat": decider.caveat,
        "low": lambda: decider.confidence("low"),
        "moderate": lambda: decider.confidence("moderate"),
        "high": lambda: decider.confidence("high"),
    }


def recording(recorder: Recorder, log: QuickLog, area: FacilitatorArea) -> Doings:
    """Return what is done about the record."""
    return {
        "log": log.begin,
        "strength": lambda: log.begin("+"),
        "improvement": lambda: log.begin("-"),
        "request": lambda: log.begin("?"),
        "park": lambda: log.begin("!"),
        "answer": recorder.answer_oldest,
        "inject_log": area.turn_to_log,
        **{tab: _turning(area, tab) for tab in TABS},
    }


def _turning(area: FacilitatorArea, tab: str) -> Callable[[], None]:
    return lambda: area.turn_to(tab)
