from hypothesis import given
from hypothesis import strategies as st

from tabletop.report.writers.sheet_names import SheetNames


def test_one_wish_has_one_sheet_until_it_is_closed():
    names = SheetNames("Report")
    assert names.name("Log") == names.name("Log") == "Log"
    names.close("Log")
    assert names.name("Log") == "Log (2)"


def test_names_are_what_excel_accepts():
    names = SheetNames("Report")
    assert names.name("report") == "report (2)"
    assert names.name("A/B: C?") == "A B  C"
    assert names.name("History") == "History 1"
    assert names.name("'") == "Table"
    assert names.name("x" * 40) == "x" * 31
    assert names.name("x" * 50) == "x" * 27 + " (2)"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=20))
def test_no_two_sheets_share_a_name(wishes):
    names = SheetNames("Report")
    given = {wish: names.name(wish) for wish in wishes}
    folded = {name.casefold() for name in given.values()}
    assert len(folded) == len(given)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in given.values())
