"""The installed command in a real pseudo-terminal, as a reader meets it."""

import os
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tui.terminal import Stage

ROOT = Path(__file__).parent.parent
SEEDS = str(ROOT / "seeds")
PAPER = str(ROOT / "seeds" / "000_8b68f17e64110e46.txt")
SIDELIGHT = str(Path(sys.executable).with_name("sidelight"))


def left_clean(terminal: Terminal) -> bool:
    """The alternate screen left, the cursor shown, every mode and line setting as before."""
    return terminal.modes == set() and terminal.settings_kept


def test_the_seeds_are_read_searched_and_compared() -> None:
    with Terminal([SIDELIGHT, f"{PAPER}:38", SEEDS]) as terminal:
        terminal.wait_for("elected with 148 votes")
        terminal.wait_for("Contents")
        assert 1049 in terminal.modes

        terminal.send("f")
        terminal.wait_for("Find in everything")
        terminal.send("kazakstan trad")  # perhaps while the index is still being built
        terminal.wait_for(r"\$381,700")
        terminal.send("\x1b")
        while "Find in everything" in terminal.screen:  # a letter too early would make it alt
            assert terminal.read(20)
        terminal.wait_for("elected with 148 votes")

        terminal.wait_for(r"claim \d+ of \d+")  # they are read by now
        terminal.send("c")
        terminal.wait_for("Claims")
        first = terminal.screen
        terminal.send("J")
        while terminal.screen == first:
            assert terminal.read(20)

        terminal.send("\x11")
        assert terminal.wait() == 0
        assert left_clean(terminal)


def test_a_piped_document_is_read_before_the_keys() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"The piped trade grew by 12 percent in 2024.\n\nThe rest did not.\n")
    os.close(writing)
    with Terminal([SIDELIGHT, "-"], stdin=reading) as terminal:
        os.close(reading)
        terminal.wait_for("The piped trade grew")
        terminal.send("q")
        assert terminal.wait() == 0
        assert left_clean(terminal)


def test_what_is_missing_is_told_without_drawing_a_screen() -> None:
    with Terminal([SIDELIGHT, "missing.txt"]) as terminal:
        assert terminal.wait() == 2
        assert "sidelight: missing.txt: no such file" in terminal.screen
        assert b"\x1b[?1049h" not in terminal.output


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (("outline", SEEDS), r"· Trade Outlook: Rebuilding Economic Ties +\w"),
        (("search", "kazakstan trad", SEEDS, "--limit", "1"), r"35  Trade Outlook: Rebuildi…  Acc"),
        (("claims", SEEDS), r"0\.\d\d  \w"),
        (("compare", SEEDS), r"[●◐○] (strong|partial|weak)"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_the_other_verbs_print_tables_and_draw_no_screen(
    arguments: tuple[str, ...], printed: str
) -> None:
    with Terminal([SIDELIGHT, *arguments], rows=2000) as terminal:
        assert terminal.wait() == 0
        terminal.wait_for(printed)
        assert b"\x1b[1m" in terminal.output or b"\x1b[2m" in terminal.output
        assert b"\x1b[?1049h" not in terminal.output


def test_no_color_is_honoured() -> None:
    with Terminal([SIDELIGHT, "search", "trade", SEEDS], env={"NO_COLOR": "1"}) as terminal:
        assert terminal.wait() == 0
        assert b"\x1b[3" not in terminal.output.replace(b"\x1b[3m", b"")


def test_what_cannot_be_read_is_told_without_drawing_a_screen(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with Terminal([SIDELIGHT, str(tmp_path / "empty.txt")]) as terminal:
        assert terminal.wait() == 2
        assert f"{tmp_path}/empty.txt: empty" in terminal.screen.replace("\n", "")
        assert b"\x1b[?1049h" not in terminal.output


def test_the_first_page_stands_before_the_framework_is_loaded_and_keys_are_kept() -> None:
    with Terminal([SIDELIGHT, PAPER]) as terminal:
        while b"emerged" not in terminal.output:
            assert terminal.read(20)
        assert b"\x1b[?1004h" not in terminal.output  # which the framework asks for first
        terminal.send("fkazakstan")
        terminal.wait_for("Find in everything")
        terminal.wait_for("kazakstan")
        assert terminal.output.count(b"\x1b[?1049h") == 1  # some terminals clear it each time
        terminal.send("\x1b\x11")
        assert terminal.wait() == 0
        assert left_clean(terminal)


def test_a_wrong_setting_is_told_on_a_terminal_that_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('theme = "no such theme"\n')
    env = {"SIDELIGHT_CONFIG": str(tmp_path / "config.toml")}
    with Terminal([SIDELIGHT, PAPER], env=env) as terminal:
        assert terminal.wait() == 2
        assert "no such theme" in terminal.screen.replace("\n", "")
        assert left_clean(terminal)


def test_an_editor_has_the_terminal_as_the_shell_left_it(tmp_path: Path) -> None:
    said = tmp_path / "stty"
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\nstty -a > {said}.new; mv {said}.new {said}\n")
    editor.chmod(0o755)
    with Terminal([SIDELIGHT, PAPER], env={"EDITOR": str(editor), "VISUAL": ""}) as terminal:
        terminal.wait_for("Contents")
        terminal.send("e")
        while not said.exists():
            terminal.read(0.05)
        assert " icanon" in said.read_text() and " echo " in said.read_text()
        terminal.wait_for("Contents")
        terminal.send("q")
        assert terminal.wait() == 0
        assert left_clean(terminal)


def test_in_a_browser_nothing_is_painted_ahead(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    Stage().show("a page")
    assert capfd.readouterr().err == ""


def test_a_document_that_takes_long_is_named_and_can_be_left(tmp_path: Path) -> None:
    slow = tmp_path / "slow.txt"
    os.mkfifo(slow)  # nobody writes to it: reading waits
    with Terminal([SIDELIGHT, str(slow)]) as terminal:
        terminal.wait_for(r"opening .*slow\.txt · ctrl\+c stops")
        terminal.send("\x03")
        assert terminal.wait() == 130
        assert left_clean(terminal)
