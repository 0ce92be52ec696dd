"""Why an action cannot run now: a clause for people, empty when it can. No Qt."""

from tabletop.exercise.commands import PauseTimeAway
from tabletop.exercise.deciding import Refused, decide
from tabletop.gui.situation import Situation, on_the_switcher
from tabletop.scenario.rules import Consensus, Silence


def always(_: Situation) -> str:
    return ""


def while_running(situation: Situation) -> str:
    if situation.state.started_at is None:
        return "the exercise has not started"
    return "the exercise has ended" if situation.state.ended_at is not None else ""


def with_standby(situation: Situation) -> str:
    if situation.state.ended_at is not None:
        return "the exercise has ended"
    return "" if situation.standby else "no inject waits"


def can_skip(situation: Situation) -> str:
    standby = situation.standby
    if standby is None:
        return "no inject waits"
    is_skipped = situation.state.inject_run(standby).skipped
    return f"{standby} is already skipped" if is_skipped else ""


def in_room(situation: Situation) -> str:
    return "" if situation.in_room else "no inject is in the room"


def can_recall(situation: Situation) -> str:
    if situation.state.ended_at is not None:
        return "the exercise has ended"
    return "" if situation.recallable else "no inject is released"


def can_amend(situation: Situation) -> str:
    looked_at = situation.chosen
    if situation.amendable is None and looked_at is not None:
        return f"{looked_at} is already released"
    return "" if situation.amendable else "no inject waits"


def time_away(situation: Situation) -> str:
    """Say why the time in which no window was open cannot be counted as a pause."""
    away = situation.state.away
    if away is None:
        return "the program was not away"
    if away.is_pause:
        return "the time away counts as a pause already"
    try:
        decide(situation.state, PauseTimeAway(), situation.now)
    except Refused:
        return "play has gone on since"
    return ""


def has_cards(situation: Situation) -> str:
    return "" if situation.state.scenario.cards else "the scenario has no role cards"


def something_recorded(situation: Situation) -> str:
    return "" if situation.state.head > 1 else "nothing is recorded yet"


def can_rate(situation: Situation) -> str:
    if not situation.state.scenario.objectives:
        return "the scenario has no objectives"
    return started(situation)


def can_undo(situation: Situation) -> str:
    return "" if situation.undo_step else "there is nothing to undo"


def can_tick(situation: Situation) -> str:
    shown = situation.shown
    if shown is None or not situation.state.inject(shown).expected:
        return "no action is expected here"
    return "" if situation.next_expected else f"every action expected in {shown} is assessed"


def open_decision(situation: Situation) -> str:
    decision = situation.decision
    if decision is None:
        return "no decision is open"
    state = situation.state
    if state.is_open(decision.id):
        return ""
    if state.decision_run(decision.id).outcome is not None:
        return f"{decision.id} is closed"
    return f"{decision.id} is not open"


def closed_decision(situation: Situation) -> str:
    decision = situation.decision
    if decision is None or situation.state.decision_run(decision.id).outcome is None:
        return "the decision on the board is not closed"
    return ""


def consensus(situation: Situation) -> str:
    decision = situation.decision
    if decision is not None and not isinstance(decision.rule, Consensus):
        return f"{decision.id} is not decided by consensus"
    return open_decision(situation)


def silence(situation: Situation) -> str:
    decision = situation.decision
    if decision is not None and not isinstance(decision.rule, Silence):
        return f"{decision.id} is not decided by silence"
    return open_decision(situation)


def under_silence(situation: Situation) -> str:
    if refusal := silence(situation):
        return refusal
    return "" if situation.silence_stage == "under_silence" else "no text is under silence"


def can_turn_round(situation: Situation) -> str:
    """Say why the board cannot go from the first round to the final one, or back."""
    return open_decision(situation) or situation.first_is_over


def silence_ended(situation: Situation) -> str:
    is_any = bool(situation.silences_ended_elsewhere)
    return "" if is_any else "no silence has ended out of sight"


def something_to_reveal(situation: Situation) -> str:
    decision = situation.decision
    if decision is None:
        return "there is no decision"
    run = situation.state.decision_run(decision.id)
    if not run.positions and not run.rankings and not run.circulations:
        return f"nobody has answered {decision.id}"
    return ""


def several_decisions(situation: Situation) -> str:
    return "" if len(on_the_switcher(situation)) > 1 else "there is no other decision to turn to"


def open_request(situation: Situation) -> str:
    waiting = any(r.answer is None and not r.withdrawn for r in situation.state.requests.values())
    return "" if waiting else "no request is open"


def has_question(situation: Situation) -> str:
    return "" if situation.decision else "there is no decision"


def asks_for_likelihoods(situation: Situation) -> str:
    """Say why no likelihoods can be taken down."""
    decision = situation.decision
    if decision is not None and not decision.asks:
        return f"{decision.id} asks for no likelihoods"
    return open_decision(situation)


def started(situation: Situation) -> str:
    return "" if situation.state.started_at else "the exercise has not started"
