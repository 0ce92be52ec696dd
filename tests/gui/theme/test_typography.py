import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont

from tabletop.gui.theme.typography import (
    TYPE_STYLES,
    FontsMissing,
    TextRole,
    Typography,
    load_fonts,
    sans,
    serif,
)

LETTERS = "İıŞşĞğÇçÖöÜü Ωμέγα Київ Ђ – “” → ● ○ ✓ ×"


def test_the_shipped_families_are_both_loaded(shipped_fonts):
    assert {"Inter", "Noto Serif"} <= set(shipped_fonts)


@pytest.mark.parametrize("weight", [400, 500, 600, 700, 800])
def test_inter_is_there_in_every_weight_that_is_used(shipped_fonts, weight):
    shown = QFontInfo(sans(16, weight))
    assert shown.family() == "Inter"
    assert shown.weight() == weight


@pytest.mark.parametrize("weight", [400, 700])
def test_noto_serif_is_there_regular_and_bold(shipped_fonts, weight):
    shown = QFontInfo(serif(16, weight))
    assert shown.family() == "Noto Serif"
    assert shown.weight() == weight


def test_inter_has_turkish_greek_and_cyrillic_letters_and_the_signs_of_the_interface(shipped_fonts):
    raw = QRawFont.fromFont(sans(16))
    assert [letter for letter in LETTERS if not raw.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("family", [sans, serif])
def test_a_dotted_capital_i_is_no_box(shipped_fonts, family):
    raw = QRawFont.fromFont(family(16))
    assert all(raw.supportsCharacter(ord(letter)) for letter in "İığşΩЖ")


def test_numbers_of_clocks_are_all_equally_wide(shipped_fonts):
    metrics = QFontMetricsF(Typography().font(TextRole.CLOCK))
    widths = [metrics.horizontalAdvance(digit) for digit in "0123456789"]
    assert max(widths) - min(widths) < 0.1
    proportional = QFontMetricsF(sans(20, 600))
    assert proportional.horizontalAdvance("1") < proportional.horizontalAdvance("8") - 1


def test_a_folder_without_fonts_is_told_by_its_name(tmp_path):
    with pytest.raises(FontsMissing, match=str(tmp_path)):
        load_fonts(tmp_path)


@pytest.mark.parametrize("role", TextRole)
def test_every_role_has_a_style_and_grows_with_the_scale(role):
    assert TYPE_STYLES[role].size <= Typography(wide=True).size(role)
    assert Typography(scale=1.5).size(role) > Typography().size(role)
    assert Typography(scale=1.5).font(role).pixelSize() == Typography(scale=1.5).size(role)


@pytest.mark.parametrize("scale", [0.89, 1.51, 0])
def test_a_scale_out_of_bounds_is_refused(scale):
    with pytest.raises(ValueError, match="outside"):
        Typography(scale=scale)
