"""How sentences name things: titles with their variables filled, lists, spans of time.

Every function returns a part of a sentence, never a whole one.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from tabletop.exercise.events.words import UNDONE, Withdrawable
from tabletop.scenario.model import Scenario
from tabletop.scenario.rules import Each, Rule
from tabletop.scenario.texts import filled

MOST_NAMED = 6
MOST_QUOTED = 40
_ITEMS: Mapping[Withdrawable, str] = {
    "request": "request",
    "observation": "observation",
    "issue": "parked issue",
    "action": "corrective action",
}
_SHARES = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third",
    Fraction(2, 3): "two thirds",
    Fraction(1, 4): "a quarter",
    Fraction(3, 4): "three quarters",
    Fraction(1): "all",
}


def said(head: str, text: str = "") -> str:
    """Return “head: text.” as one line with one full stop; the head alone when nothing was said."""
    whole = f"{head}: {' '.join(text.split())}" if text.strip() else head
    return sentenced(whole)


def sentenced(text: str) -> str:
    """Return a text with a full stop at its end, if it has none of its own."""
    text = text.strip()
    # A text quoted and cut short (“Ankara was …”) ends no sentence; one quoted whole does.
    closed = text.endswith("…") or text.rstrip("”\"'’").endswith((".", "!", "?"))
    return text if closed or not text else f"{text}."


def condition_word(rule: Rule) -> str:
    """Return what a position's condition is called: of a contribution it is the caveat."""
    return "Caveat" if isinstance(rule, Each) else "Would move if"


def reversed_words(done: str, reason: str, undone: str) -> str:
    """Return that something was reversed by name, or that what it reverses was a slip."""
    return f"{undone} was taken back." if reason == UNDONE else said(done, reason)


def listed(names: Iterable[str], word: str = "and") -> str:
    """Return “a”, “a and b”, “a, b and c”."""
    found = tuple(names)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {word} {found[-1]}"


def seats(roles: tuple[str, ...]) -> str:
    """Return seats by their codes, or how many they are when they are too many to read."""
    return listed(roles) if len(roles) <= MOST_NAMED else f"{len(roles)} seats"


def titled(title: str, scenario: Scenario) -> str:
    """Return a title for people: variables filled, ``{D6}`` as the id of the decision."""
    standing = {decision: decision for decision in scenario.decisions_by_id}
    return filled(title, scenario.variables, standing, decisions=())


def inject_title(inject_id: str, scenario: Scenario, variant: int | None = None) -> str:
    """Return the title of a planned inject as it was played, empty for an improvised one."""
    inject = scenario.injects_by_id.get(inject_id)
    if inject is None:
        return ""
    varied = None if variant is None else inject.variants[variant].title
    return titled(varied or inject.title, scenario)


def option_named(decision_id: str, option_id: str | None, scenario: Scenario) -> str:
    """Return “option c (Türkiye requests Article 4)”."""
    decision = scenario.decisions_by_id.get(decision_id)
    option = decision.option(option_id) if decision else None
    if option is None:
        return f"option {option_id}"
    return f"option {option.id} ({titled(option.title, scenario)})"


def agreed_named(decision_id: str, option_id: str | None, words: str, scenario: Scenario) -> str:
    """Return what is agreed: “option c (its title)”, or “the words agreed” (option c)."""
    if not words:
        return option_named(decision_id, option_id, scenario)
    own = f"“{' '.join(words.split())}”"
    return f"{own} (option {option_id})" if option_id is not None else own


def item_named(kind: Withdrawable, item_id: str, text: str = "") -> str:
    """Return “request R1” or “observation “Ankara was asked first””.

    Requests are called by their numbers; the ids of all others are nothing people ever see.
    """
    what = _ITEMS[kind]
    if kind == "request":
        return f"{what} {item_id}"
    return f"{what} {quoted(text)}" if text.strip() else what


def handout_named(inject_id: str, handout_id: str, scenario: Scenario) -> str:
    """Return a private paper by its title, “Line until noon”; by its id where it has none."""
    inject = scenario.injects_by_id.get(inject_id)
    varied = [p for v in inject.variants for p in v.handouts or ()] if inject else []
    papers = (*inject.handouts, *varied) if inject else ()
    title = next((p.title for p in papers if p.id == handout_id and p.title.strip()), "")
    return f"“{titled(title, scenario).strip()}”" if title else handout_id


def expected_named(inject_id: str, expected_id: str, scenario: Scenario) -> str:
    """Return an expected action by its first words; by its id where it has no text."""
    inject = scenario.injects_by_id.get(inject_id)
    texts = [x.text for x in inject.expected if x.id == expected_id] if inject else []
    said_of_it = titled(texts[0], scenario).strip().rstrip(".") if texts else ""
    return quoted(said_of_it) if said_of_it else expected_id


def quoted(text: str) -> str:
    """Return the first words of a text in quotation marks, on one line."""
    words = " ".join(text.split())
    if len(words) > MOST_QUOTED:
        words = f"{words[:MOST_QUOTED].rsplit(' ', 1)[0]}…"
    return f"“{words}”"


def minutes_named(minutes: float) -> str:
    """Return “5 minutes”, “1 minute”, “2.5 minutes”."""
    return f"{minutes:g} minute{'' if minutes == 1 else 's'}"


def hours_named(hours: float) -> str:
    """Return “1 hour”, “18 hours”."""
    return f"{hours:g} hour{'' if hours == 1 else 's'}"


def span_named(seconds: float) -> str:
    """Return “25 s”, “2 min 3 s”, “1 h 5 min”."""
    minutes, left = divmod(round(seconds), 60)
    hours, rest = divmod(minutes, 60)
    if hours:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    if not minutes:
        return f"{left} s"
    return f"{minutes} min {left} s" if left else f"{minutes} min"


def share_named(share: Fraction) -> str:
    """Return “two thirds”, “55 %” or “3/7”."""
    if share in _SHARES:
        return _SHARES[share]
    percent = share * 100
    return f"{float(percent):g} %" if (percent * 10).denominator == 1 else str(share)
