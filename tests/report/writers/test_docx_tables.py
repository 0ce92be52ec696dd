"""Tables of Word reports cost as much as they hold, however long they are."""

from collections import Counter

from tabletop.report import content
from tabletop.report.content import Cell, Column, Table
from tabletop.report.writers import docx_tables
from tabletop.report.writers.docx_tables import table_xml


def table(rows):
    cells = tuple((Cell(f"{number}"), Cell("said")) for number in range(rows))
    return Table("Log", (Column("No."), Column("What")), cells)


def cells_read(rows, monkeypatch):
    read = Counter()
    plain = content.cell_text

    def counted(cell):
        read["cells"] += 1
        return plain(cell)

    for module in (content, docx_tables):
        monkeypatch.setattr(module, "cell_text", counted)
    written = table_xml(table(rows), linked=lambda *_: "", marked=lambda *_: "")
    assert written.count("<w:tr>") == rows + 1
    monkeypatch.undo()
    return read["cells"]


def test_a_table_ten_times_as_long_is_read_no_more_than_ten_times_as_much(monkeypatch):
    for few in (3, 8, 40):
        assert cells_read(10 * few, monkeypatch) <= 10 * cells_read(few, monkeypatch)


def test_no_cell_is_read_more_than_twice_to_write_it(monkeypatch):
    for rows in (1, 8, 400):
        assert cells_read(rows, monkeypatch) <= 2 * 2 * rows
