from tabletop.analysis.injects import InjectCounts
from tabletop.report.sections.played import played_in_full, played_in_short


def counts(**given):
    names = InjectCounts.__slots__
    return InjectCounts(**{name: given.get(name, 0) for name in names})


def test_what_came_besides_the_plan_is_told_apart_from_it():
    found = counts(
        planned=13,
        released=11,
        skipped=1,
        not_reached=1,
        contingencies=2,
        from_outside=1,
        improvised=1,
        recalled=1,
    )
    assert played_in_full(found) == (
        "Of 13 planned injects, 11 were released, 1 was skipped and 1 was not reached. Besides, "
        "the table saw 2 contingencies, 1 inject of a longer version and 1 improvised inject. "
        "1 of those shown was recalled."
    )
    assert played_in_short(found) == (
        "15 injects, 1 of them improvised, 1 of them recalled; 1 more skipped"
    )


def test_a_plan_carried_out_whole_needs_one_sentence():
    one = played_in_full(counts(planned=1, released=1))
    assert one == "The one planned inject was released."
    many = played_in_full(counts(planned=13, released=13))
    assert many == "All 13 planned injects were released."
    assert played_in_short(counts(planned=1, released=1)) == "1 inject"


def test_a_plan_of_which_nothing_came_is_said_without_a_nought():
    assert played_in_full(counts(planned=1, not_reached=1)) == (
        "The one planned inject was not reached."
    )
    assert played_in_full(counts()) == "No inject was planned."
    assert played_in_short(counts(planned=1, not_reached=1)) == "No inject"
