"""Bad input, hostile input and interruptions: one clear line, the right status, no traceback."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import COLUMN, NEWS, PAPER, ROOT, Run
from tests.terminal import environment
from tui.arguments import has_screen

ESCAPES = (
    "Red \x1b[31malert\x1b[0m, a bell \x07, a title \x1b]0;owned\x07 and \x9b5m rang in Kigali."
)


@pytest.mark.parametrize("verb", [("outline",), ("search", "trade"), ("claims",), ("compare",)])
@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "binary.txt", "hollow"])
def test_what_cannot_be_opened_is_named_in_one_line(
    run: Run, tmp_path: Path, verb: tuple[str, ...], name: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "hollow").mkdir()
    ran = run(*verb, str(tmp_path / name))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"sidelight: {tmp_path / name}: ")
    assert len(ran.err.splitlines()) == 1


def test_the_others_still_open_and_the_status_tells_the_error(run: Run) -> None:
    ran = run("search", "trade", "missing.txt", NEWS)
    assert ran.status == 2
    assert NEWS in ran.out
    assert ran.err.startswith("sidelight: missing.txt: ")


def test_a_paper_that_is_missing_is_an_error_though_reports_are_there(run: Run) -> None:
    ran = run("compare", "--paper", "missing.txt", COLUMN)
    assert (ran.status, ran.out) == (2, "")


def test_reports_that_are_all_missing_are_an_error(run: Run) -> None:
    ran = run("compare", "--paper", PAPER, "missing.txt")
    assert (ran.status, ran.out) == (2, "")


def test_two_papers_for_claims_are_an_error(run: Run, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("The city has 12,000 trees. It was founded in 1871.\n" * 3)
    ran = run("claims", str(tmp_path))
    assert ran.status == 2
    assert "which of these is the paper?" in ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["serach", "trade", "seeds"], "no such file or verb: serach (did you mean search?)"),
        (["qqqq"], "no such file or verb: qqqq"),
        (["--bogus"], "No such option '--bogus'"),
        (["search"], "Missing argument 'QUERY'"),
        (["outline"], "Missing argument 'PATH…'"),
        (["--reports"], "Option '--reports' requires an argument"),
        (["--reports", "--paper", "p.txt"], "Option '--reports' requires an argument"),
        (["outline", "seeds", "--format", "xml"], "'xml' is not one of"),
        (["search", "x", "seeds", "--limit", "0"], "0 is not in the range"),
        (["search", "x", "seeds", "--count", "--format", "json"], "are for text output"),
    ],
)
def test_a_wrong_command_line_gets_usage_and_status_2(
    run: Run, arguments: list[str], told: str
) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.parametrize("arguments", [[], ["seeds"], ["seeds", "-"], ["open", "seeds"]])
def test_the_reader_without_a_terminal_hints_at_the_other_verbs(
    run: Run, arguments: list[str]
) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "sidelight search QUERY PATH…" in ran.err


def test_a_browser_is_a_screen_but_has_no_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not has_screen(False)
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert has_screen(False)
    assert not has_screen(True)


def test_a_file_named_like_a_verb_is_reached_by_its_path(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "search").write_text("The trade of the two cities grew by 12 percent in 2024.\n")
    assert run("./search").err == run().err  # the hint that the reader needs a terminal
    assert run("search", "trade", "./search").out.startswith("./search:1: ")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("verb", [("outline",), ("search", "bell"), ("claims",), ("compare",)])
def test_no_control_character_of_a_document_is_printed(
    run: Run, tmp_path: Path, verb: tuple[str, ...], form: str
) -> None:
    path = tmp_path / "evil\x1b[2J.txt"
    path.write_text(f"{ESCAPES}\n\n{ESCAPES} The city has 12 gates.\n" * 4, "utf-8")
    ran = run(*verb, str(path), "--format", form)
    printed = ran.out + ran.err
    assert not [c for c in printed if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f")]
    if form == "json":
        assert str(path) in json.dumps(ran.json, ensure_ascii=False).replace("\\u001b", "\x1b")


def test_a_closed_pipe_ends_quietly() -> None:
    command = [sys.executable, "-m", "tui", "claims", PAPER]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=environment()
    ) as writing:
        assert writing.stdout
        assert writing.stderr
        writing.stdout.close()
        assert writing.wait(20) == -signal.SIGPIPE
        assert writing.stderr.read() == b""


def test_ctrl_c_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.library.open_collection", pressed)
    ran = run("search", "trade", NEWS)
    assert (ran.status, ran.out.strip(), ran.err.strip()) == (130, "", "")


def test_a_cache_that_cannot_be_written_is_told_and_done_without(
    run: Run, own_folders: Path, tmp_path: Path
) -> None:
    (own_folders / "cache").write_text("no folder")
    long = tmp_path / "long.txt"
    long.write_text("The trade of the two cities grew in 2024.\n\n" * 25_000, "utf-8")
    ran = run("search", "trade", str(long), "--count")
    assert (ran.status, ran.out) == (0, f"{long}:25000\n")
    assert ran.err.startswith("sidelight: The search index stays in memory: ")
