"""What happened, in words: one whole English sentence for each event, for log and timeline."""

from typing import assert_never

from tabletop.exercise import events as e
from tabletop.exercise.outcome_sentences import outcome_sentence
from tabletop.exercise.phrasing import (
    condition_word,
    handout_named,
    hours_named,
    inject_title,
    item_named,
    listed,
    minutes_named,
    option_named,
    reversed_words,
    said,
    seats,
    sentenced,
    span_named,
    titled,
)
from tabletop.scenario.model import Scenario
from tabletop.scenario.moments import day_and_time
from tabletop.scenario.rules import OnRequest


def sentence(event: e.Event, scenario: Scenario) -> str:
    """Return one whole sentence that says what happened; titles have their variables filled.

    An event that names what another one said by its id alone is told better by
    ``lateness.recorded_sentence``, which knows the state.
    """
    if isinstance(event, e.ClockEvent):
        return _clock(event, scenario)
    if isinstance(event, e.AwayEvent):
        return _away(event)
    if isinstance(event, e.InjectEvent):
        return _inject(event, scenario)
    if isinstance(event, e.SeatEvent):
        return _seat(event, scenario)
    if isinstance(event, e.AnswerEvent):
        return _answer(event, scenario)
    if isinstance(event, e.SilenceEvent):
        return _silence(event, scenario)
    if isinstance(event, e.OutcomeEvent):
        return outcome_sentence(event, scenario)
    if isinstance(event, e.RecordEvent):
        return _record(event, scenario)
    return _journal(event)


def _clock(event: e.ClockEvent, scenario: Scenario) -> str:
    match event:
        case e.ExerciseCreated():
            return _created(event)
        case e.ExerciseStarted():
            return "STARTEX: the exercise started."
        case e.ExercisePaused(reason):
            return said("Play paused", reason)
        case e.ExerciseResumed():
            return "Play resumed."
        case e.ExerciseEnded() | e.ExerciseContinued() | e.ContinuingCancelled():
            return _end(event)
        case e.ScenarioTimeJumped(to):
            return f"Scenario time jumped to {day_and_time(to, scenario.starts)}."
        case e.ClockChanged():
            return _clock_changed(event)
        case e.ClockSetBack():
            return "The scenario clock was put back to what it was."
        case unknown:
            assert_never(unknown)


def _end(event: e.ExerciseEnded | e.ExerciseContinued | e.ContinuingCancelled) -> str:
    match event:
        case e.ExerciseEnded():
            return "ENDEX: the exercise ended."
        case e.ExerciseContinued():
            return "ENDEX was taken back; play goes on."
        case e.ContinuingCancelled():
            return "ENDEX stands again, from when it was called."
        case unknown:
            assert_never(unknown)


def _away(event: e.AwayEvent) -> str:
    time = span_named((event.until - event.since).total_seconds())
    match event:
        case e.ExerciseTakenUp():
            return f"The program had been away for {time}; play ran on meanwhile."
        case e.AwayPaused():
            return f"The {time} that the program was away count as a pause."
        case e.AwayPlayed():
            return f"The {time} that the program was away count as play again."
        case unknown:
            assert_never(unknown)


def _clock_changed(event: e.ClockChanged) -> str:
    if event.mode == "stepped":
        return "The scenario clock now follows the releases."
    return f"The scenario clock now runs at {event.rate:g} times real time."


def _created(event: e.ExerciseCreated) -> str:
    cut = f" in the version {event.cut}" if event.cut else ""
    version = f" {event.scenario_version}" if event.scenario_version else ""
    return (
        f"The {event.kind} “{event.name}” was created from {event.scenario_id}{version}{cut}, "
        f"with the seats {listed(event.seats) or 'none'}."
    )


def _inject(event: e.InjectEvent, scenario: Scenario) -> str:
    match event:
        case e.InjectReleased():
            return _released(event, scenario)
        case e.InjectRecalled(inject_id, reason):
            return reversed_words(f"{inject_id} recalled", reason, f"Releasing {inject_id}")
        case e.RecallCancelled(inject_id):
            return f"Recalling {inject_id} was taken back; it is out as before."
        case e.InjectSkipped(inject_id, reason):
            return said(f"{inject_id} skipped", reason)
        case e.InjectUnskipped(inject_id):
            return f"Skipping {inject_id} was taken back."
        case e.InjectImprovised(inject_id, title):
            return said(f"{inject_id} improvised and released", title)
        case e.InjectAmended():
            return _amended(event)
        case e.HandoutGiven() | e.HandoutTakenBack() | e.HandoutRestored():
            return _handed(event, scenario)
        case unknown:
            assert_never(unknown)


def _handed(
    event: e.HandoutGiven | e.HandoutTakenBack | e.HandoutRestored, scenario: Scenario
) -> str:
    paper = handout_named(event.inject_id, event.handout_id, scenario)
    what, whom = f"Hand-out {paper} of {event.inject_id}", seats(event.to)
    match event:
        case e.HandoutGiven():
            return f"{what} given to {whom}."
        case e.HandoutTakenBack():
            return f"{what} taken back from {whom}."
        case e.HandoutRestored():
            return f"{what} is with {whom} again."
        case unknown:
            assert_never(unknown)


def _amended(event: e.InjectAmended) -> str:
    if event.body is None:
        return f"{event.inject_id} has its planned text again."
    return f"The text of {event.inject_id} was changed for this exercise."


def _released(event: e.InjectReleased, scenario: Scenario) -> str:
    head = f"{event.inject_id} released"
    if event.against_condition:
        head += " against its condition"
    if event.reason.strip():
        head += f" (reason: {' '.join(event.reason.split())})"
    return said(head, inject_title(event.inject_id, scenario, event.variant))


def _seat(event: e.SeatEvent, scenario: Scenario) -> str:
    match event:
        case e.SeatPresent(role):
            return f"{role} is at the table."
        case e.SeatAbsent(role):
            return f"{role} is absent from now on."
        case e.CardGiven(role, card):
            return f"{role} was given the card {_card(card, scenario)}."
        case e.CardTakenBack(role, card):
            return f"The card {_card(card, scenario)} was taken back from {role}."
        case unknown:
            assert_never(unknown)


def _card(card_id: str, scenario: Scenario) -> str:
    card = scenario.cards_by_id.get(card_id)
    return f"“{titled(card.title, scenario)}”" if card else card_id


def _answer(event: e.AnswerEvent, scenario: Scenario) -> str:
    where = event.decision_id
    match event:
        case e.PositionTaken():
            return _position(event, scenario)
        case e.PositionWithdrawn(_, role, round_, last_only):
            what = "last position" if last_only else "position"
            return f"The {what} of {role} in {where} was taken back{_in_round(round_)}."
        case e.PositionRestored(_, role, round_):
            return f"The position of {role} in {where} stands again{_in_round(round_)}."
        case e.RankingGiven(_, role, order):
            return f"{role} ranks the options of {where}: {', '.join(order)}."
        case e.RankingWithdrawn() | e.RankingRestored():
            back = isinstance(event, e.RankingRestored)
            change = "stands again" if back else "was taken back"
            return f"The ranking of {event.role} in {where} {change}."
        case e.ProposalPut():
            return _proposed(event, scenario)
        case e.ProposalWithdrawn():
            return f"The proposal in {where} was taken back."
        case e.StanceTaken() | e.StanceWithdrawn() | e.StanceRestored():
            return _stance(event)
        case unknown:
            assert_never(unknown)


def _stance(event: e.StanceTaken | e.StanceWithdrawn | e.StanceRestored) -> str:
    role, where = event.role, event.decision_id
    match event:
        case e.StanceTaken(_, _, stance, text):
            return said(f"{role} {_STANCES[stance].format(where)}", text)
        case e.StanceWithdrawn():
            return f"The stance of {role} in {where} was taken back."
        case e.StanceRestored():
            return f"The earlier stance of {role} in {where} stands again."
        case unknown:
            assert_never(unknown)


def _proposed(event: e.ProposalPut, scenario: Scenario) -> str:
    where = event.decision_id
    what = "a text" if event.option is None else option_named(where, event.option, scenario)
    return said(f"The chair proposes {what} in {where}", event.text)


_STANCES: dict[e.Stance, str] = {
    "supports": "supports what is proposed in {}",
    "can_accept": "can accept what is proposed in {}",
    "reservation": "has a reservation in {}",
    "objects": "objects in {}",
    "awaiting": "awaits instructions in {}",
    "joins": "joins the request in {}",
    "notes": "notes the request in {}",
    "regrets": "regrets the request in {}",
}


def _in_round(round_: str) -> str:
    return " (first round)" if round_ == "first" else ""


def _position(event: e.PositionTaken, scenario: Scenario) -> str:
    where = event.decision_id
    if event.abstained:
        head = f"{event.role} abstains in {where}"
    else:
        chosen = listed(option_named(where, option, scenario) for option in _options(event))
        head = f"{event.role} {_verb(event, scenario)} {chosen} in {where}"
    head += _in_round(event.round)
    if event.confidence:
        head += f", with {event.confidence} confidence"
    decision = scenario.decisions_by_id.get(where)
    if_changed = condition_word(decision.rule) if decision else "Condition"
    further = (
        sentenced(event.reason),
        _labelled(if_changed, event.condition),
        _labelled("Reservation", event.reservation),
    )
    return said(head, " ".join(part for part in further if part))


def _labelled(label: str, text: str) -> str:
    return f"{label}: {sentenced(text)}" if text.strip() else ""


def _options(event: e.PositionTaken) -> tuple[str | None, ...]:
    return event.options or (event.option,)


def _verb(event: e.PositionTaken, scenario: Scenario) -> str:
    decision = scenario.decisions_by_id.get(event.decision_id)
    if decision and isinstance(decision.rule, OnRequest) and event.round == "final":
        return "requests" if event.option in decision.rule.triggers else "chooses"
    return "chooses"


def _silence(event: e.SilenceEvent, scenario: Scenario) -> str:
    where = event.decision_id
    match event:
        case e.TextCirculated():
            return _circulated(event, scenario)
        case e.CirculationCancelled():
            return f"Circulating the text of {where} was taken back."
        case e.SilenceBroken(_, role, text):
            return said(f"Silence on {where} broken by {role}", text)
        case e.BreakCancelled(_, role):
            return f"That {role} broke silence on {where} was taken back."
        case e.SilenceExtended(_, minutes):
            return f"Silence on {where} extended to {minutes_named(minutes)} from now."
        case e.ExtensionCancelled():
            return f"Extending silence on {where} was taken back."
        case e.SilenceWithdrawn(_, reason):
            return said(f"The text of {where} was withdrawn from silence", reason)
        case e.WithdrawalCancelled():
            return f"Withdrawing the text of {where} was taken back."
        case unknown:
            assert_never(unknown)


def _circulated(event: e.TextCirculated, scenario: Scenario) -> str:
    where = event.decision_id
    what = "A text" if event.option is None else option_named(where, event.option, scenario)
    hours = f" ({hours_named(event.hours)} of scenario time)" if event.hours else ""
    head = f"{what} in {where} is under silence for {minutes_named(event.minutes)}{hours}"
    return said(head[0].upper() + head[1:], event.text)


def _record(event: e.RecordEvent, scenario: Scenario) -> str:
    match event:
        case e.RequestMade() | e.RequestAnswered() | e.RequestReopened():
            return _request(event)
        case e.ObservationMade(_, text, kind):
            about = [name for name in (event.objective, event.role) if name]
            suffix = f" ({listed(about)})" if about else ""
            return said(f"Observed, {_OBSERVED[kind]}{suffix}", text)
        case e.IssueParked(_, text):
            return said("Parked for later", text)
        case e.ActionPlanned():
            return _action(event)
        case e.ItemWithdrawn(kind, item_id):
            return f"The {item_named(kind, item_id)} was taken back."
        case e.ItemRestored(kind, item_id):
            return f"The {item_named(kind, item_id)} stands again."
        case e.ExpectedTicked():
            return _ticked(event, scenario)
        case e.ObjectiveRated(objective, rating, because):
            if rating is None:
                return f"The rating of {objective} was taken back."
            return said(f"{objective} rated {rating}", because)
        case unknown:
            assert_never(unknown)


_OBSERVED = {"strength": "a strength", "improvement": "to be improved", "note": "a note"}
_TICKS: dict[e.TickStatus, str] = {
    "observed": "observed",
    "partial": "observed in part",
    "not_observed": "not observed",
    "not_applicable": "not applicable",
    "not_assessed": "not assessed",
}


def _request(event: e.RequestMade | e.RequestAnswered | e.RequestReopened) -> str:
    match event:
        case e.RequestMade(request_id, role, to, question):
            whom = f" to {to}" if to else ""
            return said(f"{role} makes request {request_id}{whom}", question)
        case e.RequestAnswered(request_id, text, refused):
            how = "refused" if refused else "answered"
            return said(f"Request {request_id} {how}", text)
        case e.RequestReopened(request_id):
            return f"The answer to request {request_id} was taken back."
        case unknown:
            assert_never(unknown)


def _action(event: e.ActionPlanned) -> str:
    owner = f" for {event.owner}" if event.owner else ""
    due = f", due {event.due}" if event.due else ""
    return said(f"Corrective action{owner}{due} ({event.status})", event.text)


def _ticked(event: e.ExpectedTicked, scenario: Scenario) -> str:
    inject = scenario.injects_by_id.get(event.inject_id)
    texts = [x.text for x in inject.expected if x.id == event.expected_id] if inject else []
    what = f"“{titled(texts[0], scenario).rstrip('.')}”" if texts else event.expected_id
    return said(f"Expected in {event.inject_id}, {what}: {_TICKS[event.status]}", event.comment)


def _journal(event: e.JournalEvent) -> str:
    match event:
        case e.EntryCorrected(corrected_seq, text, reason):
            why = f" ({' '.join(reason.split())})" if reason.strip() else ""
            return said(f"Entry {corrected_seq} corrected{why}", text)
        case e.EntryUndone(undone_seq, label):
            return said(f"Entry {undone_seq} undone", label)
        case e.EntryKept(kept_seq, label, because):
            return said(f"Entry {kept_seq} can no longer be undone ({label})", because)
        case unknown:
            assert_never(unknown)
