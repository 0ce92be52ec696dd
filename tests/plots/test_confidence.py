from tabletop.plots.confidence import Confidence, StatedConfidence, confidence_by_evidence
from tabletop.plots.picture import Frame

FRAME = Frame("EXERCISE ONLY")


def test_the_table_counts_by_level():
    rows = (
        StatedConfidence("D1", 0, ("low", "low", "high", None)),
        StatedConfidence("D2", None, (None, None)),
        StatedConfidence("D3", 2, ("moderate",)),
    )
    picture = confidence_by_evidence(Confidence(rows), FRAME)
    assert picture.table.rows == (("D1", "0", "2", "0", "1", "1"), ("D3", "2", "0", "1", "0", "0"))
    assert "low 2, moderate 1, high 1. The evidence level went from 0 to 2." in picture.alt


def test_the_middle_of_an_even_number_lies_between_two_levels():
    assert StatedConfidence("D1", 0, ("low", "moderate", None)).typical == 0.5
    assert StatedConfidence("D1", 0, (None,)).typical is None
