"""What the shipped scenario promises whoever plays it, asked of the real file."""

import re

import pytest

from tabletop.exercise.conditions import decisions_named
from tabletop.scenario.conditions import AllOf, AnyOf, InjectReleasedIs, Negation

SENTENCES = (
    *("S1.1", "S1.2", "S1.3", "S2.1", "S2.2", "S2.3", "S3.1", "S3.2", "S3.3", "S3.4"),
    *("S4.1", "S4.2", "S4.3", "S5.1", "S5.2", "S5.3", "S6.1", "S6.2", "S6.3", "S7.1", "S7.2"),
)
# On these papers the word stands in the text itself; the other dresses carry a seal or a stamp.
BEARS_THE_WORD = (
    *("press", "press-release", "social-post", "aviation-notice", "forensic-report"),
    *("draft-text", "e-mail", "call", "legal-note", "note-from-the-chair"),
)
LIKELIHOODS = re.compile(
    r"\b(roughly even chance|(very |un)?likely|unlikely|(im)?probabl[ey]|almost certain(ly)?)\b"
)


def bodies(inject):
    """Every form in which an inject's text may be shown."""
    return (inject.body, *(v.body for v in inject.variants if v.body is not None))


def read_aloud(inject):
    """Everything of an inject that somebody at the table may read or hear."""
    yield from bodies(inject)
    yield from inject.prompts
    yield from (inject.notes, inject.basis, inject.missing)
    yield from (handout.body for handout in inject.handouts)
    yield from (answer.text for answer in inject.answers)
    yield from (judgement.text for judgement in inject.judgements)
    for decision in inject.decisions:
        yield decision.question
        yield from (f"{option.title}. {option.cost}" for option in decision.options)


def released_in(condition):
    match condition:
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            return {named for part in parts for named in released_in(part)}
        case Negation(negated=inner):
            return released_in(inner)
        case InjectReleasedIs(released=inject_id):
            return {inject_id}
        case _:
            return set()


def test_the_checker_finds_nothing(calm_front_read):
    assert calm_front_read.findings == ()


def test_it_has_the_injects_seats_and_cards_of_the_outline(calm_front):
    played = [inject for inject in calm_front.injects if not inject.contingency]
    assert len(played) == 22 + 2  # I-15 and I-20 come in two forms
    assert [i.id for i in calm_front.injects if i.contingency] == ["C-1", "C-2", "C-3", "C-4"]
    seats = [role.id for role in calm_front.roles if role.decides]
    assert seats == ["TUR", "USA", "GBR", "FRA", "DEU", "ITA", "POL", "ROU", "GRC", "NLD"]
    others = [role.id for role in calm_front.roles if not role.decides]
    assert others == ["SG", "CMC", "SACEUR", "INTEL", "LEGAL", "SPOX"]
    drawn = [card.id for card in calm_front.cards if not card.only]
    assert len(drawn) == 6
    assert [card.only for card in calm_front.cards if card.only] == [("TUR",)]


def test_every_card_says_what_a_player_needs(calm_front):
    for card in calm_front.cards:
        said = (card.interest, card.red_line, card.instruction, card.fact, card.call, card.text)
        assert all(said), card.id


def test_every_inject_has_what_a_facilitator_needs(calm_front):
    for inject in calm_front.injects:
        given = (inject.channel, inject.from_, inject.notes, inject.grade, inject.minutes)
        assert all(given), inject.id
        assert len(inject.prompts) >= 2, inject.id
        assert inject.expected, inject.id
        assert inject.objectives, inject.id
        assert re.fullmatch(r"[A-F][1-6]", inject.grade), inject.id


def test_every_text_is_long_enough_to_say_something_and_short_enough_to_be_read(calm_front):
    counts = {
        (inject.id, number): len(body.split())
        for inject in calm_front.injects
        for number, body in enumerate(bodies(inject))
    }
    assert {place: n for place, n in counts.items() if not 80 <= n <= 250} == {}


def test_every_option_has_a_cost_and_every_decision_a_real_choice(calm_front):
    for decision in calm_front.decisions_by_id.values():
        assert 3 <= len(decision.options) <= 7, decision.id
        assert all(option.cost for option in decision.options), decision.id
        if decision.scale:
            positions = {option.position for option in decision.options}
            assert None not in positions, decision.id
            assert len(positions) >= 3, decision.id


def test_every_objective_is_met_by_injects_and_expected_actions(calm_front):
    objectives = {objective.id for objective in calm_front.objectives}
    assert {o for inject in calm_front.injects for o in inject.objectives} == objectives
    expected = [one for inject in calm_front.injects for one in inject.expected]
    assert {one.objective for one in expected} == objectives


def test_papers_that_could_be_taken_for_real_say_exercise_inside(calm_front):
    silent = [
        (inject.id, number)
        for inject in calm_front.injects
        if inject.channel in BEARS_THE_WORD
        for number, body in enumerate(bodies(inject))
        if "EXERCISE" not in body
    ]
    assert silent == []


def test_likelihood_and_confidence_never_share_a_sentence(calm_front):
    for inject in calm_front.injects:
        for text in read_aloud(inject):
            for sentence in re.split(r"(?<=[.?!:])\s+", text):
                mixed = LIKELIHOODS.search(sentence) and "confiden" in sentence.lower()
                assert not mixed, (inject.id, sentence)


def test_nobody_votes(calm_front_file, demonstration_file):
    for path in (calm_front_file, demonstration_file):
        assert not re.search(r"\bvot(e|es|ed|ing|er|ers)\b", path.read_text("utf-8"), re.IGNORECASE)


def test_every_sentence_of_the_article_is_traced_to_injects_that_exist(calm_front, calm_front_file):
    block = calm_front_file.read_text("utf-8").partition("tabletop: 1")[0]
    entries = re.findall(r"(?m)^#   (S\d\.\d)  ((?:.*\n)(?:#  {6,}.*\n)*)", block)
    assert tuple(name for name, _ in entries) == SENTENCES
    known = set(calm_front.injects_by_id) | set(calm_front.decisions_by_id)
    for name, text in entries:
        named = set(re.findall(r"\b(?:I-\d\d[AB]?|C-\d|D\d+[ABN]?(?!-))\b", text))
        assert named, name
        assert named <= known, (name, named - known)


@pytest.mark.parametrize("decision_id", ["D6", "D12A", "D12B"])
def test_the_main_scale_sets_the_treaty_basis_the_same_way_wherever_it_is_asked(
    calm_front, decision_id
):
    decision = calm_front.decisions_by_id[decision_id]
    assert decision.settles
    assert [option.position for option in decision.options] == list(range(7))
    written = {option.id: dict(option.sets).get("basis") for option in decision.options}
    assert written == {
        **dict.fromkeys(("0", "1", "4")),
        **dict.fromkeys(("2", "3"), "art4"),
        "5": "art5c",
        "6": "art5",
    }


def test_the_half_day_version_is_closed_under_its_branches(calm_front):
    cut = calm_front.cut("half-day")
    inside = set(cut.injects)
    for inject_id in inside:
        inject = calm_front.injects_by_id[inject_id]
        conditions = [c for c in (inject.when, *(v.when for v in inject.variants)) if c]
        for condition in conditions:
            assert released_in(condition) <= inside, inject_id
            carriers = {calm_front.inject_of_decision[d].id for d in decisions_named(condition)}
            assert carriers <= inside, inject_id
        siblings = {i.id for i in calm_front.injects if inject.one_of and i.one_of == inject.one_of}
        assert siblings <= inside, inject_id
    texts = [text for i in inside for text in bodies(calm_front.injects_by_id[i])]
    shown = {name for text in texts for name in re.findall(r"\{(D\d+\w?)\}", text)}
    assert {calm_front.inject_of_decision[name].id for name in shown} <= inside
