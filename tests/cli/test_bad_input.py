"""What is said of documents that nothing can be compared in: a clear state, never a failure."""

import re
from pathlib import Path

import pytest

from tests.cli.command import NEWS, PAPER, Run, text_of

FRENCH = (
    "Le président s'est rendu à Astana pour une visite d'État de deux jours. Il a rencontré son "
    "homologue et les deux dirigeants ont signé plusieurs accords de coopération dans les domaines "
    "du commerce, de l'éducation et de la technologie, selon le ministère des affaires étrangères."
)
QUESTIONS = "What is to be done?\n\nWho knows?\n\nWhy should anyone care about this at all?\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "made.txt"


def test_a_paper_without_claims_has_none_to_compare(run: Run, file: Path) -> None:
    file.write_text(QUESTIONS)
    ran = run("compare", "--paper", str(file), NEWS, "--format", "json")
    assert (ran.status, ran.json["claims"]) == (1, [])
    assert "no claim in the paper" in ran.err


def test_a_report_in_another_language_is_named_as_not_searched(run: Run, file: Path) -> None:
    file.write_text(FRENCH)
    ran = run("compare", "--paper", PAPER, str(file), NEWS, "--format", "json")
    assert ran.json["searched"]["skipped"] == [{"path": str(file), "reason": "French"}]
    assert ran.json["searched"]["reports"] == 1
    assert "not searched: French" in ran.err


def test_a_report_identical_to_the_paper_is_said_to_be_the_same_text(run: Run, file: Path) -> None:
    file.write_text(text_of(PAPER))
    ran = run("compare", "--paper", PAPER, str(file), "--format", "json")
    best = [claim["evidence"][0] for claim in ran.json["claims"]]
    assert all("same text as the paper" in evidence["signals"] for evidence in best)


@pytest.mark.parametrize("role", ["paper", "report"])
def test_a_sentence_of_100000_words_is_compared(run: Run, file: Path, role: str) -> None:
    file.write_text("Rwanda won votes and then " * 20_000 + "Kenya did.")
    paper, report = (str(file), NEWS) if role == "paper" else (PAPER, str(file))
    ran = run("compare", "--paper", paper, report, "--format", "json")
    assert ran.status in (0, 1)
    assert ran.json["searched"]["reports"] == 1


def test_where_nothing_could_be_searched_nothing_is_called_silent(run: Run, file: Path) -> None:
    file.write_text(FRENCH)
    ran = run("compare", "--paper", PAPER, str(file))
    assert "  – not searched" in ran.out.splitlines()
    assert "silent" not in ran.out
    assert "in no report" not in ran.out


def test_a_silent_claim_names_the_nearest_passage(run: Run) -> None:
    lines = run("compare", "--paper", PAPER, NEWS).out.splitlines()
    silent = [line for line in lines if line.startswith("  · silent")]
    assert any(line.startswith("  · silent; nearest ") and NEWS in line for line in silent)


def test_the_balance_tells_strong_from_weak(run: Run) -> None:
    assert re.search(
        r"\d+ claims: (\d+ (strong|partial|weak|silent)(, |; ))+",
        run("compare", "--paper", PAPER, NEWS).err,
    )


def test_vectors_that_are_not_there_are_a_failure_that_stops_nothing(run: Run) -> None:
    ran = run("compare", "--paper", PAPER, NEWS, "--vectors", "/no/such/folder")
    assert ran.status == 2
    assert "/no/such/folder" in ran.err
    assert "compared by words only" in ran.err
    assert ran.out
