"""The page that stands before the framework is loaded is the one that the framework then paints."""

import os
from pathlib import Path

import pyte
import pytest
from textual.pilot import Pilot

from tests.screens.conftest import reading
from tui import start
from tui.app import Sidelight
from tui.config import Settings
from tui.ledger import Memory
from tui.library import seeds
from tui.screens.desk import Desk

PAPER = seeds()[0]


def shown_first(desk: Desk, size: tuple[int, int]) -> list[str]:
    """The rows of a terminal in which the first page was painted."""
    assert desk.start is not None
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(start.page_of(desk, *desk.start))
    return list(screen.display)


def shown_then(pilot: Pilot[int]) -> list[str]:
    """The rows of the application's screen."""
    width, height = pilot.app.size
    rows = [""] * height
    for y, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        rows[y] = strip.text[:width]
    return rows


def words(row: str) -> str:
    """A row's text, without what stands in the margins."""
    return row.strip(" ▏▐·▫#")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("path", [PAPER, f"{PAPER}:38", seeds()[1]], ids=["top", "line", "report"])
async def test_the_first_page_has_the_words_of_the_screen_in_the_same_cells(
    size: tuple[int, int], path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda **_: os.terminal_size(size))
    desk = start.desk_of((path,))
    before = shown_first(desk, size)
    app = Sidelight(desk)
    monkeypatch.setattr("tui.screens.reading.ReadingScreen.start", lambda self: None)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        after = shown_then(pilot)
        page = reading(pilot).page
        texts = [row[page.region.x :] for row in after[2 : size[1] - 2]]
        firsts = [row[page.region.x :] for row in before[2 : size[1] - 2]]
    assert list(map(words, firsts)) == list(map(words, texts))
    column = next(row.index(words(row)) for row in texts if words(row))
    assert column == next(row.index(words(row)) for row in firsts if words(row))


async def test_the_first_page_begins_where_the_reader_left_in_the_colours_of_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    size = (120, 40)
    monkeypatch.setattr("shutil.get_terminal_size", lambda **_: os.terminal_size(size))
    app = Sidelight(start.desk_of((PAPER,)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("space", "space", "j")
        await pilot.pause(0.7)  # the place is written down twice a second
        seen = reading(pilot).page.visible_text.splitlines()
        variables = app.theme_variables
    desk = start.desk_of((PAPER,))
    before = shown_first(desk, size)
    assert words(before[2]) == seen[0]
    names = ("foreground", "background", "surface", "panel")
    assert desk.keeper.memory.colours == tuple(variables[name] for name in names)


def test_the_colours_of_the_last_time_come_back_unless_the_theme_or_terminal_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    colours = ("#010203", "#040506", "#070809", "#0a0b0c")

    def page(theme: str = "") -> str:
        desk = start.desk_of((PAPER,), settings=Settings(theme=theme))
        desk.keeper.memory = Memory(theme="nord", colours=colours)
        assert desk.start is not None
        return start.page_of(desk, *desk.start)

    assert "\x1b[38;2;1;2;3m" in page() and "\x1b[48;2;10;11;12m" in page()
    assert "\x1b[48;2;" in page("nord")
    assert "\x1b[48;2;" not in page("dracula")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[48;2;" not in page()


def test_what_would_steer_the_terminal_is_painted_as_a_picture(tmp_path: Path) -> None:
    hostile = tmp_path / "a.txt"
    hostile.write_text("Words \x1b[2J and \x07 more \x9b1m words.\n" * 3)
    desk = start.desk_of((str(hostile),))
    assert desk.start is not None
    page = start.page_of(desk, *desk.start)
    assert "\x1b[2J" not in page and "\x07" not in page and "\x9b" not in page
