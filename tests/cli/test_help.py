"""What the command tells of itself: help, version, manual page, completion; and how lightly."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import NEWS, PAPER, ROOT, Run
from tui import __version__

VERBS = ("open", "outline", "search", "claims", "compare", "config")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("outline", PAPER),
        ("search", "trade", NEWS),
        ("claims", PAPER),
        ("compare", "--paper", PAPER, NEWS),
    ],
    ids=lambda arguments: arguments[0],
)
def test_headless_verbs_import_neither_textual_nor_rich(arguments: tuple[str, ...]) -> None:
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('loaded', *{'textual', 'rich'} & set(sys.modules)))\n"
        "from tui.cli import main\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT
    )
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "loaded")


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"sidelight {__version__}\n"


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_every_verb_has_examples(run: Run, verb: str) -> None:
    ran = run(verb, "--help")
    assert ran.status == 0
    assert f"\n    sidelight {verb} " in ran.out


def test_the_manual_page_has_every_verb_and_option_of_the_help(run: Run) -> None:
    page = run("--man").out.replace("\\-", "-")
    assert page.startswith('.TH SIDELIGHT 1 "" ')
    for verb in VERBS:
        assert f"\n.SS sidelight {verb} " in page
        options = run(verb, "--help").out.partition("Options:\n")[2].splitlines()
        names = [line.split()[0].rstrip(",") for line in options if line.startswith("  -")]
        assert names
        assert all(f"\n.B {name}" in page for name in names)
    assert "SIDELIGHT_CONFIG, SIDELIGHT_LEDGER" in page
    assert page.isascii()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion_script(
    run: Run, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setenv("_SIDELIGHT_COMPLETE", f"{shell}_source")
    ran = run()
    assert (ran.status, ran.err) == (0, "")
    assert f"_SIDELIGHT_COMPLETE={shell}_complete" in ran.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sidelight se", ["plain,search", "plain,seeds/"]),
        ("sidelight --pap", ["plain,--paper"]),
        ("sidelight compare --t", ["plain,--top"]),
        ("sidelight seeds/00", ["file,seeds/00"]),  # left to the shell
        ("sidelight outline se", ["file,se"]),
    ],
)
def test_the_first_word_is_completed_to_verbs_files_and_options(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: str, offered: list[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("_SIDELIGHT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert run().out.splitlines() == offered


def test_names_are_quoted_for_bash_and_descriptions_whole_for_fish(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "search me.txt").touch()
    monkeypatch.setenv("COMP_WORDS", "sidelight se")
    monkeypatch.setenv("COMP_CWORD", "1")
    monkeypatch.setenv("_SIDELIGHT_COMPLETE", "bash_complete")
    assert run().out.splitlines() == ["plain,search", "plain,'search me.txt'"]
    monkeypatch.setenv("COMP_CWORD", "se")
    monkeypatch.setenv("_SIDELIGHT_COMPLETE", "fish_complete")
    assert run().out.splitlines() == [
        "plain,search\tFind words, misspelt ones too, best hits first",
        "plain,search me.txt",
    ]
    monkeypatch.setenv("_SIDELIGHT_COMPLETE", "fish_source")
    assert 'string split -m 1 "," $completion' in run().out
