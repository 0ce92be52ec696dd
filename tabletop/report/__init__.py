"""The after-action report: what it says, and how it becomes a file.

A report is a value (`content.Report`): a cover and a list of blocks of a few kinds. The sections
fill it, the writers turn it into bytes; writers know blocks, not sections, so every section looks
the same in every format and a new format needs nothing from the sections.

May import plots, analysis, exercise and scenario; never the live exercise, never storage. Nothing
here reads the clock, the user's name or the machine's: the report's date is ENDEX, and the same
report gives the same bytes in every format.

Two decisions shaped it. Text is made writable when a value is built (`odd_text.shown`), so no
writer can meet a character its format cannot hold. And the libraries behind the formats are
imported when a report is written, not before: the first window does not wait for them.
"""
