"""The tables: parsed back by the library's own reader, harmless in a spreadsheet."""

import csv
from io import StringIO

import pytest

from tests.dossier.made import EVIL, SECOND, TIME, of_seeds, small, written
from tui.document import visible
from tui.dossier import Dossier
from tui.dossier.tables import cell

COLUMNS = [
    *("claim_id", "claim", "section", "claim_start", "claim_end", "report", "title", "outlet"),
    *("date", "passage", "start", "end", "score", "band", "signals", "verdict", "note"),
    *("decided_at", "version", "report_sha256"),
]


def rows(dossier: Dossier, part: str = ".csv") -> list[list[str]]:
    text = written(dossier, ".csv", part).decode("utf-8")
    parsed = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert text.count("\r\n") == len(parsed) == text.count("\n")
    return parsed


def table(dossier: Dossier, part: str = ".csv") -> list[dict[str, str]]:
    header, *others = rows(dossier, part)
    assert all(len(row) == len(header) for row in others)
    return [dict(zip(header, row, strict=True)) for row in others]


def test_the_columns_are_those_that_were_agreed_on() -> None:
    assert rows(small())[0] == COLUMNS


def test_a_passage_has_the_programs_cells_and_the_readers() -> None:
    row = table(small())[0]
    assert (row["report"], row["date"], row["band"]) == ("news/a.txt", "2025-05-28", "strong")
    assert (row["verdict"], row["note"], row["decided_at"]) == ("contradicts", "a note", TIME)
    assert row["signals"] == "numbers differ: 12 ↔ Trade grew to 14 million dollars."


def test_places_lead_back_to_the_words() -> None:
    dossier = of_seeds()
    texts = {document.path: document.text for document in dossier.documents}
    for row in table(dossier):
        claim = dossier.paper.text[int(row["claim_start"]) : int(row["claim_end"])]
        assert visible(claim) == row["claim"]
        if row["report"]:
            assert (
                visible(texts[row["report"]][int(row["start"]) : int(row["end"])]) == row["passage"]
            )


def test_a_silent_claim_has_one_row_without_a_passage() -> None:
    silent = [row for row in table(small()) if row["claim"] == SECOND]
    assert len(silent) == 1
    assert not any(silent[0][name] for name in COLUMNS[5:13])
    assert (silent[0]["band"], silent[0]["verdict"]) == ("silent", "silence confirmed")
    assert silent[0]["signals"] == "in no report: lake"


def test_an_orphan_comes_last_and_says_why() -> None:
    row = table(small())[-1]
    assert (row["claim_id"], row["band"], row["verdict"]) == ("", "orphaned", "supports")
    assert row["signals"] == "the report is not among these, or has changed since"


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "'␍=1"),
        ("-0.25", "-0.25"),
        ("plain", "plain"),
        ("a\nb\x1b\ud800\u202e", "a b␛��"),
    ],
)
def test_no_cell_is_a_formula_or_an_order(value: str, safe: str) -> None:
    assert cell(value) == safe


def test_a_hostile_document_stays_in_its_cells() -> None:
    row = table(small(EVIL, EVIL))[0]
    assert row["passage"] == row["title"] == row["note"] == "'" + visible(EVIL)


def test_the_matrix_has_a_band_or_nothing_for_each_report() -> None:
    first, second = table(small(), ".matrix.csv")
    assert list(first) == ["claim_id", "claim", "section", "news/a.txt", "b.txt"]
    assert (first["news/a.txt"], first["b.txt"]) == ("strong", "not searched")
    assert (second["news/a.txt"], second["b.txt"]) == ("", "not searched")


def test_the_matrix_agrees_with_the_rows() -> None:
    dossier = of_seeds()
    met = {(row["claim_id"], row["report"]) for row in table(dossier) if row["report"]}
    for row in table(dossier, ".matrix.csv"):
        for report in dossier.reports:
            assert bool(row[report.path]) == ((row["claim_id"], report.path) in met)
