"""The verb that prints the settings: where they are, what holds, and what is wrong with them."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import NEWS, PAPER, Run
from tui.app import Sidelight
from tui.config import BadSetting, Settings, load
from tui.screens.bindings import bound, check


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    named = tmp_path / "mine.toml"
    monkeypatch.setenv("SIDELIGHT_CONFIG", str(named))
    return named


def test_without_an_option_the_place_of_the_file_is_told(run: Run, file: Path) -> None:
    ran = run("config")
    assert (ran.status, ran.out, ran.err) == (0, f"{file}\n", "")


def test_what_is_printed_is_a_file_of_the_same_settings(run: Run, file: Path) -> None:
    file.write_text("theme = 'nord'\n[keys]\n'page.down' = 'j,down,ü'\n", "utf-8")
    before = load(file)
    ran = run("config", "--print")
    assert (ran.status, ran.err) == (0, "")
    assert 'theme = "nord"  # line 1' in ran.out
    file.write_text(ran.out, "utf-8")
    assert load(file) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\nthema = 'nord'", "2: no setting thema; did you mean theme?"),
        ("theme = 'nrod'", "1: no theme nrod; did you mean nord?"),
        ("[keys]\npage.down = 'f'", "2: f would be both page.down (line 2) and find.open"),
        ("[keys]\npage.dwn = 'f'", "2: no action page.dwn; did you mean page.down?"),
        ("[keys]\n\napp.quit = 'x'", "3: ctrl+q must stay with app.quit"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_nothing_printed(
    run: Run, file: Path, text: str, told: str
) -> None:
    file.write_text(text, "utf-8")
    ran = run("config", "--print")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"sidelight: {file}:{told}")


def test_every_action_can_be_set_to_the_keys_it_comes_with(file: Path) -> None:
    for action, keys in {each.id: each.keys for each in bound(Sidelight)}.items():
        file.write_text(f'[keys]\n"{action}" = "{keys}"\n', "utf-8")
        check(load(file), Sidelight)


def test_ctrl_q_cannot_be_taken_by_any_action(file: Path) -> None:
    for action in {each.id for each in bound(Sidelight)} - {"app.quit"}:
        with pytest.raises(BadSetting, match=r"ctrl\+q must stay with app\.quit"):
            check(Settings(keys=((action, "ctrl+q"),)), Sidelight)


def test_the_threshold_that_is_set_holds_for_compare_as_in_the_reader(run: Run, file: Path) -> None:
    def compared() -> Any:
        return run("compare", "--paper", PAPER, NEWS, "--format", "json").json

    file.write_text("", "utf-8")
    assert compared()["searched"]["threshold"] == Settings().threshold
    file.write_text("[compare]\nthreshold = 1.0\n", "utf-8")
    strict = compared()
    assert strict["searched"]["threshold"] == 1.0
    assert all(claim["silent"] for claim in strict["claims"])


def test_compare_tells_a_wrong_line_and_compares_nothing(run: Run, file: Path) -> None:
    file.write_text("\n[compare]\nthreshold = 2\n", "utf-8")
    ran = run("compare", "--paper", PAPER, NEWS)
    told = f"sidelight: {file}:3: compare.threshold must be 0 to 1, not 2\n"
    assert (ran.status, ran.out, ran.err) == (2, "", told)
