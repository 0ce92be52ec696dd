"""The line of the log: its sign may be typed twice, changed or taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.gui.console.rows.quick_log import KINDS, SIGNS, log_draft, split_sign, with_sign


@pytest.mark.parametrize(
    ("line", "sign", "text"),
    [
        ("+ well done", "+", "well done"),
        ("/+ well done", "+", "well done"),
        ("//well done", "", "well done"),
        ("/ / + well done", "+", "well done"),
        ("++ well done", "+", "well done"),
        ("+ - well done", "-", "well done"),
        ("?+well done", "+", "well done"),
        ("well + done", "", "well + done"),
        ("and/or", "", "and/or"),
        ("+", "+", ""),
        ("", "", ""),
    ],
)
def test_the_last_sign_before_the_text_counts(line, sign, text):
    assert split_sign(line) == (sign, text)


@given(st.lists(st.sampled_from([*SIGNS, "/", " "])), st.text("abc @#1", min_size=1))
def test_no_sign_typed_before_a_text_stays_in_it(signs, text):
    sign, rest = split_sign("".join(signs) + text)

    assert rest == text.strip()
    assert sign == next((s for s in reversed(signs) if s in SIGNS), "")


@given(st.sampled_from(["", *SIGNS]), st.sampled_from(["", *SIGNS]), st.text("abc 1", min_size=1))
def test_a_sign_that_is_changed_leaves_the_text_as_it_is(before, after, text):
    changed = with_sign(with_sign(text, before), after)

    assert split_sign(changed) == (after, text.strip())


@pytest.mark.parametrize(
    ("line", "text", "role", "objective"),
    [
        ("+ Ankara was asked first @TUR #O1", "Ankara was asked first", "TUR", "O1"),
        ("+ asked @GRC first", "asked GRC first", "GRC", None),
        ("asked @GRC, then @TUR.", "asked GRC, then TUR.", "TUR", None),
        ("? @TUR How far?", "How far?", "TUR", None),
        ("seen under #O2 late @pol", "seen under O2 late", "POL", "O2"),
        ("write to a@b.org", "write to a@b.org", None, None),
        ("+ #O1 @TUR briefs first", "TUR briefs first", "TUR", "O1"),
        ("+ @TUR Ankara was asked first", "Ankara was asked first", "TUR", None),
    ],
)
def test_tags_among_the_words_stay_as_words(console, line, text, role, objective):
    draft = log_draft(line, console.state)

    assert (draft.text, draft.role, draft.objective) == (text, role, objective)
    assert draft.problem == ""


def test_every_tag_that_names_nothing_is_named(console):
    draft = log_draft("+ seen @NOBODY #O99 @TUR", console.state)

    assert draft.problem == "No seat NOBODY, no objective O99"


def test_the_key_that_leads_to_the_log_typed_twice_spoils_nothing(console):
    console.press("Space", "/", "/", "/")
    console.type("+ Ankara was asked @TUR")
    assert console.log_field == "+ Ankara was asked @TUR"

    console.press("Enter")

    (observation,) = console.state.observations.values()
    assert (observation.kind, observation.text) == ("strength", "Ankara was asked")


def test_the_chip_follows_the_sign_as_it_is_typed_changed_and_deleted(console):
    chip = console.window.log.kind
    console.press("Space", "/")
    assert chip.isHidden()

    shown = []
    for key in ("+", "+", "-", "Backspace", "Backspace", "Backspace", "x", "Backspace"):
        console.press(key)
        shown.append("" if chip.isHidden() else chip.kind)

    assert shown == [
        "strength",
        "strength",
        "improvement",
        "strength",
        "strength",
        "",
        "note",
        "",
    ]


def test_the_chip_is_as_wide_for_every_kind(console):
    chip = console.window.log.kind
    widths = set()
    for kind in KINDS:
        chip.show_kind(kind)
        widths.add(chip.sizeHint().width())

    assert len(widths) == 1


def test_a_kind_chosen_by_name_replaces_the_sign_of_the_line(console):
    console.press("Space", "/")
    console.type("+ Nobody asked")

    console.choose("area for improvement")

    assert console.log_field == "- Nobody asked"
    console.press("Enter")
    (observation,) = console.state.observations.values()
    assert observation.kind == "improvement"


def test_a_line_of_signs_alone_is_not_recorded(console):
    console.press("Space", "/")
    console.type("+ -")
    console.press("Enter")

    assert console.state.observations == {}
    assert log_draft("+ -", console.state).problem == "Nothing is written yet"
