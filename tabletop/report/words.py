"""The few words the writers add themselves; all others come from the sections."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The writers' own words in one language."""

    contents: str = "Contents"
    contents_help: str = (
        "Every line leads to its section. For page numbers, click into this list and press F9."
    )
    table: str = "Table"
    figure: str = "Figure"
    figure_numbers: str = "numbers"
    page_of: str = "{page} of {pages}"
    generated: str = "generated"
    generated_help: str = "Written by the program from the record; nobody has confirmed it yet."
    data_of_figure: str = "The figure as numbers"
    date: str = "Date"
    text_sheet: str = "Report"
    see_sheet: str = "see sheet “{sheet}”"
    skip_to_text: str = "Skip to the text"


ENGLISH = Words()
