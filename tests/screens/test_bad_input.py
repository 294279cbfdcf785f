"""What the screens say where nothing can be compared: a calm state, and one key to go on."""

from pathlib import Path

from tests.cli.test_bad_input import FRENCH, QUESTIONS
from tests.screens.conftest import keys, reading, settled
from tui.app import Sidelight
from tui.screens.comparing import ComparingScreen
from tui.screens.overview import OverviewScreen
from tui.start import desk_of

CLAIM = "Rwanda won 148 votes in 2013, the ministry said."


def made(folder: Path, **texts: str) -> dict[str, str]:
    """Write the texts; give their paths by name."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return {name: str(folder / f"{name}.txt") for name in texts}


async def test_a_paper_without_claims_says_so_until_the_reader_adds_one(tmp_path: Path) -> None:
    paths = made(tmp_path, paper=QUESTIONS, report=CLAIM)
    app = Sidelight(desk_of((), (paths["paper"],), (paths["report"],)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await keys(pilot, "c")
        assert reading(pilot).is_current
        assert any("reads like a claim" in notice.message for notice in app._notifications)
        await keys(pilot, "a", "c")
        assert isinstance(app.screen, ComparingScreen)
        assert "added by you" in app.screen.status.left


async def test_what_was_not_searched_is_never_called_silent(tmp_path: Path) -> None:
    paths = made(tmp_path, paper=CLAIM, report=FRENCH)
    app = Sidelight(desk_of((), (paths["paper"],), (paths["report"],)))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "no report was searched" in reading(pilot).status.left
        await keys(pilot, "c")
        assert isinstance(screen := app.screen, ComparingScreen)
        assert screen.report_page.message[-1] == "Not searched: French."
        await keys(pilot, "L")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(sheet := app.screen, OverviewScreen)
        assert sheet.silent.count == 0
        assert sheet.silent.notice.endswith("French")
        assert "1 not searched" in sheet.silent.made


async def test_without_reports_the_claims_can_still_be_walked(tmp_path: Path) -> None:
    paths = made(tmp_path, paper=f"{CLAIM}\n\nKenya won 12 votes in 2014.")
    app = Sidelight(desk_of((), (paths["paper"],), ()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await keys(pilot, "c", "J", "tab", "n", "w", "o")
        assert isinstance(screen := app.screen, ComparingScreen)
        assert screen.pair.place == 1
        assert "No report to compare with" in screen.report_page.message[0]
        await keys(pilot, "L", "tab", "tab", "enter", "q")
        assert reading(pilot).is_current


async def test_a_sentence_of_100000_words_can_be_read_and_compared(tmp_path: Path) -> None:
    long = "Rwanda won votes and then " * 20_000 + "Kenya did."
    paths = made(tmp_path, paper=CLAIM, report=long)
    app = Sidelight(desk_of((), (paths["paper"],), (paths["report"],)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await keys(pilot, "c", "G", "g", "L", "escape", "q")
        assert reading(pilot).is_current


async def test_files_that_were_not_even_tried_are_told_once(tmp_path: Path) -> None:
    made(tmp_path, report=CLAIM)
    for name in ("chart.png", "letter.doc", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    app = Sidelight(desk_of((str(tmp_path),), (), ()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert [notice.message for notice in app._notifications] == [
            "2 files passed over: of no kind that can be read"
        ]
