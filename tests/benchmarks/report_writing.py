"""P10: the full report of the demonstration as PDF and DOCX, against what offices use today.

The floor of the PDF is LibreOffice turning our own DOCX into a PDF; the floor of the DOCX is bare
python-docx writing as many headings, paragraphs and table rows without any of the look.
"""

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

from docx import Document

from tabletop.analysis.record import ExerciseRecord, exercise_record
from tabletop.report.after_action import after_action_report
from tabletop.report.content import (
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Report,
    Table,
    all_blocks,
    cell_text,
    plain_text,
)
from tabletop.report.formats import format_named
from tabletop.scenario_files.reader import read_scenario
from tabletop.scenario_files.shipped import shipped_folder
from tabletop.scenario_files.transcript_reader import read_transcript
from tabletop.scenario_files.transcripts import play
from tests.benchmarks.ratios import PAIRS, Ratio, in_pairs

FONTS = shipped_folder("assets") / "fonts"


def demonstration() -> ExerciseRecord:
    """Return the record of the shipped demonstration."""
    scenarios = shipped_folder("scenarios")
    package = read_scenario(scenarios / "calm-front.ttx.yaml").package
    read = read_transcript(scenarios / "demonstrations" / "calm-front.transcript.yaml")
    assert package is not None
    assert read.transcript is not None
    played = play(read.transcript, package, exercise_id="benchmark")
    return exercise_record("benchmark", package, played.entries, played.participants)


def p10_pdf(pairs: int = PAIRS) -> Ratio | None:
    """Return PDF over LibreOffice's DOCX to PDF; None where there is no LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        return None
    report = _report()
    with tempfile.TemporaryDirectory(prefix="report-writing-") as folder:
        docx = Path(folder) / "report.docx"
        docx.write_bytes(format_named("docx").write(report, (FONTS,)))

        def converted() -> None:
            subprocess.run(
                [
                    office,
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder,
                    str(docx),
                ],
                check=True,
                capture_output=True,
                timeout=120,
            )

        return in_pairs(lambda: format_named("pdf").write(report, (FONTS,)), converted, pairs)


def p10_docx(pairs: int = PAIRS) -> Ratio:
    """Return DOCX over bare python-docx with the same words and pictures."""
    report = _report()
    return in_pairs(
        lambda: format_named("docx").write(report, (FONTS,)), lambda: _bare_docx(report), pairs
    )


def _report() -> Report:
    return after_action_report(demonstration(), fonts=FONTS)


def _bare_docx(report: Report) -> bytes:
    document = Document()
    for block in all_blocks(report.blocks):
        match block:
            case Heading(level=level, text=text):
                document.add_heading(text, level)
            case Paragraph(runs=runs):
                document.add_paragraph(plain_text(runs))
            case ItemList(items=items):
                for item in items:
                    document.add_paragraph(plain_text(item.runs), style="List Bullet")
            case Table():
                _bare_table(document, block)
            case Figure(png=png):
                document.add_picture(io.BytesIO(png))
            case _:
                pass
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _bare_table(document, table: Table) -> None:
    drawn = document.add_table(rows=len(table.rows) + 1, cols=len(table.columns))
    texts = [column.header for column in table.columns]
    texts += [cell_text(cell) for row in table.rows for cell in row]
    for cell, text in zip(drawn._cells, texts, strict=True):
        cell.text = text


if __name__ == "__main__":
    print("PDF", p10_pdf())
    print("DOCX", p10_docx())
