import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.analysis.postures import persistent_minority, posture_path

paths = st.lists(st.none() | st.integers(0, 6), max_size=20)


@pytest.mark.parametrize(
    ("positions", "net", "up", "down", "reversals"),
    [
        ((1, 2, 3, 4), 3, 3, 0, 0),
        ((3, 4, 4, 5), 2, 2, 0, 0),
        ((1, 1, 2, 4), 3, 2, 0, 0),
        ((2, 2, 4, 4), 2, 1, 0, 0),
        ((0, 0, 1, 3), 3, 2, 0, 0),
        ((2, 4, 4, 3, 5), 3, 2, 1, 2),
    ],
)
def test_paths_of_the_worked_example(positions, net, up, down, reversals):
    path = posture_path(positions)
    assert (path.net, path.up, path.down, path.reversals) == (net, up, down, reversals)


def test_a_missing_answer_is_passed_over():
    assert posture_path((1, None, 3, None)) == posture_path((1, 3))


def test_one_position_is_no_path():
    assert posture_path((None, 4, None)) is None
    assert posture_path(()) is None


@given(paths)
def test_the_counts_fit_together(positions):
    path = posture_path(positions)
    if path is not None:
        assert path.net == path.positions[-1] - path.positions[0]
        assert path.up + path.down < len(path.positions)
        assert path.reversals <= 2 * min(path.up, path.down)
        assert path.net <= 6 * path.up
        assert -path.net <= 6 * path.down


@given(paths)
def test_the_way_back_mirrors_the_way_there(positions):
    there, back = posture_path(positions), posture_path(positions[::-1])
    if there is not None and back is not None:
        assert (back.net, back.up, back.down) == (-there.net, there.down, there.up)
        assert back.reversals == there.reversals


def test_a_seat_that_differs_in_half_of_four_decisions_is_a_persistent_minority():
    decisions = [
        {"TUR": False, "GRC": True, "POL": True},
        {"TUR": False, "GRC": False, "POL": True},
        {"TUR": True, "GRC": True, "POL": False},
        {"TUR": False, "GRC": False, "POL": False},
    ]
    assert persistent_minority(decisions) == ("GRC", "POL")


def test_three_decisions_say_nothing_about_persistence():
    assert persistent_minority([{"GRC": True}] * 3) is None


def test_a_seat_without_a_say_in_four_decisions_is_left_out():
    decisions = [{"GRC": True, "POL": True}] * 3 + [{"GRC": True}, {"GRC": False}]
    assert persistent_minority(decisions) == ("GRC",)


@given(st.lists(st.dictionaries(st.sampled_from("ABC"), st.booleans()), min_size=4))
def test_who_never_differs_is_no_minority(decisions):
    quiet = [dict.fromkeys(decision, False) for decision in decisions]
    assert persistent_minority(quiet) == ()
    loud = [dict.fromkeys(decision, True) for decision in decisions]
    assert set(persistent_minority(decisions)) <= set(persistent_minority(loud))
