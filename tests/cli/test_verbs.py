"""The command line's contract: what each verb prints, where, and with which exit status."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import COLUMN, NEWS, PAPER, ROOT, SEEDS, Run, text_of
from tests.terminal import environment


def headless(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env=environment(),
    )


def test_outline_json_has_the_shape_of_the_contract(run: Run) -> None:
    ran = run("outline", str(SEEDS), "--format", "json")
    assert ran.status == 0
    assert [set(document) for document in ran.json["documents"]] == [
        {"path", "title", "role", "sha256", "characters", "words", "language"}
        | {"sections", "furniture"}
    ] * 3
    for document in ran.json["documents"]:
        assert document["characters"] == len(text_of(document["path"]))
        for section in document["sections"]:
            assert set(section) == {"title", "level", "start", "end", "origin"} | {
                "confidence",
                "reason",
            }
        assert all(set(piece) == {"start", "end", "kind"} for piece in document["furniture"])


def test_search_json_has_the_shape_of_the_contract_and_finds_the_misspelt(run: Run) -> None:
    ran = run("search", "kazakstan trad", str(SEEDS), "--format", "json")
    assert ran.status == 0
    assert set(ran.json) == {"query", "total", "suggestion", "hits"}
    best = ran.json["hits"][0]
    assert set(best) == {"path", "section", "page", "start", "end", "text", "score"} | {
        "tier",
        "matches",
    }
    assert best["path"] == NEWS
    assert text_of(NEWS)[best["start"] : best["end"]] == best["text"]
    words = [text_of(NEWS)[start:end].casefold() for start, end in best["matches"]]
    assert {"kazakhstan", "trade"} <= {word.removesuffix("’s") for word in words}


def test_claims_json_has_the_shape_of_the_contract(run: Run) -> None:
    ran = run("claims", PAPER, "--format", "json")
    assert ran.status == 0
    assert ran.json["path"] == PAPER
    for claim in ran.json["claims"]:
        assert set(claim) == {"id", "start", "end", "text", "section", "score", "reasons"}
        assert text_of(PAPER)[claim["start"] : claim["end"]] == claim["text"]


def test_claims_all_gives_every_sentence(run: Run) -> None:
    some = run("claims", PAPER, "--format", "json").json["claims"]
    every = run("claims", PAPER, "--all", "--format", "json").json["claims"]
    assert len(every) > len(some)
    assert {claim["start"] for claim in some} <= {claim["start"] for claim in every}


def test_compare_json_has_the_shape_of_the_contract(run: Run) -> None:
    ran = run("compare", "--paper", PAPER, str(SEEDS), "--format", "json")
    assert ran.status == 0
    assert set(ran.json) == {"paper", "searched", "claims"}
    assert ran.json["paper"] == PAPER
    assert set(ran.json["searched"]) == {"reports", "passages", "threshold"}
    assert ran.json["searched"]["reports"] == 2
    for claim in ran.json["claims"]:
        assert set(claim) == {"id", "start", "end", "text", "section"} | {
            "strength",
            "silent",
            "evidence",
        }
        assert 0 <= claim["strength"] <= 1
        for evidence in claim["evidence"]:
            assert set(evidence) == {"path", "start", "end", "text", "rank", "score"} | {
                "coverage",
                "band",
                "shared",
                "signals",
            }
            words = text_of(evidence["path"])[evidence["start"] : evidence["end"]]
            assert words == evidence["text"]
            assert all(isinstance(signal, str) for signal in evidence["signals"])
            for shared in evidence["shared"]:
                assert set(shared) == {"kind", "claim", "passage"}


def test_the_paper_is_no_report_of_its_own_even_inside_a_folder(run: Run) -> None:
    ran = run("compare", "--paper", PAPER, str(SEEDS), "--top", "1", "--format", "json")
    paths = {evidence["path"] for claim in ran.json["claims"] for evidence in claim["evidence"]}
    assert paths == {COLUMN, NEWS}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--paper", PAPER, COLUMN, NEWS),
        ("--paper", PAPER, "--reports", COLUMN, NEWS),
        ("--reports", COLUMN, NEWS, "--paper", PAPER),
        ("--reports", COLUMN, "--paper", PAPER, NEWS),
        (str(SEEDS),),
    ],
)
def test_reports_may_be_named_in_every_order(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("compare", *arguments, "--format", "json")
    assert (ran.json["paper"], ran.json["searched"]["reports"]) == (PAPER, 2)


def test_lines_in_a_pipe_are_those_of_grep(run: Run) -> None:
    first = run("search", "kazakstan trad", str(SEEDS)).out.splitlines()[0]
    path, line, text = first.split(":", 2)
    assert path == NEWS
    assert text.strip()[:20] in text_of(NEWS).split("\n")[int(line) - 1]


def test_context_shows_the_neighbours_of_a_hit(run: Run) -> None:
    plain = run("search", "Azerbaijan", COLUMN, "--limit", "2").out.splitlines()
    wide = run("search", "Azerbaijan", COLUMN, "--limit", "2", "--context", "1").out
    assert wide.count("\n--\n") == 1
    assert all(line in wide for line in plain)
    assert len(wide.splitlines()) > len(plain) + 1


def test_counts_and_paths_replace_the_lines(run: Run) -> None:
    counts = run("search", "Azerbaijan", str(SEEDS), "--count").out.splitlines()
    assert [line.rpartition(":")[0] for line in counts] == [PAPER, COLUMN, NEWS]
    assert run("search", "Astana", str(SEEDS), "--files-with-matches").out.splitlines() == [NEWS]


def test_the_section_may_stand_in_each_line(run: Run) -> None:
    assert ":Trade Outlook: " in run("search", "kazakstan trad", NEWS, "--with-section").out


def test_nothing_found_is_status_1_and_silence(run: Run) -> None:
    ran = run("search", "qqqqzzzz", str(SEEDS))
    assert (ran.status, ran.out) == (1, "")
    assert run("search", "qqqqzzzz", str(SEEDS), "--format", "json").json["hits"] == []


def test_a_paper_without_reports_is_told_and_silent(run: Run) -> None:
    ran = run("compare", "--paper", PAPER, "--format", "json")
    assert ran.status == 1
    assert ran.json["searched"]["reports"] == 0
    assert all(claim["silent"] for claim in ran.json["claims"])
    assert "no report" in ran.err


def test_standard_input_is_a_document(tmp_path: Path) -> None:
    done = headless("search", "trade", "-", stdin=b"The trade grew.\n\nThe rest did not.\n")
    assert (done.returncode, done.stdout) == (0, b"-:1: The trade grew.\n")


@pytest.mark.parametrize(("option", "kept"), [((), True), (("--no-cache",), False)])
def test_what_was_read_is_kept_for_the_next_time_unless_forbidden(
    run: Run, own_folders: Path, tmp_path: Path, option: tuple[str, ...], kept: bool
) -> None:
    long = tmp_path / "long.txt"
    long.write_text("The trade of the two cities grew in 2024.\n\n" * 25_000, "utf-8")
    for _ in range(2):
        ran = run("search", "trade", str(long), "--count", *option)
        assert (ran.out, ran.err) == (f"{long}:25000\n", "")
    assert any((own_folders / "cache").rglob("*")) == kept


def test_reports_that_could_not_be_read_are_named_in_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    french = tmp_path / "french.txt"
    french.write_text(
        "Le commerce entre le Rwanda et la France a encore augmenté cette année. " * 9
    )
    paths = [str(tmp_path / name) for name in ("empty.txt", "none.txt")]
    ran = run("compare", "--paper", PAPER, *paths, str(french), "--format", "json")
    assert ran.status == 2
    assert [(one["path"], one["reason"]) for one in ran.json["searched"]["skipped"]] == [
        (str(french), "French"),
        (paths[0], "empty"),
        (paths[1], "no such file or directory"),
    ]
    assert all(claim["silent"] and not claim["evidence"] for claim in ran.json["claims"])
    assert "no report was searched" in ran.err
    assert run("compare", "--paper", PAPER, *paths, "--format", "json").status == 2
