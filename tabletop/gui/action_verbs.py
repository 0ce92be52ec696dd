"""What an action is called in a situation: a verb with its object. No Qt."""

from collections.abc import Callable

from tabletop.gui.situation import Situation


def named(words: str) -> Callable[[Situation], str]:
    return lambda _: words


def go_verb(situation: Situation) -> str:
    if situation.standby is None:
        return "Release the standby inject"
    words = "Release" if situation.state.started_at else "Start the exercise and release"
    return f"{words} {situation.standby}"


def skip_verb(situation: Situation) -> str:
    return f"Skip {situation.standby or 'the standby inject'}…"


def pause_verb(situation: Situation) -> str:
    return "Resume" if situation.state.is_paused else "Pause"


def undo_verb(situation: Situation) -> str:
    step = situation.undo_step
    return f"Undo: {lowered(step.label)}" if step else "Undo"


def clock_verb(situation: Situation) -> str:
    clock = situation.state.clock
    if clock.mode == "running":
        return f"Change how the scenario clock runs (now {clock.rate:g} times real time)…"
    return "Let the scenario clock run…"


def lowered(label: str) -> str:
    head = label.split(" ", 1)[0]
    return label if head.isupper() else label[:1].lower() + label[1:]


def decision_verb(words: str) -> Callable[[Situation], str]:
    def verb(situation: Situation) -> str:
        decision = situation.decision
        return words.format(decision.id if decision else "the decision")

    return verb


def show_decision_verb(situation: Situation) -> str:
    decision = situation.decision
    run = situation.state.decision_run(decision.id) if decision else None
    if decision is None or run is None or run.outcome is None:
        return "Show the room the decision"
    return f"Show the room the result of {decision.id}"


def round_verb(situation: Situation) -> str:
    is_back = situation.takes_final and not situation.first_is_over
    return "Go back to the silent first round" if is_back else "Take final positions"


def circulate_verb(situation: Situation) -> str:
    return "Revise the draft…" if situation.circulation else "Put under silence…"


def propose_verb(situation: Situation) -> str:
    decision = situation.decision
    proposal = situation.state.decision_run(decision.id).proposal if decision else None
    return "New proposal…" if proposal else "Propose…"


def reveal_verb(situation: Situation) -> str:
    what = "positions" if situation.round_to_reveal == "final" else "first positions"
    if situation.circulation is not None:
        what = "breaks"
    if situation.is_revealed:
        return f"Hide {what} from the room again"
    return "Reveal breaks now" if what == "breaks" else f"Reveal {what}"


def blank_verb(situation: Situation) -> str:
    return "Show the room’s screen again" if situation.blank else "Blank the room’s screen"


def freeze_verb(situation: Situation) -> str:
    return "Let the room’s screen follow again" if situation.frozen else "Freeze the room’s screen"


def end_verb(situation: Situation) -> str:
    return "Take ENDEX back" if situation.state.ended_at else "End the exercise (ENDEX)…"


def recall_verb(situation: Situation) -> str:
    return f"Recall {situation.recallable or 'the inject'}…"


def amend_verb(situation: Situation) -> str:
    return f"Change the text of {situation.amendable or 'an inject not yet released'}…"
